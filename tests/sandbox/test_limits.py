"""The vendor's limits, counted on steady seconds and the organisation's calendar."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.limits import Limits, LimitSettings, seconds_to_midnight

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 6, 9, 12, tzinfo=NEW_YORK)


class Caller:
    """One organisation calling, each call at a steady second."""

    def __init__(self, plan: str = "premium", settings: LimitSettings | None = None) -> None:
        self.limits = Limits(settings or LimitSettings())
        self.plan = plan

    def call(self, steady: float = 0.0, *, now: datetime = NOON, concurrent: int = 1) -> dict[str, str]:
        return dict(self.limits.admit("1", self.plan, concurrent=concurrent, steady=steady, now=now))

    def refused(self, steady: float = 0.0, *, now: datetime = NOON, concurrent: int = 1) -> tuple[int, dict[str, str]]:
        with pytest.raises(Refused) as refused:
            self.call(steady, now=now, concurrent=concurrent)
        assert refused.value.http == 429
        return refused.value.code, dict(refused.value.headers)


def test_an_answer_says_what_is_left_of_the_day() -> None:
    caller = Caller("professional")
    caller.call()
    assert caller.call() == {
        "X-Rate-Limit-Limit": "5000",
        "X-Rate-Limit-Remaining": "4998",
        "X-Rate-Limit-Reset": str(12 * 3600),
    }


def test_the_hundred_and_first_call_of_a_minute_is_blocked_until_the_first_is_a_minute_old() -> None:
    caller = Caller()
    for second in range(100):
        caller.call(second / 10)
    code, headers = caller.refused(10.0)
    assert (code, headers["Retry-After"]) == (44, "50")
    assert caller.refused(59.9)[0] == 44
    caller.call(60.0)


def test_how_long_a_minute_blocks_is_a_setting() -> None:
    caller = Caller(settings=LimitSettings(minute_max=1, minute_block_seconds=300.0))
    caller.call(0.0)
    assert caller.refused(1.0)[1]["Retry-After"] == "300"
    assert caller.refused(200.0)[0] == 44
    caller.call(301.0)


def test_the_day_ends_at_midnight_of_the_organisation() -> None:
    caller = Caller(settings=LimitSettings(day_max=2))
    evening = NOON.replace(hour=23, minute=59)
    caller.call(0, now=evening)
    caller.call(100, now=evening)
    code, headers = caller.refused(200, now=evening)
    assert (code, headers["Retry-After"], headers["X-Rate-Limit-Remaining"]) == (45, "60", "0")
    assert caller.call(300, now=evening + timedelta(minutes=1))["X-Rate-Limit-Remaining"] == "1"


def test_a_refused_call_spends_the_day_only_when_it_is_set_to() -> None:
    for counts, left in ((False, "9"), (True, "8")):
        caller = Caller(settings=LimitSettings(day_max=10, minute_max=1, refused_calls_count=counts))
        caller.call(0)
        assert caller.refused(1)[1]["X-Rate-Limit-Remaining"] == left


@pytest.mark.parametrize(("plan", "most"), [("free", 5), ("professional", 10)])
def test_more_calls_at_once_than_the_plan_allows_are_refused_without_a_block(plan: str, most: int) -> None:
    caller = Caller(plan)
    caller.call(0, concurrent=most)
    code, headers = caller.refused(1, concurrent=most + 1)
    assert (code, headers.get("Retry-After")) == (1070, None)
    caller.call(1)


def test_a_burst_outside_any_organisation_is_blocked_for_an_hour() -> None:
    limits = Limits(LimitSettings())
    for _ in range(1_100):
        limits.admit_burst("7", steady=1.0)
    with pytest.raises(Refused) as refused:
        limits.admit_burst("7", steady=30.0)
    assert (refused.value.code, dict(refused.value.headers)) == (43, {"Retry-After": "3600"})
    with pytest.raises(Refused):
        limits.admit_burst("7", steady=3_000.0)
    limits.admit_burst("7", steady=3_631.0)


def test_limits_that_are_off_refuse_nothing_and_show_nothing() -> None:
    caller = Caller(settings=LimitSettings(on=False, minute_max=1, day_max=1))
    for _ in range(500):
        assert caller.call(concurrent=99) == {}


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        (datetime(2026, 3, 8, 0, 0, tzinfo=NEW_YORK), 23 * 3600),
        (datetime(2026, 11, 1, 0, 0, tzinfo=NEW_YORK), 25 * 3600),
        (datetime(2026, 6, 9, 23, 59, 59, 500_000, tzinfo=NEW_YORK), 1),
    ],
)
def test_the_seconds_to_midnight_follow_the_clock_changes(now: datetime, seconds: int) -> None:
    assert seconds_to_midnight(now) == seconds
