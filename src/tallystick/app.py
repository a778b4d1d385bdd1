"""The composition root: the only place that builds things and joins the rooms. It decides nothing that a room can decide."""

import asyncio
import datetime as dt
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from tallystick.mirror import Mirror, open_mirror
from tallystick.model.errors import ConfigurationError
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.client import BlockingClient
from tallystick.sandbox.deliveries import delivering
from tallystick.sandbox.port import HOST, listen
from tallystick.sandbox.server import serving
from tallystick.sandbox.world import Sandbox
from tallystick.sync import Report, sync
from tallystick.vendors.zoho_books.client import Client
from tallystick.vendors.zoho_books.verification.evidence import Evidence
from tallystick.vendors.zoho_books.verification.recorder import Recorder
from tallystick.vendors.zoho_books.verification.run import Side, probes, run
from tallystick.web.site import About, site

FIRST_CALLS_MAX: Final = 90
"""Calls that filling the demo's mirror may spend: under the 100 a minute that the vendor allows."""
REFRESH_CALLS_MAX: Final = 40
WAIT_SECONDS_MAX: Final = 5.0
"""A reader waits for the button; past this the page says when the vendor allows more calls."""

SOURCE: Final = (
    "These books live in a sandbox on this machine and were read through its API. The documents are a real retailer's, "
    "with their dates moved; the customers' names and the payments are made up."
)
STATE_FILE: Final = "sandbox.sqlite"
MIRROR_FILE: Final = "mirror.sqlite"


class DemoPlan(msgspec.Struct, frozen=True):
    """What the demo is asked for; port 0 is any free one, `folder` None one that is removed at the end."""

    port: int
    sandbox_port: int
    today: dt.date | None = None
    folder: Path | None = None


class Demo(msgspec.Struct, frozen=True):
    """A demo that is up: its addresses, what opens its sandbox, and what the first sync cost and brought."""

    page: str
    sandbox: dict[str, str]
    mirror: str
    report: Report


@asynccontextmanager
async def demo(plan: DemoPlan) -> AsyncIterator[Demo]:
    """Run sandbox, client, mirror and pages in this process while the block runs.

    The pages show only what the client was told through the vendor's API. Raises ConfigurationError when a port,
    the date or the folder cannot be used.
    """
    listen(plan.port).close()  # A page port that is taken is said before the work, not after it.
    with _folder(plan.folder) as folder, _sandbox(plan, folder) as sandbox:
        async with serving(sandbox.asgi, port=plan.sandbox_port) as sandbox_port, delivering(sandbox):
            connection = sandbox.connection_at(f"http://{HOST}:{sandbox_port}")
            with Client.from_sandbox(connection, wait_seconds_max=WAIT_SECONDS_MAX) as client:
                path = folder / MIRROR_FILE
                run = _syncing(client, path, sandbox.clock.now)
                report = await asyncio.to_thread(run, FIRST_CALLS_MAX)
                with _opened(path) as mirror:
                    pages = site(
                        mirror=mirror,
                        now=sandbox.clock.now,
                        refresh=lambda: run(REFRESH_CALLS_MAX),
                        about=About(source=SOURCE, attribution=sandbox.attribution),
                    )
                    async with serving(pages, port=plan.port) as port:
                        yield Demo(f"http://{HOST}:{port}/", connection, str(path), report)


def _sandbox(plan: DemoPlan, folder: Path) -> Sandbox:
    state = None if plan.folder is None else folder / STATE_FILE
    return Sandbox("demo", today=plan.today, state=state)


def _syncing(client: Client, path: Path, now: Callable[[], dt.datetime]) -> Callable[[int], Report]:
    """Return a run of the sync with a database connection of its own, for whichever thread it runs in.

    It sweeps: somebody who deletes a record in the sandbox and presses the button expects it gone.
    """

    def run(calls_max: int) -> Report:
        with _opened(path) as mirror:
            return sync(client, mirror, now=now, calls_max=calls_max, sweep=True)

    return run


def verification(
    client: BlockingClient, recorder: Recorder, *, write: bool, calls_max: int, tell: Callable[[str], None]
) -> Evidence:
    """Ask the service behind `client` and a sandbox in this process the same things, and return how they differ.

    `recorder` is what the client sends through. Raises what the first call raises when the service cannot be used.
    """
    with Sandbox("demo") as sandbox:
        transport = Recorder(AsgiTransport(sandbox.asgi))
        now = sandbox.clock.real_now()
        stamp = now.strftime("%Y%m%dT%H%M%S")
        with Client.from_sandbox(sandbox.connection, transport=transport) as other:
            sides = Side(client, recorder, stamp=stamp), Side(other, transport, stamp=stamp)
            return run(*sides, probes(write=write), calls_max=calls_max, now=now, tell=tell)


@contextmanager
def _opened(path: Path) -> Iterator[Mirror]:
    mirror = open_mirror(path)
    try:
        yield mirror
    finally:
        mirror.close()


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is None:
        with tempfile.TemporaryDirectory(prefix="tallystick-demo-", ignore_cleanup_errors=True) as name:
            yield Path(name)
        return
    try:
        given.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"{given} cannot hold the demo's data: {error.strerror}", hint="Name a folder that you may write to."
        ) from None
    yield given
