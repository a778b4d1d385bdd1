"""Renewing under load: a thousand threads or tasks at once renew once, and never more than the vendor bears."""

import asyncio
import threading

import pytest

from tallystick.model.errors import RateLimited, ScopeMissing
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Failure, Reply, Request
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.client import AsyncClient, Client
from tallystick.vendors.zoho_books.consent import Authoriser

CROWD = 1_000


class Counting:
    """Counts what goes to the token endpoint and what is in flight there at once."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._transport, self._lock = AsgiTransport(sandbox.asgi), threading.Lock()
        self.renewals = 0

    def _count(self, request: Request) -> None:
        if request.url.endswith("/oauth/v2/token"):
            with self._lock:
                self.renewals += 1

    def send(self, request: Request) -> Reply | Failure:
        self._count(request)
        with self._lock:  # the sandbox in this process answers one at a time
            return self._transport.send(request)

    async def asend(self, request: Request) -> Reply | Failure:
        self._count(request)
        await asyncio.sleep(0)
        return await self._transport.asend(request)

    def close(self) -> None:
        self._transport.close()

    async def aclose(self) -> None:
        await self._transport.aclose()


def renewing(sandbox: Sandbox) -> dict[str, str]:
    """Return what opens the sandbox without an access token, so that the first call has to fetch one."""
    return {**sandbox.connection, "access_token": ""}


def test_a_thousand_threads_at_once_renew_once() -> None:
    with Sandbox("empty", strict=True, limits=False) as sandbox:
        counting = Counting(sandbox)
        client = Client.from_sandbox(renewing(sandbox), transport=counting, plan="unlimited")
        start, done, failed = threading.Event(), [], []

        def ask() -> None:
            start.wait()
            try:
                done.append(client.call("list_taxes").status)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
                failed.append(error)

        threads = [threading.Thread(target=ask) for _ in range(CROWD)]
        for thread in threads:
            thread.start()
        start.set()
        for thread in threads:
            thread.join()
    assert failed == []
    assert done == [200] * CROWD
    assert counting.renewals == 1


def test_a_thousand_tasks_at_once_renew_once() -> None:
    with Sandbox("empty", strict=True, limits=False) as sandbox:
        counting = Counting(sandbox)

        async def ask() -> list[int]:
            async with AsyncClient.from_sandbox(renewing(sandbox), transport=counting, plan="unlimited") as client:
                return [
                    answer.status for answer in await asyncio.gather(*(client.call("list_taxes") for _ in range(CROWD)))
                ]

        assert asyncio.run(ask()) == [200] * CROWD
    assert counting.renewals == 1


def test_a_token_revoked_under_everybodys_hands_is_renewed_once() -> None:
    with Sandbox("empty", strict=True, limits=False) as sandbox:
        counting = Counting(sandbox)
        client = Client.from_sandbox(sandbox.connection, transport=counting, plan="unlimited")
        assert client.call("list_taxes").status == 200
        sandbox.tokens.revoke(sandbox.connection["access_token"])
        threads = [threading.Thread(target=client.call, args=("list_taxes",)) for _ in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert counting.renewals == 1


def test_the_eleventh_token_in_ten_minutes_is_not_even_asked_for() -> None:
    with Sandbox("empty", strict=True, limits=False) as sandbox:
        counting = Counting(sandbox)
        own = sandbox.connection
        with Authoriser(
            client_id=own["client_id"], client_secret=own["client_secret"], accounts_url=sandbox.url, transport=counting
        ) as authoriser:
            scopes = ["ZohoBooks.settings.READ"]
            granted = authoriser.client_credentials(scopes)
        client = Client(
            **{**granted.arguments(), "access_token": ""},
            organization_id=own["organization_id"],
            transport=counting,
            wait_seconds_max=0.0,
        )
        counting.renewals = 0
        with pytest.raises(ScopeMissing) as caught:
            client.call("list_invoices")
        assert caught.value.scopes == ("ZohoBooks.invoices.READ",)
        assert counting.renewals == 1, "a fresh token that is refused lacks a scope: no second one is fetched"
        keeper = client._session.keeper
        keeper._renewals.extend([client._session.clock.monotonic()] * 10)
        keeper._token = None
        with pytest.raises(RateLimited) as paced:
            client.call("list_taxes")
        assert paced.value.scope == "token"
        assert counting.renewals == 1
