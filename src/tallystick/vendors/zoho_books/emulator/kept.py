"""The vendor-only fields of a document: taken from a body, kept in the organisation's records, given back on the wire.

No accounting is done with them, and nothing a Book knows is kept here.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows
from tallystick.vendors.zoho_books.emulator.organization import Organization

CUSTOM_FIELDS: Final = "custom_fields"
LOCATION: Final = "location_id"
TAGS: Final = "tags"
TAG: Final = "tag"
"""The noun whose records stand behind the tags of a document."""
NAMED: Final = (
    (LOCATION, "location", "location_name", "location_name"),
    ("pricebook_id", "pricebook", "pricebook_name", "name"),
    ("employee_id", "employee", "employee_name", "name"),
    ("employee_id", "employee", "employee_email", "email"),
)
"""Ids of other records that are shown with a name: the id's key, its noun, the name's key, the record's own field."""
DEFINITIONS: Final = "settings/fields"
"""Where an organisation's custom fields stand among its records; no document has such an id."""
PRIVATE: Final = "_"
LINES: Final = f"{PRIVATE}lines"
LINE_KEPT: Final = ("tags", "location_id", "pricebook_id")
"""The vendor-only fields of a line; those of a document's lines are kept together, in the lines' order."""
"""Names of a record that begin with this are the emulator's own and never go on the wire."""


def keep(organization: Organization, identity: str, body: Mapping[str, Any], names: Collection[str]) -> None:
    """Keep those of a body's fields that are named, beside the ones kept before. Raises Refused (1002): a location."""
    fields = {name: plain(body[name]) for name in names if body.get(name) is not None}
    if CUSTOM_FIELDS in fields:
        old = organization.records.get(identity, {}).get(CUSTOM_FIELDS, [])
        fields[CUSTOM_FIELDS] = _custom_fields(organization, old, body[CUSTOM_FIELDS])
    if LOCATION in names:
        fields |= _location(organization, identity, fields)
    lines = body.get("line_items")
    if isinstance(lines, list):
        of_lines = [{name: plain(row[name]) for name in LINE_KEPT if row.get(name)} for row in lines]
        if any(of_lines) or LINES in organization.records.get(identity, {}):
            fields[LINES] = of_lines
    if fields:
        put(organization, identity, **fields)


