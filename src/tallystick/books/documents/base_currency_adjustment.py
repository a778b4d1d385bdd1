"""Revaluations of foreign balances at a day's rate, and the commands about them. No gain is worked out here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.document import Command, Document, Target


class AdjustedAccount(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One account: what it held in the currency, in the base currency, and what is gained (a loss is negative).

    `gain` is from the books' view: a debit of the account.
    """

    account_id: str
    balance: Decimal
    base_balance: Decimal
    gain: Decimal


class AdjustedContact(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One contact's share of an account: what it holds, in both currencies, and its part of the gain."""

    contact_id: str
    balance: Decimal
    base_balance: Decimal
    gain: Decimal


class BaseCurrencyAdjustment(Document, frozen=True, kw_only=True, gc=False):
    """An unrealised gain or loss, booked at the end of `date` and taken back the day after."""

    date: dt.date
    currency_id: str
    exchange_rate: Decimal
    notes: str
    accounts: tuple[AdjustedAccount, ...]
    gain: Decimal


class CreateBaseCurrencyAdjustment(Command, frozen=True, kw_only=True):
    """Value what accounts hold in a currency at a rate; all accounts that hold some unless some are named."""

    currency_id: str
    date: dt.date
    exchange_rate: Decimal
    notes: str
    account_ids: tuple[str, ...] = ()


class ReevaluateBaseCurrencyAdjustment(Target, frozen=True, kw_only=True):
    """Value again what an adjustment's accounts held on its day, at its own rate."""


class DeleteBaseCurrencyAdjustment(Target, frozen=True, kw_only=True):
    """Remove an adjustment."""
