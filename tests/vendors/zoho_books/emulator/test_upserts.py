"""Records found by the value of a custom field: changed, created or refused, and lists filtered and sorted by one."""

from typing import Any

import msgspec
import pytest

from tallystick.vendors.zoho_books.emulator.module import Module
from tallystick.vendors.zoho_books.emulator.upsert import MODULES
from tests.vendors.zoho_books.emulator.conftest import Api, Reply
from tests.vendors.zoho_books.emulator.nouns import BODIES, make

KEY = "cf_legacy_id"
CHANGES: dict[str, dict[str, Any]] = {
    "/bills": {"notes": "changed"},
    "/contacts": {"notes": "changed"},
    "/creditnotes": {"notes": "changed"},
    "/customerpayments": {"description": "changed"},
    "/estimates": {"notes": "changed"},
    "/expenses": {"description": "changed"},
    "/invoices": {"notes": "changed"},
    "/items": {"description": "changed"},
    "/projects": {"description": "changed"},
    "/purchaseorders": {"notes": "changed"},
    "/recurringbills": {"notes": "changed"},
    "/recurringexpenses": {"description": "changed"},
    "/recurringinvoices": {"reference_number": "changed"},
    "/salesorders": {"notes": "changed"},
    "/vendorpayments": {"description": "changed"},
}


def of(module: Module) -> str:
    return module.path.strip("/")


def put(api: Api, path: str, body: dict[str, Any], value: str, *, upsert: str = "", key: str = KEY) -> Reply:
    headers = {"x-unique-identifier-key": key, "x-unique-identifier-value": value}
    headers |= {"x-upsert": upsert} if upsert else {}
    return api.send("PUT", path, msgspec.json.encode(body), headers)


def values(detail: dict[str, Any]) -> dict[str, str]:
    return {field["api_name"]: field["value"] for field in detail["custom_fields"]}


def everything(api: Api) -> tuple[Any, ...]:
    organization = api.sandbox.emulator.organizations[api.organization_id]
    return api.book.changes(), dict(organization.records)


@pytest.mark.parametrize("module", MODULES, ids=of)
def test_a_record_is_created_once_and_changed_after_that(api: Api, module: Module) -> None:
    path, body = module.path, BODIES[module.path](api)
    before = everything(api)
    refused = put(api, path, body, "A-7")
    assert (refused.status, "A-7" in refused.message) == (404, True)
    assert everything(api) == before
    made = put(api, path, body, "A-7", upsert="true")
    assert made.status == 201, made.json
    detail = made[module.key]
    assert values(detail)[KEY] == "A-7"
    [(name, text)] = CHANGES[path].items()
    changed = put(api, path, CHANGES[path], "a-7", upsert="true")
    assert changed.status == 200, changed.json
    assert changed[module.key][module.identity] == detail[module.identity]
    assert changed[module.key][name] == text
    assert values(changed[module.key])[KEY] == "A-7"
    [row] = api.get(path, **{KEY: "A-7"})[module.list_key]
    assert (row[module.identity], row[KEY], row[f"{KEY}_unformatted"]) == (detail[module.identity], "A-7", "A-7")


@pytest.mark.parametrize("module", [module for module in MODULES if module.path != "/projects"], ids=of)
def test_a_value_that_two_records_have_identifies_neither(api: Api, module: Module) -> None:
    for value in ("A-7", "B-8"):
        made = put(api, module.path, BODIES[module.path](api), value, upsert="true")
        assert made.status == 201, made.json
    shared = {"custom_fields": [{"api_name": KEY, "value": "A-7"}]}
    assert put(api, module.path, shared, "B-8").status == 200
    before = everything(api)
    reply = put(api, module.path, CHANGES[module.path], "A-7", upsert="true")
    assert (reply.status, reply.message.startswith("2 records have A-7")) == (400, True)
    assert everything(api) == before


def test_an_upsert_that_creates_keeps_what_else_its_body_says(api: Api) -> None:
    body = {
        **BODIES["/items"](api),
        "custom_fields": [{"api_name": KEY, "value": "other"}, {"label": "Size", "value": 4}],
    }
    made = put(api, "/items", body, "A-7", upsert="true")["item"]
    assert values(made) == {"cf_size": 4, KEY: "A-7"}


@pytest.mark.parametrize(
    ("key", "value"), [("", "A-7"), (KEY, ""), (KEY, "x" * 256), ("legacy_id", "A-7"), ("cf_", " ")]
)
def test_an_upsert_without_its_headers_is_refused(api: Api, key: str, value: str) -> None:
    before = everything(api)
    reply = put(api, "/items", BODIES["/items"](api), value, upsert="true", key=key)
    assert (reply.status, reply.code in {2, 4}) == (400, True)
    assert everything(api) == before


def test_an_upsert_that_the_noun_refuses_leaves_nothing(api: Api) -> None:
    before = everything(api)
    assert put(api, "/invoices", {"notes": "of nobody"}, "A-7", upsert="true").status == 400
    assert put(api, "/recurringinvoices", BODIES["/invoices"](api), "A-7", upsert="true").code == 4
    assert everything(api)[1] == before[1]


def test_a_list_is_filtered_by_custom_fields_in_every_form(api: Api) -> None:
    for value in ("North", "northern", "South"):
        make(api, "/bills", custom_fields=[{"label": "Region", "value": value}])
    make(api, "/bills")

    def found(**query: str) -> list[str]:
        rows = api.get("/bills", sort_column="cf_region", sort_order="A", **query)["bills"]
        return [row.get("cf_region", "") for row in rows]

    assert found() == ["", "North", "northern", "South"]
    assert found(cf_region="NORTH") == ["North"]
    assert found(cf_region_startswith="north") == ["North", "northern"]
    assert found(cf_region_contains="out") == ["South"]
    assert found(custom_field="south") == ["South"]
    assert found(custom_field_contains="ort") == ["North", "northern"]
    assert found(cf_unheard_of="x") == found()


def test_a_filter_sees_a_value_that_was_changed_by_itself(api: Api) -> None:
    bill = make(api, "/bills", custom_fields=[{"label": "Region", "value": "North"}])
    assert len(api.get("/bills", cf_region="North")["bills"]) == 1
    changed = api("PUT", f"/bill/{bill['id']}/customfields", [{"label": "Region", "value": "South"}])
    assert (changed.status, changed.message) == (200, "Custom Fields Updated Successfully")
    assert api.get("/bills", cf_region="North")["bills"] == []
    assert len(api.get("/bills", cf_region="South")["bills"]) == 1
