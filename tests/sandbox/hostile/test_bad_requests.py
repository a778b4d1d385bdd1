"""Requests that are wrong around their bodies: paths, queries, headers, whole floods; and the memory all of it takes."""

import subprocess
import sys
from urllib.parse import quote

import pytest

from tallystick.sandbox.description import emulated
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import START_SECONDS_MAX, Caller
from tests.sandbox.hostile.company import ROOT
from tests.sandbox.hostile.judge import Judge, shape_faults

LISTS = tuple(each for each in emulated() if each.method == "GET" and "{" not in each.path)
NUMBERS = ("-1", "0", "-999999999999", "9" * 30, "1.5", "1e3", "NaN", "\x00", "٣", "", "+1", " 1")


def caller(sandbox: Sandbox) -> Caller:
    return Caller(sandbox.asgi, token=sandbox.connection["access_token"])


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_of_any_number_is_answered_or_refused_by_every_list(hit: Sandbox, number: str) -> None:
    call, judge = caller(hit), Judge(hit)
    for operation in LISTS:
        for query in ({"page": number}, {"per_page": number}, {"page": number, "per_page": number}):
            assert judge.faults(call("GET", ROOT + operation.path, query=query)) == [], (operation.id, query)


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "%00",
        "' OR 1=1 --",
        "x" * 10_000,
        ",".join("1" * 2_000),
        "💥",
        "\u202e",
        "9999-12-31",
        "0001-01-01",
        "1e999999",
    ],
)
def test_a_parameter_of_any_value_is_answered_or_refused_by_every_list(hit: Sandbox, text: str) -> None:
    call, judge = caller(hit), Judge(hit)
    for operation in LISTS:
        names = [each.name for each in operation.parameters if each.place == "query" and each.name != "organization_id"]
        for name in ("filter_by", "sort_column", "sort_order", "search_text", *names[:12]):
            answer = call("GET", ROOT + operation.path, query={name: text})
            assert judge.faults(answer) == [], (operation.id, name)
            assert len(answer.content) < 200_000


@pytest.mark.parametrize(
    "value", ["\x00", "\r\nX: y", "..", "../..", "x" * 20_000, "é", "💥", " ", "-1", "9" * 40, "a/b/c"]
)
def test_an_id_of_any_text_is_one_there_is_not(hit: Sandbox, value: str) -> None:
    call, judge = caller(hit), Judge(hit)
    for operation in emulated():
        if "{" not in operation.path or "{organization_id}" in operation.path:
            continue
        path = "/".join(value if part.startswith("{") else part for part in operation.path.split("/"))
        answer = call(operation.method, ROOT + path, content=b"{}" if operation.body is not None else b"")
        assert judge.faults(answer) == [], (operation.id, answer.text[:300])


@pytest.mark.parametrize("count", [1_001, 100_000])
def test_a_query_of_nothing_but_parameters_is_refused(hit: Sandbox, count: int) -> None:
    judge = Judge(hit)
    answer = caller(hit)("GET", f"{ROOT}/invoices?" + "&".join(f"a{number}=1" for number in range(count)))
    assert judge.faults(answer) == []
    assert answer.status == 400


@pytest.mark.parametrize(
    "query",
    [
        "organization_id=%0d%0aSet-Cookie:x",
        "organization_id=%00",
        "organization_id=" + "1" * 100_000,
        "%ff=%fe",
        "a=%",
        "=",
        "&&&;",
    ],
)
def test_a_query_of_strange_bytes_is_answered_in_shape(hit: Sandbox, query: str) -> None:
    judge = Judge(hit)
    answer = caller(hit)("GET", f"{ROOT}/invoices?{query}")
    assert judge.faults(answer) == []
    assert len(answer.content) < 200_000


HEADERS = (
    {"Authorization": "Zoho-oauthtoken " + "x" * 100_000},
    {"Authorization": "Zoho-oauthtoken \x00"},
    {"Authorization": "Bearer"},
    {"Content-Type": "multipart/form-data; boundary=" + "x" * 10_000},
    {"Content-Type": "multipart/form-data; boundary*=utf-8''%00"},
    {"Content-Type": ";" * 10_000},
    {"Content-Length": "-1"},
    {"Content-Length": "²"},
    {"Content-Length": "9" * 5_000},
    {"Content-Encoding": "gzip"},
    {"Accept-Encoding": "gzip;q=x,,,"},
    {"Accept": "application/pdf"},
    {"Host": "[::1"},
    {"X-HTTP-Method-Override": "DELETE"},
)


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: str(headers)[:60])
def test_a_header_of_any_value_is_answered_in_shape(hit: Sandbox, headers: dict[str, str]) -> None:
    judge = Judge(hit)
    for method, path, content in (("GET", "/invoices", b""), ("POST", "/contacts", b'{"contact_name": ""}')):
        answer = caller(hit)(method, ROOT + path, content=content, headers=headers)
        assert judge.faults(answer) == [], answer.content


