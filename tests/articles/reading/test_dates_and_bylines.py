from datetime import date

import pytest

from articles.reading import read
from articles.reading.bylines import author_line, is_source
from articles.reading.dates import date_line, fits
from articles.reading.publishers import credited_page, dateline, owner
from tests.articles.reading.words import P1, P2, P3


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("15/12/2016", date(2016, 12, 15)),
        ("30-5-2019", date(2019, 5, 30)),
        ("30.5.2019", date(2019, 5, 30)),
        ("Ngày 20 tháng 09 năm 2021", date(2021, 9, 20)),
        ("ngày 06 tháng 06 năm 2013", date(2013, 6, 6)),
        ("28/10/2021 - 05:04", date(2021, 10, 28)),
        ("02-10-2021 09:40", date(2021, 10, 2)),
        ("16:23 - 30/12/2021", date(2021, 12, 30)),
        ("Thứ 5, 15.10.2020 | 18:04:25", date(2020, 10, 15)),
        ("Thứ Tư, 08/04/2015, 08:11 [GMT+7]", date(2015, 4, 8)),
        ("Cập nhật lúc18:28, Thứ Ba, 26/11/2019 (GMT+7)", date(2019, 11, 26)),
        ("Đăng lúc: Thứ hai - 20/09/2021 08:12 - Lượt xem: 182", date(2021, 9, 20)),
        ("Ngày cập nhật: 20/9/2021 2:30:11 CH", date(2021, 9, 20)),
        ("Chủ nhật, 26/09/2021 - 16:02 (GMT+7)", date(2021, 9, 26)),
        ("15 Tháng Mười Hai 2021", date(2021, 12, 15)),
        ("2021-09-20T05:04:00+07:00", date(2021, 9, 20)),
        ("29/05/13 23:36 GMT+7", date(2013, 5, 29)),
        ("Trà Giang, ngày 12 tháng 3 năm 2021", date(2021, 3, 12)),
        ("THU HÀ - Thứ năm, 09/05/2024 08:50 (GMT+7)", date(2024, 5, 9)),
        ("Xây dựng Đảng | 08:00 ngày 9/5/2024", date(2024, 5, 9)),
        ("17:04 | Thứ tư, 18/09/2024 0", date(2024, 9, 18)),
        ("thứ năm, 08 08 2019 08:51", date(2019, 8, 8)),
        (
            "Hà Sông - Văn Núi (PV thường trú tại một nước láng giềng)-07:05 16/05/2024",
            date(2024, 5, 16),
        ),
    ],
)
def test_dates_as_pages_print_them(line: str, day: date) -> None:
    found = date_line(line)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("line", ["Sáng 2.7", "Ngày 26-11", "05:04", "chiều 3/9"])
def test_dates_without_a_year_are_no_dates_but_no_body_either(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(
    "line",
    [
        "Nghị quyết số 09-NQ/TU ngày 19/8/2009",
        "Hội nghị ngày 12/3/2021",
        "Từ ngày 1/7/2021 đến 30/9/2021",
        "Nhiệm kỳ 2020-2025",
        "32/13/2021",
        "11.819",
        "Năm 2021",
        "3 nhiệm vụ trọng tâm",
        "Kỷ niệm 91 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2021)",
        "Quyết định 1847/QĐ-TTg ngày 27 tháng 12 năm 2018",
        "08 08 2019",
    ],
)
def test_lines_that_only_hold_a_date_are_no_date_lines(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("THU HÀ", "THU HÀ"),
        ("Tin, ảnh: KIM LONG", "KIM LONG"),
        ("Bài và ảnh: Hải Yến", "Hải Yến"),
        ("Tin Thanh Mai – Thái Sơn", "Thanh Mai – Thái Sơn"),
        ("Tin, ảnh Thanh Mai", "Thanh Mai"),
        ("Bài, ảnh Lê Sông", "Lê Sông"),
        ("Bài Ca Dòng Sông", None),
        ("Tin Tức Sự Kiện", None),
        ("Ảnh Lê Sông", None),
        ("Bài: Hải Yến - Ảnh: Thu An", "Bài: Hải Yến - Ảnh: Thu An"),
        ("Thanh Mai - Thái Sơn", "Thanh Mai - Thái Sơn"),
        ("Theo TTXVN", "Theo TTXVN"),
        ("(Theo TTXVN)", "Theo TTXVN"),
        ("BBT", "BBT"),
        ("PV (tổng hợp)", "PV (tổng hợp)"),
        ("Tác giả: Hoàng Lan", "Hoàng Lan"),
        ("(Bạn đọc: Hoàng Lan)", "Hoàng Lan"),
        ("Hoàng LanTheo Đời sống", "Hoàng Lan"),
        ("ThS. Nguyễn Văn Bình", "ThS. Nguyễn Văn Bình"),
        ("Đại tá, TS Trần Hòa", "Đại tá, TS Trần Hòa"),
        ("Lê Văn An (Ban Tổ chức Tỉnh ủy)", "Lê Văn An (Ban Tổ chức Tỉnh ủy)"),
        ("Ảnh: Minh Đức", None),
        ("Nguồn: songtraonline.vn", None),
        ("Xây dựng Đảng", None),
        ("Đọc thêm", None),
        ("Thời Sự", None),
        ("Đạt nhiều kết quả", None),
        ("Theo đó, các xã đã làm tốt", None),
        ("NHIỆM VỤ TRỌNG TÂM NĂM TỚI", None),
        ("Theo Báo Trà Giang", None),
        ("Theo songtra.example", None),
        ("Theo Cổng Thông tin điện tử Chính phủ", None),
        ("Theo VTV", "Theo VTV"),
        ("Nguồn VNE", None),
        ("Theo Trà Giang điện tử", None),
        ("Vương Hợp .", "Vương Hợp"),
        ("Tàu Sông Lam.", None),
        ("Nguyễn Văn A.", "Nguyễn Văn A."),
    ],
)
def test_bylines_after_the_text(line: str, author: str | None) -> None:
    assert author_line(line, trailing=True) == author


