"""The house speaks its own words: names of files, docstrings, comments, and nothing of the machine it was built on."""

import ast
import re

import pytest

from tests.tidy.tree import PACKAGE, ROOT, files, modules, read

NO_NAMES = {"utils", "util", "common", "helpers", "helper", "base", "misc", "tools", "manager"}
SENTENCE_END = re.compile(r"[.:;!?](?=\s|$)")

# Each pattern is put together so that this file does not hold what it forbids.
MARKERS = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b|# *XX" + r"X\b")
SILENCED = re.compile(r"#\s*no" + r"qa(?P<rest>.*)$")
IGNORED = re.compile(r"#\s*type:\s*ig" + r"nore(?P<rest>.*)$")
OF_THIS_MACHINE = {
    "a path of one machine": re.compile(r"(?<![\w.:/-])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me|opt|tm" + r"p/con\w+)/"),
    "a package index": re.compile(
        r"py"
        r"pi\.org|python"
        r"hosted|npm"
        r"js\.(?:org|com)|--(?:extra-)?index"
        r"-url\b(?<!no-emit-index-url)"
    ),
    "a tool of the workshop": re.compile(
        r"\.libr" + r"ary/|\bfar" + r"m-|\bcla" + r"ude|\banth" + r"ropic|\bcopi" + r"lot\b|\bchat" + r"gpt",
        re.IGNORECASE,
    ),
}
TEXT = (".py", ".md", ".toml", ".txt", ".sql", ".html", ".css", ".pyi", ".yml", ".cfg", "Makefile", "run", ".gitignore")


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = [
        path
        for path in files()
        if path.startswith(PACKAGE) and NO_NAMES & {part.removesuffix(".py") for part in path.split("/")}
    ]
    assert not found, "name the noun it belongs to"


def test_every_module_says_what_lives_here_and_what_must_not() -> None:
    silent = [
        module.path
        for module in modules("src")
        if len(SENTENCE_END.findall(ast.get_docstring(module.tree) or "")) < 2  # two sentences
        and (module.text.strip() or module.path.count("/") == 3)  # only a nested folder's __init__ may be empty
    ]
    assert not silent, f"first sentence: what lives here; second: what must not: {silent}"


def test_every_test_and_tool_says_what_it_is_for() -> None:
    assert not [
        module.path
        for module in modules("tests", "tools", "bench")
        if module.text and not ast.get_docstring(module.tree)
    ]


def test_a_rule_is_set_aside_only_with_its_code_and_a_reason() -> None:
    bare = [
        f"{module.path}:{number}"
        for module in modules("src", "tests", "tools", "bench")
        for number, line in enumerate(module.lines, 1)
        for found, form in (
            (SILENCED.search(line), r": ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*\W+(?:likewise|(?:\w+\W+)+\w+)"),
            (IGNORED.search(line), r"\[[\w, -]+\]\W+(?:likewise|(?:\w+\W+)+\w+)"),
        )
        if found and not re.match(form, found["rest"])
    ]
    assert not bare, f"write the code and, after it, why: {bare}"


def test_nothing_is_left_for_later_in_a_comment() -> None:
    found = [
        f"{path}:{number}"
        for path in files()
        if path.endswith((".py", ".sql", ".html", ".css", "Makefile", ".toml", ".md"))
        for number, line in enumerate(read(path).splitlines(), 1)
        if MARKERS.search(line)
    ]
    assert not found, "do it, or say in the docs that it is not there"


@pytest.mark.parametrize("what", OF_THIS_MACHINE)
def test_no_file_names(what: str) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in files()
        if path.endswith(TEXT) and "/operations/" not in path
        for number, line in enumerate(read(path).splitlines(), 1)
        if OF_THIS_MACHINE[what].search(line)
    ]
    assert not found


def test_only_the_vendor_folder_its_face_and_its_doors_name_a_vendor() -> None:
    generic = ("rest", "model", "ledger", "books", "mapping", "store", "mirror", "sync", "insight")
    found = [
        f"{module.path}:{node.lineno}"
        for module in modules(*(f"{PACKAGE}/{room}" for room in generic))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant | ast.Name | ast.alias)
        and re.search(
            r"zoho", str(getattr(node, "value", getattr(node, "id", getattr(node, "name", "")))), re.IGNORECASE
        )
        and not _is_docstring(node, module.tree)
    ]
    assert not found, f"a vendor's name belongs in its folder: {found}"


def _is_docstring(node: ast.AST, tree: ast.Module) -> bool:
    return any(isinstance(parent, ast.Expr) and parent.value is node for parent in ast.walk(tree))


def test_the_root_holds_only_what_a_stranger_expects() -> None:
    assert {path.split("/")[0] for path in files()} <= {
        ".ci",
        ".gitignore",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "NOTICE",
        "README.md",
        "bench",
        "changelog.d",
        "docs",
        "hatch_build.py",
        "pyproject.toml",
        "requirements",
        "src",
        "tests",
        "tools",
    }, f"unexpected at {ROOT.name}"
