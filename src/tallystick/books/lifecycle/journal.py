"""A journal's status table and what blocks a step. No other document's table lives here."""

from collections.abc import Mapping
from typing import Final

from tallystick.books.documents.journal import JournalState
from tallystick.books.lifecycle.approval import approvable
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_JOURNAL_DRAFT, _PUBLISHED = JournalState.DRAFT, JournalState.PUBLISHED

JOURNAL: Final[Table[JournalState]] = approvable(
    {
        Action.UPDATE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
        Action.DELETE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
        Action.ISSUE: {_JOURNAL_DRAFT: _PUBLISHED, _PUBLISHED: _PUBLISHED},
        Action.REVERSE: {_PUBLISHED: _PUBLISHED},
        Action.APPLY: {_PUBLISHED: _PUBLISHED},
    },
    JournalState,
)

_SPENT: Final[tuple[Blocker, ...]] = ((Reason.HAS_CREDITS, lambda journal: bool(journal.applications)),)

JOURNAL_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {Action.UPDATE: _SPENT, Action.DELETE: _SPENT}
