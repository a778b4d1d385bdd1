"""Postal addresses in a body: which wire key is which part. No document or contact is known here."""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, text

PART_LENGTH_MAX: Final = 100
"""A part of an address must be shorter than this (reported with code 15)."""


def part(value: Any, wire: str) -> str:
    """Read one part of an address. Raises Refused: code 15 when it is too long, 2 when it is no text."""
    found = text(value, wire)
    if len(found) >= PART_LENGTH_MAX:
        raise Refused("too_long", field=wire, limit=PART_LENGTH_MAX)
    return found


ADDRESS_FIELDS: Final = (
    Field("attention", "attention", part),
    Field("address", "street", part),
    Field("street2", "street2", part),
    Field("city", "city", part),
    Field("state", "state", part),
    Field("state_code", "state_code", part),
    Field("zip", "postcode", part),
    Field("country", "country", part),
    Field("country_code", "country_code", part),
    Field("phone", "phone", part),
    Field("fax", "fax", part),
)
