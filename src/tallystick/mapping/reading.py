"""From a vendor's row to a record: `to_model`. It reads every key once and collects every mistake; nothing is written."""

import functools
import types
import typing
from typing import Any, TypeVar

import msgspec

from tallystick.mapping.language import (
    Alias,
    Amount,
    Choice,
    Computed,
    Dropped,
    Field,
    Group,
    Input,
    Lines,
    Mapping,
    Reference,
    Rule,
)
from tallystick.mapping.outcome import Mapped, Mistake, Rejected, mistake
from tallystick.model.record import Record

R = TypeVar("R", bound=Record)

LINES_MAX = 20_000
"""Parts a list inside one row may have; a longer one is refused rather than read."""

UNSET: typing.Final = ("", None)
FIELDS: typing.Final[tuple[type, ...]] = (Field, Amount, Reference)


class _Reader:
    """One row being read: the values so far, and what else was found."""

    __slots__ = ("extras", "mistakes", "place", "residue", "row", "rules", "values")

    def __init__(self, mapping: Mapping, row: dict[str, Any], place: str) -> None:
        self.rules = mapping.vendor
        self.row = row
        self.place = place
        self.values: dict[str, Any] = {}
        self.extras: dict[str, Any] = {}
        self.residue: dict[str, Any] = {}
        self.mistakes: list[Mistake] = []

    def field(self, key: str, rule: Field, value: Any) -> None:
        if value == "" or value is None:
            return
        try:
            self.values[rule.path] = rule.kind.parse(value)
        except ValueError as error:
            self.mistakes.append(mistake(f"{self.place}/{key}", value, str(error)))

    def choice(self, key: str, rule: Choice, value: Any) -> None:
        if value == "" or value is None:
            return
        if isinstance(value, str) and value in rule.table:
            chosen = rule.table[value]
            self.values[rule.path] = chosen
            if written(rule)[chosen] != value:
                self.residue[f"{self.place}/{key}"] = value
        elif rule.lenient:
            self.residue[f"{self.place}/{key}"] = value
        else:
            reason = f"is none of {', '.join(rule.table)}"
            self.mistakes.append(mistake(f"{self.place}/{key}", value, reason))

    def lines(self, key: str, rule: Lines, value: Any) -> None:
        if not value and not isinstance(value, bool):
            return
        if not isinstance(value, list):
            self.mistakes.append(mistake(f"{self.place}/{key}", value, "is not a list"))
            return
        if len(value) > LINES_MAX:
            self.mistakes.append(mistake(f"{self.place}/{key}", len(value), f"has more than {LINES_MAX} parts"))
            return
        parts = [self.part(f"{key}/{number}", rule.mapping, part) for number, part in enumerate(value)]
        self.values[rule.path] = tuple(part for part in parts if part is not None)

    def group(self, key: str, rule: Group, value: Any) -> None:
        if not value and not isinstance(value, bool):
            return
        part = self.part(key, rule.mapping, value)
        if part is not None and part != type(part)():
            self.values[rule.path] = part

    def part(self, key: str, mapping: Mapping, value: Any) -> Record | None:
        outcome = _read(mapping, value, f"{self.place}/{key}")
        if isinstance(outcome, Rejected):
            self.mistakes.extend(outcome.mistakes)
            return None
        self.extras.update(outcome.extras)
        self.residue.update(outcome.residue)
        record: Record = outcome.record
        return record

    def alias(self, key: str, rule: Alias, value: Any) -> None:
        if value in UNSET:
            return
        self.residue[f"{self.place}/{key}"] = value
        if self.row.get(rule.of) in UNSET:
            target = self.rules[rule.of]
            _READERS[type(target)](self, key, target, value)

    def input(self, key: str, _rule: Input, value: Any) -> None:
        if value not in UNSET:
            self.residue[f"{self.place}/{key}"] = value

    def dropped(self, _key: str, _rule: Dropped, _value: Any) -> None:
        """Leave the value out, as the declaration says."""

    def key(self, key: str, value: Any) -> None:
        """Read one key by its rule; a key without one is kept."""
        rule = self.rules.get(key)
        if rule is None:
            self.extras[f"{self.place}/{escape(key)}"] = value
        else:
            _READERS[type(rule)](self, key, rule, value)

    def require(self, key: str, path: str) -> None:
        """Report a required key that gave no value, unless its value is reported as wrong already."""
        place = f"{self.place}/{key}"
        if path not in self.values and all(found.place != place for found in self.mistakes):
            self.mistakes.append(mistake(place, self.row.get(key), "is missing"))

    def compute(self, path: str, computed: Computed) -> None:
        try:
            value = computed.read(self.values, self.row)
        except ValueError as error:
            key = computed.reads[0]
            self.mistakes.append(mistake(f"{self.place}/{key}", self.row.get(key), str(error)))
        else:
            self.settle(path, computed, value)

    def settle(self, path: str, computed: Computed, value: Any) -> None:
        """Keep a computed value; where it replaces one that was read, what the row said goes to the residue."""
        if path in self.values and self.values[path] != value:
            key = computed.reads[0]
            self.residue[f"{self.place}/{key}"] = self.row[key]
        if value is not None:
            self.values[path] = value


