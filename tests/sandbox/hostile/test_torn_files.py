"""State files that lost their end or were garbled: refused and left alone, or opened as they once stood; never as wrong books."""

import hashlib
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tallystick.sandbox.state import StateError
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller
from tests.sandbox.hostile.company import ROOT
from tests.sandbox.hostile.test_kills import check_books, taken

CASES = 60
WRITES = 12


def standing(sandbox: Sandbox) -> dict[tuple[str, str, str], Any]:
    """Everything every organisation is."""
    return {
        (row.scope, row.kind, row.id): row.value
        for organization in sandbox.emulator.organizations.values()
        for row in organization.rows()
    }


def write(sandbox: Sandbox, turn: int, history: list[dict[tuple[str, str, str], Any]]) -> None:
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    for each in range(WRITES):
        body = {"contact_name": f"Customer {turn}.{each}", "notes": "x" * 700}
        contact = call("POST", f"{ROOT}/contacts", json=body).json["contact"]
        history.append(standing(sandbox))
        lines = [{"name": "Tea", "rate": 1000 + each, "quantity": 1}]
        invoice = {"customer_id": contact["contact_id"], "line_items": lines}
        assert call("POST", f"{ROOT}/invoices", json=invoice, query={"send": "true"}).status == 201
        history.append(standing(sandbox))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[tuple[str, str, str], Any]]]:
    """A state file with a log beside it, as a killed sandbox leaves both, and how the books stood after each call."""
    folder = tmp_path_factory.mktemp("torn")
    history: list[dict[tuple[str, str, str], Any]] = []
    with Sandbox("empty", state=folder / "a", limits=False) as first:
        write(first, 0, history)
    with Sandbox(state=folder / "a", limits=False) as second:
        write(second, 1, history)
        taken(folder / "a", folder / "left")
    return folder / "left", history


def spoil(random: Random, path: Path) -> None:
    content = bytearray(path.read_bytes())
    tail = random.randrange(len(content) // 2, len(content))
    match random.randrange(4):
        case 0:
            content = content[:tail]
        case 1:
            content[tail:] = random.randbytes(len(content) - tail)
        case 2:
            content[tail:] = bytes(len(content) - tail)
        case _:
            content[random.randrange(100, len(content))] ^= 1 << random.randrange(8)
    path.write_bytes(content)


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@pytest.mark.parametrize("seed", range(CASES))
def test_a_torn_file_is_refused_or_opens_as_it_once_stood(
    seed: int, written: tuple[Path, list[dict[tuple[str, str, str], Any]]], tmp_path: Path
) -> None:
    left, history = written
    random = Random(seed)
    copy = taken(left, tmp_path / "a")
    spoil(random, copy.with_name("a-wal") if seed % 2 else copy)
    before = digest(copy)
    try:
        sandbox = Sandbox(state=copy, limits=False)
    except StateError:
        assert digest(copy) == before
        return
    with sandbox:
        check_books(sandbox)
        assert standing(sandbox) in history


def test_a_digit_that_changed_in_a_file_is_seen(written: tuple[Path, list[Any]], tmp_path: Path) -> None:
    copy = tmp_path / "a"
    shutil.copyfile(written[0], copy)
    content = copy.read_bytes()
    assert b'"rate":"1003"' in content
    copy.write_bytes(content.replace(b'"rate":"1003"', b'"rate":"9003"'))
    with pytest.raises(StateError, match=r"damaged at invoice .* not as it was written"):
        Sandbox(state=copy)
