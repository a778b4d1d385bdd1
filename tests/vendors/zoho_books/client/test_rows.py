"""A list as rows: lazily through all its pages, never cut short in silence."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.sandbox.world import Sandbox
from tests.rest.loopback import Asked, Told
from tests.vendors.zoho_books.client.books import KEYS, api_calls, open_books, told
from tests.vendors.zoho_books.client.ways import Blocking, both_ways, of_sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(company="empty", strict=True) as opened:
        yield opened


def endless(asked: Asked) -> Told:
    """A list that never ends: two rows a page, always another."""
    number = int(asked.query["page"])
    rows = [{"invoice_id": number * 10 + row, "total": 1.5} for row in range(2)]
    context = {"page": number, "per_page": 2, "has_more_page": True}
    return told({"code": 0, "message": "success", "invoices": rows, "page_context": context})


@both_ways
def test_rows_are_read_through_all_pages_and_no_further_than_wanted(way: type[Blocking], sandbox: Sandbox) -> None:
    client = of_sandbox(way, sandbox)
    made = [client.call("create_contact", body={"contact_name": f"C{n}"})["contact"]["contact_id"] for n in range(7)]
    before = client.limits.day.own
    rows = client.rows("list_contacts", params={"per_page": 3})
    assert client.limits.day.own == before
    assert len(client.read(rows, most=2)) == 2
    assert client.limits.day.own == before + 1
    assert {row["contact_id"] for row in client.read(rows)} == set(made)
    assert client.limits.day.own == before + 4
    assert rows.page_context["has_more_page"] is False
    client.close()


@both_ways
def test_the_first_row_costs_a_page_of_one(way: type[Blocking]) -> None:
    with open_books(endless) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        first = client.run(client.rows("list_invoices", params={"status": "sent"}).first())
        client.close()
    assert first == {"invoice_id": "10", "total": Decimal("1.5")}
    assert {"per_page": "1", "status": "sent", "page": "1"}.items() <= api_calls(server)[0].query.items()


@both_ways
def test_the_first_row_of_nothing_is_none(way: type[Blocking], sandbox: Sandbox) -> None:
    client = of_sandbox(way, sandbox)
    assert client.run(client.rows("list_contacts").first()) is None
    client.close()


@both_ways
def test_an_endless_list_is_refused_with_what_was_read(way: type[Blocking]) -> None:
    with open_books(endless) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.PagesExceeded) as caught:
            client.read(client.rows("list_invoices", pages_max=3))
        client.close()
    assert [len(page.rows) for page in caught.value.pages] == [2, 2, 2]
    assert len(api_calls(server)) == 3


@both_ways
def test_a_page_that_comes_again_ends_the_walk(way: type[Blocking]) -> None:
    same: Any = told({"code": 0, "invoices": [{"invoice_id": "1"}], "page_context": {"has_more_page": True}})
    with open_books(same) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.PageRepeated):
            client.pages(client.rows("list_invoices"))
        client.close()
    assert len(api_calls(server)) == 2
