"""A retainer invoice's status table. No other document's table lives here."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.retainer_invoice import RetainerInvoice, RetainerState
from tallystick.books.lifecycle.approval import approvable, awaiting
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _SENT, _VOID = RetainerState.DRAFT, RetainerState.SENT, RetainerState.VOID

RETAINER_INVOICE: Final[Table[RetainerState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _SENT: _SENT},
        Action.DELETE: {_DRAFT: _DRAFT, _SENT: _SENT, _VOID: _VOID},
        Action.ISSUE: {_DRAFT: _SENT, _SENT: _SENT, _VOID: _SENT},
        Action.VOID: {_DRAFT: _VOID, _SENT: _VOID},
        Action.DRAFT: {_VOID: _DRAFT, _SENT: _DRAFT},
        # Money received for a draft issues it.
        Action.SETTLE: {_DRAFT: _SENT, _SENT: _SENT},
    },
    RetainerState,
)
_PAID: Final[tuple[Blocker, ...]] = ((Reason.HAS_PAYMENTS, lambda retainer: bool(retainer.paid)),)
RETAINER_INVOICE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _PAID,
    Action.DELETE: _PAID,
    Action.VOID: _PAID,
    Action.DRAFT: _PAID,
}


class RetainerStatus(StrEnum):
    """What a retainer invoice is called; drawn means that all that was paid has been used."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    DRAWN = "drawn"
    VOID = "void"


RETAINER_STATUS: Final[tuple[tuple[RetainerStatus, Callable[[RetainerInvoice], bool]], ...]] = (
    (RetainerStatus.DRAFT, lambda retainer: retainer.state is _DRAFT),
    *awaiting(RetainerStatus),
    (RetainerStatus.VOID, lambda retainer: retainer.state is _VOID),
    (RetainerStatus.DRAWN, lambda retainer: not retainer.balance and 0 < retainer.paid == retainer.drawn),
    (RetainerStatus.PAID, lambda retainer: not retainer.balance),
    (RetainerStatus.PARTIALLY_PAID, lambda retainer: bool(retainer.paid)),
    (RetainerStatus.SENT, lambda _: True),
)
"""The first status whose condition holds is the retainer invoice's status."""


def retainer_status(retainer: RetainerInvoice) -> RetainerStatus:
    """Return a retainer invoice's status."""
    return next(status for status, holds in RETAINER_STATUS if holds(retainer))
