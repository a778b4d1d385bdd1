"""Build hook: writes the day of the build beside the demo company, whose dates are moved to that week when it is read.

Nothing else happens at build time: a build of the same commit with the same `SOURCE_DATE_EPOCH` is the same, byte for byte.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT_ON = Path("src/tallystick/sandbox/companies/built_on.txt")


class BuildDay(BuildHookInterface[Any]):
    """Write the build's day (UTC, ISO date and a newline) before the wheel or the editable install is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file and ship it, although git ignores it."""
        del version
        written = Path(self.root) / BUILT_ON
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(f"{build_day(os.environ.get('SOURCE_DATE_EPOCH', ''))}\n", encoding="ascii")
        build_data["artifacts"].append(f"/{BUILT_ON}")


def build_day(epoch: str) -> str:
    """Return the ISO date of the epoch seconds in `SOURCE_DATE_EPOCH`, or of today when that is not set."""
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()
