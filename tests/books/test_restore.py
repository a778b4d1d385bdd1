"""A book's changes are all there is to it: they make it again, take it back, and tell who listens."""

import datetime as dt
import itertools

import msgspec

from tallystick.books.book import Book
from tallystick.books.change import DOCUMENTS, Change, Kind
from tallystick.books.commands import COMMANDS, Batch
from tallystick.books.documents.contact import CreateContact, DeleteContact
from tallystick.books.documents.credit_note import ApplyCreditNote, RefundCreditNote
from tallystick.books.documents.invoice import CreateInvoice, MarkInvoiceSent, UpdateInvoice, VoidInvoice
from tallystick.books.documents.journal import DeleteJournal
from tallystick.books.documents.payment import CreatePayment, DeletePayment
from tallystick.books.documents.settings import BookSettings, OpenBook
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, line, parts


def another() -> Book:
    """Return an empty book that may neither ask for an id nor for the time while it is restored."""
    return Book(BookSettings(), clock=lambda: dt.datetime(1, 1, 1, tzinfo=dt.UTC), ids=iter(()).__next__)


def busy(company: Company) -> list[Change]:
    """Let a company trade, and return everything that changed since."""
    changes: list[Change] = list(company.book.changes())
    company.book.subscribe(changes.extend)
    euro = company.currency("EUR", "1.1")
    invoice = company.invoice(line("2", "50", tax_id=company.tax("20")))
    foreign = company.invoice(currency_id=euro)
    company.payment("100", (foreign, "60"), currency_id=euro, exchange_rate=D("1.2"))
    note = company.credit_note(applications=parts([(invoice, "30")]))
    company.do(RefundCreditNote(id=note.id, amount=D(10), account_id=company.account("Petty Cash")))
    company.do(DeletePayment(id=company.payment("20", (invoice, "20")).id))
    company.do(VoidInvoice(id=company.invoice().id))
    company.do(DeleteJournal(id=company.journal(("Rent Expense", "5"), ("Petty Cash", "-5")).id))
    return changes


def test_changes_in_their_order_make_the_book_again(company: Company) -> None:
    changes = busy(company)
    restored = another()
    restored.restore(changes)
    assert restored.changes() == company.book.changes()
    assert list(restored.invoices) == list(company.book.invoices)
    assert restored.trial_balance() == company.book.trial_balance()
    assert restored.receivable(company.acme.id) == company.book.receivable(company.acme.id)
    assert restored.audit() == []


def test_a_book_goes_through_text_and_back(company: Company) -> None:
    busy(company)
    restored = another()
    restored.restore(
        Change(
            change.kind,
            change.id,
            msgspec.json.decode(msgspec.json.encode(change.document), type=DOCUMENTS[change.kind]),
        )
        for change in company.book.changes()
    )
    assert restored.changes() == company.book.changes()
    assert restored.trial_balance() == company.book.trial_balance()


def test_a_restored_book_goes_on_where_it_stood(company: Company) -> None:
    busy(company)
    again = Company()
    again.book = Book(BookSettings(), clock=lambda: again.now, ids=map(str, itertools.count(900_000)).__next__)
    again.book.restore(company.book.changes())
    assert again.invoice().number == company.invoice().number


def test_a_command_taken_back_leaves_the_book_as_it_was(company: Company) -> None:
    busy(company)
    before, balances = set(company.book.changes()), company.balances()
    invoice = company.book.execute(CreateInvoice(contact_id=company.acme.id, lines=(line(),)))
    sent = company.book.execute(MarkInvoiceSent(id=invoice.document.id))
    paid = company.book.execute(
        CreatePayment(contact_id=company.acme.id, amount=D(100), applications=parts([(invoice.document, "100")]))
    )
    for outcome in (paid, sent, invoice):
        company.book.restore(change.inverted() for change in reversed(outcome.changes))
    assert set(company.book.changes()) == before
    assert company.balances() == balances
    assert company.book.audit() == []


def test_an_outcome_tells_every_record_it_touched(company: Company) -> None:
    invoice = company.invoice()
    outcome = company.book.execute(
        CreatePayment(contact_id=company.acme.id, amount=D(100), applications=parts([(invoice, "100")]))
    )
    assert [change.kind for change in outcome.changes] == [Kind.INVOICE, Kind.SEQUENCE, Kind.PAYMENT]
    assert outcome.changes[0].before == invoice
    assert outcome.changes[0].document == company.book.invoices[invoice.id]
    assert outcome.changes[2].document is outcome.document


def test_a_listener_hears_of_commands_and_restores_but_not_of_refusals(company: Company) -> None:
    heard: list[tuple[Change, ...]] = []
    company.book.subscribe(heard.append)
    outcome = company.book.execute(CreateContact(name="Shop"))
    company.refused(CreateContact(name="Shop"), Reason.DUPLICATE_NAME)
    company.book.restore(outcome.changes)
    assert heard == [outcome.changes, outcome.changes]


def test_a_batch_is_carried_out_whole(company: Company) -> None:
    first, second, note = company.draft(), company.draft(), company.credit_note()
    company.do(
        Batch(
            user_id="7",
            commands=(
                MarkInvoiceSent(id=first.id),
                MarkInvoiceSent(id=second.id),
                ApplyCreditNote(id=note.id, applications=parts([(first, "40"), (second, "60")])),
            ),
        )
    )
    assert [invoice.balance for invoice in company.book.invoices.values()] == [D(60), D(40)]
    assert company.book.invoices[first.id].modified_by == "7"


def test_a_batch_is_refused_whole(company: Company) -> None:
    invoice = company.draft()
    commands = (MarkInvoiceSent(id=invoice.id), VoidInvoice(id=invoice.id), UpdateInvoice(id=invoice.id, notes="late"))
    company.refused(Batch(commands=commands), Reason.WRONG_STATUS)
    company.refused(Batch(commands=()), Reason.REQUIRED)
    company.refused(Batch(commands=(Batch(commands=()),)), Reason.WRONG_TYPE)


def test_what_a_batch_makes_and_removes_leaves_no_trace(company: Company) -> None:
    made = company.book.execute(CreateContact(name="Shop")).document
    company.do(Batch(commands=(DeleteContact(id=made.id), CreateContact(name="Shop"))))
    assert [contact.name for contact in company.book.contacts.values()] == ["Acme", "Shop"]
    company.refused(Batch(commands=(CreateContact(name="New"), CreateContact(name="NEW"))), Reason.DUPLICATE_NAME)


def test_a_command_is_read_from_text_by_its_name(company: Company) -> None:
    fields = {"contact_id": company.acme.id, "lines": [{"quantity": "3", "rate": "1.25"}], "date": "2026-03-02"}
    invoice = company.do(msgspec.convert(fields, COMMANDS["create_invoice"]))
    assert invoice.totals.total == D("3.75")
    text = b'{"command": "open_book"}'
    assert msgspec.json.decode(text, type=COMMANDS["open_book"]) == OpenBook()
