"""The custom fields an organisation has: listed, defined, changed and deleted. Their values are in `kept`."""

from collections.abc import Iterable
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import flag, text, texts
from tallystick.vendors.zoho_books.emulator.kept import DEFINITIONS, api_name_of, definitions
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED

ENTITIES: Final = frozenset(
    (
        *("bill", "contact", "creditnote", "customer_payment", "estimate", "expense", "invoice", "item", "journal"),
        *("project", "purchaseorder", "recurring_bill", "recurring_expense", "recurring_invoice", "retainerinvoice"),
        *("salesorder", "vendor_credit", "vendor_payment"),
    )
)
TYPES: Final = frozenset(
    (
        *("string", "email", "url", "phone", "number", "decimal", "amount", "percent", "date", "date_time"),
        *("check_box", "autonumber", "dropdown", "multiselect", "lookup", "multiline", "external_lookup"),
    )
)
FIELDS_MAX: Final = 500
LABEL_LENGTH_MAX: Final = 100
OPTIONS_MAX: Final = 500


def _row(definition: dict[str, Any]) -> dict[str, Any]:
    return {
        "field_id": definition["customfield_id"],
        "field_name": definition["api_name"],
        "field_name_formatted": definition["label"],
        "api_name": definition["api_name"],
        "label": definition["label"],
        "data_type": definition["data_type"],
        "index": definition["index"],
        "entity": definition.get("entity", ""),
        "values": definition.get("values", []),
        "is_custom_field": True,
        "is_mandatory": definition.get("is_mandatory", False),
        "is_active": definition["is_active"],
    }


def _of(call: Call, entities: Iterable[str]) -> list[dict[str, Any]]:
    """Return the fields of some entities; one that came with a document is there for all of them."""
    wanted = {"", *entities}
    return [_row(one) for one in definitions(call.organization) if one.get("entity", "") in wanted]


def _entity(value: Any) -> str:
    entity = text(value or "", "entity")
    if entity not in ENTITIES:
        raise Refused("invalid_value", field="entity")
    return entity


def list_fields(call: Call) -> Answer:
    """Return the custom fields of one entity. Raises Refused (code 2) for one there is not."""
    return Answer(key="fields", value=_of(call, [_entity(call.query.get("entity"))]))


def fetch_fields(call: Call) -> Answer:
    """Return the custom fields of several entities, of all when none is named."""
    named = texts(call.query.get("entity_list", ""), "entity_list")
    return Answer(key="fields", value=_of(call, [_entity(name) for name in named] or ENTITIES))


def _said(call: Call) -> dict[str, Any]:
    """Return what a body says of a field. Raises Refused: 2 for a type there is not, 15 for a label too long."""
    body, said = call.body, dict[str, Any]()
    label = text(body.get("label") or body.get("field_name_formatted") or "", "label")
    if len(label) >= LABEL_LENGTH_MAX:
        raise Refused("too_long", field="label", limit=LABEL_LENGTH_MAX)
    if label:
        said["label"] = label
    if "data_type" in body:
        said["data_type"] = text(body["data_type"], "data_type")
        if said["data_type"] not in TYPES:
            raise Refused("invalid_value", field="data_type")
    for name in ("is_mandatory", "is_active", "show_in_all_pdf", "show_on_pdf"):
        if name in body:
            said[name] = flag(body[name], name)
    if "values" in body:
        if not isinstance(body["values"], list) or len(body["values"]) > OPTIONS_MAX:
            raise Refused("invalid_value", field="values")
        said["values"] = body["values"]
    return said


def create_field(call: Call) -> Answer:
    """Define a custom field. Raises Refused: 4 without a label, or for one the organisation has; 2 without an entity."""
    said = _said(call)
    if "label" not in said:
        raise Refused("missing_value", field="label")
    entity, api_name = _entity(call.body.get("entity")), api_name_of(call.body if "api_name" in call.body else said)
    known = call.organization.records.get(DEFINITIONS, {})
    if api_name in known:
        raise Refused("already_exists", thing=said["label"])
    if len(known) >= FIELDS_MAX:
        raise Refused("record_limit", limit=FIELDS_MAX, things="custom fields")
    definition = {
        "customfield_id": call.organization.ids(),
        "index": len(known) + 1,
        "api_name": api_name,
        "data_type": "string",
        "placeholder": api_name,
        "show_on_pdf": False,
        "show_in_all_pdf": False,
        "is_active": True,
        "is_mandatory": False,
        "entity": entity,
        **said,
    }
    call.organization.set_record(DEFINITIONS, {**known, api_name: definition})
    return Answer(message="The custom field has been created.", key="field", value=_row(definition))


def _named(call: Call) -> dict[str, Any]:
    found = definitions(call.organization)
    definition = next((one for one in found if one["customfield_id"] == call.ids["field_id"]), None)
    if definition is None:
        raise Refused("does_not_exist", thing="Custom field")
    return definition


def update_field(call: Call) -> Answer:
    """Change a custom field; documents keep the values they have."""
    old = _named(call)
    definition = {**old, **_said(call)}
    known = call.organization.records[DEFINITIONS]
    call.organization.set_record(DEFINITIONS, {**known, old["api_name"]: definition})
    return Answer(message="The custom field has been updated.", key="field", value=_row(definition))


def delete_field(call: Call) -> Answer:
    """Delete a custom field; documents that have a value keep it."""
    gone = _named(call)["api_name"]
    known = call.organization.records[DEFINITIONS]
    call.organization.set_record(DEFINITIONS, {name: one for name, one in known.items() if name != gone})
    return Answer(message="The custom field has been deleted.")


_ID: Final = "/settings/fields/{field_id}"
HANDLERS: Final = (
    Emulated(
        "GET",
        "/settings/fields",
        list_fields,
        "documented(a client's test suite, said to run against the real service, reads it)",
    ),
    Emulated("GET", "/settings/fields/meta", list_fields, CALLED, missing="fields that are no custom ones"),
    Emulated("GET", "/settings/fields/bulkfetch", fetch_fields, CALLED),
    Emulated("POST", "/settings/fields", create_field, CALLED),
    Emulated("PUT", _ID, update_field, CALLED),
    Emulated("DELETE", _ID, delete_field, CALLED),
)
