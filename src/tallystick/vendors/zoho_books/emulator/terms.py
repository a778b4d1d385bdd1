"""Payment terms on the wire: a number of days, or one of two codes for the end of a month. No due date is reckoned here."""

from typing import Any, Final

from tallystick.books.documents.terms import TermsBasis
from tallystick.vendors.zoho_books.emulator.given import Field, count, text

CODES: Final = {-2: TermsBasis.MONTH_END, -3: TermsBasis.NEXT_MONTH_END}
"""Numbers of days that are none, as contacts carry them: recorded(bodies and rows kept in clients' code)."""
_CODE: Final = {basis: code for code, basis in CODES.items()}


def _days(value: Any, wire: str) -> int:
    days = count(value, wire)
    return 0 if days in CODES else days


def _basis(value: Any, wire: str) -> TermsBasis:
    return CODES.get(count(value, wire), TermsBasis.NET)


FIELDS: Final = (
    Field("payment_terms", "terms_days", _days),
    Field("payment_terms", "terms_basis", _basis),
    Field("payment_terms_label", "terms_label", text),
)


def terms_row(owner: Any) -> dict[str, Any]:
    """Return the keys of the terms of a document, a profile or a contact."""
    days = _CODE.get(owner.terms_basis, owner.terms_days)
    return {"payment_terms": days, "payment_terms_label": owner.terms_label}
