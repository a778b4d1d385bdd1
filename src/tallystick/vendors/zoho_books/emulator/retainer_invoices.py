"""Retainer invoices: their wire form, their operations, and drawing what was paid for them to invoices."""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.payment import ApplyPayment, Payment, UnapplyPayment
from tallystick.books.documents.retainer_invoice import (
    CreateRetainerInvoice,
    DeleteRetainerInvoice,
    MarkRetainerInvoiceDraft,
    MarkRetainerInvoiceSent,
    RetainerInvoice,
    RetainerState,
    UpdateRetainerInvoice,
    VoidRetainerInvoice,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE as CONTACTS
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import amount, day, rows, text
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import (
    Paper,
    becomes,
    comment_handlers,
    does,
    module_of,
    sets_address,
)
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT


def _own(_: Call, retainer: RetainerInvoice) -> dict[str, Any]:
    return {
        "balance": retainer.balance,
        "payment_made": retainer.paid,
        "payment_drawn": retainer.drawn,
        "last_payment_date": retainer.last_payment_date or "",
    }


PAPER: Final = Paper(
    label="Retainer Invoice",
    path="/retainerinvoices",
    prefix="retainerinvoice",
    kind="retainer_invoice",
    key="retainerinvoice",
    list_key="retainerinvoices",
    report_name="Retainer Invoices",
    shape="retainer_invoices",
    table=lambda book: book.table(BookKind.RETAINER_INVOICE),
    status=lambda _, retainer: lifecycle.retainer_status(retainer).value,
    daily=lambda _, retainer: lifecycle.retainer_status(retainer).value,
    create=CreateRetainerInvoice,
    update=UpdateRetainerInvoice,
    delete=DeleteRetainerInvoice,
    messages=Messages(
        created="The retainer invoice has been created.",
        updated="Retainer Invoice information has been updated.",
        deleted="The retainer invoice has been deleted.",
    ),
    own=_own,
    sent=RetainerState.SENT,
    kept=(*SALES_KEPT, "payment_options"),
    views=("Draft", "Sent", "PartiallyPaid", "Paid", "Drawn", "Void"),
)
MODULE: Final = module_of(PAPER)


def payments_of(call: Call, retainer: RetainerInvoice) -> list[Payment]:
    """Return the payments for a retainer invoice, oldest first."""
    payments = call.organization.book.payments
    of_contact = call.organization.book.documents_of(retainer.contact_id)
    return [
        payments[identity]
        for kind, identity in of_contact
        if kind is BookKind.PAYMENT and payments[identity].retainer_id == retainer.id
    ]


def apply_to_invoices(call: Call, retainer: RetainerInvoice) -> None:
    """Draw what was paid for a retainer to invoices, the oldest payment first.

    Raises Refused: code 2 when no invoice is named, 24016 for more than is due or was paid.
    """
    asked = rows(call.body.get("invoice_payments", []), "invoice_payments")
    if not asked:
        raise Refused("invalid_value", field="invoice_payments")
    for row in asked:
        invoice_id = text(row.get("invoice_id", ""), "invoice_id")
        if invoice_id not in call.organization.book.invoices:
            raise Refused("does_not_exist", thing="Invoice")
        wanted = amount(row.get("amount_applied", 0), "amount_applied")
        date = day(row["apply_date"], "apply_date") if row.get("apply_date") else None
        _draw(call, retainer, ApplicationFields(document_id=invoice_id, amount=wanted, date=date))


def _draw(call: Call, retainer: RetainerInvoice, asked: ApplicationFields) -> None:
    left = asked.amount
    if left <= 0:
        raise Refused("invalid_value", field="amount_applied")
    for payment in payments_of(call, retainer):
        part = min(left, payment.unused)
        if part > 0:
            fields = ApplicationFields(document_id=asked.document_id, amount=part, date=asked.date)
            call.organization.execute(ApplyPayment(id=payment.id, applications=(fields,), user_id=call.user_id))
            left -= part
    if left:
        raise Refused("over_applied")


def unapply(call: Call) -> Answer:
    """Take what was drawn to an invoice back."""
    found = False
    for payment in payments_of(call, MODULE.named(call)):
        for one in payment.applications:
            if one.document_id == call.ids["invoice_id"]:
                call.organization.execute(UnapplyPayment(id=payment.id, application_id=one.id, user_id=call.user_id))
                found = True
    if not found:
        raise Refused("does_not_exist", thing="Invoice")
    return Answer(message="The retainer payment applied to the invoice has been deleted.")


def list_unused(call: Call) -> Answer:
    """List what a customer has paid for retainers and not yet used."""
    contact = CONTACTS.named(call)
    book = call.organization.book
    currency = book.currencies[contact.currency_id]
    payments = [book.payments[identity] for kind, identity in book.documents_of(contact.id) if kind is BookKind.PAYMENT]
    value = [
        {
            "payment_id": payment.id,
            "payment_number": payment.number,
            "date": payment.date,
            "amount": payment.amount,
            "unused_amount": payment.unused,
            "currency_id": currency.id,
            "currency_code": currency.code,
            "currency_symbol": currency.symbol,
            "reference_number": payment.reference,
            "payment_mode": payment.mode,
            "description": payment.description,
        }
        for payment in payments
        if payment.retainer_id and payment.unused > Decimal(0)
    ]
    return Answer(key="unused_credits_receivable", value=value)


_ID: Final = "/retainerinvoices/{retainerinvoice_id}"
HANDLERS: Final = (
    Emulated("POST", "/retainerinvoices", creates(MODULE), SPECIFIED),
    Emulated("GET", "/retainerinvoices", lists(MODULE), SPECIFIED, missing="print"),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    does(
        MODULE,
        f"{_ID}/status/sent",
        becomes(MarkRetainerInvoiceSent),
        "Retainer Invoice status has been changed to Sent.",
    ),
    does(
        MODULE,
        f"{_ID}/status/void",
        becomes(VoidRetainerInvoice),
        "Retainer Invoice status has been changed to 'Void'.",
    ),
    does(
        MODULE,
        f"{_ID}/status/draft",
        becomes(MarkRetainerInvoiceDraft),
        "Status of retainer invoice changed from void to draft.",
    ),
    does(
        MODULE,
        f"{_ID}/email",
        mails(MODULE, MarkRetainerInvoiceSent),
        "Your retainer invoice has been sent.",
        missing="customer statements",
    ),
    does(
        MODULE,
        f"{_ID}/invoices",
        apply_to_invoices,
        "The retainer invoice payments have been applied to the invoices.",
    ),
    Emulated("DELETE", f"{_ID}/invoices/{{invoice_id}}", unapply, SPECIFIED),
    Emulated(
        "PUT",
        f"{_ID}/address/billing",
        acts(MODULE, sets_address(UpdateRetainerInvoice, "billing_address"), "Billing address updated"),
        SPECIFIED,
    ),
    *comment_handlers(MODULE, _ID),
    Emulated("GET", "/contacts/{contact_id}/receivables/unusedretainerpayments", list_unused, SPECIFIED),
)
