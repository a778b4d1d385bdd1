"""A multipart body: text fields, and files that are read while they are sent. Nothing here sends.

Form of the parts: RFC 7578, names written as browsers write them.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from tallystick.model.errors import InvalidArgument
from tallystick.rest.message import Upload

UPLOAD_BYTES_MAX = 32 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class Part:
    """One file: where its bytes are and how many there are. InvalidArgument for what cannot be read again."""

    def __init__(self, field: str, upload: Upload) -> None:
        self.field, self.upload = field, upload
        content = upload.content
        self.start = 0
        if isinstance(content, (bytes, bytearray, memoryview)):
            self.size = len(bytes(content))
        elif isinstance(content, os.PathLike):
            try:
                self.size = Path(content).stat().st_size
                Path(content).open("rb").close()
            except OSError as error:
                raise self._unreadable(error.strerror or type(error).__name__) from None
        else:
            self.start, self.size = self._measure(content)

    def read(self) -> Iterator[bytes]:
        """Return the bytes in pieces, exactly as many as were measured."""
        content = self.upload.content
        if isinstance(content, (bytes, bytearray, memoryview)):
            yield bytes(content)
        elif isinstance(content, os.PathLike):
            with Path(content).open("rb") as file:
                yield from self._pieces(file)
        else:
            content.seek(self.start)
            yield from self._pieces(content)

    def _pieces(self, file: BinaryIO) -> Iterator[bytes]:
        left = self.size
        while left > 0:
            piece = file.read(min(CHUNK_BYTES, left))
            if not piece:
                raise self._unreadable("it became shorter while it was sent")
            left -= len(piece)
            yield piece

    def _measure(self, file: BinaryIO) -> tuple[int, int]:
        try:
            start = file.tell()
            size = file.seek(0, os.SEEK_END) - start
            file.seek(start)
            if not isinstance(file.read(0), bytes):
                raise self._unreadable("it is open as text")
        except (OSError, AttributeError, ValueError, TypeError) as error:
            raise self._unreadable(str(error) or "it cannot be read twice") from None
        return start, size

    def _unreadable(self, why: str) -> InvalidArgument:
        hint = 'Give bytes, a path, or a file opened with "rb" from a disk.'
        return InvalidArgument(f"the file {self.upload.name!r} cannot be sent: {why}", argument="files", hint=hint)


class Multipart:
    """A body of text fields and files, of `size` bytes, made anew each time it is gone through."""

    def __init__(self, fields: Mapping[str, str], files: Mapping[str, Upload], boundary: str) -> None:
        parts = [Part(field, upload) for field, upload in files.items()]
        total = sum(part.size for part in parts)
        if total > UPLOAD_BYTES_MAX:
            raise InvalidArgument(f"the files have {total} bytes, more than {UPLOAD_BYTES_MAX}", argument="files")
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self._heads: list[tuple[bytes, Part | None]] = [
            (_head(boundary, field) + value.encode() + b"\r\n", None) for field, value in fields.items()
        ]
        self._heads += [(_head(boundary, part.field, part.upload), part) for part in parts]
        self._end = f"--{boundary}--\r\n".encode()
        framing = sum(len(head) + (0 if part is None else 2) for head, part in self._heads)
        self.size = total + framing + len(self._end)

    def __iter__(self) -> Iterator[bytes]:
        for head, part in self._heads:
            yield head
            if part is not None:
                yield from part.read()
                yield b"\r\n"
        yield self._end


def _head(boundary: str, field: str, upload: Upload | None = None) -> bytes:
    told = f'--{boundary}\r\nContent-Disposition: form-data; name="{field.translate(_ESCAPES)}"'
    if upload is not None:
        kind = upload.content_type
        if not kind.isprintable() or not kind.isascii():
            raise InvalidArgument(f"{upload.name!r} has no usable content type: {kind!r}", argument="files")
        told += f'; filename="{upload.name.translate(_ESCAPES)}"\r\nContent-Type: {kind}'
    return f"{told}\r\n\r\n".encode()
