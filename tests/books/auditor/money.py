"""Amounts as whole numbers of a currency's smallest unit, and what is left of a sum. No document is known here."""

from dataclasses import dataclass
from fractions import Fraction


def half_up(amount: Fraction) -> int:
    """Return the nearest whole number; a half goes away from zero."""
    whole = int((abs(amount) * 2 + 1) // 2)
    return whole if amount >= 0 else -whole


@dataclass(frozen=True)
class Currency:
    """A currency and the decimals of its smallest unit."""

    code: str
    places: int

    @property
    def unit(self) -> int:
        return int(10**self.places)

    def units(self, amount: Fraction) -> int:
        """Return an amount in smallest units."""
        return half_up(amount * self.unit)


@dataclass(frozen=True)
class Exchange:
    """A document's currency, the one the accounts are kept in, and what one of the first is worth in the other."""

    currency: Currency
    home: Currency
    rate: Fraction

    def at_home(self, units: int) -> int:
        return half_up(units * self.rate * self.home.unit / self.currency.unit)


@dataclass(frozen=True)
class Pot:
    """What is left of a claim, a credit or money, in its own currency and at home."""

    exchange: Exchange
    left: int
    left_home: int

    @classmethod
    def full(cls, exchange: Exchange, amount: int) -> "Pot":
        return cls(exchange, amount, exchange.at_home(amount))

    def worth(self, part: int) -> int:
        """Return a part at home: the last part takes all that is left, and none takes more than that."""
        return self.left_home if part == self.left else min(self.exchange.at_home(part), self.left_home)

    def less(self, part: int, part_home: int) -> "Pot":
        return Pot(self.exchange, self.left - part, self.left_home - part_home)
