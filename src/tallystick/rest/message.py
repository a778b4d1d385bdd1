"""What goes over the wire and what comes back, as plain records. No library of HTTP shows its types past these."""

from typing import Any

import msgspec


class Request(msgspec.Struct, frozen=True):
    """One HTTP request. `url` is absolute and encoded, `content` the encoded body, header names are lower case.

    What shows it in a log or a traceback sees no header and no body: they hold secrets.
    """

    method: str
    url: str
    headers: dict[str, str] = {}
    content: bytes = b""
    timeout_seconds: float = 60.0
    bytes_max: int = 64 * 1024 * 1024

    def __repr__(self) -> str:
        return f"Request({self.method} {self.url})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method), ("url", self.url)]


class Reply(msgspec.Struct, frozen=True):
    """One whole HTTP response. Header names are lower case, `content` is decoded of its transfer compression."""

    status: int
    headers: dict[str, str] = {}
    content: bytes = b""


class Failure(msgspec.Struct, frozen=True):
    """No usable response. `sent` is False only when the request certainly never left this machine.

    `oversize` says that the response passed `Request.bytes_max`, which no second try mends.
    """

    reason: str
    sent: bool = True
    oversize: bool = False


class Upload(msgspec.Struct, frozen=True):
    """One file of a multipart body."""

    name: str
    content: bytes
    content_type: str = "application/octet-stream"
