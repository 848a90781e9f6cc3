"""A row of a table as an article: its columns are explicit, so they go before the text."""

import json
from datetime import date
from typing import Any

import pytest

from articles.reading import Draft, Fault, Unreadable, read
from articles.reading.columns import Column, columns_used
from articles.reading.records import media_type_of, record_bytes
from tests.articles.bundled import BODY


def draft(row: dict[str, Any]) -> Draft:
    return read(record_bytes(row), name="12.json", media_type=media_type_of("utf-8"))


class TestColumns:
    @pytest.mark.parametrize(
        ("name", "column"),
        [
            ("Tiêu đề", Column.TITLE),
            ("TÊN BÀI VIẾT", Column.TITLE),
            ("headline", Column.TITLE),
            ("Ngày đăng", Column.PUBLISHED_ON),
            ("ngay_dang", Column.PUBLISHED_ON),
            ("Ngày xuất bản (dd/mm/yyyy)", Column.PUBLISHED_ON),
            ("publishedOn", Column.PUBLISHED_ON),
            ("Tác giả:", Column.AUTHOR),
            ("authors", Column.AUTHOR),
            ("Cơ quan báo chí", Column.PUBLISHER),
            ("Nguồn", Column.PUBLISHER),
            ("Báo", Column.PUBLISHER),
            ("Đường dẫn", Column.SOURCE_URL),
            ("Link bài", Column.SOURCE_URL),
            ("URL", Column.SOURCE_URL),
            ("Sapo", Column.LEAD),
            ("Tóm tắt", Column.LEAD),
            ("Nội dung", Column.BODY),
            ("NỘI DUNG", Column.BODY),
            ("Toàn văn", Column.BODY),
            ("full_text", Column.BODY),
        ],
    )
    def test_are_known_by_their_names(self, name: str, column: Column) -> None:
        assert columns_used(["STT", name, "Mã số"]) == {column: name}

    @pytest.mark.parametrize("name", ["Ghi chú", "STT", "Chủ đề", "Trang", "Mã bài", "tags", ""])
    def test_others_are_not(self, name: str) -> None:
        assert columns_used([name]) == {}

    def test_of_two_for_one_thing_the_surer_counts(self) -> None:
        names = ["Ngày", "Ngày đăng", "html", "Nội dung"]
        assert columns_used(names) == {
            Column.PUBLISHED_ON: "Ngày đăng",
            Column.BODY: "Nội dung",
        }


class TestFacts:
    def test_of_the_columns_go_before_those_of_the_text(self) -> None:
        text = f"Tiêu đề khác của bài viết\n\n02-10-2021 09:40\n\n(SLO) - {BODY}\n\nTHU HÀ"
        said = read(text.encode())
        assert (said.author, said.publisher, said.published_on) == (
            "THU HÀ",
            "SLO",
            date(2021, 10, 2),
        )
        found = draft(
            {
                "Tiêu đề": "Đông Khê nêu gương",
                "Ngày đăng": "30/9/2021",
                "Tác giả": "Hải Yến",
                "Cơ quan báo chí": "Báo Sông Lam",
                "Link": "https://baosonglam.example/1",
                "Nội dung": text,
            }
        )
        assert found.title == "Đông Khê nêu gương"
        assert found.published_on == date(2021, 9, 30)
        assert found.author == "Hải Yến"
        assert found.publisher == "Báo Sông Lam"
        assert found.source_url == "https://baosonglam.example/1"

    def test_that_no_column_states_are_taken_from_the_text(self) -> None:
        found = draft({"text": f"Đông Khê giữ nếp nêu gương\n\n02-10-2021 09:40\n\n(SLO) - {BODY}"})
        assert found.title == "Đông Khê giữ nếp nêu gương"
        assert (found.published_on, found.publisher) == (date(2021, 10, 2), "SLO")

    def test_a_title_that_the_text_says_again_is_no_part_of_it(self) -> None:
        found = draft({"title": "Nêu gương", "text": f"NÊU GƯƠNG\n\n{BODY}"})
        assert found.body == BODY

    def test_a_line_at_the_head_is_no_title_where_a_column_has_it(self) -> None:
        found = draft({"title": "Nêu gương", "text": f"I. Kết quả bước đầu ở các xã\n\n{BODY}"})
        assert found.title == "Nêu gương"
        assert found.body.startswith("I. Kết quả bước đầu ở các xã\n")

    def test_a_title_that_the_page_says_in_other_words_takes_its_menu_along(self) -> None:
        head = "Xây dựng Đảng\n\nĐông Khê: “Nêu gương” là giữ nếp, giữ người\n\n02-10-2021 09:40"
        found = draft({"title": "Đông Khê giữ nếp nêu gương", "text": f"{head}\n\n{BODY}"})
        assert (found.title, found.body) == ("Đông Khê giữ nếp nêu gương", BODY)

    def test_an_address_for_a_publisher_is_the_address(self) -> None:
        found = draft({"Nguồn": "https://www.baosonglam.example/2", "text": BODY})
        assert found.source_url == "https://www.baosonglam.example/2"
        assert found.publisher == "baosonglam.example"

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.example/", "không có"])
    def test_what_is_no_web_address_is_none(self, address: str) -> None:
        assert draft({"url": address, "text": BODY}).source_url is None

    def test_several_authors_and_marked_up_titles_are_one_line(self) -> None:
        found = draft(
            {
                "title": "<b>Nêu &amp; gương</b>\nở cơ sở",
                "authors": [{"name": "Thu Hà"}, "Mai Sa"],
                "text": BODY,
            }
        )
        assert found.title == "Nêu & gương ở cơ sở"
        assert found.author == "Thu Hà, Mai Sa"


