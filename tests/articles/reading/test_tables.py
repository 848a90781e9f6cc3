"""Tables of articles: CSV, workbooks and JSON lines, as programs and people make them."""

import json
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from articles.reading import Fault, Unreadable, read
from articles.reading.bundles import (
    Bundle,
    Member,
    NoTextColumn,
    commas,
    open_bundle,
    tables,
)
from tests.articles.bundled import BODY, json_lines, windows_1258, workbook, zipped

DAY = datetime.fromisoformat("2021-09-30")


def opened(data: bytes | str, name: str = "bai.csv") -> Bundle:
    bundle = open_bundle(data.encode() if isinstance(data, str) else data, name=name)
    assert bundle is not None
    return bundle


def rows(data: bytes | str, name: str = "bai.csv") -> list[Any]:
    """What each member holds, or why it holds nothing."""
    members = opened(data, name).members()
    return [m.fault or json.loads(m.data) for m in members]


def numbers(data: bytes | str, name: str = "bai.csv") -> list[int | None]:
    return [member.row for member in opened(data, name).members()]


class TestCsv:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_is_read_with_the_delimiter_it_has(self, delimiter: str) -> None:
        text = "Tiêu đề;Nội dung\nMột;a, b | c\nHai;d".replace(";", delimiter)
        text = text.replace("a, b | c", f'"a{delimiter} b"')
        assert rows(text) == [
            {"Tiêu đề": "Một", "Nội dung": f"a{delimiter} b"},
            {"Tiêu đề": "Hai", "Nội dung": "d"},
        ]

    def test_that_declares_its_delimiter_is_believed(self) -> None:
        assert rows("sep=|\r\ntitle|text\r\na,b|c") == [{"title": "a,b", "text": "c"}]

    def test_quoted_line_ends_and_quotation_marks_stay_in_their_cell(self) -> None:
        text = 'title,text,date\n"Nói ""không""","Một\n\nHai, ba",2021\n'
        assert rows(text) == [{"title": 'Nói "không"', "text": "Một\n\nHai, ba", "date": "2021"}]

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_ends_its_lines_in_any_way(self, line_end: str) -> None:
        assert rows(line_end.join(["title,text", "a,b", "c,d"])) == [
            {"title": "a", "text": "b"},
            {"title": "c", "text": "d"},
        ]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1258"])
    def test_is_read_in_the_encoding_it_has_and_says_so(self, encoding: str) -> None:
        text = f'Tiêu đề;Nội dung\nĐông Khê nêu gương;"{BODY}"\n'
        data = windows_1258(text) if encoding == "windows-1258" else text.encode(encoding)
        (member,) = opened(data).members()
        found = read(member.data, media_type=member.media_type)
        assert (found.title, found.body) == ("Đông Khê nêu gương", BODY)
        assert encoding.startswith(found.encoding.removesuffix("-le"))

    def test_rows_are_counted_as_a_person_does(self) -> None:
        text = 'title,text\na,"b\nc"\n\nd,e\n,\nf,g\n'
        assert numbers(text) == [2, 4, 6]

    def test_titles_above_the_heads_are_passed_over(self) -> None:
        text = "DANH SÁCH BÀI VIẾT;;\n\nTháng 9/2021;;\nTiêu đề;Nội dung;STT\na;b;1\n"
        assert rows(text) == [{"Tiêu đề": "a", "Nội dung": "b", "STT": "1"}]

    def test_a_row_without_text_fails_alone(self) -> None:
        assert rows("title,text\na,b\nc,\nd,e") == [
            {"title": "a", "text": "b"},
            Fault.ROW_WITHOUT_TEXT,
            {"title": "d", "text": "e"},
        ]

    def test_a_row_with_more_cells_than_heads_fails_alone(self) -> None:
        assert rows("title,text\na,b,c\nd,e,,\n") == [
            Fault.BROKEN_ROW,
            {"title": "d", "text": "e"},
        ]

    def test_a_row_that_quotes_without_the_rules_is_taken_as_it_stands(self) -> None:
        text = 'Tiêu đề;Nội dung\n"Nêu gương" là gì?;Một câu.\nHai;Ba\n'
        assert rows(text) == [
            {"Tiêu đề": '"Nêu gương" là gì?', "Nội dung": "Một câu."},
            {"Tiêu đề": "Hai", "Nội dung": "Ba"},
        ]

    @pytest.mark.parametrize("after", ['c,"d"\ne,f\n', "c,d\ne,f\n"])
    def test_a_mark_that_is_never_closed_takes_its_own_row_only(self, after: str) -> None:
        assert rows('title,text,date\na,"b,\n' + after)[1:] == [
            {"title": "c", "text": "d"},
            {"title": "e", "text": "f"},
        ]

    def test_a_mark_that_is_never_closed_does_not_swallow_a_long_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(commas, "_MOST_LINES", 5)
        found = rows('title,text\na,"b\n' + "c,d\n" * 20)
        assert found == [{"title": "a", "text": '"b'}, *([{"title": "c", "text": "d"}] * 20)]

    def test_a_text_of_any_length_fits_in_a_cell(self) -> None:
        assert rows(f"title,text\na,{'b' * 300_000}") == [{"title": "a", "text": "b" * 300_000}]


