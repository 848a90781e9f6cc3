"""The same thing sent again under one key is one import, whatever happened in between."""

import http.client
import json
import socket
import threading
from contextlib import closing
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from articles.actions import receiving
from articles.actions.imports import save_items
from articles.actions.tokens import make_token
from articles.models import ApiToken, ImportItem, ImportJob, ImportKey, Original
from tests.articles.api import ARTICLE, IMPORTS, System
from tests.articles.importing import stored_files
from tests.articles.texts import page
from tests.articles.web import served
from tests.at_once import at_once
from tests.factories import EditorFactory
from tests.workers import Workers

ADDRESS = "https://bao.example/xa-hoi/bai-1.html"
SAID = {"addresses": [ADDRESS], "articles": [ARTICLE]}


def text(words: str, name: str = "bai.txt", kind: str = "text/plain") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode(), kind)


@pytest.mark.django_db
class TestKeys:
    @pytest.fixture
    def system(self, rung: list[int]) -> System:
        return System()

    def test_the_same_again_gives_the_same_import(self, system: System) -> None:
        first, again = system.sends(SAID, key="a"), system.sends(SAID, key="a")
        assert (first.status_code, again.status_code) == (202, 200)
        assert first.json() == again.json()
        assert ImportJob.objects.count() == 1

    def test_so_it_does_in_another_order_or_with_other_blanks(self, system: System) -> None:
        system.sends(SAID, key="a")
        turned = {"articles": [dict(reversed(ARTICLE.items()))], "addresses": [ADDRESS]}
        assert system.sends(json.dumps(turned, indent=4).encode(), key="a").status_code == 200

    def test_so_do_the_same_files_in_another_wrapping(self, system: System) -> None:
        # Every form has a boundary of its own.
        for status in (202, 200):
            answer = system.sends_form(key="a", files=[text(page())], addresses=ADDRESS)
            assert answer.status_code == status

    @pytest.mark.parametrize(
        "other",
        [
            {"addresses": [ADDRESS]},
            {"addresses": [ADDRESS, ADDRESS], "articles": [ARTICLE]},
            {"addresses": [ADDRESS], "articles": [ARTICLE | {"title": "Khác"}]},
            {"addresses": [ADDRESS], "articles": [ARTICLE, ARTICLE]},
        ],
    )
    def test_something_else_is_refused(self, system: System, other: Any) -> None:
        system.sends(SAID, key="a")
        answer = system.sends(other, key="a")
        assert (answer.status_code, answer.json()["error"]) == (422, "other_body")
        assert answer.json()["where"] == "Idempotency-Key"
        assert ImportJob.objects.count() == 1

    @pytest.mark.parametrize(
        "other",
        [
            {"files": [text(page("Khác"))]},
            {"files": [text(page(), name="khac.txt")]},
            {"files": [text(page()), text(page())]},
            {"files": [text(page(), kind="text/markdown")]},
        ],
    )
    def test_other_files_are_refused(self, system: System, other: dict[str, Any]) -> None:
        system.sends_form(key="a", files=[text(page())])
        assert system.sends_form(key="a", **other).status_code == 422

    def test_without_a_key_each_is_an_import(self, system: System) -> None:
        assert [system.sends(SAID).status_code for _ in range(2)] == [202, 202]
        assert ImportJob.objects.count() == 2

    def test_keys_of_two_tokens_do_not_meet(self, system: System) -> None:
        other = System(system.person, "Archive")
        assert [each.sends(SAID, key="1").status_code for each in (system, other)] == [202, 202]

    def test_a_key_may_be_long(self, system: System) -> None:
        assert system.sends(SAID, key="a b" + "c" * 197).status_code == 202

    def test_what_was_refused_uses_up_no_key(self, system: System) -> None:
        assert system.sends({"addresses": [7]}, key="a").status_code == 422
        assert system.sends(SAID, key="a").status_code == 202

    def test_what_could_not_be_saved_uses_up_no_key(
        self, system: System, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_args: object) -> None:
            raise OSError("No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(receiving, "save_items", full)
            assert system.sends(SAID, key="a").status_code == 500
        assert not ImportJob.objects.exists()
        assert not stored_files()
        assert system.sends(SAID, key="a").status_code == 202


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_two_make_one(self, rung: list[int]) -> None:
        system = System()
        statuses: list[int] = []

        def send(barrier: threading.Barrier) -> None:
            other = System.__new__(System)
            other.__dict__ |= system.__dict__ | {"client": type(system.client)()}
            barrier.wait()
            statuses.append(other.sends(SAID, key="a").status_code)

        for _round in range(5):
            statuses.clear()
            ImportKey.objects.all().delete()
            ImportJob.objects.all().delete()
            assert at_once(*[send] * 4) == [None] * 4
            assert sorted(statuses) == [200, 200, 200, 202]
            assert ImportItem.objects.count() == 2

    def test_two_of_which_the_first_is_still_saving(
        self, rung: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        system, saving, go_on = System(), threading.Event(), threading.Event()
        plainly = save_items
        seen: list[int] = []

        def slowly(*args: Any) -> None:
            saving.set()
            assert go_on.wait(20)
            plainly(*args)

        def send() -> None:
            try:
                seen.append(system.sends(SAID, key="a").status_code)
            finally:
                connections.close_all()

        monkeypatch.setattr(receiving, "save_items", slowly)
        first, second = (threading.Thread(target=send) for _ in range(2))
        first.start()
        assert saving.wait(20)
        saving.clear()
        second.start()
        assert not saving.wait(1), "the second one has begun to save too"
        go_on.set()
        first.join()
        second.join()
        assert sorted(seen) == [200, 202]
        assert ImportItem.objects.count() == 2


class TestARealWebProcess:
    def test_killed_between_saving_and_answering(self, workers: Workers) -> None:
        _token, secret = make_token(EditorFactory(), "Website")
        with served(workers, "tests.articles.dying_web") as port, pytest.raises(ConnectionError):
            send(port, secret)
        job = ImportJob.objects.get()

        with served(workers) as port:
            status, said = send(port, secret)
        assert (status, said["import"], said["items"]) == (200, job.pk, 2)
        assert ImportJob.objects.count() == 1
        assert Original.objects.count() == 1

    def test_whose_line_broke_in_the_middle_of_a_file(self, workers: Workers) -> None:
        _token, secret = make_token(EditorFactory(), "Website")
        whole = form(secret, page() * 100)
        with served(workers) as port:
            with socket.create_connection(("127.0.0.1", port), 20) as line:
                line.sendall(whole[:-2000])
                line.shutdown(socket.SHUT_WR)
                answer = line.recv(65536)
            assert b" 400 " in answer.partition(b"\r\n")[0]
            assert not ImportJob.objects.exists()
            with socket.create_connection(("127.0.0.1", port), 20) as line:
                line.sendall(whole)
                assert b" 202 " in line.recv(65536).partition(b"\r\n")[0]

    def test_that_writes_no_token_down(self, workers: Workers) -> None:
        _token, secret = make_token(EditorFactory(), "Website")
        with served(workers) as port:
            assert send(port, secret)[0] == 202
            assert send(port, secret, key="ó")[0] == 400
            ApiToken.objects.update(revoked_at="2026-01-01T00:00:00Z")
            assert send(port, secret)[0] == 401
        log = (workers.folder / "web.log").read_text()
        assert secret[6:20] not in log
        assert "Unauthorized: /api/imports" in log


def send(port: int, secret: str, key: str = "a") -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": key}
    headers["Content-Type"] = "application/json"
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("POST", IMPORTS, json.dumps(SAID), headers)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read())


def form(secret: str, words: str) -> bytes:
    body = (
        '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\n{words}\r\n--b--\r\n"
    ).encode()
    head = (
        f"POST {IMPORTS} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {secret}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\nIdempotency-Key: form\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
