"""What a caller gets back: an Answer, a Page of rows, and what is left of the limits. Nothing here decodes or sends."""

from typing import Any

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """What the vendor said is left of the day: calls allowed, calls left, seconds to the reset; None when unsaid."""

    limit: int | None = None
    remaining: int | None = None
    reset_seconds: float | None = None


class Answer(dict[str, Any]):
    """The decoded body as a dict, with the facts of the call beside it.

    Declared numbers are `Decimal` (integers `int`) or None where the vendor sent an empty string; every undeclared
    fraction is a `Decimal` too; ids are `str`; unknown keys are kept. `raw` is the body as it came; a file (a PDF,
    an attachment) leaves the dict empty and has its bytes in `raw`, or `sunk` of them where they were sent on to;
    `disposition` is what the vendor says of its name.
    """

    __slots__ = ("content_type", "disposition", "limits", "raw", "request_id", "status", "sunk")

    raw: bytes
    status: int
    request_id: str
    limits: Limits
    content_type: str
    disposition: str
    sunk: int | None


class Page(msgspec.Struct, frozen=True):
    """One page of a list: `rows` undecoded (so that raw bytes can be kept), `context` the vendor's page context."""

    number: int
    rows: list[msgspec.Raw]
    context: dict[str, Any]
    limits: Limits
    request_id: str = ""
