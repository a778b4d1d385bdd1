"""Money received from a customer. Payments to suppliers are another record."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from tallystick.model.allocation import Allocation
from tallystick.model.custom_field import CustomField
from tallystick.model.linked import LinkedCustomer, LinkedLedgerAccount, LinkedSubsidiary, LinkedTrackingCategory
from tallystick.model.record import Record


class PaymentStatus(StrEnum):
    """Where a payment stands."""

    DRAFT = "draft"
    AUTHORISED = "authorised"
    REJECTED = "rejected"
    PAID = "paid"
    VOIDED = "voided"
    DELETED = "deleted"


class PaymentType(StrEnum):
    """Which side of the books a payment settles."""

    ACCOUNTS_RECEIVABLE = "accounts_receivable"
    ACCOUNTS_PAYABLE = "accounts_payable"
    ACCOUNTS_RECEIVABLE_CREDIT = "accounts_receivable_credit"
    ACCOUNTS_PAYABLE_CREDIT = "accounts_payable_credit"
    ACCOUNTS_RECEIVABLE_OVERPAYMENT = "accounts_receivable_overpayment"
    ACCOUNTS_PAYABLE_OVERPAYMENT = "accounts_payable_overpayment"
    ACCOUNTS_RECEIVABLE_PREPAYMENT = "accounts_receivable_prepayment"
    ACCOUNTS_PAYABLE_PREPAYMENT = "accounts_payable_prepayment"


class Payment(Record, frozen=True, kw_only=True):
    """One payment; `total_amount` in `currency`, allocations say which documents it settles.

    `transaction_date` is a calendar day: a ledger has days, not instants. Three fields are ours beyond the shared
    model: `unallocated_amount` (in `currency`), and `base_total_amount` and `base_refunded_amount` in the base
    currency, because a vendor may state them without stating the rate.
    """

    id: str | None = None
    downstream_id: str | None = None
    currency: str | None = None
    currency_rate: Decimal | None = None
    total_amount: Decimal | None = None
    reference: str | None = None
    payment_method: str | None = None
    payment_method_reference: str | None = None
    payment_method_id: str | None = None
    accounts_receivable_account_type: str | None = None
    accounts_receivable_account_id: str | None = None
    account: LinkedLedgerAccount | None = None
    transaction_date: dt.date | None = None
    customer: LinkedCustomer | None = None
    company_id: str | None = None
    subsidiary: LinkedSubsidiary | None = None
    reconciled: bool | None = None
    status: PaymentStatus | None = None
    type: PaymentType | None = None
    allocations: tuple[Allocation, ...] = ()
    note: str | None = None
    number: str | None = None
    tracking_categories: tuple[LinkedTrackingCategory, ...] = ()
    custom_fields: tuple[CustomField, ...] = ()
    row_version: str | None = None
    display_id: str | None = None
    updated_by: str | None = None
    created_by: str | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    unallocated_amount: Decimal | None = None
    base_total_amount: Decimal | None = None
    base_refunded_amount: Decimal | None = None
