"""Invoices mailed at a time to come: planning that and taking it back.

Mailing at once is in `invoice_actions`; that the time comes is seen by the Book's clock.
"""

from datetime import datetime
from typing import Final

from tallystick.books.change import Kind
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.mail import DeleteMail, Mail
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.invoice_wire import SCHEDULE, SCHEDULE_FORMAT
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, put
from tallystick.vendors.zoho_books.emulator.mail import letter
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, acts

PURPOSE: Final = "scheduled"


def _waiting(call: Call, invoice: Invoice) -> Mail | None:
    mails = call.organization.book.table(Kind.MAIL).values()
    own = (mail for mail in mails if mail.document_id == invoice.id and mail.purpose == PURPOSE)
    return next((mail for mail in own if mail.sent_at is None), None)


def schedule(call: Call, invoice: Invoice) -> None:
    """Plan an invoice's mail, in the place of one planned before. Raises Refused (code 2) for no time to come."""
    asked = text(call.body.get(SCHEDULE, ""), SCHEDULE)
    try:
        moment = datetime.strptime(asked, SCHEDULE_FORMAT).replace(tzinfo=call.now.tzinfo)
    except ValueError:
        raise Refused("invalid_value", field=SCHEDULE) from None
    if moment <= call.now:
        raise Refused("invalid_value", field=SCHEDULE)
    old = _waiting(call, invoice)
    if old is not None:
        call.organization.execute(DeleteMail(id=old.id, user_id=call.user_id))
    call.organization.execute(letter(MODULE, call, invoice, purpose=PURPOSE, send_at=moment))
    put(call.organization, invoice.id, **{PRIVATE + SCHEDULE: f"{moment:{SCHEDULE_FORMAT}}"})


def cancel(call: Call, invoice: Invoice) -> None:
    """Take a planned mail back. Raises Refused (code 1002) when none is planned."""
    old = _waiting(call, invoice)
    if old is None:
        raise Refused("does_not_exist", thing="Scheduled email")
    call.organization.execute(DeleteMail(id=old.id, user_id=call.user_id))
    put(call.organization, invoice.id, **{PRIVATE + SCHEDULE: ""})


_PATH: Final = "/invoices/{invoice_id}/email/schedule"
HANDLERS: Final = (
    Emulated("POST", _PATH, acts(MODULE, schedule, "The invoice email has been scheduled."), SPECIFIED),
    Emulated("DELETE", _PATH, acts(MODULE, cancel, "The scheduled invoice email has been cancelled."), SPECIFIED),
)
