"""The limits kept against a sandbox that enforces them, on a clock that passes only while somebody waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.clock import Clock
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.emulator.limits import LimitSettings
from tests.vendors.zoho_books.client.books import KEYS, api_calls, open_books, refused, told
from tests.vendors.zoho_books.client.ways import Blocking, Hour, both_ways, of_sandbox

LISTED = told({"code": 0, "message": "success", "invoices": []})


@contextmanager
def opened(way: type[Blocking], limits: LimitSettings, **settings: Any) -> Iterator[tuple[Hour, Sandbox, Blocking]]:
    """A sandbox with these limits, and a client of it on the same clock."""
    hour = Hour()
    with Sandbox(company="empty", strict=True, real=hour.now, limits=limits) as sandbox:
        client = of_sandbox(way, sandbox, clock=clock_of(hour), **settings)
        yield hour, sandbox, client
        client.close()


def clock_of(hour: Hour) -> Clock:
    return Clock(monotonic=hour.now, chance=lambda: 0.5, sleep=hour.sleep, sleep_async=hour.asleep)


def listing(client: Blocking, times: int, **question: Any) -> None:
    for _ in range(times):
        assert client.call("list_invoices", **question)["code"] == 0


@both_ways
def test_every_plan_is_kept_without_a_refusal(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(minute_max=60, day_max=1_000, concurrent_max=5), plan="free") as (hour, _, client):
        assert (client.limits.minute.limit, client.limits.day.limit, client.limits.concurrency.limit) == (60, 1_000, 5)
        listing(client, 130)
    assert sum(hour.waited) == pytest.approx(120, abs=3)


def test_the_plan_whose_limits_are_disputed_starts_careful() -> None:
    free = VENDOR.plan("Free")
    assert (free.window, free.day, free.concurrency) == (60, 1_000, 5)
    assert all(plan.source for plan in VENDOR.plans)


@both_ways
def test_the_headers_correct_the_day(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(day_max=50_000), plan="standard") as (_, _, client):
        assert client.limits.day.limit == 2_000
        listing(client, 1)
        assert (client.limits.day.limit, client.limits.day.left) == (50_000, 49_999)
        assert 0 < client.limits.day.reset_seconds <= 86_400


@both_ways
def test_calls_of_others_are_seen_and_reported(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(day_max=100)) as (hour, sandbox, client):
        listing(client, 2)
        other = of_sandbox(way, sandbox, clock=clock_of(hour))
        listing(other, 30)
        listing(client, 1)
        day = client.limits.day
        assert (day.own, day.others, day.used, day.left) == (3, 30, 33, 67)
        other.close()


@both_ways
def test_what_others_leave_of_the_day_is_not_overdrawn(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(day_max=20)) as (hour, sandbox, client):
        other = of_sandbox(way, sandbox, clock=clock_of(hour))
        listing(other, 17)
        other.close()
        listing(client, 3)
        with pytest.raises(errors.RateLimited) as caught:
            listing(client, 1)
        assert (caught.value.scope, caught.value.http_status) == ("day", None)
        assert caught.value.retry_after_seconds == pytest.approx(client.limits.day.reset_seconds)
        hour.seconds += caught.value.retry_after_seconds
        listing(client, 1)


@both_ways
def test_a_44_lowers_the_minute_and_peace_raises_it_again(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(minute_max=40, minute_block_seconds=60)) as (hour, _, client):
        listing(client, 41)
        assert sum(hour.waited) == pytest.approx(60, abs=2)
        lowered = client.limits.minute.limit
        assert lowered is not None
        assert 90 <= lowered < 100
        hour.seconds += 10 * 60
        assert client.limits.minute.limit == 100


@both_ways
def test_a_block_is_reported_and_ends_with_one_call_ahead(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(minute_max=5, minute_block_seconds=60)) as (hour, _, client):
        with pytest.raises(errors.RateLimited) as caught:
            listing(client, 6, wait_seconds_max=10)
        assert (caught.value.scope, caught.value.retry_after_seconds) == ("minute", 60)
        assert (client.limits.blocked_by, client.limits.blocked_seconds) == ("minute", 60)
        hour.seconds += 60
        listing(client, 1)
        assert (client.limits.blocked_by, client.limits.blocked_seconds) == ("", 0)


@both_ways
def test_a_burst_that_belongs_to_no_organisation_blocks_the_account_for_an_hour(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(burst_max=3)) as (hour, _, client):
        for _ in range(3):
            client.call("list_organizations")
        with pytest.raises(errors.RateLimited) as caught:
            client.call("list_organizations")
        assert caught.value.scope == "account"
        assert caught.value.retry_after_seconds == pytest.approx(3_600)
        hour.seconds += 3_600
        client.call("list_organizations")


@both_ways
@pytest.mark.parametrize(
    ("code", "headers", "scope", "seconds"),
    [
        (43, (("Retry-After", "3600"),), "account", 3_600),
        (44, (("Retry-After", "17"),), "minute", 17),
        (44, (), "minute", 60),
        (45, (), "day", 45_211),
        (1070, (), "concurrency", 1),
    ],
    ids=["43", "44", "44 without a time", "45", "1070"],
)
def test_the_four_refusals_are_told_apart(
    way: type[Blocking], code: int, headers: tuple[tuple[str, str], ...], scope: str, seconds: float
) -> None:
    hour = Hour()
    with open_books(refused(429, code, "Too many.", *headers)) as (server, _):
        client = way(**KEYS, accounts_url=server.url, clock=clock_of(hour))
        with pytest.raises(errors.RateLimited) as caught:
            client.call("list_invoices", wait_seconds_max=0)
        assert caught.value.scope == scope
        assert caught.value.retry_after_seconds == pytest.approx(seconds)
        assert client.limits.blocked_by == scope
        assert (client.limits.concurrency.limit == 4) is (code == 1070)
        assert len(api_calls(server)) == 1
        client.close()


@both_ways
def test_a_call_that_waits_never_waits_past_its_bound(way: type[Blocking]) -> None:
    with opened(way, LimitSettings(minute_max=60), plan="free") as (hour, _, client):
        listing(client, 60)
        with pytest.raises(errors.RateLimited, match="wait_seconds_max=30"):
            client.call("list_invoices", wait_seconds_max=30)
        assert sum(hour.waited) <= 30


@both_ways
@pytest.mark.parametrize("jump", [-86_400.0, 86_400.0 * 30])
def test_a_clock_of_the_vendor_that_jumps_stops_nobody_for_good(way: type[Blocking], jump: float) -> None:
    hour, other = Hour(), Hour()
    with Sandbox(company="empty", strict=True, real=other.now, limits=LimitSettings(day_max=20)) as sandbox:
        client = of_sandbox(way, sandbox, clock=clock_of(hour))
        listing(client, 15)
        other.seconds += jump
        hour.seconds += 86_400
        listing(client, 5)
        assert client.limits.day.left is not None
        client.close()


@both_ways
def test_a_reset_that_jumps_about_neither_frees_nor_blocks_the_day(way: type[Blocking]) -> None:
    resets = iter((45_000, 10, 86_000, 0, 45_000, 44_000))

    def answer(_: object) -> Any:
        headers = (
            ("content-type", "application/json"),
            ("X-Rate-Limit-Limit", "100"),
            ("X-Rate-Limit-Remaining", "50"),
            ("X-Rate-Limit-Reset", str(next(resets))),
        )
        return told({"code": 0, "message": "success", "invoices": []}, 200, headers)

    hour = Hour()
    with open_books(answer) as (server, _):
        client = way(**KEYS, accounts_url=server.url, clock=clock_of(hour))
        listing(client, 6)
        assert client.limits.day.used >= 50
        assert client.limits.day.reset_seconds == 44_000
        client.close()
    assert hour.waited == []
