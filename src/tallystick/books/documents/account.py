"""Accounts of one organisation's chart and the commands about them. The default chart lives in `books.chart`."""

from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.ledger.account import AccountType


class SystemAccount(StrEnum):
    """The part an account plays in the posting rules; such an account is never deleted or made inactive."""

    NONE = ""
    RECEIVABLE = "receivable"
    PAYABLE = "payable"
    UNDEPOSITED_FUNDS = "undeposited_funds"
    ADVANCE_TAX = "advance_tax"
    TAX_PAYABLE = "tax_payable"
    UNEARNED_REVENUE = "unearned_revenue"
    OPENING_BALANCE = "opening_balance"
    RETAINED_EARNINGS = "retained_earnings"
    SALES = "sales"
    SHIPPING_CHARGE = "shipping_charge"
    DISCOUNT = "discount"
    OTHER_CHARGES = "other_charges"
    BAD_DEBT = "bad_debt"
    BANK_FEES = "bank_fees"
    COST_OF_GOODS_SOLD = "cost_of_goods_sold"
    INVENTORY = "inventory"
    EXCHANGE_GAIN_OR_LOSS = "exchange_gain_or_loss"
    PREPAID_EXPENSES = "prepaid_expenses"
    PETTY_CASH = "petty_cash"
    PURCHASE_DISCOUNT = "purchase_discount"


class Account(Document, frozen=True, kw_only=True, gc=False):
    """One account of the chart. `currency_id` is empty for the base currency."""

    name: str
    type: AccountType
    code: str = ""
    description: str = ""
    parent_id: str = ""
    currency_id: str = ""
    active: bool = True
    system: SystemAccount = SystemAccount.NONE
    user_made: bool = False


class AccountFields(Command, frozen=True, kw_only=True):
    """What may be said of an account."""

    name: Given[str] = msgspec.UNSET
    type: Given[AccountType] = msgspec.UNSET
    code: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    parent_id: Given[str] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET


class CreateAccount(AccountFields, frozen=True, kw_only=True):
    """Add an account; `name` and `type` are required, names are unique."""


class UpdateAccount(AccountFields, frozen=True, kw_only=True):
    """Change an account; the type of an account with postings stays within its class."""

    id: str


class DeleteAccount(Target, frozen=True, kw_only=True):
    """Remove an account that nothing uses."""


class ActivateAccount(Target, frozen=True, kw_only=True):
    """Let an account be used again."""


class DeactivateAccount(Target, frozen=True, kw_only=True):
    """Keep an account from being used in new documents."""
