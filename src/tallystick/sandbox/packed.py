"""A company file's records, packed, so that a start need not carry its commands out again. No command is read here.

The commands stay the truth: a packing that was not made from the very file, or that this version of the books cannot read,
is passed over. A test holds the packing that is shipped against what its commands lead to.
"""

import hashlib
import lzma
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any, Final, get_args

import msgspec

from tallystick.books.change import DOCUMENTS, Change, Kind
from tallystick.vendors.zoho_books.emulator.organization import Organization, OrganizationSettings

SUFFIX: Final = ".packed.xz"
BYTES_MAX: Final = 64_000_000
_TABLES: Final[list[tuple[str, Any, Any]]] = [
    (str(kind), GenericAlias(tuple, (document, ...)), ()) for kind, document in DOCUMENTS.items()
]
Records: Final = msgspec.defstruct("Records", _TABLES, frozen=True)
"""The records of a book by kind, in the order they were made."""
_READ_RECORDS: Final = msgspec.msgpack.Decoder(Records)
_ENCODER: Final = msgspec.msgpack.Encoder(decimal_format="string")


class Packed(msgspec.Struct, frozen=True):
    """Where a company's commands lead: its settings and records, the last id given out and when the last command ran.

    `commands` is the hash of the file the commands are in; `records` are packed `Records`.
    """

    commands: str
    last_at: datetime
    last_id: int
    settings: OrganizationSettings
    records: bytes


def pack(path: Path, organization: Organization, last_at: datetime) -> bytes:
    """Return the packing of a company file whose commands led to an organisation, dates as they are in the file."""
    tables = {str(kind): tuple(organization.book.table(kind).values()) for kind in Kind}
    packed = Packed(
        commands=_hash_of(path),
        last_at=last_at,
        last_id=organization.ids.last,
        settings=organization.settings,
        records=_ENCODER.encode(Records(**tables)),
    )
    return lzma.compress(_ENCODER.encode(packed), preset=9 | lzma.PRESET_EXTREME)


def read_packed(path: Path) -> Packed | None:
    """Return the packing beside a company file, None when there is none that was made from this very file."""
    try:
        content = lzma.LZMADecompressor().decompress(packed_path(path).read_bytes(), BYTES_MAX)
        packed = msgspec.msgpack.decode(content, type=Packed)
    except (OSError, EOFError, lzma.LZMAError, msgspec.DecodeError):
        return None
    return packed if packed.commands == _hash_of(path) else None


def packed_path(path: Path) -> Path:
    """Return where the packing of a company file is: beside it."""
    return path.with_name(path.name.partition(".")[0] + SUFFIX)


def read_changes(packed: Packed, shift: timedelta) -> list[Change] | None:
    """Return a packing's records as changes, every date moved; None when the books have records of another shape now."""
    try:
        records = _READ_RECORDS.decode(packed.records)
    except msgspec.DecodeError:
        return None
    return [
        Change(kind, document.id, _moved(document, shift)) for kind in Kind for document in getattr(records, str(kind))
    ]


def _moved(value: Any, shift: timedelta) -> Any:
    """Return a record, or a part of one, with every date in it moved."""
    if isinstance(value, date):
        return value + shift
    if isinstance(value, tuple):
        return tuple(_moved(each, shift) for each in value)
    if isinstance(value, msgspec.Struct):
        held = {name: part for name in _dated(type(value)) if (part := getattr(value, name))}
        return msgspec.structs.replace(value, **{name: _moved(part, shift) for name, part in held.items()})
    return value


@cache
def _dated(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields of a record in which there may be dates."""
    return tuple(field.name for field in msgspec.structs.fields(record) if _holds_dates(field.type))


def _holds_dates(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return bool(_dated(kind))
    return (isinstance(kind, type) and issubclass(kind, date)) or any(map(_holds_dates, get_args(kind)))


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
