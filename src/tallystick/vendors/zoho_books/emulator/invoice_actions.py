"""What can be done to an invoice that exists: its status, its addresses and its comments.

Creating, changing and listing are in `invoices`; payments and credits in `invoice_settlements`; mail in `invoice_mails`.
"""

from typing import Any, Final

from tallystick.books.documents.contact import Address
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    ExpectInvoicePayment,
    Invoice,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    UpdateInvoice,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.rules.lines import as_asked
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import (
    adds_comment,
    deletes_comment,
    lists_comments,
    updates_comment,
)
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import day, given
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.listing import equals
from tallystick.vendors.zoho_books.emulator.module import RECORDED, SPECIFIED, Emulated, detail_of, index_of


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


_ADD_COMMENT: Final = adds_comment(MODULE, "Comments added.")


def add_comment(call: Call) -> Answer:
    """Add a comment, say when payment is expected, or both. Raises Refused (code 2) for neither."""
    if call.body.get("payment_expected_date", "") == "":
        return _ADD_COMMENT(call)
    invoice: Invoice = MODULE.named(call)
    expected = day(call.body["payment_expected_date"], "payment_expected_date")
    call.organization.execute(ExpectInvoicePayment(id=invoice.id, date=expected, user_id=call.user_id))
    return _ADD_COMMENT(call) if call.body.get("description") else Answer(message="Comments added.")


def _address(name: str) -> Any:
    def run(call: Call, invoice: Invoice) -> None:
        address: dict[str, Any] = {name: Address(**given(call.body, ADDRESS_FIELDS))}
        call.organization.execute(UpdateInvoice(id=invoice.id, user_id=call.user_id, **address))

    return run


def delete_line(call: Call, invoice: Invoice) -> None:
    """Take a line off an invoice. Raises Refused: code 1002 for one it has not, 4016 for its only one."""
    left = [line for line in as_asked(invoice.lines) if line.id != call.ids["line_item_id"]]
    if len(left) == len(invoice.lines):
        raise Refused("does_not_exist", thing="Line item")
    if not left:
        raise Refused("no_line_items")
    call.organization.execute(UpdateInvoice(id=invoice.id, user_id=call.user_id, lines=tuple(left)))


def read_by_reference(call: Call) -> Answer:
    """Return the invoice with a reference number. Raises Refused (code 1002) unless exactly one has it."""
    index = index_of(MODULE, call)
    found = index.every([equals("reference_number", call.ids["reference_id"].casefold())])
    if len(found) != 1:
        raise Refused("does_not_exist", thing="Invoice")
    return Answer(key="invoice", value=detail_of(MODULE, call, MODULE.find(call.organization, found[0])))


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
    Emulated(
        "PUT", f"{_ID}/address/billing", acts(MODULE, _address("billing_address"), "Billing address updated"), SPECIFIED
    ),
    Emulated(
        "PUT",
        f"{_ID}/address/shipping",
        acts(MODULE, _address("shipping_address"), "Shipping address updated"),
        SPECIFIED,
    ),
    Emulated(
        "DELETE",
        f"{_ID}/lineitems/{{line_item_id}}",
        acts(MODULE, delete_line, "The line item has been deleted."),
        SPECIFIED,
    ),
    Emulated(
        "GET",
        "/invoices/reference/{reference_id}",
        read_by_reference,
        "assumed(which external reference is meant is not said; the reference number is the one there is)",
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", add_comment, SPECIFIED),
    Emulated("PUT", f"{_ID}/comments/{{comment_id}}", updates_comment(MODULE, "success"), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
