"""CPU per call beside two other packages for this API: one process, one server, rounds of each in turn.

The packages are installed by `make peers` into a folder of their own, are only run, and are left out with a word of why
where they are not there. Each is used as its own documentation shows, with a token that is still good; the server runs
in another process and always gives the same answers, so what is measured is what a client does with a call.
"""

import json
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.client import HEADERS, ORGANIZATION, answers
from bench.measurement import Measurement

PEERS = Path(__file__).parents[1] / ".venv" / "peers"
ROUNDS = 20
TOKEN = "1000.aa.bb"
ID = "982000000567001"
Calls = dict[str, Callable[[], Any]]


class Handler(BaseHTTPRequestHandler):
    """Answers `/invoices` with two hundred, `/invoices/<id>` with one."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    bodies: dict[bool, bytes]

    def do_GET(self) -> None:
        content = self.bodies[self.path.partition("?")[0].rstrip("/").endswith("/invoices")]
        self.send_response_only(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(told: Connection) -> None:
    """Serve in a process of its own until it is ended."""
    _, many, created = answers()
    Handler.bodies = {
        True: json.dumps(many, default=float).encode(),
        False: json.dumps(created, default=float).encode(),
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.send(server.server_address[1])
    server.serve_forever()


@contextmanager
def serving() -> Iterator[str]:
    """Give the address of the server."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def ours(url: str) -> Calls:
    """Tallystick's own client."""
    from tallystick.zoho_books import Client  # noqa: PLC0415 - each rival is imported where it is used

    client = Client(organization_id=ORGANIZATION, access_token=TOKEN, api_url=url, plan="unlimited")
    return {
        "one": lambda: client.call("get_invoice", params={"invoice_id": ID}),
        "many": lambda: client.call("list_invoices", params={"status": "sent"}),
    }


def zohopy(url: str) -> Calls:
    """Read zohopy (httpx): its data centre's address is replaced by the server's."""
    from zohopy import config  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is installed
    from zohopy._client import SyncZohoClient  # type: ignore[import-not-found]  # noqa: PLC0415 - as above
    from zohopy.products.books.invoices import Invoices  # type: ignore[import-not-found]  # noqa: PLC0415 - as above

    config._API_URLS[config.DataCenter.US] = url  # noqa: SLF001 - it has no other way to another address
    keys = dict.fromkeys(("client_id", "client_secret", "refresh_token"), "x")
    client = SyncZohoClient(config.ZohoConfig(**keys, organization_id=ORGANIZATION, data_center="us"))
    client._auth._state.update(TOKEN, 10**6)  # noqa: SLF001 - a token that is still good
    invoices = Invoices(client)
    return {"one": lambda: invoices.get(ID), "many": lambda: invoices.list(status="sent")}


def pyzohoapi(url: str) -> Calls:
    """Read pyzohoapi (requests): its endpoint is made to be overridden."""
    from pyzohoapi import ZohoBooks  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is installed

    class Books(ZohoBooks):  # type: ignore[misc]  # it has no types
        def get_endpoint(self, _region: str) -> str:
            return f"{url}/books/v3"

    api = Books(ORGANIZATION, access_token=TOKEN, expires_in=10**6)
    return {"one": lambda: api.Invoice(ID), "many": lambda: api.Invoice(status="sent")}


RIVALS: dict[str, Callable[[str], Calls]] = {"zohopy": zohopy, "pyzohoapi": pyzohoapi}
CALLS = {"one": 60, "many": 4}
WHAT = {"one": "one invoice", "many": "a list of 200 invoices"}


def cost(rivals: dict[str, Calls], what: str) -> dict[str, float]:
    """CPU seconds per call of each, best of interleaved rounds."""
    best = dict.fromkeys(rivals, float("inf"))
    for _ in range(ROUNDS):
        for name, calls in rivals.items():
            call = calls[what]
            started = time.process_time()
            for _ in range(CALLS[what]):
                call()
            best[name] = min(best[name], (time.process_time() - started) / CALLS[what])
    return best


def measure() -> Iterable[Measurement]:
    sys.path.append(str(PEERS))
    with serving() as url:
        rivals = {"ours": ours(url)}
        for name, make in RIVALS.items():
            try:
                rivals[name] = make(url)
            except ImportError as error:
                print(f"{name} is left out: {error}; `make peers` installs it", file=sys.stderr)
        for what, told in WHAT.items():
            best = cost(rivals, what)
            for name in list(rivals)[1:]:
                note = f"{best['ours'] * 1e6:,.0f} µs against {best[name] * 1e6:,.0f} µs"
                value = best[name] / best["ours"]
                yield Measurement(
                    f"CPU per call of {name} over ours, {told}", value, "×", 1.0, at_least=True, note=note
                )
