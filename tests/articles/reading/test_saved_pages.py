"""Pages of the web as browsers save them: in one file, or with a note of where they were."""

import base64
import quopri
from email.message import EmailMessage

import pytest

from articles.reading import Fault, Unreadable, read
from tests.articles.reading.words import P1, P3, P4, TITLE

ADDRESS = "https://baotragiang.example/xay-dung-dang/chi-bo.html"
PAGE = (
    f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    f"<p>{P1}</p><p>{P3}</p><p>{P4}</p></body></html>"
)


def saved(
    page: str = PAGE,
    *,
    charset: str = "utf-8",
    coding: str = "quoted-printable",
    headers: str = f"Snapshot-Content-Location: {ADDRESS}\n",
    location: str = ADDRESS,
) -> bytes:
    """A page as Chrome saves it, with a style and a frame beside it."""
    data = page.encode(charset)
    packed = quopri.encodestring(data) if coding == "quoted-printable" else base64.encodebytes(data)
    kind = f'text/html; charset="{charset}"'
    return (
        b"From: <Saved by Blink>\n" + headers.encode() + b"Subject: x\n"
        b"Date: Sat, 21 Nov 2026 21:30:00 -0000\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----x"\n\n\n------x\n'
        + f"Content-Type: {kind}\nContent-ID: <a@mhtml>\n".encode()
        + f"Content-Transfer-Encoding: {coding}\nContent-Location: {location}\n\n".encode()
        + packed
        + b"\n------x\nContent-Type: text/css\n\np { color: red }\n------x\n"
        b"Content-Type: text/html\nContent-Location: https://ads.example/\n\n<p>Khung</p>\n------x--\n"
    )


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16"])
def test_a_page_saved_in_one_file_is_read(coding: str, charset: str) -> None:
    draft = read(saved(charset=charset, coding=coding), name="bai.mhtml")
    assert draft.title == TITLE
    assert draft.body.split("\n") == [P1, P3, P4]
    assert draft.source_url == ADDRESS
    assert draft.publisher == "baotragiang.example"
    assert draft.media_type == "multipart/related"
    assert draft.published_on is None  # when it was saved is not when it was published


def test_line_ends_and_names_do_not_matter() -> None:
    data = saved().replace(b"\n", b"\r\n")
    assert read(data, name="bai.txt", media_type="text/plain").body.split("\n") == [P1, P3, P4]


def test_the_part_that_the_envelope_calls_its_start_is_the_page() -> None:
    data = saved().replace(b'boundary="----x"', b'boundary="----x"; start="<b@mhtml>"')
    other = PAGE.replace(P1, P1.upper()).encode()
    part = (
        b"------x\nContent-Type: text/html; charset=utf-8\nContent-ID: <b@mhtml>\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(other) + b"\n------x--\n"
    )
    assert P1.upper() in read(data.replace(b"------x--\n", part)).body


def test_an_address_in_the_page_itself_goes_first() -> None:
    page = PAGE.replace("<title>", "<link rel=canonical href='https://a.example/1'><title>")
    assert read(saved(page)).source_url == "https://a.example/1"


@pytest.mark.parametrize("location", ["file:///C:/bai.htm", "", "cid:frame@mhtml"])
def test_a_place_on_somebody_s_disk_is_no_address(location: str) -> None:
    draft = read(saved(headers="", location=location))
    assert (draft.source_url, draft.publisher) == (None, None)


@pytest.mark.parametrize(
    ("note", "address"),
    [
        (f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->", ADDRESS),
        (f"<!--saved from url=({len(ADDRESS):04}){ADDRESS}-->", ADDRESS),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- nothing of the kind -->", None),
    ],
)
def test_a_page_saved_complete_notes_where_it_was(note: str, address: str | None) -> None:
    page = PAGE.replace("<html>", f"\n{note}\n<html>")
    assert read(page.encode(), name="bai.html").source_url == address


def test_a_letter_that_python_writes_is_read() -> None:
    letter = EmailMessage()
    letter.set_content("không phải trang")
    letter.add_alternative(PAGE, subtype="html")
    assert read(letter.as_bytes()).body.split("\n") == [P1, P3, P4]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
            Fault.NO_BODY,
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", Fault.NO_BODY),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"\n--x" * 6000,
            Fault.TOO_MANY,
        ),
        (saved(f"<html><body><p>MẬT</p><p>{P1}</p><p>{P3}</p></body></html>"), Fault.SECRET),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: Fault) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.code is code


def test_a_text_that_speaks_of_letters_is_a_text() -> None:
    text = f"From: một tựa bài\n\nMIME-Version: là gì?\n\n{P1}\n\n{P3}"
    assert read(text.encode()).media_type == "text/plain"
