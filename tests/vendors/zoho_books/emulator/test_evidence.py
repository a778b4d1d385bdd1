"""A strict sandbox refuses what it only assumes and tells what of a call nothing read; readings are settings."""

from collections.abc import Iterator

import pytest

from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.evidence import ASSUMED_HEADER, BEHAVIOURS, IGNORED_HEADER
from tallystick.vendors.zoho_books.emulator.readings import READINGS
from tests.tidy.tree import modules
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api

IGNORED, ASSUMED = IGNORED_HEADER.lower(), ASSUMED_HEADER.lower()


@pytest.fixture
def strict() -> Iterator[Api]:
    with Sandbox("empty", limits=False, today=TODAY, strict=True) as sandbox:
        yield Api(sandbox)


def read(**readings: str) -> Iterator[Api]:
    with Sandbox("empty", limits=False, today=TODAY, readings=readings) as sandbox:
        yield Api(sandbox)


def test_an_operation_that_is_only_assumed_is_refused_and_says_why(strict: Api, api: Api) -> None:
    refused = strict("GET", "/reports/trialbalance")
    assert (refused.status, refused.code) == (400, 990002)
    assert "GET /reports/trialbalance" in refused.message
    assert "without strict" in refused.message
    assert api("GET", "/reports/trialbalance").status == 200


def test_a_behaviour_that_is_only_assumed_is_refused_where_it_is_met(strict: Api, api: Api) -> None:
    assert strict("GET", "/invoices").status == 200
    refused = strict("GET", "/invoices", response_option="2")
    assert refused.code == 990002
    assert BEHAVIOURS["list_sums"].sentence in refused.message
    assert api.get("/invoices", response_option="2")["page_context"]["total"] == 0


def test_every_assumed_behaviour_is_met_somewhere() -> None:
    text = "\n".join("\n".join(module.lines) for module in modules("src"))
    assert [name for name in BEHAVIOURS if f'assume("{name}")' not in text] == []


def test_an_ignored_filter_is_told(strict: Api) -> None:
    reply = strict.get("/contacts", contact_nmae="Bowman", contact_name="Bowman")
    assert reply.headers[IGNORED] == "query.contact_nmae"
    assert IGNORED not in strict.get("/contacts", contact_name="Bowman").headers


def test_a_dropped_field_is_told_wherever_it_stands(strict: Api) -> None:
    customer = strict.customer()
    body = {
        "customer_id": customer,
        "colour": "red",
        "line_items": [{"description": "Work", "rate": 1, "quantity": 1, "size": "L"}],
    }
    told = strict("POST", "/invoices", body).headers[IGNORED]
    assert told == "body.colour, body.line_items.size"


def test_a_lenient_sandbox_tells_nothing_as_the_vendor_does(api: Api) -> None:
    reply = api("POST", "/contacts", {"contact_name": "Bowman", "email": "lost@example.com"}, nonsense="1")
    assert reply.status == 201
    assert not {IGNORED, ASSUMED} & reply.headers.keys()


def test_a_refusal_whose_words_are_assumed_says_so(strict: Api) -> None:
    refused = strict("POST", "/invoices", {"customer_id": strict.customer()})
    assert refused.code == 4016
    assert "no_line_items" in refused.headers[ASSUMED]


def test_a_field_with_strange_letters_cannot_break_the_header(strict: Api) -> None:
    reply = strict("POST", "/contacts", {"contact_name": "Bowman", "fi\r\neld: ✓": 1})
    assert reply.status == 201
    assert reply.headers[IGNORED] == "body.fi??eld: ?"


def test_a_list_can_be_read_as_ignoring_last_modified_time() -> None:
    for api in read(last_modified_time="ignored"):
        api.customer()
        assert len(api.get("/contacts", last_modified_time="2100-01-01T00:00:00+0000")["contacts"]) == 1


@pytest.mark.parametrize(("choice", "status"), [("refused", 400), ("ignored", 200)])
def test_a_time_that_ends_in_z_is_refused_or_ignored(choice: str, status: int) -> None:
    for api in read(last_modified_time_z=choice):
        api.customer()
        reply = api("GET", "/contacts", last_modified_time="2100-01-01T00:00:00Z")
        assert reply.status == status
        assert status == 400 or len(reply["contacts"]) == 1


@pytest.mark.parametrize(("choice", "numbers"), [("sorted", ["A", "B"]), ("ignored", ["B", "A"])])
def test_an_undocumented_sort_works_or_is_ignored(choice: str, numbers: list[str]) -> None:
    for api in read(undocumented_sorts=choice):
        customer = api.customer()
        for reference in ("A", "B"):
            api.invoice(customer, reference_number=reference)
            api.sandbox.clock.advance(60)
        rows = api.get("/invoices", sort_column="reference_number", sort_order="A" if choice == "sorted" else "D")
        assert [row["reference_number"] for row in rows["invoices"]] == numbers


def test_the_filters_of_bills_can_be_read_as_ignored() -> None:
    for api in read(bill_filters="ignored"):
        vendor = api.customer("Mill", contact_type="vendor")
        line = {"account_id": api.account("Rent Expense"), "rate": 5, "quantity": 1}
        api.made("/bills", {"vendor_id": vendor, "bill_number": "B-1", "line_items": [line]}, "bill")
        assert len(api.get("/bills", bill_number="another")["bills"]) == 1


@pytest.mark.parametrize(("choice", "status"), [("most", 200), ("refused", 400)])
def test_a_page_too_large_is_cut_or_refused(choice: str, status: int) -> None:
    for api in read(page_size=choice):
        assert api("GET", "/contacts", per_page="1000").status == status


def test_every_reading_has_its_default_among_its_choices() -> None:
    assert [name for name, reading in READINGS.items() if reading.default not in reading.choices] == []
