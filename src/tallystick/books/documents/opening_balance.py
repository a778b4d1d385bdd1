"""Opening balances: what accounts held before the books began, and the commands about them. No posting lives here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.document import Command, Document
from tallystick.books.documents.journal import Side


class OpeningLineFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """What one account held, as a command says it, in its own currency; never negative."""

    account_id: str
    side: Side
    amount: Decimal
    currency_id: str = ""
    exchange_rate: Decimal | None = None


class OpeningLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one account held, in its own and in the base currency."""

    account_id: str
    side: Side
    amount: Decimal
    currency_id: str
    exchange_rate: Decimal
    base_amount: Decimal


class OpeningBalance(Document, frozen=True, kw_only=True, gc=False):
    """The opening balances of a book; there is one. Debits and credits may differ: the offset account takes the rest."""

    date: dt.date
    lines: tuple[OpeningLine, ...]


class SetOpeningBalance(Command, frozen=True, kw_only=True):
    """Put opening balances in place of those there were."""

    date: dt.date
    lines: tuple[OpeningLineFields, ...]


class DeleteOpeningBalance(Command, frozen=True, kw_only=True):
    """Remove the opening balances."""
