"""A vendor, or something on the way to it, that lies, breaks off, dribbles or never ends: typed errors, always in time."""

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.clock import Clock
from tallystick.rest.retry import Retry
from tallystick.sandbox.world import Sandbox
from tallystick.zoho_books import AsgiTransport, AsyncClient, Client
from tests.rest.loopback import Asked, Told
from tests.vendors.zoho_books.client.books import FIRST, KEYS, LIMITS, api_calls, open_books, refused, told
from tests.vendors.zoho_books.client.ways import Blocking, both_ways, of_sandbox

GZIP = (*LIMITS, ("content-encoding", "gzip"))
ONE = {"code": 0, "message": "success", "invoice": {"invoice_id": "1"}}
BOMB = gzip.compress(b'{"code":0,"x":"' + bytes(200 * 1024 * 1024) + b'"}', 6)
QUICK: dict[str, Any] = {"retry": Retry(attempts_max=2, pause_seconds=0.001)}


def deep(depth: int) -> bytes:
    return b'{"code":0,"x":' + b"[" * depth + b"]" * depth + b"}"


@both_ways
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Told(200, b'{"code":0,"invoice":{"total":1'), errors.UnexpectedAnswer),
        (Told(200, b'{"code":0}', cut=True), errors.VendorUnavailable),
        (Told(200, b"", silent=True), errors.VendorUnavailable),
        (Told(200, b"<html>proxy</html>", (("content-type", "text/html"),)), errors.UnexpectedAnswer),
        (Told(200, b"<html>proxy</html>"), errors.UnexpectedAnswer),
        (Told(200, b"\xff\xfe\x00", LIMITS), errors.UnexpectedAnswer),
        (Told(200, deep(100_000)), errors.UnexpectedAnswer),
        (Told(200, b"plain", GZIP), errors.VendorUnavailable),
        (Told(200, gzip.compress(b'{"code":0}' * 1000)[:-20], GZIP), errors.VendorUnavailable),
        (Told(200, BOMB, GZIP), errors.UnexpectedAnswer),
        (Told(200, b"{}", (*LIMITS, ("content-encoding", "br"))), errors.VendorUnavailable),
        (told({"code": 1002, "message": "Invoice does not exist."}), errors.NotFound),
        (told({"code": 57, "message": "You are not authorized to perform this operation"}), errors.ScopeMissing),
        (told({"code": "0", "message": "success"}), errors.InvalidRequest),
        (Told(500, b"<html>oops</html>", (("content-type", "text/html"),)), errors.VendorUnavailable),
        (Told(404, b"", ()), errors.NotFound),
        (Told(418, b"teapot", ()), errors.InvalidRequest),
    ],
    ids=[
        *("truncated", "shorter than it says", "silence", "a page", "a page as JSON", "no text"),
        *("too deep", "not packed", "packing cut", "a bomb", "a foreign packing", "200 with an error"),
        *("200 with 57", "a code as text", "500 as a page", "404 empty", "a status nobody knows"),
    ],
)
def test_an_answer_that_cannot_be_used_is_a_typed_error(way: type[Blocking], answer: Told, error: Any) -> None:
    with open_books(answer) as (server, _):
        client = way(**KEYS, accounts_url=server.url, bytes_max=1024 * 1024, **QUICK)
        with pytest.raises(error) as caught:
            client.call("GET", "/invoices/1")
        assert client.limits.concurrency.used == 0
        client.close()
    assert caught.value.hint
    assert caught.value.operation == "get_invoice"


