"""An invoice's status table, what blocks a step, and its status on a day. No other document's table lives here."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.lifecycle.approval import approvable, awaiting
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _SENT, _VOID = InvoiceState.DRAFT, InvoiceState.SENT, InvoiceState.VOID

INVOICE: Final[Table[InvoiceState]] = approvable(
    {
        Action.UPDATE: {_DRAFT: _DRAFT, _SENT: _SENT},
        Action.DELETE: {_DRAFT: _DRAFT, _SENT: _SENT, _VOID: _VOID},
        Action.ISSUE: {_DRAFT: _SENT, _SENT: _SENT, _VOID: _SENT},
        Action.VOID: {_DRAFT: _VOID, _SENT: _VOID},
        Action.DRAFT: {_VOID: _DRAFT, _SENT: _DRAFT},
        # Money received against a draft issues it.
        Action.SETTLE: {_DRAFT: _SENT, _SENT: _SENT},
        Action.WRITE_OFF: {_SENT: _SENT},
        Action.CANCEL_WRITE_OFF: {_SENT: _SENT},
    },
    InvoiceState,
)


def _has_payments(invoice: Invoice) -> bool:
    return bool(invoice.payments_applied or invoice.tax_withheld)


_SETTLED: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_PAYMENTS, _has_payments),
    (Reason.HAS_CREDITS, lambda invoice: bool(invoice.credits_applied)),
    (Reason.WRITTEN_OFF, lambda invoice: invoice.write_off is not None),
)

INVOICE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _SETTLED,
    Action.DELETE: _SETTLED,
    Action.VOID: _SETTLED,
    Action.DRAFT: _SETTLED,
    Action.WRITE_OFF: (
        (Reason.WRITTEN_OFF, lambda invoice: invoice.write_off is not None),
        (Reason.NOTHING_DUE, lambda invoice: invoice.balance <= 0),
    ),
    Action.CANCEL_WRITE_OFF: ((Reason.NOTHING_DUE, lambda invoice: invoice.write_off is None),),
}


class InvoiceStatus(StrEnum):
    """What an invoice is called on a day."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    OVERDUE = "overdue"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    VOID = "void"


def _settled_in_part(invoice: Invoice) -> bool:
    return _has_payments(invoice) or bool(invoice.credits_applied) or invoice.write_off is not None


INVOICE_STATUS: Final[tuple[tuple[InvoiceStatus, Callable[[Invoice, dt.date], bool]], ...]] = (
    (InvoiceStatus.DRAFT, lambda invoice, _: invoice.state is _DRAFT),
    *awaiting(InvoiceStatus),
    (InvoiceStatus.VOID, lambda invoice, _: invoice.state is _VOID),
    (InvoiceStatus.PAID, lambda invoice, _: not invoice.balance),
    (InvoiceStatus.OVERDUE, lambda invoice, today: invoice.due_date < today),
    (InvoiceStatus.PARTIALLY_PAID, lambda invoice, _: _settled_in_part(invoice)),
    (InvoiceStatus.SENT, lambda _, __: True),
)
"""The first status whose condition holds is the invoice's status on that day."""


def invoice_status(invoice: Invoice, today: dt.date) -> InvoiceStatus:
    """Return an invoice's status on a day (the organisation's today)."""
    return next(status for status, holds in INVOICE_STATUS if holds(invoice, today))


def invoice_is_open(invoice: Invoice) -> bool:
    """Tell whether an invoice stands in the accounts."""
    return invoice.state is _SENT