CONTROL = (
    "clock",
    "faults",
    "readings",
    "strict",
    "snapshots",
    "snapshots/restore",
    "snapshots/remove",
    "clients",
    "codes",
)
BODIES = (
    *(
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"a":' * 10_000,
        b'{"name": "\\ud800"}',
        b'{"kind": "nothing"}',
        b'{"x": 1e400}',
    ),
    *(
        b'{"set": "9999-12-31T23:59:59Z"}',
        b'{"set": "0001-01-01T00:00:00+23:59"}',
        b'{"advance": 1e308}',
        b'{"advance": -1}',
    ),
    *(
        b'{"set": "2026-06-09"}',
        b'{"name": "' + b"x" * 100_000 + b'"}',
        b'{"redirect_uris": ["javascript:alert(1)"], "name": "x"}',
    ),
    *(b'{"client_id": "x", "scope": "x"}', b'{"last_modified_time": "nonsense"}', b'{"strict": 1}', b"[" * 100_000),
)


@pytest.mark.parametrize("what", CONTROL)
def test_a_wrong_request_to_the_sandbox_itself_is_explained_and_changes_nothing(hit: Sandbox, what: str) -> None:
    judge, clock = Judge(hit), hit.clock.state
    for content in BODIES:
        answer = Caller(hit.asgi)("POST", f"/sandbox/{what}", content=content)
        assert answer.status == 400, (content[:40], answer.text)
        assert list(answer.json) == ["error"]
        assert judge.before == judge.standing()
        assert hit.clock.state == clock


ACCOUNTS = (
    "/oauth/v2/auth",
    "/oauth/v2/token",
    "/oauth/v2/token/revoke",
    "/oauth/user/info",
    "/oauth/serverinfo",
    "/oauth/x",
)


@pytest.mark.parametrize("path", ACCOUNTS)
def test_a_wrong_request_to_the_accounts_server_never_fails(hit: Sandbox, path: str) -> None:
    for content in (
        *BODIES,
        b"grant_type=refresh_token&refresh_token=%00",
        b"grant_type=%ff",
        b"a=1&" * 5_000,
        b"client_id=\xff",
    ):
        for method in ("GET", "POST"):
            query = quote(content[:2_000])
            answer = Caller(hit.asgi)(method, f"{path}?state={query}&ticket={query}", content=content)
            assert answer.status < 500, (method, content[:40], answer.text[:200])
            assert all(value.isprintable() for value in answer.headers.values())


@pytest.mark.parametrize(
    "instant",
    ["2050-01-01T00:00:00Z", "1970-01-02T00:00:00Z", pytest.param("8999-12-31T00:00:00Z", marks=pytest.mark.proof)],
)
def test_a_clock_far_away_leaves_books_that_answer(hit: Sandbox, instant: str) -> None:
    assert Caller(hit.asgi)("POST", "/sandbox/clock", json={"set": instant}).status == 200
    call = caller(hit)
    for path in ("/invoices", "/bills", "/recurringinvoices", "/reports/balancesheet", "/reports/aragingsummary"):
        assert shape_faults(call("GET", ROOT + path)) == [], path
    assert shape_faults(call("POST", f"{ROOT}/contacts", json={"contact_name": instant})) == []
    assert hit.organization.book.audit() == []


MEMORY = """
from pathlib import Path
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller
sandbox = Sandbox("empty", limits=False)
call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
huge = 30 * 1024 * 1024
multipart = {"Content-Type": "multipart/form-data; boundary=x"}
part = b'--x\\r\\nContent-Disposition: form-data; name="a"\\r\\n\\r\\n'
for path in ("/contacts", "/invoices", "/bankstatements", "/journals"):
    for content, headers in (
        (b'{"contact_name": "' + b"x" * huge + b'"}', {}),
        (b"[" * huge, {}),
        (b'{"a":' * (huge // 5), {}),
        (b'{"line_items": [' + b"{}," * (huge // 6) + b"{}]}", {}),
        (b'{"amount": ' + b"9" * huge + b"}", {}),
        (b"a=1&" * (huge // 4), {}),
        (part * (huge // len(part)), multipart),
        (part + b"x" * huge + b"\\r\\n--x--\\r\\n", multipart),
        (b"\\x1f\\x8b" + b"\\x00" * huge, {"Content-Encoding": "gzip"}),
    ):
        answer = call("POST", "/books/v3" + path, content=content, headers=headers)
        assert answer.status < 500, (path, answer.text)
# The peak of this program alone: what getrusage tells counts the peak of the one that started it as well.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(int(peak.split()[1]) // 1024)
"""
MEGABYTES_MAX = 768
"""A body of 30 MiB, what is read from it, and the program itself, all at once."""


def test_the_memory_of_a_sandbox_under_huge_bodies_is_bounded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, text=True, timeout=START_SECONDS_MAX * 3, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert int(done.stdout) < MEGABYTES_MAX
