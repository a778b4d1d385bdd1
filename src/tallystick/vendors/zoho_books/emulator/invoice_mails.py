"""Mail about an invoice: sent, scheduled, reminding; everything goes to the sandbox's outbox and no further.

Rules by which reminders are sent of themselves are in `reminders`.
"""

import datetime as dt
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.invoice import Invoice, InvoiceState, SetInvoiceReminders
from tallystick.books.documents.mail import REMINDER, DeleteMail, WriteMail
from tallystick.books.due import announcement
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text, texts
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.module import RECORDED, SPECIFIED, Emulated, acts, identities_of
from tallystick.vendors.zoho_books.emulator.reminders import manual_reminder
from tallystick.vendors.zoho_books.emulator.sales import primary_person

MAILED_TOGETHER_MAX: Final = 10
"""Invoices that one call may mail or remind of (the vendor's documents)."""


def email(call: Call) -> Answer:
    """Mail an invoice: a draft is issued by it. The body may be left out; then it goes to the primary person."""
    invoice = MODULE.named(call)
    _mail(call, invoice)
    return Answer(message="Your invoice has been sent.", extra={"is_first_email": not _is_mailed(call, invoice)})


def _is_mailed(call: Call, invoice: Invoice) -> bool:
    return invoice.mailing.sent or bool(call.organization.records.get(invoice.id, {}).get("is_emailed", False))


def _mail(call: Call, invoice: Invoice) -> None:
    call.organization.execute(_worded(call, announcement(call.organization.book, invoice)))


def _worded(call: Call, mail: WriteMail) -> WriteMail:
    """Return a mail in the words of the call where it has some."""
    said = {
        name: value
        for name, value in (
            ("to", texts(call.body.get("to_mail_ids", []), "to_mail_ids")),
            ("subject", text(call.body.get("subject", ""), "subject")),
            ("body", text(call.body.get("body", ""), "body")),
        )
        if value
    }
    return replace(mail, user_id=call.user_id, **said)


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
    mail = announcement(call.organization.book, invoice)
    call.organization.execute(replace(mail, send_at=local.astimezone(dt.UTC), user_id=call.user_id))


def cancel_schedule(call: Call, invoice: Invoice) -> None:
    """Take back the mail that waits. Raises Refused (code 1002) when none does."""
    mails = call.organization.book.table(Kind.MAIL).values()
    waiting = [mail for mail in mails if mail.document_id == invoice.id and mail.sent_at is None]
    if not waiting:
        raise Refused("does_not_exist", thing="Scheduled email")
    call.organization.execute(DeleteMail(id=waiting[0].id, user_id=call.user_id))


def _content(call: Call, invoice: Invoice, *, subject: str, body: str) -> dict[str, Any]:
    """Return what a mail about an invoice would be sent with."""
    contact = call.organization.book.contacts[invoice.contact_id]
    person = primary_person(contact)
    settings = call.organization.settings
    people = [
        {
            "contact_person_id": one.id,
            "first_name": one.first_name,
            "last_name": one.last_name,
            "salutation": one.salutation,
            "email": one.email,
            "phone": one.phone,
            "mobile": one.mobile,
            "selected": one is person,
        }
        for one in contact.persons
    ]
    return {
        "gateways_configured": False,
        "deprecated_placeholders_used": [],
        "body": body,
        "error_list": [],
        "subject": subject,
        "emailtemplates": [],
        "to_contacts": people,
        "attach_pdf": True,
        "file_name": f"{invoice.number}.pdf",
        "from_emails": [
            {"user_name": settings.name, "selected": True, "email": settings.email, "organization_contact_id": ""}
        ],
        "customer_id": contact.id,
    }


def read_email(call: Call) -> Answer:
    """Return the mail an invoice would be sent with."""
    invoice: Invoice = MODULE.named(call)
    name = call.organization.book.contacts[invoice.contact_id].name
    own = call.organization.settings.name
    body = f"Dear {name},\n\nYour invoice {invoice.number} is attached.\n\n{own}"
    value = _content(call, invoice, subject=f"Invoice - {invoice.number} from {own}", body=body)
    return Answer(key="data", value=value)


def read_reminder(call: Call) -> Answer:
    """Return the mail a customer would be reminded with."""
    invoice: Invoice = MODULE.named(call)
    words = manual_reminder(call, invoice)
    contact = call.organization.book.contacts[invoice.contact_id]
    value = {
        **_content(call, invoice, subject=words.subject, body=words.body),
        "gateways_associated": False,
        "bcc_mails": [],
        "bcc_mails_str": "",
        "cc_mails_list": [{"user_name": call.organization.settings.name, "email": each} for each in words.copy_to],
        "cc_mails_str": ",".join(words.copy_to),
        "to_mails_str": ",".join(person.email for person in contact.persons if person.email),
        "documents": "",
        "customer_name": contact.name,
        "entity_id": invoice.id,
        "file_name_without_extension": invoice.number,
        "attachment_name": invoice.number,
        "from_email": call.organization.settings.email,
        "from_address": call.organization.settings.email,
        "emailtemplate_documents": [],
    }
    return Answer(key="data", value=value)


def remind(call: Call, invoice: Invoice) -> None:
    """Remind of an invoice that is open or overdue. Raises Refused when nothing is due."""
    status = invoice_wire.status_of(invoice, call.today)
    if status not in invoice_wire.UNSETTLED:
        raise Refused("status_change", thing="A payment reminder", action="sent", status=status.value)
    words = manual_reminder(call, invoice)
    mail = announcement(call.organization.book, invoice)
    mail = replace(mail, purpose=REMINDER, to=mail.to + words.copy_to, subject=words.subject, body=words.body)
    call.organization.execute(_worded(call, mail))


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
    Emulated("POST", f"{_ID}/email", email, RECORDED, missing="attachments"),
    Emulated("GET", f"{_ID}/email", read_email, SPECIFIED, missing="mail templates"),
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
