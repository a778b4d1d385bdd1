"""What holds for every test: those that drive a browser are skipped, saying so, where there is none."""

import shutil

import pytest

NO_BROWSER = "needs Debian's chromium (apt-get install chromium), which is not on PATH"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test where its browser is missing."""
    if item.get_closest_marker("browser") and not shutil.which("chromium"):
        pytest.skip(NO_BROWSER)
