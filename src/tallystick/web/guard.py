"""The outermost layer of the pages: who may ask at all, and the headers every answer carries. It knows no page.

A page on the reader's own machine is reachable by any web site the reader visits, in two ways: by a name that the
site's owner points at 127.0.0.1 (stopped by the Host check), and by a form that posts across origins (stopped by the
origin check). Neither needs a cookie or a token.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = tuple(
    (name.encode(), value.encode())
    for name, value in (
        ("content-security-policy", _POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    )
)


class Guard:
    """An ASGI application around another one that it protects."""

    def __init__(self, app: Application, *, hosts: Iterable[str] = LOOPBACK_HOSTS) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not _is_known(headers.get("host", ""), self._hosts):
            words = (
                "This address is not one of this server's own names. Open it as http://localhost or http://127.0.0.1."
            )
            await _refuse(send, 421, words)
        elif scope["type"] != "http":
            await _refuse(send, 400, "Only plain HTTP is spoken here.")
        elif scope["method"] not in _SAFE_METHODS and not _is_same_origin(headers):
            await _refuse(
                send, 403, "This form was sent from another site. Open the page itself and press the button there."
            )
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(_with_headers(send)))
        else:
            await self._app(scope, receive, _with_headers(send))


def _is_known(host: str, hosts: frozenset[str]) -> bool:
    """Tell whether a Host header names this server, whatever its port."""
    name, colon, port = host.rpartition(":")
    bare = name if colon and port.isdigit() else host
    return bare.lower() in hosts


def _is_same_origin(headers: dict[str, str]) -> bool:
    """Tell whether a request that changes something came from our own page, or from no browser at all.

    Browsers state it in Sec-Fetch-Site; older ones state Origin with every form that posts. A request with neither
    is from a program, which no web site can make the reader's browser be.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers["host"].lower()


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *HEADERS]
        await send(message)

    return sending


def _without_body(send: Send) -> Send:
    async def sending(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sending


async def _refuse(send: Send, status: int, words: str) -> None:
    sending = _with_headers(send)
    await sending(
        {"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain; charset=utf-8")]}
    )
    await sending({"type": "http.response.body", "body": f"{words}\n".encode(), "more_body": False})
