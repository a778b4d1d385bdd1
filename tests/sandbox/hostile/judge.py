"""What must hold after any call, however hostile: the answer has the vendor's shape, and a refusal has changed nothing."""

import gzip
from decimal import Decimal
from typing import Any

import msgspec

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Answer

GZIP = b"\x1f\x8b"
JSON_TYPE = "application/json;charset=UTF-8"
_EXACT = msgspec.json.Decoder(float_hook=Decimal)
FILE_TYPES = ("application/pdf", "application/octet-stream", "image/", "text/", "application/zip", "application/x-")


class Judge:
    """Watches one sandbox; `judge` says what is wrong with an answer and with what the call left behind."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.before = self.standing()

    def standing(self) -> Any:
        """Return everything every organisation is: its documents, vendor-only records, settings and last id."""
        organizations = self.sandbox.emulator.organizations
        return [
            (
                one.id,
                one.settings,
                one.ids.last,
                {(change.kind, change.id): change.document for change in one.book.changes()},
                dict(one.records),
            )
            for one in organizations.values()
        ]

    def faults(self, answer: Answer) -> list[str]:
        """Return what is wrong; the call's work, if it was accepted, is what later calls are compared with."""
        found = shape_faults(answer)
        now = self.standing()
        if answer.status >= 400:
            if now != self.before:
                found.append("a refused call has changed something")
        elif now != self.before:
            found += self._book_faults()
        self.before = now
        return found

    def _book_faults(self) -> list[str]:
        found = []
        for one in self.sandbox.emulator.organizations.values():
            found += one.book.audit()
            balance = one.book.trial_balance()
            if balance.debit != balance.credit:
                found.append("the trial balance differs")
        return found


def shape_faults(answer: Answer) -> list[str]:
    """Return what is not the vendor's shape of an answer."""
    kind = answer.headers.get("content-type", "")
    faults = [f"HTTP {answer.status}"] if answer.status >= 500 else []
    if any(not value.isprintable() for value in answer.headers.values()):
        faults.append("a control character in a header")
    if "content-encoding" not in answer.headers and answer.headers.get("content-length") != str(len(answer.content)):
        faults.append("a wrong Content-Length")
    if kind == JSON_TYPE:
        return faults + _envelope_faults(answer)
    is_file = answer.status == 200 and kind.startswith(FILE_TYPES)
    return faults if is_file else [*faults, f"Content-Type {kind}"]


def _envelope_faults(answer: Answer) -> list[str]:
    packed = answer.content.startswith(GZIP)
    try:
        body = _EXACT.decode(gzip.decompress(answer.content) if packed else answer.content)
    except msgspec.DecodeError as error:
        return [f"no JSON: {error}"]
    if type(body) is not dict or type(body.get("code")) is not int or type(body.get("message")) is not str:
        return ["no code and message"]
    faults = ["a null in the answer"] if holds_null(body) else []
    if (answer.status >= 400) == (body["code"] == 0):
        faults.append(f"code {body['code']} with HTTP {answer.status}")
    return faults


def holds_null(body: Any) -> bool:
    waiting = [body]
    while waiting:
        value = waiting.pop()
        if value is None:
            return True
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return False
