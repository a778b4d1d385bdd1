"""What time makes happen: profiles run on their dates in the organisation's time zone, mail goes when its time comes."""

import datetime as dt
from typing import Any

from tallystick.books.change import Kind
from tallystick.books.documents.contact import DeactivateContact
from tallystick.books.documents.journal import DeleteJournal, ReverseJournal
from tallystick.books.documents.mail import DeleteMail, SendMail, WriteMail
from tallystick.books.documents.recurring_invoice import CreateRecurringInvoice, StopRecurringInvoice
from tallystick.books.documents.schedule import Frequency
from tallystick.books.due import catch_up, next_due
from tallystick.books.refusal import Reason
from tests.books.company import MONDAY, Company, line


def profile(company: Company, **fields: Any) -> Any:
    fields = {"number": "Rent", "frequency": Frequency.MONTHS, "date": dt.date(2026, 3, 31), **fields}
    return company.do(CreateRecurringInvoice(contact_id=company.acme.id, lines=(line(),), **fields))


def look(company: Company) -> int:
    return catch_up(company.book, company.now, company.do)


def test_a_profile_makes_an_invoice_for_every_date_it_missed(company: Company) -> None:
    profile(company)
    assert look(company) == 0
    company.at(dt.date(2026, 6, 5))
    look(company)
    assert [each.date.isoformat() for each in company.book.invoices.values()] == [
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]
    assert look(company) == 0


def test_a_date_comes_when_it_comes_in_the_organisations_time_zone() -> None:
    company = Company(time_zone="America/New_York")
    profile(company)
    company.now = dt.datetime(2026, 3, 31, 3, tzinfo=dt.UTC)
    assert look(company) == 0
    company.now = dt.datetime(2026, 3, 31, 4, tzinfo=dt.UTC)
    assert look(company) == 1


def test_a_profile_that_cannot_run_or_was_stopped_is_left_as_it_stands(company: Company) -> None:
    profile(company)
    stopped = profile(company, number="Other")
    company.do(StopRecurringInvoice(id=stopped.id))
    company.do(DeactivateContact(id=company.acme.id))
    company.at(dt.date(2026, 4, 1))
    look(company)
    assert not company.book.invoices


def test_an_issued_invoice_is_announced(company: Company) -> None:
    profile(company, sends=True)
    company.at(dt.date(2026, 4, 1))
    look(company)
    [mail] = company.book.table(Kind.MAIL).values()
    [invoice] = company.book.invoices.values()
    assert (mail.document_id, mail.purpose, mail.sent_at) == (invoice.id, "invoice", company.now)


def test_mail_waits_for_its_time_and_may_be_taken_back_until_then(company: Company) -> None:
    later = company.now + dt.timedelta(hours=2)
    wanted = WriteMail(to=("a@example.com",), subject="Hello", body="", purpose="document", send_at=later)
    mail, other = company.do(wanted), company.do(wanted)
    assert mail.sent_at is None
    company.refused(SendMail(id=mail.id), Reason.NOT_DUE)
    company.do(DeleteMail(id=other.id))
    company.now = later
    assert look(company) == 1
    company.refused(DeleteMail(id=mail.id), Reason.WRONG_STATUS)


def test_a_reversal_waits_for_its_day_and_comes_once(company: Company) -> None:
    first = dt.date(2026, 4, 1)
    journal = company.journal(("Rent Expense", "40"), ("Sales", "-40"))
    waiting = company.do(ReverseJournal(id=journal.id, date=first, scheduled=True))
    assert (waiting.id, waiting.reverse_on, company.book.reversals) == (journal.id, first, {journal.id: first})
    assert company.balances()["Rent Expense"] == 40
    company.at(dt.date(2026, 3, 31))
    assert look(company) == 0
    company.at(dt.date(2026, 4, 5))
    assert look(company) == 1
    assert (company.balances(), company.book.reversals) == ({}, {})
    (reversal,) = (one for one in company.book.journals.values() if one.reverses_id == journal.id)
    assert (reversal.date, reversal.reverse_on) == (first, None)
    assert look(company) == 0


def test_a_copy_of_the_books_waits_for_the_same_reversals(company: Company) -> None:
    journal = company.journal(("Rent Expense", "40"), ("Sales", "-40"))
    company.do(ReverseJournal(id=journal.id, date=dt.date(2026, 4, 1), scheduled=True))
    copy = company.book.copy(clock=lambda: company.now, ids=lambda: "1")
    assert (copy.reversals, copy.audit()) == (company.book.reversals, [])
    assert next_due(copy) == next_due(company.book) == dt.datetime(2026, 4, 1, tzinfo=dt.UTC)


def test_a_reversal_for_today_or_earlier_is_written_at_once_and_a_deleted_journal_has_none(company: Company) -> None:
    journal = company.journal(("Rent Expense", "40"), ("Sales", "-40"))
    company.do(ReverseJournal(id=journal.id, date=MONDAY, scheduled=True))
    assert company.balances() == {}
    company.do(ReverseJournal(id=journal.id, date=dt.date(2026, 4, 1), scheduled=True))
    company.do(DeleteJournal(id=journal.id))
    assert company.book.reversals == {}
