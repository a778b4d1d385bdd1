"""Spans of days that reports and locks speak of: months, quarters, fiscal years. No clock is read here."""

import datetime as dt

import msgspec


class Period(msgspec.Struct, frozen=True, gc=False):
    """All days from `start` to `end`, both included."""

    start: dt.date
    end: dt.date

    def __contains__(self, day: dt.date) -> bool:
        """Tell whether a day lies in the period."""
        return self.start <= day <= self.end


def _first_of_month_after(day: dt.date, months: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, 1)


def _months_from(start: dt.date, months: int) -> Period:
    return Period(start, _first_of_month_after(start, months) - dt.timedelta(days=1))


def month_of(day: dt.date) -> Period:
    """Return the calendar month a day lies in."""
    return _months_from(day.replace(day=1), 1)


def fiscal_year_of(day: dt.date, *, start_month: int = 1) -> Period:
    """Return the fiscal year a day lies in, for years that begin in `start_month` (1 to 12)."""
    return _months_from(_first_of_month_after(day, -((day.month - start_month) % 12)), 12)


def fiscal_quarter_of(day: dt.date, *, start_month: int = 1) -> Period:
    """Return the quarter of the fiscal year a day lies in."""
    return _months_from(_first_of_month_after(day, -((day.month - start_month) % 3)), 3)
