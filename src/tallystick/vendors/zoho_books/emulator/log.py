"""The requests an emulator has answered, the latest of them, with what each did to the accounts. Nothing is kept on disk.

Headers are not kept, because they carry secrets; bodies are kept up to a bound and shown without secrets.
"""

import re
from collections import deque
from datetime import datetime
from typing import Any, Final
from urllib.parse import unquote_plus, urlencode

import msgspec

from tallystick.books.change import Change
from tallystick.telemetry import REDACTED, redact
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.wire import Request, Response

REQUESTS_MAX: Final = 500
"""Requests that are kept; the oldest goes when another one comes."""
_PARAMETER: Final = re.compile(r'("param_value"\s*:\s*)"(?:[^"\\]|\\.)*"?')
"""The value of a webhook's parameter or header: it may be a key of the receiver's, whatever its name is."""
BODY_BYTES_MAX: Final = 8_192
"""Bytes kept of a request's body and of a refusal's."""


class Logged(msgspec.Struct, frozen=True, gc=False):
    """One answered request. `changes` are the Book's, `refusal` the body of an answer that is no success.

    `ignored`, `dropped` and `assumed` are a strict sandbox's notes; `fault` names the trouble that was asked for.
    """

    number: int
    at: datetime
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: bytes
    organization_id: str
    operation: str
    status: int
    refusal: bytes
    changes: tuple[Change, ...] = ()
    ignored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    fault: str = ""

    def shown(self, organization: Organization | None) -> dict[str, Any]:
        """Return the request as JSON values, with its effect on the accounts: by name, debit positive, as text."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "path": self.path,
            "query": redact(urlencode(self.query)),
            "body": _PARAMETER.sub(rf'\1"{REDACTED}"', redact(_readable(self.body))),
            "organization_id": self.organization_id,
            "operation": self.operation,
            "status": self.status,
            "refusal": self.refusal.decode("utf-8", "replace"),
            "documents": [_document(change) for change in self.changes],
            "effect": {} if organization is None else _effect(organization, self.changes),
            "ignored": self.ignored,
            "dropped": self.dropped,
            "assumed": self.assumed,
            "fault": self.fault,
        }


class RequestLog:
    """The latest requests, at most REQUESTS_MAX."""

    def __init__(self) -> None:
        self._kept: deque[Logged] = deque(maxlen=REQUESTS_MAX)
        self._number = 0

    def add(self, request: Request, response: Response, at: datetime, **found: Any) -> None:
        """Keep one request with its answer."""
        self._number += 1
        self._kept.append(
            Logged(
                number=self._number,
                at=at,
                method=request.method,
                path=request.path,
                query=request.query,
                body=request.body[:BODY_BYTES_MAX],
                status=response.status,
                refusal=b"" if response.status < 400 else response.body[:BODY_BYTES_MAX],
                **found,
            )
        )

    def latest(self, count: int = REQUESTS_MAX) -> list[Logged]:
        """Return up to so many requests, the latest first."""
        return list(self._kept)[-count:][::-1] if count > 0 else []

    def clear(self) -> None:
        """Forget every request; numbers go on."""
        self._kept.clear()


def _readable(body: bytes) -> str:
    """Return a body as text; JSON in a form is decoded, because names of secrets are not found in it otherwise."""
    text = body.decode("utf-8", "replace")
    return unquote_plus(text) if text.startswith("JSONString=") else text


def _document(change: Change) -> dict[str, str]:
    verb = "deleted" if change.document is None else "changed" if change.before is not None else "created"
    return {"kind": str(change.kind), "id": change.id, "what": verb}


def _effect(organization: Organization, changes: tuple[Change, ...]) -> dict[str, str]:
    accounts = organization.book.accounts
    moved = organization.book.effect(changes)
    return {accounts[id_].name if id_ in accounts else id_: str(amount) for id_, amount in moved.items()}
