"""Sales orders of customers and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields


class SalesOrderState(StrEnum):
    """The stored state of an order; how far it is invoiced is derived (`lifecycle.sales_order_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    VOID = "void"


class Invoiced(msgspec.Struct, frozen=True, gc=False):
    """What one invoice bills of an order: a quantity for each of the order's lines it names."""

    invoice_id: str
    quantities: tuple[tuple[str, Decimal], ...] = ()


class SalesOrder(SalesDocument, frozen=True, kw_only=True, gc=False):
    """An order. `invoices` are those made of it that are not void, kept up as they come and go."""

    state: SalesOrderState
    shipment_date: dt.date | None = None
    delivery_method: str = ""
    estimate_id: str = ""
    invoices: tuple[Invoiced, ...] = ()


class SalesOrderFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of an order."""

    shipment_date: Given[dt.date | None] = msgspec.UNSET
    delivery_method: Given[str] = msgspec.UNSET


class CreateSalesOrder(SalesOrderFields, frozen=True, kw_only=True):
    """Make an order, a draft unless `state` says open, of an estimate when one is named."""

    state: SalesOrderState = SalesOrderState.DRAFT
    estimate_id: str = ""


class UpdateSalesOrder(SalesOrderFields, frozen=True, kw_only=True):
    """Change an order that is not invoiced; lines are replaced whole."""

    id: str


class DeleteSalesOrder(Target, frozen=True, kw_only=True):
    """Remove an order that is not invoiced."""


class MarkSalesOrderOpen(Target, frozen=True, kw_only=True):
    """Confirm an order."""


class VoidSalesOrder(Target, frozen=True, kw_only=True):
    """Keep an order on record that will not be carried out."""
