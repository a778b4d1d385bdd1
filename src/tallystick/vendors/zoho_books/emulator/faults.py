"""Trouble on demand: faults that are asked for, and which of them a call meets. Seeded, so that a run can be repeated.

Where on a call's path each takes hold stands in `path`; how a spoiled answer reaches the wire is the host's business.
"""

import random
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from tallystick.rest.operation import Operation
from tallystick.vendors.zoho_books.emulator.errors import ERRORS, Refused
from tallystick.vendors.zoho_books.emulator.wire import Manner, Response

FAULTS_MAX: Final = 100
"""Faults that may wait at once."""
CALLS_MAX: Final = 100_000
SECONDS_MAX: Final = 3_600.0
ROWS_MAX: Final = 1_000


class FaultKind(StrEnum):
    """What goes wrong."""

    UNAUTHORIZED = "unauthorized"
    LIMIT = "limit"
    SERVER_ERROR = "server_error"
    HTML = "html"
    TIMEOUT = "timeout"
    DROP = "drop"
    TRUNCATE = "truncate"
    SLOW = "slow"
    PAGE_DRIFT = "page_drift"
    STALE_SEARCH = "stale_search"
    WEBHOOK_DUPLICATE = "webhook_duplicate"
    WEBHOOK_REORDER = "webhook_reorder"
    WEBHOOK_DROP = "webhook_drop"


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fault and the calls it meets.

    It meets calls of `operation` (an id; empty means any) and `method`, once `skip` of them have passed, then `times`
    of them (0: until it is taken away), each with the chance `share` drawn by `seed`. With `after_commit` the call has
    done its work before it goes wrong: that tells a program's duplicate writes. `status` is the HTTP status of a server
    error or an HTML page, `limit` the row of the errors that a limit answers with, `seconds` how long a time-out lasts at most, how
    long a slow answer takes, or how far a stale search is behind. `rows` is how many rows a list has moved on between
    two pages: positive repeats rows, negative skips them.

    The kinds that begin with `webhook_` meet deliveries of webhooks, counted in the order they fire, and no calls: they
    have neither operation nor method. `seconds` is how long a delivery waits at most to be overtaken.
    """

    kind: FaultKind
    operation: str = ""
    method: str = ""
    after_commit: bool = False
    skip: Annotated[int, Meta(ge=0, le=CALLS_MAX)] = 0
    times: Annotated[int, Meta(ge=0, le=CALLS_MAX)] = 1
    share: Annotated[float, Meta(gt=0, le=1)] = 1.0
    seed: int = 0
    status: Annotated[int, Meta(ge=500, le=599)] = 500
    limit: str = "minute"
    seconds: Annotated[float, Meta(ge=0, le=SECONDS_MAX)] = 30.0
    rows: Annotated[int, Meta(ge=-ROWS_MAX, le=ROWS_MAX)] = 1


LIMITS: Final[Mapping[str, int]] = {"burst": 3_600, "minute": 60, "day": 3_600, "concurrent": 0}
"""The limits a fault may pretend, by their row in the errors, and the seconds of their Retry-After (0: none)."""
SPOILING: Final[Mapping[FaultKind, Manner]] = {
    FaultKind.TIMEOUT: Manner.HANG,
    FaultKind.DROP: Manner.DROP,
    FaultKind.TRUNCATE: Manner.TRUNCATE,
    FaultKind.SLOW: Manner.SLOW,
}
LATE: Final = frozenset({FaultKind.TRUNCATE, FaultKind.SLOW})
"""Kinds that spoil an answer there is, so that the call's work is always done."""
PAGE: Final = b"<html><head><title>Error</title></head><body><h1>Service temporarily unavailable</h1></body></html>"


OF_DELIVERIES: Final = frozenset({FaultKind.WEBHOOK_DUPLICATE, FaultKind.WEBHOOK_REORDER, FaultKind.WEBHOOK_DROP})
"""Kinds that meet deliveries of webhooks, not calls."""


class Trouble(Exception):
    """A call goes wrong before it has done anything; carries what is sent instead of an answer."""

    def __init__(self, response: Response) -> None:
        self.response = response
        super().__init__(response.status)


