"""The whole way of what other systems send, and every example of docs/api.md, by real processes."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from articles.actions.tokens import make_token
from articles.models import Article, ImportItem
from tests.articles.fetching.desk import article_page
from tests.articles.fetching.local_site import LocalSite, serving
from tests.articles.texts import page
from tests.articles.web import served
from tests.factories import EditorFactory
from tests.workers import Workers

DOCS = Path(__file__).resolve().parents[2] / "docs" / "api.md"
DOCUMENTED_SITE = "https://bao.example.vn"
DOCUMENTED_DESK = "https://desk.example.vn"
ENDS_WITHIN = 90.0

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")


class Shell:
    """A shell at the other system, with curl."""

    def __init__(self, folder: Path, port: int, secret: str) -> None:
        self.folder = folder
        self.desk = f"http://127.0.0.1:{port}"
        self.secret = secret

    def gives(self, command: str) -> Any:
        done = subprocess.run(
            ["bash", "-euc", command],
            env=os.environ | {"DESK": self.desk, "TOKEN": self.secret},
            cwd=self.folder,
            capture_output=True,
            check=True,
            timeout=60,
        )
        return json.loads(done.stdout)

    def ended(self, status: str) -> Any:
        asks = f'curl -sS "{status}" -H "Authorization: Bearer $TOKEN" -H "Accept-Language: en"'
        until = time.monotonic() + ENDS_WITHIN
        while (said := self.gives(asks))["state"] == "running":
            assert time.monotonic() < until, said
            time.sleep(0.5)
        return said


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with serving() as running:
        yield running


@pytest.fixture
def shell(workers: Workers, site: LocalSite, tmp_path: Path) -> Iterator[Shell]:
    environment = {"FETCH_OWN_HOSTS": site.own_host, "FETCH_PAUSE_SECONDS": "0.1"}
    _token, secret = make_token(EditorFactory(), "Website")
    workers.start(environment)
    with served(workers, environment=environment) as port:
        folder = tmp_path / "system"
        folder.mkdir()
        yield Shell(folder, port, secret)


def test_three_files_and_two_addresses_to_the_end(shell: Shell, site: LocalSite) -> None:
    first = site.page("/bai-1.html", article_page())
    missing = site.url("/bai-2.html")
    (shell.folder / "một.txt").write_text(page("Bài một", body="Chi bộ thôn Hạ họp."))
    (shell.folder / "lai.txt").write_text(page("Bài một", body="Chi bộ thôn Hạ họp."))
    (shell.folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    sent = shell.gives(
        'curl -sS "$DESK/api/imports" -H "Authorization: Bearer $TOKEN" -F files=@một.txt'
        f" -F files=@lai.txt -F files=@anh.jpg -F addresses={first} -F addresses={missing}"
    )
    assert sent["items"] == 5

    said = shell.ended(sent["status"])
    assert said["state"] == "ended"
    ends = [(i["name"], i["state"], (i["problem"] or {}).get("error")) for i in said["items"]]
    assert sorted(ends[:2], key=lambda end: end[1]) in (
        [("lai.txt", "duplicate", None), ("một.txt", "imported", None)],
        [("một.txt", "duplicate", None), ("lai.txt", "imported", None)],
    )
    assert ends[2:] == [
        ("anh.jpg", "failed", "picture"),
        (first.removeprefix("http://"), "imported", None),
        (missing.removeprefix("http://"), "failed", "not_found"),
    ]
    assert said["items"][0]["article"] == said["items"][1]["article"]
    assert Article.objects.count() == 2
    for item in said["items"]:
        if item["article"]:
            path = urlsplit(item["article"]["address"]).path
            assert path == f"/en/admin/articles/article/{item['article']['id']}/change/"


def examples() -> list[tuple[str, Any]]:
    """Every command of the page, with the answer that it promises."""
    blocks = re.findall(r"```sh\n(.+?)```.*?```json\n(.+?)```", DOCS.read_text(), re.DOTALL)
    return [(command, json.loads(answer)) for command, answer in blocks]


def shape(said: Any) -> Any:
    """What kinds of things stand under which names."""
    if isinstance(said, dict):
        return {name: shape(value) for name, value in said.items()}
    return [shape(value) for value in said] if isinstance(said, list) else type(said)


def test_every_example_of_the_page_does_what_it_says(shell: Shell, site: LocalSite) -> None:
    site.page("/xay-dung-dang/bai-2.html", article_page())
    (shell.folder / "nghi-quyet.txt").write_text(page())
    (shell.folder / "bao-cao.html").write_text(article_page())
    sends_json, sends_files, asks = examples()

    def real(command: str) -> str:
        return command.replace(DOCUMENTED_SITE, site.url(""))

    first = shell.gives(real(sends_json[0]))
    ended = shell.ended(first["status"])
    assert ended["counts"]["imported"] == first["items"] == 2
    assert (shape(first), first["items"]) == (shape(sends_json[1]), sends_json[1]["items"])
    assert shell.gives(real(sends_json[0])) == first

    second = shell.gives(real(sends_files[0]))
    shell.ended(second["status"])
    assert (shape(second), second["items"]) == (shape(sends_files[1]), sends_files[1]["items"])
    assert shell.gives(real(sends_files[0])) == second

    number = urlsplit(second["status"]).path.rpartition("/")[2]
    said = shell.gives(real(asks[0]).replace("imports/2", f"imports/{number}"))
    promised = json.loads(
        json.dumps(asks[1])
        .replace(DOCUMENTED_SITE, site.url(""))
        .replace("bao.example.vn", site.own_host)
        .replace(DOCUMENTED_DESK, shell.desk)
    )
    assert shape(said) == shape(promised)
    assert said["counts"] == promised["counts"]
    for item, its in zip(said["items"], promised["items"], strict=True):
        same = ("position", "name", "address", "state", "problem")
        assert {name: item[name] for name in same} == {name: its[name] for name in same}


def test_the_page_names_every_error_there_is() -> None:
    code = "".join(
        path.read_text() for path in (DOCS.parents[1] / "articles" / "views").glob("*.py")
    )
    used = set(re.findall(r'ApiError\(\s*\d{3},\s*"(\w+)"', code))
    named = set(re.findall(r"`(\w+)`", DOCS.read_text().partition("## Errors")[2]))
    assert used - {"refused"} <= named
    assert len(used) > 10


def test_the_page_names_every_state_there_is() -> None:
    _command, answer = examples()[2]
    assert list(answer["counts"]) == [state.value for state in ImportItem.State]
