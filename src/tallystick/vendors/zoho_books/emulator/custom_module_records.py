"""The records of custom modules: list, create, read, change and delete, one by one and several at once.

The modules themselves are in `custom_modules`; a path of a module that nobody has defined is no path at all.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from msgspec.structs import replace

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import comments_of
from tallystick.vendors.zoho_books.emulator.custom_modules import module_named
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, definitions
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module, deletes_many, page_of
from tallystick.vendors.zoho_books.emulator.organization import OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, change, field, make, module_of, records_of
from tallystick.vendors.zoho_books.emulator.parse import WHOLE

NAME: Final = "record_name"
NUMERIC: Final = "numeric"
"""The names of those fields of a record that are exact numbers and kept as their text."""
OWN_FIELD: Final = re.compile(r"cf_[a-z0-9_]{1,100}")
FIELDS_MAX: Final = 200
NOUNS_MAX: Final = 256
BULK_MAX: Final = 200


def _words(_: Any, record: OwnRecord) -> str:
    return "\n".join(str(value) for name, value in record.fields.items() if not name.startswith(PRIVATE)).casefold()


LISTING: Final = Listing(
    report_name="Module Records",
    columns=(
        Column(NAME, field(NAME)),
        Column("status", field("status")),
        Column("created_time", lambda _, one: one.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, one: one.modified_at, Kind.TIME),
        Column("search_text", _words),
    ),
    sort="created_time",
    descending=True,
    sorts=(NAME, "created_time", "last_modified_time"),
    filters=(Filter("search_text", CONTAINED),),
    views={
        "Status.All": (),
        "Status.Active": (equals("status", "active"),),
        "Status.Inactive": (equals("status", "inactive"),),
    },
    view="Status.All",
    context=lambda _: {},
)


@lru_cache(maxsize=NOUNS_MAX)
def _noun(api_name: str) -> Noun:
    """Return the noun of a custom module; it is the same whatever organisation has defined it."""
    return Noun(
        noun=api_name,
        label="Record",
        path=f"/{api_name}",
        identity="module_id",
        key="module_record",
        list_key="module_record",
        listing=LISTING,
        name=NAME,
        unique=False,
        defaults={"status": "active", NUMERIC: []},
    )


@lru_cache(maxsize=NOUNS_MAX)
def _module(api_name: str) -> Module:
    return module_of(_noun(api_name))


def _of(call: Call) -> tuple[OwnRecord, Noun, Module]:
    """Return the module a path names, as a record, a noun and a list. Raises Refused (404, code 5) for any other."""
    found = module_named(call.organization, call.ids["module_name"])
    if found is None:
        raise Refused("unknown_route")
    api_name = found.fields["module_api_name"]
    return found, _noun(api_name), _module(api_name)


def _row(noun: Noun, call: Call, record: OwnRecord) -> dict[str, Any]:
    fields, numeric = record.fields, frozenset(record.fields[NUMERIC])
    own: dict[str, Any] = {}
    for name, value in fields.items():
        if OWN_FIELD.fullmatch(name):
            own[name] = Decimal(value) if name in numeric else value
            own[f"{name}_formatted"] = value if isinstance(value, str) else str(value)
    return {
        "module_record_id": record.id,
        "module_api_name": noun.noun,
        "last_modified_time": record.modified_at,
        "last_modified_time_formatted": f"{record.modified_at.astimezone(call.now.tzinfo):%d %b %Y %I:%M %p}",
        "created_time": record.created_at,
        "created_time_formatted": f"{record.created_at.astimezone(call.now.tzinfo):%d %b %Y %I:%M %p}",
        "created_by_id": record.created_by,
        "last_modified_by_id": fields[f"{PRIVATE}modified_by"],
        NAME: fields[NAME],
        f"{NAME}_formatted": fields[NAME],
        **own,
    }


def _said(body: Mapping[str, Any], old: OwnRecord | None) -> dict[str, Any]:
    """Return what a body says of a record: its name and fields of its own; others are passed over.

    Raises Refused (code 2) for too many, or a name that is no text.
    """
    said = {name: value for name, value in body.items() if OWN_FIELD.fullmatch(name)}
    if len(said) > FIELDS_MAX:
        raise Refused("invalid_value", field="record")
    before = set(() if old is None else old.fields[NUMERIC]) - said.keys()
    numeric = sorted(before | {name for name, value in said.items() if isinstance(value, Decimal)})
    if NAME in body:
        said[NAME] = text(body[NAME], NAME)
    return {**said, NUMERIC: numeric}


def list_records(call: Call) -> Answer:
    """List a module's records; they can be sorted by any field of their own."""
    _, noun, module = _of(call)
    column = call.query.get("sort_column", "")
    known = records_of(noun, call.organization).values()
    if OWN_FIELD.fullmatch(column) and any(column in record.fields for record in known):
        # One more index for one more way of sorting: its path is its name among the organisation's lists.
        key = _sorting(column)
        listing = replace(LISTING, columns=(*LISTING.columns, key), sorts=(*LISTING.sorts, column))
        module = replace(module, listing=listing, path=f"{module.path}?{column}")
    page, found = page_of(module, call)
    values = [_row(noun, call, record) for record in found]
    return Answer(key="module_record", value=values, extra={"page_context": page.context})


