"""Secondary indexes over one noun's documents: for each column in use its keys and one sorted list, kept up lazily.

A write only marks a document as touched; the next list brings the columns it uses up to date. No parameter names and
no paging rules here: `listing` has those.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from typing import Any, Final

import msgspec

Key = Any
"""What a column holds for a document: casefolded text, Decimal, date, datetime, bool, or a tuple of texts."""
Place = tuple[Key, str]
"""Where a document stands in a column's order: its key, then its id."""

RESORT_SHARE: Final = 50
"""A column is sorted anew when more than one document in this many was touched; fewer are moved one by one."""
DIRECT_MAX: Final = 3_000
"""Documents up to this many are sorted directly; more are picked by walking the column's order."""
LAST_ID: Final = "\uffff"
"""Greater than every id."""

_identity = itemgetter(1)


class Kind(StrEnum):
    """What the keys of a column are, which decides the comparisons it understands."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


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


class Span(msgspec.Struct, frozen=True):
    """The keys from `low` to `high`; a bound of None is open, and one that is not `inclusive` is left out itself."""

    low: Key | None = None
    high: Key | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True

    def holds(self, key: Key) -> bool:
        """Return whether a key lies inside."""
        if self.low is not None and (key < self.low or (key == self.low and not self.low_inclusive)):
            return False
        return self.high is None or key < self.high or (key == self.high and self.high_inclusive)


class Test(msgspec.Struct, frozen=True):
    """One condition on a column: a key that lies in any of the `spans` passes, or one that `passes` says so of."""

    column: str
    spans: tuple[Span, ...] = ()
    passes: Callable[[Key], bool] | None = None

    def holds(self, key: Key) -> bool:
        """Return whether one key passes."""
        if self.passes is not None:
            return self.passes(key)
        return any(span.holds(key) for span in self.spans)


class _Keys:
    """The keys of one column by document, and all of them in order."""

    def __init__(self, column: Column, documents: Mapping[str, Any], context: Any) -> None:
        self.column = column
        self.documents = documents
        self.context = context
        key = column.key
        self.keys: dict[str, Key] = {identity: key(context, document) for identity, document in documents.items()}
        self._order: list[Place] | None = None

    def places(self, identity: str, key: Key) -> tuple[Place, ...]:
        """Return where a document with this key stands."""
        return tuple((one, identity) for one in key) if self.column.kind is Kind.TEXTS else ((key, identity),)

    @property
    def order(self) -> list[Place]:
        """Return every place, sorted; documents with one key stand in the order of their ids."""
        if self._order is None:
            if self.column.kind is Kind.TEXTS:
                self._order = sorted((one, identity) for identity, keys in self.keys.items() for one in keys)
            else:
                self._order = sorted(zip(self.keys.values(), self.keys.keys(), strict=True))
        return self._order

    def update(self, touched: Iterable[str]) -> None:
        """Take the keys of these documents anew; a document that is gone loses its place."""
        changed: dict[str, Key | None] = {}
        for identity in touched:
            document = self.documents.get(identity)
            new = None if document is None else self.column.key(self.context, document)
            if new != self.keys.get(identity):
                changed[identity] = new
        if self._order is not None and len(changed) * RESORT_SHARE > len(self._order):
            self._order = None
        for identity, new in changed.items():
            old = self.keys.pop(identity, None)
            if new is not None:
                self.keys[identity] = new
            if self._order is None:
                continue
            for place in () if old is None else self.places(identity, old):
                del self._order[bisect_left(self._order, place)]
            for place in () if new is None else self.places(identity, new):
                self._order.insert(bisect_left(self._order, place), place)

    def slices(self, test: Test) -> list[tuple[int, int]]:
        """Return the stretches of the order that the spans of a test cover."""
        order, found = self.order, []
        for span in test.spans:
            start, end = 0, len(order)
            if span.low is not None:
                start = bisect_left(order, (span.low, "" if span.low_inclusive else LAST_ID))
            if span.high is not None:
                end = bisect_right(order, (span.high, LAST_ID if span.high_inclusive else ""))
            found.append((start, max(end, start)))
        return found

    def weight(self, test: Test) -> int:
        """Return how many places pass: exact for spans, all of them for any other comparison."""
        if test.passes is not None:
            return len(self.keys)
        return sum(end - start for start, end in self.slices(test))

    def select(self, test: Test) -> set[str]:
        """Return the ids of all documents that pass."""
        if test.passes is not None:
            passes = test.passes
            return {identity for key, identity in self.order if passes(key)}
        found: set[str] = set()
        for start, end in self.slices(test):
            found.update(map(_identity, self.order[start:end]))
        return found

    def keep(self, test: Test, identities: set[str]) -> set[str]:
        """Return those of a few documents that pass."""
        if self.column.kind is Kind.TEXTS:
            return {identity for identity in identities if any(map(test.holds, self.keys[identity]))}
        return {identity for identity in identities if test.holds(self.keys[identity])}


class Index:
    """The columns of one noun's documents; `documents` is live, and the caller says what in it was touched."""

    def __init__(self, documents: Mapping[str, Any], columns: Iterable[Column], context: Any = None) -> None:
        self.documents = documents
        self._context = context
        self._columns: Final = {column.name: column for column in columns}
        self._kept: dict[str, _Keys] = {}
        self._touched: dict[str, set[str]] = {}
        self._day: object = None

    def column(self, name: str) -> Column | None:
        """Return a column by name, None when there is none of that name."""
        return self._columns.get(name)

    def touch(self, identity: str) -> None:
        """Say that a document was made, changed or deleted; costs next to nothing until the next list."""
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

    def find(self, tests: Iterable[Test]) -> set[str] | None:
        """Return the ids that pass every test, None when there is no test and all do.

        The most selective test decides the candidates; once they are few the others look only at those.
        """
        weighed = sorted(((self._keys(test.column), test) for test in tests), key=lambda pair: pair[0].weight(pair[1]))
        found: set[str] | None = None
        for keys, test in weighed:
            if found is None:
                found = keys.select(test)
            elif len(found) <= DIRECT_MAX:
                found = keys.keep(test, found)
            else:
                found &= keys.select(test)
        return found

    def page(self, found: set[str] | None, sort: str, *, descending: bool, start: int, count: int) -> list[str]:
        """Return up to `count` ids from `start` on, of those found (None: of all), in the order of one column."""
        keys = self._keys(sort)
        if found is not None and len(found) <= DIRECT_MAX:
            places = sorted(((keys.keys[identity], identity) for identity in found), reverse=descending)
            return [identity for _, identity in places[start : start + count]]
        if found is None and not descending:
            return [identity for _, identity in keys.order[start : start + count]]
        walk: Iterator[Place] = reversed(keys.order) if descending else iter(keys.order)
        identities = map(_identity, walk)
        chosen = identities if found is None else filter(found.__contains__, identities)
        return list(islice(chosen, start, start + count))

    def total(self, found: set[str] | None) -> int:
        """Return how many were found (None: all there are)."""
        return len(self.documents if found is None else found)
