"""`tallystick sandbox`: the vendor's API on this machine, until it is stopped. How it answers is the sandbox's business."""

import asyncio
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cyclopts import Parameter

from tallystick.model.errors import ConfigurationError
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Failure, Reply, Request
from tallystick.sandbox.deliveries import delivering
from tallystick.sandbox.destination import LOOPBACK
from tallystick.sandbox.proxy import proxying
from tallystick.sandbox.server import leave, serving, stopped
from tallystick.sandbox.world import REDIRECT_URI, Sandbox

Day = Annotated[date, Parameter(converter=lambda _type, tokens: date.fromisoformat(tokens[0].value))]
Texts = Annotated[tuple[str, ...], Parameter(negative=())]
HOSTS = "A host beyond this machine that webhooks may go to, or any for public ones; may be given more than once."
Hosts = Annotated[tuple[str, ...], Parameter(negative=(), help=HOSTS)]


def sandbox(
    *,
    port: int = 8601,
    company: str = "",
    limits: Literal["on", "off"] = "on",
    state: Path | None = None,
    today: Day | None = None,
    line_cap: int | None = None,
    region: str = "us",
    real_hosts: bool = False,
    redirect_uri: Texts = (),
    strict: bool = False,
    reading: Texts = (),
    tls_proxy: int | None = None,
    allow_webhooks_to: Hosts = (),
) -> None:
    """Run a sandbox of Zoho Books on this machine and print how to connect to it, as one line of JSON.

    Parameters
    ----------
    port:
        The port to listen on (127.0.0.1 only), 0 for a free one.
    company:
        What the books begin with: demo (the default), empty, or the path of a company file.
    limits:
        Whether the vendor's limits hold: calls a minute, a day and at once, and how fast tokens are given.
    state:
        A file that keeps everything, so that a stopped or killed sandbox comes back as it was.
    today:
        The day the clock begins at, as 2026-01-31. Else the company's last day, or the real one when it is empty.
    line_cap:
        The most lines one document may have. Else what the company says.
    region:
        The data centre the user's account lives in: us, eu, in, au, jp, ca, sa, cn, uk or ae.
    real_hosts:
        Name the vendor's real hosts in answers instead of this sandbox.
    redirect_uri:
        Where programs may have the user sent back to after consent; may be given more than once.
    strict:
        Refuse what the sandbox only assumes, and name in headers the parameters and fields of a call that nothing read.
    reading:
        How to read what evidence conflicts about, as last_modified_time=exact; may be given more than once.
    tls_proxy:
        Also run a proxy on this port (0: a free one) that leads the vendor's hosts here, for programs whose hosts are fixed.
    """
    with Sandbox(
        company,
        limits=limits == "on",
        state=state,
        today=today,
        line_cap=line_cap,
        region=region,
        real_hosts=real_hosts or tls_proxy is not None,
        redirect_uris=redirect_uri or (REDIRECT_URI,),
        strict=strict,
        readings=_read_pairs(reading),
        webhooks=allow_webhooks_to or LOOPBACK,
    ) as world:
        asyncio.run(_serve(world, port, tls_proxy))
    leave()


def _read_pairs(readings: tuple[str, ...]) -> dict[str, str]:
    pairs = [reading.partition("=") for reading in readings]
    if wrong := [name for name, equals, choice in pairs if not (equals and choice)]:
        raise ConfigurationError(f"say how to read {wrong[0]!r}, as {wrong[0]}=choice")
    return {name: choice for name, _, choice in pairs}


async def _serve(world: Sandbox, port: int, tls_proxy: int | None) -> None:
    async with serving(world.asgi, port=port) as taken, delivering(world):
        connection: dict[str, object] = {**world.connection_at(f"http://127.0.0.1:{taken}")}
        with nullcontext() if tls_proxy is None else _proxying(world, tls_proxy) as environment:
            if environment is not None:
                connection["environment"] = environment
            print(msgspec.json.encode(connection).decode(), flush=True)
            await stopped()


def _proxying(world: Sandbox, port: int) -> AbstractContextManager[dict[str, str]]:
    """Run the proxy from threads; each request is answered in the loop that answers all others."""
    loop, transport = asyncio.get_running_loop(), AsgiTransport(world.asgi)

    def send(request: Request) -> Reply | Failure:
        return asyncio.run_coroutine_threadsafe(transport.asend(request), loop).result()

    return proxying(send, port=port)
