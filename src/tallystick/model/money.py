"""Exact decimals, and the only module that rounds. Never a float; nothing here knows a vendor or a document."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

ZERO: Final = Decimal(0)
DIGITS_MAX: Final = 15
"""Digits before the decimal point an amount may have; larger amounts are refused where they enter."""

_QUANTA: Final = tuple(Decimal(1).scaleb(-places) for places in range(10))


def round_money(amount: Decimal, places: int) -> Decimal:
    """Return the amount rounded half up to a number of decimal places (0 to 9)."""
    return amount.quantize(_QUANTA[places], ROUND_HALF_UP)


def parse_decimal(text: str) -> Decimal:
    """Return the finite decimal that a text spells.

    Raises ValueError when the text is no number, is NaN or infinite, or has more than DIGITS_MAX digits
    before the point.
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text!r} is not a number") from None
    if not value.is_finite():
        raise ValueError(f"{text!r} is not a finite number")
    if value and value.adjusted() >= DIGITS_MAX:
        raise ValueError(f"{text!r} has more than {DIGITS_MAX} digits before the decimal point")
    return value


def to_minor(amount: Decimal, places: int) -> int:
    """Return the amount in integer minor units (pence, cents) of a currency with that many places.

    Raises ValueError when the amount is finer than a minor unit: nothing is rounded in silence.
    """
    scaled = amount.scaleb(places)
    whole = int(scaled)
    if scaled != whole:
        raise ValueError(f"{amount} has more than {places} decimal places")
    return whole


def from_minor(minor: int, places: int) -> Decimal:
    """Return the amount that a number of integer minor units stands for."""
    return Decimal(minor).scaleb(-places)
