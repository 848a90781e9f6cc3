"""A request that breaks off is no shorter request."""

from io import BytesIO
from typing import Any

import pytest

from portal.bodies import WholeBodies


class InPieces(BytesIO):
    """Gives a few bytes at a time, as a slow line does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 3))


def stream(body: BytesIO, announced: str | None) -> Any:
    """Give what an application finds in place of the body."""
    seen: list[Any] = []

    def application(environ: dict[str, Any], _start: Any) -> list[bytes]:
        seen.append(environ["wsgi.input"])
        return []

    environ = {"wsgi.input": body} | ({"CONTENT_LENGTH": announced} if announced else {})
    WholeBodies(application)(environ, None)
    return seen[0]


@pytest.mark.parametrize("kind", [BytesIO, InPieces])
def test_a_whole_body_is_read_to_its_end_and_no_further(kind: type[BytesIO]) -> None:
    body = stream(kind(b"Chi bo hop.\nHet.next"), "16")
    assert (body.read(4), body.readline(), body.read(), body.read(5)) == (
        b"Chi ",
        b"bo hop.\n",
        b"Het.",
        b"",
    )
    assert body.readline() == b""


@pytest.mark.parametrize("read", ["read", "readline"])
def test_one_that_breaks_off_is_an_error(read: str) -> None:
    body = stream(BytesIO(b"Chi bo"), "20")
    assert getattr(body, read)(6) == b"Chi bo"
    with pytest.raises(OSError, match="14 bytes are missing"):
        getattr(body, read)(1)


@pytest.mark.parametrize("announced", [None, "", "x", "-1"])
def test_one_of_unknown_length_is_left_alone(announced: str | None) -> None:
    body = BytesIO(b"x")
    assert stream(body, announced) is body


def test_nothing_is_read_of_an_empty_one() -> None:
    assert stream(BytesIO(b""), "0").read() == b""
