"""Where bars stand, and the SVG they become."""

import xml.etree.ElementTree as ET
from decimal import Decimal
from itertools import pairwise

import pytest

from tallystick.insight.amount import Currency
from tallystick.insight.bars import NARROW, WIDE, Bar, BarChart, Group, Series, Size, lay_out
from tallystick.insight.svg import draw

POUND = Currency(code="GBP", symbol="£")
SVG = "{http://www.w3.org/2000/svg}"


def chart_of(*series: tuple[str, ...], title: str = "Sales") -> BarChart:
    return BarChart(
        title=title,
        description="Two bars a month",
        groups=tuple(Group(label=f"M{place}", name=f"Month {place}") for place in range(len(series[0]))),
        series=tuple(Series(f"s{n}", f"Series {n}", tuple(map(Decimal, amounts))) for n, amounts in enumerate(series)),
        currency=POUND,
        empty="Nothing sold",
    )


def zero_of(chart: BarChart, size: Size) -> Decimal:
    return next(tick.y for tick in lay_out(chart, size).ticks if tick.is_zero)


def bar_of(chart: BarChart, place: int, *, size: Size = WIDE) -> Bar:
    return lay_out(chart, size).bars[place]


def test_a_bar_is_as_high_as_its_share_of_the_axis() -> None:
    chart = chart_of(("100", "50", "25"))
    full, half, quarter = (bar_of(chart, place).height for place in range(3))
    assert full == WIDE.height - WIDE.bottom - WIDE.top
    assert (half, quarter) == (full / 2, full / 4)


def test_a_loss_hangs_below_the_zero_line_and_a_gain_stands_on_it() -> None:
    chart = chart_of(("300", "-150"))
    zero, gain, loss = zero_of(chart, WIDE), bar_of(chart, 0), bar_of(chart, 1)
    assert gain.y + gain.height == zero
    assert loss.y == zero
    assert gain.height == loss.height * 2


def test_a_tiny_amount_beside_a_large_one_can_still_be_seen() -> None:
    assert bar_of(chart_of(("1000000", "0.01")), 1).height >= 1
    assert bar_of(chart_of(("1000000", "-0.01")), 1).y == zero_of(chart_of(("1000000", "-0.01")), WIDE)


def test_zero_has_no_bar_to_see() -> None:
    assert bar_of(chart_of(("10", "0")), 1).height == 0


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size.name)
@pytest.mark.parametrize("amounts", [("5", "-3", "0"), ("0", "0", "0"), ("-1", "-2", "-3"), ("0.01", "9e9", "-7e8")])
def test_every_bar_lies_inside_the_drawing_and_none_overlaps_another(size: Size, amounts: tuple[str, ...]) -> None:
    layout = lay_out(chart_of(amounts, amounts[::-1]), size)
    for bar in layout.bars:
        assert size.left <= bar.x < bar.x + bar.width <= size.width - size.right
        assert size.top - 2 <= bar.y <= bar.y + bar.height <= size.height - size.bottom + 2
    ends = [(bar.x, bar.x + bar.width) for bar in layout.bars]
    assert all(end < start for (_, end), (start, _) in pairwise(ends))


def test_the_drawing_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    svg = ET.fromstring(draw(chart_of(("1.50",)), WIDE, id="sales"))  # noqa: S314 - our own text
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == svg.find(f"{SVG}title").attrib["id"] == "sales-title"  # type: ignore[union-attr] # the assertion finds out
    assert svg.attrib["aria-describedby"] == svg.find(f"{SVG}desc").attrib["id"] == "sales-description"  # type: ignore[union-attr] # the assertion finds out
    bar = svg.find(f"{SVG}rect")
    assert bar is not None
    assert bar.attrib["data-amount"] == "1.50"
    assert bar.findtext(f"{SVG}title") == "Month 0, series 0: £1.50"


def test_the_drawing_has_no_style_and_no_script_of_its_own() -> None:
    svg = ET.fromstring(draw(chart_of(("1", "-2"), ("3", "0")), NARROW, id="sales"))  # noqa: S314 - our own text
    for element in svg.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "desc", "rect", "line", "text"}
        assert not {"style", "fill", "stroke"} & element.attrib.keys()
        assert not any(name.startswith("on") for name in element.attrib)


def test_a_hostile_name_stays_text() -> None:
    svg = draw(chart_of(("1",), title='"><script>alert(1)</script>&'), WIDE, id="sales")
    assert "<script" not in svg
    assert ET.fromstring(svg).findtext(f"{SVG}title") == '"><script>alert(1)</script>&'  # noqa: S314 - our own text


def test_months_without_any_amount_say_so_in_the_middle() -> None:
    svg = draw(chart_of(("0", "0.00"), ("0", "0")), WIDE, id="sales")
    assert "Nothing sold" in svg
    assert "Nothing sold" not in draw(chart_of(("0", "0.01"), ("0", "0")), WIDE, id="sales")


def test_a_series_that_lacks_a_group_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="one amount per group"):
        chart_of(("1", "2"), ("1",))
