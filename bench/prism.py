"""Beside Prism: the sandbox's answers out of real books against a generic mock's canned examples, in one run.

Prism serves the vendor's own OpenAPI document of invoices with its examples (`make prism` installs it below the
environment); the documents' folder is named by ZOHO_BOOKS_SPECIFICATIONS. Without one or the other nothing is measured, and
that is said. Both servers run on one core, the same eight kept-alive connections on another, in rounds of each in turn; a
list is one row long in both, for that is what the example holds.
"""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from pathlib import Path

import msgspec

from bench.measurement import Measurement

ROOT = Path(__file__).parents[1]
PRISM = ROOT / ".venv" / "prism" / "node_modules" / ".bin" / "prism"
FOLDER = "ZOHO_BOOKS_SPECIFICATIONS"
DOCUMENT = "invoices.yml"
CONNECTIONS = 8
WARM_UP_REQUESTS = 400
ROUND_REQUESTS = 400
ROUNDS = 4
START_SECONDS_MAX = 60.0
TIMES_PRISM_MIN = 1.0


class Target:
    """One server: where it is, what is asked of it, and with which token."""

    def __init__(self, port: int, token: str, paths: dict[str, str]) -> None:
        self.port, self.token, self.paths = port, token, paths

    async def ask(self, what: str, requests: int) -> tuple[float, int]:
        """Send so many requests over all connections; return how many a second were answered, and one answer's bytes."""
        head = f"GET {self.paths[what]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self.token}\r\n\r\n"
        opened = [await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 20) for _ in range(CONNECTIONS)]
        began = time.monotonic()
        sizes = await asyncio.gather(*(repeat(*pair, head.encode(), requests // CONNECTIONS) for pair in opened))
        rate = requests / (time.monotonic() - began)
        for _, writer in opened:
            writer.close()
        return rate, sizes[0]


async def repeat(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes, times: int) -> int:
    """Ask one thing again and again over one connection; return the bytes of the last answer."""
    length = 0
    for _ in range(times):
        writer.write(head)
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200"), answer
        length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
    return length


@contextmanager
def running(command: list[str], *, stdout: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server on the first core until the block ends."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    server = subprocess.Popen(command, cwd=ROOT, stdout=stdout, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(0, cores)
    try:
        yield server
    finally:
        server.terminate()
        server.wait(START_SECONDS_MAX)


@contextmanager
def sandbox() -> Iterator[Target]:
    """The sandbox with one sent invoice."""
    command = [
        str(Path(sys.executable).with_name("tallystick")),
        "sandbox",
        "--company",
        "empty",
        "--limits",
        "off",
        "--port",
        "0",
    ]
    with running(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        connection = msgspec.json.decode(server.stdout.readline())
        invoice = make_invoice(connection)
        query = f"?organization_id={connection['organization_id']}"
        paths = {"one": f"/books/v3/invoices/{invoice}{query}", "many": f"/books/v3/invoices{query}"}
        yield Target(int(connection["url"].rpartition(":")[2]), connection["access_token"], paths)


def make_invoice(connection: dict[str, str]) -> str:
    """Make an invoice of two lines; return its id."""
    from tallystick.zoho_books import Client  # noqa: PLC0415 - not part of what is measured

    client = Client.from_sandbox(connection)
    customer = client.contacts.create({"contact_name": "Bowman and Co"})["contact"]["contact_id"]
    made = client.invoices.create(
        {
            "customer_id": customer,
            "line_items": [
                {"name": "Hard drive", "rate": Decimal(120), "quantity": 2},
                {"name": "Cable", "rate": Decimal(5), "quantity": 2},
            ],
        }
    )
    return str(made["invoice"]["invoice_id"])


@contextmanager
def prism(document: Path) -> Iterator[Target]:
    """Prism with the examples of the vendor's document."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running([str(PRISM), "mock", "--port", str(port), str(document)], stdout=subprocess.DEVNULL):
        until = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        query = "?organization_id=10234695"
        yield Target(port, "1000.aa.bb", {"one": f"/invoices/982000000567114{query}", "many": f"/invoices{query}"})


async def rates(targets: dict[str, Target], what: str) -> dict[str, tuple[float, int]]:
    """Requests a second of each, best of interleaved rounds, and the bytes of an answer."""
    best = dict.fromkeys(targets, (0.0, 0))
    for target in targets.values():
        await target.ask(what, WARM_UP_REQUESTS)
    for _ in range(ROUNDS):
        for name, target in targets.items():
            best[name] = max(best[name], await target.ask(what, ROUND_REQUESTS))
    return best


def measure() -> Iterable[Measurement]:
    document = Path(os.environ.get(FOLDER) or ROOT.parent / "shared/specs/zoho-books") / DOCUMENT
    if not PRISM.exists() or not document.exists():
        print(
            f"Prism is left out: it needs `make prism` and {DOCUMENT} in the folder named by {FOLDER}", file=sys.stderr
        )
        return
    with ExitStack() as stack:
        targets = {"ours": stack.enter_context(sandbox()), "prism": stack.enter_context(prism(document))}
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        for what, told in {"one": "GET /invoices/{id}", "many": "GET /invoices"}.items():
            best = asyncio.run(rates(targets, what))
            (ours, our_bytes), (theirs, their_bytes) = best["ours"], best["prism"]
            note = f"{ours:,.0f}/s of {our_bytes:,} bytes against {theirs:,.0f}/s of {their_bytes:,} bytes"
            yield Measurement(
                f"sandbox over Prism, {told}", ours / theirs, "×", TIMES_PRISM_MIN, at_least=True, note=note
            )
