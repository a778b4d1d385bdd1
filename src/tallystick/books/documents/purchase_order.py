"""Purchase orders to vendors and the commands about them. Orders post nothing."""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.purchase import PurchaseDocument, PurchaseFields


class PurchaseOrderState(StrEnum):
    """The stored state of a purchase order; a bill made from it makes it billed."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    BILLED = "billed"
    CANCELLED = "cancelled"


class PurchaseOrder(PurchaseDocument, frozen=True, kw_only=True, gc=False):
    """A purchase order; `bill_ids` are the bills made from it."""

    state: PurchaseOrderState
    delivery_date: dt.date | None = None
    bill_ids: tuple[str, ...] = ()


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
