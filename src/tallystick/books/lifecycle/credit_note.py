"""A credit note's status table, what blocks a step, and what it is called. No other document's table lives here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.credit_note import CreditNote, CreditNoteState
from tallystick.books.lifecycle.approval import approvable
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_CN_DRAFT, _CN_OPEN, _CN_VOID = CreditNoteState.DRAFT, CreditNoteState.OPEN, CreditNoteState.VOID

CREDIT_NOTE: Final[Table[CreditNoteState]] = approvable(
    {
        Action.UPDATE: {_CN_DRAFT: _CN_DRAFT, _CN_OPEN: _CN_OPEN},
        Action.DELETE: {_CN_DRAFT: _CN_DRAFT, _CN_OPEN: _CN_OPEN, _CN_VOID: _CN_VOID},
        Action.ISSUE: {_CN_DRAFT: _CN_OPEN, _CN_OPEN: _CN_OPEN, _CN_VOID: _CN_OPEN},
        Action.VOID: {_CN_DRAFT: _CN_VOID, _CN_OPEN: _CN_VOID},
        Action.DRAFT: {_CN_VOID: _CN_DRAFT, _CN_OPEN: _CN_DRAFT},
        Action.APPLY: {_CN_OPEN: _CN_OPEN},
        Action.REFUND: {_CN_OPEN: _CN_OPEN},
    },
    CreditNoteState,
)

_SPENT: Final[tuple[Blocker, ...]] = (
    (Reason.HAS_CREDITS, lambda note: bool(note.applications)),
    (Reason.HAS_REFUNDS, lambda note: bool(note.refunds)),
)

CREDIT_NOTE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: _SPENT,
    Action.DELETE: _SPENT,
    Action.VOID: _SPENT,
    Action.DRAFT: _SPENT,
}


class CreditNoteStatus(StrEnum):
    """What a credit note is called."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


def credit_note_status(note: CreditNote) -> CreditNoteStatus:
    """Return a credit note's status: open until its balance is used up."""
    if note.state is _CN_OPEN and not note.balance:
        return CreditNoteStatus.CLOSED
    return CreditNoteStatus(note.state.value)


def credit_note_is_open(note: CreditNote) -> bool:
    """Tell whether a credit note stands in the accounts."""
    return note.state is _CN_OPEN
