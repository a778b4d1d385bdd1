"""A purchase order's status table and what blocks a step. No other document's table lives here."""

from collections.abc import Mapping
from typing import Final

from tallystick.books.documents.purchase_order import PurchaseOrder, PurchaseOrderState
from tallystick.books.lifecycle.approval import approvable
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


def purchase_order_status(order: PurchaseOrder) -> PurchaseOrderState:
    """Return what a purchase order is called."""
    return order.state
