"""Trouble on demand: what each fault does to a call, over a real socket and in this process; and how it is asked for."""

import signal
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tallystick.model.errors import OutcomeUnknown
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.faults import FAULTS_MAX, Fault, FaultKind
from tallystick.zoho_books import AsgiTransport, Client
from tests.sandbox.conftest import Caller, Running

READ_SECONDS = 2.0
CONTACT = {"contact_name": "Bowman"}


@pytest.fixture
def control(sandbox: Sandbox) -> Caller:
    return Caller(sandbox.asgi)


def ask(call: Caller, **fault: Any) -> None:
    answer = call("POST", "/sandbox/faults", json=fault)
    assert answer.status == 200, answer.text


def contacts(call: Caller) -> int:
    return len(call("GET", "/books/v3/contacts").json["contacts"])


@pytest.mark.parametrize("kept", [0, 1])
def test_a_server_error_before_the_commit_leaves_nothing_and_after_it_the_record(
    call: Caller, control: Caller, kept: int
) -> None:
    ask(control, kind="server_error", operation="create_contact", after_commit=bool(kept), status=503)
    assert call("POST", "/books/v3/contacts", json=CONTACT).status == 503
    assert contacts(call) == kept
    assert control("GET", "/sandbox/log").json["requests"][1]["fault"] == "server_error"


def test_a_fault_meets_only_the_calls_it_was_asked_for(call: Caller, control: Caller) -> None:
    ask(control, kind="server_error", method="POST", skip=1, times=2)
    found = [call("POST", "/books/v3/contacts", json={"contact_name": str(each)}).status for each in range(5)]
    assert found == [201, 500, 500, 201, 201]
    assert control("GET", "/sandbox/faults").json == {"faults": []}


def test_chance_is_drawn_from_the_seed(call: Caller, control: Caller) -> None:
    def run(seed: int) -> list[int]:
        ask(control, kind="server_error", share=0.3, times=0, seed=seed)
        found = [call("GET", "/books/v3/items").status for _ in range(25)]
        control("DELETE", "/sandbox/faults")
        return found

    first = run(7)
    assert first == run(7) != run(8)
    assert 2 < first.count(500) < 15
    assert call("GET", "/books/v3/items").status == 200


def test_a_token_is_refused_in_the_middle_of_a_run(call: Caller, control: Caller) -> None:
    ask(control, kind="unauthorized", skip=1)
    assert [call("GET", "/books/v3/items").status for _ in range(3)] == [200, 401, 200]


@pytest.mark.parametrize(("limit", "code"), [("burst", 43), ("minute", 44), ("day", 45), ("concurrent", 1070)])
def test_each_limit_can_be_pretended(call: Caller, control: Caller, limit: str, code: int) -> None:
    ask(control, kind="limit", limit=limit)
    refused = call("GET", "/books/v3/items")
    assert (refused.status, refused.json["code"]) == (429, code)
    assert ("retry-after" in refused.headers) == (limit != "concurrent")
    assert "x-rate-limit-limit" not in refused.headers


def test_an_html_page_comes_in_place_of_an_answer(call: Caller, control: Caller) -> None:
    ask(control, kind="html", status=502)
    answer = call("GET", "/books/v3/items")
    assert (answer.status, answer.headers["content-type"]) == (502, "text/html;charset=UTF-8")
    assert "<html>" in answer.text


def test_rows_that_come_in_between_two_pages_repeat_rows_and_rows_that_go_hide_some(
    call: Caller, control: Caller
) -> None:
    for number in range(6):
        call("POST", "/books/v3/contacts", json={"contact_name": f"Contact {number}"})

    def walk() -> list[str]:
        pages = [call("GET", f"/books/v3/contacts?per_page=3&page={page}").json["contacts"] for page in (1, 2)]
        return [row["contact_name"][-1] for page in pages for row in page]

    assert walk() == ["0", "1", "2", "3", "4", "5"]
    ask(control, kind="page_drift", operation="list_contacts", times=0)
    assert walk() == ["0", "1", "2", "2", "3", "4"]
    control("DELETE", "/sandbox/faults")
    ask(control, kind="page_drift", operation="list_contacts", times=0, rows=-2)
    assert walk() == ["0", "1", "2", "5"]


