"""Reminders by rule: on the organisation's own day, once a rule and invoice, and only of what is owed."""

import datetime as dt
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.contact import Person, UpdateContact
from tallystick.books.documents.invoice import (
    DeleteInvoice,
    ExpectInvoicePayment,
    Invoice,
    InvoiceState,
    SetInvoiceReminders,
    UpdateInvoice,
    VoidInvoice,
)
from tallystick.books.documents.mail import DeleteMail, WriteMail
from tallystick.books.documents.reminder import (
    CreateReminderRule,
    DeleteReminderRule,
    ReminderDate,
    ReminderRecipient,
    RunReminderRule,
    UpdateReminderRule,
)
from tallystick.books.documents.user import CreateUser
from tallystick.books.due import catch_up, next_due
from tallystick.books.refusal import Reason
from tests.books.company import MONDAY, Company

WEEK = dt.timedelta(days=7)


def reachable(**settings: Any) -> Company:
    company = Company(**settings)
    company.do(UpdateContact(id=company.acme.id, persons=(Person(first_name="Ann", email="ann@acme.test"),)))
    return company


def look(company: Company) -> None:
    catch_up(company.book, company.now, company.do)


def reminders(company: Company) -> list[Any]:
    return [mail for mail in company.book.table(Kind.MAIL).values() if mail.rule_id]


def held(company: Company, invoice: Invoice) -> Invoice:
    return company.book.invoices[invoice.id]


def test_a_rule_reminds_so_many_days_after_the_due_date_and_the_invoice_counts_it() -> None:
    company = reachable()
    invoice = company.invoice(due_date=MONDAY + WEEK)
    company.do(CreateReminderRule(days=3, subject="%InvoiceNumber% is %OverdueDays% days late, %Nobody%"))
    company.at(MONDAY + WEEK + dt.timedelta(days=2))
    look(company)
    assert reminders(company) == []
    company.at(MONDAY + WEEK + dt.timedelta(days=3))
    look(company)
    [mail] = reminders(company)
    assert (mail.to, mail.subject) == (("ann@acme.test",), f"{invoice.number} is 3 days late, %Nobody%")
    mailing = held(company, invoice).mailing
    assert (mailing.reminders, mailing.last_reminder) == (1, dt.date(2026, 3, 12))


def test_a_rule_reminds_before_the_due_date_and_once_only_however_often_time_is_looked_at() -> None:
    company = reachable()
    invoice = company.invoice(due_date=MONDAY + WEEK)
    rule = company.do(CreateReminderRule(days=-7))
    for _ in range(3):
        look(company)
    company.do(UpdateReminderRule(id=rule.id, days=-6))
    company.do(UpdateInvoice(id=invoice.id, due_date=MONDAY + 2 * WEEK))
    company.at(MONDAY + 3 * WEEK)
    look(company)
    assert len(reminders(company)) == 1


def test_days_that_nobody_looked_at_are_made_up_for_but_not_those_before_the_rule() -> None:
    company = reachable()
    company.invoice(due_date=MONDAY)
    late = company.invoice(date=MONDAY - 4 * WEEK, due_date=MONDAY - 3 * WEEK)
    company.do(CreateReminderRule(days=1))
    company.at(MONDAY + 5 * WEEK)
    look(company)
    assert [mail.document_id == late.id for mail in reminders(company)] == [False]


@pytest.mark.parametrize("why", ["draft", "void", "paid", "its own", "its customer", "unreachable"])
def test_nothing_reminds_of_what_is_not_owed_or_must_not_be_reminded_of(why: str) -> None:
    company = reachable()
    state = InvoiceState.DRAFT if why == "draft" else InvoiceState.SENT
    invoice = company.draft(state=state, due_date=MONDAY)
    if why == "void":
        company.do(VoidInvoice(id=invoice.id))
    elif why == "paid":
        company.payment("100", (invoice, "100"))
    elif why == "its own":
        company.do(SetInvoiceReminders(id=invoice.id, reminds=False))
    elif why == "its customer":
        company.do(UpdateContact(id=company.acme.id, reminds=False))
    elif why == "unreachable":
        company.do(UpdateContact(id=company.acme.id, persons=()))
    company.do(CreateReminderRule(days=0))
    look(company)
    assert reminders(company) == []
    assert held(company, invoice).mailing.reminders == 0


