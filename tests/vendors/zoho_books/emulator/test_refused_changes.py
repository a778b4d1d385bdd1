"""What stands between other records is neither changed, voided nor deleted, and nothing is applied beyond what is due."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.vendors.zoho_books.emulator.conftest import Api, Json


def refused(api: Api, method: str, path: str, body: Any = None) -> tuple[int, str]:
    """Have a call refused with nothing changed, and return the code and the words."""
    before = api.book.changes()
    reply = api(method, path, body)
    assert reply.status in {400, 404}, (method, path, reply.json)
    assert api.book.changes() == before
    return reply.code, reply.message


class Trader:
    """A customer, a vendor, and an item and a tax that are in use."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.customer = api.customer()
        vendor = {"contact_name": "Paper Mill", "contact_type": "vendor"}
        self.vendor = api.made("/contacts", vendor, "contact")["contact_id"]
        self.item = api.made("/items", {"name": "Pen", "rate": 5}, "item")["item_id"]
        tax = {"tax_name": "VAT", "tax_percentage": 10}
        self.tax = api.made("/settings/taxes", tax, "tax")["tax_id"]
        self.rent = api.account("Rent Expense")

    def sale(self, quantity: int = 1) -> Json:
        return {
            "customer_id": self.customer,
            "line_items": [{"item_id": self.item, "quantity": quantity, "tax_id": self.tax}],
        }

    def purchase(self, rate: int = 100, **fields: Any) -> Json:
        return {"vendor_id": self.vendor, "line_items": [{"account_id": self.rent, "rate": rate}], **fields}


@pytest.fixture
def trader(api: Api) -> Trader:
    return Trader(api)


def test_what_a_document_names_is_not_deleted(api: Api, trader: Trader) -> None:
    api.made("/invoices", trader.sale(), "invoice")
    api.made("/bills", trader.purchase(bill_number="B-1"), "bill")
    assert refused(api, "DELETE", f"/items/{trader.item}")[0] == 36
    assert refused(api, "DELETE", f"/settings/taxes/{trader.tax}")[0] == 36
    assert refused(api, "DELETE", f"/chartofaccounts/{trader.rent}")[0] == 36
    for contact in (trader.customer, trader.vendor):
        assert refused(api, "DELETE", f"/contacts/{contact}")[0] == 1004


def test_a_vendor_may_not_have_a_customers_name(api: Api, trader: Trader) -> None:
    code, _ = refused(api, "POST", "/contacts", {"contact_name": " bowman AND co ", "contact_type": "vendor"})
    assert code == 3062
    assert refused(api, "PUT", f"/contacts/{trader.vendor}", {"contact_name": "Bowman and Co"})[0] == 3062


def test_a_bill_takes_no_number_its_vendor_has_used_already(api: Api, trader: Trader) -> None:
    api.made("/bills", trader.purchase(bill_number="INV-9"), "bill")
    other = api.made("/bills", trader.purchase(bill_number="INV-10"), "bill")
    assert refused(api, "POST", "/bills", trader.purchase(bill_number=" inv-9"))[0] == 13011
    assert refused(api, "PUT", f"/bills/{other['bill_id']}", {"bill_number": "inv-9 "})[0] == 13011
    elsewhere = api.made("/contacts", {"contact_name": "Ink Mill", "contact_type": "vendor"}, "contact")["contact_id"]
    assert api("POST", "/bills", {**trader.purchase(bill_number="INV-9"), "vendor_id": elsewhere}).status == 201
    assert api("POST", "/bills", trader.purchase(bill_number="INV/9")).status == 201


