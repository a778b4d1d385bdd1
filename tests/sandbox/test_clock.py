"""The sandbox's clock: a calendar that can be moved, and steady seconds that only grow."""

from datetime import UTC, datetime

import pytest

from tallystick.sandbox.clock import Clock

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


class Real:
    seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def real() -> Real:
    return Real()


@pytest.fixture
def clock(real: Real) -> Clock:
    clock = Clock(real)
    clock.start(NEW_YEAR)
    return clock


def test_the_clock_ticks_in_real_time_from_where_it_was_set(clock: Clock, real: Real) -> None:
    real.seconds += 90
    assert clock.now() == datetime(2026, 1, 1, 0, 1, 30, tzinfo=UTC)


def test_a_frozen_calendar_stands_still_while_steady_seconds_pass(clock: Clock, real: Real) -> None:
    before = clock.steady()
    clock.freeze(frozen=True)
    real.seconds += 60
    assert clock.now() == NEW_YEAR
    assert clock.steady() == before + 60


def test_a_clock_that_ticks_again_goes_on_from_where_it_was_frozen(clock: Clock, real: Real) -> None:
    clock.freeze(frozen=True)
    real.seconds += 3_600
    clock.freeze(frozen=False)
    real.seconds += 1
    assert clock.now() == datetime(2026, 1, 1, 0, 0, 1, tzinfo=UTC)


def test_an_advance_counts_as_time_passed_even_when_frozen(clock: Clock) -> None:
    before = clock.steady()
    clock.freeze(frozen=True)
    clock.advance(3_600)
    assert clock.now() == datetime(2026, 1, 1, 1, tzinfo=UTC)
    assert clock.steady() == before + 3_600


def test_going_back_moves_the_calendar_and_no_steady_second(clock: Clock) -> None:
    before = clock.steady()
    clock.set(datetime(2025, 6, 1, tzinfo=UTC))
    assert clock.now() == datetime(2025, 6, 1, tzinfo=UTC)
    assert clock.steady() == before


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), 1e30])
def test_an_impossible_advance_is_refused_and_moves_nothing(clock: Clock, seconds: float) -> None:
    with pytest.raises(ValueError, match="clock"):
        clock.advance(seconds)
    assert clock.now() == NEW_YEAR


def test_an_instant_without_a_zone_is_refused(clock: Clock) -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2026, 1, 1))  # noqa: DTZ001 - what is being refused
    assert clock.now() == NEW_YEAR
