"""Facts that a specification states only in sentences: length limits, allowed values, a filter's variants.

The sentences themselves never leave this file.
"""

import re

LENGTH = re.compile(
    r"max(?:imum)?[\s_-]*(?:search\s+)?(?:length|lenght|len)(?:\s+allowed)?\s*(?:is|:)?\s*\[?\s*(\d+)", re.IGNORECASE
)
MAXIMUM = re.compile(r"maximum value is\s*(\d+)", re.IGNORECASE)
VALUES = re.compile(
    r"max(?:imum)?(?:\s+of)?\s+(\d+)\s*(?:\w+\s+)?(?:ids|contacts|invoices|estimates|notes|orders|accounts)\b"
    r"|ids?\b[^.]*\(max\s+(\d+)\)"
    r"|comma[- ]separated[^.]*\.\s*maximum of\s+(\d+)",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"(?:allowed|supported|available|possible)\s+(?:values?|options?)(?:\s+for\s+this\s+\w+)?\s*(?:include|are|is)?\s*:?"
    r"|options\s+include|available\s+options\s+include",
    re.IGNORECASE,
)
CODE = re.compile(r"<code>(.*?)</?code>", re.DOTALL)
BETWEEN = re.compile(r"^(?:\s|,|/|\.|;|:|and\b|or\b|&|\([^()]*\)|</?br\s*/?>)*$", re.IGNORECASE)
WORD = re.compile(r"^[A-Za-z][\w.*-]*$")
VALUE = r"(?:[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+|[a-z][a-z0-9_]*)"
PLAIN = re.compile(rf"\s*{VALUE}(?:\s*,\s*(?:and\s+|or\s+)?{VALUE}|\s+(?:and|or)\s+{VALUE})+(?=\W|$)")
CUSTOM_FIELD = re.compile(r"^cf_(?:\\w\+|\(\\w\+\)|\*|\w*<\w+>)$")
SUFFIXES = [
    "startswith",
    "starts_with",
    "ends_with",
    "contains",
    "start",
    "end",
    "before",
    "after",
    "less_than",
    "less_equals",
    "greater_than",
    "greater_equals",
    "in",
    "not_in",
    "equal",
    "not_equal",
]


def length_max(text: str) -> int | None:
    """Return the longest length allowed, in characters, when the text states one."""
    found = LENGTH.search(text)
    return int(found[1]) if found else None


def maximum(text: str) -> int | None:
    """Return the greatest number allowed, when the text states one."""
    found = MAXIMUM.search(text)
    return int(found[1]) if found else None


def values_max(text: str) -> int | None:
    """Return how many comma-separated values are allowed, when the text states it."""
    found = VALUES.search(text)
    return int(next(filter(None, found.groups()))) if found else None


def allowed_values(text: str) -> tuple[str, ...]:
    """Return the values after "Allowed Values:" in their order; empty when the text lists none.

    Only an unbroken list counts: it ends at the first word that is neither marked as a value nor a separator. One that
    ends in "etc" is no list of all values and gives none.
    """
    marker = ALLOWED.search(text)
    if marker is None:
        return ()
    rest, values, at = text[marker.end() :], [], 0
    for code in CODE.finditer(rest):
        if not BETWEEN.match(rest[at : code.start()]):
            break
        values += re.split(r"[\s,]+(?:and\s+)?", code[1].strip())
        at = code.end()
    if not values and (plain := PLAIN.match(rest)):
        values = [word for word in re.split(r"[\s,]+", plain[0].strip()) if word not in {"and", "or"}]
    if "etc" in values:
        return ()
    return tuple(dict.fromkeys(value for raw in values if (value := clean_value(raw))))


def constants(text: str) -> tuple[str, ...]:
    """Return values such as `Status.All` wherever they stand in the text."""
    return tuple(dict.fromkeys(re.findall(r"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b", " ".join(CODE.findall(text)))))


def clean_value(raw: str) -> str:
    """Return one wire value: a pattern for custom fields becomes `cf_*`; anything that is no word, nothing."""
    value = raw.strip().strip(".'\"")
    if CUSTOM_FIELD.match(value):
        return "cf_*"
    return value if WORD.match(value) else ""


def variants(name: str, text: str) -> tuple[str, ...]:
    """Return the names of a filter's variants (`date_start` for `date`) that the text announces."""
    found = re.findall(rf"\b{re.escape(name)}_(?:{'|'.join(SUFFIXES)})\b", text)
    return tuple(dict.fromkeys(found))
