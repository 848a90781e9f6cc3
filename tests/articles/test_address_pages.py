"""Web addresses at the desk: starting their import, and what the article's page says of them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.fetching import start_import_of_addresses
from articles.models import ArticleAddress, ImportItem, ImportJob
from portal.people.models import User
from tests.articles.desk import text_of
from tests.articles.factories import ArticleFactory
from tests.articles.texts import page
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

START = "/en/admin/articles/importjob/add/"
State, Problem = ImportItem.State, ImportItem.Problem


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def give(desk: Client, lines: str, **other: Any) -> Any:
    return desk.post(START, {"addresses": lines, "text": "", **other})


class TestStarting:
    def test_takes_one_address_or_a_list(self, desk: Client, editor: User) -> None:
        response = give(desk, "\n  https://a.example/1 \r\n\r\nhttps://a.example/2\n")

        job = ImportJob.objects.get()
        assert response.status_code == 302
        assert (job.source, job.created_by) == (ImportJob.Source.ADDRESSES, editor)
        items = job.items.order_by("position")
        assert list(items.values_list("position", "address", "state")) == [
            (1, "https://a.example/1", State.WAITING),
            (2, "https://a.example/2", State.WAITING),
        ]
        assert [item.name for item in items] == ["a.example/1", "a.example/2"]
        assert not any(item.original for item in items)

    def test_takes_a_page_once(self, desk: Client) -> None:
        give(desk, "https://a.example/1\nhttps://A.example:443/1?fbclid=x#y\nhttps://a.example/2")

        addresses = ImportJob.objects.get().items.order_by("position")
        assert [item.address for item in addresses] == [
            "https://a.example/1",
            "https://a.example/2",
        ]

    def test_takes_a_thousand_and_no_more(self, desk: Client) -> None:
        lines = [f"https://a.example/{number}" for number in range(1001)]

        refused = give(desk, "\n".join(lines))
        assert "more than 1000 addresses" in text_of(refused)
        assert lines[-1] in refused.content.decode(), "nothing that was typed is lost"
        assert not ImportJob.objects.exists()

        give(desk, "\n".join(lines[1:]))
        assert ImportItem.objects.count() == 1000

    def test_names_every_line_that_is_no_address(self, desk: Client) -> None:
        lines = """https://a.example/1

a.example/2
http://10.0.0.7/
https://a.example:8080/
https://a.example/a b
<script>alert(1)</script>"""

        response = give(desk, lines)

        said = text_of(response)
        assert response.status_code == 200
        assert "Nothing was imported" in said
        assert "Line 3, “a.example/2”: An address begins with https://." in said
        assert "Line 4, “http://10.0.0.7/”: This address leads into a closed network" in said
        assert "Line 5, “https://a.example:8080/”: Only what sites show at the usual ports" in said
        assert "Line 6, “https://a.example/a b”: This is no web address." in said
        assert "Line 1" not in said
        assert "<script>alert" not in response.content.decode()
        assert "https://a.example/1\n\na.example/2\n" in response.content.decode()
        assert not ImportJob.objects.exists()

    def test_does_not_name_thousands(self, desk: Client) -> None:
        said = text_of(give(desk, "\n".join(["không phải địa chỉ"] * 500)))

        assert said.count("An address begins with") == 20
        assert "And 480 more lines." in said

    def test_cuts_long_lines_short(self, desk: Client) -> None:
        said = text_of(give(desk, "x" * 5000 + " là gì"))

        assert f"“{'x' * 80}…”" in said

    @pytest.mark.parametrize("other", ["text", "files"])
    def test_takes_one_thing_at_a_time(self, desk: Client, other: str) -> None:
        more: dict[str, Any] = {"text": page()}
        if other == "files":
            more = {"chosen_files": [SimpleUploadedFile("a.txt", b"a", "text/plain")]}

        response = give(desk, "https://a.example/1", **more)

        assert "one import takes one of them" in text_of(response)
        assert "https://a.example/1" in response.content.decode()
        assert not ImportJob.objects.exists()

    def test_needs_something(self, desk: Client) -> None:
        assert "give a web address" in text_of(give(desk, " \n "))

    def test_needs_the_right_to_import(self, client: Client) -> None:
        client.force_login(ReviewerFactory())

        assert give(client, "https://a.example/1").status_code == 403
        assert not ImportJob.objects.exists()

    def test_costs_the_same_for_three_and_for_twelve(self, desk: Client) -> None:
        counts = []
        for many in (3, 12):
            lines = "\n".join(f"https://a.example/{many}/{number}" for number in range(many))
            with CaptureQueriesContext(
                connection,
            ) as queries:
                give(desk, lines)
            counts.append(len(queries))

        assert counts[0] == counts[1]


class TestTheCommand:
    def test_takes_addresses(self) -> None:
        call_command("import_articles", "https://a.example/1", "http://10.0.0.7/")

        job = ImportJob.objects.get()
        assert job.source == ImportJob.Source.COMMAND
        items = job.items.order_by("position")
        assert [(item.address, item.state, item.problem) for item in items] == [
            ("https://a.example/1", State.WAITING, ""),
            ("http://10.0.0.7/", State.FAILED, Problem.FORBIDDEN_ADDRESS),
        ]

    def test_names_what_failed(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("import_articles", "ftp://a.example/1")

        assert "ftp://a.example/1: This is no web address." in capsys.readouterr().err

    def test_takes_either_files_or_addresses(self, tmp_path: Any) -> None:
        with pytest.raises(CommandError, match="Either files and folders or web addresses"):
            call_command("import_articles", "https://a.example/1", str(tmp_path))


class TestTheArticlesPage:
    def test_shows_every_address_that_leads_to_it(self, desk: Client) -> None:
        article = ArticleFactory(source_url="https://a.example/1?utm_source=x")
        for address in ("https://a.example/1", "https://a.example/amp/1"):
            ArticleAddress.objects.create(article=article, address=address)

        content = desk.get(f"/en/admin/articles/article/{article.pk}/change/").content.decode()

        assert content.count('href="https://a.example/1?utm_source=x"') == 1
        assert content.count('href="https://a.example/amp/1"') == 1
        assert 'href="https://a.example/1"' not in content, "it is the same page"


class TestTheImportsPage:
    def test_says_that_an_item_waits_for_its_site(self, desk: Client, editor: User) -> None:
        job = start_import_of_addresses(editor, ImportJob.Source.ADDRESSES, ["https://a.example/1"])

        said = text_of(desk.get(f"/en/admin/articles/importjob/{job.pk}/change/"))

        assert "a.example/1 waiting It waits for its turn at the site." in said
