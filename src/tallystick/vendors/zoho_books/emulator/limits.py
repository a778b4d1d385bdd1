"""The vendor's limits: calls a minute, calls a day, calls at once, and bursts that belong to no organisation.

Windows run on steady seconds, the day on the organisation's calendar; both are given with each call.
"""

import math
from collections import deque
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

import msgspec

from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.journal import KINDS

Headers = tuple[tuple[str, str], ...]


class Plan(msgspec.Struct, frozen=True):
    """What a plan allows an organisation: documented(zoho.com/books/api/v3/introduction)."""

    day_max: int
    concurrent_max: int
    minute_max: int = 100


PLANS: Final[Mapping[str, Plan]] = {
    "free": Plan(1_000, 5),
    "trial": Plan(1_000, 10),  # recorded(2026-06-09): a trial on the professional plan is given 1,000 a day.
    "standard": Plan(2_000, 10),
    "professional": Plan(5_000, 10),
    "premium": Plan(10_000, 10),
    "elite": Plan(10_000, 10),
    "ultimate": Plan(10_000, 10),
}


class LimitSettings(msgspec.Struct, frozen=True):
    """The limits as settings; None takes the plan's. `on` False removes them all, and their headers.

    Unknown in the real service, so settings: `minute_block_seconds` is how long code 44 blocks (None: until the oldest
    call of the window is a minute old) and `refused_calls_count` says whether a refused call spends the day.
    """

    on: bool = True
    minute_max: int | None = None
    day_max: int | None = None
    concurrent_max: int | None = None
    minute_block_seconds: float | None = None
    refused_calls_count: bool = False
    burst_max: int = 1_100
    burst_block_seconds: float = 3_600


class DayCount(msgspec.Struct, frozen=True):
    """The calls an organisation made on one day of its calendar."""

    day: date
    calls: int


CALLS_KIND: Final = "calls"
KINDS[CALLS_KIND] = DayCount
WINDOW_SECONDS: Final = 60.0


class Window:
    """Calls of the last minute, at most so many; a call too many blocks for a while."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._calls: deque[float] = deque(maxlen=most)
        self._blocked_until = 0.0

    def wait_seconds(self, now: float, *, block_seconds: float | None) -> float:
        """Return 0 when a call may pass, and count it; else the seconds until one may."""
        if now < self._blocked_until:
            return self._blocked_until - now
        calls = self._calls
        if len(calls) < self._most or calls[0] <= now - WINDOW_SECONDS:
            calls.append(now)  # A full deque lets its oldest call go, which the test has just found to be a minute old.
            return 0.0
        left = calls[0] + WINDOW_SECONDS - now if block_seconds is None else block_seconds
        self._blocked_until = now + left
        return left


class Limits:
    """The counters of every organisation and user."""

    def __init__(self, settings: LimitSettings) -> None:
        self.settings = settings
        self.days: dict[str, DayCount] = {}
        self._minutes: dict[str, Window] = {}
        self._bursts: dict[str, Window] = {}

    def admit(self, organization_id: str, plan: str, *, concurrent: int, steady: float, now: datetime) -> Headers:
        """Count one call of an organisation and return the headers its answer carries.

        `now` is in the organisation's time zone. Raises Refused (1070, 45, 44) with the headers of the refusal.
        """
        settings = self.settings
        if not settings.on:
            return ()
        allowed = PLANS[plan]
        day_max = _or(settings.day_max, allowed.day_max)
        reset = seconds_to_midnight(now)
        today = now.date()
        count = self.days.get(organization_id)
        calls = count.calls if count is not None and count.day == today else 0
        refusal = self._refusal(organization_id, allowed, calls, concurrent=concurrent, steady=steady, reset=reset)
        if refusal is None or settings.refused_calls_count:
            calls += 1
            self.days[organization_id] = DayCount(today, calls)
        headers = (
            ("X-Rate-Limit-Limit", str(day_max)),
            ("X-Rate-Limit-Remaining", str(max(0, day_max - calls))),
            ("X-Rate-Limit-Reset", str(reset)),
        )
        if refusal is not None:
            name, wait = refusal
            retry = (("Retry-After", str(math.ceil(wait))),) if wait else ()
            raise Refused(name, headers=(*headers, *retry), limit=day_max)
        return headers

    def admit_burst(self, user_id: str, *, steady: float) -> None:
        """Count one call that belongs to no organisation. Raises Refused (43)."""
        if not self.settings.on:
            return
        window = self._bursts.setdefault(user_id, Window(self.settings.burst_max))
        wait = window.wait_seconds(steady, block_seconds=self.settings.burst_block_seconds)
        if wait:
            raise Refused("burst", headers=(("Retry-After", str(math.ceil(wait))),))

    def _refusal(
        self, organization_id: str, allowed: Plan, calls: int, *, concurrent: int, steady: float, reset: int
    ) -> tuple[str, float] | None:
        settings = self.settings
        if concurrent > _or(settings.concurrent_max, allowed.concurrent_max):
            return "concurrent", 0.0
        if calls >= _or(settings.day_max, allowed.day_max):
            return "day", float(reset)
        window = self._minutes.get(organization_id)
        if window is None:
            window = self._minutes[organization_id] = Window(_or(settings.minute_max, allowed.minute_max))
        wait = window.wait_seconds(steady, block_seconds=settings.minute_block_seconds)
        return ("minute", wait) if wait else None


def seconds_to_midnight(now: datetime) -> int:
    """Return the seconds until the next midnight of a zone's calendar, 1 at least: recorded on 126 answers of 126."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return max(1, math.ceil(tomorrow.timestamp() - now.timestamp()))


def _or(setting: int | None, plans: int) -> int:
    return plans if setting is None else setting
