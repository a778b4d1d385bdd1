"""Everything that can go wrong becomes one typed error with a hint, blocking and awaiting."""

import re
from typing import Any

import msgspec
import pytest

from tallystick.model import errors
from tallystick.rest.retry import Retry
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.errors import ERRORS, OAUTH_ERRORS
from tallystick.zoho_books import Client
from tests.rest.loopback import Told, free_port
from tests.vendors.zoho_books.client.books import (
    HTML,
    KEYS,
    TEXT_57,
    api_calls,
    both,
    both_walk,
    open_books,
    refused,
    told,
)

QUICK = Retry(attempts_max=2, pause_seconds=0.001)

# HTTP status, code, the vendor's words, our class, words of the hint. The words are the vendor's as recorded.
REFUSALS = (
    (400, 14, "Invalid value passed for organizationid", errors.WrongOrganisation, "digits"),
    (
        400,
        6041,
        "This user is not associated with the CompanyID/CompanyName:10234695.",
        errors.WrongOrganisation,
        "list_organizations",
    ),
    (404, 5, "Invalid URL Passed", errors.NotFound, "address"),
    (404, 1002, "Invoice does not exist.", errors.NotFound, "Check the id"),
    (400, 1002, "The Customer is not accessible.", errors.NotFound, "customer_id"),
    (400, 2, "Invalid value passed for Payment Terms", errors.InvalidRequest, "allowed values"),
    (400, 4, "Invalid value passed for bill_number", errors.InvalidRequest, "missing"),
    (400, 4, "The account does not exist.", errors.InvalidRequest, "account_id"),
    (400, 4, "Currency already exists", errors.AlreadyExists, "use it"),
    (400, 15, "Please ensure that the Address has less than 100 characters.", errors.InvalidRequest, "Shorten"),
    (400, None, "JSON is not well formed", errors.InvalidRequest, "JSON object"),
    (400, 36, "has dependents", errors.Conflict, "inactive"),
    (400, 1004, "has transactions", errors.Conflict, "inactive"),
    (
        400,
        3062,
        'The customer "Bowman" already exists. Please specify a different name.',
        errors.AlreadyExists,
        "unique",
    ),
    (400, 13011, "A bill with this number has already been created for this vendor.", errors.AlreadyExists, "bill"),
    (400, 3032, "IGST cannot be applied as this is an intrastate transaction", errors.Refused, "IGST"),
    (
        400,
        24016,
        "The amount entered is more than the balance due for the selected invoices.",
        errors.Refused,
        "balance",
    ),
    (400, None, "The amount entered is more than the balance due for the selected bills.", errors.Refused, "balance"),
    (400, None, "Sales Order has been disabled for your account", errors.Refused, "plan"),
    (400, 110817, "Enable Sales Tax in order to perform tax related operations.", errors.Refused, "browser"),
    (403, None, "Forbidden", errors.Refused, "person"),
    (405, None, "Method not allowed", errors.InvalidRequest, "method"),
    (400, 990001, "not yet", errors.NotYet, "coverage"),
    (418, 77, "something new", errors.InvalidRequest, "message"),
)


@both
@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: f"{row[1]} {row[2]}")
def test_a_refusal_has_its_class_and_its_hint(call: Any, row: tuple[int, int | None, str, type, str]) -> None:
    status, code, message, error, hint = row
    answer = refused(status, code, message, ("X-Request-Id", "req-1"))
    with open_books(answer) as (server, _), pytest.raises(errors.VendorError) as caught:
        call(server, "create_invoice", body={"customer_id": "1"})
    raised = caught.value
    assert type(raised) is error
    assert (raised.vendor, raised.operation, raised.http_status, raised.code) == (
        "Zoho Books",
        "create_invoice",
        status,
        code,
    )
    assert (raised.message, raised.request_id) == (message, "req-1")
    assert msgspec.json.decode(raised.body)["message"] == message
    assert hint in raised.hint
    assert str(raised).startswith("Zoho Books ")
    assert raised.hint in str(raised)
    assert len(api_calls(server)) == 1


@both
def test_a_token_of_another_data_centre_is_told_apart(call: Any) -> None:
    words = "The request could not be authenticated as the authentication value you entered is invalid."
    with open_books(refused(401, 14, words)) as (server, _), pytest.raises(errors.AuthenticationFailed, match="region"):
        call(server, "GET", "/invoices/1")


@both
def test_57_with_a_fresh_token_names_the_missing_scope(call: Any) -> None:
    with open_books(refused(401, 57, TEXT_57)) as (server, _), pytest.raises(errors.ScopeMissing) as caught:
        call(server, "list_invoices")
    assert caught.value.scopes == ("ZohoBooks.invoices.READ",)
    assert "ZohoBooks.invoices.READ" in str(caught.value)
    assert len(server.asked) == 2


