"""What a caller gets wrong in a request, and what the client makes easier: told before anything is sent."""

import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tallystick.zoho_books import UnknownFieldWarning
from tests.vendors.zoho_books.client.books import KEYS, api_calls, both, open_books, told
from tests.vendors.zoho_books.client.ways import Blocking, both_ways, of_sandbox

LISTED = told({"code": 0, "message": "success", "invoices": [], "chartofaccounts": [], "contacts": []})
MADE = told({"code": 0, "message": "made", "invoice": {}, "contact": {}}, 201)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(company="empty", strict=True) as opened:
        yield opened


@both
@pytest.mark.parametrize(
    ("operation", "params", "nearest", "said"),
    [
        ("list_chart_of_accounts", {"account_type": "income"}, "filter_by", 'filter_by="AccountType.Income"'),
        ("list_chart_of_accounts", {"account_type": "bank"}, "filter_by", "AccountType.Asset"),
        ("list_contacts", {"status": "Inactive"}, "filter_by", 'filter_by="Status.Inactive"'),
        ("list_items", {"status": "active"}, "filter_by", 'filter_by="Status.Active"'),
        ("list_invoices", {"modified_since": "2026-01-01"}, "last_modified_time", "Write last_modified_time."),
        ("list_invoices", {"from_date": "2026-01-01"}, "date_start", "Write date_start."),
        ("list_bills", {"limit": 5}, "per_page", "Write per_page."),
        ("list_invoices", {"order": "desc"}, "sort_order", 'sort_order="D"'),
        ("list_invoices", {"custommer_id": "1"}, "customer_id", "extra_params"),
    ],
)
def test_a_wrong_parameter_is_told_with_the_right_way(
    call: Any, operation: str, params: dict[str, Any], nearest: str, said: str
) -> None:
    with open_books(LISTED) as (server, _), pytest.raises(errors.UnknownParameter) as caught:
        call(server, operation, params=params)
    assert caught.value.nearest[0] == nearest
    assert said in str(caught.value)
    assert server.asked == []


def test_every_advice_leads_to_a_parameter_that_is_there() -> None:
    for row in VENDOR.advice:
        assert row.source
        for operation_id in row.operations:
            operation = OPERATIONS[operation_id]
            names = {parameter.name for parameter in operation.parameters}
            assert row.wrong not in names
            assert row.instead in names
            known = {value for p in operation.parameters if p.name == row.instead for value in p.enum}
            assert not known or set(row.values.values()) <= known


def test_every_field_advice_is_for_a_field_that_the_operation_does_not_have() -> None:
    for row in VENDOR.field_advice:
        for operation_id in row.operations:
            body = OPERATIONS[operation_id].body
            assert body is not None
            assert row.wrong not in body.fields


@both
@pytest.mark.parametrize(
    ("given", "written"),
    [
        (datetime(2026, 11, 17, 8, 30, tzinfo=UTC), "2026-11-17T08:30:00+0000"),
        (datetime(2026, 11, 17, 8, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))), "2026-11-17T08:30:00+0530"),
        ("2026-11-17T08:30:00Z", "2026-11-17T08:30:00+0000"),
        ("2026-11-17T08:30:00-05:00", "2026-11-17T08:30:00-0500"),
    ],
)
def test_an_instant_is_written_as_the_wire_wants_it(call: Any, given: Any, written: str) -> None:
    with open_books(LISTED) as (server, _):
        call(server, "list_invoices", params={"last_modified_time": given})
    assert api_calls(server)[0].query["last_modified_time"] == written


@both
@pytest.mark.parametrize(
    "given",
    [datetime(2026, 11, 17, 8, 30), "2026-11-17T08:30:00", date(2026, 11, 17), "yesterday"],  # noqa: DTZ001 - what is refused
)
def test_an_instant_without_a_time_zone_is_refused_with_what_to_add(call: Any, given: Any) -> None:
    with open_books(LISTED) as (server, _), pytest.raises(errors.InvalidArgument, match=r"time zone|aware"):
        call(server, "list_invoices", params={"last_modified_time": given})
    assert server.asked == []


@both_ways
def test_a_field_the_vendor_would_drop_is_told_once(way: type[Blocking]) -> None:
    body = {"customer_id": "1", "line_items": [{"rate": 1}, {"quantitty": 2}], "notess": "x"}
    with open_books(MADE) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.warns(UnknownFieldWarning) as told_first:
            client.call("create_invoice", body=body)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            client.call("create_invoice", body=body)
        with pytest.warns(UnknownFieldWarning, match="contact_persons"):
            client.call("create_contact", body={"contact_name": "A", "email": "a@example.com"})
        client.close()
    said = [str(warning.message) for warning in told_first]
    assert len(said) == 2
    assert "line_items[1].quantitty; did you mean quantity" in said[0]
    assert "notess; did you mean notes" in said[1]
    assert told_first[0].filename.endswith(("test_requests.py", "ways.py", "runners.py", "events.py"))
    assert len(api_calls(server)) == 3


