"""Every loop has a bound, and the pure rooms touch nothing but their arguments."""

import ast

import pytest

from tests.tidy.tree import PACKAGE, modules

# Loops that end for a reason that stands elsewhere: each with it. A row that nothing needs any more fails.
ENDLESS = {
    f"{PACKAGE}/rest/drive.py": "a driver runs until its exchange ends; the exchange is what has the bounds",
    f"{PACKAGE}/rest/exchange.py": "each turn spends one of the tries or of the waiting that retry and limiter allow",
}

PURE = ("model", "ledger", "mapping", "books")
OUTSIDE = {
    "apsw", "asyncio", "http", "httpx2", "io", "logging", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "sys",
    "tempfile", "threading", "urllib",
}  # fmt: skip


def _endless() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for module in modules("src"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.While) and isinstance(node.test, ast.Constant) and node.test.value:
                found.setdefault(module.path, []).append(node.lineno)
    return found


def test_every_loop_says_when_it_ends() -> None:
    unsaid = {path: lines for path, lines in _endless().items() if path not in ENDLESS}
    assert not unsaid, "put a bound on it (for turn in range(turns_max)), or the reason it ends into ENDLESS"


def test_every_excused_loop_is_still_there() -> None:
    assert not ENDLESS.keys() - _endless().keys()


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_touches_only_its_arguments(room: str) -> None:
    found = [
        f"{module.path}:{node.lineno} {name}"
        for module in modules(f"{PACKAGE}/{room}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([found.name for found in node.names] if isinstance(node, ast.Import) else [node.module or ""])
        if name.split(".")[0] in OUTSIDE
    ]
    opened = [
        f"{module.path}:{node.lineno} {node.func.id}"
        for module in modules(f"{PACKAGE}/{room}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"open", "print", "input", "exec", "eval"}
    ]
    assert not found + opened
