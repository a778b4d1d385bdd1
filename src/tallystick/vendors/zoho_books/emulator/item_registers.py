"""What items are sorted by: their units, categories and brands. The items themselves are in `items`."""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import Emulated, Messages, creates, deletes, lists, updates
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, field, module_of, records_of
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED, WRAPPERS


def _listing(name: str, report_name: str) -> Listing:
    return Listing(
        report_name=report_name, columns=(Column(name, field(name)),), sort=name, sorts=(name,), context=lambda _: {}
    )


def _messages(label: str) -> Messages:
    return Messages(*(f"The {label} has been {word}." for word in ("added", "updated", "deleted")))


UNIT: Final = Noun(
    noun="unit",
    label="Unit",
    path="/settings/units",
    identity="unit_id",
    key="unit",
    list_key="units",
    listing=_listing("unit", "Units"),
    keys={"unit_id": "", "unit": ""},
    name="unit",
    messages=_messages("unit"),
    used=lambda call, record: any(one.unit == record.fields["unit"] for one in call.organization.book.items.values()),
)


BRAND: Final = Noun(
    noun="brand",
    label="Brand",
    path="/brands",
    identity="brand_id",
    key="brand",
    list_key="brands",
    listing=_listing("name", "Brands"),
    keys={"brand_id": "", "name": ""},
    name="name",
    messages=_messages("brand"),
)


def _check_category(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    """Refuse (1002) a parent that is not there, or that is the category itself or below it."""
    known, parent = records_of(CATEGORY, call.organization), str(fields["parent_category_id"])
    for _ in range(len(known) + 1):
        if not parent:
            return fields
        if parent not in known or (old is not None and parent == old.id):
            break
        parent = str(known[parent].fields["parent_category_id"])
    raise Refused("does_not_exist", thing="Category")


def _is_parent(call: Call, record: OwnRecord) -> bool:
    known = records_of(CATEGORY, call.organization).values()
    return any(one.fields["parent_category_id"] == record.id for one in known)


CATEGORY: Final = Noun(
    noun="category",
    label="Category",
    path="/categories",
    identity="category_id",
    key="category",
    list_key="categories",
    listing=_listing("name", "Categories"),
    keys={"category_id": "", "name": "", "description": "", "parent_category_id": ""},
    name="name",
    defaults={"description": "", "parent_category_id": ""},
    messages=_messages("category"),
    check=_check_category,
    used=_is_parent,
)


def _emulated(noun: Noun, evidence: str, *, changes: bool = True) -> tuple[Emulated, ...]:
    module, one = module_of(noun), f"{noun.path}/{{{noun.identity}}}"
    found = (
        Emulated("GET", noun.path, lists(module), evidence),
        Emulated("POST", noun.path, creates(module), evidence),
        Emulated("DELETE", one, deletes(module), evidence),
    )
    return (*found, Emulated("PUT", one, updates(module), evidence)) if changes else found


def _none(key: str) -> Any:
    def run(call: Call) -> Answer:
        few = context_of_few(call, [])
        return Answer(key=key, value=few.rows, extra={"page_context": few.context})

    return run


HANDLERS: Final = (
    *_emulated(UNIT, WRAPPERS, changes=False),
    *_emulated(BRAND, CALLED),
    *_emulated(CATEGORY, CALLED),
    # The sandbox has no goods that are grouped or made of others: there are none to list.
    Emulated("GET", "/itemgroups", _none("itemgroups"), CALLED, missing="item groups"),
    Emulated("GET", "/compositeitems", _none("composite_items"), CALLED, missing="composite items"),
    Emulated("GET", "/settings/emailtemplates", _none("emailtemplates"), CALLED, missing="mail templates"),
    Emulated("GET", "/settings/custombuttons", _none("custombuttons"), CALLED, missing="buttons of one's own"),
)
