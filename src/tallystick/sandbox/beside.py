"""A sandbox on a loopback port from a thread of this process, for programs that insist on sockets. Nothing is answered here.

It is the standard library's server, because a test run may start and stop hundreds and ends its threads with itself.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Final
from urllib.parse import quote

from tallystick.rest.asgi import Application, AsgiTransport
from tallystick.rest.message import Reply, Request

HOST: Final = "127.0.0.1"
REQUEST_BYTES_MAX: Final = 64 * 1024 * 1024
"""Bytes of a request that are read at all; the sandbox has a lower bound of its own and says so."""
ANSWER_BYTES_MAX: Final = 1024 * 1024 * 1024
IDLE_SECONDS_MAX: Final = 30
URL_LETTERS: Final = "/?#[]@!$&'()*+,;=:%"
"""Letters of an address that mean something and stay as they are; bytes beyond ASCII are encoded."""
POLL_SECONDS: Final = 0.02
"""How often the server looks whether it shall end: a test must not wait for it."""
HOP_HEADERS: Final = frozenset({"connection", "content-length", "transfer-encoding"})


class _Handler(BaseHTTPRequestHandler):
    """Hands each request to the application and writes what it answers."""

    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS_MAX
    disable_nagle_algorithm = True
    transport: ClassVar[AsgiTransport]

    def answer(self) -> None:
        """Answer one request; an answer that never comes closes the connection."""
        size = self.headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > REQUEST_BYTES_MAX or self.headers.get("transfer-encoding"):
            self.close_connection = True
            self.send_error(413)
            return
        host = self.headers.get("host", "")
        headers = {name: value for name, value in self.headers.items() if name.lower() not in {"host", *HOP_HEADERS}}
        request = Request(
            method=self.command,
            url=f"http://{host}{quote(self.path, safe=URL_LETTERS)}",
            headers=headers,
            content=self.rfile.read(int(size)),
            bytes_max=ANSWER_BYTES_MAX,
        )
        reply = self.transport.send(request)
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

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer  # noqa: N815  the library's names

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def serving(app: Application) -> Iterator[str]:
    """Serve an application on a free loopback port while the block runs; gives its address without a slash at the end."""
    handler = type("_Bound", (_Handler,), {"transport": AsgiTransport(app)})
    server = _Server((HOST, 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": POLL_SECONDS}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
