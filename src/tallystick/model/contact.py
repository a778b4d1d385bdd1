"""Whom a company trades with: customers and suppliers. A vendor may keep both as one noun; here they are two."""

import datetime as dt
from enum import StrEnum

from tallystick.model.address import Address, Email, PhoneNumber, Website
from tallystick.model.custom_field import CustomField
from tallystick.model.linked import LinkedLedgerAccount, LinkedParentCustomer, LinkedSubsidiary, LinkedTaxRate
from tallystick.model.record import Record


class ContactStatus(StrEnum):
    """Whether one still trades with the contact."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    ARCHIVED = "archived"
    GDPR_ERASURE_REQUEST = "gdpr-erasure-request"
    UNKNOWN = "unknown"


class Contact(Record, frozen=True, kw_only=True):
    """What customers and suppliers share. `display_name` is the name on documents."""

    id: str | None = None
    downstream_id: str | None = None
    display_id: str | None = None
    display_name: str | None = None
    company_name: str | None = None
    company_id: str | None = None
    subsidiary: LinkedSubsidiary | None = None
    title: str | None = None
    first_name: str | None = None
    middle_name: str | None = None
    last_name: str | None = None
    suffix: str | None = None
    individual: bool | None = None
    addresses: tuple[Address, ...] = ()
    phone_numbers: tuple[PhoneNumber, ...] = ()
    emails: tuple[Email, ...] = ()
    websites: tuple[Website, ...] = ()
    notes: str | None = None
    tax_rate: LinkedTaxRate | None = None
    tax_number: str | None = None
    taxable: bool | None = None
    currency: str | None = None
    account: LinkedLedgerAccount | None = None
    status: ContactStatus | None = None
    payment_method: str | None = None
    terms: str | None = None
    terms_id: str | None = None
    channel: str | None = None
    custom_fields: tuple[CustomField, ...] = ()
    row_version: str | None = None
    updated_by: str | None = None
    created_by: str | None = None
    updated_at: dt.datetime | None = None
    created_at: dt.datetime | None = None


class Customer(Contact, frozen=True, kw_only=True):
    """Someone who buys."""

    customer_category: str | None = None
    project: bool | None = None
    parent: LinkedParentCustomer | None = None


class Supplier(Contact, frozen=True, kw_only=True):
    """Someone who sells."""

    supplier_category: str | None = None
    issued_method: str | None = None
    issued_email: str | None = None
