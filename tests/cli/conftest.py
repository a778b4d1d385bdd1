"""A sandbox as a program, shared by a file's tests, and the `tallystick` program with a home of the test's own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tests.rest.loopback import free_port

PROGRAM = Path(sys.executable).with_name("tallystick")
SECONDS_MAX = 60


class Served(msgspec.Struct, frozen=True):
    """A running sandbox: its connection, the file with it, and where its client may send people back to."""

    connection: dict[str, str]
    file: Path
    redirect_uri: str


def serve(folder: Path, *arguments: str) -> Iterator[Served]:
    redirect_uri = f"http://localhost:{free_port()}/callback"
    command = [str(PROGRAM), "sandbox", "--port", "0", "--redirect-uri", redirect_uri, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        file = folder / "connection.json"
        file.write_bytes(line)
        yield Served(msgspec.json.decode(line), file, redirect_uri)
        process.terminate()
        process.wait(SECONDS_MAX)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A sandbox with the demo's books and no limits."""
    yield from serve(tmp_path_factory.mktemp("served"), "--limits", "off")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has nothing yet."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("ZOHO_", "TALLYSTICK_"))}
    return {**own, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONUNBUFFERED": "1"}


Tallystick = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tallystick(home: dict[str, str]) -> Tallystick:
    """Runs the program and returns what it said."""

    def run(*arguments: str | Path, typed: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PROGRAM), *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            timeout=SECONDS_MAX,
            check=False,
            env={**home, **variables},
        )

    return run
