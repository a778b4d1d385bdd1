"""Where the bars of a grouped bar chart stand: amounts in, exact positions out. No markup and no colours."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from tallystick.insight.amount import Currency, amount_text, short_text
from tallystick.insight.axis import round_ticks
from tallystick.model.money import ZERO

GROUPS_MAX: Final = 36
SERIES_MAX: Final = 4


class Group(msgspec.Struct, frozen=True):
    """One place along the horizontal axis: a short label under the bars, a second line when needed, the full name."""

    label: str
    name: str
    note: str = ""


class Series(msgspec.Struct, frozen=True):
    """One colour of bars; `key` ends up in the CSS class, `amounts` has one entry per group."""

    key: str
    name: str
    amounts: tuple[Decimal, ...]


class BarChart(msgspec.Struct, frozen=True):
    """Amounts by group and series, with the words that tell a reader who cannot see it what it shows.

    `empty` stands in the middle of the drawing when every amount is zero.
    """

    title: str
    description: str
    groups: tuple[Group, ...]
    series: tuple[Series, ...]
    currency: Currency
    empty: str = "Nothing to show"

    def __post_init__(self) -> None:
        assert 0 < len(self.groups) <= GROUPS_MAX, "a bar chart has between one group and GROUPS_MAX"
        assert 0 < len(self.series) <= SERIES_MAX, "a bar chart has between one series and SERIES_MAX"
        assert all(len(series.amounts) == len(self.groups) for series in self.series), "one amount per group"


class Size(msgspec.Struct, frozen=True):
    """A drawing in CSS pixels: the whole, and the margins around the bars that hold axis labels."""

    name: str
    width: Decimal
    height: Decimal
    left: Decimal
    top: Decimal = Decimal(10)
    right: Decimal = Decimal(4)
    bottom: Decimal = Decimal(40)


WIDE: Final = Size(name="wide", width=Decimal(600), height=Decimal(270), left=Decimal(52))
NARROW: Final = Size(name="narrow", width=Decimal(340), height=Decimal(250), left=Decimal(46))


class Tick(msgspec.Struct, frozen=True):
    """A line across the drawing at an amount."""

    y: Decimal
    label: str
    is_zero: bool


class Bar(msgspec.Struct, frozen=True):
    """One bar: its rectangle, growing up from the zero line, or down when the amount is negative."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    series: str
    amount: Decimal
    tooltip: str


class Label(msgspec.Struct, frozen=True):
    """The words under one group, centred on `x`."""

    x: Decimal
    label: str
    note: str


class Layout(msgspec.Struct, frozen=True):
    """Everything of a drawing that has a place."""

    size: Size
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]


_GAP_SHARE: Final = Decimal("0.34")
"""The part of a group's width left empty between it and its neighbours."""
_BAR_WIDTH_MAX: Final = Decimal(40)
_BAR_GAP: Final = Decimal(2)
_BAR_HEIGHT_MIN: Final = Decimal("1.5")
"""An amount that is not zero stays visible however small it is beside the others."""


def lay_out(chart: BarChart, size: Size) -> Layout:
    """Return where the axis, bars and labels of a chart stand in a drawing of that size."""
    amounts = tuple(amount for series in chart.series for amount in series.amounts)
    ticks = round_ticks(amounts, places=chart.currency.places)
    ground = size.height - size.bottom
    span = ticks[-1] - ticks[0]
    scale = (ground - size.top) / span if span else ZERO
    group_width = (size.width - size.left - size.right) / len(chart.groups)

    def height_of(amount: Decimal) -> Decimal:
        return ground - (amount - ticks[0]) * scale

    return Layout(
        size=size,
        ticks=tuple(Tick(height_of(tick), short_text(tick, chart.currency), tick == 0) for tick in ticks),
        bars=tuple(_bars(chart, size, group_width, zero=height_of(ZERO), scale=scale)),
        labels=tuple(
            Label(size.left + group_width * place + group_width / 2, group.label, group.note)
            for place, group in enumerate(chart.groups)
        ),
    )


def _bars(chart: BarChart, size: Size, group_width: Decimal, *, zero: Decimal, scale: Decimal) -> Iterator[Bar]:
    gaps = _BAR_GAP * (len(chart.series) - 1)
    width = min((group_width * (1 - _GAP_SHARE) - gaps) / len(chart.series), _BAR_WIDTH_MAX)
    indent = (group_width - width * len(chart.series) - gaps) / 2
    for place, group in enumerate(chart.groups):
        for number, series in enumerate(chart.series):
            amount = series.amounts[place]
            height = max(abs(amount) * scale, _BAR_HEIGHT_MIN) if amount else ZERO
            yield Bar(
                x=size.left + group_width * place + indent + (width + _BAR_GAP) * number,
                y=zero if amount < 0 else zero - height,
                width=width,
                height=height,
                series=series.key,
                amount=amount,
                tooltip=f"{group.name}, {series.name.lower()}: {amount_text(amount, chart.currency)}",
            )
