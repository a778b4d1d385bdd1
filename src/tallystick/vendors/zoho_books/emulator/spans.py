"""The spans of days that views name: today, this week, the quarter before. No list is filtered here.

Weeks begin on Sunday; quarters and years are the organisation's fiscal ones (assumed).
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from tallystick.ledger.period import Period, fiscal_quarter_of, fiscal_year_of, month_of
from tallystick.vendors.zoho_books.emulator.call import Call

ONE_DAY: Final = dt.timedelta(days=1)


def _week(day: dt.date, _: int) -> Period:
    start = day - day.isoweekday() % 7 * ONE_DAY
    return Period(start, start + 6 * ONE_DAY)


SPANS: Final[dict[str, Callable[[dt.date, int], Period]]] = {
    "Day": lambda day, _: Period(day, day),
    "Week": _week,
    "Month": lambda day, _: month_of(day),
    "Quarter": lambda day, first: fiscal_quarter_of(day, start_month=first),
    "Year": lambda day, first: fiscal_year_of(day, start_month=first),
}
"""The span a day lies in, given the first month of the fiscal year."""
NAMES: Final[dict[str, tuple[str, bool]]] = {
    "Today": ("Day", False),
    **{f"This{name}": (name, False) for name in SPANS},
    **{f"Previous{name}": (name, True) for name in SPANS},
}
"""What a view's name means: which span, and whether the one before."""
CURRENT: Final = ("Today", *(f"This{name}" for name in SPANS if name != "Day"))
PREVIOUS: Final = tuple(f"Previous{name}" for name in SPANS)


def _span(name: str, today: dt.date, first: int) -> Period:
    kind, before = NAMES[name]
    span = SPANS[kind](today, first)
    return SPANS[kind](span.start - ONE_DAY, first) if before else span


def span_of(call: Call, name: str) -> Period:
    """Return the days a name means on the call's day."""
    return _span(name, call.today, call.organization.book.settings.fiscal_year_start_month)


def names_of(view: Any, day: dt.date) -> tuple[str, ...]:
    """Return the names of the spans around today that a day lies in."""
    first = view.book.settings.fiscal_year_start_month
    return tuple(name for name in (*CURRENT, *PREVIOUS) if day in _span(name, view.today, first))
