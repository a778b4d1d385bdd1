"""The pages as one ASGI application: its routes, as a list, and what they are handed. It builds no room below it."""

import asyncio
import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, SkipValidation
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Redirect, Template
from litestar.template import TemplateConfig

from tallystick.mirror import read
from tallystick.mirror.mirror import Mirror
from tallystick.model.money import round_money
from tallystick.sync import Report
from tallystick.web import problem
from tallystick.web.assets import Asset, load_assets
from tallystick.web.guard import LOOPBACK_HOSTS, Application, Guard
from tallystick.web.query import PER_PAGE, InvoiceQuery, parse
from tallystick.web.view import Facts, pages_of, unfinished_because, view

_TEMPLATES: Final = Path(__file__).parent / "templates"


class About(msgspec.Struct, frozen=True):
    """What the footer says: where the pages' data comes from, and to whom it is owed."""

    source: str
    attribution: str = ""


class Desk(msgspec.Struct, frozen=True):
    """What the routes work with."""

    mirror: Mirror
    now: Callable[[], dt.datetime]
    refresh: Callable[[], Report]
    refreshing: asyncio.Lock
    assets: dict[str, Asset]


DeskGiven = NamedDependency[SkipValidation[Desk]]
AnyRequest = Request[Any, Any, Any]


@get(["/", "/invoices"], sync_to_thread=False)
def invoices_page(request: AnyRequest, desk: DeskGiven) -> Template:
    """Show the invoices by due date, what is owed, and six months of invoiced against collected."""
    query = parse(request.query_params.multi_items())
    zone, today, facts = _read(desk, query)
    if query.page > (pages := pages_of(facts.invoices)):
        raise problem.PageMissing(query.page, pages=pages, last_href=query.at_page(pages).href())
    return Template(
        template_name="invoices.html",
        context={"view": view(facts, query, today=today, zone=zone)},
        headers={"cache-control": "no-store"},
    )


@post("/refresh")
async def refresh(request: AnyRequest, desk: DeskGiven) -> Redirect:
    """Read the vendor's books once more, then show the list the reader came from."""
    query = parse(request.query_params.multi_items())
    if desk.refreshing.locked():
        raise problem.RefreshRunning
    async with desk.refreshing:
        report = await asyncio.to_thread(desk.refresh)
    if not report.finished:
        raise problem.RefreshUnfinished(unfinished_because(report))
    return Redirect(query.at_page(1).href(), status_code=303)


@get("/static/{name:str}", sync_to_thread=False)
def static_file(name: FromPath[str], desk: DeskGiven) -> Response[bytes]:
    """Serve the style sheet or the mark."""
    if (asset := desk.assets.get(name)) is None:
        raise NotFoundException
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(asset.content, media_type=asset.media_type, headers=headers)


ROUTES: Final = [invoices_page, refresh, static_file]


def site(
    *,
    mirror: Mirror,
    now: Callable[[], dt.datetime],
    refresh: Callable[[], Report],
    about: About,
    hosts: frozenset[str] = LOOPBACK_HOSTS,
) -> Guard:
    """Return the pages over one mirror.

    `now` gives an aware datetime. `refresh` brings the mirror up to date; it runs in a thread of its own, so it must
    write through a connection of its own, and may raise TallystickError. Only `hosts` are answered.
    """
    desk = Desk(mirror, now, refresh, asyncio.Lock(), load_assets())
    pages = Litestar(
        ROUTES,
        dependencies={"desk": Provide(lambda: desk, sync_to_thread=False)},
        exception_handlers=problem.HANDLERS,
        template_config=TemplateConfig(
            instance=JinjaTemplateEngine.from_environment(_environment(about, desk.assets)),
        ),
        # The API reference pages that come with the library load scripts from a CDN.
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    return Guard(cast("Application", pages), hosts=hosts)


def _read(desk: Desk, query: InvoiceQuery) -> tuple[dt.tzinfo, dt.date, Facts]:
    """Read all that one page shows, in one instant."""
    with read.snapshot(desk.mirror):
        company = desk.mirror.company()
        if company is None:
            raise problem.NotReadYet
        zone = ZoneInfo(company.time_zone or "UTC")
        today = desk.now().astimezone(zone).date()
        return zone, today, Facts(
            company=company,
            totals=read.totals(desk.mirror, today=today),
            ages=read.ageing(desk.mirror, today=today),
            months=read.months(desk.mirror, until=today),
            freshness=read.freshness(desk.mirror),
            counts=read.status_counts(desk.mirror, today=today),
            invoices=read.invoices(
                desk.mirror,
                today=today,
                statuses=query.statuses,
                search=query.search,
                newest_first=query.order == "newest",
                page=query.page,
                per_page=PER_PAGE,
            ),
        )  # fmt: skip


def _environment(about: About, assets: dict[str, Asset]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = _counted
    environment.filters["pixels"] = _pixels
    environment.globals["site"] = {
        "style": assets["tallystick.css"].href,
        "icon": assets["mark.svg"].href,
        "attribution": about.attribution,
        "source": about.source,
    }
    return environment


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _pixels(length: Decimal) -> str:
    return f"{round_money(length, 2):f}"
