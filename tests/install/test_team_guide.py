"""A team's first test: the guide's page, word by word, in an empty project that has the wheel and nothing of the repository."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.guide.page import blocks
from tests.tidy.tree import ROOT, read

PAGE = "docs/guide/testing.md"


@pytest.mark.proof
@pytest.mark.timeout(420)
def test_the_guide_to_testing_works_in_an_empty_project(wheel: Path, tmp_path: Path) -> None:
    environment, project = tmp_path / "environment", tmp_path / "project"
    project.mkdir()
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    pip: list[str | Path] = [
        environment / "bin/python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--require-hashes", "--requirement", ROOT / "requirements/dev.txt"], check=True)
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    ran = 0
    for block in blocks(read(PAGE)):
        if block.language == "bash" and not block.not_run and "pytest" in block.code:
            found = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block.code],
                cwd=project,
                env={"PATH": f"{environment / 'bin'}:/usr/bin:/bin", "HOME": str(tmp_path)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert found.returncode == 0, found.stdout + found.stderr
            assert block.prints
            assert block.prints.strip("…\n") in found.stdout
            ran += 1
    assert ran >= 3
