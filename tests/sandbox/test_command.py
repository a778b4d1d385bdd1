"""The program `tallystick sandbox` over real HTTP: ready line, clean stop, and everything acknowledged after a kill."""

import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import PROGRAM, START_SECONDS_MAX, Run, Running


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_sandbox_says_one_line_when_ready_and_stops_cleanly(run: Run, how: signal.Signals) -> None:
    running = run("--company", "empty")
    assert set(running.connection) == {
        "url",
        "organization_id",
        "client_id",
        "client_secret",
        "refresh_token",
        "access_token",
    }
    with running.client() as client:
        answer = client.get("/books/v3/contacts", params={"organization_id": running.connection["organization_id"]})
        assert answer.json()["code"] == 0
        assert answer.headers["server"] == "ZGS"
    assert running.stop(how) == 0
    assert running.process.stdout is not None
    assert running.process.stdout.read() == b""
    assert running.errors() == ""


def test_a_port_in_use_is_named(run: Run) -> None:
    port = run("--company", "empty").connection["url"].rpartition(":")[2]
    command = [*PROGRAM, "sandbox", "--port", port, "--company", "empty"]
    second = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS_MAX, check=False)
    assert second.returncode == 1
    assert f"port {port} cannot be listened on" in second.stderr
    assert "Traceback" not in second.stderr
    assert second.stdout == ""


def test_a_state_file_in_use_is_refused_to_a_second_process(run: Run, tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    run("--company", "empty", "--state", state)
    command = [*PROGRAM, "sandbox", "--port", "0", "--state", state]
    second = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS_MAX, check=False)
    assert second.returncode == 1
    assert "in use by another sandbox" in second.stderr
    assert "Traceback" not in second.stderr


class Load:
    """Customers who create invoices and pay half of them, and remember what was acknowledged."""

    def __init__(self, running: Running, *, kill_after: int) -> None:
        self.running = running
        self.kill_after = kill_after
        self.acknowledged: dict[str, dict[str, Any]] = {}
        self.payments: set[str] = set()
        self.enough = threading.Event()

    def customer(self, number: int) -> None:
        try:
            with self.running.client() as client:
                contact = client.post("/books/v3/contacts", json={"contact_name": f"Customer {number}"}).json()
                self.work(client, contact["contact"]["contact_id"])
        except (httpx2.TransportError, ValueError):
            return  # The sandbox was killed: this answer was never acknowledged.

    def work(self, client: httpx2.Client, customer_id: str) -> None:
        lines = [{"name": "Tea", "rate": "12.5", "quantity": 2}]
        for turn in range(10_000):
            answer = client.post("/books/v3/invoices", json={"customer_id": customer_id, "line_items": lines})
            invoice = answer.json()["invoice"]
            self.acknowledged[invoice["invoice_id"]] = invoice
            if turn % 2:
                body = {
                    "customer_id": customer_id,
                    "payment_mode": "cash",
                    "amount": 10,
                    "date": "2030-01-01",
                    "invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": 10}],
                }
                paid = client.post("/books/v3/customerpayments", json=body).json()
                self.payments.add(paid["payment"]["payment_id"])
            if len(self.acknowledged) >= self.kill_after:
                self.enough.set()


def test_a_killed_sandbox_comes_back_with_everything_it_had_acknowledged(run: Run, tmp_path: Path) -> None:
    state = tmp_path / "state"
    first = run("--company", "empty", "--limits", "off", "--state", str(state))
    load = Load(first, kill_after=100)
    customers = [threading.Thread(target=load.customer, args=(number,)) for number in range(4)]
    for customer in customers:
        customer.start()
    assert load.enough.wait(60)
    first.stop(signal.SIGKILL)
    for customer in customers:
        customer.join(START_SECONDS_MAX)

    second = run("--limits", "off", "--state", str(state))
    kept = ("client_id", "client_secret", "refresh_token", "organization_id")
    assert {name: second.connection[name] for name in kept} == {name: first.connection[name] for name in kept}
    with second.client() as client:
        old = {"Authorization": f"Zoho-oauthtoken {first.connection['access_token']}"}
        for identity, invoice in load.acknowledged.items():
            found = client.get(f"/books/v3/invoices/{identity}", headers=old).json()["invoice"]
            same = ("invoice_number", "total", "created_time", "customer_id")
            assert {name: found[name] for name in same} == {name: invoice[name] for name in same}
        for identity in load.payments:
            assert client.get(f"/books/v3/customerpayments/{identity}").json()["code"] == 0
        contact_id = next(iter(load.acknowledged.values()))["customer_id"]
        body = {"customer_id": contact_id, "line_items": [{"name": "Tea", "rate": 1, "quantity": 1}]}
        made = client.post("/books/v3/invoices", json=body).json()["invoice"]
        assert made["invoice_id"] not in load.acknowledged
        assert made["invoice_number"] > max(invoice["invoice_number"] for invoice in load.acknowledged.values())
    assert second.stop(signal.SIGTERM) == 0

    with Sandbox(state=state) as third:
        book = third.organization.book
        assert book.audit() == []
        assert book.trial_balance().debit == book.trial_balance().credit
        assert set(load.acknowledged) <= set(book.invoices)
