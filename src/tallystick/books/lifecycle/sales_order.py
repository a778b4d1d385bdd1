"""A sales order's status table. No other document's table lives here."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tallystick.books.documents.sales_order import SalesOrder, SalesOrderState
from tallystick.books.lifecycle.approval import approvable, awaiting
from tallystick.books.lifecycle.fulfilment import is_whole, quantities_of
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _OPEN, _VOID = SalesOrderState.DRAFT, SalesOrderState.OPEN, SalesOrderState.VOID

SALES_ORDER: Final[Table[SalesOrderState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _OPEN: _OPEN},
        Action.DELETE: {_DRAFT: _DRAFT, _OPEN: _OPEN, _VOID: _VOID},
        Action.ISSUE: {_DRAFT: _OPEN, _OPEN: _OPEN, _VOID: _OPEN},
        Action.VOID: {_DRAFT: _VOID, _OPEN: _VOID},
        # Billing a draft order confirms it.
        Action.CONVERT: {_DRAFT: _OPEN, _OPEN: _OPEN},
    },
    SalesOrderState,
)
_INVOICED: Final[tuple[Blocker, ...]] = ((Reason.CONVERTED, lambda order: bool(order.invoices)),)
SALES_ORDER_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _INVOICED,
    Action.DELETE: _INVOICED,
    Action.VOID: _INVOICED,
}


def invoiced_quantities(order: SalesOrder) -> dict[str, Decimal]:
    """Return for each line of an order how much of it is invoiced."""
    return quantities_of(order.lines, order.invoices)


class SalesOrderStatus(StrEnum):
    """What a sales order is called on a day."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    OVERDUE = "overdue"
    PARTIALLY_INVOICED = "partially_invoiced"
    INVOICED = "invoiced"
    VOID = "void"


SALES_ORDER_STATUS: Final[tuple[tuple[SalesOrderStatus, Callable[[SalesOrder, dt.date], bool]], ...]] = (
    (SalesOrderStatus.VOID, lambda order, _: order.state is _VOID),
    (SalesOrderStatus.DRAFT, lambda order, _: order.state is _DRAFT),
    *awaiting(SalesOrderStatus),
    (SalesOrderStatus.INVOICED, lambda order, _: is_whole(order.lines, order.invoices)),
    (SalesOrderStatus.PARTIALLY_INVOICED, lambda order, _: bool(order.invoices)),
    (SalesOrderStatus.OVERDUE, lambda order, today: order.shipment_date is not None and order.shipment_date < today),
    (SalesOrderStatus.OPEN, lambda _, __: True),
)
"""The first status whose condition holds is the order's status on that day."""


def sales_order_status(order: SalesOrder, today: dt.date) -> SalesOrderStatus:
    """Return a sales order's status on a day (the organisation's today)."""
    return next(status for status, holds in SALES_ORDER_STATUS if holds(order, today))
