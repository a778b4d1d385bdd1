"""Price lists: a percentage on every item's price, or a price of its own for each item, and what they make of a price.

Where a document's lines take their prices from is in `list_prices`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.documents.item import Item
from tallystick.model.money import round_money
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import amount, rows, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    page_of,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import (
    Noun,
    field,
    is_active,
    module_of,
    records_of,
    switches,
)

PERCENT_MAX: Final = Decimal(100)
ITEMS_MAX: Final = 5_000
BRACKETS_MAX: Final = 50
SALES, PURCHASES = "sales", "purchases"
CENT: Final = Decimal("0.01")
ROUNDINGS: Final[dict[str, tuple[int, Decimal]]] = {
    "no_rounding": (0, Decimal(0)),
    "round_to_dollor": (1, Decimal(0)),
    "round_to_dollar_minus_01": (1, CENT),
    "round_to_half_dollar": (2, Decimal(0)),
    "round_to_half_dollar_minus_01": (2, CENT),
}
"""How many steps a whole has that prices are rounded to (none at 0), and what is then taken off; the vendor's spelling."""


def _round(price: Decimal, fields: Fields) -> Decimal:
    steps, less = ROUNDINGS[fields["rounding_type"]]
    if not steps:
        return round_money(price, int(fields["decimal_place"]))
    return max(round_money(price * steps, 0) / steps - less, Decimal(0))


def _percent_off(price: Decimal, share: str) -> Decimal:
    """Return a price less a discount, which is written with a percent sign."""
    return price * (PERCENT_MAX - Decimal(share.rstrip("%"))) / PERCENT_MAX


def _bracket_of(row: Fields, quantity: Decimal) -> Fields | None:
    for bracket in row["price_brackets"]:
        end = bracket.get("end_quantity")
        if Decimal(bracket.get("start_quantity", "0")) <= quantity and (not end or quantity <= Decimal(end)):
            return dict(bracket)
    return None


def price_of(record: OwnRecord, item: Item, quantity: Decimal, *, rate: Decimal = Decimal(1)) -> Decimal | None:
    """Return what a list makes of an item's price, None when it says nothing about the item.

    `rate` is the document's exchange rate: item prices are in the base currency, those of a list in its own.
    """
    fields = record.fields
    price = (item.rate if fields["sales_or_purchase_type"] == SALES else item.purchase_rate) / rate
    if fields["pricebook_type"] == "fixed_percentage":
        share = Decimal(fields["percentage"]) * (1 if fields["is_increase"] else -1)
        return _round(price * (PERCENT_MAX + share) / PERCENT_MAX, fields)
    found = next((row for row in fields["pricebook_items"] if row["item_id"] == item.id), None)
    if found is not None and found["pricing_scheme"] == "volume":
        found = _bracket_of(found, quantity)
    if found is None:
        return None
    if found.get("pricebook_rate") not in (None, ""):
        return Decimal(found["pricebook_rate"])
    return _round(_percent_off(price, found["pricebook_discount"]), fields) if found.get("pricebook_discount") else None


def _number(value: Any, wire: str) -> str:
    number = amount(value, wire)
    if number < 0:
        raise Refused("invalid_value", field=wire)
    return str(number)


def _discount(value: Any) -> str:
    """Read a discount, which needs its percent sign. Raises Refused (code 2)."""
    words = text(value, "pricebook_discount")
    if not words.endswith("%") or not 0 <= amount(words[:-1].strip(), "pricebook_discount") <= PERCENT_MAX:
        raise Refused("invalid_value", field="pricebook_discount")
    return words


def _priced(row: dict[str, Any]) -> Fields:
    found: Fields = {}
    if row.get("pricebook_rate") not in (None, ""):
        found["pricebook_rate"] = _number(row["pricebook_rate"], "pricebook_rate")
    if row.get("pricebook_discount"):
        found["pricebook_discount"] = _discount(row["pricebook_discount"])
    return found


def _item_row(call: Call, row: dict[str, Any]) -> Fields:
    """Read the price of one item. Raises Refused: 2006 for an item there is not, 4 for one without a price."""
    item_id = text(row.get("item_id", ""), "item_id")
    if item_id not in call.organization.book.items:
        raise Refused("item_does_not_exist")
    brackets = rows(row.get("price_brackets", []), "price_brackets")
    if len(brackets) > BRACKETS_MAX:
        raise Refused("invalid_value", field="price_brackets")
    found: Fields = {
        "item_id": item_id,
        "pricebook_item_id": row.get("pricebook_item_id") or call.organization.ids(),
        "pricing_scheme": row.get("pricing_scheme") or ("volume" if brackets else "unit"),
        **_priced(row),
        "price_brackets": [
            {
                "pricebook_item_id": one.get("pricebook_item_id") or call.organization.ids(),
                **{
                    name: _number(one[name], name)
                    for name in ("start_quantity", "end_quantity")
                    if one.get(name) not in (None, "")
                },
                **_priced(one),
            }
            for one in brackets
        ],
    }
    prices = found["price_brackets"] if found["pricing_scheme"] == "volume" else [found]
    if not prices or not all({"pricebook_rate", "pricebook_discount"} & one.keys() for one in prices):
        raise Refused("missing_value", field="pricebook_rate")
    return found


