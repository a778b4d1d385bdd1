"""The organisation's own day, from an instant and its time zone. No clock is read here."""

import datetime as dt
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from tallystick.books.refusal import Reason, Refused

ZONES_MAX: Final = 64


@lru_cache(maxsize=ZONES_MAX)
def time_zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name; raise Refused when there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Refused(Reason.UNKNOWN_ID, field="time_zone", kind="time_zone", id=name) from error


def day_of(instant: dt.datetime, zone_name: str) -> dt.date:
    """Return the day an instant falls on in a time zone."""
    return instant.astimezone(time_zone(zone_name)).date()
