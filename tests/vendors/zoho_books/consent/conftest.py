"""A sandbox in this process, its user in front of the consent page, and an authoriser that blocks and one that awaits."""

import asyncio
import html
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest

from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Reply, Request
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.consent import AsyncAuthoriser, Authoriser

REDIRECT = "http://localhost:8000/callback"


class Person:
    """The sandbox's user, who reads the page and presses a button."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.transport = AsgiTransport(sandbox.asgi)

    def open(self, url: str) -> Reply:
        answer = self.transport.send(Request("GET", url))
        assert isinstance(answer, Reply)
        return answer

    def decide(self, url: str, decision: str = "accept") -> str:
        """Open the page, press a button, and return the address the browser is sent to."""
        page = self.open(url)
        if page.status == 302:
            return page.headers["location"]
        assert page.status == 200, page.content
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.content.decode()))
        form = {name: html.unescape(value) for name, value in fields.items()} | {"decision": decision}
        asked = Request(
            "POST",
            url.partition("?")[0],
            {"content-type": "application/x-www-form-urlencoded"},
            urlencode(form).encode(),
        )
        answer = self.transport.send(asked)
        assert isinstance(answer, Reply)
        assert answer.status == 302, answer.content
        return answer.headers["location"]


def changed(address: str, **values: str | None) -> str:
    """Return the address with some of its parameters changed, or taken away (None)."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query)) | {
        name.replace("_", "-") if name == "accounts_server" else name: value for name, value in values.items()
    }
    kept = {name: value for name, value in query.items() if value is not None}
    return parts._replace(query=urlencode(kept)).geturl()


def told(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


class Both:
    """An authoriser's method, called in the style under test; results and errors are the same in both."""

    def __init__(self, authoriser: Authoriser | AsyncAuthoriser) -> None:
        self._authoriser = authoriser

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._authoriser, name)

        def call(*arguments: Any, **named: Any) -> Any:
            done = method(*arguments, **named)
            return asyncio.run(done) if asyncio.iscoroutine(done) else done

        return call


Make = Callable[..., Both]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("empty", strict=True, redirect_uris=(REDIRECT,)) as sandbox:
        yield sandbox


@pytest.fixture
def person(sandbox: Sandbox) -> Person:
    return Person(sandbox)


@pytest.fixture(params=[Authoriser, AsyncAuthoriser], ids=["sync", "async"])
def make(request: pytest.FixtureRequest, sandbox: Sandbox) -> Make:
    """Makes an authoriser of the sandbox's own client; arguments replace what it is given."""

    def build(**arguments: Any) -> Both:
        connection = sandbox.connection
        given = {
            "client_id": connection["client_id"],
            "client_secret": connection["client_secret"],
            "redirect_uri": REDIRECT,
            "accounts_url": sandbox.url,
            "transport": AsgiTransport(sandbox.asgi),
        }
        return Both(request.param(**(given | arguments)))

    return build
