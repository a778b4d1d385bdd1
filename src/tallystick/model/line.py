"""A line of an invoice or a credit note. Totals of a document are not here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from tallystick.model.custom_field import CustomField
from tallystick.model.linked import LinkedInvoiceItem, LinkedLedgerAccount, LinkedTaxRate, LinkedTrackingCategory
from tallystick.model.record import Record


class LineType(StrEnum):
    """What a line stands for."""

    SALES_ITEM = "sales_item"
    DISCOUNT = "discount"
    INFO = "info"
    SUB_TOTAL = "sub_total"
    SERVICE = "service"
    OTHER = "other"


class InvoiceLineItem(Record, frozen=True, kw_only=True):
    """One line; amounts in the document's currency, percentages in percent.

    `total_amount` is quantity times price less the line's discount, before tax unless prices include it.
    """

    id: str | None = None
    row_id: str | None = None
    code: str | None = None
    line_number: int | None = None
    description: str | None = None
    type: LineType | None = None
    tax_amount: Decimal | None = None
    total_amount: Decimal | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    unit_of_measure: str | None = None
    discount_percentage: Decimal | None = None
    discount_amount: Decimal | None = None
    service_date: dt.date | None = None
    category_id: str | None = None
    location_id: str | None = None
    department_id: str | None = None
    subsidiary_id: str | None = None
    shipping_id: str | None = None
    memo: str | None = None
    prepaid: bool | None = None
    item: LinkedInvoiceItem | None = None
    tax_applicable_on: str | None = None
    tax_recoverability: str | None = None
    tax_method: str | None = None
    tax_rate: LinkedTaxRate | None = None
    tracking_categories: tuple[LinkedTrackingCategory, ...] = ()
    ledger_account: LinkedLedgerAccount | None = None
    custom_fields: tuple[CustomField, ...] = ()
    row_version: str | None = None
    updated_by: str | None = None
    created_by: str | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