class TestWorkbooks:
    def test_of_several_sheets_those_with_texts_are_taken(self) -> None:
        data = workbook(
            Tháng_9=[["Tiêu đề", "Nội dung"], ["Một", "a"]],
            Bìa=[["Danh sách bài"]],
            Tháng_10=[["Ghi chú", "text"], ["x", "b"]],
        )
        bundle = opened(data, "bai.xlsx")
        members = list(bundle.members())
        assert [(m.name, m.row, json.loads(m.data)) for m in members] == [
            ("Tháng 9", 2, {"Tiêu đề": "Một", "Nội dung": "a"}),
            ("Tháng 10", 2, {"Ghi chú": "x", "text": "b"}),
        ]
        assert bundle.unused_columns() == ["Ghi chú"]

    def test_one_sheet_needs_no_name(self) -> None:
        (member,) = opened(workbook(Bài=[["text"], ["a"]]), "bai.xlsx").members()
        assert member.name == ""

    def test_values_keep_what_they_are(self) -> None:
        row = ["a", DAY, DAY.replace(hour=8, minute=5), 44469, 1.5, time(8, 5)]
        data = workbook(Bài=[["text", "Ngày đăng", "b", "c", "d", "e"], row])
        assert rows(data, "bai.xlsx") == [
            {
                "text": "a",
                "Ngày đăng": "2021-09-30",
                "b": "2021-09-30T08:05:00",
                "c": 44469,
                "d": 1.5,
                "e": "08:05:00",
            }
        ]

    def test_days_and_days_as_numbers_are_days(self) -> None:
        heads = ["Tiêu đề", "Ngày đăng", "Nội dung"]
        data = workbook(Bài=[heads, ["Một", DAY, BODY], ["Hai", 44469, BODY]])
        days = {
            read(m.data, media_type=m.media_type).published_on
            for m in opened(data, "bai.xlsx").members()
        }
        assert days == {date(2021, 9, 30)}

    def test_empty_rows_are_passed_over_and_counted(self) -> None:
        data = workbook(Bài=[[], ["text"], ["a"], [], [None, " "], ["b"]])
        assert numbers(data, "bai.xlsx") == [3, 6]

    def test_a_column_without_a_name_goes_by_its_letter(self) -> None:
        bundle = opened(workbook(Bài=[["text", None, "text"], ["a", "b", "c", "d"]]), "bai.xlsx")
        (member,) = bundle.members()
        assert json.loads(member.data) == {"text": "a", "B": "b", "text (2)": "c", "D": "d"}
        assert bundle.unused_columns() == ["text (2)", "B", "D"]

    def test_a_bomb_is_refused_before_it_goes_off(self) -> None:
        rows = b"<row r='2'/>" * 2_000_000
        data = zipped({"[Content_Types].xml": "", "xl/workbook.xml": "", "sheet1.xml": rows})
        with pytest.raises(Unreadable) as refused:
            opened(data, "bai.xlsx")
        assert refused.value.code is Fault.UNPACKS_TOO_LARGE

    def test_a_broken_one_is_refused(self) -> None:
        data = zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x"})
        with pytest.raises(Unreadable) as refused:
            opened(data, "bai.xlsx")
        assert refused.value.code is Fault.DAMAGED

    def test_a_sheet_that_breaks_off_gives_what_came_before(self) -> None:
        whole = workbook(Bài=[["text"], *([f"bài {n}"] for n in range(3000))])
        bundle = opened(cut_in_sheet(whole), "bai.xlsx")
        found: list[Member] = []
        with pytest.raises(Unreadable) as refused:
            found.extend(bundle.members())
        assert refused.value.code is Fault.DAMAGED
        assert 0 < len(found) < 3000


