"""Webhooks, workflow rules, retry policies and logs as settings: what is kept, shown, refused, and never shown."""

from typing import Any

import msgspec
import pytest

from tallystick.sandbox.world import Sandbox
from tests.vendors.zoho_books.emulator.conftest import Api

SECRET = "abcDEF123456789"
WEBHOOK = {"webhook_name": "New customers", "url": "http://localhost:9/hook", "entity": "customer"}
RULE = {"workflow_name": "Customers", "entity": "contact", "rule_type": "add_edit"}


def webhook(api: Api, **fields: Any) -> str:
    return str(api.made("/settings/webhooks", {**WEBHOOK, **fields}, "webhook")["webhook_id"])


def rule(api: Api, webhook_id: str = "", **fields: Any) -> str:
    actions = [{"action_type": "webhook", "action_id": webhook_id}] if webhook_id else []
    made = api.made("/settings/workflows", {**RULE, "instant_actions": actions, **fields}, "workflow")
    return str(made["workflow_id"])


def test_a_webhook_as_a_client_in_production_makes_one(api: Api) -> None:
    body = {**WEBHOOK, "method": "POST", "body_type": "application/json", "raw_data": "${JSONString}"}
    reply = api("POST", "/settings/webhooks", body)
    assert reply.status == 201
    made = reply["webhook"]
    assert {name: made[name] for name in body} == body
    assert reply.headers["location"].endswith(made["webhook_id"])
    assert made["related_rules"] == ""
    (listed,) = api.get("/settings/webhooks")["webhooks"]
    assert listed == made == api.get(f"/settings/webhooks/{made['webhook_id']}")["webhook"]
    assert api("DELETE", f"/settings/webhooks/{made['webhook_id']}").status == 200
    assert api.get("/settings/webhooks")["webhooks"] == []


def test_a_webhook_is_changed_where_it_is_said(api: Api) -> None:
    made = webhook(api, events=["created"], headers=[{"param_name": "X-A", "param_value": "1"}])
    changed = api("PUT", f"/settings/webhooks/{made}", {"method": "PUT", "description": "All of them"})["webhook"]
    assert (changed["method"], changed["description"], changed["events"]) == ("PUT", "All of them", ["created"])
    assert changed["headers"] == [{"param_name": "X-A", "param_value": "1"}]


def test_a_secret_is_kept_and_never_shown(api: Api) -> None:
    made = webhook(api, secret=SECRET)
    api("PUT", f"/settings/webhooks/{made}", {"description": "x"})
    replies = (api.get("/settings/webhooks"), api.get(f"/settings/webhooks/{made}"))
    assert all(SECRET.encode() not in reply.raw and b"secret" not in reply.raw for reply in replies)
    assert api.sandbox.organization.own("webhook")[made].fields["_secret"] == SECRET
    log = [each.shown(None) for each in api.sandbox.emulator.log.latest()]
    assert SECRET not in str(log)


def test_a_secret_in_a_form_is_not_in_the_log(api: Api) -> None:
    from urllib.parse import urlencode

    from tallystick.vendors.zoho_books.emulator.wire import Request

    body = urlencode({"JSONString": msgspec.json.encode({**WEBHOOK, "secret": SECRET}).decode()}).encode()
    token = api.sandbox.connection["access_token"]
    headers = {"authorization": f"Zoho-oauthtoken {token}", "content-type": "application/x-www-form-urlencoded"}
    query = (("organization_id", api.organization_id),)
    response = api.sandbox.emulator.answer(
        Request("POST", "/books/v3/settings/webhooks", query, headers, body), "/settings/webhooks", "us"
    )
    assert response.status == 201
    assert SECRET not in str([each.shown(None) for each in api.sandbox.emulator.log.latest()])


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"url": ""}, 4),
        ({"url": "ftp://localhost/x"}, 2),
        ({"url": "receiver"}, 2),
        ({"url": "http://user:word@localhost/"}, 2),
        ({"url": "http://localhost:99999/"}, 2),
        ({"url": "http://local\nhost/"}, 2),
        ({"url": "http://localhost/" + "x" * 5_000}, 15),
        ({"webhook_name": "x" * 51}, 15),
        ({"description": "x" * 101}, 15),
        ({"method": "GET"}, 2),
        ({"entity": "unicorn"}, 2),
        ({"events": ["exploded"]}, 2),
        ({"events": ["created"], "entity": ""}, 2),
        ({"secret": "short"}, 2),
        ({"secret": "x" * 51}, 2),
        ({"secret": "abcdefghijkl-13"}, 2),
        ({"headers": "X-A: 1"}, 2),
        ({"headers": [{"param_name": "Host", "param_value": "x"}]}, 2),
        ({"headers": [{"param_name": "X A", "param_value": "x"}]}, 2),
        ({"query_parameters": [{"param_name": "a", "param_value": "1"}] * 101}, 2),
    ],
)
def test_what_cannot_be_a_webhook_is_refused(api: Api, fields: dict[str, Any], code: int) -> None:
    reply = api("POST", "/settings/webhooks", {**WEBHOOK, **fields})
    assert (reply.status, reply.code) == (400, code)
    assert api.get("/settings/webhooks")["webhooks"] == []


