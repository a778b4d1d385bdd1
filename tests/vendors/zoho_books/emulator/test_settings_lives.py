"""Settings of an organisation: what they change in the documents made after, and what they refuse."""

from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api

LINES = [{"description": "Work", "rate": 10.4, "quantity": 1}]


def test_preferences_change_how_new_documents_are_reckoned(api: Api) -> None:
    customer = api.customer()
    before = api.get("/settings/preferences")["preferences"]
    assert (before["discount_type"], before["sales_tax_type"]) == ("item_level", "exclusive")
    changes = {
        "discount_type": "entity_level",
        "is_discount_before_tax": False,
        "sales_tax_type": "inclusive",
        "transaction_rounding_type": "round_off_to_nearest_whole_number",
        "is_sales_approval_enabled": True,
        "of_no_one": 1,
    }
    assert api("PUT", "/settings/preferences", changes).status == 200
    made = api.made("/invoices", {"customer_id": customer, "line_items": LINES}, "invoice")
    assert (made["total"], made["is_inclusive_tax"], made["discount_type"]) == (10, True, "entity_level")
    after = api.get("/settings/preferences")["preferences"]
    assert after == {**before, **{name: value for name, value in changes.items() if name != "of_no_one"}}
    assert api("PUT", "/settings/preferences", {"discount_type": "sometimes", "week_start_day": "monday"}).code == 2
    assert api.get("/settings/preferences")["preferences"] == after


@pytest.mark.parametrize(
    ("noun", "key", "path", "number"),
    [
        ("invoices", "invoice_settings", "invoice", "invoice_number"),
        ("estimates", "estimate_settings", "estimate", "estimate_number"),
        ("creditnotes", "creditnote_settings", "creditnote", "creditnote_number"),
    ],
)
def test_documents_are_numbered_and_begin_as_their_settings_say(
    api: Api, noun: str, key: str, path: str, number: str
) -> None:
    body = {"customer_id": api.customer(), "line_items": LINES}
    said = {"prefix_string": "X/", "next_number": "0042", "reference_text": "PO#", "terms": "Net 30"}
    changed = api("PUT", f"/settings/{noun}", said)[key]
    assert {name: changed[name] for name in said} == said
    api("PUT", f"/settings/{noun}/notesandterms", {"notes": "With thanks."})
    assert api.get(f"/settings/{noun}/notesandterms")["notes_and_terms"] == {"notes": "With thanks.", "terms": "Net 30"}
    made = api.made(f"/{noun}", body, path)
    assert (made[number], made["notes"], made["terms"]) == ("X/0042", "With thanks.", "Net 30")
    assert api.get(f"/settings/{noun}")[key]["next_number"] == "0043"
    assert api("PUT", f"/settings/{noun}", {"next_number": "none"}).code == 2
    # Without automatic numbers the caller gives one, and may leave it as it is later.
    api("PUT", f"/settings/{noun}", {"auto_generate": False})
    assert api("POST", f"/{noun}", body).code == 4
    own = api.made(f"/{noun}", {**body, number: "MINE-1"}, path)
    assert own[number] == "MINE-1"
    assert api("PUT", f"/{noun}/{own[f'{path}_id']}", {"notes": "Changed"})[path][number] == "MINE-1"


@pytest.mark.parametrize(
    ("path", "key", "name"),
    [
        ("/settings/units", "unit", "unit"),
        ("/brands", "brand", "name"),
        ("/categories", "category", "name"),
        ("/salespersons", "salesperson", "salesperson_name"),
    ],
)
def test_registers_of_names_are_kept_without_doubles(api: Api, path: str, key: str, name: str) -> None:
    list_key = {"category": "categories"}.get(key, f"{key}s")
    made = api.made(path, {name: "Alpha"}, key)
    assert api("POST", path, {name: "alpha"}).code == 4
    assert api("POST", path, {}).code in {4, 11}
    assert [row[name] for row in api.get(path)[list_key]] == ["Alpha"]
    assert api("DELETE", f"{path}/{made[f'{key}_id']}").status == 200
    assert api("DELETE", f"{path}/{made[f'{key}_id']}").code == 1002


