"""Connections of our own: the address that is connected to is the address that was checked.

A name is resolved once for each connection, every answer is checked, and the connection goes to
the number, so that a second answer of the name's server changes nothing. TLS is still with the
name. No proxies. One deadline holds for all of it, however slowly a site drips its bytes.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import httpcore
import httpx

from articles.fetching.failures import Refusal, Unfetchable
from articles.fetching.places import Own, may_connect

Resolve = Callable[[str, int], Sequence[str]]
"""The numeric addresses of a name; raises `OSError` where there are none."""

_MOST_PLACES: Final = 4


def resolve(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None) -> float:
        """Seconds that an operation may take, or `httpcore.ReadTimeout`."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("The whole of it took too long")
        return left if at_most is None else min(left, at_most)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, left)
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                # What is wrong with a certificate today is wrong with it in a minute too.
                raise Unfetchable(Refusal.NO_ANSWER, str(error)) from error
            raise
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    def __init__(self, own: Own, resolve: Resolve, deadline: Deadline) -> None:
        self._own = own
        self._resolve = resolve
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for place in self._checked(host, port)[:_MOST_PLACES]:
            try:
                stream = self._plain.connect_tcp(
                    place, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed or httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(self, path: str, *_args: Any, **_options: Any) -> Any:
        raise Unfetchable(Refusal.FORBIDDEN_ADDRESS, path)

    def _checked(self, host: str, port: int) -> Sequence[str]:
        """The places a name stands for: all of them open, or none is used."""
        try:
            places = self._resolve(host, port)
        except socket.gaierror as error:
            # A name that nobody knows stays unknown; a name server that is down comes back.
            passes = error.errno not in {socket.EAI_NONAME, socket.EAI_FAMILY}
            raise Unfetchable(Refusal.NO_ANSWER, f"{host}: {error}", may_pass=passes) from error
        except (OSError, UnicodeError) as error:
            raise Unfetchable(Refusal.NO_ANSWER, f"{host}: {error}") from error
        own = self._own.holds(host, port)
        closed = [place for place in places if not may_connect(place, own=own)]
        if closed:
            raise Unfetchable(Refusal.FORBIDDEN_ADDRESS, f"{host} is at {', '.join(closed)}")
        return places


class CheckedTransport(httpx.BaseTransport):
    """httpx over httpcore with our own backend, which httpx's transport has no room for."""

    def __init__(self, backend: CheckedBackend, tls: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls or _public_tls(), network_backend=backend, max_connections=1
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions={}
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@lru_cache(maxsize=1)
def _public_tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)
