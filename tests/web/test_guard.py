"""Who may ask the pages at all, and the headers that every answer carries."""

import asyncio
from typing import Any

import httpx2
import pytest

from tallystick.web.guard import Guard


async def _greeting(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"welcome", "more_body": False})


def ask(method: str = "GET", *, url: str = "http://localhost:8600/", **headers: str) -> httpx2.Response:
    async def asking() -> httpx2.Response:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(Guard(_greeting))) as client:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, url, headers=sent)

    return asyncio.run(asking())


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8600", "127.0.0.1:8600", "[::1]:8600", "LOCALHOST:1", "[::1]"]
)
def test_this_machines_own_names_are_answered(host: str) -> None:
    assert ask(host=host).text == "welcome"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8600",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "[::2]:8600",
        "localhost:x",
    ],
)
def test_a_name_that_somebody_else_points_here_is_refused(host: str) -> None:
    answer = ask(host=host)
    assert answer.status_code == 421
    assert "http://localhost" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site", "origin": "http://localhost:8600"},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:9999"},
        {"origin": "null"},
        {"origin": "http://localhost:8600.evil.example"},
    ],
)
def test_a_form_sent_from_another_site_changes_nothing(headers: dict[str, str]) -> None:
    answer = ask("POST", **headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


@pytest.mark.parametrize(
    "headers",
    [{"sec_fetch_site": "same-origin"}, {"sec_fetch_site": "none"}, {"origin": "http://localhost:8600"}, {}],
)
def test_our_own_form_and_a_program_may_post(headers: dict[str, str]) -> None:
    assert ask("POST", **headers).text == "welcome"


def test_reading_from_another_site_is_left_to_the_browsers_own_rules() -> None:
    assert ask("GET", sec_fetch_site="cross-site").text == "welcome"


@pytest.mark.parametrize("headers", [{}, {"host": "evil.example"}])
def test_every_answer_forbids_whatever_the_pages_do_not_use(headers: dict[str, str]) -> None:
    answer = ask(**headers)
    policy = dict(rule.strip().split(" ", 1) for rule in answer.headers["content-security-policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_asking_for_headers_only_sends_no_body() -> None:
    answer = ask("HEAD")
    assert answer.status_code == 200
    assert answer.content == b""
