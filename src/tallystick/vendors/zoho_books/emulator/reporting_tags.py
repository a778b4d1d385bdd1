"""Reporting tags: made as drafts, ordered, switched on and off, one option the default, options seen under conditions.

The options are in `reporting_tag_options`; tags on documents are kept and named by `kept`.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import texts
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import LINES, TAG, TAGS
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
from tallystick.vendors.zoho_books.emulator.organization import Fields, Organization, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, change, field, module_of, records_of

TAGS_MAX: Final = 100
"""Tags an organisation may have; assumed."""


def uses(organization: Organization, tag_id: str, option_ids: frozenset[str] = frozenset()) -> bool:
    """Say whether a document or a line has a tag, or one of these options of it."""
    for record in organization.records.values():
        for fields in (record, *record.get(LINES, ())):
            tags = fields.get(TAGS)
            for row in tags if isinstance(tags, list) else ():
                if not isinstance(row, dict) or str(row.get("tag_id")) != tag_id:
                    continue
                if not option_ids or str(row.get("tag_option_id")) in option_ids:
                    return True
    return False


def _check(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    known = records_of(NOUN, call.organization)
    if old is None:
        if len(known) >= TAGS_MAX:
            raise Refused("record_limit", limit=TAGS_MAX, things="reporting tags")
        fields["tag_order"] = max((int(one.fields["tag_order"]) for one in known.values()), default=0) + 1
    return fields


NOUN: Final = Noun(
    noun=TAG,
    label="Reporting tag",
    path="/reportingtags",
    identity="tag_id",
    key="tag",
    list_key="reporting_tags",
    listing=Listing(
        report_name="Reporting Tags",
        columns=(
            Column("tag_name", field("tag_name")),
            Column("tag_order", lambda _, one: int(one.fields["tag_order"]), Kind.NUMBER),
        ),
        sort="tag_order",
        sorts=("tag_name",),
        context=lambda _: {},
    ),
    detail_of="create_tag",
    row_of="get_tags",
    name="tag_name",
    defaults={
        "description": "",
        "is_mandatory": False,
        "is_active": False,
        "is_draft": True,
        "is_class": False,
        "entities": [],
        "multi_preference_entities": {},
        "options": [],
        "criteria_tags": [],
    },
    messages=Messages(deleted="The reporting tag has been deleted successfully."),
    check=_check,
    used=lambda call, record: uses(call.organization, record.id),
)
MODULE: Final = module_of(NOUN)


def activate(call: Call, record: OwnRecord) -> None:
    """Let a tag be used; a draft is ready then."""
    change(NOUN, call, record, {"is_active": True, "is_draft": False})


def deactivate(call: Call, record: OwnRecord) -> None:
    """Keep a tag from being used. Raises Refused for a draft, which is not in use yet."""
    if record.fields["is_draft"]:
        raise Refused("status_change", thing="The reporting tag", action="deactivated", status="draft")
    change(NOUN, call, record, {"is_active": False})


def reorder(call: Call) -> Answer:
    """Put tags in the order given; those not named follow as they stood. Raises Refused (1002, 2 for a double)."""
    wanted = texts(call.body.get("tag_ids", []), "tag_ids")
    if not wanted or len(set(wanted)) != len(wanted):
        raise Refused("invalid_value", field="tag_ids")
    named = [MODULE.find(call.organization, identity) for identity in wanted]
    known = sorted(records_of(NOUN, call.organization).values(), key=lambda one: int(one.fields["tag_order"]))
    ordered = [*named, *(one for one in known if one.id not in wanted)]
    rows: list[dict[str, Any]] = []
    for order, record in enumerate(ordered, start=1):
        rows.append(MODULE.row(call, change(NOUN, call, record, {"tag_order": order})))
    return Answer(message=call.operation.message, key="tags", value=rows)


def set_default(call: Call, record: OwnRecord) -> None:
    """Make an option the default one; none when none is named. Raises Refused (1002) for an option there is not."""
    wanted = call.query.get("default_option_id", "")
    if wanted and all(option["option_id"] != wanted for option in record.fields["options"]):
        raise Refused("does_not_exist", thing="Option")
    options = [{**option, "is_default": option["option_id"] == wanted} for option in record.fields["options"]]
    change(NOUN, call, record, {"options": options})


_ID: Final = "/reportingtags/{tag_id}"
HANDLERS: Final = (
    Emulated("GET", "/reportingtags", lists(MODULE), SPECIFIED),
    Emulated("POST", "/reportingtags", creates(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("PUT", "/reportingtags/reorder", reorder, SPECIFIED),
    Emulated("POST", _ID, acts(MODULE, set_default, "The option has been marked as default."), SPECIFIED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The reporting tag has been activated."), SPECIFIED),
    Emulated("POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The reporting tag has been deactivated."), SPECIFIED),
)
