"""A recurring invoice's status table. No other document's table lives here."""

import datetime as dt
from enum import StrEnum
from typing import Final

from tallystick.books.documents.recurring_invoice import RecurringInvoice, RecurringState
from tallystick.books.lifecycle.step import Action, Table

_ACTIVE, _STOPPED = RecurringState.ACTIVE, RecurringState.STOPPED

RECURRING_INVOICE: Final[Table[RecurringState]] = {
    Action.UPDATE: {_ACTIVE: _ACTIVE, _STOPPED: _STOPPED},
    Action.DELETE: {_ACTIVE: _ACTIVE, _STOPPED: _STOPPED},
    Action.DEACTIVATE: {_ACTIVE: _STOPPED},
    Action.ACTIVATE: {_STOPPED: _ACTIVE},
    Action.RUN: {_ACTIVE: _ACTIVE},
}


class RecurringStatus(StrEnum):
    """What a recurring profile is called on a day."""

    ACTIVE = "active"
    STOPPED = "stopped"
    EXPIRED = "expired"


def recurring_status(profile: RecurringInvoice, today: dt.date) -> RecurringStatus:
    """Return a profile's status: expired once its end has passed or nothing is to come."""
    if profile.next_date is None or (profile.end_date is not None and profile.end_date < today):
        return RecurringStatus.EXPIRED
    return RecurringStatus(profile.state.value)
