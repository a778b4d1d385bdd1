"""Operations: everything one vendor can do, read from its folder of generated files, a module at a time.

Nothing here knows a vendor's name or changes an operation.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from tallystick.model.errors import UnknownOperation
from tallystick.rest.operation import Operation

SEGMENTS_MAX = 16


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One line of the index: what routing must know before a module is read.

    `prefixes` maps a placeholder to the text its value must begin with.
    """

    id: str
    module: str
    method: str
    path: str
    duplicate_of: str = ""
    prefixes: dict[str, str] = {}


class Index(msgspec.Struct, frozen=True):
    """The file `index.json`: digests (SHA-256) of what was generated and from what, and a Row per operation."""

    overlay: str
    modules: dict[str, str]
    operations: tuple[Row, ...]


class _Node:
    """One path segment: literal children, then placeholders, and the operations that end here."""

    __slots__ = ("ends", "literals", "placeholders")

    def __init__(self) -> None:
        self.literals: dict[str, _Node] = {}
        self.placeholders: list[tuple[str, _Node]] = []
        self.ends: dict[str, tuple[str, tuple[str, ...]]] = {}

    def placeholder(self, prefix: str) -> "_Node":
        """Return the child for a placeholder; one with a prefix is tried before one without."""
        for known, node in self.placeholders:
            if known == prefix:
                return node
        node = _Node()
        self.placeholders.append((prefix, node))
        self.placeholders.sort(key=lambda child: -len(child[0]))
        return node


class Operations(Mapping[str, Operation]):
    """One vendor's operations by id; a module's file is decoded when one of its operations is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._modules: dict[str, dict[str, Operation]] = {}

    def __getitem__(self, operation_id: str) -> Operation:
        return self._module(self._rows[operation_id].module)[operation_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, operation_id: object) -> bool:
        return operation_id in self._rows

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Operation ids by the names people type (`invoices.comments.list`), sorted; the file is small and read once."""
        content = (self._folder / "names.json").read_bytes()
        return MappingProxyType(msgspec.json.decode(content, type=dict[str, str]))

    @cached_property
    def tree(self) -> Mapping[str, Any]:
        """The names as modules in modules: `{"invoices": {"list": "list_invoices", "comments": {...}}}`."""
        tree: dict[str, Any] = {}
        for name, operation_id in self.names.items():
            *modules, verb = name.split(".")
            branch = tree
            for module in modules:
                branch = branch.setdefault(module, {})
            branch[verb] = operation_id
        return tree

    def named(self, name: str) -> str:
        """Return the id of the operation with this name. Raises UnknownOperation with the nearest names."""
        if name not in self.names:
            nearest = get_close_matches(name.lower(), list(self.names), n=3, cutoff=0.6)
            raise UnknownOperation(f"there is no {name!r}", argument="operation", nearest=nearest)
        return self.names[name]

    def modules(self) -> tuple[str, ...]:
        """Return the vendor's nouns, sorted: the names of the files."""
        return tuple(self.index.modules)

    def module(self, name: str) -> Mapping[str, Operation]:
        """Return the operations of one module by id. Raises KeyError for an unknown name."""
        if name not in self.index.modules:
            raise KeyError(name)
        return self._module(name)

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """Return the operation that answers a concrete path (`/invoices/12`), and its path parameters; else None.

        A literal segment wins over a placeholder. The caller takes off the base path and any trailing slash.
        """
        segments = path.split("/")
        if len(segments) > SEGMENTS_MAX or segments[0] or not segments[-1]:
            return None
        found = _walk(self._root, segments, 1, method)
        if found is None:
            return None
        (operation_id, names), values = found
        return self[operation_id], dict(zip(names, values, strict=True))

    def methods(self, path: str) -> tuple[str, ...]:
        """Return the methods a concrete path answers, sorted; empty when no operation has such a path."""
        segments = path.split("/")
        if len(segments) > SEGMENTS_MAX or segments[0] or not segments[-1]:
            return ()
        return tuple(sorted(method for method in self._methods if _walk(self._root, segments, 1, method)))

    @cached_property
    def index(self) -> Index:
        """The index file, decoded once."""
        return msgspec.json.decode((self._folder / "index.json").read_bytes(), type=Index)

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for row in self.index.operations}

    @cached_property
    def _methods(self) -> frozenset[str]:
        return frozenset(row.method for row in self.index.operations)

    @cached_property
    def _root(self) -> _Node:
        root = _Node()
        for row in self.index.operations:
            if row.duplicate_of:
                continue
            node, names = root, []
            for segment in row.path.split("/")[1:]:
                if segment.startswith("{"):
                    names.append(segment[1:-1])
                    node = node.placeholder(row.prefixes.get(segment[1:-1], ""))
                else:
                    node = node.literals.setdefault(segment, _Node())
            node.ends[row.method] = (row.id, tuple(names))
        return root

    def _module(self, name: str) -> dict[str, Operation]:
        operations = self._modules.get(name)
        if operations is None:
            content = (self._folder / f"{name}.json").read_bytes()
            operations = {row.id: row for row in msgspec.json.decode(content, type=tuple[Operation, ...])}
            self._modules[name] = operations
        return operations


def _walk(
    node: _Node, segments: list[str], depth: int, method: str
) -> tuple[tuple[str, tuple[str, ...]], tuple[str, ...]] | None:
    """Match the segments from `depth` on; the depth of the recursion is bounded by SEGMENTS_MAX."""
    if depth == len(segments):
        end = node.ends.get(method)
        return None if end is None else (end, ())
    segment = segments[depth]
    literal = node.literals.get(segment)
    if literal is not None and (found := _walk(literal, segments, depth + 1, method)):
        return found
    for prefix, child in node.placeholders:
        if segment and segment.startswith(prefix) and (found := _walk(child, segments, depth + 1, method)):
            return found[0], (segment, *found[1])
    return None
