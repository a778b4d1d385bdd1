"""Workflow rules: what has to happen to which records for which webhooks to fire; made, changed, switched on and off.

When a rule is met stands in `firing`. Actions other than webhooks are kept and not carried out.
"""

import datetime as dt
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import count, flag, rows, text
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import IS_ACTIVE, Noun, field, module_of, records_of, switches
from tallystick.vendors.zoho_books.emulator.retry_policies import NOUN as POLICIES
from tallystick.vendors.zoho_books.emulator.retry_policies import POLICY_ID
from tallystick.vendors.zoho_books.emulator.undocumented_settings import WORKFLOWS
from tallystick.vendors.zoho_books.emulator.webhook_entities import find_entity
from tallystick.vendors.zoho_books.emulator.workflow_actions import (
    COMPARATORS,
    FIELD_COMPARATORS,
    RULE_TYPES,
    WEBHOOK,
    WORKFLOW,
    webhook_ids,
)

RECORDED_TYPE: Final = "add_edit"
RULES_MAX: Final = 200
"""Rules of an organisation: documented(zoho.com/books/kb, number of workflows), as the next two."""
RULES_OF_AN_ENTITY_MAX: Final = 10
WEBHOOKS_OF_A_RULE_MAX: Final = 1
DATE_FIELDS: Final = ("date", "due_date", "expiry_date", "shipment_date", "delivery_date", "start_date", "end_date")
DAYS_MAX: Final = 1_000
ACTIONS_MAX: Final = 100


