"""Every document's status table: which action leads from which state to which, and how a status is derived.

Nothing else lives here: no posting, no arithmetic, no rule of a command.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from tallystick.books.documents.credit_note import CreditNote, CreditNoteState
from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.documents.journal import JournalState
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.user import UserStatus
from tallystick.books.refusal import Reason, Refused


class Action(StrEnum):
    """What can be done to a document that already exists."""

    UPDATE = "update"
    DELETE = "delete"
    ISSUE = "issue"
    VOID = "void"
    DRAFT = "draft"
    SETTLE = "settle"
    APPLY = "apply"
    REFUND = "refund"
    WRITE_OFF = "write_off"
    CANCEL_WRITE_OFF = "cancel_write_off"
    REVERSE = "reverse"
    ACTIVATE = "activate"
    DEACTIVATE = "deactivate"


State = TypeVar("State", bound=StrEnum)
Table = Mapping[Action, Mapping[State, State]]
Blocker = tuple[Reason, Callable[[Any], bool]]

_DRAFT, _SENT, _VOID = InvoiceState.DRAFT, InvoiceState.SENT, InvoiceState.VOID

INVOICE: Final[Table[InvoiceState]] = {
    Action.UPDATE: {_DRAFT: _DRAFT, _SENT: _SENT},
    Action.DELETE: {_DRAFT: _DRAFT, _SENT: _SENT, _VOID: _VOID},
    Action.ISSUE: {_DRAFT: _SENT, _SENT: _SENT, _VOID: _SENT},
    Action.VOID: {_DRAFT: _VOID, _SENT: _VOID},
    Action.DRAFT: {_VOID: _DRAFT, _SENT: _DRAFT},
    # Money received against a draft issues it.
    Action.SETTLE: {_DRAFT: _SENT, _SENT: _SENT},
    Action.WRITE_OFF: {_SENT: _SENT},
    Action.CANCEL_WRITE_OFF: {_SENT: _SENT},
}

_CN_DRAFT, _CN_OPEN, _CN_VOID = CreditNoteState.DRAFT, CreditNoteState.OPEN, CreditNoteState.VOID

CREDIT_NOTE: Final[Table[CreditNoteState]] = {
    Action.UPDATE: {_CN_DRAFT: _CN_DRAFT, _CN_OPEN: _CN_OPEN},
    Action.DELETE: {_CN_DRAFT: _CN_DRAFT, _CN_OPEN: _CN_OPEN, _CN_VOID: _CN_VOID},
    Action.ISSUE: {_CN_DRAFT: _CN_OPEN, _CN_OPEN: _CN_OPEN, _CN_VOID: _CN_OPEN},
    Action.VOID: {_CN_DRAFT: _CN_VOID, _CN_OPEN: _CN_VOID},
    Action.DRAFT: {_CN_VOID: _CN_DRAFT, _CN_OPEN: _CN_DRAFT},
    Action.APPLY: {_CN_OPEN: _CN_OPEN},
    Action.REFUND: {_CN_OPEN: _CN_OPEN},
}

_JOURNAL_DRAFT, _PUBLISHED = JournalState.DRAFT, JournalState.PUBLISHED

JOURNAL: Final[Table[JournalState]] = {
    Action.UPDATE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
    Action.DELETE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
    Action.ISSUE: {_JOURNAL_DRAFT: _PUBLISHED, _PUBLISHED: _PUBLISHED},
    Action.REVERSE: {_PUBLISHED: _PUBLISHED},
}

USER: Final[Table[UserStatus]] = {
    Action.ACTIVATE: {
        UserStatus.INVITED: UserStatus.ACTIVE,
        UserStatus.ACTIVE: UserStatus.ACTIVE,
        UserStatus.INACTIVE: UserStatus.ACTIVE,
    },
    Action.DEACTIVATE: {UserStatus.ACTIVE: UserStatus.INACTIVE, UserStatus.INACTIVE: UserStatus.INACTIVE},
}


def _has_payments(invoice: Invoice) -> bool:
    return bool(invoice.payments_applied or invoice.tax_withheld)


_SETTLED: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_PAYMENTS, _has_payments),
    (Reason.HAS_CREDITS, lambda invoice: bool(invoice.credits_applied)),
    (Reason.WRITTEN_OFF, lambda invoice: invoice.write_off is not None),
)
_SPENT: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_CREDITS, lambda note: bool(note.applications)),
    (Reason.HAS_REFUNDS, lambda note: bool(note.refunds)),
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
CREDIT_NOTE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _SPENT,
    Action.DELETE: _SPENT,
    Action.VOID: _SPENT,
    Action.DRAFT: _SPENT,
}
PAYMENT_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.DELETE: ((Reason.HAS_REFUNDS, lambda payment: bool(payment.refunds)),),
}


def step(
    table: Table[State],
    action: Action,
    state: State,
    *,
    blockers: Mapping[Action, tuple[Blocker, ...]] | None = None,
    document: Any = None,
) -> State:
    """Return the state an action leads to.

    Raises Refused with WRONG_STATUS when the table has no such step, else with the first blocker that holds.
    """
    following = table.get(action, {}).get(state)
    if following is None:
        raise Refused(Reason.WRONG_STATUS, field="status", status=state.value, action=action.value)
    refuse_blocked(blockers or {}, action, document)
    return following


def refuse_blocked(blockers: Mapping[Action, tuple[Blocker, ...]], action: Action, document: Any) -> None:
    """Raise Refused with the first reason that keeps a document from an action."""
    for reason, holds in blockers.get(action, ()):
        if holds(document):
            raise Refused(reason, field="status", action=action.value, number=document.number)


class InvoiceStatus(StrEnum):
    """What an invoice is called on a day."""

    DRAFT = "draft"
    SENT = "sent"
    OVERDUE = "overdue"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    VOID = "void"


def _settled_in_part(invoice: Invoice) -> bool:
    return _has_payments(invoice) or bool(invoice.credits_applied) or invoice.write_off is not None


INVOICE_STATUS: Final[tuple[tuple[InvoiceStatus, Callable[[Invoice, dt.date], bool]], ...]] = (
    (InvoiceStatus.DRAFT, lambda invoice, _: invoice.state is _DRAFT),
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


class CreditNoteStatus(StrEnum):
    """What a credit note is called."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


def credit_note_status(note: CreditNote) -> CreditNoteStatus:
    """Return a credit note's status: open until its balance is used up."""
    if note.state is _CN_OPEN and not note.balance:
        return CreditNoteStatus.CLOSED
    return CreditNoteStatus(note.state.value)


def invoice_is_open(invoice: Invoice) -> bool:
    """Tell whether an invoice stands in the accounts."""
    return invoice.state is _SENT


def credit_note_is_open(note: CreditNote) -> bool:
    """Tell whether a credit note stands in the accounts."""
    return note.state is _CN_OPEN


def payment_is_spent(payment: Payment) -> bool:
    """Tell whether nothing of a payment is left unused."""
    return not payment.unused
