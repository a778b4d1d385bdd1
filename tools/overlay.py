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

from tallystick.rest.operation import Operation, Place
from tools import words
from tools.openapi import PLACEHOLDER

Node = dict[str, Any]
TYPES = {"s": "string", "n": "number", "i": "integer", "b": "boolean", "o": "object", "a": "array", "x": "any"}


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row. `operations` are ids, patterns of ids (`list_*`) or `module:id` for an id that comes twice.

    `at` says where in the operation: empty for the operation itself, `parameters.NAME`, `body.…` or `result.…`
    with `.` for a field, `[]` for an array's items and `**.PATTERN` for every field of a matching name below.
    There, `set` replaces, `fields` says in words what an object's fields are: those it lacks are added, those of
    another type corrected. `parameters` declares query parameters, `remove` takes fields or, from the operation itself, parameters away,
    `optional` fields (`*` for all) need not be given, `single` makes an array of records one record, `several` one record an
    array of them, `wrap` moves all fields under a new key, `key` renames the place.
    `was` limits the row to places that have these values.
    """

    name: str
    evidence: Literal["recorded", "documented", "assumed"]
    source: str
    operations: tuple[str, ...]
    at: tuple[str, ...] = ("",)
    was: dict[str, Any] = {}
    set: dict[str, Any] = {}
    fields: str = ""
    parameters: tuple[dict[str, Any], ...] = ()
    remove: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    single: bool = False
    several: bool = False
    wrap: str = ""
    key: str = ""


class Naming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Operations that are not named by the rules of `naming`: why, and their names by id."""

    reason: str
    names: dict[str, str]


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `overlay.toml`: `sources` names the evidence, `correction` lists the rows in the order they apply.

    `naming` lists the exceptions to the rules of naming.
    """

    sources: dict[str, str]
    correction: tuple[Correction, ...]
    naming: tuple[Naming, ...] = ()

    def names(self) -> dict[str, str]:
        """Return the exceptional names by operation id."""
        return {operation: name for row in self.naming for operation, name in row.names.items()}


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
    """Return the operations corrected. Raises OverlayError for the first row, or word of one, that corrects nothing."""
    nodes: list[Node] = [msgspec.to_builtins(operation) for operation in operations]
    for row in overlay.correction:
        _apply(row, nodes)
    for node in nodes:
        _declare_placeholders(node)
    return [msgspec.convert(node, type=Operation) for node in nodes]


def _apply(row: Correction, nodes: list[Node]) -> None:
    try:
        read = words.read(row.fields)
    except ValueError as error:
        raise OverlayError(f"{row.name!r}: {error}") from error
    used: set[str] = set()
    for pattern in row.operations:
        changed = False
        for node in [node for node in nodes if _named(node, pattern)]:
            before = copy.deepcopy(node)
            for at in row.at:
                for parent, key in list(_places(node, at)):
                    used |= _edit(parent, key, row, read)
                    if row.wrap or (row.key and key == node.get("envelope")):
                        node["envelope"] = row.wrap or row.key
            if msgspec.convert(node, type=Operation) != msgspec.convert(before, type=Operation):
                changed = True
                node["evidence"] = sorted({*node.get("evidence", ()), f"{row.evidence}: {row.source}"})
        if not changed:
            raise OverlayError(f"{row.name!r} corrects nothing in {pattern!r}; remove the row or mend it")
    if idle := sorted(words.leaves(read) - used):
        raise OverlayError(f"{row.name!r} corrects nothing with {' '.join(idle)}; take the words off the row")


def _declare_placeholders(node: Node) -> None:
    """Make the path parameters those of the path, in its order; a corrected path brings new ones."""
    known = {row["name"]: row for row in node.get("parameters", []) if row.get("place") == Place.PATH}
    rest = [row for row in node.get("parameters", []) if row.get("place") != Place.PATH]
    bare = {"place": Place.PATH, "required": True}
    node["parameters"] = [known.get(name, {"name": name, **bare}) for name in PLACEHOLDER.findall(node["path"])] + rest


def _named(node: Node, pattern: str) -> bool:
    module, _, name = pattern.rpartition(":")
    return fnmatch.fnmatchcase(node["id"], name) and module in {"", node["module"]}


def _edit(parent: Any, key: Any, row: Correction, read: words.Words) -> set[str]:
    """Apply one row at one place; return the words of it that changed something."""
    target = parent[key] if key is not None else parent
    if any(target.get(name, "") != value for name, value in row.was.items()):
        return set()
    for edit in EDITS:
        edit(target, row)
    used = words.merge(target, read) if read else set()
    if row.key:
        _rename(parent, key, row.key)
    return used


def _set(target: Node, row: Correction) -> None:
    if "type" in row.set:
        target.pop("items", None)
    target.update(copy.deepcopy(row.set))


def _remove(target: Node, row: Correction) -> None:
    if "parameters" in target:
        target["parameters"] = [each for each in target["parameters"] if each["name"] not in row.remove]
    for name in row.remove:
        target.get("fields", {}).pop(name, None)


def _optional(target: Node, row: Correction) -> None:
    if not row.optional:
        return
    for part in filter(None, (target, target.get("items"))):
        left = [name for name in part.pop("required", ()) if not {name, "*"} & {*row.optional}]
        part.update({"required": left} if left else {})


def _single(target: Node, row: Correction) -> None:
    if row.single and target.get("type") == "array":
        record = target.pop("items", {"type": "object"})
        target.clear()
        target.update(record)


def _several(target: Node, row: Correction) -> None:
    if row.several and target.get("type") == "object":
        record = dict(target)
        target.clear()
        target.update({"type": "array", "items": record})


def _wrap(target: Node, row: Correction) -> None:
    if row.wrap:
        target["fields"] = {row.wrap: {"type": "object", "fields": target.pop("fields")}}


def _declare(target: Node, row: Correction) -> None:
    """Add query parameters. Raises OverlayError for one that is there already."""
    for parameter in row.parameters:
        if parameter["name"] in {known["name"] for known in target["parameters"]}:
            raise OverlayError(f"{row.name!r}: {target['id']} has {parameter['name']!r} already")
        target["parameters"].append(copy.deepcopy(parameter))


EDITS = (_set, _remove, _optional, _single, _several, _wrap, _declare)


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
        for found in list(_below(shape, parts[1].removesuffix("[]"))):
            yield from _descend(_items(found) if parts[1].endswith("[]") else found, parts[2:])
        return
    for known in [known for known in fields if fnmatch.fnmatchcase(known, name)]:
        if not brackets:
            yield from _descend((fields, known), parts[1:])
        elif fields[known].get("type") == "array":
            yield from _descend(_items((fields, known)), parts[1:])


def _items(place: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return the place of an array's items; an array without them gets an object to be filled."""
    array = place[0][place[1]]
    array.setdefault("items", {"type": "object"})
    return array, "items"


def _below(shape: Node, pattern: str) -> Iterator[tuple[Any, Any]]:
    fields = shape.get("fields", {})
    for name in list(fields):
        if fnmatch.fnmatchcase(name, pattern):
            yield fields, name
        yield from _below(fields[name], pattern)
    if shape.get("items"):
        yield from _below(shape["items"], pattern)
