"""Refunds a contact was given, of credit notes and of payments, gathered from the documents of the contact.

Making refunds is the documents' own business.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.credit_note_refunds import refunds_answer
from tallystick.vendors.zoho_books.emulator.customer_payments import refund_row
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated


def _documents(call: Call, kind: Kind) -> list[Any]:
    """Return the documents of one kind that name the contact of the path."""
    contact, book = MODULE.named(call), call.organization.book
    table = book.table(kind)
    return [table[identity] for found, identity in book.documents_of(contact.id) if found is kind]


def list_credit_note_refunds(call: Call) -> Answer:
    """List the refunds of a contact's credit notes, the latest first."""
    return refunds_answer(call, _documents(call, Kind.CREDIT_NOTE), "success")


def list_payment_refunds(call: Call) -> Answer:
    """List the refunds of a contact's payments."""
    payments = _documents(call, Kind.PAYMENT)
    page = context_of_few(call, [refund_row(call, payment, one) for payment in payments for one in payment.refunds])
    return Answer(key="payment_refunds", value=page.rows, extra={"page_context": page.context})


_ID: Final = "/contacts/{contact_id}"
HANDLERS: Final = (
    Emulated("GET", f"{_ID}/refunds", list_credit_note_refunds, SPECIFIED),
    Emulated("GET", f"{_ID}/paymentrefunds", list_payment_refunds, SPECIFIED),
)
