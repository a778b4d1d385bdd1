"""What crosses the wire: one request in, one response out. No HTTP library and no socket here: whoever hosts adapts."""

from enum import StrEnum
from urllib.parse import parse_qsl

import msgspec

QUERY_PARAMETERS_MAX = 1_000
"""Parameters read from one query string or form; a request with more is refused as unreadable."""


class Request(msgspec.Struct, frozen=True):
    """One HTTP request, read whole.

    `path` is decoded and begins with `/`; `query` keeps order and repeats; header names are lower case;
    `concurrent` counts the requests of the same organisation in process when this one arrived, itself included.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: dict[str, str] = {}
    body: bytes = b""
    concurrent: int = 1


class Manner(StrEnum):
    """How a response goes out: whole, or as trouble that was asked for."""

    WHOLE = "whole"
    HANG = "hang"
    DROP = "drop"
    TRUNCATE = "truncate"
    SLOW = "slow"


class Response(msgspec.Struct, frozen=True):
    """One HTTP response, whole; header names are written as the vendor writes them.

    `manner` says how the host sends it; `seconds` is how long it hangs at most, or takes when it is slow.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    manner: Manner = Manner.WHOLE
    seconds: float = 0.0

    def header(self, name: str) -> str:
        """Return the first value of a header, empty when the response has none."""
        wanted = name.lower()
        return next((value for found, value in self.headers if found.lower() == wanted), "")


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the name-value pairs of a query string or an urlencoded form, in order, blank values kept.

    Raises ValueError when there are more than QUERY_PARAMETERS_MAX.
    """
    if not text:
        return ()
    return tuple(parse_qsl(text, keep_blank_values=True, max_num_fields=QUERY_PARAMETERS_MAX))