@both_ways
@pytest.mark.parametrize(
    "answer",
    [
        Told(200, b'{"code":0,"invoice":{"total":1'),
        Told(201, b"<html>proxy</html>", (("content-type", "text/html"),)),
        Told(201, b'{"code":0}', cut=True),
        Told(201, BOMB, GZIP),
        Told(502, b"bad gateway", ()),
    ],
    ids=["truncated", "a page", "cut", "a bomb", "502"],
)
def test_a_write_with_such_an_answer_is_left_open_and_sent_once(way: type[Blocking], answer: Told) -> None:
    with open_books(answer) as (server, _):
        client = way(**KEYS, accounts_url=server.url, bytes_max=1024 * 1024, **QUICK)
        with pytest.raises(errors.OutcomeUnknown) as caught:
            client.call("create_invoice", body={"customer_id": "1", "reference_number": "PO-7"})
        client.close()
    assert caught.value.reference == "PO-7"
    assert len(api_calls(server)) == 1


@both_ways
def test_ids_are_text_wherever_they_stand(way: type[Blocking]) -> None:
    deep_row = {"invoice_id": 982000000567114, "tags": [{"tag_id": 7, "tag_ids": [1, "2"]}], "total": 1}
    body = {"code": 0, "message": "success", "invoice": deep_row, "more": {"contact_id": 9.0, "paid": 5}}
    with open_books(told(body)) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        answer = client.call("GET", "/invoices/1")
        client.close()
    assert answer["invoice"]["invoice_id"] == "982000000567114"
    assert answer["invoice"]["tags"] == [{"tag_id": "7", "tag_ids": ["1", "2"]}]
    assert answer["more"] == {"contact_id": "9", "paid": 5}


@both_ways
@pytest.mark.parametrize(
    "late", [{"invoice_id": 77}, {"customer_id": 77}, {"unheard_of_id": 77}, {"x": 1, "tag_id": 77}]
)
def test_an_id_that_turns_into_a_number_late_in_a_long_answer_is_text(
    way: type[Blocking], late: dict[str, int]
) -> None:
    row = {"invoice_id": "1", "customer_id": "2", "unheard_of_id": "", "filler": "x" * 2_000}
    rows = [*([row] * 150), {**row, **late}, *([row] * 49)]
    with open_books(told({"code": 0, "message": "success", "invoices": rows})) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        found = client.call("list_invoices")["invoices"][150]
        client.close()
    assert all(type(value) is str for name, value in found.items() if name.endswith("_id"))
    assert found.items() >= {name: str(value) for name, value in late.items() if name.endswith("_id")}.items()


