"""The suite passes on every other Python from 3.11 on that is found on PATH; one that cannot be used is named and skipped."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.tree import ROOT, read

OLDEST, NEWEST = 11, 15
TOOLS = {"axe-playwright-python", "playwright", "ruff", "uv"}  # of the browser and the checks, not of these tests
ROOMS = [
    "config", "model", "ledger", "books", "mapping", "rest", "store", "mirror", "sync", "insight", "sandbox", "web", "vendors",
]  # fmt: skip


def _others() -> list[str]:
    """Return the name on PATH of every minor version but the one that runs the tests."""
    minors = set(range(OLDEST, NEWEST + 1)) - {sys.version_info.minor}
    return [name for name in (f"python3.{minor}" for minor in sorted(minors)) if shutil.which(name)]


def _told(name: str) -> dict[str, str]:
    """Return the environment with which a version manager's placeholder runs the version of its name."""
    return {**os.environ, "PYENV_VERSION": name.removeprefix("python")}


def _run(*command: str | Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def _pins_of_the_tests() -> str:
    pins = re.split(r"\n(?=\S)", read("requirements/dev.txt"))
    return "\n".join(pin for pin in pins if pin.split("==")[0] not in TOOLS)


@pytest.mark.proof
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", _others())
def test_the_suite_passes_on(name: str, wheel: Path, tmp_path: Path) -> None:
    made = _run(name, "-m", "venv", tmp_path / "venv", environment=_told(name))
    if made.returncode != 0:
        pytest.skip(f"{name} cannot make an environment: {made.stderr.strip()[-200:]}")
    python = tmp_path / "venv" / "bin" / "python"
    (tmp_path / "pins.txt").write_text(_pins_of_the_tests())
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    installed = _run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", tmp_path / "pins.txt")
    if installed.returncode != 0:
        pytest.skip(f"{name} cannot have the pins: {installed.stderr.strip()[-200:]}")
    package = _run(*pip, wheel)
    assert package.returncode == 0, package.stderr
    folders = [f"tests/{room}" for room in ROOMS if (ROOT / "tests" / room).is_dir()]
    quick = ("-m", "not proof and not browser", "-q", "-p", "no:cacheprovider")
    tested = _run(python, "-m", "pytest", *quick, *folders)
    assert tested.returncode == 0, f"{tested.stdout[-4000:]}\n{tested.stderr[-1000:]}"
