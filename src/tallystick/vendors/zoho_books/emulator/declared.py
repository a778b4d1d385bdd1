"""Key templates from the operations themselves, for nouns whose wire no one has recorded. No document is read here."""

from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any, Final

from tallystick.rest.operation import Shape
from tallystick.vendors.zoho_books.operations import OPERATIONS

_EMPTY: Final[dict[str, Any]] = {
    "string": "",
    "number": Decimal(0),
    "integer": 0,
    "boolean": False,
    "array": [],
    "object": {},
    "any": "",
}


def declared(operation_id: str) -> dict[str, Any]:
    """Return every key that an operation's record or rows are declared with, each with nothing set."""
    return deepcopy(_template(operation_id))


def filled(operation_id: str, found: dict[str, Any]) -> dict[str, Any]:
    """Return the record an operation is declared with, filled with what is found; amounts kept as text are numbers."""
    fields = _fields(operation_id)
    return {
        name: _fill(shape, found[name]) if name in found else deepcopy(_EMPTY[shape.type_])
        for name, shape in fields.items()
    }


def _fill(shape: Shape, value: Any) -> Any:
    """Return a value in its declared shape; the depth of the recursion is bounded by the shape's."""
    if isinstance(value, dict) and shape.fields:
        return {
            name: _fill(field, value[name]) if name in value else deepcopy(_EMPTY[field.type_])
            for name, field in shape.fields.items()
        }
    if isinstance(value, list | tuple) and shape.items is not None:
        return [_fill(shape.items, one) for one in value]
    if shape.type_ == "number" and isinstance(value, str) and value:
        return Decimal(value)
    return value


@cache
def _template(operation_id: str) -> dict[str, Any]:
    return {name: _EMPTY[field.type_] for name, field in _fields(operation_id).items()}


@cache
def _fields(operation_id: str) -> dict[str, Shape]:
    operation = OPERATIONS[operation_id]
    assert operation.result is not None, operation_id
    shape: Shape = operation.result.fields[operation.envelope]
    return shape.fields or (shape.items.fields if shape.items else {})
