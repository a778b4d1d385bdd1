"""What commands about recurring invoices do, and which dates a profile falls on. No clock is watched here."""

import calendar
import datetime as dt
from typing import Any, Final

from msgspec import UnsetType
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.document import Target
from tallystick.books.documents.invoice import CreateInvoice, Invoice, InvoiceState
from tallystick.books.documents.recurring_invoice import (
    CreateRecurringInvoice,
    DeleteRecurringInvoice,
    Frequency,
    RecurringInvoice,
    RecurringState,
    ResumeRecurringInvoice,
    RunRecurringInvoice,
    StopRecurringInvoice,
    UpdateRecurringInvoice,
)
from tallystick.books.door import LAST_DATE
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.contact import TERMS_DAYS_MAX, terms_label
from tallystick.books.rules.invoice import create_invoice
from tallystick.books.rules.lines import as_asked
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule, chosen, stamp
from tallystick.books.work import Work

REPEAT_MAX: Final = 1_000
RUNS_MAX: Final = 100_000
"""Dates of one profile that are looked at to find the next."""


def date_of_run(start: dt.date, frequency: Frequency, repeat_every: int, run: int) -> dt.date | None:
    """Return the date a profile falls on for the n-th time (from 0), None beyond the calendar.

    A month too short for the start's day gives its last day, without moving the months after it.
    """
    count = repeat_every * run
    if frequency in {Frequency.DAYS, Frequency.WEEKS}:
        days = count * (7 if frequency is Frequency.WEEKS else 1)
        found = start + dt.timedelta(days=days) if days <= (LAST_DATE - start).days else None
    else:
        months = start.month - 1 + count * (12 if frequency is Frequency.YEARS else 1)
        year, month = start.year + months // 12, months % 12 + 1
        if year > LAST_DATE.year:
            return None
        found = dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return found if found is not None and found <= LAST_DATE else None


def _following(profile: dict[str, Any], after: dt.date | None) -> dt.date | None:
    """Return a profile's first date after a day (or its start), None when its end comes first."""
    for run in range(RUNS_MAX):
        date = date_of_run(profile["date"], profile["frequency"], profile["repeat_every"], run)
        if date is None or (profile["end_date"] is not None and date > profile["end_date"]):
            return None
        if after is None or date > after:
            return date
    return None


def _own(work: Work, command: Any, fields: dict[str, Any], old: RecurringInvoice | None) -> dict[str, Any]:
    if old is None and isinstance(command.number, UnsetType):
        raise Refused(Reason.REQUIRED, field="number")
    frequency = chosen(command.frequency, old.frequency if old else None)
    if frequency is None:
        raise Refused(Reason.REQUIRED, field="frequency")
    repeat_every = chosen(command.repeat_every, old.repeat_every if old else 1)
    if not 1 <= repeat_every <= REPEAT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="repeat_every", amount=repeat_every, low=1, high=REPEAT_MAX)
    end_date = chosen(command.end_date, old.end_date if old else None)
    if end_date is not None and end_date < fields["date"]:
        raise Refused(Reason.DUE_BEFORE_DATE, field="end_date", date=fields["date"], due_date=end_date)
    contact: Contact = work.get(Kind.CONTACT, fields["contact_id"])
    days = chosen(command.terms_days, old.terms_days if old else contact.terms_days)
    if not 0 <= days <= TERMS_DAYS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="terms_days", amount=days, low=0, high=TERMS_DAYS_MAX)
    label = old.terms_label if old and old.terms_days == days else terms_label(days)
    own = {"frequency": frequency, "repeat_every": repeat_every, "end_date": end_date}
    return {
        **own,
        "terms_days": days,
        "terms_label": chosen(command.terms_label, label),
        "sends": chosen(command.sends, old.sends if old else False),
        "next_date": _following({**fields, **own}, old.last_date if old else None),
    }


RECURRING_INVOICES: Final = Priced(
    Kind.RECURRING_INVOICE,
    RecurringInvoice,
    lifecycle.RECURRING_INVOICE,
    frozenset((RecurringState.ACTIVE,)),
    own=_own,
)


def resume(work: Work, command: Target) -> RecurringInvoice:
    """Go on with a stopped profile; dates that have passed meanwhile are left out."""
    old: RecurringInvoice = work.find(Kind.RECURRING_INVOICE, command.id)
    state = RECURRING_INVOICES.step(Action.ACTIVATE, old)
    yesterday = work.today - dt.timedelta(days=1)
    schedule = {name: getattr(old, name) for name in ("date", "frequency", "repeat_every", "end_date")}
    latest = yesterday if old.last_date is None else max(yesterday, old.last_date)
    new = replace(old, state=state, next_date=_following(schedule, latest), **stamp(work))
    work.put(Kind.RECURRING_INVOICE, new)
    return new


_COPIED: Final = (
    "contact_id",
    "reference",
    "currency_id",
    "tax_inclusive",
    "tax_rounding",
    "discount",
    "discount_level",
    "discount_before_tax",
    "discount_account_id",
    "shipping_charge",
    "shipping_tax_id",
    "adjustment",
    "adjustment_description",
    "round_off",
    "notes",
    "terms",
    "salesperson",
    "person_ids",
    "billing_address",
    "shipping_address",
    "terms_days",
    "terms_label",
)


def run(work: Work, command: RunRecurringInvoice) -> Invoice:
    """Make the invoice a profile has due and move the profile on."""
    old: RecurringInvoice = work.find(Kind.RECURRING_INVOICE, command.id)
    RECURRING_INVOICES.step(Action.RUN, old)
    if old.next_date is None or old.next_date > work.today:
        raise Refused(Reason.NOT_DUE, field="id", number=old.number, date=old.next_date)
    lines = tuple(replace(line, id="") for line in as_asked(old.lines))
    copied = {name: getattr(old, name) for name in _COPIED}
    # What has to be approved waits as a draft, whatever the profile says.
    sends = old.sends and not work.settings.approvals_needed
    state = InvoiceState.SENT if sends else InvoiceState.DRAFT
    asked = CreateInvoice(date=old.next_date, lines=lines, state=state, recurring_id=old.id, **copied)
    invoice = create_invoice(work, asked)
    schedule = {name: getattr(old, name) for name in ("date", "frequency", "repeat_every", "end_date")}
    following = _following(schedule, old.next_date)
    new = replace(old, last_date=old.next_date, next_date=following, runs=old.runs + 1, **stamp(work))
    work.put(Kind.RECURRING_INVOICE, new)
    return invoice


RULES: Final[dict[type, Rule]] = {
    CreateRecurringInvoice: RECURRING_INVOICES.make,
    UpdateRecurringInvoice: RECURRING_INVOICES.change,
    DeleteRecurringInvoice: RECURRING_INVOICES.remove,
    StopRecurringInvoice: RECURRING_INVOICES.moves(Action.DEACTIVATE),
    ResumeRecurringInvoice: resume,
    RunRecurringInvoice: run,
}
