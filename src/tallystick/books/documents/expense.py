"""Expenses paid on the spot and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.line import AppliedTax


class ExpenseLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One account's part of an expense: `amount` as entered, `net` without tax."""

    id: str
    account_id: str
    description: str = ""
    amount: Decimal
    net: Decimal
    tax_id: str = ""
    tax_name: str = ""
    tax_percentage: Decimal = Decimal(0)
    tax_amount: Decimal = Decimal(0)
    taxes: tuple[AppliedTax, ...] = ()


class ExpenseLineFields(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, forbid_unknown_fields=True
):
    """One account's part of an expense as a command asks for it; `id` keeps a line."""

    account_id: str
    amount: Decimal
    id: str = ""
    description: str = ""
    tax_id: str = ""


class Spending(Document, frozen=True, kw_only=True, gc=False):
    """What an expense and a profile of expenses say. `total` is with tax and leaves `paid_through_id`.

    `base_total` is the total in the base currency. A billable one names the customer who is to bear it.
    """

    date: dt.date
    reference: str = ""
    description: str = ""
    vendor_id: str = ""
    customer_id: str = ""
    billable: bool = False
    paid_through_id: str
    currency_id: str
    exchange_rate: Decimal
    places: int
    tax_inclusive: bool = False
    lines: tuple[ExpenseLine, ...]
    taxes: tuple[AppliedTax, ...] = ()
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    base_subtotal: Decimal
    base_total: Decimal


class Expense(Spending, frozen=True, kw_only=True, gc=False):
    """Money spent. `invoice_id` is the invoice that charged it on, `recurring_id` the profile it was made of."""

    invoice_id: str = ""
    recurring_id: str = ""


class ExpenseFields(Command, frozen=True, kw_only=True):
    """What may be said of an expense; an unsaid account to pay through is Petty Cash."""

    date: Given[dt.date] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    vendor_id: Given[str] = msgspec.UNSET
    customer_id: Given[str] = msgspec.UNSET
    billable: Given[bool] = msgspec.UNSET
    paid_through_id: Given[str] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    tax_inclusive: Given[bool] = msgspec.UNSET
    lines: Given[tuple[ExpenseLineFields, ...]] = msgspec.UNSET


class CreateExpense(ExpenseFields, frozen=True, kw_only=True):
    """Record an expense."""

    recurring_id: str = ""


class UpdateExpense(ExpenseFields, frozen=True, kw_only=True):
    """Change an expense that is not invoiced; lines are replaced whole."""

    id: str


class DeleteExpense(Target, frozen=True, kw_only=True):
    """Remove an expense that is not invoiced."""
