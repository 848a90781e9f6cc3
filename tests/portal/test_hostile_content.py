"""What is meant to do harm is shown, told and taken along as the words that it is."""

import csv
import json
import re
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import docx
import feedparser
import pytest
from django.test import Client
from lxml import etree, html
from openpyxl.reader.excel import load_workbook

from portal.models import Edition
from tests.portal.hostile import HANDLER, RUN, TEMPLATE, hostile_edition, pages_of

pytestmark = pytest.mark.django_db

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
OUR_ELEMENTS = {"form", "input", "button", "link", "meta"}
OURS = ("/static/", "/hinh/", "http://testserver/hinh/", "http://testserver/static/")
RUNS = {"script", "iframe", "object", "embed", "svg", "math", "base", "style", "img", "template"}


@pytest.fixture
def edition() -> Edition:
    return hostile_edition()


def harm_in(markup: str | bytes) -> list[str]:
    """Give what would run, load or lead where it should not."""
    page: Any = html.fromstring(markup)
    found = []
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in RUNS and not (element.get("src") or "").startswith(OURS):
            found.append(element.tag)
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                found.append(f"{element.tag} {name}")
            if name in {"href", "src", "action", "srcset"} and not leads_well(value):
                found.append(f"{name}={value}")
    return found


def leads_well(address: str) -> bool:
    return address.startswith(("/", "#", "?", "http://", "https://", "mailto:"))


def test_no_page_runs_it(client: Client, edition: Edition) -> None:
    for address in pages_of(edition):
        response = client.get(address)
        page = response.content.decode()
        assert response.status_code == 200, address
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert harm_in(page) == [], address
        assert RUN not in page
        assert "49" not in re.findall(r"\D(49|14)\D", page)


def test_the_words_are_there_as_they_were_written(client: Client, edition: Edition) -> None:
    page: Any = html.fromstring(client.get(f"/danh-muc/{edition.slug}/").content)
    [heading] = page.xpath("//h1")
    told = page.xpath("//meta[@property='og:title']/@content")

    assert edition.title in heading.text_content()
    assert told == [edition.title]
    assert TEMPLATE in page.text_content()


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
@pytest.mark.parametrize("address", ["/an-ban", "/chu-de/doc-hai/moi"])
def test_no_feed_carries_it_as_markup(
    client: Client, edition: Edition, address: str, form: str
) -> None:
    response = client.get(f"{address}.{form}")
    data = response.content
    if form == "json":
        told = [item["content_html"] for item in json.loads(data)["items"]]
    else:
        feed = feedparser.parse(data, sanitize_html=False)  # type: ignore[attr-defined,no-untyped-call]
        assert feed.bozo is False
        told = [entry.summary for entry in feed.entries]
    assert told
    for markup in told:
        assert harm_in(f"<div>{markup}</div>") == []
    assert response["X-Content-Type-Options"] == "nosniff"


def test_no_cell_of_a_table_is_a_formula(client: Client, edition: Edition) -> None:
    at = f"/danh-muc/{edition.slug}/an-ban/1"
    table = client.get(f"{at}.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(table)) for cell in row]
    assert [cell for cell in cells if FORMULA.match(cell)] == []
    assert any(HANDLER in cell for cell in cells)

    book = client.get(f"{at}.xlsx").content
    sheet = load_workbook(BytesIO(book)).active
    assert sheet is not None
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    with ZipFile(BytesIO(book)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
        assert not [name for name in parts.namelist() if "external" in name.lower()]
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<hyperlink" in sheet]


def test_no_document_leads_anywhere(client: Client, edition: Edition) -> None:
    data = client.get(f"/danh-muc/{edition.slug}/an-ban/1.docx").content
    document = docx.Document(BytesIO(data))
    assert any(HANDLER in paragraph.text for paragraph in document.paragraphs)
    with ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
        body = parts.read("word/document.xml")
        links = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    for mark in (b"instrText", b"fldSimple", b"w:hyperlink", b"altChunk", b"w:object"):
        assert mark not in body
    assert b'TargetMode="External"' not in links


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_the_name_of_a_file_is_plain(client: Client, edition: Edition, form: str) -> None:
    response = client.get(f"/danh-muc/{edition.slug}/an-ban/1.{form}")
    assert re.fullmatch(
        rf'attachment; filename="[a-z0-9-]+\.{form}"', response["Content-Disposition"]
    )


def test_the_api_says_it_word_for_word(client: Client, edition: Edition) -> None:
    response = client.get("/api/v1/editions")
    [said] = response.json()["items"]
    entry = client.get(f"/api/v1/lists/{edition.slug}/editions/1/entries").json()["items"][0]

    assert response["Content-Type"] == "application/json"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert said["title"] == edition.title
    assert entry["article"]["title"] == edition.entries.get(position=1).title


def test_maps_of_the_site_can_be_read(client: Client, edition: Edition) -> None:
    index = etree.fromstring(client.get("/sitemap.xml").content)
    for place in index.iter("{*}loc"):
        assert place.text
        etree.fromstring(client.get(place.text.partition("testserver")[2]).content)


@pytest.mark.parametrize("asked", ["/<script>", "/danh-muc/%3Cscript%3E/", "/tim-kiem/?q=%00"])
def test_addresses_are_not_repeated_as_markup(client: Client, asked: str) -> None:
    response = client.get(f"{asked}{HANDLER}")
    assert response.status_code in {400, 404}
    assert harm_in(response.content) == []
