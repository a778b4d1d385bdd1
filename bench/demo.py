"""How soon a stranger sees the demo's page, and what it takes of the machine's memory."""

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.measurement import Measurement

RUNS = 3
READY_SECONDS_MAX = 4.0
MEMORY_MB_MAX = 300.0
PROGRAM = Path(sys.executable).with_name("tallystick")


class Run(NamedTuple):
    seconds: float
    megabytes: float


def measure() -> Iterable[Measurement]:
    runs = [_run() for _ in range(RUNS)]
    ready = statistics.median(run.seconds for run in runs)
    memory = max(run.megabytes for run in runs)
    note = f"from start to the first page shown; median of {RUNS}, slowest {max(run.seconds for run in runs):.2f} s"
    yield Measurement("demo ready", ready, "s", READY_SECONDS_MAX, note=note)
    yield Measurement("demo memory", memory, "MB", MEMORY_MB_MAX, note=f"peak resident, highest of {RUNS}")


def _run() -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, "demo", "--port", "0", "--sandbox-port", "0", "--json"], stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        page = msgspec.json.decode(process.stdout.readline())["page"]
        with urllib.request.urlopen(page, timeout=10) as answer:  # noqa: S310 - our own address on this machine
            assert b"Outstanding" in answer.read()
        seconds = time.perf_counter() - started
    finally:
        process.terminate()
        _, _, usage = os.wait4(process.pid, 0)
    return Run(seconds, usage.ru_maxrss / 1024)
