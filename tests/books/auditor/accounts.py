"""The auditor's own accounts: all records, the locks, and what every account must hold. No rule of a noun lives here."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from tallystick.books.refusal import Reason
from tests.books.auditor.journal_page import Page, balances, days_that_differ, page
from tests.books.auditor.sundry import Lock
from tests.books.auditor.trade import OPEN, Claim, Money, Record, Source

NEW = "new"
"""The key of a record that the book has not named yet."""
Changes: TypeAlias = Mapping[str, Record | None]
Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True)
class Ruling:
    """What is wrong with a command, any of which may be told; if nothing is, what it changes."""

    reasons: frozenset[Reason]
    changes: Changes = field(default_factory=dict)


def refuse(*reasons: Reason) -> Ruling:
    return Ruling(frozenset(reasons))


def ruled(reasons: Iterable[Reason], changes: Changes) -> Ruling:
    return Ruling(frozenset(reasons), changes)


class Accounts:
    """What the accounts must hold, from what happened alone."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.locks: dict[str, Lock] = {}
        self._pages: dict[str, Page] = {}
        self._held: Counter[str] = Counter()

    def of(self, kind: type[Kind]) -> dict[str, Kind]:
        """Return the records of a kind."""
        return {key: each for key, each in self.records.items() if isinstance(each, kind)}

    def foretell(self, ruling: Ruling) -> frozenset[Reason]:
        """Return the reasons for which a command must be refused; a lock is looked at when all else is well."""
        if ruling.reasons:
            return ruling.reasons
        return frozenset({Reason.LOCKED} if any(self._locked(ruling.changes)) else ())

    def _locked(self, changes: Changes) -> Iterator[bool]:
        for key, after in changes.items():
            before = self.records.get(key)
            scope = (after or before or Record("", None)).scope  # type: ignore[arg-type]  # one of the two is there
            locks = [self.locks[each] for each in ("all", scope) if each in self.locks]
            if locks:
                was, is_now = self._pages.get(key, {}), page(after.moves()) if after else {}
                days = days_that_differ(was, is_now)
                if _bearing(before) != _bearing(after):
                    days |= was.keys() | is_now.keys()
                yield any(lock.closes(day) for lock in locks for day in days)

    def commit(self, changes: Changes, new: str) -> None:
        """Let a command have happened; `new` is what the book calls the new record."""
        for key, after in changes.items():
            self._held.subtract(balances([self._pages.pop(key, {})]))
            if after is None:
                self.records.pop(key, None)
                continue
            name = new if key == NEW else key
            self.records[name] = after
            self._pages[name] = page(after.moves())
            self._held.update(balances([self._pages[name]]))

    def balances(self) -> dict[str, int]:
        """Return what every account holds at home, in smallest units, debit positive."""
        return {account: amount for account, amount in self._held.items() if amount}

    def balances_on(self, last: dt.date) -> dict[str, int]:
        """Return what every account held at the end of a day."""
        until = ({date: day for date, day in each.items() if date <= last} for each in self._pages.values())
        return {account: amount for account, amount in balances(until).items() if amount}

    def owed_and_credited(self, who: str) -> tuple[int, int]:
        """Return at home what is due with somebody, and what they hold in credit; retainers wait for their work."""
        claims = [each for each in self.of(Claim).values() if each.who == who and each.state == OPEN]
        sources = [each for each in self.of(Source).values() if each.who == who and each.state == OPEN]
        free = [each for each in sources if not (isinstance(each, Money) and each.retainer)]
        return sum(each.pot.left_home for each in claims), sum(each.pot.left_home for each in free)


def _bearing(record: object) -> tuple[object, object]:
    """Return whose a record is and in which currency: an entry that says another of these is another entry."""
    exchange = getattr(record, "exchange", None) or getattr(getattr(record, "pot", None), "exchange", None)
    return getattr(record, "who", None), getattr(exchange, "currency", None)
