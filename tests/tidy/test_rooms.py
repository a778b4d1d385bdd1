"""Every room is declared in the import contracts, and has its folder of tests."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tidy.tree import PACKAGE, ROOT, read, rooms

# Rooms whose tests stand elsewhere, with the place.
ELSEWHERE = {"vendors": "tests/vendors/zoho_books"}


def test_every_room_has_its_folder_of_tests() -> None:
    untested = [room for room in rooms() if not [*(ROOT / ELSEWHERE.get(room, f"tests/{room}")).rglob("test_*.py")]]
    assert not untested


def test_every_layer_of_the_contract_is_a_room_or_said_to_come_later() -> None:
    contract = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    assert contract["exhaustive"]
    layers = [name.strip() for layer in contract["layers"] for name in layer.split("|")]
    here = {*rooms(), *(path.stem for path in (ROOT / PACKAGE).glob("*.py"))}
    assert here - {name.strip("()") for name in layers} <= {"__init__", *contract["exhaustive_ignores"]}
    assert not [name for name in layers if name.startswith("(") and name.strip("()") in here], (
        "it is here: drop the brackets"
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the package and its contracts, to be spoilt."""
    shutil.copytree(ROOT / PACKAGE, tmp_path / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", "*.json", "*.xz"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _contracts(house: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", program], cwd=house, capture_output=True, text=True, check=False)


def test_an_undeclared_room_breaks_the_contract(house: Path) -> None:
    (house / PACKAGE / "attic").mkdir()
    (house / PACKAGE / "attic" / "__init__.py").touch()
    told = _contracts(house)
    assert told.returncode != 0
    assert "attic" in told.stdout + told.stderr


def test_an_import_against_the_stream_breaks_the_contract(house: Path) -> None:
    with (house / PACKAGE / "model" / "money.py").open("a") as money:
        money.write("\nimport tallystick.web\n")
    told = _contracts(house)
    assert told.returncode != 0
    assert "tallystick.model is not allowed to import tallystick.web" in told.stdout.replace("\n", " ")
