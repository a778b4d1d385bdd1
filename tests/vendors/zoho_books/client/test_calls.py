"""Calling Zoho Books: what goes over the wire and what comes back, blocking and awaiting."""

import asyncio
import logging
import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.model import errors
from tallystick.rest.answer import Limits
from tallystick.zoho_books import AsyncClient, Client, Upload
from tests.rest.loopback import Asked, Told
from tests.vendors.zoho_books.client.books import (
    FIRST,
    KEYS,
    ORGANIZATION,
    SECOND,
    api_calls,
    both,
    both_walk,
    open_books,
    told,
)

INVOICE = {
    "invoice_id": "982000000567114",
    "invoice_number": "INV-000003",
    "total": 40.6,
    "exchange_rate": "",
    "customer_id": 982000000567001,
    "line_items": [{"rate": 120, "quantity": "", "discount": 0.0}],
    "cf_region": "North",
}
SHOWN = told({"code": 0, "message": "success", "invoice": INVOICE})


@both
def test_an_operation_is_called_by_its_name(call: Any) -> None:
    with open_books(SHOWN) as (server, _):
        answer = call(server, "get_invoice", params={"invoice_id": "982000000567114", "print": False})
    asked = api_calls(server)[0]
    assert (asked.method, asked.path) == ("GET", "/books/v3/invoices/982000000567114")
    assert asked.query == {"organization_id": ORGANIZATION, "print": "false"}
    assert asked.headers["authorization"] == f"Zoho-oauthtoken {FIRST}"
    assert answer["invoice"]["total"] == Decimal("40.6")


@both
def test_an_operation_is_called_by_method_and_path(call: Any) -> None:
    with open_books(SHOWN) as (server, _):
        answer = call(server, "get", "/books/v3/invoices/982000000567114/")
    assert api_calls(server)[0].path == "/books/v3/invoices/982000000567114"
    assert answer["invoice"]["invoice_number"] == "INV-000003"


@both
def test_an_answer_is_exact_and_complete(call: Any) -> None:
    with open_books(SHOWN) as (server, _):
        answer = call(server, "get_invoice", params={"invoice_id": 982000000567114})
    invoice = answer["invoice"]
    assert invoice["exchange_rate"] is None
    assert invoice["customer_id"] == "982000000567001"
    assert invoice["line_items"] == [{"rate": Decimal(120), "quantity": None, "discount": Decimal("0.0")}]
    assert invoice["cf_region"] == "North"
    assert answer.status == 200
    assert answer.limits == Limits(2000, 1988, 45211)
    assert msgspec.json.decode(answer.raw)["invoice"] == INVOICE


@both
def test_a_body_keeps_its_digits(call: Any) -> None:
    created = told({"code": 0, "message": "The invoice has been created.", "invoice": INVOICE}, 201)
    line = {"rate": Decimal("120.10"), "quantity": 3}
    with open_books(created) as (server, _):
        answer = call(server, "create_invoice", params={"send": True}, body={"line_items": [line]})
    asked = api_calls(server)[0]
    assert asked.body == b'{"line_items":[{"rate":120.10,"quantity":3}]}'
    assert asked.headers["content-type"] == "application/json;charset=UTF-8"
    assert asked.query["send"] == "true"
    assert answer.status == 201


@both
def test_a_file_goes_up(call: Any) -> None:
    with open_books(told({"code": 0, "message": "Your file has been attached."})) as (server, _):
        upload = {"attachment": Upload("bill.pdf", b"%PDF-1.7 bytes", "application/pdf")}
        call(server, "POST", "/invoices/1/attachment", files=upload)
    asked = api_calls(server)[0]
    assert asked.headers["content-type"].startswith("multipart/form-data")
    assert b"%PDF-1.7 bytes" in asked.body
    assert b'name="attachment"; filename="bill.pdf"' in asked.body


@both
@pytest.mark.parametrize(
    "question", [{"params": {"accept": "pdf"}}, {"headers": {"Accept": "application/pdf"}}], ids=["param", "header"]
)
def test_a_file_comes_down(call: Any, question: dict[str, Any]) -> None:
    with open_books(Told(200, b"%PDF-1.7", (("content-type", "application/pdf;charset=UTF-8"),))) as (server, _):
        answer = call(server, "GET", "/invoices/1", **question)
    assert (answer.raw, dict(answer)) == (b"%PDF-1.7", {})


@both
def test_the_upsert_parameters_travel_as_headers(call: Any) -> None:
    with open_books(SHOWN) as (server, _):
        question = {"X-Unique-Identifier-Key": "cf_order", "X-Unique-Identifier-Value": "77", "X-Upsert": True}
        call(server, "PUT", "/invoices", params=question, body={})
    asked = api_calls(server)[0]
    assert asked.query == {"organization_id": ORGANIZATION}
    assert asked.headers["x-unique-identifier-value"] == "77"
    assert asked.headers["x-upsert"] == "true"