def test_a_bill_with_money_or_credit_on_it_stays(api: Api, trader: Trader) -> None:
    paid, credited = (api.made("/bills", trader.purchase(bill_number=number), "bill")["bill_id"] for number in "12")
    too_much = {"vendor_id": trader.vendor, "amount": 500, "bills": [{"bill_id": paid, "amount_applied": 101}]}
    assert refused(api, "POST", "/vendorpayments", too_much) == (
        24016,
        "The amount entered is more than the balance due for the selected bills.",
    )
    part = {"vendor_id": trader.vendor, "amount": 50, "bills": [{"bill_id": paid, "amount_applied": 50}]}
    api.made("/vendorpayments", part, "vendorpayment")
    credit = api.made("/vendorcredits", trader.purchase(10), "vendor_credit")["vendor_credit_id"]
    applied = f"/vendorcredits/{credit}/bills"
    assert refused(api, "POST", applied, {"bills": [{"bill_id": credited, "amount_applied": 11}]})
    assert api("POST", applied, {"bills": [{"bill_id": credited, "amount_applied": 5}]}).code == 0
    for path, word in ((f"/bills/{paid}", "payments"), (f"/bills/{credited}", "credits")):
        for method, at, body in (
            ("PUT", path, {"notes": "x"}),
            ("DELETE", path, None),
            ("POST", f"{path}/status/void", None),
        ):
            assert word in refused(api, method, at, body)[1]
    for method, at in (("PUT", ""), ("DELETE", ""), ("POST", "/status/void")):
        assert refused(api, method, f"/vendorcredits/{credit}{at}", {"notes": "x"} if method == "PUT" else None)


def test_a_credit_note_that_is_used_stays_and_so_does_its_invoice(api: Api, trader: Trader) -> None:
    invoice = api.made("/invoices", trader.sale(), "invoice", send="true")["invoice_id"]
    note = api.made("/creditnotes", trader.sale(10), "creditnote")["creditnote_id"]
    applied = f"/creditnotes/{note}/invoices"
    over = {"invoices": [{"invoice_id": invoice, "amount_applied": 5.51}]}
    assert refused(api, "POST", applied, over)[0] == 24016
    assert api("POST", applied, {"invoices": [{"invoice_id": invoice, "amount_applied": 2}]}).code == 0
    for path in (f"/creditnotes/{note}", f"/invoices/{invoice}"):
        for method, at, body in (
            ("PUT", path, {"notes": "x"}),
            ("DELETE", path, None),
            ("POST", f"{path}/status/void", None),
        ):
            assert "credits" in refused(api, method, at, body)[1]


def test_a_draft_quote_is_answered_and_converted_by_nobody(api: Api, trader: Trader) -> None:
    quote = api.made("/estimates", trader.sale(), "estimate")["estimate_id"]
    refused(api, "POST", f"/estimates/{quote}/status/accepted")
    reply = api("POST", "/invoices/fromestimates", estimate_ids=quote)
    assert (reply.status, "draft" in reply.message) == (400, True)
    refused(api, "POST", "/invoices", {**trader.sale(), "invoiced_estimate_id": quote})
    refused(api, "POST", "/salesorders", {**trader.sale(), "estimate_id": quote})
    assert api("POST", f"/estimates/{quote}/status/sent").code == 0
    assert api("POST", "/invoices", {**trader.sale(), "invoiced_estimate_id": quote}).status == 201


@pytest.mark.parametrize(("noun", "name"), [("salesorders", "Sales Order"), ("purchaseorders", "Purchase Order")])
def test_a_plan_without_a_noun_refuses_it_by_name(api: Api, trader: Trader, noun: str, name: str) -> None:
    organization = api.sandbox.emulator.organizations[api.organization_id]
    organization.settings = replace(organization.settings, plan="free")
    body = trader.sale() if noun == "salesorders" else trader.purchase()
    assert refused(api, "POST", f"/{noun}", body)[1] == f"{name} has been disabled for your account"
    organization.settings = replace(organization.settings, plan="professional")
    assert api("POST", f"/{noun}", body).status == 201


def test_the_vendors_defaults_hold_where_a_body_says_nothing(api: Api, trader: Trader) -> None:
    sides = (("debit", trader.rent), ("credit", api.account("Sales")))
    lines = [{"account_id": account, "debit_or_credit": side, "amount": 5} for side, account in sides]
    made = {
        "/invoices": ("invoice", trader.sale(), "draft"),
        "/estimates": ("estimate", trader.sale(), "draft"),
        "/salesorders": ("salesorder", trader.sale(), "draft"),
        "/creditnotes": ("creditnote", trader.sale(), "open"),
        "/bills": ("bill", trader.purchase(bill_number="7"), "open"),
        "/purchaseorders": ("purchaseorder", trader.purchase(), "draft"),
        "/vendorcredits": ("vendor_credit", trader.purchase(), "open"),
        "/journals": ("journal", {"journal_date": "2026-06-09", "line_items": lines}, "published"),
    }
    found = {path: api.made(path, body, key)["status"] for path, (key, body, _) in made.items()}
    assert found == {path: status for path, (_, _, status) in made.items()}
