"""One call, told as the steps it takes. Both drivers must take the same ones."""

import asyncio
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model import errors
from tallystick.rest.auth import Credentials, TokenKeeper
from tallystick.rest.drive import AsyncHands, Hands, drive, drive_async
from tallystick.rest.exchange import Call, exchange
from tallystick.rest.limiter import Limiter, Slot
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.operation import Operation
from tallystick.rest.reading import Reader
from tallystick.rest.retry import Retry
from tallystick.rest.step import Authorize, Send, Sleep, Step, Token, Wait
from tests.rest.acme import READ, VENDOR, WRITE, Script, TickingClock, json, token

GOOD = json(200, {"code": 0, "message": "success", "bills": [{"total": "12.5"}]})
SAVED = json(200, {"code": 0, "message": "success", "bill": {"bill_id": "7"}})
DEAD = json(401, {"code": 57, "message": "You are not authorized to perform this operation"})
DOWN = json(503, {"message": "maintenance"})
MINUTE = json(429, {"code": 44, "message": "too many in a minute"})
DAY = json(429, {"code": 45, "message": "the day is spent"}, x_rate_limit_reset="5000")
BUSY = json(429, {"code": 1070, "message": "too many at once"})
PAGE = Reply(200, {"content-type": "text/html"}, b"<html>captive portal</html>")
LOST = Failure("ReadError: connection reset")
UNSENT = Failure("ConnectError: refused", sent=False)
RENEWABLE = Credentials("id", "secret", "refresh", "old")
LONE = Credentials(access_token="old")
FRESH = Credentials("id", "secret", "refresh")


class Scenario(NamedTuple):
    """What is called with which credentials, what the network answers, which steps follow and how it ends."""

    name: str
    operation: Operation
    answers: list[Reply | Failure]
    steps: str
    ends: type[Exception] | None = None
    credentials: Credentials = RENEWABLE
    plan: str = "small"


# A authorize, R reserve, S send to the vendor, T send to the token endpoint, a number a sleep in seconds.
SCENARIOS = (
    Scenario("a read that succeeds", READ, [GOOD], "A R S"),
    Scenario("a write that succeeds", WRITE, [SAVED], "A R S"),
    Scenario("a first token is fetched", READ, [token("new"), GOOD], "A T A R S", credentials=FRESH),
    Scenario("a dead token is renewed once", READ, [DEAD, token("new"), GOOD], "A R S A T A R S"),
    Scenario("a dead token is renewed for a write too", WRITE, [DEAD, token("new"), SAVED], "A R S A T A R S"),
    Scenario(
        "57 with a new token is a missing scope",
        READ,
        [DEAD, token("new"), DEAD],
        "A R S A T A R S",
        errors.ScopeMissing,
    ),
    Scenario("57 with a lone token", READ, [DEAD], "A R S A", errors.AuthenticationFailed, LONE),
    Scenario(
        "a revoked authorisation",
        READ,
        [json(200, {"error": "invalid_code"})],
        "A T",
        errors.AuthorisationRevoked,
        FRESH,
    ),
    Scenario(
        "the token endpoint is down at first", READ, [DOWN, token("new"), GOOD], "A T 0.375 A T A R S", None, FRESH
    ),
    Scenario("a read is sent again after 5xx", READ, [DOWN, DOWN, GOOD], "A R S 0.375 A R S 0.75 A R S"),
    Scenario(
        "a read gives up after four sends",
        READ,
        [DOWN],
        "A R S 0.375 A R S 0.75 A R S 1.5 A R S",
        errors.VendorUnavailable,
    ),
    Scenario("a read is sent again after a lost connection", READ, [LOST, GOOD], "A R S 0.375 A R S"),
    Scenario("a write is never sent again after a lost connection", WRITE, [LOST], "A R S", errors.OutcomeUnknown),
    Scenario("a write is never sent again after 5xx", WRITE, [DOWN], "A R S", errors.OutcomeUnknown),
    Scenario("a write that never left is sent again", WRITE, [UNSENT, SAVED], "A R S 0.375 A R S"),
    Scenario("a write answered by a web page", WRITE, [PAGE], "A R S", errors.OutcomeUnknown),
    Scenario("a read answered by a web page", READ, [PAGE], "A R S", errors.UnexpectedAnswer),
    Scenario("the minute is spent: wait, then probe", READ, [MINUTE, GOOD], "A R S A R 60 A R S"),
    Scenario("a write refused for the minute is sent again", WRITE, [MINUTE, SAVED], "A R S A R 60 A R S"),
    Scenario("too many at once: a moment, then again", READ, [BUSY, GOOD], "A R S A R 1 A R S"),
    Scenario("the day is spent: come back later", READ, [DAY], "A R S A R", errors.RateLimited),
    Scenario(
        "an error body under HTTP 200", READ, [json(200, {"code": 1002, "message": "gone"})], "A R S", errors.NotFound
    ),
    Scenario("too large an answer", READ, [Failure("larger", oversize=True)], "A R S", errors.UnexpectedAnswer),
)


