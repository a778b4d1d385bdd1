"""A response while it is read: bounded in bytes and in time, unpacked, and put where the request wants it.

Nothing here opens a connection.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tallystick.rest.clock import SYSTEM
from tallystick.rest.inflate import Inflate, InflateError
from tallystick.rest.message import Failure, Reply, Request, Sink, goes_to_sink

if TYPE_CHECKING:
    import httpx2


class Body:
    """A response being read: stops at the byte bound and at the time bound of its request.

    What is compressed is unpacked here, never further than the byte bound: a small answer may stand for gigabytes.
    """

    __slots__ = ("chunks", "ends", "failure", "inflate", "monotonic", "request", "response", "sink", "size")

    def __init__(
        self, request: Request, response: "httpx2.Response", *, monotonic: Callable[[], float] = SYSTEM.monotonic
    ) -> None:
        self.request, self.response, self.monotonic = request, response, monotonic
        self.ends = monotonic() + request.timeout_seconds
        self.chunks: list[bytes] = []
        self.size = 0
        self.failure: Failure | None = None
        self.sink: Sink | None = None
        headers = response.headers
        coding = headers.get("content-encoding", "")
        # A response that was read before it came here (a canned one) has been unpacked, too.
        self.inflate = Inflate.of(coding) if coding and not response.is_stream_consumed else None
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > request.bytes_max:
            self.failure = _oversize(request)
        elif coding and self.inflate is None and coding != "identity" and not response.is_stream_consumed:
            self.failure = Failure(f"the response is packed as {coding!r}, which was not asked for")
        elif request.sink is not None and goes_to_sink(request, response.status_code, dict(headers)):
            self.sink = request.sink
            self.sink.begin()

    def add(self, chunk: bytes) -> bool:
        """Take one chunk as it came over the wire; True when reading has to stop."""
        request = self.request
        if self.inflate is not None:
            try:
                chunk = self.inflate.add(chunk, request.bytes_max - self.size + 1)
            except InflateError as error:
                self.failure = Failure(str(error))
                return True
        self.size += len(chunk)
        if self.size > request.bytes_max:
            self.failure = _oversize(request)
        elif self.sink is not None:
            self.sink.write(chunk)
        else:
            self.chunks.append(chunk)
        if self.failure is None and self.monotonic() > self.ends:
            self.failure = Failure(f"the response took longer than {request.timeout_seconds:g} s")
        return self.failure is not None

    def done(self) -> Reply | Failure:
        """Return the whole response."""
        if self.failure is not None:
            return self.failure
        if self.inflate is not None and not self.inflate.whole:
            return Failure("the packed response ends too early")
        response = self.response
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers.raw}
        content = self.chunks[0] if len(self.chunks) == 1 else b"".join(self.chunks)
        return Reply(response.status_code, headers, content, None if self.sink is None else self.size)


def read_before(response: "httpx2.Response") -> tuple[bytes, ...]:
    """Return the body of a response that somebody has read already, such as a canned one; nothing otherwise."""
    return (response.content,) if response.is_stream_consumed else ()


def _oversize(request: Request) -> Failure:
    return Failure(f"the response is larger than {request.bytes_max} bytes", oversize=True)
