"""Writes a vendor's operations: specification + overlay → one JSON file per module, their names, an index for routing.

    python tools/generate.py SPEC_DIR            write operations, names and the client's stub
    python tools/generate.py                     write what follows from the operations: names and stub
    python tools/generate.py SPEC_DIR --check    fail unless writing would change nothing
    python tools/generate.py --check             fail unless overlay, files, index, names and stub belong together

The specification is not part of the repository; what is generated from it holds its facts and none of its prose.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tallystick.rest.operation import Operation, Place  # noqa: E402  # the path is set just above
from tallystick.rest.operations import Index, Row  # noqa: E402  # the path is set above
from tools import naming, openapi, overlay, stub  # noqa: E402  # the path is set above

FOLDER = ROOT / "src/tallystick/vendors/zoho_books/operations"
CLIENT = FOLDER.parent / "client.py"
WIDTH = 120
# The generated files that are not modules.
ASIDE = ("index.json", "names.json")


def generate(specification: Path, folder: Path) -> dict[str, str]:
    """Return the content of every generated file by name. Raises ValueError for what cannot be generated."""
    corrections = overlay.load(folder / "overlay.toml")
    corrected = overlay.apply(corrections, openapi.read(specification))
    operations = sorted(corrected, key=lambda row: (row.module, row.id))
    check_unique(operations)
    files: dict[str, str] = {}
    for module in sorted({row.module for row in operations}):
        files[f"{module}.json"] = written([row for row in operations if row.module == module])
    files["index.json"] = index(operations, files, folder)
    files["names.json"] = names(operations, corrections)
    return files


def typed(operations: list[Operation], corrections: overlay.Overlay) -> str:
    """Return the content of the stub beside the client's own module."""
    by_name = naming.names(operations, corrections.names())
    return stub.stub({row.id: row for row in operations}, by_name, CLIENT.read_text())


def names(operations: list[Operation], corrections: overlay.Overlay) -> str:
    """Return the content of the file of names: a line each, so that a change of one can be reviewed."""
    return json.dumps(naming.names(operations, corrections.names()), indent=0) + "\n"


def index(operations: list[Operation], files: dict[str, str], folder: Path) -> str:
    """Return the index file's content: what routing needs, and digests that show a file edited by hand."""
    rows = tuple(
        Row(
            id=row.id,
            module=row.module,
            method=row.method,
            path=row.path,
            duplicate_of=row.duplicate_of,
            prefixes={p.name: p.prefix for p in row.parameters if p.place is Place.PATH and p.prefix},
        )
        for row in operations
    )
    modules = {name.removesuffix(".json"): digest(content) for name, content in files.items() if name not in ASIDE}
    return written(Index(digest((folder / "overlay.toml").read_text()), modules, rows))


def check_unique(operations: list[Operation]) -> None:
    """Raise ValueError for an id given twice, or a method and path with two operations that answer it."""
    ids: set[str] = set()
    routes: dict[tuple[str, str], str] = {}
    for row in operations:
        if row.id in ids:
            raise ValueError(f"{row.module}: the id {row.id} comes twice; give it a name of its own in overlay.toml")
        ids.add(row.id)
        if "(" in row.path or "{}" in row.path:
            raise ValueError(f"{row.id}: {row.path} is no path; correct it in overlay.toml")
        if row.duplicate_of:
            continue
        route = (row.method, openapi.PLACEHOLDER.sub("{}", row.path))
        if other := routes.setdefault(route, row.id) != row.id and routes[route]:
            raise ValueError(f"{row.id} and {other} answer {route}; say which is the duplicate in overlay.toml")


def digest(content: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(content.encode()).hexdigest()


def written(value: object) -> str:
    """Return JSON that is compact but can be compared line by line: what fits a line is on one line."""
    return "\n".join(_lines(msgspec.to_builtins(value), "", "")) + "\n"


def _lines(value: Any, indent: str, lead: str) -> list[str]:
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(lead) + len(flat) < WIDTH or not isinstance(value, (dict, list, tuple)) or not value:
        return [f"{indent}{lead}{flat}"]
    pairs = isinstance(value, dict)
    inner = indent + " "
    blocks = (
        [_lines(value[key], inner, f"{json.dumps(key)}: ") for key in value]
        if pairs
        else [_lines(item, inner, "") for item in value]
    )
    for block in blocks[:-1]:
        block[-1] += ","
    start, end = "{}" if pairs else "[]"
    return [f"{indent}{lead}{start}", *(line for block in blocks for line in block), f"{indent}{end}"]


def read(folder: Path) -> list[Operation]:
    """Return the operations of the files that are there."""
    files = sorted(file for file in folder.glob("*.json") if file.name not in ASIDE)
    return [row for file in files for row in msgspec.json.decode(file.read_bytes(), type=tuple[Operation, ...])]


def stale(folder: Path, specification: Path | None) -> list[str]:
    """Return what is not fresh, a sentence each; empty when all is well."""
    here = {file.name: file.read_text() for file in folder.glob("*.json")}
    if specification is not None:
        wanted = generate(specification, folder)
        return [
            f"{name} is not what the specification and the overlay give"
            for name in sorted(here.keys() | wanted)
            if here.get(name) != wanted.get(name)
        ]
    corrections = overlay.load(folder / "overlay.toml")
    operations = read(folder)
    check_unique(operations)
    wanted_index = index(operations, {name: here[name] for name in sorted(here)}, folder)
    if wanted_index == here["index.json"]:
        is_named = names(operations, corrections) == here.get("names.json")
        return [] if is_named else ["names.json does not have the names that the rules and the overlay give"]
    committed, wanted_ = (msgspec.json.decode(text, type=Index) for text in (here["index.json"], wanted_index))
    found = ["overlay.toml changed after the files were generated"] if committed.overlay != wanted_.overlay else []
    changed = {name for name, _ in committed.modules.items() ^ wanted_.modules.items()}
    found += [f"{name}.json was changed by hand, added or removed" for name in sorted(changed)]
    return found or ["index.json does not list the operations of the files"]


def stub_is_stale() -> list[str]:
    """Return what is not fresh about the stub: it must follow from the operations, the names and the client."""
    wanted = typed(read(FOLDER), overlay.load(FOLDER / "overlay.toml"))
    file = CLIENT.with_suffix(".pyi")
    is_fresh = file.exists() and file.read_text() == wanted
    return [] if is_fresh else [f"{file.name} is not what the operations, the names and client.py give"]


def main() -> int:
    """Generate or check; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specification", nargs="?", type=Path, help="folder with the vendor's OpenAPI documents")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    given = parser.parse_args()
    if given.check:
        found = stale(FOLDER, given.specification) or stub_is_stale()
        print(*found or ["operations, names and stub are fresh"], sep="\n")
        if found:
            print("regenerate with: python tools/generate.py [SPEC_DIR]", file=sys.stderr)
        return 1 if found else 0
    if given.specification is not None:
        files = generate(given.specification, FOLDER)
        for old in FOLDER.glob("*.json"):
            if old.name not in files:
                old.unlink()
        for name, content in files.items():
            (FOLDER / name).write_text(content)
        print(f"{len(files) - len(ASIDE)} modules, {sum(map(len, files.values())):,} bytes")
    operations, corrections = read(FOLDER), overlay.load(FOLDER / "overlay.toml")
    (FOLDER / "names.json").write_text(names(operations, corrections))
    content = typed(operations, corrections)
    CLIENT.with_suffix(".pyi").write_text(content)
    print(f"{CLIENT.with_suffix('.pyi').name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
