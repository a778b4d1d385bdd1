"""A run of a sync: every record arrives although the list changes underneath, calls stay in budget, kills cost a page."""

import datetime as dt
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from tallystick.mirror import Mirror, open_mirror
from tallystick.mirror.read import freshness
from tallystick.mirror.state import load_state
from tallystick.model.errors import AuthenticationFailed
from tallystick.sync import Report, StreamReport, sync
from tests.sync.lists import Lists

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
READINGS = ["from", "exact", "ignored"]


def run(lists: Lists, mirror: Mirror, *, at: dt.datetime = NOON, **asked: Any) -> Report:
    return sync(lists.client(), mirror, now=lambda: at, **asked)


def of(report: Report, stream: str = "invoices") -> StreamReport:
    return next(found for found in report.streams if found.stream == stream)


def ids(mirror: Mirror) -> set[str]:
    return {key for (key,) in mirror.store.connection.execute("SELECT id FROM invoices")}


def fresh() -> Mirror:
    return open_mirror(":memory:")


def drift_modify(lists: Lists) -> Callable[[int], None]:
    return lambda page: lists.touch(list(lists.rows)[page * 3], balance=50.0, status="partially_paid")


def drift_delete(lists: Lists) -> Callable[[int], None]:
    def delete(_page: int) -> None:
        del lists.rows[next(iter(lists.rows))]

    return delete


def drift_insert(lists: Lists) -> Callable[[int], None]:
    def insert(_page: int) -> None:
        lists.add()

    return insert


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("count", [0, 1, 200, 201, 1000, 2000])
def test_a_first_run_reads_every_record_within_the_promised_calls(count: int, reading: str) -> None:
    lists, mirror = Lists(count, reading=reading), fresh()
    report = run(lists, mirror)
    assert ids(mirror) == lists.rows.keys()
    assert report.finished
    assert of(report).calls <= ceil(count / 200) * 1.01 + 2
    assert (of(report).created, of(report).quarantined) == (count, 0)
    assert report.calls == len(lists.calls) == sum(found.calls for found in report.streams) + 1


@pytest.mark.parametrize("drift", [drift_modify, drift_delete, drift_insert])
def test_no_record_slips_between_pages_when_the_filter_on_changes_works(drift: Any) -> None:
    lists, mirror = Lists(2000), fresh()
    before = set(lists.rows)
    lists.drift = drift(lists)
    run(lists, mirror)
    assert before & lists.rows.keys() <= ids(mirror)


@pytest.mark.parametrize("reading", ["exact", "ignored"])
@pytest.mark.parametrize("drift", [drift_modify, drift_delete, drift_insert])
def test_a_list_without_the_filter_is_whole_after_its_second_run_though_it_changes_all_the_time(
    drift: Any, reading: str
) -> None:
    lists, mirror = Lists(2000, reading=reading), fresh()
    lists.drift = drift(lists)
    run(lists, mirror)
    before = set(lists.rows)
    run(lists, mirror)
    assert before & lists.rows.keys() <= ids(mirror)
    assert load_state(mirror, "invoices").steady


@pytest.mark.parametrize("reading", READINGS)
def test_changes_and_additions_arrive_with_the_next_run(reading: str) -> None:
    lists, mirror = Lists(900, reading=reading), fresh()
    for _ in range(2):
        run(lists, mirror)
    lists.touch(list(lists.rows)[5], balance=1.0, status="partially_paid")
    added = lists.add()
    report = run(lists, mirror)
    assert (of(report).created, of(report).updated) == (1, 1)
    assert added in ids(mirror)
    assert of(report).calls == 1


def test_a_change_dated_back_is_seen_because_changes_go_by_the_vendors_clock() -> None:
    lists, mirror = Lists(500), fresh()
    run(lists, mirror)
    lists.touch(next(iter(lists.rows)), date="2020-01-01")
    assert of(run(lists, mirror)).updated == 1
    assert mirror.store.connection.execute("SELECT min(date) FROM invoices").fetchall() == [("2020-01-01",)]


@pytest.mark.parametrize("reading", READINGS)
def test_deleted_records_are_found_by_the_next_complete_pass(reading: str) -> None:
    lists, mirror = Lists(900, reading=reading), fresh()
    for _ in range(2):
        run(lists, mirror)
    gone = list(lists.rows)[::100]
    for key in gone:
        del lists.rows[key]
    report = run(lists, mirror, sweep=True)
    assert of(report).deleted == len(gone)
    assert ids(mirror) == lists.rows.keys()
    assert run(lists, mirror, sweep=True).deleted == 0


def test_a_pass_grows_old_in_a_day_and_is_made_again() -> None:
    lists, mirror = Lists(900), fresh()
    run(lists, mirror)
    del lists.rows[next(iter(lists.rows))]
    assert of(run(lists, mirror, at=NOON + dt.timedelta(hours=23))).strategies == ("changes",)
    late = of(run(lists, mirror, at=NOON + dt.timedelta(hours=25)))
    assert (late.strategies, late.deleted) == (("keyset",), 1)


def test_a_list_that_cannot_be_sorted_is_read_whole_each_time_and_buries_only_what_two_passes_missed() -> None:
    lists, mirror = Lists(450, sorts=()), fresh()
    assert of(run(lists, mirror)).calls == ceil(450 / 200) + 1
    gone = next(iter(lists.rows))
    del lists.rows[gone]
    assert of(run(lists, mirror)).deleted == 0
    assert of(run(lists, mirror)).deleted == 1
    assert ids(mirror) == lists.rows.keys()
    assert load_state(mirror, "invoices").steady is False


