"""How a call is addressed: path, query and headers of one operation. The body is in `body`; nothing here sends."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import quote, urlencode

from tallystick.model.errors import InvalidArgument, UnknownParameter
from tallystick.rest.operation import Operation, Place
from tallystick.rest.vendor import Advice, Upsert

_placeholder = re.compile(r"\{([^{}]+)\}")


class Layout:
    """Where the parameters of one operation go, worked out once."""

    __slots__ = (
        "advice",
        "beginnings",
        "header_names",
        "known",
        "literals",
        "moments",
        "operation",
        "path_names",
        "upsert",
    )

    def __init__(
        self,
        operation: Operation,
        undeclared: tuple[str, ...] = (),
        *,
        moments: tuple[str, ...] = (),
        advice: tuple[Advice, ...] = (),
        upsert: Upsert | None = None,
    ) -> None:
        names = (*(parameter.name for parameter in operation.parameters), *undeclared)
        self.known = frozenset((*names, *_placeholder.findall(operation.path)))
        self.beginnings = tuple(name[:-1] for name in names if name.endswith("*"))
        self.operation, self.upsert = operation, upsert
        self.moments = frozenset(moments)
        self.advice = {
            row.wrong: row
            for row in reversed(advice)
            if (operation.id in row.operations if row.operations else row.instead in self.known)
        }
        pieces = _placeholder.split(operation.path)
        self.literals, self.path_names = pieces[::2], pieces[1::2]
        self.header_names = frozenset(p.name for p in operation.parameters if p.place is Place.HEADER)

    def check(self, params: Mapping[str, Any]) -> None:
        """Raise UnknownParameter for one that the operation does not have: the vendor would ignore it in silence."""
        for name, value in params.items():
            if name not in self.known and not (self.beginnings and name.startswith(self.beginnings)):
                raise self._unknown(name, value)

    def _unknown(self, name: str, value: Any) -> UnknownParameter:
        told = self.advice.get(name)
        nearest: list[str] = []
        hint = "What the vendor takes all the same can be sent in extra_params."
        if told is not None:
            nearest, hint = [told.instead] if told.instead else [], told.sentence(value)
        elif self.upsert and name in (self.upsert.key, self.upsert.value, self.upsert.create):
            hint = f"Records are upserted by PUT at one of {', '.join(self.upsert.paths)}, and nowhere else."
        else:
            nearest = get_close_matches(name.lower(), sorted(self.known), n=3, cutoff=0.6)
        return UnknownParameter(
            f"{self.operation.id} has no parameter {name!r}",
            argument=name,
            nearest=nearest,
            hint=hint,
        )

    def address(self, params: Mapping[str, Any], headers: dict[str, str]) -> str:
        """Path and query, encoded. Parameters that travel as headers are added to `headers`; None is left out."""
        query = {}
        for name, value in params.items():
            if value is None or name in self.path_names:
                continue
            if name in self.header_names:
                headers[name.lower()] = header_value(name, text(name, value))
            elif name in self.moments:
                query[name] = moment(name, value)
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


def moment(name: str, value: Any) -> str:
    """Return an instant as the wire wants it, `±hhmm` and never `Z`. InvalidArgument without a time zone."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            hint = "Use an aware datetime, or text such as 2026-11-17T08:30:00+0000."
            raise InvalidArgument(f"{name} is no instant: {value!r}", argument=name, hint=hint) from None
    if not isinstance(value, datetime):
        hint = "Use an aware datetime: a date begins at another instant in each time zone."
        raise InvalidArgument(f"{name} needs a time of day, got {value!r}", argument=name, hint=hint)
    return _moment(name, value)


def _moment(name: str, value: datetime) -> str:
    offset = value.utcoffset()
    if offset is None:
        hint = "Add a time zone: datetime(..., tzinfo=UTC), or value.astimezone()."
        raise InvalidArgument(f"{name} has no time zone", argument=name, hint=hint)
    if offset.seconds % 60 or offset.microseconds:
        value = value.astimezone(UTC)  # the wire has no seconds in an offset
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
