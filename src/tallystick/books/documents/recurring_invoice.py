"""Recurring invoices (profiles that time makes invoices of) and the commands about them. No rule lives here.

When a profile is due is found by `due`, which then asks for each invoice by `RunRecurringInvoice`.
"""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields


class Frequency(StrEnum):
    """The unit of time between two invoices; `repeat_every` says how many of them."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class RecurringState(StrEnum):
    """The stored state of a profile; expired is derived from its end date."""

    ACTIVE = "active"
    STOPPED = "stopped"


class RecurringInvoice(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A profile; `number` is its name. `next_date` is None once nothing is to come.

    `date` is the start date; invoices fall on start + n × `repeat_every` × `frequency`, a month's end clamped.
    """

    state: RecurringState
    frequency: Frequency
    repeat_every: int = 1
    end_date: dt.date | None = None
    next_date: dt.date | None = None
    last_date: dt.date | None = None
    runs: int = 0
    terms_days: int = 0
    terms_label: str = ""
    sends: bool = False


class RecurringInvoiceFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of a profile; `sends` issues each invoice at once instead of leaving it a draft."""

    frequency: Given[Frequency] = msgspec.UNSET
    repeat_every: Given[int] = msgspec.UNSET
    end_date: Given[dt.date | None] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
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


class RunRecurringInvoice(Command, frozen=True, kw_only=True):
    """Make the invoice a profile has due on its next date; the outcome's document is that invoice."""

    id: str
