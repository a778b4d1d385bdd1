"""The program `tallystick sandbox` delivers by itself, soon after the answer, and again after it was killed."""

import queue
import signal
import threading
from pathlib import Path
from typing import Any

import httpx2

from tallystick.zoho_books import parse_webhook
from tests.rest.loopback import Asked, Server, Told, free_port, serving
from tests.sandbox.conftest import Run, Running

SECONDS_MAX = 30


class Receiver:
    """Notes the contacts that deliveries tell of; holds its answer back until it may give it."""

    def __init__(self, *, holds: bool = False) -> None:
        self.names: queue.Queue[str] = queue.Queue()
        self.free = threading.Event()
        if not holds:
            self.free.set()

    def __call__(self, asked: Asked) -> Told:
        self.names.put(str(parse_webhook(asked.body).record["contact_name"]))
        self.free.wait(SECONDS_MAX)
        return Told()

    def next(self) -> str:
        return self.names.get(timeout=SECONDS_MAX)


def hook(client: httpx2.Client, server: Server, **fields: Any) -> None:
    body = {"url": server.url, "entity": "contact", "events": ["created"], **fields}
    assert client.post("/books/v3/settings/webhooks", json=body).status_code == 201


def make(client: httpx2.Client, name: str) -> None:
    assert client.post("/books/v3/contacts", json={"contact_name": name}).status_code == 201


def log(client: httpx2.Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/sandbox/webhooks").json()["log"]
    return found


def started(run: Run, *arguments: str) -> Running:
    return run("--company", "empty", "--limits", "off", *arguments)


def test_a_served_sandbox_delivers_by_itself_and_answers_while_a_receiver_takes_its_time(run: Run) -> None:
    receiver = Receiver(holds=True)
    with serving(receiver) as server, started(run).client() as client:
        hook(client, server)
        make(client, "Ada")
        assert receiver.next() == "Ada"
        make(client, "Bea")
        assert client.get("/books/v3/contacts").status_code == 200
        assert log(client) == []
        receiver.free.set()
        assert receiver.next() == "Bea"


def test_a_receiver_may_call_the_served_sandbox_back(run: Run) -> None:
    statuses: queue.Queue[int] = queue.Queue()

    def look_again(asked: Asked) -> Told:
        told = parse_webhook(asked.body)
        statuses.put(client.get(f"/books/v3/contacts/{told.record['contact_id']}").status_code)
        return Told()

    with serving(look_again) as server, started(run).client() as client:
        hook(client, server)
        make(client, "Ada")
        assert statuses.get(timeout=SECONDS_MAX) == 200


def test_what_waits_can_be_sent_at_once_and_is_awaited(run: Run) -> None:
    receiver = Receiver()
    with serving(receiver) as server, started(run).client() as client:
        hook(client, server)
        make(client, "Ada")
        client.post("/sandbox/webhooks/deliver")
        assert receiver.names.get_nowait() == "Ada"
        assert [each["state"] for each in log(client)] == ["success"]


def test_a_retry_goes_when_the_clock_is_moved(run: Run) -> None:
    receiver, told = Receiver(), iter([Told(500), Told()])

    def fail_once(asked: Asked) -> Told:
        receiver(asked)
        return next(told)

    with serving(fail_once) as server, started(run).client() as client:
        policy = {"retry_policy_name": "Patient", "retry_intervals": [600], "is_default": True}
        assert client.post("/books/v3/settings/retrypolicies", json=policy).status_code == 201
        hook(client, server)
        make(client, "Ada")
        assert receiver.next() == "Ada"
        client.post("/sandbox/webhooks/deliver")  # It waits for the attempt that is under way.
        client.post("/sandbox/clock", json={"advance": 600 * 60})
        assert receiver.next() == "Ada"


def test_what_a_killed_sandbox_had_not_delivered_is_delivered_by_the_next_one(run: Run, tmp_path: Path) -> None:
    state = str(tmp_path / "books.sqlite")
    receiver = Receiver(holds=True)
    with serving(receiver) as server:
        first = started(run, "--state", state)
        with first.client() as client:
            hook(client, server)
            make(client, "Ada")
            assert receiver.next() == "Ada"
            make(client, "Bea")
        first.stop(signal.SIGKILL)
        receiver.free.set()
        second = run("--limits", "off", "--state", state)
        # The one that was under way when the sandbox was killed comes again, the other one has not come at all.
        assert [receiver.next(), receiver.next()] == ["Ada", "Bea"]
        with second.client() as client:
            client.post("/sandbox/webhooks/deliver")
            assert [each["state"] for each in log(client)] == ["success", "success"]


def test_a_host_beyond_this_machine_is_refused_unless_it_is_allowed(run: Run) -> None:
    port = free_port()
    for allowed, said in (((), "not on this machine"), (("--allow-webhooks-to", "10.255.255.1"), "169.254.1.1")):
        with started(run, *allowed).client() as client:
            body = {"url": f"http://169.254.1.1:{port}/", "entity": "contact", "events": ["created"]}
            assert client.post("/books/v3/settings/webhooks", json=body).status_code == 201
            make(client, "Ada")
            client.post("/sandbox/webhooks/deliver")
            (sent,) = log(client)
            assert (sent["state"], said in sent["attempts"][0]["said"]) == ("failure", True)
