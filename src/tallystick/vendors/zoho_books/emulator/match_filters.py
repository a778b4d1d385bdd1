"""Match filters of bank rules: list, create, update, delete. They are names the vendor keeps; nothing is matched by them.

The specification gives a filter a name, an order and a side, and no criterion, so there is nothing a Book could do.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, choice, count, given, text
from tallystick.vendors.zoho_books.emulator.module import Emulated

RECORD: Final = "bankaccounts/matchfilters"
"""Where the filters stand among an organisation's records; no document has such an id."""
FILTERS_MAX: Final = 500
FIELDS: Final = (
    Field("rule_name", "rule_name", text),
    Field("rule_order", "rule_order", count),
    Field(
        "apply_to", "apply_to", choice({each: each for each in ("deposit", "withdrawal", "deposits", "withdrawals")})
    ),
)
_KEYS: Final = "assumed(fields documented, keys of the answers not)"


def _held(call: Call) -> dict[str, Any]:
    return dict(call.organization.records.get(RECORD, {}))


def _named(call: Call) -> tuple[str, dict[str, Any]]:
    identity = call.ids["match_filter_id"]
    held = _held(call)
    if identity not in held:
        raise Refused("does_not_exist", thing="Match filter")
    return identity, held


def list_filters(call: Call) -> Answer:
    """List the filters in their order."""
    found = sorted(_held(call).values(), key=lambda each: each["rule_order"])
    few = context_of_few(call, found)
    return Answer(key="match_filters", value=few.rows, extra={"page_context": few.context})


def create(call: Call) -> Answer:
    """Add a filter. Raises Refused: code 4 without a name, 1009 when there are too many."""
    fields = given(call.body, FIELDS)
    if not fields.get("rule_name"):
        raise Refused("missing_value", field="rule_name")
    held = _held(call)
    if len(held) >= FILTERS_MAX:
        raise Refused("record_limit", limit=FILTERS_MAX, things="match filters")
    identity = call.organization.ids()
    last = max((each["rule_order"] for each in held.values()), default=0)
    made = {"match_filter_id": identity, "apply_to": "", "rule_order": last + 1, **fields}
    call.organization.set_record(RECORD, {**held, identity: made})
    return Answer(message="The match filter has been created.", key="match_filter", value=made)


def update(call: Call) -> Answer:
    """Change a filter. Raises Refused: 1002 when there is none."""
    identity, held = _named(call)
    changed = {**held[identity], **given(call.body, FIELDS)}
    if not changed["rule_name"]:
        raise Refused("missing_value", field="rule_name")
    call.organization.set_record(RECORD, {**held, identity: changed})
    return Answer(message="The match filter has been updated.", key="match_filter", value=changed)


def delete(call: Call) -> Answer:
    """Delete a filter. Raises Refused: 1002 when there is none."""
    identity, held = _named(call)
    call.organization.set_record(RECORD, {name: each for name, each in held.items() if name != identity})
    return Answer(message="The match filter has been deleted.")


_PATH: Final = "/bankaccounts/matchfilters"
HANDLERS: Final = (
    Emulated("GET", _PATH, list_filters, _KEYS),
    Emulated("POST", _PATH, create, _KEYS),
    Emulated("PUT", f"{_PATH}/{{match_filter_id}}", update, _KEYS),
    Emulated("DELETE", f"{_PATH}/{{match_filter_id}}", delete, _KEYS),
)