@both
def test_a_strict_client_refuses_all_unknown_fields_at_once_with_their_places(call: Any) -> None:
    body = {"custommer_id": "1", "line_items": [{"rate": 1}, {"quantitty": 2, "ratee": 1}]}
    with open_books(MADE) as (server, _), pytest.raises(errors.UnknownFields) as caught:
        call(server, "create_invoice", body=body, settings={"strict": True})
    assert [location for location, _ in caught.value.fields] == [
        "custommer_id",
        "line_items[1].quantitty",
        "line_items[1].ratee",
    ]
    assert caught.value.fields[1][1][0] == "quantity"
    assert server.asked == []


@both
def test_a_strict_client_sends_what_is_right(call: Any) -> None:
    body = {
        "customer_id": "1",
        "line_items": [{"rate": 1, "quantity": 2}],
        "custom_fields": [{"label": "A", "value": 1}],
    }
    with open_books(MADE) as (server, _):
        assert call(server, "create_invoice", body=body, settings={"strict": True}).status == 201


@both_ways
def test_custom_fields_are_called_by_their_labels_and_looked_up_once(sandbox: Sandbox, way: type[Blocking]) -> None:
    client = of_sandbox(way, sandbox)
    rows = [{"label": "Region", "value": "South"}, {"label": "Order no", "value": "7"}]
    first = client.call("create_contact", body={"contact_name": "One", "custom_fields": rows})["contact"]
    by_label = {"Region": "North", "order NO": "8"}
    second = client.call("create_contact", body={"contact_name": "Two", "custom_fields": by_label})["contact"]
    before = client.limits.day.own
    third = client.call("create_contact", body={"contact_name": "Three", "custom_fields": {"cf_region": "East"}})
    assert client.limits.day.own == before + 1
    assert [field["customfield_id"] for field in second["custom_fields"]] == [
        field["customfield_id"] for field in first["custom_fields"]
    ]
    assert [field["value"] for field in second["custom_fields"]] == ["North", "8"]
    assert third["contact"]["custom_fields"][0]["value"] == "East"
    client.close()


@both_ways
def test_a_custom_field_nobody_knows_is_refused_with_those_there_are(sandbox: Sandbox, way: type[Blocking]) -> None:
    client = of_sandbox(way, sandbox)
    made = {"contact_name": "One", "custom_fields": [{"label": "Region", "value": "South"}]}
    client.call("create_contact", body=made)
    with pytest.raises(errors.InvalidArgument, match="There are Region") as caught:
        client.call("create_contact", body={"contact_name": "Two", "custom_fields": {"Regoin": "North"}})
    assert caught.value.nearest == ("Region",)
    assert len(client.call("list_contacts")["contacts"]) == 1
    client.close()


@both_ways
def test_a_custom_field_made_since_is_found(sandbox: Sandbox, way: type[Blocking]) -> None:
    client = of_sandbox(way, sandbox)
    for label in ("Region", "Order"):
        made = {"contact_name": label, "custom_fields": [{"label": label, "value": "1"}]}
        client.call("create_contact", body=made)
        named = {"contact_name": f"{label} again", "custom_fields": {label: "2"}}
        assert client.call("create_contact", body=named)["contact"]["custom_fields"][0]["label"] == label
    client.close()


@both
def test_an_operation_without_custom_fields_says_so(call: Any) -> None:
    with open_books(MADE) as (server, _), pytest.raises(errors.InvalidArgument, match="no custom fields"):
        call(server, "update_organization", params={"organization_id": "1"}, body={"custom_fields": {"A": 1}})
    assert api_calls(server) == []


def test_the_upsert_paths_are_those_of_the_operations() -> None:
    upsert = VENDOR.upsert
    assert upsert is not None
    found = {
        operation.path
        for operation in OPERATIONS.values()
        if operation.method == "PUT" and any(parameter.name == upsert.create for parameter in operation.parameters)
    }
    assert found == set(upsert.paths)
    assert len(found) == 15


@both
@pytest.mark.parametrize("what", [("PUT", "/journals"), ("create_journal",)])
def test_what_cannot_be_upserted_names_what_can(call: Any, what: tuple[str, ...]) -> None:
    params = {"X-Unique-Identifier-Key": "cf_order", "X-Unique-Identifier-Value": "7"}
    with open_books(MADE) as (server, _), pytest.raises(errors.InvalidArgument, match="/invoices"):
        call(server, *what, params=params, body={})
    assert server.asked == []
