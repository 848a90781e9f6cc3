"""What other systems send and ask over HTTP, and what they are answered."""

import json
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.imports import start_import
from articles.actions.tokens import revoke_token
from articles.models import ApiToken, Article, ImportItem, ImportJob
from articles.views import imports as api
from articles.views.bodies import order_of
from tests.articles.api import ADDRESS, ARTICLE, IMPORTS, System, file
from tests.articles.importing import run_all
from tests.articles.texts import page, upload
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(rung: list[int]) -> System:
    return System()


class TestSending:
    def test_addresses_and_articles_are_one_import(self, system: System) -> None:
        answer = system.sends({"addresses": [ADDRESS], "articles": [ARTICLE, ARTICLE]})
        job = ImportJob.objects.get()
        assert answer.status_code == 202
        assert answer.json() == {
            "import": job.pk,
            "items": 3,
            "status": f"http://testserver/api/imports/{job.pk}",
        }
        assert (job.source, job.created_by) == (ImportJob.Source.API, system.person)
        assert [(i.position, i.row, i.address) for i in job.items.order_by("position")] == [
            (1, 1, ""),
            (2, 2, ""),
            (3, None, ADDRESS),
        ]

    def test_an_article_is_read_as_the_row_of_a_table_is(self, system: System) -> None:
        system.sends({"articles": [ARTICLE]})
        from_a_table = start_import(
            None,
            ImportJob.Source.FILES,
            [upload(json.dumps(ARTICLE, ensure_ascii=False), "bai.jsonl")],
        )
        assert run_all(ImportJob.objects.get(source=ImportJob.Source.API)) == {"imported": 1}
        article = Article.objects.get()
        assert article.title == ARTICLE["title"]
        assert str(article.published_on) == ARTICLE["published_on"]
        assert article.author == ARTICLE["author"]
        assert str(article.publisher) == ARTICLE["publisher"]
        assert [row.address for row in article.addresses.all()] == [ARTICLE["address"]]
        # The same bytes are the same original, whichever way they came.
        assert run_all(from_a_table) == {"unpacked": 1, "duplicate": 1}

    def test_an_article_may_come_as_html(self, system: System) -> None:
        html = f"<p>{ARTICLE['text']}</p><p>Đảng ủy xã cần <b>tiếp tục</b> phân công cán bộ.</p>"
        system.sends({"articles": [{"title": "Đông Khê", "html": html, "author": None}]})
        assert run_all(ImportJob.objects.get()) == {"imported": 1}
        text = Article.objects.get().text
        assert text is not None
        assert "Đảng ủy xã cần tiếp tục phân công cán bộ." in text.body

    def test_files_and_addresses_are_one_import(self, system: System) -> None:
        files = [file(page(), "một.txt"), file("x", "so.ods"), file(b"", "rong.txt")]
        answer = system.sends_form(files=files, addresses=[ADDRESS, "ftp://x"])
        assert answer.status_code == 202
        assert answer.json()["items"] == 5
        items = ImportJob.objects.get().items.order_by("position")
        assert [(i.position, i.name, i.state, i.problem) for i in items] == [
            (1, "một.txt", "waiting", ""),
            (2, "so.ods", "failed", "unsupported"),
            (3, "rong.txt", "failed", "empty"),
            (4, "bao.example/xa-hoi/bai-1.html", "waiting", ""),
            (5, "x", "failed", "bad_address"),
        ]

    def test_it_is_announced(
        self, rung: list[int], django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            System().sends({"addresses": [ADDRESS]})
        assert rung == [ImportItem.objects.get().pk]

    def test_a_file_over_the_limit_fails_alone(
        self, system: System, settings: LazySettings
    ) -> None:
        settings.IMPORT_MAX_BYTES = 1000
        system.sends_form(files=[file("a" * 1001, "a.txt"), file("a" * 999, "b.txt")])
        problems = ImportItem.objects.order_by("position").values_list("problem", flat=True)
        assert list(problems) == ["too_large", ""]

    def test_the_number_of_queries_does_not_grow(self, system: System) -> None:
        def queries(count: int) -> int:
            said = {
                "addresses": [f"{ADDRESS}?{count}-{n}" for n in range(count)],
                "articles": [ARTICLE | {"title": f"Bài {count}-{n}"} for n in range(count)],
            }
            with CaptureQueriesContext(connection) as context:
                assert system.sends(said, key=str(count)).status_code == 202
            return len(context)

        queries(1)  # the next ones find the use of the token noted
        assert queries(3) == queries(60) <= 20


JSON = "application/json"


class TestWhoMay:
    @pytest.mark.parametrize(
        "authorization", [None, "", "Bearer", "Bearer ", "Basic ZWRpdG9yOmVkaXRvcg==", "duyet_x"]
    )
    @pytest.mark.parametrize("method", ["POST", "GET"])
    def test_nobody_without_a_token(
        self, client: Client, method: str, authorization: str | None
    ) -> None:
        headers = {} if authorization is None else {"Authorization": authorization}
        address = IMPORTS if method == "POST" else f"{IMPORTS}/1"
        answer = client.generic(method, address, b"{}", content_type=JSON, headers=headers)
        assert (answer.status_code, answer.json()["error"]) == (401, "no_token")
        assert answer["WWW-Authenticate"] == 'Bearer realm="duyet"'

    def test_a_session_is_of_no_use(self, client: Client) -> None:
        client.force_login(PersonFactory(is_superuser=True))
        answer = client.post(IMPORTS, {"addresses": [ADDRESS]}, content_type=JSON)
        assert answer.status_code == 401

    @pytest.mark.parametrize("lost", ["unknown", "revoked", "deactivated"])
    def test_a_token_that_is_of_no_use(self, system: System, lost: str) -> None:
        if lost == "unknown":
            system.secret += "x"
        elif lost == "revoked":
            revoke_token(system.person, system.token)
        else:
            system.person.is_active = False
            system.person.save()
        for answer in (system.sends({"addresses": [ADDRESS]}), system.asks(f"{IMPORTS}/1")):
            assert (answer.status_code, answer.json()["error"]) == (401, "bad_token")
            assert 'error="invalid_token"' in answer["WWW-Authenticate"]
        assert not ImportJob.objects.exists()

    def test_whoever_may_import_no_more_loses_the_use_at_once(self, system: System) -> None:
        address = system.sends({"addresses": [ADDRESS]}, key="a").json()["status"]
        system.person.groups.set(ReviewerFactory().groups.all())
        for answer in (system.sends({"addresses": [ADDRESS]}, key="a"), system.asks(address)):
            assert (answer.status_code, answer.json()["error"]) == (403, "not_allowed")
        assert ImportJob.objects.count() == 1

    def test_a_token_that_is_revoked_during_a_long_upload(
        self, system: System, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def revoked_meanwhile(request: Any) -> Any:
            revoke_token(system.person, system.token)
            return order_of(request)

        monkeypatch.setattr(api, "order_of", revoked_meanwhile)
        assert system.sends({"addresses": [ADDRESS]}).status_code == 401
        assert not ImportJob.objects.exists()

    def test_people_ask_for_their_own_imports_only(self, system: System) -> None:
        address = system.sends({"addresses": [ADDRESS]}).json()["status"]
        by_hand = start_import(system.person, ImportJob.Source.FILES, [upload()])
        others = start_import(EditorFactory(), ImportJob.Source.FILES, [upload()])
        of_nobody = start_import(None, ImportJob.Source.FILES, [upload()])
        assert System(system.person, "Another").asks(address).status_code == 200
        assert system.asks(f"{IMPORTS}/{by_hand.pk}").status_code == 200
        for job in (others, of_nobody):
            assert system.asks(f"{IMPORTS}/{job.pk}").status_code == 404
        superuser = System(PersonFactory(is_superuser=True))
        assert superuser.asks(address).status_code == 404

    def test_use_is_noted_once_a_minute(self, system: System) -> None:
        assert system.token.last_used_at is None
        system.sends({"addresses": [ADDRESS]})
        noted = ApiToken.objects.get().last_used_at
        assert noted is not None
        system.sends({"addresses": [ADDRESS]})
        assert ApiToken.objects.get().last_used_at == noted


class TestAnswers:
    @pytest.mark.parametrize("asked", ["sends", "asks", "is refused"])
    def test_leave_no_cookie_and_are_kept_nowhere(self, system: System, asked: str) -> None:
        answer = system.sends({"addresses": [ADDRESS]} if asked != "is refused" else {})
        if asked == "asks":
            answer = system.asks(answer.json()["status"])
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in answer["Content-Security-Policy"]

    def test_need_no_csrf_token(self, system: System) -> None:
        system.client = Client(enforce_csrf_checks=True)
        assert system.sends({"addresses": [ADDRESS]}).status_code == 202
        assert system.sends_form(addresses=ADDRESS).status_code == 202

    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", "You have no such import."), ("de, en;q=0.5", "You have no such import.")],
    )
    def test_speak_the_language_asked_for(self, system: System, language: str, words: str) -> None:
        headers = system.headers() | {"Accept-Language": language}
        answer = system.client.get(f"{IMPORTS}/1", headers=headers)
        assert answer.json()["message"] == words
        assert answer["Content-Language"] == "en"

    def test_speak_vietnamese_where_none_is_asked_for(self, client: Client) -> None:
        assert client.post(IMPORTS)["Content-Language"] == "vi"
