"""What one contact brought and cost over a period: profit and loss of the documents that name it. No other contact's."""

from typing import TYPE_CHECKING

from tallystick.books.change import Kind
from tallystick.books.report.figures import Basis
from tallystick.books.report.profit_and_loss import ProfitAndLoss, profit_of
from tallystick.ledger.entry import Entry
from tallystick.ledger.period import Period
from tallystick.model.money import from_minor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from tallystick.books.book import Book


def contact_profit(book: "Book", contact_id: str, period: Period) -> ProfitAndLoss:
    """Return the profit and loss of a contact's documents (accrual); a journal counts when all of it is the contact's."""
    minor: dict[str, int] = {}
    for entry in _entries(book, contact_id):
        if entry.date in period:
            for posting in entry.postings:
                minor[posting.account_id] = minor.get(posting.account_id, 0) + posting.amount
    places = book.base_currency.places
    moved: dict[str, Decimal] = {account_id: from_minor(amount, places) for account_id, amount in minor.items()}
    return profit_of(book, period, Basis.ACCRUAL, moved)


def _entries(book: "Book", contact_id: str) -> "Iterator[Entry]":
    """Yield the entries of a contact's documents, its expenses and journals among them."""
    for kind, identity in book.documents_of(contact_id):
        yield from book.entries_of(kind, identity)
    for expense in book.table(Kind.EXPENSE).values():
        if contact_id in (expense.vendor_id, expense.customer_id):
            yield from book.entries_of(Kind.EXPENSE, expense.id)
    for journal in book.journals.values():
        if {line.contact_id for line in journal.lines} - {""} == {contact_id}:
            yield from book.entries_of(Kind.JOURNAL, journal.id)
