"""A furnished company, made once; each test gets a sandbox of its own that begins as it stands."""

from collections.abc import Iterator
from datetime import date

import pytest

from tallystick.sandbox.identity import seeded_secrets
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import RealTime
from tests.sandbox.hostile.company import Clerk, furnish

TODAY = date(2026, 6, 9)


@pytest.fixture(scope="session")
def furnished() -> Iterator[tuple[Sandbox, Clerk]]:
    """A sandbox with a document of every noun, which no test changes, and the clerk who made them."""
    secrets = seeded_secrets("hostile")
    with Sandbox("empty", limits=False, today=TODAY, secrets=secrets, real=RealTime()) as sandbox:
        yield sandbox, furnish(sandbox)


@pytest.fixture
def hit(furnished: tuple[Sandbox, Clerk]) -> Iterator[Sandbox]:
    """A sandbox of the test's own that begins as the furnished one stands."""
    with furnished[0].fork() as sandbox:
        yield sandbox
