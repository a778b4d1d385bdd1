"""When a recurring profile falls due: the schedule that all profiles carry and the states one may be in.

What a profile makes is in its own noun's file; which dates a schedule falls on is reckoned in `rules.schedule`.
"""

import datetime as dt
from enum import StrEnum

import msgspec


class Frequency(StrEnum):
    """The unit of time between two documents of a profile; `repeat_every` says how many of them."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class RecurringState(StrEnum):
    """The stored state of a profile; expired is derived from its schedule."""

    ACTIVE = "active"
    STOPPED = "stopped"


class Schedule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The dates start + n × `repeat_every` × `frequency` until `end_date`; the start is the profile's own date.

    `next_date` is None once nothing is to come; `last_date` and `runs` say what has been made.
    """

    frequency: Frequency
    repeat_every: int = 1
    end_date: dt.date | None = None
    next_date: dt.date | None = None
    last_date: dt.date | None = None
    runs: int = 0
