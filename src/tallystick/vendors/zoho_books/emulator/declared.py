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


@cache
def _template(operation_id: str) -> dict[str, Any]:
    operation = OPERATIONS[operation_id]
    assert operation.result is not None, operation_id
    shape: Shape = operation.result.fields[operation.envelope]
    fields = shape.fields or (shape.items.fields if shape.items else {})
    return {name: _EMPTY[field.type_] for name, field in fields.items()}
