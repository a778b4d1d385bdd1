"""Packs the demo company that is shipped, so that a start need not carry out its commands.

    python tools/pack_company.py

It carries them out and writes demo.packed.xz beside demo.jsonl.xz. Run it when the commands have changed, or when the books
make other records of them; a test says so.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tallystick.sandbox.clock import Clock  # noqa: E402  # the path is set just above
from tallystick.sandbox.company import FOLDER, Company  # noqa: E402  # the path is set above
from tallystick.sandbox.founding import carry_out  # noqa: E402  # the path is set above
from tallystick.sandbox.packed import pack, packed_path  # noqa: E402  # the path is set above

COMMANDS = FOLDER / "demo.jsonl.xz"


def main() -> None:
    """Write the packing."""
    clock = Clock()
    organization, _ = carry_out(Company(COMMANDS), clock)
    packed = pack(COMMANDS, organization, clock.now())
    packed_path(COMMANDS).write_bytes(packed)
    print(f"{packed_path(COMMANDS).relative_to(ROOT)}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
