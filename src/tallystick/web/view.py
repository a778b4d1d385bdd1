"""What the invoice page shows, ready to print: texts, addresses and drawings. Built from rows; it reads and sends nothing."""

import datetime as dt
from decimal import Decimal
from typing import Final

import msgspec
from markupsafe import Markup

from tallystick.insight.ageing import STRIP_HEIGHT, STRIP_WIDTH, Bucket, Segment, buckets, segments
from tallystick.insight.amount import Currency, amount_text, currency_of
from tallystick.insight.bars import NARROW, WIDE, Series
from tallystick.insight.cash_flow import cash_flow_chart, cash_flow_table
from tallystick.insight.svg import draw
from tallystick.insight.table import Table
from tallystick.mirror.read import (
    UNPAID,
    Age,
    DueStatus,
    Freshness,
    InvoicePage,
    InvoiceRow,
    Month,
    Totals,
)
from tallystick.model.company import CompanyInfo
from tallystick.sync import Report
from tallystick.web.query import ORDERS, SEARCH_LENGTH_MAX, STATUSES, InvoiceQuery

_STATUS_NAMES: Final[dict[DueStatus, str]] = {
    DueStatus.DRAFT: "Draft",
    DueStatus.SUBMITTED: "Submitted",
    DueStatus.OPEN: "Open",
    DueStatus.PARTIALLY_PAID: "Partly paid",
    DueStatus.OVERDUE: "Overdue",
    DueStatus.PAID: "Paid",
    DueStatus.VOID: "Void",
}
_ALWAYS_OFFERED: Final = frozenset({"unpaid", "overdue", "paid", "all"})


_SET_ASIDE: Final = (
    "1 record could not be understood and is set aside; these figures are without it.",
    "{:,} records could not be understood and are set aside; these figures are without them.",
)
_UNCONVERTED: Final = (
    "1 unpaid invoice in another currency has no exchange rate; it is in no sum.",
    "{:,} unpaid invoices in other currencies have no exchange rate; they are in no sum.",
)


class When(msgspec.Struct, frozen=True):
    """A day or an instant, for machines and in words."""

    machine: str
    words: str


class Figure(msgspec.Struct, frozen=True):
    """One headline sum with how many invoices are behind it and the list that shows them."""

    key: str
    name: str
    amount: str
    count: int
    href: str


class Read(msgspec.Struct, frozen=True):
    """How fresh the page is: when every stream was last read (None: not yet) and the calls that took."""

    at: When | None
    calls: int


class Strip(msgspec.Struct, frozen=True):
    """The strip of the ageing buckets, in its own units."""

    width: Decimal
    height: Decimal
    segments: tuple[Segment, ...]


class Flow(msgspec.Struct, frozen=True):
    """The cash-flow chart in both sizes, its legend and its table."""

    heading: str
    wide: Markup
    narrow: Markup
    series: tuple[Series, ...]
    table: Table


class Status(msgspec.Struct, frozen=True):
    """An invoice's status for the style sheet and in words."""

    key: str
    name: str


class Row(msgspec.Struct, frozen=True):
    """One invoice of the list."""

    id: str
    number: str
    customer: str
    issued: When | None
    due: When | None
    days_overdue: int
    status: Status
    total: str
    balance: str


class Choice(msgspec.Struct, frozen=True):
    """One option of a filter."""

    key: str
    name: str
    count: int
    chosen: bool


class InvoiceList(msgspec.Struct, frozen=True):
    """The list with its filter and its pager."""

    heading: str
    caption: str
    sorted: str
    choices: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    search: str
    search_length_max: int
    rows: tuple[Row, ...]
    page: int
    pages: int
    previous_href: str
    next_href: str


class InvoicesView(msgspec.Struct, frozen=True):
    """Everything on the page."""

    organization: str
    today: When
    freshness: Read
    notices: tuple[str, ...]
    refresh_href: str
    figures: tuple[Figure, ...]
    ages: tuple[Bucket, ...]
    strip: Strip
    flow: Flow
    list: InvoiceList


class Facts(msgspec.Struct, frozen=True):
    """What the mirror holds for one view of the page, read in one instant."""

    company: CompanyInfo
    totals: Totals
    ages: tuple[Age, ...]
    months: tuple[Month, ...]
    freshness: tuple[Freshness, ...]
    counts: dict[DueStatus, int]
    invoices: InvoicePage


def view(facts: Facts, query: InvoiceQuery, *, today: dt.date, zone: dt.tzinfo) -> InvoicesView:
    """Return the page for one query; instants are written in `zone`, the organisation's own."""
    currency = currency_of(facts.company.currency, places=facts.company.currency_places)
    return InvoicesView(
        organization=facts.company.company_name or "",
        today=_day(today),
        freshness=_read(facts.freshness, zone),
        notices=tuple(_notices(facts)),
        refresh_href=query.href("/refresh"),
        figures=_figures(facts.totals, currency),
        ages=buckets(facts.ages, currency),
        strip=Strip(STRIP_WIDTH, STRIP_HEIGHT, segments(facts.ages, currency)),
        flow=_flow(facts.months, currency, today=today),
        list=_list(facts, query, currency),
    )


