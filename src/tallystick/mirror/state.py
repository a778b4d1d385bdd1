"""How far each stream has got: what a run needs to go on after it was stopped anywhere. Deciding so is not done here."""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.mirror.mirror import Mirror


class Strategy(StrEnum):
    """How a list is walked.

    `keyset` asks, oldest change first, for what changed at or after the last row seen: no row can slip between pages,
    whatever is changed, deleted or added meanwhile. `pages` walks page numbers. `changes` is a keyset from the last
    run's newest change on. `newest` reads newest changes first, back to the last run's.
    """

    KEYSET = "keyset"
    PAGES = "pages"
    CHANGES = "changes"
    NEWEST = "newest"


class Cursor(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a walk stands: enough to ask for the next page, and to judge its answer.

    `since` is the instant asked for, `until` the newest change seen on this walk. A walk of pages that goes `backward`
    looks for the last page first and, once it is `found`, walks down to the first; `length` counts the list's rows.
    """

    strategy: Strategy
    page: int = 1
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    proven: bool = False
    backward: bool = False
    found: bool = False
    length: int = 0


class StreamState(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of one stream.

    `cursor` is set while a walk is under way. `sweep` numbers complete passes: rows carry the last one that saw them.
    `steady` says that the last pass cannot have lost a row between pages; `proven` that the vendor's filter on changes
    was seen to work, `ordered` that its order by change was. `changed_until` is the newest change mirrored, by the
    vendor's clock; `length` how many rows the list had when its pages were last walked; `calls` what the last run that
    completed cost.
    """

    cursor: Cursor | None = None
    sweep: int = 0
    steady: bool = False
    proven: bool = False
    ordered: bool = False
    changed_until: dt.datetime | None = None
    swept_at: dt.datetime | None = None
    length: int = 0
    calls: int = 0


def load_state(mirror: Mirror, stream: str) -> StreamState:
    """Return what is known of a stream; a stream never read has an empty state."""
    found = mirror.rows("load_state", stream=stream)
    return msgspec.json.decode(found[0][0], type=StreamState) if found else StreamState()


def save_state(mirror: Mirror, stream: str, state: StreamState, *, synced_at: dt.datetime | None = None) -> None:
    """Store what is known of a stream; `synced_at` when a run has just completed. The caller holds the transaction."""
    mirror.rows(
        "save_state",
        stream=stream,
        state=msgspec.json.encode(state).decode(),
        synced_at=synced_at.isoformat() if synced_at else None,
    )
