"""Scrubbing: an answer with everything personal replaced, the same value always by the same stand-in.

What is not known to be the vendor's own vocabulary is replaced: a value is kept by a row of the table, never by default.
"""

import re
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, Final

from tallystick.vendors.zoho_books.operations import OPERATIONS

# Keys (as patterns) whose text is the vendor's vocabulary, and what it must look like to be believed.
_WORD: Final = re.compile(r"[a-z][a-z_]{0,39}")
KEEP: Final = (
    ("status", _WORD),
    ("*_status", _WORD),
    ("*_type", _WORD),
    ("entity", _WORD),
    ("payment_mode", re.compile(r"check|cash|creditcard|banktransfer|bankremittance|autotransaction|others")),
    ("currency_code", re.compile(r"[A-Z]{3}")),
    ("language_code", re.compile(r"[a-z]{2}")),
    ("*date_format", re.compile(r"[dMyE ,./'-]{2,20}")),
    ("sort_column", _WORD),
    ("sort_order", re.compile(r"[AD]")),
    ("source", re.compile(r"api|client|user")),
)
# Whole numbers that say something of the wire and of nobody.
NUMBERS: Final = frozenset({"code", "page", "per_page", "price_precision", "quantity_precision", "line_item_count"})
HEADERS: Final = (
    "content-type",
    "content-disposition",
    "retry-after",
    "x-rate-limit-limit",
    "x-rate-limit-remaining",
    "x-rate-limit-reset",
    "allow",
)
_CONTENT_TYPE: Final = re.compile(r"[a-z]+/[a-z.+-]+(;\s?charset=[A-Za-z0-9-]+)?")
_KEY: Final = re.compile(r"[a-z][a-z_]*(?:\d{1,2}[a-z_]*)*")
_ID: Final = re.compile(r"\d{5,}")
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")
_URL: Final = re.compile(r"https?://\S+")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?P<zone>Z|[+-]\d{2}:?\d{2})?")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_LOOKS: Final = (("id", _ID), ("mail", _MAIL), ("url", _URL))
_PIECE: Final = re.compile(r"[^\s.,;:!?()\[\]<>/\"“”-]+")
DEPTH_MAX: Final = 40

# What refusals are made of, beside the words of success. None of them is anybody's name.
REFUSING: Final = (
    "a about accept access account accounts active add address again all allow allowed already also amount an and any api "
    "applied apply archived are as associated at available balance be because been before belong belongs between bill bills "
    "both but by can cancelled cannot change changed characters check closed code contact contacts contain contains could "
    "created credit currency customer data date day days default delete deleted denied details did disabled discount do "
    "does doubt draft due duplicate each edit email empty enabled end ensure enter entered error exceed exceeded exceeds "
    "exist existing exists expired failed feature field fields file filter find for found from future give given greater "
    "group has have id if in inactive internal invalid inventory invoice invoices involved is issue it item items its "
    "journal json kindly last least length less limit line lines list locked login made make mandatory many map match maximum "
    "may maximum message method minimum missing modified more month must name need negative no not note number of off on one "
    "only open operation or order organization organizations other our page parameter parameters part passed payment payments "
    "per perform period permission permitted phone plan please positive previous price process provide quantity rate reached "
    "read received record records reference refund required request requests resource respective role same select selected "
    "sent server service set should since some specified start state status still stock such support tax taxes term than that "
    "the their them then there these this those time times to too total transaction transactions type unable unauthorized "
    "unique unit unknown until update upgrade url used user users using valid value values vendor void was well were when "
    "which while will with within without would wrong year you your zero"
)


@cache
def vocabulary() -> frozenset[str]:
    """Return the words of the vendor's own sentences: those of success, and those its refusals are made of."""
    told = (OPERATIONS[identity].message for identity in OPERATIONS)
    return frozenset(piece.lower() for text in (*told, REFUSING) for piece in _PIECE.findall(text) if piece.isalpha())


class Scrubber:
    """Replaces what is personal. One of these for one evidence file, so that equal values stay equal in it."""

    def __init__(self) -> None:
        self._stand_ins: dict[tuple[str, str], str] = {}

    def scrub(self, value: Any, *, key: str = "", depth: int = 0) -> Any:
        """Return a JSON value with its shape and nothing of anybody in it."""
        if depth > DEPTH_MAX:
            return self._stand_in("text", "too deep")
        if isinstance(value, dict):
            return {
                self.key(str(name)): self.scrub(held, key=str(name), depth=depth + 1) for name, held in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self.scrub(held, key=key, depth=depth + 1) for held in value]
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, (int, Decimal)):
            return self._number(value, key)
        return self.message(value) if key == "message" else self._text(str(value), key)

    def key(self, name: str) -> str:
        """Return a key: the vendor's words stay, what somebody named themselves does not."""
        if name.startswith("cf_"):
            return self._stand_in("cf_", name)
        return name if _KEY.fullmatch(name) else self._stand_in("key ", name)

    def message(self, text: str) -> str:
        """Return the vendor's sentence: words that the vendor is known to use, and … for every other piece."""
        pieces = ["#" if piece.isdecimal() and len(piece) < 4 else piece for piece in _PIECE.findall(text)]
        kept = [piece if piece == "#" or piece.lower() in vocabulary() else "…" for piece in pieces]
        return " ".join(piece for piece, before in zip(kept, ["", *kept], strict=False) if not piece == before == "…")

    def headers(self, headers: dict[str, str]) -> dict[str, str]:
        """Return the headers worth comparing: their names, and the value only of the content type."""
        kept: dict[str, str] = {name: "present" for name in HEADERS if name in headers}
        if _CONTENT_TYPE.fullmatch(headers.get("content-type", "")):
            kept["content-type"] = headers["content-type"]
        return kept

    def _number(self, value: int | Decimal, key: str) -> int | Decimal:
        if isinstance(value, int):
            if key in NUMBERS and abs(value) < 1_000_000:
                return value
            return 0 if value == 0 else int(self._stand_in("id", str(value))) if abs(value) > 99_999 else 1
        places = max(0, -int(value.as_tuple().exponent))
        return Decimal(0 if value == 0 else 1).scaleb(0).quantize(Decimal(1).scaleb(-places))

    def _text(self, value: str, key: str) -> str:
        if not value.strip():
            return ""
        if any(fnmatchcase(key, pattern) and allowed.fullmatch(value) for pattern, allowed in KEEP):
            return value
        if moment := _MOMENT.fullmatch(value):
            zone = moment["zone"] or ""
            return "2000-01-01T00:00:00" + (zone if zone == "Z" else re.sub(r"\d", "0", zone).replace("-", "+"))
        if _DATE.fullmatch(value):
            return "2000-01-01"
        if _NUMBER.fullmatch(value) and not _ID.fullmatch(value):
            return re.sub(r"\d", "1", value)
        return self._stand_in(next((kind for kind, looks in _LOOKS if looks.fullmatch(value)), "text "), value)

    def _stand_in(self, kind: str, value: str) -> str:
        found = self._stand_ins.get((kind, value))
        if found is None:
            number = 1 + sum(known == kind for known, _ in self._stand_ins)
            found = {"id": f"{9_000_000_000_000 + number}", "mail": f"person{number}@example.com"}.get(kind) or (
                f"https://example.com/{number}" if kind == "url" else f"{kind}{number}"
            )
            self._stand_ins[kind, value] = found
        return found
