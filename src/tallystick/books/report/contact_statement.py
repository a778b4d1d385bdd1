"""A contact's statement of account: what was owed before a period, what came in it, what is owed after. No mail.

Amounts are in the contact's currency; documents in another are left out. Money for a retainer invoice counts as it is
received, like any other.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.contact import Contact, ContactRole
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.journal import JournalState, Side
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.vendor_credit import VendorCredit
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO

if TYPE_CHECKING:
    from tallystick.books.book import Book

Moved = tuple[dt.date, str, Decimal]
"""A day, what happened, and the amount: positive when more is owed, negative when less."""


class StatementRow(msgspec.Struct, frozen=True, gc=False):
    """One thing that changed what is owed, and what is owed after it. `event` is the document's kind or what befell it."""

    date: dt.date
    event: str
    kind: Kind
    document_id: str
    number: str
    amount: Decimal
    balance: Decimal


class ContactStatement(msgspec.Struct, frozen=True, gc=False):
    """What a contact owes (or, a vendor, is owed) around a period; credit held counts as owed less."""

    contact_id: str
    period: Period
    opening: Decimal
    rows: tuple[StatementRow, ...]
    closing: Decimal

    @property
    def charged(self) -> Decimal:
        """Return what was added in the period."""
        return sum((row.amount for row in self.rows if row.amount > 0), ZERO)

    @property
    def settled(self) -> Decimal:
        """Return what was paid, credited or given up in the period."""
        return -sum((row.amount for row in self.rows if row.amount < 0), ZERO)


def _of_invoice(invoice: Invoice) -> Iterator[Moved]:
    if lifecycle.invoice_is_open(invoice):
        yield invoice.date, "invoice", invoice.totals.total
        if invoice.write_off is not None:
            yield invoice.write_off.date, "write_off", -invoice.write_off.amount


def _of_bill(bill: Bill) -> Iterator[Moved]:
    if lifecycle.bill_is_open(bill):
        yield bill.date, "bill", bill.totals.total


def _of_credit_note(note: CreditNote) -> Iterator[Moved]:
    if lifecycle.credit_note_is_open(note):
        yield note.date, "credit_note", -note.totals.total
        yield from ((refund.date, "credit_note_refund", refund.amount) for refund in note.refunds)


def _of_vendor_credit(credit: VendorCredit) -> Iterator[Moved]:
    if lifecycle.vendor_credit_is_open(credit):
        yield credit.date, "vendor_credit", -credit.totals.total
        yield from ((refund.date, "vendor_credit_refund", refund.amount) for refund in credit.refunds)


def _of_payment(payment: Payment) -> Iterator[Moved]:
    yield payment.date, "payment", -payment.amount
    yield from ((refund.date, "payment_refund", refund.amount) for refund in payment.refunds)
    yield from ((one.date, "tax_withheld", -one.withheld) for one in payment.applications if one.withheld)


def _of_opening(opening: ContactOpening) -> Iterator[Moved]:
    yield opening.date, "opening_balance", opening.amount
    if opening.write_off is not None:
        yield opening.write_off.date, "write_off", -opening.write_off.amount


_RULES: Final[Mapping[Kind, Callable[[Any], Iterator[Moved]]]] = {
    Kind.CONTACT_OPENING: _of_opening,
    Kind.INVOICE: _of_invoice,
    Kind.CREDIT_NOTE: _of_credit_note,
    Kind.PAYMENT: _of_payment,
    Kind.BILL: _of_bill,
    Kind.VENDOR_CREDIT: _of_vendor_credit,
    Kind.VENDOR_PAYMENT: _of_payment,
}
_JOURNAL: Final = {
    ContactRole.CUSTOMER: (SystemAccount.RECEIVABLE, Side.DEBIT),
    ContactRole.VENDOR: (SystemAccount.PAYABLE, Side.CREDIT),
}
"""The control account a role's journal lines stand on, and the side on which they are owed."""


def contact_statement(book: "Book", contact: Contact, period: Period) -> ContactStatement:
    """Return a contact's statement for a period."""
    moved = sorted(_moved(book, contact), key=lambda each: each[0][0])
    opening = sum((amount for (date, _, amount), *_ in moved if date < period.start), ZERO)
    rows, balance = [], opening
    for (date, event, amount), kind, document in moved:
        if date in period:
            balance += amount
            number = getattr(document, "number", "")
            rows.append(StatementRow(date, event, kind, document.id, number, amount, balance))
    return ContactStatement(contact.id, period, opening, tuple(rows), balance)


def _moved(book: "Book", contact: Contact) -> Iterator[tuple[Moved, Kind, Any]]:
    """Yield everything that changed what is owed, document by document."""
    for kind, identity in book.documents_of(contact.id):
        document = book.table(kind)[identity]
        if kind in _RULES and document.currency_id == contact.currency_id:
            for each in _RULES[kind](document):
                yield each, kind, document
    part, owed = _JOURNAL[contact.role]
    control_id = book.system(part)
    for journal in book.journals.values():
        if journal.state is JournalState.PUBLISHED and journal.currency_id == contact.currency_id:
            for line in journal.lines:
                if line.contact_id == contact.id and line.account_id == control_id:
                    yield (
                        (journal.date, "journal", line.amount if line.side is owed else -line.amount),
                        Kind.JOURNAL,
                        journal,
                    )
