"""What a reader sees instead of a page that cannot be shown: plain words and a way out, never a traceback."""

import logging
from typing import Any, Final

import msgspec
from litestar import Request
from litestar.exceptions import HTTPException
from litestar.response import Template

from tallystick.model.errors import TallystickError
from tallystick.web.query import BadQuery

_LOG: Final = logging.getLogger(__name__)
_STILL_SHOWN: Final = "The invoices still show what was read before."


class WayOut(msgspec.Struct, frozen=True):
    """The one link of a problem page."""

    href: str = "/"
    words: str = "Go to the invoices"


class PageMissing(ValueError):
    """The list has fewer pages than the one asked for; carries the way to its last page."""

    def __init__(self, page: int, *, pages: int, last_href: str) -> None:
        self.sentence = f"There is no page {page:,}; this list ends at page {pages:,}."
        self.way_out = WayOut(last_href, f"Go to page {pages:,}")
        super().__init__(self.sentence)


class RefreshRunning(ValueError):
    """Someone else's refresh has not finished."""


class RefreshUnfinished(ValueError):
    """A refresh stopped before the end; carries why, as sentences."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class NotReadYet(ValueError):
    """The mirror has not been filled even once."""


_HTTP: Final = {
    404: ("There is no such page", "Nothing lives at this address."),
    405: ("That cannot be done here", "This address does not take that kind of request."),
    413: ("That is too much", "The request is larger than anything these pages accept."),
}


def bad_query(_: Request[Any, Any, Any], error: BadQuery) -> Template:
    """Return the page for an address with values that cannot be used."""
    sentences = tuple(problem.sentence for problem in error.problems)
    return _page(400, "That address cannot be read", *sentences)


def page_missing(_: Request[Any, Any, Any], error: PageMissing) -> Template:
    """Return the page for a list that ends earlier."""
    return _page(404, "The list ends earlier", error.sentence, way_out=error.way_out)


def not_read_yet(_: Request[Any, Any, Any], error: NotReadYet) -> Template:  # noqa: ARG001 - a handler takes both
    """Return the page for a mirror that is still empty."""
    return _page(503, "The books have not been read yet", "They are being fetched for the first time. Look again soon.")


def refresh_running(_: Request[Any, Any, Any], error: RefreshRunning) -> Template:  # noqa: ARG001 - a handler takes both
    """Return the page for a second refresh at the same time."""
    return _page(409, "A refresh is running", "The books are being read right now. Look again in a moment.")


def refresh_failed(_: Request[Any, Any, Any], error: TallystickError) -> Template:
    """Return the page for books that could not be read; what was read before is still shown on the list."""
    _LOG.warning("The refresh failed: %s", error)
    return _page(502, "The books could not be read", str(error), _STILL_SHOWN)


def refresh_unfinished(_: Request[Any, Any, Any], error: RefreshUnfinished) -> Template:
    """Return the page for a refresh that brought a part; the next one goes on where it stopped."""
    going_on = "What was read is shown already; press Refresh again to go on from there."
    return _page(503, "The books were read in part", *error.reasons, going_on)


def http_problem(_: Request[Any, Any, Any], error: HTTPException) -> Template:
    """Return the page for an address or a method that does not exist."""
    title, sentence = _HTTP.get(error.status_code, ("That did not work", "The request cannot be answered."))
    return _page(error.status_code, title, sentence)


def our_mistake(request: Request[Any, Any, Any], error: Exception) -> Template:
    """Return the page for a mistake of ours; its details go to the log only."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _page(500, "Something went wrong here", "The mistake is ours and has been written to the log.")


HANDLERS: Final[dict[Any, Any]] = {
    BadQuery: bad_query,
    PageMissing: page_missing,
    RefreshRunning: refresh_running,
    NotReadYet: not_read_yet,
    RefreshUnfinished: refresh_unfinished,
    TallystickError: refresh_failed,
    HTTPException: http_problem,
    Exception: our_mistake,
}


def _page(status: int, title: str, *sentences: str, way_out: WayOut | None = None) -> Template:
    context = {"title": title, "sentences": sentences, "way_out": way_out or WayOut()}
    return Template(template_name="problem.html", context=context, status_code=status)
