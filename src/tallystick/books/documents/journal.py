"""Manual journals and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.application import Application, ApplicationFields
from tallystick.books.documents.approval import Approval
from tallystick.books.documents.document import Command, Document, Given, Target


class JournalState(StrEnum):
    """Whether a journal posts."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    PUBLISHED = "published"


class Side(StrEnum):
    """The side of an account."""

    DEBIT = "debit"
    CREDIT = "credit"


class JournalLineFields(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, forbid_unknown_fields=True
):
    """One line as a command asks for it; the amount is never negative."""

    account_id: str
    side: Side
    amount: Decimal
    id: str = ""
    description: str = ""
    contact_id: str = ""
    tax_id: str = ""


class JournalLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line, in the journal's and in the base currency."""

    id: str
    account_id: str
    side: Side
    amount: Decimal
    base_amount: Decimal
    description: str = ""
    contact_id: str = ""
    tax_id: str = ""
    tax_name: str = ""
    tax_percentage: Decimal = Decimal(0)


class JournalTax(msgspec.Struct, frozen=True, gc=False):
    """One tax on the lines of one side, in the journal's and in the base currency."""

    side: Side
    tax_id: str
    name: str
    percentage: Decimal
    account_id: str
    amount: Decimal
    base_amount: Decimal


class HandEntry(Document, frozen=True, kw_only=True, gc=False):
    """What a journal and a profile of journals say: balanced lines; `total` is the sum of their debits, taxes included."""

    number: str
    date: dt.date
    currency_id: str
    exchange_rate: Decimal
    places: int
    lines: tuple[JournalLine, ...]
    total: Decimal
    base_total: Decimal
    reference: str = ""
    notes: str = ""
    taxes: tuple[JournalTax, ...] = ()


class LineApplication(Application, frozen=True, kw_only=True, gc=False):
    """A part of one line's credit set against an invoice or bill."""

    line_id: str


class Journal(HandEntry, frozen=True, kw_only=True, gc=False):
    """A balanced entry written by hand. `reverses_id` and `recurring_id` are what it was made of.

    A line that credits a customer's receivable, or debits a vendor's payable, is credit; `applications` is what of it
    was set against invoices and bills.
    """

    state: JournalState
    reverses_id: str = ""
    reverse_on: dt.date | None = None
    recurring_id: str = ""
    approval: Approval | None = None
    applications: tuple[LineApplication, ...] = ()

    def left_of(self, line: JournalLine) -> tuple[Decimal, Decimal]:
        """Return what of a line is set against nothing yet, in the journal's and in the base currency."""
        amount, base_amount = line.amount, line.base_amount
        for each in self.applications:
            if each.line_id == line.id:
                amount, base_amount = amount - each.amount, base_amount - each.source_base
        return amount, base_amount


class JournalFields(Command, frozen=True, kw_only=True):
    """What may be said of a journal; lines are replaced whole."""

    number: Given[str] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    lines: Given[tuple[JournalLineFields, ...]] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    notes: Given[str] = msgspec.UNSET


class CreateJournal(JournalFields, frozen=True, kw_only=True):
    """Write a journal of at least two lines, published unless `state` says draft."""

    state: JournalState = JournalState.PUBLISHED
    recurring_id: str = ""


class UpdateJournal(JournalFields, frozen=True, kw_only=True):
    """Change a journal."""

    id: str


class DeleteJournal(Target, frozen=True, kw_only=True):
    """Remove a journal."""


class PublishJournal(Target, frozen=True, kw_only=True):
    """Let a draft journal post."""


class ApplyJournalLine(Target, frozen=True, kw_only=True):
    """Set the credit of one line against invoices of its customer, or bills of its vendor."""

    line_id: str
    applications: tuple[ApplicationFields, ...]


class UnapplyJournalLine(Target, frozen=True, kw_only=True):
    """Take back all that the credit of one line was set against."""

    line_id: str


class ReverseJournal(Target, frozen=True, kw_only=True):
    """Write the opposite of a published journal, dated today if unsaid; a `scheduled` one waits until its date comes."""

    date: Given[dt.date] = msgspec.UNSET
    scheduled: bool = False
