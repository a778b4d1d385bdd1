"""What goes over the wire and what comes back, as plain records. No library of HTTP shows its types past these."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias

import msgspec

# By the end of a file's name: what the vendors take as attachments.
CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
ANY_TYPE = "application/octet-stream"


class Source(Protocol):
    """A body that is made while it is sent, and again if it has to be sent again. It has `size` bytes."""

    size: int

    def __iter__(self) -> Iterator[bytes]:
        """Return the bytes from the beginning, in pieces."""


class Sink(Protocol):
    """Takes a file that comes in, so that it is never held whole."""

    def begin(self) -> None:
        """Forget what came before: the file comes from its beginning, perhaps again."""

    def write(self, chunk: bytes) -> None:
        """Take the next piece."""


class Request(msgspec.Struct, frozen=True):
    """One HTTP request. `url` is absolute and encoded, `content` the encoded body, header names are lower case.

    A successful response that is a file goes into `sink`, when there is one. `address` is the one address to connect to
    in place of whatever the url's host resolves to by then; host and certificate are still the url's.

    What shows it in a log or a traceback sees no header and no body: they hold secrets.
    """

    method: str
    url: str
    headers: dict[str, str] = {}
    content: bytes | Source = b""
    timeout_seconds: float = 60.0
    bytes_max: int = 64 * 1024 * 1024
    sink: Sink | None = None
    address: str = ""

    def __repr__(self) -> str:
        return f"Request({self.method} {self.url})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method), ("url", self.url)]


class Reply(msgspec.Struct, frozen=True):
    """One whole HTTP response. Header names are lower case, `content` is decoded of its transfer compression.

    What went into the request's sink is not in `content`; `sunk` says how many bytes that were, None when none did.
    """

    status: int
    headers: dict[str, str] = {}
    content: bytes = b""
    sunk: int | None = None


class Failure(msgspec.Struct, frozen=True):
    """No usable response. `sent` is False only when the request certainly never left this machine.

    `oversize` says that the response passed `Request.bytes_max`, which no second try mends.
    """

    reason: str
    sent: bool = True
    oversize: bool = False


Content: TypeAlias = bytes | os.PathLike[str] | BinaryIO


class Upload(msgspec.Struct, frozen=True):
    """One file of a multipart body. `content` is its bytes, its path, or an open binary file that can be read again.

    A path or an open file is read while it is sent and never held whole.
    """

    name: str
    content: Content
    content_type: str = ANY_TYPE

    @classmethod
    def of(cls, path: str | os.PathLike[str], *, content_type: str = "") -> "Upload":
        """Return the file at `path` under its own name; the type follows from the end of the name."""
        file = Path(path)
        return cls(file.name, file, content_type or CONTENT_TYPES.get(file.suffix.lower(), ANY_TYPE))


def is_file(headers: dict[str, str], asked: str) -> bool:
    """Whether headers announce the file asked for: not JSON, and a web page only when a web page was asked for."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return bool(kind) and "json" not in kind and (kind != "text/html" or "html" in asked)


def goes_to_sink(request: Request, status: int, headers: dict[str, str]) -> bool:
    """Whether a response is the file that the request has a sink for."""
    asked = request.headers.get("accept", "") + request.url.partition("?")[2]
    return request.sink is not None and 200 <= status < 300 and is_file(headers, asked)
