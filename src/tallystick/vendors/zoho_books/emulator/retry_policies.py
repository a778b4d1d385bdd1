"""Retry policies: how often, and after what growing intervals, what failed is tried again.

Without one nothing is tried again, as it was at the vendor before there were any. Nothing is sent here.
"""

from itertools import pairwise
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import count, flag
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
from tallystick.vendors.zoho_books.emulator.organization import Fields, Organization, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, change, field, module_of, records_of
from tallystick.vendors.zoho_books.emulator.undocumented_settings import AUTOMATION
from tallystick.vendors.zoho_books.emulator.workflow_actions import WORKFLOW

POLICY_ID: Final = "retry_policy_id"
INTERVALS: Final = "retry_intervals"
DEFAULT: Final = "is_default"
RETRIES_MAX: Final = 10
MINUTES_MAX: Final = 7 * 24 * 60


def _check(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    minutes = fields[INTERVALS]
    if not isinstance(minutes, list) or not 1 <= len(minutes) <= RETRIES_MAX:
        raise Refused("invalid_value", field=INTERVALS)
    fields[INTERVALS] = intervals = [count(one, INTERVALS) for one in minutes]
    is_growing = all(one < following for one, following in pairwise(intervals))
    if not is_growing or not 1 <= intervals[0] <= intervals[-1] <= MINUTES_MAX:
        raise Refused("invalid_value", field=INTERVALS)
    fields[DEFAULT] = flag(fields[DEFAULT], DEFAULT)
    if fields[DEFAULT]:
        for other in list(records_of(NOUN, call.organization).values()):
            if other.fields[DEFAULT] and (old is None or other.id != old.id):
                change(NOUN, call, other, {DEFAULT: False})
    return fields


def _is_used(call: Call, record: OwnRecord) -> bool:
    return any(rule.fields[POLICY_ID] == record.id for rule in call.organization.own(WORKFLOW).values())


NOUN: Final = Noun(
    noun="retry_policy",
    label="Retry policy",
    path="/settings/retrypolicies",
    identity=POLICY_ID,
    key="retry_policy",
    list_key="retry_policies",
    listing=Listing(
        report_name="Retry Policies",
        columns=(Column("retry_policy_name", field("retry_policy_name")),),
        sort="retry_policy_name",
        sorts=("retry_policy_name",),
        context=lambda _: {},
    ),
    keys={
        POLICY_ID: "",
        "retry_policy_name": "",
        "description": "",
        INTERVALS: [],
        DEFAULT: False,
        "created_time": "",
        "last_modified_time": "",
    },
    name="retry_policy_name",
    defaults={"description": "", INTERVALS: [], DEFAULT: False},
    messages=Messages(*("The retry policy has been " + word for word in ("created.", "updated.", "deleted."))),
    check=_check,
    used=_is_used,
)
MODULE: Final = module_of(NOUN)


def waits_of(organization: Organization, rule: OwnRecord | None) -> tuple[int, ...]:
    """Return the seconds until each further attempt: by the rule's policy, else by the default one, else none."""
    policies = records_of(NOUN, organization)
    policy = None if rule is None else policies.get(rule.fields[POLICY_ID])
    policy = policy or next((one for one in policies.values() if one.fields[DEFAULT]), None)
    minutes: list[Any] = [] if policy is None else policy.fields[INTERVALS]
    return tuple(60 * one for one in minutes)


_ID: Final = f"/settings/retrypolicies/{{{POLICY_ID}}}"
HANDLERS: Final = (
    Emulated("GET", "/settings/retrypolicies", lists(MODULE), AUTOMATION),
    Emulated("POST", "/settings/retrypolicies", creates(MODULE), AUTOMATION),
    Emulated("GET", _ID, reads(MODULE), AUTOMATION),
    Emulated("PUT", _ID, updates(MODULE), AUTOMATION),
    Emulated("DELETE", _ID, deletes(MODULE), AUTOMATION),
)
