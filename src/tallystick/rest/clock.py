"""The clock and the dice that one client runs on, injected everywhere else. Whoever waits asks it to."""

import random
import time
from collections.abc import Awaitable, Callable

import msgspec


async def sleep_async(seconds: float) -> None:
    """Wait in a task."""
    import asyncio  # noqa: PLC0415 - a blocking program never pays for it

    await asyncio.sleep(seconds)


def draw() -> str:
    """Return text that nobody can guess."""
    import secrets  # noqa: PLC0415 - only authorising needs it

    return secrets.token_urlsafe(32)


class Clock(msgspec.Struct, frozen=True):
    """`monotonic` seconds never go back and pace everything; `chance` gives jitter between 0 and 1.

    `sleep` and `sleep_async` let that much of the same time pass. `draw` gives text that nobody can guess.
    """

    monotonic: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    sleep: Callable[[float], None] = time.sleep
    sleep_async: Callable[[float], Awaitable[None]] = sleep_async
    draw: Callable[[], str] = draw


SYSTEM = Clock()
