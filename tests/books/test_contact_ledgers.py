"""What contacts owed before the books began, and what becomes of everything when two contacts are merged."""

import datetime as dt
from decimal import Decimal

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.bill import CreateBill
from tallystick.books.documents.contact import Contact, ContactRole, DeleteContact, MergeContacts, Person, UpdateContact
from tallystick.books.documents.contact_opening import (
    CancelContactOpeningWriteOff,
    SetContactOpening,
    WriteOffContactOpening,
)
from tallystick.books.documents.credit_note import RefundCreditNote
from tallystick.books.documents.expense import CreateExpense, ExpenseLineFields
from tallystick.books.documents.invoice import WriteOffInvoice
from tallystick.books.documents.item import CreateItem, ItemKind
from tallystick.books.documents.journal import CreateJournal, JournalLineFields, JournalState, Side
from tallystick.books.documents.lock import LockPeriod, LockScope
from tallystick.books.documents.opening_balance import OpeningLineFields, SetOpeningBalance
from tallystick.books.documents.project import Billing, CreateProject
from tallystick.books.documents.vendor_payment import CreateVendorPayment
from tallystick.books.refusal import Reason
from tallystick.books.report.ageing import payable_ageing, receivable_items
from tallystick.books.report.contact_statement import contact_statement
from tallystick.ledger.period import Period
from tests.books.company import MONDAY, Company, D, amounts, line, parts

FEBRUARY_END = dt.date(2026, 2, 28)


def vendor(company: Company, name: str = "Paper Mill") -> Contact:
    return company.customer(name, role=ContactRole.VENDOR)


def owed(company: Company, contact: Contact) -> tuple[Decimal, Decimal]:
    found = company.book.receivable(contact.id)
    return found.outstanding, found.unused_credits


def bill(company: Company, contact: Contact, number: str) -> None:
    lines = (line(account_id=company.account("Rent Expense")),)
    company.do(CreateBill(contact_id=contact.id, number=number, lines=lines))


def test_what_a_customer_owed_at_the_beginning_is_receivable(company: Company) -> None:
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(1200)))
    assert company.balances() == amounts(Accounts_Receivable="1200", Opening_Balance_Offset="-1200")
    assert owed(company, company.acme) == (D(1200), D(0))
    [item] = receivable_items(company.book, MONDAY)
    assert (item.kind, item.contact_id, item.balance) == (Kind.CONTACT_OPENING, company.acme.id, D(1200))


def test_what_a_vendor_was_owed_at_the_beginning_is_payable(company: Company) -> None:
    mill = vendor(company)
    company.do(SetContactOpening(contact_id=mill.id, amount=D(300)))
    assert company.balances() == amounts(Accounts_Payable="-300", Opening_Balance_Offset="300")
    assert company.book.payable(mill.id).outstanding == D(300)
    assert payable_ageing(company.book, MONDAY).total == D(300)


def test_a_negative_opening_balance_is_credit(company: Company) -> None:
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(-50)))
    assert company.balances() == amounts(Accounts_Receivable="-50", Opening_Balance_Offset="50")
    assert owed(company, company.acme) == (D(0), D(50))


def test_what_a_customer_owed_at_the_beginning_is_written_off_and_due_again(company: Company) -> None:
    opening = company.do(SetContactOpening(contact_id=company.acme.id, amount=D(1200)))
    company.refused(CancelContactOpeningWriteOff(id=opening.id), Reason.NOTHING_DUE)
    company.do(WriteOffContactOpening(id=opening.id, date=MONDAY))
    assert company.balances() == amounts(Bad_Debt="1200", Opening_Balance_Offset="-1200")
    assert owed(company, company.acme) == (D(0), D(0))
    assert receivable_items(company.book, MONDAY) == ()
    company.refused(WriteOffContactOpening(id=opening.id), Reason.WRITTEN_OFF)
    company.refused(SetContactOpening(contact_id=company.acme.id, amount=D(0)), Reason.WRITTEN_OFF)
    other = company.customer("Acme again")
    company.do(SetContactOpening(contact_id=other.id, amount=D(1)))
    company.refused(MergeContacts(id=other.id, into_id=company.acme.id), Reason.WRITTEN_OFF)
    company.do(CancelContactOpeningWriteOff(id=opening.id))
    assert owed(company, company.acme) == (D(1200), D(0))


