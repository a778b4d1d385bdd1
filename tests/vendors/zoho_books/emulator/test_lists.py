"""Lists: page context, filters, search, sorting and paging, as the vendor has them."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tallystick.sandbox.world import Sandbox
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api

CONTEXT = {"page": 1, "per_page": 200, "has_more_page": False}


def listed(report: str, view: str, column: str, order: str, **extras: Any) -> dict[str, Any]:
    """The page context of a list with nothing asked for, keys in the recorded order."""
    return {
        **CONTEXT,
        "report_name": report,
        "applied_filter": view,
        **(extras or {"custom_fields": []}),
        "sort_column": column,
        "sort_order": order,
    }


CONTEXTS: dict[str, dict[str, Any]] = {
    "/contacts": listed("Contacts", "Status.All", "contact_name", "A"),
    "/items": listed("Items", "Status.All", "name", "A"),
    "/invoices": listed("Invoices", "Status.All", "created_time", "D", custom_fields=[], seller_app_sales_channels=""),
    "/creditnotes": listed("Credit Notes", "Status.All", "created_time", "D"),
    "/customerpayments": listed("Payments Received", "PaymentMode.All", "date", "D"),
    "/journals": listed("Manual Journals", "JournalDate.All", "journal_date", "D"),
    "/chartofaccounts": {
        **listed("List Chart Of Accounts", "AccountType.Active", "account_type", "A"),
        "per_page": 5000,
    },
    "/settings/taxes": listed("Taxes", "Taxes.Active", "tax_name", "A", as_of_date="2026-06-09", to_date="2026-06-09"),
    "/settings/currencies": {**CONTEXT, "report_name": "Currencies"},
}


@pytest.mark.parametrize("path", CONTEXTS)
def test_the_page_context_is_the_recorded_one_key_by_key(api: Api, path: str) -> None:
    context = api.get(path)["page_context"]
    assert list(context.items()) == list(CONTEXTS[path].items())


def test_organizations_have_no_page_context(api: Api) -> None:
    assert "page_context" not in api.get("/organizations").json


@pytest.fixture
def shop(api: Api) -> Api:
    """Five invoices of two customers: paid, overdue, sent, draft and void."""
    acme = api.customer("Acme Corp", contact_persons=[{"first_name": "Ann", "email": "ann@acme.example"}])
    zeta = api.customer("Zeta Ltd", company_name="Zeta")
    paid = api.invoice(acme, 100, date="2026-05-01", due_date="2026-05-31", reference_number="PO-1")
    api.invoice(acme, 250, date="2026-05-02", due_date="2026-06-01", reference_number="PO-2")
    api.invoice(zeta, 300, date="2026-06-05", due_date="2026-07-05", notes="deliver by boat")
    api.invoice(zeta, "19.99", sent=False, date="2026-06-06", due_date="2026-06-06")
    void = api.invoice(zeta, 70, date="2026-06-07", due_date="2026-06-07")
    api("POST", f"/invoices/{void['invoice_id']}/status/void")
    applied = [{"invoice_id": paid["invoice_id"], "amount_applied": 100}]
    body = {"customer_id": acme, "payment_mode": "cash", "amount": 100, "date": "2026-05-20", "invoices": applied}
    api.made("/customerpayments", body, "payment")
    return api


FILTERS: list[tuple[dict[str, str], list[str]]] = [
    ({"status": "overdue"}, ["2"]),
    ({"status": "sent,overdue"}, ["2", "3"]),
    ({"status": "draft"}, ["4"]),
    ({"filter_by": "Status.Unpaid"}, ["2", "3"]),
    ({"filter_by": "Status.Paid"}, ["1"]),
    ({"filter_by": "Status.Void"}, ["5"]),
    ({"filter_by": "Status.All"}, ["1", "2", "3", "4", "5"]),
    ({"filter_by": "Type.DebitNote"}, []),
    ({"invoice_number": "INV-000003"}, ["3"]),
    ({"invoice_number": "inv-000003"}, ["3"]),
    ({"invoice_number_startswith": "INV-00000"}, ["1", "2", "3", "4", "5"]),
    ({"invoice_number_contains": "0002"}, ["2"]),
    ({"reference_number": "PO-2"}, ["2"]),
    ({"customer_name": "Acme Corp"}, ["1", "2"]),
    ({"customer_name_startswith": "zet"}, ["3", "4", "5"]),
    ({"customer_name_contains": "corp"}, ["1", "2"]),
    ({"email": "ann@acme.example"}, ["1", "2"]),
    ({"total": "300"}, ["3"]),
    ({"total_less_than": "100"}, ["4", "5"]),
    ({"total_less_equals": "100.00"}, ["1", "4", "5"]),
    ({"total_greater_than": "250"}, ["3"]),
    ({"total_greater_equals": "250", "total_less_than": "300"}, ["2"]),
    ({"balance": "0"}, ["1"]),
    ({"balance_greater_than": "0", "status": "sent,overdue"}, ["2", "3"]),
    ({"date": "2026-05-02"}, ["2"]),
    ({"date_start": "2026-05-02", "date_end": "2026-06-05"}, ["2", "3"]),
    ({"date_after": "2026-05-02", "date_before": "2026-06-06"}, ["3"]),
    ({"due_date_before": "2026-06-01"}, ["1"]),
    ({"created_date": "2026-06-09"}, ["1", "2", "3", "4", "5"]),
    ({"item_description_contains": "wor"}, ["1", "2", "3", "4", "5"]),
    ({"item_name": "nothing"}, []),
    ({"search_text": "boat"}, ["3"]),
    ({"search_text": "zeta", "status": "draft"}, ["4"]),
    ({"no_such_filter": "x", "zcrm_potential_id": "1"}, ["1", "2", "3", "4", "5"]),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS, ids=[str(query) for query, _ in FILTERS])
def test_an_invoice_filter_finds_what_it_says(shop: Api, query: dict[str, str], expected: list[str]) -> None:
    rows = shop.get("/invoices", **query)["invoices"]
    assert sorted(row["invoice_number"][-1] for row in rows) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, "54321"),
        ({"sort_column": "date"}, "54321"),
        ({"sort_column": "date", "sort_order": "A"}, "12345"),
        ({"sort_column": "total", "sort_order": "A"}, "45123"),
        ({"sort_column": "total", "sort_order": "D"}, "32154"),
        ({"sort_column": "total"}, "45123"),
        ({"sort_column": "balance", "sort_order": "D"}, "32541"),
        ({"sort_column": "customer_name", "sort_order": "A"}, "12345"),
        ({"sort_column": "last_modified_time", "sort_order": "A"}, "23451"),
        ({"sort_column": "no_such_column"}, "54321"),
    ],
)
def test_invoices_come_in_the_order_asked_for(api: Api, query: dict[str, str], expected: str) -> None:
    customers = [api.customer(name) for name in ("Acme", "Zeta")]
    for number, (at, rate) in enumerate([(0, 100), (0, 250), (1, 300), (1, 20), (1, 70)], start=1):
        api.invoice(customers[at], rate, date=f"2026-06-0{number}")
        api.sandbox.clock.advance(1)
    first = api.get("/invoices", invoice_number="INV-000001")["invoices"][0]
    applied = [{"invoice_id": first["invoice_id"], "amount_applied": 100}]
    api.made("/customerpayments", {"customer_id": customers[0], "amount": 100, "invoices": applied}, "payment")
    rows = api.get("/invoices", **query)["invoices"]
    assert "".join(row["invoice_number"][-1] for row in rows) == expected


def test_pages_are_disjoint_complete_and_say_whether_there_are_more(api: Api) -> None:
    customer = api.customer()
    made = [api.invoice(customer, 10 + number)["invoice_id"] for number in range(7)]
    seen: list[str] = []
    for page, more in ((1, True), (2, True), (3, False)):
        reply = api.get("/invoices", page=str(page), per_page="3", sort_column="total", sort_order="A")
        seen += [row["invoice_id"] for row in reply["invoices"]]
        assert reply["page_context"]["has_more_page"] is more
    assert seen == made
    beyond = api.get("/invoices", page="4", per_page="3")
    assert (beyond["invoices"], beyond["page_context"]["has_more_page"]) == ([], False)


@pytest.mark.parametrize(("asked", "given"), [("0", 200), ("201", 200), ("9999", 200), ("-1", 200), ("1", 1)])
def test_the_page_size_is_held_to_what_the_vendor_allows(api: Api, asked: str, given: int) -> None:
    assert api.get("/invoices", per_page=asked)["page_context"]["per_page"] == given


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"per_page": "x"}, "per_page"),
        ({"page": "1.5"}, "page"),
        ({"date": "09/06/2026"}, "date"),
        ({"total_less_than": "many"}, "total_less_than"),
        ({"total": "NaN"}, "total"),
        ({"filter_by": "Status.Nonsense"}, "filter_by"),
        ({"last_modified_time": "2026-06-09T10:00:00Z"}, "last_modified_time"),
        ({"last_modified_time": "yesterday"}, "last_modified_time"),
        ({"response_option": "9"}, "response_option"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(api: Api, query: dict[str, str], field: str) -> None:
    reply = api("GET", "/invoices", **query)
    assert (reply.status, reply.code, reply.message) == (400, 2, f"Invalid value passed for {field}")


@pytest.mark.parametrize(
    ("option", "rows", "counts", "sums"),
    [("0", 5, False, False), ("1", 5, True, True), ("2", 0, True, False), ("3", 0, True, True), ("4", 5, False, True)],
)
def test_a_response_option_asks_for_rows_count_or_sums(
    shop: Api, option: str, rows: int, *, counts: bool, sums: bool
) -> None:
    reply = shop.get("/invoices", response_option=option)
    context = reply["page_context"]
    assert len(reply["invoices"]) == rows
    assert context.get("total") == (5 if counts else None)
    expected = [{"column": "total", "sum": Decimal("739.99")}, {"column": "balance", "sum": Decimal("569.99")}]
    found = context.get("sum_columns")
    if sums:
        assert found[0] == expected[0]
        invoices = shop.book.invoices.values()
        assert found[1]["sum"] == sum((invoice.balance for invoice in invoices), Decimal(0))
    else:
        assert found is None


def test_last_modified_time_finds_what_changed_at_or_after(api: Api) -> None:
    first, second = api.customer("First"), api.customer("Second")
    api.sandbox.clock.advance(60)
    api("PUT", f"/contacts/{second}", {"notes": "changed"})
    moment = api.get(f"/contacts/{second}")["contact"]["last_modified_time"]
    rows = api.get("/contacts", last_modified_time=moment)["contacts"]
    assert [row["contact_id"] for row in rows] == [second]
    assert first != second


def test_the_other_reading_of_last_modified_time_is_exact() -> None:
    with Sandbox("empty", limits=False, today=TODAY, readings={"last_modified_time": "exact"}) as sandbox:
        api = Api(sandbox)
        api.customer("Early")
        moment = api.get("/contacts")["contacts"][0]["last_modified_time"]
        api.sandbox.clock.advance(60)
        api.customer("Late")
        rows = api.get("/contacts", last_modified_time="2020-01-01T00:00:00+0000")["contacts"]
        assert rows == []
        assert moment


def test_a_renamed_customer_is_found_by_the_new_name_at_once(api: Api) -> None:
    customer = api.customer("Old Name")
    api.invoice(customer)
    assert len(api.get("/invoices", customer_name="Old Name")["invoices"]) == 1
    api("PUT", f"/contacts/{customer}", {"contact_name": "New Name"})
    assert api.get("/invoices", customer_name="Old Name")["invoices"] == []
    assert len(api.get("/invoices", customer_name="New Name")["invoices"]) == 1


def test_an_invoice_becomes_overdue_when_the_day_turns(api: Api) -> None:
    api.invoice(api.customer(), date="2026-06-01", due_date="2026-06-09")
    assert api.get("/invoices", status="overdue")["invoices"] == []
    api.sandbox.clock.start(api.sandbox.clock.now() + timedelta(days=1))
    [row] = api.get("/invoices", status="overdue")["invoices"]
    assert (row["status"], row["due_days"]) == ("overdue", "Overdue by 1 day")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"contact_type": "customer"}, ["Acme", "Zeta"]),
        ({"contact_type": "vendor"}, ["Mill"]),
        ({"contact_name_startswith": "ac"}, ["Acme"]),
        ({"company_name_contains": "holding"}, ["Zeta"]),
        ({"first_name": "Ann"}, ["Acme"]),
        ({"phone_contains": "555"}, ["Acme"]),
        ({"address_contains": "hopyard"}, ["Zeta"]),
        ({"search_text": "slow payer"}, ["Zeta"]),
        ({"filter_by": "Status.Inactive"}, ["Mill"]),
        ({"filter_by": "Status.Active"}, ["Acme", "Zeta"]),
        ({"filter_by": "Invoice.OverDue"}, ["Zeta"]),
        ({"filter_by": "Status.CreditLimitExceed"}, ["Zeta"]),
        ({"sort_column": "outstanding_receivable_amount", "sort_order": "D"}, ["Zeta", "Mill", "Acme"]),
    ],
)
def test_a_contact_filter_finds_what_it_says(api: Api, query: dict[str, str], expected: list[str]) -> None:
    api.customer("Acme", contact_persons=[{"first_name": "Ann", "phone": "555-1"}])
    zeta = api.customer(
        "Zeta",
        company_name="Zeta Holding",
        notes="A slow payer",
        credit_limit=50,
        billing_address={"address": "4900 Hopyard Rd"},
    )
    mill = api.customer("Mill", contact_type="vendor")
    api("POST", f"/contacts/{mill}/inactive")
    api.invoice(zeta, 100, date="2026-05-01", due_date="2026-05-02")
    assert [row["contact_name"] for row in api.get("/contacts", **query)["contacts"]] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"filter_by": "PaymentMode.Cash"}, ["1"]),
        ({"payment_mode": "check"}, ["2"]),
        ({"reference_number_contains": "77"}, ["2"]),
        ({"amount_less_than": "100"}, ["1"]),
        ({"notes_startswith": "thank"}, ["1"]),
        ({"search_text": "R-77"}, ["2"]),
        ({"date": "2026-06-02"}, ["2"]),
    ],
)
def test_a_payment_filter_finds_what_it_says(api: Api, query: dict[str, str], expected: list[str]) -> None:
    customer = api.customer()
    for body in (
        {"payment_mode": "cash", "amount": 50, "date": "2026-06-01", "description": "Thank you"},
        {"payment_mode": "check", "amount": 150, "date": "2026-06-02", "reference_number": "R-77"},
    ):
        api.made("/customerpayments", {"customer_id": customer, **body}, "payment")
    assert [row["payment_number"] for row in api.get("/customerpayments", **query)["customerpayments"]] == expected


def test_the_chart_can_be_listed_by_class_name_and_balance(api: Api) -> None:
    api.invoice(api.customer(), 100)
    income = api.get("/chartofaccounts", filter_by="AccountType.Income")["chartofaccounts"]
    assert {row["account_type"] for row in income} == {"income"}
    ends = api.get("/chartofaccounts", account_name_ends_with="receivable", showbalance="true")["chartofaccounts"]
    assert [(row["account_name"], row["current_balance"]) for row in ends] == [("Accounts Receivable", 100)]
    assert api.get("/chartofaccounts", account_type="cash")["chartofaccounts"]


@pytest.mark.parametrize(
    ("view", "count"),
    [("Today", 1), ("ThisWeek", 2), ("ThisMonth", 3), ("ThisQuarter", 4), ("ThisYear", 5), ("All", 6)],
)
def test_journals_can_be_listed_by_the_period_around_today(api: Api, view: str, count: int) -> None:
    accounts = [("Sales", "debit"), ("General Income", "credit")]
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": 5} for name, side in accounts]
    for day in ("2026-06-09", "2026-06-07", "2026-06-01", "2026-04-01", "2026-01-31", "2025-12-31"):
        api.made("/journals", {"journal_date": day, "line_items": lines}, "journal")
    assert len(api.get("/journals", filter_by=f"JournalDate.{view}")["journals"]) == count
