"""How long mypy strict takes, cold, to check a program that uses the client's stub, above a program that does not.

Both runs are fresh processes without a cache, one after the other; CPU seconds, so that a busy machine tells the same.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measurement import Measurement

ROOT = Path(__file__).parents[1]
ROUNDS = 3
PROGRAM = """
from decimal import Decimal

from tallystick.zoho_books import Client

client = Client()
made = client.invoices.create({"customer_id": "1", "line_items": [{"rate": Decimal("1.5"), "quantity": 1}]})
total: Decimal | None = made["invoice"]["total"]
client.invoices.mark_sent(made["invoice"]["invoice_id"])
for row in client.invoices.list(status="overdue"):
    print(row["invoice_number"], row["balance"])
"""
BARE = "from decimal import Decimal\n\nprint(Decimal(1))\n"


def seconds(program: Path) -> float:
    """CPU seconds of one cold, strict check of `program`; the bench fails when mypy finds a mistake."""
    arguments = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, "--config-file="]
    pid = os.posix_spawn(
        sys.executable,
        [*arguments, "--no-error-summary", str(program)],
        {**os.environ, "MYPYPATH": str(ROOT / "src")},
    )
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        raise SystemExit(f"mypy does not pass {program.name}")
    return usage.ru_utime + usage.ru_stime


def measure() -> Iterable[Measurement]:
    """Check a program with the stub, and one without, cold."""
    with TemporaryDirectory() as folder:
        program, bare = Path(folder) / "program.py", Path(folder) / "bare.py"
        program.write_text(PROGRAM)
        bare.write_text(BARE)
        rounds = [(seconds(program), seconds(bare)) for _ in range(ROUNDS)]
    checked, nothing = (min(column) for column in zip(*rounds, strict=True))
    note = f"a program without the client takes {nothing:.1f} s"
    yield Measurement("stub checked by mypy strict, cold", checked, "s", 5.0, note=note)
