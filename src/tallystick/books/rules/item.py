"""What commands about items do. No stock is counted here."""

from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.item import (
    ActivateItem,
    CreateItem,
    DeactivateItem,
    DeleteItem,
    Item,
    UpdateItem,
)
from tallystick.books.refusal import Reason
from tallystick.books.rules.record import Rule, deletes, given, new_stamp, required_name, sets_active, stamp
from tallystick.books.work import Work

_ACCOUNT_FIELDS: Final = ("account_id", "purchase_account_id", "inventory_account_id")


def create_item(work: Work, command: CreateItem) -> Item:
    """Add an item."""
    fields = given(command)
    fields["name"] = required_name(command.name)
    return _put(work, Item(id=work.new_id(), **fields, **new_stamp(work)))


def update_item(work: Work, command: UpdateItem) -> Item:
    """Change an item."""
    old: Item = work.find(Kind.ITEM, command.id)
    new = replace(old, **given(command), **stamp(work))
    if command.name is not UNSET:
        new = replace(new, name=required_name(command.name))
    return _put(work, new)


def _put(work: Work, item: Item) -> Item:
    if work.settings.item_names_unique:
        work.refuse_taken(Kind.ITEM, "name", item.name, own_id=item.id, reason=Reason.DUPLICATE_NAME)
    work.refuse_taken(Kind.ITEM, "sku", item.sku, own_id=item.id, reason=Reason.DUPLICATE_CODE)
    for field in _ACCOUNT_FIELDS:
        account_id = getattr(item, field)
        if account_id:
            work.account(account_id, field, kept=frozenset((account_id,)))
    if item.tax_id and work.get(Kind.TAX, item.tax_id) is None:
        work.find(Kind.TAX_GROUP, item.tax_id, "tax_id")
    if item.vendor_id:
        work.find(Kind.CONTACT, item.vendor_id, "vendor_id")
    work.put(Kind.ITEM, item)
    return item


RULES: Final[dict[type, Rule]] = {
    CreateItem: create_item,
    UpdateItem: update_item,
    DeleteItem: deletes(Kind.ITEM),
    ActivateItem: sets_active(Kind.ITEM, active=True),
    DeactivateItem: sets_active(Kind.ITEM, active=False),
}
