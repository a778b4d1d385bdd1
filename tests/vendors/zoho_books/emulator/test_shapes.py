"""Every answer carries the keys that were recorded from the real service, in their order and their types."""

from decimal import Decimal
from typing import Any

import pytest

from tallystick.vendors.zoho_books.emulator.shape import shapes
from tests.vendors.zoho_books.emulator.conftest import Api

ROWS = {
    "invoices": (
        "ach_payment_initiated invoice_id zcrm_potential_id customer_id zcrm_potential_name customer_name company_name"
        " status invoice_number reference_number date due_date issued_date due_days email project_name billing_address"
        " shipping_address country phone created_by total balance payment_expected_date custom_fields custom_field_hash"
        " tags salesperson_name shipping_charge adjustment created_time last_modified_time updated_time"
        " is_viewed_by_client has_attachment client_viewed_time is_emailed color_code current_sub_status_id"
        " current_sub_status currency_id schedule_time currency_code currency_symbol template_type invoice_source"
        " sales_channel transaction_type reminders_sent last_reminder_sent_date last_payment_date template_id documents"
        " salesperson_id write_off_amount exchange_rate unprocessed_payment_amount"
    ),
    "contacts": (
        "contact_id contact_name customer_name vendor_name company_name website language_code language_code_formatted"
        " contact_type contact_type_formatted status customer_sub_type source is_linked_with_zohocrm payment_terms"
        " payment_terms_id payment_terms_label currency_id twitter facebook currency_code outstanding_receivable_amount"
        " outstanding_receivable_amount_bcy outstanding_payable_amount outstanding_payable_amount_bcy"
        " unused_credits_receivable_amount unused_credits_receivable_amount_bcy unused_credits_payable_amount"
        " unused_credits_payable_amount_bcy first_name last_name email phone mobile portal_status"
        " portal_status_formatted track_1099 created_time created_time_formatted last_modified_time"
        " last_modified_time_formatted custom_fields custom_field_hash contactperson_custom_fields tags ach_supported"
        " has_attachment"
    ),
    "items": (
        "item_id name item_name unit status source is_linked_with_zohocrm zcrm_product_id description rate tax_id"
        " tax_name tax_percentage purchase_account_id purchase_account_name account_id account_name"
        " purchase_description purchase_rate can_be_sold can_be_purchased track_inventory item_type product_type"
        " has_attachment sku image_name image_type image_document_id created_time last_modified_time product_subtype"
        " purpose_of_use vendor_name tags"
    ),
    "customerpayments": (
        "payment_id payment_number invoice_numbers date payment_mode payment_mode_formatted amount bcy_amount"
        " unused_amount bcy_unused_amount account_id account_name description reference_number customer_id"
        " customer_name created_time last_modified_time last_four_digits gateway_transaction_id payment_gateway"
        " bcy_refunded_amount applied_invoices has_attachment tags documents custom_fields_list tax_account_id"
        " tax_account_name tax_amount_withheld payment_type payment_status settlement_status sales_channel"
    ),
    "journals": (
        "journal_id journal_date entry_number reference_number currency_id status notes journal_type entity_type total"
        " bcy_total tags last_modified_time created_by_id created_by_name"
    ),
    "settings/currencies": (
        "currency_id currency_code currency_name currency_name_formatted currency_symbol price_precision"
        " currency_format is_base_currency exchange_rate effective_date auto_exchange_rate_enabled"
    ),
    "bills": (
        "bill_id vendor_id vendor_name status color_code current_sub_status_id current_sub_status bill_number"
        " reference_number date due_date due_days currency_id currency_code price_precision exchange_rate total"
        " tds_total balance unprocessed_payment_amount created_time last_modified_time created_time_formatted"
        " last_modified_time_formatted created_by last_modified_by is_opening_balance attachment_name"
        " has_attachment tags is_uber_bill is_tally_bill entity_type client_viewed_time is_viewed_by_client"
        " is_bill_reconciliation_violated balance_due"
    ),
    "expenses": (
        "expense_id date user_name paid_through_account_name account_name description currency_id currency_code"
        " bcy_total bcy_total_without_tax total total_without_tax is_billable reference_number customer_id"
        " is_personal customer_name vendor_id vendor_name status created_time last_modified_time"
        " expense_receipt_name exchange_rate distance mileage_rate mileage_unit mileage_type expense_type report_id"
        " start_reading end_reading report_name report_number has_attachment custom_fields_list tags"
    ),
    "estimates": (
        "estimate_id zcrm_potential_id zcrm_potential_name customer_name customer_id company_name status"
        " color_code current_sub_status_id current_sub_status estimate_number reference_number date currency_id"
        " currency_code total created_time last_modified_time accepted_date declined_date expiry_date"
        " has_attachment tags is_viewed_by_client client_viewed_time is_emailed template_type template_id"
        " salesperson_id salesperson_name"
    ),
    "creditnotes": "",
    "purchaseorders": "",
    "vendorpayments": "",
    "bankaccounts": "",
    "chartofaccounts": "",
    "organizations": "",
}
LINE = (
    "line_item_id item_id item_order name internal_name description discount_account_id discount_account_name unit"
    " quantity discount_amount discount discounts bcy_rate rate account_id account_name header_id header_name"
    " pricebook_id tax_id tax_name tax_type tax_percentage item_total item_custom_fields pricing_scheme tags documents"
    " line_item_taxes bill_id bill_item_id stock_on_hand available_stock committed_stock available_for_sale_stock"
    " project_id time_entry_ids expense_id item_type expense_receipt_name sales_rate purchase_rate salesorder_item_id"
    " cost_amount markup_percent item_code mapped_items is_modifier_item line_item_category"
)
KEYS = {
    "invoice": 185,
    "contact": 116,
    "item": 77,
    "payment": 72,
    "estimate": 126,
    "bill": 109,
    "purchaseorder": 95,
    "expense": 89,
    "vendorpayment": 61,
    "bankaccount": 50,
    "creditnote": 110,
    "journal": 47,
    "chart_of_account": 21,
}
"""First-level keys of one document, counted in recordings of the real service."""
DOCUMENTED_TOO = {"estimate": 9, "bankaccount": 6}
"""Keys that the vendor documents and no recording had: the sandbox sends them as well."""


