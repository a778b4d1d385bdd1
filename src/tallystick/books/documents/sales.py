"""What all priced documents to a customer share: parties, pricing choices, lines, totals. No single document."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.approval import Approval
from tallystick.books.documents.contact import NO_ADDRESS, Address
from tallystick.books.documents.document import Command, Document, Given
from tallystick.books.documents.line import AppliedTax, Discount, Line, LineFields, Totals
from tallystick.books.documents.settings import DiscountLevel, RoundOff, TaxRounding


class SalesDocument(Document, frozen=True, kw_only=True, gc=False):
    """A priced document to a customer. Amounts are in `currency_id`; `base` mirrors `totals` in the base currency."""

    number: str
    contact_id: str
    date: dt.date
    reference: str = ""
    currency_id: str
    exchange_rate: Decimal
    places: int
    lines: tuple[Line, ...]
    taxes: tuple[AppliedTax, ...]
    shipping_taxes: tuple[AppliedTax, ...] = ()
    totals: Totals
    base: Totals
    tax_inclusive: bool = False
    tax_rounding: TaxRounding = TaxRounding.DOCUMENT
    discount: Discount | None = None
    discount_level: DiscountLevel = DiscountLevel.LINE
    discount_before_tax: bool = True
    discount_account_id: str = ""
    shipping_charge: Decimal = Decimal(0)
    shipping_tax_id: str = ""
    adjustment: Decimal = Decimal(0)
    adjustment_description: str = ""
    round_off: RoundOff = RoundOff.NONE
    notes: str = ""
    terms: str = ""
    salesperson: str = ""
    person_ids: tuple[str, ...] = ()
    billing_address: Address = NO_ADDRESS
    shipping_address: Address = NO_ADDRESS
    approval: Approval | None = None


class SalesFields(Command, frozen=True, kw_only=True):
    """What may be said of a priced document. A number is given only to override the sequence."""

    contact_id: Given[str] = msgspec.UNSET
    number: Given[str] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    lines: Given[tuple[LineFields, ...]] = msgspec.UNSET
    tax_inclusive: Given[bool] = msgspec.UNSET
    tax_rounding: Given[TaxRounding] = msgspec.UNSET
    discount: Given[Discount | None] = msgspec.UNSET
    discount_level: Given[DiscountLevel] = msgspec.UNSET
    discount_before_tax: Given[bool] = msgspec.UNSET
    discount_account_id: Given[str] = msgspec.UNSET
    shipping_charge: Given[Decimal] = msgspec.UNSET
    shipping_tax_id: Given[str] = msgspec.UNSET
    adjustment: Given[Decimal] = msgspec.UNSET
    adjustment_description: Given[str] = msgspec.UNSET
    round_off: Given[RoundOff] = msgspec.UNSET
    notes: Given[str] = msgspec.UNSET
    terms: Given[str] = msgspec.UNSET
    salesperson: Given[str] = msgspec.UNSET
    person_ids: Given[tuple[str, ...]] = msgspec.UNSET
    billing_address: Given[Address] = msgspec.UNSET
    shipping_address: Given[Address] = msgspec.UNSET
