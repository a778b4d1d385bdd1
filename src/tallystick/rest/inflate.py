"""Unpacking a compressed response, never further than asked. Nothing here reads from the network."""

import zlib
from typing import Self

# By content coding: what zlib is told about the frame around the data. 32 finds out gzip or zlib by itself.
FRAMES = {"gzip": 32 + zlib.MAX_WBITS, "x-gzip": 32 + zlib.MAX_WBITS, "deflate": 32 + zlib.MAX_WBITS}


class InflateError(Exception):
    """The data is not what its content coding says."""


class Inflate:
    """One compressed body. `whole` says whether its end has come."""

    __slots__ = ("_stream", "coding", "whole")

    def __init__(self, coding: str) -> None:
        self.coding = coding
        self._stream = zlib.decompressobj(FRAMES[coding])
        self.whole = False

    @classmethod
    def of(cls, coding: str) -> Self | None:
        """Return what unpacks `coding`, None for one that is not known."""
        name = coding.strip().lower()
        return cls(name) if name in FRAMES else None

    def add(self, chunk: bytes, bytes_max: int) -> bytes:
        """Return what `chunk` unpacks to, at most `bytes_max` of it: then there is more than anybody wants."""
        if self.whole:
            return b""  # what follows the end belongs to no body
        try:
            plain = self._stream.decompress(chunk, bytes_max)
        except zlib.error as error:
            raise InflateError(f"the response is not {self.coding} as it says ({error})") from None
        self.whole = self._stream.eof
        return plain
