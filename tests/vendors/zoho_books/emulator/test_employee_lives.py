"""The lives of employees, and the expenses that are theirs."""

from tests.vendors.zoho_books.emulator.conftest import Api


def test_an_employee_is_named_by_the_expenses_that_are_theirs(api: Api) -> None:
    ann = {"name": "Ann", "email": "ann@example.com"}
    made = api.made("/employees", ann, "employee")
    assert api.get(f"/employees/{made['employee_id']}")["employee"] == made
    expense = {
        "date": "2026-06-09",
        "account_id": api.account("Travel Expense"),
        "paid_through_account_id": api.account("Petty Cash"),
        "amount": 10,
        "employee_id": made["employee_id"],
    }
    shown = api.made("/expenses", expense, "expense")
    assert (shown["employee_name"], shown["employee_email"]) == ("Ann", "ann@example.com")
    path = f"/employee/{made['employee_id']}"
    assert api("DELETE", path).code == 36
    api("DELETE", f"/expenses/{shown['expense_id']}")
    assert api("DELETE", path).message == "Employee has been deleted."
    assert api.get("/employees")["employees"] == []


def test_an_employee_needs_a_name_and_an_address_of_their_own(api: Api) -> None:
    api.made("/employees", {"name": "Bob", "email": "bob@example.com"}, "employee")
    api.made("/employees", {"name": "Ann", "email": "ann@example.com"}, "employee")
    assert api("POST", "/employees", {"name": "Cy"}).code == 4
    assert api("POST", "/employees", {"email": "cy@example.com"}).code == 4
    assert api("POST", "/employees", {"name": "Cy", "email": "cy"}).code == 2
    assert api("POST", "/employees", {"name": "Cy", "email": "ANN@example.com"}).code == 4
    assert [row["name"] for row in api.get("/employees")["employees"]] == ["Ann", "Bob"]
    page = api.get("/employees", per_page="1")
    assert (len(page["employees"]), page["page_context"]["has_more_page"]) == (1, True)
