"""The company each test of the books begins with."""

import pytest

from tests.books.company import Company


@pytest.fixture
def company() -> Company:
    return Company()
