"""One sync run, visible as a list of steps. It decides the order; pages, mapping and tables have rooms of their own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from tallystick.mirror.mirror import Mirror


class StreamReport(msgspec.Struct, frozen=True):
    """What one stream cost and brought; `finished` is False when the budget ended it early."""

    stream: str
    strategy: str
    calls: int
    rows: int
    created: int
    updated: int
    deleted: int
    quarantined: int
    finished: bool


class Report(msgspec.Struct, frozen=True):
    """What a run cost and brought: `calls` are vendor calls including the probe; the rest are sums over `streams`."""

    calls: int
    rows: int
    created: int
    updated: int
    deleted: int
    quarantined: int
    finished: bool
    streams: tuple[StreamReport, ...]


def sync(
    client: Any,
    mirror: Mirror,
    *,
    now: Callable[[], datetime],
    calls_max: int | None = None,
    sweep: bool = False,
) -> Report:
    """Bring the mirror up to date with the vendor, spending at most `calls_max` calls.

    `client` is a synchronous vendor client. `now` gives an aware datetime (the organisation's clock).
    `sweep` forces a complete pass over every stream, which is also what finds deleted records.
    """
    raise NotImplementedError
