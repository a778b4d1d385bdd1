"""What an expense is called and what keeps it from a step. No other document's rule lives here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.documents.expense import Expense
from tallystick.books.lifecycle.step import Action, Blocker
from tallystick.books.refusal import Reason

_INVOICED: Final[tuple[Blocker, ...]] = ((Reason.IN_USE, lambda expense: bool(expense.invoice_id)),)

EXPENSE_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {Action.UPDATE: _INVOICED, Action.DELETE: _INVOICED}


class ExpenseStatus(StrEnum):
    """What an expense is called."""

    NONBILLABLE = "nonbillable"
    UNBILLED = "unbilled"
    INVOICED = "invoiced"


def expense_status(expense: Expense) -> ExpenseStatus:
    """Return an expense's status: whether a customer is to bear it, and has been charged."""
    if expense.invoice_id:
        return ExpenseStatus.INVOICED
    return ExpenseStatus.UNBILLED if expense.billable else ExpenseStatus.NONBILLABLE
