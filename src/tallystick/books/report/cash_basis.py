"""The entries as they are on a cash basis: an invoice or bill counts as it is paid, in shares. No report stands here.

Assumed, as an accountant does it: a payment of a part takes the same part of every line and tax; a credit note counts
as it is applied or refunded; a bad debt was never income and does not count; everything else counts as it stands.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.ledger.entry import Entry, Posting
from tallystick.ledger.movement import Movements
from tallystick.model.money import to_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book

ISSUES: Final = frozenset({"invoice", "debit_note", "credit_note", "bill", "vendor_credit"})
"""Events that wait for money."""
GIVEN_UP: Final = frozenset({"write_off"})
"""Events of documents that wait for money which on a cash basis never happened."""

Part = tuple[dt.date, str, int]
"""What was settled of a document: the day, an id to order by, the amount in minor units of its currency."""


def cash_movements(book: "Book") -> Movements:
    """Return what moves on each day when documents count as they are paid."""
    moved = Movements()
    waiting: dict[tuple[Kind, str], list[Entry]] = {}
    for kind, entry in book.entries_by_kind():
        if entry.event in ISSUES:
            waiting.setdefault((kind, entry.source_id), []).append(entry)
        elif entry.event not in GIVEN_UP:
            moved.add(entry)
    for key, parts in _parts(book, waiting).items():
        document = book.table(key[0])[key[1]]
        total = to_minor(document.totals.total, document.places)
        for entry in waiting[key]:
            for share in _shares(entry, parts, total):
                moved.add(share)
    return moved


def _parts(book: "Book", waiting: dict[tuple[Kind, str], list[Entry]]) -> dict[tuple[Kind, str], list[Part]]:
    """Return by document what was settled of it: the day, an id to order by, the amount in minor units."""
    parts: dict[tuple[Kind, str], list[Part]] = {}
    for source, target, application in book.applications():
        for key in (source, target):
            if key in waiting:
                places = book.table(key[0])[key[1]].places
                minor = to_minor(application.amount + application.withheld, places)
                parts.setdefault(key, []).append((application.date, application.id, minor))
    for key in waiting:
        document = book.table(key[0])[key[1]]
        for refund in getattr(document, "refunds", ()):
            parts.setdefault(key, []).append((refund.date, refund.id, to_minor(refund.amount, document.places)))
    return parts


def _shares(entry: Entry, parts: list[Part], total: int) -> Iterable[Entry]:
    """Yield the entry of each part: what is settled so far less what was settled before, so that all make the whole."""
    if len(parts) == 1 and parts[0][2] == total:
        yield replace(entry, date=parts[0][0])
        return
    settled, before = 0, (0,) * len(entry.postings)
    for date, _, minor in sorted(parts):
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
