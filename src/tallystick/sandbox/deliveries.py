"""Sends what webhooks have to deliver, to where it may go, and notes how that went. What fires is the emulator's business.

Sending is decided in a generator and waited for in two drivers. A sandbox without a port sends when it is asked to, a
served one by itself; one delivery goes at a time, in the order they fired. One that was sent and not yet noted when the
sandbox was killed is sent again.
"""

import asyncio
import inspect
import logging
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from tallystick.model.errors import ConfigurationError
from tallystick.rest.asgi import Application, AsgiTransport
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.transport import AsyncHttpxTransport, HttpxTransport
from tallystick.sandbox.destination import LOOPBACK, Address, host_of, read_addresses, read_destinations, resolve
from tallystick.telemetry import redact
from tallystick.vendors.zoho_books.emulator.deliveries import (
    LOG,
    QUEUE,
    SAID_LENGTH_MAX,
    Attempt,
    Delivery,
    all_of,
    find_due,
    instant,
    note,
    read,
)
from tallystick.vendors.zoho_books.emulator.faults import FaultKind
from tallystick.vendors.zoho_books.emulator.firing import watches_dates
from tallystick.vendors.zoho_books.emulator.organization import Organization

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

SECONDS: Final = 15.0
"""How long a receiver may take: documented for a sibling product, unknown for this one."""
ANSWER_BYTES_MAX: Final = 64 * 1024
"""Bytes of an answer that are read; one that is larger is a failure."""
ROUND_MAX: Final = 10_000
"""Deliveries sent in one round; the rest go in the next."""
LOOK_SECONDS: Final = 1.0
"""How often a served sandbox looks whether the clock has made something due."""
LOGGER: Final = logging.getLogger(__name__)
AGENT: Final = "Tallystick-Sandbox"

Receiver: TypeAlias = Callable[[Request], Reply | int | None]
"""A receiver in this process: gets the request, gives a reply, a status, or nothing for 200."""
Webhooks: TypeAlias = str | Sequence[str] | Receiver | Application
Steps: TypeAlias = Generator[Request, Reply | Failure, None]


class Deliveries:
    """The deliveries of one sandbox, and the way they go out."""

    def __init__(self, sandbox: "Sandbox", webhooks: Webhooks = LOOPBACK, *, seconds: float = SECONDS) -> None:
        self._sandbox = sandbox
        self._webhooks, self._seconds = webhooks, seconds
        is_told = isinstance(webhooks, str) or not callable(webhooks)
        self._destinations = read_destinations(webhooks if is_told else LOOPBACK)  # type: ignore[arg-type]  # as told
        self._receiver: Any = None if is_told else webhooks
        self._is_app = not is_told and _is_application(webhooks)
        self._busy = asyncio.Lock()
        self._woken = asyncio.Event()
        self._served: AsyncHttpxTransport | None = None

    def of(self, sandbox: "Sandbox") -> "Deliveries":
        """Return the deliveries of another sandbox, which go out the same way."""
        return Deliveries(sandbox, self._webhooks, seconds=self._seconds)

    def deliver(self) -> list[dict[str, Any]]:
        """Send what is due, and return each delivery as it then stands."""
        sent: list[dict[str, Any]] = []
        steps = self._round(sent)
        request = next(steps, None)
        transport = HttpxTransport(direct=True)
        try:
            while request is not None:
                request = _go_on(steps, self._send(transport, request))
        finally:
            transport.close()
        return sent

    async def adeliver(self) -> list[dict[str, Any]]:
        """Do what `deliver` does, without holding up the loop."""
        sent: list[dict[str, Any]] = []
        async with self._busy, self._open() as transport:
            steps = self._round(sent)
            request = next(steps, None)
            while request is not None:
                request = _go_on(steps, await self._asend(transport, request))
        return sent

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[AsyncHttpxTransport]:
        """Give the transport of the sandbox that is served, or one for a single round."""
        if self._served is not None:
            yield self._served
            return
        async with AsyncHttpxTransport(direct=True) as transport:
            yield transport

    async def run(self) -> None:
        """Send what becomes due until the task is cancelled."""
        async with AsyncHttpxTransport(direct=True) as self._served:
            while self._served is not None:
                try:
                    await self.adeliver()
                except Exception:
                    # Our mistake: it is logged here whole, and the deliveries wait for the next look.
                    LOGGER.exception("The sandbox failed to deliver what webhooks have to")
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await self._woken.wait()
                self._woken.clear()

    def wake(self) -> None:
        """Have a served sandbox look for deliveries now."""
        self._woken.set()

    def shown(self) -> dict[str, Any]:
        """Return the queue and the log, the oldest first, without secrets."""
        organizations = self._sandbox.emulator.organizations.values()
        return {
            name: [
                _shown(organization, *found) for organization in organizations for found in all_of(organization, noun)
            ]
            for name, noun in (("queue", QUEUE), ("log", LOG))
        }

    def _round(self, sent: list[dict[str, Any]]) -> Steps:
        """Yield the requests of what is due now, take how each went, and note it."""
        emulator = self._sandbox.emulator
        for organization in list(emulator.organizations.values()):
            if not (organization.own("webhook") or organization.own(QUEUE)):
                continue
            organization.catch_up(emulator.now())
            if organization.pending or watches_dates(organization):
                emulator.keep(organization)
            passed = ""
            for _ in range(ROUND_MAX):
                identity = find_due(organization, instant(emulator.now()), passed)
                delivery = read(organization, QUEUE, identity) if identity else None
                if delivery is None:
                    break
                attempts: list[Attempt] = []
                for _ in range(_times(delivery)):
                    outcome = yield self._request(delivery)
                    attempts.append(Attempt(instant(emulator.now()), *_outcome(outcome)))
                if emulator.organizations.get(organization.id) is not organization:
                    return  # The sandbox began again meanwhile, and this organisation is no more.
                noted = note(organization, identity, tuple(attempts), emulator.now())
                emulator.keep(organization)
                if noted is not None:
                    sent.append(_shown(organization, identity, noted))
                passed = max(passed, identity)

    def _request(self, delivery: Delivery) -> Request:
        return Request(
            method=delivery.method,
            url=delivery.url,
            # A connection is used once: it is of one address, and another name may lead to the same.
            headers={"user-agent": AGENT, "connection": "close", **_lower(delivery.headers)},
            content=delivery.body.encode(),
            timeout_seconds=self._seconds,
            bytes_max=ANSWER_BYTES_MAX,
        )

    def _send(self, transport: HttpxTransport, request: Request) -> Reply | Failure:
        if self._is_app:
            return asyncio.run(self._aask(request)) if not _is_in_a_loop() else _refuse_loop()
        if self._receiver is not None:
            return _reply(self._receiver(request))
        outcome: Reply | Failure = Failure("nothing was tried", sent=False)
        host, port = host_of(request.url)
        for one in self._checked(request, host, resolve(host, port)):
            outcome = one if isinstance(one, Failure) else transport.send(one)
            if isinstance(outcome, Reply) or outcome.sent:
                break
        return outcome

    async def _asend(self, transport: AsyncHttpxTransport, request: Request) -> Reply | Failure:
        if self._is_app:
            return await self._aask(request)
        if self._receiver is not None:
            return _reply(self._receiver(request))
        host, port = host_of(request.url)
        found: list[Address] = []
        with suppress(OSError, UnicodeError):
            found = read_addresses(await asyncio.get_running_loop().getaddrinfo(host, port))
        outcome: Reply | Failure = Failure("nothing was tried", sent=False)
        for one in self._checked(request, host, found):
            outcome = one if isinstance(one, Failure) else await transport.asend(one)
            if isinstance(outcome, Reply) or outcome.sent:
                break
        return outcome

    def _checked(self, request: Request, host: str, addresses: list[Address]) -> Iterator[Request | Failure]:
        """Yield the request for each address of its host, or why there is none that it may go to."""
        reason = self._destinations.check(host, addresses)
        if reason:
            yield Failure(reason, sent=False)
            return
        for address in addresses:
            yield msgspec.structs.replace(request, address=str(address))

    async def _aask(self, request: Request) -> Reply | Failure:
        try:
            async with asyncio.timeout(self._seconds):
                return await AsgiTransport(self._receiver).asend(request)
        except TimeoutError:
            return Failure(f"the receiver took longer than {self._seconds:g} s")