def test_a_vendor_that_stops_honouring_the_filter_is_noticed() -> None:
    lists, mirror = Lists(900), fresh()
    run(lists, mirror)
    lists.reading = "ignored"
    added = lists.add()
    report = run(lists, mirror)
    assert of(report).strategies == ("changes", "pages")
    assert added in ids(mirror)


def test_more_changes_in_one_second_than_fit_a_page_are_all_read() -> None:
    lists, mirror = Lists(700), fresh()
    moment = lists.tick()
    for row in list(lists.rows.values())[100:600]:
        row["last_modified_time"] = moment
    report = run(lists, mirror)
    assert ids(mirror) == lists.rows.keys()
    assert report.finished


class PowerCutError(Exception):
    """The process dies here."""


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("page", [1, 2, 5, 9, 10])
def test_a_run_killed_at_any_page_goes_on_there_and_loses_nothing(tmp_path: Path, reading: str, page: int) -> None:
    path = tmp_path / "mirror.sqlite"
    lists = Lists(2000, reading=reading)
    undisturbed = fresh()
    run(lists, undisturbed)
    needed = lists.pages_read()

    lists.calls.clear()

    def cut(_page: int) -> None:
        if lists.pages_read() == page:
            raise PowerCutError

    lists.drift = cut
    mirror = open_mirror(path)
    with pytest.raises(PowerCutError):
        run(lists, mirror)
    mirror.close()
    lists.drift = lambda _page: None
    mirror = open_mirror(path)
    report = run(lists, mirror)
    assert report.finished
    assert ids(mirror) == lists.rows.keys()
    assert lists.pages_read() <= needed + 1
    assert of(report).deleted == 0


def test_a_run_never_spends_more_than_its_budget_and_the_next_goes_on() -> None:
    lists, mirror = Lists(2000), fresh()
    spent = []
    for _ in range(10):
        report = run(lists, mirror, calls_max=6)
        spent.append(report.calls)
        if report.finished:
            break
    assert max(spent) == 6
    assert report.finished
    assert ids(mirror) == lists.rows.keys()
    assert len(spent) <= 4
    assert lists.pages_read() <= 11 + 1


def test_a_budget_of_nothing_spends_nothing() -> None:
    lists, mirror = Lists(10), fresh()
    report = run(lists, mirror, calls_max=0)
    assert (report.calls, report.finished, lists.calls) == (0, False, [])


def test_the_last_calls_of_the_vendors_day_are_left_for_people() -> None:
    lists, mirror = Lists(2000), fresh()
    lists.remaining = 15
    report = run(lists, mirror)
    assert not report.finished
    assert lists.remaining == 10


def test_the_stream_that_waited_longest_goes_first() -> None:
    lists, mirror = Lists(2000), fresh()
    run(lists, mirror, calls_max=3)
    names = [found.stream for found in run(lists, mirror, at=NOON + dt.timedelta(minutes=5)).streams]
    assert names[0] == "invoices"
    assert names[-1] == "contacts"


def test_a_list_the_vendor_refuses_is_reported_and_the_others_go_on() -> None:
    lists, mirror = Lists(10), fresh()
    lists.refused["/books/v3/creditnotes"] = (404, 5, "Invalid URL Passed")
    report = run(lists, mirror)
    assert not of(report, "credit_notes").finished
    assert "credit" in of(report, "credit_notes").error
    assert of(report).finished
    assert ids(mirror) == lists.rows.keys()
    del lists.refused["/books/v3/creditnotes"]
    assert run(lists, mirror).finished


def test_dead_credentials_end_the_run_with_a_typed_error() -> None:
    lists, mirror = Lists(10), fresh()
    lists.refused["/books/v3/organizations"] = (401, 14, "Invalid value passed for authtoken.")
    with pytest.raises(AuthenticationFailed):
        run(lists, mirror)
    assert ids(mirror) == set()


def test_a_bad_record_is_set_aside_and_the_page_is_kept() -> None:
    lists, mirror = Lists(500), fresh()
    bad = list(lists.rows)[250]
    lists.rows[bad]["total"] = "plenty"
    report = run(lists, mirror)
    assert of(report).quarantined == 1
    assert ids(mirror) == lists.rows.keys() - {bad}
    lists.touch(bad, total=7.0)
    run(lists, mirror)
    assert bad in ids(mirror)
    assert all(stream.quarantined == 0 for stream in freshness(mirror))


def test_rows_without_their_time_of_change_are_read_all_the_same() -> None:
    lists, mirror = Lists(450), fresh()
    lists.silent.add(next(iter(lists.rows)))
    run(lists, mirror)
    assert ids(mirror) == lists.rows.keys()


def test_every_record_is_announced_once_and_in_order() -> None:
    lists, mirror = Lists(450), fresh()
    run(lists, mirror)
    lists.touch(next(iter(lists.rows)), balance=2.0)
    run(lists, mirror)
    kinds = [kind for (kind,) in mirror.store.connection.execute("SELECT kind FROM events ORDER BY sequence")]
    assert kinds == ["created"] * 450 + ["updated"]


def test_a_vendor_whose_day_is_spent_ends_the_run_with_what_was_read() -> None:
    lists, mirror = Lists(2000), fresh()

    def spent(_page: int) -> None:
        lists.refused["/books/v3/invoices"] = (429, 45, "You have exceeded the maximum call rate limit of 1000.")

    lists.drift = spent
    report = run(lists, mirror)
    assert not of(report).finished
    assert "day limit" in of(report).error
    assert of(report, "payments").calls == 0
    assert len(ids(mirror)) == 200
    lists.refused.clear()
    lists.remaining = 9_000
    lists.drift = lambda _page: None
    assert run(lists, mirror).finished
    assert ids(mirror) == lists.rows.keys()
