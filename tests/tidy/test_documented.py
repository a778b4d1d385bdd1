"""Whatever a user can type, set or catch is in the guide; links lead somewhere; every decision has its day."""

import ast
import inspect
import re
from collections.abc import Callable
from datetime import date
from importlib import import_module

import msgspec
import pytest

from tallystick.config import Settings, variable
from tests.tidy.tree import PACKAGE, ROOT, files, modules, prose, read

GUIDE = "\n".join(read(path) for path in prose() if path.startswith("docs/guide/"))
WORDS = (
    "Resource",
    "Action",
    "Vendor",
    "Module",
    "Operation",
    "Mapping",
    "Exchange",
    "Limiter / Budget",
    "Connection",
    "Mirror",
    "Stream / Cursor",
    "Entry / Posting",
    "Book",
    "Emulator",
)


def _commands() -> dict[str, Callable[..., object]]:
    folder = f"{PACKAGE}/cli"
    stems = [
        module.path.split("/")[-1].removesuffix(".py")
        for module in modules(folder)
        if module.path.count("/") == folder.count("/") + 1
    ]
    return {
        stem: getattr(import_module(f"tallystick.cli.{stem}"), stem)
        for stem in stems
        if stem not in {"__init__", "main"}
    }


def test_every_command_and_its_options_are_in_the_guide() -> None:
    missing = []
    for name, function in _commands().items():
        command = f"tallystick {name.replace('_', '-')}"
        if command not in GUIDE:
            missing.append(command)
        for parameter in inspect.signature(function).parameters.values():
            option = f"--{parameter.name.rstrip('_').replace('_', '-')}"
            shown = rf"(`|{command} [^`\n]*){option}\b"
            if parameter.kind is parameter.KEYWORD_ONLY and not re.search(shown, GUIDE):
                missing.append(f"{command} {option}")
    assert not missing


def test_every_setting_is_in_the_guide_with_its_default_and_meaning() -> None:
    page = read("docs/guide/settings.md")
    for field in msgspec.structs.fields(Settings):
        described = msgspec.inspect.type_info(field.type)
        assert isinstance(described, msgspec.inspect.Metadata), f"{field.name} says nothing of itself"
        row = next((line for line in page.splitlines() if line.startswith(f"| `{variable(field.name)}`")), "")
        assert f"`{field.default}`" in row, f"{variable(field.name)} is not in the table with its default"
        assert str((described.extra_json_schema or {})["description"]) in row


def _errors() -> list[str]:
    """Return the name of every public error: the tree of the model, whoever extends it, and the settings' own."""
    bases = {
        node.name: {ast.unparse(base).split(".")[-1] for base in node.bases}
        for module in modules(PACKAGE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and module.path.split("/")[2] not in {"books", "ledger"}
        and "/emulator/" not in module.path
    }
    public = {"TallystickError", "SettingError"}
    for _ in range(10):
        public |= {name for name, above in bases.items() if above & public}
    return sorted(public)


@pytest.mark.parametrize("name", _errors())
def test_every_public_error_is_in_the_guide(name: str) -> None:
    assert re.search(rf"`{name}`", read("docs/guide/errors.md"))


@pytest.mark.parametrize("word", WORDS)
def test_the_glossary_explains_every_word_of_the_house(word: str) -> None:
    assert re.search(rf"^\*\*{re.escape(word)}\*\*\. \w[^\n]+", read("docs/glossary.md"), re.MULTILINE)


@pytest.mark.parametrize(
    "path", [path for path in prose() if path.startswith("docs/decisions/") and not path.endswith("README.md")]
)
def test_every_decision_has_a_day_a_title_and_fits_a_page(path: str) -> None:
    named = re.fullmatch(r"docs/decisions/(\d{4}-\d{2}-\d{2})-[a-z0-9-]+\.md", path)
    assert named
    date.fromisoformat(named[1])
    lines = read(path).splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith(f"Decided {named[1]}.")
    assert len(lines) <= 50
    assert path.rsplit("/", maxsplit=1)[-1] in read("docs/decisions/README.md"), "list it"


def _anchors(path: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", read(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    lost = []
    for path in prose():
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", read(path), flags=re.DOTALL)):
            if "://" in target or target.startswith("mailto:"):
                continue
            place, _, anchor = target.partition("#")
            pointed = ((ROOT / path).parent / place).resolve() if place else ROOT / path
            if not pointed.exists():
                lost.append(f"{path}: {target}")
            elif anchor and pointed.suffix == ".md" and anchor not in _anchors(str(pointed.relative_to(ROOT))):
                lost.append(f"{path}: {target} (no such heading)")
    assert not lost


@pytest.mark.parametrize(
    "path", [path for path in files() if path.startswith("changelog.d/") and not path.endswith("README.md")]
)
def test_every_change_is_told_in_a_sentence(path: str) -> None:
    assert path.endswith(".md")
    text = read(path).strip()
    assert text[0].isupper() or text.startswith(("`", "tallystick "))
    assert text.endswith(".")
    assert len(text) <= 400
    assert "\n\n" not in text