@both
@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ({"error": "invalid_code"}, errors.AuthorisationRevoked, "Authorise again"),
        ({"error": "invalid_client"}, errors.AuthenticationFailed, "region"),
        ({"error": "invalid_client_secret"}, errors.AuthenticationFailed, "secret"),
        ({"error": "something_new"}, errors.AuthenticationFailed, "region"),
    ],
)
def test_a_token_error_under_http_200_is_an_error(call: Any, body: Any, error: Any, said: str) -> None:
    with open_books(told({})) as (server, books):
        books.grant = lambda: told(body)
        with pytest.raises(errors.VendorError, match=said) as caught:
            call(server, "GET", "/invoices/1")
    assert type(caught.value) is error
    assert len(server.asked) == 1


@both
def test_a_throttled_token_endpoint_says_when_to_come_back(call: Any) -> None:
    words = "You have made too many requests continuously. Please try again after some time."
    with open_books(told({})) as (server, books):
        books.grant = lambda: told({"error_description": words, "error": "Access Denied", "status": "failure"}, 400)
        with pytest.raises(errors.RateLimited) as caught:
            call(server, "GET", "/invoices/1")
    assert caught.value.scope == "token"
    assert caught.value.retry_after_seconds == pytest.approx(600, abs=5)
    assert len(server.asked) == 1


@both
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Told(200, b""), "empty"),
        (Told(200, b'{"code":0,"invoice":{"total":1'), "JSON"),
        (Told(200, b"<html>proxy</html>", HTML), "web page"),
        (Told(200, b"%PDF-1.7", (("content-type", "application/pdf"),)), "not asked for"),
        (Told(200, b"[]"), "not a JSON object"),
        (Told(302, b"", (("location", "https://elsewhere.test/"),)), "302"),
        (Told(200, b"{}" + b" " * 70_000), "larger than"),
    ],
    ids=["empty", "truncated", "HTML", "a file", "a list", "a redirect", "oversize"],
)
def test_an_answer_that_is_none_is_said_to_be_none(call: Any, answer: Told, said: str) -> None:
    with open_books(answer) as (server, _), pytest.raises(errors.UnexpectedAnswer, match=said):
        call(server, "GET", "/invoices/1", settings={"bytes_max": 50_000})
    assert len(api_calls(server)) == 1


@both
def test_a_refusal_under_http_200_is_a_refusal(call: Any) -> None:
    with open_books(refused(200, 1002, "Invoice does not exist.")) as (server, _), pytest.raises(errors.NotFound):
        call(server, "GET", "/invoices/1")


@both
@pytest.mark.parametrize(
    "answer", [Told(silent=True), Told(200, b'{"code":0', cut=True), refused(500, 1000, "Internal error")]
)
def test_a_doubtful_write_is_never_sent_twice(call: Any, answer: Told) -> None:
    with open_books(answer) as (server, _), pytest.raises(errors.OutcomeUnknown) as caught:
        call(server, "create_invoice", body={"reference_number": "PO-77"})
    assert caught.value.reference == "PO-77"
    assert "PO-77" in caught.value.hint
    assert len(api_calls(server)) == 1


@both
def test_a_read_survives_a_lost_connection(call: Any) -> None:
    answers = iter((Told(silent=True), told({"code": 0, "message": "success", "invoice": {}})))
    with open_books(lambda _: next(answers)) as (server, _):
        assert call(server, "GET", "/invoices/1", settings={"retry": QUICK})["code"] == 0


@both
def test_nobody_there_is_said_in_plain_words(call: Any) -> None:
    here = f"http://127.0.0.1:{free_port()}"
    with open_books(told({})) as (server, _), pytest.raises(errors.VendorUnavailable, match="network"):
        call(server, "GET", "/invoices/1", settings={"api_url": here, "access_token": "1000.a.b", "retry": QUICK})


@both
@pytest.mark.parametrize(
    ("code", "scope", "seconds"),
    [(43, "account", 3600), (44, "minute", 60), (45, "day", 45211)],
    ids=["43", "44", "45"],
)
def test_a_spent_limit_is_raised_when_the_caller_will_not_wait(call: Any, code: int, scope: str, seconds: int) -> None:
    with open_books(refused(429, code, "blocked")) as (server, _), pytest.raises(errors.RateLimited) as caught:
        call(server, "create_invoice", body={}, wait_seconds_max=1)
    assert caught.value.scope == scope
    assert caught.value.retry_after_seconds == pytest.approx(seconds, abs=5)
    assert len(api_calls(server)) == 1