def test_a_rule_on_the_expected_date_passes_over_invoices_that_have_none() -> None:
    company = reachable()
    company.invoice(due_date=MONDAY)
    expected = company.invoice(due_date=MONDAY)
    company.do(ExpectInvoicePayment(id=expected.id, date=MONDAY + WEEK))
    company.do(CreateReminderRule(days=0, counts_from=ReminderDate.EXPECTED))
    company.at(MONDAY + WEEK)
    look(company)
    assert [mail.document_id for mail in reminders(company)] == [expected.id]


def test_a_rule_may_remind_the_organisation_itself() -> None:
    company = reachable()
    company.do(CreateUser(name="Olga", email="olga@example.com"))
    company.invoice(due_date=MONDAY)
    company.do(CreateReminderRule(recipient=ReminderRecipient.BOTH))
    look(company)
    assert [mail.to for mail in reminders(company)] == [("ann@acme.test", "olga@example.com")]


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Pacific/Kiritimati", "2026-03-08T09:59:59", "2026-03-08T10:00:00"),
        ("Pacific/Pago_Pago", "2026-03-09T10:59:59", "2026-03-09T11:00:00"),
        # Clocks went forward the night before: the day begins four hours after midnight in Greenwich, not five.
        ("America/New_York", "2026-03-09T03:59:59", "2026-03-09T04:00:00"),
        ("Europe/Berlin", "2026-03-08T22:59:59", "2026-03-08T23:00:00"),
    ],
)
def test_a_reminder_goes_when_the_organisations_own_day_begins(zone: str, before: str, after: str) -> None:
    company = reachable(time_zone=zone)
    company.invoice(date=MONDAY - WEEK, due_date=MONDAY + WEEK)
    company.do(CreateReminderRule(days=0))
    company.now = dt.datetime.fromisoformat(before).replace(tzinfo=dt.UTC)
    look(company)
    assert reminders(company) == []
    company.now = dt.datetime.fromisoformat(after).replace(tzinfo=dt.UTC)
    assert next_due(company.book) == company.now
    look(company)
    assert len(reminders(company)) == 1


def test_a_rule_that_is_off_or_gone_reminds_of_nothing_and_one_that_looked_today_is_done() -> None:
    company = reachable()
    company.invoice(due_date=MONDAY)
    rule = company.do(CreateReminderRule(enabled=False))
    company.refused(RunReminderRule(id=rule.id), Reason.NOT_DUE)
    company.refused(CreateReminderRule(days=4_000), Reason.BAD_AMOUNT)
    look(company)
    assert (reminders(company), next_due(company.book)) == ([], None)
    company.do(UpdateReminderRule(id=rule.id, enabled=True))
    look(company)
    company.refused(RunReminderRule(id=rule.id), Reason.NOT_DUE)
    company.do(DeleteReminderRule(id=rule.id))
    assert (len(reminders(company)), next_due(company.book)) == (1, None)


def scheduled(company: Company, invoice: Invoice, hours: int) -> Any:
    at = company.now + dt.timedelta(hours=hours)
    mail = WriteMail(to=("a@b.test",), subject="", body="", purpose="invoice", document_id=invoice.id, send_at=at)
    return company.do(mail)


def test_a_scheduled_mail_issues_its_draft_when_it_goes_and_not_before(company: Company) -> None:
    invoice = company.draft()
    mail = scheduled(company, invoice, 2)
    assert held(company, invoice).mailing.scheduled_at == mail.send_at == next_due(company.book)
    assert company.balances() == {}
    company.now = mail.send_at
    look(company)
    assert held(company, invoice).state is InvoiceState.SENT
    assert (held(company, invoice).mailing.sent, held(company, invoice).mailing.scheduled_at) == (True, None)
    assert company.balances() != {}


def test_one_scheduled_mail_takes_the_place_of_another_and_is_taken_back_with_its_invoice(company: Company) -> None:
    invoice = company.draft()
    first, second = scheduled(company, invoice, 2), scheduled(company, invoice, 5)
    assert list(company.book.table(Kind.MAIL)) == [second.id]
    assert first.id not in company.book.table(Kind.MAIL)
    company.do(DeleteMail(id=second.id))
    assert held(company, invoice).mailing.scheduled_at is None
    scheduled(company, invoice, 1)
    company.do(DeleteInvoice(id=invoice.id))
    other = company.invoice()
    scheduled(company, other, 1)
    company.do(VoidInvoice(id=other.id))
    assert (dict(company.book.table(Kind.MAIL)), next_due(company.book)) == ({}, None)
