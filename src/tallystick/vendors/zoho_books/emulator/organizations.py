"""Organisations: those of the caller, one in full, its settings, and its additional addresses.

Creating an organisation and what the sandbox itself decides (its clock, its plan) are not here.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import msgspec

from tallystick.books.documents.settings import UpdateSettings
from tallystick.vendors.zoho_books.emulator.addresses import part
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.currencies import FORMATS
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, given, text
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import RECORDED, SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.shape import shapes

ROW: Final = shapes("organizations")["row"]
MONTHS: Final = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
ADDRESSES: Final = "organization_addresses"
ADDRESSES_MAX: Final = 100
ADDRESS_KEYS: Final = (
    "attention",
    "address1",
    "address2",
    "city",
    "state",
    "state_code",
    "country",
    "zip",
    "phone",
)
KEPT: Final = (
    "industry_type",
    "industry_size",
    "org_address",
    "remit_to_address",
    "address",
    "phone",
    "fax",
    "website",
    "contact_name",
    "company_id_label",
    "company_id_value",
    "tax_id_label",
    "tax_id_value",
)
RENAMED: Final = {
    "companyid_label": "company_id_label",
    "companyid_value": "company_id_value",
    "taxid_label": "tax_id_label",
    "taxid_value": "tax_id_value",
}
"""Body fields that come back under another name."""


def month(value: Any, wire: str) -> int:
    """Read a month by name or number. Raises Refused (code 2)."""
    word = text(value, wire).casefold()
    number = MONTHS.get(word) or (int(word) if word.isdecimal() else 0)
    if not 1 <= number <= len(MONTHS):
        raise Refused("invalid_value", field=wire)
    return number


BOOK_FIELDS: Final = (
    Field("name", "name", text),
    Field("time_zone", "time_zone", text),
    Field("fiscal_year_start_month", "fiscal_year_start_month", month),
)
SETTINGS_FIELDS: Final = (
    Field("name", "name", text),
    Field("email", "email", text),
    Field("date_format", "date_format", text),
    Field("field_separator", "field_separator", lambda value, _: str(value)),
    Field("language_code", "language_code", text),
)


def row(call: Call, organization: Organization, *, is_default: bool) -> dict[str, Any]:
    """Return one organisation as the list shows it."""
    book, settings = organization.book, organization.settings
    currency = book.base_currency
    local = call.now.astimezone(organization.zone)
    return {
        **ROW,
        "organization_id": organization.id,
        "name": settings.name,
        "contact_name": next((user.name for user in book.users.values()), ""),
        "email": settings.email,
        "is_default_org": is_default,
        "language_code": settings.language_code,
        "fiscal_year_start_month": str(book.settings.fiscal_year_start_month),
        "account_created_date": settings.account_created_date,
        "time_zone": book.settings.time_zone,
        "is_dst_active": bool(local.dst() or timedelta()),
        "date_format": settings.date_format,
        "field_separator": settings.field_separator,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "currency_format": "###,##0" + ("." + "0" * currency.places if currency.places else ""),
        "price_precision": currency.places,
        "plan_type": 3,
        "plan_name": settings.plan.capitalize(),
        "plan_period": "Month",
        "country_code": settings.country_code or book.settings.country_code,
        "country_name": settings.country,
        "portal_name": "".join(letter for letter in settings.name.casefold() if letter.isalnum()),
        "org_settings": {"is_org_active": _is_active(organization)},
        **{name: value for name, value in organization.records.get(organization.id, {}).items() if name in ROW},
    }


def detail(call: Call, organization: Organization) -> dict[str, Any]:
    """Return one organisation with what the list leaves out."""
    default = call.host.organizations_of(call.holder_id)[0]
    return {
        **row(call, organization, is_default=organization is default),
        "is_org_active": True,
        "org_address": "",
        "remit_to_address": "",
        "phone": "",
        "fax": "",
        "website": "",
        "address": {
            "street_address1": "",
            "street_address2": "",
            "city": "",
            "state": "",
            "country": organization.settings.country,
            "zip": "",
        },
        "custom_fields": [],
        "price_precision_format": FORMATS.get(organization.book.base_currency.places, FORMATS[2]),
        **organization.records.get(organization.id, {}),
    }


def list_organizations(call: Call) -> Answer:
    """List the organisations of the caller, the default one first."""
    found = call.host.organizations_of(call.holder_id)
    return Answer(key="organizations", value=[row(call, one, is_default=one is found[0]) for one in found])


def list_organizations_for_user(call: Call) -> Answer:
    """List the organisations of the caller that pass the call's filters.

    `show_active_orgs_only`, `show_admin_orgs_only` and `show_same_currency_orgs_only` (as the one called in).
    """
    found = call.host.organizations_of(call.holder_id)
    asked = {name for name in ORGANIZATION_FILTERS if call.query.get(name, "").casefold() == "true"}
    value = [
        row(call, one, is_default=one is found[0])
        for one in found
        if all(ORGANIZATION_FILTERS[name](call, one) for name in asked)
    ]
    return Answer(key="organizations", value=value)


def _is_active(organization: Organization) -> bool:
    return organization.records.get(organization.id, {}).get("is_org_active", True) is True


def _is_admin(call: Call, organization: Organization) -> bool:
    return organization.book.users[organization.settings.members[call.holder_id]].role == "admin"


ORGANIZATION_FILTERS: Final[dict[str, Callable[[Call, Organization], bool]]] = {
    "show_active_orgs_only": lambda _, one: _is_active(one),
    "show_admin_orgs_only": _is_admin,
    "show_same_currency_orgs_only": lambda call, one: (
        one.book.settings.base_currency == call.organization.book.settings.base_currency
    ),
}
"""The filters of the caller's organisations: what an organisation has to be to pass."""


