"""Waits on this machine for the browser that comes back from a consent page: a few requests, a bounded time.

It says what came and judges nothing; whether it is believed is decided by who asked.
"""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Final
from urllib.parse import urlsplit

from tallystick.model.errors import AuthorisationFailed, ConfigurationError
from tallystick.rest.clock import SYSTEM, Clock

HOST: Final = "127.0.0.1"
LOOPBACK: Final = frozenset(("localhost", "127.0.0.1"))
REQUESTS_MAX: Final = 50
REQUEST_SECONDS_MAX: Final = 5

PAGE: Final = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{words}</p></main></body></html>"
)
DONE: Final = (200, "The program has its answer", "You can close this window and go back to the terminal.")
STRANGE: Final = (400, "This is not the answer the program waits for", "Nothing was done. Go back to the terminal.")
NOT_HERE: Final = (404, "There is nothing here", "The program waits for another address.")

HEADERS: Final = (
    ("Content-Type", "text/html;charset=UTF-8"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)


def is_loopback(redirect_uri: str) -> bool:
    """Say whether a browser sent there comes to this machine, over plain HTTP and at a port of its own."""
    try:
        parts = urlsplit(redirect_uri)
        return parts.scheme == "http" and parts.hostname in LOOPBACK and bool(parts.port)
    except ValueError:
        return False


class Callback(HTTPServer):
    """A server at a loopback redirect URI, open from the start so that no browser comes too early. A context manager.

    Raises ConfigurationError when the port is taken.
    """

    def __init__(self, redirect_uri: str, *, clock: Clock = SYSTEM) -> None:
        parts = urlsplit(redirect_uri)
        self.path, self._clock = parts.path or "/", clock
        self.is_answer: Callable[[str], bool] = bool
        self.came = ""
        try:
            super().__init__((HOST, parts.port or 80), _Handler)
        except OSError as error:
            hint = "Stop what uses it, register another redirect URI, or use --paste."
            raise ConfigurationError(
                f"port {parts.port} of the redirect URI cannot be listened on: {error.strerror}", hint=hint
            ) from None

    def wait(self, is_answer: Callable[[str], bool], *, seconds_max: float) -> str:
        """Return the first address that comes and `is_answer` takes; strangers are told so and change nothing.

        Raises AuthorisationFailed when nobody came in time, or too many who were nobody.
        """
        self.is_answer = is_answer
        ends = self._clock.monotonic() + seconds_max
        for _ in range(REQUESTS_MAX):
            self.timeout = max(0, ends - self._clock.monotonic())
            if not self.timeout:
                break
            self.handle_request()
            if self.came:
                return self.came
        hint = "Open the address again and press Accept; --wait-seconds gives more time, --paste works without this."
        raise AuthorisationFailed("nobody came back from the consent page", operation="consent", hint=hint)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser that hangs up go."""


class _Handler(BaseHTTPRequestHandler):
    timeout = REQUEST_SECONDS_MAX
    server: Callback

    def do_GET(self) -> None:
        """Take the address if it is the answer that is waited for."""
        if urlsplit(self.path).path != self.server.path:
            self._say(NOT_HERE)
        elif self.server.is_answer(self.path):
            self.server.came = self.path
            self._say(DONE)
        else:
            self._say(STRANGE)

    def version_string(self) -> str:
        """Name no versions to strangers."""
        return "tallystick"

    def log_message(self, *_: object) -> None:
        """Write nothing: the address holds a secret."""

    def _say(self, said: tuple[int, str, str]) -> None:
        status, title, words = said
        page = PAGE.format(title=title, words=words).encode()
        self.send_response(status)
        for name, value in (*HEADERS, ("Content-Length", str(len(page)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)
