"""The path of an API call: every step's refusal in the vendor's shape, and no trace of a refused call."""

import asyncio
import gzip
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.sandbox.application import Application
from tallystick.sandbox.founding import FOREIGN_ORGANIZATION_ID
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.errors import NOT_YET_CODE, Refused
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tests.sandbox.conftest import Caller, Start

CONTACTS = "/books/v3/contacts"
LINES = [{"name": "Tea", "rate": 10, "quantity": 2}]


def create_contact(call: Caller, name: str = "Ada") -> str:
    identity: str = call("POST", CONTACTS, json={"contact_name": name}).json["contact"]["contact_id"]
    return identity


def snapshot(sandbox: Sandbox) -> Any:
    """Everything the books hold and are kept as."""
    return [(row.kind, row.id, row.value) for row in sandbox.organization.rows() if row.kind != "ids"]


def test_an_answer_carries_the_vendors_headers(call: Caller) -> None:
    headers = call("GET", CONTACTS).headers
    assert headers["content-type"] == "application/json;charset=UTF-8"
    assert headers["allow"].startswith("OPTIONS, ")
    assert headers["server"] == "ZGS"
    assert headers["cache-control"].startswith("no-store, no-cache")
    assert headers["x-rate-limit-limit"] == "10000"
    assert {"build_version", "client_build_version", "server_build_version", "expires", "pragma"} <= set(headers)


def test_what_is_created_is_found_where_the_answer_says(call: Caller) -> None:
    created = call("POST", CONTACTS, json={"contact_name": "Ada"})
    assert (created.status, created.json["code"]) == (201, 0)
    location = created.headers["location"]
    assert location.startswith("/api/v3/contacts/")
    assert call("GET", location).json["contact"]["contact_name"] == "Ada"


@pytest.mark.parametrize("path", ["/books/v3/contacts", "/books/v3/contacts/", "/api/v3/contacts", "/api/v3/contacts/"])
def test_old_paths_and_trailing_slashes_are_the_same_place(call: Caller, path: str) -> None:
    assert call("GET", path).json["contacts"] == []


def test_a_call_without_a_token_is_not_authenticated(sandbox: Sandbox) -> None:
    for headers in ({}, {"Authorization": "Basic YTpi"}, {"Authorization": "Zoho-oauthtoken"}):
        answer = Caller(sandbox.asgi)("GET", CONTACTS, headers=headers)
        assert (answer.status, answer.json["code"]) == (401, 14)


def test_a_dead_token_is_not_authorised(sandbox: Sandbox) -> None:
    answer = Caller(sandbox.asgi, token="1000.dead.beef")("GET", CONTACTS)
    assert (answer.status, answer.json) == (
        401,
        {"code": 57, "message": "You are not authorized to perform this operation"},
    )


def test_an_unknown_path_is_an_invalid_url(call: Caller) -> None:
    for path in ("/books/v3/shoes", "/books/v3", "/books/v3/contacts/1/2/3/4", "/books/v4/contacts", "/elsewhere"):
        answer = call("GET", path)
        assert (answer.status, answer.json) == (404, {"code": 5, "message": "Invalid URL Passed"})


def test_a_wrong_method_is_told_the_right_ones(call: Caller) -> None:
    answer = call("PATCH", CONTACTS)
    assert (answer.status, answer.headers["allow"]) == (405, "OPTIONS, DELETE, POST, GET, PUT")
    assert set(answer.json) == {"code", "message"}


def test_options_are_answered_with_the_methods(call: Caller) -> None:
    answer = call("OPTIONS", CONTACTS)
    assert (answer.status, answer.content) == (200, b"")
    assert answer.headers["allow"] == "OPTIONS, DELETE, POST, GET, PUT"


def test_no_organisation_means_the_default_one(call: Caller, sandbox: Sandbox) -> None:
    create_contact(call)
    own = sandbox.connection["organization_id"]
    for query in ({}, {"organization_id": ""}, {"organization_id": own}):
        assert len(call("GET", CONTACTS, query=query).json["contacts"]) == 1


@pytest.mark.parametrize("identity", [FOREIGN_ORGANIZATION_ID, "10234695"])
def test_somebody_elses_organisation_is_refused_like_an_unknown_one(call: Caller, identity: str) -> None:
    answer = call("GET", CONTACTS, query={"organization_id": identity})
    message = f"This user is not associated with the CompanyID/CompanyName:{identity}."
    assert (answer.status, answer.json) == (400, {"code": 6041, "message": message})


@pytest.mark.parametrize("identity", ["abc", "12.5", "-1", "1" * 21, "１２"])
def test_a_malformed_organisation_is_refused(call: Caller, identity: str) -> None:
    answer = call("GET", CONTACTS, query={"organization_id": identity})
    assert (answer.status, answer.json) == (400, {"code": 14, "message": "Invalid value passed for organizationid"})


def test_every_operation_answers_in_the_vendors_shape(start: Start) -> None:
    sandbox = start(limits=False)
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    not_yet = 0
    for operation in map(OPERATIONS.__getitem__, OPERATIONS):
        if operation.duplicate_of:
            continue
        path = "/".join("9" if part.startswith("{") else part for part in operation.path.split("/"))
        if (found := OPERATIONS.find(operation.method, path)) is None or found[0].id != operation.id:
            continue
        answer = call(operation.method, f"/books/v3{path}")
        assert answer.status < 500, operation.id
        assert answer.json["code"] != 5, operation.id
        if answer.json["code"] == NOT_YET_CODE:
            not_yet += 1
            assert (answer.status, answer.headers["x-tallystick-not-yet"]) == (400, operation.id)
            assert operation.id in answer.json["message"]
    assert 0 < not_yet < len(OPERATIONS)


