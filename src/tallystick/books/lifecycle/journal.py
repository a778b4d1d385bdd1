"""A journal's status table. No other document's table lives here."""

from typing import Final

from tallystick.books.documents.journal import JournalState
from tallystick.books.lifecycle.approval import approvable
from tallystick.books.lifecycle.step import Action, Table

_JOURNAL_DRAFT, _PUBLISHED = JournalState.DRAFT, JournalState.PUBLISHED

JOURNAL: Final[Table[JournalState]] = approvable(
    {
        Action.UPDATE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
        Action.DELETE: {_JOURNAL_DRAFT: _JOURNAL_DRAFT, _PUBLISHED: _PUBLISHED},
        Action.ISSUE: {_JOURNAL_DRAFT: _PUBLISHED, _PUBLISHED: _PUBLISHED},
        Action.REVERSE: {_PUBLISHED: _PUBLISHED},
    },
    JournalState,
)
