"""Both clients as one thing to test: what blocks and what awaits have to behave alike."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import pytest

from tallystick.rest.rows import AsyncRows, Rows
from tallystick.rest.session import Question
from tallystick.rest.standing import Standing
from tallystick.sandbox.world import Sandbox
from tallystick.zoho_books import AsgiTransport, AsyncClient, Client


class Blocking:
    """The blocking client."""

    def __init__(self, **settings: Any) -> None:
        self.client: Any = Client(**settings)

    def call(self, *what: str, **question: Any) -> Any:
        return self.client.call(*what, **question)

    def download(self, *what: str, **question: Any) -> Any:
        return self.client.download(*what, **question)

    def chunks(self, *what: str, **question: Any) -> list[bytes]:
        return list(self.client.chunks(*what, **question))

    def rows(self, operation: str, **bound: Any) -> Any:
        question = Question(operation, params=bound.pop("params", None))
        return Rows[Any](self.client._session, self.client._hands, question, **bound)

    def read(self, rows: Any, most: int = 10**6) -> list[Any]:
        return [row for _, row in zip(range(most), rows, strict=False)]

    def pages(self, rows: Any) -> list[Any]:
        return list(rows.pages())

    def run(self, outcome: Any) -> Any:
        return outcome

    @property
    def limits(self) -> Standing:
        standing: Standing = self.client.limits
        return standing

    def close(self) -> None:
        self.client.close()


class Awaiting(Blocking):
    """The awaiting client in a loop of its own."""

    def __init__(self, **settings: Any) -> None:
        self.client = AsyncClient(**settings)
        self.runner = asyncio.Runner()

    def run(self, outcome: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(outcome)

    def call(self, *what: str, **question: Any) -> Any:
        return self.run(self.client.call(*what, **question))

    def download(self, *what: str, **question: Any) -> Any:
        return self.run(self.client.download(*what, **question))

    def chunks(self, *what: str, **question: Any) -> list[bytes]:
        return self.read(self.client.chunks(*what, **question))

    def rows(self, operation: str, **bound: Any) -> Any:
        question = Question(operation, params=bound.pop("params", None))
        return AsyncRows[Any](self.client._session, self.client._hands, question, **bound)

    def read(self, rows: Any, most: int = 10**6) -> list[Any]:
        return self.run(_some(rows, most))  # type: ignore[no-any-return]  # a runner returns anything

    def pages(self, rows: Any) -> list[Any]:
        return self.read(rows.pages())

    def close(self) -> None:
        self.run(self.client.close())
        self.runner.close()


async def _some(rows: AsyncIterator[Any], most: int) -> list[Any]:
    found: list[Any] = []
    async for row in rows:
        found.append(row)
        if len(found) == most:
            break
    return found


both_ways = pytest.mark.parametrize("way", [Blocking, Awaiting])


def of_sandbox(way: type[Blocking], sandbox: Sandbox, **settings: Any) -> Blocking:
    """A client of a sandbox in this process."""
    connection = dict(sandbox.connection)
    url = connection.pop("url")
    return way(
        **{**connection, "accounts_url": url, "api_url": url, "transport": AsgiTransport(sandbox.asgi), **settings}
    )


class Hour:
    """Time that client and sandbox share, and that passes only when somebody waits."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0
        self.waited: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def now(self) -> float:
        return self.seconds
