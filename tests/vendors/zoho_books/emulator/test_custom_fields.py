"""Custom fields written and read by themselves; a body that is an array where an object is due, and the reverse."""

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api

REGION = [{"customfield_id": "460000000080231", "value": "North"}]


def invoice(api: Api) -> str:
    made = api.made("/invoices", {"customer_id": api.customer(), "line_items": [{"name": "A", "rate": 5}]}, "invoice")
    return str(made["invoice_id"])


def test_an_array_of_custom_fields_changes_an_invoice(api: Api) -> None:
    identity = invoice(api)
    reply = api("PUT", f"/invoice/{identity}/customfields", REGION)
    assert (reply.status, reply.message) == (200, "Custom Fields Updated Successfully")
    shown = api.get(f"/invoices/{identity}")["invoice"]["custom_fields"]
    assert [(field["customfield_id"], field["value"]) for field in shown] == [("460000000080231", "North")]
    assert api.get(f"/invoices/{identity}/customfields")["custom_fields"] == shown


def test_custom_fields_of_an_item_change_by_themselves(api: Api) -> None:
    item = api.made("/items", {"name": "Jam", "rate": 2}, "item")["item_id"]
    assert api("PUT", f"/item/{item}/customfields", REGION).status == 200
    assert [field["value"] for field in api.get(f"/items/{item}")["item"]["custom_fields"]] == ["North"]


def test_custom_fields_of_a_credit_note_come_in_an_object(api: Api) -> None:
    body = {"customer_id": api.customer(), "line_items": [{"name": "A", "rate": 5}]}
    note = api.made("/creditnotes", body, "creditnote")["creditnote_id"]
    assert api("POST", f"/creditnotes/{note}/customfields", {"custom_fields": REGION}).status == 200
    assert [field["value"] for field in api.get(f"/creditnotes/{note}/customfields")["custom_fields"]] == ["North"]


@pytest.mark.parametrize("body", [{"customfield_id": "1"}, [], "text", 7])
def test_what_is_no_array_of_custom_fields_is_refused(api: Api, body: object) -> None:
    identity = invoice(api)
    reply = api("PUT", f"/invoice/{identity}/customfields", body)
    assert reply.status == 400
    assert api.get(f"/invoices/{identity}")["invoice"]["custom_fields"] == []


def test_an_array_where_an_object_is_due_is_refused(api: Api) -> None:
    reply = api("POST", "/contacts", [{"contact_name": "Ada"}])
    assert (reply.status, reply.message) == (400, "JSON is not well formed")
