"""Invoiced against collected, month by month: its chart and its table. What counts as either is the mirror's to say."""

from datetime import date
from decimal import Decimal
from typing import Final

from tallystick.insight.amount import Currency, amount_text
from tallystick.insight.bars import BarChart, Group, Series
from tallystick.insight.table import Table
from tallystick.mirror.read import Month
from tallystick.model.money import ZERO

MONTHS: Final = 6

_SERIES: Final = (("invoiced", "Invoiced"), ("collected", "Collected"))


def cash_flow_chart(months: tuple[Month, ...], currency: Currency, *, today: date) -> BarChart:
    """Return the chart of at least one month, oldest first; the month that `today` falls in is marked as unfinished."""
    return BarChart(
        title=f"Invoiced and collected, {_span(months)}",
        description=_summary(months, currency),
        groups=tuple(
            Group(
                label=f"{month.month:%b}",
                name=_name(month, today),
                note=_note(months, place, today),
            )
            for place, month in enumerate(months)
        ),
        series=tuple(Series(key, name, tuple(getattr(month, key) for month in months)) for key, name in _SERIES),
        currency=currency,
        empty="Nothing invoiced or collected in these months",
    )


def cash_flow_table(months: tuple[Month, ...], currency: Currency, *, today: date) -> Table:
    """Return the same amounts in words, with a row of sums."""
    return Table(
        caption=f"Invoiced and collected by month, in {currency.code}",
        headings=("Month", *(name for _, name in _SERIES)),
        rows=tuple(
            (_name(month, today), *(amount_text(getattr(month, key), currency) for key, _ in _SERIES))
            for month in months
        ),
        total=("Total", *(amount_text(_sum(months, key), currency) for key, _ in _SERIES)),
    )


def _sum(months: tuple[Month, ...], key: str) -> Decimal:
    return sum((getattr(month, key) for month in months), ZERO)


def _summary(months: tuple[Month, ...], currency: Currency) -> str:
    invoiced, collected = (amount_text(_sum(months, key), currency) for key, _ in _SERIES)
    return f"Two bars for each month from {_span(months)}: {invoiced} invoiced and {collected} collected in all."


def _span(months: tuple[Month, ...]) -> str:
    return f"{months[0].month:%B %Y} to {months[-1].month:%B %Y}"


def _is_unfinished(month: Month, today: date) -> bool:
    return month.month == today.replace(day=1)


def _name(month: Month, today: date) -> str:
    return f"{month.month:%B %Y}" + (" so far" if _is_unfinished(month, today) else "")


def _note(months: tuple[Month, ...], place: int, today: date) -> str:
    """Return the second line under a month: that it is unfinished, or its year where a year starts."""
    month = months[place].month
    if _is_unfinished(months[place], today):
        return "so far"
    return str(month.year) if place == 0 or month.month == 1 else ""
