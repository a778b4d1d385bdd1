"""Reads a company file: a header and one Book command a line, plain or xz. It carries out nothing itself.

The packaged companies keep their original dates in the file and are moved by whole weeks when read.
"""

import lzma
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import msgspec

from tallystick.books.commands import COMMANDS
from tallystick.books.documents.document import Command
from tallystick.books.documents.settings import BookSettings
from tallystick.model.errors import ConfigurationError
from tallystick.vendors.zoho_books.emulator.organization import OrganizationSettings

FOLDER: Final = Path(__file__).parent / "companies"
BUILT_ON: Final = date(2026, 11, 23)
"""The day the packaged companies are moved to when the build has left no `built_on.txt`."""
FORMAT: Final = 1
LINES_MAX: Final = 5_000_000
LINE_BYTES_MAX: Final = 16_000_000
DEPTH_MAX: Final = 12
_XZ: Final = b"\xfd7zXZ\x00"
_DECODER: Final = msgspec.json.Decoder(float_hook=Decimal)


class CompanyError(ConfigurationError):
    """A company file cannot be used; the sentence says where and why."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line: the book's settings, the vendor's, the last day of the company and where its data come from."""

    tallystick_company: int
    today: date
    settings: dict[str, Any] = {}
    organization: dict[str, Any] = {}
    organization_id: str = ""
    attribution: str = ""
    source: str = ""


class Step(msgspec.Struct, frozen=True):
    """One line: when it happened, the command and its fields, and the handle later lines refer to it by."""

    line: int
    at: datetime
    command: str
    handle: str
    fields: dict[str, Any]


class Company:
    """One company file, ready to be read."""

    def __init__(self, path: Path, *, built_on: date | None = None) -> None:
        """Read the header. With `built_on` every date moves by whole weeks, so that the last day is in that day's week.

        Raises CompanyError.
        """
        self.path = path
        self._lines = _read_lines(path)
        header = self._header()
        self.shift = timedelta() if built_on is None else whole_weeks(header.today, built_on)
        self.header = msgspec.structs.replace(header, today=header.today + self.shift)

    def steps(self) -> Iterator[Step]:
        """Give the lines in order, dates moved. Raises CompanyError."""
        for number, line in self._lines:
            if line:
                yield self._step(number, line)

    def _header(self) -> Header:
        number, line = next(self._lines, (1, b""))
        try:
            header = msgspec.json.decode(line, type=Header)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise CompanyError(f"{self.path}, line {number}, is no header of a company file: {error}.") from None
        if header.tallystick_company != FORMAT:
            raise CompanyError(
                f"{self.path} is of format {header.tallystick_company}; this Tallystick reads format {FORMAT}."
            )
        for part, known in (("settings", BookSettings), ("organization", OrganizationSettings)):
            self._refuse_unknown(part, getattr(header, part), known.__struct_encode_fields__)
        return header

    def _refuse_unknown(self, part: str, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
        """Raise CompanyError for the first word that no setting is called by: ignored, it would change the books."""
        for name in given:
            if name not in known:
                nearest = get_close_matches(name, known, n=1)
                advice = f"; did you mean {nearest[0]!r}?" if nearest else f"; it knows {', '.join(known)}."
                raise CompanyError(f"{self.path}, line 1: {part} has no {name!r}{advice}")

    def _step(self, number: int, line: bytes) -> Step:
        try:
            fields = _DECODER.decode(line)
            at = datetime.fromisoformat(fields.pop("at"))
            command = fields.pop("command")
            handle = fields.pop("as", "")
            moved = _move(fields, self.shift, 0) if self.shift else fields
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise CompanyError(f"{self.path}, line {number}, is no JSON: {error}.") from None
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise CompanyError(
                f"{self.path}, line {number}, needs `at` (with its zone) and `command`: {error}."
            ) from None
        if at.tzinfo is None or command not in COMMANDS:
            reason = f"unknown command {command!r}" if at.tzinfo else "`at` has no time zone"
            raise CompanyError(f"{self.path}, line {number}: {reason}.")
        return Step(number, at + self.shift, command, handle, moved)


def read_command(step: Step, handles: Mapping[str, str]) -> Command:
    """Return a line's command with its references resolved; the handle `user` is who did what no one is named for.

    Raises ValueError when a field or a reference is wrong.
    """
    fields = {"user_id": handles["user"], **_resolve(step.fields, handles, 0), "command": step.command}
    return msgspec.convert(fields, COMMANDS[step.command])


def find_company(name: str) -> tuple[Path, bool]:
    """Return the file of a company and whether it is a packaged one. Raises CompanyError when there is none."""
    for suffix in (".jsonl.xz", ".jsonl"):
        packaged = FOLDER / f"{name}{suffix}"
        if name.isidentifier() and packaged.is_file():
            return packaged, True
    path = Path(name)
    if path.is_file():
        return path, False
    known = ", ".join(sorted({found.name.partition(".")[0] for found in FOLDER.glob("*.jsonl*")} | {"empty"}))
    raise CompanyError(f"there is no company {name!r}: give one of {known}, or the path of a company file.")


def read_built_on() -> date:
    """Return the day the package was built on, as the build wrote it down, or BUILT_ON."""
    try:
        return date.fromisoformat((FOLDER / "built_on.txt").read_text(encoding="ascii").strip())
    except (FileNotFoundError, ValueError):
        return BUILT_ON


def whole_weeks(last: date, until: date) -> timedelta:
    """Return the whole weeks that bring one day into another day's week."""
    return (until - timedelta(days=until.weekday())) - (last - timedelta(days=last.weekday()))


def _read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(len(_XZ)) == _XZ
        with lzma.open(path, "rb") if is_packed else path.open("rb") as file:
            for number in range(1, LINES_MAX + 1):
                line = file.readline(LINE_BYTES_MAX)
                if not line:
                    return
                yield number, line.strip()
        raise CompanyError(f"{path} has more than {LINES_MAX} lines.")
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise CompanyError(f"{path} cannot be read: {error}.") from None


def _move(value: Any, shift: timedelta, depth: int) -> Any:
    if depth > DEPTH_MAX:
        raise ValueError("nested too deeply")
    if isinstance(value, dict):
        return {
            key: (date.fromisoformat(inner) + shift).isoformat()
            if _is_date(key, inner)
            else _move(inner, shift, depth + 1)
            for key, inner in value.items()
        }
    return [_move(inner, shift, depth + 1) for inner in value] if isinstance(value, list) else value


def _is_date(key: str, value: Any) -> bool:
    return isinstance(value, str) and bool(value) and (key == "date" or key.endswith("_date"))


def _resolve(value: Any, handles: Mapping[str, str], depth: int) -> Any:
    if depth > DEPTH_MAX:
        raise ValueError("nested too deeply")
    if isinstance(value, dict):
        return {
            key: _refer(inner, handles) if _is_reference(key) else _resolve(inner, handles, depth + 1)
            for key, inner in value.items()
        }
    return [_resolve(inner, handles, depth + 1) for inner in value] if isinstance(value, list) else value


def _is_reference(key: str) -> bool:
    return key == "id" or key.endswith(("_id", "_ids"))


def _refer(value: Any, handles: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_refer(inner, handles) for inner in value]
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    known = handles.get(value[1:])
    if known is None:
        raise ValueError(f"{value} refers to nothing before it")
    return known
