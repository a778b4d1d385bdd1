"""A page of records into the mirror: rows, events, quarantine and the stream's state, in one transaction.

Nothing here asks a vendor for anything, and nothing is half done: a page is stored whole or not at all.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from tallystick.mapping import Mapped, Mistake, Rejected
from tallystick.mirror.mirror import Mirror
from tallystick.mirror.rows import COLUMNS, Base
from tallystick.mirror.state import StreamState, save_state

_EXTRAS = msgspec.json.Encoder(decimal_format="number")


class Arrival(msgspec.Struct, frozen=True):
    """One row as it came: its id (empty when it has none), its text, and what the mapping made of it."""

    id: str
    resource: str
    raw: str
    outcome: Mapped[Any] | Rejected


class Merged(msgspec.Struct, frozen=True):
    """What a page or the end of a pass changed, in records."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    quarantined: int = 0

    def __add__(self, other: "Merged") -> "Merged":
        """Return both together."""
        return Merged(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


class _Known(msgspec.Struct, frozen=True):
    """What the mirror holds of a record already."""

    modified_at: str | None
    buried: bool
    record: str
    raw: str


class _Change(msgspec.Struct, frozen=True):
    """What is to be stored of one record; `kind` is the event it causes, empty for none."""

    kind: str
    columns: dict[str, Any]


def merge_page(
    mirror: Mirror, stream: str, arrivals: Sequence[Arrival], state: StreamState, *, at: dt.datetime
) -> Merged:
    """Store a page of a stream together with the state that the stream is in after it.

    A row that is no record goes to quarantine and leaves what the mirror holds of it untouched; a row that is older
    than what the mirror holds is only noted as seen. `at` is the run's clock.
    """
    company = mirror.company()
    if company is None:
        raise ValueError("the mirror does not know its company yet: keep_company comes before the first page")
    base = Base(company)
    with mirror.transaction():
        known = _known(mirror, stream, [arrival.id for arrival in arrivals])
        changes: dict[str, _Change] = {}
        bad: dict[str, tuple[Arrival, tuple[Mistake, ...]]] = {}
        for arrival in arrivals:
            outcome = _change(stream, arrival, known.get(arrival.id), base, state.sweep)
            if isinstance(outcome, Rejected):
                bad[arrival.id or _fingerprint(arrival.raw)] = (arrival, outcome.mistakes)
            elif outcome is not None:
                changes[arrival.id] = outcome
        mirror.many(f"upsert_{stream}", (change.columns for change in changes.values()))
        _add_events(
            mirror, stream, ((key, change.kind, change.columns["modified_at"]) for key, change in changes.items()), at
        )
        seen = [arrival.id for arrival in arrivals if arrival.id not in changes]
        mirror.rows(f"seen_{stream}", ids=_list(seen), sweep=state.sweep)
        _set_aside(mirror, stream, bad, [arrival.id for arrival in arrivals if arrival.id not in bad], at)
        save_state(mirror, stream, state)
    kinds = [change.kind for change in changes.values()]
    return Merged(created=kinds.count("created"), updated=kinds.count("updated"), quarantined=len(bad))


def finish_pass(
    mirror: Mirror, stream: str, state: StreamState, *, at: dt.datetime, unseen_since: int | None
) -> Merged:
    """Store that a run of a stream is complete, and bury the records last seen in pass `unseen_since` or earlier.

    None buries nothing: only a complete pass can tell that a record is gone.
    """
    with mirror.transaction():
        buried = []
        if unseen_since is not None:
            buried = mirror.rows(f"bury_{stream}", unseen_since=unseen_since, at=_instant(at))
            _add_events(mirror, stream, ((key, "deleted", modified_at) for key, modified_at in buried), at)
        save_state(mirror, stream, state, synced_at=at.astimezone(dt.UTC))
    return Merged(deleted=len(buried))


def _change(stream: str, arrival: Arrival, known: _Known | None, base: Base, sweep: int) -> _Change | Rejected | None:
    """Return what a row asks to be stored, None when the mirror has it already."""
    if isinstance(arrival.outcome, Rejected):
        return arrival.outcome
    try:
        columns = COLUMNS[stream](arrival.outcome.record, base)
    except ValueError as error:
        return Rejected((Mistake("/", arrival.id, str(error)),))
    if known and not known.buried and _nothing_new(arrival, known, columns["modified_at"]):
        return None
    record = msgspec.json.encode(arrival.outcome.record).decode()
    extras = _EXTRAS.encode(arrival.outcome.extras).decode() if arrival.outcome.extras else None
    columns |= {"id": arrival.id, "sweep": sweep, "record": record, "raw": arrival.raw, "extras": extras}
    if stream == "contacts":
        columns["resource"] = arrival.resource
    if known is None or known.buried:
        return _Change("created", columns)
    return _Change("updated" if record != known.record else "", columns)


def _nothing_new(arrival: Arrival, known: _Known, modified_at: str | None) -> bool:
    return arrival.raw == known.raw or (modified_at or "") < (known.modified_at or "")


def _known(mirror: Mirror, stream: str, ids: list[str]) -> dict[str, _Known]:
    found = mirror.rows(f"known_{stream}", ids=_list(ids))
    return {key: _Known(modified_at, bool(buried), record, raw) for key, modified_at, buried, record, raw in found}


def _add_events(mirror: Mirror, stream: str, events: Any, at: dt.datetime) -> None:
    mirror.many(
        "add_event",
        (
            {"stream": stream, "id": key, "kind": kind, "modified_at": modified_at, "at": _instant(at)}
            for key, kind, modified_at in events
            if kind
        ),
    )


def _set_aside(
    mirror: Mirror, stream: str, bad: dict[str, tuple[Arrival, tuple[Mistake, ...]]], good: list[str], at: dt.datetime
) -> None:
    mirror.rows("release", stream=stream, ids=_list(good))
    mirror.many(
        "quarantine",
        (
            {
                "stream": stream,
                "id": key,
                "mistakes": msgspec.json.encode(mistakes).decode(),
                "at": _instant(at),
                "raw": arrival.raw,
            }
            for key, (arrival, mistakes) in bad.items()
        ),
    )


def _list(ids: list[str]) -> str:
    return msgspec.json.encode(ids).decode()


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")


def _fingerprint(raw: str) -> str:
    """Return a stand-in id for a row without one."""
    return "sha256:" + hashlib.sha256(raw.encode()).hexdigest()[:32]