@pytest.mark.parametrize("line", ["Minh Tâm", "Hà Nội", "KẾT QUẢ", "Phóng viên", "Đông Hà"])
def test_under_a_title_only_a_surname_makes_a_byline(line: str) -> None:
    assert author_line(line, trailing=False) is None
    assert author_line("Nguyễn Minh Tâm", trailing=False) == "Nguyễn Minh Tâm"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("(Baosongtra.vn) - Sau 15 năm thực hiện", "Baosongtra.vn"),
        ("(STO) – Sáng nay, huyện", "STO"),
        ("[STV2] - Sáng nay, huyện", "STV2"),
        ("CTTĐT - Sáng nay, huyện", "CTTĐT"),
        ("QĐND Online – Những năm qua", "QĐND Online"),
        ("Trà Giang (TTXVN 12/3) - Sáng nay", "TTXVN"),
        ("Baosongtra - Sáng nay, huyện", "Baosongtra"),
        ("(STO) -", "STO"),
        ("(THSTV) Ngày 2/9, huyện", "THSTV"),
        ("(baosongtra.example) Sáng nay, huyện", "baosongtra.example"),
        ("(Ngày 2/9) Huyện tổ chức lễ", None),
        ("(TP) Hòa Sơn là đô thị loại II", None),
        ("(Bài 2) - Những việc còn lại", None),
        ("HĐND - UBND tỉnh phối hợp", None),
        ("MTTQ - tổ chức đại diện", None),
        ("(Tiếp theo) Phần hai", None),
        ("Kinh tế - xã hội phát triển", None),
    ],
)
def test_datelines_name_the_publisher(text: str, publisher: str | None) -> None:
    found = dateline(text)
    assert (found.publisher if found else None) == publisher


def test_a_dateline_that_lost_its_paragraph_is_no_text() -> None:
    draft = read(f"Trà Giang đổi mới\n\n{P3}\n\n(BTG) -\n\n{P1}\n\n{P2}".encode())
    assert draft.publisher == "BTG"
    assert draft.body.split("\n") == [P3, P1, P2]


