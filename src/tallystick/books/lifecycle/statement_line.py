"""A statement line's status table. No other document's table lives here."""

from typing import Final

from tallystick.books.documents.statement_line import LineState
from tallystick.books.lifecycle.step import Action, Table

_OPEN, _MATCHED = LineState.UNCATEGORIZED, LineState.MATCHED
_CATEGORIZED, _EXCLUDED = LineState.CATEGORIZED, LineState.EXCLUDED

STATEMENT_LINE: Final[Table[LineState]] = {
    Action.MATCH: {_OPEN: _MATCHED},
    Action.CATEGORIZE: {_OPEN: _CATEGORIZED},
    Action.EXCLUDE: {_OPEN: _EXCLUDED},
    Action.RESTORE: {_EXCLUDED: _OPEN},
    Action.REOPEN: {_MATCHED: _OPEN, _CATEGORIZED: _OPEN},
    Action.DELETE: {_OPEN: _OPEN, _EXCLUDED: _EXCLUDED},
}
