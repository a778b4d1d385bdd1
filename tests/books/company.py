"""A small company whose book the tests speak to, in an accountant's words."""

import datetime as dt
import itertools
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.contact import Contact, CreateContact
from tallystick.books.documents.credit_note import CreateCreditNote, CreditNote
from tallystick.books.documents.currency import CreateExchangeRate
from tallystick.books.documents.document import Command
from tallystick.books.documents.invoice import CreateInvoice, Invoice, InvoiceState
from tallystick.books.documents.journal import CreateJournal, Journal, JournalLineFields, Side
from tallystick.books.documents.line import Discount, LineFields
from tallystick.books.documents.payment import CreatePayment, Payment
from tallystick.books.documents.settings import BookSettings, OpenBook
from tallystick.books.documents.tax import CreateTax, CreateTaxGroup, TaxKind
from tallystick.books.refusal import Reason, Refused

D = Decimal
MONDAY = dt.date(2026, 3, 2)


def line(quantity: str = "1", rate: str = "100", *, discount: str = "", **fields: Any) -> LineFields:
    """Return a line; a discount of "10%" is a percentage, one of "10" an amount."""
    return LineFields(quantity=D(quantity), rate=D(rate), discount=off(discount), **fields)


def off(text: str) -> Discount | None:
    """Return the discount a text spells."""
    return Discount(D(text.rstrip("%")), text.endswith("%")) if text else None


class Company:
    """A book with a clock that stands where the test puts it."""

    def __init__(self, **settings: Any) -> None:
        self.now = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
        numbers = itertools.count(1001)
        self.book = Book(BookSettings(**settings), clock=lambda: self.now, ids=lambda: str(next(numbers)))
        self.do(OpenBook())
        self.acme: Contact = self.customer("Acme")

    def at(self, day: dt.date) -> None:
        """Move the clock to a day."""
        self.now = dt.datetime.combine(day, dt.time(9), dt.UTC)

    def do(self, command: Command) -> Any:
        """Carry a command out; the book must then agree with its records in every figure."""
        document = self.book.execute(command).document
        assert self.book.audit() == []
        return document

    def refused(self, command: Command, reason: Reason) -> Refused:
        """Have a command refused for a reason, the book being exactly as before."""
        before, balances = self.book.changes(), self.balances()
        with pytest.raises(Refused) as caught:
            self.book.execute(command)
        assert caught.value.reason is reason
        assert self.book.changes() == before
        assert self.balances() == balances
        assert self.book.audit() == []
        return caught.value

    def customer(self, name: str, **fields: Any) -> Contact:
        contact: Contact = self.do(CreateContact(name=name, **fields))
        return contact

    def tax(self, percentage: str, *, kind: TaxKind = TaxKind.SIMPLE, name: str = "") -> str:
        """Return the id of a new tax."""
        tax_name = name or f"Tax {percentage} {kind.value}"
        identity: str = self.do(CreateTax(name=tax_name, percentage=D(percentage), kind=kind)).id
        return identity

    def tax_group(self, *tax_ids: str) -> str:
        """Return the id of a new tax group."""
        identity: str = self.do(CreateTaxGroup(name="+".join(tax_ids), tax_ids=tax_ids)).id
        return identity

    def currency(self, code: str, rate: str = "") -> str:
        """Return a currency's id, with a rate from long ago when one is given."""
        identity = self.book.find(Kind.CURRENCY, "code", code)
        assert identity is not None
        if rate:
            self.do(CreateExchangeRate(currency_id=identity, date=dt.date(2020, 1, 1), rate=D(rate)))
        return identity

    def account(self, name: str) -> str:
        """Return an account's id by its name."""
        identity = self.book.find_name(Kind.ACCOUNT, name)
        assert identity is not None
        return identity

    def draft(self, *lines: LineFields, **fields: Any) -> Invoice:
        """Return a new draft invoice, of one line of 100 unless lines are given."""
        fields.setdefault("contact_id", self.acme.id)
        invoice: Invoice = self.do(CreateInvoice(lines=lines or (line(),), **fields))
        return invoice

    def invoice(self, *lines: LineFields, **fields: Any) -> Invoice:
        """Return a new invoice that was sent."""
        return self.draft(*lines, state=InvoiceState.SENT, **fields)

    def credit_note(self, *lines: LineFields, **fields: Any) -> CreditNote:
        """Return a new open credit note, of one line of 100 unless lines are given."""
        fields.setdefault("contact_id", self.acme.id)
        note: CreditNote = self.do(CreateCreditNote(lines=lines or (line(),), **fields))
        return note

    def payment(self, amount: str, *applied: tuple[Invoice, str], **fields: Any) -> Payment:
        """Return a new payment with parts of it applied to invoices."""
        fields.setdefault("contact_id", self.acme.id)
        fields.setdefault("applications", parts(applied))
        payment: Payment = self.do(CreatePayment(amount=D(amount), **fields))
        return payment

    def journal(self, *lines: tuple[str, str], **fields: Any) -> Journal:
        """Return a new journal of lines (account name, amount; debit positive)."""
        journal: Journal = self.do(CreateJournal(lines=self.journal_lines(*lines), **fields))
        return journal

    def journal_lines(self, *lines: tuple[str, str]) -> tuple[JournalLineFields, ...]:
        """Return journal lines from account names and amounts, debit positive."""
        return tuple(
            JournalLineFields(
                account_id=self.account(name),
                side=Side.CREDIT if amount[0] == "-" else Side.DEBIT,
                amount=abs(D(amount)),
            )
            for name, amount in lines
        )

    def balances(self, *, on: dt.date | None = None) -> dict[str, Decimal]:
        """Return every account that holds something, debit positive."""
        return {row.account.name: row.debit - row.credit for row in self.book.trial_balance(on=on).rows}


def parts(applied: Iterable[tuple[Invoice | Bill, str]]) -> tuple[ApplicationFields, ...]:
    """Return applications from invoices or bills and amounts."""
    return tuple(ApplicationFields(document_id=invoice.id, amount=D(amount)) for invoice, amount in applied)


def amounts(**named: str) -> dict[str, Decimal]:
    """Return balances by account name, an underscore standing for a space."""
    return {name.replace("_", " "): D(amount) for name, amount in named.items()}
