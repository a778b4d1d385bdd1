"""Zoho Books' contacts as the unified Customer and Supplier: `contact_type` decides which. Documents are not here.

A contact's people are one list at the vendor. Its primary person gives the record's title, names, first e-mail
address and telephone numbers; of the others the e-mail addresses are kept. List rows repeat the primary person flat.
"""

from typing import Any, Final

from tallystick.mapping import (
    FLAG,
    INSTANT,
    RATE,
    Choice,
    Composed,
    Computed,
    Dropped,
    Field,
    Input,
    Lines,
    Mapping,
    Reference,
    Rejected,
    to_model,
    to_vendor,
)
from tallystick.mapping.kind import TEXT
from tallystick.mapping.language import Rule
from tallystick.model.address import Address, AddressType, Email, PhoneNumber, ReachType, Website
from tallystick.model.contact import Contact, ContactStatus, Customer, Supplier
from tallystick.vendors.zoho_books.mapping.part import (
    ADDRESS,
    ATTACHMENT,
    CRM,
    CUSTOM_FIELD,
    FORMATTED,
    LOCAL_TAX,
    NO_COUNTERPART,
    PORTAL,
    PROGRAM,
    READ,
    SAID_BY_ID,
)

STATUSES: Final = {
    "active": ContactStatus.ACTIVE,
    "inactive": ContactStatus.INACTIVE,
    "crm": ContactStatus.UNKNOWN,
    "duplicate": ContactStatus.UNKNOWN,
}

PHONES: Final = {"phone": ReachType.WORK, "mobile": ReachType.MOBILE}
ADDRESSES: Final = {"billing_address": AddressType.BILLING, "shipping_address": AddressType.SHIPPING}
TAX_NUMBERS: Final = ("tax_reg_no", "vat_reg_no", "gst_no")
PERSON: Final = ("title", "first_name", "last_name", "emails", "phone_numbers")