@both
def test_another_organisation_may_be_named_for_one_call(call: Any) -> None:
    with open_books(told({"code": 0, "message": "success", "invoices": []})) as (server, _):
        call(server, "list_invoices", organization_id="55", params={"date_start": date(2026, 1, 2)})
    assert api_calls(server)[0].query == {"organization_id": "55", "date_start": "2026-01-02"}


def having(*organizations: tuple[str, str]) -> Callable[[Asked], Told]:
    """The vendor with these organisations and one invoice in each."""
    rows = [{"organization_id": number, "name": name} for number, name in organizations]

    def answer(asked: Asked) -> Told:
        if asked.path.endswith("/organizations"):
            return told({"code": 0, "message": "success", "organizations": rows})
        return told({"code": 0, "message": "success", "invoices": []})

    return answer


@both
def test_the_only_organisation_is_found_when_a_call_needs_one(call: Any) -> None:
    with open_books(having(("77", "Harbour"))) as (server, _):
        call(server, "list_invoices", settings={"organization_id": ""})
    paths = [(asked.path.rpartition("/")[2], asked.query) for asked in api_calls(server)]
    assert paths == [("organizations", {}), ("invoices", {"organization_id": "77"})]


@both
@pytest.mark.parametrize("organizations", [(), (("77", "Harbour"), ("78", "Lighthouse"))], ids=["none", "two"])
def test_an_organisation_that_nobody_named_is_not_guessed(call: Any, organizations: Any) -> None:
    with open_books(having(*organizations)) as (server, _), pytest.raises(errors.OrganisationUnclear) as caught:
        call(server, "list_invoices", settings={"organization_id": ""})
    assert caught.value.organizations == organizations
    assert all(name in str(caught.value) and number in str(caught.value) for number, name in organizations)
    assert len(api_calls(server)) == 1


@both
def test_no_call_is_spent_on_what_is_known_or_cannot_be_sent(call: Any) -> None:
    with open_books(having(("77", "Harbour"))) as (server, _):
        call(server, "list_invoices")
        with pytest.raises(errors.UnknownParameter):
            call(server, "list_invoices", params={"stats": 1}, settings={"organization_id": ""})
    assert len(api_calls(server)) == 1


@pytest.mark.parametrize("name", ["78", "Lighthouse", " lightHOUSE "])
def test_an_organisation_is_chosen_by_id_or_name_and_kept(name: str) -> None:
    with open_books(having(("77", "Harbour"), ("78", "Lighthouse"))) as (server, _):
        with Client(**{**KEYS, "accounts_url": server.url, "organization_id": ""}) as client:
            assert client.select_organization(name)["name"] == "Lighthouse"
            client.call("list_invoices")
            assert client.organization_id == "78"
            with pytest.raises(errors.OrganisationUnclear, match=r"Harbour \(77\), Lighthouse \(78\)"):
                client.select_organization("Light")
            assert client.organization_id == "78", "a choice that fails changes nothing"

        async def choose() -> str:
            async with AsyncClient(**{**KEYS, "accounts_url": server.url, "organization_id": ""}) as client:
                await client.select_organization(name)
                return client.organization_id

        assert asyncio.run(choose()) == "78"


@both
def test_organisations_are_listed_without_naming_one(call: Any) -> None:
    with open_books(told({"code": 0, "message": "success", "organizations": []})) as (server, _):
        call(server, "list_organizations", settings={"organization_id": ""})
    assert api_calls(server)[0].query == {}


@both
def test_a_dead_token_is_renewed_and_the_call_made_again(call: Any) -> None:
    with open_books(SHOWN) as (server, books):
        books.alive = next(books.tokens)
        answer = call(server, "GET", "/invoices/1", settings={"access_token": "1000.0.0", "api_url": server.url})
    assert answer["code"] == 0
    assert [asked.headers["authorization"] for asked in api_calls(server)] == [
        "Zoho-oauthtoken 1000.0.0",
        f"Zoho-oauthtoken {SECOND}",
    ]


@both
def test_secrets_go_to_the_token_endpoint_in_the_body(call: Any) -> None:
    with open_books(SHOWN) as (server, _):
        call(server, "GET", "/invoices/1")
    asked = server.asked[0]
    assert (asked.method, asked.path, asked.query) == ("POST", "/oauth/v2/token", {})
    assert b"refresh_token=1000.4ef4e5.aaaa" in asked.body


def listed(asked: Asked) -> Told:
    """Three pages of two, two and one."""
    number = int(asked.query["page"])
    rows = [{"invoice_id": str(number * 10 + row), "total": 1.5} for row in range(2 if number < 3 else 1)]
    context = {"page": number, "per_page": 2, "has_more_page": number < 3}
    return told({"code": 0, "message": "success", "invoices": rows, "page_context": context})


