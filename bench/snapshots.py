"""Snapshot, restore and fork of a whole sandbox that holds 10,000 documents: invoices of five taxed lines, half of them paid.

The best of some rounds counts.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable

from bench.books import FIRST, fill
from bench.measurement import Measurement
from tallystick.sandbox.world import Sandbox

INVOICES = 6_667
"""With a payment for every second one, 10,000 documents."""
MS_MAX = 50.0
ROUNDS = 5


def measure() -> Iterable[Measurement]:
    """Fill a sandbox, then snapshot, restore and fork it."""
    with Sandbox("empty", limits=False, today=FIRST + dt.timedelta(days=730)) as sandbox:
        fill(sandbox, INVOICES)
        book = sandbox.organization.book
        documents = len(book.invoices) + len(book.payments)
        note = f"{documents:,} documents"
        taken = _best(lambda at: sandbox.snapshot(f"{at}"))
        yield Measurement("snapshot of a sandbox", taken, "ms", MS_MAX, note=note)
        yield Measurement("restore of a snapshot", _best(lambda at: sandbox.restore(f"{at}")), "ms", MS_MAX, note=note)
        yield Measurement("fork of a sandbox", _best(lambda _: sandbox.fork()), "ms", MS_MAX, note=note)
        assert sandbox.organization.book.changes() == book.changes()


def _best(run: Callable[[int], object]) -> float:
    times = []
    for at in range(ROUNDS):
        start = time.perf_counter()
        run(at)
        times.append((time.perf_counter() - start) * 1_000)
    return min(times)
