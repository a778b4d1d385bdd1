"""A slice of the retailer's trade as a file, the whole file when it is there, and a sandbox of its own process."""

import csv
import lzma
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest

from tools import retail

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "src/tallystick/sandbox/companies/demo.jsonl.xz"
COMPANY = ROOT / "tools/retail_company.jsonl"
LOADER = ROOT / "tools/load_retail.py"
DATA = "ONLINE_RETAIL_DATA"


@pytest.fixture(scope="session")
def whole_file() -> Path:
    """The whole data set, which is not part of the repository."""
    path = Path(os.environ.get(DATA) or ROOT.parent / "shared/data/online-retail.csv.xz")
    if not path.exists():
        pytest.skip(f"the Online Retail data set is not at {path}: give its path in {DATA}")
    return path


@pytest.fixture(scope="session")
def whole(whole_file: Path) -> list[retail.Document]:
    return list(retail.read(whole_file))


@pytest.fixture(scope="session")
def demo_lines() -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in lzma.open(DEMO)]


@pytest.fixture(scope="session")
def slice_rows(demo_lines: list[dict[str, Any]]) -> list[list[str]]:
    """The last ten days of the demo company's documents, put back into the columns they came from."""
    items = {row["as"]: row for row in demo_lines if row.get("command") == "create_item"}
    contacts = {row["as"]: row for row in demo_lines if row.get("command") == "create_contact"}
    rows = []
    for row in demo_lines:
        sign = {"create_invoice": 1, "create_credit_note": -1}.get(row.get("command", ""))
        if sign is None or row["date"] < "2011-11-29":
            continue
        customer = row["contact_id"].rpartition(":")[2]
        country = contacts[row["contact_id"][1:]]["billing_address"]["country"]
        at = datetime.fromisoformat(row["at"]).strftime("%Y-%m-%d %H:%M:%S")
        for line in row["lines"]:
            item = items[line["item_id"][1:]] if "item_id" in line else {"sku": "", **line}
            price = line.get("rate", item["rate"])
            code = item["sku"] or f"X{line['name'][:12]}"
            cells = [row["number"], code, item["name"], sign * line["quantity"], at, price, f"{customer}.0", country]
            rows.append([str(cell) for cell in cells])
    return rows


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[[list[list[str]]], Path]:
    """Write rows as a file of the data set's form."""

    def write(rows: list[list[str]]) -> Path:
        path = tmp_path / "retail.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([retail.COLUMNS, *rows])
        return path

    return write


@pytest.fixture
def start_sandbox(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Start a sandbox in a process of its own; return the file with its connection."""
    with ExitStack() as stack:

        def start(company: Path | str = COMPANY, *options: str) -> Path:
            command = [str(Path(sys.executable).with_name("tallystick")), "sandbox", "--port", "0"]
            command += ["--company", str(company), "--limits", "off", *options]
            process = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            stack.callback(process.terminate)
            assert process.stdout is not None
            connection = tmp_path / "connection.json"
            connection.write_text(process.stdout.readline())
            return connection

        yield start


@pytest.fixture
def status() -> Callable[[Path], dict[str, Any]]:
    """Ask a sandbox what its organisation holds."""

    def ask(connection: Path) -> dict[str, Any]:
        url = msgspec.json.decode(connection.read_bytes())["url"]
        with httpx2.Client(base_url=url) as http:
            organization: dict[str, Any] = http.get("/sandbox").json()["organizations"][0]
            return organization

    return ask


@pytest.fixture
def load() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the loader to its end."""

    def run(data: Path, connection: Path, *options: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, str(LOADER), str(data), "--connection", str(connection), *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run