def buy_and_bank(api: Api, customer: str, line: dict[str, Any]) -> None:
    """Make one of each document of a purchase, a quote and a bank account."""
    vendor, office = api.customer("Mill", contact_type="vendor"), api.account("Office Supplies")
    api.made("/estimates", {"customer_id": customer, "line_items": [line]}, "estimate")
    bought = {"vendor_id": vendor, "line_items": [{"account_id": office, "rate": 9, "quantity": 2}]}
    bill = api.made("/bills", {**bought, "bill_number": "M-1", "date": "2026-06-09"}, "bill")["bill_id"]
    api.made("/purchaseorders", bought, "purchaseorder")
    paid = {"vendor_id": vendor, "amount": 8, "date": "2026-06-09", "bills": [{"bill_id": bill, "amount_applied": 8}]}
    api.made("/vendorpayments", paid, "vendorpayment")
    api.made("/expenses", {"account_id": office, "amount": 5, "date": "2026-06-09"}, "expense")
    api.made("/bankaccounts", {"account_name": "Current", "account_type": "bank"}, "bankaccount")


@pytest.fixture
def details(api: Api) -> dict[str, dict[str, Any]]:
    """One of each document, so that every list has a row and every detail can be read."""
    customer = api.customer(contact_persons=[{"first_name": "Will", "email": "will@example.com"}])
    item = api.made("/items", {"name": "Disk", "rate": 120}, "item")
    tax = api.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax")
    line = {"item_id": item["item_id"], "quantity": 2, "tax_id": tax["tax_id"]}
    invoice = api.made("/invoices", {"customer_id": customer, "line_items": [line]}, "invoice", send="true")
    applied = [{"invoice_id": invoice["invoice_id"], "amount_applied": 50}]
    payment = {"customer_id": customer, "payment_mode": "cash", "amount": 60, "date": "2026-06-09", "invoices": applied}
    api.made("/customerpayments", payment, "payment")
    api.made("/creditnotes", {"customer_id": customer, "line_items": [line]}, "creditnote")
    sides = [("Sales", "debit"), ("General Income", "credit")]
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": 5} for name, side in sides]
    api.made("/journals", {"journal_date": "2026-06-09", "line_items": lines}, "journal")
    buy_and_bank(api, customer, line)
    found: dict[str, dict[str, Any]] = {}
    for path, list_key, identity, key in (
        ("/invoices", "invoices", "invoice_id", "invoice"),
        ("/contacts", "contacts", "contact_id", "contact"),
        ("/items", "items", "item_id", "item"),
        ("/customerpayments", "customerpayments", "payment_id", "payment"),
        ("/creditnotes", "creditnotes", "creditnote_id", "creditnote"),
        ("/journals", "journals", "journal_id", "journal"),
        ("/chartofaccounts", "chartofaccounts", "account_id", "chart_of_account"),
        ("/estimates", "estimates", "estimate_id", "estimate"),
        ("/bills", "bills", "bill_id", "bill"),
        ("/purchaseorders", "purchaseorders", "purchaseorder_id", "purchaseorder"),
        ("/expenses", "expenses", "expense_id", "expense"),
        ("/vendorpayments", "vendorpayments", "payment_id", "vendorpayment"),
        ("/bankaccounts", "bankaccounts", "account_id", "bankaccount"),
    ):
        row = api.get(path)[list_key][0]
        found[key] = api.get(f"{path}/{row[identity]}")[key]
    return found


