"""The page that counts what the sandbox does: fresh, complete, and strict about what a handler must state."""

import pytest

from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.registry import HANDLERS
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tools import coverage


def emulated(path: str = "/invoices", evidence: str = "recorded(2026-06-09)", missing: str = "") -> Emulated:
    def run(_call: object) -> object:
        raise NotImplementedError

    return Emulated(method="GET", path=path, run=run, evidence=evidence, missing=missing)  # type: ignore[arg-type]  # it is never run


def test_the_page_is_fresh() -> None:
    assert coverage.PAGE.read_text() == coverage.page(coverage.standings(OPERATIONS, HANDLERS))


def test_every_operation_stands_somewhere() -> None:
    rows = coverage.standings(OPERATIONS, HANDLERS)
    assert len(rows) == 849
    assert {row.state for row in rows} <= set(coverage.STATES)
    assert all(row.evidence for row in rows if row.state != "not yet")


def test_done_partial_and_not_yet_are_counted_with_their_evidence() -> None:
    handlers = {
        ("GET", "/invoices"): emulated(),
        ("GET", "/contacts"): emulated("/contacts", "documented(the list)", "custom views"),
    }
    page = coverage.page(coverage.standings(OPERATIONS, handlers))
    assert "**Operations: 849**: 2 done, 1 partial, 846 not yet." in page
    assert ": 2 recorded, 1 documented, 0 assumed." in page
    assert "- `list_contacts`: custom views" in page


def test_a_second_description_counts_with_the_first() -> None:
    path = "/contacts/{contact_id}/contactpersons"
    rows = coverage.standings(OPERATIONS, {("GET", "/invoices"): emulated(), ("GET", path): emulated(path)})
    done = {row.operation.id for row in rows if row.state == "done"}
    assert done == {
        "list_invoices",
        "list_customer_debit_notes",
        "list_contact_persons",
        "contacts_list_contact_persons",
    }


def test_a_handler_of_no_operation_is_refused() -> None:
    with pytest.raises(ValueError, match="/unicorns"):
        coverage.standings(OPERATIONS, {("GET", "/unicorns"): emulated("/unicorns")})


def test_a_handler_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="hearsay"):
        coverage.standings(OPERATIONS, {("GET", "/invoices"): emulated(evidence="hearsay")})
