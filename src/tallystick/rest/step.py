"""The four steps of an exchange and what answers them. Nothing here decides or waits."""

from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from tallystick.rest.message import Failure, Reply, Request


class Lease(Protocol):
    """Permission to send once. Whoever sends settles it, always, with what came back (None when cut short)."""

    def settle(self, outcome: Reply | Failure | None) -> None:
        """Give the permission back and tell what was seen."""


class Authorize(msgspec.Struct, frozen=True):
    """Asks for a token. `refused` is the one the vendor has just turned away. Answered by Token, Refresh or Wait."""

    refused: str = ""


class Reserve(msgspec.Struct, frozen=True):
    """Asks for permission to send now. Answered by a Lease or by Wait."""


class Send(msgspec.Struct, frozen=True):
    """Sends `request` under `lease`. Answered by Reply or Failure."""

    request: Request
    lease: Lease


class Sleep(msgspec.Struct, frozen=True):
    """Waits. Answered by None."""

    seconds: float


Step = Authorize | Reserve | Send | Sleep


class Token(msgspec.Struct, frozen=True):
    """A token to send with. `api_url` is where it is good; `granted` says that this process got it by a refresh."""

    value: str
    api_url: str
    granted: bool = False

    def __repr__(self) -> str:
        return f"Token(api_url={self.api_url!r}, granted={self.granted})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("api_url", self.api_url), ("granted", self.granted)]


class Refresh(msgspec.Struct, frozen=True):
    """This exchange is the one to fetch a new token. `check` raises what the answer of the token endpoint means."""

    request: Request
    lease: Lease
    check: Callable[[Reply | Failure], object]


class Wait(msgspec.Struct, frozen=True):
    """Not now: come back in `seconds`. `scope` names the limit that is spent, as in RateLimited."""

    seconds: float
    scope: str
