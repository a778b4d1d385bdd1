"""The evidence file: what was asked, what the real service answered, scrubbed, and where the sandbox differs.

It holds no secret and nothing of anybody; it may be given away.
"""

from pathlib import Path
from typing import Any

import msgspec

from tallystick.model.errors import ConfigurationError
from tallystick.vendors.zoho_books.verification.compare import Difference


class Observation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One probe: what was asked and what came, both scrubbed; `status` 0 when nothing came, then `failure` says why."""

    probe: str
    operation: str
    params: dict[str, Any] = {}
    body: Any = None
    status: int = 0
    headers: dict[str, str] = {}
    answer: Any = None
    failure: str = ""
    differences: tuple[Difference, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """A whole run. `left` names what could not be deleted: for the person who ran it, never for the file."""

    tallystick_evidence: int
    version: str
    vendor: str
    region: str
    day: str
    calls: int
    observations: tuple[Observation, ...]
    skipped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def agreeing(self) -> int:
        """How many probes the sandbox answered as the real service did."""
        return sum(not seen.differences and not seen.failure for seen in self.observations)


def write_evidence(path: Path, evidence: Evidence) -> None:
    """Write the file. ConfigurationError when it cannot be written."""
    content = msgspec.json.encode(msgspec.structs.replace(evidence, left=()))
    try:
        path.write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    except OSError as error:
        hint = "Name a file in a folder that you may write to."
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}", hint=hint) from None
