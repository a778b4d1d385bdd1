"""How an answer is decoded: numbers exact, unset numbers None, ids text, unknown keys kept. Nothing here sends.

JSON fractions become Decimal from their own digits. What the operation's shape declares a number but the wire left
as an empty string becomes None, and a number the wire wrote as text becomes a number.
"""

import re
from decimal import Decimal, InvalidOperation
from itertools import chain
from operator import itemgetter
from typing import Any

import msgspec

from tallystick.rest.answer import Answer, Page
from tallystick.rest.message import Reply, is_file
from tallystick.rest.operation import Operation, Shape
from tallystick.rest.refusal import limits_of, refusal, unusable
from tallystick.rest.vendor import Vendor

DEPTH_MAX = 24
# An answer up to here is searched whole for ids that are numbers. Of a longer list the ids of every row are looked at,
# the records inside the first and the last rows, and what stands after them: searching half a megabyte would cost a
# sixth of what decoding it costs, and a vendor writes the ids of one list in one way.
SEARCH_BYTES = 96 * 1024
EDGE_BYTES = 4 * 1024
EDGE_ROWS = 25
ID_DIGITS_MAX = 40
UNREADABLE = (msgspec.DecodeError, ValueError, RecursionError, ArithmeticError)
_exact = msgspec.json.Decoder(float_hook=Decimal)
_context = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)
_rows = msgspec.json.Decoder(dict[str, msgspec.Raw])
_list = msgspec.json.Decoder(list[msgspec.Raw])
_numeric_id = re.compile(rb'_ids?"\s*:\s*[\[\s]*\d')


class Tidy:
    """What has to be put right in one kind of record, compiled from its Shape."""

    __slots__ = ("children", "integers", "numbers")

    def __init__(self, shape: Shape, depth: int = 0) -> None:
        fields = shape.fields.items()
        self.numbers = tuple(name for name, field in fields if field.type_ == "number")
        self.integers = tuple(name for name, field in fields if field.type_ == "integer")
        self.children: tuple[tuple[str, Tidy], ...] = ()
        if depth < DEPTH_MAX:
            inner = ((name, Tidy(field.items or field, depth + 1)) for name, field in fields if _holds(field))
            self.children = tuple(
                (name, tidy) for name, tidy in inner if tidy.numbers or tidy.integers or tidy.children
            )

    def records(self, records: list[dict[str, Any]]) -> None:
        """Put `records` right in place, one field after the other: a long list spends its time here."""
        if not self._exact(records):
            for name in self.numbers:
                for record in records:
                    value = record.get(name)
                    if type(value) is not Decimal and value is not None:
                        record[name] = _number(value)
        for name in self.integers:
            for record in records:
                value = record.get(name)
                if type(value) is str:
                    record[name] = _integer(value)
        for name, tidy in self.children:
            for record in records:
                value = record.get(name)
                inner = value if type(value) is list else (value,)
                tidy.records([item for item in inner if type(item) is dict])

    def _exact(self, records: list[dict[str, Any]]) -> bool:
        """Whether every declared number is there and a Decimal already; this goes over the records in C."""
        numbers = self.numbers
        if len(numbers) < 2 or len(records) < 2:
            return not numbers
        try:
            # A method of Decimal takes nothing but Decimals; what it says of them does not matter.
            all(map(Decimal.is_finite, chain.from_iterable(map(itemgetter(*numbers), records))))
        except (KeyError, TypeError):
            return False
        return True


class Reader:
    """Reads the answers of one operation."""

    def __init__(self, vendor: Vendor, operation: Operation) -> None:
        self.vendor, self.operation = vendor, operation
        self.tidy = Tidy(operation.result or Shape())
        row = (operation.result or Shape()).fields.get(operation.envelope, Shape())
        self.row = Tidy(row.items or row)

    @property
    def may_have_rows(self) -> bool:
        """Whether the answer may be a list: its envelope is declared, or nothing at all is."""
        return bool(self.operation.envelope or not (self.operation.result and self.operation.result.fields))

    def answer(self, reply: Reply, file: str = "") -> Answer:
        """Return the whole answer. Raises the VendorError that the reply stands for.

        `file` is the media type the caller asked for, `*` for any; without it a file is not taken for an answer.
        """
        content = reply.content
        if reply.status >= 300:
            raise refusal(self.vendor, self.operation, reply)
        if reply.status == 204 or reply.sunk is not None or (file and _is_file(file, reply)):
            return self._facts(Answer(), reply)
        body = self._decode(_exact, reply)
        if type(body) is not dict:
            raise unusable(self.vendor, self.operation, reply, "the answer is not a JSON object")
        wire = self.vendor.wire
        if body.get(wire.code, wire.success) != wire.success:
            raise refusal(self.vendor, self.operation, reply)
        self.tidy.records([body])
        if self._has_numeric_ids(content, body):
            _ids_as_text(body)
        return self._facts(Answer(body), reply)

    def _has_numeric_ids(self, content: bytes, body: dict[str, Any]) -> bool:
        """Whether any id in the answer may be a number."""
        if len(content) <= SEARCH_BYTES:
            return _numeric_id.search(content) is not None
        rows = body.get(self.operation.envelope)
        if type(rows) is list and _all_text(rows):
            return _numeric_id.search(content, len(content) - EDGE_BYTES) is not None
        return _numeric_id.search(content) is not None

    def page(self, reply: Reply, number: int) -> Page:
        """One page of rows, left undecoded. Raises the VendorError that the reply stands for."""
        if reply.status >= 300:
            raise refusal(self.vendor, self.operation, reply)
        body: dict[str, msgspec.Raw] = self._decode(_rows, reply)
        wire, paging = self.vendor.wire, self.vendor.paging
        if wire.code in body and bytes(body[wire.code]) != b"%d" % wire.success:
            raise refusal(self.vendor, self.operation, reply)
        name = self.operation.envelope or _only_list(body)
        rows = body.get(name)
        if rows is None:
            raise unusable(self.vendor, self.operation, reply, f"the answer has no {name or 'list'!r}")
        context = body.get(paging.context)
        try:
            return Page(
                number=number,
                rows=_list.decode(rows),
                context=_context.decode(context) if context is not None else {},
                limits=limits_of(wire, reply),
                request_id=reply.headers.get(wire.request_id, ""),
            )
        except UNREADABLE as error:
            raise unusable(self.vendor, self.operation, reply, f"the rows cannot be read: {error}") from None

    def rows(self, page: Page) -> list[dict[str, Any]]:
        """Return the rows of `page` decoded as in an Answer."""
        rows: list[dict[str, Any]] = [_exact.decode(row) for row in page.rows]
        self.row.records(rows)
        if any(map(_numeric_id.search, page.rows)):
            _ids_as_text(rows)
        return rows

    def _facts(self, answer: Answer, reply: Reply) -> Answer:
        headers = reply.headers
        answer.raw = reply.content
        answer.status = reply.status
        answer.sunk = reply.sunk
        answer.content_type = headers.get("content-type", "")
        answer.disposition = headers.get("content-disposition", "")
        answer.request_id = headers.get(self.vendor.wire.request_id, "")
        answer.limits = limits_of(self.vendor.wire, reply)
        return answer

    def _decode(self, decoder: msgspec.json.Decoder[Any], reply: Reply) -> Any:
        try:
            return decoder.decode(reply.content)
        except UNREADABLE as error:
            raise unusable(self.vendor, self.operation, reply, _why(reply, error)) from None


