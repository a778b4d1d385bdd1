"""Recurring bills (profiles that time enters bills from) and the commands about them. No rule lives here.

When a profile is due is found by `due`, which then asks for each bill by `RunRecurringBill`.
"""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.purchase import PurchaseDocument, PurchaseFields
from tallystick.books.documents.schedule import Frequency, RecurringState, Schedule
from tallystick.books.documents.terms import TermsBasis


class RecurringBill(PurchaseDocument, frozen=True, kw_only=True, gc=False):
    """A profile with a vendor; `number` is its name and `date` the day it starts on."""

    state: RecurringState
    schedule: Schedule
    terms_days: int = 0
    terms_basis: TermsBasis = TermsBasis.NET
    terms_label: str = ""


class RecurringBillFields(PurchaseFields, frozen=True, kw_only=True):
    """What may be said of a profile."""

    frequency: Given[Frequency] = msgspec.UNSET
    repeat_every: Given[int] = msgspec.UNSET
    end_date: Given[dt.date | None] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
    terms_basis: Given[TermsBasis] = msgspec.UNSET
    terms_label: Given[str] = msgspec.UNSET


class CreateRecurringBill(RecurringBillFields, frozen=True, kw_only=True):
    """Make a profile; its name (`number`) and its frequency are required."""

    state: RecurringState = RecurringState.ACTIVE


class UpdateRecurringBill(RecurringBillFields, frozen=True, kw_only=True):
    """Change a profile; what it has already made stays."""

    id: str


class DeleteRecurringBill(Target, frozen=True, kw_only=True):
    """Remove a profile; its bills stay."""


class StopRecurringBill(Target, frozen=True, kw_only=True):
    """Make no more bills of a profile until it is resumed."""


class ResumeRecurringBill(Target, frozen=True, kw_only=True):
    """Go on with a stopped profile from today; what fell due while it was stopped is left out."""


class RunRecurringBill(Target, frozen=True, kw_only=True):
    """Enter the bill a profile has due on its next date; the outcome's document is that bill."""
