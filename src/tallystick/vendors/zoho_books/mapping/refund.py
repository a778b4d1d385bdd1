"""Zoho Books' refunds of credit notes as the unified Refund. Refunds of payments are counted on the payment's row."""

from typing import Any, Final

from tallystick.mapping import DATE, Amount, Computed, Dropped, Field, Input, Mapping, Reference
from tallystick.mapping.kind import TEXT
from tallystick.model.allocation import Allocation, AllocationType
from tallystick.model.refund import Refund
from tallystick.vendors.zoho_books.mapping.part import LINKED_DOCUMENT, NO_COUNTERPART, READ


def _allocations(values: dict[str, Any], row: dict[str, Any]) -> tuple[Allocation, ...]:
    """Return the credit note the money came out of."""
    note = row.get("creditnote_id")
    if note in ("", None):
        return ()
    code = row.get("creditnote_number") or None
    amount = values.get("total_amount")
    return (Allocation(id=TEXT.parse(note), type=AllocationType.CREDIT_MEMO, code=code, amount=amount),)


REFUND: Final = Mapping(
    Refund,
    {
        "creditnote_refund_id": Reference("id", access=READ, required=True),
        "date": Field("refund_date", DATE, required=True),
        "amount_fcy": Amount("total_amount", access=READ),
        "amount_bcy": Amount("base_total_amount", access=READ, required=True),
        "refund_mode": Field("payment_method"),
        "reference_number": Field("reference"),
        "description": Field("private_note"),
        "customer_name": Field("customer.display_name", access=READ),
        "creditnote_id": Input(("allocations",)),
        "creditnote_number": Input(("allocations",)),
        "payment_form": Dropped("a code of one country for the method beside it"),
        "from_account_id": LINKED_DOCUMENT,
    },
    computed={"allocations": Computed(("creditnote_id", "creditnote_number"), _allocations)},
    absent={
        **dict.fromkeys(
            ("customer.id", "customer.display_id", "customer.name", "customer.company_name", "customer.email"),
            Dropped("the credit note says whose it is"),
        ),
        **dict.fromkeys(("number", "currency"), NO_COUNTERPART),
    },
    resource="refunds",
    operations={"list": "list_credit_note_refunds_of_all_credit_notes"},
)
