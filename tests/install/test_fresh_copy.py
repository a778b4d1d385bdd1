"""A stranger's first minutes: a fresh copy of the repository, `make demo`, and the address it prints."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

LINES_MAX = 200


@pytest.fixture
def demo(source: Path) -> Iterator[subprocess.Popen[str]]:
    """Return `make demo` on free ports, in a shell that knows nothing of the environment the tests run in."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "VIRTUAL_ENV"))
    }
    process = subprocess.Popen(
        ["make", "demo", "OPTIONS=--port 0 --sandbox-port 0"],
        cwd=source,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    process.communicate()


@pytest.mark.proof
@pytest.mark.timeout(420)
def test_make_demo_installs_what_it_needs_and_prints_an_address_that_shows_what_is_owed(
    demo: subprocess.Popen[str],
) -> None:
    assert demo.stdout
    said = ""
    for _ in range(LINES_MAX):
        line = demo.stdout.readline()
        assert line, f"make demo ended with {demo.wait()} and said {said}"
        said += line
        if address := re.search(r"http://127\.0\.0\.1:\d+/", line):
            break
    else:
        pytest.fail(f"no address among {said}")
    answer = httpx2.get(address[0])
    assert answer.status_code == 200
    for word in ("Outstanding", "Overdue", "Invoiced", "Collected", "Chen, D. (2015)", "CC BY 4.0"):
        assert word.lower() in answer.text.lower()
    os.killpg(demo.pid, signal.SIGINT)
    rest, _ = demo.communicate(timeout=30)
    assert "Traceback" not in rest
