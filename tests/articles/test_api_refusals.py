"""What is wrong with a request is said with its status, a code and its place."""

import io
from typing import Any

import pytest
from django.conf import LazySettings

from articles.models import ImportJob
from articles.views import imports as api
from articles.views.bodies import MOST_AT_ONCE
from tests.articles.api import ADDRESS, ARTICLE, IMPORTS, System, file

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(rung: list[int]) -> System:
    return System()


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
