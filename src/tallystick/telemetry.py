"""What may be told about a run: the logger, a line and a span per vendor call, and redaction. No secret leaves this module.

Spans go to OpenTelemetry when the program that uses us does; it is never imported here, and nothing depends on it.
"""

import logging
import re
import sys
from typing import Any

LOGGER = logging.getLogger("tallystick")
REDACTED = "***"

# Names whose values are secrets wherever they appear: as a header, a query or form field, or a JSON key.
_SENSITIVE = (
    "authorization|access_token|refresh_token|id_token|client_secret|code_verifier|password|api[-_]?key|zapikey|secret|cookie"
    "|set-cookie|x-zoho-webhook-signature|auth[-_]?token|token|grant_code|account_number|routing_number|card_number|card_token|cvv"
)
_NAMED = re.compile(
    rf"""(?ix) (["']?\b (?:{_SENSITIVE}) \b["']? \s* [:=] \s* )
         ( "(?:[^"\\]|\\.)*" | '[^']*' | (?:zoho-oauthtoken|bearer|basic)\s+\S+ | [^\s&,;"'}}]+ )"""
)
_BARE = re.compile(r"(?i)\b(zoho-oauthtoken|bearer|basic)\s+[\w.~+/=-]{6,}|\b1000\.[0-9a-z]{16,}(?:\.[0-9a-z]{16,})?")


def redact(text: str) -> str:
    """`text` with every secret in it replaced: values named like one, and anything shaped like a token."""
    return _BARE.sub(
        lambda found: f"{found[1]} {REDACTED}" if found[1] else REDACTED, _NAMED.sub(rf"\g<1>{REDACTED}", text)
    )


def watching() -> bool:
    """Whether anybody listens to the line or the span of a call."""
    return LOGGER.isEnabledFor(logging.DEBUG) or "opentelemetry.trace" in sys.modules


def open_span(vendor: str, operation: str, *, method: str, template: str) -> Any:
    """Begin the span of one call, below the program's own; None when the program uses no OpenTelemetry.

    `template` is the address with its placeholders: ids stay out of traces.
    """
    trace: Any = sys.modules.get("opentelemetry.trace")
    if trace is None:
        return None
    known = {
        "http.request.method": method,
        "url.template": template,
        "tallystick.vendor": vendor,
        "tallystick.operation": operation,
    }
    tracer = trace.get_tracer("tallystick")
    return tracer.start_span(f"{vendor} {operation}", kind=trace.SpanKind.CLIENT, attributes=known)


def close_span(
    span: Any, *, status: int | None, code: object, left: int | None, request_id: str, error: BaseException | None
) -> None:
    """End a span with how the call ended; an error is told by its class, because its words may be about somebody."""
    if span is None:
        return
    said = {
        "http.response.status_code": status,
        "tallystick.code": str(code) if code is not None else None,
        "tallystick.calls_left": left,
        "tallystick.request_id": redact(request_id) or None,
        "error.type": type(error).__name__ if error else None,
    }
    span.set_attributes({name: value for name, value in said.items() if value is not None})
    if error is not None:
        trace: Any = sys.modules["opentelemetry.trace"]
        span.set_status(trace.Status(trace.StatusCode.ERROR, type(error).__name__))
    span.end()


def tell_call(
    vendor: str,
    operation: str,
    *,
    status: int | None,
    code: object,
    milliseconds: float,
    left: int | None,
    request_id: str,
) -> None:
    """One line per vendor call: what, how it ended, how long it took, calls left today, the vendor's id for it."""
    LOGGER.debug(
        "%s %s status=%s code=%s ms=%.1f left=%s request_id=%s",
        vendor,
        operation,
        status if status is not None else "-",
        code if code is not None else "-",
        milliseconds,
        left if left is not None else "-",
        redact(request_id) or "-",
    )
