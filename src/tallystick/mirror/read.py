"""What pages and charts read from a mirror: frozen rows, exact money. No SQL text, no vendor call and no clock.

`today` is always given by the caller: it is the calendar day in the organisation's own time zone.
"""

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.mirror.mirror import Mirror

PER_PAGE_MAX = 500


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


class Month(msgspec.Struct, frozen=True):
    """One calendar month in the base currency; `month` is its first day.

    `invoiced`: invoices by date, not draft or void, gross, less credit notes. `collected`: payments by payment
    date less refunds. Both may be negative.
    """

    month: dt.date
    invoiced: Decimal
    collected: Decimal


class Freshness(msgspec.Struct, frozen=True):
    """How old one stream's copy is: the last completed run, and how many records it holds and has set aside."""

    stream: str
    synced_at: dt.datetime | None
    records: int
    quarantined: int


def invoices(
    mirror: Mirror,
    *,
    today: dt.date,
    statuses: Collection[DueStatus] = (),
    search: str = "",
    page: int = 1,
    per_page: int = 50,
) -> InvoicePage:
    """Return invoices by due date, oldest first; no `statuses` means all. `search` looks in number and customer."""
    raise NotImplementedError


def status_counts(mirror: Mirror, *, today: dt.date) -> dict[DueStatus, int]:
    """Return how many invoices stand at each status on that day; every status is a key."""
    raise NotImplementedError


def totals(mirror: Mirror, *, today: dt.date) -> Totals:
    """Return what is outstanding and overdue on that day."""
    raise NotImplementedError


def months(mirror: Mirror, *, until: dt.date, count: int = 6) -> tuple[Month, ...]:
    """Return `count` months, oldest first, the last one being the month of `until`; months without documents are 0."""
    raise NotImplementedError


def freshness(mirror: Mirror) -> tuple[Freshness, ...]:
    """Return the age of each stream."""
    raise NotImplementedError
