"""What the country of an organisation lets a document carry."""

import pytest
from msgspec.structs import replace

from tests.vendors.zoho_books.emulator.conftest import Api


def settle(api: Api, country: str, **fields: object) -> None:
    """Put the organisation in a country."""
    organization = api.sandbox.emulator.organizations[api.organization_id]
    organization.settings = replace(organization.settings, country_code=country)
    assert api("PUT", f"/organizations/{api.organization_id}", fields).status == 200


def tax(api: Api, name: str, percentage: float, kind: str) -> str:
    body = {"tax_name": name, "tax_percentage": percentage, "tax_specific_type": kind}
    return str(api.made("/settings/taxes", body, "tax")["tax_id"])


def group(api: Api) -> str:
    parts = [tax(api, "CGST9", 9, "cgst"), tax(api, "SGST9", 9, "sgst")]
    body = {"tax_group_name": "GST18", "taxes": ",".join(parts)}
    return str(api.made("/settings/taxgroups", body, "tax_group")["tax_group_id"])


@pytest.mark.parametrize(
    ("place", "intrastate", "message"),
    [
        ("TN", True, ""),
        ("KA", False, ""),
        ("KA", True, "IGST has to be applied as this is an interstate transaction"),
        ("TN", False, "IGST cannot be applied as this is an intrastate transaction"),
    ],
)
@pytest.mark.parametrize("noun", ["invoices", "estimates", "creditnotes"])
def test_the_place_of_supply_decides_the_tax_in_india(
    api: Api, noun: str, place: str, *, intrastate: bool, message: str
) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    tax_id = group(api) if intrastate else tax(api, "IGST18", 18, "igst")
    customer = api.customer()
    line = {"description": "Work", "rate": 100, "tax_id": tax_id}
    before = api.book.changes()
    body = {"customer_id": customer, "place_of_supply": place, "gst_treatment": "business_gst", "line_items": [line]}
    reply = api("POST", f"/{noun}", body)
    if message:
        assert (reply.status, reply.code, reply.message) == (400, 3032, message)
        assert api.book.changes() == before
    else:
        assert reply.status == 201, reply.json


def test_the_customers_place_holds_where_the_document_says_none(api: Api) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    customer = api.customer(place_of_contact="KA", gst_treatment="business_gst")
    line = {"description": "Work", "rate": 100, "tax_id": group(api)}
    assert api("POST", "/invoices", {"customer_id": customer, "line_items": [line]}).code == 3032
    bad = {"customer_id": customer, "gst_treatment": "none of these", "line_items": [line]}
    assert api("POST", "/invoices", bad).code == 2


def test_shipping_is_no_charge_of_a_company_registered_for_vat(api: Api) -> None:
    customer = api.customer()
    body = {"customer_id": customer, "shipping_charge": 5, "line_items": [{"description": "Work", "rate": 100}]}
    settle(api, "GB")
    assert api("POST", "/invoices", body).status == 201
    settle(api, "GB", taxid_value="GB123456789")
    refused = api("POST", "/invoices", body)
    assert refused.message == "Shipping and miscellaneous charges cannot be applied when registered for VAT."
    settle(api, "US", taxid_value="12-3456789")
    assert api("POST", "/invoices", body).status == 201


def buyer(api: Api, **vendor: object) -> tuple[str, dict[str, object]]:
    made = api.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor", **vendor}, "contact")
    return str(made["contact_id"]), {"account_id": api.account("Rent Expense"), "rate": 100}


@pytest.mark.parametrize("noun", ["bills", "purchaseorders", "vendorcredits"])
@pytest.mark.parametrize(
    ("source", "intrastate", "code"), [("TN", True, 0), ("KA", False, 0), ("KA", True, 3032), ("TN", False, 3032)]
)
def test_the_source_of_supply_decides_the_tax_of_a_purchase_in_india(
    api: Api, noun: str, source: str, code: int, *, intrastate: bool
) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    tax_id = group(api) if intrastate else tax(api, "IGST18", 18, "igst")
    vendor, line = buyer(api)
    body = {"vendor_id": vendor, "bill_number": "1", "source_of_supply": source, "gst_treatment": "business_gst"}
    assert api("POST", f"/{noun}", {**body, "line_items": [{**line, "tax_id": tax_id}]}).code == code
    # Delivered to the state it comes from, it is a supply within a state.
    there = {**body, "bill_number": "2", "destination_of_supply": source, "line_items": [{**line, "tax_id": tax_id}]}
    assert api("POST", f"/{noun}", there).code == (0 if intrastate else 3032)


def test_an_unregistered_vendor_in_india_is_charged_in_reverse(api: Api) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    tax_id = group(api)
    vendor, line = buyer(api, gst_treatment="business_none")
    body = {"vendor_id": vendor, "bill_number": "1"}
    assert api("POST", "/bills", {**body, "line_items": [{**line, "tax_id": tax_id}]}).code == 71512
    both = {**line, "tax_id": tax_id, "reverse_charge_tax_id": tax_id}
    assert api("POST", "/bills", {**body, "line_items": [both]}).code == 71510
    unknown = {**line, "reverse_charge_tax_id": "1"}
    assert api("POST", "/bills", {**body, "line_items": [unknown]}).code == 1002
    assert api.get("/bills")["bills"] == []
    bill = api.made("/bills", {**body, "line_items": [{**line, "reverse_charge_tax_id": tax_id}]}, "bill")
    (row,) = bill["line_items"]
    assert (bill["total"], bill["tax_total"], bill["is_reverse_charge_applied"]) == (100, 0, True)
    assert (row["reverse_charge_tax_name"], row["reverse_charge_tax_percentage"]) == ("GST18", 18)
    assert row["reverse_charge_tax_amount"] == 18


