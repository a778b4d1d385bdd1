"""What starting costs: `tallystick --help` as a whole, and importing the client, in CPU above bare Python.

Processes are started by turns, bare Python among them. CPU is the median of the rounds; wall time the best of them, because
whatever else the machine does can only lengthen it.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bench.measurement import Measurement

ROUNDS = 11
PROGRAM = str(Path(sys.executable).with_name("tallystick"))
COMMANDS = {
    "bare": [sys.executable, "-c", "pass"],
    "client": [sys.executable, "-c", "from tallystick.zoho_books import Client"],
    "help": [PROGRAM, "--help"],
}


def run(command: list[str]) -> tuple[float, float]:
    """Return the wall and CPU milliseconds of one process."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, cpu * 1000


def measure() -> Iterable[Measurement]:
    """Start each program by turns; the first round warms the caches and does not count."""
    rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for number in range(ROUNDS + 1):
        for name, command in COMMANDS.items():
            seen = run(command)
            if number:
                rounds[name].append(seen)
    wall = min(seen[0] for seen in rounds["help"])
    cpu = {name: statistics.median(seen[1] for seen in rounds[name]) for name in COMMANDS}
    yield Measurement("importing the client, CPU above bare Python", cpu["client"] - cpu["bare"], "ms", 130)
    yield Measurement("tallystick --help, wall", wall, "ms", 300)
    yield Measurement("tallystick --help, CPU above bare Python", cpu["help"] - cpu["bare"], "ms", 300)