def _only_list(body: dict[str, msgspec.Raw]) -> str:
    """Return the key of the only list in an answer that nothing was declared of, "" when there is not just one."""
    lists = [name for name, value in body.items() if bytes(value)[:1] == b"["]
    return lists[0] if len(lists) == 1 else ""


def _holds(shape: Shape) -> bool:
    return bool(shape.fields or (shape.items and shape.items.fields))


def _is_file(file: str, reply: Reply) -> bool:
    """Whether the reply is the file asked for; without a content type, whatever does not begin like JSON is."""
    if "content-type" not in reply.headers:
        return bool(reply.content) and reply.content[:1] != b"{"
    return bool(reply.content) and is_file(reply.headers, file)


def _why(reply: Reply, error: Exception) -> str:
    if not reply.content:
        return "the answer is empty"
    if reply.content.lstrip()[:1] == b"<":
        return "the answer is a web page, not JSON"
    kind = reply.headers.get("content-type", "")
    if kind and "json" not in kind:
        return f"the answer is {kind}, which was not asked for"
    return f"the answer cannot be read as JSON ({error})"


def _number(value: Any) -> Any:
    """Return a declared number as it should be; what is not a number in any notation is kept as it came."""
    if type(value) is int:
        return Decimal(value)
    if type(value) is not str:
        return value  # exact already, or nothing that a number could be made of
    try:
        return Decimal(value) if value else None
    except InvalidOperation:
        return value


def _integer(value: str) -> Any:
    if not value:
        return None
    return int(value) if value.lstrip("-").isdecimal() and len(value) < 19 else value


def _all_text(rows: list[Any], depth: int = 0) -> bool:
    """Whether rows that look alike have nothing but text for ids, inner records too; False when in doubt.

    Everything goes over the rows in C: this is what a long list can afford.
    """
    first = rows[0] if rows else ""
    if type(first) is not dict:
        return type(first) is str
    if depth > DEPTH_MAX or len(set(map(len, rows))) > 1:
        return False
    ids = [name for name in first if name.endswith("_id")]
    lists = [name for name, value in first.items() if type(value) is list]
    try:
        if len(ids) > 1:
            "".join(chain.from_iterable(map(itemgetter(*ids), rows)))
        elif ids:
            "".join(map(itemgetter(ids[0]), rows))
        edges = rows if len(rows) <= 2 * EDGE_ROWS else rows[:EDGE_ROWS] + rows[-EDGE_ROWS:]
        inner = [list(chain.from_iterable(map(itemgetter(name), edges))) for name in lists]
    except (TypeError, KeyError):
        return False
    return not any(map(_has_ids, first.values())) and all(_all_text(records, depth + 1) for records in inner)


def _has_ids(value: Any) -> bool:
    """Whether a value is a record with ids of its own."""
    return type(value) is dict and any(name.endswith(("_id", "_ids")) for name in value)


def _ids_as_text(value: Any, depth: int = 0) -> None:
    """Turn every number under a key that ends in `_id` or `_ids` into text, in place."""
    if depth > DEPTH_MAX:
        return
    if type(value) is dict:
        for name, item in value.items():
            if type(item) in (dict, list):
                if name.endswith("_ids") and type(item) is list:
                    item[:] = [_text(one) for one in item]
                _ids_as_text(item, depth + 1)
            elif name.endswith("_id"):
                value[name] = _text(item)
    elif type(value) is list:
        for item in value:
            _ids_as_text(item, depth + 1)


def _text(value: Any) -> Any:
    """Return an id as text when it came as a whole number, in whatever notation."""
    if type(value) is int:
        return str(value)
    if type(value) is Decimal and abs(value.adjusted()) < ID_DIGITS_MAX and value == value.to_integral_value():
        return f"{value:.0f}"
    return value
