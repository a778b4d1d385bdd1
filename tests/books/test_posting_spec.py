"""The page of posting rules and the rules themselves say the same."""

import ast
import re
from pathlib import Path

import pytest

from tallystick.books.change import Kind
from tallystick.books.chart import DEFAULT_CHART
from tallystick.books.documents.account import SystemAccount
from tallystick.books.posting.rules import POSTING

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "spec" / "posting.md").read_text()
RULES = ROOT / "src" / "tallystick" / "books" / "posting"
ACCOUNT_NAMES = {part: name for name, _, part in DEFAULT_CHART if part}
SHARED = {
    Kind.INVOICE: ["sales"],
    Kind.CREDIT_NOTE: ["sales"],
    Kind.BILL: ["purchase"],
    Kind.VENDOR_CREDIT: ["purchase"],
}


def section(kind: Kind) -> str:
    found = re.search(rf"## `posting/{kind.value}\.py`\n(.*?)(?=\n## |\Z)", PAGE, re.DOTALL)
    assert found, f"docs/spec/posting.md has no section for posting/{kind.value}.py"
    return found[1]


def trees(kind: Kind) -> list[ast.Module]:
    return [ast.parse((RULES / f"{name}.py").read_text()) for name in (kind.value, *SHARED.get(kind, []))]


def test_every_rule_has_its_file_and_its_section() -> None:
    assert re.findall(r"## `posting/(\w+)\.py`", PAGE) == [kind.value for kind in POSTING]
    held = {path.stem for path in RULES.glob("*.py")} - {"__init__", "leg", "rules", "sales", "purchase"}
    assert held == {kind.value for kind in POSTING}


@pytest.mark.parametrize("kind", POSTING)
def test_the_page_names_every_event_of_a_rule(kind: Kind) -> None:
    texts = {
        node.value
        for tree in trees(kind)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"Header", "_header", "Entry"}
        for node in call.args
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert texts == set(re.findall(r"^\| `(\w+)` \|", section(kind), re.MULTILINE))


@pytest.mark.parametrize("kind", POSTING)
def test_the_page_names_every_account_a_rule_posts_to_of_its_own(kind: Kind) -> None:
    parts = {
        SystemAccount[node.attr]
        for tree in trees(kind)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "SystemAccount"
    }
    missing = {ACCOUNT_NAMES[part] for part in parts if ACCOUNT_NAMES[part] not in section(kind)}
    assert not missing
