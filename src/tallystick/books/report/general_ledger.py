"""The general ledger: every account's opening balance, movement and closing balance. No single posting stands here."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tallystick.books.documents.account import Account
from tallystick.books.report.figures import Basis, amounts
from tallystick.ledger.movement import NOTHING
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO, from_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book


class LedgerAccount(msgspec.Struct, frozen=True, gc=False):
    """One account over a period in the base currency; balances are debit positive."""

    account: Account
    opening: Decimal
    debit: Decimal
    credit: Decimal
    closing: Decimal


class GeneralLedger(msgspec.Struct, frozen=True, gc=False):
    """The accounts that held or moved anything, in the order of the chart; the sums of the columns are equal."""

    period: Period
    basis: Basis
    rows: tuple[LedgerAccount, ...]
    debit: Decimal
    credit: Decimal


def general_ledger(book: "Book", period: Period, *, basis: Basis = Basis.ACCRUAL) -> GeneralLedger:
    """Return the general ledger of a period."""
    places = book.base_currency.places
    before = {}
    if period.start > dt.date.min:
        before = amounts(book, None, period.start - dt.timedelta(days=1), basis)
    moved = book.movements(basis).between(period.start, period.end)
    rows = []
    for account_id, account in book.accounts.items():
        movement, opening = moved.get(account_id, NOTHING), before.get(account_id, ZERO)
        if opening or movement.debit or movement.credit:
            debit, credit = from_minor(movement.debit, places), from_minor(movement.credit, places)
            rows.append(LedgerAccount(account, opening, debit, credit, opening + debit - credit))
    return GeneralLedger(
        period,
        basis,
        tuple(rows),
        sum((row.debit for row in rows), ZERO),
        sum((row.credit for row in rows), ZERO),
    )
