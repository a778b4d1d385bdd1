"""How records that an earlier version wrote are read: what they say, under the names of now. No file is opened here."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

Fields = dict[str, Any]

_SCHEDULE: Final = ("frequency", "repeat_every", "end_date", "next_date", "last_date", "runs")


def _bills(order: Fields) -> None:
    """Say by which bills an order is billed; a bill of that time charged all of it, so no quantities are named."""
    order["billed"] = [{"bill_id": identity} for identity in order.pop("bill_ids")]


def _schedule(profile: Fields) -> None:
    """Put what says when a profile falls due into a schedule of its own."""
    profile["schedule"] = {name: profile.pop(name) for name in _SCHEDULE if name in profile}


EARLIER: Final[dict[str, tuple[str, Callable[[Fields], None]]]] = {
    "purchase_order": ("bill_ids", _bills),
    "recurring_invoice": ("frequency", _schedule),
}
"""For each kind of record whose fields have changed: a field only the earlier form has, and what makes it today's."""


def as_now(kind: str, value: str) -> str | bytes:
    """Return a record, as JSON, with the fields of today. Raises msgspec.DecodeError when it is no object."""
    if kind not in EARLIER:
        return value
    field, renew = EARLIER[kind]
    record = msgspec.json.decode(value, type=Fields)
    if field not in record:
        return value
    renew(record)
    return msgspec.json.encode(record)
