"""Programs that others wrote for the real Zoho Books: found beside our environment, run as they are, in a process each.

Nothing of theirs is imported here. A journey, `drive_<program>.py`, is run with the program on its path, uses it as the
program's own documentation shows, and prints what the program gave back as one line of JSON, its last.
"""

import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks

HERE = Path(__file__).parent
ENVIRONMENT = HERE.parents[2] / ".venv"
PROGRAMS, SUITES = ENVIRONMENT / "peers", ENVIRONMENT / "suites"
RUN_SECONDS_MAX = 100
HOST_PYTHON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")
"""All of our own environment that a program sees."""

Told: TypeAlias = dict[str, Any]
Drive: TypeAlias = Callable[..., Told]
RunSuite: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs the programs where they are not installed."""
    if item.path.parent == HERE and not (PROGRAMS.is_dir() and SUITES.is_dir()):
        pytest.skip("needs other people's programs: `make peers` installs them beside the environment")


@pytest.fixture
def environment(zoho_books: ZohoBooks, tmp_path: Path) -> dict[str, str]:
    """What a program with fixed hosts is started with: the way to the sandbox, a home of its own, and the programs."""
    kept = {name: os.environ[name] for name in HOST_PYTHON if name in os.environ}
    own = {"HOME": str(tmp_path), "PYTHONPATH": str(PROGRAMS), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **own, **zoho_books.environment}


@pytest.fixture
def drive(zoho_books: ZohoBooks, environment: dict[str, str], tmp_path: Path) -> Drive:
    """Run a journey with what the user of the program would have at hand; return what it told."""

    def driven(journey: str, **more: Any) -> Told:
        given = {**zoho_books.sandbox.connection, **more}
        command = [sys.executable, "-W", "ignore", str(HERE / f"drive_{journey}.py"), json.dumps(given)]
        ran = subprocess.run(
            command,
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=RUN_SECONDS_MAX,
        )
        assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-4000:]
        told: Told = json.loads(ran.stdout.splitlines()[-1])
        return told

    return driven


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[[str], Path]:
    """Unpack a source archive as it was published, into a folder of this test."""

    def opened(name: str) -> Path:
        with tarfile.open(SUITES / f"{name}.tar.gz") as archive:
            archive.extractall(tmp_path, filter="data")
        return tmp_path / name

    return opened
