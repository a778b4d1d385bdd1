"""The statement of cash flows, by the indirect method: from profit to the change in cash. No day-by-day cash stands here."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from tallystick.books.report.figures import AccountAmount, Basis, Section, amounts, total_of
from tallystick.books.report.profit_and_loss import net_profit
from tallystick.ledger.account import AccountType as Type
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO

if TYPE_CHECKING:
    from tallystick.books.book import Book

CASH_TYPES: Final = (Type.CASH, Type.BANK)
ACTIVITIES: Final[tuple[tuple[str, tuple[Type, ...]], ...]] = (
    (
        "Operating Activities",
        (
            Type.ACCOUNTS_RECEIVABLE,
            Type.OTHER_CURRENT_ASSET,
            Type.STOCK,
            Type.PAYMENT_CLEARING,
            Type.ACCOUNTS_PAYABLE,
            Type.OTHER_CURRENT_LIABILITY,
            Type.OVERSEAS_TAX_PAYABLE,
            Type.CREDIT_CARD,
        ),
    ),
    ("Investing Activities", (Type.FIXED_ASSET, Type.OTHER_ASSET, Type.INTANGIBLE_ASSET)),
    ("Financing Activities", (Type.LONG_TERM_LIABILITY, Type.OTHER_LIABILITY, Type.EQUITY)),
)
"""Where the change of each other account of the balance sheet belongs."""


class CashFlow(msgspec.Struct, frozen=True, gc=False):
    """Cash at the start, what moved it, cash at the end. A figure is positive when cash came in by it.

    `activities` begin with operating, whose `total` does not include `net_profit`; `net_change` includes all.
    """

    period: Period
    basis: Basis
    beginning: Decimal
    net_profit: Decimal
    activities: tuple[Section, ...]
    net_change: Decimal
    ending: Decimal


def cash_flow(book: "Book", period: Period, *, basis: Basis = Basis.ACCRUAL) -> CashFlow:
    """Return the cash flow of a period."""
    moved = amounts(book, period.start, period.end, basis)
    profit = net_profit(book, period.start, period.end, basis=basis)
    activities = tuple(_activity(book, name, types, moved) for name, types in ACTIVITIES)
    before = period.start - dt.timedelta(days=1) if period.start > dt.date.min else period.start
    return CashFlow(
        period,
        basis,
        _cash(book, amounts(book, None, before, basis)) if period.start > dt.date.min else ZERO,
        profit,
        activities,
        profit + sum((each.total for each in activities), ZERO),
        _cash(book, amounts(book, None, period.end, basis)),
    )


def _cash(book: "Book", held: dict[str, Decimal]) -> Decimal:
    accounts = book.accounts
    return sum((amount for account_id, amount in held.items() if accounts[account_id].type in CASH_TYPES), ZERO)


def _activity(book: "Book", name: str, types: tuple[Type, ...], moved: dict[str, Decimal]) -> Section:
    """Return the accounts of an activity: what an account rose by in credit is cash in."""
    rows = tuple(
        AccountAmount(account, -moved[account_id])
        for account_id, account in book.accounts.items()
        if account.type in types and moved.get(account_id)
    )
    return Section(name, rows, total_of(rows))
