"""pyzohoapi 1.0.0: bodies without a Content-Type, paths that end in a slash, parameters nobody knows."""

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tallystick.vendors.zoho_books.emulator.limits import LimitSettings
from tests.conformance.programs.conftest import Drive

# It reads the day's limits from every answer, so they are on; a minute has room for what the test makes.
LIMITS = LimitSettings(minute_max=1_000)
pytestmark = [pytest.mark.proof, pytest.mark.zoho_books(limits=LIMITS)]


def test_objects_are_made_found_changed_paged_and_deleted(drive: Drive, zoho_books: ZohoBooks) -> None:
    accounts = {row["account_type"]: row["account_id"] for row in zoho_books.client.chart_of_accounts.list()}
    today = zoho_books.clock.now().date().isoformat()
    told = drive("pyzohoapi", today=today, expense_account=accounts["expense"])
    refused = told.pop("refused")
    assert told == {
        "loaded": [True, "Boston", "will@example.com"],
        "found": [True, "Bowman Company"],
        "moved": "Salem",
        "switched": [True, "inactive", True],
        "invoice": ["INV-000001", "240.0", "draft"],
        # It looks for its payment under `customerpayment`; the service answers with `payment`.
        "paid": [None, "paid"],
        "of the customer": ["INV-000001"],
        "order": ["SO-00001", True, "void"],
        "bought": "27.0",
        "items": 206,
        "absent": False,
        "deleted": True,
        "organizations": ["Empty Company"],
        "users": ["active"],
    }
    assert "has transactions" in refused
    assert zoho_books.sandbox.organization.book.audit() == []