def test_credit_from_the_beginning_and_what_a_vendor_was_owed_are_not_written_off(company: Company) -> None:
    credit = company.do(SetContactOpening(contact_id=company.acme.id, amount=D(-50)))
    company.refused(WriteOffContactOpening(id=credit.id), Reason.NOTHING_DUE)
    payable = company.do(SetContactOpening(contact_id=vendor(company).id, amount=D(50)))
    company.refused(WriteOffContactOpening(id=payable.id), Reason.WRONG_ROLE)


def test_an_opening_balance_is_replaced_and_taken_away(company: Company) -> None:
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(10)))
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(25)))
    assert owed(company, company.acme) == (D(25), D(0))
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(0)))
    assert (company.balances(), owed(company, company.acme)) == ({}, (D(0), D(0)))


def test_an_opening_balance_is_dated_as_the_books_begin_and_a_lock_holds_it(company: Company) -> None:
    cash = OpeningLineFields(account_id=company.account("Petty Cash"), side=Side.DEBIT, amount=D(5))
    company.do(SetOpeningBalance(date=FEBRUARY_END, lines=(cash,)))
    opening = company.do(SetContactOpening(contact_id=company.acme.id, amount=D(10)))
    assert opening.date == FEBRUARY_END
    assert company.balances(on=FEBRUARY_END)["Accounts Receivable"] == D(10)
    company.do(LockPeriod(scope=LockScope.ALL, through=FEBRUARY_END, reason="Filed"))
    company.refused(SetContactOpening(contact_id=company.acme.id, amount=D(11)), Reason.LOCKED)


def test_an_opening_balance_in_another_currency_stands_at_its_rate(company: Company) -> None:
    abroad = company.customer("Aix", currency_id=company.currency("EUR"))
    asked = SetContactOpening(contact_id=abroad.id, amount=D(100))
    company.refused(asked, Reason.RATE_REQUIRED)
    company.do(SetContactOpening(contact_id=abroad.id, amount=D(100), exchange_rate=D("1.5")))
    assert company.balances() == amounts(Accounts_Receivable="150", Opening_Balance_Offset="-150")
    company.refused(UpdateContact(id=abroad.id, currency_id=company.book.base_currency.id), Reason.IN_USE)


def test_a_contact_goes_with_its_opening_balance_but_not_with_an_invoice(company: Company) -> None:
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(10)))
    invoice = company.invoice()
    company.refused(DeleteContact(id=company.acme.id), Reason.IN_USE)
    assert invoice.contact_id == company.acme.id
    other = company.customer("Bell")
    company.do(SetContactOpening(contact_id=other.id, amount=D(10)))
    company.do(DeleteContact(id=other.id))
    assert company.balances()["Accounts Receivable"] == D(110)


def test_merged_customers_owe_together_and_the_accounts_stand_still(company: Company) -> None:
    bell = company.customer("Bell", persons=(Person(first_name="Ann", email="ann@bell.example"),))
    invoice = company.invoice(contact_id=bell.id, person_ids=(bell.persons[0].id,))
    company.invoice(line(rate="30"))
    company.credit_note(line(rate="20"), contact_id=bell.id)
    company.payment("60", (invoice, "40"), contact_id=bell.id)
    company.do(SetContactOpening(contact_id=bell.id, amount=D(7)))
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(5)))
    receivable = JournalLineFields(
        account_id=company.account("Accounts Receivable"), side=Side.DEBIT, amount=D(3), contact_id=bell.id
    )
    sales = JournalLineFields(account_id=company.account("Sales"), side=Side.CREDIT, amount=D(3))
    company.do(CreateJournal(lines=(receivable, sales), state=JournalState.PUBLISHED))
    company.do(CreateProject(name="Roof", contact_id=bell.id, billing=Billing.FIXED_COST, rate=D(1)))
    before = company.balances()
    merged = company.do(MergeContacts(id=bell.id, into_id=company.acme.id))
    assert company.balances() == before
    assert merged.id == company.acme.id
    assert [person.email for person in merged.persons] == ["ann@bell.example"]
    assert owed(company, company.acme) == (D(60 + 30 + 7 + 5 + 3), D(20 + 20))
    assert owed(company, bell) == (D(0), D(0))
    gone = company.book.contacts[bell.id]
    assert (gone.active, gone.persons, dict(company.book.documents_of(bell.id))) == (False, (), {})
    assert not company.book.is_used(bell.id)
    company.do(DeleteContact(id=bell.id))
    company.payment("60", (company.book.invoices[invoice.id], "60"))
    assert not company.book.invoices[invoice.id].balance


