"""`tallystick demo` from start to end, as a process of its own."""

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tallystick.zoho_books import Client

PROGRAM = str(Path(sys.executable).with_name("tallystick"))
STOP_SECONDS_MAX = 20


@contextmanager
def demo(*options: str, stop: int = signal.SIGTERM) -> Iterator[dict[str, Any]]:
    """A demo on free ports while the block runs; it must end cleanly and without a word of complaint."""
    command = [PROGRAM, "demo", "--port", "0", "--sandbox-port", "0", "--json", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            yield msgspec.json.decode(line)
        finally:
            process.send_signal(stop)
            said, complained = process.communicate(timeout=STOP_SECONDS_MAX)
    assert (process.returncode, said, complained) == (0, b"", b"")


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - our own address on this machine
        text: str = answer.read().decode()
        return text


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT], ids=["terminated", "interrupted"])
def test_a_demo_serves_its_page_and_leaves_nothing_behind_when_it_is_stopped(stop: int) -> None:
    with demo(stop=stop) as running:
        assert "Outstanding" in read(running["page"])
        assert Path(running["mirror"]).is_file()
    assert not Path(running["mirror"]).parent.exists()


def test_the_mirror_was_filled_within_the_vendors_limits_and_lacks_nothing() -> None:
    with demo() as running, Client.from_sandbox(running["sandbox"]) as client:
        report = running["report"]
        assert report["finished"]
        assert report["quarantined"] == 0
        counted = 0
        for operation in ("list_invoices", "list_contacts", "list_customer_payments", "list_credit_notes"):
            counted += sum(len(page.rows) for page in client.pages(operation, pages_max=20))
        assert report["created"] >= counted > 1_000
        assert report["calls"] < 30


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for options in (["--port", port, "--sandbox-port", "0"], ["--port", "0", "--sandbox-port", port]):
            ran = subprocess.run([PROGRAM, "demo", *options], capture_output=True, text=True, timeout=60, check=False)
            assert ran.returncode == 1
            assert ran.stdout == ""
            assert f"port {port} cannot be listened on" in ran.stderr
            assert "choose another" in ran.stderr
            assert "Traceback" not in ran.stderr


def test_another_day_makes_more_invoices_overdue() -> None:
    with demo() as usual:
        first = usual["page"]
        assert "0 of 0" not in read(f"{first}?status=overdue")
    with demo("--today", "2027-12-31") as late:
        page = read(f"{late['page']}?status=open")
        assert "What customers owe on" in page
        assert "No open, not yet due invoices." in page


def test_what_was_changed_is_still_there_the_next_time_when_a_folder_is_given(tmp_path: Path) -> None:
    folder = str(tmp_path / "books")
    with demo("--data", folder) as running, Client.from_sandbox(running["sandbox"]) as client:
        created = client.call(
            "create_contact", body={"contact_name": "Wilhelmina's Teahouse", "contact_type": "customer"}
        )
        item = client.call("list_items", params={"per_page": 1})["items"][0]["item_id"]
        client.call(
            "create_invoice",
            params={"send": False},
            body={
                "customer_id": created["contact"]["contact_id"],
                "line_items": [{"item_id": item, "quantity": 1, "rate": 12.5}],
            },
        )
    with demo("--data", folder) as again:
        assert again["sandbox"]["organization_id"] == running["sandbox"]["organization_id"]
        assert "Wilhelmina&#39;s Teahouse" in read(f"{again['page']}?status=all&search=Wilhelmina")
        assert "CC BY 4.0" in read(again["page"])
    assert (tmp_path / "books" / "mirror.sqlite").is_file()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("here already")
    ran = subprocess.run(
        [PROGRAM, "demo", "--port", "0", "--sandbox-port", "0", "--data", str(taken)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert str(taken) in ran.stderr
    assert "Traceback" not in ran.stderr


def test_people_are_told_what_to_open() -> None:
    command = [PROGRAM, "demo", "--port", "0", "--sandbox-port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = process.stdout.readline().decode()
        assert first.startswith("Open  http://127.0.0.1:")
        assert "Tallystick Demo Gifts" in read(first.split()[1])
        process.terminate()
