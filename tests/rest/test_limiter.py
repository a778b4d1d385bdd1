"""The limiter: what the vendor sees, what a caller waits for, and what a refusal teaches."""

import heapq
import random
import threading
from collections.abc import Callable

import pytest

from tallystick.rest.limiter import Limiter, Slot
from tallystick.rest.message import Failure, Reply
from tallystick.rest.step import Wait
from tests.rest.acme import VENDOR, TickingClock, json

GOOD = json(200, {"code": 0})


def taken(limiter: Limiter) -> Slot:
    slot = limiter.take()
    assert isinstance(slot, Slot)
    return slot


def turned_away(limiter: Limiter) -> Wait:
    wait = limiter.take()
    assert isinstance(wait, Wait)
    return wait


def refused(code: int, **headers: str) -> Reply:
    return json(429, {"code": code, "message": "no"}, **headers)


def simulate(seed: int, minutes: int, plan: str) -> list[float]:
    """Arrivals at the vendor when ten callers never stop: latency is lognormal, one call in a hundred stalls."""
    dice = random.Random(seed)
    ticking = TickingClock()
    limiter = Limiter(VENDOR, plan, clock=ticking.clock)
    arrivals: list[float] = []
    events: list[tuple[float, int, Callable[[], None]]] = []
    end = ticking.now + minutes * 60
    ticket = iter(range(10**9))

    def at(moment: float, what: Callable[[], None]) -> None:
        heapq.heappush(events, (moment, next(ticket), what))

    def ask() -> None:
        answer = limiter.take()
        if isinstance(answer, Wait):
            at(ticking.now + answer.seconds, ask)
            return
        latency = dice.lognormvariate(-1.2, 0.5) + (dice.uniform(1, 8) if dice.random() < 0.01 else 0)
        arrivals.append(ticking.now + dice.random() * latency)

        def finish() -> None:
            answer.settle(GOOD)
            ask()

        at(ticking.now + latency, finish)

    for _ in range(10):
        at(ticking.now, ask)
    while events and events[0][0] < end:
        ticking.now, _, what = heapq.heappop(events)
        what()
    return sorted(arrivals)


def most_in_a_window(arrivals: list[float], seconds: float) -> int:
    most = first = 0
    for last, arrival in enumerate(arrivals):
        while arrivals[first] <= arrival - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


@pytest.mark.parametrize("seed", range(12))
def test_the_vendor_never_sees_101_calls_in_any_minute(seed: int) -> None:
    arrivals = simulate(seed, minutes=9, plan="small")
    assert most_in_a_window(arrivals, 60.0) <= 100
    assert len(arrivals) >= 0.95 * 9 * 100


def test_a_call_counts_in_the_window_from_its_completion() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "tiny", clock=ticking.clock)
    first = taken(limiter)
    ticking.now += 30
    first.settle(GOOD)
    taken(limiter).settle(GOOD)
    assert turned_away(limiter) == Wait(60, "minute")
    ticking.now += 60
    taken(limiter)


def test_the_day_ends_when_the_vendor_says() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "tiny", clock=ticking.clock)
    for _ in range(3):
        taken(limiter).settle(json(200, {}, x_rate_limit_limit="3", x_rate_limit_reset="1000"))
        ticking.now += 100
    assert turned_away(limiter) == Wait(900, "day")
    ticking.now += 900
    taken(limiter)


def test_calls_of_others_on_the_same_quota_are_seen() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(json(200, {}, x_rate_limit_limit="1000", x_rate_limit_remaining="400"))
    spending = limiter.spending()
    assert (spending.used, spending.own, spending.others) == (600, 1, 599)


def test_a_late_answer_never_raises_what_is_left() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    early, late = taken(limiter), taken(limiter)
    late.settle(json(200, {}, x_rate_limit_limit="1000", x_rate_limit_remaining="10"))
    early.settle(json(200, {}, x_rate_limit_limit="1000", x_rate_limit_remaining="11"))
    assert limiter.spending().used == 990


