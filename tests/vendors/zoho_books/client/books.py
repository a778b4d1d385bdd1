"""A few of the vendor's recorded answers behind a real server, and both clients as one way of calling."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest

from tallystick.rest.answer import Answer, Page
from tallystick.zoho_books import AsyncClient, Client
from tests.rest.loopback import Asked, Server, Told, serving

ORGANIZATION = "10234695"
KEYS: dict[str, Any] = {
    "organization_id": ORGANIZATION,
    "client_id": "1000.ABCDEF",
    "client_secret": "5ec4e7",
    "refresh_token": "1000.4ef4e5.aaaa",
}
FIRST, SECOND = "1000.f145.1111", "1000.5ec0.2222"
LIMITS = (
    ("content-type", "application/json;charset=UTF-8"),
    ("X-Rate-Limit-Limit", "2000"),
    ("X-Rate-Limit-Remaining", "1988"),
    ("X-Rate-Limit-Reset", "45211"),
)
HTML = (("content-type", "text/html"),)
TEXT_57 = "You are not authorized to perform this operation"


def told(body: Any, status: int = 200, headers: tuple[tuple[str, str], ...] = LIMITS) -> Told:
    """A JSON answer."""
    return Told(status, msgspec.json.encode(body), headers)


def refused(status: int, code: int | None, message: str, *headers: tuple[str, str]) -> Told:
    """An error in the vendor's shape."""
    body = {"message": message} if code is None else {"code": code, "message": message}
    return told(body, status, (*LIMITS, *headers))


class Books:
    """The vendor: gives tokens, takes only the newest one, and answers the rest as the test says."""

    def __init__(self, answer: Callable[[Asked], Told]) -> None:
        self.answer = answer
        self.tokens = iter((FIRST, SECOND, *(f"1000.77.{number}" for number in range(99))))
        self.alive = ""
        self.grant: Callable[[], Told] = self.give

    def give(self) -> Told:
        self.alive = next(self.tokens)
        body = {"access_token": self.alive, "api_domain": self.url, "token_type": "Bearer", "expires_in": 3600}
        return told(body, 200, (("content-type", "application/json;charset=UTF-8"),))

    url = ""

    def __call__(self, asked: Asked) -> Told:
        if asked.path == "/oauth/v2/token":
            return self.grant()
        if asked.headers.get("authorization") != f"Zoho-oauthtoken {self.alive}":
            return refused(401, 57, TEXT_57)
        return self.answer(asked)


@contextmanager
def open_books(answer: Callable[[Asked], Told] | Told) -> Iterator[tuple[Server, Books]]:
    """The vendor at an address of this machine."""
    books = Books((lambda _: answer) if isinstance(answer, Told) else answer)
    with serving(books) as server:
        books.url = server.url
        yield server, books


def api_calls(server: Server) -> list[Asked]:
    """What was asked of the API, without the token calls."""
    return [asked for asked in server.asked if not asked.path.startswith("/oauth/")]


def blocking(server: Server, *what: str, settings: dict[str, Any] | None = None, **question: Any) -> Answer:
    """One call by the blocking client."""
    with Client(**{**KEYS, "accounts_url": server.url, **(settings or {})}) as client:
        return client.call(*what, **question)


def awaiting(server: Server, *what: str, settings: dict[str, Any] | None = None, **question: Any) -> Answer:
    """One call by the awaiting client."""

    async def once() -> Answer:
        async with AsyncClient(**{**KEYS, "accounts_url": server.url, **(settings or {})}) as client:
            return await client.call(*what, **question)

    return asyncio.run(once())


def pages_blocking(server: Server, *what: str, **question: Any) -> list[Page]:
    """One walk by the blocking client."""
    with Client(**KEYS, accounts_url=server.url) as client:
        return list(client.pages(*what, **question))


def pages_awaiting(server: Server, *what: str, **question: Any) -> list[Page]:
    """One walk by the awaiting client."""

    async def walk() -> list[Page]:
        async with AsyncClient(**KEYS, accounts_url=server.url) as client:
            return [page async for page in client.pages(*what, **question)]

    return asyncio.run(walk())


both = pytest.mark.parametrize("call", [blocking, awaiting])
both_walk = pytest.mark.parametrize("walk", [pages_blocking, pages_awaiting])