@contextmanager
def dribbling(first: bytes, more: bytes, pause_seconds: float) -> Iterator[str]:
    """A server that answers `first`, and then for ever `more`, a piece at a time."""
    over = threading.Event()

    def serve(listener: socket.socket) -> None:
        while not over.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65_536)
                try:
                    connection.sendall(first)
                    while not over.wait(pause_seconds):
                        connection.sendall(more)
                except OSError:
                    continue

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            over.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@both_ways
@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{", b" "),
        (b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{", b" "),
        (b"HTTP/1.1 200 OK\r\nx-a: ", b"a"),
        (b"", b""),
    ],
    ids=["a slow body", "a body without end", "slow headers", "nothing at all"],
)
def test_a_vendor_that_dribbles_is_left_in_time(way: type[Blocking], first: bytes, more: bytes) -> None:
    with dribbling(first, more, 0.02) as url:
        settings: dict[str, Any] = {"timeout_seconds": 0.2, "retry": Retry(attempts_max=1)}
        client = way(organization_id="1", access_token=FIRST, api_url=url, **settings)
        with pytest.raises(errors.VendorUnavailable):
            client.call("GET", "/invoices/1")
        client.close()


@both_ways
def test_a_token_revoked_in_the_middle_of_a_run_ends_it_with_what_to_do(way: type[Blocking]) -> None:
    with open_books(told(ONE)) as (server, books):
        later = [0.0]
        clock = Clock(monotonic=lambda: time.monotonic() + later[0])
        client = way(**KEYS, accounts_url=server.url, clock=clock)
        for _ in range(3):
            client.call("GET", "/invoices/1")
        later[0] = 120  # a token that is granted and refused within a minute lacks a scope
        books.alive = "somebody else's"
        books.grant = lambda: told({"error": "invalid_code"})
        for _ in range(3):
            with pytest.raises(errors.AuthorisationRevoked, match="Authorise again"):
                client.call("GET", "/invoices/1")
        client.close()
    assert sum(asked.path == "/oauth/v2/token" for asked in server.asked) == 2


@both_ways
@pytest.mark.parametrize("jump", [-3_600.0, 86_400.0 * 400])
def test_a_wall_clock_that_jumps_changes_nothing(
    way: type[Blocking], jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.time
    with open_books(told(ONE)) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        client.call("GET", "/invoices/1")
        monkeypatch.setattr(time, "time", lambda: real() + jump)
        client.call("GET", "/invoices/1")
        client.close()
    assert [asked.path for asked in server.asked].count("/oauth/v2/token") == 1


@both_ways
def test_a_machine_that_slept_for_a_day_goes_on(way: type[Blocking]) -> None:
    skipped = [0.0]
    clock = Clock(monotonic=lambda: time.monotonic() + skipped[0])
    with open_books(told(ONE)) as (server, _):
        client = way(**KEYS, accounts_url=server.url, clock=clock)
        client.call("GET", "/invoices/1")
        skipped[0] = 86_400 * 1.5
        client.call("GET", "/invoices/1")
        client.close()
    assert [asked.path for asked in server.asked].count("/oauth/v2/token") == 2


def together(count: int, work: Callable[[], None]) -> None:
    start = threading.Barrier(count)

    def run() -> None:
        start.wait()
        work()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_thousand_threads_at_once_are_all_served_inside_the_limits() -> None:
    outcomes: list[int] = []
    with Sandbox(company="empty", strict=True, limits=False) as sandbox:
        settings = {**sandbox.connection, "access_token": ""}
        client = Client.from_sandbox(settings, transport=AsgiTransport(sandbox.asgi), plan="unlimited")
        together(1_000, lambda: outcomes.append(client.call("list_invoices")["code"]))
        assert client.limits.day.own == 1_000
        assert client.limits.concurrency.used == 0
    assert outcomes == [0] * 1_000


def test_a_thousand_threads_for_a_hundred_calls_are_told_who_has_to_come_back() -> None:
    outcomes: list[str] = []
    with Sandbox(company="empty", strict=True) as sandbox:
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="standard")

        def work() -> None:
            try:
                client.call("list_invoices", wait_seconds_max=3)
                outcomes.append("served")
            except errors.RateLimited as error:
                outcomes.append(error.scope)

        together(1_000, work)
    assert outcomes.count("served") == 100
    assert set(outcomes) <= {"served", "minute", "concurrency"}
    assert len(outcomes) == 1_000


def test_a_thousand_tasks_at_once_are_all_served() -> None:
    async def run(sandbox: Sandbox) -> list[int]:
        transport = AsgiTransport(sandbox.asgi)
        async with AsyncClient.from_sandbox(sandbox.connection, transport=transport, plan="unlimited") as client:
            answers = await asyncio.gather(*(client.call("list_invoices") for _ in range(1_000)))
        return [answer["code"] for answer in answers]

    with Sandbox(company="empty", strict=True, limits=False) as sandbox:
        assert asyncio.run(run(sandbox)) == [0] * 1_000


@both_ways
def test_a_refusal_without_a_body_still_says_what_to_do(way: type[Blocking]) -> None:
    def answer(_: Asked) -> Told:
        return refused(429, None, "")

    with open_books(answer) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.RateLimited, match="wait_seconds_max") as caught:
            client.call("GET", "/invoices/1", wait_seconds_max=0)
        client.close()
    assert caught.value.scope == "account"


@both_ways
def test_both_clients_of_a_sandbox_refuse_alike(way: type[Blocking]) -> None:
    with Sandbox(company="empty", strict=True) as sandbox:
        client = of_sandbox(way, sandbox)
        with pytest.raises(errors.NotFound):
            client.call("GET", "/invoices/1")
        client.close()
