"""What moves on a cash basis: an invoice or bill counts as it is paid, in shares. No report stands here.

Assumed, as an accountant does it: a payment of a part takes the same part of every line and tax; a credit note counts
as it is applied or refunded; a bad debt was never income and does not count; everything else counts as it stands.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.application import Application
from tallystick.ledger.entry import Entry, Posting
from tallystick.ledger.movement import Movements
from tallystick.model.money import to_minor

ISSUES: Final = frozenset({"invoice", "debit_note", "credit_note", "bill", "vendor_credit"})
"""Events that wait for money."""
GIVEN_UP: Final = frozenset({"write_off"})
"""Events of documents that wait for money which on a cash basis never happened."""
_NOT_AS_THEY_STAND: Final = ISSUES | GIVEN_UP

Part = tuple[dt.date, str, int]
"""What was settled of a document: the day, an id to order by, the amount in minor units of its currency."""


class CashBasis:
    """`movements` per day and account when documents count as they are paid, moved document by document."""

    __slots__ = ("_shares", "movements")

    def __init__(self) -> None:
        self.movements = Movements()
        self._shares: dict[str, tuple[Entry, ...]] = {}

    def post(self, before: Iterable[Entry], after: Iterable[Entry]) -> None:
        """Put the entries of a document that count as they stand in place of those it had."""
        for entry in before:
            if entry.event not in _NOT_AS_THEY_STAND:
                self.movements.remove(entry)
        for entry in after:
            if entry.event not in _NOT_AS_THEY_STAND:
                self.movements.add(entry)

    def settle(
        self, identity: str, document: Any, entries: Iterable[Entry], applications: Iterable[Application]
    ) -> None:
        """Put the shares of a document that waits for money in place of those it had; None when it is gone.

        `applications` are those set against it and, when it is a source, its own.
        """
        issued = next((entry for entry in entries if entry.event in ISSUES), None)
        shares: tuple[Entry, ...] = ()
        if issued is not None:
            parts = _parts(document, applications)
            shares = tuple(_shares(issued, parts, to_minor(document.totals.total, document.places))) if parts else ()
        before = self._shares.get(identity, ())
        if shares == before:
            return
        for entry in before:
            self.movements.remove(entry)
        for entry in shares:
            self.movements.add(entry)
        if shares:
            self._shares[identity] = shares
        else:
            self._shares.pop(identity, None)

    def counted(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what counts of a document's entry: its shares, nothing of a debt given up, else the entry itself."""
        if entry.event in ISSUES:
            return self._shares.get(entry.source_id, ())
        return () if entry.event in GIVEN_UP else (entry,)

    def copy(self) -> "CashBasis":
        """Return the same movements, to be moved apart from these."""
        made = CashBasis()
        made.movements, made._shares = self.movements.copy(), dict(self._shares)
        return made

    def __eq__(self, other: object) -> bool:
        """Compare by what moved and by the shares of each document."""
        return isinstance(other, CashBasis) and (self.movements, self._shares) == (other.movements, other._shares)

    __hash__ = None  # type: ignore[assignment]  # sums move, so they cannot be keys


def _parts(document: Any, applications: Iterable[Application]) -> list[Part]:
    """Return what was settled of a document, in order."""
    places = document.places
    parts = [(each.date, each.id, to_minor(each.amount + each.withheld, places)) for each in applications]
    parts += [(each.date, each.id, to_minor(each.amount, places)) for each in getattr(document, "refunds", ())]
    return sorted(parts)


def _shares(entry: Entry, parts: list[Part], total: int) -> Iterable[Entry]:
    """Yield the entry of each part: what is settled so far less what was settled before, so that all make the whole."""
    if len(parts) == 1 and parts[0][2] == total:
        yield replace(entry, date=parts[0][0])
        return
    settled, before = 0, (0,) * len(entry.postings)
    for date, _, minor in parts:
        settled += minor
        so_far = _share(entry.postings, settled, total)
        postings = tuple(
            replace(posting, amount=after - earlier)
            for posting, after, earlier in zip(entry.postings, so_far, before, strict=True)
        )
        before = so_far
        yield replace(entry, date=date, postings=postings)


def _share(postings: tuple[Posting, ...], settled: int, total: int) -> tuple[int, ...]:
    """Return the part of each posting that is settled, rounded so that it balances: the largest takes what is left."""
    if settled == total:
        return tuple(posting.amount for posting in postings)
    amounts = [(posting.amount * settled * 2 + total) // (2 * total) for posting in postings]
    largest = max(range(len(postings)), key=lambda at: abs(postings[at].amount))
    amounts[largest] -= sum(amounts)
    return tuple(amounts)
