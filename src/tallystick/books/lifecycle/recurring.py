"""The status table of every recurring profile, whatever it makes. No other document's table lives here."""

import datetime as dt
from enum import StrEnum
from typing import Final, Protocol

from tallystick.books.documents.schedule import RecurringState, Schedule
from tallystick.books.lifecycle.step import Action, Table

_ACTIVE, _STOPPED = RecurringState.ACTIVE, RecurringState.STOPPED

RECURRING: Final[Table[RecurringState]] = {
    Action.UPDATE: {_ACTIVE: _ACTIVE, _STOPPED: _STOPPED},
    Action.DELETE: {_ACTIVE: _ACTIVE, _STOPPED: _STOPPED},
    Action.DEACTIVATE: {_ACTIVE: _STOPPED},
    Action.ACTIVATE: {_STOPPED: _ACTIVE},
    Action.RUN: {_ACTIVE: _ACTIVE},
}


class Profile(Protocol):
    """What has a state and a schedule."""

    @property
    def state(self) -> RecurringState:
        """Return the stored state."""

    @property
    def schedule(self) -> Schedule:
        """Return when it falls due."""


class RecurringStatus(StrEnum):
    """What a recurring profile is called on a day."""

    ACTIVE = "active"
    STOPPED = "stopped"
    EXPIRED = "expired"


def recurring_status(profile: Profile, today: dt.date) -> RecurringStatus:
    """Return a profile's status: expired once its end has passed or nothing is to come."""
    schedule = profile.schedule
    if schedule.next_date is None or (schedule.end_date is not None and schedule.end_date < today):
        return RecurringStatus.EXPIRED
    return RecurringStatus(profile.state.value)