@both_walk
def test_a_list_is_walked_page_by_page(walk: Any) -> None:
    with open_books(listed) as (server, _):
        pages = walk(server, "list_invoices", params={"status": "unpaid"})
    assert [page.number for page in pages] == [1, 2, 3]
    assert [bytes(row) for page in pages for row in page.rows][-1] == b'{"invoice_id":"30","total":1.5}'
    assert api_calls(server)[1].query == {
        "organization_id": ORGANIZATION,
        "status": "unpaid",
        "page": "2",
        "per_page": "200",
    }


@both_walk
def test_a_walk_starts_where_it_is_told_and_as_wide(walk: Any) -> None:
    with open_books(listed) as (server, _):
        pages = walk(server, "GET", "/invoices", params={"page": 2, "per_page": 2})
    assert [page.number for page in pages] == [2, 3]
    assert {asked.query["per_page"] for asked in api_calls(server)} == {"2"}


@both_walk
def test_a_walk_that_is_too_long_hands_over_what_it_read(walk: Any) -> None:
    with open_books(listed) as (server, _), pytest.raises(errors.PagesExceeded) as caught:
        walk(server, "list_invoices", pages_max=2)
    assert [len(page.rows) for page in caught.value.pages] == [2, 2]


@both_walk
def test_a_vendor_that_repeats_a_page_is_found_out(walk: Any) -> None:
    same = told({"code": 0, "invoices": [{"invoice_id": "1"}], "page_context": {"has_more_page": True}})
    with open_books(same) as (server, _), pytest.raises(errors.PageRepeated):
        walk(server, "list_invoices")
    assert len(api_calls(server)) == 2


@both_walk
def test_a_single_record_cannot_be_walked(walk: Any) -> None:
    with open_books(SHOWN) as (server, _), pytest.raises(errors.InvalidArgument, match="not a list"):
        walk(server, "create_invoice")


def test_rows_are_read_like_answers() -> None:
    with open_books(listed) as (server, _), Client(**KEYS, accounts_url=server.url) as client:
        first = next(client.pages("list_invoices"))
        assert client.records("list_invoices", first)[0] == {"invoice_id": "10", "total": Decimal("1.5")}


def test_many_threads_share_one_token() -> None:
    outcomes: list[object] = []
    with open_books(SHOWN) as (server, _), Client(**KEYS, accounts_url=server.url, plan="unlimited") as client:

        def ask() -> None:
            outcomes.append(client.call("GET", "/invoices/1")["code"])

        threads = [threading.Thread(target=ask) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert outcomes == [0] * 40
    assert sum(asked.path == "/oauth/v2/token" for asked in server.asked) == 1


def test_many_tasks_share_one_token() -> None:
    async def together(url: str) -> list[int]:
        async with AsyncClient(**KEYS, accounts_url=url, plan="unlimited") as client:
            answers = await asyncio.gather(*(client.call("GET", "/invoices/1") for _ in range(40)))
        return [answer["code"] for answer in answers]

    with open_books(SHOWN) as (server, _):
        assert asyncio.run(together(server.url)) == [0] * 40
    assert sum(asked.path == "/oauth/v2/token" for asked in server.asked) == 1


def test_no_more_calls_are_in_flight_than_the_plan_allows() -> None:
    flying: list[int] = [0, 0]
    gate = threading.Lock()
    crowd = threading.Event()

    def count(_: Asked) -> Told:
        with gate:
            flying[0] += 1
            flying[1] = max(flying)
        crowd.wait(0.02)
        with gate:
            flying[0] -= 1
        return SHOWN

    with open_books(count) as (server, _), Client(**KEYS, accounts_url=server.url) as client:
        threads = [threading.Thread(target=client.call, args=("GET", "/invoices/1")) for _ in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(api_calls(server)) == 30
    assert flying[1] <= 5


def test_a_call_is_one_line_in_the_log_without_secrets(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="tallystick"), open_books(SHOWN) as (server, _):
        with Client(**KEYS, accounts_url=server.url) as client:
            client.call("GET", "/invoices/1")
        with Client(**KEYS, accounts_url=server.url) as client, pytest.raises(errors.UnexpectedAnswer):
            list(client.pages("list_invoices"))
    lines = [record.message for record in caplog.records if record.name == "tallystick"]
    assert [line.split(" ms=")[0] for line in lines] == [
        "Zoho Books get_invoice status=200 code=0",
        "Zoho Books list_invoices status=200 code=-",
    ]
    assert "left=1988" in lines[0]
    assert not any(secret in line for line in lines for secret in (FIRST, SECOND, *list(KEYS.values())[1:]))
