"""What moved in each account on each day, kept entry by entry and exactly reversible. No account's name is known here."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from tallystick.ledger.entry import Entry


class Movement(msgspec.Struct, frozen=True, gc=False):
    """Debits and credits of one account over some days, in integer minor units, neither negative in sum."""

    debit: int = 0
    credit: int = 0

    @property
    def net(self) -> int:
        """Return debits less credits."""
        return self.debit - self.credit


NOTHING = Movement()


class Movements:
    """Debits and credits per day and account: any span of days is summed without looking at an entry."""

    __slots__ = ("_days",)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._days: dict[dt.date, dict[str, list[int]]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Count an entry in."""
        self._move(entry, 1)

    def remove(self, entry: Entry) -> None:
        """Count an entry out again."""
        self._move(entry, -1)

    def _move(self, entry: Entry, sign: int) -> None:
        day = self._days.get(entry.date)
        if day is None:
            day = self._days[entry.date] = {}
        for posting in entry.postings:
            sums = day.get(posting.account_id)
            if sums is None:
                sums = day[posting.account_id] = [0, 0]
            if posting.amount > 0:
                sums[0] += sign * posting.amount
            else:
                sums[1] -= sign * posting.amount

    def between(self, start: dt.date | None, end: dt.date | None) -> dict[str, Movement]:
        """Return what moved from one day to another, both included; None leaves that end open."""
        found: dict[str, list[int]] = {}
        for date, accounts in self._days.items():
            if (start is not None and date < start) or (end is not None and date > end):
                continue
            for account_id, (debit, credit) in accounts.items():
                sums = found.setdefault(account_id, [0, 0])
                sums[0] += debit
                sums[1] += credit
        return {account_id: Movement(*sums) for account_id, sums in found.items() if sums[0] or sums[1]}

    def copy(self) -> "Movements":
        """Return the same movements, to be moved apart from these."""
        made = Movements()
        made._days = {
            date: {account_id: list(sums) for account_id, sums in accounts.items()}
            for date, accounts in self._days.items()
        }
        return made

    def __eq__(self, other: object) -> bool:
        """Compare by what moved, day by day."""
        return isinstance(other, Movements) and self._compact() == other._compact()

    __hash__ = None  # type: ignore[assignment]  # sums move, so they cannot be keys

    def _compact(self) -> dict[tuple[dt.date, str], list[int]]:
        return {
            (date, account_id): sums
            for date, accounts in self._days.items()
            for account_id, sums in accounts.items()
            if any(sums)
        }
