"""Both transports against a real server: what arrives, and what is said when it does not."""

import asyncio
import gzip
import threading
from collections.abc import Callable

import httpx2
import pytest

from tallystick.model.errors import ConfigurationError
from tallystick.rest.asgi import AsgiTransport, Message, Receive, SendMessage
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.response import Body
from tallystick.rest.transport import AsyncHttpxTransport, HttpxTransport
from tests.rest.acme import TickingClock
from tests.rest.loopback import Asked, Told, free_port, serving

Way = Callable[[Request], Reply | Failure]


def blocking(request: Request) -> Reply | Failure:
    with HttpxTransport() as transport:
        return transport.send(request)


def awaiting(request: Request) -> Reply | Failure:
    async def once() -> Reply | Failure:
        async with AsyncHttpxTransport() as transport:
            return await transport.asend(request)

    return asyncio.run(once())


both = pytest.mark.parametrize("way", [blocking, awaiting])


@both
def test_a_request_arrives_whole_and_its_response_too(way: Way) -> None:
    with serving(lambda asked: Told(201, asked.body * 2, (("X-Name", "Value"),))) as server:
        reply = way(Request("POST", f"{server.url}/a%2Fb?x=1%2B2", {"x-sent": "yes"}, b"body"))
    assert isinstance(reply, Reply)
    assert (reply.status, reply.content, reply.headers["x-name"]) == (201, b"bodybody", "Value")
    asked = server.asked[0]
    assert (asked.method, asked.path, asked.query, asked.headers["x-sent"]) == ("POST", "/a%2Fb", {"x": "1+2"}, "yes")


@both
def test_a_compressed_response_is_unpacked(way: Way) -> None:
    told = Told(200, gzip.compress(b"plain"), (("content-encoding", "gzip"),))
    with serving(lambda _: told) as server:
        reply = way(Request("GET", server.url))
    assert isinstance(reply, Reply)
    assert reply.content == b"plain"


@both
def test_a_truncated_response_is_a_failure_that_was_sent(way: Way) -> None:
    with serving(lambda _: Told(200, b'{"code":0', cut=True)) as server:
        outcome = way(Request("GET", server.url))
    assert isinstance(outcome, Failure)
    assert outcome.sent
    assert not outcome.oversize


@both
def test_a_connection_closed_without_a_word_is_a_failure_that_was_sent(way: Way) -> None:
    with serving(lambda _: Told(silent=True)) as server:
        outcome = way(Request("GET", server.url))
    assert isinstance(outcome, Failure)
    assert outcome.sent


@both
def test_nobody_listening_is_a_failure_that_never_left(way: Way) -> None:
    outcome = way(Request("GET", f"http://127.0.0.1:{free_port()}/"))
    assert isinstance(outcome, Failure)
    assert not outcome.sent


@both
@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http://[bad", "nowhere"])
def test_an_address_that_is_none_never_left(way: Way, url: str) -> None:
    outcome = way(Request("GET", url))
    assert isinstance(outcome, Failure)
    assert not outcome.sent


@both
@pytest.mark.parametrize("packed", [False, True], ids=["as declared", "after unpacking"])
def test_an_oversize_response_is_not_read_to_its_end(way: Way, *, packed: bool) -> None:
    body = bytes(100_000)
    told = Told(200, gzip.compress(body), (("content-encoding", "gzip"),)) if packed else Told(200, body)
    with serving(lambda _: told) as server:
        outcome = way(Request("GET", server.url, bytes_max=50_000))
    assert isinstance(outcome, Failure)
    assert outcome.oversize


@both
def test_a_request_with_an_address_goes_there_under_its_own_name(way: Way) -> None:
    with serving(lambda _: Told(body=b"{}")) as server:
        url = server.url.replace("127.0.0.1", "receiver.invalid")
        assert isinstance(way(Request("GET", url)), Failure)
        reply = way(Request("GET", url, address="127.0.0.1"))
    assert isinstance(reply, Reply)
    assert server.asked[0].headers["host"] == url.removeprefix("http://")


