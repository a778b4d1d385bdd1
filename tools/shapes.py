"""Shapes as TypedDicts: each named for what it is, shapes that are alike sharing one. Nothing here writes a file.

A record is named by its nouns (`Invoice`, `InvoiceComment`), a row of a list `InvoiceRow`, a body `InvoiceFields`, and
what is inside by the key it has there (`InvoiceLineItem`). Whatever gets one name becomes one type: the vendor declares
a record again and again, never quite the same.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from tallystick.rest.operation import Shape
from tools.naming import VERBS, is_in

BODY, ROW = "Fields", "Row"
# Words that are not made singular by their ending.
SINGULARS: Final[Mapping[str, str]] = {
    "chart_of_accounts": "account",
    "uncategorized": "",
}
SAME: Final = ("status", "sms", "actuals", "us", "ss", "is", "basis", "tax_info", "details", "insights", "preferences")
# Nouns that need nobody above them to be understood.
ALONE: Final = ("time_entries", "exchange_rates")
# What is the same wherever it is found, by the key it is found under.
EVERYWHERE: Final[Mapping[str, str]] = {
    "billing_address": "Address",
    "check_details": "CheckDetails",
    "communication_preference": "CommunicationPreference",
    "custom_fields": "CustomField",
    "default_templates": "DefaultTemplates",
    "documents": "Document",
    "item_custom_fields": "CustomField",
    "lock_details": "LockDetails",
    "payment_options": "PaymentOptions",
    "shipping_address": "Address",
    "tags": "Tag",
}
DEPTH_MAX: Final = 24
PASSES_MAX: Final = 24
TAKEN: Final = ("Answer", "Any", "Client", "AsyncClient", "Data", "Day", "Field", "Literal", "Module", "Page", "Rows")

RESULT_TYPES: Final = {"string": "str", "number": "Decimal | None", "integer": "int | None", "boolean": "bool"}
BODY_TYPES: Final = {"string": "str", "number": "Amount", "integer": "int | str", "boolean": "bool"}


class Type(msgspec.Struct):
    """One TypedDict in the making: the type of each key as it will be written, by key, in the order served."""

    name: str
    fields: dict[str, str]


class Types:
    """Every TypedDict of a vendor, collected shape by shape."""

    def __init__(self) -> None:
        self._merged: dict[str, Shape] = {}
        self._names: dict[str, str] = {}
        self._types: dict[str, Type] = {}

    def add(self, name: str, shape: Shape) -> None:
        """Take the fields of `shape`, or of its items, in under `name`, beside what is there under it already."""
        while shape.type_ == "array":
            shape = shape.items or Shape()
        if not shape.fields:
            return
        known = self._merged.get(name)
        self._merged[name] = merged(known, shape) if known else shape

    def settle(self) -> None:
        """Give every shape its final name, once all have been added."""
        drafts: dict[str, Type] = {}
        # What is inside is taken in on the way, which may add to what has been written: until nothing is added.
        for _ in range(PASSES_MAX):
            before = dict(self._merged)
            for name in sorted(before):
                fields = {key: self._kind(name, key, field) for key, field in self._merged[name].fields.items()}
                drafts[name] = Type(name, fields)
            if self._merged == before:
                return self._share(drafts)
        raise ValueError(f"shapes are still nested after {PASSES_MAX} passes")

    def written(self, name: str, shape: Shape) -> str:
        """Return the type of a value of this shape that was added under `name`."""
        return _resolved(self._kind(name, "", shape, is_named=True), self._names)

    def all(self) -> list[Type]:
        """Return the settled types, sorted by name."""
        return [self._types[name] for name in sorted(self._types)]

    def _kind(self, name: str, key: str, shape: Shape, *, is_named: bool = False) -> str:
        """Return the type of what `name` has under `key`, an object as `<ItsLongName>`, and take that one in."""
        body = is_body(name)
        if key == "value" and name.removesuffix(BODY) == EVERYWHERE["custom_fields"]:
            return "Any"
        if shape.type_ == "array":
            kind = self._kind(name, key, shape.items or Shape(), is_named=is_named)
            kind = f"Sequence[{kind}]" if body else f"list[{kind}]"
            return f"{kind} | Mapping[str, Any]" if body and key == "custom_fields" else kind
        if shape.type_ != "object":
            return scalar(key, shape, body=body)
        if not shape.fields:
            return "Mapping[str, Any]" if body else "dict[str, Any]"
        inner = name if is_named else inside(name, key)
        if not is_named:
            self.add(inner, shape)
        return f"<{inner}>"

    def _share(self, drafts: dict[str, Type]) -> None:
        """Let types that are alike be one, innermost first, and name it by the words their names end in."""
        final: dict[str, str] = {}
        taken = {*self._merged, *TAKEN}
        pending = dict(drafts)
        while pending:
            ready = [draft for draft in pending.values() if not any(f"<{name}>" in _text(draft) for name in pending)]
            assert ready, "types refer to each other in a circle"
            groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
            for draft in ready:
                fields = tuple((key, _resolved(kind, final)) for key, kind in draft.fields.items())
                draft.fields = dict(fields)
                groups.setdefault(tuple(sorted(fields)), []).append(draft.name)
            for alike in sorted(groups.values(), key=lambda names: (-len(names), names)):
                name = self._known(pending[alike[0]].fields) or common(alike, taken)
                taken.add(name)
                self._types.setdefault(name, Type(name, pending[alike[0]].fields))
                final.update(dict.fromkeys(alike, name))
            for draft in ready:
                del pending[draft.name]
        self._names = final

    def _known(self, fields: dict[str, str]) -> str:
        return next((known.name for known in self._types.values() if known.fields == fields), "")


def merged(first: Shape, second: Shape, depth: int = 0) -> Shape:
    """Return a shape with the fields of both; where they disagree, the first is right."""
    if depth > DEPTH_MAX or first.type_ == "any":
        return second
    if {first.type_, second.type_} == {"array", "object"}:
        first, second = (shape if shape.type_ == "array" else Shape("array", items=shape) for shape in (first, second))
    if second.type_ != first.type_:
        # What has fields tells more than a text that stands for nothing.
        return second if second.fields or second.items else first
    if first.type_ == "array":
        items = merged(first.items or Shape(), second.items or Shape(), depth + 1)
        return msgspec.structs.replace(first, items=items)
    fields = dict(first.fields)
    for key, field in second.fields.items():
        fields[key] = merged(fields[key], field, depth + 1) if key in fields else field
    return msgspec.structs.replace(first, fields=fields)


def scalar(key: str, shape: Shape, *, body: bool) -> str:
    """Return the type of a value that is neither an object nor an array."""
    if shape.type_ == "any":
        return "Any"
    if key.endswith("_id"):
        return "str"
    if body and shape.type_ == "string" and (shape.format == "date" or key == "date" or key.endswith("_date")):
        return "Day"
    return (BODY_TYPES if body else RESULT_TYPES)[shape.type_]


def is_body(name: str) -> bool:
    """Whether a type is for what is sent."""
    return name.endswith(BODY)


def inside(name: str, key: str) -> str:
    """Return the name of what a type has under a key: `Invoice`, `line_items` → `InvoiceLineItem`."""
    suffix = BODY if is_body(name) else ""
    if key in EVERYWHERE:
        return EVERYWHERE[key] + suffix
    above, below = _words(name.removesuffix(BODY)), _words(camel(singular(key)))
    # `VendorCredit` has `vendor_credit_refunds`: a VendorCreditRefund.
    said = next((size for size in range(len(below) - 1, 0, -1) if above[-size:] == below[:size]), 0)
    return "".join((*above, *below[said:], suffix))


def noun(modules: Iterable[str]) -> str:
    """Return what modules hold: `invoices`, `comments` → `InvoiceComment`."""
    parts = list(modules)
    if parts[-1] in ALONE:
        parts = parts[-1:]
    return "".join(camel(singular(part)) for part in parts)


def singular(word: str) -> str:
    """Return one of many: `line_items` → `line_item`."""
    if word in SINGULARS:
        return SINGULARS[word]
    if word.endswith(SAME) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "uses")) else word[:-1]


def camel(word: str) -> str:
    """Return `line_item` as `LineItem`; characters that cannot be in a name are left out."""
    return "".join(part[:1].upper() + part[1:] for part in "".join(c if c.isalnum() else "_" for c in word).split("_"))


def common(names: list[str], taken: set[str]) -> str:
    """Return one name for all: the words they end in, when those say enough, else the shortest of them."""
    split = [_words(name) for name in names]
    shared: list[str] = []
    for column in zip(*(reversed(words) for words in split), strict=False):
        if len(set(column)) > 1:
            break
        shared.insert(0, column[0])
    short = "".join(shared)
    shortest = min(names, key=lambda name: (len(name), name))
    # `CommentRow` says what it is, `ApplyFields` does not.
    is_noun = bool(shared) and shared[0] not in (BODY, ROW) and not is_in(shared[0].lower(), VERBS)
    is_free = short not in taken or short in names
    return short if len(names) > 1 and is_noun and is_free else shortest


def _words(name: str) -> list[str]:
    words: list[str] = []
    for letter in name:
        if letter.isupper() or not words:
            words.append(letter)
        else:
            words[-1] += letter
    return words


def _text(draft: Type) -> str:
    return " ".join(draft.fields.values())


def _resolved(kind: str, final: Mapping[str, str]) -> str:
    """Replace `<LongName>` by the name it has in the end."""
    before, bracket, rest = kind.partition("<")
    if not bracket:
        return kind
    name, _, after = rest.partition(">")
    return f"{before}{final[name]}{after}"
