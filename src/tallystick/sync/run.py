"""One sync run, visible as a list of steps. It decides the order; walks, pages and tables have rooms of their own."""

import datetime as dt
from collections.abc import Callable

import msgspec

from tallystick.mapping import CompanySource, Stream
from tallystick.mirror.merge import Merged, finish_pass, merge_page
from tallystick.mirror.mirror import Mirror
from tallystick.mirror.state import Cursor, Strategy, load_state
from tallystick.model.errors import InvalidRequest, NotFound, NotYet, RateLimited, Refused, ScopeMissing
from tallystick.sync.budget import Budget
from tallystick.sync.fetch import Client, fetch_company, fetch_page
from tallystick.sync.schedule import due, source_of, sweep_due
from tallystick.sync.walk import INCREMENTAL, Step, begin, begin_pages, judge

PAGES_MAX = 50_000
"""Pages one stream may take in one run: ten million records."""

STREAM_REFUSALS = (InvalidRequest, NotFound, NotYet, Refused, ScopeMissing)
"""What a vendor says about one list (not in this plan, no permission): it is reported and the other streams go on."""


class StreamReport(msgspec.Struct, frozen=True):
    """What one stream cost and brought.

    `strategies` names the walks taken, in order. `finished` is False when the budget or the vendor ended it early;
    what was read is stored and the next run goes on there. `error` is why the vendor refused the list.
    """

    stream: str
    strategies: tuple[str, ...]
    calls: int
    rows: int
    created: int
    updated: int
    deleted: int
    quarantined: int
    finished: bool
    error: str = ""


class Report(msgspec.Struct, frozen=True):
    """What a run cost and brought: `calls` are vendor calls including the company's; the rest are sums over `streams`."""

    calls: int
    rows: int
    created: int
    updated: int
    deleted: int
    quarantined: int
    finished: bool
    streams: tuple[StreamReport, ...]


def sync(
    client: Client,
    mirror: Mirror,
    *,
    now: Callable[[], dt.datetime],
    calls_max: int | None = None,
    sweep: bool = False,
) -> Report:
    """Bring the mirror up to date with the vendor, spending at most `calls_max` calls.

    `client` is a vendor's blocking client. `now` gives an aware datetime. `sweep` forces a complete pass over every
    stream, which is also what finds deleted records; without it a stream is swept when its last pass is a day old.
    Raises what the client raises when the vendor cannot be used at all; everything read until then is stored.
    """
    source = source_of(client)
    budget = Budget(calls_max)
    if mirror.company() is None or sweep:
        _read_company(client, mirror, source.company, budget)
    reports = [
        _Run(client, mirror, stream, budget, now).run(sweep=sweep)
        for stream in due(mirror, source.streams)
        if mirror.company() is not None
    ]
    return _report(budget, reports, streams=len(source.streams))


def _read_company(client: Client, mirror: Mirror, source: CompanySource, budget: Budget) -> None:
    """Learn the base currency, which every amount's base value depends on."""
    if not budget.allows():
        return
    budget.spend()
    company, raw, answer = fetch_company(client, source)
    budget.note(answer.limits)
    mirror.keep_company(company, raw)


class _Run:
    """One stream of one run: pages by the strategy its list allows, each merged whole, until the walk is over."""

    def __init__(
        self, client: Client, mirror: Mirror, stream: Stream, budget: Budget, now: Callable[[], dt.datetime]
    ) -> None:
        self.client, self.mirror, self.stream, self.budget, self.now = client, mirror, stream, budget, now
        self.state = load_state(mirror, stream.name)
        self.merged = Merged()
        self.strategies: list[str] = []
        self.calls = self.rows = 0

    def run(self, *, sweep: bool) -> StreamReport:
        cursor: Cursor | None = self._start(sweep=sweep or sweep_due(self.state, self.now()))
        try:
            while cursor is not None and self.calls < PAGES_MAX and self.budget.allows():
                cursor = self._page(cursor)
        except RateLimited as error:
            self.budget.close()
            return self._report(finished=False, error=str(error))
        except STREAM_REFUSALS as error:
            return self._report(finished=False, error=str(error))
        return self._report(finished=cursor is None)

    def _start(self, *, sweep: bool) -> Cursor:
        cursor = begin(self.stream, self.state, sweep=sweep)
        if self.state.cursor != cursor and cursor.strategy not in INCREMENTAL:
            self.state = msgspec.structs.replace(self.state, sweep=self.state.sweep + 1)
        return cursor

    def _page(self, cursor: Cursor) -> Cursor | None:
        """Read one page and store it with the cursor that follows from it; return that cursor, None at the end."""
        self._count(cursor)
        fetched = fetch_page(self.client, self.stream, cursor)
        self.budget.note(fetched.page.limits)
        step = judge(self.stream, cursor, fetched.seen)
        following = self._another_way(cursor, step) if step.refuted else step.cursor
        self.state = msgspec.structs.replace(self.state, cursor=following)
        at = self.now()
        self.merged += merge_page(self.mirror, self.stream.name, fetched.arrivals, self.state, at=at)
        self.rows += len(fetched.arrivals)
        if following is None:
            self._finish(cursor, step, at)
        return following

    def _count(self, cursor: Cursor) -> None:
        self.budget.spend()
        self.calls += 1
        if not self.strategies or self.strategies[-1] != cursor.strategy:
            self.strategies.append(cursor.strategy)

    def _another_way(self, cursor: Cursor, step: Step) -> Cursor:
        """Return the walk to take when the vendor did not do as asked: pages, in a complete pass of their own."""
        self.state = msgspec.structs.replace(self.state, proven=False, ordered=step.ordered)
        if cursor.strategy in INCREMENTAL:
            self.state = msgspec.structs.replace(self.state, sweep=self.state.sweep + 1)
        return begin_pages(self.stream, self.state)

    def _finish(self, cursor: Cursor, step: Step, at: dt.datetime) -> None:
        """Close the walk: note what it proved and, after a complete pass, bury what it no longer found.

        A pass that may have lost rows buries only what the pass before it missed too.
        """
        state = msgspec.structs.replace(
            self.state, changed_until=step.until or self.state.changed_until, calls=self.calls
        )
        unseen_since = None
        if cursor.strategy not in INCREMENTAL:
            unseen_since = state.sweep - 1 if step.steady else state.sweep - 2
            state = msgspec.structs.replace(
                state,
                steady=step.steady,
                proven=step.proven,
                ordered=step.ordered or (state.ordered and cursor.strategy is Strategy.PAGES),
                length=step.length,
                swept_at=at,
            )
        self.state = state
        self.merged += finish_pass(self.mirror, self.stream.name, state, at=at, unseen_since=unseen_since)

    def _report(self, *, finished: bool, error: str = "") -> StreamReport:
        return StreamReport(
            stream=self.stream.name,
            strategies=tuple(self.strategies),
            calls=self.calls,
            rows=self.rows,
            **msgspec.structs.asdict(self.merged),
            finished=finished,
            error=error,
        )


def _report(budget: Budget, reports: list[StreamReport], *, streams: int) -> Report:
    sums = {
        name: sum(getattr(report, name) for report in reports)
        for name in ("rows", "created", "updated", "deleted", "quarantined")
    }
    finished = len(reports) == streams and all(report.finished for report in reports)
    return Report(calls=budget.spent, **sums, finished=finished, streams=tuple(reports))
