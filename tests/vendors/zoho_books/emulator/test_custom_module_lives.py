"""The lives of custom modules and their records."""

from decimal import Decimal
from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api


def debtors(api: Api) -> str:
    made = api.made("/settings/modules", {"module_name": "debtor", "plural_name": "debtors"}, "module")
    return str(made["module_api_name"])


def record(api: Api, name: str, **fields: Any) -> dict[str, Any]:
    [made] = api("POST", "/cm_debtor", {"record_name": name, **fields})["module_record"]
    return dict(made)


def names(api: Api, **query: str) -> list[str]:
    return [row["record_name"] for row in api.get("/cm_debtor", **query)["module_record"]]


def test_a_module_has_paths_of_its_own_as_long_as_it_is_defined(api: Api) -> None:
    unknown = api("GET", "/cm_debtor")
    assert (unknown.status, unknown.code, unknown.message) == (404, 5, "Invalid URL Passed")
    assert debtors(api) == "cm_debtor"
    assert api.get("/cm_debtor")["module_record"] == []
    assert api("GET", "/cm_creditor").code == 5
    assert api("GET", "/debtor").code == 5
    path = "/settings/modules/cm_debtor"
    found = api.get(path)["module"]
    assert (found["singular_name"], found["plural_name"], found["is_active"]) == ("debtor", "debtors", True)
    assert api("PUT", path, {"plural_name": "all debtors"}).message == "The custom module has been updated."
    assert [row["plural_name"] for row in api.get("/settings/modules")["modules"]] == ["all debtors"]
    assert api("POST", "/settings/modules", {"module_name": "Debtor", "plural_name": "x"}).code == 4
    assert api("POST", "/settings/modules", {"module_name": "cm debtor", "plural_name": "x"}).code == 4
    assert api("POST", "/settings/modules", {"module_name": "no plural"}).code == 4
    record(api, "Alice")
    assert api("DELETE", path).code == 36
    assert api("DELETE", path, force_delete="true").message == "The custom module has been deleted."
    assert api("GET", "/cm_debtor").code == 5
    assert debtors(api) == "cm_debtor"
    assert names(api) == []


def test_records_keep_whatever_fields_they_are_given(api: Api) -> None:
    debtors(api)
    reply = api("POST", "/cm_debtor", {"record_name": "Alice", "cf_debt_amount": 12.5, "cf_ok": True, "other": 1})
    assert reply.message == "debtor is created successfully"
    [made] = reply["module_record"]
    assert (made["cf_debt_amount"], made["cf_debt_amount_formatted"], made["cf_ok"]) == (Decimal("12.5"), "12.5", True)
    assert "other" not in made
    path = f"/cm_debtor/{made['module_record_id']}"
    reply = api("PUT", path, {"cf_city": "Oslo"})
    assert reply.message == "debtor is updated successfully."
    found = api.get(path)
    assert found["module_record_hash"]["cf_debt_amount"] == Decimal("12.5")
    assert {row["api_name"]: row["value"] for row in found["module_record"]["module_fields"]} == {
        "record_name": "Alice",
        "cf_debt_amount": Decimal("12.5"),
        "cf_ok": True,
        "cf_city": "Oslo",
    }
    assert api("PUT", path, {"cf_debt_amount": "much"})["module_record"][0]["cf_debt_amount"] == "much"
    assert api("POST", "/cm_debtor", {"cf_city": "Rome"}).code == 4
    assert api("DELETE", path).status == 200
    assert api("GET", path).code == 1002


def test_records_are_listed_by_page_words_and_any_field(api: Api) -> None:
    debtors(api)
    for name, amount in (("Alice", 30), ("Bob", 4.5), ("Carol", 100)):
        record(api, name, cf_debt=amount, cf_city="Oslo" if name == "Bob" else "Rome")
    assert names(api, sort_column="cf_debt", sort_order="ascending") == ["Bob", "Alice", "Carol"]
    assert names(api, sort_column="cf_debt", sort_order="descending") == ["Carol", "Alice", "Bob"]
    record(api, "Dave", cf_debt=5)
    assert names(api, sort_column="cf_debt", sort_order="A") == ["Bob", "Dave", "Alice", "Carol"]
    assert names(api, search_text="osl") == ["Bob"]
    assert names(api, filter_by="Status.Inactive") == []
    first = api.get("/cm_debtor", per_page="3", sort_column="record_name")
    assert (len(first["module_record"]), first["page_context"]["has_more_page"]) == (3, True)


def test_several_records_change_or_go_together_or_not_at_all(api: Api) -> None:
    debtors(api)
    one, two = (record(api, name)["module_record_id"] for name in ("Alice", "Bob"))
    rows = [{"module_record_id": one, "cf_city": "Oslo"}, {"module_record_id": two, "record_name": "Rob"}]
    assert api("PUT", "/cm_debtor", [*rows, {"module_record_id": "1"}]).code == 1002
    assert names(api, sort_column="record_name") == ["Alice", "Bob"]
    reply = api("PUT", "/cm_debtor", rows)
    assert (reply.message, [row["code"] for row in reply["module_record"]]) == ("Bulk update successfull", [0, 0])
    assert names(api, sort_column="record_name") == ["Alice", "Rob"]
    assert api("DELETE", "/cm_debtor", record_ids=f"{one},1").code == 1002
    assert api("DELETE", "/cm_debtor", record_ids=f"{one},{two}").message == "Module record deleted"
    assert names(api) == []
