"""Deliveries over real loopback HTTP: order, retries by the clock, trouble on demand, receivers that misbehave."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pytest

from tallystick.model.errors import ConfigurationError
from tallystick.rest.message import Reply
from tallystick.sandbox.deliveries import ANSWER_BYTES_MAX
from tallystick.vendors.zoho_books.emulator.deliveries import LOGGED_MAX, QUEUED_MAX
from tallystick.vendors.zoho_books.emulator.faults import Fault, FaultKind
from tallystick.zoho_books import parse_webhook, verify_webhook
from tests.rest.loopback import Asked, Server, Told, free_port, serving
from tests.sandbox.conftest import Start
from tests.sandbox.webhooks import SECRET, Hooked

Serve = Callable[[Callable[[Asked], Told]], Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda answer: stack.enter_context(serving(answer))


def over_http(start: Start, **settings: Any) -> Hooked:
    return Hooked(start, webhooks="loopback", **settings)


def states(hooked: Hooked) -> list[tuple[str, list[int]]]:
    shown = hooked.control("GET", "/sandbox/webhooks").json
    return [
        (each["state"], [attempt["status"] for attempt in each["attempts"]])
        for each in (*shown["log"], *shown["queue"])
    ]


def test_a_signed_delivery_arrives_over_http_as_it_was_made(start: Start, serve: Serve) -> None:
    server = serve(lambda _: Told(body=b"thanks"))
    hooked = over_http(start)
    hooked.webhook(events=["created"], secret=SECRET, url=f"{server.url}/hook?b=2&a=%C3%A9")
    ada = hooked.contact("Ada")
    assert server.asked == []
    (sent,) = hooked.sandbox.deliver()
    (asked,) = server.asked
    assert (asked.method, asked.path, asked.query) == ("POST", "/hook", {"b": "2", "a": "é"})
    assert asked.headers["host"] == server.url.removeprefix("http://")
    verify_webhook(asked.body, asked.headers, secret=SECRET, query="b=2&a=%C3%A9")
    assert parse_webhook(asked.body, asked.headers).record["contact_id"] == ada
    assert (sent["state"], sent["attempts"][0]["status"], sent["attempts"][0]["said"]) == ("success", 200, "thanks")
    shown = hooked.control("GET", "/sandbox/webhooks").text
    assert asked.headers["x-zoho-webhook-signature"] not in shown
    assert SECRET not in shown


def test_localhost_is_found_whichever_of_its_addresses_answers(start: Start, serve: Serve) -> None:
    server = serve(lambda _: Told())
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url.replace("127.0.0.1", "localhost"))
    hooked.contact("Ada")
    assert hooked.sandbox.deliver()[0]["state"] == "success"
    assert server.asked[0].headers["host"].startswith("localhost:")


def test_deliveries_go_in_the_order_they_fired(start: Start, serve: Serve) -> None:
    server = serve(lambda _: Told())
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url)
    for name in "cab":
        hooked.contact(name)
    sent = hooked.control("POST", "/sandbox/webhooks/deliver").json["sent"]
    assert len(sent) == 3
    assert [parse_webhook(asked.body).record["contact_name"] for asked in server.asked] == ["c", "a", "b"]


def test_without_a_policy_nothing_is_tried_again(start: Start, serve: Serve) -> None:
    server = serve(lambda _: Told(500, b"broken"))
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url)
    hooked.contact("Ada")
    hooked.sandbox.deliver()
    hooked.control("POST", "/sandbox/clock", json={"advance": 10**6})
    assert hooked.sandbox.deliver() == []
    assert states(hooked) == [("failure", [500])]


def test_a_policy_tries_again_after_growing_intervals_of_the_sandboxs_clock(start: Start, serve: Serve) -> None:
    told = iter([Told(500), Told(503), Told(200, b"at last")])
    server = serve(lambda _: next(told))
    hooked = over_http(start)
    policy = {"retry_policy_name": "Patient", "retry_intervals": [5, 60]}
    patient = hooked.made("/settings/retrypolicies", "retry_policy", **policy)["retry_policy_id"]
    rule = hooked.rule(hooked.webhook(url=server.url), "add", retry_policy_id=patient)
    ada = hooked.contact("Ada")
    for minutes, attempts in ((0, 1), (4, 1), (1, 2), (59, 2), (1, 3), (600, 3)):
        hooked.sandbox.clock.advance(minutes * 60)
        hooked.sandbox.deliver()
        assert len(server.asked) == attempts
    assert states(hooked) == [("success", [500, 503, 200])]
    assert len({asked.body for asked in server.asked}) == 1
    hooked.renew()
    logs = hooked.call("GET", "/books/v3/settings/workflowlogs").json["workflow_logs"]
    assert [(log["status"], log["response_status"]) for log in logs] == [
        ("success", 200),
        ("failure", 503),
        ("failure", 500),
    ]
    assert {(log["workflow_id"], log["entity_id"], log["entity_name"]) for log in logs} == {(rule, ada, "Ada")}
    failed = hooked.call("GET", "/books/v3/settings/workflowlogs/failed").json["workflow_logs"]
    assert failed == logs[1:]
    page = hooked.call("GET", "/books/v3/settings/workflowlogs", query={"per_page": "2", "status": "failure"}).json
    assert page["workflow_logs"] == logs[1:]
    assert hooked.call("GET", "/books/v3/settings/workflowlogs", query={"status": "odd"}).status == 400


def test_the_default_policy_is_for_webhooks_without_a_rule(start: Start) -> None:
    hooked = Hooked(start, 500)
    policy = {"retry_policy_name": "Default", "retry_intervals": [1], "is_default": True}
    hooked.made("/settings/retrypolicies", "retry_policy", **policy)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    assert hooked.sandbox.deliver()[0]["state"] == "queued"
    hooked.sandbox.clock.advance(60)
    assert hooked.sandbox.deliver()[0]["state"] == "success"


def test_a_receiver_that_hangs_is_given_up_and_the_next_delivery_goes(start: Start, serve: Serve) -> None:
    free = threading.Event()

    def hang_once(asked: Asked) -> Told:
        if b'"contact_name":"Ada"' in asked.body:
            free.wait(30)
        return Told()

    server = serve(hang_once)
    hooked = over_http(start, webhook_seconds=0.2)
    hooked.webhook(events=["created"], url=server.url)
    hooked.contact("Ada")
    hooked.contact("Bea")
    first, second = hooked.sandbox.deliver()
    free.set()
    assert (first["state"], first["attempts"][0]["status"]) == ("failure", 0)
    assert second["state"] == "success"


@pytest.mark.parametrize("length", [1_000_000, ANSWER_BYTES_MAX + 1])
def test_a_receiver_that_answers_a_megabyte_is_not_read_to_the_end(start: Start, serve: Serve, length: int) -> None:
    server = serve(lambda _: Told(body=bytes(length)))
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url)
    hooked.contact("Ada")
    (sent,) = hooked.sandbox.deliver()
    assert sent["state"] == "failure"
    assert str(ANSWER_BYTES_MAX) in sent["attempts"][0]["said"]


def test_a_redirect_is_not_followed(start: Start, serve: Serve) -> None:
    other = serve(lambda _: Told())
    server = serve(lambda _: Told(307, headers=(("location", other.url), ("content-type", "text/plain"))))
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url)
    hooked.contact("Ada")
    (sent,) = hooked.sandbox.deliver()
    assert (sent["state"], sent["attempts"][0]["status"]) == ("failure", 307)
    assert "not followed" in sent["attempts"][0]["said"]
    assert other.asked == []


def test_nobody_at_the_address_is_a_failure(start: Start) -> None:
    hooked = Hooked(start, webhooks="loopback")
    hooked.webhook(events=["created"], url=f"http://127.0.0.1:{free_port()}/")
    hooked.contact("Ada")
    (sent,) = hooked.sandbox.deliver()
    assert (sent["state"], sent["attempts"][0]["status"]) == ("failure", 0)


def test_a_proxy_in_the_environment_is_not_asked(start: Start, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, server = serve(lambda _: Told()), serve(lambda _: Told())
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    hooked = over_http(start)
    hooked.webhook(events=["created"], url=server.url)
    hooked.contact("Ada")
    hooked.sandbox.deliver()
    assert (len(server.asked), len(proxy.asked)) == (1, 0)


def fault(hooked: Hooked, kind: FaultKind, **fields: Any) -> None:
    hooked.sandbox.faults.add(Fault(kind, **fields))


def names(hooked: Hooked) -> list[str]:
    return [parse_webhook(body.encode()).record["contact_name"] for body in hooked.inbox.bodies]


@pytest.mark.parametrize(
    ("kind", "arrives"),
    [
        (FaultKind.WEBHOOK_DUPLICATE, ["a", "b", "b", "c"]),
        (FaultKind.WEBHOOK_REORDER, ["a", "c", "b"]),
        (FaultKind.WEBHOOK_DROP, ["a", "c"]),
    ],
)
def test_deliveries_come_twice_late_or_not_at_all_when_asked(start: Start, kind: FaultKind, arrives: list[str]) -> None:
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    fault(hooked, kind, skip=1)
    for name in "abc":
        hooked.contact(name)
    hooked.sandbox.deliver()
    assert names(hooked) == arrives
    assert hooked.sandbox.faults.waiting() == []
    shown = hooked.control("GET", "/sandbox/webhooks").json
    assert shown["queue"] == []
    assert [each["fault"] for each in shown["log"] if each["fault"]] == [str(kind)]


def test_a_delivery_that_nothing_overtakes_goes_when_its_time_is_over(start: Start) -> None:
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    fault(hooked, FaultKind.WEBHOOK_REORDER, seconds=90)
    hooked.contact("a")
    assert hooked.sandbox.deliver() == []
    hooked.sandbox.clock.advance(90)
    assert len(hooked.sandbox.deliver()) == 1


def test_chance_of_trouble_is_drawn_from_the_seed(start: Start) -> None:
    def run(seed: int) -> list[str]:
        hooked = Hooked(start)
        hooked.webhook(events=["created"])
        fault(hooked, FaultKind.WEBHOOK_DROP, share=0.4, times=0, seed=seed)
        for number in range(25):
            hooked.contact(str(number))
        hooked.sandbox.deliver()
        return names(hooked)

    first = run(7)
    assert first == run(7) != run(8)
    assert 5 < len(first) < 22


def test_trouble_of_deliveries_meets_no_call(start: Start) -> None:
    hooked = Hooked(start)
    asked = {"kind": "webhook_drop", "times": 0}
    assert hooked.control("POST", "/sandbox/faults", json=asked).status == 200
    hooked.contact("a")
    assert hooked.control("GET", "/sandbox/faults").json["faults"][0]["met"] == 0
    wrong = hooked.control("POST", "/sandbox/faults", json={**asked, "operation": "create_contact"})
    assert (wrong.status, "deliveries" in wrong.json["error"]) == (400, True)


def test_a_receiver_may_call_the_sandbox_back_while_it_is_waited_for(start: Start) -> None:
    statuses = []

    def look_again(request: Any) -> int:
        told = parse_webhook(request.content)
        statuses.append(hooked.call("GET", f"/books/v3/contacts/{told.record['contact_id']}").status)
        return 204

    hooked = Hooked(start, webhooks=look_again)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    assert hooked.sandbox.deliver()[0]["attempts"][0]["status"] == 204
    assert statuses == [200]


def test_a_receiver_that_raises_loses_nothing(start: Start) -> None:
    def fail(_: Any) -> int:
        raise AssertionError("the test's own mistake")

    hooked = Hooked(start, webhooks=fail)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    with pytest.raises(AssertionError, match="own mistake"):
        hooked.sandbox.deliver()
    assert states(hooked) == [("queued", [])]


class Shop:
    """A program under test, as an ASGI application."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        assert scope["path"] == "/hook"
        self.bodies.append((await receive())["body"])
        await send({"type": "http.response.start", "status": 202, "headers": []})
        await send({"type": "http.response.body", "body": b"taken"})


