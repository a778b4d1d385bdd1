"""A file that comes in: where it is put, never held whole, and complete or not there at all. Nothing here sends."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import msgspec

from tallystick.model.errors import InvalidArgument, UnexpectedAnswer
from tallystick.rest.answer import Answer, Limits

DOWNLOAD_BYTES_MAX = 256 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
MEMORY_BYTES_MAX = 1024 * 1024
"""What `chunks` keeps in memory; a larger file waits on the disk until it is read."""
Target: TypeAlias = str | os.PathLike[str] | BinaryIO


class Download(msgspec.Struct, frozen=True):
    """A file that came in. `name` is what the vendor calls it, "" when it does not say: never take it as a path."""

    size_bytes: int
    content_type: str = ""
    name: str = ""
    request_id: str = ""
    limits: Limits = Limits()


class FileSink:
    """Writes into an open binary file, from where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.begun = False
        self.start = 0

    def begin(self) -> None:
        """Go back to where the file stood; one that cannot go back takes only one beginning."""
        if not self.begun:
            self.begun = True
            self.start = self.file.tell() if self.file.seekable() else 0
            return
        if not self.file.seekable():
            raise InvalidArgument(
                "the connection broke in the middle of the file, and what was written cannot be taken back",
                argument="to",
                hint="Download into a path, or call again with a fresh target.",
            )
        self.file.seek(self.start)
        self.file.truncate()

    def write(self, chunk: bytes) -> None:
        """Take the next piece."""
        self.file.write(chunk)


@contextmanager
def opened(target: Target) -> Iterator[FileSink]:
    """Give the sink for `target`. A path gets its file when the block ends well and stays as it was when it does not."""
    if not isinstance(target, (str, os.PathLike)):
        yield FileSink(target)
        return
    path = Path(target)
    try:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    except OSError as error:
        hint = "Name a file in a folder that is there and can be written to."
        raise InvalidArgument(f"{path} cannot be written: {error.strerror}", argument="to", hint=hint) from None
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield FileSink(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def spooled() -> BinaryIO:
    """Return a nameless file that stays in memory while it is small."""
    return tempfile.SpooledTemporaryFile(max_size=MEMORY_BYTES_MAX)  # type: ignore[return-value]  # it is a BinaryIO in all but its declared kind


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """Return the file from its beginning, piece by piece."""
    file.seek(0)
    while piece := file.read(CHUNK_BYTES):
        yield piece


def told(answer: Answer, size_bytes: int | None, *, vendor: str, operation: str) -> Download:
    """Return what came in. UnexpectedAnswer when the vendor answered with a record instead of a file."""
    if size_bytes is None:
        raise UnexpectedAnswer(
            f"the answer is {answer.content_type or 'a record'}, not a file",
            vendor=vendor,
            operation=operation,
            http_status=answer.status,
            request_id=answer.request_id,
            body=answer.raw,
            hint='Ask for the file: params={"accept": "pdf"} where an operation gives records and files.',
        )
    return Download(size_bytes, answer.content_type, _name(answer.disposition), answer.request_id, answer.limits)


def _name(disposition: str) -> str:
    """Return the file's name out of a Content-Disposition header, without any folder."""
    _, _, rest = disposition.partition("filename=")
    name: Any = rest.partition(";")[0].strip().strip('"')
    return str(name).replace("\\", "/").rpartition("/")[2]
