"""Recurring journals (profiles that time writes journals from) and the commands about them. No rule lives here.

When a profile is due is found by `due`, which then asks for each journal by `RunRecurringJournal`.
"""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.journal import HandEntry, JournalFields, JournalState
from tallystick.books.documents.schedule import Frequency, RecurringState, Schedule


class RecurringJournal(HandEntry, frozen=True, kw_only=True, gc=False):
    """A profile; `number` is its name if it has one, `date` the day it starts on, `makes` the state its journals begin in."""

    state: RecurringState
    schedule: Schedule
    makes: JournalState = JournalState.PUBLISHED


class RecurringJournalFields(JournalFields, frozen=True, kw_only=True):
    """What may be said of a profile."""

    frequency: Given[Frequency] = msgspec.UNSET
    repeat_every: Given[int] = msgspec.UNSET
    end_date: Given[dt.date | None] = msgspec.UNSET
    makes: Given[JournalState] = msgspec.UNSET


class CreateRecurringJournal(RecurringJournalFields, frozen=True, kw_only=True):
    """Make a profile; its frequency is required."""


class UpdateRecurringJournal(RecurringJournalFields, frozen=True, kw_only=True):
    """Change a profile; what it has already made stays."""

    id: str


class DeleteRecurringJournal(Target, frozen=True, kw_only=True):
    """Remove a profile; its journals stay."""


class StopRecurringJournal(Target, frozen=True, kw_only=True):
    """Make no more journals of a profile until it is resumed."""


class ResumeRecurringJournal(Target, frozen=True, kw_only=True):
    """Go on with a stopped profile from today; what fell due while it was stopped is left out."""


class RunRecurringJournal(Target, frozen=True, kw_only=True):
    """Make the journal a profile has due on its next date; the outcome's document is that journal."""
