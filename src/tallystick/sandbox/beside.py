"""A loopback port beside a program, served from threads of its process: each request is handed on, none answered here.

It is the standard library's server, because a test run may start and stop hundreds and ends its threads with itself.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Final
from urllib.parse import quote

from tallystick.rest.message import Failure, Reply, Request
from tallystick.sandbox.port import HOST, listen

Send = Callable[[Request], Reply | Failure]
"""Carries one request to whoever answers; called from many threads."""
REQUEST_BYTES_MAX: Final = 64 * 1024 * 1024
"""Bytes of a request that are read at all; the sandbox has a lower bound of its own and says so."""
ANSWER_BYTES_MAX: Final = 1024 * 1024 * 1024
IDLE_SECONDS_MAX: Final = 30
URL_LETTERS: Final = "/?#[]@!$&'()*+,;=:%"
"""Letters of an address that mean something and stay as they are; bytes beyond ASCII are encoded."""
POLL_SECONDS: Final = 0.02
"""How often the server looks whether it shall end: a test must not wait for it."""
HOP_HEADERS: Final = frozenset({"connection", "content-length", "transfer-encoding"})


class Handler(BaseHTTPRequestHandler):
    """Hands each request on and writes what comes back."""

    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS_MAX
    disable_nagle_algorithm = True
    hand_on: ClassVar[Send]

    def answer(self) -> None:
        """Answer one request; an answer that never comes closes the connection."""
        size = self.headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > REQUEST_BYTES_MAX or self.headers.get("transfer-encoding"):
            self.close_connection = True
            self.send_error(413)
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() not in {"host", *HOP_HEADERS}}
        request = Request(
            method=self.command,
            url=self.locate(quote(self.path, safe=URL_LETTERS)),
            headers=headers,
            content=self.rfile.read(int(size)),
            bytes_max=ANSWER_BYTES_MAX,
        )
        reply = type(self).hand_on(request)
        if not isinstance(reply, Reply):
            self.close_connection = True
            return
        self.send_response_only(reply.status)
        for name, value in reply.headers.items():
            if name not in HOP_HEADERS:
                self.send_header(name, value)
        self.send_header("content-length", str(len(reply.content)))
        self.end_headers()
        self.wfile.write(reply.content)

    def locate(self, path: str) -> str:
        """Return the address a request is for."""
        return f"http://{self.headers.get('host', '')}{path}"

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer  # noqa: N815  the library's names

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """One thread a connection; none of them keeps the process alive."""

    daemon_threads = True


@contextmanager
def serving(send: Send, handler: type[Handler] = Handler, *, port: int = 0, **bound: Any) -> Iterator[str]:
    """Serve a loopback port (0: a free one) while the block runs; gives its address without a slash at the end.

    `bound` are what the handler needs beside the way on. Raises PortError.
    """
    own = type(handler.__name__, (handler,), {"hand_on": staticmethod(send), **bound})
    server = Server((HOST, port), own, bind_and_activate=False)
    server.socket.close()
    server.socket = listen(port)
    server.server_address = server.socket.getsockname()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": POLL_SECONDS}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
