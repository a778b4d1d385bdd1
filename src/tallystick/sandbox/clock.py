"""The sandbox's clock: it ticks in real time from a point that can be set, moved and frozen. Nothing else reads time.

It shows two times. `now` is the calendar the books live by. `steady` only ever goes forward: it is real time plus every
advance, and a frozen or set-back calendar does not stop it. Rate-limit windows and token lifetimes are measured in
steady seconds, so that a frozen clock never locks a caller out for good and advancing a minute frees a full window.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec

INSTANT_MIN = datetime(1970, 1, 1, tzinfo=UTC)
INSTANT_MAX = datetime(9000, 1, 1, tzinfo=UTC)


class ClockState(msgspec.Struct, frozen=True):
    """Where a clock stands: ahead of real time by some seconds, or frozen; and all it was ever advanced by."""

    ahead_seconds: float = 0.0
    frozen_at: datetime | None = None
    advanced_seconds: float = 0.0


def real_seconds() -> Callable[[], float]:
    """Return a source of seconds since 1970 that the machine's clock cannot set back while the process runs."""
    start = time.time() - time.monotonic()
    return lambda: start + time.monotonic()


class Clock:
    """A calendar and a steady count of seconds over one source of real time (seconds since 1970)."""

    def __init__(self, real: Callable[[], float] | None = None, state: ClockState | None = None) -> None:
        self._real = real or real_seconds()
        self.state = state or ClockState()

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        state = self.state
        return state.frozen_at or datetime.fromtimestamp(self._real() + state.ahead_seconds, UTC)

    def real_now(self) -> datetime:
        """Return the real instant, wherever this clock stands."""
        return datetime.fromtimestamp(self._real(), UTC)

    def steady(self) -> float:
        """Return seconds that only grow: real ones plus every advance."""
        return self._real() + self.state.advanced_seconds

    def start(self, instant: datetime, *, frozen: bool = False) -> None:
        """Stand at an instant without counting the way there as time passed."""
        checked = _within(instant)
        self.state = ClockState(
            ahead_seconds=checked.timestamp() - self._real(),
            frozen_at=checked if frozen else None,
            advanced_seconds=self.state.advanced_seconds,
        )

    def set(self, instant: datetime, *, frozen: bool | None = None) -> None:
        """Move to an instant; the way forward counts as time passed, the way back does not.

        `frozen` says whether the clock stands there or ticks on; None leaves that as it was.

        Raises ValueError when the instant has no time zone or lies outside the years 1970 to 9000.
        """
        forward = (_within(instant) - self.now()).total_seconds()
        is_frozen = self.state.frozen_at is not None
        self.start(instant, frozen=is_frozen if frozen is None else frozen)
        self.state = msgspec.structs.replace(
            self.state, advanced_seconds=self.state.advanced_seconds + max(0.0, forward)
        )

    def advance(self, seconds: float) -> None:
        """Move forward. Raises ValueError when the seconds are negative or lead past the year 9000."""
        if not 0 <= seconds <= (INSTANT_MAX - INSTANT_MIN).total_seconds():
            raise ValueError(f"the clock advances by 0 seconds or more, not by {seconds}")
        self.set(_later(self.now(), seconds))

    def freeze(self, *, frozen: bool) -> None:
        """Stop the calendar, or let it tick on from where it stands."""
        self.start(self.now(), frozen=frozen)


def _later(instant: datetime, seconds: float) -> datetime:
    try:
        return instant + timedelta(seconds=seconds)
    except OverflowError:
        raise ValueError(f"{seconds} seconds from now is past the year 9000") from None


def _within(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone: 2026-01-31T09:00:00+00:00")
    if not INSTANT_MIN <= instant <= INSTANT_MAX:
        raise ValueError(f"the clock shows the years 1970 to 9000, not {instant.isoformat()}")
    return instant.astimezone(UTC)
