"""The two sides of trade: whom a priced document may name, and what it takes of an item. No figure is computed here."""

from typing import Final

import msgspec

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.item import ItemKind


class Trade(msgspec.Struct, frozen=True):
    """One side of trade, as data.

    `rate`, `description` and `account` are the item's fields a line takes what is unsaid from, `refused` the kind of
    item that is not traded on this side. `account_default` serves lines whose item names no account; with
    `account_required` a line without an item has to name its own.
    """

    role: ContactRole
    refused: ItemKind
    rate: str
    description: str
    account: str
    account_default: SystemAccount
    account_required: bool = False


SALES: Final = Trade(ContactRole.CUSTOMER, ItemKind.PURCHASES, "rate", "description", "account_id", SystemAccount.SALES)
PURCHASES: Final = Trade(
    ContactRole.VENDOR,
    ItemKind.SALES,
    "purchase_rate",
    "purchase_description",
    "purchase_account_id",
    SystemAccount.COST_OF_GOODS_SOLD,
    account_required=True,
)
