"""A delivery challan's status table. No other document's table lives here."""

from typing import Final

from tallystick.books.documents.delivery_challan import ChallanState
from tallystick.books.lifecycle.step import Action, Table

_DRAFT, _OPEN = ChallanState.DRAFT, ChallanState.OPEN
_DELIVERED, _RETURNED = ChallanState.DELIVERED, ChallanState.RETURNED

DELIVERY_CHALLAN: Final[Table[ChallanState]] = {
    Action.UPDATE: {_DRAFT: _DRAFT, _OPEN: _OPEN, _DELIVERED: _DELIVERED},
    Action.DELETE: {_DRAFT: _DRAFT, _OPEN: _OPEN},
    Action.ISSUE: {_DRAFT: _OPEN, _OPEN: _OPEN},
    Action.DELIVER: {_OPEN: _DELIVERED, _DELIVERED: _DELIVERED},
    # What was taken for delivered is on its way again.
    Action.UNDELIVER: {_DELIVERED: _OPEN},
    Action.RETURN: {_OPEN: _RETURNED, _DELIVERED: _RETURNED},
    Action.UNDO_RETURN: {_RETURNED: _OPEN},
}
