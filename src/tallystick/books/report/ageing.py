"""What is open on a day, by document and by how long it is overdue, for receivables and payables. No payment is chosen."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.model.money import ZERO, from_minor, to_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book

INTERVAL_DAYS: Final = 15
INTERVALS: Final = 4
"""The last interval is open: with 15 days and 4 of them, 1-15, 16-30, 31-45 and over 45 days."""


class OpenItem(msgspec.Struct, frozen=True, gc=False):
    """A document that holds something of the control account on the day; negative for a credit. Base currency."""

    kind: Kind
    document_id: str
    contact_id: str
    date: dt.date
    due_date: dt.date
    days_overdue: int
    balance: Decimal


class AgeingRow(msgspec.Struct, frozen=True, gc=False):
    """One contact: what is not yet due, then the intervals, and the sum."""

    contact_id: str
    current: Decimal
    intervals: tuple[Decimal, ...]
    total: Decimal


class Ageing(msgspec.Struct, frozen=True, gc=False):
    """Rows per contact in the order they first appear, the documents behind them, and the sum.

    `total` is positive for what is owed (by customers, or to vendors) and always what the control account holds.
    """

    on: dt.date
    interval_days: int
    rows: tuple[AgeingRow, ...]
    items: tuple[OpenItem, ...]
    total: Decimal


def receivable_ageing(
    book: "Book", on: dt.date, *, interval_days: int = INTERVAL_DAYS, intervals: int = INTERVALS
) -> Ageing:
    """Return what customers owe at the end of a day."""
    items = _open_items(book, SystemAccount.RECEIVABLE, 1, on)
    return _aged(on, items, interval_days, intervals)


def payable_ageing(
    book: "Book", on: dt.date, *, interval_days: int = INTERVAL_DAYS, intervals: int = INTERVALS
) -> Ageing:
    """Return what is owed to vendors at the end of a day."""
    items = _open_items(book, SystemAccount.PAYABLE, -1, on)
    return _aged(on, items, interval_days, intervals)


def _open_items(book: "Book", part: SystemAccount, sign: int, on: dt.date) -> tuple[OpenItem, ...]:
    """Return the documents that hold something of a control account.

    What a document posts there itself is its own; an application moves its amount from the document to its source.
    """
    places = book.base_currency.places
    kinds, held = _held(book, book.system(part), on)
    for source_id, application in book.applications():
        if application.date <= on:
            amount = sign * to_minor(application.base_amount, places)
            for key, moved in (((application.document_id, ""), -amount), ((source_id, ""), amount)):
                if key in held:
                    held[key] += moved
    found = []
    for (identity, contact_id), minor in held.items():
        if minor:
            kind = kinds[identity]
            document = book.table(kind)[identity]
            due: dt.date = getattr(document, "due_date", None) or document.date
            balance = from_minor(sign * minor, places)
            late = max((on - due).days, 0)
            owner = contact_id or getattr(document, "contact_id", "")
            found.append(OpenItem(kind, identity, owner, document.date, due, late, balance))
    return tuple(found)


def _held(book: "Book", control: str, on: dt.date) -> tuple[dict[str, Kind], dict[tuple[str, str], int]]:
    """Return what each document posted to a control account, and its kind; a journal may do so for several contacts."""
    kinds: dict[str, Kind] = {}
    held: dict[tuple[str, str], int] = {}
    for kind, entry in book.entries_by_kind():
        if entry.date > on:
            continue
        for posting in entry.postings:
            if posting.account_id == control:
                key = entry.source_id, posting.contact_id if kind is Kind.JOURNAL else ""
                kinds[entry.source_id] = kind
                held[key] = held.get(key, 0) + posting.amount
    return kinds, held


def _aged(on: dt.date, items: tuple[OpenItem, ...], interval_days: int, intervals: int) -> Ageing:
    sums: dict[str, list[Decimal]] = {}
    for item in items:
        row = sums.setdefault(item.contact_id, [ZERO] * (intervals + 1))
        late = item.days_overdue
        row[0 if late == 0 else min((late - 1) // interval_days, intervals - 1) + 1] += item.balance
    rows = tuple(AgeingRow(contact_id, row[0], tuple(row[1:]), sum(row, ZERO)) for contact_id, row in sums.items())
    return Ageing(on, interval_days, rows, items, sum((row.total for row in rows), ZERO))