def test_a_rule_says_what_it_does_and_its_webhook_names_it(api: Api) -> None:
    hook = webhook(api)
    made = rule(api, hook, field_update=[], time_based_actions=[], rule={}, sub_rules=[])
    found = api.get(f"/settings/workflows/{made}")["workflow"]
    assert (found["workflow_name"], found["rule_type"], found["is_active"]) == ("Customers", "add_edit", True)
    assert found["instant_actions"] == [{"action_type": "webhook", "action_id": hook}]
    assert api.get(f"/settings/webhooks/{hook}")["webhook"]["related_rules"] == [
        {"workflow_id": made, "workflow_name": "Customers"}
    ]
    assert api("DELETE", f"/settings/webhooks/{hook}").code == 36
    assert api("POST", f"/settings/workflows/{made}/inactive").status == 200
    assert api.get("/settings/workflows")["workflows"][0]["is_active"] is False
    assert api("POST", f"/settings/workflows/{made}/active").status == 200
    changed = api("PUT", f"/settings/workflows/{made}", {"rule_type": "delete"})["workflow"]
    assert (changed["rule_type"], changed["is_active"]) == ("delete", True)
    assert api("DELETE", f"/settings/workflows/{made}").status == 200
    assert api("DELETE", f"/settings/webhooks/{hook}").status == 200


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"workflow_name": ""}, 4),
        ({"entity": ""}, 4),
        ({"rule_type": ""}, 4),
        ({"entity": "unicorn"}, 2),
        ({"rule_type": "sometimes"}, 2),
        ({"field_update_comparator": "maybe"}, 2),
        ({"instant_actions": [{"action_type": "webhook", "action_id": "1"}]}, 1002),
        ({"retry_policy_id": "1"}, 1002),
        ({"rule": {"criteria": [{"field": "status", "comparator": "sounds_like", "value": ""}]}}, 2),
        ({"rule_type": "date", "date_field": "birthday"}, 2),
        ({"rule_type": "date", "date_field": "due_date", "time": "teatime"}, 2),
        ({"rule_type": "date", "date_field": "due_date", "day_difference": -1}, 2),
    ],
)
def test_what_cannot_be_a_rule_is_refused(api: Api, fields: dict[str, Any], code: int) -> None:
    reply = api("POST", "/settings/workflows", {**RULE, **fields})
    assert (reply.status, reply.code) == (404 if code == 1002 else 400, code)
    assert api.get("/settings/workflows")["workflows"] == []


def test_an_entity_has_no_more_rules_and_a_rule_no_more_webhooks_than_the_vendor_lets(api: Api) -> None:
    hooks = [{"action_type": "webhook", "action_id": webhook(api)} for _ in range(2)]
    assert api("POST", "/settings/workflows", {**RULE, "instant_actions": hooks}).code == 1009
    for _ in range(10):
        rule(api)
    assert api("POST", "/settings/workflows", RULE).code == 1009
    rule(api, entity="invoice")


def test_a_retry_policy_has_growing_intervals_and_one_is_the_default(api: Api) -> None:
    path = "/settings/retrypolicies"
    first = {"retry_policy_name": "Patient", "retry_intervals": [5, 30, 240], "is_default": True}
    made = api.made(path, first, "retry_policy")
    assert (made["retry_intervals"], made["is_default"]) == ([5, 30, 240], True)
    second = api.made(path, {**first, "retry_policy_name": "Hasty", "retry_intervals": [1]}, "retry_policy")
    listed = {one["retry_policy_name"]: one["is_default"] for one in api.get(path)["retry_policies"]}
    assert listed == {"Hasty": True, "Patient": False}
    one = f"{path}/{second['retry_policy_id']}"
    assert api("PUT", one, {"retry_intervals": [2, 3]})["retry_policy"]["retry_intervals"] == [2, 3]
    rule(api, retry_policy_id=second["retry_policy_id"])
    assert api("DELETE", one).code == 36
    assert api("DELETE", f"{path}/{made['retry_policy_id']}").status == 200


@pytest.mark.parametrize("intervals", [[], [5, 5], [9, 3], [0], [1.5], ["soon"], list(range(1, 12)), [1, 10**6], None])
def test_what_cannot_be_intervals_is_refused(api: Api, intervals: Any) -> None:
    reply = api("POST", "/settings/retrypolicies", {"retry_policy_name": "Odd", "retry_intervals": intervals})
    assert (reply.status, reply.code) == (400, 2)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/settings/webhooks", {**WEBHOOK, "events": ["created"]}),
        ("/settings/workflows", {**RULE, "rule_type": "delete"}),
        ("/settings/workflows", {**RULE, "rule": {"criteria": [{"field": "status", "comparator": "is_empty"}]}}),
        ("/settings/retrypolicies", {"retry_policy_name": "Patient", "retry_intervals": [5]}),
    ],
)
def test_a_strict_sandbox_takes_what_is_recorded_and_refuses_what_is_assumed(path: str, body: dict[str, Any]) -> None:
    with Sandbox("empty", limits=False, strict=True) as sandbox:
        api = Api(sandbox)
        rule(api, webhook(api))
        assert api("POST", path, body).code == 990002
