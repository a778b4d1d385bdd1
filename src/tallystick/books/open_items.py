"""What each document holds of a control account, day by day, moved document by document. No age or sum stands here.

What a document posts to the account itself is its own; an application moves its amount from the document it settles to
the source it comes from, so that a settled document and a spent source hold nothing.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application
from tallystick.ledger.entry import Entry
from tallystick.model.money import to_minor

Held = tuple[Kind, str, str]
"""Whose part of the account it is: kind and id of the document, and the contact when it is a journal's line."""

SETTLES: Final[dict[SystemAccount, tuple[Kind, frozenset[Kind], int]]] = {
    SystemAccount.RECEIVABLE: (Kind.INVOICE, frozenset({Kind.PAYMENT, Kind.CREDIT_NOTE, Kind.JOURNAL}), 1),
    SystemAccount.PAYABLE: (Kind.BILL, frozenset({Kind.VENDOR_PAYMENT, Kind.VENDOR_CREDIT, Kind.JOURNAL}), -1),
}
"""For each control account what is settled, by which sources, and the sign of what is owed (debit positive)."""


class OpenItems:
    """What documents hold of one control account, in minor units of the base currency, debit positive."""

    __slots__ = ("_days", "_held", "_kind", "_sign", "_sources")

    def __init__(self, part: SystemAccount) -> None:
        self._kind, self._sources, self._sign = SETTLES[part]
        self._held: dict[Held, int] = {}
        self._days: dict[dt.date, dict[Held, int]] = {}

    def post(self, kind: Kind, entries: Iterable[Entry], control_id: str, sign: int) -> None:
        """Count a document's own entries in (sign 1) or out (sign −1)."""
        for entry in entries:
            for posting in entry.postings:
                if posting.account_id == control_id:
                    contact_id = posting.contact_id if kind is Kind.JOURNAL else ""
                    self._move(entry.date, (kind, entry.source_id, contact_id), sign * posting.amount)

    def settle(self, source: Held, application: Application, places: int, sign: int) -> None:
        """Count an application of a source in (sign 1) or out (sign −1); sources of another account move nothing."""
        if source[0] in self._sources:
            amount = sign * self._sign * to_minor(application.base_amount, places)
            self._move(application.date, (self._kind, application.document_id, ""), -amount)
            self._move(application.date, source, amount)

    def _move(self, date: dt.date, held: Held, amount: int) -> None:
        day = self._days.get(date)
        if day is None:
            day = self._days[date] = {}
        for sums in (self._held, day):
            left = sums.get(held, 0) + amount
            if left:
                sums[held] = left
            else:
                sums.pop(held, None)
        if not day:
            del self._days[date]

    def at(self, on: dt.date) -> dict[Held, int]:
        """Return what each document holds at the end of a day: what it holds now less what moved since."""
        found = dict(self._held)
        for date, day in self._days.items():
            if date > on:
                for held, amount in day.items():
                    left = found.get(held, 0) - amount
                    if left:
                        found[held] = left
                    else:
                        del found[held]
        return found

    def total(self) -> int:
        """Return what all documents hold together: what the account holds."""
        return sum(self._held.values())

    def copy(self) -> "OpenItems":
        """Return the same items, to be moved apart from these."""
        made = object.__new__(OpenItems)
        made._kind, made._sources, made._sign = self._kind, self._sources, self._sign
        made._held = dict(self._held)
        made._days = {date: dict(day) for date, day in self._days.items()}
        return made

    def __eq__(self, other: object) -> bool:
        """Compare by what is held and what moved, day by day."""
        return isinstance(other, OpenItems) and (self._held, self._days) == (other._held, other._days)

    __hash__ = None  # type: ignore[assignment]  # items move, so they cannot be keys
