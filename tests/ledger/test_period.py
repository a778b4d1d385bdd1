"""Months, quarters and fiscal years."""

import datetime as dt

import pytest

from tallystick.ledger.period import Period, fiscal_quarter_of, fiscal_year_of, month_of

D = dt.date


def test_a_month_runs_from_its_first_to_its_last_day() -> None:
    assert month_of(D(2028, 2, 29)) == Period(D(2028, 2, 1), D(2028, 2, 29))
    assert month_of(D(2026, 12, 31)) == Period(D(2026, 12, 1), D(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "start_month", "start", "end"),
    [
        (D(2026, 3, 2), 1, D(2026, 1, 1), D(2026, 12, 31)),
        (D(2026, 3, 31), 4, D(2025, 4, 1), D(2026, 3, 31)),
        (D(2026, 4, 1), 4, D(2026, 4, 1), D(2027, 3, 31)),
        (D(2026, 1, 15), 12, D(2025, 12, 1), D(2026, 11, 30)),
    ],
)
def test_a_fiscal_year_begins_in_its_month(day: dt.date, start_month: int, start: dt.date, end: dt.date) -> None:
    year = fiscal_year_of(day, start_month=start_month)
    assert year == Period(start, end)
    assert day in year
    assert start - dt.timedelta(days=1) not in year
    assert end + dt.timedelta(days=1) not in year


def test_a_quarter_counts_from_the_start_of_the_fiscal_year() -> None:
    assert fiscal_quarter_of(D(2026, 3, 31)) == Period(D(2026, 1, 1), D(2026, 3, 31))
    assert fiscal_quarter_of(D(2026, 1, 31), start_month=12) == Period(D(2025, 12, 1), D(2026, 2, 28))
