"""How one record points at another: an id, and what a reader wants to see without following it. Never whole records."""

from decimal import Decimal

from tallystick.model.record import Record


class LinkedCustomer(Record, frozen=True, kw_only=True):
    """The customer of a document."""

    id: str | None = None
    display_id: str | None = None
    display_name: str | None = None
    name: str | None = None
    company_name: str | None = None
    email: str | None = None


class LinkedSubsidiary(Record, frozen=True, kw_only=True):
    """The subsidiary a document belongs to."""

    id: str | None = None
    name: str | None = None


class LinkedLedgerAccount(Record, frozen=True, kw_only=True):
    """An account of the chart of accounts."""

    id: str | None = None
    name: str | None = None
    nominal_code: str | None = None
    code: str | None = None
    parent_id: str | None = None
    display_id: str | None = None


class LinkedInvoiceItem(Record, frozen=True, kw_only=True):
    """The product or service of a line."""

    id: str | None = None
    code: str | None = None
    name: str | None = None


class LinkedTaxRate(Record, frozen=True, kw_only=True):
    """A tax; `rate` in percent."""

    id: str | None = None
    code: str | None = None
    name: str | None = None
    rate: Decimal | None = None


class LinkedTrackingCategory(Record, frozen=True, kw_only=True):
    """One option of a tracking category, and the category it belongs to (`parent_…`)."""

    id: str | None = None
    code: str | None = None
    name: str | None = None
    parent_id: str | None = None
    parent_name: str | None = None


class LinkedParentCustomer(Record, frozen=True, kw_only=True):
    """The customer above this one."""

    id: str | None = None
    name: str | None = None
