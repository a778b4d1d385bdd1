"""The periods around today that lists have views for, by the names the vendor gives them. No noun is named here."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from tallystick.ledger.period import Period, fiscal_quarter_of, fiscal_year_of, month_of

_DAY: Final = timedelta(days=1)


def _week_of(day: date) -> Period:
    """Return the week a day lies in, which begins on a Sunday."""
    first = day - timedelta(days=(day.weekday() + 1) % 7)
    return Period(first, first + timedelta(days=6))


_SPANS: Final[dict[str, Callable[[date, int], Period]]] = {
    "Week": lambda day, _: _week_of(day),
    "Month": lambda day, _: month_of(day),
    "Quarter": lambda day, start: fiscal_quarter_of(day, start_month=start),
    "Year": lambda day, start: fiscal_year_of(day, start_month=start),
}
CURRENT: Final = ("Today", *(f"This{name}" for name in _SPANS))
PREVIOUS: Final = ("PreviousDay", *(f"Previous{name}" for name in _SPANS))


def names_of(view: Any, day: date) -> tuple[str, ...]:
    """Return the names of the periods around today that a day lies in; years and quarters are the book's fiscal ones."""
    today, start = view.today, view.book.settings.fiscal_year_start_month
    periods = {"Today": Period(today, today), "PreviousDay": Period(today - _DAY, today - _DAY)}
    for name, span in _SPANS.items():
        periods[f"This{name}"] = span(today, start)
        periods[f"Previous{name}"] = span(periods[f"This{name}"].start - _DAY, start)
    return tuple(name for name, period in periods.items() if day in period)
