"""What commands about sales orders do. How invoices are linked to an order stands in `links`."""

from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.sales_order import (
    CreateSalesOrder,
    DeleteSalesOrder,
    MarkSalesOrderOpen,
    SalesOrder,
    SalesOrderState,
    UpdateSalesOrder,
    VoidSalesOrder,
)
from tallystick.books.lifecycle import Action
from tallystick.books.rules.links import link_estimate, unlink_estimate
from tallystick.books.rules.priced import Priced, plain
from tallystick.books.rules.record import Rule
from tallystick.books.work import Work

SALES_ORDERS: Final = Priced(
    Kind.SALES_ORDER,
    SalesOrder,
    lifecycle.SALES_ORDER,
    frozenset((SalesOrderState.DRAFT, SalesOrderState.OPEN)),
    lifecycle.SALES_ORDER_BLOCKERS,
    plain(shipment_date=None, delivery_method=""),
)


def create_sales_order(work: Work, command: CreateSalesOrder) -> SalesOrder:
    """Make an order, of an estimate when one is named."""
    order: SalesOrder = SALES_ORDERS.make(work, command)
    if command.estimate_id:
        order = replace(order, estimate_id=command.estimate_id)
        work.put(Kind.SALES_ORDER, order)
        link_estimate(work, order.estimate_id, order.id, "order_ids", order.contact_id)
    return order


def delete_sales_order(work: Work, command: Target) -> SalesOrder:
    """Remove an order; an estimate it was made of can be used again."""
    order: SalesOrder = SALES_ORDERS.remove(work, command)
    if order.estimate_id:
        unlink_estimate(work, order.estimate_id, order.id, "order_ids")
    return order


RULES: Final[dict[type, Rule]] = {
    CreateSalesOrder: create_sales_order,
    UpdateSalesOrder: SALES_ORDERS.change,
    DeleteSalesOrder: delete_sales_order,
    MarkSalesOrderOpen: SALES_ORDERS.moves(Action.ISSUE),
    VoidSalesOrder: SALES_ORDERS.moves(Action.VOID),
}
