"""A module fits a sitting and a function fits a screen."""

import ast

from tests.tidy.tree import Module, modules

LINES_MAX = 400
FUNCTION_LINES_MAX = 60

# Longer, and better in one piece: each with its reason. A row that nothing needs any more fails.
LONGER: dict[str, str] = {}

HAND_WRITTEN = ("src", "tests", "tools", "bench")


def _functions(module: Module) -> list[tuple[str, int]]:
    return [
        (f"{module.path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_every_module_fits_a_sitting() -> None:
    long = {module.path: len(module.lines) for module in modules(*HAND_WRITTEN) if len(module.lines) > LINES_MAX}
    assert {path: lines for path, lines in long.items() if path not in LONGER} == {}, "split by noun"
    assert not LONGER.keys() - long.keys()


def test_every_function_fits_a_screen() -> None:
    long = [
        f"{name}: {lines} lines"
        for module in modules(*HAND_WRITTEN)
        for name, lines in _functions(module)
        if lines > FUNCTION_LINES_MAX
    ]
    assert not long, "name the steps"
