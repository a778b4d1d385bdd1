"""The sandbox as an ASGI application: reads a request whole, sends it to the right part, writes the answer.

What a request means is decided by those parts. Bodies are read up to a bound and no further.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import SplitResult, urlsplit

import msgspec

from tallystick.sandbox import control
from tallystick.vendors.zoho_books.emulator.centres import split_centre
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.serialise import encode_refusal, respond
from tallystick.vendors.zoho_books.emulator.wire import Manner, Request, Response, read_pairs

if TYPE_CHECKING:
    from tallystick.sandbox.page import Page
    from tallystick.sandbox.world import Sandbox

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

BODY_BYTES_MAX: Final = 32 * 1024 * 1024
API_ROOTS: Final = ("/books/v3", "/api/v3")
CONTROL_ROOT: Final = "/sandbox"
PAGE_ROOT: Final = "/sandbox/page"
ACCOUNTS_ROOT: Final = "/oauth"
SLOW_PARTS: Final = 20
"""Parts a slow answer comes in."""
LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_FOREIGN_SITES: Final = frozenset({"cross-site", "same-site"})


class Application:
    """Answers HTTP for one sandbox. Requests are handled one at a time, in the order they were read whole."""

    def __init__(self, sandbox: "Sandbox", *, body_bytes_max: int = BODY_BYTES_MAX) -> None:
        self._sandbox = sandbox
        self._body_bytes_max = body_bytes_max
        self._in_process: Counter[str] = Counter()
        self._page: Page | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection's scope: HTTP, or the server's own start and stop."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            query = read_pairs(scope["query_string"].decode("latin-1"))
        except ValueError:
            await _send(send, _refusal(Refused("invalid_value", field="query")))
            return
        given = next((value for name, value in query if name == "organization_id"), "")
        organization_id = given or self._sandbox.organization.id
        self._in_process[organization_id] += 1
        try:
            concurrent = self._in_process[organization_id]
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
            body = await self._read(headers, receive)
            if body is None:
                response = _refusal(Refused("too_large", limit=self._body_bytes_max))
            else:
                request = Request(scope["method"], scope["path"], query, headers, body, concurrent)
                response = await self._answer_awaiting(request, scope)
            self._sandbox.deliveries.wake()
            manner = MANNERS.get(response.manner)
            if manner is None:
                await _send(send, response)
            else:
                await manner(response, receive, send, waits=is_over_a_socket(scope))
        finally:
            self._in_process[organization_id] -= 1
            if not self._in_process[organization_id]:
                del self._in_process[organization_id]

    async def _read(self, headers: dict[str, str], receive: Receive) -> bytes | None:
        """Return the body, None when it is longer than the bound."""
        declared = headers.get("content-length", "")
        if declared.isdigit() and int(declared) > self._body_bytes_max:
            return None
        message = await receive()
        if not message.get("more_body"):
            body: bytes = message.get("body", b"")
            return body if len(body) <= self._body_bytes_max else None
        parts, size = [message.get("body", b"")], len(message.get("body", b""))
        while message.get("more_body") and size <= self._body_bytes_max:
            message = await receive()
            parts.append(message.get("body", b""))
            size += len(parts[-1])
        return b"".join(parts) if size <= self._body_bytes_max else None

    async def _answer_awaiting(self, request: Request, scope: Scope) -> Response:
        """Answer, awaiting what others do meanwhile where the caller can be kept waiting."""
        client = scope.get("client")
        is_delivery = (request.method, request.path) == ("POST", control.DELIVER)
        if is_delivery and is_over_a_socket(scope) and not find_foreign(request, client):
            return await control.deliver_awaiting(self._sandbox)
        return self._answer(request, client)

    def _answer(self, request: Request, client: tuple[str, int] | None) -> Response:
        sandbox = self._sandbox
        location, path = split_centre(request.path)
        for root in API_ROOTS:
            if path.startswith(root) and path[len(root) : len(root) + 1] in {"", "/"}:
                return sandbox.emulator.answer(request, path[len(root) :], location)
        if _is_below(path, ACCOUNTS_ROOT):
            hosts = sandbox.accounts.addresses.accounts_hosts()
            reason = find_foreign(request, client, hosts) if path.startswith("/oauth/v2/auth") else ""
            return _forbid(reason) if reason else sandbox.accounts.answer(request, path, location)
        if path == "/" or _is_below(request.path, CONTROL_ROOT):
            reason = find_foreign(request, client)
            if reason:
                return _forbid(reason)
            return self._show(request) if _is_for_a_reader(request) else control.answer(sandbox, request)
        return _refusal(Refused("unknown_route"))

    def _show(self, request: Request) -> Response:
        """Answer a browser; who only calls the API never loads what pages need."""
        if self._page is None:
            try:
                from tallystick.sandbox.page import Page  # noqa: PLC0415  only who opens the page pays for templates
            except ModuleNotFoundError as error:
                told = f"the page needs {error.name}: pip install 'tallystick[sandbox]' brings it"
                return Response(501, control.HEADERS, msgspec.json.encode({"error": told}))
            self._page = Page(self._sandbox)
        return self._page.answer(request)


def find_foreign(request: Request, client: tuple[str, int] | None, hosts: frozenset[str] = frozenset()) -> str:
    """Return why a request for what only this machine's user may do is refused; empty when it is not.

    `hosts` are names beside loopback's that this machine has given the sandbox.

    Another site can make the user's browser send requests here, under a name of its own that it lets point to loopback.
    Such a request shows by its Host, its Origin, or by what the browser says of the site it comes from.
    """
    if client is not None and client[0] and client[0] not in LOOPBACK_NAMES:
        return "only programs on this machine may do this"
    host = request.headers.get("host", "")
    name = _split(f"//{host}").hostname or ""
    if not (is_loopback_name(name) or name in hosts):
        return f"the Host header {host!r} does not name this machine: call the sandbox by 127.0.0.1 or localhost"
    origin = request.headers.get("origin", "")
    if origin and _split(origin).netloc != host:
        return f"the request comes from a page of {origin!r}"
    if request.method != "GET" and request.headers.get("sec-fetch-site", "") in _FOREIGN_SITES:
        return "the request comes from a page of another site"
    return ""


def is_over_a_socket(scope: Scope) -> bool:
    """Say whether a request came over a socket; a caller in this process has no port and cannot be kept waiting."""
    client = scope.get("client")
    return bool(client and client[1])


def is_loopback_name(name: str) -> bool:
    """Say whether a host name can only mean this machine."""
    return name in LOOPBACK_NAMES or name.endswith(".localhost")


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _is_for_a_reader(request: Request) -> bool:
    """Say whether a page is meant: by its address, or at the root by what the caller accepts, as browsers say it."""
    if request.path == "/":
        return request.method == "GET" and "text/html" in request.headers.get("accept", "")
    return _is_below(request.path, PAGE_ROOT)


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(f"{root}/")


def _forbid(reason: str) -> Response:
    return Response(403, control.HEADERS, msgspec.json.encode({"error": reason}))


def _refusal(refused: Refused) -> Response:
    return respond(refused.http, encode_refusal(refused))


async def _send(send: Send, response: Response, *, body: bytes | None = None, more: bool = False) -> None:
    length = (b"content-length", str(len(response.body)).encode())
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response.headers]
    await send({"type": "http.response.start", "status": response.status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": response.body if body is None else body, "more_body": more})


async def _hang(response: Response, receive: Receive, send: Send, *, waits: bool) -> None:
    """Send nothing until the caller leaves, or the time is up."""
    if waits:
        with suppress(TimeoutError):
            async with asyncio.timeout(response.seconds):
                await receive()
        await _drop(response, receive, send, waits=waits)


async def _drop(response: Response, _receive: Receive, send: Send, *, waits: bool) -> None:
    """Break off: over a socket the head of the answer gets out and nothing behind it, in this process nothing at all."""
    if waits:
        await _send(send, msgspec.structs.replace(response, body=response.body or b" "), body=b"", more=True)


async def _truncate(response: Response, _receive: Receive, send: Send, *, waits: bool) -> None:
    """Break off in the middle of the body."""
    await _send(send, response, body=response.body[: len(response.body) // 2], more=waits)


async def _slow(response: Response, _receive: Receive, send: Send, *, waits: bool) -> None:
    """Dribble: the body in parts over the time, at once for a caller in this process, whose clock stands still."""
    step = max(len(response.body) // SLOW_PARTS, 1)
    await _send(send, response, body=b"", more=True)
    for start in range(0, len(response.body), step):
        if waits:
            await asyncio.sleep(response.seconds / SLOW_PARTS)
        await send({"type": "http.response.body", "body": response.body[start : start + step], "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


MANNERS: Final = {Manner.HANG: _hang, Manner.DROP: _drop, Manner.TRUNCATE: _truncate, Manner.SLOW: _slow}


async def _live(receive: Receive, send: Send) -> None:
    message = await receive()
    while message["type"] == "lifespan.startup":
        await send({"type": "lifespan.startup.complete"})
        message = await receive()
    await send({"type": "lifespan.shutdown.complete"})
