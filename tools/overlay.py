"""The overlay: named corrections to a vendor's specification, each with its evidence, applied to Operations.

A correction that changes nothing any more is an error: then the specification was mended and the row must go.
"""

import copy
import fnmatch
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
from tools.openapi import PLACEHOLDER

from tallystick.rest.operation import Operation, Place

Node = dict[str, Any]
TYPE_LETTERS = {"s": "string", "n": "number", "i": "integer", "b": "boolean", "o": "object", "a": "array", "x": "any"}


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row. `operations` are ids, patterns of ids (`list_*`) or `module:id` for an id that comes twice.

    `at` says where in the operation: empty for the operation itself, `parameters.NAME`, `body.…` or `result.…`
    with `.` for a field, `[]` for an array's items and `**.PATTERN` for every field of a matching name below.
    There, `set` replaces, `add` adds fields (`name:letter` words; s n i b o a x, `[n]` array of numbers, … ),
    `remove` takes fields or parameters away, `wrap` moves all fields under a new key, `key` renames the place.
    `was` limits the row to places that have these values.
    """

    name: str
    evidence: Literal["recorded", "documented", "assumed"]
    source: str
    operations: tuple[str, ...]
    at: tuple[str, ...] = ("",)
    was: dict[str, Any] = {}
    set: dict[str, Any] = {}
    add: str = ""
    remove: tuple[str, ...] = ()
    wrap: str = ""
    key: str = ""


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `overlay.toml`: `sources` names the evidence, `correction` lists the rows in the order they apply."""

    sources: dict[str, str]
    correction: tuple[Correction, ...]


class OverlayError(ValueError):
    """A row that cannot be applied or corrects nothing; the message names the row."""


def load(file: Path) -> Overlay:
    """Read the overlay. Raises OverlayError for a row without a known source, or two rows of one name."""
    overlay = msgspec.convert(tomllib.loads(file.read_text()), type=Overlay)
    names = [row.name for row in overlay.correction]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise OverlayError(f"two corrections are named {twice[0]!r}")
    for row in overlay.correction:
        if row.source.split(":")[0] not in overlay.sources:
            raise OverlayError(f"{row.name!r}: source {row.source!r} is not among [sources]")
    return overlay


def apply(overlay: Overlay, operations: list[Operation]) -> list[Operation]:
    """Return the operations corrected. Raises OverlayError for the first row that corrects nothing."""
    nodes: list[Node] = [msgspec.to_builtins(operation) for operation in operations]
    for row in overlay.correction:
        for pattern in row.operations:
            matched = [node for node in nodes if _named(node, pattern)]
            changed = [_correct(node, row) for node in matched]
            if not any(changed):
                raise OverlayError(f"{row.name!r} corrects nothing in {pattern!r}; remove the row or mend it")
    for node in nodes:
        _declare_placeholders(node)
    return [msgspec.convert(node, type=Operation) for node in nodes]


def _declare_placeholders(node: Node) -> None:
    """Make the path parameters those of the path, in its order; a corrected path brings new ones."""
    known = {row["name"]: row for row in node.get("parameters", []) if row.get("place") == Place.PATH}
    rest = [row for row in node.get("parameters", []) if row.get("place") != Place.PATH]
    bare = {"place": Place.PATH, "required": True}
    node["parameters"] = [known.get(name, {"name": name, **bare}) for name in PLACEHOLDER.findall(node["path"])] + rest


def _named(node: Node, pattern: str) -> bool:
    module, _, name = pattern.rpartition(":")
    return fnmatch.fnmatchcase(node["id"], name) and module in {"", node["module"]}


def _correct(node: Node, row: Correction) -> bool:
    """Apply one row to one operation; True when it changed."""
    before = copy.deepcopy(node)
    for at in row.at:
        for parent, key in list(_places(node, at)):
            _edit(parent, key, row)
    if node == before:
        return False
    evidence = f"{row.evidence}: {row.source}"
    node["evidence"] = sorted({*node.get("evidence", ()), evidence})
    return True


def _edit(parent: Any, key: Any, row: Correction) -> None:
    target = parent[key] if key is not None else parent
    if any(target.get(name, "") != value for name, value in row.was.items()):
        return
    target.update(copy.deepcopy(row.set))
    for name in row.remove:
        target.get("fields", {}).pop(name, None)
    if row.add:
        known = target.setdefault("fields", {})
        for name, shape in _added(row):
            if name in known:
                raise OverlayError(f"{row.name!r} adds {name!r}, which is already there; take it off the row")
            known[name] = shape
    if row.wrap:
        target["fields"] = {row.wrap: {"type": "object", "fields": target.pop("fields")}}
    if row.key:
        _rename(parent, key, row.key)


def _added(row: Correction) -> Iterator[tuple[str, Node]]:
    for word in row.add.split():
        name, _, letter = word.partition(":")
        inner = letter[1:-1] if letter.startswith("[") else ""
        if (inner or letter) not in {"", *TYPE_LETTERS}:
            raise OverlayError(f"{row.name!r}: {word!r} has no type; use one of {' '.join(TYPE_LETTERS)}")
        shape: Node = {"type": TYPE_LETTERS[inner or letter or "s"]}
        yield name, {"type": "array", "items": shape} if inner else shape


def _rename(parent: Any, key: Any, name: str) -> None:
    if isinstance(parent, list):
        parent[key]["name"] = name
        return
    renamed = {name if known == key else known: value for known, value in parent.items()}
    parent.clear()
    parent.update(renamed)


def _places(node: Node, at: str) -> Iterator[tuple[Any, Any]]:
    """Yield (container, key) of every place a path names; a place that is not there is not yielded."""
    if not at:
        yield node, None
        return
    kind, _, rest = at.partition(".")
    if kind == "parameters":
        rows = node.get("parameters", [])
        yield from ((rows, i) for i, row in enumerate(rows) if fnmatch.fnmatchcase(row["name"], rest))
        return
    kind, items, _ = kind.partition("[]")
    if not node.get(kind):
        return
    start = (node[kind], "items") if items else (node, kind)
    yield from _descend(start, [part for part in rest.split(".") if part])


def _descend(place: tuple[Any, Any], parts: list[str]) -> Iterator[tuple[Any, Any]]:
    """Walk fields; the recursion is bounded by the length of the path or the depth of the shape."""
    container, key = place
    if not parts:
        yield place
        return
    shape = container[key]
    fields = shape.get("fields", {})
    name, brackets, _ = parts[0].partition("[]")
    if name == "**":
        yield from _below(shape, parts[1])
        return
    for known in [known for known in fields if fnmatch.fnmatchcase(known, name)]:
        if not brackets:
            yield from _descend((fields, known), parts[1:])
        elif fields[known].get("items"):
            yield from _descend((fields[known], "items"), parts[1:])


def _below(shape: Node, pattern: str) -> Iterator[tuple[Any, Any]]:
    fields = shape.get("fields", {})
    for name in list(fields):
        if fnmatch.fnmatchcase(name, pattern):
            yield fields, name
        yield from _below(fields[name], pattern)
    if shape.get("items"):
        yield from _below(shape["items"], pattern)
