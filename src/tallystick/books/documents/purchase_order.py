"""Purchase orders to vendors and the commands about them. Orders post nothing."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.purchase import PurchaseDocument, PurchaseFields


class PurchaseOrderState(StrEnum):
    """The stored state of a purchase order; bills that charge all of it make it billed."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    BILLED = "billed"
    CANCELLED = "cancelled"


class Billed(msgspec.Struct, frozen=True, gc=False):
    """How much one bill charges of an order, line by line; a bill without quantities charges all of it."""

    bill_id: str
    quantities: tuple[tuple[str, Decimal], ...] = ()


class PurchaseOrder(PurchaseDocument, frozen=True, kw_only=True, gc=False):
    """A purchase order; `billed` says by which bills, and how much of it, it is billed."""

    state: PurchaseOrderState
    delivery_date: dt.date | None = None
    billed: tuple[Billed, ...] = ()

    @property
    def bill_ids(self) -> tuple[str, ...]:
        """Return the bills made from the order."""
        return tuple(each.bill_id for each in self.billed)


class PurchaseOrderFields(PurchaseFields, frozen=True, kw_only=True):
    """What may be said of a purchase order."""

    delivery_date: Given[dt.date | None] = msgspec.UNSET


class CreatePurchaseOrder(PurchaseOrderFields, frozen=True, kw_only=True):
    """Make a purchase order, a draft unless `state` says open."""

    state: PurchaseOrderState = PurchaseOrderState.DRAFT


class UpdatePurchaseOrder(PurchaseOrderFields, frozen=True, kw_only=True):
    """Change a purchase order that is not billed; lines are replaced whole."""

    id: str


class DeletePurchaseOrder(Target, frozen=True, kw_only=True):
    """Remove a purchase order that no bill was made from."""


class MarkPurchaseOrderOpen(Target, frozen=True, kw_only=True):
    """Issue a purchase order, or take a cancellation or a billed mark back."""


class MarkPurchaseOrderBilled(Target, frozen=True, kw_only=True):
    """Say that an open purchase order is billed."""


class CancelPurchaseOrder(Target, frozen=True, kw_only=True):
    """Cancel a purchase order that no bill was made from."""