def test_a_body_that_is_no_json_is_refused_and_changes_nothing(call: Caller, sandbox: Sandbox) -> None:
    before = snapshot(sandbox)
    for content in (b"{", b"[]", b'{"contact_name": "\xff"}', b'{"a":' + b"[" * 100_000, b"\x00"):
        answer = call("POST", CONTACTS, content=content)
        assert (answer.status, answer.json["message"]) == (400, "JSON is not well formed")
    assert snapshot(sandbox) == before


def test_an_empty_body_is_refused(call: Caller) -> None:
    answer = call("POST", CONTACTS)
    assert (answer.status, answer.json["code"]) == (400, 11)


def test_a_body_past_the_bound_is_refused_unread(sandbox: Sandbox) -> None:
    small = Application(sandbox, body_bytes_max=1_000)
    call = Caller(small, token=sandbox.connection["access_token"])
    before = snapshot(sandbox)
    body = b'{"contact_name": "' + b"x" * 2_000 + b'"}'
    for headers in ({}, {"Content-Length": str(10**12)}):
        answer = call("POST", CONTACTS, content=body, headers=headers)
        assert (answer.status, set(answer.json)) == (413, {"code", "message"})
    assert snapshot(sandbox) == before


def test_a_body_in_many_pieces_is_read_up_to_the_bound(sandbox: Sandbox) -> None:
    small = Application(sandbox, body_bytes_max=1_000)
    read = 0
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b"x" * 100, "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": CONTACTS, "query_string": b"", "headers": []}
    asyncio.run(small(scope, receive, send))
    assert sent[0]["status"] == 413
    assert read == 11


def test_a_refused_call_takes_back_what_its_handler_had_done(sandbox: Sandbox, call: Caller) -> None:
    create_contact(call)
    before = snapshot(sandbox)
    honest = sandbox.emulator.handlers["POST", "/contacts"]

    def half_way(given: Any) -> Any:
        honest(given)
        given.organization.set_record("1", {"left": "over"})
        raise Refused("does_not_exist", thing="Contact")

    sandbox.emulator.handlers = {**sandbox.emulator.handlers, ("POST", "/contacts"): half_way}
    assert call("POST", CONTACTS, json={"contact_name": "Bob"}).json["code"] == 1002
    assert snapshot(sandbox) == before
    assert sandbox.organization.book.audit() == []


def test_our_own_mistake_is_an_internal_error_that_changes_nothing(
    sandbox: Sandbox, call: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    before = snapshot(sandbox)
    honest = sandbox.emulator.handlers["POST", "/contacts"]

    def broken(given: Any) -> Any:
        honest(given)
        raise ZeroDivisionError

    sandbox.emulator.handlers = {**sandbox.emulator.handlers, ("POST", "/contacts"): broken}
    answer = call("POST", CONTACTS, json={"contact_name": "Bob"})
    assert (answer.status, answer.json) == (500, {"code": 1000, "message": "Internal error"})
    assert snapshot(sandbox) == before
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_is_packed_for_those_who_take_it(call: Caller) -> None:
    create_contact(call)
    packed = call("GET", CONTACTS, headers={"Accept-Encoding": "gzip, deflate"})
    plain = call("GET", CONTACTS)
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_more_calls_at_once_than_allowed_are_refused(sandbox: Sandbox) -> None:
    """Eleven requests arrive before the body of any is sent; the eleventh is one too many."""
    statuses: list[int] = []
    token = sandbox.connection["access_token"]
    headers = [(b"authorization", f"Zoho-oauthtoken {token}".encode())]
    scope = {"type": "http", "method": "GET", "path": CONTACTS, "query_string": b"", "headers": headers}

    async def run() -> None:
        all_here = asyncio.Event()
        arrived = 0

        async def receive() -> dict[str, Any]:
            nonlocal arrived
            arrived += 1
            if arrived == 11:
                all_here.set()
            await all_here.wait()
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        await asyncio.gather(*(sandbox.asgi(dict(scope), receive, send) for _ in range(11)))

    asyncio.run(run())
    assert sorted(statuses) == [200] * 10 + [429]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["46", "2026-01-31", "10%", 1e300]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["customer_id", "line_items", "date", "invoice_number", "discount", "payment_terms", "notes", "tags"]
    ),
    JSON
    | st.lists(st.dictionaries(st.sampled_from(["rate", "quantity", "name", "tax_id", "discount"]), JSON), max_size=3),
    max_size=6,
)


@given(FIELDS, st.sampled_from(["POST /invoices", "PUT /invoices/1", "POST /contacts", "POST /customerpayments"]))
@settings(
    derandomize=True,
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_body_makes_the_sandbox_fail(start: Start, fields: dict[str, Any], target: str) -> None:
    sandbox = start(limits=False)
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    customer = create_contact(call)
    method, path = target.split()
    before = snapshot(sandbox)
    fields = {"customer_id": customer, "line_items": LINES} | fields
    answer = call(method, f"/books/v3{path}", json=fields)
    assert answer.status < 500
    assert {"code", "message"} <= set(answer.json)
    if answer.status >= 400:
        assert snapshot(sandbox) == before
    assert sandbox.organization.book.audit() == []
    sandbox.close()