class TestDates:
    @pytest.mark.parametrize(
        "value",
        [
            "30/09/2021",
            "30-9-2021",
            "30.9.21",
            "30/09/2021 08:15:00",
            "Thứ Năm, 30/9/2021",
            "ngày 30 tháng 9 năm 2021",
            "2021-09-30",
            "2021-09-30T08:15:00",
            "2021-09-29T20:15:00Z",
            20210930,
            "20210930",
            44469,
            "44469",
            44469.75,
            1632960000,
            1632960000000,
        ],
    )
    def test_in_the_forms_that_tables_have(self, value: object) -> None:
        assert draft({"date": value, "text": BODY}).published_on == date(2021, 9, 30)

    @pytest.mark.parametrize(
        "value", ["13/13/2021", "2021", "0001-01-01T00:00:00", "không rõ", 0, True, "inf", "9" * 99]
    )
    def test_what_is_no_date_is_none(self, value: object) -> None:
        assert draft({"date": value, "text": BODY}).published_on is None


class TestText:
    def test_a_lead_opens_the_text(self) -> None:
        found = draft({"title": "Nêu gương", "Sapo": "Ba năm nhìn lại.", "Nội dung": BODY})
        assert found.body == f"Ba năm nhìn lại.\n{BODY}"
        assert found.lead == "Ba năm nhìn lại."

    def test_a_lead_that_opens_it_already_is_not_said_twice(self) -> None:
        lead = BODY.split("\n")[0]
        assert draft({"Sapo": lead, "Nội dung": BODY}).body == BODY

    def test_markup_is_read_as_markup(self) -> None:
        one, two = BODY.split("\n")
        found = draft({"title": "T", "html": f"<p>{one}</p><h2>Việc cần làm</h2><p>{two}</p>"})
        assert found.body == f"{one}\nViệc cần làm\n{two}"
        assert [found.body[s.start : s.end] for s in found.headings] == ["Việc cần làm"]

    def test_a_list_of_paragraphs_is_a_text(self) -> None:
        assert draft({"body": BODY.split("\n")}).body == BODY

    def test_says_how_the_table_was_encoded(self) -> None:
        media_type = media_type_of("windows-1258")
        found = read(record_bytes({"text": BODY}), media_type=media_type)
        assert (found.encoding, found.media_type) == ("windows-1258", media_type)


class TestRefusing:
    @pytest.mark.parametrize(
        "row",
        [
            {"Độ mật": "Tối mật", "text": BODY},
            {"Mức": "MẬT", "text": BODY},
            {"Ghi chú": "x", "text": f"TỈNH ỦY SÔNG LAM\nTUYỆT MẬT\n{BODY}"},
            {"text": f"<p>TỈNH ỦY SÔNG LAM</p><p>TỐI MẬT</p><p>{BODY}</p>"},
        ],
    )
    def test_a_mark_of_secrecy_in_any_column(self, row: dict[str, str]) -> None:
        with pytest.raises(Unreadable) as refused:
            draft(row)
        assert refused.value.code is Fault.SECRET

    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            (b"{", Fault.BROKEN_ROW),
            (b"[1]", Fault.BROKEN_ROW),
            (b"\xff\xfe{", Fault.BROKEN_ROW),
            (b"[" * 100_000, Fault.BROKEN_ROW),
            (b'{"title": "x"}', Fault.ROW_WITHOUT_TEXT),
            (b'{"text": "  "}', Fault.ROW_WITHOUT_TEXT),
            (b'{"text": "<p></p>"}', Fault.NO_BODY),
        ],
    )
    def test_what_is_no_row(self, data: bytes, fault: Fault) -> None:
        with pytest.raises(Unreadable) as refused:
            read(data, media_type=media_type_of("utf-8"))
        assert refused.value.code is fault


def test_the_same_row_is_the_same_bytes() -> None:
    assert record_bytes({"a": "1", "text": "Đ"}) == record_bytes({"text": "Đ", "a": "1"})
    assert json.loads(record_bytes({"text": "Đ"})) == {"text": "Đ"}
