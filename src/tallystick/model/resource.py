"""The registry of the unified model: each Resource, its record and its Actions. Every other room enumerates it."""

from enum import StrEnum
from typing import Final

import msgspec

from tallystick.model.company import CompanyInfo
from tallystick.model.contact import Customer, Supplier
from tallystick.model.credit_note import CreditNote
from tallystick.model.invoice import Invoice
from tallystick.model.payment import Payment
from tallystick.model.record import Record
from tallystick.model.refund import Refund


class Action(StrEnum):
    """One verb on one resource."""

    LIST = "list"
    GET = "get"
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


ALL_ACTIONS: Final = tuple(Action)


class Resource(msgspec.Struct, frozen=True):
    """A noun of the unified model. `name` is how programs say it, `path` how it stands in an address."""

    name: str
    path: str
    record: type[Record]
    actions: tuple[Action, ...] = ALL_ACTIONS


RESOURCES: Final = {
    resource.name: resource
    for resource in (
        Resource("company_info", "company-info", CompanyInfo, (Action.GET,)),
        Resource("customers", "customers", Customer),
        Resource("suppliers", "suppliers", Supplier),
        Resource("invoices", "invoices", Invoice),
        Resource("payments", "payments", Payment),
        Resource("credit_notes", "credit-notes", CreditNote),
        Resource("refunds", "refunds", Refund),
    )
}
