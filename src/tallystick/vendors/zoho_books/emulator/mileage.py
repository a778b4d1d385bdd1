"""Expenses for distance travelled: what a body says of the way is turned into a distance and an amount.

An organisation's own table of rates is not known to the API; a body brings its rate.
"""

from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import amount

NONE: Final = "non_mileage"
BY: Final = {"odometer": ("start_reading", "end_reading"), "manual": ("distance",)}
"""What each sort of mileage is measured by (the vendor's documents)."""
WAY: Final = ("mileage_type", "distance", "start_reading", "end_reading", "mileage_rate")
MILEAGE_KEPT: Final = (*WAY, "mileage_unit", "vehicle_type", "fuel_type", "engine_capacity_range")
NUMBERS: Final = frozenset({"distance", "mileage_rate"})
"""Those of a kept record that go on the wire as numbers; readings go as text (recorded)."""


def with_mileage(call: Call, before: dict[str, Any]) -> Call:
    """Return the call with the distance and, unless the body says one, the amount that its way comes to.

    `before` is what is kept of the expense. Raises Refused (code 2) for an unknown sort, a way that goes backwards or
    is not said whole, a rate that is not said, and what is no number.
    """
    if not any(call.body.get(name) not in (None, "") for name in WAY):
        return call
    said = {name: call.body.get(name, before.get(name)) for name in WAY}
    for name in NUMBERS:
        if said[name] not in (None, ""):
            amount(said[name], name)
    sort = said["mileage_type"] or NONE
    if sort == NONE:
        return call
    if sort not in BY:
        raise Refused("invalid_value", field="mileage_type")
    for name in (*BY[sort], "mileage_rate"):
        if said[name] in (None, ""):
            raise Refused("invalid_value", field=name)
    *start, end = (amount(said[name], name) for name in BY[sort])
    distance = end - sum(start, Decimal(0))
    if distance < 0 or any(reading < 0 for reading in start):
        raise Refused("invalid_value", field=BY[sort][-1])
    body = {**call.body, "distance": distance}
    if "amount" not in body and not body.get("line_items"):
        body["amount"] = distance * amount(said["mileage_rate"], "mileage_rate")
    return msgspec.structs.replace(call, body=body)


def wire_mileage(record: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of an expense with its mileage as the wire has it."""
    found = {name: Decimal(value) if name in NUMBERS and value != "" else value for name, value in record.items()}
    if found.get("mileage_type", NONE) != NONE:
        found["expense_type"] = "mileage"
    return found
