"""What the book keeps up to date document by document, worked out in one pass over all of it, to compare with."""

import datetime as dt
from collections import Counter

from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.report.figures import Basis
from tallystick.model.money import to_minor

SOURCES = (Kind.PAYMENT, Kind.CREDIT_NOTE, Kind.VENDOR_PAYMENT, Kind.VENDOR_CREDIT, Kind.JOURNAL)
WAIT = {"invoice", "debit_note", "credit_note", "bill", "vendor_credit"}


def check_open_items(book: Book, part: SystemAccount, *days: dt.date) -> None:
    """Hold what documents have open on some days against all entries and applications, and against the account."""
    for on in days:
        held: Counter[str] = Counter()
        for (_, identity, _), amount in book.open_items(part, on).items():
            held[identity] += amount
        assert {identity: amount for identity, amount in held.items() if amount} == _held_by_documents(book, part, on)
        moved = book.movements().between(None, on).get(book.system(part))
        assert held.total() == (moved.net if moved else 0)


def check_cash_basis(book: Book) -> None:
    """Hold what moved on a cash basis against all documents: what is paid counts in full, what is not does not."""
    moved = book.movements(Basis.CASH).between(None, None)
    assert sum(each.net for each in moved.values()) == 0
    for account_id, amount in _settled_on_cash_basis(book).items():
        assert moved[account_id].net == amount


def _held_by_documents(book: Book, part: SystemAccount, on: dt.date) -> dict[str, int]:
    """Return what each document that posted to a control account still holds of it, by id; nothing when settled."""
    held: Counter[str] = Counter()
    for entry in book.entries():
        for posting in entry.postings:
            if posting.account_id == book.system(part) and entry.date <= on:
                held[entry.source_id] += posting.amount
    sign = 1 if part is SystemAccount.RECEIVABLE else -1
    owed = book.table(Kind.INVOICE if part is SystemAccount.RECEIVABLE else Kind.BILL)
    for kind in SOURCES:
        for source in book.table(kind).values():
            for application in source.applications:
                if application.document_id in owed and application.date <= on:
                    amount = sign * to_minor(application.base_amount, book.base_currency.places)
                    held[application.document_id] -= amount
                    held[source.id] += amount
    return {identity: amount for identity, amount in held.items() if amount}


def _settled_on_cash_basis(book: Book) -> dict[str, int]:
    """Return what accounts moved by on a cash basis, in all, where documents are settled in full or not at all.

    Accounts of documents settled in part are left out: how a part is rounded is for tests written as ledgers.
    """
    settled: Counter[str] = Counter()
    for kind in SOURCES:
        for source in book.table(kind).values():
            for application in source.applications:
                settled[application.document_id] += to_minor(application.amount + application.withheld, source.places)
                settled[source.id] += to_minor(application.amount, source.places)
            for refund in getattr(source, "refunds", ()):
                settled[source.id] += to_minor(refund.amount, source.places)
    moved: Counter[str] = Counter()
    partly: set[str] = set()
    for kind, entry in book.entries_by_kind():
        document = book.table(kind)[entry.source_id]
        if entry.event == "write_off" or (entry.event in WAIT and not settled[entry.source_id]):
            continue
        if entry.event in WAIT and settled[entry.source_id] != to_minor(document.totals.total, document.places):
            partly |= {posting.account_id for posting in entry.postings}
        for posting in entry.postings:
            moved[posting.account_id] += posting.amount
    return {account_id: amount for account_id, amount in moved.items() if amount and account_id not in partly}