def kinds(value: Any) -> str:
    """Say what a value is on the wire."""
    if isinstance(value, bool):
        return "truth"
    return {str: "text", int: "number", Decimal: "number", list: "list", dict: "object"}.get(type(value), "null")


def nulls(value: Any, path: str = "") -> list[str]:
    if value is None:
        return [path]
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in nulls(one, f"{path}.{key}")]
    if isinstance(value, list):
        return [found for at, one in enumerate(value) for found in nulls(one, f"{path}[{at}]")]
    return []


@pytest.mark.usefixtures("details")
@pytest.mark.parametrize("path", ROWS)
def test_a_row_has_the_recorded_keys_in_order_and_no_null(api: Api, path: str) -> None:
    reply = api.get(f"/{path}")
    rows = next(value for value in reply.json.values() if isinstance(value, list))
    assert rows
    assert nulls(reply.json) == []
    if ROWS[path]:
        assert list(rows[0]) == ROWS[path].split()


def test_a_detail_has_as_many_keys_as_the_real_one(details: dict[str, dict[str, Any]]) -> None:
    assert {key: len(detail) - DOCUMENTED_TOO.get(key, 0) for key, detail in details.items()} == KEYS
    assert {key: nulls(detail) for key, detail in details.items() if nulls(detail)} == {}


def test_an_invoice_line_has_the_recorded_keys(details: dict[str, dict[str, Any]]) -> None:
    assert [key for key in details["invoice"]["line_items"][0] if key != "image_document_id"] == LINE.split()


@pytest.mark.parametrize(
    ("noun", "key"),
    [
        ("invoices", "invoice"),
        ("contacts", "contact"),
        ("items", "item"),
        ("customer_payments", "payment"),
        ("credit_notes", "creditnote"),
        ("journals", "journal"),
        ("estimates", "estimate"),
        ("bills", "bill"),
        ("purchase_orders", "purchaseorder"),
        ("expenses", "expense"),
        ("vendor_payments", "vendorpayment"),
    ],
)
def test_a_set_value_is_of_the_type_the_unset_one_has(details: dict[str, dict[str, Any]], noun: str, key: str) -> None:
    """A text slot may hold a number when it is set (`tax_percentage`, `credit_limit`), never another kind."""
    template = shapes(noun)["detail"]
    detail = details[key]
    assert list(detail) == list(template)
    wrong = {
        name: (kinds(template[name]), kinds(value))
        for name, value in detail.items()
        if kinds(value) != kinds(template[name]) and not (template[name] == "" and kinds(value) == "number")
    }
    assert wrong == {}


def test_money_is_a_number_with_a_point_and_counts_are_whole(api: Api, details: dict[str, dict[str, Any]]) -> None:
    raw = api.get(f"/invoices/{details['invoice']['invoice_id']}").raw
    assert b'"total":288.0' in raw
    assert b'"price_precision":2' in raw
    assert b'"tax_percentage":20,' in raw


def test_a_tax_on_a_line_is_named_with_its_percentage(details: dict[str, dict[str, Any]]) -> None:
    [tax] = details["invoice"]["taxes"]
    assert (tax["tax_name"], tax["tax_amount"]) == ("VAT (20%)", 48)


def test_times_are_in_the_organisations_zone_without_a_colon(details: dict[str, dict[str, Any]]) -> None:
    created = details["invoice"]["created_time"]
    assert created[10] == "T"
    assert created[-5:] in {"-0400", "-0500"}
