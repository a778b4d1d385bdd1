"""The lives of bills, vendor payments and credits, expenses and purchase orders, as a buyer's program sees them."""

from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


class Buyer:
    """A vendor to buy from, an account of cost, and the API."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.vendor = str(
            api.made("/contacts", {"contact_name": "Paper Mill", "contact_type": "vendor"}, "contact")["contact_id"]
        )
        self.rent = api.account("Rent Expense")
        self.count = 0

    def lines(self, *rates: float) -> list[dict[str, Any]]:
        return [{"account_id": self.rent, "rate": rate, "quantity": 1} for rate in rates or (100,)]

    def bill(self, *rates: float, **fields: Any) -> dict[str, Any]:
        self.count += 1
        body = {"vendor_id": self.vendor, "bill_number": f"B-{self.count}", "line_items": self.lines(*rates), **fields}
        return self.api.made("/bills", body, "bill")

    def read(self, bill: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = self.api.get(f"/bills/{bill['bill_id']}")["bill"]
        return found

    def pay(self, amount: float, *applied: tuple[dict[str, Any], float], **fields: Any) -> dict[str, Any]:
        bills = [{"bill_id": bill["bill_id"], "amount_applied": part} for bill, part in applied]
        body = {"vendor_id": self.vendor, "amount": amount, "bills": bills, **fields}
        return self.api.made("/vendorpayments", body, "vendorpayment")

    def refused(self, path: str, body: dict[str, Any], method: str = "POST") -> tuple[int, str]:
        reply = self.api(method, path, body)
        assert reply.status in {400, 404}, reply.json
        return reply.code, reply.message

    def owed(self) -> tuple[Any, Any]:
        contact = self.api.get(f"/contacts/{self.vendor}")["contact"]
        return contact["outstanding_payable_amount"], contact["unused_credits_payable_amount"]


@pytest.fixture
def buyer(api: Api) -> Buyer:
    return Buyer(api)


def test_a_bill_is_open_from_the_start_and_counts_with_its_vendor(buyer: Buyer) -> None:
    bill = buyer.bill(120, 30.5, payment_terms=30)
    assert (bill["status"], bill["total"], bill["balance"]) == ("open", 150.5, 150.5)
    assert (bill["due_date"], bill["due_in_days"], bill["payment_terms_label"]) == ("2026-07-09", 30, "Net 30")
    assert (bill["discount_type"], bill["account_name"]) == ("entity_level", "Accounts Payable")
    assert buyer.owed() == (150.5, 0)
    row = buyer.api.get("/bills")["bills"][0]
    assert (row["bill_number"], row["due_days"], row["balance_due"]) == ("B-1", "Due in 30 days", 150.5)


def test_a_bill_is_refused_with_the_vendors_codes(buyer: Buyer) -> None:
    good = {"vendor_id": buyer.vendor, "bill_number": "INV-9", "line_items": buyer.lines()}
    buyer.api.made("/bills", good, "bill")
    assert buyer.refused("/bills", {**good, "bill_number": " inv-9 "}) == (
        13011,
        "A bill with this number has already been created for this vendor. Please check and try again.",
    )
    assert buyer.refused("/bills", {**good, "bill_number": "2", "line_items": [{"rate": 5}]}) == (
        13009,
        "The account field cannot be empty",
    )
    for vendor in ("999", buyer.api.customer()):
        assert buyer.refused("/bills", {**good, "vendor_id": vendor})[1].startswith("The Vendor field can neither")
    assert buyer.refused("/bills", {**good, "bill_number": ""})[0] in {2, 4}
    assert len(buyer.api.get("/bills")["bills"]) == 1


def test_a_payment_settles_bills_and_is_given_back_by_its_deletion(buyer: Buyer) -> None:
    one, two = buyer.bill(100), buyer.bill(50)
    payment = buyer.pay(120, (one, 100), (two, 10))
    assert (payment["payment_number"], payment["payment_mode"], payment["balance"]) == ("1", "Cash", 10)
    assert payment["paid_through_account_name"] == "Undeposited Funds"
    assert [row["balance"] for row in payment["bills"]] == [0, 40]
    assert (buyer.read(one)["status"], buyer.read(two)["status"]) == ("paid", "partially_paid")
    assert buyer.owed() == (40, 10)
    code, message = buyer.refused(f"/bills/{one['bill_id']}", {}, "DELETE")
    assert (code != 0, "payments applied" in message) == (True, True)
    listed = buyer.api.get(f"/bills/{two['bill_id']}/payments")["payments"][0]
    path = f"/bills/{two['bill_id']}/payments/{listed['bill_payment_id']}"
    assert buyer.api("DELETE", path).message == "The payment has been deleted."
    assert buyer.owed() == (50, 20)
    reply = buyer.api("DELETE", f"/vendorpayments/{payment['payment_id']}")
    assert reply.message == "The payment has been deleted."
    assert buyer.owed() == (150, 0)


def test_over_application_and_unknown_bills_are_refused_in_the_words_for_bills(buyer: Buyer) -> None:
    bill = buyer.bill(100)

    def paying(amount: int, bill_id: str, part: int) -> tuple[int, str]:
        bills = [{"bill_id": bill_id, "amount_applied": part}]
        return buyer.refused("/vendorpayments", {"vendor_id": buyer.vendor, "amount": amount, "bills": bills})

    over = "The amount entered is more than the balance due for the selected bills."
    assert paying(200, bill["bill_id"], 101) == (24016, over)
    assert paying(200, "999", 5)[1].startswith("Some of the bills for which you've chosen")
    assert buyer.refused("/vendorpayments", {"vendor_id": "", "amount": 5})[1].startswith("The Vendor field")
    assert buyer.owed() == (100, 0)


def test_unused_money_is_applied_later_from_the_bill(buyer: Buyer) -> None:
    payment = buyer.pay(70)
    bill = buyer.bill(100)
    body = {"bill_payments": [{"payment_id": payment["payment_id"], "amount_applied": 70}]}
    assert buyer.api("POST", f"/bills/{bill['bill_id']}/credits", body).status == 201
    assert (buyer.read(bill)["balance"], buyer.read(bill)["payment_made"]) == (30, 70)
    assert buyer.owed() == (30, 0)


def test_a_bill_is_voided_and_opened_again(buyer: Buyer) -> None:
    bill = buyer.bill(100)
    path = f"/bills/{bill['bill_id']}"
    assert buyer.api("POST", f"{path}/status/void").message == "The bill has been marked as void."
    assert (buyer.read(bill)["status"], buyer.owed()) == ("void", (0, 0))
    assert buyer.api("POST", f"{path}/status/open").status in {200, 201}
    assert buyer.owed() == (100, 0)
    changed = buyer.api("PUT", path, {"reference_number": "R-1"})
    assert (changed.message, changed["bill"]["reference_number"]) == ("Bill information has been updated.", "R-1")
    assert changed["bill"]["line_items"] == bill["line_items"]
    assert buyer.api("DELETE", path).message == "The bill has been deleted."


def test_bills_are_found_by_status_vendor_number_and_amount(buyer: Buyer) -> None:
    buyer.bill(10, date="2026-05-01", due_date="2026-05-02")
    open_bill = buyer.bill(20)
    buyer.pay(20, (open_bill, 20))
    buyer.bill(30, reference_number="ref")

    def numbers(**query: str) -> list[str]:
        return [row["bill_number"] for row in buyer.api.get("/bills", **query)["bills"]]

    assert numbers(filter_by="Status.Overdue") == ["B-1"]
    assert numbers(status="paid") == ["B-2"]
    assert numbers(total_greater_than="10", sort_column="total") == ["B-2", "B-3"]
    assert numbers(reference_number="ref") == ["B-3"]
    assert numbers(bill_number_startswith="b-", sort_column="bill_number", sort_order="D") == ["B-3", "B-2", "B-1"]
    assert numbers(vendor_name_contains="mill", date_end="2026-05-31") == ["B-1"]
