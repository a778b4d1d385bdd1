"""An organisation's preferences, and how its invoices, estimates and credit notes are numbered and begin.

What the Book has a switch for is the Book's and changes what documents come out as; the rest is only kept.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.sequence import Sequence, UpdateSequence
from tallystick.books.documents.settings import BookSettings, DiscountLevel, RoundOff, TaxRounding, UpdateSettings
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, choice, count, flag, given, text
from tallystick.vendors.zoho_books.emulator.kept import plain, put
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.undocumented_settings import NOTES, WRAPPERS

SHAPES: Final = shapes("settings")
PREFERENCES: Final = "preferences"
DISCOUNT_TYPES: Final = {"item_level": DiscountLevel.LINE, "entity_level": DiscountLevel.DOCUMENT}
TAX_ROUNDINGS: Final = {"item_level": TaxRounding.LINE, "entity_level": TaxRounding.DOCUMENT}
ROUND_OFFS: Final = {
    "no_rounding": RoundOff.NONE,
    "round_off_to_nearest_whole_number": RoundOff.WHOLE,
    "incremental_rounding": RoundOff.INCREMENT,
}
TAX_TYPES: Final = {"inclusive": True, "exclusive": False}
BOOK_FIELDS: Final = (
    Field("discount_type", "discount_level", choice(DISCOUNT_TYPES)),
    Field("is_discount_before_tax", "discount_before_tax", flag),
    Field("tax_rounding_type", "tax_rounding", choice(TAX_ROUNDINGS)),
    Field("transaction_rounding_type", "round_off", choice(ROUND_OFFS)),
    Field("sales_tax_type", "tax_inclusive", choice(TAX_TYPES)),
)
TEXT_LENGTH_MAX: Final = 10_000


class Start(msgspec.Struct, frozen=True):
    """How one kind of document begins: its settings' path and key, the Book's sequence, its number on the wire."""

    path: str
    key: str
    sequence: str
    number: str
    notes: str = ""

    @property
    def record(self) -> str:
        """Return where its kept settings stand among the organisation's records."""
        return f"{self.path}_settings"

    def said(self, call: Call, name: str, default: Any) -> Any:
        """Return one kept setting."""
        return call.organization.records.get(self.record, {}).get(name, default)


STARTS: Final = (
    Start("invoices", "invoice_settings", "invoice", "invoice_number", "Thanks for your business."),
    Start("estimates", "estimate_settings", "estimate", "estimate_number"),
    Start("creditnotes", "creditnote_settings", "credit_note", "creditnote_number"),
)
BY_NUMBER: Final = {start.number: start for start in STARTS}


def numbers_itself(call: Call, wire: str) -> bool:
    """Say whether a kind of document, known by its number's key, gets its numbers by itself."""
    start = BY_NUMBER.get(wire)
    return True if start is None else bool(start.said(call, "auto_generate", True))


def begins_with(call: Call, wire: str) -> dict[str, str]:
    """Return the notes and terms a new document has when its body says none."""
    start = BY_NUMBER.get(wire)
    if start is None:
        return {}
    texts = {"notes": start.said(call, "notes", start.notes), "terms": start.said(call, "terms", "")}
    return {name: value for name, value in texts.items() if value}


def _word(words: Mapping[str, Any], value: Any) -> str:
    return next(word for word, meant in words.items() if meant == value)


def _of_book(settings: BookSettings) -> dict[str, Any]:
    """Return the preferences that are the Book's."""
    return {
        "discount_type": _word(DISCOUNT_TYPES, settings.discount_level),
        "is_discount_before_tax": settings.discount_before_tax,
        "tax_rounding_type": _word(TAX_ROUNDINGS, settings.tax_rounding),
        "transaction_rounding_type": _word(ROUND_OFFS, settings.round_off),
        "sales_tax_type": _word(TAX_TYPES, settings.tax_inclusive),
        "is_inclusive_tax": settings.tax_inclusive,
    }


def _put_book(call: Call) -> None:
    """Change the Book's own switches. Raises Refused (code 2) for a word that stands for nothing."""
    fields = given({name: value for name, value in call.body.items() if value != ""}, BOOK_FIELDS)
    if fields:
        call.organization.execute(UpdateSettings(user_id=call.user_id, **fields))


