"""Checks what a call carries against its Operation, and coerces it: types, enums, lengths and formats, from data.

Undeclared body fields are dropped in silence, as the vendor does; undeclared query parameters pass through as text.
Which fields a noun cannot do without is the noun's own rule: the specification's `required` is wrong too often.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeAlias

from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.parse import WHOLE, Body

Check: TypeAlias = Callable[[Any], Any]

LENGTH_MAX: Final = 65_535
"""Characters of a text whose limit no one has published: assumed, so that a record stays bounded."""
ITEMS_MAX: Final = 10_000
DIGITS_MAX: Final = 15
"""Digits before the decimal point; larger numbers cannot be kept exactly by the vendor's doubles."""
PLACES_MAX: Final = 30
DEPTH_MAX: Final = 12
LABELS: Final = {"payment_terms": "Payment Terms"}
"""Fields that a refusal names by their label, where one is recorded; all others go by their raw names."""
PERCENT_FIELDS: Final = frozenset({"discount"})
"""Numbers that may also be written as a share: `10%`."""
_FALSE: Final = frozenset({"false", "0", "no"})
_TRUE: Final = frozenset({"true", "1", "yes"})
_GONE: Final = object()


def validate_body(operation: Operation, body: Body) -> dict[str, Any]:
    """Return the declared fields of a body, coerced. Raises Refused (2, 11, 15).

    A null, and an empty text where no text is declared, count as not given. A body that is an array comes back under
    the name WHOLE.
    """
    if operation.body is None:
        return {}
    if body.empty:
        if operation.body.required:
            raise Refused("empty_body")
        return {}
    check = _CHECKS.get(operation.id)
    if check is None:
        check = _CHECKS[operation.id] = compile_shape(operation.body, "JSONString")
    if operation.body.type_ == "array":
        # An object where an array is due is refused like any other value that cannot be read as the body.
        if WHOLE not in body.fields:
            raise Refused("malformed_json")
        return {WHOLE: check(body.fields[WHOLE])}
    if WHOLE in body.fields:
        raise Refused("malformed_json")
    checked: dict[str, Any] = check(_lists_of_form(operation, body.fields))
    return checked


