"""Nouns the vendor keeps and books do no accounting for: their records, and the operations on them, declared as data.

A noun's own rules are in its file; vendor-only fields of documents are in `kept`.
"""

from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.declared import filled
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import CUSTOM_FIELDS, PRIVATE, keep, kept, plain
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import Messages, Module, user_name
from tallystick.vendors.zoho_books.emulator.organization import OWN, Fields, Organization, OwnRecord

Shown = Callable[[Call, OwnRecord], dict[str, Any]]
RECORDS_MAX: Final = 100_000
"""Records of one noun an organisation may have: assumed, so that a noun stays bounded."""


class Switch(msgspec.Struct, frozen=True):
    """The field that says whether a record is in use, and its two values."""

    field: str = "status"
    active: Any = "active"
    inactive: Any = "inactive"


STATUS: Final = Switch()
IS_ACTIVE: Final = Switch("is_active", active=True, inactive=False)


class Noun(msgspec.Struct, frozen=True):
    """One noun with records of its own.

    `noun` begins the keys of its records. `name` is the field that every record needs, if any; no two share it,
    whatever its case, where it is `unique`. `defaults` are the fields of a record of which nothing is said. `row_of`
    and `detail_of` name the operations whose declared keys rows and records have; `keys` are those of a noun that the
    vendor's documents leave out, each with nothing set. `shown` gives the keys that are
    made, not kept. `check` reads what is to be kept (with the record as it was, None for a new one) and may refuse.
    `used` says whether a record is named by others, which keeps it from being deleted.
    """

    noun: str
    label: str
    path: str
    identity: str
    key: str
    list_key: str
    listing: Listing
    detail_of: str = ""
    row_of: str = ""
    keys: Mapping[str, Any] = {}
    name: str = ""
    unique: bool = True
    defaults: Mapping[str, Any] = {}
    switch: Switch = STATUS
    messages: Messages = Messages()
    shown: Shown = lambda _call, _record: {}
    check: Callable[[Call, OwnRecord | None, Fields], Fields] = lambda _call, _old, fields: fields
    used: Callable[[Call, OwnRecord], bool] = lambda _call, _record: False


def records_of(noun: Noun, organization: Organization) -> Mapping[str, OwnRecord]:
    """Return the records of a noun by id."""
    return organization.own(noun.noun)


def make(noun: Noun, call: Call, said: Mapping[str, Any]) -> OwnRecord:
    """Make a record of what is said. Raises Refused: 4 without a name or for one that is taken, 1009 for too many."""
    if len(records_of(noun, call.organization)) >= RECORDS_MAX:
        raise Refused("record_limit", limit=RECORDS_MAX, things=noun.list_key)
    fields = _checked(noun, call, None, said)
    now = call.now.astimezone(UTC).isoformat()
    made = {f"{PRIVATE}created_time": now, f"{PRIVATE}created_by": call.user_id}
    return _put(noun, call, call.organization.ids(), {**fields, **made}, said)


def change(noun: Noun, call: Call, old: OwnRecord, said: Mapping[str, Any]) -> OwnRecord:
    """Change what is said of a record; the rest stays. Raises Refused (4) for a name that is empty or taken."""
    return _put(noun, call, old.id, _checked(noun, call, old, said), said)


def _put(noun: Noun, call: Call, identity: str, fields: Fields, said: Mapping[str, Any]) -> OwnRecord:
    changed = {f"{PRIVATE}modified_time": call.now.astimezone(UTC).isoformat(), f"{PRIVATE}modified_by": call.user_id}
    call.organization.set_record(f"{noun.noun}{OWN}{identity}", {**fields, **changed})
    keep(call.organization, identity, said, (CUSTOM_FIELDS,))
    return records_of(noun, call.organization)[identity]


def _checked(noun: Noun, call: Call, old: OwnRecord | None, said: Mapping[str, Any]) -> Fields:
    unsaid = frozenset((CUSTOM_FIELDS, noun.identity))
    known = noun.keys or said
    given = {
        name: plain(value)
        for name, value in said.items()
        if value is not None and name in known and name not in unsaid and not name.startswith(PRIVATE)
    }
    fields: Fields = {**(noun.defaults if old is None else old.fields), **given}
    if noun.name:
        name = str(fields.get(noun.name, "")).strip()
        if not name:
            raise Refused("missing_value", field=noun.name)
        others = (one for one in records_of(noun, call.organization).values() if old is None or one.id != old.id)
        if noun.unique and any(str(one.fields[noun.name]).casefold() == name.casefold() for one in others):
            raise Refused("already_exists", thing=noun.label)
        fields[noun.name] = name
    return noun.check(call, old, fields)


def _delete(noun: Noun, call: Call, identity: str) -> None:
    if noun.used(call, records_of(noun, call.organization)[identity]):
        raise Refused("has_dependents", thing=noun.label)
    call.organization.drop_record(f"{noun.noun}{OWN}{identity}")


def switches(noun: Noun, *, active: bool) -> Callable[[Call, OwnRecord], None]:
    """Make the act that lets a record be used again, or keeps it from being used."""
    value = noun.switch.active if active else noun.switch.inactive

    def run(call: Call, record: OwnRecord) -> None:
        change(noun, call, record, {noun.switch.field: value})

    return run


def is_active(noun: Noun, record: OwnRecord) -> bool:
    """Say whether a record may be used."""
    return bool(record.fields.get(noun.switch.field, noun.switch.active) == noun.switch.active)


def _pool(noun: Noun, call: Call, record: OwnRecord) -> dict[str, Any]:
    modified_by = str(record.fields[f"{PRIVATE}modified_by"])
    return {
        "created_time": record.created_at,
        "last_modified_time": record.modified_at,
        "created_by_id": record.created_by,
        "created_by_name": user_name(call, record.created_by),
        "last_modified_by_id": modified_by,
        **{name: value for name, value in record.fields.items() if not name.startswith(PRIVATE)},
        noun.identity: record.id,
        **kept(call.organization, record.id),
        **noun.shown(call, record),
    }


def _wire(noun: Noun, operation_id: str, call: Call, record: OwnRecord) -> dict[str, Any]:
    pool = _pool(noun, call, record)
    if operation_id:
        return filled(operation_id, pool)
    return {name: pool.get(name, default) for name, default in noun.keys.items()}


def module_of(noun: Noun) -> Module:
    """Return the noun as lists, reads and writes know it."""
    return Module(
        label=noun.label,
        path=noun.path,
        identity=noun.identity,
        kind=noun.noun,
        key=noun.key,
        list_key=noun.list_key,
        documents=lambda organization: records_of(noun, organization),
        row=lambda call, record: _wire(noun, noun.row_of or noun.detail_of, call, record),
        detail=lambda call, record: _wire(noun, noun.detail_of, call, record),
        listing=noun.listing,
        messages=noun.messages,
        create=lambda call: make(noun, call, call.body),
        update=lambda call, record: change(noun, call, record, call.body),
        delete=lambda call, identity: _delete(noun, call, identity),
    )


def field(name: str) -> Callable[[Any, OwnRecord], str]:
    """Make the key of a column: the text of one field, whatever its case."""
    return lambda _, record: str(record.fields.get(name, "")).casefold()