def _check(call: Call, _: OwnRecord | None, fields: Fields) -> Fields:
    """Read a price list. Raises Refused: 4 without its type, 2 for a share, a price or a rounding that cannot be."""
    for name in ("pricebook_type", "sales_or_purchase_type"):
        if not fields.get(name):
            raise Refused("missing_value", field=name)
    book = call.organization.book
    currency_id = fields["currency_id"] or book.base_currency.id
    if currency_id not in book.currencies:
        raise Refused("does_not_exist", thing="Currency")
    share = amount(fields["percentage"], "percentage")
    if share < 0 or (share > PERCENT_MAX and not fields["is_increase"]):
        raise Refused("invalid_value", field="percentage")
    given = rows(fields["pricebook_items"], "pricebook_items")
    if len(given) > ITEMS_MAX or len({row.get("item_id") for row in given}) != len(given):
        raise Refused("invalid_value", field="pricebook_items")
    return {**fields, "currency_id": currency_id, "pricebook_items": [_item_row(call, row) for row in given]}


def _shown(call: Call, record: OwnRecord) -> dict[str, Any]:
    currency = call.organization.book.currencies.get(record.fields["currency_id"])
    return {"currency_code": "" if currency is None else currency.code}


def _is_used(call: Call, record: OwnRecord) -> bool:
    """Say whether a contact has the list; documents keep the prices they were made with."""
    kept = call.organization.records
    contacts = call.organization.book.contacts
    return any(kept.get(identity, {}).get("pricebook_id") == record.id for identity in contacts)


NOUN: Final = Noun(
    noun="pricebook",
    label="Price list",
    path="/pricebooks",
    identity="pricebook_id",
    key="pricebook",
    list_key="pricebooks",
    listing=Listing(
        report_name="Price Lists",
        columns=(
            Column("name", field("name")),
            Column("status", field("status")),
            Column("currency_id", field("currency_id")),
            Column("last_modified_time", lambda _, record: record.modified_at, Kind.TIME),
            Column("search_text", lambda _, one: f"{one.fields['name']}\n{one.fields['description']}".casefold()),
        ),
        sort="name",
        sorts=("name",),
        filters=(Filter("currency_id"), Filter("search_text", CONTAINED)),
        views={
            "Status.All": (),
            "Status.Active": (equals("status", "active"),),
            "Status.Inactive": (equals("status", "inactive"),),
        },
        view="Status.All",
        context=lambda _: {},
    ),
    detail_of="create_pricebook",
    row_of="list_pricebooks",
    name="name",
    defaults={
        "status": "active",
        "description": "",
        "currency_id": "",
        "percentage": "0",
        "is_increase": True,
        "is_default": False,
        "rounding_type": "no_rounding",
        "decimal_place": 2,
        "pricing_scheme": "unit",
        "pricebook_items": [],
    },
    messages=Messages("Price list has been created.", "Price list has been updated.", "Price list has been deleted."),
    shown=_shown,
    check=_check,
    used=_is_used,
)
MODULE: Final = module_of(NOUN)


def usable(call: Call, identity: str) -> OwnRecord:
    """Return a price list that documents may use. Raises Refused (1002) for one that is not there or not in use."""
    record: OwnRecord = MODULE.find(call.organization, identity)
    if not is_active(NOUN, record):
        raise Refused("does_not_exist", thing=NOUN.label)
    return record


def fetch_many(call: Call) -> Answer:
    """Return price lists whole; that it is the same key as the list's is assumed."""
    page, found = page_of(MODULE, call)
    values = [MODULE.detail(call, record) for record in found]
    return Answer(key="pricebooks", value=values, extra={"page_context": page.context})


def list_items(call: Call) -> Answer:
    """List the items one price list, or each of them, has a price for. The keys are those of the lists' own rows."""
    wanted = call.query.get("pricebook_id", "")
    found = [MODULE.find(call.organization, wanted)] if wanted else list(records_of(NOUN, call.organization).values())
    items, words = call.organization.book.items, call.query.get("search_text", "").casefold()
    scheme, side = call.query.get("pricing_scheme", ""), call.query.get("sales_or_purchase_type", "")
    rows_ = [
        {"pricebook_id": record.id, "name": items[row["item_id"]].name, **row}
        for record in found
        if side in {"", record.fields["sales_or_purchase_type"]}
        for row in MODULE.detail(call, record)["pricebook_items"]
        if row["item_id"] in items
        and scheme in {"", row["pricing_scheme"]}
        and words in items[row["item_id"]].name.casefold()
    ]
    few = context_of_few(call, sorted(rows_, key=lambda row: str(row["name"]).casefold()))
    return Answer(key="pricebook_items", value=few.rows, extra={"page_context": few.context})


_ID: Final = "/pricebooks/{pricebook_id}"
_KEYS: Final = "assumed(the operation is documented, not the keys of its answer)"
HANDLERS: Final = (
    Emulated("POST", "/pricebooks", creates(MODULE), SPECIFIED),
    Emulated("GET", "/pricebooks", lists(MODULE), SPECIFIED),
    Emulated("GET", "/pricebooks/bulkfetch", fetch_many, _KEYS),
    Emulated("GET", "/pricebooks/items", list_items, _KEYS, missing="filters by weight, day, category and rule"),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/active",
        acts(MODULE, switches(NOUN, active=True), "The price list has been marked active."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/inactive",
        acts(MODULE, switches(NOUN, active=False), "The price list has been marked inactive."),
        SPECIFIED,
    ),
)
