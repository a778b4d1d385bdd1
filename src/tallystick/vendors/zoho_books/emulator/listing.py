"""How a list is asked for: query parameters read into tests, a sort and a page, and the page context that answers.

The indexes are `index.py`'s and the columns each noun's own; no document is looked at here.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.faults import FaultKind
from tallystick.vendors.zoho_books.emulator.index import Column, Condition, Index, Key, Kind, Op
from tallystick.vendors.zoho_books.emulator.kept import definitions
from tallystick.vendors.zoho_books.emulator.readings import (
    LAST_MODIFIED_TIME,
    LAST_MODIFIED_TIME_Z,
    PAGE_SIZE,
    UNDOCUMENTED_SORTS,
    read_as,
)

PER_PAGE_DEFAULT: Final = 200
PER_PAGE_MAX: Final = 200
PAGE_MAX: Final = 1_000_000
LOCATION: Final = "location_id"
"""Every list of documents that belong to a location is filtered by it, whether its noun says so or not."""
CHOICES_MAX: Final = 200
"""Values read from one comma-separated parameter."""

CUSTOM_PREFIX: Final = "cf_"
"""How the api names of custom fields begin."""
CUSTOM_FIELD: Final = "custom_field"
"""The parameter, and the column, that means the custom fields of a document whichever they are."""

Forms = Mapping[str, Op]
"""The forms a filter comes in: what follows the parameter's name, and how keys are compared with its value."""

EXACT: Final[Forms] = {"": Op.IN}
TEXT: Final[Forms] = {"": Op.IN, "_startswith": Op.PREFIX, "_contains": Op.CONTAINS}
LISTED: Final[Forms] = {**TEXT, "_in": Op.IN, "_not_in": Op.NOT_IN}
"""A text that may also be one, or none, of several."""
ACCOUNT_TEXT: Final[Forms] = {
    "": Op.IN,
    "_contains": Op.CONTAINS,
    "_starts_with": Op.PREFIX,
    "_ends_with": Op.SUFFIX,
}
CONTAINED: Final[Forms] = {"": Op.CONTAINS}
NUMBER: Final[Forms] = {
    "": Op.IN,
    "_less_than": Op.LESS,
    "_less_equals": Op.LESS_EQUAL,
    "_greater_than": Op.GREATER,
    "_greater_equals": Op.GREATER_EQUAL,
}
DATE: Final[Forms] = {
    "": Op.IN,
    "_start": Op.GREATER_EQUAL,
    "_end": Op.LESS_EQUAL,
    "_before": Op.LESS,
    "_after": Op.GREATER,
}


def equals(column: str, *keys: Key) -> Condition:
    """Condition that a column has one of these keys."""
    return Condition(column, Op.IN, frozenset(keys))


class Filter(msgspec.Struct, frozen=True):
    """One filter of a list: the parameter, its forms, the column when that is named otherwise.

    A filter of `many` values takes them comma-separated and passes any of them.
    """

    parameter: str
    forms: Forms = msgspec.field(default_factory=lambda: EXACT)
    column: str = ""
    many: bool = False


class Listing(msgspec.Struct, frozen=True):
    """How one noun is listed, as facts of the vendor.

    `views` are the values of `filter_by`, each with the tests it stands for, `view` the one meant when none is given.
    `sorts` names the columns that `sort_column` accepts, `sort` and `descending` what is meant when none is given.
    `context` gives the keys of the page context between filter and sort; a `bare` listing names neither.
    `filters_read_as` names the reading that says whether the filters work at all, where that is in doubt.
    """

    report_name: str
    columns: tuple[Column, ...]
    sort: str
    descending: bool = False
    sorts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    views: Mapping[str, tuple[Condition, ...]] = {}
    view: str = ""
    bare: bool = False
    per_page: int = PER_PAGE_DEFAULT
    per_page_max: int = PER_PAGE_MAX
    filters_read_as: str = ""
    context: Callable[[Call], dict[str, Any]] = lambda _: {"custom_fields": []}


class Page(msgspec.Struct, frozen=True):
    """One page of ids, the tests it was found by, and the page context to answer with."""

    identities: list[str]
    tests: list[Condition]
    context: dict[str, Any]


def _read_time(text: str) -> datetime:
    """Read an instant as `YYYY-MM-DDThh:mm:ss±hhmm`; a trailing `Z` is not taken, as the vendor does not."""
    if not text[-4:].isdigit():
        raise ValueError(text)
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


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
                return _read_time(text)
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


def read_page(call: Call, default: int = PER_PAGE_DEFAULT, most: int = PER_PAGE_MAX) -> tuple[int, int]:
    """Return the page asked for, from 1, and the rows on a page; a size out of range means the most there may be.

    Raises Refused (code 2) for what is no whole number.
    """
    number = max(_whole_number(call, "page", 1), 1)
    asked = _whole_number(call, "per_page", default)
    if 1 <= asked <= most:
        return number, asked
    if _read_as(call, PAGE_SIZE) == "refused":
        raise Refused("invalid_value", field="per_page")
    return number, most


