"""Submitting, approving and rejecting, for every noun that has it: one table, and the operations it makes.

Whether approvals are on, and which document may take which step, is the Book's to say.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from tallystick.books.documents.approval import ApproveDocument, RejectDocument, SubmitDocument
from tallystick.vendors.zoho_books.emulator import (
    bills,
    credit_notes,
    estimates,
    invoices,
    journals,
    purchase_orders,
    retainer_invoices,
    sales_orders,
    vendor_credits,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module

REASON_LENGTH_MAX: Final = 500
"""Characters of a reason (the vendor's documents)."""
Act = Callable[[Call, Any], None]


class Approved(msgspec.Struct, frozen=True):
    """One noun: what the vendor answers to each step, empty for a step it does not have.

    `many` is the parameter that names several documents, at most `many_max` of them where the vendor says so.
    """

    module: Module
    submitted: str
    approved: str
    rejected: str = ""
    finalized: str = ""
    many: str = ""
    many_submitted: str = ""
    many_approved: str = ""
    many_max: int = 0


TABLE: Final = (
    Approved(
        invoices.MODULE,
        "The invoice has been submitted for approval successfully.",
        "You have approved the invoice.",
        "The invoice has been rejected.",
        "The invoice has been approved.",
        "invoice_ids",
        "The invoices have been submitted for approval.",
        "The selected invoices have been approved.",
    ),
    Approved(
        credit_notes.MODULE,
        "The Credit Note has been successfully submitted for approval.",
        "You have approved the Credit Note.",
        "The credit note has been rejected.",
        "The credit note has been approved.",
        "creditnote_ids",
        "The selected credit notes have been submitted for approval.",
        "The selected credit notes have been approved.",
    ),
    Approved(
        estimates.MODULE,
        "The estimate has been successfully submitted for approval",
        "You have approved the estimate.",
    ),
    Approved(
        sales_orders.MODULE,
        "The Sales Order has been successfully submitted for approval.",
        "You have approved the Sales Order.",
    ),
    Approved(
        retainer_invoices.MODULE,
        "The Retainer Invoice has been successfully submitted for approval.",
        "You have approved the Retainer Invoice.",
    ),
    Approved(bills.MODULE, "The bill has been submitted for approval successfully.", "success"),
    Approved(
        purchase_orders.MODULE,
        "The purchase order has been successfully submitted for approval.",
        "You have approved the Purchase Order.",
        "You have rejected the Purchase order successfully.",
    ),
    Approved(
        vendor_credits.MODULE,
        "The vendor credit has been submitted for approval successfully.",
        "You have approved the vendor credit.",
    ),
    Approved(
        journals.MODULE,
        "success",
        "success",
        "success",
        many="journal_ids",
        many_submitted="success",
        many_approved="success",
        many_max=25,
    ),
)


def _submits(kind: str) -> Act:
    def submit(call: Call, document: Any) -> None:
        call.organization.execute(SubmitDocument(kind=kind, id=document.id, user_id=call.user_id))

    return submit


def _approves(kind: str, *, final: bool = False) -> Act:
    def approve(call: Call, document: Any) -> None:
        call.organization.execute(ApproveDocument(kind=kind, id=document.id, final=final, user_id=call.user_id))

    return approve


def _rejects(kind: str) -> Act:
    def reject(call: Call, document: Any) -> None:
        reason = call.query.get("reason", "")
        if len(reason) > REASON_LENGTH_MAX:
            raise Refused("too_long", field="reason", limit=REASON_LENGTH_MAX + 1)
        call.organization.execute(RejectDocument(kind=kind, id=document.id, reason=reason, user_id=call.user_id))

    return reject


def _no_more_than(row: Approved, run: Callable[[Call], Answer]) -> Callable[[Call], Answer]:
    """Have an operation refuse more documents than the vendor takes at once (code 2)."""

    def checked(call: Call) -> Answer:
        if row.many_max and call.query.get(row.many, "").count(",") >= row.many_max:
            raise Refused("invalid_value", field=row.many)
        return run(call)

    return checked


def _handlers(row: Approved) -> Iterator[Emulated]:
    kind, path = row.module.kind, row.module.path
    one = f"{path}/{{{row.module.identity}}}"
    steps = (
        ("submit", _submits(kind), row.submitted, row.many_submitted),
        ("approve", _approves(kind), row.approved, row.many_approved),
        ("approve/final", _approves(kind, final=True), row.finalized, ""),
        ("reject", _rejects(kind), row.rejected, ""),
    )
    for step, act, message, many_message in steps:
        if message:
            yield Emulated("POST", f"{one}/{step}", acts(row.module, act, message), SPECIFIED)
        if many_message:
            many = acts_on_many(row.module, row.many, act, many_message)
            yield Emulated("POST", f"{path}/{step}", _no_more_than(row, many), SPECIFIED)


HANDLERS: Final = tuple(emulated for row in TABLE for emulated in _handlers(row))