def test_a_tax_number_of_india_has_its_form(api: Api) -> None:
    settle(api, "IN")
    customer = api.customer()
    body = {"customer_id": customer, "line_items": [{"description": "Work", "rate": 1}]}
    assert api("POST", "/invoices", {**body, "gst_no": "22AAAAA0000A1Z5"}).status == 201
    reply = api("POST", "/invoices", {**body, "gst_no": "22AAAAA0000"})
    assert (reply.code, reply.message) == (2, "Invalid value passed for gst_no")


def test_a_contact_and_an_expense_in_the_united_kingdom_have_a_treatment_and_number_of_its_form(api: Api) -> None:
    settle(api, "GB")
    mill = {"contact_name": "Mill", "contact_type": "vendor", "vat_treatment": "overseas", "vat_reg_no": "GB1"}
    for wrong in ({"vat_treatment": "moon"}, {"vat_reg_no": "1"}, {"vat_reg_no": "1234567890123"}):
        assert api("POST", "/contacts", {**mill, **wrong}).code == 2
    made = api.made("/contacts", mill, "contact")
    assert (made["vat_treatment"], made["vat_reg_no"]) == ("overseas", "GB1")
    assert api("PUT", f"/contacts/{made['contact_id']}", {"vat_reg_no": "1"}).code == 2
    spent = {"account_id": api.account("Rent Expense"), "date": "2026-06-01", "amount": 10}
    assert api("POST", "/expenses", {**spent, "vat_treatment": "moon"}).code == 2
    assert api("POST", "/expenses", {**spent, "vat_treatment": "overseas"}).status == 201


def test_a_contact_in_india_is_in_a_state_and_an_expense_has_a_number_of_its_form(api: Api) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    assert api("POST", "/contacts", {"contact_name": "Mill", "place_of_contact": "Nowhere"}).code == 2
    assert api("POST", "/contacts", {"contact_name": "Mill", "place_of_contact": "Kerala"}).status == 201
    spent = {"account_id": api.account("Rent Expense"), "date": "2026-06-01", "amount": 10, "gst_no": "X"}
    assert api("POST", "/expenses", spent).code == 2


def test_acquisition_vat_is_reckoned_on_a_line_and_comes_to_nothing_in_the_accounts(api: Api) -> None:
    settle(api, "GB")
    rate = tax(api, "VAT20", 20, "")
    vendor, _ = buyer(api)
    lines = [
        {"account_id": api.account("Rent Expense"), "rate": 100, "acquisition_vat_id": rate},
        {"account_id": api.account("Rent Expense"), "rate": 50, "reverse_charge_vat_id": rate},
    ]
    body = {"vendor_id": vendor, "bill_number": "B-1", "vat_treatment": "eu_vat_registered", "line_items": lines}
    goods, service = api.made("/bills", body, "bill")["line_items"]
    assert (goods["acquisition_vat_name"], goods["acquisition_vat_amount"]) == ("VAT20", 20)
    assert (service["reverse_charge_vat_percentage"], service["reverse_charge_vat_amount"]) == (20, 10)
    assert api.book.balance(api.account("Tax Payable")) == 0
    unknown = {**body, "bill_number": "B-2", "line_items": [{**lines[0], "acquisition_vat_id": "999"}]}
    assert api("POST", "/bills", unknown).code == 1002


def test_a_customer_or_a_line_is_exempt_only_by_what_is_registered(api: Api) -> None:
    assert api("POST", "/contacts", {"contact_name": "School", "tax_exemption_id": "999"}).code == 1002
    exemption = {"tax_exemption_code": "EDU", "type": "customer"}
    made = api.made("/settings/taxexemptions", exemption, "tax_exemption")["tax_exemption_id"]
    customer = api.customer(tax_exemption_id=made, is_taxable=False)
    line = {"description": "Work", "rate": 100, "tax_exemption_id": made}
    assert api("POST", "/invoices", {"customer_id": customer, "line_items": [line]}).status == 201
    unknown = {**line, "tax_exemption_id": "999"}
    assert api("POST", "/invoices", {"customer_id": customer, "line_items": [unknown]}).code == 1002


def test_a_journal_in_india_takes_no_tax(api: Api) -> None:
    tax_id = tax(api, "IGST18", 18, "igst")
    sides = (("Rent Expense", "debit"), ("Sales", "credit"))
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": 5} for name, side in sides]
    lines[0]["tax_id"] = tax_id
    settle(api, "IN")
    reply = api("POST", "/journals", {"journal_date": "2026-06-09", "line_items": lines})
    assert (reply.status, reply.code, reply.message) == (400, 110942, "Tax not supported.")
    assert api.get("/journals")["journals"] == []
