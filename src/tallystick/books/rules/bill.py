"""What commands about bills do. How money meets a bill stands in `settlement`."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.bill import (
    Bill,
    BillFields,
    BillState,
    CreateBill,
    DeleteBill,
    MarkBillOpen,
    UpdateBill,
    VoidBill,
)
from tallystick.books.documents.document import Target
from tallystick.books.lifecycle import Action
from tallystick.books.numbering import NUMBER_LENGTH_MAX
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.purchase_order import ORDERS_MAX, link_orders
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.terms import terms_fields
from tallystick.books.rules.trade import PURCHASES
from tallystick.books.state import vendor_number
from tallystick.books.work import Work

_STARTS: Final = frozenset({BillState.DRAFT, BillState.OPEN})


def _step(action: Action, bill: Bill) -> BillState:
    return lifecycle.step(lifecycle.BILL, action, bill.state, blockers=lifecycle.BILL_BLOCKERS, document=bill)


def _fields(work: Work, command: BillFields, old: Bill | None) -> dict[str, Any]:
    """Return a bill's fields, its number checked: it is required, and used once for bills of the vendor."""
    fields = sales_fields(work, Kind.BILL, command, old, trade=PURCHASES)
    fields.update(terms_fields(work, command, fields["date"], fields["contact_id"], old))
    number = fields["number"]
    if not number:
        raise Refused(Reason.REQUIRED, field="number", kind="bill")
    if len(number) > NUMBER_LENGTH_MAX:
        raise Refused(Reason.TOO_LONG, field="number", length=len(number), length_max=NUMBER_LENGTH_MAX)
    holder = work.holder(Kind.BILL, "vendor_number", vendor_number(fields["contact_id"], number))
    if holder and holder != (old.id if old else ""):
        raise Refused(Reason.DUPLICATE_NUMBER, field="number", kind="bill", value=number)
    return fields


def create_bill(work: Work, command: CreateBill) -> Bill:
    """Make a bill, and have the purchase orders it names billed as far as its lines say."""
    if command.state not in _STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    if len(command.order_ids) > ORDERS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="order_ids", parts=len(command.order_ids), parts_max=ORDERS_MAX)
    fields = _fields(work, command, None)
    bill = Bill(
        id=work.new_id(),
        state=command.state,
        order_ids=tuple(dict.fromkeys(command.order_ids)),
        recurring_id=command.recurring_id,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        **fields,
        **new_stamp(work),
    )
    work.put(Kind.BILL, bill)
    link_orders(work, None, bill)
    return bill


def update_bill(work: Work, command: UpdateBill) -> Bill:
    """Change a bill that nothing has settled."""
    old: Bill = work.find(Kind.BILL, command.id)
    state = _step(Action.UPDATE, old)
    fields = _fields(work, command, old)
    if old.order_ids and fields["contact_id"] != old.contact_id:
        raise Refused(Reason.CONTACT_MISMATCH, field="contact_id", number=old.number)
    new = replace(
        old,
        state=state,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        **fields,
        **stamp(work),
    )
    work.put(Kind.BILL, new)
    link_orders(work, old, new)
    return new


def delete_bill(work: Work, command: DeleteBill) -> Bill:
    """Remove a bill that nothing has settled."""
    bill: Bill = work.find(Kind.BILL, command.id)
    _step(Action.DELETE, bill)
    link_orders(work, bill, None)
    work.delete(Kind.BILL, bill.id)
    return bill


def _moves(action: Action) -> Rule:
    """Return the rule that takes a bill along its lifecycle."""

    def move(work: Work, command: Target) -> Bill:
        old: Bill = work.find(Kind.BILL, command.id)
        new = replace(old, state=_step(action, old), **stamp(work))
        work.put(Kind.BILL, new)
        link_orders(work, old, new)
        return new

    return move


RULES: Final[dict[type, Rule]] = {
    CreateBill: create_bill,
    UpdateBill: update_bill,
    DeleteBill: delete_bill,
    MarkBillOpen: _moves(Action.ISSUE),
    VoidBill: _moves(Action.VOID),
}
