"""What pages and charts read from a mirror: frozen rows, exact money. No SQL text, no vendor call and no clock.

`today` is always given by the caller: it is the calendar day in the organisation's own time zone.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from tallystick.mirror.mirror import Mirror
from tallystick.model.currency import PLACES_USUAL
from tallystick.model.money import ZERO, from_minor

PER_PAGE_MAX = 500
MONTHS_MAX = 240


class DueStatus(StrEnum):
    """An invoice's status as it stands on a given day; every invoice has exactly one."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    OPEN = "open"
    PARTIALLY_PAID = "partially_paid"
    OVERDUE = "overdue"
    PAID = "paid"
    VOID = "void"


UNPAID = (DueStatus.OPEN, DueStatus.PARTIALLY_PAID, DueStatus.OVERDUE)
"""The statuses of an invoice on which money is still due."""


class InvoiceRow(msgspec.Struct, frozen=True):
    """One invoice of the list; `total` and `balance` in its own `currency`, `days_overdue` 0 unless overdue."""

    id: str
    number: str
    customer_id: str
    customer_name: str
    date: dt.date | None
    due_date: dt.date | None
    status: DueStatus
    currency: str
    total: Decimal
    balance: Decimal
    days_overdue: int


class InvoicePage(msgspec.Struct, frozen=True):
    """One page of invoices; `matched` counts all that the filter lets through."""

    rows: tuple[InvoiceRow, ...]
    matched: int
    page: int
    per_page: int


class Totals(msgspec.Struct, frozen=True):
    """What customers owe, in the base currency.

    `outstanding` is the sum of balances of unpaid invoices, `overdue` the part past its due date.
    `unconverted_count` counts unpaid foreign invoices without an exchange rate: they are in neither sum.
    """

    currency: str
    outstanding: Decimal
    overdue: Decimal
    outstanding_count: int
    overdue_count: int
    unconverted_count: int


class Age(msgspec.Struct, frozen=True):
    """What is outstanding and this many days past its due date, in the base currency; None means without end."""

    days_from: int | None
    days_to: int | None
    amount: Decimal
    count: int


AGES = ((None, 0), (1, 30), (31, 60), (61, 90), (91, None))
"""The bounds of the ages, in days past the due date, both included; the first is what is not yet overdue."""


class Month(msgspec.Struct, frozen=True):
    """One calendar month in the base currency; `month` is its first day.

    `invoiced`: invoices by date, not draft or void, gross, less credit notes. `collected`: payments by payment
    date less refunds. Both may be negative.
    """

    month: dt.date
    invoiced: Decimal
    collected: Decimal


class Freshness(msgspec.Struct, frozen=True):
    """How old one stream's copy is: the last completed run and its calls, and the records kept and set aside."""

    stream: str
    synced_at: dt.datetime | None
    calls: int
    records: int
    quarantined: int


@contextmanager
def snapshot(mirror: Mirror) -> Iterator[None]:
    """Let every read inside see the same instant, whatever a run stores meanwhile through another connection."""
    mirror.store.connection.execute("BEGIN")
    try:
        yield
    finally:
        mirror.store.connection.execute("COMMIT")


def invoices(
    mirror: Mirror,
    *,
    today: dt.date,
    statuses: Collection[DueStatus] = (),
    search: str = "",
    newest_first: bool = False,
    page: int = 1,
    per_page: int = 50,
) -> InvoicePage:
    """Return invoices by due date, oldest first unless `newest_first`; no `statuses` means all. `search` looks in number and customer.

    An invoice is overdue from the day after its due date. Raises ValueError for a page below 1, or a page size
    outside 1 to PER_PAGE_MAX.
    """
    if page < 1 or not 1 <= per_page <= PER_PAGE_MAX:
        raise ValueError(f"page starts at 1, per_page is 1 to {PER_PAGE_MAX}: got page {page}, per_page {per_page}")
    wanted = set(statuses)
    counts = _counts(mirror, today, search)
    found = mirror.rows(
        "invoices_newest_first" if newest_first else "invoices_by_due_date",
        today=today.isoformat(),
        statuses=msgspec.json.encode(sorted(wanted)).decode() if wanted else None,
        search=_pattern(search),
        limit=per_page,
        offset=(page - 1) * per_page,
    )
    return InvoicePage(
        rows=tuple(_row(today, row) for row in found),
        matched=sum(count for status, count in counts.items() if not wanted or status in wanted),
        page=page,
        per_page=per_page,
    )


