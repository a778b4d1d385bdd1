"""Reads a bank's statement from a file: CSV, TSV, QIF, OFX and CAMT.053, each by a small reader. Nothing is imported here.

A file is hostile until read: its size, its rows and its depth are bounded, and a document type in XML is refused, so no
entity is ever expanded. That the vendor takes such files is known from its browser pages; their fields are assumed.
"""

import csv
import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import Any, Final
from xml.parsers import expat

from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import StatementLineFields
from tallystick.vendors.zoho_books.emulator.call import Upload
from tallystick.vendors.zoho_books.emulator.errors import Refused

FILE_BYTES_MAX: Final = 1_048_576
ROWS_MAX: Final = 1_000
DEPTH_MAX: Final = 40
TEXT_LENGTH_MAX: Final = 2_000
Row = dict[str, str]
"""One transaction as the file has it, in the words of COLUMNS."""
COLUMNS: Final = {
    "date": "date",
    "transaction date": "date",
    "amount": "amount",
    "withdrawals": "debit",
    "withdrawal": "debit",
    "debit": "debit",
    "deposits": "credit",
    "deposit": "credit",
    "credit": "credit",
    "payee": "payee",
    "description": "description",
    "reference number": "reference",
    "reference": "reference",
    "transaction id": "bank_id",
}
"""Headings a table may have, and what each says; other columns are passed over."""
DATES: Final = ("%Y-%m-%d", "%Y%m%d", "%m/%d/%Y", "%m/%d'%Y", "%m/%d/%y", "%m/%d'%y", "%d.%m.%Y", "%d-%m-%Y")


def _bad(what: str) -> Refused:
    return Refused("rule", sentence=f"The statement file cannot be read: {what}.")


def read_statement(file: Upload) -> list[StatementLineFields]:
    """Return the lines of a statement. Raises Refused, saying what is wrong and in which transaction."""
    if len(file.content) > FILE_BYTES_MAX:
        raise Refused("too_large", limit=FILE_BYTES_MAX)
    reader = READERS.get(file.filename.rpartition(".")[2].lower())
    if reader is None:
        raise _bad(f"its name must end in one of {', '.join(sorted(READERS))}")
    found = reader(file.content)
    if not found:
        raise _bad("it has no transactions")
    if len(found) > ROWS_MAX:
        raise _bad(f"it has more than {ROWS_MAX} transactions")
    return [_line(row, number) for number, row in enumerate(found, 1)]


def _line(row: Row, number: int) -> StatementLineFields:
    amount = _amount(row, number)
    if not amount:
        raise _bad(f"transaction {number} has no amount")
    return StatementLineFields(
        date=_date(row.get("date", ""), number),
        side=Side.DEBIT if amount > 0 else Side.CREDIT,
        amount=abs(amount),
        **{name: row.get(name, "")[:TEXT_LENGTH_MAX] for name in ("payee", "description", "reference", "bank_id")},
    )


def _amount(row: Row, number: int) -> Decimal:
    """Return what came in, negative for what went out."""
    total = Decimal(0)
    for name, sign in (("amount", 1), ("credit", 1), ("debit", -1)):
        text = row.get(name, "").strip().replace(",", "")
        if not text:
            continue
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise _bad(f"the amount of transaction {number} is no number") from None
        if not value.is_finite():
            raise _bad(f"the amount of transaction {number} is no number")
        total += sign * (value if name == "amount" else abs(value))
    return total


