"""What a reply says: its limits, its code and message, and the error it stands for by the vendor's table.

Nothing here decides whether to try again.
"""

import re
from typing import Any

import msgspec

from tallystick.model import errors
from tallystick.rest.answer import Limits
from tallystick.rest.message import Reply
from tallystick.rest.operation import Operation
from tallystick.rest.vendor import ErrorRule, Vendor, Wire

NO_LIMITS = Limits()

# What a status means when the vendor's table is silent.
BY_STATUS = (
    ErrorRule(errors.AuthenticationFailed, "Check the credentials and the region.", http=401),
    ErrorRule(errors.Refused, "The person behind the token may not do this.", http=403),
    ErrorRule(errors.NotFound, "Check the ids in the call.", http=404),
    ErrorRule(errors.InvalidRequest, "The address does not take this method.", http=405),
    ErrorRule(errors.Conflict, "Read the record again and repeat the change on what is there now.", http=409),
    ErrorRule(errors.InvalidRequest, "The body is larger than the vendor takes.", http=413),
    ErrorRule(errors.RateLimited, "Make fewer calls, or wait longer.", http=429),
)
FALLBACK = ErrorRule(errors.InvalidRequest, "Compare the values sent with the message.")
MOVED = ErrorRule(
    errors.UnexpectedAnswer, "The address moved, and a token is not sent elsewhere. Check the region and hosts."
)
DOWN = ErrorRule(errors.VendorUnavailable, "Try again later; the fault is on the vendor's side.")


def limits_of(wire: Wire, reply: Reply) -> Limits:
    """Return what the headers say is left of the day."""
    headers = reply.headers
    if wire.remaining not in headers and wire.limit not in headers and wire.reset not in headers:
        return NO_LIMITS
    return Limits(
        _whole(headers.get(wire.limit, "")),
        _whole(headers.get(wire.remaining, "")),
        _whole(headers.get(wire.reset, "")),
    )


def spoken(wire: Wire, reply: Reply) -> tuple[int | str | None, str]:
    """Return the vendor's own code and message, (None, "") when the body has none."""
    try:
        body: Any = msgspec.json.decode(reply.content)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None, ""
    if type(body) is not dict:
        return None, ""
    code, message = body.get(wire.code), body.get(wire.message)
    return code if isinstance(code, (int, str)) else None, message if isinstance(message, str) else ""


def refusal(
    vendor: Vendor, operation: Operation, reply: Reply, *, rules: tuple[ErrorRule, ...] = ()
) -> errors.VendorError:
    """Return the error that `reply` stands for, by `rules` (the vendor's table unless given), else by its HTTP status."""
    code, message = spoken(vendor.wire, reply)
    rule = _first((*(rules or vendor.errors), *BY_STATUS), reply.status, code, message)
    if 300 <= reply.status < 400:
        rule = MOVED
    if rule is None:
        rule = DOWN if reply.status >= 500 else FALLBACK
    facts: dict[str, Any] = {
        "vendor": vendor.name,
        "operation": operation.id,
        "http_status": reply.status,
        "code": code,
        "request_id": reply.headers.get(vendor.wire.request_id, ""),
        "body": reply.content,
        "hint": rule.hint.replace("{operation}", operation.id).replace(
            "{scopes}", ", ".join(operation.scopes) or "its scope"
        ),
    }
    if rule.error is errors.RateLimited:
        block = next((block for block in vendor.blocks if block.code == code), None)
        facts["scope"] = block.scope if block else "account"
        asked = _whole(reply.headers.get("retry-after", ""))
        facts["retry_after_seconds"] = float(asked if asked is not None else block.seconds if block else 60.0)
    elif rule.error is errors.ScopeMissing:
        facts["scopes"] = operation.scopes
    return rule.error(message or f"HTTP {reply.status} without a message", **facts)


def unusable(vendor: Vendor, operation: Operation, reply: Reply, reason: str) -> errors.UnexpectedAnswer:
    """Return the error for a reply that cannot be read; `reason` says what is wrong with it."""
    return errors.UnexpectedAnswer(
        reason,
        vendor=vendor.name,
        operation=operation.id,
        http_status=reply.status,
        request_id=reply.headers.get(vendor.wire.request_id, ""),
        body=reply.content,
        hint="Something between here and the vendor may have answered in its place; the whole answer is in `body`.",
    )


def _first(rules: tuple[ErrorRule, ...], status: int, code: int | str | None, message: str) -> ErrorRule | None:
    for rule in rules:
        if rule.http is not None and rule.http != status:
            continue
        if rule.code is not None and rule.code != code:
            continue
        if rule.pattern and not re.search(rule.pattern, message, re.IGNORECASE):
            continue
        return rule
    return None


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None
