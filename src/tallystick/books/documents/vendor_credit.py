"""Credits from vendors and the commands about them. No rule or posting lives here."""

from decimal import Decimal
from enum import StrEnum

from tallystick.books.documents.application import Application, ApplicationFields, Refund
from tallystick.books.documents.document import Target
from tallystick.books.documents.payment import RefundFields
from tallystick.books.documents.purchase import PurchaseDocument, PurchaseFields


class VendorCreditState(StrEnum):
    """The stored state of a vendor credit; closed is derived from its balance (`lifecycle.vendor_credit_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    VOID = "void"


class VendorCredit(PurchaseDocument, frozen=True, kw_only=True, gc=False):
    """A credit from a vendor. `balance` is total − applied − refunded; `balance_base` its mirror in base currency."""

    state: VendorCreditState
    applications: tuple[Application, ...] = ()
    refunds: tuple[Refund, ...] = ()
    balance: Decimal
    balance_base: Decimal


class CreateVendorCredit(PurchaseFields, frozen=True, kw_only=True):
    """Make a vendor credit, open unless `state` says draft."""

    state: VendorCreditState = VendorCreditState.OPEN
    applications: tuple[ApplicationFields, ...] = ()


class UpdateVendorCredit(PurchaseFields, frozen=True, kw_only=True):
    """Change a vendor credit that is neither applied nor refunded; lines are replaced whole."""

    id: str


class DeleteVendorCredit(Target, frozen=True, kw_only=True):
    """Remove a vendor credit that is neither applied nor refunded."""


class MarkVendorCreditOpen(Target, frozen=True, kw_only=True):
    """Enter a draft (or void) vendor credit: from here it posts."""


class VoidVendorCredit(Target, frozen=True, kw_only=True):
    """Keep an unused vendor credit on record without effect on the accounts."""


class ApplyVendorCredit(Target, frozen=True, kw_only=True):
    """Set a vendor credit's balance against bills of the same vendor."""

    applications: tuple[ApplicationFields, ...]


class UnapplyVendorCredit(Target, frozen=True, kw_only=True):
    """Take one application of a vendor credit back."""

    application_id: str


class RefundVendorCredit(RefundFields, frozen=True, kw_only=True):
    """Take money back for a vendor credit's balance; the new refund is the last of `refunds`."""

    id: str


class UpdateVendorCreditRefund(RefundFields, frozen=True, kw_only=True):
    """Change a refund of a vendor credit."""

    id: str
    refund_id: str


class DeleteVendorCreditRefund(Target, frozen=True, kw_only=True):
    """Remove a refund of a vendor credit."""

    refund_id: str
