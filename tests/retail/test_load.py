"""A retailer's documents go through the public client into a sandbox and come out to the penny, killed or not."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tools import retail
from tools.load_retail import months
from tools.retail_loader import Difference, LoadError, reconcile

Rows = list[list[str]]
Write = Callable[[Rows], Path]
Start = Callable[..., Path]
Status = Callable[[Path], dict[str, Any]]
Load = Callable[..., "subprocess.CompletedProcess[str]"]
LOADER = Path(__file__).resolve().parents[2] / "tools/load_retail.py"
ASKED_MAX = 100_000
UK = "United Kingdom"
ODD: Rows = [
    ["A563185", "B", "Adjust bad debt", "1", "2011-12-09 14:50:00", "11062.06", "", UK],
    ["A563186", "B", "Adjust bad debt", "1", "2011-12-09 14:51:00", "-11062.06", "", UK],
    ["A563187", "B", "Adjust bad debt", "1", "2011-12-09 14:52:00", "-11062.06", "", UK],
    ["581600", "21777", "", "-10", "2011-12-09 15:00:00", "0.0", "", UK],
    ["581601", "PADS", "PADS TO MATCH ALL CUSHIONS", "1", "2011-12-09 15:01:00", "0.001", "", UK],
    ["581602", "85123a", "white hanging heart", "3", "2011-12-09 15:02:00", "2.55", "12431.0", "Belgium"],
    ["C581603", "85123A", "WHITE HANGING HEART", "-1", "2011-12-09 15:03:00", "2.55", "12431.0", "Australia"],
]


def test_a_slice_arrives_and_agrees_to_the_penny_per_document_month_and_customer(
    slice_rows: Rows, write_file: Write, start_sandbox: Start, load: Load, status: Status
) -> None:
    data, connection = write_file([*slice_rows, *ODD]), start_sandbox()
    documents = list(retail.read(data))
    done = load(data, connection)
    assert done.stderr == ""
    assert f"{len(documents)} documents loaded, 0 were there" in done.stdout
    assert "agree with the file to the penny" in done.stdout
    held = status(connection)
    kinds = [document.kind for document in documents]
    assert held["invoices"] == kinds.count(retail.Kind.INVOICE)
    assert held["creditnotes"] == kinds.count(retail.Kind.CREDIT_NOTE)
    assert held["journals"] == 3
    assert held["contacts"] == len({document.customer for document in documents})
    assert Decimal(held["trial_balance_difference"]) == 0
    assert load(data, connection).stdout.startswith(f"0 documents loaded, {len(documents)} were there")


def test_a_load_that_was_killed_goes_on_where_it_was(
    slice_rows: Rows, write_file: Write, start_sandbox: Start, load: Load, status: Status
) -> None:
    data, connection = write_file(slice_rows), start_sandbox()
    command = [sys.executable, str(LOADER), str(data), "--connection", str(connection)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as loading:
        for _ in range(ASKED_MAX):
            if status(connection)["invoices"] >= 5 or loading.poll() is not None:
                break
        loading.kill()
    there = status(connection)
    done = load(data, connection)
    count = len(list(retail.read(data)))
    known = there["invoices"] + there["creditnotes"]
    assert 5 <= known < count
    assert done.stdout.startswith(f"{count - known} documents loaded, {known} were there"), done.stderr
    assert "agree with the file to the penny" in done.stdout


def test_documents_are_created_at_the_time_they_have_in_the_file(
    write_file: Write, start_sandbox: Start, load: Load
) -> None:
    data, connection = write_file([ODD[5]]), start_sandbox()
    assert load(data, connection).returncode == 0
    from tallystick.zoho_books import Client

    with Client.from_sandbox(connection.read_text()) as client:
        (invoice,) = client.call("list_invoices")["invoices"]
    assert invoice["created_time"].startswith("2011-12-09T15:02:0")
    assert invoice["created_time"].endswith("+0000")
    assert invoice["date"] == "2011-12-09"
    assert invoice["status"] in {"sent", "overdue"}


def test_a_sandbox_in_another_currency_is_refused_before_anything_is_sent(
    write_file: Write, start_sandbox: Start, load: Load, status: Status
) -> None:
    data, connection = write_file(ODD), start_sandbox("empty")
    done = load(data, connection)
    assert done.returncode == 1
    assert "USD" in done.stderr
    assert "--company tools/retail_company.jsonl" in done.stderr
    assert status(connection)["contacts"] == 0


@pytest.mark.parametrize(
    ("connection", "sentence"),
    [
        ('{"url": "http://127.0.0.1:9", "organization_id": "1"}', "no sandbox answers at http://127.0.0.1:9"),
        ('{"organization_id": "1"}', "is not the line a sandbox prints"),
        ("", "is not the line a sandbox prints"),
    ],
)
def test_a_connection_that_leads_nowhere_is_told_so(
    write_file: Write, load: Load, tmp_path: Path, connection: str, sentence: str
) -> None:
    path = tmp_path / "connection.json"
    path.write_text(connection)
    done = load(write_file(ODD), path)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_document_too_long_for_the_sandbox_names_the_setting(
    write_file: Write, start_sandbox: Start, load: Load
) -> None:
    line = ["581602", "85123A", "WHITE HANGING HEART", "1", "2011-12-09 15:02:00", "2.55", "12431.0", "Belgium"]
    data, connection = write_file([line] * 201), start_sandbox("tools/retail_company.jsonl", "--line-cap", "200")
    done = load(data, connection)
    assert done.returncode == 1
    assert "document 581602" in done.stderr
    assert "start the sandbox with --line-cap 201 or more" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("slice_", "numbers"),
    [("1", ["1"]), ("2", ["1", "2"]), ("2011-01..2011-02", ["2", "3"]), ("2011-02..2011-02", ["3"])],
)
def test_months_are_a_number_from_the_beginning_or_a_span(write_file: Write, slice_: str, numbers: list[str]) -> None:
    days = ["2010-12-01", "2011-01-04", "2011-02-01"]
    rows = [[str(i), "X", "X", "1", f"{day} 08:00:00", "1.00", "", UK] for i, day in enumerate(days, 1)]
    documents = list(retail.read(write_file(rows)))
    assert [document.number for document in months(slice_, documents)] == numbers


@pytest.mark.parametrize("slice_", ["0", "4", "-1", "soon", "2011-01", "2012-01..2012-02"])
def test_a_slice_that_means_nothing_is_told_what_would(write_file: Write, slice_: str) -> None:
    documents = list(retail.read(write_file([["1", "X", "X", "1", "2011-01-04 08:00:00", "1.00", "", UK]])))
    with pytest.raises(LoadError, match="2011-01"):
        months(slice_, documents)


def test_a_difference_is_told_per_document_month_and_customer(write_file: Write) -> None:
    (document,) = retail.read(write_file([["1", "X", "X", "1", "2011-01-04 08:00:00", "1.00", "", UK]]))
    assert reconcile([document], [("1", "2011-01", "Walk-in customer", Decimal("1.00"))]) == []
    found = reconcile([document], [("1", "2011-02", "Walk-in customer", Decimal("1.01"))])
    assert Difference("document 1", Decimal("1.00"), Decimal("1.01")) in found
    assert {difference.what for difference in found} == {
        "document 1",
        "month 2011-01",
        "month 2011-02",
        "customer Walk-in customer",
    }
    assert reconcile([], [("1", "2011-01", "Somebody", Decimal(1))])[0].in_file is None


@pytest.mark.proof
@pytest.mark.timeout(2_400)
def test_the_whole_retailer_arrives_and_agrees_to_the_penny(
    whole_file: Path, start_sandbox: Start, load: Load, status: Status
) -> None:
    connection = start_sandbox()
    done = load(whole_file, connection)
    assert done.stderr == ""
    assert "25,900 documents loaded, 0 were there" in done.stdout
    assert "25,900 documents, 9,747,747.93 GBP: all documents, months (13) and customers (4,381) agree" in done.stdout
    held = status(connection)
    assert (held["invoices"], held["creditnotes"], held["journals"]) == (22_061, 3_836, 3)
    assert Decimal(held["trial_balance_difference"]) == 0
