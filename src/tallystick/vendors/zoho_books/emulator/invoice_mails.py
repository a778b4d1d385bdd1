"""Mail about an invoice: sent, scheduled, reminding; everything goes to the sandbox's outbox and no further.

What a mail would say is shown by `mail_content`; rules by which reminders are sent of themselves are in `reminders`.
"""

import datetime as dt
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.invoice import Invoice, InvoiceState, SetInvoiceReminders
from tallystick.books.documents.mail import REMINDER, DeleteMail
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.mail import contact_of, content_of, letter
from tallystick.vendors.zoho_books.emulator.module import RECORDED, SPECIFIED, Emulated, identities_of
from tallystick.vendors.zoho_books.emulator.reminders import manual_reminder

MAILED_TOGETHER_MAX: Final = 10
"""Invoices that one call may mail or remind of (the vendor's documents)."""


def email(call: Call) -> Answer:
    """Mail an invoice: a draft is issued by it. The body may be left out; then it goes to everyone with an address."""
    invoice: Invoice = MODULE.named(call)
    _mail(call, invoice)
    return Answer(message="Your invoice has been sent.", extra={"is_first_email": not invoice.mailing.sent})


def _mail(call: Call, invoice: Invoice) -> None:
    call.organization.execute(letter(MODULE, call, invoice))


def email_many(call: Call) -> Answer:
    """Mail several invoices at once. Raises Refused (code 2) for more than MAILED_TOGETHER_MAX."""
    for invoice in _few(call):
        _mail(call, invoice)
    return Answer(message="Your mails are scheduled to be sent in a few minutes. We will notify you once it is done.")


def _few(call: Call) -> list[Invoice]:
    identities = identities_of(MODULE, call, "invoice_ids")
    if len(identities) > MAILED_TOGETHER_MAX:
        raise Refused("invalid_value", field="invoice_ids")
    return [MODULE.find(call.organization, identity) for identity in identities]


def schedule(call: Call, invoice: Invoice) -> None:
    """Have an invoice mailed at a time of the organisation's clock, in place of one scheduled before.

    Raises Refused: code 2 for no time or one that has passed, or when the invoice is void.
    """
    said = text(call.body.get("schedule_time", ""), "schedule_time")
    try:
        local = dt.datetime.strptime(said, invoice_wire.SCHEDULE_FORMAT).replace(tzinfo=call.organization.zone)
    except ValueError as error:
        raise Refused("invalid_value", field="schedule_time") from error
    if local <= call.now:
        raise Refused("invalid_value", field="schedule_time")
    if invoice.state is InvoiceState.VOID:
        raise Refused("status_change", thing="An invoice", action="mailed", status=invoice.state.value)
    call.organization.execute(letter(MODULE, call, invoice, send_at=local.astimezone(dt.UTC)))


def cancel_schedule(call: Call, invoice: Invoice) -> None:
    """Take back the mail that waits. Raises Refused (code 1002) when none does."""
    mails = call.organization.book.table(Kind.MAIL).values()
    waiting = [mail for mail in mails if mail.document_id == invoice.id and mail.sent_at is None]
    if not waiting:
        raise Refused("does_not_exist", thing="Scheduled email")
    call.organization.execute(DeleteMail(id=waiting[0].id, user_id=call.user_id))


def read_reminder(call: Call) -> Answer:
    """Return the mail a customer would be reminded with."""
    invoice: Invoice = MODULE.named(call)
    words = manual_reminder(call, invoice)
    contact, sender = contact_of(call, invoice), call.organization.settings
    content = content_of(MODULE, call, invoice)
    value = {
        **content,
        "subject": words.subject,
        "body": words.body,
        "gateways_associated": False,
        "bcc_mails": [],
        "bcc_mails_str": "",
        "cc_mails_list": [{"user_name": sender.name, "email": each} for each in words.copy_to],
        "cc_mails_str": ",".join(words.copy_to),
        "to_mails_str": ",".join(person.email for person in contact.persons if person.email),
        "documents": content["documents"] or "",
        "file_name_without_extension": invoice.number,
        "attachment_name": invoice.number,
        "from_email": sender.email,
        "from_address": sender.email,
        "emailtemplate_documents": [],
    }
    return Answer(key="data", value=value)


def remind(call: Call, invoice: Invoice) -> None:
    """Remind of an invoice that is open or overdue. Raises Refused when nothing is due."""
    status = invoice_wire.status_of(invoice, call.today)
    if status not in invoice_wire.UNSETTLED:
        raise Refused("status_change", thing="A payment reminder", action="sent", status=status.value)
    words = manual_reminder(call, invoice)
    said = {"cc": words.copy_to, "subject": words.subject, "body": words.body}
    call.organization.execute(letter(MODULE, call, invoice, purpose=REMINDER, **said))


def remind_many(call: Call) -> Answer:
    """Remind of several invoices at once. Raises Refused (code 2) for more than MAILED_TOGETHER_MAX."""
    for invoice in _few(call):
        remind(call, invoice)
    return Answer(message="Your payment reminder has been sent.")


def _reminders(*, enabled: bool) -> Any:
    def run(call: Call, invoice: Invoice) -> None:
        call.organization.execute(SetInvoiceReminders(id=invoice.id, reminds=enabled, user_id=call.user_id))

    return run


_ID: Final = "/invoices/{invoice_id}"
_SCHEDULE: Final = f"{_ID}/email/schedule"
HANDLERS: Final = (
    Emulated("POST", f"{_ID}/email", email, RECORDED, missing="customer statements"),
    Emulated("POST", f"{_ID}/mailpdf", acts(MODULE, _mail, "The invoice has been emailed."), SPECIFIED),
    Emulated("POST", "/invoices/email", email_many, SPECIFIED),
    Emulated("POST", _SCHEDULE, acts(MODULE, schedule, "The invoice email has been scheduled."), SPECIFIED),
    Emulated(
        "DELETE", _SCHEDULE, acts(MODULE, cancel_schedule, "The scheduled invoice email has been cancelled."), SPECIFIED
    ),
    Emulated(
        "POST",
        f"{_ID}/paymentreminder",
        acts(MODULE, remind, "Your payment reminder has been sent."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/paymentreminder", read_reminder, SPECIFIED, missing="mail templates"),
    Emulated("POST", "/invoices/paymentreminder", remind_many, SPECIFIED),
    Emulated(
        "POST", f"{_ID}/paymentreminder/enable", acts(MODULE, _reminders(enabled=True), "Reminders enabled."), SPECIFIED
    ),
    Emulated(
        "POST",
        f"{_ID}/paymentreminder/disable",
        acts(MODULE, _reminders(enabled=False), "Reminders stopped."),
        SPECIFIED,
    ),
)
