"""Calls spent on listing a retailer's 13 months, 25,900 documents, into an empty mirror, against what pages alone need.

The books have the size and the rhythm of the real ones (22,061 invoices, 3,836 credit notes, 4,373 contacts, times to
the minute in shop hours, seeded) and are read through client and sandbox, under both readings of the vendor's filter on
changes, with payments besides. A bound is ⌈N/200⌉·1.01 + 2.
"""

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from math import ceil
from pathlib import Path
from typing import Any

import msgspec

from bench.measurement import Measurement
from tallystick.mirror import open_mirror
from tallystick.rest.asgi import AsgiTransport
from tallystick.sandbox.world import Sandbox
from tallystick.sync import Report, sync
from tallystick.zoho_books import Client

CONTACTS, INVOICES, CREDIT_NOTES, PAYMENTS = 4_373, 22_061, 3_836, 3_000
FIRST_DAY = dt.date(2010, 12, 1)
DAYS = 373
SEED = 20_101_201
READINGS = {"from": "at_or_after", "exact": "exact"}
ROWS_MAX = 200


def moments(pick: random.Random, count: int) -> list[str]:
    """Times to the minute in shop hours, in order."""
    minutes = sorted(pick.randrange(DAYS * 12 * 60) for _ in range(count))
    return [
        (
            dt.datetime.combine(FIRST_DAY, dt.time(7), dt.UTC) + dt.timedelta(days=minute // 720, minutes=minute % 720)
        ).isoformat()
        for minute in minutes
    ]


def company(reading: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a company file."""
    pick = random.Random(SEED)
    yield {
        "tallystick_company": 1,
        "today": (FIRST_DAY + dt.timedelta(days=DAYS)).isoformat(),
        "settings": {"name": "Bench", "base_currency": "GBP", "time_zone": "Europe/London", "country_code": "GB"},
        "organization": {"readings": {"last_modified_time": READINGS[reading]}},
        "attribution": "made for a bench",
        "source": "made for a bench",
    }
    opening = dt.datetime.combine(FIRST_DAY, dt.time(0), dt.UTC)
    for number in range(CONTACTS):
        at = (opening + dt.timedelta(seconds=number)).isoformat()
        yield {"at": at, "command": "create_contact", "as": f"c:{number}", "name": f"Customer {number:05d}"}
    kinds = ["create_invoice"] * INVOICES + ["create_credit_note"] * CREDIT_NOTES + ["create_payment"] * PAYMENTS
    pick.shuffle(kinds)
    for number, (at, kind) in enumerate(zip(moments(pick, len(kinds)), kinds, strict=True)):
        line: dict[str, Any] = {
            "at": at,
            "command": kind,
            "contact_id": f"@c:{pick.randrange(CONTACTS)}",
            "date": at[:10],
        }
        price = f"{pick.randrange(1, 90_000) / 100:.2f}"
        if kind == "create_payment":
            line |= {"amount": msgspec.Raw(price.encode()), "mode": "cash"}
        else:
            line |= {"number": f"D{number}", "lines": [{"name": "Goods", "rate": msgspec.Raw(price.encode())}]}
        if kind == "create_invoice":
            line |= {"state": "sent", "due_date": at[:10]}
        yield line


def run(reading: str, folder: Path) -> tuple[Report, float]:
    """List the books into an empty mirror; return the report and the seconds it took."""
    path = folder / f"{reading}.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in company(reading)))
    started = time.perf_counter()
    with Sandbox(path, limits=False) as sandbox:
        print(f"books made in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="unlimited")
        mirror = open_mirror(folder / f"{reading}.sqlite")
        started = time.perf_counter()
        report = sync(client, mirror, now=lambda: dt.datetime.now(dt.UTC))
        seconds = time.perf_counter() - started
        assert report.finished
        assert report.created == CONTACTS + INVOICES + CREDIT_NOTES + PAYMENTS
        mirror.close()
    return report, seconds


def bound(rows: int) -> float:
    return ceil(rows / ROWS_MAX) * 1.01 + 2


def measure() -> Iterable[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        for reading in READINGS:
            report, seconds = run(reading, Path(folder))
            streams = {stream.stream: stream for stream in report.streams}
            for name, stream in streams.items():
                walks = ", then ".join(stream.strategies)
                what = f"calls to list {stream.created} {name.replace('_', ' ')}, filter reads {reading}"
                yield Measurement(what, stream.calls, "calls", bound(stream.created), note=walks)
            documents = streams["invoices"].created + streams["credit_notes"].created
            calls = streams["invoices"].calls + streams["credit_notes"].calls
            what = f"calls to list the {documents} documents into the mirror, filter reads {reading}"
            yield Measurement(
                what, calls, "calls", bound(documents), note=f"whole run {report.calls} calls, {seconds:.1f} s"
            )


def main() -> None:
    for found in measure():
        print(found.what, found.value, found.bound, "ok" if found.holds else "MISSED", found.note)


if __name__ == "__main__":
    main()
