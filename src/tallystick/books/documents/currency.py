"""Currencies with their dated exchange rates, and the commands about them. No conversion happens here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class ExchangeRate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Units of the base currency for one unit of the currency, from a date on."""

    id: str
    date: dt.date
    rate: Decimal


class Currency(Document, frozen=True, kw_only=True, gc=False):
    """A currency the organisation uses; `rates` stand oldest first, `places` are its decimal places (0 to 3)."""

    code: str
    name: str = ""
    symbol: str = ""
    places: int = 2
    format: str = ""
    rates: tuple[ExchangeRate, ...] = ()


class CurrencyFields(Command, frozen=True, kw_only=True):
    """What may be said of a currency."""

    name: Given[str] = msgspec.UNSET
    symbol: Given[str] = msgspec.UNSET
    places: Given[int] = msgspec.UNSET
    format: Given[str] = msgspec.UNSET


class CreateCurrency(CurrencyFields, frozen=True, kw_only=True):
    """Add a currency by its ISO code; unsaid parts come from the list of known currencies."""

    code: Given[str] = msgspec.UNSET
    rate: Given[Decimal] = msgspec.UNSET
    rate_date: Given[dt.date] = msgspec.UNSET


class UpdateCurrency(CurrencyFields, frozen=True, kw_only=True):
    """Change a currency; its places are fixed once a document uses it."""

    id: str


class DeleteCurrency(Target, frozen=True, kw_only=True):
    """Remove a currency that no contact, account or document uses; never the base currency."""


class CreateExchangeRate(Command, frozen=True, kw_only=True):
    """Add a dated rate to a currency; another rate of the same date is replaced. Outcome: the currency."""

    currency_id: str
    date: dt.date
    rate: Decimal


class UpdateExchangeRate(Command, frozen=True, kw_only=True):
    """Change a dated rate of a currency."""

    currency_id: str
    rate_id: str
    date: Given[dt.date] = msgspec.UNSET
    rate: Given[Decimal] = msgspec.UNSET


class DeleteExchangeRate(Command, frozen=True, kw_only=True):
    """Remove a dated rate; documents keep the rate they were made with."""

    currency_id: str
    rate_id: str
