"""Asking a vendor for what a run needs, and reading the answer into arrivals. One call at a time; nothing is stored."""

import datetime as dt
from decimal import Decimal
from typing import Any, Protocol

import msgspec

from tallystick.mapping import CompanySource, Mapped, Rejected, Stream, to_model
from tallystick.mapping.kind import INSTANT
from tallystick.mirror.merge import Arrival
from tallystick.mirror.state import Cursor
from tallystick.model.company import CompanyInfo
from tallystick.model.errors import UnexpectedAnswer
from tallystick.rest.answer import Answer, Page
from tallystick.sync.walk import Seen, ask

CREATED_KEY = "created_time"

_decoder = msgspec.json.Decoder(float_hook=Decimal)


class Client(Protocol):
    """What a run needs of a vendor's client."""

    @property
    def organization_id(self) -> str:
        """The organisation that calls speak for."""

    def call(self, operation: str, path: str = "", *, params: Any = None) -> Answer:
        """Make one call."""

    def pages(self, operation: str, path: str = "", *, params: Any = None, pages_max: int = 1) -> Any:
        """Walk through a list."""


class Fetched(msgspec.Struct, frozen=True):
    """One page: its rows as the mirror takes them, and what a walk looks at."""

    arrivals: list[Arrival]
    seen: Seen
    page: Page


def fetch_page(client: Client, stream: Stream, cursor: Cursor) -> Fetched:
    """Ask for a cursor's page. Raises what the client raises."""
    page: Page = next(iter(client.pages(stream.operation, params=ask(stream, cursor), pages_max=1)))
    rows = [(bytes(raw).decode(), _decoder.decode(raw)) for raw in page.rows]
    seen = Seen(
        modified=[_time(row, stream.modified_key) for _, row in rows],
        created=[_time(row, CREATED_KEY) for _, row in rows],
        sort_column=str(page.context.get("sort_column") or ""),
        sort_order=str(page.context.get("sort_order") or ""),
        more=page.context.get("has_more_page") is True,
    )
    return Fetched([_arrival(stream, raw, row) for raw, row in rows], seen, page)


def fetch_company(client: Client, source: CompanySource) -> tuple[CompanyInfo, str, Answer]:
    """Ask whose books these are: the client's organisation, else the default one, else the first.

    Returns it with the vendor's own text. Raises UnexpectedAnswer when the answer names no company that can be read.
    """
    answer = client.call(source.operation)
    envelope = msgspec.json.decode(answer.raw, type=dict[str, msgspec.Raw])
    found: list[tuple[CompanyInfo, str]] = []
    mistakes: list[str] = []
    for raw in msgspec.json.decode(envelope.get(source.envelope, b"[]"), type=list[msgspec.Raw]):
        outcome = to_model(source.mapping, _decoder.decode(raw))
        if isinstance(outcome, Mapped):
            found.append((outcome.record, bytes(raw).decode()))
        else:
            mistakes.extend(map(str, outcome.mistakes))
    if not found:
        raise UnexpectedAnswer(
            f"no company can be read from the answer: {'; '.join(mistakes) or 'it lists none'}",
            operation=source.operation,
        )
    wanted = client.organization_id
    company, text = max(found, key=lambda one: (one[0].id == wanted, one[0].default is True))
    return company, text, answer


def _arrival(stream: Stream, raw: str, row: Any) -> Arrival:
    if not isinstance(row, dict):
        return Arrival("", "", raw, to_model(stream.mappings[0], row))
    mapping = stream.choose(row)
    outcome = to_model(mapping, row)
    identity = row.get(stream.id_key) if isinstance(outcome, Rejected) else outcome.record.id
    return Arrival(str(identity or ""), mapping.resource, raw, outcome)


def _time(row: Any, key: str) -> dt.datetime | None:
    """Return a row's time as the walk compares it, None when the row has none that can be read."""
    try:
        value = INSTANT.parse(row.get(key)) if isinstance(row, dict) and key else None
    except ValueError:
        return None
    return value
