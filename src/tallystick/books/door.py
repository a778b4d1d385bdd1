"""Checks every value of a command before any rule sees it. Whether a document may do a thing is not asked here.

Types come from the command's own annotations, so a new field is checked without a word here.
"""

import datetime as dt
import types
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec

from tallystick.books.refusal import Reason, Refused
from tallystick.model.money import DIGITS_MAX

TEXT_LENGTH_MAX: Final = 65_536
DECIMALS_MAX: Final = 12
PARTS_MAX: Final = 10_000
"""Members a tuple in a command may have; a book's own cap on lines is a setting and lower."""
FIRST_DATE: Final = dt.date(1900, 1, 1)
LAST_DATE: Final = dt.date(2199, 12, 31)
WHOLE_MAX: Final = 10**DIGITS_MAX

Check = Callable[[Any, str], None]


def check_values(command: msgspec.Struct) -> None:
    """Raise Refused for the first value that is of a wrong type, too long, no finite number or out of range."""
    _check_of(type(command))(command, "")


def _check_text(value: Any, path: str) -> None:
    if type(value) is not str:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="text")
    if len(value) > TEXT_LENGTH_MAX:
        raise Refused(Reason.TOO_LONG, field=path, length=len(value), length_max=TEXT_LENGTH_MAX)
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise Refused(Reason.WRONG_TYPE, field=path, expected="text")


def _check_decimal(value: Any, path: str) -> None:
    if type(value) is not Decimal:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="decimal")
    if not value.is_finite() or (value and value.adjusted() >= DIGITS_MAX):
        raise Refused(Reason.BAD_AMOUNT, field=path, amount=str(value), digits_max=DIGITS_MAX)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -DECIMALS_MAX:
        raise Refused(Reason.TOO_MANY_DECIMALS, field=path, amount=str(value), decimals_max=DECIMALS_MAX)


def _check_date(value: Any, path: str) -> None:
    if type(value) is not dt.date:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="date")
    if not FIRST_DATE <= value <= LAST_DATE:
        raise Refused(Reason.DATE_OUT_OF_RANGE, field=path, date=value, first=FIRST_DATE, last=LAST_DATE)


def _check_instant(value: Any, path: str) -> None:
    if type(value) is not dt.datetime or value.tzinfo is None:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="an instant with its time zone")
    _check_date(value.date(), path)


def _check_whole(value: Any, path: str) -> None:
    if type(value) is not int:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="whole number")
    if not -WHOLE_MAX < value < WHOLE_MAX:
        raise Refused(Reason.BAD_AMOUNT, field=path, amount=value, digits_max=DIGITS_MAX)


def _check_truth(value: Any, path: str) -> None:
    if type(value) is not bool:
        raise Refused(Reason.WRONG_TYPE, field=path, expected="true or false")


_PLAIN: Final[dict[Any, Check]] = {
    str: _check_text,
    Decimal: _check_decimal,
    dt.date: _check_date,
    dt.datetime: _check_instant,
    int: _check_whole,
    bool: _check_truth,
}


@cache
def _check_of(kind: Any) -> Check:
    """Return the check for one annotation; built once per type."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_check(get_args(kind))
    if origin is tuple:
        return _tuple_check(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _instance_check(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct_check(kind)
    raise AssertionError(f"no check for {kind!r}")


def _union_check(members: tuple[Any, ...]) -> Check:
    singles = {msgspec.UnsetType: msgspec.UNSET, type(None): None}
    free = tuple(singles[member] for member in members if member in singles)
    (rest,) = (member for member in members if member not in singles)
    check = _check_of(rest)

    def check_union(value: Any, path: str) -> None:
        if value not in free:
            check(value, path)

    return check_union


def _tuple_check(member: Any) -> Check:
    def check_tuple(value: Any, path: str) -> None:
        if type(value) is not tuple:
            raise Refused(Reason.WRONG_TYPE, field=path, expected="list")
        if len(value) > PARTS_MAX:
            raise Refused(Reason.TOO_MANY_PARTS, field=path, parts=len(value), parts_max=PARTS_MAX)
        check = _check_of(member)
        for index, part in enumerate(value):
            check(part, f"{path}[{index}]")

    return check_tuple


def _instance_check(expected: type) -> Check:
    def check_instance(value: Any, path: str) -> None:
        if type(value) is not expected:
            raise Refused(Reason.WRONG_TYPE, field=path, expected=expected.__name__)

    return check_instance


def _struct_check(expected: type[msgspec.Struct]) -> Check:
    hints = get_type_hints(expected)
    defaults = {field.name: field.default for field in msgspec.structs.fields(expected)}
    fields = tuple((name, defaults[name], _check_of(hints[name])) for name in expected.__struct_fields__)

    def check_struct(value: Any, path: str) -> None:
        if not isinstance(value, expected):
            raise Refused(Reason.WRONG_TYPE, field=path, expected=expected.__name__)
        if type(value) is not expected:  # a batch holds commands of any kind
            _check_of(type(value))(value, path)
            return
        prefix = f"{path}." if path else ""
        for name, default, check in fields:
            held = getattr(value, name)
            if held is not default:
                check(held, prefix + name)

    return check_struct
