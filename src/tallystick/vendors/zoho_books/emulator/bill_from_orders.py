"""A bill to be made of purchase orders, as the vendor proposes it: what of the orders is not billed yet.

Nothing is made by asking for it; the caller sends the proposal to `POST /bills`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.documents.purchase_order import PurchaseOrder, PurchaseOrderState
from tallystick.vendors.zoho_books.emulator.bills import LINE
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import kept
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, identities_of
from tallystick.vendors.zoho_books.emulator.purchase_orders import MODULE
from tallystick.vendors.zoho_books.emulator.purchases import PURCHASE_KEPT, purchase_lines
from tallystick.vendors.zoho_books.emulator.sales import DISCOUNT_TYPE, wire_discount

PARTIES: Final = (
    ("contact_id", "have one vendor"),
    ("currency_id", "be in one currency"),
    ("tax_inclusive", "all include tax, or all exclude it"),
)
"""What the orders of one bill must have alike (assumed), and how a refusal says so."""
UNBILLABLE: Final = {PurchaseOrderState.CANCELLED, PurchaseOrderState.PENDING_APPROVAL, PurchaseOrderState.REJECTED}


def propose(call: Call) -> Answer:
    """Return the bill that the orders named would make. Raises Refused when they do not go together or nothing is left."""
    orders = [MODULE.find(call.organization, each) for each in identities_of(MODULE, call, "purchaseorder_ids")]
    first: PurchaseOrder = orders[0]
    for name, demand in PARTIES:
        if any(getattr(order, name) != getattr(first, name) for order in orders):
            raise Refused("rule", sentence=f"The purchase orders of one bill have to {demand}.")
    for order in orders:
        if order.state in UNBILLABLE:
            raise Refused("status_change", thing="Purchase Order", action="billed", status=order.state.value)
    if any(order.billed for order in orders):
        call.notes.assume("left_of_orders")
    lines = [line for order in orders for line in _left(call, order)]
    if not lines:
        raise Refused("rule", sentence="Nothing of these purchase orders is left to be billed.")
    book = call.organization.book
    contact, currency = book.contacts[first.contact_id], book.currencies[first.currency_id]
    value = {
        **{name: value for name, value in kept(call.organization, first.id).items() if name in PURCHASE_KEPT},
        "purchaseorder_ids": [order.id for order in orders],
        "vendor_id": contact.id,
        "vendor_name": contact.name,
        "bill_number": "",
        "date": call.today,
        "payment_terms": contact.terms_days,
        "payment_terms_label": contact.terms_label,
        "reference_number": ", ".join(order.number for order in orders),
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": first.exchange_rate,
        "price_precision": first.places,
        "is_inclusive_tax": first.tax_inclusive,
        "line_items": lines,
        "purchaseorders": [
            {
                "purchaseorder_id": order.id,
                "purchaseorder_number": order.number,
                "purchaseorder_date": order.date,
                "purchaseorder_status": lifecycle.purchase_order_status(order).value,
            }
            for order in orders
        ],
        **_charges(orders),
    }
    return Answer(key="bill", value=value)


def _left(call: Call, order: PurchaseOrder) -> list[dict[str, Any]]:
    """Return the lines of an order that are not billed whole, with what is left of each."""
    if lifecycle.purchase_order_is_billed(order):
        return []
    billed = lifecycle.billed_quantities(order)
    rows = purchase_lines(call.organization, order, LINE)
    return [
        {
            **{name: value for name, value in row.items() if name != "item_total"},
            "line_item_id": "",
            "purchaseorder_item_id": line.id,
            "purchaseorder_id": order.id,
            "quantity": line.quantity - billed[line.id],
        }
        for row, line in zip(rows, order.lines, strict=True)
        if line.quantity > billed[line.id]
    ]


def _charges(orders: list[PurchaseOrder]) -> dict[str, Any]:
    """Return the discount and the adjustment of a single order that is not billed at all; they stand for the whole."""
    if len(orders) > 1 or orders[0].billed:
        return {"adjustment": Decimal(0)}
    (order,) = orders
    return {
        "discount_type": DISCOUNT_TYPE[order.discount_level],
        "discount": wire_discount(order.discount),
        "adjustment": order.adjustment,
        "adjustment_description": order.adjustment_description,
    }


HANDLERS: Final = (Emulated("GET", "/bills/editpage/frompurchaseorders", propose, SPECIFIED),)
