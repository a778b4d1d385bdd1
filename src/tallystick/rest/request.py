"""How a call is written down: path, query, headers and body of one operation. Nothing here sends.

Values keep their digits: a Decimal goes into JSON as a number with the digits it has.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import quote, urlencode

import msgspec

from tallystick.model.errors import InvalidArgument, UnknownParameter
from tallystick.rest.message import Upload
from tallystick.rest.operation import Operation, Place
from tallystick.rest.transport import encode_multipart

UPLOAD_BYTES_MAX = 32 * 1024 * 1024
JSON_TYPE = "application/json;charset=UTF-8"
_encoder = msgspec.json.Encoder(decimal_format="number")
_placeholder = re.compile(r"\{([^{}]+)\}")


class Layout:
    """Where the parameters of one operation go, worked out once."""

    __slots__ = ("beginnings", "header_names", "known", "literals", "operation", "path_names")

    def __init__(self, operation: Operation, undeclared: tuple[str, ...] = ()) -> None:
        names = (*(parameter.name for parameter in operation.parameters), *undeclared)
        self.known = frozenset((*names, *_placeholder.findall(operation.path)))
        self.beginnings = tuple(name[:-1] for name in names if name.endswith("*"))
        self.operation = operation
        pieces = _placeholder.split(operation.path)
        self.literals, self.path_names = pieces[::2], pieces[1::2]
        self.header_names = frozenset(p.name for p in operation.parameters if p.place is Place.HEADER)

    def check(self, params: Mapping[str, Any]) -> None:
        """Raise UnknownParameter for one that the operation does not have: the vendor would ignore it in silence."""
        for name in params:
            if name not in self.known and not (self.beginnings and name.startswith(self.beginnings)):
                raise UnknownParameter(
                    f"{self.operation.id} has no parameter {name!r}",
                    argument=name,
                    nearest=get_close_matches(name.lower(), sorted(self.known), n=3, cutoff=0.6),
                    hint="What the vendor takes all the same can be sent in extra_params.",
                )

    def address(self, params: Mapping[str, Any], headers: dict[str, str]) -> str:
        """Path and query, encoded. Parameters that travel as headers are added to `headers`; None is left out."""
        query = {}
        for name, value in params.items():
            if value is None or name in self.path_names:
                continue
            if name in self.header_names:
                headers[name.lower()] = header_value(name, text(name, value))
            else:
                query[name] = value if type(value) is str else text(name, value)
        path = self.path(params) if self.path_names else self.literals[0]
        return f"{path}?{urlencode(query, quote_via=quote)}" if query else path

    def path(self, params: Mapping[str, Any]) -> str:
        """Return the path with its ids filled in. InvalidArgument for one that is missing or cannot be an id."""
        pieces = [self.literals[0]]
        for name, literal in zip(self.path_names, self.literals[1:], strict=True):
            value = params.get(name)
            written = "" if value is None else text(name, value).strip()
            if not written or written in (".", ".."):
                raise InvalidArgument(
                    f"{self.operation.id} needs {name}, got {value!r}",
                    argument=name,
                    hint=f"Give it among the params: params={{{name!r}: ...}}.",
                )
            pieces += (quote(written, safe=""), literal)
        return "".join(pieces)


def text(name: str, value: Any) -> str:
    """Return a parameter as the wire wants it; InvalidArgument for what has no exact text."""
    for kind, write in TEXTS:
        if isinstance(value, kind):
            return write(name, value)
    hint = "Use Decimal for fractions." if isinstance(value, float) else "Use str, int, bool, Decimal, date or a list."
    raise InvalidArgument(f"{name} cannot be sent as {type(value).__name__}", argument=name, hint=hint)


def _moment(name: str, value: datetime) -> str:
    if value.utcoffset() is None:
        raise InvalidArgument(f"{name} has no time zone", argument=name, hint="Use an aware datetime.")
    return value.strftime("%Y-%m-%dT%H:%M:%S%z")


def _decimal(name: str, value: Decimal) -> str:
    if not value.is_finite():
        raise InvalidArgument(f"{name} is {value}, which is not finite", argument=name)
    return f"{value:f}"


# The first kind that fits writes: a bool is an int, a datetime is a date.
TEXTS: Final[tuple[tuple[Any, Callable[[str, Any], str]], ...]] = (
    (str, lambda _, value: str(value)),
    (bool, lambda _, value: "true" if value else "false"),
    (int, lambda _, value: str(value)),
    (Decimal, _decimal),
    (datetime, _moment),
    (date, lambda _, value: value.isoformat()),
    ((list, tuple), lambda name, values: ",".join(text(name, value) for value in values)),
)


def header_value(name: str, value: str) -> str:
    """`value`, once it is sure that it cannot end the header line."""
    if not value.isprintable() or not value.isascii():
        raise InvalidArgument(f"{name} has characters that a header cannot carry", argument=name)
    return value


def encode_json(body: Any) -> bytes:
    """Return the body as JSON. Decimals are numbers with their own digits; what has no JSON is an InvalidArgument."""
    try:
        content = _encoder.encode(body)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"the body cannot be written as JSON: {error}", argument="body") from None
    if b"NaN" in content or b"Infinity" in content:
        _refuse_unbounded(content)
    return content


def encode_body(body: Any, files: Mapping[str, Upload] | None, body_field: str) -> tuple[bytes, str]:
    """Return the body and its content type; with files, a multipart body whose `body_field` holds the JSON."""
    if not files:
        return (encode_json(body), JSON_TYPE) if body is not None else (b"", "")
    size = sum(len(file.content) for file in files.values())
    if size > UPLOAD_BYTES_MAX:
        raise InvalidArgument(f"the files have {size} bytes, more than {UPLOAD_BYTES_MAX}", argument="files")
    fields = {} if body is None else {body_field: encode_json(body).decode()}
    return encode_multipart(fields, files)


def _refuse_unbounded(content: bytes) -> None:
    """Refuse NaN and infinity as numbers; inside a text they are innocent."""
    try:
        msgspec.json.decode(content)
    except msgspec.DecodeError:
        hint = "Send a finite number, or leave the field out."
        raise InvalidArgument("the body has a number that is not finite", argument="body", hint=hint) from None
