"""How a list is walked so that no row slips between pages: what to ask next, and what an answer proves. Pure: no calls.

Page numbers drift: a deletion behind the reader pulls an unread row onto a page already read. Asking instead for what
changed at or after the last row seen cannot drift, but vendors honour that filter or not, list by list. So nothing is
believed: each walk starts by asking and judges from the answer (the order of its rows, what the page context says was
done) whether the vendor did as asked. Where it did not, pages are walked by number in order of creation: upwards the
first time, when nobody knows where the list ends, and from the last page down ever after. Downwards nothing is lost,
because a deletion only ever moves rows towards pages still to be read, and additions come after the last page.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from tallystick.mapping import Order, Stream
from tallystick.mirror.state import Cursor, Strategy, StreamState

OVERLAP: Final = dt.timedelta(seconds=60)
"""How far before the newest change known the next run asks again: a change may show up a little after its time."""


BEGINNING: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Where a complete pass by changes starts: before any record, yet a filter, so that its first answer already tells
whether the vendor takes the filter as an exact time (then nothing comes back, and only one call is lost)."""

INCREMENTAL: Final = (Strategy.CHANGES, Strategy.NEWEST)
"""The strategies that read only what is new; the others are complete passes."""


class Seen(msgspec.Struct, frozen=True):
    """A page as far as a walk looks at it: the rows' times of change and of creation, what the context says, and more."""

    modified: Sequence[dt.datetime | None]
    created: Sequence[dt.datetime | None]
    sort_column: str
    sort_order: str
    more: bool


class Step(msgspec.Struct, frozen=True):
    """What follows from a page: the next cursor, or None when the walk is over.

    A walk that is over is complete unless `refuted`: then the vendor did not do as asked and another strategy must
    read the list. `steady`, `proven`, `ordered` are what the walk has shown, as in StreamState.
    """

    cursor: Cursor | None
    refuted: bool = False
    steady: bool = False
    proven: bool = False
    ordered: bool = False
    until: dt.datetime | None = None
    length: int = 0


def begin(stream: Stream, state: StreamState, *, sweep: bool) -> Cursor:
    """Return where a run of a stream starts: where the last one was stopped, at what is new, or at a complete pass."""
    if state.cursor is not None and not (sweep and state.cursor.strategy in INCREMENTAL):
        return state.cursor
    if not sweep and _can_follow(stream, state):
        assert state.changed_until is not None
        strategy = Strategy.CHANGES if state.proven else Strategy.NEWEST
        return Cursor(strategy, since=state.changed_until - OVERLAP, until=state.changed_until, proven=state.proven)
    if stream.modified_key and not _refuted_before(stream, state):
        return Cursor(Strategy.KEYSET, since=BEGINNING)
    return begin_pages(stream, state)


