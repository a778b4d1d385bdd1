"""A reconciliation's status table. No other document's table lives here."""

from typing import Final

from tallystick.books.documents.reconciliation import ReconciliationState
from tallystick.books.lifecycle.step import Action, Table

_DRAFT, _RECONCILED = ReconciliationState.DRAFT, ReconciliationState.RECONCILED

RECONCILIATION: Final[Table[ReconciliationState]] = {
    Action.UPDATE: {_DRAFT: _DRAFT},
    Action.RECONCILE: {_DRAFT: _RECONCILED},
    Action.REOPEN: {_RECONCILED: _DRAFT},
    Action.DELETE: {_DRAFT: _DRAFT, _RECONCILED: _RECONCILED},
}
