"""Custom modules: nouns an organisation defines for itself. Their records are in `custom_module_records`."""

import re
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, lists
from tallystick.vendors.zoho_books.emulator.organization import OWN, Fields, Organization, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import (
    IS_ACTIVE,
    Noun,
    change,
    field,
    make,
    module_of,
    records_of,
)

PREFIX: Final = "cm_"
MODULES_MAX: Final = 50
"""Custom modules an organisation may have; assumed."""


def _check(_: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    """Read a module; its api name is made of its first name and stays. Raises Refused (4) without a plural."""
    if not str(fields.get("plural_name", "")).strip():
        raise Refused("missing_value", field="plural_name")
    if old is None:
        slug = re.sub(r"[^a-z0-9]+", "_", str(fields["module_name"]).casefold()).strip("_")
        if not slug:
            raise Refused("invalid_value", field="module_name")
        fields["module_api_name"] = PREFIX + slug.removeprefix(PREFIX)
    return fields


NOUN: Final = Noun(
    noun="module",
    label="Module",
    path="/settings/modules",
    identity="module_id",
    key="module",
    list_key="modules",
    listing=Listing(
        report_name="Modules",
        columns=(Column("module_name", field("module_name")),),
        sort="module_name",
        sorts=("module_name",),
        context=lambda _: {},
    ),
    detail_of="get_custom_module",
    name="module_name",
    switch=IS_ACTIVE,
    defaults={"is_active": True, "shared_type": "public"},
    shown=lambda _, record: {"singular_name": record.fields["module_name"]},
    check=_check,
)
MODULE: Final = module_of(NOUN)


def module_named(organization: Organization, api_name: str) -> OwnRecord | None:
    """Return a custom module by its api name."""
    known = records_of(NOUN, organization).values()
    return next((one for one in known if one.fields["module_api_name"] == api_name), None)


def _named(call: Call) -> OwnRecord:
    found = module_named(call.organization, call.ids["module_api_name"])
    if found is None:
        raise Refused("does_not_exist", thing=NOUN.label)
    return found


def _answer(call: Call, record: OwnRecord) -> Answer:
    return Answer(message=call.operation.message, key="module", value=MODULE.detail(call, record))


def create(call: Call) -> Answer:
    """Define a module. Raises Refused: 4 without its names or for one there is, 1009 beyond MODULES_MAX."""
    if len(records_of(NOUN, call.organization)) >= MODULES_MAX:
        raise Refused("record_limit", limit=MODULES_MAX, things="custom modules")
    made = make(NOUN, call, call.body)
    api_name = made.fields["module_api_name"]
    same = (one for one in records_of(NOUN, call.organization).values() if one.fields["module_api_name"] == api_name)
    if sum(1 for _ in same) > 1:
        raise Refused("already_exists", thing=NOUN.label)
    return _answer(call, made)


def read(call: Call) -> Answer:
    """Read a module by its api name."""
    return _answer(call, _named(call))


def update(call: Call) -> Answer:
    """Change a module; its api name stays."""
    return _answer(call, change(NOUN, call, _named(call), call.body))


def delete(call: Call) -> Answer:
    """Delete a module. Raises Refused (36) while it has records, unless `force_delete` takes them along."""
    record = _named(call)
    noun = record.fields["module_api_name"]
    records = list(call.organization.own(noun))
    if records and call.query.get("force_delete", "").lower() != "true":
        raise Refused("has_dependents", thing=NOUN.label)
    for identity in records:
        call.organization.drop_record(f"{noun}{OWN}{identity}")
    call.organization.drop_record(f"{NOUN.noun}{OWN}{record.id}")
    return Answer(message=call.operation.message)


_ID: Final = "/settings/modules/{module_api_name}"
_KEPT: Final[dict[str, Any]] = {"missing": "permissions and sharing are only kept"}
HANDLERS: Final = (
    Emulated("POST", "/settings/modules", create, SPECIFIED, **_KEPT),
    Emulated("GET", "/settings/modules", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, read, SPECIFIED),
    Emulated("PUT", _ID, update, SPECIFIED, **_KEPT),
    Emulated("DELETE", _ID, delete, SPECIFIED),
)
