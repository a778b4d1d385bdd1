"""Verifying, with a sandbox that plays the real service, faithfully and not."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.model.errors import TallystickError
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Failure, Reply, Request
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.client import Client
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tallystick.vendors.zoho_books.verification.compare import Difference, Seen, compare
from tallystick.vendors.zoho_books.verification.evidence import Evidence, write_evidence
from tallystick.vendors.zoho_books.verification.probe import READS, WRITES
from tallystick.vendors.zoho_books.verification.recorder import Recorder
from tallystick.vendors.zoho_books.verification.run import Side, probes, run
from tests.vendors.zoho_books.client.test_with_sandbox import Hour

NOW = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
Change = Callable[[Request, Reply], Reply | Failure]


class Acted:
    """The real service, played by a sandbox whose answers a test may change on their way."""

    def __init__(self, sandbox: Sandbox, change: Change) -> None:
        self._transport, self._change = AsgiTransport(sandbox.asgi), change

    def send(self, request: Request) -> Reply | Failure:
        answer = self._transport.send(request)
        return answer if isinstance(answer, Failure) or "/oauth/" in request.url else self._change(request, answer)

    def close(self) -> None:
        self._transport.close()


@pytest.fixture
def world() -> Iterator[Sandbox]:
    with Sandbox("demo", strict=True) as sandbox:
        yield sandbox


def side(sandbox: Sandbox, change: Change = lambda _, answer: answer) -> Side:
    recorder = Recorder(Acted(sandbox, change))
    client = Client.from_sandbox(sandbox.connection, transport=recorder, clock=Hour().clock)
    return Side(client, recorder, stamp="20260302T000000")


def verify(
    world: Sandbox, change: Change = lambda _, answer: answer, *, write: bool = True, calls_max: int = 200
) -> Evidence:
    with Sandbox("demo", strict=True) as other:
        return run(side(world, change), side(other), probes(write=write), calls_max=calls_max, now=NOW, tell=quiet)


def quiet(_: str) -> None:
    """Say nothing."""


def ours(world: Sandbox) -> list[str]:
    """Return what a run has left in the books, by name."""
    client = Client.from_sandbox(world.connection, transport=AsgiTransport(world.asgi))
    contacts = client.call("list_contacts", params={"contact_name_startswith": "Tallystick verify"})["contacts"]
    items = client.call("list_items", params={"name_startswith": "Tallystick verify"})["items"]
    return [row["contact_name"] for row in contacts] + [row["name"] for row in items]


def test_every_probe_is_an_operation_and_has_a_name_of_its_own() -> None:
    every = (*READS, *WRITES)
    assert {probe.operation for probe in every} <= set(OPERATIONS)
    assert len({probe.id for probe in every}) == len(every)
    assert not [probe.id for probe in READS if probe.is_write]
    assert all(OPERATIONS[probe.operation].method == "GET" for probe in READS)


def test_a_sandbox_agrees_with_itself_and_nothing_is_left_behind(world: Sandbox) -> None:
    evidence = verify(world)
    assert evidence.agreeing == len(evidence.observations) == len(READS) + len(WRITES)
    assert evidence.skipped == evidence.left == ()
    assert ours(world) == []


def test_reading_writes_nothing(world: Sandbox) -> None:
    methods: set[str] = set()

    def note(request: Request, answer: Reply) -> Reply:
        methods.add(request.method)
        return answer

    assert verify(world, note, write=False).calls == len(READS)
    assert methods == {"GET"}


def test_an_organisation_without_records_leaves_those_probes_out() -> None:
    with Sandbox("empty", strict=True) as empty:
        evidence = verify(empty, write=False)
    assert "invoices: one: there is no such record to look at" in evidence.skipped


def test_what_differs_is_named_where_it_differs(world: Sandbox) -> None:
    def change(request: Request, answer: Reply) -> Reply:
        if request.method == "GET" and "/invoices?" in request.url and answer.status == 200:
            body = msgspec.json.decode(answer.content)
            for row in body["invoices"]:
                row["new_key"] = "Harbour"
                row["total"] = {"amount": 1}
                del row["status"]
            headers = {name: value for name, value in answer.headers.items() if name != "x-rate-limit-limit"}
            return Reply(200, headers, msgspec.json.encode({**body, "message": "not 12 fine Ada"}))
        return answer

    evidence = verify(world, change, write=False)
    (seen,) = [seen for seen in evidence.observations if seen.probe == "invoices: list"]
    found = {
        (difference.kind, difference.where): (difference.real, difference.sandbox) for difference in seen.differences
    }
    assert found == {
        ("message", "message"): ("not # …", "success"),
        ("header", "x-rate-limit-limit"): ("", "present"),
        ("key only the real service has", "invoices[].new_key"): ("text", ""),
        ("key only the sandbox has", "invoices[].status"): ("", "text"),
        ("kind", "invoices[].total"): ("object", "number"),
        ("key only the real service has", "invoices[].total.amount"): ("number", ""),
    }
    assert b"Harbour" not in msgspec.json.encode(evidence)


@pytest.mark.parametrize("stop", ["an invoice is made", "a payment is made", "the payment is read"])
@pytest.mark.parametrize("how", [KeyboardInterrupt, RuntimeError])
def test_what_was_made_is_taken_back_whenever_it_ends(world: Sandbox, stop: str, how: type[BaseException]) -> None:
    def tell(probe: str) -> None:
        if probe == stop:
            raise how

    with Sandbox("demo", strict=True) as other, pytest.raises(how):
        run(side(world), side(other), probes(write=True), calls_max=200, now=NOW, tell=tell)
    assert ours(world) == []


def test_what_cannot_be_deleted_is_named_and_the_rest_is_deleted(world: Sandbox) -> None:
    def change(request: Request, answer: Reply) -> Reply:
        if request.method == "DELETE" and "/items/" in request.url:
            return Reply(400, answer.headers, b'{"code":36,"message":"in use"}')
        return answer

    with Sandbox("demo", strict=True) as other:
        real = side(world)
        stubborn = Acted(world, change)
        refusing = Recorder(_Before(stubborn))
        client = Client.from_sandbox(world.connection, transport=refusing)
        real = Side(client, refusing, stamp="20260302T000000")
        evidence = run(real, side(other), probes(write=True), calls_max=200, now=NOW, tell=quiet)
    assert len(evidence.left) == 1
    assert evidence.left[0].startswith("delete_item")
    assert ours(world) == ["Tallystick verify 20260302T000000"], "only the item is left"


class _Before:
    """Refuses to delete an item before the books hear of it."""

    def __init__(self, transport: Acted) -> None:
        self._transport = transport

    def send(self, request: Request) -> Reply | Failure:
        if request.method == "DELETE" and "/items/" in request.url:
            return Reply(400, {}, b'{"code":36,"message":"in use"}')
        return self._transport.send(request)

    def close(self) -> None:
        self._transport.close()


def test_a_write_whose_answer_was_lost_is_reported_to_be_searched_for(world: Sandbox) -> None:
    def change(request: Request, answer: Reply) -> Reply | Failure:
        return (
            Failure("cut") if request.method == "POST" and request.url.partition("?")[0].endswith("/items") else answer
        )

    evidence = verify(world, change)
    assert [text for text in evidence.left if "an item is made" in text and "20260302T000000" in text]
    (seen,) = [seen for seen in evidence.observations if seen.probe == "an item is made"]
    assert seen.failure == "OutcomeUnknown"


@pytest.mark.parametrize("calls_max", [1, 5, 34, 40])
def test_no_call_is_made_past_the_budget(world: Sandbox, calls_max: int) -> None:
    evidence = verify(world, calls_max=calls_max)
    assert evidence.calls <= calls_max
    assert evidence.skipped
    assert ours(world) == []


def test_an_operation_the_sandbox_has_not_learned_is_one_difference() -> None:
    real = Seen(200, {"content-type": "application/json"}, {"code": 0, "bills": [{"total": Decimal("1.5")}]})
    sandbox = Seen(400, {"x-tallystick-not-yet": "list_bills"}, {"code": 990001})
    assert compare(real, sandbox) == [Difference("not yet", sandbox="list_bills")]


def test_an_empty_text_agrees_with_every_kind_and_an_empty_list_with_every_row() -> None:
    real = Seen(200, {}, {"code": 0, "rows": [], "rate": "", "cf_mine": 1})
    sandbox = Seen(200, {}, {"code": 0, "rows": [{"a": 1}], "rate": 1, "cf_yours": 1})
    assert compare(real, sandbox) == []


def test_html_is_a_difference_and_not_a_crash(world: Sandbox) -> None:
    evidence = verify(world, lambda *_: Reply(502, {"content-type": "text/html"}, b"<html>"), write=False)
    assert evidence.agreeing == 0


def test_the_file_holds_nothing_of_the_organisation(world: Sandbox, tmp_path: Any) -> None:
    evidence = msgspec.structs.replace(verify(world), left=("delete_item 12345678",))
    write_evidence(tmp_path / "evidence.json", evidence)
    text = (tmp_path / "evidence.json").read_text()
    connection = world.connection
    for secret in (*connection.values(), "Tallystick Demo", "owner@", "12345678", "20260302T"):
        assert secret not in text
    with pytest.raises(TallystickError, match="cannot be written"):
        write_evidence(tmp_path, evidence)
