"""What customers owe by how late it is: the buckets' names, shares and strip. The amounts come from the mirror."""

from decimal import Decimal
from typing import Final

import msgspec

from tallystick.insight.amount import Currency, amount_text
from tallystick.mirror.read import Age
from tallystick.model.money import ZERO

STRIP_WIDTH: Final = Decimal(1000)
STRIP_HEIGHT: Final = Decimal(14)
_GAP: Final = Decimal(3)


class Bucket(msgspec.Struct, frozen=True):
    """One bucket in words; `key` ends up in the CSS class."""

    key: str
    name: str
    amount: str
    count: int


class Segment(msgspec.Struct, frozen=True):
    """One bucket's part of the strip, in the strip's own units from its left end."""

    bucket: Bucket
    x: Decimal
    width: Decimal


def buckets(ages: tuple[Age, ...], currency: Currency) -> tuple[Bucket, ...]:
    """Return the buckets as they are read, in the order given."""
    return tuple(
        Bucket(key=f"age-{place}", name=_name(age), amount=amount_text(age.amount, currency), count=age.count)
        for place, age in enumerate(ages)
    )


def segments(ages: tuple[Age, ...], currency: Currency) -> tuple[Segment, ...]:
    """Return the parts of a strip that stands for the whole sum; a bucket of zero or less has none."""
    whole = sum((age.amount for age in ages if age.amount > 0), ZERO)
    found: list[Segment] = []
    position = ZERO
    for bucket, age in zip(buckets(ages, currency), ages, strict=True):
        if age.amount > 0:
            width = STRIP_WIDTH * age.amount / whole
            found.append(Segment(bucket, position, max(width - _GAP, Decimal(1))))
            position += width
    return tuple(found)


def _name(age: Age) -> str:
    if age.days_from is None:
        return "Not yet due"
    if age.days_to is None:
        return f"Over {age.days_from - 1} days"
    return f"{age.days_from}–{age.days_to} days"
