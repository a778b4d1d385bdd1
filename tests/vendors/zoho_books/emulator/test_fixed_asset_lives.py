"""The lives of fixed assets over the wire: their types, the value they lose by the clock, and how they go."""

import datetime as dt
from decimal import Decimal
from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api


def asset_type(api: Api, **fields: Any) -> str:
    body = {
        "fixed_asset_type_name": "Machines",
        "expense_account_id": api.account("Depreciation Expense"),
        "depreciation_account_id": api.account("Furniture and Equipment"),
        "depreciation_method": "straight_line",
        "depreciation_frequency": "monthly",
        "depreciation_percentage": 0,
        "total_life": 12,
        "computation_type": "no_prorata",
    }
    return str(api.made("/fixedassettypes", {**body, **fields}, "fixed_asset_type")["fixed_asset_type_id"])


def asset(api: Api, type_id: str, *, used: bool = True, **fields: Any) -> str:
    body = {
        "asset_name": "Lathe",
        "fixed_asset_type_id": type_id,
        "asset_account_id": api.account("Furniture and Equipment"),
        "asset_cost": 1200,
        "asset_purchase_date": "2026-03-10",
    }
    made = api.made("/fixedassets", {**body, **fields}, "fixed_asset")
    assert made["status"] == "draft"
    path = f"/fixedassets/{made['fixed_asset_id']}"
    if used:
        assert api("POST", f"{path}/status/active").message == "Fixed asset's status changed"
    return path


def shown(api: Api, path: str) -> dict[str, Any]:
    found: dict[str, Any] = api.get(path)["fissed-asset"]
    return found


def test_an_asset_takes_its_depreciation_from_its_type_and_loses_value_by_the_clock(api: Api) -> None:
    path = asset(api, asset_type(api), serial_no="SN-1")
    found = shown(api, path)
    assert (found["asset_number"], found["asset_number_prefix"], found["asset_number_suffix"]) == ("FA-00001", "FA-", 1)
    assert (found["fixed_asset_type_name"], found["total_life"], found["serial_no"]) == ("Machines", 12, "SN-1")
    # March to May are over: the sandbox stands on the 9th of June.
    assert (found["current_asset_value"], found["accumulated_dep_value"]) == (900, 300)
    assert found["last_depreciation_date"] == "2026-05-31"
    history = api.get(f"{path}/history")["asset_history"]
    assert [(row["valuation_date"], row["depreciated_value"], row["current_value"]) for row in history] == [
        ("2026-03-31", 100, 1100),
        ("2026-04-30", 100, 1000),
        ("2026-05-31", 100, 900),
    ]
    forecast = api.get(f"{path}/forecast")["data"]
    assert (len(forecast), forecast[0]["valuation_date"], forecast[-1]["current_value"]) == (9, "2026-06-30", 0)
    api.sandbox.clock.start(api.sandbox.clock.now() + dt.timedelta(days=365))
    assert shown(api, path)["status"] == "fully_depreciated"
    [row] = api.get("/fixedassets", filter_by="Status.FullyDepreciated")["fixedassets"]
    assert (row["asset_cost"], row["current_asset_value"]) == (1200, 0)


def test_an_asset_is_sold_by_a_line_of_an_invoice_or_written_off(api: Api) -> None:
    type_id = asset_type(api)
    sold, lost = asset(api, type_id), asset(api, type_id, asset_name="Drill")
    equipment, other = api.account("Furniture and Equipment"), api.account("Other Expenses")
    lines = [{"name": "Lathe", "rate": 1000, "account_id": equipment}]
    body = {"customer_id": api.customer(), "line_items": lines}
    invoice = api.made("/invoices", body, "invoice", send="true")
    line_id = invoice["line_items"][0]["line_item_id"]
    sale = {"invoice_id": invoice["invoice_id"], "line_item_id": line_id, "expense_account_id": other, "reason": "Old"}
    assert api("POST", f"{sold}/sell", {**sale, "line_item_id": "1"}).status in {400, 404}
    assert api("POST", f"{sold}/sell", {**sale, "reason": ""}).code == 4
    assert api("POST", f"{sold}/sell", sale).message == "Fixed asset has been sold"
    found = shown(api, sold)
    assert (found["status"], found["current_asset_value"]) == ("sold", 0)
    assert found["associated_transactions"][0]["invoice_id"] == invoice["invoice_id"]
    assert api("DELETE", f"/invoices/{invoice['invoice_id']}").code == 36
    loss = {"date": "2026-06-09", "expense_account_id": other, "reason": "Broken"}
    assert api("POST", f"{lost}/writeoff", {**loss, "date": "2026-04-01"}).status == 400
    assert api("POST", f"{lost}/writeoff", loss).message == "Fixed asset has been written off"
    last = api.get(f"{lost}/history")["asset_history"][-1]
    assert (last["type"], last["depreciated_value"], last["description"]) == ("write_off", 900, "Broken")
    assert api("POST", f"{lost}/status/active").status == 400
    # A gain of 100 on the sale against a loss of 900.
    assert api.book.balance(other) == Decimal(800)


def test_assets_and_types_refuse_what_makes_no_sense(api: Api) -> None:
    type_id = asset_type(api)
    path = asset(api, type_id, used=False)
    assert api("POST", "/fixedassettypes", {"fixed_asset_type_name": "machines"}).code == 4
    assert api("POST", "/fixedassettypes", {"fixed_asset_type_name": "Cars", "expense_account_id": "1"}).code == 4
    assert api("PUT", f"/fixedassettypes/{type_id}", {"depreciation_percentage": 101}).code == 2
    reply = api("PUT", f"/fixedassettypes/{type_id}", {"total_life": 24})
    assert (reply.message, reply["fixed_asset_type"]["total_life"]) == ("The fixed asset type has been update.", 24)
    assert api("DELETE", f"/fixedassettypes/{type_id}").code == 36
    assert api("POST", "/fixedassets", {"asset_name": "X"}).code == 4
    assert api("PUT", path, {"depreciation_method": "by_guess"}).code == 2
    assert api("PUT", path, {"asset_cost": 600})["fixed_asset"]["dep_start_value"] == 600
    assert api("POST", f"{path}/status/cancel").status == 200
    assert [row["status"] for row in api.get("/fixedassets", filter_by="Status.Cancel")["fixedassets"]] == ["cancel"]
    assert api("POST", f"{path}/status/draft").status == 200
    comment = api("POST", f"{path}/comments", {"description": "Bought used"})["comment"]
    assert shown(api, path)["comments"][-1]["description"] == "Bought used"
    comment_id = shown(api, path)["comments"][-1]["comment_id"]
    assert comment
    assert api("DELETE", f"{path}/comments/{comment_id}").message == "Fixed asset comment has been deleted"
    assert api("DELETE", path).message == "The selected fixed asset has been deleted."
    assert api("GET", path).code == 1002
    assert api("DELETE", f"/fixedassettypes/{type_id}").message == "The selected fixed asset type has been deleted."