def _check(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    if not fields["entity"] or not fields["rule_type"]:
        raise Refused("missing_value", field="entity" if not fields["entity"] else "rule_type")
    if find_entity(text(fields["entity"], "entity")) is None:
        raise Refused("invalid_value", field="entity")
    for name, known in (("rule_type", RULE_TYPES), ("field_update_comparator", FIELD_COMPARATORS)):
        if fields[name] not in known:
            raise Refused("invalid_value", field=name)
    if fields["rule_type"] != RECORDED_TYPE:
        call.notes.assume("rule_types")
    for name in ("is_active", "apply_rule_always"):
        fields[name] = flag(fields[name], name)
    fields["field_update"] = [_field_name(one) for one in _few(fields["field_update"], "field_update")]
    fields["rule"] = _criteria(call, fields["rule"], "rule")
    fields["instant_actions"] = _actions(fields["instant_actions"], "instant_actions")
    fields["sub_rules"] = [
        {
            **part,
            "rule": _criteria(call, part.get("rule", {}), "sub_rules"),
            "instant_actions": _actions(part.get("instant_actions", []), "sub_rules"),
        }
        for part in rows(_few(fields["sub_rules"], "sub_rules"), "sub_rules")
    ]
    _check_date(fields)
    _check_references(call, fields)
    others = [one for one in records_of(NOUN, call.organization).values() if old is None or one.id != old.id]
    same = sum(find_entity(one.fields["entity"]) == find_entity(fields["entity"]) for one in others)
    for found, most in ((len(others), RULES_MAX), (same, RULES_OF_AN_ENTITY_MAX)):
        if found >= most:
            raise Refused("record_limit", limit=most, things="workflow rules")
    return fields


def _few(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > ACTIONS_MAX:
        raise Refused("invalid_value", field=name)
    return value


def _field_name(value: Any) -> str:
    return text(value.get("field_name", "") if isinstance(value, dict) else value, "field_update")


def _criteria(call: Call, value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Refused("invalid_value", field=name)
    criteria = rows(_few(value.get("criteria", []), name), name)
    if any(not one.get("field") or one.get("comparator") not in COMPARATORS for one in criteria):
        raise Refused("invalid_value", field="criteria")
    if criteria:
        call.notes.assume("rule_criteria")
    return value


def _actions(value: Any, name: str) -> list[dict[str, Any]]:
    found = rows(_few(value, name), name)
    return [
        {
            **one,
            "action_type": text(one.get("action_type", ""), name),
            "action_id": text(one.get("action_id", ""), name),
        }
        for one in found
    ]


def _check_date(fields: Fields) -> None:
    fields["day_difference"] = count(fields["day_difference"] or 0, "day_difference")
    if fields["rule_type"] != "date":
        return
    if fields["date_field"] not in DATE_FIELDS:
        raise Refused("invalid_value", field="date_field")
    if not 0 <= fields["day_difference"] <= DAYS_MAX or fields["day_difference_type"] not in {"before", "after"}:
        raise Refused("invalid_value", field="day_difference")
    try:
        dt.time.fromisoformat(text(fields["time"], "time"))
    except ValueError as error:
        raise Refused("invalid_value", field="time") from error


def _check_references(call: Call, fields: Fields) -> None:
    webhooks = webhook_ids(fields)
    if len(webhooks) > WEBHOOKS_OF_A_RULE_MAX:
        raise Refused("record_limit", limit=WEBHOOKS_OF_A_RULE_MAX, things="webhooks in a workflow rule")
    if any(one not in call.organization.own(WEBHOOK) for one in webhooks):
        raise Refused("does_not_exist", thing="Webhook")
    if fields[POLICY_ID] and fields[POLICY_ID] not in records_of(POLICIES, call.organization):
        raise Refused("does_not_exist", thing="Retry policy")


_DEFAULTS: Final[dict[str, Any]] = {
    "description": "",
    "entity": "",
    "rule_type": "",
    "is_active": True,
    "apply_rule_always": True,
    "field_update_comparator": "any",
    "field_update": [],
    "date_field": "",
    "time": "00:00",
    "day_difference": 0,
    "day_difference_type": "after",
    "rule": {},
    "instant_actions": [],
    "time_based_actions": [],
    "sub_rules": [],
    POLICY_ID: "",
}
NOUN: Final = Noun(
    noun=WORKFLOW,
    label="Workflow",
    path="/settings/workflows",
    identity="workflow_id",
    key="workflow",
    list_key="workflows",
    listing=Listing(
        report_name="Workflows",
        columns=(
            Column("workflow_name", field("workflow_name")),
            Column("created_time", lambda _, record: record.fields["_created_time"]),
        ),
        sort="created_time",
        sorts=("workflow_name", "created_time"),
        context=lambda _: {},
    ),
    keys={"workflow_id": "", "workflow_name": "", **_DEFAULTS, "created_time": "", "last_modified_time": ""},
    name="workflow_name",
    unique=False,
    defaults=_DEFAULTS,
    switch=IS_ACTIVE,
    messages=Messages(*("The workflow rule has been " + word for word in ("created.", "updated.", "deleted."))),
    check=_check,
)
MODULE: Final = module_of(NOUN)
_ID: Final = "/settings/workflows/{workflow_id}"
_LACKS: Final = "actions other than webhooks, actions after a time, hours before and after a date"
HANDLERS: Final = (
    Emulated("GET", "/settings/workflows", lists(MODULE), WORKFLOWS),
    Emulated("POST", "/settings/workflows", creates(MODULE), WORKFLOWS, missing=_LACKS),
    Emulated("GET", _ID, reads(MODULE), WORKFLOWS),
    Emulated("PUT", _ID, updates(MODULE), WORKFLOWS, missing=_LACKS),
    Emulated("DELETE", _ID, deletes(MODULE), WORKFLOWS),
    Emulated(
        "POST",
        f"{_ID}/active",
        acts(MODULE, switches(NOUN, active=True), "The workflow rule has been activated."),
        WORKFLOWS,
    ),
    Emulated(
        "POST",
        f"{_ID}/inactive",
        acts(MODULE, switches(NOUN, active=False), "The workflow rule has been deactivated."),
        WORKFLOWS,
    ),
)
