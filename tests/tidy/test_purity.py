"""The clock, randomness and the environment are read in the files whose job that is, and nowhere else."""

import ast
from collections.abc import Iterator

import pytest

from tests.tidy.tree import Module, modules

# What reading each of them looks like; a name that ends in a dot stands for everything below it.
READS = {
    "clock": (
        "time.",
        "asyncio.sleep",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "anyio.sleep",
    ),
    "random": ("random.", "secrets.", "uuid.uuid1", "uuid.uuid4", "os.urandom"),
    "environment": ("os.environ", "os.getenv", "os.environb", "os.putenv", "pathlib.Path.home"),
}

# The files whose job it is, each with its reason. A row that nothing needs any more fails.
ALLOWED = {
    "clock": {
        "src/tallystick/rest/clock.py": "the clock and the waiting that the drivers are handed",
        "src/tallystick/sandbox/application.py": "an answer that was asked to be slow, over a socket",
        "src/tallystick/sandbox/clock.py": "the sandbox's own clock starts from the machine's",
    },
    "random": {
        "src/tallystick/rest/clock.py": "the jitter of a wait, from a seeded generator",
        "src/tallystick/vendors/zoho_books/emulator/faults.py": "the chance of a fault, from its seed",
        "src/tallystick/sandbox/identity.py": "tokens and ids of a new sandbox, secret or from a seed",
    },
    "environment": {
        "src/tallystick/config.py": "Settings are the only reader of the environment",
    },
}


def _imported(tree: ast.Module) -> dict[str, str]:
    """Map each name an import binds to what it stands for: `dt` → `datetime.datetime`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for found in node.names:
                names[found.asname or found.name.split(".")[0]] = (
                    found.name if found.asname else found.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for found in node.names:
                names[found.asname or found.name] = f"{node.module}.{found.name}"
    return names


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = _dotted(node.value)
        return f"{left}.{node.attr}" if left else ""
    return ""


def reads(module: Module, kind: str) -> Iterator[str]:
    """Yield `path:line name` for each use of the clock, randomness or the environment."""
    imported = _imported(module.tree)
    for node in ast.walk(module.tree):
        first, _, rest = _dotted(node).partition(".")
        if first in imported:
            name = f"{imported[first]}.{rest}" if rest else imported[first]
            if any(name.startswith(read) if read.endswith(".") else name == read for read in READS[kind]):
                yield f"{module.path}:{getattr(node, 'lineno', 0)} {name}"


@pytest.mark.parametrize("kind", READS)
def test_is_read_only_where_that_is_the_job(kind: str) -> None:
    found = [use for module in modules("src") if module.path not in ALLOWED[kind] for use in reads(module, kind)]
    assert not found, f"take it as an argument, or add the file to ALLOWED with its reason: {found}"


@pytest.mark.parametrize("kind", READS)
def test_every_allowed_file_still_needs_it(kind: str) -> None:
    using = {module.path for module in modules("src") if any(reads(module, kind))}
    assert not ALLOWED[kind].keys() - using


def test_the_rule_sees_through_imports() -> None:
    text = (
        "import time as t\nfrom datetime import datetime as d\nt.monotonic()\nd.now()\nd.fromisoformat('2026-01-01')\n"
    )
    assert [use.split()[1] for use in reads(Module("x.py", text, ast.parse(text)), "clock")] == [
        "time.monotonic",
        "datetime.datetime.now",
    ]


def test_no_test_sleeps() -> None:
    naps = [
        f"{module.path}:{node.lineno}"
        for module in modules("tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and _dotted(node.func) in {"time.sleep", "sleep", "asyncio.sleep", "anyio.sleep"}
        and ast.unparse(node.args[0]) != "0"  # giving way to others is no nap
    ]
    assert not naps, f"wait for what is expected instead: {naps}"
