"""What commands about reminder rules do, and which invoices a rule reminds of. No clock is watched here."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.mail import REMINDER, WriteMail
from tallystick.books.documents.reminder import (
    CreateReminderRule,
    DeleteReminderRule,
    ReminderDate,
    ReminderRecipient,
    ReminderRule,
    RunReminderRule,
    UpdateReminderRule,
)
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.mail import write_mail
from tallystick.books.rules.record import Rule, given, new_stamp, stamp
from tallystick.books.work import Work

DAYS_MAX: Final = 3_650
RULES_MAX: Final = 100
"""Rules an organisation may have."""
WORD: Final = re.compile(r"%(\w+)%")
SUBJECT: Final = "Payment reminder - %InvoiceNumber% from %OrganizationName%"
BODY: Final = "Invoice %InvoiceNumber% of %InvoiceDate% over %Total% is due on %DueDate%; %Balance% is open."


class About(msgspec.Struct, frozen=True):
    """What a reminder is about, as its words may tell."""

    invoice: Invoice
    contact: Contact
    currency_code: str
    organisation: str
    today: dt.date


WORDS: Final[dict[str, Callable[[About], str]]] = {
    "InvoiceNumber": lambda about: about.invoice.number,
    "InvoiceDate": lambda about: about.invoice.date.isoformat(),
    "DueDate": lambda about: about.invoice.due_date.isoformat(),
    "Total": lambda about: f"{about.currency_code} {about.invoice.totals.total}",
    "Balance": lambda about: f"{about.currency_code} {about.invoice.balance}",
    "OverdueDays": lambda about: str(max((about.today - about.invoice.due_date).days, 0)),
    "CustomerName": lambda about: about.contact.name,
    "OrganizationName": lambda about: about.organisation,
}
"""What a word between percent signs in a reminder stands for."""


def worded(text: str, about: About) -> str:
    """Return a text with its words between percent signs put in; what is no such word stays as it is."""
    return WORD.sub(lambda found: WORDS[found[1]](about) if found[1] in WORDS else found[0], text)


def create(work: Work, command: CreateReminderRule) -> ReminderRule:
    """Add a rule."""
    held = sum(1 for _ in work.all(Kind.REMINDER_RULE))
    if held >= RULES_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="name", parts=held + 1, parts_max=RULES_MAX)
    rule = ReminderRule(id=work.new_id(), looked_through=_yesterday(work), **given(command), **new_stamp(work))
    return _put(work, rule)


def update(work: Work, command: UpdateReminderRule) -> ReminderRule:
    """Change a rule."""
    old: ReminderRule = work.find(Kind.REMINDER_RULE, command.id)
    return _put(work, replace(old, looked_through=_yesterday(work), **given(command), **stamp(work)))


def _yesterday(work: Work) -> dt.date:
    return work.today - dt.timedelta(days=1)


def _put(work: Work, rule: ReminderRule) -> ReminderRule:
    if not -DAYS_MAX <= rule.days <= DAYS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="days", amount=rule.days, low=-DAYS_MAX, high=DAYS_MAX)
    work.put(Kind.REMINDER_RULE, rule)
    return rule


def delete(work: Work, command: DeleteReminderRule) -> ReminderRule:
    """Remove a rule."""
    rule: ReminderRule = work.find(Kind.REMINDER_RULE, command.id)
    work.delete(Kind.REMINDER_RULE, rule.id)
    return rule


def run(work: Work, command: RunReminderRule) -> ReminderRule:
    """Write a rule's reminders of the days it has not looked at, one an invoice at most."""
    rule: ReminderRule = work.find(Kind.REMINDER_RULE, command.id)
    if not rule.enabled or rule.looked_through >= work.today:
        raise Refused(Reason.NOT_DUE, field="id", number=rule.name, date=rule.looked_through)
    reminded = {mail.document_id for mail in work.all(Kind.MAIL) if mail.rule_id == rule.id}
    for invoice in [each for each in work.all(Kind.INVOICE) if each.id not in reminded]:
        contact: Contact = work.get(Kind.CONTACT, invoice.contact_id)
        if _reminds_of(rule, invoice, work.today) and contact.reminds:
            _remind(work, rule, invoice, contact)
    looked = replace(rule, looked_through=work.today)
    work.put(Kind.REMINDER_RULE, looked)
    return looked


def _reminds_of(rule: ReminderRule, invoice: Invoice, today: dt.date) -> bool:
    """Tell whether an invoice is owed, may be reminded of, and its reminder falls on a day not looked at yet."""
    if not lifecycle.invoice_is_open(invoice) or not invoice.balance or not invoice.mailing.reminds:
        return False
    date = invoice.due_date if rule.counts_from is ReminderDate.DUE else invoice.expected_date
    return date is not None and rule.looked_through < date + dt.timedelta(days=rule.days) <= today


def _remind(work: Work, rule: ReminderRule, invoice: Invoice, contact: Contact) -> None:
    to: tuple[str, ...] = ()
    if rule.recipient is not ReminderRecipient.ORGANISATION:
        to += tuple(person.email for person in contact.persons if person.email)
    if rule.recipient is not ReminderRecipient.CUSTOMER:
        to += tuple(user.email for user in work.all(Kind.USER) if user.email)[:1]
    if not to:
        return
    code = work.get(Kind.CURRENCY, invoice.currency_id).code
    about = About(invoice, contact, code, work.settings.name, work.today)
    mail = WriteMail(
        to=to,
        subject=worded(rule.subject or SUBJECT, about),
        body=worded(rule.body or BODY, about),
        purpose=REMINDER,
        document_id=invoice.id,
        rule_id=rule.id,
    )
    write_mail(work, mail)


RULES: Final[dict[type[Any], Rule]] = {
    CreateReminderRule: create,
    UpdateReminderRule: update,
    DeleteReminderRule: delete,
    RunReminderRule: run,
}
