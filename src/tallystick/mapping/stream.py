"""How one of a vendor's lists is read into the mirror, as data. Who asks for the pages, and when, is not here."""

from collections.abc import Callable
from typing import Any

import msgspec

from tallystick.mapping.language import Mapping


class Order(msgspec.Struct, frozen=True):
    """An order a list may be asked for: the query that asks, and the row's key it sorts by, oldest first."""

    key: str
    query: dict[str, str]


class Stream(msgspec.Struct, frozen=True, eq=False):
    """One module of a vendor that can be mirrored.

    `name` is the mirror's table. `operation` lists it, `rows_max` rows to a page. `choose` picks the mapping of a row.
    `id_key` and `modified_key` are the row's keys of its id and of its last change. `changes` asks for the oldest
    change first and `since_parameter` for changes at or after an instant; whether a vendor honours either is proven
    from its answers. `created` is an order that a change never disturbs.
    """

    name: str
    operation: str
    choose: Callable[[dict[str, Any]], Mapping]
    mappings: tuple[Mapping, ...]
    id_key: str
    modified_key: str
    changes: Order
    created: Order
    newest: Order
    since_parameter: str
    rows_max: int


class CompanySource(msgspec.Struct, frozen=True, eq=False):
    """Where the facts of the company whose books these are come from: an operation, its envelope and its mapping."""

    operation: str
    envelope: str
    mapping: Mapping
