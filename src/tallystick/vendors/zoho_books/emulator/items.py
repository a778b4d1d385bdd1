"""Items, goods and services alike: list, create, read, update, delete, active and inactive, details of several.

Stock is not counted here.
"""

from typing import Any, Final

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.item import (
    ActivateItem,
    CreateItem,
    DeactivateItem,
    DeleteItem,
    Item,
    ItemKind,
    UpdateItem,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, keep, kept, put
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, NUMBER, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    identities_of,
    lists,
    local_date,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes, whole

DETAIL: Final = shapes("items")["detail"]
ROW: Final = shapes("items")["row"]
SOLD: Final = frozenset({ItemKind.SALES, ItemKind.SALES_AND_PURCHASES, ItemKind.INVENTORY})
BOUGHT: Final = frozenset({ItemKind.PURCHASES, ItemKind.SALES_AND_PURCHASES, ItemKind.INVENTORY})

FIELDS: Final = (
    Field("name", "name", text),
    Field("rate", "rate", amount),
    Field("description", "description", text),
    Field("sku", "sku", text),
    Field("unit", "unit", text),
    Field("account_id", "account_id", text),
    Field("tax_id", "tax_id", text),
    Field("item_type", "kind", choice(ItemKind)),
    Field("product_type", "product_kind", text),
    Field("purchase_rate", "purchase_rate", amount),
    Field("purchase_description", "purchase_description", text),
    Field("purchase_account_id", "purchase_account_id", text),
    Field("inventory_account_id", "inventory_account_id", text),
    Field("vendor_id", "vendor_id", text),
)
KEPT: Final = (
    "custom_fields",
    "tags",
    "hsn_or_sac",
    "is_taxable",
    "tax_exemption_id",
    "purchase_tax_exemption_id",
    "reorder_level",
    "item_tax_preferences",
    "brand",
    "manufacturer",
)


def _fields(call: Call) -> dict[str, Any]:
    body = {name: value for name, value in call.body.items() if value != "" or name in _MAY_BE_EMPTIED}
    return given(body, FIELDS)


_MAY_BE_EMPTIED: Final = frozenset({"description", "sku", "unit", "purchase_description", "tax_id", "vendor_id"})


def create(call: Call) -> Item:
    """Create an item. Raises Refused: code 2 without a name."""
    if not call.body.get("name"):
        raise Refused("invalid_value", field="name")
    item: Item = call.organization.execute(CreateItem(user_id=call.user_id, **_fields(call)))
    keep(call.organization, item.id, call.body, KEPT)
    return item


def update(call: Call, item: Item) -> Item:
    """Change an item; documents keep the price they were made with."""
    changed: Item = call.organization.execute(UpdateItem(id=item.id, user_id=call.user_id, **_fields(call)))
    keep(call.organization, item.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete an item that no transaction names."""
    call.organization.execute(DeleteItem(id=identity, user_id=call.user_id))


def _common(call: Call, item: Item) -> dict[str, Any]:
    book = call.organization.book
    account_id = item.account_id or (book.system(SystemAccount.SALES) if item.kind in SOLD else "")
    account, purchase = book.accounts.get(account_id), book.accounts.get(item.purchase_account_id)
    tax = book.taxes.get(item.tax_id) or book.tax_groups.get(item.tax_id)
    return {
        "item_id": item.id,
        "name": item.name,
        "sku": item.sku,
        "status": "active" if item.active else "inactive",
        "source": "api",
        "unit": item.unit,
        "description": item.description,
        "rate": item.rate,
        "account_id": account_id,
        "account_name": "" if account is None else account.name,
        "tax_id": item.tax_id,
        "tax_name": "" if tax is None else tax.name,
        "tax_percentage": 0 if tax is None else whole(tax.percentage),
        "purchase_description": item.purchase_description,
        "purchase_rate": item.purchase_rate,
        "purchase_account_id": item.purchase_account_id,
        "purchase_account_name": "" if purchase is None else purchase.name,
        "can_be_sold": item.kind in SOLD,
        "can_be_purchased": item.kind in BOUGHT,
        "track_inventory": item.kind is ItemKind.INVENTORY,
        "item_type": item.kind.value,
        "product_type": item.product_kind,
        "created_time": item.created_at,
        "last_modified_time": item.modified_at,
    }


def row(call: Call, item: Item) -> dict[str, Any]:
    """Return one row of the item list."""
    vendor = call.organization.book.contacts.get(item.vendor_id)
    return {
        **ROW,
        **_common(call, item),
        "item_name": item.name,
        "vendor_name": "" if vendor is None else vendor.name,
        **{name: value for name, value in kept(call.organization, item.id).items() if name in ROW},
    }


def detail(call: Call, item: Item) -> dict[str, Any]:
    """Return one item with all keys."""
    common = _common(call, item)
    return {
        **DETAIL,
        **common,
        "tax_type": "tax" if common["tax_name"] else "",
        "pricebook_rate": item.rate,
        "sales_rate": item.rate,
        "default_price_brackets": [{"start_quantity": 1, "end_quantity": 1, "pricebook_rate": item.rate}],
        "created_at": local_date(call, item.created_at),
        **kept(call.organization, item.id),
    }


def _tax_name(view: Any, item: Item) -> str:
    tax = view.book.taxes.get(item.tax_id) or view.book.tax_groups.get(item.tax_id)
    return "" if tax is None else tax.name.casefold()


LISTING: Final = Listing(
    report_name="Items",
    columns=(
        Column("name", lambda _, item: item.name.casefold()),
        Column("description", lambda _, item: item.description.casefold()),
        Column("sku", lambda _, item: item.sku.casefold()),
        Column("rate", lambda _, item: item.rate, Kind.NUMBER),
        Column("tax_id", lambda _, item: item.tax_id),
        Column("tax_name", _tax_name, looks_at=("tax", "tax_group")),
        Column("is_taxable", lambda _, item: "true" if item.tax_id else "false"),
        Column("account_id", lambda view, item: item.account_id or view.book.system(SystemAccount.SALES)),
        Column("status", lambda _, item: "active" if item.active else "inactive"),
        Column("last_modified_time", lambda _, item: item.modified_at, Kind.TIME),
        Column("search_text", lambda _, item: f"{item.name}\n{item.sku}\n{item.description}".casefold()),
    ),
    sort="name",
    sorts=("name", "rate", "tax_name"),
    filters=(
        Filter("name", TEXT),
        Filter("description", TEXT),
        Filter("sku", TEXT),
        Filter("rate", NUMBER),
        Filter("tax_id"),
        Filter("tax_name", TEXT),
        Filter("is_taxable"),
        Filter("account_id"),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        "Status.Active": (equals("status", "active"),),
        "Status.Inactive": (equals("status", "inactive"),),
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Item",
    path="/items",
    identity="item_id",
    kind="item",
    key="item",
    list_key="items",
    documents=lambda organization: organization.book.items,
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The item has been added.",
        updated="Item details have been saved.",
        deleted="The item has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
    missing_error="item_does_not_exist",
)


def activate(call: Call, item: Item) -> None:
    """Let an item be used again."""
    call.organization.execute(ActivateItem(id=item.id, user_id=call.user_id))


def deactivate(call: Call, item: Item) -> None:
    """Keep an item from being used in new documents."""
    call.organization.execute(DeactivateItem(id=item.id, user_id=call.user_id))


def _shows(*, in_portal: bool) -> Any:
    def run(call: Call, item: Item) -> None:
        if in_portal and item.kind not in SOLD:
            raise Refused("status_change", thing="The item", action="added to the portal", status="not for sale")
        put(call.organization, item.id, **{f"{PRIVATE}in_portal": in_portal})

    return run


def list_details(call: Call) -> Answer:
    """Return several items whole, by `item_ids`."""
    items = [MODULE.find(call.organization, identity) for identity in identities_of(MODULE, call, "item_ids")]
    return Answer(key="items", value=[detail(call, item) for item in items])


SHOWN: Final = "The item has been added to the portal."
PORTAL: Final = "documented(the vendor's OpenAPI documents; no key of an item tells it, so it is kept out of sight)"
_ID: Final = "/items/{item_id}"
HANDLERS: Final = (
    Emulated("POST", "/items", creates(MODULE), RECORDED, missing="stock"),
    Emulated("GET", "/items", lists(MODULE), RECORDED),
    Emulated("POST", "/items/addtoportal", acts_on_many(MODULE, "item_ids", _shows(in_portal=True), SHOWN), PORTAL),
    Emulated("POST", f"{_ID}/addtoportal", acts(MODULE, _shows(in_portal=True), SHOWN), PORTAL),
    Emulated(
        "POST",
        f"{_ID}/removefromportal",
        acts(MODULE, _shows(in_portal=False), "The item has been removed from the portal."),
        PORTAL,
    ),
    Emulated("GET", "/itemdetails", list_details, SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), RECORDED, missing="stock"),
    Emulated("PUT", _ID, updates(MODULE), RECORDED, missing="stock"),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The item has been marked as active."), SPECIFIED),
    Emulated("POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The item has been marked as inactive."), SPECIFIED),
)
