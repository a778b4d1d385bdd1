"""Values that no account can hold: each is refused by the name of its field, where once it ended in an internal error."""

import pytest

from tallystick.sandbox.application import is_longer
from tests.vendors.zoho_books.emulator.conftest import Api


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("report", ["balancesheet", "trialbalance", "profitandloss", "aragingsummary"])
def test_a_report_of_a_day_no_book_is_kept_for_is_refused(api: Api, report: str, day: str) -> None:
    name = "report_date" if report == "aragingsummary" else "to_date"
    reply = api("GET", f"/reports/{report}", **{name: day})
    assert (reply.status, reply.code, reply.message) == (400, 2, f"Invalid value passed for {name}")


@pytest.mark.parametrize("noun", ["vendorcredits", "bills", "invoices", "estimates"])
def test_a_document_in_a_currency_there_is_not_is_refused_before_price_lists_are_asked(api: Api, noun: str) -> None:
    kind = "vendor" if noun in {"vendorcredits", "bills"} else "customer"
    body = {"contact_name": kind, "contact_type": kind}
    contact = api.made("/contacts", body, "contact")["contact_id"]
    lines = [{"account_id": api.account("Rent Expense"), "name": "Tea", "rate": 1, "quantity": 1}]
    fields = {f"{kind}_id": contact, "line_items": lines, "bill_number": "B-1", "currency_id": contact}
    reply = api("POST", f"/{noun}", fields)
    assert reply.status in {400, 404}
    assert reply.code != 1000


@pytest.mark.parametrize("value", [{"": ""}, [], ["true"], {"a": [1]}, "yes?"])
def test_a_setting_that_is_no_truth_is_refused(api: Api, value: object) -> None:
    reply = api("PUT", "/settings/estimates", {"auto_generate": value})
    assert (reply.status, reply.message) == (400, "Invalid value passed for auto_generate")


@pytest.mark.parametrize("hours", ["1e99999999999", "1e15", "-1e400", "NaN:00", "1:1e99999999999"])
def test_budget_hours_past_every_bound_are_refused(api: Api, hours: str) -> None:
    user = api.get("/users/me")["user"]["user_id"]
    body = {"project_name": "Well", "customer_id": api.customer(), "billing_type": "based_on_project_hours"}
    project = api.made("/projects", {**body, "rate": 1, "user_id": user}, "project")["project_id"]
    assert api("POST", f"/projects/{project}/users", {"users": [{"user_id": user}]}).status in {200, 201}
    reply = api("PUT", f"/projects/{project}/users/{user}", {"user_name": "Sam", "budget_hours": hours})
    assert (reply.status, reply.message) == (400, "Invalid value passed for budget_hours")


@pytest.mark.parametrize("time", ["9999-12-31 23:59:59", "0001-01-01 00:00:00"])
def test_mail_at_a_time_no_clock_shows_is_refused(api: Api, time: str) -> None:
    invoice = api.invoice(api.customer())
    reply = api("POST", f"/invoices/{invoice['invoice_id']}/email/schedule", {"schedule_time": time})
    assert (reply.status, reply.message) == (400, "Invalid value passed for schedule_time")


@pytest.mark.parametrize("name", ["distance", "mileage_rate"])
def test_a_way_that_is_no_number_is_refused_whatever_sort_of_mileage_is_said(api: Api, name: str) -> None:
    accounts = {"account_id": api.account("Rent Expense"), "paid_through_account_id": api.account("Petty Cash")}
    for sort in ({}, {"mileage_type": "non_mileage"}, {"mileage_type": "manual", "distance": 1, "mileage_rate": 1}):
        reply = api("POST", "/expenses", {**accounts, **sort, "date": "2026-06-09", "amount": 5, name: "far"})
        assert (reply.status, reply.message) == (400, f"Invalid value passed for {name}")
    assert api.get("/expenses")["expenses"] == []


@pytest.mark.parametrize("lines", [[1], ["x"], [[]], [{}, 1], [True]])
def test_lines_that_are_no_lines_are_refused_of_a_noun_that_has_none(api: Api, lines: list[object]) -> None:
    made = api.made("/categories", {"name": "Alpha"}, "category")["category_id"]
    reply = api("PUT", f"/categories/{made}", {"line_items": lines})
    assert (reply.status, reply.message) == (400, "Invalid value passed for line_items")


def test_a_refused_call_uses_no_id_up(api: Api) -> None:
    before = api.sandbox.organization.ids.last
    lines = [{"name": "Tea", "rate": 1, "quantity": 1}, {"item_id": "9", "rate": 1}]
    assert api("POST", "/invoices", {"customer_id": api.customer(), "line_items": lines}).status == 404
    made = api.sandbox.organization.ids.last
    assert api("POST", "/invoices", {"customer_id": "1", "line_items": lines}).status in {400, 404}
    assert api("POST", "/contacts", {"contact_name": "Bowman and Co"}).status == 400
    assert api.sandbox.organization.ids.last == made > before


@pytest.mark.parametrize("declared", ["", "²", "٣", "-1", "1e9", "0x10", "12", "0" * 9_000 + "12"])
def test_a_length_that_says_nothing_large_is_not_too_long(declared: str) -> None:
    assert not is_longer(declared, 1_000)


@pytest.mark.parametrize("declared", ["1001", "9" * 9_000, "0001001"])
def test_a_length_past_the_bound_is_too_long_however_it_is_written(declared: str) -> None:
    assert is_longer(declared, 1_000)
