"""Nothing near money is a float: neither a literal, nor a conversion, nor a JSON reader that would make one."""

import ast
from collections.abc import Iterator

from tests.tidy.tree import Module, modules

# Where a float is no money: each file, or folder, with what its floats are. A row that nothing needs any more fails.
ALLOWED = {
    "src/tallystick/rest/": "seconds to wait and shares of a limit; amounts pass through as the bytes they came in",
    "src/tallystick/model/errors.py": "seconds until a limit opens again",
    "src/tallystick/app.py": "seconds a reader waits",
    "src/tallystick/sandbox/beside.py": "seconds until a server notices that it shall end",
    "src/tallystick/sandbox/clock.py": "seconds of the machine's clock",
    "src/tallystick/sandbox/deliveries.py": "seconds a receiver of webhooks may take",
    "src/tallystick/sandbox/server.py": "seconds a server gets to end",
    "src/tallystick/vendors/zoho_books/__init__.py": "seconds of the vendor's limits",
    "src/tallystick/vendors/zoho_books/client.py": "seconds a caller is ready to wait",
    "src/tallystick/vendors/zoho_books/errors.py": "seconds until a limit opens again",
    "src/tallystick/vendors/zoho_books/emulator/faults.py": "seconds of trouble that was asked for, and chances of it",
    "src/tallystick/vendors/zoho_books/emulator/wire.py": "seconds an answer takes to go out",
    "src/tallystick/vendors/zoho_books/emulator/limits.py": "seconds of the vendor's limits",
}


def floats(module: Module) -> Iterator[str]:
    """Yield `path:line what` for each float literal, call of `float` and reader that makes floats of JSON numbers."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"{module.path}:{node.lineno} {node.value!r}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield f"{module.path}:{node.lineno} float(…)"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            named = [node.module] if isinstance(node, ast.ImportFrom) else [found.name for found in node.names]
            yield from (f"{module.path}:{node.lineno} import {name}" for name in named if name == "json")


def _excused(module: Module) -> bool:
    return module.path.startswith(tuple(ALLOWED))


def test_no_float_outside_the_files_that_say_why() -> None:
    found = [use for module in modules("src") if not _excused(module) for use in floats(module)]
    assert not found, f"use Decimal (or whole milliseconds, or msgspec for JSON), or say why in ALLOWED: {found}"


def test_every_allowed_file_still_has_one() -> None:
    having = [module.path for module in modules("src") if any(floats(module))]
    assert not [excuse for excuse in ALLOWED if not any(path.startswith(excuse) for path in having)]


def test_no_annotation_of_money_is_a_float() -> None:
    words = {
        "amount",
        "balance",
        "total",
        "price",
        "rate",
        "tax",
        "discount",
        "quantity",
        "paid",
        "due",
        "credit",
        "debit",
    }
    found = [
        f"{module.path}:{node.lineno} {node.target.id}"
        for module in modules("src")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and "float" in ast.unparse(node.annotation)
        and words & set(node.target.id.lower().split("_"))
        and not node.target.id.endswith(("_seconds", "_max"))
    ]
    assert not found
