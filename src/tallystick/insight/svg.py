"""Charts as SVG text: accessible, coloured by CSS class, without script or style of its own. No geometry is decided here."""

from collections.abc import Iterator
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from tallystick.insight.bars import Bar, BarChart, Layout, Size, lay_out
from tallystick.model.money import round_money


def draw(chart: BarChart, size: Size, *, id: str) -> str:  # noqa: A002 - it is the element's id attribute
    """Return one `<svg>` element; `id` must be unique in the page, for the title and description point at it.

    Every text is escaped. Bars carry their exact amount in `data-amount` and a sentence in `<title>`.
    """
    layout = lay_out(chart, size)
    return "".join(
        (
            _open("svg", class_=f"chart chart-{size.name}", id=id, role="img", xmlns="http://www.w3.org/2000/svg",
                  viewBox=f"0 0 {_text(size.width)} {_text(size.height)}",
                  aria_labelledby=f"{id}-title", aria_describedby=f"{id}-description"),
            f"{_open('title', id=f'{id}-title')}{escape(chart.title)}</title>",
            f"{_open('desc', id=f'{id}-description')}{escape(chart.description)}</desc>",
            *_axis(layout),
            *map(_bar, layout.bars),
            *_zero_line(layout),
            *_labels(layout),
            *_empty_words(chart, size),
            "</svg>",
        )
    )  # fmt: skip


def _axis(layout: Layout) -> Iterator[str]:
    for tick in layout.ticks:
        yield _line(layout, tick.y, "chart-grid")
        yield _words(tick.label, "chart-tick", x=layout.size.left - 8, y=tick.y + 4)


def _zero_line(layout: Layout) -> Iterator[str]:
    """Draw the zero line over the bars, so that a bar never hides where it starts."""
    yield from (_line(layout, tick.y, "chart-zero") for tick in layout.ticks if tick.is_zero)


def _bar(bar: Bar) -> str:
    rectangle = _open(
        "rect",
        class_=f"chart-bar chart-{bar.series}",
        x=_text(bar.x),
        y=_text(bar.y),
        width=_text(bar.width),
        height=_text(bar.height),
        data_amount=str(bar.amount),
    )
    return f"{rectangle}<title>{escape(bar.tooltip)}</title></rect>"


def _labels(layout: Layout) -> Iterator[str]:
    ground = layout.size.height - layout.size.bottom
    for label in layout.labels:
        yield _words(label.label, "chart-label", x=label.x, y=ground + 18)
        if label.note:
            yield _words(label.note, "chart-note", x=label.x, y=ground + 33)


def _empty_words(chart: BarChart, size: Size) -> Iterator[str]:
    if not any(amount for series in chart.series for amount in series.amounts):
        middle = size.left + (size.width - size.left - size.right) / 2
        yield _words(chart.empty, "chart-empty", x=middle, y=(size.height - size.bottom) / 2)


def _line(layout: Layout, y: Decimal, kind: str) -> str:
    ends = {"x1": _text(layout.size.left), "x2": _text(layout.size.width - layout.size.right)}
    return _open("line", class_=kind, y1=_text(y), y2=_text(y), **ends)[:-1] + "/>"


def _words(words: str, kind: str, *, x: Decimal, y: Decimal) -> str:
    return f"{_open('text', class_=kind, x=_text(x), y=_text(y))}{escape(words)}</text>"


def _open(name: str, **attributes: str) -> str:
    written = (f" {key.rstrip('_').replace('_', '-')}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{''.join(written)}>"


def _text(length: Decimal) -> str:
    """Return a length in pixels, to a hundredth, in the fewest digits."""
    return f"{round_money(length, 2).normalize():f}"
