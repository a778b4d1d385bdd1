"""The trial balance: every account that moved, debit or credit, and their sums. No entry is read here."""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from tallystick.books.documents.account import Account
from tallystick.model.money import ZERO, from_minor


class TrialBalanceRow(msgspec.Struct, frozen=True, gc=False):
    """One account's balance in the base currency, on the side it stands."""

    account: Account
    debit: Decimal
    credit: Decimal


class TrialBalance(msgspec.Struct, frozen=True, gc=False):
    """Accounts in the order of the chart; `debit` and `credit` are the column sums and always equal."""

    rows: tuple[TrialBalanceRow, ...]
    debit: Decimal
    credit: Decimal


def trial_balance(accounts: Mapping[str, Account], amounts: Mapping[str, int], places: int) -> TrialBalance:
    """Return the trial balance for amounts in minor units per account, debit positive."""
    rows = []
    for account_id, account in accounts.items():
        amount = from_minor(amounts.get(account_id, 0), places)
        if amount:
            rows.append(TrialBalanceRow(account, max(amount, ZERO), max(-amount, ZERO)))
    debit = sum((row.debit for row in rows), ZERO)
    credit = sum((row.credit for row in rows), ZERO)
    return TrialBalance(tuple(rows), debit, credit)
