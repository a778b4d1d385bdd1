"""A copy of what is, or would be, committed: building in it proves that nothing else is needed and disturbs nobody."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.tree import ROOT, files


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the copy; tests are left out, they are not part of what is built."""
    copy = tmp_path_factory.mktemp("source")
    for path in files():
        if not path.startswith("tests/"):
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, copy / path)
    return copy


@pytest.fixture(scope="session")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from the copy, on a day long gone."""
    wheels = tmp_path_factory.mktemp("wheels")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(wheels),
            ".",
        ],
        check=True,
        cwd=source,
        env={"PATH": str(Path(sys.executable).parent), "SOURCE_DATE_EPOCH": "1765500000"},
    )
    (built,) = wheels.glob("tallystick-*.whl")
    return built
