"""A purchase order's status table and what blocks a step. No other document's table lives here."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tallystick.books.documents.purchase_order import PurchaseOrder, PurchaseOrderState
from tallystick.books.lifecycle.approval import approvable
from tallystick.books.lifecycle.fulfilment import is_whole, quantities_of
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _OPEN = PurchaseOrderState.DRAFT, PurchaseOrderState.OPEN
_BILLED, _CANCELLED = PurchaseOrderState.BILLED, PurchaseOrderState.CANCELLED

PURCHASE_ORDER: Final[Table[PurchaseOrderState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _OPEN: _OPEN},
        Action.DELETE: {_DRAFT: _DRAFT, _OPEN: _OPEN, _BILLED: _BILLED, _CANCELLED: _CANCELLED},
        Action.ISSUE: {_DRAFT: _OPEN, _OPEN: _OPEN, _CANCELLED: _OPEN, _BILLED: _OPEN},
        # A bill made from a draft issues it on the way.
        Action.SETTLE: {_DRAFT: _BILLED, _OPEN: _BILLED, _BILLED: _BILLED},
        Action.VOID: {_DRAFT: _CANCELLED, _OPEN: _CANCELLED},
    },
    PurchaseOrderState,
)

_HAS_BILLS: Final[tuple[Blocker, ...]] = ((Reason.IN_USE, lambda order: bool(order.bill_ids)),)

PURCHASE_ORDER_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _HAS_BILLS,
    Action.DELETE: _HAS_BILLS,
    Action.ISSUE: _HAS_BILLS,
    Action.VOID: _HAS_BILLS,
}


def billed_quantities(order: PurchaseOrder) -> dict[str, Decimal]:
    """Return for each line of an order how much of it is billed."""
    return quantities_of(order.lines, order.billed)


def purchase_order_is_billed(order: PurchaseOrder) -> bool:
    """Tell whether every line is billed; a bill that names no line of the order stands for all of it."""
    return is_whole(order.lines, order.billed)


class PurchaseOrderStatus(StrEnum):
    """What a purchase order is called."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    PARTIALLY_BILLED = "partially_billed"
    BILLED = "billed"
    CANCELLED = "cancelled"


def purchase_order_status(order: PurchaseOrder) -> PurchaseOrderStatus:
    """Return what a purchase order is called: an open one that is billed in part says so."""
    if order.state is _OPEN and order.billed:
        return PurchaseOrderStatus.PARTIALLY_BILLED
    return PurchaseOrderStatus(order.state.value)
