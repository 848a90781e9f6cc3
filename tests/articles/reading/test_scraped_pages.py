"""Pages of the genre as they come when somebody copies or scrapes them as text.

Newspapers, places and people are invented; layouts are those of real portals.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import Reason, Unreadable, read
from articles.reading.lines import letters
from tests.articles.reading import scraped, scraped_portals, scraped_press
from tests.articles.reading.scraped import Case, page_of
from tests.articles.reading.words import P1, P2, P3, P5, TITLE

CASES = [*scraped.CASES, *scraped_press.CASES, *scraped_portals.CASES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_scraped_page_gives_its_article_and_nothing_else(case: Case) -> None:
    page, title, body, _ = page_of(case)
    draft = read(page.encode(), name="bai.txt")
    assert draft.title == title
    assert draft.body == body
    facts = (draft.published_on, draft.author, draft.publisher)
    assert facts == (case.published_on, case.author, case.publisher)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_dropped_can_be_seen_and_no_letter_is_lost(case: Case) -> None:
    page, _, _, dropped = page_of(case)
    draft = read(page.encode(), name="bai.txt")
    shown = {letters(item.text) for item in draft.dropped}
    assert {letters(line) for line in dropped if letters(line)} <= shown
    everything = draft.body + "".join(item.text for item in draft.dropped)
    assert sorted(letters(everything)) == sorted(letters(page))
    assert all(0 <= item.offset <= len(draft.body) + 1 for item in draft.dropped)


@pytest.mark.parametrize(
    ("last", "kept"),
    [(P5.rstrip("."), False), (f"{P5.rstrip('.')} tại địa chỉ:", True)],
)
def test_the_page_s_own_address_is_no_text(last: str, *, kept: bool) -> None:
    address = "https://baotragiang.example/tong-ket-phong-trao-210705.htm"
    draft = read(f"Trà Giang đổi mới\n\n{P1}\n\n{last}\n\n{address}".encode())
    assert draft.body.split("\n") == [P1, last, *([address] if kept else [])]


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Trên đây là thông tin về hội nghị của huyện Trà Giang, mời bạn đọc theo dõi.", False),
        ("Trên đây là những thông tin về cách nộp hồ sơ trực tuyến.", False),
        ("Trên đây là một số nội dung chính của hội nghị, kính mời quý vị đón đọc.", False),
        ("Trên đây là Kế hoạch năm 2024, Ủy ban nhân dân huyện yêu cầu các xã thực hiện.", True),
        ("Trên đây là thông tin về dịch bệnh, đề nghị các xã báo cáo trước ngày 5/6.", True),
        ("Trên đây là nội dung Hướng dẫn, có vướng mắc đề nghị phản ánh về Huyện ủy.", True),
    ],
)
def test_what_a_page_says_to_its_readers_at_last_is_no_text(last: str, *, kept: bool) -> None:
    draft = read(f"Trà Giang đổi mới\n\n{P1}\n\n{P2}\n\n{last}".encode())
    assert draft.body.split("\n") == [P1, P2, *[last] * kept]


def test_a_long_title_may_end_with_a_full_stop_above_its_author() -> None:
    title = "Nâng cao chất lượng công tác kiểm tra, giám sát của cấp ủy ở Đảng bộ huyện Trà Giang."
    draft = read(f"{title}\nLê Minh Hạnh\n\n{P1}\n\n{P2}".encode())
    assert (draft.title, draft.author) == (title, "Lê Minh Hạnh")
    told = "Lê Minh Hạnh, Bí thư Huyện ủy, chủ trì."
    draft = read(f"{P5}\n{told}\n\n{P1}\n\n{P2}".encode())
    assert draft.body.split("\n") == [P5, told, P1, P2]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Điểm báo", 0),
        ("Tin tức - Sự kiện", 0),
        ("Xây dựng Đảng", 0),
        ("Kết quả bước đầu", 1),
        ("Kinh tế khởi sắc", 1),
    ],
)
def test_what_a_section_is_called_stands_under_titles_and_is_no_text(line: str, kept: int) -> None:
    draft = read(f"Đảng bộ huyện Trà Giang đổi mới sinh hoạt\n\n{line}\n\n{P1}\n\n{P2}".encode())
    assert draft.body.split("\n") == [*[line] * kept, P1, P2]


@pytest.mark.parametrize(
    ("about", "in_title"),
    [
        ("THỰC HIỆN MỘT SỐ ĐIỀU TRONG QUY ĐỊNH SỐ 7-QĐ/HU", True),
        ("Thực hiện Nghị quyết số 7-NQ/HU về đất đai", True),
        ("Thực hiện Nghị quyết số 7-NQ/HU, Huyện ủy ban hành kế hoạch như sau:", False),
    ],
)
def test_a_plan_is_about_what_it_carries_out(about: str, *, in_title: bool) -> None:
    head = ["HUYỆN ỦY TRÀ GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-KH/HU", "KẾ HOẠCH"]
    draft = read("\n\n".join([*head, about, P1, P2]).encode())
    assert draft.title == (f"KẾ HOẠCH {about}" if in_title else "KẾ HOẠCH")
    assert draft.body.split("\n") == [*([] if in_title else [about]), P1, P2]


def test_a_lead_that_was_cut_off_is_no_title_and_a_day_in_small_letters_goes_on_with_nothing() -> (
    None
):
    menus = [f"Mục thứ {number}" for number in "abcdefghijklmn"]
    title = "Lực lượng dân quân huyện làm tốt công tác dân vận"
    lead = (
        "Hưởng ứng phong trào “Dân vận khéo” và “Quân đội chung sức xây dựng nông thôn mới, “Vì ngư"
    )
    page = [*menus, "Tin tức Sự kiện", "thứ ba, 14 05 2019 10:01", title, lead, P1, P2]
    draft = read("\n".join(page).encode())
    assert draft.title == title
    assert draft.body.split("\n") == [lead, P1, P2]


def test_reasons_tell_why() -> None:
    page, *_ = page_of(CASES[0])
    reasons = {item.text: item.reason for item in read(page.encode()).dropped}
    assert reasons["Xây dựng Đảng"] is Reason.MENU
    assert reasons["Thứ Ba, 16/03/2021, 08:15 [GMT+7]"] is Reason.DATE
    assert reasons["Bài, ảnh: TRẦN LƯU"] is Reason.AUTHOR
    assert reasons["Huyện Trà Giang sơ kết công tác kiểm tra quý I"] is Reason.RELATED
    assert reasons["Chia sẻ"] is Reason.SHARE


LINES = st.sampled_from(
    [
        P1,
        P2,
        P5 + "/.",
        "",
        TITLE,
        "12/3/2021 08:00",
        "THU HÀ",
        "Tin liên quan",
        "Phản hồi",
        "(BTG) - " + P3,
        "- một việc",
        "1.",
        "dsc.jpg",
        "12",
        "Ảnh: A",
        "MENU",
        "chữ thường,",
        "…",
    ],
)


@given(st.lists(LINES, max_size=30))
def test_reading_loses_no_letter_and_tells_offsets_in_order(lines: list[str]) -> None:
    page = "\n".join(lines)
    try:
        draft = read(page.encode())
    except Unreadable:
        return
    everything = draft.body + "".join(item.text for item in draft.dropped)
    assert sorted(letters(everything)) == sorted(letters(page))
    offsets = [item.offset for item in draft.dropped]
    assert offsets == sorted(offsets)
    starts = {0, len(draft.body) + 1, *(at + 1 for at, c in enumerate(draft.body) if c == "\n")}
    assert starts.issuperset(offsets)