def status_counts(mirror: Mirror, *, today: dt.date) -> dict[DueStatus, int]:
    """Return how many invoices stand at each status on that day; every status is a key."""
    return _counts(mirror, today, "")


def totals(mirror: Mirror, *, today: dt.date) -> Totals:
    """Return what is outstanding and overdue on that day."""
    currency, places = _base(mirror)
    outstanding, overdue, count, overdue_count, unconverted = mirror.rows("owed", today=today.isoformat())[0]
    return Totals(
        currency=currency,
        outstanding=from_minor(outstanding, places),
        overdue=from_minor(overdue, places),
        outstanding_count=count,
        overdue_count=overdue_count,
        unconverted_count=unconverted,
    )


def ageing(mirror: Mirror, *, today: dt.date) -> tuple[Age, ...]:
    """Return what is outstanding by how late it is on that day; the amounts sum to `totals().outstanding`."""
    _, places = _base(mirror)
    found = mirror.rows("owed_by_age", today=today.isoformat())
    ages = []
    for days_from, days_to in AGES:
        inside = [
            (amount, count)
            for days, amount, count in found
            if (days_from is None or days >= days_from) and (days_to is None or days <= days_to)
        ]
        amount = from_minor(sum(amount for amount, _ in inside), places)
        ages.append(Age(days_from, days_to, amount, sum(count for _, count in inside)))
    return tuple(ages)


def months(mirror: Mirror, *, until: dt.date, count: int = 6) -> tuple[Month, ...]:
    """Return `count` months, oldest first, the last one being the month of `until`; months without documents are 0.

    Raises ValueError when `count` is outside 1 to MONTHS_MAX.
    """
    if not 1 <= count <= MONTHS_MAX:
        raise ValueError(f"count is 1 to {MONTHS_MAX}: got {count}")
    _, places = _base(mirror)
    last = until.year * 12 + until.month - 1
    wanted = [dt.date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]
    found = mirror.rows("months_between", first=f"{wanted[0]:%Y-%m}", last=f"{wanted[-1]:%Y-%m}")
    kept = {
        month: (from_minor(invoiced, places), from_minor(collected, places)) for month, invoiced, collected in found
    }
    return tuple(Month(month, *kept.get(f"{month:%Y-%m}", (ZERO, ZERO))) for month in wanted)


def freshness(mirror: Mirror) -> tuple[Freshness, ...]:
    """Return the age of each stream."""
    return tuple(
        Freshness(stream, dt.datetime.fromisoformat(synced_at) if synced_at else None, calls, records, quarantined)
        for stream, synced_at, calls, records, quarantined in mirror.rows("streams")
    )


def _base(mirror: Mirror) -> tuple[str, int]:
    company = mirror.company()
    if company is None:
        return "", PLACES_USUAL
    return company.currency or "", PLACES_USUAL if company.currency_places is None else company.currency_places


def _counts(mirror: Mirror, today: dt.date, search: str) -> dict[DueStatus, int]:
    found = mirror.rows("invoices_counted", today=today.isoformat(), search=_pattern(search))
    return dict.fromkeys(DueStatus, 0) | {DueStatus(status): count for status, count in found}


def _pattern(search: str) -> str | None:
    """Return the text as a pattern that finds it anywhere, its own wildcards meaning themselves."""
    text = search.strip()
    for special in "\\%_":
        text = text.replace(special, "\\" + special)
    return f"%{text}%" if text else None


def _row(today: dt.date, columns: tuple[Any, ...]) -> InvoiceRow:
    identity, number, customer_id, customer_name, date, due_date, status, currency, places, total, balance = columns
    due = dt.date.fromisoformat(due_date) if due_date else None
    overdue = due is not None and status == DueStatus.OVERDUE
    return InvoiceRow(
        id=identity,
        number=number,
        customer_id=customer_id,
        customer_name=customer_name,
        date=dt.date.fromisoformat(date) if date else None,
        due_date=due,
        status=DueStatus(status),
        currency=currency,
        total=from_minor(total, places),
        balance=from_minor(balance, places),
        days_overdue=(today - due).days if due and overdue else 0,
    )
