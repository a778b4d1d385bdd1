"""What is open on a day, by document and by how long it is overdue, for receivables and payables. No payment is chosen."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books.change import DOCUMENTS, Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.model.money import ZERO, from_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book

INTERVAL_DAYS: Final = 15
INTERVALS: Final = 4
"""The last interval is open: with 15 days and 4 of them, 1-15, 16-30, 31-45 and over 45 days."""
OWED_SIGN: Final = {SystemAccount.RECEIVABLE: 1, SystemAccount.PAYABLE: -1}
"""The sign of what is owed in each control account, debit positive."""


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
    """Rows per contact by name, and the sum.

    `total` is positive for what is owed (by customers, or to vendors) and always what the control account holds.
    """

    on: dt.date
    interval_days: int
    rows: tuple[AgeingRow, ...]
    total: Decimal


def receivable_ageing(
    book: "Book", on: dt.date, *, interval_days: int = INTERVAL_DAYS, intervals: int = INTERVALS
) -> Ageing:
    """Return what customers owe at the end of a day by how long it is overdue."""
    return _aged(book, SystemAccount.RECEIVABLE, on, interval_days, intervals)


def payable_ageing(
    book: "Book", on: dt.date, *, interval_days: int = INTERVAL_DAYS, intervals: int = INTERVALS
) -> Ageing:
    """Return what is owed to vendors at the end of a day by how long it is overdue."""
    return _aged(book, SystemAccount.PAYABLE, on, interval_days, intervals)


def receivable_items(book: "Book", on: dt.date) -> tuple[OpenItem, ...]:
    """Return the customers' documents that are open at the end of a day, the oldest first."""
    return _items(book, SystemAccount.RECEIVABLE, on)


def payable_items(book: "Book", on: dt.date) -> tuple[OpenItem, ...]:
    """Return the vendors' documents that are open at the end of a day, the oldest first."""
    return _items(book, SystemAccount.PAYABLE, on)


def _open(book: "Book", part: SystemAccount, on: dt.date) -> Iterator[tuple[Kind, Any, str, dt.date, int]]:
    """Yield what is open: the document, its kind and contact, when it is due, and what is owed in minor units."""
    sign = OWED_SIGN[part]
    of_kind: Kind | None = None
    for (kind, identity, contact_id), minor in book.open_items(part, on).items():
        if kind is not of_kind:
            of_kind, table = kind, book.table(kind)
            is_due, names_contact = (field in DOCUMENTS[kind].__struct_fields__ for field in ("due_date", "contact_id"))
        document = table[identity]
        due = (document.due_date or document.date) if is_due else document.date
        yield kind, document, document.contact_id if names_contact else contact_id, due, sign * minor


def _items(book: "Book", part: SystemAccount, on: dt.date) -> tuple[OpenItem, ...]:
    places = book.base_currency.places
    found = [
        OpenItem(kind, document.id, contact_id, document.date, due, max((on - due).days, 0), from_minor(minor, places))
        for kind, document, contact_id, due, minor in _open(book, part, on)
    ]
    found.sort(key=attrgetter("document_id"))
    found.sort(key=attrgetter("date"))
    return tuple(found)


def _aged(book: "Book", part: SystemAccount, on: dt.date, interval_days: int, intervals: int) -> Ageing:
    places, contacts = book.base_currency.places, book.contacts
    sums: dict[str, list[int]] = {}
    for _, _, contact_id, due, minor in _open(book, part, on):
        sum_of = sums.get(contact_id)
        if sum_of is None:
            sum_of = sums[contact_id] = [0] * (intervals + 1)
        late = (on - due).days if on > due else 0
        sum_of[min((late + interval_days - 1) // interval_days, intervals)] += minor
    rows = []
    for contact_id in sorted(sums, key=lambda each: (contacts[each].name.casefold() if each in contacts else "", each)):
        current, *late_sums = (from_minor(minor, places) for minor in sums[contact_id])
        rows.append(AgeingRow(contact_id, current, tuple(late_sums), sum(late_sums, current)))
    return Ageing(on, interval_days, tuple(rows), sum((row.total for row in rows), ZERO))
