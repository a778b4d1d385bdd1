"""The only socket: the Transport port and its implementation by httpx2. No other module may import an HTTP library.

A transport answers with Reply or Failure and never raises for what the network does. It follows no redirect, because
the token in the request is meant for one host.
"""

import threading
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING, Any, Protocol, Self

from tallystick.rest.deadline import Deadlines
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.response import Body, read_before

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS = 10.0
ACCEPTED = "gzip"


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
    """Blocking HTTP over httpx2. `http` replaces the client it would make, for proxies, certificates or tests.

    A `direct` one connects by itself, whatever proxy the environment names.
    """

    def __init__(self, *, http: "httpx2.Client | None" = None, direct: bool = False) -> None:
        self._http = http
        self._direct = direct
        self._lock = threading.Lock()
        self._deadlines = Deadlines()

    def send(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""
        import httpx2  # noqa: PLC0415  # importing the client must not load HTTP

        self._deadlines.start(_most(request))
        try:
            response = (self._http or self._open()).send(_outgoing(request), stream=True)
            try:
                body = Body(request, response)
                if body.failure is None:
                    for chunk in read_before(response) or response.iter_raw():
                        if body.add(chunk):
                            break
                return body.done()
            finally:
                response.close()
        except TimeoutError as error:
            return Failure(str(error))
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
                http = httpx2.Client(follow_redirects=False, trust_env=not self._direct)
                self._deadlines.watch(http)
                self._http = http
            return self._http


class AsyncHttpxTransport:
    """Awaiting HTTP over httpx2. `http` replaces the client it would make, for proxies, certificates or tests.

    A `direct` one connects by itself, whatever proxy the environment names.
    """

    def __init__(self, *, http: "httpx2.AsyncClient | None" = None, direct: bool = False) -> None:
        self._http = http
        self._direct = direct

    async def asend(self, request: Request) -> Reply | Failure:
        """Return the response, or what went wrong."""
        import asyncio  # noqa: PLC0415  # a blocking program never pays for it

        import httpx2  # noqa: PLC0415  # as above

        if self._http is None:
            self._http = httpx2.AsyncClient(follow_redirects=False, trust_env=not self._direct)
        try:
            async with asyncio.timeout(_most(request)):
                return await self._talk(self._http, request)
        except TimeoutError:
            return Failure("the call hung past every bound")
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            return _failure(error)

    async def _talk(self, http: "httpx2.AsyncClient", request: Request) -> Reply | Failure:
        response = await http.send(_outgoing(request, awaiting=True), stream=True)
        try:
            body = Body(request, response)
            before = read_before(response)
            if body.failure is None and before:
                body.add(before[0])
            elif body.failure is None:
                async for chunk in response.aiter_raw():
                    if body.add(chunk):
                        break
            return body.done()
        finally:
            await response.aclose()

    async def aclose(self) -> None:
        """Give back connections."""
        if self._http is not None:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Pieces:
    """A body that is sent piece by piece from a task."""

    def __init__(self, source: Iterable[bytes]) -> None:
        self.source = source

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.source:
            yield piece


def _most(request: Request) -> float:
    """Return the seconds after which a call is given up, whatever still trickles in: connecting, asking, reading."""
    return min(CONNECT_SECONDS, request.timeout_seconds) + 2 * request.timeout_seconds


def _outgoing(request: Request, *, awaiting: bool = False) -> "httpx2.Request":
    import httpx2  # noqa: PLC0415  # as above

    seconds = request.timeout_seconds
    timeout = {"connect": min(CONNECT_SECONDS, seconds), "read": seconds, "write": seconds, "pool": seconds}
    content, headers = request.content, {"accept-encoding": ACCEPTED, **request.headers}
    if not isinstance(content, bytes):
        headers["content-length"] = str(content.size)
    url, extensions = httpx2.URL(request.url), dict[str, Any](timeout=timeout)
    if request.address:
        headers["host"] = url.netloc.decode("ascii")
        extensions["sni_hostname"] = url.host
        url = url.copy_with(host=request.address)
    return httpx2.Request(
        request.method,
        url,
        headers=headers,
        content=_Pieces(content) if awaiting and not isinstance(content, bytes) else content or None,
        extensions=extensions,
    )


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
