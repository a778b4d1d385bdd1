"""The limiter: window, day and concurrency of one connection, asked and answered in one atomic step, in memory.

It never waits and never sends; it answers Reserve with a Lease or with how long to wait.

A call reaches the vendor at some moment between sending and completion. Stamping it at completion means that the
hundredth call after it is sent at least one window after the vendor saw it, so no window at the vendor ever holds
more than the limit, whatever the latency. See docs/decisions/2026-11-23-a-call-is-stamped-when-it-ends.md.
"""

import threading
from collections import deque

from tallystick.rest.clock import Clock
from tallystick.rest.message import Failure, Reply
from tallystick.rest.refusal import limits_of, spoken
from tallystick.rest.standing import Meter, Spending, Standing
from tallystick.rest.step import Wait
from tallystick.rest.vendor import Block, Vendor

DAY_SECONDS = 86_400.0
POLL_SECONDS = 0.02
WAIT_SECONDS_MIN = 0.001
POLL_SECONDS_MAX = 1.0
UNNAMED = Block(code=0, scope="account", seconds=60.0)  # a refusal whose reason the vendor does not say


class Gauge:
    """A limit that falls when the vendor says no and climbs back one by one."""

    def __init__(self, full: int | None, *, fall: float, climb_seconds: float, now: float) -> None:
        self.full, self.fall, self.climb_seconds = full, fall, climb_seconds
        self.value, self.moved = full, now

    def drop(self, now: float) -> None:
        """Lower the limit by the share `fall`, at least by one and never to nothing."""
        if self.value is not None:
            self.value, self.moved = max(1, min(self.value - 1, int(self.value * self.fall))), now

    def read(self, now: float) -> int | None:
        """Return the limit as it stands, one step higher for every `climb_seconds` of peace."""
        if self.value != self.full and self.value is not None and self.full is not None:
            steps = int((now - self.moved) / self.climb_seconds)
            if steps > 0:
                self.value, self.moved = min(self.full, self.value + steps), self.moved + steps * self.climb_seconds
        return self.value


class Slot:
    """One call's place in the window and in the concurrency, from Reserve to completion."""

    __slots__ = ("ends", "limiter", "probe")

    def __init__(self, limiter: "Limiter", ends: float, *, probe: bool) -> None:
        self.limiter, self.ends, self.probe = limiter, ends, probe

    def settle(self, outcome: Reply | Failure | None) -> None:
        """Stamp the call as completed now, and learn what the vendor said about its limits."""
        self.limiter.settle(self, outcome)