def _location(organization: Organization, identity: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the location of a document where the organisation has locations: as said, as before, or the primary one.

    Raises Refused (1002) for one there is not.
    """
    known = organization.own("location")
    if not known:
        return {}
    said = fields.get(LOCATION) or organization.records.get(identity, {}).get(LOCATION)
    if said and said not in known:
        raise Refused("does_not_exist", thing="Location")
    return {LOCATION: said or next(one.id for one in known.values() if one.fields["is_primary"])}


def kept_of_lines(organization: Organization, identity: str, count: int) -> list[dict[str, Any]]:
    """Return the vendor-only fields of a document's lines, in their order; of none when their number has changed."""
    found: list[dict[str, Any]] = organization.records.get(identity, {}).get(LINES, [])
    return [_shown(organization, fields) for fields in found] if len(found) == count else [{}] * count


def _shown(organization: Organization, fields: dict[str, Any]) -> dict[str, Any]:
    """Return vendor-only fields with the names of what they refer to."""
    shown = dict(fields)
    if isinstance(fields.get(TAGS), list):
        shown[TAGS] = [_tag(organization, row) for row in fields[TAGS]]
    for identity, noun, name, own in NAMED:
        record = organization.own(noun).get(str(fields.get(identity, "")))
        if record is not None:
            shown[name] = record.fields[own]
    return shown


def _tag(organization: Organization, row: Any) -> Any:
    """Return a tag on a document with its name and its option's, as far as the organisation has it."""
    tag = organization.own(TAG).get(str(row.get("tag_id", ""))) if isinstance(row, dict) else None
    if tag is None:
        return row
    options = {option["option_id"]: option["option_name"] for option in tag.fields["options"]}
    return {
        "is_tag_mandatory": tag.fields["is_mandatory"],
        "tag_id": tag.id,
        "tag_name": tag.fields["tag_name"],
        "tag_option_id": row.get("tag_option_id", ""),
        "tag_option_name": options.get(row.get("tag_option_id", ""), ""),
    }


def put(organization: Organization, identity: str, **fields: Any) -> None:
    """Put some vendor-only fields of a document in place, leaving its others as they are."""
    organization.set_record(identity, {**organization.records.get(identity, {}), **fields})


def kept(organization: Organization, identity: str) -> dict[str, Any]:
    """Return the vendor-only fields of a document as the wire has them, custom fields also as a hash."""
    record = organization.records.get(identity)
    if not record:
        return {}
    fields = _shown(organization, {name: value for name, value in record.items() if not name.startswith(PRIVATE)})
    if CUSTOM_FIELDS in fields:
        fields["custom_field_hash"] = custom_field_hash(fields[CUSTOM_FIELDS])
    return fields


def private(organization: Organization, identity: str, name: str, default: Any) -> Any:
    """Return one of the emulator's own fields of a document."""
    return organization.records.get(identity, {}).get(PRIVATE + name, default)


def custom_field_hash(custom_fields: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return custom fields by api name, each with its unformatted twin."""
    hashed: dict[str, Any] = {}
    for field in custom_fields:
        hashed[field["api_name"]] = field["value_formatted"]
        hashed[f"{field['api_name']}_unformatted"] = field["value"]
    return hashed


def by_api_name(organization: Organization, identity: str) -> dict[str, Any]:
    """Return a document's custom fields as rows show them: by api name, each with its unformatted twin."""
    fields = organization.records.get(identity, {}).get(CUSTOM_FIELDS)
    return custom_field_hash(fields) if isinstance(fields, list) else {}


def custom_value(records: Mapping[str, Mapping[str, Any]], identity: str, api_name: str) -> str:
    """Return what a document has in one custom field, an empty text when it has nothing there."""
    fields = records.get(identity, {}).get(CUSTOM_FIELDS) or ()
    return next((str(field["value"]) for field in fields if field["api_name"] == api_name), "")


def definitions(organization: Organization) -> list[dict[str, Any]]:
    """Return the custom fields an organisation has, each as a document without a value shows it."""
    return list(organization.records.get(DEFINITIONS, {}).values())


def _custom_fields(organization: Organization, old: list[dict[str, Any]], body: Any) -> list[dict[str, Any]]:
    """Return custom fields with a body's values put in; a field is known by its id, its api name or its label."""
    fields = {field["api_name"]: field for field in old}
    for row in rows(body, CUSTOM_FIELDS):
        base = fields.get(api_name_of(row)) or _define(organization, row)
        value = plain(row.get("value", ""))
        fields[base["api_name"]] = {**base, "value": value, "value_formatted": value}
    return list(fields.values())


def _define(organization: Organization, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the custom field a row means; one that nobody has heard of is made, as its owner would in the browser."""
    defined = organization.records.get(DEFINITIONS, {})
    identity, api_name = str(row.get("customfield_id") or ""), api_name_of(row)
    known = defined.get(api_name) or next(
        (field for field in defined.values() if field["customfield_id"] == identity), None
    )
    if known is None:
        known = {
            "customfield_id": identity or organization.ids(),
            "index": row.get("index", len(defined) + 1),
            "label": str(row.get("label") or api_name.removeprefix("cf_").replace("_", " ").capitalize()),
            "api_name": api_name,
            "data_type": "string",
            "placeholder": api_name,
            "show_on_pdf": False,
            "show_in_all_pdf": False,
            "is_active": True,
        }
        organization.set_record(DEFINITIONS, {**defined, api_name: known})
    return dict(known)


def api_name_of(row: Mapping[str, Any]) -> str:
    """Return the api name of a custom field by what is said of it: `cf_` and its name, label, id or index."""
    name = str(row.get("api_name") or row.get("label") or row.get("customfield_id") or f"field_{row.get('index', 1)}")
    slug = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return slug if slug.startswith("cf_") else f"cf_{slug}"


def plain(value: Any) -> Any:
    """Return a value as records hold it: an exact number as its text."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return value
