"""How a list is asked for: query parameters read into tests, a sort and a page, and the page context that answers.

The indexes are `index.py`'s and the columns each noun's own; no document is looked at here.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column, Index, Key, Kind, Span, Test

PER_PAGE_DEFAULT: Final = 200
PER_PAGE_MAX: Final = 200
PAGE_MAX: Final = 1_000_000
CHOICES_MAX: Final = 200
"""Values read from one comma-separated parameter."""
TIME_FORM: Final = "%Y-%m-%dT%H:%M:%S%z"
_AFTER_EVERY_SUFFIX: Final = "\U0010ffff"

Form = Callable[[str, Key], Test]
"""Makes the test of one form of a filter from the column's name and the value that was read."""


def equal(column: str, key: Key) -> Test:
    """Test that a column has exactly this key."""
    return Test(column, (Span(key, key),))


def _prefix(column: str, key: str) -> Test:
    return Test(column, (Span(key, key + _AFTER_EVERY_SUFFIX),))


def contains(column: str, key: str) -> Test:
    """Test that a column's text contains this text."""
    return Test(column, passes=lambda value: key in value)


def above(column: str, key: Key) -> Test:
    """Test that a column is greater than this key."""
    return Test(column, (Span(low=key, low_inclusive=False),))


def below(column: str, key: Key) -> Test:
    """Test that a column is less than this key."""
    return Test(column, (Span(high=key, high_inclusive=False),))


def at_least(column: str, key: Key) -> Test:
    """Test that a column is this key or greater."""
    return Test(column, (Span(low=key),))


def at_most(column: str, key: Key) -> Test:
    """Test that a column is this key or less."""
    return Test(column, (Span(high=key),))


def any_of(column: str, *keys: Key) -> Test:
    """Test that a column has one of these keys."""
    return Test(column, tuple(Span(key, key) for key in dict.fromkeys(keys)))


EXACT: Final[dict[str, Form]] = {"": equal}
TEXT: Final[dict[str, Form]] = {"": equal, "_startswith": _prefix, "_contains": contains}
NUMBER: Final[dict[str, Form]] = {
    "": equal,
    "_less_than": below,
    "_less_equals": at_most,
    "_greater_than": above,
    "_greater_equals": at_least,
}
DATE: Final[dict[str, Form]] = {
    "": equal,
    "_start": at_least,
    "_end": at_most,
    "_before": below,
    "_after": above,
}
ACCOUNT_TEXT: Final[dict[str, Form]] = {
    "": equal,
    "_contains": contains,
    "_starts_with": _prefix,
    "_ends_with": lambda column, key: Test(column, passes=lambda value: value.endswith(key)),
}
CONTAINED: Final[dict[str, Form]] = {"": contains}
CHOICES: Final[dict[str, Form]] = {"": lambda column, keys: any_of(column, *keys)}
"""A parameter with several values, comma-separated."""


class Filter(msgspec.Struct, frozen=True):
    """One filter of a list: the parameter, the forms it comes in (suffix → test), and the column when named otherwise."""

    parameter: str
    forms: Mapping[str, Form]
    column: str = ""


class Listing(msgspec.Struct, frozen=True):
    """How one noun is listed, as facts of the vendor.

    `views` are the values of `filter_by`, each with the tests it stands for, `view` the one meant when none is given.
    `sorts` names the columns that `sort_column` accepts, `sort` and `descending` what is meant when none is given.
    `context` gives the keys of the page context between filter and sort; a `bare` listing names neither.
    """

    report_name: str
    columns: tuple[Column, ...]
    sort: str
    descending: bool = False
    sorts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    views: Mapping[str, tuple[Test, ...]] = {}
    view: str = ""
    bare: bool = False
    per_page: int = PER_PAGE_DEFAULT
    per_page_max: int = PER_PAGE_MAX
    context: Callable[[Call], dict[str, Any]] = lambda _: {"custom_fields": []}


class Page(msgspec.Struct, frozen=True):
    """One page of ids, what it was found by, and the page context to answer with."""

    identities: list[str]
    found: set[str] | None
    context: dict[str, Any]


