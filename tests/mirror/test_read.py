"""What pages read: invoices by due date as they stand on a day, what is owed, and the months."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from tallystick.mirror import Mirror, open_mirror
from tallystick.mirror.read import (
    UNPAID,
    Age,
    DueStatus,
    InvoiceRow,
    Month,
    Totals,
    ageing,
    freshness,
    invoices,
    months,
    snapshot,
    status_counts,
    totals,
)
from tests.mirror.rows import credit_note, invoice, merge, mirror_of, payment, refund

TODAY = dt.date(2026, 11, 23)


def some(mirror: Mirror) -> Mirror:
    merge(
        mirror,
        "invoices",
        invoice("1", due_date="2026-11-22"),
        invoice("2", due_date="2026-11-23", total=Decimal(50), balance=Decimal(50)),
        invoice("3", due_date="2026-12-01", status="partially_paid", balance=Decimal(20)),
        invoice("4", due_date="2026-09-01", status="paid", balance=Decimal(0)),
        invoice("5", due_date="2026-08-01", status="draft"),
        invoice("6", due_date="2026-07-01", status="void"),
        invoice("7", due_date="2026-06-01", status="pending_approval"),
        invoice("8", due_date="2026-10-24", status="overdue", balance=Decimal("19.99"), customer_name="100% Wool"),
        invoice("9", due_date="2026-10-25", currency_code="USD", exchange_rate=""),
    )
    return mirror


def ids(*statuses: DueStatus, mirror: Mirror | None = None, **asked: object) -> list[str]:
    found = invoices(mirror or some(mirror_of()), today=TODAY, statuses=statuses, **asked)  # type: ignore[arg-type] # asked is per test
    return [row.id for row in found.rows]


def test_invoices_come_by_due_date_with_their_days_overdue() -> None:
    page = invoices(some(mirror_of()), today=TODAY)
    assert [row.id for row in page.rows] == ["7", "6", "5", "4", "8", "9", "1", "2", "3"]
    assert page.matched == 9
    assert page.rows[4] == InvoiceRow(
        id="8",
        number="INV-8",
        customer_id="77",
        customer_name="100% Wool",
        date=dt.date(2026, 10, 5),
        due_date=dt.date(2026, 10, 24),
        status=DueStatus.OVERDUE,
        currency="GBP",
        total=Decimal("120.00"),
        balance=Decimal("19.99"),
        days_overdue=30,
    )


def test_an_invoice_is_overdue_from_the_day_after_its_due_date() -> None:
    mirror = some(mirror_of())
    assert ids(DueStatus.OVERDUE, mirror=mirror) == ["8", "9", "1"]
    tomorrow = invoices(mirror, today=TODAY + dt.timedelta(days=1), statuses=[DueStatus.OVERDUE])
    assert [(row.id, row.days_overdue) for row in tomorrow.rows][-2:] == [("1", 2), ("2", 1)]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (DueStatus.DRAFT, ["5"]),
        (DueStatus.SUBMITTED, ["7"]),
        (DueStatus.OPEN, ["2"]),
        (DueStatus.PARTIALLY_PAID, ["3"]),
        (DueStatus.OVERDUE, ["8", "9", "1"]),
        (DueStatus.PAID, ["4"]),
        (DueStatus.VOID, ["6"]),
    ],
)
def test_every_invoice_stands_at_exactly_one_status(status: DueStatus, expected: list[str]) -> None:
    assert ids(status) == expected
    assert status_counts(some(mirror_of()), today=TODAY)[status] == len(expected)


def test_unpaid_invoices_are_those_the_totals_add_up() -> None:
    mirror = some(mirror_of())
    assert ids(*UNPAID, mirror=mirror) == ["8", "9", "1", "2", "3"]
    assert totals(mirror, today=TODAY) == Totals(
        currency="GBP",
        outstanding=Decimal("209.99"),
        overdue=Decimal("139.99"),
        outstanding_count=5,
        overdue_count=3,
        unconverted_count=1,
    )


def test_what_is_owed_falls_into_ages_that_sum_to_what_is_outstanding() -> None:
    mirror = mirror_of()
    for number, days in enumerate((-5, 0, 1, 30, 31, 60, 61, 90, 91, 400)):
        due = TODAY - dt.timedelta(days=days)
        merge(
            mirror,
            "invoices",
            invoice(str(number), due_date=due.isoformat(), balance=Decimal(10**number), total=Decimal(10**10)),
        )
    assert ageing(mirror, today=TODAY) == (
        Age(None, 0, Decimal("11.00"), 2),
        Age(1, 30, Decimal("1100.00"), 2),
        Age(31, 60, Decimal("110000.00"), 2),
        Age(61, 90, Decimal("11000000.00"), 2),
        Age(91, None, Decimal("1100000000.00"), 2),
    )
    assert sum(age.amount for age in ageing(mirror, today=TODAY)) == totals(mirror, today=TODAY).outstanding


def test_the_newest_due_date_may_come_first() -> None:
    mirror = some(mirror_of())
    assert ids(mirror=mirror, newest_first=True) == ids(mirror=mirror)[::-1]


def test_an_invoice_of_nothing_is_paid() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", total=Decimal(0), balance=Decimal(0)))
    assert ids(DueStatus.PAID, mirror=mirror) == ["1"]


def test_an_invoice_without_a_due_date_is_due_on_its_day() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", due_date=""))
    assert invoices(mirror, today=TODAY).rows[0].due_date == dt.date(2026, 10, 5)


def test_pages_follow_each_other_without_gap_or_overlap() -> None:
    mirror = some(mirror_of())
    pages = [ids(mirror=mirror, page=page, per_page=4) for page in (1, 2, 3, 4)]
    assert [key for page in pages for key in page] == ids(mirror=mirror)
    assert [len(page) for page in pages] == [4, 4, 1, 0]


def test_a_search_means_its_characters_and_counts_what_it_finds() -> None:
    mirror = some(mirror_of())
    assert ids(mirror=mirror, search=" 100% ") == ["8"]
    assert ids(mirror=mirror, search="inv-3") == ["3"]
    assert ids(mirror=mirror, search="_") == []
    assert invoices(mirror, today=TODAY, search="wool", statuses=[DueStatus.OVERDUE]).matched == 1
    assert invoices(mirror, today=TODAY, search="wool", statuses=[DueStatus.PAID]).matched == 0


@pytest.mark.parametrize("asked", [{"page": 0}, {"per_page": 0}, {"per_page": 501}])
def test_a_page_that_cannot_be_is_refused(asked: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="per_page"):
        invoices(mirror_of(), today=TODAY, **asked)  # type: ignore[arg-type] # asked is per test


def test_months_count_invoices_less_credit_notes_and_payments_less_refunds() -> None:
    mirror = mirror_of()
    merge(
        mirror,
        "invoices",
        invoice("1"),
        invoice("2", status="draft"),
        invoice("3", status="void"),
        invoice("4", date="2026-11-02", currency_code="USD", exchange_rate=Decimal("0.75"), total=Decimal("10.01")),
    )
    merge(
        mirror, "credit_notes", credit_note("1"), credit_note("2", date="2026-12-24"), credit_note("3", status="void")
    )
    merge(mirror, "payments", payment("1", bcy_refunded_amount=Decimal("10.50")), payment("2", date="2026-12-31"))
    merge(mirror, "refunds", refund("1"))
    assert months(mirror, until=dt.date(2026, 12, 31), count=4) == (
        Month(dt.date(2026, 9, 1), Decimal(0), Decimal(0)),
        Month(dt.date(2026, 10, 1), Decimal("100.00"), Decimal("32.50")),
        Month(dt.date(2026, 11, 1), Decimal("7.51"), Decimal(0)),
        Month(dt.date(2026, 12, 1), Decimal("-20.00"), Decimal("50.00")),
    )


def test_months_run_over_the_turn_of_the_year() -> None:
    found = months(mirror_of(), until=dt.date(2026, 2, 28))
    assert [f"{month.month:%Y-%m}" for month in found] == [
        "2025-09",
        "2025-10",
        "2025-11",
        "2025-12",
        "2026-01",
        "2026-02",
    ]
    with pytest.raises(ValueError, match="count is 1 to"):
        months(mirror_of(), until=TODAY, count=0)


def test_an_empty_mirror_reads_as_nothing_owed() -> None:
    mirror = open_mirror(":memory:")
    assert invoices(mirror, today=TODAY).rows == ()
    assert totals(mirror, today=TODAY).outstanding == 0
    assert freshness(mirror) == ()
    assert mirror.company() is None


def test_a_snapshot_does_not_see_what_is_stored_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "mirror.sqlite"
    writer, reader = some(mirror_of(path)), open_mirror(path)
    with snapshot(reader):
        before = totals(reader, today=TODAY)
        merge(writer, "invoices", invoice("10"))
        assert totals(reader, today=TODAY) == before
    assert totals(reader, today=TODAY).outstanding == before.outstanding + 120


def test_the_lists_and_totals_are_answered_from_their_indexes() -> None:
    mirror = some(mirror_of())
    for query, index in (("invoices_by_due_date", "mirror_invoices_by_due_date"), ("owed", "mirror_invoices_unpaid")):
        plan = mirror.store.connection.execute(
            "EXPLAIN QUERY PLAN " + mirror.store.queries[query],
            {
                "tenant": "local",
                "connection": "default",
                "today": "2026-11-23",
                "statuses": None,
                "search": None,
                "limit": 5,
                "offset": 0,
            },
        ).fetchall()
        assert any(f"COVERING INDEX {index}" in str(row[3]) for row in plan), plan
