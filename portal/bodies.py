"""Bodies of requests that end before their time, because a line broke in mid-upload.

The web server hands on what came and then nothing, as if that were all: half a file would be
imported as a whole one. Here it is an error, which Django answers with 400.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...


class WholeBodies:
    """WSGI middleware: a body is as long as was announced, or reading it fails."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        announced = environ.get("CONTENT_LENGTH") or ""
        if announced.isdecimal():
            environ["wsgi.input"] = _Whole(environ["wsgi.input"], int(announced))
        return self.application(environ, start_response)


class _Whole:
    def __init__(self, stream: Stream, length: int) -> None:
        self.stream = stream
        self.left = length

    def read(self, size: int = -1, /) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        pieces = []
        while wanted:
            pieces.append(self._counted(self.stream.read(wanted)))
            wanted -= len(pieces[-1])
        return b"".join(pieces)

    def readline(self, size: int = -1, /) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        return self._counted(self.stream.readline(wanted)) if wanted else b""

    def _counted(self, piece: bytes) -> bytes:
        if not piece:
            raise ConnectionAbortedError(f"{self.left} bytes are missing")
        self.left -= len(piece)
        return piece
