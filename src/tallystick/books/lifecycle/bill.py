"""A bill's status table, what blocks a step, and its status on a day. No other document's table lives here."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.bill import Bill, BillState
from tallystick.books.lifecycle.approval import approvable, awaiting
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _OPEN, _VOID = BillState.DRAFT, BillState.OPEN, BillState.VOID

BILL: Final[Table[BillState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _OPEN: _OPEN},
        Action.DELETE: {_DRAFT: _DRAFT, _OPEN: _OPEN, _VOID: _VOID},
        Action.ISSUE: {_DRAFT: _OPEN, _OPEN: _OPEN, _VOID: _OPEN},
        Action.VOID: {_DRAFT: _VOID, _OPEN: _VOID},
        # Money paid on a draft enters it.
        Action.SETTLE: {_DRAFT: _OPEN, _OPEN: _OPEN},
    },
    BillState,
)


def _is_paid_on(bill: Bill) -> bool:
    """Tell whether money or tax withheld was set against a bill."""
    return bool(bill.payments_applied or bill.tax_withheld)


_SETTLED: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_PAYMENTS, _is_paid_on),
    (Reason.HAS_CREDITS, lambda bill: bool(bill.credits_applied)),
)

BILL_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _SETTLED,
    Action.DELETE: _SETTLED,
    Action.VOID: _SETTLED,
}


class BillStatus(StrEnum):
    """What a bill is called on a day."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    OVERDUE = "overdue"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    VOID = "void"


BILL_STATUS: Final[tuple[tuple[BillStatus, Callable[[Bill, dt.date], bool]], ...]] = (
    (BillStatus.DRAFT, lambda bill, _: bill.state is _DRAFT),
    *awaiting(BillStatus),
    (BillStatus.VOID, lambda bill, _: bill.state is _VOID),
    (BillStatus.PAID, lambda bill, _: not bill.balance),
    (BillStatus.OVERDUE, lambda bill, today: bill.due_date < today),
    (BillStatus.PARTIALLY_PAID, lambda bill, _: _is_paid_on(bill) or bool(bill.credits_applied)),
    (BillStatus.OPEN, lambda _, __: True),
)
"""The first status whose condition holds is the bill's status on that day."""


def bill_status(bill: Bill, today: dt.date) -> BillStatus:
    """Return a bill's status on a day (the organisation's today)."""
    return next(status for status, holds in BILL_STATUS if holds(bill, today))


def bill_is_open(bill: Bill) -> bool:
    """Tell whether a bill stands in the accounts."""
    return bill.state is _OPEN