def _sorting(name: str) -> Column:
    """Return the column of a field of a module's own: numbers by size, before texts by letters."""

    def key(_: Any, record: OwnRecord) -> tuple[int, Decimal, str]:
        value = record.fields.get(name, "")
        if name in record.fields[NUMERIC] or (isinstance(value, int) and not isinstance(value, bool)):
            return 0, Decimal(value), ""
        return 1, Decimal(0), str(value).casefold()

    return Column(name, key)


def create(call: Call) -> Answer:
    """Make a record. Raises Refused (4) without its name."""
    found, noun, module = _of(call)
    record = make(noun, call, _said(call.body, None))
    return Answer(
        message=f"{found.fields['module_name']} is created successfully",
        key="module_record",
        value=[_row(noun, call, record)],
        location=f"{module.path}/{record.id}",
    )


def update(call: Call) -> Answer:
    """Change a record; what the body does not mention stays."""
    found, noun, module = _of(call)
    old: OwnRecord = module.named(call)
    record = change(noun, call, old, _said(call.body, old))
    message = f"{found.fields['module_name']} is updated successfully."
    return Answer(message=message, key="module_record", value=[_row(noun, call, record)])


def update_many(call: Call) -> Answer:
    """Change several records, all of them or none. Raises Refused: 1002 for one there is not, 2 for too many."""
    _, noun, module = _of(call)
    given = rows(call.body.get(WHOLE, []), "module_record_id")
    if not 1 <= len(given) <= BULK_MAX:
        raise Refused("invalid_value", field="module_record_id")
    values = []
    for row in given:
        old: OwnRecord = module.find(call.organization, text(row.get("module_record_id", ""), "module_record_id"))
        record = change(noun, call, old, _said(row, old))
        values.append({**_row(noun, call, record), "code": 0, "message": "success"})
    return Answer(message=call.operation.message, key="module_record", value=values)


def read(call: Call) -> Answer:
    """Read a record: as fields, and as a hash."""
    found, noun, module = _of(call)
    record: OwnRecord = module.named(call)
    values = _row(noun, call, record)
    known = {one["api_name"]: one for one in definitions(call.organization)}
    own = [name for name in values if OWN_FIELD.fullmatch(name) and f"{name}_formatted" in values]
    value = {
        "module_plural_name": found.fields["plural_name"],
        "comments": [
            {key: comment.get(key, "") for key in _COMMENT_KEYS} for comment in comments_of(module, call, record)
        ],
        "module_api_name": noun.noun,
        "shared_type": found.fields["shared_type"],
        "can_submit": False,
        "approvers_list": "",
        "can_approve": False,
        "module_name": found.fields["module_name"],
        "module_fields": [
            {
                "field_id": known.get(name, {}).get("customfield_id", ""),
                "is_active": True,
                "is_mandatory": name == NAME,
                "label": known.get(name, {}).get("label", name.removeprefix("cf_").replace("_", " ").capitalize()),
                "api_name": name,
                "value_formatted": values[f"{name}_formatted"],
                "data_type": "decimal" if isinstance(values[name], Decimal) else "string",
                "value": values[name],
            }
            for name in (NAME, *own)
        ],
        "module_record_id": record.id,
        "shared_to": [],
    }
    me = call.organization.book.users[call.user_id]
    users = [
        {"id": me.id, "text": me.name, "name": me.name, "email": me.email, "photo_url": "", "is_current_user": True}
    ]
    return Answer(key="module_record", value=value, extra={"module_record_hash": values, "users": users})


_COMMENT_KEYS: Final = (
    *("date", "commented_by", "operation_type", "comment_type", "description", "time", "comment_id"),
    "commented_by_id",
)


def delete(call: Call) -> Answer:
    """Delete a record."""
    _, _, module = _of(call)
    record: OwnRecord = module.named(call)
    assert module.delete is not None
    module.delete(call, record.id)
    call.organization.drop_record(record.id)
    return Answer(message=call.operation.message)


def delete_many(call: Call) -> Answer:
    """Delete several records, all of them or none."""
    _, _, module = _of(call)
    deletes_many(module, "record_ids")(call)
    return Answer(message=call.operation.message)


_ALL: Final = "/{module_name}"
_ONE: Final = "/{module_name}/{module_id}"
HANDLERS: Final = (
    Emulated("GET", _ALL, list_records, SPECIFIED, missing="views of one's own"),
    Emulated("POST", _ALL, create, SPECIFIED),
    Emulated("PUT", _ALL, update_many, "assumed(that the body is a list; the rest is documented)"),
    Emulated("DELETE", _ALL, delete_many, SPECIFIED),
    Emulated("GET", _ONE, read, SPECIFIED),
    Emulated("PUT", _ONE, update, SPECIFIED),
    Emulated("DELETE", _ONE, delete, SPECIFIED),
)
