"""What a customer is asked to pay. Settlement beyond its allocations is not here: see payments and credit notes."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from tallystick.model.address import Address
from tallystick.model.allocation import Allocation
from tallystick.model.custom_field import CustomField
from tallystick.model.line import InvoiceLineItem
from tallystick.model.linked import LinkedCustomer, LinkedLedgerAccount, LinkedSubsidiary, LinkedTrackingCategory
from tallystick.model.record import Record


class InvoiceStatus(StrEnum):
    """Where an invoice stands. Being overdue is no status: it follows from the due date, the balance and the day."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    AUTHORISED = "authorised"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    UNPAID = "unpaid"
    VOID = "void"
    CREDIT = "credit"
    DELETED = "deleted"
    POSTED = "posted"


class InvoiceType(StrEnum):
    """What kind of invoice it is."""

    STANDARD = "standard"
    CREDIT = "credit"
    SERVICE = "service"
    PRODUCT = "product"
    SUPPLIER = "supplier"
    OTHER = "other"


class Invoice(Record, frozen=True, kw_only=True):
    """One invoice; amounts in `currency`, `currency_rate` is what one unit of it costs in the base currency."""

    id: str | None = None
    downstream_id: str | None = None
    display_id: str | None = None
    type: InvoiceType | None = None
    number: str | None = None
    customer: LinkedCustomer | None = None
    company_id: str | None = None
    subsidiary: LinkedSubsidiary | None = None
    location_id: str | None = None
    department_id: str | None = None
    invoice_date: dt.date | None = None
    due_date: dt.date | None = None
    terms: str | None = None
    terms_id: str | None = None
    po_number: str | None = None
    reference: str | None = None
    status: InvoiceStatus | None = None
    invoice_sent: bool | None = None
    currency: str | None = None
    currency_rate: Decimal | None = None
    tax_inclusive: bool | None = None
    sub_total: Decimal | None = None
    total_tax: Decimal | None = None
    tax_code: str | None = None
    discount_percentage: Decimal | None = None
    discount_amount: Decimal | None = None
    total: Decimal | None = None
    balance: Decimal | None = None
    deposit: Decimal | None = None
    customer_memo: str | None = None
    tracking_categories: tuple[LinkedTrackingCategory, ...] = ()
    line_items: tuple[InvoiceLineItem, ...] = ()
    billing_address: Address | None = None
    shipping_address: Address | None = None
    template_id: str | None = None
    source_document_url: str | None = None
    payment_allocations: tuple[Allocation, ...] = ()
    payment_method: str | None = None
    channel: str | None = None
    language: str | None = None
    accounting_by_row: bool | None = None
    ledger_account: LinkedLedgerAccount | None = None
    custom_fields: tuple[CustomField, ...] = ()
    row_version: str | None = None
    updated_by: str | None = None
    created_by: str | None = None
    updated_at: dt.datetime | None = None
    created_at: dt.datetime | None = None
