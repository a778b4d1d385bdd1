"""Snapshots of a whole sandbox, kept in memory by name: its organisations, its time and its counted calls.

Records are frozen, so a snapshot shares them and costs little. Nothing is put back into a sandbox here.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

import msgspec

from tallystick.model.errors import ConfigurationError
from tallystick.sandbox.clock import Clock
from tallystick.vendors.zoho_books.emulator.limits import DayCount
from tallystick.vendors.zoho_books.emulator.organization import Organization

SNAPSHOTS_MAX: Final = 32
"""Snapshots one sandbox keeps; each is worth the memory of what has changed since."""
NAME_CHARACTERS_MAX: Final = 100


class SnapshotError(ConfigurationError):
    """A snapshot cannot be taken or is not there; the sentence says what to do."""


class Snapshot(msgspec.Struct, frozen=True):
    """A sandbox at one moment. `organizations` belong to no sandbox and never change; `now` is what its clock showed."""

    organizations: tuple[Organization, ...]
    now: datetime
    frozen: bool
    days: Mapping[str, DayCount]


def take(organizations: Mapping[str, Organization], clock: Clock, days: Mapping[str, DayCount]) -> Snapshot:
    """Return a sandbox as it stands."""
    return Snapshot(copies(organizations.values(), clock), clock.now(), clock.state.frozen_at is not None, dict(days))


def copies(organizations: Iterable[Organization], clock: Clock) -> tuple[Organization, ...]:
    """Return organisations as they stand, to live apart by a clock."""
    return tuple(organization.copy(clock.now) for organization in organizations)


class Snapshots:
    """The snapshots of one sandbox by name, in the order they were taken."""

    def __init__(self) -> None:
        self._held: dict[str, Snapshot] = {}

    def check_new(self, name: str) -> None:
        """Raise SnapshotError when no snapshot of that name can be kept."""
        if not name.strip() or not name.isprintable() or len(name) > NAME_CHARACTERS_MAX:
            raise SnapshotError(f"a snapshot needs a name of 1 to {NAME_CHARACTERS_MAX} printable characters")
        if name in self._held:
            raise SnapshotError(f"there is a snapshot {name!r} already: remove it first, or choose another name")
        if len(self._held) >= SNAPSHOTS_MAX:
            raise SnapshotError(f"{SNAPSHOTS_MAX} snapshots are kept already: remove one first")

    def keep(self, name: str, snapshot: Snapshot) -> None:
        """Keep a snapshot. Raises SnapshotError for a bad or taken name, or when there are too many."""
        self.check_new(name)
        self._held[name] = snapshot

    def find(self, name: str) -> Snapshot:
        """Return a snapshot. Raises SnapshotError when there is none."""
        if name not in self._held:
            known = f"there are {', '.join(map(repr, self._held))}" if self._held else "none was taken"
            raise SnapshotError(f"there is no snapshot {name!r}: {known}")
        return self._held[name]

    def remove(self, name: str) -> None:
        """Forget a snapshot. Raises SnapshotError when there is none."""
        self.find(name)
        del self._held[name]

    def all(self) -> Mapping[str, Snapshot]:
        """Return every snapshot by name."""
        return MappingProxyType(self._held)
