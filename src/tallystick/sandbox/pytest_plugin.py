"""The pytest plugin: a fixture `zoho_books` that gives each test a sandbox of its own. It is loaded by pytest alone.

Nothing of the sandbox is imported until a test asks for it, because pytest loads this in every project beside us.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from tallystick.rest.asgi import AsgiTransport
    from tallystick.sandbox.clock import Clock
    from tallystick.sandbox.world import Sandbox
    from tallystick.vendors.zoho_books.emulator.faults import Faults
    from tallystick.zoho_books import AsyncClient, Client

MARKER: Final = "zoho_books"
DEFAULTS: Final[dict[str, Any]] = {"company": "empty", "limits": False}
"""What a test's sandbox is started with, unless the project's settings or the test's marker say otherwise."""


class ZohoBooks:
    """One test's sandbox of Zoho Books: ways in for the program under test, and what the test may do to it.

    `sandbox` is all of it; `connection` what a program needs to log in; `asgi` the application, for HTTP libraries that
    take one. `clock` moves time, `faults` makes trouble.
    """

    def __init__(self, sandbox: "Sandbox", stack: ExitStack) -> None:
        self.sandbox = sandbox
        self.asgi = sandbox.asgi
        self._stack = stack
        self._client: Client | None = None
        self._url = ""
        self._environment: dict[str, str] = {}

    @cached_property
    def _transport(self) -> "AsgiTransport":
        # One for all, because it lets one blocking call at a time into the sandbox, whichever thread it comes from.
        from tallystick.rest.asgi import AsgiTransport  # noqa: PLC0415  see the module

        return AsgiTransport(self.asgi)

    @cached_property
    def _pacing(self) -> dict[str, Any]:
        """What makes a client wait in the sandbox's time and never in the test's, and not at all without limits."""
        from tallystick.rest.clock import Clock  # noqa: PLC0415  see the module

        clock = self.sandbox.clock

        async def pass_time(seconds: float) -> None:
            clock.advance(seconds)

        limited = self.sandbox.emulator.limits.settings.on
        own = Clock(monotonic=clock.steady, sleep=clock.advance, sleep_async=pass_time)
        return {"clock": own} if limited else {"clock": own, "plan": "unlimited"}

    @property
    def client(self) -> "Client":
        """A client that is logged in, without sockets; the same one each time. Where it has to wait, the clock moves on."""
        from tallystick.zoho_books import Client  # noqa: PLC0415  see the module

        if self._client is None:
            self._client = Client.from_sandbox(self.sandbox.connection, transport=self._transport, **self._pacing)
        return self._client

    @property
    def async_client(self) -> "AsyncClient":
        """A client to be awaited, without sockets; another one each time, because it belongs to one event loop."""
        from tallystick.zoho_books import AsyncClient  # noqa: PLC0415  see the module

        return AsyncClient.from_sandbox(self.sandbox.connection, transport=self._transport, **self._pacing)

    @property
    def url(self) -> str:
        """An address on a loopback port, for programs that need a socket; opened when first asked for."""
        from tallystick.sandbox.beside import serving  # noqa: PLC0415  see the module

        if not self._url:
            self._url = self._stack.enter_context(serving(self._transport.send))
            self.sandbox.connection_at(self._url)
        return self._url

    @property
    def connection(self) -> dict[str, str]:
        """What a program over a socket needs: url, organization_id, client_id, client_secret, refresh_token, access_token."""
        return self.sandbox.connection_at(self.url)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program whose hosts are fixed: a proxy that leads the vendor's names here, and whom to trust.

        Answers name the vendor's real hosts from then on, because such a program follows them.
        """
        from tallystick.sandbox.proxy import proxying  # noqa: PLC0415  see the module

        if not self._environment:
            self.sandbox.name_real_hosts()
            self._environment = self._stack.enter_context(proxying(self._transport.send))
        return self._environment

    @property
    def clock(self) -> "Clock":
        """The sandbox's clock: `advance(seconds)`, `set(instant)`, `freeze()`."""
        return self.sandbox.clock

    @property
    def faults(self) -> "Faults":
        """The trouble that waits for calls."""
        return self.sandbox.faults

    def deliver(self) -> list[dict[str, Any]]:
        """Send what webhooks have to deliver by now; return each delivery with its attempts."""
        return self.sandbox.deliver()

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The requests so far, the first first, each with the documents it changed and its effect on the accounts."""
        emulator = self.sandbox.emulator
        found = reversed(emulator.log.latest())
        return [each.shown(emulator.organizations.get(each.organization_id)) for each in found]


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        f"{MARKER}(**settings): what this test's sandbox is started with: company, today, strict, limits, readings, …",
    )


@pytest.fixture(scope="session")
def zoho_books_settings() -> dict[str, Any]:
    """What every sandbox of the project is started with; define it anew in conftest.py to change it."""
    return {}


@pytest.fixture
def zoho_books(request: pytest.FixtureRequest, zoho_books_settings: dict[str, Any]) -> Iterator[ZohoBooks]:
    """Give a sandbox of Zoho Books that only this test knows; books, clock and faults are gone with it.

    It begins with an empty company and without limits; `zoho_books_settings` and the marker `zoho_books` say otherwise,
    in the words of `Sandbox`. Raises ConfigurationError for a setting that cannot be.
    """
    from tallystick.sandbox.world import Sandbox  # noqa: PLC0415  see the module

    marker = request.node.get_closest_marker(MARKER)
    settings = {**DEFAULTS, **zoho_books_settings, **(marker.kwargs if marker else {})}
    with ExitStack() as stack:
        yield ZohoBooks(stack.enter_context(Sandbox(**settings)), stack)
