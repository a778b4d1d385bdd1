"""The sandbox on one core: invoices of 20 taxed lines created over HTTP with auth, limits and posting.

The sandbox runs in a process of its own, pinned to one core; the callers run on another over kept-alive connections
with a client that does nothing but write and read bytes. Limits count every call and are raised so that none is refused.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bench.measurement import Measurement
from tallystick.sandbox.server import serving, stopped
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.limits import LimitSettings

LINES = 20
CONNECTIONS = 8
WARM_UP_SECONDS = 1.5
ROUND_SECONDS = 2.0
ROUNDS = 4
CREATES_A_SECOND_MIN = 500.0
RAISED = LimitSettings(minute_max=10_000_000, day_max=1_000_000_000, concurrent_max=1_000)


async def serve(state: str) -> None:
    """Serve an empty company and say how to connect."""
    with Sandbox("empty", limits=RAISED, state=state or None) as world:
        async with serving(world.asgi, port=0) as port:
            print(msgspec.json.encode(world.connection_at(f"http://127.0.0.1:{port}")).decode(), flush=True)
            await stopped()
        assert world.organization.book.audit() == []


class Connection:
    """One kept-alive connection that sends the same head each time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str) -> None:
        self.reader, self.writer = reader, writer
        self.head = f"Host: 127.0.0.1\r\nAuthorization: Zoho-oauthtoken {token}\r\nContent-Type: application/json\r\n"

    async def post(self, path: str, body: bytes) -> bytes:
        head = f"POST {path} HTTP/1.1\r\n{self.head}Content-Length: {len(body)}\r\n\r\n"
        self.writer.write(head.encode() + body)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        length = int(answer.split(b"content-length: ")[1].split(b"\r\n")[0])
        content = await self.reader.readexactly(length)
        assert answer.startswith(b"HTTP/1.1 201"), content[:300]
        return content


async def connect(connection: dict[str, str]) -> Connection:
    host = urlsplit(connection["url"])
    reader, writer = await asyncio.open_connection(host.hostname, host.port, limit=1 << 20)
    return Connection(reader, writer, connection["access_token"])


async def create(caller: Connection, path: str, body: bytes, until: float) -> int:
    made = 0
    while time.monotonic() < until:
        await caller.post(path, body)
        made += 1
    return made


async def drive(connection: dict[str, str]) -> tuple[float, int]:
    """Return the creates a second of the best round, and the bytes of one answer."""
    callers = [await connect(connection) for _ in range(CONNECTIONS)]
    query = f"?organization_id={connection['organization_id']}"
    root = "/books/v3"

    async def make(path: str, fields: dict[str, Any], key: str, identity: str) -> str:
        content = await callers[0].post(f"{root}{path}{query}", msgspec.json.encode(fields))
        return str(msgspec.json.decode(content)[key][identity])

    customer = await make("/contacts", {"contact_name": "Bench"}, "contact", "contact_id")
    tax = await make("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax", "tax_id")
    lines = [
        {"name": f"Item {n}", "description": "A line", "rate": Decimal(f"{n}.25"), "quantity": n % 7 + 1, "tax_id": tax}
        for n in range(1, LINES + 1)
    ]
    body = msgspec.json.Encoder(decimal_format="number").encode({"customer_id": customer, "line_items": lines})
    path = f"{root}/invoices{query}"
    size = len(await callers[0].post(path, body))
    rates = []
    for seconds in (WARM_UP_SECONDS, *[ROUND_SECONDS] * ROUNDS):
        began = time.monotonic()
        made = await asyncio.gather(*(create(caller, path, body, began + seconds) for caller in callers))
        rates.append(sum(made) / (time.monotonic() - began))
        print(f"  {rates[-1]:.0f} creates/s", file=sys.stderr)
    for caller in callers:
        caller.writer.close()
    return max(rates[1:]), size


def measure(state: str = "") -> Iterable[Measurement]:
    cores = sorted(os.sched_getaffinity(0))
    command = [sys.executable, "-m", "bench.sandbox_create", "serve", str(cores[0]), state]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])
    try:
        assert server.stdout is not None
        connection = msgspec.json.decode(server.stdout.readline(), type=dict[str, str])
        os.sched_setaffinity(0, {cores[-1]})
        rate, size = asyncio.run(drive(connection))
    finally:
        server.terminate()
        server.wait(30)
    assert server.returncode == 0
    note = f"{size:,} bytes an answer, {CONNECTIONS} connections"
    yield Measurement(
        "sandbox: create an invoice of 20 lines", rate, "a second", CREATES_A_SECOND_MIN, at_least=True, note=note
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        os.sched_setaffinity(0, {int(sys.argv[2])})
        asyncio.run(serve(sys.argv[3] if len(sys.argv) > 3 else ""))
    else:
        for measured in measure(*sys.argv[1:2]):
            print(measured, "ok" if measured.holds else "MISSED")
