"""Reading what a call's body says into the fields of a Book command, by tables. No noun's field is named here."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

import msgspec

from tallystick.books.door import FIRST_DATE, LAST_DATE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.validate import is_bounded

Reader = Callable[[Any, str], Any]
"""Makes a command's value of a body's value; the wire name is given for the refusal."""
PARTS_MAX: Final = 10_000
"""Rows read from one list in a body; lines of documents have a limit of their own, a setting of the organisation."""


class Field(msgspec.Struct, frozen=True):
    """One field of a body and the field of the Book's command it sets."""

    wire: str
    name: str
    read: Reader


def text(value: Any, wire: str) -> str:
    """Read a text; numbers are taken as they were written. Raises Refused (code 2)."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Refused("invalid_value", field=wire)
    return str(value)


def amount(value: Any, wire: str) -> Decimal:
    """Read an exact number, also when it was sent as text. Raises Refused (code 2)."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise Refused("invalid_value", field=wire)
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise Refused("invalid_value", field=wire) from error
    if not is_bounded(number):
        raise Refused("invalid_value", field=wire)
    return number


def optional_amount(value: Any, wire: str) -> Decimal | None:
    """Read an exact number; an empty text unsets it. Raises Refused (code 2)."""
    return None if value == "" else amount(value, wire)


def count(value: Any, wire: str) -> int:
    """Read a whole number. Raises Refused (code 2)."""
    number = amount(value, wire)
    if number != number.to_integral_value():
        raise Refused("invalid_value", field=wire)
    return int(number)


def day(value: Any, wire: str) -> dt.date:
    """Read a date as `YYYY-MM-DD`, within the years books are kept for. Raises Refused (code 2)."""
    try:
        return kept_day(dt.date.fromisoformat(text(value, wire)), wire)
    except ValueError as error:
        raise Refused("invalid_value", field=wire) from error


def kept_day(found: dt.date, wire: str) -> dt.date:
    """Return a day when books can be kept for it, so that what is counted from it is a day too. Raises Refused (code 2)."""
    if not FIRST_DATE <= found <= LAST_DATE:
        raise Refused("invalid_value", field=wire)
    return found


def flag(value: Any, wire: str) -> bool:
    """Read a truth, also when it was sent as text. Raises Refused (code 2)."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "false"}:
        return value == "true"
    raise Refused("invalid_value", field=wire)


def choice(choices: type[StrEnum] | Mapping[str, Any]) -> Reader:
    """Make the reader of a word that stands for one of these. Raises Refused (code 2) for any other word."""
    known = choices if isinstance(choices, Mapping) else {one.value: one for one in choices}

    def read(value: Any, wire: str) -> Any:
        word = text(value, wire)
        if word not in known:
            raise Refused("invalid_value", field=wire)
        return known[word]

    return read


def rows(value: Any, wire: str) -> list[dict[str, Any]]:
    """Read a list of objects. Raises Refused (code 2)."""
    if not isinstance(value, list) or len(value) > PARTS_MAX or not all(isinstance(row, dict) for row in value):
        raise Refused("invalid_value", field=wire)
    return value


def texts(value: Any, wire: str) -> tuple[str, ...]:
    """Read a list of texts, or one text with commas. Raises Refused (code 2)."""
    parts = value.split(",", PARTS_MAX) if isinstance(value, str) else value
    if not isinstance(parts, list) or len(parts) > PARTS_MAX:
        raise Refused("invalid_value", field=wire)
    return tuple(word for word in (text(part, wire) for part in parts) if word)


def given(body: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, Any]:
    """Return the command's fields that a body sets; what it does not mention is left out. Raises Refused (code 2)."""
    return {
        field.name: field.read(body[field.wire], field.wire)
        for field in fields
        if body.get(field.wire, msgspec.UNSET) is not msgspec.UNSET and body[field.wire] is not None
    }


def said(call_query: Mapping[str, str], body: Mapping[str, Any], name: str) -> bool:
    """Return whether a flag is set, in the query or in the body."""
    return call_query.get(name, "").lower() == "true" or body.get(name) is True
