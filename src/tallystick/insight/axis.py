"""Round numbers along a money axis. It knows no pixels and no chart."""

from decimal import Decimal
from typing import Final

from tallystick.model.money import ZERO

_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def round_ticks(amounts: tuple[Decimal, ...], *, places: int = 2, ticks_max: int = 6) -> tuple[Decimal, ...]:
    """Return evenly spaced round amounts, ascending, that enclose zero and every given amount.

    The step is 1, 2 or 5 times a power of ten and never finer than one minor unit of `places` digits. There are
    at most `ticks_max` + 1 ticks; only zeros give the single tick zero.
    """
    lowest, highest = min((*amounts, ZERO)), max((*amounts, ZERO))
    if lowest == highest:
        return (ZERO,)
    step = _round_step((highest - lowest) / (ticks_max - 1), finest=Decimal(1).scaleb(-places))
    first, last = _floor(lowest / step), -_floor(-highest / step)
    return tuple(step * number for number in range(first, last + 1))


def _round_step(least: Decimal, *, finest: Decimal) -> Decimal:
    """Return the smallest round step that is not under `least` nor under `finest`."""
    least = max(least, finest)
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in _STEPS if step * power >= least)


def _floor(value: Decimal) -> int:
    whole = int(value)
    return whole - 1 if value < whole else whole
