"""zohobooks-api 1.4: the first wrappers' forms with `JSONString`, on the legacy host of the Indian data centre."""

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tests.conformance.programs.conftest import Drive

pytestmark = [pytest.mark.proof, pytest.mark.zoho_books(region="in")]


def test_forms_are_taken_and_lists_are_read_by_its_parsers(drive: Drive, zoho_books: ZohoBooks) -> None:
    client = zoho_books.client
    accounts = {row["account_type"]: row["account_id"] for row in client.chart_of_accounts.list()}
    customer = client.contacts.create({"contact_name": "Bowman and Co"})["contact"]["contact_id"]
    client.call("create_invoice", body={"customer_id": customer, "line_items": [{"name": "Work", "rate": 80}]})
    told = drive(
        "zohobooks_api",
        today=zoho_books.clock.now().date().isoformat(),
        expense_account=accounts["expense"],
        paid_through=accounts["cash"],
    )
    assert told == {
        "item": ["Hard drive & more", 120.0],
        "tax": ["VAT", ["VAT"]],
        "journal": ["1", 5.0, 1],
        "deleted": "The selected journal entry has been deleted.",
        "sent": "Invoice status has been changed to Sent.",
        "invoices": ["sent"],
        "reminders": "Reminders stopped.",
        "voided": "Invoice status has been changed to Void.",
        "banks": 2,
        "currencies": True,
        "users": 1,
    }
