"""The words a mapping is declared with, one rule for each vendor key. How rules are carried out is not here.

A declaration names everything: every key of the vendor's rows and every field of the record is mapped, computed or
`Dropped` with the reason. A model path is a field name (`total`) or goes one record deeper (`customer.id`).
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import msgspec

from tallystick.mapping.kind import AMOUNT, ID, TEXT, Kind
from tallystick.model.record import Record


class Access(StrEnum):
    """Whether a key is only ever read, or is also sent when a record is written."""

    READ = "read"
    BOTH = "both"


READ = Access.READ
BOTH = Access.BOTH


class Field(msgspec.Struct, frozen=True):
    """A scalar: the vendor's key holds the value of a model path."""

    path: str
    kind: Kind = TEXT
    access: Access = BOTH
    required: bool = False


class Amount(Field, frozen=True):
    """Money, in the currency of its document."""

    kind: Kind = AMOUNT


class Reference(Field, frozen=True):
    """The id of another record, or of this one."""

    kind: Kind = ID


class Choice(msgspec.Struct, frozen=True, eq=False):
    """One of a vendor's words, by table. Several may mean the same; the first of them is the one written.

    A word outside the table is a mistake, unless the choice is `lenient`: then the field stays unset and the word is
    kept in the residue. Lenient is for words the vendor never documented.
    """

    path: str
    table: dict[str, Any]
    access: Access = BOTH
    required: bool = False
    lenient: bool = False


class Lines(msgspec.Struct, frozen=True):
    """A list of parts, each read by a mapping of its own."""

    path: str
    mapping: "Mapping"
    access: Access = BOTH


class Group(msgspec.Struct, frozen=True):
    """One nested object, read by a mapping of its own."""

    path: str
    mapping: "Mapping"
    access: Access = BOTH


class Alias(msgspec.Struct, frozen=True):
    """Another spelling of the key `of`, read when that one is absent."""

    of: str


class Input(msgspec.Struct, frozen=True):
    """A key that only feeds computed fields, named in `into`."""

    into: tuple[str, ...]


class Dropped(msgspec.Struct, frozen=True):
    """A key or a field that is left out on purpose, and why."""

    why: str


class Computed(msgspec.Struct, frozen=True):
    """A model path worked out from what was read.

    `read(values, row)` gets the values read so far by model path and the vendor's row; it raises ValueError with the
    reason when the row is wrong. `reads` names the keys it looks at; the first is blamed for a mistake.
    """

    reads: tuple[str, ...]
    read: Callable[[dict[str, Any], dict[str, Any]], Any]


class Composed(msgspec.Struct, frozen=True):
    """A vendor key written from several fields: `write(record)` gives its value, or None to leave it out.

    `paths` names the top-level fields that travel in it.
    """

    paths: tuple[str, ...]
    write: Callable[[Any], Any]


Rule = Field | Choice | Lines | Group | Alias | Input | Dropped


class Mapping(msgspec.Struct, frozen=True, eq=False):
    """A two-way declaration between one record and a vendor's JSON object.

    `vendor` has a rule for each key; `computed` and `absent` are by model path, `composed` by vendor key.
    `resource` names the resource of a whole record, and `operations` the vendor's operation for each of its actions;
    both are empty for parts of records.
    """

    record: type[Record]
    vendor: dict[str, Rule]
    computed: dict[str, Computed] = {}
    composed: dict[str, Composed] = {}
    absent: dict[str, Dropped] = {}
    resource: str = ""
    operations: dict[str, str] = {}
