"""A packing saves a start its commands, and is passed over whenever it may not be what they lead to."""

import lzma
import shutil
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tallystick.sandbox.company import FOLDER
from tallystick.sandbox.packed import SUFFIX, Packed, packed_path, read_changes, read_packed

DEMO = FOLDER / "demo.jsonl.xz"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The demo company's file with its packing beside it, to be spoiled."""
    shutil.copy(packed_path(DEMO), tmp_path)
    return Path(shutil.copy(DEMO, tmp_path))


def rewrite(path: Path, packed: Packed) -> None:
    packed_path(path).write_bytes(lzma.compress(msgspec.msgpack.encode(packed)))


def test_the_packing_lies_beside_its_commands(copied: Path) -> None:
    assert packed_path(copied).name == f"demo{SUFFIX}"
    packed = read_packed(copied)
    assert packed is not None
    assert read_changes(packed, timedelta())


def test_a_packing_of_other_commands_is_passed_over(copied: Path) -> None:
    copied.write_bytes(lzma.compress(lzma.decompress(copied.read_bytes()) + b"\n"))
    assert read_packed(copied) is None


@pytest.mark.parametrize("content", [b"", b"no xz", lzma.compress(b"no packing"), lzma.compress(b"x" * 99)[:-20]])
def test_a_damaged_packing_is_passed_over(copied: Path, content: bytes) -> None:
    packed_path(copied).write_bytes(content)
    assert read_packed(copied) is None


def test_no_packing_is_none(copied: Path) -> None:
    packed_path(copied).unlink()
    assert read_packed(copied) is None


@pytest.mark.parametrize("records", [b"", b"\xc1", msgspec.msgpack.encode({"invoice": [{"id": "1", "lines": 7}]})])
def test_records_of_another_shape_are_passed_over(copied: Path, records: bytes) -> None:
    packed = read_packed(copied)
    assert packed is not None
    rewrite(copied, msgspec.structs.replace(packed, records=records))
    spoiled = read_packed(copied)
    assert spoiled is not None
    assert read_changes(spoiled, timedelta()) is None


def test_every_date_of_a_record_moves_and_nothing_else(copied: Path) -> None:
    packed = read_packed(copied)
    assert packed is not None
    week = timedelta(weeks=1)
    there, back = read_changes(packed, week), read_changes(packed, timedelta())
    assert there is not None
    assert back is not None
    for moved, kept in zip(there, back, strict=True):
        assert moved.document is not None
        assert kept.document is not None
        assert moved.document.created_at - kept.document.created_at == week
        assert getattr(moved.document, "number", "") == getattr(kept.document, "number", "")
