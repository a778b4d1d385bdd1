"""Kinds of value: how one is read from a vendor's JSON and written back. Never a float; no keys and no records.

Reading is tolerant where vendors are sloppy without being ambiguous (a number in quotes, an id as a number) and
strict everywhere else. An empty string, an absent value and null all mean "not set" and read as None.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.model.money import parse_decimal


class Kind(msgspec.Struct, frozen=True):
    """One kind: `parse` takes a JSON value that is set and raises ValueError with the reason; `render` is its inverse."""

    name: str
    parse: Callable[[Any], Any]
    render: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("is not text")


def _number(value: Any) -> Decimal:
    if isinstance(value, float):
        raise TypeError("a float reached a mapping: decode JSON with Decimal")
    if isinstance(value, Decimal | int | str) and not isinstance(value, bool):
        return parse_decimal(str(value))
    raise ValueError("is not a number")


def _count(value: Any) -> int:
    number = _number(value)
    whole = int(number)
    if whole != number:
        raise ValueError("is not a whole number")
    return whole


_FLAGS: Final = {True: True, False: False, "true": True, "false": False}


def _flag(value: Any) -> bool:
    if isinstance(value, bool | str) and value in _FLAGS:
        return _FLAGS[value]
    raise ValueError("is neither true nor false")


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _date(value: Any) -> dt.date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError("is not a day of the calendar written YYYY-MM-DD")


def _instant(value: Any) -> dt.datetime:
    if isinstance(value, str) and len(value) > len("YYYY-MM-DD"):
        try:
            instant = dt.datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            if instant.tzinfo is not None:
                return instant
    raise ValueError("is not a time with its offset, written YYYY-MM-DDThh:mm:ss+hhmm")


def render_instant(instant: dt.datetime) -> str:
    """Return an instant as vendors write it: seconds, and an offset without a colon."""
    return instant.strftime("%Y-%m-%dT%H:%M:%S%z")


TEXT: Final = Kind("text", _text, _same)
ID: Final = Kind("id", _text, _same)
AMOUNT: Final = Kind("amount", _number, _same)
RATE: Final = Kind("rate", _number, _same)
COUNT: Final = Kind("count", _count, _same)
FLAG: Final = Kind("flag", _flag, _same)
DATE: Final = Kind("date", _date, dt.date.isoformat)
INSTANT: Final = Kind("instant", _instant, render_instant)
JSON: Final = Kind("JSON", _same, _same)