def _read_as(call: Call, question: str) -> str:
    return read_as(call.organization.settings.readings, question)


def _tests(listing: Listing, index: Index, call: Call) -> list[Condition]:
    tests: list[Condition] = []
    if listing.filters_read_as and _read_as(call, listing.filters_read_as) == "ignored":
        return tests
    for one in listing.filters:
        name = one.column or one.parameter
        column = index.column(name)
        assert column is not None, name
        for suffix, op in one.forms.items():
            parameter = one.parameter + suffix
            text = call.query.get(parameter, "").strip()
            if not text:
                continue
            several = one.many or suffix in {"_in", "_not_in"}
            texts = text.split(",", CHOICES_MAX)[:CHOICES_MAX] if several else [text]
            keys = [read_key(column.kind, parameter, part.strip()) for part in texts]
            tests.append(Condition(name, op, frozenset(keys) if op in {Op.IN, Op.NOT_IN} else keys[0]))
    return tests


def _custom_tests(index: Index, call: Call) -> list[Condition]:
    """Return the tests on custom fields: `cf_region=North`, with TEXT's forms; one that no one has is ignored."""
    tests: list[Condition] = []
    for name in (CUSTOM_FIELD, *(field["api_name"] for field in definitions(call.organization))):
        for suffix, op in TEXT.items():
            parameter = name + suffix
            text = call.query.get(parameter, "").strip()
            column = index.column(name)
            if not text or column is None:
                continue
            key = read_key(column.kind, parameter, text)
            tests.append(equals(name, key) if op is Op.IN else Condition(name, op, key))
    return tests


def _modified(index: Index, call: Call) -> list[Condition]:
    name = "last_modified_time"
    reading = _read_as(call, LAST_MODIFIED_TIME)
    if index.column(name) is None or reading == "ignored":
        return []
    text = call.query.get(name, "")
    if not text or (text.endswith("Z") and _read_as(call, LAST_MODIFIED_TIME_Z) == "ignored"):
        return []
    moment = read_key(Kind.TIME, name, text)
    return [equals(name, moment) if reading == "exact" else Condition(name, Op.GREATER_EQUAL, moment)]


def _located(index: Index, call: Call) -> list[Condition]:
    text = call.query.get(LOCATION, "")
    if not text or index.column(LOCATION) is None:
        return []
    return [equals(LOCATION, *(part.strip() for part in text.split(",", CHOICES_MAX)[:CHOICES_MAX]))]


def find_page(listing: Listing, index: Index, call: Call) -> Page:
    """Find the page a call asks for. Parameters that no filter declares are ignored, as the vendor does.

    Raises Refused (code 2) for a value that cannot be read and for an unknown `filter_by`.
    """
    number, per_page = read_page(call, listing.per_page, listing.per_page_max)
    view = call.query.get("filter_by", "") or listing.view
    if view and view not in listing.views:
        raise Refused("invalid_value", field="filter_by")
    tests = [
        *listing.views.get(view, ()),
        *_tests(listing, index, call),
        *_custom_tests(index, call),
        *_modified(index, call),
        *_located(index, call),
    ]
    if (
        call.fault is not None
        and call.fault.kind is FaultKind.STALE_SEARCH
        and index.column("created_time") is not None
    ):
        tests.append(Condition("created_time", Op.LESS, call.now - timedelta(seconds=call.fault.seconds)))
    column, descending = _sort(listing, index, call)
    start = (number - 1) * per_page
    if call.fault is not None and call.fault.kind is FaultKind.PAGE_DRIFT and number > 1:
        start = max(start - call.fault.rows, 0)
    identities = index.page(tests, column, descending=descending, start=start, count=per_page + 1)
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
    return Page(identities[:per_page], tests, context)


def _sort(listing: Listing, index: Index, call: Call) -> tuple[str, bool]:
    """Return the column to sort by and whether descending: a time or a date falls unless told otherwise."""
    column = call.query.get("sort_column", "")
    is_custom = column.startswith(CUSTOM_PREFIX) and index.column(column) is not None
    if not is_custom and (column not in listing.sorts or not _sorts_by(call, column)):
        column = listing.sort
    order = call.query.get("sort_order", "").upper()[:1]
    if order in {"A", "D"}:
        return column, order == "D"
    if column == listing.sort:
        return column, listing.descending
    found = index.column(column)
    assert found is not None, column
    return column, found.kind in {Kind.DATE, Kind.TIME}


def _sorts_by(call: Call, column: str) -> bool:
    """Say whether a list sorts by a column: in doubt for one that the operation's sort_column does not name."""
    named = next((one.enum for one in call.operation.parameters if one.name == "sort_column"), ())
    return column in named or _read_as(call, UNDOCUMENTED_SORTS) == "sorted"
