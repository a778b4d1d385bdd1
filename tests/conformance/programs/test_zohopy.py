"""zohopy 0.2.0: its own suite, which its author ran against the live service, and a month of a company through it."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tests.conformance.programs.conftest import RUN_SECONDS_MAX, Drive

pytestmark = pytest.mark.proof
GBP_IS_THERE = "test_create_currency"
"""The one test that skips itself: the currency it would make is there already."""


def test_its_own_integration_suite_passes_unedited(
    zoho_books: ZohoBooks, environment: dict[str, str], unpacked: Callable[[str], Path]
) -> None:
    keys = ("client_id", "client_secret", "refresh_token", "organization_id")
    settings = {f"ZOHO_{key.upper()}": zoho_books.sandbox.connection[key] for key in keys}
    command = [sys.executable, "-m", "pytest", "-vv", "-p", "no:tallystick", "-p", "no:cacheprovider", "-W", "ignore"]
    ran = subprocess.run(
        [*command, "tests/integration"],
        cwd=unpacked("zohopy-0.2.0"),
        env={**environment, **settings, "ZOHO_DATA_CENTER": "us"},
        capture_output=True,
        text=True,
        check=False,
        timeout=RUN_SECONDS_MAX,
    )
    outcomes = dict(re.findall(r"^tests/\S+::(\w+::\w+) (PASSED|FAILED|SKIPPED|ERROR)", ran.stdout, re.MULTILINE))
    assert len(outcomes) == 77, ran.stdout[-3000:] + ran.stderr[-1000:]
    unhappy = {name: how for name, how in outcomes.items() if how != "PASSED"}
    assert unhappy == {f"TestCurrencyCRUD::{GBP_IS_THERE}": "SKIPPED"}, ran.stdout[-6000:]


def test_a_month_of_a_company_ends_in_books_that_balance_and_refusals_are_its_own_errors(
    drive: Drive, zoho_books: ZohoBooks
) -> None:
    told = drive("zohopy", today=zoho_books.clock.now().date().isoformat())
    assert told["sold"] == {
        "estimate": "accepted",
        "order": "open",
        "invoice": ["paid", 240.0, 0.0],
        "payment": 200.0,
        "credit_note": "closed",
        "journal": "published",
    }
    assert told["bought"] == {"bill": ["paid", 0.0], "expense": 12.5}
    assert told["pages"] == [4, 2]
    assert told["not let in"] == "ZohoTokenRefreshError"
    assert zoho_books.sandbox.organization.book.audit() == []
    [bank] = [row for row in zoho_books.client.bank_accounts.list() if row["account_name"] == "Current account"]
    assert str(bank["balance"]) == "4687.5"

    assert told["refused"] == {
        "unknown": ["ZohoNotFoundError", "Invoice does not exist."],
        "double": [
            "ZohoDuplicateError",
            'The customer "Bowman and Co" already exists. Please specify a different name.',
        ],
        "used": ["ZohoResourceDependentError", "Contact has transactions and cannot be deleted."],
    }
