"""What a customer is credited. It settles invoices through its allocations, or is refunded."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from tallystick.model.address import Address
from tallystick.model.allocation import Allocation
from tallystick.model.custom_field import CustomField
from tallystick.model.line import InvoiceLineItem
from tallystick.model.linked import LinkedCustomer, LinkedLedgerAccount, LinkedSubsidiary, LinkedTrackingCategory
from tallystick.model.record import Record


class CreditNoteStatus(StrEnum):
    """Where a credit note stands; `paid` means that nothing of it is left to apply."""

    DRAFT = "draft"
    AUTHORISED = "authorised"
    POSTED = "posted"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    VOIDED = "voided"
    DELETED = "deleted"


class CreditNoteType(StrEnum):
    """Which side of the books a credit note belongs to."""

    ACCOUNTS_RECEIVABLE_CREDIT = "accounts_receivable_credit"
    ACCOUNTS_PAYABLE_CREDIT = "accounts_payable_credit"


class CreditNote(Record, frozen=True, kw_only=True):
    """One credit note; amounts are positive and in `currency`. `date_issued` and `date_paid` are calendar days."""

    id: str | None = None
    number: str | None = None
    customer: LinkedCustomer | None = None
    company_id: str | None = None
    subsidiary: LinkedSubsidiary | None = None
    location_id: str | None = None
    department_id: str | None = None
    currency: str | None = None
    currency_rate: Decimal | None = None
    tax_inclusive: bool | None = None
    sub_total: Decimal | None = None
    total_amount: Decimal | None = None
    total_tax: Decimal | None = None
    tax_code: str | None = None
    balance: Decimal | None = None
    remaining_credit: Decimal | None = None
    status: CreditNoteStatus | None = None
    reference: str | None = None
    date_issued: dt.date | None = None
    date_paid: dt.date | None = None
    type: CreditNoteType | None = None
    account: LinkedLedgerAccount | None = None
    line_items: tuple[InvoiceLineItem, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    note: str | None = None
    terms: str | None = None
    terms_id: str | None = None
    billing_address: Address | None = None
    shipping_address: Address | None = None
    tracking_categories: tuple[LinkedTrackingCategory, ...] = ()
    custom_fields: tuple[CustomField, ...] = ()
    row_version: str | None = None
    updated_by: str | None = None
    created_by: str | None = None
    updated_at: dt.datetime | None = None
    created_at: dt.datetime | None = None