def mark_inactive(call: Call) -> Answer:
    """Mark the organisation as inactive; its books can still be called (assumed)."""
    put(call.organization, call.organization.id, is_org_active=False)
    return Answer(message="The organization has been marked as inactive.")


def read_organization(call: Call) -> Answer:
    """Return one organisation of the caller."""
    return Answer(key="organization", value=detail(call, call.organization))


def update_organization(call: Call) -> Answer:
    """Change an organisation's name, calendar and texts. Raises Refused: code 2 for an unknown time zone or month."""
    organization = call.organization
    book_fields = given(call.body, BOOK_FIELDS)
    if book_fields:
        organization.execute(UpdateSettings(user_id=call.user_id, **book_fields))
    fields = given(call.body, SETTINGS_FIELDS)
    if fields:
        organization.set_settings(msgspec.structs.replace(organization.settings, **fields))
    said = {RENAMED.get(name, name): value for name, value in call.body.items()}
    others = {name: said[name] for name in KEPT if said.get(name) is not None}
    if others:
        put(organization, organization.id, **others)
    return Answer(key="organization", value=detail(call, organization))


def _addresses(call: Call) -> dict[str, dict[str, Any]]:
    return dict(call.organization.records.get(ADDRESSES, {}))


def _address(call: Call, before: dict[str, Any]) -> dict[str, Any]:
    said = {key: part(call.body[key], key) for key in ADDRESS_KEYS if call.body.get(key) is not None}
    return {"organization_address_id": "", **dict.fromkeys(ADDRESS_KEYS, ""), **before, **said}


def list_addresses(call: Call) -> Answer:
    """List the organisation's additional addresses."""
    return Answer(key=ADDRESSES, value=list(_addresses(call).values()))


def create_address(call: Call) -> Answer:
    """Add an address to the organisation. Raises Refused (code 1009) beyond ADDRESSES_MAX."""
    rows = _addresses(call)
    if len(rows) >= ADDRESSES_MAX:
        raise Refused("record_limit", limit=ADDRESSES_MAX, things="addresses")
    identity = call.organization.ids()
    row_ = {**_address(call, {}), "organization_address_id": identity}
    call.organization.set_record(ADDRESSES, {**rows, identity: row_})
    return Answer(key="organization_address", value=row_, location=f"/organizations/address/{identity}")


def _named_address(call: Call) -> dict[str, Any]:
    row_ = _addresses(call).get(call.ids["address_id"])
    if row_ is None:
        raise Refused("does_not_exist", thing="Address")
    return row_


def update_address(call: Call) -> Answer:
    """Change an additional address."""
    row_ = _address(call, _named_address(call))
    call.organization.set_record(ADDRESSES, {**_addresses(call), row_["organization_address_id"]: row_})
    return Answer(key="organization_address", value=row_)


def delete_address(call: Call) -> Answer:
    """Delete an additional address."""
    gone = _named_address(call)["organization_address_id"]
    left = {identity: row_ for identity, row_ in _addresses(call).items() if identity != gone}
    call.organization.set_record(ADDRESSES, left)
    return Answer(message="The organization address has been deleted.")


HANDLERS: Final = (
    Emulated("GET", "/organizations", list_organizations, RECORDED),
    Emulated(
        "GET", "/organizations/user", list_organizations_for_user, SPECIFIED, missing="email, app_name, startTrial"
    ),
    Emulated("GET", "/organizations/{organization_id}", read_organization, SPECIFIED),
    Emulated("PUT", "/organizations/{organization_id}", update_organization, SPECIFIED, missing="base currency"),
    Emulated("POST", "/organizations/{organization_id}/inactive", mark_inactive, SPECIFIED),
    Emulated("GET", "/organizations/address", list_addresses, SPECIFIED),
    Emulated("POST", "/organizations/address", create_address, SPECIFIED),
    Emulated("PUT", "/organizations/address/{address_id}", update_address, SPECIFIED),
    Emulated("DELETE", "/organizations/address/{address_id}", delete_address, SPECIFIED),
)