@asynccontextmanager
async def delivering(sandbox: "Sandbox") -> AsyncIterator[None]:
    """Have a sandbox that is served in this loop send by itself while the block runs."""
    task = asyncio.create_task(sandbox.deliveries.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


def _lower(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


def _times(delivery: Delivery) -> int:
    """Return how often a delivery is sent at this attempt."""
    if delivery.fault == FaultKind.WEBHOOK_DROP:
        return 0
    return 2 if delivery.fault == FaultKind.WEBHOOK_DUPLICATE and not delivery.attempts else 1


def _outcome(outcome: Reply | Failure) -> tuple[int, str]:
    if isinstance(outcome, Failure):
        return 0, outcome.reason[:SAID_LENGTH_MAX]
    said = outcome.content[: 4 * SAID_LENGTH_MAX].decode("utf-8", "replace")[:SAID_LENGTH_MAX]
    if 300 <= outcome.status < 400:
        said = f"redirects are not followed: {outcome.headers.get('location', '')[:SAID_LENGTH_MAX]}"
    return outcome.status, said


def _go_on(steps: Steps, outcome: Reply | Failure) -> Request | None:
    try:
        return steps.send(outcome)
    except StopIteration:
        return None


def _reply(answer: Reply | int | None) -> Reply:
    return answer if isinstance(answer, Reply) else Reply(200 if answer is None else answer)


def _is_application(receiver: Any) -> bool:
    return inspect.iscoroutinefunction(receiver) or inspect.iscoroutinefunction(type(receiver).__call__)


def _is_in_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _refuse_loop() -> Failure:
    raise ConfigurationError(
        "an ASGI application cannot be waited for inside a running loop", hint="Use `await sandbox.adeliver()`."
    )


def _shown(organization: Organization, identity: str, delivery: Delivery) -> dict[str, Any]:
    """Return a delivery as JSON values, without secrets."""
    return {
        "organization_id": organization.id,
        "delivery_id": identity,
        "webhook_id": delivery.webhook_id,
        "workflow_id": delivery.workflow_id,
        "event": delivery.event,
        "entity": delivery.entity,
        "record_id": delivery.record_id,
        "state": delivery.state,
        "fired_at": delivery.fired_at,
        "due_at": delivery.due_at,
        "retries_left": len(delivery.waits),
        "fault": delivery.fault,
        "method": delivery.method,
        "url": redact(delivery.url),
        "headers": {name: redact(f"{name}: {value}").partition(": ")[2] for name, value in delivery.headers},
        "body": redact(delivery.body),
        "attempts": [{"at": one.at, "status": one.status, "said": redact(one.said)} for one in delivery.attempts],
    }