def read_key(kind: Kind, parameter: str, text: str) -> Key:
    """Read the value of a filter on a column of this kind. Raises Refused (code 2, naming the parameter)."""
    try:
        match kind:
            case Kind.NUMBER:
                number = Decimal(text)
                if not number.is_finite():
                    raise Refused("invalid_value", field=parameter)
                return number
            case Kind.DATE:
                return date.fromisoformat(text)
            case Kind.TIME:
                if not text[-4:].isdigit():
                    raise Refused("invalid_value", field=parameter)
                return datetime.strptime(text, TIME_FORM)
            case _:
                return text.casefold()
    except (ValueError, InvalidOperation) as error:
        raise Refused("invalid_value", field=parameter) from error


def _whole_number(call: Call, name: str, default: int) -> int:
    text = call.query.get(name, "")
    if not text:
        return default
    if not text.removeprefix("-").isdecimal() or len(text) > len(str(PAGE_MAX)):
        raise Refused("invalid_value", field=name)
    return int(text)


def _tests(listing: Listing, index: Index, call: Call) -> list[Test]:
    tests: list[Test] = []
    for one in listing.filters:
        name = one.column or one.parameter
        column = index.column(name)
        assert column is not None, name
        for suffix, form in one.forms.items():
            text = call.query.get(one.parameter + suffix, "").strip()
            if not text:
                continue
            parameter = one.parameter + suffix
            if one.forms is CHOICES:
                texts = text.split(",", CHOICES_MAX)[:CHOICES_MAX]
                keys = [read_key(column.kind, parameter, part.strip()) for part in texts]
                tests.append(form(name, keys))
            else:
                tests.append(form(name, read_key(column.kind, parameter, text)))
    return tests


def _modified(index: Index, call: Call) -> list[Test]:
    text = call.query.get("last_modified_time", "")
    if not text or index.column("last_modified_time") is None:
        return []
    moment = read_key(Kind.TIME, "last_modified_time", text)
    exact = call.organization.settings.last_modified_time == "exact"
    return [(equal if exact else at_least)("last_modified_time", moment)]


def find_page(listing: Listing, index: Index, call: Call) -> Page:
    """Find the page a call asks for. Parameters that no filter declares are ignored, as the vendor does.

    Raises Refused (code 2) for a value that cannot be read and for an unknown `filter_by`.
    """
    number = max(_whole_number(call, "page", 1), 1)
    asked = _whole_number(call, "per_page", listing.per_page)
    per_page = asked if 1 <= asked <= listing.per_page_max else listing.per_page_max
    view = call.query.get("filter_by", "") or listing.view
    if view and view not in listing.views:
        raise Refused("invalid_value", field="filter_by")
    index.turn(call.today)
    tests = [*listing.views.get(view, ()), *_tests(listing, index, call), *_modified(index, call)]
    found = index.find(tests)

    column, descending = _sort(listing, call)
    start = (number - 1) * per_page
    identities = index.page(found, column, descending=descending, start=start, count=per_page + 1)
    context: dict[str, Any] = {
        "page": number,
        "per_page": per_page,
        "has_more_page": len(identities) > per_page,
        "report_name": listing.report_name,
    }
    if not listing.bare:
        context |= {"applied_filter": view} if view else {}
        context |= listing.context(call)
        context |= {"sort_column": column, "sort_order": "D" if descending else "A"}
    return Page(identities[:per_page], found, context)


def _sort(listing: Listing, call: Call) -> tuple[str, bool]:
    """Return the column to sort by and whether descending: a time or a date falls unless told otherwise."""
    column = call.query.get("sort_column", "")
    if column not in listing.sorts:
        column = listing.sort
    order = call.query.get("sort_order", "").upper()[:1]
    if order in {"A", "D"}:
        return column, order == "D"
    if column == listing.sort:
        return column, listing.descending
    return column, next(one.kind in {Kind.DATE, Kind.TIME} for one in listing.columns if one.name == column)