def told(steps: Generator[Step, Any, Any], trace: list[str]) -> Generator[Step, Any, Any]:
    """The same steps, written down."""
    answer: Any = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as stop:
            return stop.value
        if isinstance(step, Send):
            trace.append("T" if step.request.url.endswith("/token") else "S")
        elif isinstance(step, Sleep):
            trace.append(f"{step.seconds:g}")
        else:
            trace.append("A" if isinstance(step, Authorize) else "R")
        answer = yield step


def call_of(operation: Operation, clock: TickingClock, wait_seconds_max: float = 90.0) -> Call:
    def build(held: Token) -> Request:
        return Request(operation.method, f"{held.api_url}/v1{operation.path}", {"authorization": held.value})

    read = Reader(VENDOR, operation).answer
    return Call(VENDOR, operation, build, read, Retry(), clock.clock.chance, wait_seconds_max, "PO-1")


def keeper_of(credentials: Credentials, clock: TickingClock) -> TokenKeeper:
    accounts = "https://accounts.acme.test"
    return TokenKeeper(
        VENDOR, credentials, accounts_url=accounts, api_url="https://api.acme.test", fixed=False, clock=clock.clock
    )


def blocking(scenario: Scenario, trace: list[str]) -> Any:
    ticking = TickingClock()
    keeper, limiter = keeper_of(scenario.credentials, ticking), Limiter(VENDOR, scenario.plan, clock=ticking.clock)
    hands = Hands(keeper, limiter, Script(scenario.answers), ticking.clock)
    return drive(told(exchange(call_of(scenario.operation, ticking)), trace), hands)


def awaiting(scenario: Scenario, trace: list[str]) -> Any:
    ticking = TickingClock()
    keeper, limiter = keeper_of(scenario.credentials, ticking), Limiter(VENDOR, scenario.plan, clock=ticking.clock)
    hands = AsyncHands(keeper, limiter, Script(scenario.answers), ticking.clock)
    return asyncio.run(drive_async(told(exchange(call_of(scenario.operation, ticking)), trace), hands))


@pytest.mark.parametrize("driver", [blocking, awaiting])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_each_driver_takes_the_steps_of_the_scenario(
    scenario: Scenario, driver: Callable[[Scenario, list[str]], Any]
) -> None:
    trace: list[str] = []
    if scenario.ends is None:
        assert driver(scenario, trace)["code"] == 0
    else:
        with pytest.raises(scenario.ends):
            driver(scenario, trace)
    assert " ".join(trace) == scenario.steps


def failing(scenario_name: str) -> Any:
    scenario = next(scenario for scenario in SCENARIOS if scenario.name == scenario_name)
    with pytest.raises(errors.VendorError) as caught:
        blocking(scenario, [])
    return caught.value


def test_an_unknown_outcome_names_the_operation_and_the_reference() -> None:
    error = failing("a write is never sent again after a lost connection")
    assert error.operation == "update_bill"
    assert error.reference == "PO-1"
    assert "'PO-1'" in str(error)


def test_an_unknown_outcome_after_an_answer_keeps_the_answer() -> None:
    error = failing("a write answered by a web page")
    assert error.http_status == 200
    assert error.body == PAGE.content


def test_a_missing_scope_names_the_scope() -> None:
    error = failing("57 with a new token is a missing scope")
    assert error.scopes == ("bills.READ",)
    assert error.hint == "list_bills needs bills.READ."