def _date(text: str, number: int) -> dt.date:
    for form in DATES:
        try:
            return dt.datetime.strptime(text.strip().replace(" ", ""), form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise _bad(f"the date of transaction {number} is none of the forms known, such as 2026-05-31")


def _decoded(content: bytes) -> str:
    """Return a file's text: UTF-8, or the old code page that banks still write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _table(delimiter: str) -> Callable[[bytes], list[Row]]:
    def read(content: bytes) -> list[Row]:
        try:
            lines = csv.reader(StringIO(_decoded(content), newline=""), delimiter=delimiter, strict=True)
            headings = [
                COLUMNS.get(" ".join(name.replace("_", " ").split()).casefold(), "") for name in next(lines, [])
            ]
            found = [
                _named(headings, cells) for cells, _ in zip(lines, range(ROWS_MAX + 1), strict=False) if any(cells)
            ]
        except csv.Error as error:
            raise _bad(f"a row of it is broken ({error})") from None
        if "date" not in headings or not {"amount", "debit", "credit"} & {*headings}:
            raise _bad("its first row must name the columns Date and Amount, or Date, Withdrawals and Deposits")
        return found

    return read


def _named(headings: list[str], cells: list[str]) -> Row:
    return {name: cell.strip() for name, cell in zip(headings, cells, strict=False) if name}


QIF: Final = {"D": "date", "T": "amount", "P": "payee", "M": "description", "N": "reference"}


def _read_qif(content: bytes) -> list[Row]:
    found: list[Row] = []
    row: Row = {}
    for text in _decoded(content).splitlines():
        line = text.strip()
        if line == "^":
            found.append(row)
            row = {}
        elif line[:1] in QIF:
            row[QIF[line[0]]] = line[1:].strip()
        if len(found) > ROWS_MAX:
            break
    return [*found, row] if row else found


OFX: Final = {
    "DTPOSTED": "date",
    "TRNAMT": "amount",
    "NAME": "payee",
    "MEMO": "description",
    "CHECKNUM": "reference",
    "FITID": "bank_id",
}
_OFX_ROW: Final = re.compile(r"<STMTTRN>(.*?)(?=</STMTTRN>|<STMTTRN>|</BANKTRANLIST>|\Z)", re.DOTALL | re.IGNORECASE)
_OFX_FIELD: Final = re.compile(r"<([A-Z0-9.]{1,32})>([^<\r\n]{0,2000})", re.IGNORECASE)
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def _read_ofx(content: bytes) -> list[Row]:
    """Read OFX as text, in both its forms: the older leaves its elements open, the newer is XML."""
    found = []
    for block, _ in zip(_OFX_ROW.finditer(_decoded(content)), range(ROWS_MAX + 1), strict=False):
        row = {OFX[name.upper()]: value.strip() for name, value in _OFX_FIELD.findall(block[1]) if name.upper() in OFX}
        found.append({name: _unescaped(value) for name, value in row.items()} | {"date": row.get("date", "")[:8]})
    return found


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


CAMT: Final[dict[tuple[str, ...], str]] = {
    ("Amt",): "amount",
    ("CdtDbtInd",): "indicator",
    ("BookgDt", "Dt"): "date",
    ("ValDt", "Dt"): "value_date",
    ("AcctSvcrRef",): "bank_id",
    ("NtryRef",): "reference",
    ("AddtlNtryInf",): "description",
    ("NtryDtls", "TxDtls", "RmtInf", "Ustrd"): "description",
    ("NtryDtls", "TxDtls", "RltdPties", "Dbtr", "Nm"): "debtor",
    ("NtryDtls", "TxDtls", "RltdPties", "Cdtr", "Nm"): "creditor",
}
"""Where an entry of a CAMT.053 statement says what, below its `Ntry`; the first text found holds."""


class _Camt:
    """Collects the entries of a CAMT.053 document while it is parsed; a document type ends it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._path: list[str] = []
        self._row: Row | None = None
        self._start = 0
        self._text = ""

    def start(self, name: str, _: Any) -> None:
        self._path.append(name.rpartition(" ")[2].rpartition(":")[2])
        self._text = ""
        if len(self._path) > DEPTH_MAX:
            raise _bad("its elements are nested too deeply")
        if self._path[-1] == "Ntry":
            self._row, self._start = {}, len(self._path)
            if len(self.rows) >= ROWS_MAX + 1:
                raise _bad(f"it has more than {ROWS_MAX} transactions")

    def text(self, data: str) -> None:
        self._text = (self._text + data)[:TEXT_LENGTH_MAX]

    def end(self, _: str) -> None:
        if self._row is not None and self._path[-1] == "Ntry":
            self.rows.append(_of_camt(self._row))
            self._row = None
        elif self._row is not None and (name := CAMT.get(tuple(self._path[self._start :]))):
            self._row.setdefault(name, self._text.strip())
        self._path.pop()
        self._text = ""

    def doctype(self, *_: Any) -> None:
        raise _bad("it has a document type, which a statement has no need of")


def _of_camt(row: Row) -> Row:
    out = row.pop("indicator", "") == "DBIT"
    value_date, debtor, creditor = (row.pop(name, "") for name in ("value_date", "debtor", "creditor"))
    sign = "-" if out and not row.get("amount", "").startswith("-") else ""
    found = {"payee": creditor if out else debtor, **row, "amount": f"{sign}{row.get('amount', '')}"}
    return {**found, "date": row.get("date") or value_date}


def _read_camt(content: bytes) -> list[Row]:
    collected = _Camt()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = collected.start
    parser.EndElementHandler = collected.end
    parser.CharacterDataHandler = collected.text
    parser.StartDoctypeDeclHandler = collected.doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise _bad("it is no well-formed XML") from None
    return collected.rows


READERS: Final[dict[str, Callable[[bytes], list[Row]]]] = {
    "csv": _table(","),
    "tsv": _table("\t"),
    "qif": _read_qif,
    "ofx": _read_ofx,
    "qfx": _read_ofx,
    "xml": _read_camt,
    "camt": _read_camt,
}
"""The reader for each ending of a file's name."""
