"""The body of a call: which of its fields the operation knows, and how it is written down. Nothing here sends.

Values keep their digits: a Decimal goes into JSON as a number with the digits it has.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from tallystick.model.errors import InvalidArgument
from tallystick.rest.message import Source, Upload
from tallystick.rest.multipart import Multipart
from tallystick.rest.operation import Shape
from tallystick.rest.vendor import Advice

JSON_TYPE = "application/json;charset=UTF-8"
DEPTH_MAX = 24
STRAYS_MAX = 100
_encoder = msgspec.json.Encoder(decimal_format="number")


class UnknownFieldWarning(UserWarning):
    """A body field that the operation does not have was sent; the vendor drops it in silence.

    Told once for each operation and field; a client with `strict=True` raises UnknownFields instead.
    """


class Stray(msgspec.Struct, frozen=True):
    """A body field that the operation does not have: its name, where it stands, the right names close to it."""

    field: str
    location: str
    nearest: tuple[str, ...] = ()
    advice: str = ""

    @property
    def sentence(self) -> str:
        """What to do about it."""
        meant = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"{self.location}{meant}{f' ({self.advice})' if self.advice else ''}"


class Fields:
    """The fields that one kind of object may have, compiled from its Shape. A shape without fields allows any."""

    __slots__ = ("children", "names")

    def __init__(self, shape: Shape, depth: int = 0) -> None:
        self.names = frozenset(shape.fields)
        self.children: tuple[tuple[str, Fields], ...] = ()
        if depth < DEPTH_MAX:
            inner = ((name, Fields(field.items or field, depth + 1)) for name, field in shape.fields.items())
            self.children = tuple((name, fields) for name, fields in inner if fields.names)

    def strays(self, value: Any, location: str = "") -> Iterator[Stray]:
        """Return what in `value`, an object or a list of them, is not among these fields."""
        if isinstance(value, Mapping):
            if not value.keys() <= self.names:
                for name in value.keys() - self.names:
                    written = str(name)
                    nearest = tuple(get_close_matches(written.lower(), sorted(self.names), n=3, cutoff=0.6))
                    yield Stray(written, f"{location}.{written}" if location else written, nearest)
            for name, fields in self.children:
                if name in value:
                    yield from fields.strays(value[name], f"{location}.{name}" if location else name)
        elif isinstance(value, (list, tuple)):
            for place, item in enumerate(value):
                yield from self.strays(item, f"{location}[{place}]")


def find_strays(
    fields: Fields, operation_id: str, body: Any, files: Mapping[str, Upload] | None, advice: tuple[Advice, ...]
) -> list[Stray]:
    """Return the fields and files that the operation does not have, by location, with advice for those at the top."""
    found = list(fields.strays(body)) if body is not None and fields.names else []
    if files and fields.names:
        found += fields.strays(dict.fromkeys(files))
    told = {row.wrong: row for row in advice if operation_id in row.operations}
    return [
        msgspec.structs.replace(stray, advice=told[stray.location].say, nearest=()) if stray.location in told else stray
        for stray in sorted(found[:STRAYS_MAX], key=lambda stray: stray.location)
    ]


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
