"""One organisation's accounting choices, each a knob with its default. No vendor's preference lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given


class TaxRounding(StrEnum):
    """Where tax is rounded: on each line, or once per tax over the whole document."""

    LINE = "line"
    DOCUMENT = "document"


class DiscountLevel(StrEnum):
    """Whether discounts stand on the lines or on the document."""

    LINE = "line"
    DOCUMENT = "document"


class RoundOff(StrEnum):
    """How a document's total is rounded off before it is asked for."""

    NONE = "none"
    WHOLE = "whole"
    INCREMENT = "increment"


class BookSettings(Document, frozen=True, kw_only=True, gc=False):
    """The choices a book is opened with. Amounts are in the base currency; dates are in `time_zone`."""

    id: str = "settings"
    created_at: dt.datetime = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    modified_at: dt.datetime = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    name: str = ""
    base_currency: str = "USD"
    time_zone: str = "UTC"
    country_code: str = "US"
    fiscal_year_start_month: int = 1
    tax_rounding: TaxRounding = TaxRounding.DOCUMENT
    discount_level: DiscountLevel = DiscountLevel.LINE
    discount_before_tax: bool = True
    tax_inclusive: bool = False
    round_off: RoundOff = RoundOff.NONE
    round_off_increment: Decimal = Decimal("0.05")
    lines_max: int = 200
    """Lines a document may have; larger books exist, so it is a setting."""
    item_names_unique: bool = True
    contact_names_folded: bool = True
    """Whether two contact names that differ only in case or spaces count as the same."""
    approvals_needed: int = 0
    """How many users have to approve a document before it is issued; 0 leaves approvals off, 1 is simple approval."""


class UpdateSettings(Command, frozen=True, kw_only=True):
    """Change the organisation's choices; the base currency is fixed once the book is open."""

    name: Given[str] = msgspec.UNSET
    time_zone: Given[str] = msgspec.UNSET
    country_code: Given[str] = msgspec.UNSET
    fiscal_year_start_month: Given[int] = msgspec.UNSET
    tax_rounding: Given[TaxRounding] = msgspec.UNSET
    discount_level: Given[DiscountLevel] = msgspec.UNSET
    discount_before_tax: Given[bool] = msgspec.UNSET
    tax_inclusive: Given[bool] = msgspec.UNSET
    round_off: Given[RoundOff] = msgspec.UNSET
    round_off_increment: Given[Decimal] = msgspec.UNSET
    lines_max: Given[int] = msgspec.UNSET
    item_names_unique: Given[bool] = msgspec.UNSET
    contact_names_folded: Given[bool] = msgspec.UNSET
    approvals_needed: Given[int] = msgspec.UNSET


class OpenBook(Command, frozen=True, kw_only=True):
    """Open a new organisation's book: base currency, currencies, chart of accounts and number sequences."""
