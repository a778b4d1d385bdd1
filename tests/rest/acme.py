"""A vendor that exists only in these tests, and a clock that moves when somebody sleeps on it."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from tallystick.model import errors
from tallystick.rest.clock import Clock
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.rest.vendor import Block, ErrorRule, OAuth, Plan, Region, Vendor

VENDOR = Vendor(
    id="acme_books",
    name="Acme Books",
    regions=(Region("eu", "https://accounts.acme.test", "https://api.acme.test"),),
    api_path="/v1",
    organization="organization_id",
    oauth=OAuth(
        token_path="/token",
        header="Bearer",
        errors=(
            ErrorRule(errors.AuthorisationRevoked, "Authorise again.", code="invalid_code"),
            ErrorRule(errors.RateLimited, "Share the token.", code="Access Denied"),
            ErrorRule(errors.AuthenticationFailed, "Check the client."),
        ),
    ),
    plans=(
        Plan("small", 100, 1_000, 5),
        Plan("tiny", 2, 3, 1),
        Plan("unlimited", None, None, None),
    ),
    blocks=(
        Block(44, "minute", 60.0),
        Block(45, "day", 3600.0, until_reset=True),
        Block(43, "account", 3600.0),
        Block(1070, "concurrency", 1.0),
        Block("Access Denied", "token", 600.0),
    ),
    errors=(
        ErrorRule(errors.ScopeMissing, "{operation} needs {scopes}.", code=57),
        ErrorRule(errors.NotFound, "Check the id.", code=1002),
        *(ErrorRule(errors.RateLimited, "Slower.", code=code) for code in (43, 44, 45, 1070)),
    ),
)

READ = Operation(
    id="list_bills",
    module="bills",
    method="GET",
    path="/bills",
    envelope="bills",
    result=Shape("object", {"bills": Shape("array", items=Shape("object", {"total": Shape("number")}))}),
    scopes=("bills.READ",),
)
WRITE = Operation(
    id="update_bill",
    module="bills",
    method="PUT",
    path="/bills/{bill_id}",
    parameters=(Parameter("bill_id", Place.PATH, required=True), Parameter("X-Upsert", Place.HEADER)),
    envelope="bill",
    scopes=("bills.UPDATE",),
)


class TickingClock:
    """Time that stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.slept.append(seconds)
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.now, lambda: 0.5, self.sleep, self.asleep)


class Script:
    """A network that answers from a list, for both kinds of driver; the last answer repeats."""

    def __init__(self, answers: Iterable[Reply | Failure | Callable[[Request], Reply | Failure]]) -> None:
        self.answers = list(answers)
        self.sent: list[Request] = []

    def send(self, request: Request) -> Reply | Failure:
        self.sent.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer if isinstance(answer, (Reply, Failure)) else answer(request)

    async def asend(self, request: Request) -> Reply | Failure:
        return self.send(request)

    def close(self) -> None:
        self.answers.clear()

    async def aclose(self) -> None:
        self.close()


def json(status: int, body: Any, **headers: str) -> Reply:
    """An answer of the vendor."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, {"content-type": "application/json", **named}, msgspec.json.encode(body))


def token(value: str, **more: Any) -> Reply:
    """An answer of the accounts server that gives a token."""
    return json(200, {"access_token": value, "expires_in": 3600, "token_type": "Bearer", **more})
