"""The client against the sandbox in this process: the vendor's answers as another reading of the facts gives them."""

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.clock import Clock
from tallystick.rest.transport import Transport
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.limits import LimitSettings
from tallystick.zoho_books import AsgiTransport, AsyncClient, Client


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(company="empty", strict=True) as opened:
        yield opened


@pytest.fixture
def client(sandbox: Sandbox) -> Client:
    return client_of(sandbox)


def client_of(sandbox: Sandbox, **changed: Any) -> Client:
    transport: Transport = AsgiTransport(sandbox.asgi)
    return Client.from_sandbox({**sandbox.connection, **changed}, transport=transport)


def invoice_of(client: Client, name: str = "Bowman & Co") -> dict[str, Any]:
    contact = client.call("create_contact", body={"contact_name": name})["contact"]
    line = {"name": "Hammer", "rate": Decimal("12.35"), "quantity": 3}
    body = {"customer_id": contact["contact_id"], "line_items": [line], "reference_number": "PO-1"}
    invoice: dict[str, Any] = client.call("create_invoice", body=body)["invoice"]
    return invoice


def test_an_invoice_is_made_read_and_removed(client: Client) -> None:
    invoice = invoice_of(client)
    assert invoice["total"] == Decimal("37.05")
    shown = client.call("GET", f"/invoices/{invoice['invoice_id']}")
    assert shown["invoice"]["reference_number"] == "PO-1"
    assert shown.limits.remaining is not None
    assert client.call("delete_invoice", params={"invoice_id": invoice["invoice_id"]}).status == 200
    with pytest.raises(errors.NotFound, match="Check the id"):
        client.call("get_invoice", params={"invoice_id": invoice["invoice_id"]})


def test_pages_of_the_sandbox_are_walked_to_the_end(client: Client) -> None:
    made = {
        client.call("create_contact", body={"contact_name": f"Contact {n}"})["contact"]["contact_id"] for n in range(7)
    }
    pages = list(client.pages("list_contacts", params={"per_page": 3}))
    assert [len(page.rows) for page in pages] == [3, 3, 1]
    assert {row["contact_id"] for page in pages for row in client.records("list_contacts", page)} == made


def test_both_clients_read_the_same(sandbox: Sandbox, client: Client) -> None:
    invoice_of(client)

    async def awaiting() -> dict[str, Any]:
        async with AsyncClient.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi)) as other:
            return await other.call("list_invoices")

    assert asyncio.run(awaiting()) == client.call("list_invoices")


def test_a_first_token_is_fetched_and_a_dead_one_renewed(sandbox: Sandbox) -> None:
    for token in ("", "1000.dead.dead"):
        assert client_of(sandbox, access_token=token).call("list_invoices")["invoices"] == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"refresh_token": "1000.x.y"}, errors.AuthorisationRevoked),
        ({"client_id": "1000.UNKNOWN"}, errors.AuthenticationFailed),
        ({"client_secret": "wrong"}, errors.AuthenticationFailed),
    ],
    ids=["refresh token", "client id", "client secret"],
)
def test_wrong_credentials_are_told_apart(sandbox: Sandbox, wrong: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        client_of(sandbox, access_token="", **wrong).call("list_invoices")


@pytest.mark.parametrize("organization_id", ["10", "abc"])
def test_a_foreign_and_a_malformed_organisation_are_wrong(client: Client, organization_id: str) -> None:
    with pytest.raises(errors.WrongOrganisation):
        client.call("list_invoices", organization_id=organization_id)


def test_a_name_that_is_taken_is_told(client: Client) -> None:
    client.call("create_contact", body={"contact_name": "Bowman & Co"})
    with pytest.raises(errors.AlreadyExists) as caught:
        client.call("create_contact", body={"contact_name": "Bowman & Co"})
    assert caught.value.code == 3062


def test_an_operation_the_sandbox_does_not_play_is_told(client: Client) -> None:
    with pytest.raises(errors.NotYet, match="list_invoices_einvoice"):
        client.call("list_invoices_einvoice")


def test_a_wrong_value_is_told_with_the_field(client: Client) -> None:
    with pytest.raises(errors.InvalidRequest):
        client.call("create_contact", body={"contact_name": "x" * 5000})


def test_a_body_that_is_no_record_is_told(client: Client) -> None:
    with pytest.raises(errors.InvalidRequest, match="JSON object"):
        client.call("create_contact", body=["Bowman"])


class Hour:
    """Time that client and sandbox share, and that passes only when the client waits."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0
        self.waited = 0.0

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self.waited += seconds

    def real(self) -> float:
        return self.seconds

    @property
    def clock(self) -> Clock:
        return Clock(monotonic=self.real, sleep=self.sleep)


def test_a_client_that_hurries_is_never_refused_and_takes_the_minutes_it_needs() -> None:
    hour = Hour()
    with Sandbox(company="empty", strict=True, real=hour.real) as sandbox:
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), clock=hour.clock)
        for _ in range(350):
            assert client.call("list_invoices")["code"] == 0
    assert hour.waited == pytest.approx(180, abs=3)
    assert client.limiter.spending().own == 350


def test_a_client_with_a_wrong_plan_is_refused_once_and_learns() -> None:
    hour = Hour()
    limits = LimitSettings(minute_max=40)
    with Sandbox(company="empty", strict=True, real=hour.real, limits=limits) as sandbox:
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), clock=hour.clock)
        for _ in range(60):
            assert client.call("list_invoices")["code"] == 0
    assert hour.waited == pytest.approx(60, abs=3)


def test_a_spent_day_is_told_with_the_time_of_its_end() -> None:
    hour = Hour()
    with Sandbox(company="empty", strict=True, real=hour.real, limits=LimitSettings(day_max=5)) as sandbox:
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), clock=hour.clock)
        for _ in range(5):
            client.call("list_invoices")
        with pytest.raises(errors.RateLimited) as caught:
            client.call("list_invoices")
        assert caught.value.scope == "day"
        hour.sleep(caught.value.retry_after_seconds)
        assert client.call("list_invoices")["code"] == 0