class TestJsonLines:
    def test_each_line_is_a_row(self) -> None:
        data = json_lines({"title": "a", "text": "b"}, "", {"text": "c", "tags": ["x"]})
        assert rows(data, "bai.jsonl") == [
            {"title": "a", "text": "b"},
            {"text": "c", "tags": ["x"]},
        ]
        assert numbers(data, "bai.jsonl") == [1, 3]

    @pytest.mark.parametrize("line", ['{"text": ', "null", '"text"', "[" * 50_000, "1" * 5_000])
    def test_a_broken_line_fails_alone_under_its_number(self, line: str) -> None:
        data = json_lines({"text": "a"}, line, {"text": "b"})
        assert rows(data, "bai.jsonl") == [{"text": "a"}, Fault.BROKEN_ROW, {"text": "b"}]
        assert numbers(data, "bai.jsonl") == [1, 2, 3]

    def test_a_line_separator_inside_a_text_ends_no_line(self) -> None:
        assert rows(json_lines({"text": "a\u2028b\x85c"}), "bai.jsonl") == [
            {"text": "a\u2028b\x85c"}
        ]

    def test_columns_that_only_some_lines_have_are_told_once(self) -> None:
        bundle = opened(json_lines({"text": "a", "id": 1}, {"text": "b", "tags": []}), "b.jsonl")
        assert bundle.unused_columns() == []
        assert len(list(bundle.members())) == 2
        assert bundle.unused_columns() == ["id", "tags"]


class TestAllTables:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            ("Tiêu đề,Ghi chú\na,b\n".encode(), "bai.csv"),
            (workbook(Bài=[["Tiêu đề", "Ghi chú"], ["a", "b"]]), "bai.xlsx"),
            (json_lines({"Tiêu đề": "a", "Ghi chú": "b"}), "bai.jsonl"),
        ],
    )
    def test_a_table_of_something_else_tells_what_columns_it_has(
        self, data: bytes, name: str
    ) -> None:
        with pytest.raises(NoTextColumn) as refused:
            opened(data, name)
        assert refused.value.columns == ["Tiêu đề", "Ghi chú"]

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"title,text\n", "bai.csv"),
            (workbook(Bài=[["text"]]), "bai.xlsx"),
            (workbook(Bài=[]), "bai.xlsx"),
            (b"\n\n{}", "bai.jsonl"),
        ],
    )
    def test_one_without_rows_holds_nothing(self, data: bytes, name: str) -> None:
        assert list(opened(data, name).members()) == []

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            ("TỈNH ỦY SÔNG LAM,\nTỐI MẬT,\nTiêu đề,Nội dung\na,b\n".encode(), "bai.csv"),
            ("TUYỆT MẬT;x\nKế hoạch;y\n".encode(), "bai.csv"),
            (workbook(Bìa=[["Danh sách"], ["", "MẬT"]], Bài=[["text"], ["a"]]), "bai.xlsx"),
        ],
    )
    def test_a_mark_of_secrecy_above_the_rows_is_one_on_the_file(
        self, data: bytes, name: str
    ) -> None:
        with pytest.raises(Unreadable) as refused:
            opened(data, name)
        assert refused.value.code is Fault.SECRET

    def test_members_can_be_taken_from_behind_a_place_on(self) -> None:
        text = "title,text\n" + "".join(f"{n},bài\n" for n in range(6))
        places = [member.place for member in opened(text).members()]
        assert [m.row for m in opened(text).members(after=places[3])] == [6, 7]

    def test_too_many_rows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "MOST_MEMBERS", 3)
        found: list[Member] = []
        with pytest.raises(Unreadable) as refused:
            found.extend(opened("title,text\n" + "a,b\n" * 4).members())
        assert refused.value.code is Fault.TOO_MANY
        assert len(found) == 3

    def test_empty_rows_without_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "_MOST_ROWS", 30)
        with pytest.raises(Unreadable) as refused:
            list(opened("title,text\n" + "\n" * 40).members())
        assert refused.value.code is Fault.TOO_MANY

    @pytest.mark.parametrize("name", ["bai.txt", "bai", "bai.html"])
    def test_a_text_is_no_table(self, name: str) -> None:
        assert open_bundle(b"title,text\na,b\n", name=name) is None

    @pytest.mark.parametrize("name", ["bai.csv", "bai.jsonl"])
    def test_what_is_no_text_is_refused(self, name: str) -> None:
        with pytest.raises(Unreadable) as refused:
            opened(bytes(range(256)) * 20, name)
        assert refused.value.code is Fault.NOT_TEXT


def cut_in_sheet(data: bytes) -> bytes:
    """The same workbook with its sheet's XML broken off in the middle."""
    parts = {}
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            parts[name] = part[: len(part) // 2] if name.endswith("sheet1.xml") else part
    return zipped(parts)
