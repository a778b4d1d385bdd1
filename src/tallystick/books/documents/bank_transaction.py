"""Money moved between two accounts without a document of trade, and the commands about it. No posting lives here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.line import ZERO, AppliedTax


class BankLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One account's part of the other side: `amount` as entered, `net` without tax."""

    id: str
    account_id: str
    description: str = ""
    amount: Decimal
    net: Decimal
    tax_id: str = ""
    tax_name: str = ""
    tax_percentage: Decimal = ZERO
    tax_amount: Decimal = ZERO


class BankLineFields(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, forbid_unknown_fields=True
):
    """One account's part of the other side, as a command asks for it."""

    account_id: str
    amount: Decimal
    description: str = ""
    tax_id: str = ""


class BankTransaction(Document, frozen=True, kw_only=True, gc=False):
    """A transfer, deposit, drawing, card payment…: `from_account_id` gives, `to_account_id` gets.

    `to_account_id` gets amount − bank charges. `type` is the user's word for it and changes nothing in the accounts.
    With tax, or when the side that is no account of money is several accounts, `lines` are that side, the first of
    them standing in its place as `from_account_id` or `to_account_id`; `amount` is what moved, tax included.
    """

    type: str
    date: dt.date
    from_account_id: str
    to_account_id: str
    amount: Decimal
    currency_id: str
    exchange_rate: Decimal
    places: int
    base_amount: Decimal
    bank_charges: Decimal = ZERO
    contact_id: str = ""
    reference: str = ""
    description: str = ""
    mode: str = ""
    tax_inclusive: bool = False
    lines: tuple[BankLine, ...] = ()
    taxes: tuple[AppliedTax, ...] = ()
    tax: Decimal = ZERO


class BankTransactionFields(Command, frozen=True, kw_only=True):
    """What may be said of a bank transaction; both accounts and the amount are required.

    Lines say more of the side that is no account of money, and then stand for its account and for the amount; with a
    `tax_id` the amount is without tax unless `tax_inclusive`.
    """

    type: Given[str] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    from_account_id: Given[str] = msgspec.UNSET
    to_account_id: Given[str] = msgspec.UNSET
    amount: Given[Decimal] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    bank_charges: Given[Decimal] = msgspec.UNSET
    contact_id: Given[str] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    mode: Given[str] = msgspec.UNSET
    tax_id: Given[str] = msgspec.UNSET
    tax_inclusive: Given[bool] = msgspec.UNSET
    lines: Given[tuple[BankLineFields, ...]] = msgspec.UNSET


class CreateBankTransaction(BankTransactionFields, frozen=True, kw_only=True):
    """Record money that moved."""


class UpdateBankTransaction(BankTransactionFields, frozen=True, kw_only=True):
    """Change a bank transaction."""

    id: str


class DeleteBankTransaction(Target, frozen=True, kw_only=True):
    """Remove a bank transaction that no statement line is matched with."""
