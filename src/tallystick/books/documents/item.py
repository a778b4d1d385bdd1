"""Goods and services with their prices and accounts, and the commands about them. No stock is counted here."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class ItemKind(StrEnum):
    """What an item is traded for."""

    SALES = "sales"
    PURCHASES = "purchases"
    SALES_AND_PURCHASES = "sales_and_purchases"
    INVENTORY = "inventory"


class Item(Document, frozen=True, kw_only=True, gc=False):
    """Something sold or bought. Rates are in the base currency; empty account ids mean the default accounts."""

    name: str
    sku: str = ""
    unit: str = ""
    description: str = ""
    rate: Decimal = Decimal(0)
    account_id: str = ""
    tax_id: str = ""
    kind: ItemKind = ItemKind.SALES
    product_kind: str = "goods"
    purchase_rate: Decimal = Decimal(0)
    purchase_description: str = ""
    purchase_account_id: str = ""
    inventory_account_id: str = ""
    vendor_id: str = ""
    active: bool = True


class ItemFields(Command, frozen=True, kw_only=True):
    """What may be said of an item."""

    name: Given[str] = msgspec.UNSET
    sku: Given[str] = msgspec.UNSET
    unit: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    rate: Given[Decimal] = msgspec.UNSET
    account_id: Given[str] = msgspec.UNSET
    tax_id: Given[str] = msgspec.UNSET
    kind: Given[ItemKind] = msgspec.UNSET
    product_kind: Given[str] = msgspec.UNSET
    purchase_rate: Given[Decimal] = msgspec.UNSET
    purchase_description: Given[str] = msgspec.UNSET
    purchase_account_id: Given[str] = msgspec.UNSET
    inventory_account_id: Given[str] = msgspec.UNSET
    vendor_id: Given[str] = msgspec.UNSET


class CreateItem(ItemFields, frozen=True, kw_only=True):
    """Add an item; `name` is required, stock-keeping units are unique."""


class UpdateItem(ItemFields, frozen=True, kw_only=True):
    """Change an item; documents keep the price they were made with."""

    id: str


class DeleteItem(Target, frozen=True, kw_only=True):
    """Remove an item that no document names."""


class ActivateItem(Target, frozen=True, kw_only=True):
    """Let an item be used again."""


class DeactivateItem(Target, frozen=True, kw_only=True):
    """Keep an item from being used in new documents."""