def _kept(call: Call, template: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a body says that is only kept, of the kind the template has. Raises Refused (2, 15)."""
    own = {field.wire for field in BOOK_FIELDS}
    said: dict[str, Any] = {}
    for name, value in call.body.items():
        if name in own or name not in template:
            continue
        if isinstance(template[name], bool):
            said[name] = flag(value, name)
        elif isinstance(template[name], str):
            said[name] = text(value, name)
            if len(said[name]) > TEXT_LENGTH_MAX:
                raise Refused("too_long", field=name, limit=TEXT_LENGTH_MAX)
        else:
            said[name] = plain(value)
    return said


def read_preferences(call: Call) -> Answer:
    """Return the organisation's preferences."""
    organization = call.organization
    value = {**SHAPES[PREFERENCES], **organization.records.get(PREFERENCES, {}), **_of_book(organization.book.settings)}
    value.pop("is_inclusive_tax")
    return Answer(key=PREFERENCES, value=value)


def update_preferences(call: Call) -> Answer:
    """Change preferences; what the body does not mention stays."""
    _put_book(call)
    said = _kept(call, SHAPES[PREFERENCES])
    if said:
        put(call.organization, PREFERENCES, **said)
    return Answer(message="Preferences have been saved.")


ONLY_KEPT: Final = {"estimates": "which texts of an estimate its invoice takes over is only kept"}
SEQUENCE_KEYS: Final = frozenset(("prefix_string", "start_at", "next_number", "ph_replaced_prefix"))


def _detail(start: Start, call: Call) -> dict[str, Any]:
    organization = call.organization
    sequence: Sequence = organization.book.table(Kind.SEQUENCE)[start.sequence]
    found = {**SHAPES["document"], **SHAPES[start.path]}
    own = {name: value for name, value in _of_book(organization.book.settings).items() if name in found}
    return {
        **found,
        "notes": start.notes,
        **organization.records.get(start.record, {}),
        **own,
        "prefix_string": sequence.prefix,
        "ph_replaced_prefix": sequence.prefix,
        "next_number": f"{sequence.next_value:0{sequence.digits}d}",
    }


def _reads(start: Start) -> Callable[[Call], Answer]:
    return lambda call: Answer(key=start.key, value=_detail(start, call))


def _updates(start: Start) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        _put_book(call)
        said = _kept(call, {**SHAPES["document"], **SHAPES[start.path]})
        series: dict[str, Any] = {}
        if "prefix_string" in said:
            series["prefix"] = said["prefix_string"]
        if said.get("next_number"):
            value = count(said["next_number"], "next_number")
            if value < 1:
                raise Refused("invalid_value", field="next_number")
            series |= {"next_value": value, "digits": len(said["next_number"])}
        if series:
            call.organization.execute(UpdateSequence(id=start.sequence, user_id=call.user_id, **series))
        kept = {name: value for name, value in said.items() if name not in SEQUENCE_KEYS - {"start_at"}}
        if kept:
            put(call.organization, start.record, **kept)
        return Answer(key=start.key, value=_detail(start, call))

    return run


def _reads_texts(start: Start) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        found = _detail(start, call)
        return Answer(key="notes_and_terms", value={"notes": found["notes"], "terms": found["terms"]})

    return run


def _updates_texts(start: Start) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        said = _kept(call, {"notes": "", "terms": ""})
        if said:
            put(call.organization, start.record, **said)
        return _reads_texts(start)(call)

    return run


def _emulated(start: Start) -> tuple[Emulated, ...]:
    path, evidence = f"/settings/{start.path}", NOTES if start.path == "invoices" else WRAPPERS
    return (
        Emulated("GET", path, _reads(start), evidence),
        Emulated("PUT", path, _updates(start), evidence, missing=ONLY_KEPT.get(start.path, "")),
        Emulated("GET", f"{path}/notesandterms", _reads_texts(start), WRAPPERS),
        Emulated("PUT", f"{path}/notesandterms", _updates_texts(start), WRAPPERS),
    )


HANDLERS: Final = (
    Emulated("GET", "/settings/preferences", read_preferences, NOTES),
    Emulated("PUT", "/settings/preferences", update_preferences, WRAPPERS, missing="approvals are only kept"),
    *(emulated for start in STARTS for emulated in _emulated(start)),
)
