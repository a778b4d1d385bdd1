"""The client in trouble: what the sandbox does wrong on demand, and what a program is told."""

from collections.abc import Iterator

import pytest

from tallystick.model import errors
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.faults import Fault, FaultKind
from tallystick.zoho_books import AsgiTransport, Client
from tests.vendors.zoho_books.client.test_with_sandbox import Hour


@pytest.fixture
def hour() -> Hour:
    return Hour()


@pytest.fixture
def sandbox(hour: Hour) -> Iterator[Sandbox]:
    with Sandbox("empty", strict=True, real=hour.real) as opened:
        yield opened


@pytest.fixture
def client(sandbox: Sandbox, hour: Hour) -> Client:
    return Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), clock=hour.clock)


def operations(sandbox: Sandbox) -> list[str]:
    return [each.operation for each in reversed(sandbox.emulator.log.latest())]


def test_a_token_that_dies_in_the_middle_of_a_run_is_renewed_once(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.add(Fault(FaultKind.UNAUTHORIZED, skip=1))
    assert [client.call("list_items")["code"] for _ in range(3)] == [0, 0, 0]
    assert operations(sandbox) == ["list_items"] * 4


def test_a_token_that_is_refused_again_and_again_is_no_loop(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.add(Fault(FaultKind.UNAUTHORIZED, times=0))
    with pytest.raises(errors.ScopeMissing):
        client.call("list_items")
    assert operations(sandbox) == ["list_items"] * 2


@pytest.mark.parametrize("kind", [FaultKind.SERVER_ERROR, FaultKind.HTML, FaultKind.TIMEOUT, FaultKind.DROP])
def test_a_read_is_tried_again_after_a_pause(sandbox: Sandbox, client: Client, hour: Hour, kind: FaultKind) -> None:
    sandbox.faults.add(Fault(kind, times=2, status=502))
    assert client.call("list_items")["code"] == 0
    assert operations(sandbox) == ["list_items"] * 3
    assert hour.waited > 0


@pytest.mark.parametrize("kept", [0, 1])
@pytest.mark.parametrize("kind", [FaultKind.SERVER_ERROR, FaultKind.HTML, FaultKind.TIMEOUT, FaultKind.DROP])
def test_a_write_without_an_answer_is_never_sent_again_by_itself(
    sandbox: Sandbox, client: Client, kind: FaultKind, kept: int
) -> None:
    sandbox.faults.add(Fault(kind, operation="create_contact", after_commit=bool(kept)))
    with pytest.raises(errors.OutcomeUnknown):
        client.contacts.create({"contact_name": "Bowman & Co"})
    assert operations(sandbox) == ["create_contact"]
    assert len(client.call("list_contacts")["contacts"]) == kept


def test_a_limit_that_was_not_foreseen_is_waited_out(sandbox: Sandbox, client: Client, hour: Hour) -> None:
    sandbox.faults.add(Fault(FaultKind.LIMIT, limit="minute"))
    assert client.call("list_items")["code"] == 0
    assert hour.waited >= 60


def test_a_half_answer_to_a_read_is_asked_for_again(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.add(Fault(FaultKind.TRUNCATE))
    assert client.call("list_items")["code"] == 0
    assert operations(sandbox) == ["list_items"] * 2
