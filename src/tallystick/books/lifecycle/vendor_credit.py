"""A vendor credit's status table, what blocks a step, and what it is called. No other document's table lives here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.vendor_credit import VendorCredit, VendorCreditState
from tallystick.books.lifecycle.approval import approvable
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _OPEN, _VOID = VendorCreditState.DRAFT, VendorCreditState.OPEN, VendorCreditState.VOID

VENDOR_CREDIT: Final[Table[VendorCreditState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _OPEN: _OPEN},
        Action.DELETE: {_DRAFT: _DRAFT, _OPEN: _OPEN, _VOID: _VOID},
        Action.ISSUE: {_DRAFT: _OPEN, _OPEN: _OPEN, _VOID: _OPEN},
        Action.VOID: {_DRAFT: _VOID, _OPEN: _VOID},
        Action.APPLY: {_OPEN: _OPEN},
        Action.REFUND: {_OPEN: _OPEN},
    },
    VendorCreditState,
)

_SPENT: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_CREDITS, lambda credit: bool(credit.applications)),
    (Reason.HAS_REFUNDS, lambda credit: bool(credit.refunds)),
)

VENDOR_CREDIT_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _SPENT,
    Action.DELETE: _SPENT,
    Action.VOID: _SPENT,
}


class VendorCreditStatus(StrEnum):
    """What a vendor credit is called."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


def vendor_credit_status(credit: VendorCredit) -> VendorCreditStatus:
    """Return a vendor credit's status: open until its balance is used up."""
    if credit.state is _OPEN and not credit.balance:
        return VendorCreditStatus.CLOSED
    return VendorCreditStatus(credit.state.value)


def vendor_credit_is_open(credit: VendorCredit) -> bool:
    """Tell whether a vendor credit stands in the accounts."""
    return credit.state is _OPEN
