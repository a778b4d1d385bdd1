"""Sales orders: their wire form, their operations, and the invoices that are made of them or tied to them."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.invoice import CreateInvoice, Invoice, UpdateInvoice
from tallystick.books.documents.sales_order import (
    CreateSalesOrder,
    DeleteSalesOrder,
    MarkSalesOrderOpen,
    SalesOrder,
    SalesOrderState,
    UpdateSalesOrder,
    VoidSalesOrder,
)
from tallystick.vendors.zoho_books.emulator import invoices
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, day, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep
from tallystick.vendors.zoho_books.emulator.listing import DATE, LISTED, Filter
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    identities_of,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.plans import SALES_ORDER, check_plan
from tallystick.vendors.zoho_books.emulator.priced import (
    Paper,
    becomes,
    comment_handlers,
    does,
    module_of,
    sets_address,
)
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT, copied


def _own(call: Call, order: SalesOrder) -> dict[str, Any]:
    invoiced = lifecycle.invoiced_quantities(order)
    made = [call.organization.book.invoices[one.invoice_id] for one in order.invoices]
    status = lifecycle.sales_order_status(order, call.today)
    return {
        "shipment_date": order.shipment_date or "",
        "shipment_days": "" if order.shipment_date is None else str((order.shipment_date - call.today).days),
        "delivery_method": order.delivery_method,
        "estimate_id": order.estimate_id,
        "order_status": order.state.value,
        "invoiced_status": {"invoiced": "invoiced", "partially_invoiced": "partially_invoiced"}.get(
            status.value, "not_invoiced"
        ),
        "line_items": [
            {"quantity_invoiced": invoiced[line.id], "is_invoiced": invoiced[line.id] >= line.quantity}
            for line in order.lines
        ],
        "invoices": [
            {
                "invoice_id": invoice.id,
                "invoice_number": invoice.number,
                "date": invoice.date,
                "due_date": invoice.due_date,
                "total": invoice.totals.total,
                "balance": invoice.balance,
                "status": lifecycle.invoice_status(invoice, call.today).value,
            }
            for invoice in made
        ],
    }


PAPER: Final = Paper(
    label="Sales Order",
    path="/salesorders",
    prefix="salesorder",
    kind="sales_order",
    key="salesorder",
    list_key="salesorders",
    report_name="Sales Orders",
    shape="sales_orders",
    table=lambda book: book.table(BookKind.SALES_ORDER),
    status=lambda call, order: lifecycle.sales_order_status(order, call.today).value,
    daily=lambda today, order: lifecycle.sales_order_status(order, today).value,
    create=CreateSalesOrder,
    update=UpdateSalesOrder,
    delete=DeleteSalesOrder,
    messages=Messages(
        created="Sales Order Created Successfully.",
        updated="Sales Order Updated Successfully.",
        deleted="Sales Order Deleted Successfully.",
    ),
    own=_own,
    fields=(Field("shipment_date", "shipment_date", day), Field("delivery_method", "delivery_method", text)),
    sent=SalesOrderState.OPEN,
    kept=(*SALES_KEPT, "merchant_id", "pricebook_id"),
    views=("Draft", "Open", "OverDue", "PartiallyInvoiced", "Invoiced", "Void"),
    columns=(
        Column("salesorder_id", lambda _, one: one.id),
        Column("shipment_date", lambda _, one: one.shipment_date or one.date.max, Kind.DATE),
    ),
    filters=(Filter("shipment_date", DATE), Filter("salesorder_ids", column="salesorder_id", many=True)),
    named=LISTED,
    check=lambda call: check_plan(call, SALES_ORDER),
)
MODULE: Final = module_of(PAPER)


def create(call: Call) -> SalesOrder:
    """Create an order; `estimate_id` makes it of an estimate, its lines too when the body has none."""
    check_plan(call, SALES_ORDER)
    estimate_id = text(call.body.get("estimate_id", ""), "estimate_id")
    if not estimate_id:
        assert MODULE.create is not None
        made: SalesOrder = MODULE.create(call)
        return made
    estimate = call.organization.book.table(BookKind.ESTIMATE).get(estimate_id)
    if estimate is None:
        raise Refused("does_not_exist", thing="Estimate")
    from_estimate = copied(estimate)
    asked = given(call.body, PAPER.fields)
    order: SalesOrder = call.organization.execute(
        CreateSalesOrder(user_id=call.user_id, estimate_id=estimate_id, **{**from_estimate, **asked})
    )
    keep(call.organization, order.id, call.body, PAPER.kept)
    return order


CREATING: Final = replace(MODULE, create=create)


def create_invoice(call: Call) -> Answer:
    """Make a draft invoice of what is not yet invoiced of an order. Raises Refused when nothing is left."""
    order: SalesOrder = MODULE.find(call.organization, call.query.get("salesorder_id", ""))
    invoiced = lifecycle.invoiced_quantities(order)
    fields = copied(order)
    if any(not one.quantities for one in order.invoices):
        fields["lines"] = ()
    fields["lines"] = tuple(
        replace(asked, quantity=line.quantity - invoiced[line.id], order_line_id=line.id)
        for asked, line in zip(fields["lines"], order.lines, strict=False)
        if line.quantity > invoiced[line.id]
    )
    if not fields["lines"]:
        raise Refused("rule", sentence="Nothing of this sales order is left to be invoiced.")
    invoice = call.organization.execute(CreateInvoice(user_id=call.user_id, order_ids=(order.id,), **fields))
    return Answer(
        message="The invoice has been created.",
        key="invoice",
        value={
            **invoices.MODULE.detail(call, invoice),
            "salesorder_id": order.id,
            "salesorder_number": order.number,
        },
        location=f"/invoices/{invoice.id}",
    )


def _mapping_error(invoice: Invoice, order: SalesOrder | None) -> str:
    """Return the name of the refusal that keeps an invoice from being tied to an order, empty when nothing does."""
    if order is None or order.contact_id != invoice.contact_id:
        return "order_of_another_customer"
    if invoice.order_ids:
        return "invoice_has_an_order"
    return "order_is_void" if order.state is SalesOrderState.VOID else ""


def map_with_order(call: Call) -> Answer:
    """Tie invoices to the orders whose numbers they refer to; what cannot be tied is told, by code, in `errors`.

    That an order is found by the invoice's reference number, and by nothing else, is assumed.
    """
    call.notes.assume("order_by_reference")
    book = call.organization.book
    failed: dict[str, list[str]] = {}
    for identity in identities_of(invoices.MODULE, call, "invoice_ids"):
        invoice = book.invoices[identity]
        order_id = book.find_number(BookKind.SALES_ORDER, invoice.reference) if invoice.reference else None
        order = None if order_id is None else book.table(BookKind.SALES_ORDER)[order_id]
        error = _mapping_error(invoice, order)
        if error:
            failed.setdefault(error, []).append(identity)
        else:
            assert order_id is not None
            call.organization.execute(UpdateInvoice(id=identity, order_ids=(order_id,), user_id=call.user_id))
    errors = [
        {"code": refused.code, "message": refused.message, "ids": ids}
        for refused, ids in ((Refused(name), ids) for name, ids in failed.items())
    ]
    return Answer(
        message="The invoices selected have been associated with their sales orders.", key="errors", value=errors
    )


def unmap(call: Call) -> Answer:
    """Untie invoices from their orders."""
    for identity in identities_of(invoices.MODULE, call, "invoice_ids"):
        call.organization.execute(UpdateInvoice(id=identity, order_ids=(), user_id=call.user_id))
    return Answer(message="The invoices have been unmapped from the sales orders.")


def substatus(call: Call, order: SalesOrder) -> None:
    """Move an order by a status code: draft, open or void; orders have no custom statuses here."""
    commands: dict[str, type[Any]] = {"open": MarkSalesOrderOpen, "void": VoidSalesOrder}
    command = commands.get(call.ids["status_code"])
    if command is None:
        raise Refused("invalid_value", field="status_code")
    becomes(command)(call, order)


_ID: Final = "/salesorders/{salesorder_id}"
HANDLERS: Final = (
    Emulated("POST", "/salesorders", creates(CREATING), SPECIFIED),
    Emulated("GET", "/salesorders", lists(MODULE), SPECIFIED, missing="customview_id, zcrm_potential_id"),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED, missing="accept=csv, xml, xls, xlsx or jhtml"),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    does(MODULE, f"{_ID}/status/open", becomes(MarkSalesOrderOpen), "Sales order status has been changed to Open."),
    does(MODULE, f"{_ID}/status/void", becomes(VoidSalesOrder), "Sales order status has been changed to Void."),
    does(
        MODULE,
        f"{_ID}/substatus/{{status_code}}",
        substatus,
        "Sales Order status updated successfully.",
        missing="custom statuses",
    ),
    does(
        MODULE,
        f"{_ID}/email",
        mails(MODULE, MarkSalesOrderOpen),
        "Your Sales Order has been sent.",
    ),
    Emulated(
        "PUT",
        f"{_ID}/address/billing",
        acts(MODULE, sets_address(UpdateSalesOrder, "billing_address"), "Billing address updated."),
        SPECIFIED,
    ),
    Emulated(
        "PUT",
        f"{_ID}/address/shipping",
        acts(MODULE, sets_address(UpdateSalesOrder, "shipping_address"), "Shipping address updated."),
        SPECIFIED,
    ),
    *comment_handlers(MODULE, _ID),
    Emulated("POST", "/invoices/fromsalesorder", create_invoice, SPECIFIED),
    Emulated("POST", "/invoices/mapwithorder", map_with_order, SPECIFIED),
    Emulated("PUT", "/invoices/unmap/salesorders", unmap, SPECIFIED),
)
