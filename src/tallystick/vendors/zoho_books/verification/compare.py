"""Comparing two answers to the same request: the status, the code, the sentence, the headers, keys and kinds of values.

Values themselves are not compared: the two sides have different books.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.verification.scrub import DEPTH_MAX, HEADERS, Scrubber

NOT_YET: Final = "x-tallystick-not-yet"
UNSET: Final = "empty text"
"""What the vendor writes for whatever is not set, a number too; it agrees with every kind."""


class Seen(msgspec.Struct, frozen=True):
    """One side's answer: what came over the wire."""

    status: int
    headers: dict[str, str]
    body: Any


class Difference(msgspec.Struct, frozen=True):
    """One thing that differs: what kind, where in the answer, and what each side has ("" for nothing)."""

    kind: str
    where: str = ""
    real: str = ""
    sandbox: str = ""


def compare(real: Seen, sandbox: Seen) -> list[Difference]:
    """Return everything that differs, the weightiest first; a sandbox that has not learned the call is one difference."""
    if NOT_YET in sandbox.headers:
        return [Difference("not yet", sandbox=sandbox.headers[NOT_YET])]
    found = [Difference("status", "", str(real.status), str(sandbox.status))] if real.status != sandbox.status else []
    found += _envelope(real.body, sandbox.body)
    for name in HEADERS:
        if (name in real.headers) != (name in sandbox.headers):
            found.append(
                Difference("header", name, *("present" if name in side.headers else "" for side in (real, sandbox)))
            )
    found += _shapes(kinds(real.body), kinds(sandbox.body))
    return found


def kinds(body: Any) -> dict[str, frozenset[str]]:
    """Return the kinds of value at every place of a body (`invoices[].total`), all rows of a list taken together."""
    found: dict[str, set[str]] = {}
    for place, kind in _walk(body, "", 0):
        found.setdefault(place, set()).add(kind)
    return {place: frozenset(seen) for place, seen in found.items()}


def _walk(value: Any, place: str, depth: int) -> Iterator[tuple[str, str]]:
    yield place, _kind(value)
    if depth > DEPTH_MAX:
        return
    if isinstance(value, dict):
        for name, held in value.items():
            # What somebody named themselves is one place, whatever they called it.
            yield from _walk(held, f"{place}.{'cf_*' if name.startswith('cf_') else name}".lstrip("."), depth + 1)
    elif isinstance(value, list):
        for held in value:
            yield from _walk(held, f"{place}[]", depth + 1)


def _kind(value: Any) -> str:
    if value == "":
        return UNSET
    table = ((bool, "boolean"), ((int, Decimal), "number"), (str, "text"), (dict, "object"), (list, "array"))
    return next((name for kind, name in table if isinstance(value, kind)), "null")


def _envelope(real: Any, sandbox: Any) -> list[Difference]:
    """Compare code and sentence, where both sides are answers in the vendor's shape."""
    if not isinstance(real, dict) or not isinstance(sandbox, dict):
        return []
    found = []
    if real.get("code") != sandbox.get("code"):
        found.append(Difference("code", "code", str(real.get("code", "")), str(sandbox.get("code", ""))))
    said, says = (Scrubber().message(str(side.get("message", ""))) for side in (real, sandbox))
    if said != says:
        found.append(Difference("message", "message", said, says))
    return found


def _shapes(real: dict[str, frozenset[str]], sandbox: dict[str, frozenset[str]]) -> list[Difference]:
    found = []
    for place in sorted(real.keys() | sandbox.keys()):
        above, _, _ = place.rpartition(".")
        if (
            above not in real
            or above not in sandbox
            or (place.endswith("[]") and (place not in real or place not in sandbox))
        ):
            continue  # said once, where it begins; and an empty list has no rows to compare
        one, other = (", ".join(sorted(side.get(place, ()))) for side in (real, sandbox))
        if place not in sandbox:
            found.append(Difference("key only the real service has", place, one, ""))
        elif place not in real:
            found.append(Difference("key only the sandbox has", place, "", other))
        elif not real[place] & sandbox[place] and UNSET not in real[place] | sandbox[place]:
            found.append(Difference("kind", place, one, other))
    return found
