"""How the body of a call is written down: JSON, or several parts with files. Nothing here sends.

Values keep their digits: a Decimal goes into JSON as a number with the digits it has.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from tallystick.model.errors import InvalidArgument
from tallystick.rest.message import Source, Upload
from tallystick.rest.multipart import Multipart

JSON_TYPE = "application/json;charset=UTF-8"
_encoder = msgspec.json.Encoder(decimal_format="number")


def encode_json(body: Any) -> bytes:
    """Return the body as JSON. Decimals are numbers with their own digits; what has no JSON is an InvalidArgument."""
    try:
        content = _encoder.encode(body)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"the body cannot be written as JSON: {error}", argument="body") from None
    if b"NaN" in content or b"Infinity" in content:
        _refuse_unbounded(content)
    return content


def encode_body(
    body: Any, files: Mapping[str, Upload] | None, body_field: str, boundary: str = "tallystick"
) -> tuple[bytes | Source, str]:
    """Return the body and its content type; with files, a multipart body whose `body_field` holds the JSON."""
    if not files:
        return (encode_json(body), JSON_TYPE) if body is not None else (b"", "")
    parts = Multipart({} if body is None else {body_field: encode_json(body).decode()}, files, boundary)
    return parts, parts.content_type


def _refuse_unbounded(content: bytes) -> None:
    """Refuse NaN and infinity as numbers; inside a text they are innocent."""
    try:
        msgspec.json.decode(content)
    except msgspec.DecodeError:
        hint = "Send a finite number, or leave the field out."
        raise InvalidArgument("the body has a number that is not finite", argument="body", hint=hint) from None
