"""What stands on record beside claims and their settlement: receipts, expenses, journals, transfers, requests, orders."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tests.books.auditor.journal_page import Move, converted
from tests.books.auditor.money import Exchange
from tests.books.auditor.paper import Worth
from tests.books.auditor.trade import FEES, OPEN, Record


@dataclass(frozen=True, kw_only=True)
class Cash(Record):
    """A sale paid at once (sign 1), or an expense (sign −1): money against what earns it, nothing owed between."""

    exchange: Exchange
    account: str
    worth: Worth
    sign: int
    state: str = OPEN

    def moves(self) -> Iterator[Move]:
        if self.state != OPEN:
            return
        home = self.sign * self.exchange.at_home(self.worth.total)
        yield Move(self.date, self.account, self.sign * self.worth.total, home)
        amounts = {name: -self.sign * amount for name, amount in self.worth.earned.items()}
        yield from converted(self.date, self.exchange, home, amounts)


@dataclass(frozen=True, kw_only=True)
class Journal(Record):
    """Lines of account and amount, debit positive; the first of the largest takes what rounding leaves over."""

    exchange: Exchange
    lines: tuple[tuple[str, int], ...]
    state: str

    def moves(self) -> Iterator[Move]:
        if self.state != OPEN:
            return
        homes = [self.exchange.at_home(amount) for _, amount in self.lines]
        largest = max(range(len(homes)), key=lambda index: abs(homes[index]))
        homes[largest] -= sum(homes)
        for (account, amount), home in zip(self.lines, homes, strict=True):
            yield Move(self.date, account, amount, home)


@dataclass(frozen=True, kw_only=True)
class Transfer(Record):
    """Money from one account to another; the bank keeps its charges on the way."""

    exchange: Exchange
    giving: str
    getting: str
    amount: int
    charges: int

    def moves(self) -> Iterator[Move]:
        home, charges = self.exchange.at_home(self.amount), self.exchange.at_home(self.charges)
        yield Move(self.date, self.getting, self.amount - self.charges, home - charges)
        yield Move(self.date, FEES, self.charges, charges)
        yield Move(self.date, self.giving, -self.amount, -home)


@dataclass(frozen=True, kw_only=True)
class Opening(Record):
    """What accounts held at the start; equity takes what the two sides differ by."""

    lines: tuple[tuple[str, Exchange, int], ...]

    def moves(self) -> Iterator[Move]:
        offset = 0
        for account, exchange, amount in self.lines:
            home = exchange.at_home(amount)
            offset -= home
            yield Move(self.date, account, home, home)
        yield Move(self.date, "Opening Balance Offset", offset, offset)


@dataclass(frozen=True, kw_only=True)
class Request(Record):
    """A retainer invoice: it asks for money in advance and posts nothing."""

    who: str
    exchange: Exchange
    total: int
    state: str


@dataclass(frozen=True, kw_only=True)
class Order(Record):
    """A purchase order: it posts nothing and is billed by the bills that name it."""

    who: str
    state: str


@dataclass(frozen=True)
class Lock:
    """Nothing dated up to `through` may come, go or change, but for the days that were opened again."""

    through: dt.date
    opened: tuple[dt.date, dt.date] | None = None

    def closes(self, date: dt.date) -> bool:
        reopened = self.opened is not None and self.opened[0] <= date <= self.opened[1]
        return date <= self.through and not reopened