_READERS: dict[type, Any] = {
    Choice: _Reader.choice,
    Lines: _Reader.lines,
    Group: _Reader.group,
    Alias: _Reader.alias,
    Input: _Reader.input,
    Dropped: _Reader.dropped,
    **dict.fromkeys(FIELDS, _Reader.field),
}


def to_model(mapping: Mapping, row: Any) -> Mapped[Any] | Rejected:
    """Read a vendor's object, a list row or a detail, into the mapping's record.

    `row` is decoded JSON whose fractions are Decimal. Every bad value is reported with its place; unknown keys are
    kept in `extras`. Raises TypeError when a float reaches it: that is the caller's mistake, not the vendor's.
    """
    return _read(mapping, row, "")


def _read(mapping: Mapping, row: Any, place: str) -> Mapped[Any] | Rejected:
    if not isinstance(row, dict):
        return Rejected((mistake(place or "/", row, "is not an object"),))
    reader = _Reader(mapping, row, place)
    for key, value in row.items():
        reader.key(key, value)
    for key, path in _required(mapping):
        reader.require(key, path)
    for path, computed in mapping.computed.items():
        reader.compute(path, computed)
    if reader.mistakes:
        return Rejected(tuple(reader.mistakes))
    return Mapped(_build(mapping.record, reader.values), reader.extras, reader.residue)


def _build(record: type[R], values: dict[str, Any]) -> R:
    """Build the record, gathering paths such as `customer.id` into the record they go through."""
    flat: dict[str, Any] = {}
    deeper: dict[str, dict[str, Any]] = {}
    for path, value in values.items():
        head, _, rest = path.partition(".")
        if rest:
            deeper.setdefault(head, {})[rest] = value
        else:
            flat[head] = value
    for head, parts in deeper.items():
        flat[head] = _build(parts_of(record)[head], parts)
    return record(**flat)


@functools.cache
def _required(mapping: Mapping) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key, rule.path) for key, rule in mapping.vendor.items() if isinstance(rule, Field | Choice) and rule.required
    )


def escape(key: str) -> str:
    """Return a key as one step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1") if "/" in key or "~" in key else key


@functools.cache
def written(rule: Choice) -> dict[Any, str]:
    """Return the word a choice writes for each model value: the first in its table that means it."""
    words: dict[Any, str] = {}
    for word, value in rule.table.items():
        words.setdefault(value, word)
    return words


@functools.cache
def parts_of(record: type[Record]) -> dict[str, type[Record]]:
    """Return the fields of a record that hold one record of their own, by name."""
    found: dict[str, type[Record]] = {}
    for field in msgspec.structs.fields(record):
        options = typing.get_args(field.type) if isinstance(field.type, types.UnionType) else (field.type,)
        for option in options:
            if isinstance(option, type) and issubclass(option, Record):
                found[field.name] = option
    return found


def rule_path(rule: Rule) -> str | None:
    """Return the model path a rule fills, or None when it fills none by itself."""
    return rule.path if isinstance(rule, Field | Choice | Lines | Group) else None