def test_merged_vendors_bring_their_bills_payments_expenses_and_items(company: Company) -> None:
    mill, press = vendor(company), vendor(company, "Press")
    bill(company, mill, "7")
    [found] = company.book.table(Kind.BILL).values()
    bank = company.account("Petty Cash")
    applied = parts([(found, "40")])
    company.do(CreateVendorPayment(contact_id=mill.id, amount=D(50), applications=applied, account_id=bank))
    lines = (ExpenseLineFields(account_id=company.account("Rent Expense"), amount=D(9)),)
    expense = company.do(CreateExpense(lines=lines, paid_through_id=bank, vendor_id=mill.id))
    item = company.do(CreateItem(name="Ream", kind=ItemKind.PURCHASES, vendor_id=mill.id))
    before = company.balances()
    company.do(MergeContacts(id=mill.id, into_id=press.id))
    assert company.balances() == before
    held = company.book.payable(press.id)
    assert (held.outstanding, held.unused_credits) == (D(60), D(10))
    assert company.book.table(Kind.EXPENSE)[expense.id].vendor_id == press.id
    assert company.book.items[item.id].vendor_id == press.id


def test_contacts_that_differ_are_not_merged(company: Company) -> None:
    company.invoice()
    mill, press = vendor(company), vendor(company, "Press")
    abroad = company.customer("Aix", currency_id=company.currency("EUR"))
    for other, reason in (
        (mill.id, Reason.WRONG_ROLE),
        (abroad.id, Reason.CURRENCY_MISMATCH),
        (company.acme.id, Reason.WRONG_TYPE),
        ("no one", Reason.UNKNOWN_ID),
    ):
        company.refused(MergeContacts(id=company.acme.id, into_id=other), reason)
    bill(company, mill, "7")
    bill(company, press, " 7 ")
    company.refused(MergeContacts(id=mill.id, into_id=press.id), Reason.DUPLICATE_NUMBER)


def test_a_lock_keeps_what_it_covers_from_changing_hands(company: Company) -> None:
    bell = company.customer("Bell")
    company.invoice(contact_id=bell.id)
    company.do(LockPeriod(scope=LockScope.SALES, through=MONDAY, reason="Filed"))
    company.refused(MergeContacts(id=bell.id, into_id=company.acme.id), Reason.LOCKED)


@pytest.mark.parametrize(("moved", "held", "left"), [("7", "5", "12"), ("7", "-7", "0"), ("-3", "0", "-3")])
def test_merged_opening_balances_add_up(company: Company, moved: str, held: str, left: str) -> None:
    bell = company.customer("Bell")
    company.do(SetContactOpening(contact_id=bell.id, amount=D(moved)))
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(held)))
    company.do(MergeContacts(id=bell.id, into_id=company.acme.id))
    assert company.balances().get("Accounts Receivable", D(0)) == D(left)


def test_a_statement_closes_with_what_is_owed_less_what_is_held_in_credit(company: Company) -> None:
    company.do(SetContactOpening(contact_id=company.acme.id, amount=D(5)))
    lost, kept = company.invoice(line(rate="80")), company.invoice(line(rate="40"))
    company.payment("70", (lost, "10"), (kept, "25"))
    company.do(WriteOffInvoice(id=lost.id))
    note = company.credit_note(line(rate="30"))
    company.do(RefundCreditNote(id=note.id, amount=D(12), account_id=company.account("Petty Cash")))
    statement = contact_statement(company.book, company.acme, Period(MONDAY, MONDAY))
    outstanding, credits_held = owed(company, company.acme)
    assert statement.closing == outstanding - credits_held == D(5 + 80 + 40 - 70 - 70 - 30 + 12)
    assert [row.event for row in statement.rows] == [
        "opening_balance", "invoice", "write_off", "invoice", "payment", "credit_note", "credit_note_refund"
    ]  # fmt: skip
    later = contact_statement(company.book, company.acme, Period(dt.date(2026, 4, 1), dt.date(2026, 4, 30)))
    assert (later.opening, later.rows, later.closing) == (statement.closing, (), statement.closing)
