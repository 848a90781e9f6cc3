"""What other systems send and ask over HTTP, and what they are answered."""

import io
import json
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.imports import start_import
from articles.actions.likeness import merge_articles
from articles.actions.tokens import revoke_token
from articles.models import ApiToken, Article, ImportItem, ImportJob, Likeness
from articles.views import imports as api
from articles.views.bodies import MOST_AT_ONCE, order_of
from tests.articles.api import ARTICLE, IMPORTS, System
from tests.articles.importing import run_all
from tests.articles.texts import page, pages, secret_page, upload
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = pytest.mark.django_db

ADDRESS = "https://bao.example/xa-hoi/bai-1.html"


def file(text: str | bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


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
MANY = MOST_AT_ONCE + 1

# What is sent: status, error and its place.
BAD_BODIES: list[tuple[Any, int, str, str]] = [
    (b"", 400, "bad_json", ""),
    (b"{", 400, "bad_json", ""),
    (b"\xff\xfe\xfa", 400, "bad_json", ""),
    (b'{"addresses": ["\xe9"]}', 400, "bad_json", ""),
    (b"[" * 100_000, 400, "bad_json", ""),
    (b"1" * 10_000, 400, "bad_json", ""),
    ([], 422, "bad_field", ""),
    ("https://bao.example/", 422, "bad_field", ""),
    (None, 422, "bad_field", ""),
    ({}, 422, "nothing", ""),
    ({"addresses": [], "articles": None}, 422, "nothing", ""),
    ({"adresses": [ADDRESS]}, 422, "unknown_field", "adresses"),
    ({"addresses": ADDRESS}, 422, "bad_field", "addresses"),
    ({"addresses": {"0": ADDRESS}}, 422, "bad_field", "addresses"),
    ({"addresses": [ADDRESS, 7]}, 422, "bad_field", "addresses[1]"),
    ({"addresses": [ADDRESS, " \t"]}, 422, "bad_field", "addresses[1]"),
    ({"addresses": [None]}, 422, "bad_field", "addresses[0]"),
    ({"addresses": [ADDRESS] * MANY}, 413, "too_many", "addresses"),
    ({"articles": [ARTICLE] * MANY}, 413, "too_many", "articles"),
    ({"articles": ["x"]}, 422, "bad_field", "articles[0]"),
    ({"articles": [ARTICLE, {"title": "x"}]}, 422, "bad_field", "articles[1]"),
    ({"articles": [ARTICLE | {"html": "<p>x</p>"}]}, 422, "bad_field", "articles[0]"),
    ({"articles": [ARTICLE | {"text": ""}]}, 422, "bad_field", "articles[0].text"),
    ({"articles": [ARTICLE | {"text": ["x"]}]}, 422, "bad_field", "articles[0].text"),
    ({"articles": [ARTICLE | {"title": 5}]}, 422, "bad_field", "articles[0].title"),
    ({"articles": [ARTICLE | {"tags": "x"}]}, 422, "unknown_field", "articles[0].tags"),
    (
        {"articles": [ARTICLE | {"published_on": "2/10/2021"}]},
        422,
        "bad_field",
        "articles[0].published_on",
    ),
    (
        {"articles": [ARTICLE | {"address": "javascript:1"}]},
        422,
        "bad_field",
        "articles[0].address",
    ),
]


class TestBadRequests:
    @pytest.mark.parametrize(("said", "status", "error", "where"), BAD_BODIES)
    def test_bodies(self, system: System, said: Any, status: int, error: str, where: str) -> None:
        self.is_refused(system.sends(said), status, error, where)

    @pytest.mark.parametrize("key", ["", "a" * 201, "khóa", "a\tb"])
    def test_keys(self, system: System, key: str) -> None:
        answer = system.sends({"addresses": [ADDRESS]}, key=key)
        self.is_refused(answer, 400, "bad_key", "Idempotency-Key")

    @pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "x"])
    def test_kinds(self, system: System, kind: str) -> None:
        answer = system.client.post(IMPORTS, b"{}", content_type=kind, headers=system.headers())
        self.is_refused(answer, 415, "bad_type", "Content-Type")

    def test_a_length_that_is_not_told(self, system: System) -> None:
        answer = system.sends({"addresses": [ADDRESS]}, **{"Transfer-Encoding": "chunked"})
        self.is_refused(answer, 411, "no_length", "")

    def test_more_than_may_come(self, system: System, settings: LazySettings) -> None:
        settings.IMPORT_MAX_BYTES = settings.API_MAX_BYTES = 1000
        said = {"articles": [ARTICLE | {"text": "Chi bộ họp. " * 100}]}
        self.is_refused(system.sends(said), 413, "too_large", "")
        answer = system.sends_form(files=[file("a" * 1000, "a.txt")])
        self.is_refused(answer, 413, "too_large", "")

    def test_more_than_was_announced_is_not_read(
        self, system: System, settings: LazySettings
    ) -> None:
        settings.IMPORT_MAX_BYTES = 100
        body = io.BytesIO(b" " * 1_000_000)
        answer = self.sent_as(system, body, announced=101)
        self.is_refused(answer, 413, "too_large", "")
        assert body.tell() == 0

    def test_too_many_files(self, system: System, settings: LazySettings) -> None:
        settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
        files = [file("a", f"{n}.txt") for n in range(3)]
        self.is_refused(system.sends_form(files=files), 413, "too_many", "files")

    @pytest.mark.parametrize(
        ("fields", "status", "error", "where"),
        [
            ({}, 422, "nothing", ""),
            ({"address": [ADDRESS]}, 422, "unknown_field", "address"),
            ({"upload": file("a", "a.txt")}, 422, "unknown_field", "upload"),
            ({"addresses": [ADDRESS, " "]}, 422, "bad_field", "addresses[1]"),
            ({"addresses": [ADDRESS] * 1100}, 413, "too_many", "addresses"),
            ({"addresses": ["a" * 11_000_000]}, 413, "too_large", ""),
        ],
    )
    def test_forms(
        self, system: System, fields: dict[str, Any], status: int, error: str, where: str
    ) -> None:
        self.is_refused(system.sends_form(**fields), status, error, where)

    @pytest.mark.parametrize(
        ("kind", "body"),
        [
            ("multipart/form-data", b"x"),
            ("multipart/form-data; boundary=", b"x"),
            ("multipart/form-data; boundary=" + "b" * 300, b"x"),
        ],
    )
    def test_ruined_forms(self, system: System, kind: str, body: bytes) -> None:
        answer = system.client.post(IMPORTS, body, content_type=kind, headers=system.headers())
        self.is_refused(answer, 400, "bad_form", "")

    @pytest.mark.parametrize(
        ("method", "address", "status", "error"),
        [
            ("GET", IMPORTS, 405, "bad_method"),
            ("DELETE", IMPORTS, 405, "bad_method"),
            ("OPTIONS", IMPORTS, 405, "bad_method"),
            ("POST", f"{IMPORTS}/1", 405, "bad_method"),
            ("GET", f"{IMPORTS}/1", 404, "not_found"),
            ("GET", f"{IMPORTS}/{10**30}", 404, "not_found"),
            ("GET", f"{IMPORTS}/", 404, "not_found"),
            ("POST", f"{IMPORTS}/x", 404, "not_found"),
            ("PATCH", "/api", 404, "not_found"),
        ],
    )
    def test_other_addresses_and_methods(
        self, system: System, method: str, address: str, status: int, error: str
    ) -> None:
        answer = system.client.generic(method, address, headers=system.headers())
        self.is_refused(answer, status, error, "")
        assert ("Allow" in answer.headers) == (status == 405)

    def test_one_that_was_cut_off(self, system: System) -> None:
        class CutOff(io.RawIOBase):
            def read(self, size: int = -1) -> bytes:
                raise ConnectionResetError

        answer = self.sent_as(system, CutOff(), announced=10)
        self.is_refused(answer, 400, "cut_off", "")

    def test_faults_of_our_own_say_nothing_of_themselves(
        self, system: System, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fails(*_args: object) -> None:
            raise ZeroDivisionError("the reason")

        monkeypatch.setattr(api, "receive", fails)
        answer = system.sends({"addresses": [ADDRESS]})
        self.is_refused(answer, 500, "error", "")
        assert "the reason" not in answer.content.decode()
        assert "ZeroDivisionError: the reason" in caplog.text

    def sent_as(self, system: System, body: io.IOBase, announced: int) -> Any:
        its: dict[str, Any] = {
            "wsgi.input": body,
            "CONTENT_LENGTH": str(announced),
            "CONTENT_TYPE": JSON,
        }
        return system.client.generic("POST", IMPORTS, headers=system.headers(), **its)

    def is_refused(self, answer: Any, status: int, error: str, where: str) -> None:
        said = answer.json()
        assert (answer.status_code, said["error"], said["where"]) == (status, error, where)
        assert set(said) == {"error", "message", "where"}
        assert said["message"][0].isupper()
        assert answer["Content-Type"] == JSON
        assert not ImportJob.objects.exists()


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
        assert "Cookie" not in answer["Vary"]
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
