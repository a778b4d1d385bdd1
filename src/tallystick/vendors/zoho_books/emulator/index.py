"""Secondary indexes over one noun's documents: for each column in use its keys and one sorted list, kept up lazily.

A write only marks a document as touched; the next list brings the columns it uses up to date. No parameter names and
no paging rules here: `listing` has those.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from typing import Any, Final

import msgspec

Key = Any
"""What a column holds for a document: casefolded text, Decimal, date, datetime, bool, or a tuple of texts."""
Place = tuple[Key, str]
"""Where a document stands in a column's order: its key, then its id."""
Keys = dict[str, Key]

MOVED_MAX: Final = 200
"""Touched documents up to this many are moved one by one in a column's order; for more the order is merged anew."""
DIRECT_MAX: Final = 8_000
"""Candidates up to this many are sorted directly; more are picked by walking the column's order."""
WALKS_MAX: Final = 4
"""Lists whose walk is kept for the next page; each holds the ids it has given so far."""
LAST: Final = "\U0010ffff"
"""Greater than every id and every text that is sent."""

_identity = itemgetter(1)


class Kind(StrEnum):
    """What the keys of a column are, which decides how the value of a filter is read."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


class Op(StrEnum):
    """How a key is compared with the value of a test."""

    IN = "in"
    NOT_IN = "not_in"
    LESS = "less"
    LESS_EQUAL = "less_equal"
    GREATER = "greater"
    GREATER_EQUAL = "greater_equal"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CONTAINS = "contains"


class Column(msgspec.Struct, frozen=True):
    """One value of a document that lists can filter or sort by; a column of TEXTS has several and cannot be sorted by.

    `key` takes the index's context (the organisation) and the document. The keys of a `daily` column depend on today's
    date as well: they are made anew on another day. `looks_at` names the kinds of other documents the keys depend on:
    they are made anew once one of those has changed.
    """

    name: str
    key: Callable[[Any, Any], Key]
    kind: Kind = Kind.TEXT
    daily: bool = False
    looks_at: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True):
    """One condition on a column: its key compared with `value`, which is a frozenset of keys for IN."""

    column: str
    op: Op
    value: Any


_KEEP: Final[dict[Op, Callable[[Iterable[str], Keys, Any], Iterator[str]]]] = {
    Op.IN: lambda ids, keys, value: (i for i in ids if keys[i] in value),
    Op.NOT_IN: lambda ids, keys, value: (i for i in ids if keys[i] not in value),
    Op.LESS: lambda ids, keys, value: (i for i in ids if keys[i] < value),
    Op.LESS_EQUAL: lambda ids, keys, value: (i for i in ids if keys[i] <= value),
    Op.GREATER: lambda ids, keys, value: (i for i in ids if keys[i] > value),
    Op.GREATER_EQUAL: lambda ids, keys, value: (i for i in ids if keys[i] >= value),
    Op.PREFIX: lambda ids, keys, value: (i for i in ids if keys[i].startswith(value)),
    Op.SUFFIX: lambda ids, keys, value: (i for i in ids if keys[i].endswith(value)),
    Op.CONTAINS: lambda ids, keys, value: (i for i in ids if value in keys[i]),
}
"""Lets those ids through whose key passes; one loop each, because this is where a long list spends its time."""
_KEEP_TEXTS: Final[dict[Op, Callable[[Iterable[str], Keys, Any], Iterator[str]]]] = {
    Op.IN: lambda ids, keys, value: (i for i in ids if not value.isdisjoint(keys[i])),
    Op.NOT_IN: lambda ids, keys, value: (i for i in ids if value.isdisjoint(keys[i])),
    Op.PREFIX: lambda ids, keys, value: (i for i in ids if any(key.startswith(value) for key in keys[i])),
    Op.CONTAINS: lambda ids, keys, value: (i for i in ids if any(value in key for key in keys[i])),
}


class _Keys:
    """The keys of one column by document, and all of them in order."""

    def __init__(self, column: Column, documents: Mapping[str, Any], context: Any) -> None:
        self.column = column
        self.documents = documents
        self.context = context
        key = column.key
        self.keys: Keys = {identity: key(context, document) for identity, document in documents.items()}
        self._order: list[Place] | None = None

    def places(self, identity: str, key: Key) -> tuple[Place, ...]:
        """Return where a document with this key stands; None has no place."""
        if key is None:
            return ()
        return tuple((one, identity) for one in key) if self.column.kind is Kind.TEXTS else ((key, identity),)

    @property
    def order(self) -> list[Place]:
        """Return every place, sorted; documents with one key stand in the order of their ids."""
        if self._order is None:
            self._order = sorted(place for identity, key in self.keys.items() for place in self.places(identity, key))
        return self._order

    def update(self, touched: Iterable[str]) -> None:
        """Take the keys of these documents anew; a document that is gone loses its place."""
        changed: dict[str, tuple[Key, Key]] = {}
        for identity in touched:
            document = self.documents.get(identity)
            new = None if document is None else self.column.key(self.context, document)
            old = self.keys.pop(identity, None)
            if new is not None:
                self.keys[identity] = new
            if old != new:
                changed[identity] = (old, new)
        if self._order is None:
            return
        if len(changed) > MOVED_MAX:
            self._order = [place for place in self._order if place[1] not in changed]
            self._order += sorted(
                place for identity, (_, new) in changed.items() for place in self.places(identity, new)
            )
            self._order.sort()
            return
        for identity, (old, new) in changed.items():
            for place in self.places(identity, old):
                del self._order[bisect_left(self._order, place)]
            for place in self.places(identity, new):
                self._order.insert(bisect_left(self._order, place), place)

    def slices(self, tests: Sequence[Condition]) -> list[tuple[int, int]]:
        """Return the stretches of the order that hold every document which can pass, for the planner to choose by."""
        order, start, end = self.order, 0, len(self.order)
        for test in tests:
            match test.op:
                case Op.IN:
                    pairs = [(bisect_left(order, (key, "")), bisect_left(order, (key, LAST))) for key in test.value]
                    return [(low, high) for low, high in pairs if low < high]
                case Op.LESS | Op.LESS_EQUAL:
                    end = min(end, bisect_left(order, (test.value, "" if test.op is Op.LESS else LAST)))
                case Op.GREATER | Op.GREATER_EQUAL:
                    start = max(start, bisect_left(order, (test.value, LAST if test.op is Op.GREATER else "")))
                case Op.PREFIX:
                    start = max(start, bisect_left(order, (test.value, "")))
                    end = min(end, bisect_left(order, (test.value + LAST, "")))
        return [(start, end)] if start < end else []

    def keep(self, test: Condition, identities: Iterable[str]) -> Iterator[str]:
        """Let those documents through that pass."""
        table = _KEEP_TEXTS if self.column.kind is Kind.TEXTS else _KEEP
        return table[test.op](identities, self.keys, test.value)

    def scan(self, test: Condition) -> Iterator[str]:
        """Let all documents through that pass a test of which the order says nothing."""
        value = test.value
        if self.column.kind is not Kind.TEXTS and test.op is Op.CONTAINS:
            return (identity for identity, key in self.keys.items() if value in key)
        return self.keep(test, self.keys)


class Index:
    """The columns of one noun's documents; `documents` is live, and the caller says what in it was touched."""

    def __init__(self, documents: Mapping[str, Any], columns: Iterable[Column], context: Any = None) -> None:
        self.documents = documents
        self._context = context
        self._columns: Final = {column.name: column for column in columns}
        self._kept: dict[str, _Keys] = {}
        self._touched: dict[str, set[str]] = {}
        self._walks: dict[Any, tuple[list[str], Iterator[str]]] = {}
        self._day: object = None

    def column(self, name: str) -> Column | None:
        """Return a column by name, None when there is none of that name."""
        return self._columns.get(name)

    def know(self, column: Column) -> None:
        """Take another column in; one of that name which is there already stays."""
        self._columns.setdefault(column.name, column)

    def touch(self, identity: str) -> None:
        """Say that a document was made, changed or deleted; costs next to nothing until the next list."""
        self._walks.clear()
        for touched in self._touched.values():
            touched.add(identity)

    def look_again(self, kind: str) -> None:
        """Say that a document of another kind has changed: columns that look at that kind are made anew when used."""
        self._forget(lambda column: kind in column.looks_at)

    def turn(self, day: object) -> None:
        """Say which day it is: on another day columns that depend on it are made anew when used."""
        if day != self._day:
            self._day = day
            self._forget(lambda column: column.daily)

    def _forget(self, stale: Callable[[Column], bool]) -> None:
        self._walks.clear()
        for name in [name for name in self._kept if stale(self._columns[name])]:
            del self._kept[name], self._touched[name]

    def _keys(self, name: str) -> _Keys:
        kept = self._kept.get(name)
        if kept is None:
            kept = self._kept[name] = _Keys(self._columns[name], self.documents, self._context)
            self._touched[name] = set()
        elif self._touched[name]:
            touched, self._touched[name] = self._touched[name], set()
            kept.update(touched)
        return kept

    def _plan(self, tests: Iterable[Condition]) -> tuple[list[tuple[_Keys, Condition]], set[str] | None]:
        """Return the tests, the most selective column first, and the only candidates when they are few.

        The order of a column tells how many documents its spans hold. Where that does not leave few, a test that no
        order helps with (a text contained anywhere) is tried on all keys at once, until it has let too many through.
        """
        columns: dict[str, list[Condition]] = {}
        for test in tests:
            columns.setdefault(test.column, []).append(test)
        weighed = []
        for name, own in columns.items():
            keys = self._keys(name)
            slices = keys.slices(own)
            weighed.append((sum(high - low for low, high in slices), name, keys, own, slices))
        weighed.sort(key=lambda row: row[:2])
        staged = [(keys, test) for _, _, keys, own, _ in weighed for test in own]
        if weighed and weighed[0][0] <= DIRECT_MAX:
            _, _, keys, _, slices = weighed[0]
            return staged, {identity for low, high in slices for _, identity in keys.order[low:high]}
        scanned = next(((keys, test) for keys, test in staged if test.op in {Op.CONTAINS, Op.SUFFIX}), None)
        if scanned is not None:
            keys, test = scanned
            candidates = set(islice(keys.scan(test), DIRECT_MAX + 1))
            if len(candidates) <= DIRECT_MAX:
                return [pair for pair in staged if pair is not scanned], candidates
        return staged, None

    def _walk(self, tests: Sequence[Condition], sort: str, *, descending: bool) -> Iterator[str]:
        """Return the ids of the documents that pass every test, in the order of one column."""
        keys = self._keys(sort)
        staged, candidates = self._plan(tests)
        if candidates is not None:
            passed = _passing(staged, candidates)
            return iter([identity for _, identity in sorted(((keys.keys[i], i) for i in passed), reverse=descending)])
        return _passing(staged, map(_identity, reversed(keys.order) if descending else keys.order))

    def page(self, tests: Sequence[Condition], sort: str, *, descending: bool, start: int, count: int) -> list[str]:
        """Return up to `count` ids from `start` on, of the documents that pass every test, in the order of one column.

        Whoever turns the pages of one list goes on where the page before ended, as long as nothing is touched.
        """
        asked = (tuple(tests), sort, descending)
        if asked not in self._walks:
            while len(self._walks) >= WALKS_MAX:
                del self._walks[next(iter(self._walks))]
            self._walks[asked] = ([], self._walk(tests, sort, descending=descending))
        produced, rest = self._walks[asked]
        produced.extend(islice(rest, max(start + count - len(produced), 0)))
        return produced[start : start + count]

    def every(self, tests: Sequence[Condition]) -> list[str]:
        """Return the ids of all documents that pass every test, in no order."""
        staged, candidates = self._plan(tests)
        return list(_passing(staged, self.documents if candidates is None else candidates))


def _passing(staged: Iterable[tuple[_Keys, Condition]], identities: Iterable[str]) -> Iterator[str]:
    passing = iter(identities)
    for keys, test in staged:
        passing = keys.keep(test, passing)
    return passing