def _lists_of_form(operation: Operation, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a form, which has no lists, with those declared as lists read from texts with commas."""
    if operation.body is None or operation.body_kind != "multipart":
        return fields
    declared = {name for name, shape in operation.body.fields.items() if shape.type_ == "array"}
    return {
        name: value.strip("[] ").replace('"', "").split(",", ITEMS_MAX)
        if name in declared and isinstance(value, str) and value.strip()
        else value
        for name, value in fields.items()
    }


def validate_query(operation: Operation, query: Mapping[str, str]) -> None:
    """Check the declared query parameters that have a type or a length. Raises Refused (2, 15)."""
    checks = _QUERY_CHECKS.get(operation.id)
    if checks is None:
        checks = _QUERY_CHECKS[operation.id] = {
            parameter.name: compile_parameter(parameter)
            for parameter in operation.parameters
            if parameter.place is Place.QUERY and parameter.name != "organization_id"
        }
    for name, value in query.items():
        if value and (check := checks.get(name)) is not None:
            check(value)


def compile_parameter(parameter: Parameter) -> Check:
    """Return the check of one query parameter."""
    shape = Shape(type_=parameter.type_, length_max=parameter.length_max)
    return compile_shape(shape, parameter.name) if parameter.type_ != "array" else str


def compile_shape(shape: Shape, name: str, depth: int = 0) -> Check:
    """Return the function that checks and coerces one value of a shape; `name` is what a refusal calls it."""
    if depth > DEPTH_MAX:
        return _anything(name)
    if shape.type_ == "object":
        return _object({key: compile_shape(field, key, depth + 1) for key, field in shape.fields.items()}, name)
    if shape.type_ == "array":
        return _array(compile_shape(shape.items or Shape(), name, depth + 1), name)
    scalar = _SCALARS.get(shape.type_)
    return _anything(name) if scalar is None else scalar(shape, name)


def _refuse(name: str) -> Refused:
    return Refused("invalid_value", field=LABELS.get(name, name))


def _object(fields: dict[str, Check], name: str) -> Check:
    if not fields:
        return _anything(name)

    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise _refuse(name)
        kept = {}
        for key, given in value.items():
            if given is None or (field := fields.get(key)) is None:
                continue
            coerced = field(given)
            if coerced is not _GONE:
                kept[key] = coerced
        return kept

    return check


def _array(item: Check, name: str) -> Check:
    def check(value: Any) -> list[Any]:
        if isinstance(value, str) and not value.strip():
            return []
        if not isinstance(value, list):
            # Recorded: a structure sent as text is refused for its length, whatever its length is.
            raise Refused("too_long", field=name, limit=100)
        if len(value) > ITEMS_MAX:
            raise _refuse(name)
        checked = [item(given) for given in value if given is not None]
        return [given for given in checked if given is not _GONE]

    return check


def _string(shape: Shape, name: str) -> Check:
    length_max = LENGTH_MAX if shape.length_max is None else shape.length_max
    enum = frozenset(shape.enum)
    is_date = shape.format == "date" or name == "date" or name.endswith("_date")

    def check(value: Any) -> str:
        text: str = value if type(value) is str else _as_text(value, name)
        if len(text) > length_max:
            raise Refused("too_long", field=name, limit=length_max + 1)
        if text and ((enum and text not in enum) or (is_date and not is_calendar_date(text))):
            raise _refuse(name)
        return text

    return check


def _number(_shape: Shape, name: str) -> Check:
    has_percent = name in PERCENT_FIELDS

    def check(value: Any) -> Any:
        if type(value) is str:
            text = value.strip()
            if not text:
                return _GONE
            if has_percent and text.endswith("%"):
                return f"{_as_number(text[:-1].strip(), name)}%"
            return _as_number(text, name)
        return _as_number(value, name)

    return check


def _integer(_shape: Shape, name: str) -> Check:
    def check(value: Any) -> Any:
        if type(value) is str and not value.strip():
            return _GONE
        number = _as_number(value.strip() if type(value) is str else value, name)
        whole = int(number)
        if whole != number:
            raise _refuse(name)
        return whole

    return check


def _boolean(_shape: Shape, name: str) -> Check:
    def check(value: Any) -> Any:
        if type(value) is bool:
            return value
        text = str(value).strip().lower() if isinstance(value, str | int) else "?"
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if text:
            raise _refuse(name)
        return _GONE

    return check


def _anything(name: str) -> Check:
    return lambda value: _bounded(value, name, 0)


_SCALARS: Final[dict[str, Callable[[Shape, str], Check]]] = {
    "string": _string,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
}
_CHECKS: dict[str, Check] = {}
_QUERY_CHECKS: dict[str, dict[str, Check]] = {}


def _as_text(value: Any, name: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(_as_number(value, name)) if isinstance(value, Decimal) else _digits(value, name)
    raise _refuse(name)


def _digits(value: int, name: str) -> str:
    if value.bit_length() > 128:
        raise _refuse(name)
    return str(value)


def _as_number(value: Any, name: str) -> int | Decimal:
    """Return a number an account can hold: finite, at most DIGITS_MAX digits before the point, PLACES_MAX after."""
    if type(value) is int:
        if -(10**DIGITS_MAX) < value < 10**DIGITS_MAX:
            return value
        raise _refuse(name)
    if isinstance(value, bool) or not isinstance(value, str | Decimal):
        raise _refuse(name)
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise _refuse(name) from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -PLACES_MAX or (number and number.adjusted() >= DIGITS_MAX):
        raise _refuse(name)
    return number


def is_calendar_date(text: str) -> bool:
    """Say whether a text is a date as the vendor writes it: 2026-01-31."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bounded(value: Any, name: str, depth: int) -> Any:
    """Return an undeclared value with its sizes checked; the depth of the recursion is bounded by DEPTH_MAX."""
    if depth > DEPTH_MAX:
        raise _refuse(name)
    if isinstance(value, str):
        if len(value) > LENGTH_MAX:
            raise Refused("too_long", field=name, limit=LENGTH_MAX + 1)
    elif isinstance(value, dict):
        return {key: _bounded(inner, name, depth + 1) for key, inner in value.items() if inner is not None}
    elif isinstance(value, list):
        if len(value) > ITEMS_MAX:
            raise _refuse(name)
        return [_bounded(inner, name, depth + 1) for inner in value if inner is not None]
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _as_number(value, name)
    return value