def _persons(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the contact's people, the primary one first; a list row is its own primary person."""
    persons = row.get("contact_persons") or []
    if not isinstance(persons, list) or not all(isinstance(person, dict) for person in persons):
        raise ValueError("is not a list of persons")
    return sorted(persons, key=lambda person: person.get("is_primary_contact") is not True) or [row]


def _text(person: dict[str, Any], key: str) -> str | None:
    value = person.get(key)
    return None if value in ("", None) else TEXT.parse(value)


def _of_primary(key: str) -> Computed:
    return Computed(("contact_persons", key), lambda _, row: _text(_persons(row)[0], key))


def _emails(_values: dict[str, Any], row: dict[str, Any]) -> tuple[Email, ...]:
    return tuple(
        Email(
            email=address, type=ReachType.OTHER if number else ReachType.PRIMARY, id=_text(person, "contact_person_id")
        )
        for number, person in enumerate(_persons(row))
        if (address := _text(person, "email"))
    )


def _phone_numbers(_values: dict[str, Any], row: dict[str, Any]) -> tuple[PhoneNumber, ...]:
    primary = _persons(row)[0]
    return tuple(
        PhoneNumber(number=number, type=kind) for key, kind in PHONES.items() if (number := _text(primary, key))
    )


def _addresses(_values: dict[str, Any], row: dict[str, Any]) -> tuple[Address, ...]:
    found = []
    for key, kind in ADDRESSES.items():
        outcome = to_model(ADDRESS, row.get(key) or {})
        if isinstance(outcome, Rejected):
            raise ValueError("; ".join(map(str, outcome.mistakes)))  # noqa: TRY004 the row is wrong, not a type of ours
        if outcome.record != Address():
            found.append(Address(**{**_fields(outcome.record), "type": kind}))
    return tuple(found)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _websites(_values: dict[str, Any], row: dict[str, Any]) -> tuple[Website, ...]:
    url = _text(row, "website")
    return (Website(url=url, type=ReachType.PRIMARY),) if url else ()


def _tax_number(_values: dict[str, Any], row: dict[str, Any]) -> str | None:
    return next((number for key in TAX_NUMBERS if (number := _text(row, key))), None)


def _write_persons(contact: Contact) -> list[dict[str, Any]] | None:
    phones = {
        key: phone.number for phone in contact.phone_numbers for key, kind in PHONES.items() if phone.type is kind
    }
    named = {"salutation": contact.title, "first_name": contact.first_name, "last_name": contact.last_name}
    emails = [email.email for email in contact.emails if email.email]
    primary = {key: value for key, value in (named | phones).items() if value}
    if emails:
        primary["email"] = emails[0]
    if not primary:
        return None
    return [{**primary, "is_primary_contact": True}, *({"email": email} for email in emails[1:])]


def _write_address(kind: AddressType) -> Composed:
    def write(contact: Contact) -> dict[str, Any] | None:
        return next((to_vendor(ADDRESS, address) for address in contact.addresses if address.type is kind), None)

    return Composed(("addresses",), write)


VENDOR: Final[dict[str, Rule]] = {
    **PROGRAM,
    "contact_id": Reference("id", access=READ, required=True),
    "contact_name": Field("display_name", required=True),
    "contact_number": Field("display_id"),
    "company_name": Field("company_name"),
    "customer_sub_type": Choice("individual", {"business": False, "individual": True}),
    "status": Choice("status", STATUSES, access=READ, lenient=True),
    "notes": Field("notes"),
    "currency_code": Field("currency", access=READ),
    "payment_terms_label": Field("terms"),
    "payment_terms_id": Reference("terms_id", access=READ),
    "is_taxable": Field("taxable", FLAG),
    "tax_id": Reference("tax_rate.id"),
    "tax_name": Field("tax_rate.name", access=READ),
    "tax_percentage": Field("tax_rate.rate", RATE, access=READ),
    "source": Field("channel", access=READ),
    "custom_fields": Lines("custom_fields", CUSTOM_FIELD),
    "created_time": Field("created_at", INSTANT, access=READ),
    "last_modified_time": Field("updated_at", INSTANT, access=READ),
    "created_by_id": Reference("created_by", access=READ),
    "last_modified_by_id": Reference("updated_by", access=READ),
    "contact_persons": Input(PERSON),
    "first_name": Input(("first_name",)),
    "last_name": Input(("last_name",)),
    "salutation": Input(("title",)),
    "email": Input(("emails",)),
    "phone": Input(("phone_numbers",)),
    "mobile": Input(("phone_numbers",)),
    "website": Input(("websites",)),
    "contact_type": Dropped("decides whether the record is a customer or a supplier"),
    **dict.fromkeys(ADDRESSES, Input(("addresses",))),
    **dict.fromkeys(TAX_NUMBERS, Input(("tax_number",))),
    **dict.fromkeys(("customer_name", "vendor_name"), Dropped("the contact's name again")),
    **dict.fromkeys(
        (
            "contact_type_formatted", "status_formatted", "language_code_formatted", "portal_status_formatted",
            "created_time_formatted", "last_modified_time_formatted",
        ),
        FORMATTED,
    ),
    **dict.fromkeys(
        (
            "outstanding_receivable_amount", "outstanding_receivable_amount_bcy", "outstanding_payable_amount",
            "outstanding_payable_amount_bcy", "unused_credits_receivable_amount", "unused_credits_receivable_amount_bcy",
            "unused_credits_payable_amount", "unused_credits_payable_amount_bcy", "unused_retainer_payments",
            "outstanding_ob_receivable_amount", "outstanding_ob_payable_amount", "customer_currency_summaries",
        ),
        Dropped("what is owed follows from the documents, and they are mirrored"),
    ),
    **dict.fromkeys(("currency_id", "currency_symbol"), Dropped("the currency's code says the same")),
    **dict.fromkeys(
        ("primary_contact_id", "contactperson_custom_fields", "designation", "department", "contact_salutation", "photo_url"), Dropped("the list of persons says it")),
    **dict.fromkeys(("owner_name", "pricebook_name", "created_by_name", "payment_terms"), SAID_BY_ID),
    **dict.fromkeys(("is_linked_with_zohocrm", "zcrm_account_id", "zcrm_contact_id", "zcrm_vendor_id", "is_crm_customer", "crm_owner_id"), CRM),
    **dict.fromkeys(
        (
            "tax_authority_id", "tax_authority_name", "tax_exemption_id", "tax_exemption_code", "place_of_contact",
            "tax_treatment", "tax_regime", "legal_name", "is_tds_registered", "tds_tax_id", "vat_treatment", "gst_treatment",
            "avatax_exempt_no", "avatax_use_code", "track_1099", "tax_id_type", "tax_id_value",
            "tax_exemption_certificate_number", "tax_info_list", "vat_reg_no_label", "country_code", "contact_tax_information",
            "tax_reg_label",
        ),
        LOCAL_TAX,
    ),
    **dict.fromkeys(
        ("portal_status", "is_portal_enabled", "ach_supported", "payment_reminder_enabled", "is_client_review_asked"), PORTAL
    ),
    **dict.fromkeys(("twitter", "facebook", "language_code"), Dropped("a courtesy field without a place in the model")),
    **dict.fromkeys(
        (
            "credit_limit", "pricebook_id", "owner_id", "opening_balances", "opening_balance_amount",
            "opening_balance_amount_bcy", "default_templates", "ignore_auto_number_generation", "has_transaction", "tags",
            "associated_with_square", "checks", "cards", "bank_accounts", "exchange_rate", "vpa_list", "created_date",
            "is_bcy_only_contact", "is_credit_limit_migration_completed", "credit_limit_exceeded_amount", "account_id",
            "account_name", "sales_channel", "portal_receipt_count", "invited_by", "contact_relation_type",
        ),
        Dropped("how the vendor treats the contact; the raw record keeps it"),
    ),
    **dict.fromkeys(("addresses", "entity_address_id"), Dropped("further addresses; billing and shipping are kept")),
    "has_attachment": ATTACHMENT,
    "documents": ATTACHMENT,
    "custom_field_hash": Dropped("the custom fields again, keyed by name"),
}  # fmt: skip

COMPUTED: Final = {
    "title": _of_primary("salutation"),
    "first_name": _of_primary("first_name"),
    "last_name": _of_primary("last_name"),
    "emails": Computed(("contact_persons", "email"), _emails),
    "phone_numbers": Computed(("contact_persons", "phone", "mobile"), _phone_numbers),
    "addresses": Computed(tuple(ADDRESSES), _addresses),
    "websites": Computed(("website",), _websites),
    "tax_number": Computed(TAX_NUMBERS, _tax_number),
}

COMPOSED: Final = {
    "contact_persons": Composed(PERSON, _write_persons),
    "website": Composed(("websites",), lambda contact: contact.websites[0].url if contact.websites else None),
    **{key: _write_address(kind) for key, kind in ADDRESSES.items()},
}

ABSENT: Final = dict.fromkeys(
    (
        "downstream_id", "company_id", "subsidiary", "middle_name", "suffix", "account", "payment_method", "row_version",
        "tax_rate.code",
    ),
    NO_COUNTERPART,
)  # fmt: skip

_OPERATIONS: Final = {
    "list": "list_contacts",
    "get": "get_contact",
    "create": "create_contact",
    "update": "update_contact",
    "delete": "delete_contact",
}

CUSTOMER: Final = Mapping(
    Customer,
    VENDOR,
    COMPUTED,
    COMPOSED | {"contact_type": Composed((), lambda _: "customer")},
    ABSENT | dict.fromkeys(("customer_category", "project", "parent"), NO_COUNTERPART),
    resource="customers",
    operations=_OPERATIONS,
)
SUPPLIER: Final = Mapping(
    Supplier,
    VENDOR,
    COMPUTED,
    COMPOSED | {"contact_type": Composed((), lambda _: "vendor")},
    ABSENT | dict.fromkeys(("supplier_category", "issued_method", "issued_email"), NO_COUNTERPART),
    resource="suppliers",
    operations=_OPERATIONS,
)


def choose(row: dict[str, Any]) -> Mapping:
    """Return the mapping of a contact's row: a supplier when the vendor calls it one, else a customer."""
    return SUPPLIER if row.get("contact_type") == "vendor" else CUSTOMER
