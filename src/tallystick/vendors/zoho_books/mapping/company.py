"""Zoho Books' organisation as the unified CompanyInfo. Its users and settings are not here."""

from typing import Final

from tallystick.mapping import COUNT, FLAG, Dropped, Field, Mapping, Reference
from tallystick.mapping.language import Access
from tallystick.model.company import CompanyInfo

READ: Final = Access.READ
SETTING: Final = Dropped("a setting of the vendor's program, not a fact of the company")

COMPANY: Final = Mapping(
    CompanyInfo,
    {
        "organization_id": Reference("id", access=READ, required=True),
        "name": Field("company_name", access=READ),
        "country": Field("country", access=READ),
        "currency_code": Field("currency", access=READ, required=True),
        "price_precision": Field("currency_places", COUNT, access=READ),
        "language_code": Field("language", access=READ),
        "time_zone": Field("time_zone", access=READ),
        "is_default_org": Field("default", FLAG, access=READ),
        **dict.fromkeys(
            (
                "contact_name", "email", "phone", "fax", "website", "address", "org_address", "remit_to_address",
                "industry_type", "industry_size", "company_id_label", "company_id_value", "tax_id_label", "tax_id_value",
                "country_code", "country_name", "custom_fields", "account_created_date",
                "account_created_date_formatted", "fiscal_year_start_month", "currency_id", "currency_symbol",
            ),
            Dropped("neither money nor days depend on it"),
        ),
        **dict.fromkeys(
            (
                "plan_type", "plan_name", "plan_period", "tax_group_enabled", "zi_migration_status", "is_org_active",
                "currency_format", "is_dst_active", "date_format", "field_separator", "portal_name", "org_settings",
            ),
            SETTING,
        ),
    },
    resource="company_info",
    operations={"get": "list_organizations"},
)  # fmt: skip
