"""Invoiced against collected, as a chart and as a table."""

from datetime import date
from decimal import Decimal

from tallystick.insight.amount import Currency
from tallystick.insight.cash_flow import cash_flow_chart, cash_flow_table
from tallystick.mirror.read import Month

POUND = Currency(code="GBP", symbol="£")
TODAY = date(2027, 1, 14)
MONTHS = (
    Month(date(2026, 11, 1), Decimal("1200.10"), Decimal("900.00")),
    Month(date(2026, 12, 1), Decimal("-80.00"), Decimal(0)),
    Month(date(2027, 1, 1), Decimal("10.05"), Decimal("-3.00")),
)


def test_the_table_has_every_month_and_sums_that_add_up() -> None:
    table = cash_flow_table(MONTHS, POUND, today=TODAY)
    assert table.rows == (
        ("November 2026", "£1,200.10", "£900.00"),
        ("December 2026", "−£80.00", "£0.00"),
        ("January 2027 so far", "£10.05", "−£3.00"),
    )
    assert table.total == ("Total", "£1,130.15", "£897.00")


def test_the_chart_shows_the_amounts_of_the_table() -> None:
    chart = cash_flow_chart(MONTHS, POUND, today=TODAY)
    assert [(series.name, series.amounts) for series in chart.series] == [
        ("Invoiced", tuple(month.invoiced for month in MONTHS)),
        ("Collected", tuple(month.collected for month in MONTHS)),
    ]


def test_the_years_and_the_unfinished_month_are_marked_under_the_bars() -> None:
    groups = cash_flow_chart(MONTHS, POUND, today=TODAY).groups
    assert [(group.label, group.note) for group in groups] == [("Nov", "2026"), ("Dec", ""), ("Jan", "so far")]
    finished = cash_flow_chart(MONTHS, POUND, today=date(2027, 2, 1)).groups
    assert [(group.label, group.note) for group in finished] == [("Nov", "2026"), ("Dec", ""), ("Jan", "2027")]


def test_the_description_tells_the_sums_to_those_who_cannot_see_the_bars() -> None:
    chart = cash_flow_chart(MONTHS, POUND, today=TODAY)
    assert chart.title == "Invoiced and collected, November 2026 to January 2027"
    assert "£1,130.15 invoiced and £897.00 collected" in chart.description