def test_a_spent_day_says_when_to_come_back() -> None:
    error = failing("the day is spent: come back later")
    assert (error.scope, error.retry_after_seconds) == ("day", 5000)
    assert "wait_seconds_max=90" in error.hint


def test_a_lone_token_that_is_refused_says_what_would_renew_it() -> None:
    assert "refresh_token" in failing("57 with a lone token").hint


def test_a_caller_who_will_not_wait_is_told_at_once() -> None:
    ticking = TickingClock()
    hands = Hands(keeper_of(LONE, ticking), Limiter(VENDOR, "tiny", clock=ticking.clock), Script([GOOD]), ticking.clock)
    for _ in range(2):
        drive(exchange(call_of(READ, ticking, wait_seconds_max=0)), hands)
    with pytest.raises(errors.RateLimited) as caught:
        drive(exchange(call_of(READ, ticking, wait_seconds_max=0)), hands)
    assert (caught.value.scope, caught.value.retry_after_seconds) == ("minute", 60)
    assert ticking.slept == []


def test_a_call_cut_short_gives_its_lease_back() -> None:
    ticking = TickingClock()
    limiter = Limiter(VENDOR, "tiny", clock=ticking.clock)

    def interrupt(_: Request) -> Reply:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        drive(
            exchange(call_of(READ, ticking)),
            Hands(keeper_of(LONE, ticking), limiter, Script([interrupt]), ticking.clock),
        )
    after = Hands(keeper_of(LONE, ticking), limiter, Script([GOOD]), ticking.clock)
    assert drive(exchange(call_of(READ, ticking)), after)["code"] == 0
    assert ticking.slept == []


ANSWERS = (
    GOOD,
    DEAD,
    DOWN,
    MINUTE,
    BUSY,
    PAGE,
    LOST,
    UNSENT,
    token("t1"),
    json(400, {"code": 1002, "message": "gone"}),
)
DOUBTFUL = (DOWN, PAGE, LOST)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=12), st.sampled_from([READ, WRITE]))
def test_whatever_the_network_says_a_write_is_not_sent_after_a_doubtful_outcome(
    answers: list[Reply | Failure], operation: Operation
) -> None:
    ticking = TickingClock()
    script = Script(answers)
    limiter = Limiter(VENDOR, "small", clock=ticking.clock)
    hands = Hands(keeper_of(RENEWABLE, ticking), limiter, script, ticking.clock)
    with suppress(errors.VendorError):
        drive(exchange(call_of(operation, ticking, wait_seconds_max=200)), hands)
    used = [answers[min(place, len(answers) - 1)] for place in range(len(script.sent))]
    calls = [answer for request, answer in zip(script.sent, used, strict=True) if not request.url.endswith("/token")]
    assert len(script.sent) <= 20
    if operation is WRITE:
        assert not any(answer in DOUBTFUL for answer in calls[:-1])
    assert limiter.spending().own <= len(calls)


def test_a_task_that_is_cancelled_gives_its_lease_back() -> None:
    limiter = Limiter(VENDOR, "tiny", clock=TickingClock().clock)

    class Endless(Script):
        async def asend(self, request: Request) -> Reply | Failure:
            self.sent.append(request)
            await asyncio.Event().wait()
            raise AssertionError

    async def cancelled() -> None:
        ticking = TickingClock()
        hands = AsyncHands(keeper_of(LONE, ticking), limiter, Endless([GOOD]), ticking.clock)
        call = asyncio.ensure_future(drive_async(exchange(call_of(READ, ticking)), hands))
        await asyncio.sleep(0)
        assert isinstance(limiter.take(), Wait)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    asyncio.run(cancelled())
    assert isinstance(limiter.take(), Slot)


def test_nothing_of_a_call_shows_its_secrets() -> None:
    shown = [
        Credentials("id", "s3cr3t", "s3cr3t", "s3cr3t"),
        Token("s3cr3t", "https://api.acme.test"),
        Request("POST", "https://api.acme.test/v1/bills", {"authorization": "s3cr3t"}, b"s3cr3t"),
    ]
    assert "s3cr3t" not in repr(shown)
    assert "s3cr3t" not in str([list(one.__rich_repr__()) for one in shown])
