"""What every report is made of: the figures of accounts over a period, and sections with their totals. No report."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from tallystick.books.documents.account import Account
from tallystick.ledger.account import AccountType, grows_by_debit
from tallystick.model.money import ZERO, from_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book


class Basis(StrEnum):
    """When income and expense count: when they are earned, or when they are paid."""

    ACCRUAL = "accrual"
    CASH = "cash"


class AccountAmount(msgspec.Struct, frozen=True, gc=False):
    """One account's figure in the base currency, positive on the side its type grows on."""

    account: Account
    amount: Decimal


class Section(msgspec.Struct, frozen=True, gc=False):
    """Accounts that belong together, in the order of the chart, and their sum."""

    name: str
    rows: tuple[AccountAmount, ...] = ()
    total: Decimal = ZERO


def amounts(book: "Book", start: dt.date | None, end: dt.date | None, basis: Basis) -> dict[str, Decimal]:
    """Return what each account moved by from one day to another, in the base currency, debit positive."""
    places = book.base_currency.places
    moved = book.movements(basis).between(start, end)
    return {account_id: from_minor(each.net, places) for account_id, each in moved.items()}


def section(book: "Book", name: str, types: Iterable[AccountType], moved: Mapping[str, Decimal]) -> Section:
    """Return the accounts of some types that hold something, signed as the first type grows."""
    wanted = tuple(types)
    sign = 1 if grows_by_debit(wanted[0]) else -1
    rows = tuple(
        AccountAmount(account, sign * moved[account_id])
        for account_id, account in book.accounts.items()
        if account.type in wanted and moved.get(account_id)
    )
    return Section(name, rows, total_of(rows))


def total_of(rows: Iterable[AccountAmount]) -> Decimal:
    """Return the sum of some figures."""
    return sum((row.amount for row in rows), ZERO)
