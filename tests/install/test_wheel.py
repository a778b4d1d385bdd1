"""The wheel carries everything the programs read, and the day it was built."""

import subprocess
import zipfile
from pathlib import Path

from tests.tidy.tree import PACKAGE, ROOT, files


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert {path.removeprefix("src/") for path in files() if path.startswith(PACKAGE)} <= inside


def test_the_wheel_knows_the_day_it_was_built(wheel: Path) -> None:
    day = zipfile.ZipFile(wheel).read("tallystick/sandbox/companies/built_on.txt")
    assert day == b"2025-12-12\n"  # SOURCE_DATE_EPOCH 1765500000


def test_licence_and_attribution_travel_with_the_wheel(wheel: Path) -> None:
    assert {"LICENSE", "NOTICE"} <= {
        Path(name).name for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name
    }


def test_make_says_what_it_can_make() -> None:
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(f"make {target} " in told for target in ("demo", "test", "proof", "check", "bench", "help"))
