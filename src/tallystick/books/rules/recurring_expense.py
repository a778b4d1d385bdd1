"""What commands about recurring expenses do: what a profile holds, and the expense it makes. No date is reckoned here."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.expense import CreateExpense, Expense
from tallystick.books.documents.recurring_expense import (
    CreateRecurringExpense,
    DeleteRecurringExpense,
    RecurringExpense,
    RecurringExpenseFields,
    ResumeRecurringExpense,
    RunRecurringExpense,
    StopRecurringExpense,
    UpdateRecurringExpense,
)
from tallystick.books.documents.schedule import RecurringState
from tallystick.books.lifecycle import Action
from tallystick.books.numbering import take_number
from tallystick.books.rules.expense import as_asked, create_expense, expense_fields
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.rules.schedule import Profiles, named, schedule_of
from tallystick.books.work import Work

_COPIED: Final = (
    "reference",
    "description",
    "vendor_id",
    "customer_id",
    "billable",
    "paid_through_id",
    "currency_id",
    "tax_inclusive",
)
_KIND: Final = Kind.RECURRING_EXPENSE


def _fields(work: Work, command: RecurringExpenseFields, old: RecurringExpense | None) -> dict[str, Any]:
    fields = expense_fields(work, command, old)
    own_id, current = (old.id, old.number) if old else ("", "")
    fields["number"] = take_number(work, _KIND, command.number, own_id=own_id, current=current)
    fields["schedule"] = schedule_of(command, fields["date"], old.schedule if old else None)
    return fields


def create(work: Work, command: CreateRecurringExpense) -> RecurringExpense:
    """Make a profile."""
    fields = _fields(work, command, None)
    profile = RecurringExpense(id=work.new_id(), state=RecurringState.ACTIVE, **fields, **new_stamp(work))
    work.put(_KIND, profile)
    return profile


def update(work: Work, command: UpdateRecurringExpense) -> RecurringExpense:
    """Change a profile."""
    old: RecurringExpense = work.find(_KIND, command.id)
    state = lifecycle.step(lifecycle.RECURRING, Action.UPDATE, old.state)
    new = replace(old, state=state, **_fields(work, command, old), **stamp(work))
    work.put(_KIND, new)
    return new


def _expense(work: Work, profile: RecurringExpense) -> Expense:
    date = profile.schedule.next_date
    assert date is not None
    fields = {name: getattr(profile, name) for name in _COPIED}
    lines = tuple(replace(line, id="") for line in as_asked(profile.lines))
    return create_expense(work, CreateExpense(date=date, lines=lines, recurring_id=profile.id, **fields))


PROFILES: Final = Profiles(_KIND, _expense)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringExpense: named(create),
    UpdateRecurringExpense: update,
    DeleteRecurringExpense: PROFILES.remove,
    StopRecurringExpense: PROFILES.stop,
    ResumeRecurringExpense: PROFILES.resume,
    RunRecurringExpense: PROFILES.run,
}