def test_a_direct_transport_asks_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async def awaiting_directly(request: Request) -> Reply | Failure:
        async with AsyncHttpxTransport(direct=True) as transport:
            return await transport.asend(request)

    with serving(lambda _: Told()) as proxy, serving(lambda _: Told()) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "")
        with HttpxTransport(direct=True) as transport:
            assert isinstance(transport.send(Request("GET", server.url)), Reply)
        assert isinstance(asyncio.run(awaiting_directly(Request("GET", server.url))), Reply)
        assert (len(server.asked), len(proxy.asked)) == (2, 0)
        assert isinstance(blocking(Request("GET", server.url)), Reply)
        assert len(proxy.asked) == 1


@both
def test_a_redirect_is_not_followed(way: Way) -> None:
    with serving(lambda _: Told(302, b"", (("location", "/elsewhere"),))) as server:
        reply = way(Request("GET", f"{server.url}/here"))
    assert isinstance(reply, Reply)
    assert reply.status == 302
    assert [asked.path for asked in server.asked] == ["/here"]


@both
def test_a_server_that_never_answers_is_left_after_the_timeout(way: Way) -> None:
    given_up = threading.Event()

    def stall(_: Asked) -> Told:
        given_up.wait(10)
        return Told(silent=True)

    with serving(stall) as server:
        outcome = way(Request("GET", server.url, timeout_seconds=0.05))
        given_up.set()
    assert isinstance(outcome, Failure)
    assert outcome.sent


def test_a_response_that_drips_for_ever_is_left_after_the_timeout() -> None:
    ticking = TickingClock()
    request = Request("GET", "http://127.0.0.1/", timeout_seconds=3)
    body = Body(request, httpx2.Response(200), monotonic=lambda: ticking.now)
    drops = 0
    while not body.add(b"."):
        ticking.now += 1
        drops += 1
    outcome = body.done()
    assert drops == 4
    assert isinstance(outcome, Failure)
    assert "3 s" in outcome.reason


async def echo(scope: Message, receive: Receive, send: SendMessage) -> None:
    message = await receive()
    head = f"{scope['method']} {scope['path']} {scope['raw_path'].decode()} {scope['query_string'].decode()} "
    await send({"type": "http.response.start", "status": 201, "headers": [(b"X-Name", b"Value")]})
    await send({"type": "http.response.body", "body": head.encode(), "more_body": True})
    await send({"type": "http.response.body", "body": message["body"]})


ECHOED = b"PUT /a/b /a%2Fb x=1 body"
QUESTION = Request("PUT", "http://sandbox.localhost/a%2Fb?x=1", {}, b"body")


def test_an_application_of_this_process_answers_a_blocking_call() -> None:
    reply = AsgiTransport(echo).send(QUESTION)
    assert reply == Reply(201, {"x-name": "Value"}, ECHOED)


def test_an_application_of_this_process_answers_a_blocking_call_while_a_loop_runs() -> None:
    async def inside() -> Reply | Failure:
        return AsgiTransport(echo).send(QUESTION)

    assert asyncio.run(inside()) == Reply(201, {"x-name": "Value"}, ECHOED)


def test_an_application_of_this_process_answers_an_awaiting_call() -> None:
    assert asyncio.run(AsgiTransport(echo).asend(QUESTION)) == Reply(201, {"x-name": "Value"}, ECHOED)


async def slow(scope: Message, receive: Receive, send: SendMessage) -> None:
    await asyncio.sleep(0)
    await echo(scope, receive, send)


def test_an_application_that_waits_answers_an_awaiting_call_and_says_so_to_a_blocking_one() -> None:
    assert asyncio.run(AsgiTransport(slow).asend(QUESTION)) == Reply(201, {"x-name": "Value"}, ECHOED)
    with pytest.raises(ConfigurationError, match="AsyncClient"):
        AsgiTransport(slow).send(QUESTION)


def test_an_application_that_says_nothing_is_a_failure() -> None:
    async def mute(scope: Message, receive: Receive, send: SendMessage) -> None:
        """Answer nothing."""

    assert isinstance(AsgiTransport(mute).send(QUESTION), Failure)


def test_an_oversize_response_of_an_application_is_a_failure() -> None:
    outcome = AsgiTransport(echo).send(Request("GET", "http://sandbox.localhost/", bytes_max=3))
    assert isinstance(outcome, Failure)
    assert outcome.oversize
