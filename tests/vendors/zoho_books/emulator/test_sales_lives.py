"""The lives of invoices, payments and credit notes: what each step answers and what it does to the accounts."""

from decimal import Decimal
from typing import Any

import pytest

from tallystick.sandbox.world import Sandbox
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api


def status(api: Api, invoice: dict[str, Any]) -> tuple[str, Any]:
    found = api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]
    return found["status"], found["balance"]


def pay(api: Api, customer: str, amount: int, **applied: int) -> dict[str, Any]:
    """Pay an amount; `i<id>=n` applies n of it to the invoice of that id."""
    invoices = [{"invoice_id": key[1:], "amount_applied": part} for key, part in applied.items()]
    body = {"customer_id": customer, "payment_mode": "cash", "amount": amount, "invoices": invoices}
    return api.made("/customerpayments", body, "payment")


def key(invoice: dict[str, Any]) -> str:
    return "i" + str(invoice["invoice_id"])


def test_an_invoice_of_description_rate_and_quantity_needs_no_item(api: Api) -> None:
    lines = [{"description": "Consulting", "rate": 12.5, "quantity": 3}, {"description": "Travel", "rate": "0.10"}]
    reply = api("POST", "/invoices", {"customer_id": api.customer(), "line_items": lines})
    invoice = reply["invoice"]
    assert (reply.status, reply.message) == (201, "The invoice has been created.")
    assert reply.headers["location"] == f"/api/v3/invoices/{invoice['invoice_id']}"
    assert (invoice["invoice_number"], invoice["status"], invoice["total"]) == ("INV-000001", "draft", Decimal("37.6"))
    assert (invoice["payment_terms_label"], invoice["date"], invoice["due_date"]) == (
        "Due on Receipt",
        "2026-06-09",
        "2026-06-09",
    )
    assert invoice["notes"] == "Thanks for your business."
    assert invoice["invoice_source"] == "Api"


def test_discounts_are_amounts_or_percentages(api: Api) -> None:
    lines = [
        {"description": "A", "rate": 100, "quantity": 2, "discount": "10%"},
        {"description": "B", "rate": 50, "discount": 5},
    ]
    invoice = api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice")
    assert [line["item_total"] for line in invoice["line_items"]] == [180, 45]
    assert [line["discount"] for line in invoice["line_items"]] == ["10%", 5]
    assert [line["discount_amount"] for line in invoice["line_items"]] == [20, 5]
    assert invoice["total"] == 225


def test_a_number_of_ones_own_needs_the_flag(api: Api) -> None:
    customer = api.customer()
    body = {"customer_id": customer, "invoice_number": "2026/7", "line_items": [{"description": "A", "rate": 1}]}
    assert api.made("/invoices", body, "invoice")["invoice_number"] == "INV-000001"
    own = api.made("/invoices", body, "invoice", ignore_auto_number_generation="true")
    assert own["invoice_number"] == "2026/7"
    again = api("POST", "/invoices", body, ignore_auto_number_generation="true")
    assert (again.status, again.code, again.message) == (400, 4, "Invoice 2026/7 already exists")
    del body["invoice_number"]
    missing = api("POST", "/invoices", body, ignore_auto_number_generation="true")
    assert (missing.status, missing.code) == (400, 4)


def test_an_invoice_goes_from_draft_to_void_and_back(api: Api) -> None:
    invoice = api.invoice(api.customer(), sent=False)
    path = f"/invoices/{invoice['invoice_id']}"
    for step, message, expected in (
        ("sent", "Invoice status has been changed to Sent.", "sent"),
        ("void", "Invoice status has been changed to Void.", "void"),
        ("draft", "Status of invoice changed from void to draft", "draft"),
    ):
        reply = api("POST", f"{path}/status/{step}")
        assert (reply.status, reply.message) == (200, message)
        assert status(api, invoice)[0] == expected
    assert api("DELETE", path).message == "The invoice has been deleted."
    assert api("GET", path).code == 1002


def test_an_edit_keeps_what_it_does_not_mention(api: Api) -> None:
    invoice = api.invoice(api.customer(), 100, 50, reference_number="PO-1", terms="30 days")
    reply = api("PUT", f"/invoices/{invoice['invoice_id']}", {"reference_number": "PO-2"})
    changed = reply["invoice"]
    assert reply.message == "Invoice information has been updated."
    assert (changed["reference_number"], changed["terms"], changed["total"]) == ("PO-2", "30 days", 150)
    assert changed["line_items"] == invoice["line_items"]


