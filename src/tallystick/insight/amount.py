"""How an amount is written for a reader, in the organisation's currency. Nothing here is ever parsed back or summed."""

from decimal import Decimal
from typing import Final

import msgspec

from tallystick.model.currency import places_of
from tallystick.model.money import round_money

MINUS: Final = "\N{MINUS SIGN}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"

_SHORT: Final = (
    (Decimal(1_000_000_000), "bn"),
    (Decimal(1_000_000), "m"),
    (Decimal(1_000), "k"),
)


SYMBOLS: Final = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "CA$",
    "CNY": "CN¥",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "ILS": "₪",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "MXN": "MX$",
    "NGN": "₦",
    "NZD": "NZ$",
    "PHP": "₱",
    "TWD": "NT$",
    "UAH": "₴",
    "USD": "$",
    "VND": "₫",
}
"""Signs that name one currency only, wherever the reader is; every other currency is written by its code.

Source: Unicode CLDR, symbols of the locale `en`.
"""


class Currency(msgspec.Struct, frozen=True):
    """A currency as its amounts are written: ISO code, the sign before the digits, digits after the point (0 to 9)."""

    code: str
    symbol: str = ""
    places: int = 2

    @property
    def prefix(self) -> str:
        """Return what stands before the digits; a sign made of letters keeps a space from them."""
        sign = self.symbol or self.code
        return sign + NO_BREAK if sign[-1:].isalpha() else sign


def currency_of(code: str | None, *, places: int | None = None) -> Currency:
    """Return how amounts of a currency are written; `places` when its owner keeps more than the currency has."""
    known = code or ""
    return Currency(known, SYMBOLS.get(known, ""), places_of(code) if places is None else places)


def amount_text(amount: Decimal, currency: Currency) -> str:
    """Return the whole amount, as in `£1,234.50` or `−£12.00`; zero has no sign."""
    rounded = round_money(amount, currency.places)
    return f"{_sign(rounded)}{currency.prefix}{abs(rounded):,f}"


def short_text(amount: Decimal, currency: Currency) -> str:
    """Return the amount as an axis writes it: `£250`, `£12k`, `−£1.5m`; exact, so it suits round numbers only."""
    size, unit = next(((size, unit) for size, unit in _SHORT if abs(amount) >= size), (Decimal(1), ""))
    digits = (abs(amount) / size).normalize()
    return f"{_sign(amount)}{currency.prefix}{digits:,f}{unit}"


def _sign(amount: Decimal) -> str:
    return MINUS if amount < 0 else ""
