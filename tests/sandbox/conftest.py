"""Sandboxes in this process, with the test's own time and secrets, or as programs; and ways to call them."""

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx2
import msgspec
import pytest

from tallystick.sandbox.identity import seeded_secrets
from tallystick.sandbox.world import Sandbox

NOON = 1_780_000_000.0
"""Seconds since 1970 of the real time that tests begin at: 2026-05-28, in the afternoon in New York."""


class Answer(msgspec.Struct, frozen=True):
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.content)


class Caller:
    """Calls an ASGI application as a client over HTTP would; `token` is sent when there is one."""

    def __init__(self, app: Any, *, token: str = "", host: str = "sandbox.localhost") -> None:
        self.app = app
        self.token = token
        self.host = host

    def __call__(
        self,
        method: str,
        path: str,
        *,
        query: dict[str, str] | None = None,
        form: dict[str, str] | None = None,
        json: Any = None,
        content: bytes = b"",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        if form is not None:
            content = urlencode(form).encode()
        if json is not None:
            content = msgspec.json.encode(json)
        parts = urlsplit(path)
        sent = {"host": self.host} | ({"authorization": f"Zoho-oauthtoken {self.token}"} if self.token else {})
        sent |= {name.lower(): value for name, value in (headers or {}).items()}
        scope = {
            "type": "http",
            "method": method,
            "path": parts.path,
            "query_string": (urlencode(query) if query is not None else parts.query).encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in sent.items()],
            "client": ("127.0.0.1", 40000),
        }
        return asyncio.run(self._send(scope, content))

    async def _send(self, scope: dict[str, Any], content: bytes) -> Answer:
        answers: list[MutableMapping[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": content, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            answers.append(message)

        await self.app(scope, receive, send)
        start, *bodies = answers
        headers = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
        return Answer(start["status"], headers, b"".join(part["body"] for part in bodies))


class RealTime:
    """The machine's time as the test moves it."""

    def __init__(self) -> None:
        self.seconds = NOON

    def __call__(self) -> float:
        return self.seconds


Start = Callable[..., Sandbox]


@pytest.fixture
def real_time() -> RealTime:
    return RealTime()


@pytest.fixture
def start(real_time: RealTime) -> Iterator[Start]:
    """Starts sandboxes of an empty company with the test's time and secrets, and closes them."""
    started: list[Sandbox] = []

    def begin(company: str | Path = "empty", **settings: Any) -> Sandbox:
        seed = f"sandbox {len(started)}"
        sandbox = Sandbox(company, real=real_time, secrets=seeded_secrets(seed), **settings)
        started.append(sandbox)
        return sandbox

    yield begin
    for sandbox in started:
        sandbox.close()


@pytest.fixture
def sandbox(start: Start) -> Sandbox:
    return start()


@pytest.fixture
def call(sandbox: Sandbox) -> Caller:
    """Calls the sandbox with its own access token."""
    return Caller(sandbox.asgi, token=sandbox.connection["access_token"])


START_SECONDS_MAX = 30
PROGRAM = [sys.executable, "-c", "from tallystick.cli import main; main()"]


class Running:
    """One sandbox process and its connection."""

    def __init__(self, *arguments: str) -> None:
        command = [*PROGRAM, "sandbox", "--port", "0", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(START_SECONDS_MAX)
            raise AssertionError(self.errors())
        self.connection: dict[str, str] = msgspec.json.decode(line)

    def client(self) -> httpx2.Client:
        headers = {"Authorization": f"Zoho-oauthtoken {self.connection['access_token']}"}
        return httpx2.Client(base_url=self.connection["url"], headers=headers, timeout=START_SECONDS_MAX)

    def errors(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    def stop(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(START_SECONDS_MAX)

    def close(self) -> None:
        """End the process if it still runs, and let go of its pipes."""
        if self.process.poll() is None:
            self.stop(signal.SIGKILL)
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()


Run = Callable[..., Running]


@pytest.fixture
def run() -> Iterator[Run]:
    started: list[Running] = []

    def begin(*arguments: str) -> Running:
        running = Running(*arguments)
        started.append(running)
        return running

    yield begin
    for running in started:
        running.close()


class Reader:
    """Somebody with a browser: opens pages of a sandbox, and presses buttons with the token the page gave."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.call = Caller(sandbox.asgi, host="127.0.0.1:8601")

    def open(self, path: str = "", *, status: int = 200) -> str:
        answer = self.call("GET", f"/sandbox/page{path}")
        assert answer.status == status, answer.text
        assert answer.headers["content-type"] == "text/html;charset=UTF-8"
        return answer.text

    def token(self) -> str:
        found = re.search(r'name="page_token" value="(\w{32})"', self.open())
        assert found is not None
        return found[1]

    def press(self, form: str, **fields: str) -> Answer:
        said = {"page_token": self.token(), **fields}
        headers = {"Origin": "http://127.0.0.1:8601", "Sec-Fetch-Site": "same-origin"}
        return self.call("POST", f"/sandbox/page/{form}", form=said, headers=headers)

    def follow(self, form: str, **fields: str) -> str:
        """Press a button that works, and return the page it leads to."""
        answer = self.press(form, **fields)
        assert answer.status == 303, answer.text
        return self.open(answer.headers["location"].removeprefix("/sandbox/page").partition("#")[0])


@pytest.fixture
def reader(sandbox: Sandbox) -> Reader:
    return Reader(sandbox)