def begin_pages(stream: Stream, state: StreamState) -> Cursor:
    """Return the start of a walk by page numbers: downwards when it is known about where the list ends."""
    last = -(-state.length // stream.rows_max)
    return Cursor(Strategy.PAGES, page=max(last, 1), backward=last > 1)


def ask(stream: Stream, cursor: Cursor) -> dict[str, str]:
    """Return the query parameters that ask for a cursor's page."""
    order = _ORDERS[cursor.strategy](stream)
    params = {**order.query, "page": str(cursor.page), "per_page": str(stream.rows_max)}
    if cursor.since is not None and cursor.strategy is not Strategy.NEWEST:
        # Offsets must be digits: the vendor rejects `Z`, or drops the filter in silence.
        params[stream.since_parameter] = cursor.since.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
    return params


def judge(stream: Stream, cursor: Cursor, seen: Seen) -> Step:
    """Return what follows from a cursor's page."""
    return _JUDGES[cursor.strategy](stream, cursor, seen)


def _keyset(stream: Stream, cursor: Cursor, seen: Seen) -> Step:
    until = _latest(cursor.until, seen)
    first, empty = cursor.since == BEGINNING, not seen.modified
    ordered = _in_order(stream.changes, seen, seen.modified)
    if first and not seen.more and not empty:
        return Step(None, steady=True, ordered=ordered, until=until, length=len(seen.modified))
    proven = cursor.proven or (not first and _beyond(cursor.since, seen))
    shown = ordered and not _before(cursor.since, seen) and (proven or seen.more)
    if not shown:
        return Step(None, refuted=True, ordered=ordered, until=until)
    if not seen.more:
        return Step(None, steady=True, proven=True, ordered=True, until=until)
    last = seen.modified[-1]
    # More rows changed in one second than fit a page: within that second only page numbers are left.
    page = cursor.page + 1 if last == cursor.since else 1
    return Step(Cursor(cursor.strategy, page=page, since=last, until=until, proven=proven))


def _newest(stream: Stream, cursor: Cursor, seen: Seen) -> Step:
    until = _latest(cursor.until, seen)
    if not _in_order(stream.newest, seen, seen.modified):
        return Step(None, refuted=True, until=until)
    if not seen.more or _before(cursor.since, seen):
        return Step(None, steady=True, ordered=True, until=until)
    return Step(msgspec.structs.replace(cursor, page=cursor.page + 1, until=until))


def _pages(stream: Stream, cursor: Cursor, seen: Seen) -> Step:
    until = _latest(cursor.until, seen)
    length = cursor.length or (cursor.page - 1) * stream.rows_max + len(seen.modified)
    if seen.more and not cursor.found:
        return Step(msgspec.structs.replace(cursor, page=cursor.page + 1, until=until))
    if cursor.backward and cursor.page > 1:
        return Step(msgspec.structs.replace(cursor, page=cursor.page - 1, found=True, until=until, length=length))
    by_creation = _in_order(stream.created, seen, seen.created)
    steady = length <= stream.rows_max or (cursor.backward and by_creation)
    return Step(None, steady=steady, until=until, length=length)


_ORDERS: Final[dict[Strategy, Callable[[Stream], Order]]] = {
    Strategy.KEYSET: lambda stream: stream.changes,
    Strategy.CHANGES: lambda stream: stream.changes,
    Strategy.NEWEST: lambda stream: stream.newest,
    Strategy.PAGES: lambda stream: stream.created,
}

_JUDGES: Final[dict[Strategy, Callable[[Stream, Cursor, Seen], Step]]] = {
    Strategy.KEYSET: _keyset,
    Strategy.CHANGES: _keyset,
    Strategy.NEWEST: _newest,
    Strategy.PAGES: _pages,
}


def _can_follow(stream: Stream, state: StreamState) -> bool:
    """Whether reading what is new is enough: nothing was lost before, and the list can be asked for changes.

    A list of one page is read whole: that costs the same call, and shows deletions too.
    """
    one_page = 0 < state.length <= stream.rows_max
    return state.steady and not one_page and state.changed_until is not None and (state.proven or state.ordered)


def _refuted_before(stream: Stream, state: StreamState) -> bool:
    """Whether the last pass has shown that this list cannot be walked by changes, or had nothing to show it with."""
    one_page = 0 < state.length <= stream.rows_max
    return state.swept_at is not None and not state.proven and not one_page


def _in_order(order: Order, seen: Seen, times: Sequence[dt.datetime | None]) -> bool:
    """Whether the vendor sorted as asked: it says so where it says anything, and the rows bear it out."""
    asked = tuple(order.query.values())
    if seen.sort_column and (seen.sort_column, seen.sort_order) != asked:
        return False
    known = [time for time in times if time is not None]
    return len(known) == len(times) and known == sorted(known, reverse=asked[-1] == "D")


def _latest(until: dt.datetime | None, seen: Seen) -> dt.datetime | None:
    return max((time for time in (until, *seen.modified) if time is not None), default=None)


def _before(since: dt.datetime | None, seen: Seen) -> bool:
    return since is not None and any(time is not None and time < since for time in seen.modified)


def _beyond(since: dt.datetime | None, seen: Seen) -> bool:
    return since is not None and any(time is not None and time > since for time in seen.modified)
