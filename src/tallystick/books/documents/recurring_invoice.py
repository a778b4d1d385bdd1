"""Recurring invoices (profiles that time makes invoices of) and the commands about them. No rule lives here.

When a profile is due is found by `due`, which then asks for each invoice by `RunRecurringInvoice`.
"""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields
from tallystick.books.documents.schedule import Frequency, RecurringState, Schedule
from tallystick.books.documents.terms import TermsBasis


class RecurringInvoice(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A profile; `number` is its name and `date` the day it starts on."""

    state: RecurringState
    schedule: Schedule
    terms_days: int = 0
    terms_basis: TermsBasis = TermsBasis.NET
    terms_label: str = ""
    sends: bool = False


class RecurringInvoiceFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of a profile; `sends` issues each invoice at once instead of leaving it a draft."""

    frequency: Given[Frequency] = msgspec.UNSET
    repeat_every: Given[int] = msgspec.UNSET
    end_date: Given[dt.date | None] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
    terms_basis: Given[TermsBasis] = msgspec.UNSET
    terms_label: Given[str] = msgspec.UNSET
    sends: Given[bool] = msgspec.UNSET


class CreateRecurringInvoice(RecurringInvoiceFields, frozen=True, kw_only=True):
    """Make a profile; its name (`number`) and its frequency are required."""

    state: RecurringState = RecurringState.ACTIVE


class UpdateRecurringInvoice(RecurringInvoiceFields, frozen=True, kw_only=True):
    """Change a profile; what it has already made stays."""

    id: str


class DeleteRecurringInvoice(Target, frozen=True, kw_only=True):
    """Remove a profile; its invoices stay."""


class StopRecurringInvoice(Target, frozen=True, kw_only=True):
    """Make no more invoices of a profile until it is resumed."""


class ResumeRecurringInvoice(Target, frozen=True, kw_only=True):
    """Go on with a stopped profile from today; what fell due while it was stopped is left out."""


class RunRecurringInvoice(Target, frozen=True, kw_only=True):
    """Make the invoice a profile has due on its next date; the outcome's document is that invoice."""
