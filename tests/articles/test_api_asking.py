"""What other systems are told of their imports."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.imports import start_import
from articles.actions.likeness import merge_articles
from articles.models import Article, ImportJob, Likeness
from articles.views import imports as api
from tests.articles.api import ARTICLE, IMPORTS, System, file
from tests.articles.importing import run_all
from tests.articles.texts import page, pages, secret_page
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(rung: list[int]) -> System:
    return System()


class TestAsking:
    def asked(self, system: System, job: ImportJob, query: str = "") -> dict[str, Any]:
        answer = system.asks(f"{IMPORTS}/{job.pk}{query}")
        assert answer.status_code == 200
        said: dict[str, Any] = answer.json()
        return said

    def test_how_each_item_ended(
        self, system: System, django_capture_on_commit_callbacks: Any
    ) -> None:
        files: list[str | bytes] = [page(), page(), secret_page(), b"\x00\x01"]
        named = [file(text, f"{n}.txt") for n, text in enumerate(files, 1)]
        system.sends_form(files=named, addresses="mailto:a@bao.example")
        job = ImportJob.objects.get()
        before = self.asked(system, job)
        assert before["state"] == "running"
        assert before["counts"]["waiting"] == 4

        with django_capture_on_commit_callbacks(execute=True):
            run_all(job)
        article = Article.objects.get()
        link = {
            "id": article.pk,
            "address": f"http://testserver/en/admin/articles/article/{article.pk}/change/",
        }
        said = self.asked(system, job)
        assert (said["import"], said["state"], said["next"]) == (job.pk, "ended", None)
        assert {state: n for state, n in said["counts"].items() if n} == {
            "imported": 1,
            "duplicate": 1,
            "failed": 3,
        }
        told = [(i["position"], i["name"], i["state"], i["article"]) for i in said["items"]]
        assert told == [
            (1, "1.txt", "imported", link),
            (2, "2.txt", "duplicate", link),
            (3, "Item 3", "failed", None),
            (4, "4.txt", "failed", None),
            (5, "mailto:a@bao.example", "failed", None),
        ]
        assert [item["problem"] and item["problem"]["error"] for item in said["items"]] == [
            None, None, "secret", "not_text", "bad_address",
        ]  # fmt: skip
        assert said["items"][4]["problem"]["message"] == "This is no web address."
        assert said["items"][4]["address"] == "mailto:a@bao.example"

    def test_an_article_that_stepped_aside_gives_the_one_that_stands(self, system: System) -> None:
        system.sends({"articles": [ARTICLE, ARTICLE | {"text": f"{ARTICLE['text']} Hết."}]})
        job = ImportJob.objects.get()
        run_all(job)
        first, second = Article.objects.order_by("pk")
        alike = {"way": "repost", "jaccard": 1, "contained": 1}
        pair = Likeness.objects.create(first=first, second=second, **alike)
        merge_articles(EditorFactory(), pair.pk, first.pk)
        given = [item["article"]["id"] for item in self.asked(system, job)["items"]]
        assert given == [first.pk, first.pk]

    def test_items_come_page_by_page(self, system: System, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(api, "ITEMS_A_PAGE", 2)
        job = start_import(system.person, ImportJob.Source.API, pages(5))
        address: str | None = f"{IMPORTS}/{job.pk}"
        seen: list[list[int]] = []
        while address:
            said = system.asks(address).json()
            seen.append([item["position"] for item in said["items"]])
            address = said["next"]
        assert seen == [[1, 2], [3, 4], [5]]

    @pytest.mark.parametrize("after", ["x", "-1", "1.5", " "])
    def test_pages_that_are_none(self, system: System, after: str) -> None:
        job = start_import(system.person, ImportJob.Source.API, pages(1))
        answer = system.asks(f"{IMPORTS}/{job.pk}?after={after}")
        assert (answer.status_code, answer.json()["where"]) == (422, "after")

    def test_behind_the_last_item_is_nothing(self, system: System) -> None:
        job = start_import(system.person, ImportJob.Source.API, pages(1))
        said = self.asked(system, job, f"?after={10**18}")
        assert (said["items"], said["next"]) == ([], None)

    def test_a_cancelled_import_says_so(self, system: System) -> None:
        job = start_import(system.person, ImportJob.Source.API, pages(1))
        ImportJob.objects.filter(pk=job.pk).update(cancelled_at="2026-01-01T00:00:00Z")
        assert self.asked(system, job)["state"] == "cancelled"

    def test_the_number_of_queries_does_not_grow(self, system: System) -> None:
        def queries(count: int) -> int:
            job = start_import(system.person, ImportJob.Source.API, pages(count))
            run_all(job)
            with CaptureQueriesContext(connection) as context:
                assert len(self.asked(system, job)["items"]) == count
            return len(context)

        queries(1)
        assert queries(3) == queries(12) <= 8
