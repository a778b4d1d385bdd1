"""Writes an Answer or a refusal as the vendor's wire has it: no nulls, Java-style numbers, ±hhmm times, its headers.

What keys an answer has is its handler's business.
"""

import gzip
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Answer
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.wire import Response

BUILD: Final = "Tallystick_Sandbox"
LOCATION_ROOT: Final = "/api/v3"
GZIP_BYTES_MIN: Final = 1_024
METHODS: Final = ("OPTIONS", "DELETE", "POST", "GET", "PUT", "PATCH")
"""The order in which the vendor's Allow header names methods: recorded(2026-06-09)."""

JSON_HEADERS: Final = (
    ("Content-Type", "application/json;charset=UTF-8"),
    ("Content-Disposition", "attachment;"),
)
HEADERS: Final = (
    ("BUILD_VERSION", BUILD),
    ("CLIENT_BUILD_VERSION", BUILD),
    ("SERVER_BUILD_VERSION", BUILD),
    ("Cache-Control", "no-store, no-cache, must-revalidate, private"),
    ("Pragma", "no-cache"),
    ("Expires", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Server", "ZGS"),
)
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_PLAIN: Final = frozenset({str, int, bool})
_NUMBERS: dict[Decimal, Decimal] = {}
_NUMBERS_MAX: Final = 50_000
_ONE_PLACE: Final = Decimal("0.0")
_PLACES_MAX: Final = 20


def encode(answer: Answer, zone: tzinfo) -> bytes:
    """Return an answer's envelope as JSON bytes; times are written in the zone given."""
    envelope: dict[str, Any] = {"code": 0, "message": answer.message}
    if answer.key:
        envelope[answer.key] = to_wire(answer.value, zone)
    for key, value in answer.extra.items():
        envelope[key] = to_wire(value, zone)
    return _ENCODER.encode(envelope)


def encode_refusal(refused: Refused) -> bytes:
    """Return a refusal as JSON bytes."""
    return _ENCODER.encode({"code": refused.code, "message": refused.message})


def to_wire(value: Any, zone: tzinfo) -> Any:
    """Return a value with everything the wire has no form for replaced; the value itself is left as it is."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        return {key: inner if type(inner) in _PLAIN else to_wire(inner, zone) for key, inner in value.items()}
    if kind is list or kind is tuple:
        return [inner if type(inner) in _PLAIN else to_wire(inner, zone) for inner in value]
    if kind is Decimal:
        known = _NUMBERS.get(value)
        return number(value) if known is None else known
    return _others(value, zone)


def number(value: Decimal) -> Decimal:
    """Return a number as Java writes a double: one decimal place at least, and no zeros behind it."""
    written = value.normalize()
    exponent = written.as_tuple().exponent
    assert isinstance(exponent, int), "no handler answers with a number that is not finite"
    assert exponent <= _PLACES_MAX, "amounts are bounded where they enter"
    if exponent >= 0:
        written = written.quantize(_ONE_PLACE)
    if not written:
        written = _ONE_PLACE
    if len(_NUMBERS) >= _NUMBERS_MAX:
        _NUMBERS.clear()
    _NUMBERS[value] = written
    return written


@lru_cache(maxsize=4_096)
def write_time(instant: datetime, zone: tzinfo) -> str:
    """Return an instant as the vendor writes it: `2026-06-09T16:22:34-0400`, in the organisation's zone."""
    text = instant.astimezone(zone).isoformat(timespec="seconds")
    return f"{text[:-3]}{text[-2:]}"


def _others(value: Any, zone: tzinfo) -> Any:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return write_time(value, zone)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return to_wire(dict(value), zone)
    raise TypeError(f"the wire has no form for {type(value).__name__}")


def write_allow(methods: tuple[str, ...]) -> str:
    """Return the Allow header of a path that answers these methods."""
    return ", ".join(method for method in METHODS if method == "OPTIONS" or method in methods)


def respond(
    status: int, body: bytes, *, headers: tuple[tuple[str, str], ...] = (), accepts_gzip: bool = False
) -> Response:
    """Return a JSON response with the headers every one of the vendor's carries."""
    packed: tuple[tuple[str, str], ...] = ()
    if accepts_gzip and len(body) >= GZIP_BYTES_MIN:
        body = gzip.compress(body, 1, mtime=0)
        packed = (("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
    return Response(status, (*JSON_HEADERS, *HEADERS, *headers, *packed), body)
