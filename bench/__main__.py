"""`python -m bench [--json] [NAME …]`: runs every bench beside it, or the named ones, each in a process of its own.

A bench is a file with a function `measure() -> Iterable[Measurement]`. It measures nothing that another process could
disturb without saying so: ratios are taken within one run. The exit code is 1 when a bound is missed.
"""

import importlib
import json
import subprocess
import sys
from pathlib import Path

from bench.measurement import Measurement

NOT_BENCHES = {"__main__", "__init__", "measurement"}
BENCH_SECONDS_MAX = 900
ONE = "--one"


def names() -> list[str]:
    """Return the benches that are there."""
    return sorted(found.stem for found in Path(__file__).parent.glob("*.py") if found.stem not in NOT_BENCHES)


def one(name: str) -> None:
    """Run one bench in this process and print what it measured, a JSON line each."""
    for measured in importlib.import_module(f"bench.{name}").measure():
        print(json.dumps(measured._asdict()), flush=True)


def apart(name: str) -> list[Measurement]:
    """Run one bench in a process of its own; what it says besides its measurements passes through."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench", ONE, name],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=BENCH_SECONDS_MAX,
        cwd=Path(__file__).parents[1],
    )
    if ran.returncode != 0:
        raise SystemExit(f"bench {name} failed with exit code {ran.returncode}")
    return [Measurement(**json.loads(line)) for line in ran.stdout.splitlines()]


def main(arguments: list[str]) -> int:
    """Run what was asked for and print a table, or JSON lines; return the exit code."""
    if arguments[:1] == [ONE]:
        one(arguments[1])
        return 0
    as_json = "--json" in arguments
    asked = [name for name in arguments if name != "--json"] or names()
    if unknown := sorted(set(asked) - set(names())):
        print(f"no bench is called {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    missed = 0
    for name in asked:
        for measured in apart(name):
            missed += not measured.holds
            print(
                json.dumps({"bench": name, **measured._asdict(), "holds": measured.holds})
                if as_json
                else _row(measured)
            )
    return 1 if missed else 0


def _row(measured: Measurement) -> str:
    sign = "≥" if measured.at_least else "≤"
    verdict = "ok    " if measured.holds else "MISSED"
    value, bound = (
        f"{number:,.4g}" if number < 1000 else f"{number:,.0f}" for number in (measured.value, measured.bound)
    )
    return f"{verdict} {value:>9} {measured.unit:<10} {sign} {bound:>8}  {measured.what}" + (
        f"  ({measured.note})" if measured.note else ""
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
