"""Rules by which the organisation reminds of what is owed, and the commands about them. No mail is written here.

When a rule is due is found by `due`, which then asks for its reminders by `RunReminderRule`.
"""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class ReminderDate(StrEnum):
    """The date of an invoice that a rule counts from."""

    DUE = "due"
    EXPECTED = "expected"


class ReminderRecipient(StrEnum):
    """Who is reminded."""

    CUSTOMER = "customer"
    ORGANISATION = "organisation"
    BOTH = "both"


class ReminderRule(Document, frozen=True, kw_only=True, gc=False):
    """A reminder `days` after a date of each open invoice, before it when negative.

    Words between percent signs in subject and body stand for the invoice's own (`rules.reminder.WORDS`); an empty
    text means the usual one. `looked_through` is the last day whose reminders have been written.
    """

    name: str = ""
    enabled: bool = True
    days: int = 0
    counts_from: ReminderDate = ReminderDate.DUE
    recipient: ReminderRecipient = ReminderRecipient.CUSTOMER
    subject: str = ""
    body: str = ""
    looked_through: dt.date


class ReminderRuleFields(Command, frozen=True, kw_only=True):
    """What may be said of a rule."""

    name: Given[str] = msgspec.UNSET
    enabled: Given[bool] = msgspec.UNSET
    days: Given[int] = msgspec.UNSET
    counts_from: Given[ReminderDate] = msgspec.UNSET
    recipient: Given[ReminderRecipient] = msgspec.UNSET
    subject: Given[str] = msgspec.UNSET
    body: Given[str] = msgspec.UNSET


class CreateReminderRule(ReminderRuleFields, frozen=True, kw_only=True):
    """Add a rule; it looks at today's reminders first, not at what was due before it."""


class UpdateReminderRule(ReminderRuleFields, frozen=True, kw_only=True):
    """Change a rule; today's reminders are looked at again, and none is written twice."""

    id: str


class DeleteReminderRule(Target, frozen=True, kw_only=True):
    """Remove a rule; what it has sent stays."""


class RunReminderRule(Target, frozen=True, kw_only=True):
    """Write the reminders of the days a rule has not looked at, up to today."""
