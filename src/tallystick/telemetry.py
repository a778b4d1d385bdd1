"""What may be told about a run: the logger, one line per vendor call, and redaction. No secret leaves this module."""

import logging
import re

LOGGER = logging.getLogger("tallystick")
REDACTED = "***"

# Names whose values are secrets wherever they appear: as a header, a query or form field, or a JSON key.
_SENSITIVE = (
    "authorization|access_token|refresh_token|id_token|client_secret|code_verifier|password|api_key|apikey|secret|cookie"
    "|set-cookie|x-zoho-webhook-signature|token|grant_code"
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


def debugging() -> bool:
    """Whether anybody listens to the lines below."""
    return LOGGER.isEnabledFor(logging.DEBUG)


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
