"""The program as somebody types it: what it says when it is misused, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("tallystick")


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [str(PROGRAM), *arguments], capture_output=True, text=True, timeout=60, check=False, env=environment
    )


def test_without_a_command_it_lists_what_it_can_do() -> None:
    ran = run()
    assert ran.returncode == 0
    assert "demo" in ran.stdout
    assert "sandbox" in ran.stdout


def test_help_does_not_load_what_only_a_running_command_needs() -> None:
    ran = run("--version", PYTHONPROFILEIMPORTTIME="1")
    assert ran.returncode == 0
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert not {"litestar", "granian", "apsw", "httpx2"} & loaded
    assert "cyclopts" in loaded


def test_an_unknown_command_is_named() -> None:
    ran = run("dmeo")
    assert ran.returncode != 0
    assert '"dmeo"' in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_wrong_setting_stops_the_program_with_what_to_write_instead() -> None:
    ran = run("demo", TALLYSTICK_LOG_LEVEL="loud")
    assert ran.returncode == 2
    assert "TALLYSTICK_LOG_LEVEL='loud'" in ran.stderr
    assert "warning" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--port", "99999"], "99999"), (["--port", "x"], "x"), (["--today", "yesterday"], "yesterday")],
)
def test_options_that_cannot_be_used_are_told_before_anything_starts(arguments: list[str], words: str) -> None:
    ran = run("demo", *arguments)
    assert ran.returncode != 0
    assert words in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_part_that_is_not_installed_is_named_with_what_brings_it() -> None:
    program = "import sys; sys.modules['granian'] = None; from tallystick.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, "sandbox"], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert "granian" in ran.stderr
    assert "tallystick[server]" in ran.stderr
    assert "Traceback" not in ran.stderr
