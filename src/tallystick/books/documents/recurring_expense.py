"""Recurring expenses (profiles that time records expenses from) and the commands about them. No rule lives here.

When a profile is due is found by `due`, which then asks for each expense by `RunRecurringExpense`.
"""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.expense import ExpenseFields, Spending
from tallystick.books.documents.schedule import Frequency, RecurringState, Schedule


class RecurringExpense(Spending, frozen=True, kw_only=True, gc=False):
    """A profile; `number` is its name and `date` the day it starts on."""

    number: str
    state: RecurringState
    schedule: Schedule


class RecurringExpenseFields(ExpenseFields, frozen=True, kw_only=True):
    """What may be said of a profile."""

    number: Given[str] = msgspec.UNSET
    frequency: Given[Frequency] = msgspec.UNSET
    repeat_every: Given[int] = msgspec.UNSET
    end_date: Given[dt.date | None] = msgspec.UNSET


class CreateRecurringExpense(RecurringExpenseFields, frozen=True, kw_only=True):
    """Make a profile; its name (`number`) and its frequency are required."""


class UpdateRecurringExpense(RecurringExpenseFields, frozen=True, kw_only=True):
    """Change a profile; what it has already made stays."""

    id: str


class DeleteRecurringExpense(Target, frozen=True, kw_only=True):
    """Remove a profile; its expenses stay."""


class StopRecurringExpense(Target, frozen=True, kw_only=True):
    """Make no more expenses of a profile until it is resumed."""


class ResumeRecurringExpense(Target, frozen=True, kw_only=True):
    """Go on with a stopped profile from today; what fell due while it was stopped is left out."""


class RunRecurringExpense(Target, frozen=True, kw_only=True):
    """Make the expense a profile has due on its next date; the outcome's document is that expense."""
