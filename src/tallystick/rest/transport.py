"""The only socket: the Transport port and its implementation by httpx2. No other module may import an HTTP library.

A transport answers with Reply or Failure and never raises for what the network does. It follows no redirect, because
the token in the request is meant for one host.
"""

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, Self

from tallystick.rest.clock import SYSTEM
from tallystick.rest.message import Failure, Reply, Request, Upload

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS = 10.0


class Transport(Protocol):
    """Sends one request and waits for its response in this thread."""

    def send(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""

    def close(self) -> None:
        """Give back connections."""


class AsyncTransport(Protocol):
    """Sends one request and waits for its response in this task."""

    async def asend(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""

    async def aclose(self) -> None:
        """Give back connections."""


class HttpxTransport:
    """Blocking HTTP over httpx2. `http` replaces the client it would make, for proxies, certificates or tests."""

    def __init__(self, *, http: "httpx2.Client | None" = None) -> None:
        self._http = http
        self._lock = threading.Lock()

    def send(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""
        import httpx2  # noqa: PLC0415  # importing the client must not load HTTP

        try:
            response = (self._http or self._open()).send(_outgoing(request), stream=True)
            try:
                body = Body(request, response)
                if body.failure is None:
                    for chunk in response.iter_bytes():
                        if body.add(chunk):
                            break
                return body.done()
            finally:
                response.close()
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            return _failure(error)

    def close(self) -> None:
        """Give back connections."""
        if self._http is not None:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> "httpx2.Client":
        import httpx2  # noqa: PLC0415  # as above

        with self._lock:
            if self._http is None:
                self._http = httpx2.Client(follow_redirects=False)
            return self._http


class AsyncHttpxTransport:
    """Awaiting HTTP over httpx2. `http` replaces the client it would make, for proxies, certificates or tests."""

    def __init__(self, *, http: "httpx2.AsyncClient | None" = None) -> None:
        self._http = http

    async def asend(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""
        import httpx2  # noqa: PLC0415  # as above

        if self._http is None:
            self._http = httpx2.AsyncClient(follow_redirects=False)
        try:
            response = await self._http.send(_outgoing(request), stream=True)
            try:
                body = Body(request, response)
                if body.failure is None:
                    async for chunk in response.aiter_bytes():
                        if body.add(chunk):
                            break
                return body.done()
            finally:
                await response.aclose()
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            return _failure(error)

    async def aclose(self) -> None:
        """Give back connections."""
        if self._http is not None:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class Body:
    """A response being read: stops at the byte bound and at the time bound of its request."""

    __slots__ = ("chunks", "ends", "failure", "monotonic", "request", "response", "size")

    def __init__(
        self, request: Request, response: "httpx2.Response", *, monotonic: Callable[[], float] = SYSTEM.monotonic
    ) -> None:
        self.request, self.response, self.monotonic = request, response, monotonic
        self.ends = monotonic() + request.timeout_seconds
        self.chunks: list[bytes] = []
        self.size = 0
        self.failure: Failure | None = None
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > request.bytes_max:
            self.failure = _oversize(request)

    def add(self, chunk: bytes) -> bool:
        """Take one chunk; True when reading has to stop."""
        self.chunks.append(chunk)
        self.size += len(chunk)
        if self.size > self.request.bytes_max:
            self.failure = _oversize(self.request)
        elif self.monotonic() > self.ends:
            self.failure = Failure(f"the response took longer than {self.request.timeout_seconds:g} s")
        return self.failure is not None

    def done(self) -> Reply | Failure:
        """Return the whole response."""
        if self.failure is not None:
            return self.failure
        response = self.response
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers.raw}
        content = self.chunks[0] if len(self.chunks) == 1 else b"".join(self.chunks)
        return Reply(response.status_code, headers, content)


def encode_multipart(fields: Mapping[str, str], files: Mapping[str, Upload]) -> tuple[bytes, str]:
    """Return a multipart body of text fields and files, and its content type."""
    import httpx2  # noqa: PLC0415  # as above

    request = httpx2.Request(
        "POST",
        "http://localhost/",
        data=dict(fields),
        files={name: (file.name, file.content, file.content_type) for name, file in files.items()},
    )
    return request.read(), request.headers["content-type"]


def _outgoing(request: Request) -> "httpx2.Request":
    import httpx2  # noqa: PLC0415  # as above

    seconds = request.timeout_seconds
    timeout = {"connect": min(CONNECT_SECONDS, seconds), "read": seconds, "write": seconds, "pool": seconds}
    return httpx2.Request(
        request.method,
        request.url,
        headers=request.headers,
        content=request.content or None,
        extensions={"timeout": timeout},
    )


def _oversize(request: Request) -> Failure:
    return Failure(f"the response is larger than {request.bytes_max} bytes", oversize=True)


def _failure(error: Exception) -> Failure:
    import httpx2  # noqa: PLC0415  # as above

    never_left = (
        httpx2.ConnectError,
        httpx2.ConnectTimeout,
        httpx2.PoolTimeout,
        httpx2.ProxyError,
        httpx2.UnsupportedProtocol,
        httpx2.LocalProtocolError,
        httpx2.InvalidURL,
    )
    said = str(error) or "nothing more is known"
    return Failure(f"{type(error).__name__}: {said}", sent=not isinstance(error, never_left))
