"""Loads a real retailer's thirteen months into a sandbox, through the public client, and proves that they arrived.

    tallystick sandbox --company tools/retail_company.jsonl --limits off > connection.json &
    python tools/load_retail.py online-retail.csv.xz --connection connection.json

It may be stopped at any time and started again: what is there already is asked of the sandbox. How documents are
read and rounded is written down in docs/spec/retail.md. The data: Chen, D. (2015), Online Retail, UCI Machine
Learning Repository, CC BY 4.0.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx2
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tallystick.model.errors import TallystickError  # noqa: E402  # the path is set just above
from tallystick.model.money import ZERO  # noqa: E402  # the path is set above
from tallystick.rest.clock import Clock  # noqa: E402  # the path is set above
from tallystick.zoho_books import Client  # noqa: E402  # the path is set above
from tools import retail  # noqa: E402  # the path is set above
from tools.retail_loader import Difference, Loader, LoadError, reconcile  # noqa: E402  # the path is set above

DIFFERENCES_SHOWN_MAX = 20
MONTHS = re.compile(r"(\d{4}-\d{2})\.\.(\d{4}-\d{2})")


def months(text: str, documents: list[retail.Document]) -> list[retail.Document]:
    """Return the documents of a slice: `3` is the first three months, `2011-09..2011-11` is from … to, both included.

    Raises LoadError for a slice that cannot be read or holds nothing.
    """
    known = sorted({document.month for document in documents})
    span = MONTHS.fullmatch(text)
    if span is None and not (text.isdecimal() and 0 < int(text) <= len(known)):
        raise LoadError(f"--months takes a number up to {len(known)}, or FROM..TO as in {known[0]}..{known[-1]}")
    first, last = (span[1], span[2]) if span else (known[0], known[int(text) - 1])
    chosen = list(retail.select(documents, first, last))
    if not chosen:
        raise LoadError(f"the file has no document from {first} to {last}; it goes from {known[0]} to {known[-1]}")
    return chosen


class Place(msgspec.Struct, frozen=True):
    """The part of a connection that says where the sandbox is."""

    url: str


class SandboxClock:
    """The clock of the sandbox at an address, and what a client must count by to know when its token ends there."""

    def __init__(self, url: str) -> None:
        self._http = httpx2.Client(base_url=url)
        try:
            self._stands_at = datetime.fromisoformat(self._http.get("/sandbox").json()["clock"]["now"])
        except (httpx2.HTTPError, ValueError, KeyError, TypeError):
            raise LoadError(f"no sandbox answers at {url}: start one, and give the connection it prints") from None
        self._ahead_seconds = 0.0

    def move(self, at: datetime) -> None:
        """Set the sandbox's clock. Raises LoadError when it cannot be moved there."""
        answer = self._http.post("/sandbox/clock", json={"set": at.isoformat()})
        if answer.status_code != 200:
            raise LoadError(f"the sandbox's clock cannot be moved to {at}: {answer.text}")
        self._ahead_seconds += max(0.0, (at - self._stands_at).total_seconds())
        self._stands_at = at

    def seconds(self) -> float:
        """Return seconds that pass as they pass in the sandbox."""
        return time.monotonic() + self._ahead_seconds


def shown(loader: Loader, documents: list[retail.Document]) -> Iterator[retail.Document]:
    """Yield the documents as they are loaded, behind a progress bar when somebody is looking."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("loading", total=len(documents))
        for document in loader.load(documents):
            progress.update(task, advance=1, description=f"{document.month} {document.number}")
            yield document


def report(documents: list[retail.Document], found: list[Difference]) -> str:
    """Return the sentences that say how the sandbox compares with the file."""
    total = sum((document.total for document in documents), ZERO)
    counted = f"{len(documents):,} documents, {total:,} {retail.CURRENCY}"
    if not found:
        customers = {document.customer for document in documents}
        spans = f"months ({len({document.month for document in documents})}) and customers ({len(customers):,})"
        return f"{counted}: all documents, {spans} agree with the file to the penny"
    lines = [f"{row.what}: {row.in_file} in the file, {row.in_sandbox} in the sandbox" for row in found]
    return "\n".join([f"{counted}: {len(found)} differences", *lines[:DIFFERENCES_SHOWN_MAX]])


def main() -> int:
    """Load and reconcile; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="online-retail.csv or online-retail.csv.xz")
    parser.add_argument("--connection", type=Path, required=True, help="the JSON line the sandbox printed, in a file")
    parser.add_argument("--months", default="", help="a slice: N for the first N months, or FROM..TO")
    parser.add_argument("--reconcile", action="store_true", help="load nothing; only compare")
    given = parser.parse_args()
    try:
        documents = list(retail.read(given.data))
        documents = months(given.months, documents) if given.months else documents
        connection = given.connection.read_text()
        clock = SandboxClock(msgspec.json.decode(connection, type=Place).url)
        with Client.from_sandbox(connection, plan="unlimited", clock=Clock(monotonic=clock.seconds)) as client:
            loader = Loader(client, clock.move)
            before = len(loader.numbers)
            if not given.reconcile:
                for _ in shown(loader, documents):
                    pass
                print(f"{len(loader.numbers) - before:,} documents loaded, {before:,} were there")
            found = reconcile(documents, loader.held())
    except (retail.RetailError, LoadError, TallystickError, OSError, httpx2.HTTPError) as error:
        print(f"{error}", file=sys.stderr)
        return 1
    except msgspec.MsgspecError as error:
        print(f"{given.connection} is not the line a sandbox prints: {error}", file=sys.stderr)
        return 1
    print(report(documents, found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
