"""An estimate's status table. No other document's table lives here."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.estimate import Estimate, EstimateState
from tallystick.books.lifecycle.approval import approvable, awaiting
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _SENT = EstimateState.DRAFT, EstimateState.SENT
_ACCEPTED, _DECLINED = EstimateState.ACCEPTED, EstimateState.DECLINED
_EVERY: Final = {state: state for state in (_DRAFT, _SENT, _ACCEPTED, _DECLINED)}

ESTIMATE: Final[Table[EstimateState]] = approvable(
    {
        Action.UPDATE: _EVERY,
        Action.DELETE: _EVERY,
        Action.ISSUE: {_DRAFT: _SENT, _SENT: _SENT, _ACCEPTED: _SENT, _DECLINED: _SENT},
        # An estimate must have been sent before the customer can answer it.
        Action.ACCEPT: {_SENT: _ACCEPTED, _ACCEPTED: _ACCEPTED, _DECLINED: _ACCEPTED},
        Action.DECLINE: {_SENT: _DECLINED, _DECLINED: _DECLINED, _ACCEPTED: _DECLINED},
        Action.CONVERT: {_SENT: _SENT, _ACCEPTED: _ACCEPTED},
    },
    EstimateState,
)


def _is_converted(estimate: Estimate) -> bool:
    return bool(estimate.invoice_ids or estimate.order_ids)


_CONVERTED: Final[tuple[Blocker, ...]] = ((Reason.CONVERTED, _is_converted),)
ESTIMATE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _CONVERTED,
    Action.DELETE: _CONVERTED,
    Action.DECLINE: _CONVERTED,
}


class EstimateStatus(StrEnum):
    """What an estimate is called on a day."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    INVOICED = "invoiced"
    EXPIRED = "expired"


ESTIMATE_STATUS: Final[tuple[tuple[EstimateStatus, Callable[[Estimate, dt.date], bool]], ...]] = (
    (EstimateStatus.INVOICED, lambda estimate, _: bool(estimate.invoice_ids)),
    (EstimateStatus.DRAFT, lambda estimate, _: estimate.state is _DRAFT),
    *awaiting(EstimateStatus),
    (EstimateStatus.ACCEPTED, lambda estimate, _: estimate.state is _ACCEPTED),
    (EstimateStatus.DECLINED, lambda estimate, _: estimate.state is _DECLINED),
    (EstimateStatus.EXPIRED, lambda estimate, today: estimate.expiry_date is not None and estimate.expiry_date < today),
    (EstimateStatus.SENT, lambda _, __: True),
)
"""The first status whose condition holds is the estimate's status on that day."""


def estimate_status(estimate: Estimate, today: dt.date) -> EstimateStatus:
    """Return an estimate's status on a day (the organisation's today)."""
    return next(status for status, holds in ESTIMATE_STATUS if holds(estimate, today))
