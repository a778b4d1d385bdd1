"""Shapes written as words: the short hand in which the overlay says what the fields of a record are.

`total:n tags:[s] contact:{ credit_limit:n } line_items:[ rate:n ]`: a bare name is a string, a letter is a type,
`[s]` an array of strings, `{ … }` an object and `[ … ]` an array of objects with the fields between.
"""

from typing import Any

Node = dict[str, Any]
Words = dict[str, tuple[str, dict[str, Any]]]
TYPES = {"s": "string", "n": "number", "i": "integer", "b": "boolean", "o": "object", "a": "array", "x": "any"}
DEPTH_MAX = 8


def read(text: str) -> Words:
    """Return the words as name → (kind, words between the brackets). Raises ValueError for what cannot be read."""
    stack: list[Words] = [{}]
    for word in text.split():
        name, _, kind = word.partition(":")
        if word in {"}", "]"} and len(stack) > 1:
            stack.pop()
        elif kind in {"{", "["} and len(stack) < DEPTH_MAX:
            inner: Words = {}
            stack[-1][name] = (kind, inner)
            stack.append(inner)
        elif kind.strip("[]") in {"", *TYPES} and name.isidentifier():
            stack[-1][name] = (kind or "s", {})
        else:
            raise ValueError(f"{word!r} cannot be read; the types are {' '.join(TYPES)}")
    if len(stack) > 1:
        raise ValueError("a bracket is not closed")
    return stack[0]


def shape(kind: str, inner: Words) -> Node:
    """Return the shape one word stands for; the recursion is bounded by DEPTH_MAX when the words are read."""
    record: Node = {"type": "object", "fields": {name: shape(*word) for name, word in inner.items()}}
    if kind in {"{", "["}:
        return record if kind == "{" else {"type": "array", "items": record}
    if kind.startswith("["):
        return {"type": "array", "items": {"type": TYPES[kind[1:-1]]}}
    return {"type": TYPES[kind]}


def leaves(words: Words, at: str = "") -> set[str]:
    """Return the place of every word that has no words of its own: `.line_items.rate`."""
    found: set[str] = set()
    for name, (_, inner) in words.items():
        found |= leaves(inner, f"{at}.{name}") if inner else {f"{at}.{name}"}
    return found


def merge(target: Node, words: Words, at: str = "") -> set[str]:
    """Give an object the fields the words name, add or correct; return the places of the words that changed it."""
    fields, used = target.setdefault("fields", {}), set[str]()
    for name, (kind, inner) in words.items():
        wanted, place = shape(kind, inner), f"{at}.{name}"
        known = fields.get(name)
        if known is None or known.get("type", "any") != wanted["type"]:
            fields[name] = wanted
            used |= leaves({name: (kind, inner)}, at)
        elif kind == "{":
            used |= merge(known, inner, place)
        elif kind == "[":
            used |= merge(known.setdefault("items", {"type": "object"}), inner, place)
        elif kind.startswith("[") and known.get("items") != wanted["items"]:
            known["items"] = wanted["items"]
            used.add(place)
    return used