def test_vendor_only_fields_come_back(api: Api) -> None:
    fields = [{"label": "Delivery Note", "value": "LS-1"}, {"api_name": "cf_weight", "value": 12.5}]
    invoice = api.invoice(api.customer(), custom_fields=fields, allow_partial_payments=True)
    path = f"/invoices/{invoice['invoice_id']}"
    api("PUT", path, {"custom_fields": [{"api_name": "cf_weight", "value": "13"}]})
    found = api.get(path)["invoice"]
    assert found["allow_partial_payments"] is True
    assert found["custom_field_hash"] == {
        "cf_delivery_note": "LS-1",
        "cf_delivery_note_unformatted": "LS-1",
        "cf_weight": "13",
        "cf_weight_unformatted": "13",
    }
    assert api.get("/invoices")["invoices"][0]["cf_weight"] == "13"


def test_payments_settle_invoices_and_their_deletion_brings_the_balance_back(api: Api) -> None:
    customer = api.customer()
    first, second = api.invoice(customer, 100), api.invoice(customer, 60)
    payment = pay(api, customer, 150, **{key(first): 100, key(second): 20})
    assert payment["unused_amount"] == 30
    assert payment["account_name"] == "Undeposited Funds"
    assert [(row["amount_applied"], row["balance"]) for row in payment["invoices"]] == [(100, 0), (20, 40)]
    assert (status(api, first), status(api, second)) == (("paid", 0), ("partially_paid", 40))
    [row] = api.get(f"/invoices/{first['invoice_id']}/payments")["payments"]
    assert (row["payment_id"], row["amount"]) == (payment["payment_id"], 100)
    contact = api.get(f"/contacts/{customer}")["contact"]
    assert contact["outstanding_receivable_amount"] == 40
    assert contact["unused_credits_receivable_amount"] == 30

    reply = api("DELETE", f"/customerpayments/{payment['payment_id']}")
    assert (reply.status, reply.message) == (200, "The payment has been deleted.")
    assert (status(api, first), status(api, second)) == (("sent", 100), ("sent", 60))


