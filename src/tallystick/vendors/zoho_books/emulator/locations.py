"""The locations of an organisation: switched on, kept, one of them primary; warehouses are the same places.

Which location a document belongs to is kept with the document, by `kept`.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import text, texts
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import (
    Noun,
    change,
    field,
    is_active,
    make,
    module_of,
    records_of,
    switches,
)
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED

TYPES: Final = frozenset(("general", "line_item_only"))
PRIMARY: Final = "Head Office"


def _users(call: Call, fields: Fields) -> list[str]:
    """Return the ids of the users of a location; all of them when it says so. Raises Refused (1002)."""
    known = call.organization.book.users
    if fields["is_all_users_selected"]:
        return []
    users = texts(fields["user_ids"], "user_ids")
    if any(identity not in known for identity in users):
        raise Refused("does_not_exist", thing="User")
    return list(users)


def _check(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    """Read a location. Raises Refused: 2 for a type there is not, 1002 for a parent or a user there is not."""
    known, parent = records_of(NOUN, call.organization), text(fields["parent_location_id"], "parent_location_id")
    if fields["type"] not in TYPES:
        raise Refused("invalid_value", field="type")
    for _ in range(len(known) + 1):
        if not parent:
            return {**fields, "user_ids": _users(call, fields)}
        if parent not in known or (old is not None and parent == old.id):
            break
        parent = known[parent].fields["parent_location_id"]
    raise Refused("does_not_exist", thing="Location")


def _shown(call: Call, record: OwnRecord) -> dict[str, Any]:
    users, named = call.organization.book.users, record.fields["user_ids"]
    shown = users.values() if record.fields["is_all_users_selected"] else [users[one] for one in named if one in users]
    return {"associated_users": [{"user_id": user.id, "user_name": user.name} for user in shown]}


def _is_used(call: Call, record: OwnRecord) -> bool:
    """Say whether a document is of the location, a location is below it, or it is the primary one."""
    below = any(one.fields["parent_location_id"] == record.id for one in records_of(NOUN, call.organization).values())
    of_it = any(kept.get("location_id") == record.id for kept in call.organization.records.values())
    return bool(record.fields["is_primary"]) or below or of_it


NOUN: Final = Noun(
    noun="location",
    label="Location",
    path="/locations",
    identity="location_id",
    key="locations",
    list_key="locations",
    listing=Listing(
        report_name="Locations",
        columns=(
            Column("location_name", field("location_name")),
            Column("status", field("status")),
            Column("order", lambda _, one: (not one.fields["is_primary"], one.fields["location_name"].casefold())),
        ),
        sort="order",
        sorts=("location_name",),
        context=lambda _: {},
    ),
    detail_of="create_location",
    name="location_name",
    defaults={
        "type": "general",
        "status": "active",
        "is_primary": False,
        "parent_location_id": "",
        "is_all_users_selected": True,
        "user_ids": [],
        "associated_series_ids": [],
    },
    messages=Messages("Location has been created.", "Location has been updated.", "The location has been deleted.."),
    shown=_shown,
    check=_check,
    used=_is_used,
)
MODULE: Final = module_of(NOUN)


def enable(call: Call) -> Answer:
    """Switch locations on: the organisation itself becomes the primary one. What is on stays on."""
    if not records_of(NOUN, call.organization):
        make(NOUN, call, {"location_name": PRIMARY, "is_primary": True})
    return Answer(message=call.operation.message)


def create(call: Call) -> Answer:
    """Add a location. Raises Refused while locations are not switched on."""
    if not records_of(NOUN, call.organization):
        raise Refused("rule", sentence="Enable locations before adding one.")
    return creates(MODULE)(call)


def deactivate(call: Call, record: OwnRecord) -> None:
    """Keep a location from being used. Raises Refused for the primary one."""
    if record.fields["is_primary"]:
        raise Refused("status_change", thing="The location", action="marked as inactive", status="primary")
    switches(NOUN, active=False)(call, record)


def make_primary(call: Call, record: OwnRecord) -> None:
    """Make a location the primary one in place of another. Raises Refused for one that is not in use."""
    if not is_active(NOUN, record):
        raise Refused("status_change", thing="The location", action="marked as primary", status="inactive")
    for one in list(records_of(NOUN, call.organization).values()):
        if one.fields["is_primary"] != (one.id == record.id):
            change(NOUN, call, one, {"is_primary": one.id == record.id})


def list_warehouses(call: Call) -> Answer:
    """Return the locations under the name they had before."""
    rows = [
        {
            "warehouse_id": record.id,
            "warehouse_name": record.fields["location_name"],
            "is_primary": record.fields["is_primary"],
            "status": record.fields["status"],
        }
        for record in records_of(NOUN, call.organization).values()
    ]
    few = context_of_few(call, rows)
    return Answer(key="warehouses", value=few.rows, extra={"page_context": few.context})


_ID: Final = "/locations/{location_id}"
HANDLERS: Final = (
    Emulated("POST", "/settings/locations/enable", enable, SPECIFIED),
    Emulated("POST", "/locations", create, SPECIFIED),
    Emulated("GET", "/locations", lists(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/active",
        acts(MODULE, switches(NOUN, active=True), "The location has been marked as active."),
        SPECIFIED,
    ),
    Emulated(
        "POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The location has been marked as inactive."), SPECIFIED
    ),
    Emulated(
        "POST",
        f"{_ID}/markasprimary",
        acts(MODULE, make_primary, "The location has been marked as primary."),
        SPECIFIED,
    ),
    Emulated("GET", "/settings/warehouses", list_warehouses, CALLED),
)
