"""What kinds of account a chart may hold and which side each grows on. No account of a real chart lives here."""

from enum import StrEnum
from typing import Final


class AccountClass(StrEnum):
    """The five classes of double entry."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class AccountType(StrEnum):
    """The finer kinds that a chart of accounts uses, each within one class."""

    OTHER_ASSET = "other_asset"
    OTHER_CURRENT_ASSET = "other_current_asset"
    INTANGIBLE_ASSET = "intangible_asset"
    CASH = "cash"
    BANK = "bank"
    FIXED_ASSET = "fixed_asset"
    ACCOUNTS_RECEIVABLE = "accounts_receivable"
    STOCK = "stock"
    PAYMENT_CLEARING = "payment_clearing"
    OTHER_CURRENT_LIABILITY = "other_current_liability"
    CREDIT_CARD = "credit_card"
    LONG_TERM_LIABILITY = "long_term_liability"
    OTHER_LIABILITY = "other_liability"
    ACCOUNTS_PAYABLE = "accounts_payable"
    OVERSEAS_TAX_PAYABLE = "overseas_tax_payable"
    EQUITY = "equity"
    INCOME = "income"
    OTHER_INCOME = "other_income"
    EXPENSE = "expense"
    COST_OF_GOODS_SOLD = "cost_of_goods_sold"
    OTHER_EXPENSE = "other_expense"


_ASSET, _LIABILITY = AccountClass.ASSET, AccountClass.LIABILITY

CLASS_OF: Final[dict[AccountType, AccountClass]] = {
    AccountType.OTHER_ASSET: _ASSET,
    AccountType.OTHER_CURRENT_ASSET: _ASSET,
    AccountType.INTANGIBLE_ASSET: _ASSET,
    AccountType.CASH: _ASSET,
    AccountType.BANK: _ASSET,
    AccountType.FIXED_ASSET: _ASSET,
    AccountType.ACCOUNTS_RECEIVABLE: _ASSET,
    AccountType.STOCK: _ASSET,
    AccountType.PAYMENT_CLEARING: _ASSET,
    AccountType.OTHER_CURRENT_LIABILITY: _LIABILITY,
    AccountType.CREDIT_CARD: _LIABILITY,
    AccountType.LONG_TERM_LIABILITY: _LIABILITY,
    AccountType.OTHER_LIABILITY: _LIABILITY,
    AccountType.ACCOUNTS_PAYABLE: _LIABILITY,
    AccountType.OVERSEAS_TAX_PAYABLE: _LIABILITY,
    AccountType.EQUITY: AccountClass.EQUITY,
    AccountType.INCOME: AccountClass.INCOME,
    AccountType.OTHER_INCOME: AccountClass.INCOME,
    AccountType.EXPENSE: AccountClass.EXPENSE,
    AccountType.COST_OF_GOODS_SOLD: AccountClass.EXPENSE,
    AccountType.OTHER_EXPENSE: AccountClass.EXPENSE,
}

GROWS_BY_DEBIT: Final = frozenset({AccountClass.ASSET, AccountClass.EXPENSE})
"""Classes whose normal balance is a debit."""


def grows_by_debit(account_type: AccountType) -> bool:
    """Tell whether an account of this type normally stands in debit."""
    return CLASS_OF[account_type] in GROWS_BY_DEBIT