def test_what_items_use_is_not_deleted(api: Api) -> None:
    unit = api.made("/settings/units", {"unit": "box"}, "unit")["unit_id"]
    api.made("/items", {"name": "Chair", "rate": 1, "unit": "box"}, "item")
    assert api("DELETE", f"/settings/units/{unit}").code == 36
    top = api.made("/categories", {"name": "Top"}, "category")["category_id"]
    below = api.made("/categories", {"name": "Below", "parent_category_id": top}, "category")["category_id"]
    assert api("PUT", f"/categories/{top}", {"parent_category_id": below}).code == 1002
    assert api("DELETE", f"/categories/{top}").code == 36


def test_who_sells_is_named_by_id_or_becomes_known_by_name(api: Api) -> None:
    ann = api.made("/salespersons", {"salesperson_name": "Ann"}, "salesperson")["salesperson_id"]
    body = {"customer_id": api.customer(), "line_items": LINES}
    assert api.made("/invoices", {**body, "salesperson_id": ann}, "invoice")["salesperson_name"] == "Ann"
    api.made("/invoices", {**body, "salesperson_name": "Bob"}, "invoice")
    assert [row["salesperson_name"] for row in api.get("/salespersons")["salespersons"]] == ["Ann", "Bob"]
    assert api("DELETE", f"/salespersons/{ann}").code == 36
    assert api("PUT", f"/salespersons/{ann}", {"is_active": False}).status == 200
    [row] = api.get("/salespersons", filter_by="Status.Inactive")["salespersons"]
    assert row["salesperson_name"] == "Ann"


def field(api: Api, **body: Any) -> dict[str, Any]:
    return api.made("/settings/fields", {"label": "Delivery Day", "entity": "invoice", **body}, "field")


def test_a_custom_field_is_defined_for_an_entity_and_used_by_its_documents(api: Api) -> None:
    made = field(api, data_type="date", is_mandatory=True)
    assert (made["api_name"], made["data_type"], made["is_mandatory"]) == ("cf_delivery_day", "date", True)
    assert [row["label"] for row in api.get("/settings/fields", entity="invoice")["fields"]] == ["Delivery Day"]
    assert api.get("/settings/fields", entity="item")["fields"] == []
    assert len(api.get("/settings/fields/bulkfetch", entity_list="item,invoice")["fields"]) == 1
    custom = [{"api_name": "cf_delivery_day", "value": "2026-06-30"}]
    invoice = api.invoice(api.customer(), custom_fields=custom)
    assert invoice["custom_fields"][0]["customfield_id"] == made["field_id"]
    path = f"/settings/fields/{made['field_id']}"
    assert api("PUT", path, {"label": "Day"})["field"]["label"] == "Day"
    assert api("POST", "/settings/fields", {"label": "Delivery day", "entity": "invoice"}).code == 4
    assert api("POST", "/settings/fields", {"label": "Other", "entity": "moon"}).code == 2
    assert api("DELETE", path).status == 200
    assert api.get("/settings/fields", entity="invoice")["fields"] == []
    assert api("PUT", path, {"label": "Day"}).code == 1002


def test_views_templates_and_balances_are_listed(api: Api) -> None:
    views = api.get("/customviews", entity="invoice")["entity_views"]["default_filters"]
    assert "Status.Unpaid" in {view["value"] for view in views}
    assert api("GET", "/customviews", entity="moon").code == 2
    assert {row["entity"] for row in api.get("/settings/templates")["templates"]} >= {"invoice", "estimate"}
    api.made("/bankaccounts", {"account_name": "Giro", "account_type": "bank"}, "bankaccount")
    [row] = [row for row in api.get("/bankbalances")["bankbalances"] if row["account_name"] == "Giro"]
    assert row["balance"] == 0
    for path in ("/itemgroups", "/compositeitems", "/settings/emailtemplates", "/settings/custombuttons"):
        assert api.get(path)["page_context"]["has_more_page"] is False
    assert api("GET", "/settings/units/5").status == 405
