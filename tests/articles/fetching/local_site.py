"""A real site on this machine, which notes who asked it what, and when."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

MAIN = "127.0.0.1"


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    """How long it takes before it answers."""
    in_pieces: float = 0.0
    """How long it takes between two bytes of the body."""
    cut_off: bool = False
    """It promises one byte more than it gives."""


@dataclass(frozen=True)
class Asked:
    host: str
    path: str
    at: float
    headers: dict[str, str]


Answering = Callable[["Asked"], Answer]


class LocalSite(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: str = MAIN) -> None:
        super().__init__((address, 0), _Handler)
        self.answers: dict[str, Answer | Answering] = {}
        self.asked: list[Asked] = []
        self.most_at_once: dict[str, int] = {}
        self._at_once: dict[str, int] = {}
        self._lock = Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def own_host(self) -> str:
        return f"{self.server_address[0]!s}:{self.port}"

    def url(self, path: str, host: str | None = None) -> str:
        return f"http://{host or self.server_address[0]!s}:{self.port}{path}"

    def page(self, path: str, answer: "Answer | Answering | str") -> str:
        """Put a page there, and give its address."""
        if isinstance(answer, str):
            answer = html(answer)
        self.answers[path] = answer
        return self.url(path)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def note(self, asked: Asked) -> None:
        with self._lock:
            self.asked.append(asked)
            now = self._at_once[asked.host] = self._at_once.get(asked.host, 0) + 1
            self.most_at_once[asked.host] = max(self.most_at_once.get(asked.host, 0), now)

    def gone(self, asked: Asked) -> None:
        with self._lock:
            self._at_once[asked.host] -= 1

    def answer(self, asked: Asked) -> Answer:
        found = self.answers.get(
            asked.path, Answer(404, b"Kh\xc3\xb4ng c\xc3\xb3 trang n\xc3\xa0y")
        )
        return found if isinstance(found, Answer) else found(asked)


class _Handler(BaseHTTPRequestHandler):
    server: LocalSite

    def do_GET(self) -> None:
        host = (self.headers["host"] or "").rpartition(":")[0]
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(host, self.path, time.monotonic(), headers)
        self.server.note(asked)
        try:
            self._give(self.server.answer(asked))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.server.gone(asked)

    def _give(self, answer: Answer) -> None:
        time.sleep(answer.seconds)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body) + answer.cut_off))
        self.end_headers()
        if not answer.in_pieces:
            self.wfile.write(answer.body)
            return
        for place in range(len(answer.body)):
            self.wfile.write(answer.body[place : place + 1])
            time.sleep(answer.in_pieces)

    def log_message(self, *_args: object) -> None:
        """Not to the screen."""


def html(text: str, **headers: str) -> Answer:
    return Answer(
        body=text.encode(),
        headers={"Content-Type": "text/html; charset=utf-8"}
        | {name.replace("_", "-"): value for name, value in headers.items()},
    )


def leads_to(target: str, status: int = 302) -> Answer:
    return Answer(status, headers={"Location": target})


@contextmanager
def serving(address: str = MAIN) -> Iterator[LocalSite]:
    with LocalSite(address) as site:
        thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield site
        site.shutdown()
        thread.join()
