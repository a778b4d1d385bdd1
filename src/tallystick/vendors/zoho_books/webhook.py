"""Verifies and parses what the vendor sends to a webhook's address. Nothing is sent, kept or answered here.

Written from what is known of the wire, without a look at the emulator, which sends the same.
"""

import hmac
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec

from tallystick.model.errors import ConfigurationError, SignatureInvalid, WebhookRejected

SIGNATURE_HEADER: Final = "x-zoho-webhook-signature"
CONTENT_TYPE: Final = "content-type"
_FORM: Final = "application/x-www-form-urlencoded"
_FORM_JSON: Final = "JSONString"
_ORGANIZATION: Final = "organization_id"
BODY_BYTES_MAX: Final = 16 * 1024 * 1024
FIELDS_MAX: Final = 1_000
"""Parameters read from one query string or form."""
DEPTH_MAX: Final = 40
_HEX_LENGTH: Final = 64
_HEX: Final = frozenset("0123456789abcdef")


class Notification(msgspec.Struct, frozen=True):
    """What a webhook tells: `record` is the record as the vendor has it, `entity` the key it came under (`invoice`).

    Ids are text, though they may come as numbers; amounts are Decimal. `organization_id` is empty when it is not said.
    The vendor does not say what happened to the record: have each event's webhook name it in its address. A form that
    has no JSON in it comes as `fields`, with an empty `record`. `is_test` marks the empty delivery that tries the address.
    """

    entity: str
    record: dict[str, Any]
    organization_id: str = ""
    fields: dict[str, Any] = {}
    is_test: bool = False


def verify_webhook(body: bytes, headers: Mapping[str, str], *, secret: str, query: str | bytes = "") -> None:
    """Check that a request carries the signature its webhook's secret makes.

    `body` is the raw body, before anything has parsed it; `query` the raw query string of the address it came to,
    without the question mark. The names of headers may have any case. The vendor's signature holds no time and no border
    between parameters and body, so a request that was overheard can be sent again: take what it says as a hint to look.

    Raises SignatureInvalid for whatever a stranger may send, ConfigurationError without a secret.
    Source: the vendor's guide to secure webhooks (name and value of each parameter by name, then the body), and a client
    in production that verifies Zoho Books so.
    """
    if not secret:
        raise ConfigurationError("there is no secret to check a webhook with", hint="Set the one the webhook has.")
    given = _header(headers, SIGNATURE_HEADER).strip().lower()
    if not given:
        raise SignatureInvalid(
            "the request has no X-Zoho-Webhook-Signature", hint="The webhook has no secret, or somebody else sent this."
        )
    if len(given) != _HEX_LENGTH or not _HEX.issuperset(given):
        raise SignatureInvalid("the signature is not 64 hexadecimal digits")
    if len(body) > BODY_BYTES_MAX:
        raise SignatureInvalid(f"the body is larger than {BODY_BYTES_MAX} bytes")
    try:
        pairs = _pairs((query.decode("ascii") if isinstance(query, bytes) else query).removeprefix("?"))
        is_form = _is_form(headers)
        pairs += _pairs(body.decode("utf-8")) if is_form else []
    except (UnicodeDecodeError, ValueError) as error:
        raise SignatureInvalid(f"the parameters cannot be read: {error}") from None
    pairs.sort(key=lambda pair: pair[0])
    digest = hmac.new(secret.encode(), digestmod=sha256)
    for name, value in pairs:
        digest.update(name.encode("utf-8", "surrogatepass"))
        digest.update(value.encode("utf-8", "surrogatepass"))
    if not is_form:
        digest.update(body)
    if not hmac.compare_digest(digest.hexdigest(), given):
        raise SignatureInvalid(
            "the signature is not the one that this content and this secret make",
            hint="Give the body as it came, and the query string of the address that the webhook has.",
        )


def parse_webhook(body: bytes, headers: Mapping[str, str] | None = None) -> Notification:
    """Return what a webhook's request tells; verify it first. `headers` say whether it is a form.

    Raises WebhookRejected for what is no notification: no JSON object, too large, nested too deeply.
    """
    if len(body) > BODY_BYTES_MAX:
        raise WebhookRejected(f"the body is larger than {BODY_BYTES_MAX} bytes")
    if not _is_form(headers or {}):
        return _notification(_object(body))
    try:
        fields = dict(_pairs(body.decode("utf-8")))
    except (UnicodeDecodeError, ValueError) as error:
        raise WebhookRejected(f"the form cannot be read: {error}") from None
    if _FORM_JSON in fields:
        return _notification(_object(fields[_FORM_JSON].encode("utf-8", "surrogatepass")))
    return Notification("", {}, fields.get(_ORGANIZATION, ""), fields)


def _notification(payload: dict[str, Any]) -> Notification:
    organization_id = str(payload.get(_ORGANIZATION, ""))
    if payload == {"payload": ""}:
        return Notification("", {}, is_test=True)
    others = {name: value for name, value in payload.items() if name != _ORGANIZATION}
    records = [(name, value) for name, value in others.items() if isinstance(value, dict)]
    if len(records) != 1:
        return Notification("", {}, organization_id, others)
    ((entity, record),) = records
    del others[entity]
    return Notification(entity, record, organization_id, others)


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WebhookRejected(f"the body is no JSON: {error}", hint="Give the body as it came.") from None
    if not isinstance(found, dict):
        raise WebhookRejected("the body is JSON, but no object")
    plain: dict[str, Any] = _plain(found, "", 0)
    return plain


def _plain(value: Any, name: str, depth: int) -> Any:
    """Return a value with its ids as text; the depth of the recursion is bounded by DEPTH_MAX."""
    if depth > DEPTH_MAX:
        raise WebhookRejected(f"the body is nested more than {DEPTH_MAX} levels deep")
    if isinstance(value, dict):
        return {key: _plain(inner, key, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, name, depth + 1) for inner in value]
    is_id = name.endswith(("_id", "_ids")) and isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_id else value


def _pairs(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS_MAX) if text else []


def _is_form(headers: Mapping[str, str]) -> bool:
    return _header(headers, CONTENT_TYPE).partition(";")[0].strip().lower() == _FORM


def _header(headers: Mapping[str, str], wanted: str) -> str:
    return next((value for name, value in headers.items() if name.lower() == wanted), "")


_DECODER: Final = msgspec.json.Decoder(float_hook=Decimal)
