"""Body fields that an operation does not have: found with their places, and told or refused. Nothing here sends."""

import sys
import warnings
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from tallystick.model.errors import UnknownFields
from tallystick.rest.message import Upload
from tallystick.rest.operation import Shape
from tallystick.rest.vendor import Advice, Vendor

DEPTH_MAX = 24
STRAYS_MAX = 100
FRAMES_MAX = 100
OURS = "tallystick."


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


def refuse(vendor: Vendor, operation_id: str, strays: list[Stray]) -> UnknownFields:
    """Return the error that names all of them, each with its place."""
    return UnknownFields(
        f"{operation_id} does not have {'; '.join(stray.sentence for stray in strays)}",
        fields=[(stray.location, stray.nearest) for stray in strays],
        hint=f"{vendor.name} would have dropped them in silence.",
    )


def warn(vendor: Vendor, operation_id: str, strays: list[Stray], told: set[str]) -> None:
    """Tell the program of each field that is not among those `told` before, and count it among them."""
    fresh = [stray for stray in strays if stray.field not in told]
    told.update(stray.field for stray in fresh)
    for stray in fresh:
        warnings.warn(
            f"{vendor.name} will drop a field that {operation_id} does not have: {stray.sentence}",
            UnknownFieldWarning,
            stacklevel=_caller(),
        )


def _caller() -> int:
    """Return how many frames above `warnings.warn` the program's own line is: the first one that is not ours."""
    frame, level = sys._getframe(1), 1  # noqa: SLF001 - what `warnings` itself does from Python 3.12 on
    while frame.f_back is not None and level < FRAMES_MAX and frame.f_globals.get("__name__", "").startswith(OURS):
        frame, level = frame.f_back, level + 1
    return level
