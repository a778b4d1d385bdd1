"""What commands about delivery challans do. What they have in common with other nouns stands in `priced`, not here."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.delivery_challan import (
    ChallanState,
    CreateDeliveryChallan,
    DeleteDeliveryChallan,
    DeliveryChallan,
    MarkDeliveryChallanDelivered,
    MarkDeliveryChallanOpen,
    MarkDeliveryChallanReturned,
    Returned,
    UndoDeliveryChallanReturn,
    UpdateDeliveryChallan,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.priced import Priced, plain
from tallystick.books.rules.record import Rule, stamp
from tallystick.books.work import Work

DELIVERY_CHALLANS: Final = Priced(
    Kind.DELIVERY_CHALLAN,
    DeliveryChallan,
    lifecycle.DELIVERY_CHALLAN,
    frozenset((ChallanState.DRAFT, ChallanState.OPEN)),
    own=plain(purpose=""),
)


def return_goods(work: Work, command: MarkDeliveryChallanReturned) -> DeliveryChallan:
    """Note what came back: the quantities given, or everything."""
    old: DeliveryChallan = work.find(Kind.DELIVERY_CHALLAN, command.id)
    state = DELIVERY_CHALLANS.step(Action.RETURN, old)
    sent = {line.id: line.quantity for line in old.lines}
    returned = command.quantities or tuple(Returned(*pair) for pair in sent.items())
    for each in returned:
        if each.line_id not in sent:
            raise Refused(Reason.UNKNOWN_ID, field="quantities", kind="line", id=each.line_id)
        if not Decimal(0) < each.quantity <= sent[each.line_id]:
            raise Refused(
                Reason.BAD_AMOUNT, field="quantities", amount=str(each.quantity), sent=str(sent[each.line_id])
            )
    new = replace(old, state=state, returned=returned, **stamp(work))
    work.put(Kind.DELIVERY_CHALLAN, new)
    return new


def mark_open(work: Work, command: MarkDeliveryChallanOpen) -> DeliveryChallan:
    """Send the goods out, or take back that they have arrived."""
    old: DeliveryChallan = work.find(Kind.DELIVERY_CHALLAN, command.id)
    action = Action.UNDELIVER if old.state is ChallanState.DELIVERED else Action.ISSUE
    new = replace(old, state=DELIVERY_CHALLANS.step(action, old), **stamp(work))
    work.put(Kind.DELIVERY_CHALLAN, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateDeliveryChallan: DELIVERY_CHALLANS.make,
    UpdateDeliveryChallan: DELIVERY_CHALLANS.change,
    DeleteDeliveryChallan: DELIVERY_CHALLANS.remove,
    MarkDeliveryChallanOpen: mark_open,
    MarkDeliveryChallanDelivered: DELIVERY_CHALLANS.moves(Action.DELIVER),
    MarkDeliveryChallanReturned: return_goods,
    UndoDeliveryChallanReturn: DELIVERY_CHALLANS.moves(Action.UNDO_RETURN, lambda *_: {"returned": ()}),
}
