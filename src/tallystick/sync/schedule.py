"""Which streams of a vendor are due, and in what order. No call is made here."""

import datetime as dt
import importlib
from collections.abc import Sequence
from typing import Any

import msgspec

from tallystick.mapping import CompanySource, Stream
from tallystick.mirror.mirror import Mirror
from tallystick.mirror.read import freshness
from tallystick.mirror.state import StreamState

SWEEP_AGE_MAX = dt.timedelta(days=1)
"""How old a complete pass may be before the next run makes one: deletions show in nothing else."""


class Source(msgspec.Struct, frozen=True, eq=False):
    """What a vendor's folder declares for mirroring."""

    streams: tuple[Stream, ...]
    company: CompanySource


def source_of(client: Any) -> Source:
    """Return what the vendor of a client declares in the `mapping` beside its client.

    Raises ModuleNotFoundError when the vendor has no mappings: it cannot be mirrored.
    """
    for kind in type(client).__mro__:
        folder, _, module = kind.__module__.rpartition(".")
        if module == "client" and ".vendors." in folder:
            mapping = importlib.import_module(f"{folder}.mapping")
            return Source(mapping.STREAMS, mapping.COMPANY_SOURCE)
    raise ModuleNotFoundError(f"{type(client).__qualname__} is no vendor's client: there is nothing to mirror")


def due(mirror: Mirror, streams: Sequence[Stream]) -> list[Stream]:
    """Return the streams, stalest first: never completed ones lead, in the order the vendor declares them."""
    ages = {fresh.stream: fresh.synced_at for fresh in freshness(mirror)}
    never = dt.datetime.min.replace(tzinfo=dt.UTC)
    return sorted(streams, key=lambda stream: ages.get(stream.name) or never)


def sweep_due(state: StreamState, now: dt.datetime) -> bool:
    """Whether a stream needs a complete pass: it never had one, or the last one is too old."""
    return state.swept_at is None or now - state.swept_at >= SWEEP_AGE_MAX
