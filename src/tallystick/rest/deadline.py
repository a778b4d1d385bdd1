"""A bound on one whole call of the blocking transport, under the library that bounds only each read by itself.

A vendor that sends a byte now and then would hold a thread for days. Nothing here sends.
"""

import threading
from typing import TYPE_CHECKING, Any

from tallystick.rest.clock import SYSTEM

if TYPE_CHECKING:
    import httpx2


class Deadlines:
    """When the call of each thread has to be over. A network backend that keeps to it stands in for the library's."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def start(self, seconds: float) -> None:
        """Begin a call of this thread that may take so long, all its reads and writes together."""
        self._of_thread.ends = SYSTEM.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Return what a read or a write may take. TimeoutError when the call's time is over."""
        seconds: float = getattr(self._of_thread, "ends", float("inf")) - SYSTEM.monotonic()
        if seconds <= 0:
            raise TimeoutError("the call hung past every bound")
        return seconds if timeout is None else min(seconds, timeout)

    def watch(self, http: "httpx2.Client") -> None:
        """Put every connection that `http` will open under these deadlines.

        The library has no public way for a client that it makes with proxies out of the environment, so this reaches
        inside; where a later version looks different, its own timeouts are what is left.
        """
        for transport in (getattr(http, "_transport", None), *getattr(http, "_mounts", {}).values()):
            pool = getattr(transport, "_pool", None)
            backend = getattr(pool, "_network_backend", None)
            if pool is not None and backend is not None:
                pool._network_backend = Backend(backend, self)  # noqa: SLF001 - see above


class Backend:
    """A network backend whose streams keep the deadlines; connecting has a bound of its own."""

    def __init__(self, inner: Any, deadlines: Deadlines) -> None:
        self._inner, self._deadlines = inner, deadlines

    def connect_tcp(self, *where: Any, **options: Any) -> "Stream":
        """Open a connection."""
        return Stream(self._inner.connect_tcp(*where, **options), self._deadlines)

    def connect_unix_socket(self, *where: Any, **options: Any) -> "Stream":
        """Open a connection to a socket of this machine."""
        return Stream(self._inner.connect_unix_socket(*where, **options), self._deadlines)

    def sleep(self, seconds: float) -> None:
        """Wait between two tries to connect."""
        self._inner.sleep(seconds)


class Stream:
    """One connection."""

    def __init__(self, inner: Any, deadlines: Deadlines) -> None:
        self._inner, self._deadlines = inner, deadlines

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has arrived. TimeoutError when the call's time is over."""
        content: bytes = self._inner.read(max_bytes, self._deadlines.left(timeout))
        return content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it. TimeoutError when the call's time is over."""
        self._inner.write(buffer, self._deadlines.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(self, *how: Any, **options: Any) -> "Stream":
        """Return the connection with TLS."""
        return Stream(self._inner.start_tls(*how, **options), self._deadlines)

    def get_extra_info(self, info: str) -> Any:
        """Return what the library knows of the connection."""
        return self._inner.get_extra_info(info)