def test_a_stale_search_does_not_find_what_was_just_made_though_it_can_be_read(
    call: Caller, control: Caller, sandbox: Sandbox
) -> None:
    ask(control, kind="stale_search", times=0, seconds=60)
    made = call("POST", "/books/v3/contacts", json=CONTACT).json["contact"]["contact_id"]
    assert contacts(call) == 0
    assert call("GET", f"/books/v3/contacts/{made}").status == 200
    sandbox.clock.advance(61)
    assert contacts(call) == 1


def test_a_reset_ends_all_trouble(call: Caller, control: Caller, sandbox: Sandbox) -> None:
    ask(control, kind="server_error", times=0)
    sandbox.reset()
    assert call("GET", "/books/v3/items").status == 200


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "truncated"),
        (b"{}", "kind"),
        (b'{"kind": "meteorite"}', "meteorite"),
        (b'{"kind": "server_error", "status": 200}', "500"),
        (b'{"kind": "server_error", "share": 0}', "0"),
        (b'{"kind": "server_error", "times": -1}', "0"),
        (b'{"kind": "slow", "seconds": 1e9}', "3600"),
        (b'{"kind": "server_error", "operatoin": "x"}', "operatoin"),
        (b'{"kind": "server_error", "operation": "create_invoices"}', "create_invoices"),
        (b'{"kind": "limit", "limit": "week"}', "burst, minute, day, concurrent"),
    ],
)
def test_a_fault_there_is_not_is_explained_and_none_waits(control: Caller, body: bytes, reason: str) -> None:
    refused = control("POST", "/sandbox/faults", content=body)
    assert refused.status == 400
    assert reason in refused.json["error"]
    assert control("GET", "/sandbox/faults").json == {"faults": []}


def test_only_so_many_faults_wait(sandbox: Sandbox) -> None:
    for _ in range(FAULTS_MAX):
        sandbox.faults.add(Fault(FaultKind.SLOW))
    with pytest.raises(ValueError, match="clear them first"):
        sandbox.faults.add(Fault(FaultKind.SLOW))


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """One sandbox behind a real socket."""
    found = Running("--company", "empty", "--limits", "off")
    yield found
    found.stop(signal.SIGTERM)
    found.close()


@pytest.mark.parametrize("kind", ["timeout", "drop", "truncate"])
def test_over_a_socket_the_caller_gets_no_answer_though_the_work_is_done(running: Running, kind: str) -> None:
    with running.client() as client:
        name = f"Over a socket: {kind}"
        fault = {"kind": kind, "operation": "create_contact", "after_commit": True, "seconds": 60}
        assert client.post("/sandbox/faults", json=fault).status_code == 200
        with pytest.raises(httpx2.ReadTimeout if kind == "timeout" else httpx2.RemoteProtocolError):
            client.post("/books/v3/contacts", json={"contact_name": name}, timeout=READ_SECONDS)
        found = client.get("/books/v3/contacts", params={"contact_name": name}).json()["contacts"]
        assert [row["contact_name"] for row in found] == [name]


def test_over_a_socket_a_slow_answer_comes_whole_in_the_end(running: Running) -> None:
    with running.client() as client:
        client.post("/sandbox/faults", json={"kind": "slow", "operation": "list_items", "seconds": 0.2})
        with client.stream("GET", "/books/v3/items") as response:
            parts = list(response.iter_raw())
        assert len(parts) > 1
        assert b"".join(parts).endswith(b"}")


def test_in_this_process_no_answer_is_waited_for() -> None:
    for kind in (FaultKind.TIMEOUT, FaultKind.DROP, FaultKind.TRUNCATE):
        with Sandbox("empty", limits=False) as sandbox:
            sandbox.faults.add(Fault(kind, operation="create_contact", after_commit=True, seconds=3_600))
            client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi))
            with pytest.raises(OutcomeUnknown):
                client.contacts.create({"contact_name": "Bowman"})
            assert [row["contact_name"] for row in client.contacts.list()] == ["Bowman"]
