"""Delivery challans (goods sent without a sale yet) and the commands about them. No rule or posting lives here."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields


class ChallanState(StrEnum):
    """The stored state of a challan; a return is a state of its own until it is undone."""

    DRAFT = "draft"
    OPEN = "open"
    DELIVERED = "delivered"
    RETURNED = "returned"


class Returned(msgspec.Struct, frozen=True, gc=False):
    """How much of one line came back."""

    line_id: str
    quantity: Decimal


class DeliveryChallan(SalesDocument, frozen=True, kw_only=True, gc=False):
    """Goods sent out. `returned` gives for some lines the quantity that came back."""

    state: ChallanState
    purpose: str = ""
    returned: tuple[Returned, ...] = ()


class DeliveryChallanFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of a challan; `purpose` is why the goods go out (supply on approval, job work…)."""

    purpose: Given[str] = msgspec.UNSET


class CreateDeliveryChallan(DeliveryChallanFields, frozen=True, kw_only=True):
    """Make a challan, a draft unless `state` says open."""

    state: ChallanState = ChallanState.DRAFT


class UpdateDeliveryChallan(DeliveryChallanFields, frozen=True, kw_only=True):
    """Change a challan whose goods have not come back; lines are replaced whole."""

    id: str


class DeleteDeliveryChallan(Target, frozen=True, kw_only=True):
    """Remove a challan."""


class MarkDeliveryChallanOpen(Target, frozen=True, kw_only=True):
    """Send the goods out."""


class MarkDeliveryChallanDelivered(Target, frozen=True, kw_only=True):
    """Note that the goods have arrived."""


class MarkDeliveryChallanReturned(Target, frozen=True, kw_only=True):
    """Note that the goods came back: all of them, or the quantities given by line."""

    quantities: tuple[Returned, ...] = ()


class UndoDeliveryChallanReturn(Target, frozen=True, kw_only=True):
    """Take a return back; the goods count as sent out again."""