def test_an_answer_from_after_midnight_starts_the_new_day() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(json(200, {}, x_rate_limit_limit="1000", x_rate_limit_remaining="5", x_rate_limit_reset="10"))
    over_midnight = taken(limiter)
    ticking.now += 9
    over_midnight.settle(
        json(200, {}, x_rate_limit_limit="1000", x_rate_limit_remaining="999", x_rate_limit_reset="86399")
    )
    assert limiter.spending().used == 1


def test_the_vendors_header_corrects_the_plan() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(json(200, {}, x_rate_limit_limit="50000", x_rate_limit_remaining="49999"))
    assert limiter.spending().limit == 50_000


def test_no_more_calls_are_in_flight_than_allowed() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    flying = [taken(limiter) for _ in range(5)]
    assert turned_away(limiter).scope == "concurrency"
    flying[0].settle(GOOD)
    taken(limiter)
    assert turned_away(limiter).scope == "concurrency"


def test_a_call_that_never_ends_frees_its_place_in_the_end() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "tiny", clock=ticking.clock, lease_seconds=50)
    taken(limiter)
    ticking.now += 49
    assert turned_away(limiter).scope == "concurrency"
    ticking.now += 2
    taken(limiter)


def test_a_call_that_never_left_is_not_counted() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "tiny", clock=ticking.clock)
    for _ in range(10):
        taken(limiter).settle(Failure("refused", sent=False))
    assert limiter.spending().used == 0


@pytest.mark.parametrize(
    ("reply", "scope", "seconds"),
    [
        (refused(44), "minute", 60),
        (refused(44, retry_after="25"), "minute", 25),
        (refused(45, x_rate_limit_reset="7200"), "day", 7200),
        (refused(45), "day", 3600),
        (refused(43, retry_after="3600"), "account", 3600),
        (refused(1070), "concurrency", 1),
    ],
    ids=["44", "44 with Retry-After", "45 with reset", "45", "43", "1070"],
)
def test_a_refusal_blocks_as_its_code_says_and_then_one_call_probes(reply: Reply, scope: str, seconds: float) -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(reply)
    assert turned_away(limiter) == Wait(seconds, scope)
    ticking.now += seconds
    probe = taken(limiter)
    assert turned_away(limiter).scope == scope
    probe.settle(GOOD)
    taken(limiter)
    taken(limiter)


def test_a_probe_that_is_refused_blocks_again() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(refused(44))
    ticking.now += 60
    taken(limiter).settle(refused(44))
    assert turned_away(limiter) == Wait(60, "minute")


def test_a_probe_that_gets_lost_leaves_room_for_another() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(refused(44))
    ticking.now += 60
    taken(limiter).settle(None)
    assert taken(limiter).probe


def test_a_refused_minute_lowers_the_limit_and_peace_restores_it() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    taken(limiter).settle(refused(44))
    ticking.now += 60
    taken(limiter).settle(GOOD)
    granted = 1
    while not isinstance(slot := limiter.take(), Wait):
        slot.settle(GOOD)
        granted += 1
    assert granted == 91
    ticking.now += 60 * 10
    granted = 0
    while not isinstance(slot := limiter.take(), Wait):
        slot.settle(GOOD)
        granted += 1
    assert granted == 100


def test_callers_turned_away_together_come_back_one_after_the_other() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    for _ in range(100):
        taken(limiter).settle(GOOD)
        ticking.now += 0.1
    waits = [turned_away(limiter).seconds for _ in range(50)]
    assert waits == sorted(waits)
    assert len(set(waits)) == 50


def test_a_thousand_threads_at_once_never_pass_a_limit() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    granted: list[Slot] = []

    def ask() -> None:
        answer = limiter.take()
        if isinstance(answer, Slot):
            granted.append(answer)

    threads = [threading.Thread(target=ask) for _ in range(1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(granted) == 5
