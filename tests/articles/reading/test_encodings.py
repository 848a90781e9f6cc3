import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import Draft, Fault, Unreadable, read
from articles.reading.encodings import decode
from articles.reading.syllables import vietnamese_share

TEXT = (
    "Đảng bộ huyện Trà Giang\n\nThực hiện nghị quyết của cấp trên, các chi bộ đã phân công đảng "
    "viên "
    "phụ trách từng hộ gia đình, góp phần giữ vững ổn định ở cơ sở.\n"
)


def in_windows_1258(text: str) -> bytes:
    """As Windows wrote it: vowels whole, tones apart."""
    encoded = bytearray()
    for letter in text:
        try:
            encoded += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = list(unicodedata.normalize("NFD", letter))
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            shape = "".join(mark for mark in marks if mark not in tones)
            whole = unicodedata.normalize("NFC", base + shape)
            encoded += (whole + "".join(tones)).encode("cp1258")
    return bytes(encoded)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-32"), "utf-32-le"),
        (in_windows_1258(TEXT), "windows-1258"),
    ],
)
def test_text_is_decoded_without_loss(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert unicodedata.normalize("NFC", decoded.text) == TEXT


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    data = (TEXT * 20).encode() + b"\xe1\xba"
    assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Fault.EMPTY),
        (b" \r\n\t ", Fault.EMPTY),
        (bytes(range(256)) * 40, Fault.NOT_TEXT),
        (b"%PDF-1.7 ...", Fault.DAMAGED),
        (b"PK\x03\x04rest of it", Fault.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", Fault.PICTURE),
        (b"<html><body></body></html>", Fault.NO_BODY),
        ("Chỉ một dòng tiêu đề ngắn".encode(), Fault.NO_BODY),
        (b"x" * 20_000_001, Fault.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: Fault) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.code is code


def test_the_bytes_go_before_the_name() -> None:
    assert read((TEXT * 3).encode(), name="bao-cao.DOCX").media_type == "text/plain"


def test_names_of_data_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(TEXT.encode(), name="bao-cao.JSON")
    assert refused.value.code is Fault.UNSUPPORTED


def test_syllables_tell_vietnamese_from_its_ruins() -> None:
    assert vietnamese_share(TEXT) > 0.95
    assert vietnamese_share(TEXT.encode().decode("latin-1")) < 0.5


SOUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='related'>",
            "</div>",
            "<table><tr><td>",
            "</table>",
            "<br>",
            "\n",
            "<h1>",
            "</h1>",
            "<a href=x>",
            "</a>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "&nbsp;",
            "&#0;",
            "MẬT",
            "12/3/2021",
            "(BTG) - ",
            "Đọc thêm",
            "Ảnh: A",
            "./.",
            "- ",
            "1.",
            "Chi bộ họp bàn việc phân công đảng viên phụ trách từng hộ gia đình trong thôn xóm. "
            * 2,
        ],
    ),
    max_size=40,
).map("".join)


def read_or_refuse(data: bytes) -> Draft | Fault:
    try:
        return read(data)
    except Unreadable as refused:
        return refused.code


@settings(deadline=None)  # the first page loads trafilatura
@given(st.one_of(st.binary(), st.text().map(str.encode), SOUP.map(str.encode)))
def test_any_bytes_give_a_draft_or_a_clear_error(data: bytes) -> None:
    draft = read_or_refuse(data)
    if isinstance(draft, Fault):
        return
    assert draft.lead
    assert draft.lead in draft.body
    assert all(line == line.strip() and line for line in draft.body.split("\n"))
    assert all(draft.body[start:end].strip() for start, end in draft.headings)


def test_pages_nested_beyond_reason_are_read_or_refused() -> None:
    deep = "<div>" * 20_000 + "<p>Chi bộ họp bàn việc phân công đảng viên phụ trách các hộ. " * 3
    assert read_or_refuse(deep.encode())
