"""What a mapping says about each key and field, counted. It reads declarations only, never rows."""

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from typing import Any

import msgspec

from tallystick.mapping.language import Alias, Dropped, Group, Input, Lines, Mapping
from tallystick.mapping.reading import parts_of, rule_path

Keys = AnyMapping[str, Any]
"""Keys a vendor is known to send: each with the keys below it, or an empty mapping."""


class Coverage(msgspec.Struct, frozen=True):
    """JSON pointers of vendor keys and paths of model fields, each in exactly one list; `silent` must be empty."""

    mapped: tuple[str, ...]
    computed: tuple[str, ...]
    dropped: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def share(self) -> str:
        """Return how much is mapped or computed, as `kept of all`."""
        kept = len(self.mapped) + len(self.computed)
        return f"{kept} of {kept + len(self.dropped) + len(self.silent)}"


def coverage_of(mapping: Mapping, keys: Keys) -> tuple[Coverage, Coverage]:
    """Return the coverage of the vendor's keys, and of the record's fields."""
    return _vendor_coverage(mapping, keys), _model_coverage(mapping)


def _vendor_coverage(mapping: Mapping, keys: Keys) -> Coverage:
    found: dict[str, list[str]] = {"mapped": [], "computed": [], "dropped": [], "silent": []}
    _walk(mapping, keys, "", found)
    return _coverage(found)


def _walk(mapping: Mapping, keys: Keys, place: str, found: dict[str, list[str]]) -> None:
    for key, below in keys.items():
        rule = mapping.vendor.get(key)
        if isinstance(rule, Alias):
            rule = mapping.vendor[rule.of]
        if rule is None:
            found["computed" if key in mapping.composed else "silent"].append(f"{place}/{key}")
        elif isinstance(rule, Dropped):
            found["dropped"].append(f"{place}/{key}")
        elif isinstance(rule, Input):
            found["computed"].append(f"{place}/{key}")
        elif isinstance(rule, Lines | Group) and below:
            _walk(rule.mapping, below, f"{place}/{key}", found)
        else:
            found["mapped"].append(f"{place}/{key}")


def _model_coverage(mapping: Mapping) -> Coverage:
    found: dict[str, list[str]] = {"mapped": [], "computed": [], "dropped": [], "silent": []}
    mapped = {path for path in map(rule_path, mapping.vendor.values()) if path}
    for path in _paths(mapping):
        head = path.partition(".")[0]
        if path in mapping.computed or head in mapping.computed:
            found["computed"].append(path)
        elif path in mapped:
            found["mapped"].append(path)
        elif path in mapping.absent or head in mapping.absent:
            found["dropped"].append(path)
        else:
            found["silent"].append(path)
    return _coverage(found)


def _paths(mapping: Mapping) -> Iterable[str]:
    """Return the fields of the record, and those one record deeper where the mapping does not hand them on whole."""
    whole = {rule.path for rule in mapping.vendor.values() if isinstance(rule, Group)} | set(mapping.computed)
    parts = parts_of(mapping.record)
    for name in mapping.record.__struct_fields__:
        if name in parts and name not in whole and name not in mapping.absent:
            yield from (f"{name}.{deeper}" for deeper in parts[name].__struct_fields__)
        else:
            yield name


def _coverage(found: dict[str, list[str]]) -> Coverage:
    return Coverage(*(tuple(found[name]) for name in Coverage.__struct_fields__))
