"""Entries as an auditor notes them: per day and account, in the document's currency and at home."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from tests.books.auditor.money import Exchange


class Move(NamedTuple):
    """A debit of an account (a credit when negative) on a day."""

    date: dt.date
    account: str
    amount: int
    home: int


Page: TypeAlias = dict[dt.date, dict[str, tuple[int, int]]]


def page(moves: Iterable[Move]) -> Page:
    """Return moves summed per day and account; what comes to nothing is not written."""
    sums: dict[dt.date, dict[str, tuple[int, int]]] = {}
    for move in moves:
        day = sums.setdefault(move.date, {})
        amount, home = day.get(move.account, (0, 0))
        day[move.account] = amount + move.amount, home + move.home
    held = {date: {name: each for name, each in day.items() if each != (0, 0)} for date, day in sums.items()}
    return {date: day for date, day in held.items() if day}


def days_that_differ(before: Page, after: Page) -> set[dt.date]:
    """Return the days on which something comes, goes or changes."""
    return {date for date in before.keys() | after.keys() if before.get(date) != after.get(date)}


def balances(pages: Iterable[Page]) -> Counter[str]:
    """Return what every account holds at home."""
    held: Counter[str] = Counter()
    for each in pages:
        for day in each.values():
            for account, (_, home) in day.items():
                held[account] += home
    return held


def converted(date: dt.date, exchange: Exchange, against_home: int, amounts: dict[str, int]) -> list[Move]:
    """Return amounts with each at home for itself; what rounding leaves over is the largest's.

    Of those that come to the same it is the one's that was larger before.

    `against_home` is what all of them must come to, with its sign turned.
    """
    homes = {account: exchange.at_home(amount) for account, amount in amounts.items() if amount}
    left = -against_home - sum(homes.values())
    if left:
        homes[max(homes, key=lambda account: (abs(homes[account]), abs(amounts[account])))] += left
    return [Move(date, account, amounts[account], home) for account, home in homes.items()]
