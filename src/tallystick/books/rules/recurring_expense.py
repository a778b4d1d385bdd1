"""What commands about recurring expenses do: what a profile holds, and the expense it makes. No date is reckoned here."""

from typing import Any, Final

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
from tallystick.books.numbering import take_number
from tallystick.books.rules.expense import as_asked, create_expense, expense_fields
from tallystick.books.rules.record import Rule
from tallystick.books.rules.schedule import Written, made_of, named
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
    return fields


def _expense(work: Work, profile: RecurringExpense) -> Expense:
    return create_expense(work, CreateExpense(**made_of(profile, _COPIED, as_asked(profile.lines))))


PROFILES: Final = Written(_KIND, _expense, RecurringExpense, _fields)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringExpense: named(PROFILES.create),
    UpdateRecurringExpense: PROFILES.update,
    DeleteRecurringExpense: PROFILES.remove,
    StopRecurringExpense: PROFILES.stop,
    ResumeRecurringExpense: PROFILES.resume,
    RunRecurringExpense: PROFILES.run,
}
