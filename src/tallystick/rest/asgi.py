"""A transport into an ASGI application of this process: no socket, no thread, no loop of its own.

It serves blocking and awaiting clients. It does not run the application's lifespan.
"""

import threading
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any
from urllib.parse import unquote, urlsplit

from tallystick.model.errors import ConfigurationError
from tallystick.rest.message import Failure, Reply, Request, Sink, goes_to_sink

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
SendMessage = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, SendMessage], Awaitable[None]]


class AsgiTransport:
    """Sends requests into `app`.

    A blocking send steps the application in the calling thread, whether or not a loop runs there, one call at a time
    over all threads; it needs an application that never really waits, as the sandbox is. An awaiting send takes any.
    """

    def __init__(self, app: Application) -> None:
        self._app = app
        self._lock = threading.Lock()

    def send(self, request: Request) -> Reply | Failure:
        """Return the application's response. ConfigurationError when the application waits for something."""
        talk = Talk(request)
        steps = self._app(talk.scope, talk.receive, talk.send).__await__()
        with self._lock:
            try:
                next(steps)
            except StopIteration:
                return talk.reply()
        raise ConfigurationError(
            "this application waits for something while it answers", hint="Use AsyncClient, or serve it over HTTP."
        )

    async def asend(self, request: Request) -> Reply | Failure:
        """Return the application's response."""
        talk = Talk(request)
        await self._app(talk.scope, talk.receive, talk.send)
        return talk.reply()

    def close(self) -> None:
        """Nothing is held."""

    async def aclose(self) -> None:
        """Nothing is held."""


class Talk:
    """One request and response in the messages of ASGI."""

    def __init__(self, request: Request) -> None:
        url = urlsplit(request.url)
        port = url.port or (443 if url.scheme == "https" else 80)
        headers = {"host": url.netloc, **request.headers}
        content = request.content
        if content or request.method not in ("GET", "HEAD"):
            headers["content-length"] = str(len(content) if isinstance(content, bytes) else content.size)
        self.request = request
        self.pieces: Iterator[bytes] = iter((content,) if isinstance(content, bytes) else content)
        self.left = len(content) if isinstance(content, bytes) else content.size
        self.scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": url.scheme,
            "path": unquote(url.path),
            "raw_path": url.path.encode("ascii"),
            "query_string": url.query.encode("ascii"),
            "root_path": "",
            "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
            "client": ("127.0.0.1", 0),
            "server": (url.hostname, port),
        }
        self.asked = False
        self.status = 0
        self.headers: dict[str, str] = {}
        self.content = bytearray()
        self.size = 0
        self.sink: Sink | None = None

    async def receive(self) -> Message:
        """Return the next piece of the body, after the last one the end of the connection."""
        if self.asked:
            return {"type": "http.disconnect"}
        piece = next(self.pieces, b"")
        self.left -= len(piece)
        self.asked = self.left <= 0
        return {"type": "http.request", "body": piece, "more_body": not self.asked}

    async def send(self, message: Message) -> None:
        """Take the status and headers, then the body piece by piece, as far as the request allows."""
        request = self.request
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {
                bytes(name).decode("latin-1").lower(): bytes(value).decode("latin-1")
                for name, value in message.get("headers", ())
            }
            if request.sink is not None and goes_to_sink(request, self.status, self.headers):
                self.sink = request.sink
                self.sink.begin()
        elif message["type"] == "http.response.body" and self.size <= request.bytes_max:
            piece = message.get("body", b"")
            self.size += len(piece)
            if self.size > request.bytes_max:
                return
            if self.sink is not None:
                self.sink.write(piece)
            else:
                self.content += piece

    def reply(self) -> Reply | Failure:
        """Return the whole response."""
        if not self.status:
            return Failure("the application ended without a response")
        if self.size > self.request.bytes_max:
            return Failure(f"the response is larger than {self.request.bytes_max} bytes", oversize=True)
        if self.headers.get("content-length", str(self.size)) != str(self.size):
            return Failure("the application broke off its response")
        return Reply(self.status, self.headers, bytes(self.content), None if self.sink is None else self.size)
