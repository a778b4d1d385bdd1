"""Reads Online Retail, a real retailer's thirteen months of trade, into documents. Nothing here sends or writes.

The data: Chen, D. (2015), Online Retail, UCI Machine Learning Repository, CC BY 4.0.
How documents, rounding and totals are read is written down in docs/spec/retail.md.
"""

import csv
import io
import lzma
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from tallystick.model.money import ZERO, parse_decimal, round_money

ATTRIBUTION = "Chen, D. (2015), Online Retail, UCI Machine Learning Repository, CC BY 4.0"
SOURCE = "https://archive.ics.uci.edu/dataset/352/online+retail"
ZONE = ZoneInfo("Europe/London")
CURRENCY = "GBP"
PLACES = 2
ROWS_MAX = 2_000_000
COLUMNS = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"]


class RetailError(Exception):
    """The file cannot be used; the sentence says where and why."""


class Kind(StrEnum):
    """What a document is: told by the letter its number begins with."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit note"
    JOURNAL = "journal"


LETTERS = {"C": Kind.CREDIT_NOTE, "A": Kind.JOURNAL}


class Sale(msgspec.Struct, frozen=True, gc=False):
    """One line of the file: `quantity` and `price` are signed as in the file."""

    code: str
    description: str
    quantity: Decimal
    price: Decimal

    @property
    def amount(self) -> Decimal:
        """Return quantity × price, rounded half up to the penny: what a book can hold of it."""
        return round_money(self.quantity * self.price, PLACES)


class Customer(msgspec.Struct, frozen=True):
    """Who bought: a number and a country, or nobody in particular when the file gives no number."""

    number: str = ""
    country: str = ""

    @property
    def name(self) -> str:
        """Return the contact's name: `12431 Belgium`, or that of the one walk-in customer."""
        return f"{self.number} {self.country}" if self.number else "Walk-in customer"


WALK_IN = Customer()


class Document(msgspec.Struct, frozen=True):
    """One document of the file; `at` is the aware time of its first line, in the retailer's zone."""

    number: str
    kind: Kind
    customer: Customer
    at: datetime
    lines: tuple[Sale, ...]

    @property
    def month(self) -> str:
        """Return the month it belongs to: `2011-11`."""
        return self.at.strftime("%Y-%m")

    @property
    def total(self) -> Decimal:
        """Return the sum of the lines' rounded amounts, signed as in the file: a credit note's is negative."""
        return sum((line.amount for line in self.lines), ZERO)


def read(path: Path) -> Iterator[Document]:
    """Yield the documents of the file (plain or xz) in its order, which is that of time.

    Raises RetailError for a file that is not this data.
    """
    documents: dict[str, list[dict[str, str]]] = {}
    for row in _rows(path):
        documents.setdefault(row["InvoiceNo"], []).append(row)
    for number, rows in documents.items():
        yield _document(number, rows)


def select(documents: Iterable[Document], first: str, last: str) -> Iterator[Document]:
    """Yield the documents of the months from first to last, both included (`2011-09`)."""
    return (document for document in documents if first <= document.month <= last)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        raw = path.read_bytes()
        text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise RetailError(f"{path} cannot be read: {error}") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if rows.fieldnames != COLUMNS:
        raise RetailError(f"{path} is not Online Retail: its first line should be {','.join(COLUMNS)}")
    for count, row in enumerate(rows, 2):
        if count > ROWS_MAX:
            raise RetailError(f"{path} has more than {ROWS_MAX} lines")
        if None in row or None in row.values():
            raise RetailError(f"{path}, line {count}, has not {len(COLUMNS)} fields")
        yield row


def _document(number: str, rows: list[dict[str, str]]) -> Document:
    head = rows[0]
    customer = head["CustomerID"].removesuffix(".0")
    try:
        return Document(
            number=number,
            kind=LETTERS.get(number[:1], Kind.INVOICE),
            customer=Customer(customer, head["Country"]) if customer else WALK_IN,
            at=datetime.fromisoformat(head["InvoiceDate"]).replace(tzinfo=ZONE),
            lines=tuple(_line(row) for row in rows),
        )
    except ValueError as error:
        raise RetailError(f"document {number}: {error}") from None


def _line(row: dict[str, str]) -> Sale:
    return Sale(
        code=row["StockCode"].strip(),
        description=" ".join(row["Description"].split()),
        quantity=parse_decimal(row["Quantity"]),
        price=parse_decimal(row["UnitPrice"]),
    )