class _Waiting:
    """A fault, the calls it has seen, and the calls it has met."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0
        self.met = 0
        self.random = random.Random(fault.seed)

    def meets(self, operation: Operation) -> bool:
        fault = self.fault
        if fault.operation not in {"", operation.id} or fault.method not in {"", operation.method}:
            return False
        return self.draws()

    def draws(self) -> bool:
        """Count one call or delivery that the fault is for, and say whether it is met."""
        fault = self.fault
        self.seen += 1
        if self.seen <= fault.skip or (fault.share < 1 and self.random.random() >= fault.share):
            return False
        self.met += 1
        return True

    @property
    def is_spent(self) -> bool:
        return 0 < self.fault.times <= self.met


class Faults:
    """The faults that wait for calls; the first that meets a call takes it."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def add(self, fault: Fault) -> None:
        """Have a fault wait. Raises ValueError, saying what to do, for a limit there is not or one fault too many."""
        if fault.kind is FaultKind.LIMIT and fault.limit not in LIMITS:
            raise ValueError(f"limit is one of {', '.join(LIMITS)}, not {fault.limit!r}")
        if fault.kind in OF_DELIVERIES and (fault.operation or fault.method or fault.after_commit):
            raise ValueError(f"{fault.kind} meets deliveries of webhooks: leave out operation, method and after_commit")
        if len(self._waiting) >= FAULTS_MAX:
            raise ValueError(f"{FAULTS_MAX} faults wait already: clear them first")
        self._waiting.append(_Waiting(fault))

    def clear(self) -> None:
        """Let no fault wait any more."""
        self._waiting.clear()

    def waiting(self) -> list[tuple[Fault, int]]:
        """Return the faults that wait, each with how many calls or deliveries it has met."""
        return [(each.fault, each.met) for each in self._waiting]

    def meet(self, operation: Operation) -> Fault | None:
        """Return the fault that a call of an operation meets; one that is spent is gone after it."""
        calls = (waiting for waiting in self._waiting if waiting.fault.kind not in OF_DELIVERIES)
        return self._take(next((waiting for waiting in calls if waiting.meets(operation)), None))

    def meet_delivery(self) -> Fault | None:
        """Return the fault that a delivery of a webhook meets, as `meet` does for a call."""
        deliveries = (waiting for waiting in self._waiting if waiting.fault.kind in OF_DELIVERIES)
        return self._take(next((waiting for waiting in deliveries if waiting.draws()), None))

    def _take(self, waiting: _Waiting | None) -> Fault | None:
        if waiting is None:
            return None
        if waiting.is_spent:
            self._waiting.remove(waiting)
        return waiting.fault


def begin(fault: Fault) -> None:
    """Go wrong before the call is carried out, when the fault is of that kind. Raises Refused or Trouble."""
    if fault.after_commit or fault.kind in LATE:
        return
    if fault.kind is FaultKind.UNAUTHORIZED:
        raise Refused("unauthorized")
    if fault.kind is FaultKind.LIMIT:
        seconds = LIMITS[fault.limit]
        facts = {"limit": "10000"} if fault.limit == "day" else {}
        raise Refused(fault.limit, headers=(("Retry-After", str(seconds)),) if seconds else (), **facts)
    if fault.kind in {FaultKind.SERVER_ERROR, FaultKind.HTML} or fault.kind in SPOILING:
        raise Trouble(spoiled(fault, Response(200)))


def spoiled(fault: Fault, response: Response) -> Response:
    """Return what is sent in place of an answer, or the answer itself when the fault spoils none."""
    if fault.kind is FaultKind.HTML:
        return Response(fault.status, (("Content-Type", "text/html;charset=UTF-8"),), PAGE)
    if fault.kind is FaultKind.SERVER_ERROR:
        error = ERRORS["internal"]
        body = msgspec.json.encode({"code": error.code, "message": error.message})
        return Response(fault.status, (("Content-Type", "application/json;charset=UTF-8"),), body)
    manner = SPOILING.get(fault.kind)
    if manner is None:
        return response
    return msgspec.structs.replace(response, manner=manner, seconds=fault.seconds)
