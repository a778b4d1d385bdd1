"""The two drivers of an exchange, one that blocks and one that awaits. They wait; they decide nothing."""

from collections.abc import Generator
from typing import Any, Protocol

import msgspec

from tallystick.rest.clock import Clock
from tallystick.rest.message import Failure, Reply
from tallystick.rest.step import Authorize, Lease, Refresh, Reserve, Send, Step, Token, Wait
from tallystick.rest.transport import AsyncTransport, Transport


class Keeper(Protocol):
    """Answers Authorize."""

    def ask(self, refused: str = "") -> Token | Refresh | Wait:
        """Return a token, the task of fetching one, or how long to wait."""


class Pacer(Protocol):
    """Answers Reserve."""

    def take(self) -> Lease | Wait:
        """Permission to send once, or how long to wait."""


class Hands(msgspec.Struct, frozen=True):
    """What a blocking driver works with."""

    keeper: Keeper
    pacer: Pacer
    transport: Transport
    clock: Clock


class AsyncHands(msgspec.Struct, frozen=True):
    """What an awaiting driver works with."""

    keeper: Keeper
    pacer: Pacer
    transport: AsyncTransport
    clock: Clock


def drive(steps: Generator[Step, Any, Any], hands: Hands) -> Any:
    """Carry out `steps` in this thread and return their result."""
    answer: Any = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as stop:
            return stop.value
        if isinstance(step, Send):
            outcome: Reply | Failure | None = None
            try:
                answer = outcome = hands.transport.send(step.request)
            finally:
                step.lease.settle(outcome)
        elif isinstance(step, Authorize):
            answer = hands.keeper.ask(step.refused)
        elif isinstance(step, Reserve):
            answer = hands.pacer.take()
        else:
            hands.clock.sleep(step.seconds)
            answer = None


async def drive_async(steps: Generator[Step, Any, Any], hands: AsyncHands) -> Any:
    """Carry out `steps` in this task and return their result."""
    answer: Any = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as stop:
            return stop.value
        if isinstance(step, Send):
            outcome: Reply | Failure | None = None
            try:
                answer = outcome = await hands.transport.asend(step.request)
            finally:
                step.lease.settle(outcome)
        elif isinstance(step, Authorize):
            answer = hands.keeper.ask(step.refused)
        elif isinstance(step, Reserve):
            answer = hands.pacer.take()
        else:
            await hands.clock.sleep_async(step.seconds)
            answer = None
