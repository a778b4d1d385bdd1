"""The lives of bills, vendor payments and credits, expenses and purchase orders, as a buyer's program sees them."""

from decimal import Decimal
from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


class Buyer:
    """A vendor to buy from, an account of cost, and the API."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.vendor = self.another("Paper Mill")
        self.rent = api.account("Rent Expense")
        self.count = 0

    def another(self, name: str) -> str:
        vendor = {"contact_name": name, "contact_type": "vendor"}
        return str(self.api.made("/contacts", vendor, "contact")["contact_id"])

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


def test_tax_withheld_from_a_vendor_settles_the_bill_beside_the_money_and_is_owed_to_the_authority(
    buyer: Buyer,
) -> None:
    bill = buyer.bill(100)
    applied = {"bill_id": bill["bill_id"], "amount_applied": 90, "tax_amount_withheld": 10}
    body = {"vendor_id": buyer.vendor, "amount": 90, "bills": [applied]}
    payment = buyer.api.made("/vendorpayments", body, "vendorpayment")
    assert (payment["tax_amount_withheld"], payment["balance"]) == (10, 0)
    assert payment["bills"][0]["tax_amount_withheld"] == 10
    assert (buyer.read(bill)["status"], buyer.read(bill)["balance"]) == ("paid", 0)
    assert buyer.api.book.balance(buyer.api.account("Tax Payable")) == -10
    path = f"/vendorpayments/{payment['payment_id']}"
    changed = buyer.api("PUT", path, {"description": "kept"})["vendorpayment"]
    assert (changed["tax_account_name"], changed["bills"][0]["tax_amount_withheld"]) == ("Tax Payable", 10)
    assert buyer.refused("/vendorpayments", {**body, "bills": [{**applied, "tax_amount_withheld": 1}]})[0] == 24016
    assert buyer.api("DELETE", path).status == 200
    assert buyer.owed() == (100, 0)
    assert buyer.api.book.balance(buyer.api.account("Tax Payable")) == 0


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


def test_a_vendor_credit_is_applied_to_a_bill_taken_off_and_refunded(buyer: Buyer) -> None:
    bill = buyer.bill(100)
    body = {"vendor_id": buyer.vendor, "line_items": buyer.lines(40)}
    credit = buyer.api.made("/vendorcredits", body, "vendor_credit")
    path = f"/vendorcredits/{credit['vendor_credit_id']}"
    assert (credit["status"], credit["balance"], credit["vendor_credit_number"]) == ("open", 40, "VC-00001")
    assert buyer.owed() == (100, 40)
    applied = {"bills": [{"bill_id": bill["bill_id"], "amount_applied": 25}]}
    assert buyer.api("POST", f"{path}/bills", applied).message == "Credits have been applied to the bill(s)."
    assert (buyer.read(bill)["balance"], buyer.read(bill)["vendor_credits_applied"]) == (75, 25)
    assert buyer.refused(f"{path}/bills", {"bills": [{"bill_id": bill["bill_id"], "amount_applied": 76}]})[0] == 24016
    row = buyer.api.get(f"{path}/bills")["bills_credited"][0]
    assert buyer.api("DELETE", f"{path}/bills/{row['vendor_credit_bill_id']}").status == 200
    refund = {"date": "2026-06-09", "amount": 40, "account_id": buyer.api.account("Petty Cash")}
    made = buyer.api.made(f"{path}/refunds", refund, "vendor_credit_refund")
    assert (made["amount"], made["account_name"]) == (40, "Petty Cash")
    assert buyer.api.get(path)["vendor_credit"]["status"] == "closed"
    for found, asked in ((1, buyer.vendor), (0, "999")):
        listed = buyer.api.get("/vendorcredits/refunds", customer_id=asked, sort_column="vendor_name", sort_order="A")
        assert (len(listed["vendor_credit_refunds"]), listed["page_context"]["sort_order"]) == (found, "A")
    assert buyer.api("DELETE", f"{path}/refunds/{made['vendor_credit_refund_id']}").status == 200
    assert buyer.api("POST", f"{path}/status/void").message == "The vendor credit has been voided."
    assert buyer.owed() == (100, 0)


def test_an_advance_is_refunded_and_the_refund_changed_and_deleted(buyer: Buyer) -> None:
    payment = buyer.pay(80)
    path = f"/vendorpayments/{payment['payment_id']}/refunds"
    body = {"date": "2026-06-09", "amount": 30, "to_account_id": buyer.api.account("Petty Cash")}
    made = buyer.api.made(path, body, "vendorpayment_refund")
    one = f"{path}/{made['vendorpayment_refund_id']}"
    assert buyer.owed() == (0, 50)
    assert buyer.api("PUT", one, {**body, "amount": 20})["vendorpayment_refund"]["amount"] == 20
    assert buyer.api.get(path)["vendorpayment_refunds"][0]["amount_bcy"] == 20
    assert buyer.api("DELETE", one).message == "The refund has been deleted."
    assert buyer.owed() == (0, 80)


def test_an_expense_is_recorded_with_its_recorded_words(buyer: Buyer) -> None:
    body = {"account_id": buyer.rent, "date": "2026-06-09", "amount": 320.5, "description": "Offsite"}
    body["paid_through_account_id"] = buyer.api.account("Undeposited Funds")
    reply = buyer.api("POST", "/expenses", body)
    expense = reply["expense"]
    assert (reply.status, reply.message, expense["status"]) == (201, "The expense has been recorded.", "nonbillable")
    assert (expense["total"], expense["amount"], expense["line_items"][0]["description"]) == (320.5, 320.5, "Offsite")
    path = f"/expenses/{expense['expense_id']}"
    changed = buyer.api("PUT", path, {"amount": 300, "reference_number": "E-1"})["expense"]
    assert (changed["total"], changed["account_id"], changed["reference_number"]) == (300, buyer.rent, "E-1")
    row = buyer.api.get("/expenses", amount_less_equals="300", account_name="rent expense")["expenses"][0]
    assert (row["total"], "amount" in row) == (300, False)
    for account in ("Rent Expense", "999"):
        assert buyer.refused("/expenses", {**body, "account_id": account}) == (
            1002,
            "Please enter valid expense account",
        )
    assert buyer.api("DELETE", path).message == "The expense has been deleted."


def test_a_billable_expense_is_charged_on_by_an_invoice(buyer: Buyer) -> None:
    customer = buyer.api.customer()
    body = {"account_id": buyer.rent, "date": "2026-06-09", "amount": 80, "is_billable": True, "customer_id": customer}
    body["paid_through_account_id"] = buyer.api.account("Petty Cash")
    expense = buyer.api.made("/expenses", body, "expense")
    assert expense["status"] == "unbilled"
    lines = [{"description": "Rent", "rate": 80, "expense_id": expense["expense_id"]}]
    invoice = buyer.api.made("/invoices", {"customer_id": customer, "line_items": lines}, "invoice")
    found = buyer.api.get(f"/expenses/{expense['expense_id']}")["expense"]
    assert (found["status"], found["invoice_number"]) == ("invoiced", invoice["invoice_number"])
    assert len(buyer.api.get("/expenses", filter_by="Status.Invoiced")["expenses"]) == 1


def test_a_purchase_order_becomes_a_bill(buyer: Buyer) -> None:
    body = {"vendor_id": buyer.vendor, "line_items": buyer.lines(40), "delivery_date": "2026-06-20"}
    reply = buyer.api("POST", "/purchaseorders", body)
    order = reply["purchaseorder"]
    assert (reply.message, order["purchaseorder_number"]) == ("Purchase Order has been added.", "PO-00001")
    assert (order["status"], order["delivery_date"], order["total"]) == ("draft", "2026-06-20", 40)
    path = f"/purchaseorders/{order['purchaseorder_id']}"
    assert buyer.api("POST", f"{path}/status/open").message == "The purchase order has been marked as open."
    bill = buyer.bill(40, purchaseorder_ids=[order["purchaseorder_id"]])
    assert bill["purchaseorders"][0]["purchaseorder_number"] == "PO-00001"
    read = buyer.api.get(path)["purchaseorder"]
    assert (read["status"], read["bills"][0]["bill_number"]) == ("billed", bill["bill_number"])
    assert buyer.refused(path, {"notes": "x"}, "PUT")[0] != 0
    assert [row["status"] for row in buyer.api.get("/purchaseorders", filter_by="Status.Billed")["purchaseorders"]] == [
        "billed"
    ]
    buyer.api("DELETE", f"/bills/{bill['bill_id']}")
    assert buyer.api("POST", f"{path}/status/cancelled").message == "The purchase order has been cancelled."
    assert buyer.api("DELETE", path).message == "The purchase order has been deleted."


KEYS = {"bills": 109, "vendorpayments": 61, "expenses": 89, "purchaseorders": 95}


def test_answers_have_every_recorded_key(buyer: Buyer) -> None:
    buyer.pay(5, (buyer.bill(10), 5))
    expense = {"account_id": buyer.rent, "date": "2026-06-09", "amount": 1}
    buyer.api.made("/expenses", {**expense, "paid_through_account_id": buyer.api.account("Petty Cash")}, "expense")
    order = {"vendor_id": buyer.vendor, "line_items": buyer.lines()}
    buyer.api.made("/purchaseorders", order, "purchaseorder")
    found = {}
    for noun in KEYS:
        row = buyer.api.get(f"/{noun}")[noun][0]
        identity = next(
            value for key, value in row.items() if key in {"bill_id", "payment_id", "expense_id", "purchaseorder_id"}
        )
        answer = buyer.api.get(f"/{noun}/{identity}").json
        found[noun] = len(next(value for value in answer.values() if isinstance(value, dict)))
    assert found == KEYS


def test_a_receipt_is_kept_given_back_and_deleted(buyer: Buyer) -> None:
    api, png = buyer.api, b"\x89PNG\r\n\x1a\n bytes"
    body = {"account_id": buyer.rent, "date": "2026-06-09", "amount": 9}
    body["paid_through_account_id"] = api.account("Petty Cash")
    path = f"/expenses/{api.made('/expenses', body, 'expense')['expense_id']}"
    sent = api.upload(f"{path}/receipt", ("taxi.png", "image/png", png), field="receipt")
    assert (sent.status, sent.message) == (200, "The expense receipt has been attached.")
    found = api.get(path)["expense"]
    assert (found["expense_receipt_name"], found["expense_receipt_type"]) == ("taxi.png", "png")
    file = api("GET", f"{path}/receipt")
    assert (file.status, file.raw, file.headers["content-type"]) == (200, png, "image/png")
    assert api.upload(f"{path}/receipt", ("taxi.exe", "image/png", b"MZ"), field="receipt").status == 400
    assert api("GET", f"{path}/receipt").raw == png
    assert api("DELETE", f"{path}/receipt").message == "The attached expense receipt has been deleted."
    assert api("DELETE", f"{path}/receipt").code == 1002


def test_a_bill_in_another_currency_is_owed_in_both_and_paid_at_a_loss(buyer: Buyer) -> None:
    rows = buyer.api.get("/settings/currencies")["currencies"]
    euro = next(row["currency_id"] for row in rows if row["currency_code"] == "EUR")
    bill = buyer.bill(100, currency_id=euro, exchange_rate=1.1)
    contact = buyer.api.get(f"/contacts/{buyer.vendor}")["contact"]
    assert (contact["outstanding_payable_amount"], contact["outstanding_payable_amount_bcy"]) == (110, 110)
    assert (bill["currency_code"], bill["line_items"][0]["bcy_rate"]) == ("EUR", Decimal(110))
    eu = {"contact_name": "Moulin", "contact_type": "vendor", "currency_id": euro}
    buyer.vendor = buyer.api.made("/contacts", eu, "contact")["contact_id"]
    bill = buyer.bill(100, exchange_rate=1.1)
    buyer.pay(100, (bill, 100), exchange_rate=1.25)
    assert buyer.owed() == (0, 0)
    held = {row.account.name: row.debit - row.credit for row in buyer.api.book.trial_balance().rows}
    assert held["Exchange Gain or Loss"] == 15


def test_mileage_makes_the_amount_of_an_expense(buyer: Buyer) -> None:
    way = {"account_id": buyer.rent, "date": "2026-06-09", "mileage_rate": 0.5, "mileage_unit": "km"}
    manual = buyer.api.made("/expenses", {**way, "mileage_type": "manual", "distance": 120}, "expense")
    assert (manual["total"], manual["mileage_rate"], manual["expense_type"]) == (60, Decimal("0.5"), "mileage")
    readings = {"mileage_type": "odometer", "start_reading": "100", "end_reading": "150"}
    odometer = buyer.api.made("/expenses", {**way, **readings}, "expense")
    assert odometer["total"] == 25
    path = f"/expenses/{odometer['expense_id']}"
    assert buyer.api("PUT", path, {"end_reading": "160"})["expense"]["total"] == 30
    row = next(one for one in buyer.api.get("/expenses")["expenses"] if one["expense_id"] == odometer["expense_id"])
    assert (row["distance"], row["start_reading"], row["end_reading"]) == (60, "100", "160")
    for wrong in ({"end_reading": "90"}, {"mileage_rate": ""}, {"end_reading": ""}, {"mileage_type": "guess"}):
        assert buyer.refused("/expenses", {**way, **readings, **wrong})[0] == 2
    stated = buyer.api.made("/expenses", {**way, "mileage_type": "manual", "distance": 120, "amount": 55}, "expense")
    assert stated["total"] == 55


def test_bills_are_found_by_the_project_and_the_words_of_their_lines(buyer: Buyer) -> None:
    line = {"account_id": buyer.rent, "rate": 5, "quantity": 1}
    buyer.bill(line_items=[{**line, "project_id": "77", "description": "Paper for the fair"}])
    buyer.bill()

    def found(**query: str) -> list[str]:
        return [row["bill_number"] for row in buyer.api.get("/bills", **query)["bills"]]

    assert found(project_id="77") == ["B-1"]
    assert found(item_description_contains="the fair") == ["B-1"]
