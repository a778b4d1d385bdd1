"""What an answer rests on: behaviours that are only assumed, and what a call said that nothing read.

A behaviour of a whole operation states its evidence where it is declared; here are the finer ones. No rule lives here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.errors import Refused

ASSUMED: Final = "assumed"
IGNORED_HEADER: Final = "X-Tallystick-Ignored"
"""Sent by a strict sandbox: the parameters and body fields of the call that nothing read."""
ASSUMED_HEADER: Final = "X-Tallystick-Assumed"
"""Sent by a strict sandbox: what of the answer is assumed, though its operation is not."""
HEADER_LENGTH_MAX: Final = 2_000
NOTES_MAX: Final = 50
"""Ignored parameters and fields that one call's notes name; a body may have thousands."""


class Behaviour(msgspec.Struct, frozen=True):
    """One behaviour of operations that are themselves evidenced: what the sandbox does, and why that is assumed."""

    sentence: str
    why: str


BEHAVIOURS: Final[dict[str, Behaviour]] = {
    "list_sums": Behaviour(
        "response_option puts the count and the sums of a list into page_context, as total and sum_columns",
        "the parameter is documented, the keys of its answer are not",
    ),
    "order_by_reference": Behaviour(
        "invoices are mapped to the sales order whose number is their reference number",
        "the operation is documented, how it finds the order is not",
    ),
    "unknown_place": Behaviour(
        "with the seller's state or the place of supply unknown, no GST component is refused",
        "refusals are recorded only where both are known",
    ),
    "uncategorize_deletes": Behaviour(
        "uncategorising deletes the document, or the refund, that was made of the line",
        "the operation is documented, what becomes of the document is not",
    ),
    "approval_begins": Behaviour(
        "with approvals on, a document begins as a draft, one that is otherwise open from the start too",
        "the operations of approvals are documented, what they do to creating is not",
    ),
    "left_of_orders": Behaviour(
        "the bill proposed for a purchase order that is billed in part has what is left of each line",
        "the operation is documented, its figures are not",
    ),
    "journal_taxes": Behaviour(
        "a tax on a line of a journal is taken on top of it and counts on its side when the sides are compared",
        "the fields are documented, the arithmetic is not",
    ),
    "webhook_events": Behaviour(
        "the events of a webhook are created, edited and deleted, alone or behind the name of its entity",
        "the vendor documents that there is a list of events, not what is in it",
    ),
    "rule_types": Behaviour(
        "a workflow rule of type add, edit, delete or date is run by what its name says",
        "only add_edit is recorded",
    ),
    "rule_criteria": Behaviour(
        "the criteria of a workflow rule are a list of field, comparator and value, all of which have to be met",
        "the vendor documents that a rule has criteria; clients in production send none",
    ),
    "report_period": Behaviour(
        "a report without dates covers this month up to today",
        "clients always send dates",
    ),
}
"""Behaviours by name; `Notes.assume` is said where each is met, and the coverage page lists them."""


class Notes:
    """What one call has met: assumed behaviours, and in a strict sandbox what it said that nothing read.

    `ignored` are query parameters, `dropped` the paths of body fields (`line_items.colour`), `assumed` sentences.
    """

    __slots__ = ("assumed", "dropped", "ignored", "strict")

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.assumed: list[str] = []
        self.ignored: list[str] = []
        self.dropped: list[str] = []

    def assume(self, name: str) -> None:
        """Note that the answer rests on an assumed behaviour. Raises Refused in a strict sandbox."""
        behaviour = BEHAVIOURS[name]
        if self.strict:
            raise Refused("only_assumed", what=behaviour.sentence, why=behaviour.why)
        self.assumed.append(behaviour.sentence)

    def headers(self) -> tuple[tuple[str, str], ...]:
        """Return the headers by which a strict sandbox tells the notes."""
        if not self.strict:
            return ()
        ignored = ", ".join([*(f"query.{name}" for name in self.ignored), *(f"body.{name}" for name in self.dropped)])
        told = ((IGNORED_HEADER, ignored), (ASSUMED_HEADER, "; ".join(self.assumed)))
        return tuple((name, _as_header(value)) for name, value in told if value)


def _as_header(text: str) -> str:
    """Return a text as a header can carry it; names of fields are the caller's and may be anything."""
    return "".join(letter if " " <= letter <= "~" else "?" for letter in text[:HEADER_LENGTH_MAX])


class Noted(dict[str, Any]):
    """Parameters or fields that remember which of them were read; walking over them counts as reading all."""

    __slots__ = ("_read",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        super().__init__({name: _noted(value) for name, value in fields.items()})
        self._read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self._read.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._read.add(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field, and note that it was read."""
        self._read.add(name)
        return super().get(name, default)

    def __iter__(self) -> Iterator[str]:
        self._read.update(super().keys())
        return super().__iter__()

    def keys(self) -> Any:
        """Return every name, and note that all were read."""
        self._read.update(super().keys())
        return super().keys()

    def items(self) -> Any:
        """Return every field, and note that all were read."""
        self._read.update(super().keys())
        return super().items()

    def values(self) -> Any:
        """Return every value, and note that all were read."""
        self._read.update(super().keys())
        return super().values()

    def unread(self) -> Iterator[str]:
        """Yield the path of every field that nothing read and that says something."""
        for name, value in super().items():
            if name not in self._read:
                if _says(value):
                    yield name
            else:
                yield from (f"{name}.{path}" for path in _unread(value))


def _noted(value: Any) -> Any:
    if isinstance(value, dict):
        return Noted(value)
    if isinstance(value, list):
        return [_noted(one) for one in value]
    return value


def _unread(value: Any) -> Iterator[str]:
    if isinstance(value, Noted):
        yield from value.unread()
    elif isinstance(value, list):
        for one in value:
            yield from _unread(one)


def _says(value: Any) -> bool:
    return value not in ("", None, [], {})


def undeclared(sent: Any, kept: Any) -> Iterator[str]:
    """Yield the path of every field that was sent and is not among those kept: the operation does not declare it."""
    if isinstance(sent, dict) and isinstance(kept, dict):
        for name, value in sent.items():
            if name not in kept:
                if _says(value):
                    yield name
            else:
                yield from (f"{name}.{path}" for path in undeclared(value, dict.__getitem__(kept, name)))
    elif isinstance(sent, list) and isinstance(kept, list) and len(sent) == len(kept):
        for one, other in zip(sent, kept, strict=True):
            yield from undeclared(one, other)


def few(paths: Iterator[str]) -> list[str]:
    """Return paths, each once and at most NOTES_MAX of them."""
    found: dict[str, None] = {}
    for path in paths:
        found[path] = None
        if len(found) == NOTES_MAX:
            break
    return list(found)