def test_a_dateline_without_a_dash_gives_way_to_a_source() -> None:
    draft = read(f"Trà Giang đổi mới\n\n(STV) {P1}\n\n{P2}\n\nTheo Báo Trà Giang".encode())
    assert draft.publisher == "Báo Trà Giang"
    assert draft.body.startswith("(STV) Những năm")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Tạp chí Dòng sông, số 5/2022", "Tạp chí Dòng sông"),
        ("Báo Trà Giang số 512 (3-2021)", "Báo Trà Giang"),
        ("Ruộng đồng hôm nay, số 12, tháng 3-1991", "Ruộng đồng hôm nay"),
        ("Sông Núi số 5-2020", "Sông Núi"),
        ("Báo Trà Giang", "Báo Trà Giang"),
        ("Tạp chí Xây đời Mới", "Tạp chí Xây đời Mới"),
        ("Báo và phát thanh, truyền hình Trà Giang", "Báo và phát thanh, truyền hình Trà Giang"),
        ("BÁO VÀ ĐÀI PTTH TRÀ GIANG", "BÁO VÀ ĐÀI PTTH TRÀ GIANG"),
        (
            "Cơ quan Báo và Phát thanh - Truyền hình tỉnh Trà Giang",
            "Cơ quan Báo và Phát thanh - Truyền hình tỉnh Trà Giang",
        ),
        ("Đài Phát thanh và Truyền hình Trà Giang", "Đài Phát thanh và Truyền hình Trà Giang"),
        ("Cổng TTĐT tỉnh Trà Giang", "Cổng TTĐT tỉnh Trà Giang"),
        ("Trung tâm Truyền thông tỉnh Trà Giang", "Trung tâm Truyền thông tỉnh Trà Giang"),
        ("baotragiang.vn", "baotragiang.vn"),
    ],
)
def test_an_issue_or_a_newspapers_name_is_where_it_was_printed(line: str, publisher: str) -> None:
    title = "Trà Giang đổi mới sinh hoạt chi bộ"
    below, above = f"{title}\n{line}\n\n{P1}\n\n{P2}", f"{line}\n{title}\n\n{P1}\n\n{P2}"
    for page in (below, above, f"{title}\n\n{P1}\n\n{P2}\n\n{line}"):
        draft = read(page.encode())
        assert draft.title == title
        assert draft.body.split("\n") == [P1, P2]
        assert draft.publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Báo Trà Giang, 11/11/2023", "Báo Trà Giang"),
        ("Báo Trà Giang - Thứ Bảy, 11/11/2023", "Báo Trà Giang"),
        ("Dân trí 11/11/2023 10:00", "Dân trí"),
    ],
)
def test_a_newspaper_and_the_day_under_the_title(line: str, publisher: str) -> None:
    draft = read(f"Trà Giang đổi mới sinh hoạt chi bộ\n{line}\n\n{P1}\n\n{P2}".encode())
    assert draft.published_on == date(2023, 11, 11)
    assert draft.body.split("\n") == [P1, P2]
    assert draft.publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        "Nghị quyết số 12, ngày 3-2-1991",
        "Kế hoạch số 5-2020",
        "Báo Trà Giang đổi mới cách làm",
        "Báo chí và phát thanh cơ sở",
    ],
)
def test_a_heading_under_the_title_is_no_newspaper(line: str) -> None:
    draft = read(f"Trà Giang đổi mới sinh hoạt chi bộ\n\n{line}\n\n{P1}\n\n{P2}".encode())
    assert draft.body.split("\n") == [line, P1, P2]
    assert draft.publisher is None


def test_the_name_under_the_title_that_signs_the_text_too_is_no_text() -> None:
    for foot, kept in (("TRUNG AN", 0), ("HẢI YẾN", 1)):
        page = ["Trà Giang đổi mới sinh hoạt", "TRUNG AN |", P1, P2, foot]
        draft = read("\n\n".join(page).encode())
        assert draft.author == foot
        assert draft.body.split("\n") == [*["TRUNG AN |"] * kept, P1, P2]


def test_a_source_is_no_author() -> None:
    assert is_source("Nguồn: Cổng thông tin điện tử tỉnh")
    assert not is_source("Nguồn lực: con người là chính")
    assert is_source("Nguồn Internet")


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ('Theo "Báo Trà Giang điện tử"', "Báo Trà Giang điện tử"),
        ("(Nguồn: Tạp chí Dòng sông)", "Tạp chí Dòng sông"),
        (
            "Theo Cổng thông tin điện tử Bộ Sông ngòi (www.songngoi.example)",
            "Cổng thông tin điện tử Bộ Sông ngòi",
        ),
        ("Nguồn: songtra.example", "songtra.example"),
        ("Theo TTXVN", None),
        ("Theo báo cáo của huyện", None),
        ("Theo đó", None),
        ("Nguồn: khảo sát của tác giả", None),
    ],
)
def test_the_page_that_a_text_was_taken_from(line: str, page: str | None) -> None:
    assert credited_page(line) == page


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Báo Trà Giang", "Báo Trà Giang"),
        ("Bản quyền thuộc về Báo Trà Giang", "Báo Trà Giang"),
        ('Ghi rõ nguồn "Báo Trà Giang" khi phát hành lại', "Báo Trà Giang"),
        ("Báo Trà Giang điện tử", "Báo Trà Giang điện tử"),
        ("Tạp chí Dòng Sông", "Tạp chí Dòng Sông"),
        ("Báo cáo của huyện", None),
        ("Báo chí và truyền thông", None),
        ("Giấy phép số 12/GP-BTTTT", None),
    ],
)
def test_the_foot_of_a_page_says_whose_it_is(line: str, name: str | None) -> None:
    assert owner(line) == name


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("Ngày 3-5, huyện tổ chức hội nghị.", True),
        ("Sáng 28/4, huyện tổ chức hội nghị.", True),
        ("Sáng 22-1, huyện tổ chức hội nghị.", False),
        ("Huyện tổng kết công tác năm 2017.", False),
        ("Huyện thực hiện kế hoạch năm 2021.", True),
        ("Mục tiêu đến năm 2030 là mọi thôn có đường.", None),
        ("Huyện tổ chức hội nghị.", None),
    ],
)
def test_what_a_text_tells_of_its_time(text: str, fitting: bool | None) -> None:
    assert fits(date(2021, 5, 4), [text]) is fitting
