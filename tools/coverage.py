"""Writes the page that counts how much of a vendor's API the sandbox emulates, and on what evidence.

    python tools/coverage.py            write docs/spec/zoho-books-coverage.md
    python tools/coverage.py --check    fail when the page is stale

Nothing is counted by hand: the operations say what there is, the emulator's registry what is done.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tallystick.rest.operation import Operation  # noqa: E402  # the path is set just above
from tallystick.rest.operations import Operations  # noqa: E402  # the path is set above
from tallystick.vendors.zoho_books.emulator.errors import ERRORS  # noqa: E402  # the path is set above
from tallystick.vendors.zoho_books.emulator.evidence import BEHAVIOURS  # noqa: E402  # the path is set above
from tallystick.vendors.zoho_books.emulator.module import Emulated  # noqa: E402  # the path is set above
from tallystick.vendors.zoho_books.emulator.readings import READINGS  # noqa: E402  # the path is set above
from tallystick.vendors.zoho_books.emulator.undocumented import UNDOCUMENTED  # noqa: E402  # the path is set above

PAGE = ROOT / "docs/spec/zoho-books-coverage.md"
OVERLAY = ROOT / "src/tallystick/vendors/zoho_books/operations/overlay.toml"
STATES = ("done", "partial", "not yet")
EVIDENCE = ("recorded", "documented", "assumed")

HEAD = """# Zoho Books: what the sandbox does

This page is written by `tools/coverage.py` from the operations and the emulator's registry; `make check` fails when
it is stale. An operation that is not done yet answers HTTP 400 with a reserved code, its name, and the header
`X-Tallystick-Not-Yet`. *Partial* means that a part the vendor documents is missing; the part is named below.

Evidence: *recorded* is seen on the wire, *documented* is said by the vendor, *assumed* is our inference.
"""


class Standing(msgspec.Struct, frozen=True):
    """How one operation stands: `state` is one of STATES, `evidence` one of EVIDENCE or empty, `missing` a sentence."""

    operation: Operation
    state: str
    evidence: str
    missing: str


def standings(operations: Operations, handlers: Mapping[tuple[str, str], Emulated]) -> list[Standing]:
    """Return how each operation stands; a second description of one operation stands as the first does.

    Raises ValueError for a handler that belongs to no operation, or states no evidence.
    """
    routes = {(row.method, row.path) for row in operations.values() if not row.duplicate_of}
    beside = {(row.method, row.path) for row in UNDOCUMENTED}
    if strangers := sorted(handlers.keys() - routes - beside):
        raise ValueError(f"the registry answers {strangers[0]}, which is no operation")
    return [_standing(row, operations, handlers) for row in operations.values()]


def _standing(row: Operation, operations: Operations, handlers: Mapping[tuple[str, str], Emulated]) -> Standing:
    answering = operations[row.duplicate_of] if row.duplicate_of else row
    handler = handlers.get((answering.method, answering.path))
    if handler is None:
        return Standing(row, "not yet", "", "")
    kind = handler.evidence.partition("(")[0]
    if kind not in EVIDENCE:
        raise ValueError(f"{row.id}: evidence {handler.evidence!r} is none of {', '.join(EVIDENCE)}")
    return Standing(row, str(handler.completeness), kind, handler.missing)


def page(rows: list[Standing]) -> str:
    """Return the page: the counts first, then per module, then what the partial ones lack."""
    states, kinds = Counter(row.state for row in rows), Counter(row.evidence for row in rows if row.evidence)
    modules = sorted({row.operation.module for row in rows})
    table = [
        "| module | operations | done | partial | not yet | recorded | documented | assumed |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for module in modules:
        own = [row for row in rows if row.operation.module == module]
        counts = [sum(row.state == state for row in own) for state in STATES]
        counts += [sum(row.evidence == kind for row in own) for kind in EVIDENCE]
        table.append(f"| {module} | {len(own)} | " + " | ".join(str(count or "·") for count in counts) + " |")
    lacking = [
        f"- `{row.operation.id}`: {row.missing}"
        for row in sorted(rows, key=lambda row: row.operation.id)
        if row.missing and not row.operation.duplicate_of
    ]
    return "\n".join(
        [
            HEAD,
            _counted("Operations", len(rows), states, STATES),
            _counted("Evidence of what is done or partial", sum(kinds.values()), kinds, EVIDENCE),
            _corrections(),
            "\n## By module\n",
            *table,
            "\n## What the partial ones lack\n",
            *(lacking or ["Nothing."]),
            *_assumed(rows),
            *_readings(),
            "",
        ]
    )


def _corrections() -> str:
    """Return how many corrections of the vendor's documents rest on what."""
    rows = tomllib.loads(OVERLAY.read_text())["correction"]
    counts = Counter(str(row["evidence"]).partition("(")[0] for row in rows)
    return _counted("Corrections of the vendor's own documents", len(rows), counts, EVIDENCE)


def _assumed(rows: list[Standing]) -> list[str]:
    """Return the section on what rests on assumptions: whole operations, finer behaviours, errors."""
    whole = [row.operation.id for row in rows if row.evidence == "assumed" and not row.operation.duplicate_of]
    errors = [name for name, error in ERRORS.items() if error.evidence.startswith("assumed")]
    return [
        "\n## What is only assumed\n",
        "A sandbox started with `--strict` refuses these operations and behaviours, and names in the header",
        "`X-Tallystick-Assumed` a refusal whose code or words are assumed.\n",
        f"**Operations: {len(whole)}**: {', '.join(f'`{name}`' for name in whole) or 'none'}.\n",
        f"**Behaviours: {len(BEHAVIOURS)}**:\n",
        *(f"- {each.sentence} ({each.why})" for each in BEHAVIOURS.values()),
        f"\n**Refusals: {len(errors)} of {len(ERRORS)}**: {', '.join(f'`{name}`' for name in errors)}.",
    ]


def _readings() -> list[str]:
    """Return the section on what evidence conflicts about, each with its choices and the argued default."""
    found = [
        "\n## Where evidence conflicts\n",
        "Each is a setting of the sandbox (`--reading name=choice`, `POST /sandbox/readings`):",
        "a program has to survive them all.\n",
        "| setting | question | choices | default, and why |",
        "|---|---|---|---|",
    ]
    for name, reading in READINGS.items():
        choices = "; ".join(f"`{choice}`: {meaning}" for choice, meaning in reading.choices.items())
        found.append(f"| `{name}` | {reading.question} | {choices} | `{reading.default}`: {reading.why} |")
    return found


def _counted(title: str, total: int, counts: Counter[str], names: Iterable[str]) -> str:
    parts = ", ".join(f"{counts[name]} {name}" for name in names)
    return f"**{title}: {total}**: {parts}.  "


def main() -> int:
    """Write or check; return the exit status."""
    from tallystick.vendors.zoho_books.emulator.registry import HANDLERS  # noqa: PLC0415  # tests bring their own
    from tallystick.vendors.zoho_books.operations import OPERATIONS  # noqa: PLC0415  # tests bring their own registry

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the page is stale")
    given = parser.parse_args()
    wanted = page(standings(OPERATIONS, HANDLERS))
    if given.check:
        fresh = PAGE.exists() and PAGE.read_text() == wanted
        print("coverage is fresh" if fresh else f"{PAGE.relative_to(ROOT)} is stale: run python tools/coverage.py")
        return 0 if fresh else 1
    PAGE.write_text(wanted)
    print(next(line for line in wanted.splitlines() if line.startswith("**")).replace("*", "").strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
