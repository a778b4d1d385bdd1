"""Profit and loss: what was earned and spent over a period, by kind of account. No balance of any account stands here."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tallystick.books.report.figures import Basis, Section, amounts, section
from tallystick.ledger.account import AccountType
from tallystick.ledger.period import Period

if TYPE_CHECKING:
    from tallystick.books.book import Book


class ProfitAndLoss(msgspec.Struct, frozen=True, gc=False):
    """The sections from the top line to the bottom line; profits are income less what stands above them."""

    period: Period
    basis: Basis
    income: Section
    cost_of_goods_sold: Section
    gross_profit: Decimal
    expense: Section
    operating_profit: Decimal
    other_income: Section
    other_expense: Section
    net_profit: Decimal


def profit_and_loss(book: "Book", period: Period, *, basis: Basis = Basis.ACCRUAL) -> ProfitAndLoss:
    """Return the profit and loss of a period."""
    return profit_of(book, period, basis, amounts(book, period.start, period.end, basis))


def profit_of(book: "Book", period: Period, basis: Basis, moved: Mapping[str, Decimal]) -> ProfitAndLoss:
    """Return the profit and loss of what accounts moved by, debit positive."""
    income = section(book, "Operating Income", [AccountType.INCOME], moved)
    cost = section(book, "Cost of Goods Sold", [AccountType.COST_OF_GOODS_SOLD], moved)
    expense = section(book, "Operating Expense", [AccountType.EXPENSE], moved)
    other_income = section(book, "Non Operating Income", [AccountType.OTHER_INCOME], moved)
    other_expense = section(book, "Non Operating Expense", [AccountType.OTHER_EXPENSE], moved)
    gross = income.total - cost.total
    operating = gross - expense.total
    return ProfitAndLoss(
        period,
        basis,
        income,
        cost,
        gross,
        expense,
        operating,
        other_income,
        other_expense,
        operating + other_income.total - other_expense.total,
    )


def net_profit(book: "Book", start: dt.date | None, end: dt.date, *, basis: Basis = Basis.ACCRUAL) -> Decimal:
    """Return the bottom line alone, from the book's beginning when no start is given."""
    return profit_and_loss(book, Period(start or dt.date.min, end), basis=basis).net_profit
