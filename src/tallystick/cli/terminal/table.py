"""Tables for people: which columns of a vendor's rows are worth showing, and how. Programs take `--json` instead."""

import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import Any, Final

from rich.console import Console
from rich.table import Table

COLUMNS_MAX: Final = 8
PIPED_WIDTH: Final = 400
"""A pipe has no width; a table that is read by a program may be this wide before it is cut."""

# What somebody looks for first; each pattern takes the first key that fits.
WORTH: Final = (
    "*_number",
    "number",
    "date",
    "*customer_name",
    "contact_name",
    "vendor_name",
    "account_name",
    "name",
    "status",
    "due_date",
    "rate",
    "total",
    "amount",
    "balance",
    "currency_code",
    "email",
)


def choose_columns(rows: Sequence[Mapping[str, Any]], wanted: Sequence[str]) -> list[str]:
    """Return the columns to show: those wanted, or the record's id and what is usually looked for."""
    if wanted:
        return list(wanted)
    keys = list(dict.fromkeys(key for row in rows for key, value in row.items() if not isinstance(value, (dict, list))))
    chosen = [key for key in keys if key.endswith("_id")][:1]
    for pattern in WORTH:
        found = next((key for key in keys if fnmatchcase(key, pattern) and key not in chosen), None)
        if found and any(row.get(found) not in ("", None) for row in rows):
            chosen.append(found)
    return (chosen if len(chosen) > 1 else keys)[:COLUMNS_MAX]


def show_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print rows as a table."""
    chosen = choose_columns(rows, columns)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in chosen:
        is_number = any(isinstance(row.get(name), (int, Decimal)) for row in rows)
        table.add_column(name, justify="right" if is_number else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(cell(row.get(name)) for name in chosen))
    console().print(table)


def show_record(record: Mapping[str, Any]) -> None:
    """Print one record, a field a line; empty fields and what lies deeper are counted, not shown."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in record.items():
        if value not in ("", None, [], {}):
            table.add_row(name, cell(value))
    console().print(table)


def cell(value: Any) -> Any:
    """Return a value as a cell; text is shown as it is, whatever brackets it holds."""
    from rich.text import Text  # noqa: PLC0415 - beside its only use

    if value is None:
        return Text("")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, list):
        return Text(f"{len(value)} of these")
    if isinstance(value, dict):
        return Text(f"{len(value)} fields")
    return Text("".join(letter if letter.isprintable() else " " for letter in str(value)))


def console() -> Console:
    """Return the terminal; to a pipe no line is cut at a width that nobody has."""
    return Console() if sys.stdout.isatty() else Console(width=PIPED_WIDTH, color_system=None)
