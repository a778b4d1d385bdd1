"""A contact on the wire: the row of a list, the detail with every recorded key, its persons and addresses.

Nothing is decided or changed here.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact, ContactRole, Person
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.rules.contact_opening import opening_id
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.contact_access import IN_PORTAL, in_portal
from tallystick.vendors.zoho_books.emulator.kept import kept, private
from tallystick.vendors.zoho_books.emulator.module import local_date, user_name
from tallystick.vendors.zoho_books.emulator.sales import address, primary_person
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.terms import terms_row

DETAIL: Final = shapes("contacts")["detail"]
ROW: Final = shapes("contacts")["row"]
CURRENCY_SUMMARY: Final = shapes("contacts")["currency_summary"]
ZERO: Final = Decimal(0)
LANGUAGES: Final = {
    "de": "German",
    "en": "English",
    "en_gb": "English (United Kingdom)",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pt": "Portuguese",
    "pt_br": "Portuguese (Brazil)",
    "sv": "Swedish",
    "zh": "Chinese",
}
"""The languages a contact may have, by code (the vendor's documents), as they are called in English (assumed)."""
_DISPLAY: Final = {"dd": "%d", "MMM": "%b", "MM": "%m", "yyyy": "%Y", "MMMM": "%B", "yy": "%y", "d": "%d"}


def displayed(call: Call, day: date) -> str:
    """Return a date in the organisation's display format (`dd MMM yyyy`)."""
    form = call.organization.settings.date_format
    separator = next((one for one in form if not one.isalpha()), " ")
    return day.strftime(separator.join(_DISPLAY.get(part, part) for part in form.split(separator)))


def balances(call: Call, contact: Contact) -> dict[str, Decimal]:
    """Return what a contact owes and holds in credit, by the vendor's keys."""
    found, owed = call.organization.book.receivable(contact.id), call.organization.book.payable(contact.id)
    return {
        "outstanding_receivable_amount": found.outstanding,
        "outstanding_receivable_amount_bcy": found.outstanding_base,
        "unused_credits_receivable_amount": found.unused_credits,
        "unused_credits_receivable_amount_bcy": found.unused_credits_base,
        "outstanding_payable_amount": owed.outstanding,
        "outstanding_payable_amount_bcy": owed.outstanding_base,
        "unused_credits_payable_amount": owed.unused_credits,
        "unused_credits_payable_amount_bcy": owed.unused_credits_base,
    }


def opening_of(call: Call, contact: Contact) -> ContactOpening | None:
    """Return a contact's opening balance, None when it has none."""
    found: ContactOpening | None = call.organization.book.table(Kind.CONTACT_OPENING).get(opening_id(contact.id))
    return found


def opening_rows(opening: ContactOpening | None) -> list[dict[str, Any]]:
    """Return a contact's opening balances as the wire has them: one, because there are no locations."""
    if opening is None:
        return []
    return [
        {
            "location_id": "",
            "location_name": "",
            "exchange_rate": opening.exchange_rate,
            "opening_balance_amount": opening.amount,
            "date": opening.date,
        }
    ]


def _opening(call: Call, contact: Contact) -> dict[str, Any]:
    opening = opening_of(call, contact)
    if opening is None:
        return {}
    side = "receivable" if opening.role is ContactRole.CUSTOMER else "payable"
    return {
        "exchange_rate": opening.exchange_rate,
        "opening_balance_amount": opening.amount,
        "opening_balance_amount_bcy": opening.base_amount,
        f"outstanding_ob_{side}_amount": ZERO if opening.write_off else max(opening.amount, ZERO),
        "opening_balances": opening_rows(opening),
    }


def _common(call: Call, contact: Contact) -> dict[str, Any]:
    currency = call.organization.book.currencies[contact.currency_id]
    person = primary_person(contact)
    records = call.organization.records
    return {
        "contact_id": contact.id,
        "portal_status": "enabled" if any(in_portal(records, one) for one in contact.persons) else "disabled",
        "contact_name": contact.name,
        "company_name": contact.company_name,
        "website": contact.website,
        "contact_type": contact.role.value,
        "customer_sub_type": contact.subtype if contact.role is ContactRole.CUSTOMER else "",
        "status": "active" if contact.active else "inactive",
        "source": "api",
        **terms_row(contact),
        "currency_id": contact.currency_id,
        "currency_code": currency.code,
        "first_name": "" if person is None else person.first_name,
        "last_name": "" if person is None else person.last_name,
        "email": "" if person is None else person.email,
        "phone": "" if person is None else person.phone,
        "mobile": "" if person is None else person.mobile,
        "created_time": contact.created_at,
        "last_modified_time": contact.modified_at,
        **balances(call, contact),
    }


def row(call: Call, contact: Contact) -> dict[str, Any]:
    """Return one row of the contact list."""
    fields = kept(call.organization, contact.id)
    common = _common(call, contact)
    return {
        **ROW,
        **common,
        "portal_status_formatted": common["portal_status"].capitalize(),
        "language_code_formatted": LANGUAGES.get(fields.get("language_code", ""), ""),
        "customer_name": contact.name,
        "vendor_name": contact.name,
        "contact_type_formatted": contact.role.value.capitalize(),
        "created_time_formatted": _day(call, contact.created_at),
        "last_modified_time_formatted": _day(call, contact.modified_at),
        **{name: value for name, value in fields.items() if name in ROW},
    }


def _day(call: Call, moment: datetime) -> str:
    return displayed(call, local_date(call, moment))


def unused_retainers(book: Book, contact_id: str) -> Decimal:
    """Return what a customer has paid for retainer invoices and not yet used."""
    held = (book.payments[identity] for kind, identity in book.documents_of(contact_id) if kind is Kind.PAYMENT)
    return sum((payment.unused for payment in held if payment.retainer_id), Decimal(0))


def detail(call: Call, contact: Contact) -> dict[str, Any]:
    """Return one contact with all keys; a credit limit and a tax show only when they are set (recorded)."""
    book = call.organization.book
    currency = book.currencies[contact.currency_id]
    person = primary_person(contact)
    common = _common(call, contact)
    summary = {
        **CURRENCY_SUMMARY,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "price_precision": currency.places,
        "is_base_currency": currency.id == book.base_currency.id,
        "currency_name_formatted": f"{currency.code}- {currency.name}",
        "outstanding_receivable_amount": common["outstanding_receivable_amount"],
        "unused_credits_receivable_amount": common["unused_credits_receivable_amount"],
        "outstanding_payable_amount": common["outstanding_payable_amount"],
        "unused_credits_payable_amount": common["unused_credits_payable_amount"],
    }
    return {
        **DETAIL,
        **common,
        **_opening(call, contact),
        "language_code_formatted": LANGUAGES.get(
            call.organization.records.get(contact.id, {}).get("language_code", ""), ""
        ),
        "is_bcy_only_contact": currency.id == book.base_currency.id,
        "contact_salutation": "" if person is None else person.salutation,
        "designation": "" if person is None else person.designation,
        "department": "" if person is None else person.department,
        "has_transaction": any(kind is not Kind.CONTACT_OPENING for kind, _ in book.documents_of(contact.id)),
        "primary_contact_id": "" if person is None else person.id,
        "currency_symbol": currency.symbol,
        "price_precision": currency.places,
        "billing_address": address(contact.billing_address, DETAIL["billing_address"]),
        "shipping_address": address(contact.shipping_address, DETAIL["shipping_address"]),
        "contact_persons": [person_detail(call, contact, one) for one in contact.persons],
        "addresses": private(call.organization, contact.id, "addresses", []),
        "bank_accounts": private(call.organization, contact.id, "bank_accounts", []),
        "cards": private(call.organization, contact.id, "cards", []),
        **_tax_information(call, contact),
        "notes": contact.notes,
        "payment_reminder_enabled": contact.reminds,
        "created_date": _day(call, contact.created_at),
        "created_by_name": user_name(call, contact.created_by),
        "created_by_id": contact.created_by,
        "last_modified_by_id": contact.modified_by or contact.created_by,
        "customer_currency_summaries": [summary],
        **({} if contact.credit_limit is None else {"credit_limit": contact.credit_limit}),
        **({"tax_id": contact.tax_id} if contact.tax_id else {}),
        "unused_retainer_payments": unused_retainers(call.organization.book, contact.id),
        **kept(call.organization, contact.id),
        "owner_name": user_name(call, call.organization.records.get(contact.id, {}).get("owner_id", "")),
    }


def _tax_information(call: Call, contact: Contact) -> dict[str, Any]:
    """Return the tax registrations of a contact that has any beside its own."""
    held = private(call.organization, contact.id, "tax_info", [])
    return {"tax_info_list": held} if held else {}


def person_detail(call: Call, contact: Contact, person: Person) -> dict[str, Any]:
    """Return one contact person; what only the vendor knows of them is kept under their own id."""
    return {
        "contact_id": contact.id,
        "contact_person_id": person.id,
        "salutation": person.salutation,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "phone": person.phone,
        "mobile": person.mobile,
        "designation": person.designation,
        "department": person.department,
        "skype": "",
        "is_primary_contact": person.is_primary,
        IN_PORTAL: False,
        **kept(call.organization, person.id),
        "communication_preference": communication(call, person),
    }


def communication(call: Call, person: Person) -> dict[str, Any]:
    """Return by what a person wants to be written to; what was said of it is kept under their own id."""
    said = call.organization.records.get(person.id, {}).get("communication_preference") or {}
    return {"is_email_enabled": True, "is_sms_enabled": False, "is_whatsapp_enabled": False, **said}
