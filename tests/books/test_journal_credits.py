"""Given journals that credit a customer or debit a vendor, set against what is open, these balances."""

import datetime as dt

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bill import CreateBill
from tallystick.books.documents.contact import ContactRole, MergeContacts
from tallystick.books.documents.invoice import VoidInvoice
from tallystick.books.documents.journal import (
    ApplyJournalLine,
    CreateJournal,
    DeleteJournal,
    Journal,
    JournalLineFields,
    JournalState,
    ReverseJournal,
    Side,
    UnapplyJournalLine,
    UpdateJournal,
)
from tallystick.books.refusal import Reason
from tallystick.books.report.ageing import payable_items, receivable_items
from tests.books.company import MONDAY, Company, D, amounts, line, parts
from tests.books.from_scratch import check_cash_basis, check_open_items

LATER = dt.date(2026, 4, 1)


@pytest.fixture
def company() -> Company:
    return Company()


def credited(
    company: Company, amount: str, *, contact_id: str = "", payable: bool = False, **fields: object
) -> Journal:
    """Return a journal that credits a customer, or debits a vendor, against other income."""
    control, side, other = (
        ("Accounts Payable", Side.DEBIT, Side.CREDIT) if payable else ("Accounts Receivable", Side.CREDIT, Side.DEBIT)
    )
    owner = contact_id or company.acme.id
    lines = (
        JournalLineFields(account_id=company.account(control), side=side, amount=D(amount), contact_id=owner),
        JournalLineFields(account_id=company.account("General Income"), side=other, amount=D(amount)),
    )
    journal: Journal = company.do(CreateJournal(lines=lines, **fields))  # type: ignore[arg-type]  # a test's own words
    return journal


def check(company: Company) -> None:
    for part in (SystemAccount.RECEIVABLE, SystemAccount.PAYABLE):
        check_open_items(company.book, part, MONDAY, LATER)
    check_cash_basis(company.book)


def test_credit_of_a_line_settles_an_invoice_and_the_control_account_stays(company: Company) -> None:
    invoice, journal = company.invoice(), credited(company, "60")
    before = company.balances()
    company.at(LATER)
    applied = company.do(
        ApplyJournalLine(id=journal.id, line_id=journal.lines[0].id, applications=parts([(invoice, "40")]))
    )
    assert company.balances() == before
    assert company.book.invoices[invoice.id].balance == D(60)
    assert applied.left_of(applied.lines[0]) == (D(20), D(20))
    owed = company.book.receivable(company.acme.id)
    assert (owed.outstanding_base, owed.unused_credits_base) == (D(60), D(20))
    assert {one.document_id: one.balance for one in receivable_items(company.book, LATER)} == {
        invoice.id: D(60),
        journal.id: D(-20),
    }
    check(company)
    company.do(UnapplyJournalLine(id=journal.id, line_id=journal.lines[0].id))
    assert company.book.invoices[invoice.id].balance == D(100)
    check(company)


def test_a_vendors_line_settles_bills_and_nothing_else(company: Company) -> None:
    mill = company.customer("Paper Mill", role=ContactRole.VENDOR)
    cost = line(account_id=company.account("Rent Expense"))
    bill = company.do(CreateBill(contact_id=mill.id, number="B-1", lines=(cost,)))
    journal = credited(company, "100", contact_id=mill.id, payable=True)
    first, second = journal.lines
    company.do(ApplyJournalLine(id=journal.id, line_id=first.id, applications=parts([(bill, "100")])))
    assert company.book.table(Kind.BILL)[bill.id].balance == D(0)
    assert payable_items(company.book, MONDAY) == ()
    check(company)
    invoice = parts([(company.invoice(), "1")])
    company.refused(ApplyJournalLine(id=journal.id, line_id=first.id, applications=invoice), Reason.UNKNOWN_ID)
    company.refused(ApplyJournalLine(id=journal.id, line_id=second.id, applications=invoice), Reason.WRONG_TYPE)


def test_a_journal_and_what_it_settled_hold_each_other_fast(company: Company) -> None:
    invoice, journal = company.invoice(), credited(company, "60")
    line_id = journal.lines[0].id
    company.do(ApplyJournalLine(id=journal.id, line_id=line_id, applications=parts([(invoice, "60")])))
    for command in (DeleteJournal(id=journal.id), UpdateJournal(id=journal.id, notes="x"), VoidInvoice(id=invoice.id)):
        company.refused(command, Reason.HAS_CREDITS)
    opposite = company.do(ReverseJournal(id=journal.id))
    assert opposite.applications == ()
    company.do(UnapplyJournalLine(id=journal.id, line_id=line_id))
    company.do(DeleteJournal(id=journal.id))
    company.do(VoidInvoice(id=invoice.id))


def test_more_than_is_due_or_left_is_refused_and_so_is_a_stranger_or_a_draft(company: Company) -> None:
    invoice, journal = company.invoice(), credited(company, "150")
    line_id = journal.lines[0].id

    def asking(amount: str, journal_id: str = journal.id, line: str = line_id) -> ApplyJournalLine:
        return ApplyJournalLine(id=journal_id, line_id=line, applications=parts([(invoice, amount)]))

    company.refused(asking("101"), Reason.OVER_APPLIED)
    withheld = (ApplicationFields(document_id=invoice.id, amount=D(1), withheld=D(1)),)
    company.refused(ApplyJournalLine(id=journal.id, line_id=line_id, applications=withheld), Reason.WRONG_TYPE)
    small = credited(company, "10")
    company.refused(asking("11", small.id, small.lines[0].id), Reason.OVER_CREDITED)
    other = credited(company, "10", contact_id=company.customer("Other").id)
    company.refused(asking("1", other.id, other.lines[0].id), Reason.CONTACT_MISMATCH)
    draft = credited(company, "10", state=JournalState.DRAFT)
    company.refused(asking("1", draft.id, draft.lines[0].id), Reason.WRONG_STATUS)
    company.refused(asking("1", line="999"), Reason.UNKNOWN_ID)


def test_what_the_rates_differ_by_is_exchange_and_both_sides_end_at_nothing(company: Company) -> None:
    euro = company.currency("EUR", "1.10")
    berlin = company.customer("Berlin", currency_id=euro)
    invoice = company.invoice(contact_id=berlin.id, exchange_rate=D("1.2"))
    journal = credited(company, "100", contact_id=berlin.id, currency_id=euro, exchange_rate=D("1.1"))
    company.do(ApplyJournalLine(id=journal.id, line_id=journal.lines[0].id, applications=parts([(invoice, "100")])))
    assert company.balances() == amounts(Sales="-120", General_Income="110", Exchange_Gain_or_Loss="10")
    assert receivable_items(company.book, MONDAY) == ()
    check(company)
    company.do(UnapplyJournalLine(id=journal.id, line_id=journal.lines[0].id))
    assert company.balances() == amounts(Sales="-120", General_Income="110", Accounts_Receivable="10")


def test_what_a_line_settled_goes_with_it_to_the_contact_that_stays(company: Company) -> None:
    double = company.customer("Acme again")
    invoice = company.invoice(contact_id=double.id)
    journal = credited(company, "60", contact_id=double.id)
    company.do(ApplyJournalLine(id=journal.id, line_id=journal.lines[0].id, applications=parts([(invoice, "40")])))
    company.do(MergeContacts(id=double.id, into_id=company.acme.id))
    owed = company.book.receivable(company.acme.id)
    assert (owed.outstanding_base, owed.unused_credits_base) == (D(60), D(20))
    check(company)
