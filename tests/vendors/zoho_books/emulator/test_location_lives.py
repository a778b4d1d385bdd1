"""The lives of an organisation's locations, and the documents that belong to them."""

from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api


def location(api: Api, name: str, **fields: Any) -> str:
    body = {"location_name": name, "country": "U.S.A", **fields}
    return str(api.made("/locations", body, "locations")["location_id"])


def enabled(api: Api) -> str:
    reply = api("POST", "/settings/locations/enable")
    assert reply.message == "We're enabling locations for your organization."
    return str(api.get("/locations")["locations"][0]["location_id"])


def test_documents_belong_to_the_primary_location_or_the_one_they_say(api: Api) -> None:
    customer = api.customer()
    before = api.invoice(customer, location_id="460000000001")
    office = enabled(api)
    shop = location(api, "Shop")
    here, there = api.invoice(customer), api.invoice(customer, location_id=shop)
    assert (here["location_id"], here["location_name"]) == (office, "Head Office")
    assert there["location_name"] == "Shop"
    for identity, invoice in ((office, here), (shop, there)):
        rows = api.get("/invoices", location_id=identity)["invoices"]
        assert [row["invoice_id"] for row in rows] == [invoice["invoice_id"]]
    assert len(api.get("/invoices", location_id=f"{office},{shop}")["invoices"]) == 2
    moved = api("PUT", f"/invoices/{here['invoice_id']}", {"location_id": shop})["invoice"]
    assert moved["location_name"] == "Shop"
    assert len(api.get("/invoices", location_id=shop)["invoices"]) == 2
    lines = [{"description": "Work", "rate": 1}]
    assert api("POST", "/invoices", {"customer_id": customer, "line_items": lines, "location_id": "1"}).code == 1002
    assert len(api.get("/invoices")["invoices"]) == 3
    assert before["location_id"] == "460000000001"
    estimate = api.made("/estimates", {"customer_id": customer, "line_items": lines}, "estimate")
    rows = api.get("/estimates", location_id=office)["estimates"]
    assert [row["estimate_id"] for row in rows] == [estimate["estimate_id"]]
    assert api("DELETE", f"/locations/{shop}").code == 36


def test_one_location_is_primary_and_stays_in_use(api: Api) -> None:
    assert api("POST", "/locations", {"location_name": "Early"}).status == 400
    assert api.get("/locations")["locations"] == []
    office = enabled(api)
    enabled(api)
    shop = location(api, "Shop", parent_location_id=office)
    assert [row["warehouse_name"] for row in api.get("/settings/warehouses")["warehouses"]] == ["Head Office", "Shop"]
    path = f"/locations/{shop}"
    assert api("POST", f"/locations/{office}/inactive").status == 400
    assert api("DELETE", f"/locations/{office}").code == 36
    assert api("POST", f"{path}/inactive").message == "The location has been marked as inactive."
    assert api("POST", f"{path}/markasprimary").status == 400
    assert api("POST", f"{path}/active").message == "The location has been marked as active."
    assert api("POST", f"{path}/markasprimary").message == "The location has been marked as primary."
    assert [row["is_primary"] for row in api.get("/locations")["locations"]] == [True, False]
    assert api("PUT", f"/locations/{office}", {"parent_location_id": shop}).code == 1002
    assert api("POST", "/locations", {"location_name": "shop"}).code == 4
    assert api("POST", "/locations", {"country": "U.S.A"}).code == 4
    reply = api("PUT", path, {"phone": "5", "address": {"city": "Pleasanton"}})
    assert (reply.message, reply["locations"]["address"]["city"]) == ("Location has been updated.", "Pleasanton")
