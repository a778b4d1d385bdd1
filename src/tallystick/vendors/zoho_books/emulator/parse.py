"""Reads a request's body whatever form it comes in: raw JSON, a JSONString field, a form, multipart with files.

What the fields mean and whether they are right is validate's business. Numbers become int or Decimal, never floats.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, MultipartState, parse_options_header

from tallystick.vendors.zoho_books.emulator.call import Upload
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.wire import Request, read_pairs

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

PARTS_MAX: Final = 200
PART_HEADERS_MAX: Final = 16
JSON_STRING: Final = "JSONString"
_DECODER: Final = msgspec.json.Decoder(float_hook=Decimal)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_PAIRS: Final = re.compile(rb"[A-Za-z0-9_.%\[\]\-]+=")


WHOLE: Final = ""
"""The name under which a body that is an array, not an object, stands among the fields."""


class Body(msgspec.Struct, frozen=True):
    """What a request carried: its fields and its files; `empty` when it carried nothing at all."""

    fields: dict[str, Any] = {}
    files: tuple[Upload, ...] = ()
    empty: bool = False


EMPTY: Final = Body(empty=True)


def parse_body(request: Request) -> Body:
    """Return the body of a request. The Content-Type decides only for multipart: clients send any, or none.

    Raises Refused (malformed_json).
    """
    content = request.body.removeprefix(_BYTE_ORDER_MARK).strip() if request.body else b""
    if not content:
        in_query = next((value for name, value in request.query if name == JSON_STRING), "")
        return Body(read_json(in_query.encode())) if in_query else EMPTY
    if content[0] == 0x7B:
        return Body(read_json(content))
    if content[0] == 0x5B:
        return Body({WHOLE: _read_value(content)})
    kind = request.headers.get("content-type", "")
    if kind[:19].lower() == "multipart/form-data":
        return _read_multipart(request.body, kind)
    if _PAIRS.match(content):
        return Body(_merge(_read_form(content)))
    return Body(read_json(content))


def read_json(content: bytes) -> dict[str, Any]:
    """Return the JSON object that bytes hold. Raises Refused (malformed_json): syntax, UTF-8, depth or another value."""
    value = _read_value(content)
    if not isinstance(value, dict):
        raise Refused("malformed_json")
    return value


def _read_value(content: bytes) -> Any:
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ArithmeticError):
        raise Refused("malformed_json") from None


def _read_form(content: bytes) -> tuple[tuple[str, str], ...]:
    try:
        return read_pairs(content.decode())
    except ValueError:
        raise Refused("malformed_json") from None


def _merge(pairs: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: value for name, value in pairs if name != JSON_STRING}
    for name, value in pairs:
        if name == JSON_STRING:
            fields.update(_read_fields(value) if value.strip() else {})
    return fields


def _read_fields(text: str) -> dict[str, Any]:
    content = text.strip().encode()
    return {WHOLE: _read_value(content)} if content.startswith(b"[") else read_json(content)


class _Parts:
    """Collects the parts of one multipart body as its parser finds them."""

    def __init__(self) -> None:
        self.parts: list[tuple[dict[str, bytes], bytes]] = []
        self._headers: dict[str, bytes] = {}
        self._name = bytearray()
        self._value = bytearray()
        self._content = bytearray()

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin,
            "on_header_field": lambda data, start, end: self._name.extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
            "on_header_end": self._header,
            "on_part_data": lambda data, start, end: self._content.extend(data[start:end]),
            "on_part_end": self._end,
        }

    def _begin(self) -> None:
        self._headers, self._content = {}, bytearray()
        if len(self.parts) >= PARTS_MAX:
            raise Refused("malformed_json")

    def _header(self) -> None:
        if len(self._headers) >= PART_HEADERS_MAX:
            raise Refused("malformed_json")
        self._headers[self._name.decode("latin-1").lower()] = bytes(self._value)
        self._name.clear()
        self._value.clear()

    def _end(self) -> None:
        self.parts.append((self._headers, bytes(self._content)))


def _read_multipart(content: bytes, kind: str) -> Body:
    boundary = parse_options_header(kind)[1].get(b"boundary", b"")
    collected = _Parts()
    try:
        parser = MultipartParser(boundary, collected.callbacks())
        parser.write(content)
        if parser.state is not MultipartState.END:
            raise Refused("malformed_json")
        pairs, files = _sort(collected.parts)
    except (FormParserError, UnicodeDecodeError):
        raise Refused("malformed_json") from None
    return Body(_merge(pairs), files)


def _sort(parts: list[tuple[dict[str, bytes], bytes]]) -> tuple[tuple[tuple[str, str], ...], tuple[Upload, ...]]:
    pairs: list[tuple[str, str]] = []
    files: list[Upload] = []
    for headers, content in parts:
        options = parse_options_header(headers.get("content-disposition", b""))[1]
        name = options.get(b"name", b"").decode()
        if b"filename" in options:
            kind = headers.get("content-type", b"application/octet-stream").decode("latin-1")
            files.append(Upload(name, options[b"filename"].decode(), kind, content))
        else:
            pairs.append((name, content.decode()))
    return tuple(pairs), tuple(files)
