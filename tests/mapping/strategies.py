"""Hypothesis strategies read off a mapping: records as a caller may write them, rows as a vendor may send them."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from tallystick.mapping import Access, Alias, Choice, Dropped, Field, Group, Input, Lines, Mapping
from tallystick.mapping.reading import written
from tallystick.model.allocation import Allocation, AllocationType
from tallystick.model.record import Record

KEYS_MAX = 12
"""Keys of a generated row beside the required ones: rows stay small, and all keys have their turn over the examples."""

SETTINGS: dict[str, Any] = {
    "derandomize": True,
    "deadline": None,
    "max_examples": 50,
    "phases": (Phase.generate, Phase.shrink),
    "suppress_health_check": list(HealthCheck),
}

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False)
instants = st.builds(
    lambda moment, minutes: moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=minutes))),
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2090, 1, 1)),  # noqa: DTZ001 - the offset is added above
    st.integers(-11 * 60, 13 * 60),
)

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "id": st.integers(10**14, 10**19 - 1).map(str),
    "amount": amounts,
    "rate": amounts,
    "count": st.integers(0, 10_000),
    "flag": st.booleans(),
    "date": st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
    "instant": instants,
    "JSON": texts | amounts | st.booleans(),
}
"""Values by kind, as a record holds them."""


def _wire(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a kind as a vendor sends them: set in its own spelling, in quotes, or unset."""
    rendered = VALUES[kind.name].map(kind.render)
    if kind.name in {"amount", "rate", "count"}:
        return rendered | rendered.map(str) | st.just("")
    return rendered | st.just("") if kind.name != "JSON" else rendered


PARTS: dict[type[Record], dict[str, st.SearchStrategy[Any]]] = {Allocation: {"type": st.just(AllocationType.INVOICE)}}
"""What a part always says of itself, by its record."""


def records(mapping: Mapping, composed: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Record]:
    """Records with only writable fields set; `composed` generates the fields that travel in composed keys."""
    paths: dict[str, st.SearchStrategy[Any]] = {}
    for rule in mapping.vendor.values():
        if isinstance(rule, Field | Choice | Lines | Group) and rule.access is Access.BOTH:
            optional = not isinstance(rule, Lines) and not getattr(rule, "required", False)
            paths[rule.path] = st.none() | _value(rule) if optional else _value(rule)
    return st.fixed_dictionaries(paths | composed).map(lambda values: build(mapping.record, values))


def _value(rule: Any) -> st.SearchStrategy[Any]:
    if isinstance(rule, Field):
        return VALUES[rule.kind.name]
    if isinstance(rule, Choice):
        return st.sampled_from(list(written(rule)))
    part = records(rule.mapping, PARTS.get(rule.mapping.record, {}))
    if isinstance(rule, Group):
        return part.filter(lambda made: made != type(made)())
    return st.lists(part, max_size=3).map(tuple)


def build(record: Any, values: dict[str, Any]) -> Any:
    """Build a record from values by path, leaving out what is not set."""
    from tallystick.mapping.reading import parts_of

    flat = {path: value for path, value in values.items() if "." not in path and value is not None}
    for head in {path.partition(".")[0] for path in values if "." in path}:
        deeper = {path.partition(".")[2]: value for path, value in values.items() if path.startswith(f"{head}.")}
        if any(value is not None for value in deeper.values()):
            flat[head] = build(parts_of(record)[head], deeper)
    return record(**flat)


def rows(mapping: Mapping, given: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Rows with any of the known keys and some unknown ones; `given` overrides the strategy of a key."""
    keys: dict[str, st.SearchStrategy[Any]] = {}
    required: dict[str, st.SearchStrategy[Any]] = {}
    for key, rule in mapping.vendor.items():
        if key in given:
            keys[key] = given[key]
        elif not isinstance(rule, Input):
            keys[key] = _row_value(mapping, rule)
        if isinstance(rule, Field | Choice) and rule.required:
            required[key] = keys.pop(key).filter(lambda value: value != "")
    unknown = st.dictionaries(texts.map("unheard_of_{}".format), texts | amounts | st.just({"a": [1, "b"]}), max_size=2)
    some = st.lists(st.sampled_from(sorted(keys)), max_size=KEYS_MAX, unique=True)
    known = some.flatmap(lambda chosen: st.fixed_dictionaries(required | {key: keys[key] for key in chosen}))
    return st.tuples(known, unknown).map(lambda both: both[1] | both[0])


def _row_value(mapping: Mapping, rule: Any) -> st.SearchStrategy[Any]:
    if isinstance(rule, Alias):
        rule = mapping.vendor[rule.of]
    if isinstance(rule, Field):
        return _wire(rule.kind)
    if isinstance(rule, Choice):
        return st.sampled_from([*rule.table, ""])
    if isinstance(rule, Dropped):
        return texts | amounts | st.just([]) | st.just({})
    if isinstance(rule, Group):
        return rows(rule.mapping, {}) | st.just({})
    assert isinstance(rule, Lines)
    return st.lists(rows(rule.mapping, {}), max_size=2) | st.just("")


def canonical(mapping: Mapping, row: dict[str, Any]) -> dict[str, Any]:
    """A row with what is dropped or unset left out and every value in its one canonical form, for comparing."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        rule = mapping.vendor.get(key)
        if isinstance(rule, Alias):
            rule = mapping.vendor[rule.of]
        if isinstance(rule, Dropped) or (value in ("", None, [], {}, ()) and rule is not None):
            continue
        if isinstance(rule, Field):
            found[key] = rule.kind.parse(value)
        elif isinstance(rule, Lines):
            found[key] = [canonical(rule.mapping, part) for part in value]
        elif isinstance(rule, Group):
            inner = canonical(rule.mapping, value)
            if inner:
                found[key] = inner
        else:
            found[key] = value
    return found


def holds(whole: Any, part: Any) -> bool:
    """Whether a value says all that another says; it may have more keys, nowhere other values."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(holds(whole.get(key), value) for key, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)
