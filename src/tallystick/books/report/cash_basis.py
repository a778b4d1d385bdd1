"""The entries as they are on a cash basis: an invoice or bill counts as it is paid, in shares. No report stands here.

Assumed, as an accountant does it: a payment of a part takes the same part of every line and tax; a credit note counts
as it is applied or refunded; a bad debt was never income and does not count; everything else counts as it stands.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

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
    for entry in cash_entries(book):
        moved.add(entry)
    return moved


def cash_entries(book: "Book") -> Iterator[Entry]:
    """Yield every entry there is when documents count as they are paid."""
    waiting: dict[str, tuple[Entry, Any]] = {}
    for kind, entry in book.entries_by_kind():
        if entry.event in ISSUES:
            waiting[entry.source_id] = entry, book.table(kind)[entry.source_id]
        elif entry.event not in GIVEN_UP:
            yield entry
    for identity, parts in _parts(book, waiting).items():
        entry, document = waiting[identity]
        yield from _shares(entry, parts, to_minor(document.totals.total, document.places))


def _parts(book: "Book", waiting: dict[str, tuple[Entry, Any]]) -> dict[str, list[Part]]:
    """Return what was settled of each document."""
    parts: dict[str, list[Part]] = {}
    for source_id, application in book.applications():
        for identity in (source_id, application.document_id):
            if identity in waiting:
                minor = to_minor(application.amount + application.withheld, waiting[identity][1].places)
                parts.setdefault(identity, []).append((application.date, application.id, minor))
    for identity, (_, document) in waiting.items():
        for refund in getattr(document, "refunds", ()):
            part = refund.date, refund.id, to_minor(refund.amount, document.places)
            parts.setdefault(identity, []).append(part)
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
