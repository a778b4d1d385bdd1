"""What can be done to an invoice that exists: its status, its mails and reminders, its addresses and its comments.

Creating, changing and listing are in `invoices`; payments and credits in `invoice_settlements`.
"""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.contact import Address
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    Invoice,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    UpdateInvoice,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.due import announcement
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.approval_wire import UNISSUED
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import (
    adds_comment,
    deletes_comment,
    lists_comments,
    updates_comment,
)
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import given, text, texts
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    acts,
    acts_on_many,
    identities_of,
)
from tallystick.vendors.zoho_books.emulator.sales import primary_person

MAILED_TOGETHER_MAX: Final = 10
"""Invoices that one call may mail or remind of (the vendor's documents)."""


def mark_sent(call: Call, invoice: Invoice) -> None:
    """Issue an invoice."""
    call.organization.execute(MarkInvoiceSent(id=invoice.id, user_id=call.user_id))


def mark_void(call: Call, invoice: Invoice) -> None:
    """Void an invoice that no payment or credit touches."""
    call.organization.execute(VoidInvoice(id=invoice.id, user_id=call.user_id))


def mark_draft(call: Call, invoice: Invoice) -> None:
    """Take a void invoice back to draft."""
    call.organization.execute(MarkInvoiceDraft(id=invoice.id, user_id=call.user_id))


def write_off(call: Call, invoice: Invoice) -> None:
    """Give up what is still due."""
    call.organization.execute(WriteOffInvoice(id=invoice.id, user_id=call.user_id))


def cancel_write_off(call: Call, invoice: Invoice) -> None:
    """Make a written-off invoice due again."""
    call.organization.execute(CancelInvoiceWriteOff(id=invoice.id, user_id=call.user_id))


def email(call: Call) -> Answer:
    """Mail an invoice: a draft is issued by it. The body may be left out; then it goes to the primary person.

    The mail goes to the sandbox's outbox and no further.
    """
    invoice = MODULE.named(call)
    first = _mail(call, invoice)
    return Answer(message="Your invoice has been sent.", extra={"is_first_email": first})


def _mail(call: Call, invoice: Invoice) -> bool:
    if invoice.state.value in UNISSUED:
        mark_sent(call, invoice)
    first = not call.organization.records.get(invoice.id, {}).get("is_emailed", False)
    put(call.organization, invoice.id, is_emailed=True)
    _write(call, invoice)
    return first


def _write(call: Call, invoice: Invoice, *, reminder: bool = False) -> None:
    """Put a mail in the outbox, in the words of the call where it has some."""
    mail = announcement(call.organization.book, invoice, reminder=reminder)
    said = {
        name: value
        for name, value in (
            ("to", texts(call.body.get("to_mail_ids", []), "to_mail_ids")),
            ("subject", text(call.body.get("subject", ""), "subject")),
            ("body", text(call.body.get("body", ""), "body")),
        )
        if value
    }
    call.organization.execute(replace(mail, user_id=call.user_id, **said))


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


def read_email(call: Call) -> Answer:
    """Return the mail an invoice would be sent with."""
    invoice: Invoice = MODULE.named(call)
    book = call.organization.book
    contact = book.contacts[invoice.contact_id]
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
    value = {
        "gateways_configured": False,
        "deprecated_placeholders_used": [],
        "body": f"Dear {contact.name},\n\nYour invoice {invoice.number} is attached.\n\n{settings.name}",
        "error_list": [],
        "subject": f"Invoice - {invoice.number} from {settings.name}",
        "emailtemplates": [],
        "to_contacts": people,
        "attach_pdf": True,
        "file_name": f"{invoice.number}.pdf",
        "from_emails": [
            {"user_name": settings.name, "selected": True, "email": settings.email, "organization_contact_id": ""}
        ],
        "customer_id": contact.id,
    }
    return Answer(key="data", value=value)


def remind(call: Call, invoice: Invoice) -> None:
    """Remind of an invoice that is open or overdue. Raises Refused when nothing is due."""
    status = invoice_wire.status_of(invoice, call.today)
    if status not in invoice_wire.UNSETTLED:
        raise Refused("status_change", thing="A payment reminder", action="sent", status=status.value)
    record = call.organization.records.get(invoice.id, {})
    put(
        call.organization,
        invoice.id,
        reminders_sent=record.get("reminders_sent", 0) + 1,
        last_reminder_sent_date=call.today.isoformat(),
    )
    _write(call, invoice, reminder=True)


def remind_many(call: Call) -> Answer:
    """Remind of several invoices at once. Raises Refused (code 2) for more than MAILED_TOGETHER_MAX."""
    for invoice in _few(call):
        remind(call, invoice)
    return Answer(message="Your payment reminder has been sent.")


def _reminders(*, enabled: bool) -> Any:
    def run(call: Call, invoice: Invoice) -> None:
        put(call.organization, invoice.id, payment_reminder_enabled=enabled)

    return run


def _address(name: str) -> Any:
    def run(call: Call, invoice: Invoice) -> None:
        address: dict[str, Any] = {name: Address(**given(call.body, ADDRESS_FIELDS))}
        call.organization.execute(UpdateInvoice(id=invoice.id, user_id=call.user_id, **address))

    return run


_ID: Final = "/invoices/{invoice_id}"
HANDLERS: Final = (
    Emulated(
        "POST", f"{_ID}/status/sent", acts(MODULE, mark_sent, "Invoice status has been changed to Sent."), RECORDED
    ),
    Emulated(
        "POST", f"{_ID}/status/void", acts(MODULE, mark_void, "Invoice status has been changed to Void."), RECORDED
    ),
    Emulated(
        "POST",
        f"{_ID}/status/draft",
        acts(MODULE, mark_draft, "Status of invoice changed from void to draft"),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        "/invoices/status/sent",
        acts_on_many(MODULE, "invoice_ids", mark_sent, "The invoices have been marked as sent."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        "/invoices/status/void",
        acts_on_many(MODULE, "invoice_ids", mark_void, "The selected invoices have been marked as void."),
        SPECIFIED,
    ),
    Emulated("POST", f"{_ID}/writeoff", acts(MODULE, write_off, "Invoice has been written off"), SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/writeoff/cancel",
        acts(MODULE, cancel_write_off, "The write off done for this invoice has been cancelled."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        "/invoices/writeoff",
        acts_on_many(MODULE, "invoice_ids", write_off, "The invoices have been written off."),
        SPECIFIED,
    ),
    Emulated("POST", f"{_ID}/email", email, RECORDED, missing="attachments"),
    Emulated("GET", f"{_ID}/email", read_email, SPECIFIED, missing="mail templates"),
    Emulated("POST", "/invoices/email", email_many, SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/paymentreminder",
        acts(MODULE, remind, "Your payment reminder has been sent."),
        SPECIFIED,
    ),
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
    Emulated(
        "PUT", f"{_ID}/address/billing", acts(MODULE, _address("billing_address"), "Billing address updated"), SPECIFIED
    ),
    Emulated(
        "PUT",
        f"{_ID}/address/shipping",
        acts(MODULE, _address("shipping_address"), "Shipping address updated"),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added."), SPECIFIED),
    Emulated("PUT", f"{_ID}/comments/{{comment_id}}", updates_comment(MODULE, "success"), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
