"""From a record to a vendor's object: `to_vendor` for what may be sent, `restore` for the whole row. Nothing is read."""

from typing import Any

from tallystick.mapping.language import BOTH, Choice, Field, Group, Lines, Mapping, Rule
from tallystick.mapping.outcome import Mapped
from tallystick.mapping.reading import written
from tallystick.model.record import Record


def to_vendor(mapping: Mapping, record: Record) -> dict[str, Any]:
    """Return the body that writes a record: only the keys a caller may set, only the fields that are set.

    Amounts stay Decimal; days and instants are in the vendor's spelling.
    """
    return _write(mapping, record, whole=False)


def restore(mapping: Mapping, mapped: Mapped[Any]) -> dict[str, Any]:
    """Return the vendor's object a record was read from: every mapped key, and the extras, exactly. Unset is left out."""
    row = _write(mapping, mapped.record, whole=True)
    for place, value in (*mapped.residue.items(), *mapped.extras.items()):
        _put(row, [step.replace("~1", "/").replace("~0", "~") for step in place.split("/")[1:]], value)
    return row


def _write(mapping: Mapping, record: Record, *, whole: bool) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for key, rule in mapping.vendor.items():
        if isinstance(rule, Field | Choice | Lines | Group) and (whole or rule.access is BOTH):
            value = _written(rule, _at(record, rule.path), whole=whole)
            if value is not None:
                body[key] = value
    for key, composed in mapping.composed.items():
        value = composed.write(record)
        if value is not None:
            body[key] = value
    return body


def _written(rule: Rule, value: Any, *, whole: bool) -> Any:
    """Return a value in the vendor's spelling, None when there is nothing to say."""
    if value is None or value == ():
        return None
    if isinstance(rule, Field):
        return rule.kind.render(value)
    if isinstance(rule, Choice):
        return written(rule).get(value)
    if isinstance(rule, Lines):
        return [_write(rule.mapping, part, whole=whole) for part in value]
    if isinstance(rule, Group):
        return _write(rule.mapping, value, whole=whole)
    return None


def _at(record: Record, path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        if value is None:
            return None
        value = getattr(value, name)
    return value


def _put(row: dict[str, Any], steps: list[str], value: Any) -> None:
    """Put a value where a JSON pointer says, making the objects on the way; lists already have their parts."""
    target: Any = row
    for step in steps[:-1]:
        target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
    if isinstance(target, dict):
        target[steps[-1]] = value
