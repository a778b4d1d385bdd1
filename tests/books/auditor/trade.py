"""Claims, and the credits and money that meet them, for either side of trade. Whether they may is not said here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from tests.books.auditor.journal_page import Move, converted
from tests.books.auditor.money import Pot
from tests.books.auditor.paper import Worth

EXCHANGE = "Exchange Gain or Loss"
FEES = "Bank Fees and Charges"
DRAFT, OPEN, VOID = "draft", "open", "void"


@dataclass(frozen=True)
class Side:
    """Customers or vendors: where claims, money not yet used and tax kept back stand, and which way they run."""

    scope: str
    control: str
    advance: str
    withheld: str
    sign: int


SALES = Side("sales", "Accounts Receivable", "Unearned Revenue", "Advance Tax", 1)
PURCHASES = Side("purchase", "Accounts Payable", "Prepaid Expenses", "Tax Payable", -1)


@dataclass(frozen=True)
class Record:
    """Something that stands on record and may stand in the accounts."""

    scope: str
    date: dt.date

    def moves(self) -> Iterator[Move]:
        """Yield what it does to the accounts."""
        yield from ()


@dataclass(frozen=True)
class GivenUp:
    date: dt.date
    amount: int
    home: int


@dataclass(frozen=True, kw_only=True)
class Claim(Record):
    """An invoice or a bill; `pot` is what is still due."""

    side: Side
    who: str
    number: str = ""
    worth: Worth
    state: str
    pot: Pot
    given_up: GivenUp | None = None
    orders: tuple[str, ...] = ()

    def moves(self) -> Iterator[Move]:
        if self.state != OPEN:
            return
        yield from priced(self, self.side.control, self.side.sign)
        if self.given_up:
            yield Move(self.given_up.date, "Bad Debt", self.given_up.amount, self.given_up.home)
            yield Move(self.given_up.date, self.side.control, -self.given_up.amount, -self.given_up.home)


@dataclass(frozen=True)
class Part:
    """A part of a credit or of money that settles a claim, at home by the source's rate and by the claim's."""

    claim: str
    date: dt.date
    amount: int
    withheld: int
    source_home: int
    claim_home: int
    withheld_home: int


@dataclass(frozen=True)
class Refund:
    date: dt.date
    account: str
    amount: int
    home: int
    source_home: int


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """What settles claims; `pot` is what is left of it."""

    side: Side
    who: str
    pot: Pot
    parts: tuple[Part, ...] = ()
    refunds: tuple[Refund, ...] = ()
    state: str = OPEN
    is_money: ClassVar[bool]

    @property
    def stands_in(self) -> str:
        """Return the account that holds what is left."""
        return self.side.advance if self.is_money else self.side.control

    def spent(self) -> Iterator[Move]:
        """Yield what its parts and refunds do; rates that differ make a gain or a loss."""
        sign = self.side.sign
        for part in self.parts:
            yield Move(part.date, self.stands_in, sign * part.amount, sign * part.source_home)
            yield Move(part.date, self.side.control, -sign * (part.amount + part.withheld), -sign * part.claim_home)
            yield Move(part.date, self.side.withheld, sign * part.withheld, sign * part.withheld_home)
            yield Move(part.date, EXCHANGE, 0, sign * (part.claim_home - part.source_home - part.withheld_home))
        for refund in self.refunds:
            yield Move(refund.date, self.stands_in, sign * refund.amount, sign * refund.source_home)
            yield Move(refund.date, refund.account, -sign * refund.amount, -sign * refund.home)
            yield Move(refund.date, EXCHANGE, 0, sign * (refund.home - refund.source_home))


@dataclass(frozen=True, kw_only=True)
class Credit(Source):
    """A credit note or a vendor credit: a claim the other way round."""

    worth: Worth
    is_money = False

    def moves(self) -> Iterator[Move]:
        if self.state == OPEN:
            yield from priced(self, self.side.control, -self.side.sign)
            yield from self.spent()


@dataclass(frozen=True, kw_only=True)
class HandCredit(Source):
    """A journal of two lines: somebody is credited on the control account, against another."""

    amount: int
    account: str
    is_money = False

    def moves(self) -> Iterator[Move]:
        if self.state == OPEN:
            home, sign = self.pot.exchange.at_home(self.amount), self.side.sign
            yield Move(self.date, self.side.control, -sign * self.amount, -sign * home)
            yield Move(self.date, self.account, sign * self.amount, sign * home)
            yield from self.spent()


@dataclass(frozen=True, kw_only=True)
class Money(Source):
    """Money received or paid; a customer's bank keeps its charges of the amount, ours asks them beside it."""

    amount: int
    account: str
    charges: int = 0
    retainer: str = ""
    is_money = True

    def moves(self) -> Iterator[Move]:
        exchange, sign = self.pot.exchange, self.side.sign
        home, charges = exchange.at_home(self.amount), exchange.at_home(self.charges)
        yield Move(self.date, self.account, sign * self.amount - self.charges, sign * home - charges)
        yield Move(self.date, FEES, self.charges, charges)
        yield Move(self.date, self.side.advance, -sign * self.amount, -sign * home)
        yield from self.spent()


def priced(paper: Claim | Credit, account: str, sign: int) -> Iterator[Move]:
    """Yield a priced document: an account takes the total, others earn it."""
    exchange = paper.pot.exchange
    home = sign * exchange.at_home(paper.worth.total)
    yield Move(paper.date, account, sign * paper.worth.total, home)
    yield from converted(
        paper.date, exchange, home, {name: -sign * amount for name, amount in paper.worth.earned.items()}
    )


def settled(claim: Claim, part: Part, sign: int) -> Claim:
    """Return a claim with a part counted in (1) or taken back (−1); money for a draft issues it."""
    pot = claim.pot.less(sign * (part.amount + part.withheld), sign * part.claim_home)
    return replace(claim, pot=pot, state=OPEN if sign > 0 else claim.state)
