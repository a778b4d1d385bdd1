"""Rows that are few: how a call has them sorted, and the page of them it asks for. Rows that are many are found by an index in `module`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.listing import read_page

Row = TypeVar("Row")


class Few(msgspec.Struct, frozen=True):
    """One page of rows that are few and need no index, with its page context."""

    rows: list[dict[str, Any]]
    context: dict[str, Any]


def context_of_few(call: Call, rows: list[dict[str, Any]]) -> Few:
    """Return the page of a few rows that a call asks for. Raises Refused (code 2) for a page that is no number."""
    number, per_page = read_page(call)
    start = (number - 1) * per_page
    more = len(rows) > start + per_page
    return Few(rows[start : start + per_page], {"page": number, "per_page": per_page, "has_more_page": more})


def sort_few(
    call: Call, rows: Sequence[Row], sorts: Mapping[str, Callable[[Row], Any]], column: str
) -> tuple[list[Row], str, str]:
    """Return a few rows as a call has them sorted, by which column and in which order; else by `column`, latest first."""
    asked, order = call.query.get("sort_column", ""), call.query.get("sort_order", "").upper()[:1]
    column = asked if asked in sorts else column
    order = order if order in {"A", "D"} else "D"
    return sorted(rows, key=sorts[column], reverse=order == "D"), column, order