def test_an_asgi_application_receives(start: Start) -> None:
    shop = Shop()
    hooked = Hooked(start, webhooks=shop)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    assert hooked.sandbox.deliver()[0]["attempts"][0]["status"] == 202
    hooked.contact("Bea")
    assert asyncio.run(hooked.sandbox.adeliver())[0]["attempts"][0]["said"] == "taken"
    assert [msgspec.json.decode(body)["contact"]["contact_name"] for body in shop.bodies] == ["Ada", "Bea"]
    hooked.contact("Cyd")

    async def wrongly() -> None:
        hooked.sandbox.deliver()

    with pytest.raises(ConfigurationError, match="adeliver"):
        asyncio.run(wrongly())
    assert len(hooked.sandbox.deliver()) == 1


def test_the_log_and_the_queue_are_bounded(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LOGGED_MAX < QUEUED_MAX
    room = "tallystick.vendors.zoho_books.emulator.deliveries"
    monkeypatch.setattr(f"{room}.LOGGED_MAX", 2)
    monkeypatch.setattr(f"{room}.QUEUED_MAX", 3)
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    for name in "abcd":
        hooked.contact(name)
    assert len(hooked.sandbox.deliver()) == 3
    assert len(states(hooked)) == 2


def test_a_reset_forgets_what_waits(start: Start) -> None:
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    hooked.control("POST", "/sandbox/reset")
    assert hooked.sandbox.deliver() == []
    assert hooked.control("GET", "/sandbox/webhooks").json == {"queue": [], "log": []}


def test_a_reset_while_a_receiver_is_waited_for_is_survived(start: Start) -> None:
    def reset(_: Any) -> Reply:
        hooked.sandbox.reset()
        return Reply(200)

    hooked = Hooked(start, webhooks=reset)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    assert hooked.sandbox.deliver() == []


def test_a_fork_and_a_snapshot_have_what_waited(start: Start) -> None:
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    hooked.sandbox.snapshot("waiting")
    fork = hooked.sandbox.fork()
    assert [len(each.deliver()) for each in (hooked.sandbox, fork, fork)] == [1, 1, 0]
    hooked.sandbox.restore("waiting")
    assert len(hooked.sandbox.deliver()) == 1
    assert names(hooked) == ["Ada"] * 3


def test_no_secret_of_an_address_or_a_header_is_shown(start: Start) -> None:
    hooked = Hooked(start)
    headers = [{"param_name": name, "param_value": "hush-1"} for name in ("Authorization", "X-Api-Key", "X-Auth-Token")]
    query = [{"param_name": name, "param_value": "hush-2"} for name in ("authtoken", "zapikey", "api_key")]
    hooked.webhook(events=["created"], secret=SECRET, headers=headers, query_parameters=query)
    hooked.contact("Ada")
    assert "hush" not in hooked.control("GET", "/sandbox/webhooks").text
    hooked.sandbox.deliver()
    assert "hush" not in hooked.control("GET", "/sandbox/webhooks").text
    assert "hush" not in hooked.control("GET", "/sandbox/log").text
    assert hooked.inbox.requests[0].headers["x-api-key"] == "hush-1"


def test_a_page_of_another_site_can_have_nothing_sent(start: Start) -> None:
    hooked = Hooked(start)
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    evil = {"origin": "https://evil.example"}
    assert hooked.control("POST", "/sandbox/webhooks/deliver", headers=evil).status == 403
    assert hooked.inbox.requests == []