@both
def test_a_spent_limit_is_waited_for_within_the_bound(call: Any) -> None:
    answers = iter((refused(429, 1070, "at once", ("Retry-After", "0")), told({"code": 0, "message": "success"})))
    with open_books(lambda _: next(answers)) as (server, _):
        assert call(server, "DELETE", "/invoices/1")["code"] == 0


@both
@pytest.mark.parametrize(
    ("what", "said"),
    [
        (("list_invoice",), "list_invoices"),
        (("GET", "/invoicez"), "/invoices"),
        (("PATCH", "/invoices"), "GET"),
        (("GET", "/invoices?page=2"), "params"),
        (("get_invoice",), "invoice_id"),
        (("list_invoices", {"page": 1}), "params=..."),
    ],
)
def test_a_mistake_is_found_before_anything_is_sent(call: Any, what: tuple[Any, ...], said: str) -> None:
    with open_books(told({})) as (server, _), pytest.raises(errors.InvalidArgument, match=re.escape(said)):
        call(server, *what)
    assert server.asked == []


@both
def test_a_parameter_the_vendor_would_ignore_is_refused(call: Any) -> None:
    with open_books(told({})) as (server, _), pytest.raises(errors.UnknownParameter) as caught:
        call(server, "list_invoices", params={"stats": "overdue"})
    assert (caught.value.argument, caught.value.nearest[0]) == ("stats", "status")
    assert server.asked == []


@both
@pytest.mark.parametrize(
    "params", [{"cf_region": "North"}, {"last_modified_time": "2026-01-02T03:04:05+0000"}, {"sort_order": "A"}]
)
def test_a_parameter_the_wire_takes_undeclared_is_sent(call: Any, params: dict[str, str]) -> None:
    with open_books(told({"code": 0, "message": "success"})) as (server, _):
        call(server, "list_customer_payments", params=params)
    assert params.items() <= api_calls(server)[0].query.items()


@both
def test_what_the_vendor_learns_tomorrow_can_be_sent_today(call: Any) -> None:
    with open_books(told({"code": 0, "message": "success"})) as (server, _):
        call(server, "list_invoices", extra_params={"brand_new": 1})
    assert api_calls(server)[0].query["brand_new"] == "1"


@both
@pytest.mark.parametrize("seconds", [0, -1, 181])
def test_a_timeout_is_bounded_by_the_clients(call: Any, seconds: float) -> None:
    with open_books(told({})) as (server, _), pytest.raises(errors.InvalidArgument, match="between 0 and 180"):
        call(server, "list_invoices", timeout_seconds=seconds)
    assert server.asked == []


@both_walk
def test_a_walk_starts_at_a_page(walk: Any) -> None:
    with open_books(told({})) as (server, _), pytest.raises(errors.InvalidArgument, match="page 'first'"):
        walk(server, "list_invoices", params={"page": "first"})


@both
def test_the_right_name_for_a_mistyped_one_is_a_fact(call: Any) -> None:
    with open_books(told({})) as (server, _), pytest.raises(errors.UnknownOperation) as caught:
        call(server, "create_invoise")
    assert caught.value.nearest[0] == "create_invoice"


def test_nothing_to_authorise_with_is_said_at_the_first_call() -> None:
    with Client(organization_id="1") as client, pytest.raises(errors.ConfigurationError, match="refresh_token"):
        client.call("list_invoices")


@pytest.mark.parametrize(
    ("name", "region"), [("eu", "eu"), (".com.au", "au"), ("https://accounts.zoho.in/", "in"), ("US", "us")]
)
def test_a_region_is_understood_however_people_write_it(name: str, region: str) -> None:
    assert VENDOR.region(name).id == region


@pytest.mark.parametrize("settings", [{"region": "mars"}, {"plan": "gold"}])
def test_an_unknown_setting_names_the_known_ones(settings: dict[str, str]) -> None:
    with pytest.raises(errors.ConfigurationError, match="Choose one of"):
        Client(**{**KEYS, **settings})


@pytest.mark.parametrize("connection", ["not json", "{}", '{"url": 5}', {"url": "http://127.0.0.1:1"}])
def test_what_is_no_connection_is_said_to_be_none(connection: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="tallystick sandbox"):
        Client.from_sandbox(connection)


def test_a_client_shows_no_secret() -> None:
    shown = repr(Client(**KEYS))
    assert not any(secret in shown for secret in list(KEYS.values())[1:])


@pytest.mark.parametrize("rule", [*ERRORS, *OAUTH_ERRORS], ids=lambda rule: f"{rule.http} {rule.code} {rule.pattern}")
def test_every_rule_says_what_to_do(rule: Any) -> None:
    assert rule.hint.endswith(".")
    assert len(rule.hint) > 20
    re.compile(rule.pattern)
