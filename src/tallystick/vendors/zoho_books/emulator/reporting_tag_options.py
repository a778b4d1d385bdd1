"""The options of a reporting tag: arranged one below the other, switched on and off, seen under conditions.

Tags themselves are in `reporting_tags`. Options are kept flat, in their order, each with its parent's id.
"""

from collections.abc import Iterator
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import flag, rows, text
from tallystick.vendors.zoho_books.emulator.listing import read_page
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import change
from tallystick.vendors.zoho_books.emulator.reporting_tags import MODULE, NOUN, uses

LEVELS_MAX: Final = 5
CHILDREN_MAX: Final = 500
UNTAGGED: Final = {"option_id": "", "option_name": "untagged", "depth": 0}


def _flat(given: list[dict[str, Any]], parent_id: str, level: int, known: dict[str, Fields]) -> Iterator[Fields]:
    """Read options and those below them; the depth of the recursion is bounded by LEVELS_MAX.

    Raises Refused: 4 without a name or for a double, 1002 for an option there is not, 2 for too many or too deep.
    """
    if level > LEVELS_MAX or len(given) > CHILDREN_MAX:
        raise Refused("invalid_value", field="options")
    names: set[str] = set()
    for row in given:
        identity, name = text(row.get("option_id", ""), "option_id"), text(row.get("option_name", ""), "option_name")
        if identity and identity not in known:
            raise Refused("does_not_exist", thing="Option")
        old = known.get(identity, {})
        name = name or old.get("option_name", "")
        if not name:
            raise Refused("missing_value", field="option_name")
        if name.casefold() in names:
            raise Refused("already_exists", thing=name)
        names.add(name.casefold())
        option = {
            "option_id": identity,
            "option_name": name,
            "parent_id": parent_id,
            "is_active": flag(row.get("is_active", old.get("is_active", True)), "is_active"),
            "is_default": flag(row.get("is_default", old.get("is_default", False)), "is_default"),
            "criteria": old.get("criteria", []),
        }
        yield option
        yield from _flat(rows(row.get("children", []), "children"), option["option_id"], level + 1, known)


def update_options(call: Call, record: OwnRecord) -> None:
    """Put these options in place of the tag's; one left out is deleted.

    Raises Refused: 36 when a document has an option that is left out, 2 for two default ones.
    """
    known = {option["option_id"]: option for option in record.fields["options"]}
    options: list[Fields] = []
    for option in _flat(rows(call.body.get("options", []), "options"), "", 1, known):
        # The id is given before the options below are read, which name it as their parent.
        option["option_id"] = option["option_id"] or call.organization.ids()
        options.append(option)
    identities = [option["option_id"] for option in options]
    if len(set(identities)) != len(identities) or sum(option["is_default"] for option in options) > 1:
        raise Refused("invalid_value", field="options")
    gone = frozenset(known) - set(identities)
    if gone and uses(call.organization, record.id, gone):
        raise Refused("has_dependents", thing="Option")
    change(NOUN, call, record, {"options": options})


def _switches(*, active: bool) -> Any:
    def run(call: Call, record: OwnRecord) -> None:
        options = record.fields["options"]
        if all(option["option_id"] != call.ids["option_id"] for option in options):
            raise Refused("does_not_exist", thing="Option")
        changed = [
            {**option, "is_active": active} if option["option_id"] == call.ids["option_id"] else option
            for option in options
        ]
        change(NOUN, call, record, {"options": changed})

    return run


def _criteria(call: Call, row: dict[str, Any]) -> Fields:
    """Read one condition: another tag and its options. Raises Refused (1002) for what there is not."""
    tag = MODULE.find(call.organization, text(row.get("tag_id", ""), "tag_id"))
    known = {option["option_id"] for option in tag.fields["options"]}
    wanted = [text(one, "options") for one in row.get("options", [])]
    if not known.issuperset(wanted):
        raise Refused("does_not_exist", thing="Option")
    return {
        "criteria_id": call.organization.ids(),
        "tag_id": tag.id,
        "type": text(row.get("type", ""), "type"),
        "options": wanted,
    }


