"""What can be done to a credit note that exists: status, applying it to invoices, mail, addresses, comments.

Creating, changing and listing are in `credit_notes`; refunds in `credit_note_refunds`.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.books.documents.contact import Address
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    CreditNote,
    MarkCreditNoteDraft,
    MarkCreditNoteOpen,
    UnapplyCreditNote,
    UpdateCreditNote,
    VoidCreditNote,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, deletes_comment, lists_comments
from tallystick.vendors.zoho_books.emulator.credit_notes import MODULE, credited_rows
from tallystick.vendors.zoho_books.emulator.customer_payments import applications
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import given
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    creates,
    deletes,
    lists,
    reads,
    updates,
)


def list_invoices(call: Call) -> Answer:
    """List the invoices a credit note is applied to."""
    return Answer(key="invoices_credited", value=credited_rows(call, MODULE.named(call)))


def apply_to_invoices(call: Call, note: CreditNote) -> None:
    """Apply a credit note to invoices. Raises Refused: code 2 when none is named, 1002 for one that is not there."""
    found = applications(call.body.get("invoices", []), "invoices")
    if not found:
        raise Refused("invalid_value", field="invoices")
    for one in found:
        if one.document_id not in call.organization.book.invoices:
            raise Refused("does_not_exist", thing="Invoice")
    call.organization.execute(ApplyCreditNote(id=note.id, applications=found, user_id=call.user_id))


def unapply(call: Call, note: CreditNote) -> None:
    """Take a credit note off an invoice. Raises Refused (code 1002) when it is not applied there."""
    application_id = call.ids["creditnote_invoice_id"]
    if application_id not in {one.id for one in note.applications}:
        raise Refused("does_not_exist", thing="Credit Note")
    call.organization.execute(UnapplyCreditNote(id=note.id, application_id=application_id, user_id=call.user_id))


def _address(name: str) -> Callable[[Call, CreditNote], None]:
    def run(call: Call, note: CreditNote) -> None:
        address: dict[str, Any] = {name: Address(**given(call.body, ADDRESS_FIELDS))}
        call.organization.execute(UpdateCreditNote(id=note.id, user_id=call.user_id, **address))

    return run


_ID: Final = "/creditnotes/{creditnote_id}"
HANDLERS: Final = (
    Emulated("POST", "/creditnotes", creates(MODULE), RECORDED),
    Emulated("GET", "/creditnotes", lists(MODULE), RECORDED),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated(
        "POST",
        f"{_ID}/status/void",
        acts(MODULE, becomes(VoidCreditNote), "The credit note has been marked as void."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/status/draft",
        acts(MODULE, becomes(MarkCreditNoteDraft), "The credit note has been marked as Draft."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/status/open",
        acts(MODULE, becomes(MarkCreditNoteOpen), "Status of the credit note has been changed to open."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/invoices", list_invoices, SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/invoices",
        acts(MODULE, apply_to_invoices, "Credits have been applied to the invoice(s)."),
        SPECIFIED,
    ),
    Emulated(
        "DELETE",
        f"{_ID}/invoices/{{creditnote_invoice_id}}",
        acts(MODULE, unapply, "Credits applied to an invoice have been deleted."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/email",
        acts(MODULE, mails(MODULE), "Your creditnote has been sent."),
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
        "GET",
        f"{_ID}/comments",
        lists_comments(MODULE, "comments", "Comments of the credit note are displayed successfully."),
        SPECIFIED,
    ),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added."), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
