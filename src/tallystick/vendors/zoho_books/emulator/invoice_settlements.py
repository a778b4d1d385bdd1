"""Payments and credits that meet an invoice, seen from the invoice: list them, apply more, take them back.

Payments and credit notes themselves are in files of their own.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.application import Application, ApplicationFields
from tallystick.books.documents.credit_note import ApplyCreditNote, UnapplyCreditNote
from tallystick.books.documents.payment import ApplyPayment, UnapplyPayment
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import amount, rows, text
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated


def _settled_by(call: Call, kind: Kind) -> list[tuple[Any, Application]]:
    """Return the sources of one kind that meet the invoice of the path, each with its application."""
    invoice = MODULE.named(call)
    book = call.organization.book
    table = book.table(kind)
    return [(table[source_id], one) for found, source_id, one in book.applied_to(invoice.id) if found is kind]


def list_payments(call: Call) -> Answer:
    """List the payments applied to an invoice."""
    invoice_id = call.ids["invoice_id"]
    value = [
        {
            "payment_id": payment.id,
            "payment_number": payment.number,
            "invoice_id": invoice_id,
            "invoice_payment_id": one.id,
            "payment_mode": payment.mode,
            "description": payment.description,
            "date": payment.date,
            "reference_number": payment.reference,
            "exchange_rate": payment.exchange_rate,
            "amount": one.amount,
            "tax_amount_withheld": one.withheld,
            "online_transaction_id": "",
            "is_single_invoice_payment": len(payment.applications) == 1,
        }
        for payment, one in _settled_by(call, Kind.PAYMENT)
    ]
    return Answer(key="payments", value=value)


def list_credits(call: Call) -> Answer:
    """List the credit notes applied to an invoice."""
    value = [
        {
            "creditnote_id": note.id,
            "creditnotes_invoice_id": one.id,
            "creditnotes_number": note.number,
            "credited_date": one.date,
            "amount_applied": one.amount,
        }
        for note, one in _settled_by(call, Kind.CREDIT_NOTE)
    ]
    return Answer(key="credits", value=value)


def apply_credits(call: Call) -> Answer:
    """Apply unused payments and open credit notes to an invoice, all of them or none.

    Raises Refused: code 2 when neither is named, 1002 for one that does not exist.
    """
    invoice = MODULE.named(call)
    book, applied = call.organization.book, 0
    for key, identity, table, command, label in (
        ("invoice_payments", "payment_id", book.payments, ApplyPayment, "Payment"),
        ("apply_creditnotes", "creditnote_id", book.credit_notes, ApplyCreditNote, "Credit Note"),
    ):
        for row in rows(call.body.get(key, []), key):
            source_id = text(row.get(identity, ""), identity)
            if source_id not in table:
                raise Refused("does_not_exist", thing=label)
            fields = ApplicationFields(
                document_id=invoice.id, amount=amount(row.get("amount_applied", Decimal(0)), "amount_applied")
            )
            call.organization.execute(command(id=source_id, applications=(fields,), user_id=call.user_id))
            applied += 1
    if not applied:
        raise Refused("invalid_value", field="apply_creditnotes")
    return Answer(message="Credits have been applied to the invoice(s).")


def unapply_payment(call: Call) -> Answer:
    """Take a payment off an invoice; its money is unused again."""
    for payment, one in _settled_by(call, Kind.PAYMENT):
        if one.id == call.ids["invoice_payment_id"]:
            call.organization.execute(UnapplyPayment(id=payment.id, application_id=one.id, user_id=call.user_id))
            return Answer(message="The payment has been deleted.")
    raise Refused("does_not_exist", thing="Payment")


def unapply_credit(call: Call) -> Answer:
    """Take a credit note off an invoice; its balance is open again."""
    for note, one in _settled_by(call, Kind.CREDIT_NOTE):
        if one.id == call.ids["creditnotes_invoice_id"]:
            call.organization.execute(UnapplyCreditNote(id=note.id, application_id=one.id, user_id=call.user_id))
            return Answer(message="Credits applied to an invoice have been deleted.")
    raise Refused("does_not_exist", thing="Credit Note")


_ID: Final = "/invoices/{invoice_id}"
HANDLERS: Final = (
    Emulated("GET", f"{_ID}/payments", list_payments, SPECIFIED),
    Emulated("GET", f"{_ID}/creditsapplied", list_credits, SPECIFIED),
    Emulated("POST", f"{_ID}/credits", apply_credits, SPECIFIED),
    Emulated("DELETE", f"{_ID}/payments/{{invoice_payment_id}}", unapply_payment, SPECIFIED),
    Emulated("DELETE", f"{_ID}/creditsapplied/{{creditnotes_invoice_id}}", unapply_credit, SPECIFIED),
)
