"""Rows that are few: the page of them a call asks for. Rows that are many are found by an index in `module`."""

from typing import Any

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.listing import read_page


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
