"""What commands about purchase orders do, and how bills made from them are counted. No bill is made here."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.bill import Bill, BillState
from tallystick.books.documents.document import Target
from tallystick.books.documents.purchase_order import (
    Billed,
    CancelPurchaseOrder,
    CreatePurchaseOrder,
    DeletePurchaseOrder,
    MarkPurchaseOrderBilled,
    MarkPurchaseOrderOpen,
    PurchaseOrder,
    PurchaseOrderState,
    UpdatePurchaseOrder,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.trade import PURCHASES
from tallystick.books.work import Work

ORDERS_MAX: Final = 100
"""Purchase orders one bill may be made from."""
_BILLED: Final = PurchaseOrderState.BILLED
_STARTS: Final = frozenset({PurchaseOrderState.DRAFT, PurchaseOrderState.OPEN})


def _step(action: Action, order: PurchaseOrder) -> PurchaseOrderState:
    return lifecycle.step(
        lifecycle.PURCHASE_ORDER,
        action,
        order.state,
        blockers=lifecycle.PURCHASE_ORDER_BLOCKERS,
        document=order,
    )


def create_purchase_order(work: Work, command: CreatePurchaseOrder) -> PurchaseOrder:
    """Make a purchase order."""
    if command.state not in _STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    fields = sales_fields(work, Kind.PURCHASE_ORDER, command, None, trade=PURCHASES)
    order = PurchaseOrder(
        id=work.new_id(),
        state=command.state,
        delivery_date=chosen(command.delivery_date, None),
        **fields,
        **new_stamp(work),
    )
    work.put(Kind.PURCHASE_ORDER, order)
    return order


def update_purchase_order(work: Work, command: UpdatePurchaseOrder) -> PurchaseOrder:
    """Change a purchase order."""
    old: PurchaseOrder = work.find(Kind.PURCHASE_ORDER, command.id)
    state = _step(Action.UPDATE, old)
    fields = sales_fields(work, Kind.PURCHASE_ORDER, command, old, trade=PURCHASES)
    fields["delivery_date"] = chosen(command.delivery_date, old.delivery_date)
    new = replace(old, state=state, **fields, **stamp(work))
    work.put(Kind.PURCHASE_ORDER, new)
    return new


def delete_purchase_order(work: Work, command: DeletePurchaseOrder) -> PurchaseOrder:
    """Remove a purchase order that no bill on record names; a void bill may be opened again and bill it."""
    order: PurchaseOrder = work.find(Kind.PURCHASE_ORDER, command.id)
    _step(Action.DELETE, order)
    if work.is_used(order.id):
        raise Refused(Reason.IN_USE, field="id", kind="purchase_order", id=order.id)
    work.delete(Kind.PURCHASE_ORDER, order.id)
    return order


def _moves(action: Action) -> Rule:
    """Return the rule that takes a purchase order along its lifecycle."""

    def move(work: Work, command: Target) -> PurchaseOrder:
        old: PurchaseOrder = work.find(Kind.PURCHASE_ORDER, command.id)
        new = replace(old, state=_step(action, old), **stamp(work))
        work.put(Kind.PURCHASE_ORDER, new)
        return new

    return move


def link_orders(work: Work, before: Bill | None, after: Bill | None) -> None:
    """Count a bill in with the orders it is made from, or out when it is gone or void; an order left alone is open.

    Raises Refused for an unknown order, another vendor's, or a cancelled one.
    """
    bill = after or before
    assert bill is not None
    for index, identity in enumerate(bill.order_ids):
        old: PurchaseOrder = work.find(Kind.PURCHASE_ORDER, identity, f"order_ids[{index}]")
        billed = tuple(each for each in old.billed if each.bill_id != bill.id)
        if after is not None and after.state is not BillState.VOID:
            billed = (*billed, Billed(after.id, _quantities(old, after)))
        if billed == old.billed:
            continue
        if len(billed) > len(old.billed):
            if old.contact_id != bill.contact_id:
                raise Refused(Reason.CONTACT_MISMATCH, field=f"order_ids[{index}]", number=old.number)
            lifecycle.step(lifecycle.PURCHASE_ORDER, Action.SETTLE, old.state)
        new = replace(old, billed=billed, **stamp(work))
        whole = lifecycle.purchase_order_is_billed(new)
        work.put(Kind.PURCHASE_ORDER, replace(new, state=_BILLED if whole else PurchaseOrderState.OPEN))


def _quantities(order: PurchaseOrder, bill: Bill) -> tuple[tuple[str, Decimal], ...]:
    """Return how much a bill's lines charge of an order's; more than was ordered may be delivered and charged."""
    lines = {line.id for line in order.lines}
    return tuple((line.order_line_id, line.quantity) for line in bill.lines if line.order_line_id in lines)


RULES: Final[dict[type, Rule]] = {
    CreatePurchaseOrder: create_purchase_order,
    UpdatePurchaseOrder: update_purchase_order,
    DeletePurchaseOrder: delete_purchase_order,
    MarkPurchaseOrderOpen: _moves(Action.ISSUE),
    MarkPurchaseOrderBilled: _moves(Action.SETTLE),
    CancelPurchaseOrder: _moves(Action.VOID),
}
