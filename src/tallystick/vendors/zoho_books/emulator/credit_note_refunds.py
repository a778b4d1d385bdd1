"""Refunds of credit notes: list, create, read, update, delete.

Refunds of payments are in `payment_refunds`; credit notes themselves in `credit_notes`.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, Final

from tallystick.books.documents.credit_note import (
    CreditNote,
    DeleteCreditNoteRefund,
    RefundCreditNote,
    UpdateCreditNoteRefund,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.credit_notes import MODULE, refund_row
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few, sort_few
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.payment_refunds import refund_fields

_SORTED_BY: Final = (
    "refund_mode",
    "reference_number",
    "date",
    "creditnote_number",
    "customer_name",
    "amount_bcy",
    "amount_fcy",
)
SORTS: Final[dict[str, Callable[[dict[str, Any]], Any]]] = {
    name: itemgetter(name, "creditnote_refund_id") for name in _SORTED_BY
}


def _detail(call: Call, note: CreditNote, refund: Any) -> dict[str, Any]:
    return {
        "creditnote_refund_id": refund.id,
        "creditnote_id": note.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "payment_form": "",
        "reference_number": refund.reference,
        "amount": refund.amount,
        "exchange_rate": refund.exchange_rate,
        "from_account_id": refund.account_id,
        "customer_name": call.organization.book.contacts[note.contact_id].name,
        "description": refund.description,
    }


def _found(note: CreditNote, identity: str) -> Any:
    refund = next((one for one in note.refunds if one.id == identity), None)
    if refund is None:
        raise Refused("does_not_exist", thing="Refund")
    return refund


def refunds_answer(call: Call, notes: list[CreditNote], message: str) -> Answer:
    """Answer with the refunds of some credit notes, the latest first unless another order is asked for."""
    found = [refund_row(call, note, refund) for note in notes for refund in note.refunds]
    rows, column, order = sort_few(call, found, SORTS, "date")
    page = context_of_few(call, rows)
    context = {**page.context, "report_name": "Credit Notes Refund", "sort_column": column, "sort_order": order}
    return Answer(message=message, key="creditnote_refunds", value=page.rows, extra={"page_context": context})


def list_refunds(call: Call) -> Answer:
    """List the refunds of one credit note."""
    message = "The refunds of the existing credit note are displayed successfully."
    return refunds_answer(call, [MODULE.named(call)], message)


def list_all_refunds(call: Call) -> Answer:
    """List the refunds of all credit notes, or of one customer's."""
    asked = call.query.get("customer_id", "")
    notes = [note for note in call.organization.book.credit_notes.values() if asked in ("", note.contact_id)]
    return refunds_answer(call, notes, "The list of credit note refunds are displayed successfully.")


def create_refund(call: Call) -> Answer:
    """Pay part of a credit note's balance out."""
    note = MODULE.named(call)
    changed = call.organization.execute(RefundCreditNote(id=note.id, user_id=call.user_id, **refund_fields(call)))
    return Answer(
        message="The credit note amount is refunded successfully.",
        key="creditnote_refund",
        value=_detail(call, changed, changed.refunds[-1]),
    )


def read_refund(call: Call) -> Answer:
    """Return one refund of a credit note."""
    note = MODULE.named(call)
    return _shown(call, note, _found(note, call.ids["creditnote_refund_id"]))


def read_any_refund(call: Call) -> Answer:
    """Return one refund by its id alone."""
    identity = call.ids["refund_id"]
    for note in call.organization.book.credit_notes.values():
        for refund in note.refunds:
            if refund.id == identity:
                return _shown(call, note, refund)
    raise Refused("does_not_exist", thing="Refund")


def _shown(call: Call, note: CreditNote, refund: Any) -> Answer:
    message = "The refund of the credit note is displayed successfully."
    return Answer(message=message, key="creditnote_refund", value=_detail(call, note, refund))


def update_refund(call: Call) -> Answer:
    """Change a refund."""
    note = MODULE.named(call)
    refund = _found(note, call.ids["creditnote_refund_id"])
    command = UpdateCreditNoteRefund(id=note.id, refund_id=refund.id, user_id=call.user_id, **refund_fields(call))
    changed = call.organization.execute(command)
    return Answer(
        message="The credit note refund is updated successfully.",
        key="creditnote_refund",
        value=_detail(call, changed, _found(changed, refund.id)),
    )


def delete_refund(call: Call) -> Answer:
    """Delete a refund; the credit note's balance is open again."""
    note = MODULE.named(call)
    refund = _found(note, call.ids["creditnote_refund_id"])
    call.organization.execute(DeleteCreditNoteRefund(id=note.id, refund_id=refund.id, user_id=call.user_id))
    return Answer(message="The refund has been successfully deleted.")


_REFUNDS: Final = "/creditnotes/{creditnote_id}/refunds"
HANDLERS: Final = (
    Emulated("GET", "/creditnotes/refunds", list_all_refunds, SPECIFIED),
    Emulated("GET", "/creditnotes/refunds/{refund_id}", read_any_refund, SPECIFIED),
    Emulated("GET", _REFUNDS, list_refunds, SPECIFIED),
    Emulated("POST", _REFUNDS, create_refund, SPECIFIED),
    Emulated("GET", f"{_REFUNDS}/{{creditnote_refund_id}}", read_refund, SPECIFIED),
    Emulated("PUT", f"{_REFUNDS}/{{creditnote_refund_id}}", update_refund, SPECIFIED),
    Emulated("DELETE", f"{_REFUNDS}/{{creditnote_refund_id}}", delete_refund, SPECIFIED),
)