def unfinished_because(report: Report) -> tuple[str, ...]:
    """Return why a run stopped early: each reason once."""
    told = tuple(dict.fromkeys(stream.error for stream in report.streams if stream.error))
    return told or (f"This refresh spent the {report.calls:,} calls it may spend.",)


def _figures(totals: Totals, currency: Currency) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            key, name, amount_text(amount, currency), count, InvoiceQuery(status=status).href() + "#invoices-heading"
        )
        for key, name, amount, count, status in (
            ("outstanding", "Outstanding", totals.outstanding, totals.outstanding_count, "unpaid"),
            ("overdue", "Overdue", totals.overdue, totals.overdue_count, "overdue"),
        )
    )


def _flow(months: tuple[Month, ...], currency: Currency, *, today: dt.date) -> Flow:
    chart = cash_flow_chart(months, currency, today=today)
    return Flow(
        heading="Invoiced and collected",
        wide=Markup(draw(chart, WIDE, id="flow-wide")),  # noqa: S704 - our own SVG, every text escaped
        narrow=Markup(draw(chart, NARROW, id="flow-narrow")),  # noqa: S704 - our own SVG, every text escaped
        series=chart.series,
        table=cash_flow_table(months, currency, today=today),
    )


def _list(facts: Facts, query: InvoiceQuery, currency: Currency) -> InvoiceList:
    found = facts.invoices
    pages = pages_of(found)
    name = STATUSES[query.status][0]
    return InvoiceList(
        heading="All invoices" if query.status == "all" else f"{name} invoices",
        caption=_caption(found, query),
        sorted="ascending" if query.order == "oldest" else "descending",
        choices=tuple(_choices(facts.counts, query)),
        orders=tuple(Choice(key, words, 0, key == query.order) for key, words in ORDERS.items()),
        search=query.search,
        search_length_max=SEARCH_LENGTH_MAX,
        rows=tuple(_row(row, currency) for row in found.rows),
        page=query.page,
        pages=pages,
        previous_href=_at(query, query.page - 1) if query.page > 1 else "",
        next_href=_at(query, query.page + 1) if query.page < pages else "",
    )


def pages_of(found: InvoicePage) -> int:
    """Return how many pages the filter fills; nothing found still is one page."""
    return max(1, -(-found.matched // found.per_page))


def _at(query: InvoiceQuery, page: int) -> str:
    return query.at_page(page).href() + "#invoices-heading"


def _caption(found: InvoicePage, query: InvoiceQuery) -> str:
    sought = f" matching “{query.search}”" if query.search else ""
    if not found.matched:
        return f"No {_lower_name(query)}invoices{sought}."
    first = (found.page - 1) * found.per_page + 1
    return f"{first:,}–{first + len(found.rows) - 1:,} of {found.matched:,}{sought}, by due date"


def _lower_name(query: InvoiceQuery) -> str:
    return "" if query.status == "all" else STATUSES[query.status][0].lower() + " "


def _choices(counts: dict[DueStatus, int], query: InvoiceQuery) -> list[Choice]:
    every = [
        Choice(key, name, sum(counts[status] for status in statuses or DueStatus), key == query.status)
        for key, (name, statuses) in STATUSES.items()
    ]
    return [choice for choice in every if choice.count or choice.chosen or choice.key in _ALWAYS_OFFERED]


def _row(row: InvoiceRow, base: Currency) -> Row:
    currency = base if row.currency == base.code else currency_of(row.currency)
    return Row(
        id=row.id,
        number=row.number,
        customer=row.customer_name,
        issued=_day(row.date) if row.date else None,
        due=_day(row.due_date) if row.due_date else None,
        days_overdue=row.days_overdue,
        status=Status(row.status.value, _STATUS_NAMES[row.status]),
        total=amount_text(row.total, currency),
        balance=amount_text(row.balance, currency) if row.status in UNPAID or row.balance else "–",
    )


def _read(streams: tuple[Freshness, ...], zone: dt.tzinfo) -> Read:
    """Return how fresh the page is: as old as its oldest stream."""
    times = [stream.synced_at for stream in streams]
    oldest = min((time for time in times if time is not None), default=None)
    complete = oldest is not None and None not in times
    return Read(
        at=_instant(oldest.astimezone(zone)) if oldest is not None and complete else None,
        calls=sum(stream.calls for stream in streams),
    )


def _notices(facts: Facts) -> list[str]:
    notices = {
        _SET_ASIDE: sum(stream.quarantined for stream in facts.freshness),
        _UNCONVERTED: facts.totals.unconverted_count,
    }
    return [one if count == 1 else many.format(count) for (one, many), count in notices.items() if count]


def _day(day: dt.date) -> When:
    return When(day.isoformat(), f"{day.day} {day:%b %Y}")


def _instant(instant: dt.datetime) -> When:
    return When(instant.isoformat(timespec="seconds"), f"{instant.day} {instant:%b %Y, %H:%M %Z}")
