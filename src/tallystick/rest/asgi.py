"""A transport into an ASGI application of this process: no socket, no thread, no loop of its own.

It serves blocking and awaiting clients. It does not run the application's lifespan.
"""

import threading
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import unquote, urlsplit

from tallystick.model.errors import ConfigurationError
from tallystick.rest.message import Failure, Reply, Request

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
        if request.content or request.method not in ("GET", "HEAD"):
            headers["content-length"] = str(len(request.content))
        self.request = request
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

    async def receive(self) -> Message:
        """Return the whole body at once, then the end of the connection."""
        if self.asked:
            return {"type": "http.disconnect"}
        self.asked = True
        return {"type": "http.request", "body": self.request.content, "more_body": False}

    async def send(self, message: Message) -> None:
        """Take the status and headers, then the body piece by piece, as far as the request allows."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {
                bytes(name).decode("latin-1").lower(): bytes(value).decode("latin-1")
                for name, value in message.get("headers", ())
            }
        elif message["type"] == "http.response.body" and len(self.content) <= self.request.bytes_max:
            self.content += message.get("body", b"")

    def reply(self) -> Reply | Failure:
        """Return the whole response."""
        if not self.status:
            return Failure("the application ended without a response")
        if len(self.content) > self.request.bytes_max:
            return Failure(f"the response is larger than {self.request.bytes_max} bytes", oversize=True)
        return Reply(self.status, self.headers, bytes(self.content))
