"""Custom fields of a document read and written by themselves, for every noun that has such an operation.

How custom fields are kept and shown is in `kept`; defining new ones is in `field_settings`.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator import (
    bills,
    credit_notes,
    customer_payments,
    estimates,
    invoices,
    items,
    purchase_orders,
    sales_orders,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import CUSTOM_FIELDS, keep, kept
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module
from tallystick.vendors.zoho_books.emulator.parse import WHOLE


def _reads(module: Module) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        document = module.named(call)
        return Answer(key=CUSTOM_FIELDS, value=kept(call.organization, document.id).get(CUSTOM_FIELDS, []))

    return run


def _writes(module: Module, placeholder: str, name: str) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        document = module.find(call.organization, call.ids[placeholder])
        fields: list[dict[str, Any]] = call.body.get(name) or []
        if not fields:
            raise Refused("invalid_value", field=CUSTOM_FIELDS)
        keep(call.organization, document.id, {CUSTOM_FIELDS: fields}, (CUSTOM_FIELDS,))
        return Answer(message=call.operation.message)

    return run


_CREDIT_NOTE: Final = "/creditnotes/{creditnote_id}/customfields"
# The array form has its noun in the singular in its path, and for payments another placeholder.
_WHOLE: Final = (
    (invoices.MODULE, "/invoice/{invoice_id}/customfields", "invoice_id"),
    (estimates.MODULE, "/estimate/{estimate_id}/customfields", "estimate_id"),
    (sales_orders.MODULE, "/salesorder/{salesorder_id}/customfields", "salesorder_id"),
    (bills.MODULE, "/bill/{bill_id}/customfields", "bill_id"),
    (purchase_orders.MODULE, "/purchaseorder/{purchaseorder_id}/customfields", "purchaseorder_id"),
    (items.MODULE, "/item/{item_id}/customfields", "item_id"),
    (customer_payments.MODULE, "/customerpayment/{customer_payment_id}/customfields", "customer_payment_id"),
)
HANDLERS: Final = (
    *(Emulated("PUT", path, _writes(module, name, WHOLE), SPECIFIED) for module, path, name in _WHOLE),
    Emulated("POST", _CREDIT_NOTE, _writes(credit_notes.MODULE, "creditnote_id", CUSTOM_FIELDS), SPECIFIED),
    Emulated("GET", _CREDIT_NOTE, _reads(credit_notes.MODULE), SPECIFIED),
    Emulated("GET", "/invoices/{invoice_id}/customfields", _reads(invoices.MODULE), SPECIFIED),
)
