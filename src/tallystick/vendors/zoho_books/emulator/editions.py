"""What an organisation's country decides: which taxes and charges a document may carry.

No tax is computed here. A country without rules of its own is the global edition, where everything is accepted.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.organization import Organization

VAT_COUNTRIES: Final = frozenset(
    [
        "GB",
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
"""The United Kingdom and the European Union."""
INDIA: Final = "IN"
UNITED_KINGDOM: Final = "GB"
GST_TREATMENTS: Final = frozenset({"business_gst", "business_none", "overseas", "consumer"})
GSTIN: Final = re.compile(r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]")
"""India's tax number: the state, the holder's permanent account number, which of theirs, Z and a check character."""
VAT_TREATMENTS: Final = frozenset({"uk", "eu_vat_registered", "eu_vat_not_registered", "overseas", "non_eu"})
"""Where a customer of a company in the United Kingdom is: documented(the vendor's OpenAPI documents)."""
VAT_NUMBER_LENGTHS: Final = range(2, 13)
"""How long a number under which somebody is registered for VAT may be: documented(the vendor's OpenAPI documents)."""
REGISTERS: Final = (
    ("tax_exemption_id", "tax_exemptions", "Tax exemption"),
    ("tax_authority_id", "tax_authorities", "Tax authority"),
)
"""What a contact or a line may be exempt by or taxed by, where it is registered, and what it is called."""
STATES: Final = {
    "andaman and nicobar islands": "AN",
    "andhra pradesh": "AP",
    "arunachal pradesh": "AR",
    "assam": "AS",
    "bihar": "BR",
    "chandigarh": "CH",
    "chhattisgarh": "CG",
    "dadra and nagar haveli and daman and diu": "DN",
    "delhi": "DL",
    "goa": "GA",
    "gujarat": "GJ",
    "haryana": "HR",
    "himachal pradesh": "HP",
    "jammu and kashmir": "JK",
    "jharkhand": "JH",
    "karnataka": "KA",
    "kerala": "KL",
    "ladakh": "LA",
    "lakshadweep": "LD",
    "madhya pradesh": "MP",
    "maharashtra": "MH",
    "manipur": "MN",
    "meghalaya": "ML",
    "mizoram": "MZ",
    "nagaland": "NL",
    "odisha": "OD",
    "puducherry": "PY",
    "punjab": "PB",
    "rajasthan": "RJ",
    "sikkim": "SK",
    "tamil nadu": "TN",
    "telangana": "TS",
    "tripura": "TR",
    "uttar pradesh": "UP",
    "uttarakhand": "UK",
    "west bengal": "WB",
}
"""States and union territories of India by name, as places of supply are written."""


def country_of(organization: Organization) -> str:
    """Return the country whose rules an organisation is under."""
    return (organization.settings.country_code or organization.book.settings.country_code).upper()


def check_sale(call: Call) -> None:
    """Raise Refused when a document to a customer carries what the organisation's country does not let it.

    India: code 3032 for a tax within a state on a sale between two states, or the other way round (recorded), 2 for an
    unknown treatment. United Kingdom and European Union: shipping on a document of an organisation with a VAT number
    (recorded).
    """
    country = country_of(call.organization)
    _check_registers(call)
    if country == INDIA:
        _check_gst(call)
        _check_states(call, _home(call), _said(call, "place_of_supply", "place_of_contact"))
    elif country in VAT_COUNTRIES:
        if country == UNITED_KINGDOM:
            _check_vat(call)
        registered = _record(call, call.organization.id).get("tax_id_value")
        if registered and call.body.get("shipping_charge"):
            raise Refused("vat_shipping")


def check_purchase(call: Call) -> None:
    """Raise Refused when a document from a vendor carries what the organisation's country does not let it.

    India: code 3032 as for a sale, by source and destination of supply; 71510 for a line with a tax and a reverse
    charge tax, 71512 for a line of an unregistered vendor without one (recorded); 2 for an unknown treatment.
    """
    country = country_of(call.organization)
    _check_registers(call)
    if country == INDIA:
        _check_gst(call)
        _check_reverse_charge(call)
        home = _state(call.body.get("destination_of_supply")) or _home(call)
        _check_states(call, home, _said(call, "source_of_supply", "place_of_contact"))
    elif country == UNITED_KINGDOM:
        _check_vat(call)


def check_contact(call: Call) -> None:
    """Raise Refused when a contact has what the organisation's country does not know, or is exempt by nothing.

    Code 2 for a treatment, a number's form or a place that is none; 1002 for an exemption or authority that is not there.
    """
    check_expense(call)
    place = call.body.get("place_of_contact")
    if country_of(call.organization) == INDIA and place and not _state(place):
        raise Refused("invalid_value", field="place_of_contact")


def check_expense(call: Call) -> None:
    """Raise Refused for a treatment or number of an expense's vendor that the organisation's country does not know."""
    country = country_of(call.organization)
    _check_registers(call)
    if country == INDIA:
        _check_gst(call)
    elif country == UNITED_KINGDOM:
        _check_vat(call)


def _check_registers(call: Call) -> None:
    for name, register, label in REGISTERS:
        for each in (call.body, *(call.body.get("line_items") or ())):
            if each.get(name) and str(each[name]) not in call.organization.records.get(register, {}):
                raise Refused("does_not_exist", thing=label)


def _check_vat(call: Call) -> None:
    """Refuse an unknown treatment, and a number too short or too long to be one (documented)."""
    _check_treatment(call, "vat_treatment", VAT_TREATMENTS)
    if call.body.get("vat_reg_no") and len(str(call.body["vat_reg_no"])) not in VAT_NUMBER_LENGTHS:
        raise Refused("invalid_value", field="vat_reg_no")


def refuses_journal_tax(call: Call) -> bool:
    """Tell whether a line of a journal may name no tax: in India (recorded)."""
    return country_of(call.organization) == INDIA


def _check_gst(call: Call) -> None:
    """Refuse an unknown treatment, and a number that is no GSTIN (its form is India's; that it is checked is assumed)."""
    _check_treatment(call, "gst_treatment", GST_TREATMENTS)
    if call.body.get("gst_no") and not GSTIN.fullmatch(str(call.body["gst_no"]).strip()):
        raise Refused("invalid_value", field="gst_no")


def _check_reverse_charge(call: Call) -> None:
    unregistered = _said(call, "gst_treatment", "gst_treatment") == "business_none"
    for row in call.body.get("line_items") or ():
        if row.get("tax_id") and row.get("reverse_charge_tax_id"):
            raise Refused("reverse_charge_and_tax")
        if unregistered and not row.get("reverse_charge_tax_id"):
            raise Refused("reverse_charge_required")


def _check_treatment(call: Call, name: str, known: frozenset[str]) -> None:
    if call.body.get(name) and call.body[name] not in known:
        raise Refused("invalid_value", field=name)


def _record(call: Call, identity: str) -> dict[str, Any]:
    return call.organization.records.get(identity, {})


def _state(name: Any) -> str:
    words = str(name or "").strip()
    return STATES.get(words.casefold(), words.upper() if len(words) == 2 else "")


def _said(call: Call, name: str, contact_name: str) -> str:
    """Return a choice as the body makes it, as the document was made with, or as the customer has it."""
    document = next(iter(call.ids.values()), "")
    contact = str(call.body.get("customer_id") or call.body.get("vendor_id") or "")
    found = call.body.get(name) or _record(call, document).get(name) or _record(call, contact).get(contact_name)
    return str(found or "")


def _home(call: Call) -> str:
    """Return the state the organisation is in."""
    return _state((_record(call, call.organization.id).get("address") or {}).get("state"))


def _check_states(call: Call, home: str, other: str) -> None:
    """Compare the state at home with the other party's; with either unknown nothing is refused (assumed)."""
    place = _state(other)
    abroad = _said(call, "gst_treatment", "gst_treatment") == "overseas"
    if not home or not (place or abroad):
        call.notes.assume("unknown_place")
        return
    kinds = set(_kinds(call))
    if abroad or place != home:
        if kinds & {"cgst", "sgst"}:
            raise Refused("igst_required")
    elif "igst" in kinds:
        raise Refused("igst_refused")


def _kinds(call: Call) -> Iterable[str]:
    """Yield what kinds of tax the lines of a body carry, groups taken apart."""
    book = call.organization.book
    for row in call.body.get("line_items") or ():
        item = book.items.get(str(row.get("item_id", "")))
        charged = row.get("tax_id") or row.get("reverse_charge_tax_id")
        tax_id = str(charged or (item.tax_id if item else ""))
        group = book.tax_groups.get(tax_id)
        for identity in group.tax_ids if group else (tax_id,):
            yield str(_record(call, identity).get("tax_specific_type", ""))
