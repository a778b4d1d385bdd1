"""Snapshots and forks: a sandbox goes back to how it stood, or goes on twice, and nothing leaks from one to the other."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tallystick.sandbox.snapshots import NAME_CHARACTERS_MAX, SNAPSHOTS_MAX, SnapshotError
from tallystick.sandbox.state import State
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller, Start


def caller(sandbox: Sandbox) -> Caller:
    return Caller(sandbox.asgi, token=sandbox.connection["access_token"])


def add_contact(call: Caller, name: str) -> dict[str, Any]:
    made = call("POST", "/books/v3/contacts", json={"contact_name": name})
    assert made.status == 201, made.text
    contact: dict[str, Any] = made.json["contact"]
    return contact


def add_invoice(call: Caller, customer_id: str, rate: int) -> dict[str, Any]:
    body = {"customer_id": customer_id, "line_items": [{"name": "Lantern", "rate": rate, "quantity": 1}]}
    made = call("POST", "/books/v3/invoices", json=body, query={"send": "false"})
    assert made.status == 201, made.text
    invoice: dict[str, Any] = made.json["invoice"]
    assert call("POST", f"/books/v3/invoices/{invoice['invoice_id']}/status/sent").status == 200
    return invoice


def names(call: Caller, **query: str) -> list[str]:
    listed = call("GET", "/books/v3/contacts", query={"sort_column": "contact_name", **query})
    return [row["contact_name"] for row in listed.json["contacts"]]


def owed(sandbox: Sandbox) -> str:
    return str(sandbox.organization.book.trial_balance().debit)


def test_a_restored_sandbox_stands_where_it_stood(sandbox: Sandbox, call: Caller) -> None:
    ada = add_contact(call, "Ada")
    add_invoice(call, ada["contact_id"], 100)
    sandbox.snapshot("one customer")
    stood = sandbox.organization.rows()
    bob = add_contact(call, "Bob")
    add_invoice(call, bob["contact_id"], 50)
    call("PUT", f"/books/v3/contacts/{ada['contact_id']}", json={"contact_name": "Ada & Co", "notes": "changed"})
    assert names(call) == ["Ada & Co", "Bob"]
    sandbox.restore("one customer")
    assert sandbox.organization.rows() == stood
    assert owed(sandbox) == "100.00"
    assert sandbox.organization.book.audit() == []


def test_lists_searches_and_ids_are_those_of_the_snapshot(sandbox: Sandbox, call: Caller) -> None:
    for name in ("Ada", "Cleo"):
        add_contact(call, name)
    assert names(call) == ["Ada", "Cleo"]
    sandbox.snapshot("two")
    bob = add_contact(call, "Bob")
    assert names(call) == ["Ada", "Bob", "Cleo"]
    sandbox.restore("two")
    assert names(call) == ["Ada", "Cleo"]
    assert names(call, contact_name_contains="Bob") == []
    assert call("GET", f"/books/v3/contacts/{bob['contact_id']}").json["code"] == 1002
    again = add_contact(call, "Bob")
    assert again["contact_id"] == bob["contact_id"]
    assert names(call) == ["Ada", "Bob", "Cleo"]
    assert names(call, contact_name_contains="Bob") == ["Bob"]


def test_a_snapshot_can_be_restored_again_and_again(sandbox: Sandbox, call: Caller) -> None:
    sandbox.snapshot("empty")
    for _ in range(3):
        add_contact(call, "Ada")
        assert names(call) == ["Ada"]
        sandbox.restore("empty")
        assert names(call) == []


def test_the_clock_goes_back_and_limits_and_tokens_do_not(sandbox: Sandbox, call: Caller) -> None:
    sandbox.clock.freeze(frozen=True)
    stood = sandbox.clock.now()
    calls = call("GET", "/books/v3/contacts").headers["x-rate-limit-remaining"]
    sandbox.snapshot("May")
    steady = sandbox.clock.steady()
    sandbox.clock.set(stood + timedelta(days=30), frozen=False)
    sandbox.restore("May")
    assert sandbox.clock.now() == stood
    assert sandbox.clock.state.frozen_at is not None
    assert sandbox.clock.steady() >= steady + 30 * 86_400
    token = sandbox.tokens.refresh(sandbox.connection["refresh_token"])
    again = Caller(sandbox.asgi, token=token)("GET", "/books/v3/contacts")
    assert int(again.headers["x-rate-limit-remaining"]) == int(calls) - 1


def test_a_fork_begins_the_same_and_goes_its_own_way(sandbox: Sandbox, call: Caller) -> None:
    add_contact(call, "Ada")
    with sandbox.fork() as fork:
        there = caller(fork)
        assert fork.connection == sandbox.connection
        assert names(there) == ["Ada"]
        add_contact(there, "Bob")
        add_contact(call, "Cleo")
        assert (names(call), names(there)) == (["Ada", "Cleo"], ["Ada", "Bob"])
        fork.clock.advance(60)
        assert fork.clock.now() > sandbox.clock.now()
        fork.reset()
        assert (names(call), names(there)) == (["Ada", "Cleo"], [])
        assert fork.organization.book.audit() == sandbox.organization.book.audit() == []


def test_a_fork_of_a_sandbox_with_a_file_leaves_the_file_alone(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "state"
    sandbox = start(state=path)
    add_contact(caller(sandbox), "Ada")
    fork = sandbox.fork()
    add_contact(caller(fork), "Bob")
    fork.close()
    sandbox.close()
    assert names(caller(start("", state=path))) == ["Ada"]


def test_what_was_restored_is_in_the_state_file(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "state"
    sandbox = start(state=path)
    call = caller(sandbox)
    add_contact(call, "Ada")
    sandbox.snapshot("Ada")
    add_contact(call, "Bob")
    sandbox.restore("Ada")
    cleo = add_contact(call, "Cleo")
    sandbox.close()
    again = start("", state=path)
    assert names(caller(again)) == ["Ada", "Cleo"]
    assert add_contact(caller(again), "Dora")["contact_id"] > cleo["contact_id"]
    assert again.snapshots.all() == {}


def test_a_restore_that_cannot_be_kept_leaves_everything_as_it_was(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = start(state=tmp_path / "state")
    call = caller(sandbox)
    sandbox.snapshot("empty")
    add_contact(call, "Ada")
    sandbox.clock.advance(60)
    now = sandbox.clock.state

    def refuse(_self: State, _rows: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as full:
        full.setattr(State, "replace", refuse)
        with pytest.raises(OSError, match="full"):
            sandbox.restore("empty")
    assert (names(call), sandbox.clock.state) == (["Ada"], now)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * (NAME_CHARACTERS_MAX + 1)])
def test_a_snapshot_needs_a_name(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(SnapshotError, match="needs a name"):
        sandbox.snapshot(name)


def test_names_are_taken_once_and_snapshots_are_bounded(sandbox: Sandbox) -> None:
    for number in range(SNAPSHOTS_MAX):
        sandbox.snapshot(f"{number}")
    with pytest.raises(SnapshotError, match="already: remove it first"):
        sandbox.snapshot("0")
    with pytest.raises(SnapshotError, match=f"{SNAPSHOTS_MAX} snapshots are kept already"):
        sandbox.snapshot("one more")
    sandbox.snapshots.remove("0")
    sandbox.snapshot("one more")


def test_snapshots_are_taken_shown_restored_and_removed_over_http(sandbox: Sandbox, call: Caller) -> None:
    control = Caller(sandbox.asgi)
    add_contact(call, "Ada")
    assert control("POST", "/sandbox/snapshots", json={"name": "Ada"}).json["taken"] == "Ada"
    shown = control("GET", "/sandbox/snapshots").json
    assert [each["name"] for each in shown["snapshots"]] == ["Ada"]
    assert shown["snapshots"][0]["organizations"][0] == sandbox.organization.id
    assert shown["snapshots_max"] == SNAPSHOTS_MAX
    add_contact(call, "Bob")
    assert control("POST", "/sandbox/snapshots/restore", json={"name": "Ada"}).json["restored"] == "Ada"
    assert names(call) == ["Ada"]
    assert control("POST", "/sandbox/snapshots/remove", json={"name": "Ada"}).json == {"removed": "Ada"}
    assert control("GET", "/sandbox/snapshots").json["snapshots"] == []


@pytest.mark.parametrize(
    ("path", "body", "reason"),
    [
        ("snapshots", b"", "name"),
        ("snapshots", b'{"name": 7}', "name"),
        ("snapshots", b'{"name": "x", "why": 1}', "unknown field"),
        ("snapshots", b'{"name": ""}', "needs a name"),
        ("snapshots/restore", b'{"name": "nobody"}', "no snapshot 'nobody': none was taken"),
        ("snapshots/remove", b'{"name": "nobody"}', "no snapshot 'nobody'"),
    ],
)
def test_a_wrong_request_is_explained(sandbox: Sandbox, path: str, body: bytes, reason: str) -> None:
    answer = Caller(sandbox.asgi)("POST", f"/sandbox/{path}", content=body)
    assert (answer.status, reason in answer.json["error"]) == (400, True), answer.text


def test_a_reset_leaves_snapshots_there(sandbox: Sandbox, call: Caller) -> None:
    add_contact(call, "Ada")
    sandbox.snapshot("Ada")
    sandbox.reset()
    assert names(call) == []
    sandbox.restore("Ada")
    assert names(call) == ["Ada"]
