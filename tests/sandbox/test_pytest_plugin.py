"""The fixture that gives each test a sandbox: what it gives, how it is set, and what it costs who does not ask."""

import asyncio
import http.client
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import httpx2
import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tallystick.vendors.zoho_books.emulator.faults import Fault, FaultKind

NAME = "Ada Ltd"


def test_a_test_has_books_and_a_client_without_sockets(zoho_books: ZohoBooks) -> None:
    zoho_books.client.contacts.create({"contact_name": NAME})
    assert [row["contact_name"] for row in zoho_books.client.contacts.list()] == [NAME]
    assert [each["operation"] for each in zoho_books.requests] == ["create_contact", "list_contacts"]


def test_no_test_sees_the_books_of_another(zoho_books: ZohoBooks) -> None:
    assert list(zoho_books.client.contacts.list()) == []


def test_an_awaiting_client_reads_the_same_books(zoho_books: ZohoBooks) -> None:
    async def count() -> int:
        return len([row async for row in zoho_books.async_client.contacts.list()])

    zoho_books.client.contacts.create({"contact_name": NAME})
    assert asyncio.run(count()) == 1


@pytest.mark.zoho_books(company="demo", today=date(2011, 12, 9), strict=True)
def test_a_marker_says_what_the_sandbox_begins_with(zoho_books: ZohoBooks) -> None:
    assert zoho_books.sandbox.company == "demo"
    assert zoho_books.sandbox.emulator.strict
    assert zoho_books.clock.now().date() == date(2011, 12, 9)


def test_a_program_with_an_http_library_of_its_own_talks_to_a_port(zoho_books: ZohoBooks) -> None:
    connection = zoho_books.connection
    headers = {"Authorization": f"Zoho-oauthtoken {connection['access_token']}"}
    with httpx2.Client(base_url=connection["url"], headers=headers) as web:
        made = web.post("/books/v3/contacts", json={"contact_name": NAME})
        assert (made.status_code, made.json()["message"]) == (201, "The contact has been added.")
        assert (
            web.get("/books/v3/contacts", params={"contact_name": NAME}).json()["contacts"][0]["contact_name"] == NAME
        )
        assert web.get("/books/v3/contacts/Zürich\N{SNOWMAN}").status_code == 404
    assert [row["contact_name"] for row in zoho_books.client.contacts.list()] == [NAME]


def test_the_port_closes_the_connection_when_an_answer_never_comes(zoho_books: ZohoBooks) -> None:
    zoho_books.faults.add(Fault(FaultKind.DROP, operation="create_contact", after_commit=True))
    headers = {"Authorization": f"Bearer {zoho_books.connection['access_token']}"}
    with httpx2.Client(base_url=zoho_books.url) as web, pytest.raises(httpx2.RemoteProtocolError):
        web.post("/books/v3/contacts", headers=headers, json={"contact_name": NAME})
    assert len(list(zoho_books.client.contacts.list())) == 1


def test_an_oversized_request_is_refused_before_it_is_read(zoho_books: ZohoBooks) -> None:
    raw = http.client.HTTPConnection(zoho_books.url.removeprefix("http://"), timeout=10)
    raw.putrequest("POST", "/books/v3/contacts")
    raw.putheader("Content-Length", "99999999999")
    raw.endheaders()
    with raw.getresponse() as answer:
        assert answer.status == 413
    raw.close()


def test_time_is_the_tests_to_move(zoho_books: ZohoBooks) -> None:
    contact = zoho_books.client.contacts.create({"contact_name": NAME})["contact"]["contact_id"]
    body = {"customer_id": contact, "line_items": [{"name": "Work", "rate": Decimal(100), "quantity": 1}]}
    invoice = zoho_books.client.call("create_invoice", body=body)["invoice"]["invoice_id"]
    zoho_books.client.invoices.mark_sent(invoice)
    zoho_books.clock.advance(86_400 * 2)
    assert zoho_books.client.invoices.get(invoice)["invoice"]["status"] == "overdue"


def test_a_client_without_limits_never_waits(zoho_books: ZohoBooks) -> None:
    before = zoho_books.clock.state
    for _ in range(130):
        zoho_books.client.call("list_items")
    assert zoho_books.clock.state == before


@pytest.mark.zoho_books(limits=True)
def test_a_client_that_has_to_wait_lets_the_sandboxs_clock_move_on(zoho_books: ZohoBooks) -> None:
    before = zoho_books.clock.now()
    for _ in range(250):
        zoho_books.client.call("list_items")
    assert (zoho_books.clock.now() - before).total_seconds() >= 120


def test_a_client_knows_that_hours_have_passed_and_renews_its_token(zoho_books: ZohoBooks) -> None:
    assert zoho_books.client.call("list_items")["code"] == 0
    zoho_books.clock.advance(3 * 3_600)
    assert zoho_books.client.call("list_items")["code"] == 0


PROJECT_TEST = """
import pytest

@pytest.mark.parametrize("number", range(6))
def test_each(zoho_books, number):
    assert list(zoho_books.client.contacts.list()) == []
    zoho_books.client.contacts.create({"contact_name": f"Number {number}"})
    assert zoho_books.sandbox.emulator.strict
"""
PROJECT_CONFTEST = """
import pytest

@pytest.fixture(scope="session")
def zoho_books_settings():
    return {"strict": True}
"""


def project(folder: Path, test: str, *arguments: str) -> str:
    """Run pytest in an empty project and return what it says."""
    (folder / "test_project.py").write_text(test)
    (folder / "conftest.py").write_text(PROJECT_CONFTEST)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr


def test_parallel_workers_of_another_project_disturb_nobody(tmp_path: Path) -> None:
    assert "6 passed" in project(tmp_path, PROJECT_TEST, "-n", "2")


def test_a_setting_that_cannot_be_is_explained(tmp_path: Path) -> None:
    test = "import pytest\n@pytest.mark.zoho_books(company='nowhere.jsonl')\ndef test_it(zoho_books):\n    raise SystemExit\n"
    assert "nowhere.jsonl" in project(tmp_path, test)


def test_a_project_that_does_not_ask_loads_nothing(tmp_path: Path) -> None:
    test = (
        "import sys\ndef test_it():\n"
        "    assert 'tallystick.sandbox.pytest_plugin' in sys.modules\n"
        "    assert not {'tallystick.sandbox.world', 'tallystick.books.book', 'apsw', 'granian'} & sys.modules.keys()\n"
    )
    assert "1 passed" in project(tmp_path, test)
