"""The lives of quotes, orders, retainers, receipts, challans and profiles: answers, statuses, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from tests.vendors.zoho_books.emulator.conftest import Api

LINES = [{"description": "Desk", "rate": 120, "quantity": 2}, {"description": "Lamp", "rate": "30.5", "quantity": 4}]
QUOTE = ("/estimates", "estimate")
ORDER = ("/salesorders", "salesorder")


def make(api: Api, noun: tuple[str, str], customer: str, **fields: Any) -> dict[str, Any]:
    path, key = noun
    return api.made(path, {"customer_id": customer, "line_items": LINES, **fields}, key)


def act(api: Api, path: str, body: Any = None, method: str = "POST", **query: str) -> str:
    reply = api(method, path, body, **query)
    assert reply.status in {200, 201}, reply.json
    return reply.message


def refused(api: Api, method: str, path: str, body: Any = None, **query: str) -> tuple[int, str]:
    before = api.book.changes()
    reply = api(method, path, body, **query)
    assert reply.status >= 400, reply.json
    assert api.book.changes() == before
    return reply.code, reply.message


def quote_status(api: Api, quote: dict[str, Any]) -> str:
    return str(api.get(f"/estimates/{quote['estimate_id']}")["estimate"]["status"])


def test_a_quote_is_worded_and_numbered_as_the_service_does(api: Api) -> None:
    customer = api.customer()
    reply = api("POST", "/estimates", {"customer_id": customer, "line_items": LINES, "expiry_date": "2026-06-30"})
    quote = reply["estimate"]
    assert (reply.status, reply.message) == (201, "The quote has been created.")
    assert (quote["estimate_number"], quote["status"], quote["total"]) == ("QT-000001", "draft", 362)
    assert (quote["expiry_date"], quote.get("accepted_date", "")) == ("2026-06-30", "")
    path = f"/estimates/{quote['estimate_id']}"
    reply = api("PUT", path, {"reference_number": "R-1", "discount": "10%", "discount_type": "entity_level"})
    assert (reply.message, reply["estimate"]["total"]) == ("Quote information has been updated.", Decimal("325.8"))
    assert act(api, path, method="DELETE") == "The quote has been deleted."
    assert api.book.trial_balance().rows == ()


def test_a_quote_must_be_sent_before_it_is_accepted(api: Api) -> None:
    quote = make(api, QUOTE, api.customer())
    path = f"/estimates/{quote['estimate_id']}"
    refused(api, "POST", f"{path}/status/accepted")
    assert act(api, f"{path}/status/sent") == "Estimate status has been changed to Sent"
    assert act(api, f"{path}/status/declined") == "Estimate status has been changed to Declined."
    assert quote_status(api, quote) == "declined"
    assert act(api, f"{path}/status/accepted") == "Estimate status has been changed to Accepted."
    row = api.get("/estimates", filter_by="Status.Accepted")["estimates"][0]
    assert (row["status"], row["accepted_date"], row["declined_date"]) == ("accepted", "2026-06-09", "")


def test_a_draft_quote_cannot_be_converted(api: Api) -> None:
    quote = make(api, QUOTE, api.customer())
    _, message = refused(api, "POST", "/invoices/fromestimates", estimate_ids=quote["estimate_id"])
    assert "draft" in message
    act(api, f"/estimates/{quote['estimate_id']}/status/sent")
    act(api, "/invoices/fromestimates", estimate_ids=quote["estimate_id"])
    assert quote_status(api, quote) == "invoiced"
    [row] = api.get("/invoices")["invoices"]
    assert (row["total"], row["status"]) == (362, "draft")
    refused(api, "DELETE", f"/estimates/{quote['estimate_id']}")
    act(api, f"/invoices/{row['invoice_id']}", method="DELETE")
    assert quote_status(api, quote) == "sent"


def test_a_quote_expires_by_the_organisations_day(api: Api) -> None:
    quote = make(api, QUOTE, api.customer(), date="2026-05-01", expiry_date="2026-06-08")
    assert quote["status"] == "draft"
    act(api, f"/estimates/{quote['estimate_id']}/status/sent")
    assert quote_status(api, quote) == "expired"
    assert [row["estimate_number"] for row in api.get("/estimates", expiry_date_before="2026-06-09")["estimates"]] == [
        "QT-000001"
    ]


def test_a_quote_becomes_an_order_and_the_order_invoices_in_parts(api: Api) -> None:
    customer = api.customer()
    quote = make(api, QUOTE, customer)
    act(api, f"/estimates/{quote['estimate_id']}/status/sent")
    order = make(api, ORDER, customer, estimate_id=quote["estimate_id"])
    assert (order["salesorder_number"], order["status"], order["estimate_id"]) == (
        "SO-00001",
        "draft",
        quote["estimate_id"],
    )
    path = f"/salesorders/{order['salesorder_id']}"
    assert act(api, f"{path}/status/open") == "Sales order status has been changed to Open."
    desk, lamp = (line["line_item_id"] for line in order["line_items"])
    part = [{"salesorder_item_id": desk, "description": "Desk", "rate": 120, "quantity": 1}]
    first = api.made("/invoices", {"customer_id": customer, "line_items": part}, "invoice")
    assert [one["salesorder_number"] for one in first["salesorders"]] == ["SO-00001"]
    shown = api.get(path)["salesorder"]
    assert shown["status"] == "partially_invoiced"
    assert [line["quantity_invoiced"] for line in shown["line_items"]] == [1, 0]
    too_much = [{"salesorder_item_id": lamp, "description": "Lamp", "rate": 1, "quantity": 5}]
    refused(api, "POST", "/invoices", {"customer_id": customer, "line_items": too_much})
    rest = api.made("/invoices/fromsalesorder", {}, "invoice", salesorder_id=order["salesorder_id"])
    assert [line["quantity"] for line in rest["line_items"]] == [1, 4]
    assert api.get(path)["salesorder"]["status"] == "invoiced"
    refused(api, "DELETE", path)
    refused(api, "POST", f"{path}/status/void")
    refused(api, "POST", "/invoices/fromsalesorder", salesorder_id=order["salesorder_id"])
    act(api, f"/invoices/{rest['invoice_id']}/status/void")
    assert api.get(path)["salesorder"]["status"] == "partially_invoiced"
    act(api, f"/invoices/{rest['invoice_id']}", method="DELETE")
    act(api, f"/invoices/{first['invoice_id']}", method="DELETE")
    assert api.get(path)["salesorder"]["status"] == "open"
    assert act(api, f"{path}/status/void") == "Sales order status has been changed to Void."
    assert act(api, path, method="DELETE") == "Sales Order Deleted Successfully."


def test_what_cannot_be_tied_to_an_order_is_told_by_code(api: Api) -> None:
    customer, other = api.customer(), api.customer("Other")
    open_order, void_order = make(api, ORDER, customer), make(api, ORDER, customer)
    act(api, f"/salesorders/{void_order['salesorder_id']}/status/void")
    tied = api.invoice(customer, reference_number="SO-00001")
    foreign = api.invoice(other, reference_number="SO-00001")
    void = api.invoice(customer, reference_number="SO-00002")
    ids = ",".join(one["invoice_id"] for one in (tied, foreign, void))
    reply = api("POST", "/invoices/mapwithorder", invoice_ids=ids)
    assert [(error["code"], error["ids"]) for error in reply["errors"]] == [
        (4001, [foreign["invoice_id"]]),
        (4003, [void["invoice_id"]]),
    ]
    again = api("POST", "/invoices/mapwithorder", invoice_ids=tied["invoice_id"])
    assert [error["code"] for error in again["errors"]] == [4002]
    path = f"/salesorders/{open_order['salesorder_id']}"
    assert api.get(path)["salesorder"]["status"] == "invoiced"
    act(api, "/invoices/unmap/salesorders", method="PUT", invoice_ids=tied["invoice_id"])
    assert api.get(path)["salesorder"]["status"] != "invoiced"


def test_the_free_plan_has_no_sales_orders(api: Api) -> None:
    organization = api.sandbox.emulator.organizations[api.organization_id]
    customer = api.customer()
    organization.settings = replace(organization.settings, plan="free")
    _, message = refused(api, "POST", "/salesorders", {"customer_id": customer, "line_items": LINES})
    assert message == "Sales Order has been disabled for your account"


def test_a_retainer_is_paid_and_drawn_to_an_invoice(api: Api) -> None:
    customer = api.customer()
    body = {"customer_id": customer, "line_items": [{"description": "Deposit", "rate": 500}]}
    retainer = api.made("/retainerinvoices", body, "retainerinvoice")
    path = f"/retainerinvoices/{retainer['retainerinvoice_id']}"
    assert (retainer["retainerinvoice_number"], retainer["status"]) == ("RET-00001", "draft")
    assert act(api, f"{path}/status/sent") == "Retainer Invoice status has been changed to Sent."
    assert api.book.trial_balance().rows == ()
    pay = {"customer_id": customer, "amount": 500, "retainerinvoice_id": retainer["retainerinvoice_id"]}
    refused(api, "POST", "/customerpayments", {**pay, "amount": "500.01"})
    api.made("/customerpayments", pay, "payment")
    assert api.get(path)["retainerinvoice"]["status"] == "paid"
    refused(api, "DELETE", path)
    [unused] = api.get(f"/contacts/{customer}/receivables/unusedretainerpayments")["unused_credits_receivable"]
    assert unused["unused_amount"] == 500
    held = api.get(f"/contacts/{customer}")["contact"]
    assert (held["unused_retainer_payments"], held["unused_credits_receivable_amount"]) == (500, 0)
    invoice = api.invoice(customer, 300)
    drawn = [{"invoice_id": invoice["invoice_id"], "amount_applied": 300}]
    act(api, f"{path}/invoices", {"invoice_payments": drawn})
    shown = api.get(path)["retainerinvoice"]
    assert (shown["payment_made"], shown["payment_drawn"], shown["balance"]) == (500, 300, 0)
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["status"] == "paid"
    act(api, f"{path}/invoices/{invoice['invoice_id']}", method="DELETE")
    assert api.get(path)["retainerinvoice"]["payment_drawn"] == 0


def test_a_sales_receipt_is_paid_at_once(api: Api) -> None:
    customer = api.customer()
    item = api.made("/items", {"name": "Pen", "rate": 3}, "item")
    body = {
        "customer_id": customer,
        "payment_mode": "cash",
        "line_items": [{"item_id": item["item_id"], "quantity": 4}],
    }
    reply = api("POST", "/salesreceipts", body)
    receipt = reply["salesreceipt"]
    assert (reply.message, receipt["receipt_number"], receipt["status"], receipt["total"]) == (
        "Sales Receipt Created Successfully.",
        "SR-00001",
        "paid",
        12,
    )
    assert {row.account.name: row.debit - row.credit for row in api.book.trial_balance().rows} == {
        "Undeposited Funds": 12,
        "Sales": -12,
    }
    act(api, f"/salesreceipts/{receipt['sales_receipt_id']}", method="DELETE")
    assert api.book.balance(api.account("Sales")) == 0


def test_a_debit_note_charges_more_for_an_invoice(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    body = {"customer_id": customer, "type": "debit_note", "line_items": [{"description": "Freight", "rate": 15}]}
    assert refused(api, "POST", "/invoices", body)[0] == 4
    body["reference_invoice_id"] = invoice["invoice_id"]
    note = api.made("/invoices", body, "invoice", send="true")
    assert note["reference_invoice"]["reference_invoice_number"] == invoice["invoice_number"]
    assert [row["total"] for row in api.get("/invoices", filter_by="Type.DebitNote")["invoices"]] == [15]
    assert api.get(f"/contacts/{customer}")["contact"]["outstanding_receivable_amount"] == 115
    assert refused(api, "DELETE", f"/invoices/{invoice['invoice_id']}")[0] == 36


def test_goods_go_out_on_a_challan_and_come_back(api: Api) -> None:
    challan = make(api, ("/deliverychallans", "deliverychallan"), api.customer(), challan_type="job_work")
    identity = challan["deliverychallan_id"]
    path = f"/deliverychallans/{identity}"
    refused(api, "POST", f"{path}/status/delivered")
    act(api, f"{path}/status/open")
    act(api, f"{path}/status/delivered")
    desk = challan["line_items"][0]["line_item_id"]
    too_many = {"line_items": [{"line_item_id": desk, "qty_returned": 3}]}
    refused(api, "PUT", "/deliverychallans/return", too_many, deliverychallan_ids=identity)
    act(
        api,
        "/deliverychallans/return",
        {"line_items": [{"line_item_id": desk, "qty_returned": 1}]},
        "PUT",
        deliverychallan_ids=identity,
    )
    shown = api.get(path)["deliverychallan"]
    assert (shown["status"], shown["has_qty_returned"]) == ("returned", True)
    assert [line["quantity_returned"] for line in shown["line_items"]] == [1, 0]
    act(api, "/deliverychallans/undo/return", None, "PUT", deliverychallan_ids=identity)
    assert api.get(path)["deliverychallan"]["status"] == "open"


def test_a_profile_is_stopped_and_resumed_and_tells_its_next_date(api: Api) -> None:
    customer = api.customer()
    body = {
        "customer_id": customer,
        "recurrence_name": "Monthly care",
        "recurrence_frequency": "months",
        "start_date": "2026-06-30",
        "line_items": [{"name": "Care", "rate": 50, "quantity": 1}],
    }
    profile = api.made("/recurringinvoices", body, "recurring_invoice")
    assert (profile["status"], profile["next_invoice_date"]) == ("active", "2026-06-30")
    path = f"/recurringinvoices/{profile['recurring_invoice_id']}"
    assert act(api, f"{path}/status/stop") == "The recurring invoice has been stopped."
    assert [
        row["recurrence_name"]
        for row in api.get("/recurringinvoices", filter_by="Status.Stopped")["recurring_invoices"]
    ] == ["Monthly care"]
    refused(api, "POST", f"{path}/status/stop")
    assert act(api, f"{path}/status/resume") == "The recurring invoice has been resumed."
    assert refused(api, "POST", "/recurringinvoices", {**body, "recurrence_name": ""})[0] == 4
    assert api.get(f"{path}/invoices")["invoice_history"] == []


def test_a_quote_has_custom_fields_and_a_template(api: Api) -> None:
    quote = make(api, QUOTE, api.customer())
    fields = [{"customfield_id": "46000", "value": "North"}]
    assert api("PUT", f"/estimate/{quote['estimate_id']}/customfields", fields).status == 200
    assert api.get(f"/estimates/{quote['estimate_id']}")["estimate"]["custom_fields"][0]["value"] == "North"
    [template] = api.get("/estimates/templates")["templates"]
    path = f"/estimates/{quote['estimate_id']}/templates/{template['template_id']}"
    assert act(api, path, method="PUT") == "Quote information has been updated."


@pytest.mark.parametrize("noun", ["estimates", "salesorders", "retainerinvoices", "deliverychallans"])
def test_bad_input_is_refused_and_nothing_changes(api: Api, noun: str) -> None:
    customer = api.customer()
    for line in (
        {"description": "x", "rate": "NaN"},
        {"description": "x", "rate": "1e30"},
        {"description": "x", "rate": "-1"},
    ):
        refused(api, "POST", f"/{noun}", {"customer_id": customer, "line_items": [line]})
    refused(api, "POST", f"/{noun}", {"customer_id": "1", "line_items": LINES})
    refused(api, "POST", f"/{noun}", {"customer_id": customer, "line_items": []})
    refused(api, "POST", f"/{noun}", {"customer_id": customer, "line_items": LINES, "date": "2026-19-19"})


def test_a_row_of_quotes_has_the_recorded_keys_in_order(api: Api) -> None:
    quote = make(api, QUOTE, api.customer())
    assert list(api.get("/estimates")["estimates"][0]) == [
        "estimate_id",
        "zcrm_potential_id",
        "zcrm_potential_name",
        "customer_name",
        "customer_id",
        "company_name",
        "status",
        "color_code",
        "current_sub_status_id",
        "current_sub_status",
        "estimate_number",
        "reference_number",
        "date",
        "currency_id",
        "currency_code",
        "total",
        "created_time",
        "last_modified_time",
        "accepted_date",
        "declined_date",
        "expiry_date",
        "has_attachment",
        "tags",
        "is_viewed_by_client",
        "client_viewed_time",
        "is_emailed",
        "template_type",
        "template_id",
        "salesperson_id",
        "salesperson_name",
    ]
    assert len(quote) >= 126


def test_sales_orders_are_found_by_several_numbers_or_by_none_of_them(api: Api) -> None:
    customers = [api.customer(name) for name in ("One", "Two", "Three")]
    line = {"description": "Work", "rate": 10}
    made = [
        api.made("/salesorders", {"customer_id": customer, "line_items": [line]}, "salesorder")
        for customer in customers
    ]

    def found(**query: str) -> set[str]:
        return {row["customer_name"] for row in api.get("/salesorders", **query)["salesorders"]}

    numbers = ",".join(order["salesorder_number"] for order in made[:2])
    assert found(salesorder_number_in=numbers) == {"One", "Two"}
    assert found(salesorder_number_not_in=numbers) == {"Three"}
    assert found(customer_name_not_in="one, THREE") == {"Two"}
    assert found(salesorder_ids=f"{made[0]['salesorder_id']},{made[2]['salesorder_id']}") == {"One", "Three"}
