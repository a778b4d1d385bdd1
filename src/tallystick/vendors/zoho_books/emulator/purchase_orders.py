"""Purchase orders: list, create, read, update, delete, status, mail, address and comments, on the wire as recorded.

Bills made from them are in `bills`.
"""

from datetime import date
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as Noun
from tallystick.books.documents.contact import Address
from tallystick.books.documents.purchase_order import (
    CancelPurchaseOrder,
    CreatePurchaseOrder,
    DeletePurchaseOrder,
    MarkPurchaseOrderBilled,
    MarkPurchaseOrderOpen,
    PurchaseOrder,
    PurchaseOrderState,
    UpdatePurchaseOrder,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS, approval_fields
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.comments import (
    adds_comment,
    deletes_comment,
    lists_comments,
    updates_comment,
)
from tallystick.vendors.zoho_books.emulator.given import Field, day, given
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import DATE, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.plans import PURCHASE_ORDER, check_plan
from tallystick.vendors.zoho_books.emulator.purchases import (
    PURCHASE_KEPT,
    purchase_columns,
    purchase_fields,
    purchase_figures,
    purchase_filters,
    purchase_lines,
)
from tallystick.vendors.zoho_books.emulator.reverse_charge import keep_reverse_charge, with_reverse_charge
from tallystick.vendors.zoho_books.emulator.sales import number_field
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("purchase_orders")["detail"]
LINE: Final = shapes("purchase_orders")["line"]
ROW: Final = shapes("purchase_orders")["row"]
TEMPLATE_NUMBER: Final = "000000017007"
KEPT: Final = (
    *PURCHASE_KEPT,
    "ship_via",
    "attention",
    "delivery_org_address_id",
    "delivery_customer_id",
    "salesorder_id",
)


def _delivery(value: Any, wire: str) -> date | None:
    return None if value == "" else day(value, wire)


ORDER_FIELDS: Final = (Field("delivery_date", "delivery_date", _delivery),)


BILLED_STATUS: Final = {
    lifecycle.PurchaseOrderStatus.BILLED: "billed",
    lifecycle.PurchaseOrderStatus.PARTIALLY_BILLED: "partially_billed",
}
"""How far an order is billed, where it is at all."""


def _common(order: PurchaseOrder) -> dict[str, Any]:
    status = lifecycle.purchase_order_status(order).value
    return {
        "purchaseorder_id": order.id,
        "purchaseorder_number": order.number,
        "status": status,
        "order_status": status,
        "current_sub_status": status,
        "delivery_date": order.delivery_date or "",
        "total": order.totals.total,
    }


def row(call: Call, order: PurchaseOrder) -> dict[str, Any]:
    """Return one row of the purchase order list."""
    book = call.organization.book
    contact = book.contacts[order.contact_id]
    quantity = sum(line.quantity for line in order.lines)
    return {
        **ROW,
        **purchase_figures(book, order, ROW),
        **_common(order),
        "price_precision": "",
        "company_name": contact.company_name,
        "billed_status": BILLED_STATUS.get(lifecycle.purchase_order_status(order), "to_be_billed"),
        "received_status": "to_be_received",
        "quantity_yet_to_receive": quantity,
        **{name: value for name, value in kept(call.organization, order.id).items() if name in ROW},
    }


def detail(call: Call, order: PurchaseOrder) -> dict[str, Any]:
    """Return one purchase order with all keys."""
    book = call.organization.book
    bills = book.table(Noun.BILL)
    is_billed = order.state is PurchaseOrderState.BILLED
    return {
        **DETAIL,
        **purchase_figures(book, order, DETAIL),
        **_common(order),
        "non_catalog_items_count": sum(not line.item_id for line in order.lines),
        "billed_status": BILLED_STATUS.get(lifecycle.purchase_order_status(order), ""),
        "total_quantity": sum(line.quantity for line in order.lines),
        "line_items": [
            {**line, "quantity_billed": billed}
            for line, billed in zip(
                with_reverse_charge(call, order, purchase_lines(call.organization, order, LINE)),
                lifecycle.billed_quantities(order).values(),
                strict=True,
            )
        ],
        "payment_terms": book.contacts[order.contact_id].terms_days,
        "payment_terms_label": book.contacts[order.contact_id].terms_label,
        "template_id": call.organization.id + TEMPLATE_NUMBER,
        "can_mark_as_bill": order.state is PurchaseOrderState.OPEN,
        "can_mark_as_unbill": is_billed and not order.bill_ids,
        "bills": [
            {
                "bill_id": bill.id,
                "bill_number": bill.number,
                "status": lifecycle.bill_status(bill, call.today).value,
                "date": bill.date,
                "due_date": bill.due_date,
                "total": bill.totals.total,
                "balance": bill.balance,
            }
            for bill in (bills[identity] for identity in order.bill_ids)
        ],
        **approval_fields(call, order, DETAIL),
        **kept(call.organization, order.id),
    }


def create(call: Call) -> PurchaseOrder:
    """Create a purchase order, a draft. Raises Refused for a wrong vendor, no lines, or a plan without."""
    check_plan(call, PURCHASE_ORDER)
    number = number_field(call, "purchaseorder_number")
    fields = {**purchase_fields(call, new=True), **given(call.body, ORDER_FIELDS), **number}
    order: PurchaseOrder = call.organization.execute(CreatePurchaseOrder(user_id=call.user_id, **fields))
    keep(call.organization, order.id, call.body, KEPT)
    keep_reverse_charge(call, order)
    return order


def update(call: Call, order: PurchaseOrder) -> PurchaseOrder:
    """Change a purchase order that is not billed; fields the body does not mention stay."""
    number = number_field(call, "purchaseorder_number")
    fields = {
        **purchase_fields(call, new=False, contact_id=order.contact_id),
        **given(call.body, ORDER_FIELDS),
        **number,
    }
    command = UpdatePurchaseOrder(id=order.id, user_id=call.user_id, **fields)
    changed: PurchaseOrder = call.organization.execute(command)
    keep(call.organization, order.id, call.body, KEPT)
    keep_reverse_charge(call, changed)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a purchase order that no bill was made from."""
    call.organization.execute(DeletePurchaseOrder(id=identity, user_id=call.user_id))


LISTING: Final = Listing(
    report_name="Purchase Orders",
    columns=(
        *purchase_columns("purchaseorder_number"),
        Column("delivery_date", lambda _, order: order.delivery_date or date.min, Kind.DATE),
        Column("created_date", lambda view, order: view.local_date(order.created_at), Kind.DATE),
        Column("status", lambda _, order: lifecycle.purchase_order_status(order).value),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        "vendor_name",
        "purchaseorder_number",
        "date",
        "delivery_date",
        "total",
        "created_time",
        "last_modified_time",
    ),
    filters=(
        *purchase_filters("purchaseorder_number"),
        Filter("created_date", DATE),
    ),
    views={
        "Status.All": (),
        **APPROVAL_VIEWS,
        **{f"Status.{name}": (equals("status", name.casefold()),) for name in ("Draft", "Open", "Billed", "Cancelled")},
        "Status.PartiallyBilled": (equals("status", "partially_billed"),),
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Purchase Order",
    path="/purchaseorders",
    identity="purchaseorder_id",
    kind="purchase_order",
    key="purchaseorder",
    list_key="purchaseorders",
    documents=lambda organization: organization.book.table(Noun.PURCHASE_ORDER),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="Purchase Order has been added.",
        updated="Purchase Order has been updated.",
        deleted="The purchase order has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def _billing_address(call: Call, order: PurchaseOrder) -> None:
    changed = Address(**given(call.body, ADDRESS_FIELDS))
    call.organization.execute(UpdatePurchaseOrder(id=order.id, user_id=call.user_id, billing_address=changed))


_ID: Final = "/purchaseorders/{purchaseorder_id}"
HANDLERS: Final = (
    Emulated("POST", "/purchaseorders", creates(MODULE), RECORDED, missing="receives"),
    Emulated("GET", "/purchaseorders", lists(MODULE), RECORDED),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    *(
        Emulated("POST", f"{_ID}/status/{status}", acts(MODULE, becomes(command), message), SPECIFIED)
        for status, command, message in (
            ("open", MarkPurchaseOrderOpen, "The purchase order has been marked as open."),
            ("billed", MarkPurchaseOrderBilled, "The purchase order has been marked as billed."),
            ("cancelled", CancelPurchaseOrder, "The purchase order has been cancelled."),
        )
    ),
    Emulated(
        "POST",
        f"{_ID}/email",
        acts(MODULE, mails(MODULE, MarkPurchaseOrderOpen), "Your purchase order has been sent."),
        SPECIFIED,
    ),
    Emulated("PUT", f"{_ID}/address/billing", acts(MODULE, _billing_address, "Billing address updated."), SPECIFIED),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added.", "comment"), SPECIFIED),
    Emulated("PUT", f"{_ID}/comments/{{comment_id}}", updates_comment(MODULE, "Comment has been updated."), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
