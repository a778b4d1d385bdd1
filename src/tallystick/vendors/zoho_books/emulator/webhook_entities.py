"""What webhooks and workflow rules can be about: the vendor's entities, where each is read, and what happens to them.

Nothing is matched or sent here.
"""

from enum import StrEnum
from typing import Final

import msgspec

from tallystick.books.change import Kind


class Event(StrEnum):
    """What happens to a record."""

    CREATED = "created"
    EDITED = "edited"
    DELETED = "deleted"
    DATE = "date"


class Entity(msgspec.Struct, frozen=True):
    """One entity: the kind of its documents (a noun of the vendor's own has its noun), and the path they are read at.

    `only` is a field of the wire form and the value it has, for an entity that is a part of a noun.
    """

    kind: str
    path: str
    only: tuple[str, str] = ("", "")


_TASK: Final = "task"
ENTITIES: Final[dict[str, Entity]] = {
    "contact": Entity(Kind.CONTACT, "/contacts"),
    "customer": Entity(Kind.CONTACT, "/contacts", ("contact_type", "customer")),
    "vendor": Entity(Kind.CONTACT, "/contacts", ("contact_type", "vendor")),
    "item": Entity(Kind.ITEM, "/items"),
    "estimate": Entity(Kind.ESTIMATE, "/estimates"),
    "salesorder": Entity(Kind.SALES_ORDER, "/salesorders"),
    "deliverychallan": Entity(Kind.DELIVERY_CHALLAN, "/deliverychallans"),
    "invoice": Entity(Kind.INVOICE, "/invoices"),
    "recurringinvoice": Entity(Kind.RECURRING_INVOICE, "/recurringinvoices"),
    "retainerinvoice": Entity(Kind.RETAINER_INVOICE, "/retainerinvoices"),
    "salesreceipt": Entity(Kind.SALES_RECEIPT, "/salesreceipts"),
    "creditnote": Entity(Kind.CREDIT_NOTE, "/creditnotes"),
    "customerpayment": Entity(Kind.PAYMENT, "/customerpayments"),
    "expense": Entity(Kind.EXPENSE, "/expenses"),
    "purchaseorder": Entity(Kind.PURCHASE_ORDER, "/purchaseorders"),
    "recurringexpense": Entity(Kind.RECURRING_EXPENSE, "/recurringexpenses"),
    "bill": Entity(Kind.BILL, "/bills"),
    "recurringbill": Entity(Kind.RECURRING_BILL, "/recurring_bills"),
    "vendorcredit": Entity(Kind.VENDOR_CREDIT, "/vendorcredits"),
    "vendorpayment": Entity(Kind.VENDOR_PAYMENT, "/vendorpayments"),
    "journal": Entity(Kind.JOURNAL, "/journals"),
    "recurringjournal": Entity(Kind.RECURRING_JOURNAL, "/recurringjournals"),
    "project": Entity(Kind.PROJECT, "/projects"),
    "fixedasset": Entity(Kind.FIXED_ASSET, "/fixedassets"),
    "task": Entity(_TASK, "/tasks"),
}
"""Entities by name without underscores: clients in production send `salesorder`, `customer` and `customer_payment`."""
KINDS: Final = frozenset(str(entity.kind) for entity in ENTITIES.values())

_EVENTS: Final = {
    "created": Event.CREATED,
    "added": Event.CREATED,
    "add": Event.CREATED,
    "edited": Event.EDITED,
    "updated": Event.EDITED,
    "edit": Event.EDITED,
    "deleted": Event.DELETED,
    "delete": Event.DELETED,
}
"""What the last word of an event's name means; the vendor documents the list of events, not their names."""


def find_entity(name: str) -> Entity | None:
    """Return the entity of a name, however it is cut into words."""
    return ENTITIES.get(name.replace("_", "").replace(" ", "").casefold())


def find_event(name: str) -> Event | None:
    """Return what an event's name means: `created`, `invoice_created` and `invoice.created` are one."""
    return _EVENTS.get(name.replace(".", "_").rpartition("_")[2].casefold())
