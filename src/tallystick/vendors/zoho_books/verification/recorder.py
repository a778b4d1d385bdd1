"""A transport that notes the last answer of the API as it came over the wire, headers and all. It changes nothing."""

from decimal import Decimal
from typing import Any

import msgspec

from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.transport import Transport
from tallystick.vendors.zoho_books.verification.compare import Seen

ACCOUNTS_PATH = "/oauth/"
_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=Decimal)


class Recorder:
    """Sends through another transport. What the accounts server says is passed on and never noted."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.calls = 0
        self.last: Reply | None = None

    def send(self, request: Request) -> Reply | Failure:
        """Return the response of the other transport, noted."""
        answer = self._transport.send(request)
        if ACCOUNTS_PATH not in request.url:
            self.calls += 1
            self.last = answer if isinstance(answer, Reply) else None
        return answer

    def close(self) -> None:
        """Give back the other transport's connections."""
        self._transport.close()

    def seen(self) -> Seen | None:
        """Return what was noted since `last` was emptied, None when no answer came."""
        if self.last is None:
            return None
        try:
            body: Any = _DECODER.decode(self.last.content)
        except (msgspec.DecodeError, RecursionError):
            body = f"{len(self.last.content)} bytes that are no JSON"
        return Seen(self.last.status, self.last.headers, body)