class Limiter:
    """One connection's limits. Safe across threads and tasks; every method returns at once.

    `lease_seconds` must exceed the longest a call may take: a call that never completes is stamped then.
    """

    def __init__(self, vendor: Vendor, plan: str, *, clock: Clock, lease_seconds: float = 300.0) -> None:
        limits, now = vendor.plan(plan), clock.monotonic()
        self._vendor, self._clock, self._lease_seconds = vendor, clock, lease_seconds
        self._window_seconds = vendor.window_seconds
        self._window = Gauge(limits.window, fall=0.9, climb_seconds=vendor.window_seconds, now=now)
        self._concurrency = Gauge(limits.concurrency, fall=1.0, climb_seconds=vendor.window_seconds, now=now)
        self._blocks = {block.code: block for block in vendor.blocks}
        self._lock = threading.Lock()
        self._done: deque[float] = deque()
        self._live: dict[Slot, None] = {}
        self._day_limit, self._day_ends = limits.day, now + DAY_SECONDS
        self._used = self._own = 0
        self._turned_away = 0
        self._blocked_until, self._blocked_scope, self._blocked = 0.0, "", False
        self._probe: Slot | None = None

    def take(self) -> Slot | Wait:
        """Return a lease for one call, or how long to wait and for which limit."""
        with self._lock:
            now = self._clock.monotonic()
            self._expire(now)
            wait = self._obstacle(now)
            if wait is not None:
                self._turned_away += 1
                return wait
            slot = Slot(self, now + self._lease_seconds, probe=self._blocked)
            self._live[slot] = None
            self._used += 1
            self._own += 1
            self._turned_away = 0
            if self._blocked:
                self._probe = slot
            return slot

    def settle(self, slot: Slot, outcome: Reply | Failure | None) -> None:
        """Complete `slot`. A call that certainly never left is not counted."""
        with self._lock:
            now = self._clock.monotonic()
            self._live.pop(slot, None)
            self._turned_away = 0
            if self._probe is slot:
                self._probe = None
            if type(outcome) is Failure and not outcome.sent:
                self._used -= 1
                self._own -= 1
                return
            self._done.append(now)
            if type(outcome) is Reply:
                self._learn(outcome, slot, now)

    def spending(self) -> Spending:
        """Where the day stands, as far as this process and the vendor's headers know."""
        with self._lock:
            now = self._clock.monotonic()
            self._expire(now)
            return self._spending(now)

    def standing(self) -> Standing:
        """Where all limits stand at this moment."""
        with self._lock:
            now = self._clock.monotonic()
            self._expire(now)
            flying = len(self._live)
            return Standing(
                minute=Meter(flying + len(self._done), self._window.read(now)),
                day=self._spending(now),
                concurrency=Meter(flying, self._concurrency.read(now)),
                blocked_by=self._blocked_scope if self._blocked else "",
                blocked_seconds=max(0.0, self._blocked_until - now) if self._blocked else 0.0,
            )

    def _spending(self, now: float) -> Spending:
        return Spending(self._used, self._own, self._day_limit, max(0.0, self._day_ends - now))

    def _expire(self, now: float) -> None:
        done, horizon = self._done, now - self._window_seconds
        while done and done[0] <= horizon:
            done.popleft()
        while self._live and (oldest := next(iter(self._live))).ends < now:
            del self._live[oldest]
            done.append(now)
            if self._probe is oldest:
                self._probe = None
        if now >= self._day_ends:
            self._used = self._own = len(self._live)
            self._day_ends = now + DAY_SECONDS

    def _obstacle(self, now: float) -> Wait | None:
        if self._blocked and (now < self._blocked_until or self._probe is not None):
            return Wait(max(self._blocked_until - now, self._poll(1)), self._blocked_scope)
        if self._day_limit is not None and self._used >= self._day_limit:
            return Wait(max(WAIT_SECONDS_MIN, self._day_ends - now), "day")
        concurrency = self._concurrency.read(now)
        if concurrency is not None and len(self._live) >= concurrency:
            return Wait(self._poll(concurrency), "concurrency")
        window = self._window.read(now)
        over = -1 if window is None else len(self._live) + len(self._done) - window
        if over < 0:
            return None
        if over >= len(self._done):
            return Wait(self._poll(len(self._live)), "minute")
        # Those turned away one after the other come back one after the other, not all for the same place.
        place = min(over + self._turned_away, len(self._done) - 1)
        return Wait(max(WAIT_SECONDS_MIN, self._done[place] + self._window_seconds - now), "minute")

    def _poll(self, width: int) -> float:
        return min(POLL_SECONDS_MAX, POLL_SECONDS * (1 + self._turned_away / width))

    def _learn(self, reply: Reply, slot: Slot, now: float) -> None:
        limits = limits_of(self._vendor.wire, reply)
        if limits.reset_seconds is not None:
            ends = now + limits.reset_seconds
            if ends > self._day_ends + self._window_seconds and self._day_ends - now < self._window_seconds:
                self._used = self._own = len(self._live) + 1  # the vendor's day has turned since this call was counted
            self._day_ends = ends
        if limits.limit is not None:
            self._day_limit = limits.limit
            if limits.remaining is not None:
                self._used = max(self._used, limits.limit - limits.remaining)
        block = self._named(reply) if reply.status >= 400 else None
        if block is not None:
            self._block(block, reply, now)
        elif slot.probe:
            self._blocked = False

    def _named(self, reply: Reply) -> Block | None:
        """Return the block that a refusal stands for, if it is one for calling too often."""
        named = self._blocks.get(spoken(self._vendor.wire, reply)[0] or 0)
        return named or (UNNAMED if reply.status == 429 else None)

    def _block(self, block: Block, reply: Reply, now: float) -> None:
        seconds = block.seconds
        if block.until_reset and self._vendor.wire.reset in reply.headers:
            seconds = self._day_ends - now
        asked = reply.headers.get("retry-after", "")
        if asked.isdecimal():
            seconds = float(asked)
        self._blocked = True
        self._blocked_until, self._blocked_scope = max(self._blocked_until, now + seconds), block.scope
        if block.scope == "concurrency":
            self._concurrency.drop(now)
        elif block.scope == "minute":
            self._window.drop(now)