def test_taking_a_payment_off_an_invoice_leaves_the_money_unused(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    payment = pay(api, customer, 100, **{key(invoice): 100})
    applied = payment["invoices"][0]["invoice_payment_id"]
    path = f"/invoices/{invoice['invoice_id']}/payments/{applied}"
    assert api("DELETE", path).message == "The payment has been deleted."
    assert status(api, invoice) == ("sent", 100)
    assert api.get(f"/customerpayments/{payment['payment_id']}")["payment"]["unused_amount"] == 100
    assert api("DELETE", path).code == 1002


def test_a_payment_that_names_no_invoices_is_all_unused(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    body = {"customer_id": customer, "amount": 100, "invoice_id": invoice["invoice_id"]}
    assert api.made("/customerpayments", body, "payment")["unused_amount"] == 100
    assert status(api, invoice) == ("sent", 100)


def test_credits_of_both_kinds_are_applied_from_the_invoice(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    payment = pay(api, customer, 40)
    lines = [{"description": "Return", "rate": 30}]
    note = api.made("/creditnotes", {"customer_id": customer, "line_items": lines}, "creditnote")
    assert (note["creditnote_number"], note["status"], note["balance"]) == ("CN-00001", "open", 30)
    path = f"/invoices/{invoice['invoice_id']}"
    body = {
        "invoice_payments": [{"payment_id": payment["payment_id"], "amount_applied": 40}],
        "apply_creditnotes": [{"creditnote_id": note["creditnote_id"], "amount_applied": 30}],
    }
    assert api("POST", f"{path}/credits", body).message == "Credits have been applied to the invoice(s)."
    assert status(api, invoice) == ("partially_paid", 30)
    [credit] = api.get(f"{path}/creditsapplied")["credits"]
    assert (credit["creditnotes_number"], credit["amount_applied"]) == ("CN-00001", 30)
    assert api.get(f"/creditnotes/{note['creditnote_id']}")["creditnote"]["status"] == "closed"
    [row] = api.get(f"/creditnotes/{note['creditnote_id']}/invoices")["invoices_credited"]
    assert row["credited_amount"] == 30
    reply = api("DELETE", f"{path}/creditsapplied/{credit['creditnotes_invoice_id']}")
    assert reply.message == "Credits applied to an invoice have been deleted."
    assert status(api, invoice) == ("partially_paid", 60)


def test_credits_are_applied_all_or_none(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 50)
    first, second = pay(api, customer, 40), pay(api, customer, 40)
    rows = [{"payment_id": one["payment_id"], "amount_applied": 40} for one in (first, second)]
    reply = api("POST", f"/invoices/{invoice['invoice_id']}/credits", {"invoice_payments": rows})
    assert (reply.status, reply.code) == (400, 24016)
    assert status(api, invoice) == ("sent", 50)
    assert api.get(f"/invoices/{invoice['invoice_id']}/payments")["payments"] == []


def test_refunds_of_credit_notes_are_found_by_customer_and_sorted(api: Api) -> None:
    names = {}
    for name, amount in (("Bell", 30), ("Acme", 20), ("Cole", 10)):
        customer = names[name] = api.customer(contact_name=name)
        lines = [{"description": "Return", "rate": 50}]
        note = api.made("/creditnotes", {"customer_id": customer, "line_items": lines}, "creditnote")
        refund = {"date": "2026-06-09", "amount": amount, "from_account_id": api.account("Petty Cash")}
        api.made(f"/creditnotes/{note['creditnote_id']}/refunds", refund, "creditnote_refund")

    def found(**asked: str) -> list[object]:
        return [row["amount_fcy"] for row in api.get("/creditnotes/refunds", **asked)["creditnote_refunds"]]

    assert found(sort_column="customer_name", sort_order="A") == [20, 30, 10]
    assert found(sort_column="amount_bcy") == [30, 20, 10]
    assert found(customer_id=names["Acme"]) == [20]
    context = api.get("/creditnotes/refunds", sort_column="amount_bcy", sort_order="A")["page_context"]
    assert (context["sort_column"], context["sort_order"]) == ("amount_bcy", "A")


def test_a_credit_note_is_applied_refunded_and_closed(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    lines = [{"description": "Return", "rate": 50}]
    note = api.made("/creditnotes", {"customer_id": customer, "line_items": lines}, "creditnote")
    path = f"/creditnotes/{note['creditnote_id']}"
    body = {"invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": 20}]}
    assert api("POST", f"{path}/invoices", body).status == 200
    refund = {"date": "2026-06-09", "refund_mode": "cash", "amount": 30, "from_account_id": api.account("Petty Cash")}
    made = api.made(f"{path}/refunds", refund, "creditnote_refund")
    found = api.get(path)["creditnote"]
    assert (found["status"], found["balance"], found["total_refunded_amount"]) == ("closed", 0, 30)
    assert [row["amount_fcy"] for row in api.get("/creditnotes/refunds")["creditnote_refunds"]] == [30]
    refund_path = f"{path}/refunds/{made['creditnote_refund_id']}"
    assert api("PUT", refund_path, {"amount": 10})["creditnote_refund"]["amount"] == 10
    assert api.get(refund_path)["creditnote_refund"]["amount"] == 10
    assert api("DELETE", refund_path).message == "The refund has been successfully deleted."
    assert api.get(path)["creditnote"]["balance"] == 30
    assert api("POST", f"{path}/status/void").status == 400


def test_unused_money_is_refunded(api: Api) -> None:
    payment = pay(api, api.customer(), 100)
    path = f"/customerpayments/{payment['payment_id']}"
    body = {"date": "2026-06-09", "amount": 25, "from_account_id": api.account("Undeposited Funds")}
    [refund] = api("POST", f"{path}/refunds", body)["payment_refunds"]
    assert api.get(path)["payment"]["unused_amount"] == 75
    too_much = api("POST", f"{path}/refunds", {**body, "amount": 80})
    assert too_much.status == 400
    assert api("DELETE", path).status == 400
    assert api("DELETE", f"{path}/refunds/{refund['payment_refund_id']}").message == "The refund has been deleted."
    assert api.get(path)["payment"]["unused_amount"] == 100


def test_a_write_off_pays_an_invoice_with_bad_debt_and_can_be_cancelled(api: Api) -> None:
    invoice = api.invoice(api.customer(), 100)
    path = f"/invoices/{invoice['invoice_id']}"
    assert api("POST", f"{path}/writeoff").message == "Invoice has been written off"
    assert status(api, invoice) == ("paid", 0)
    assert api.get(path)["invoice"]["write_off_amount"] == 100
    assert api.book.balance(api.account("Bad Debt")) == 100
    assert api("POST", f"{path}/writeoff/cancel").status == 200
    assert status(api, invoice) == ("sent", 100)
    assert api.book.balance(api.account("Bad Debt")) == 0


def test_mailing_a_draft_issues_it_and_says_whether_it_was_the_first_mail(api: Api) -> None:
    invoice = api.invoice(api.customer(), sent=False)
    path = f"/invoices/{invoice['invoice_id']}/email"
    body = {"to_mail_ids": ["will@example.com"]}
    assert [api("POST", path, body)["is_first_email"] for _ in range(2)] == [True, False]
    assert status(api, invoice)[0] == "sent"
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["is_emailed"] is True


@pytest.mark.parametrize(("sent", "http"), [(True, 200), (False, 400)])
def test_a_reminder_goes_out_only_for_what_is_due(api: Api, *, sent: bool, http: int) -> None:
    invoice = api.invoice(api.customer(), sent=sent)
    path = f"/invoices/{invoice['invoice_id']}"
    assert api("POST", f"{path}/paymentreminder", {"to_mail_ids": ["a@example.com"]}).status == http
    assert api.get(path)["invoice"]["reminders_sent"] == int(sent)


def test_bulk_actions_do_all_or_nothing(api: Api) -> None:
    customer = api.customer()
    ids = [str(api.invoice(customer, sent=False)["invoice_id"]) for _ in range(3)]
    assert api("POST", "/invoices/status/sent", invoice_ids=",".join(ids)).status == 200
    pay(api, customer, 100, **{f"i{ids[2]}": 100})
    refused = api("DELETE", "/invoices", invoice_ids=",".join(ids))
    assert refused.status == 400
    assert len(api.get("/invoices")["invoices"]) == 3
    assert api("DELETE", "/invoices", invoice_ids=",".join(ids[:2])).status == 200
    assert len(api.get("/invoices")["invoices"]) == 1


def test_comments_are_kept_beside_what_the_system_noted(api: Api) -> None:
    invoice = api.invoice(api.customer())
    path = f"/invoices/{invoice['invoice_id']}/comments"
    assert api("POST", path, {"description": "Call on Monday"}).message == "Comments added."
    system, mine = api.get(path)["comments"]
    assert (system["comment_type"], mine["description"]) == ("system", "Call on Monday")
    assert mine["commented_by"]
    api("PUT", f"{path}/{mine['comment_id']}", {"description": "Call on Tuesday"})
    assert api.get(path)["comments"][1]["description"] == "Call on Tuesday"
    assert api("DELETE", f"{path}/{mine['comment_id']}").status == 200
    assert len(api.get(path)["comments"]) == 1
    assert api("DELETE", f"{path}/{mine['comment_id']}").code == 1002


def test_an_invoice_in_a_foreign_currency_mirrors_its_amounts(api: Api) -> None:
    rows = api.get("/settings/currencies")["currencies"]
    euro = next(row["currency_id"] for row in rows if row["currency_code"] == "EUR")
    customer = api.customer("Euro AG", currency_id=euro)
    refused = api("POST", "/invoices", {"customer_id": customer, "line_items": [{"description": "A", "rate": 10}]})
    assert (refused.status, refused.code) == (400, 2)
    api.made(
        f"/settings/currencies/{euro}/exchangerates", {"effective_date": "2026-06-01", "rate": 1.25}, "exchange_rate"
    )
    invoice = api.invoice(customer, 100)
    assert (invoice["currency_code"], invoice["exchange_rate"]) == ("EUR", 1.25)
    assert (invoice["total"], invoice["bcy_total"]) == (100, 125)
    assert invoice["line_items"][0]["bcy_rate"] == 125


def test_a_document_has_as_many_lines_as_the_organisation_allows() -> None:
    with Sandbox("empty", limits=False, today=TODAY, line_cap=1_114) as sandbox:
        api = Api(sandbox)
        assert len(api.invoice(api.customer(), *[1] * 1_114)["line_items"]) == 1_114
        lines = [{"description": "A", "rate": 1}] * 1_115
        assert api("POST", "/invoices", {"customer_id": api.customer("B"), "line_items": lines}).status == 400


def test_refunds_are_listed_by_contact(api: Api) -> None:
    customer = api.customer()
    petty_cash = api.account("Petty Cash")
    payment = pay(api, customer, 40)
    body = {"date": "2026-06-09", "amount": 15, "from_account_id": petty_cash}
    api("POST", f"/customerpayments/{payment['payment_id']}/refunds", body)
    lines = [{"description": "Return", "rate": 50}]
    note = api.made("/creditnotes", {"customer_id": customer, "line_items": lines}, "creditnote")
    api("POST", f"/creditnotes/{note['creditnote_id']}/refunds", {**body, "amount": 20})
    assert [row["amount_fcy"] for row in api.get(f"/contacts/{customer}/paymentrefunds")["payment_refunds"]] == [15]
    assert [row["amount_fcy"] for row in api.get(f"/contacts/{customer}/refunds")["creditnote_refunds"]] == [20]


def test_the_standard_template_can_be_chosen_and_no_other(api: Api) -> None:
    invoice = api.invoice(api.customer())
    [template] = api.get("/invoices/templates")["templates"]
    path = f"/invoices/{invoice['invoice_id']}/templates"
    assert invoice["template_id"] == template["template_id"]
    assert api("PUT", f"{path}/{template['template_id']}").message == "Invoice information has been updated."
    assert api("PUT", f"{path}/1").code == 1002


def test_an_invoice_is_mailed_without_a_body(api: Api) -> None:
    invoice = api.invoice(api.customer())
    assert api("POST", f"/invoices/{invoice['invoice_id']}/email").message == "Your invoice has been sent."
