"""Editions that readers take along: each opened again, and compared with what is published."""

import csv
from io import BytesIO, StringIO

import docx
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from openpyxl.reader.excel import load_workbook
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from portal.actions import Pick, withdraw_edition
from portal.models import Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

AT = "/en/danh-muc/neu-guong/an-ban/1"
ADDRESS = f"http://testserver{AT}/"
TERMS = "May be quoted with title, number, date and address of the edition."


@pytest.fixture
def article() -> Article:
    article: Article = ArticleFactory(
        title="=Giữ lời thề",
        author="Lê Hà",
        published_on="2021-09-20",
        publisher=PublisherFactory(name="Báo Ví dụ"),
        source_url="https://bao.example/1",
    )
    article.themes.add(ThemeFactory(name="nêu gương"))
    return article


@pytest.fixture(autouse=True)
def edition(article: Article) -> Edition:
    task = approved_task(
        article, wording="Rà soát quy chế", responsible=["Huyện ủy"], taking_part=["Công an"]
    )
    return published_edition(
        Pick(article=article, note="Nên **đọc**."),
        Pick(task=task),
        title="Nêu gương",
        introduction="Lời *giới thiệu*.",
    )


def taken(client: Client, form: str) -> bytes:
    response = client.get(f"{AT}.{form}")
    assert response.status_code == 200
    assert f'filename="neu-guong-1.{form}"' in response["Content-Disposition"]
    assert "public" in response["Cache-Control"]
    return response.content


def test_a_table_opens_in_a_spreadsheet(client: Client, edition: Edition) -> None:
    sheet = load_workbook(BytesIO(taken(client, "xlsx"))).active
    assert sheet is not None
    headings, *found = sheet.iter_rows(values_only=True)
    first, second = (dict(zip(headings, row, strict=True)) for row in found)

    assert (first["No."], first["Kind"], first["Publisher"]) == (1, "article", "Báo Ví dụ")
    assert first["Themes"] == "nêu gương"
    assert first["The editor’s note"] == "Nên **đọc**."
    assert second["Wording"] == "Rà soát quy chế"
    assert (second["Who"], second["With"]) == ("Huyện ủy", "Công an")
    for row in (first, second):
        assert (row["List"], row["Edition"]) == ("Nêu gương", 1)
        assert row["Address of the edition"] == ADDRESS
        assert str(row["Terms of use"]).startswith(TERMS)
        assert str(row["Published on"])[:10] == str(timezone.localdate(edition.published_at))


def test_the_same_stands_in_the_other_table_and_nothing_in_it_is_run(client: Client) -> None:
    data = taken(client, "csv")
    assert data.startswith("\ufeff".encode())
    first, second = csv.DictReader(StringIO(data.decode("utf-8-sig")))

    assert not first["Title"].startswith("=")
    assert first["Title"].endswith("=Giữ lời thề")
    assert first["Date"] == "20/09/2021"
    assert second["Wording"] == "Rà soát quy chế"
    assert first["Address of the edition"] == second["Address of the edition"] == ADDRESS


def test_a_document_opens_in_a_word_processor(client: Client) -> None:
    document = docx.Document(BytesIO(taken(client, "docx")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}

    assert document.core_properties.title == "Nêu gương"
    assert lines[0] == "Nêu gương"
    assert lines[1].startswith("Edition 1, ")
    assert "Lời giới thiệu." in lines
    assert styles["1. =Giữ lời thề"] == styles["2. Rà soát quy chế"] == "Heading 1"
    assert "Source: Báo Ví dụ, Lê Hà, 20 Sep 2021, https://bao.example/1" in lines
    assert "Who: Huyện ủy" in lines
    assert "From: =Giữ lời thề" in lines
    assert styles["Nên đọc."] == "Quote"
    assert ADDRESS in lines
    assert lines[-1].startswith(TERMS)


def test_a_desk_says_its_own_terms(client: Client, settings: LazySettings) -> None:
    settings.TERMS = "CC BY 4.0, ghi rõ nguồn."
    assert "CC BY 4.0" in client.get(f"{AT}/").content.decode()
    document = docx.Document(BytesIO(taken(client, "docx")))
    assert document.paragraphs[-1].text == settings.TERMS


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_the_page_of_the_edition_leads_there(client: Client, form: str) -> None:
    assert f'href="{AT}.{form}"' in client.get(f"{AT}/").content.decode()


@pytest.mark.parametrize("address", [f"{AT}.pdf", "/danh-muc/neu-guong/an-ban/2.csv"])
def test_what_there_is_not(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_was_withdrawn_is_not_given(client: Client, edition: Edition) -> None:
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
    response = client.get(f"{AT}.csv")
    assert response.status_code == 410
    assert "Báo Ví dụ" not in response.content.decode()


def test_it_costs_the_same_however_much_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    published_edition(*map(Pick, ArticleFactory.create_batch(5)), title="Năm bài")
    for slug in ("neu-guong", "nam-bai"):
        with django_assert_num_queries(7):
            client.get(f"/danh-muc/{slug}/an-ban/1.csv")