def update_criteria(call: Call, record: OwnRecord) -> None:
    """Say under which options of other tags a tag's options are seen. Raises Refused (1002) for what there is not."""
    filters = rows(call.body.get("criteria_tags", []), "criteria_tags")
    tags = [
        {"tag_id": MODULE.find(call.organization, str(row.get("tag_id", ""))).id, "type": row.get("type", "")}
        for row in filters
    ]
    if any(row["tag_id"] == record.id for row in tags):
        raise Refused("invalid_value", field="criteria_tags")
    said = {str(row.get("option_id", "")): row for row in rows(call.body.get("options", []), "options")}
    options = []
    for option in record.fields["options"]:
        row = said.pop(option["option_id"], None)
        given = None if row is None else rows(row.get("criteria_options", []), "criteria_options")
        criteria = option["criteria"] if given is None else [_criteria(call, one) for one in given]
        options.append({**option, "criteria": criteria})
    if said:
        raise Refused("does_not_exist", thing="Option")
    change(NOUN, call, record, {"criteria_tags": tags, "options": options})


def _shown(options: list[Fields], parent_id: str, level: int = 1) -> list[dict[str, Any]]:
    """Return options with those below them; the depth of the recursion is bounded by LEVELS_MAX."""
    names = {option["option_id"]: option["option_name"] for option in options}
    return [
        {
            "option_id": option["option_id"],
            "option_name": option["option_name"],
            "option_order": order,
            "parent_id": parent_id,
            "parent_name": names.get(parent_id, ""),
            "is_active": option["is_active"],
            "is_default": option["is_default"],
            "criteria": next(iter(option["criteria"]), {}),
            "children": _shown(options, option["option_id"], level + 1) if level < LEVELS_MAX else [],
        }
        for order, option in enumerate((one for one in options if one["parent_id"] == parent_id), start=1)
    ]


def get_options(call: Call) -> Answer:
    """Return a tag with its options, one below the other. Raises Refused (4) when no tag is named."""
    if not call.query.get("tag_id"):
        raise Refused("missing_value", field="tag_id")
    record: OwnRecord = MODULE.find(call.organization, call.query["tag_id"])
    fields = record.fields
    number, per_page = read_page(call)
    options = _shown(fields["options"], "")
    start = (number - 1) * per_page
    known = {one["tag_id"]: MODULE.documents(call.organization).get(one["tag_id"]) for one in fields["criteria_tags"]}
    extra = {
        "tag_id": record.id,
        **{name: fields[name] for name in ("tag_name", "description", "is_class", "is_draft")},
        "dependent_tags": [
            {
                "dependent_id": tag.id,
                "dependent_name": tag.fields["tag_name"],
                "dependent_order": order,
                "dependent_type": row["type"],
                "dependent_options": [
                    {
                        "dependent_option_id": option["option_id"],
                        "dependent_option_name": option["option_name"],
                        "dependent_option_order": place,
                    }
                    for place, option in enumerate(tag.fields["options"], start=1)
                ],
                "tag_name": fields["tag_name"],
            }
            for order, row in enumerate(fields["criteria_tags"], start=1)
            if (tag := known[row["tag_id"]]) is not None
        ],
        "options": options[start : start + per_page],
        "page_context": {"page": number, "per_page": per_page, "has_more_page": len(options) > start + per_page},
    }
    return Answer(extra=extra)


def list_options(call: Call) -> Answer:
    """Return all options of a tag with how deep each stands; those not tagged too when asked."""
    record: OwnRecord = MODULE.named(call)
    depths = {"": -1}
    found: list[dict[str, Any]] = []
    for option in record.fields["options"]:
        depths[option["option_id"]] = depths[option["parent_id"]] + 1
        depth = depths[option["option_id"]]
        found.append({"option_id": option["option_id"], "option_name": option["option_name"], "depth": depth})
    if call.query.get("show_untagged", "").lower() == "true":
        found.append(UNTAGGED)
    return Answer(key="results", value=found)


_ID: Final = "/reportingtags/{tag_id}"
_OPTION: Final = f"{_ID}/option/{{option_id}}"
HANDLERS: Final = (
    Emulated("GET", "/reportingtags/options", get_options, SPECIFIED),
    Emulated("GET", f"{_ID}/options/all", list_options, SPECIFIED),
    Emulated("PUT", f"{_ID}/options", acts(MODULE, update_options, "Options updated successfully"), SPECIFIED),
    Emulated("PUT", f"{_ID}/criteria", acts(MODULE, update_criteria, "The criteria has been updated."), SPECIFIED),
    Emulated(
        "POST",
        f"{_OPTION}/active",
        acts(MODULE, _switches(active=True), "The reporting tag option has been activated."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_OPTION}/inactive",
        acts(MODULE, _switches(active=False), "The reporting tag option has been deactivated."),
        SPECIFIED,
    ),
)
