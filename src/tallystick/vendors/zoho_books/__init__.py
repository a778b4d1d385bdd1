"""Zoho Books: the facts about its API as a whole, each with its source. What it can do is in `operations`.

Sources: D the vendor's documents, W a recorded answer of the real service, L a dated live probe, C what production
clients do, A assumed.
"""

from typing import Final

from tallystick.rest.vendor import Directory, OAuth, Plan, Region, Vendor
from tallystick.vendors.zoho_books.advice import ADVICE, CUSTOM_FIELDS, FIELD_ADVICE, UPSERT
from tallystick.vendors.zoho_books.errors import BLOCKS, CODE_ERRORS, ERRORS, OAUTH_ERRORS

REGIONS: Final = (
    Region("us", "https://accounts.zoho.com", "https://www.zohoapis.com", ("com",), "D, W"),
    Region("eu", "https://accounts.zoho.eu", "https://www.zohoapis.eu", (), "D, L"),
    Region("in", "https://accounts.zoho.in", "https://www.zohoapis.in", (), "D, L"),
    Region("au", "https://accounts.zoho.com.au", "https://www.zohoapis.com.au", ("com.au",), "D, L"),
    Region("jp", "https://accounts.zoho.jp", "https://www.zohoapis.jp", (), "D, L"),
    # accounts.zoho.ca does not connect.
    Region("ca", "https://accounts.zohocloud.ca", "https://www.zohoapis.ca", ("zohocloud.ca",), "D, L"),
    Region("sa", "https://accounts.zoho.sa", "https://www.zohoapis.sa", (), "L"),
    Region("cn", "https://accounts.zoho.com.cn", "https://www.zohoapis.com.cn", ("com.cn",), "L"),
    # The accounts host is documented, Books there is not proven.
    Region("uk", "https://accounts.zoho.uk", "https://www.zohoapis.uk", ("co.uk",), "D, C"),
    # Other products of the vendor are there; Books is not known to be, and the token's answer corrects the API's host.
    Region("ae", "https://accounts.zoho.ae", "https://www.zohoapis.ae", (), "C for other products, A for Books"),
)

# Per minute and at once: D. Per day: D and W. The trial has a thousand a day whatever plan it shows (W). Guides disagree
# about Free, so it starts careful. Whatever is here, the vendor's own headers correct the day.
PLANS: Final = (
    Plan("unknown", 100, None, 5, "D; the first answer's headers say the day"),
    Plan("free", 60, 1_000, 5, "D, careful per minute"),
    Plan("trial", 100, 1_000, 5, "W"),
    Plan("standard", 100, 2_000, 10, "D"),
    Plan("professional", 100, 5_000, 10, "D"),
    Plan("premium", 100, 10_000, 10, "D"),
    Plan("elite", 100, 10_000, 10, "D"),
    Plan("ultimate", 100, 10_000, 10, "D"),
    Plan("unlimited", None, None, None, "for a sandbox with its limits off"),
)

# Taken on the wire by operations that do not declare them (C, L): the taps and sync clients send them to every list.
UNDECLARED: Final = (
    "organization_id",
    "page",
    "per_page",
    "sort_column",
    "sort_order",
    "filter_by",
    "search_text",
    "last_modified_time",
    "response_option",
    "accept",
    "print",
    "cf_*",
    "custom_field*",
)

VENDOR: Final = Vendor(
    id="zoho_books",
    name="Zoho Books",
    regions=REGIONS,
    api_path="/books/v3",  # D, W
    organization="organization_id",  # C; left out, the vendor takes the person's default organisation
    oauth=OAuth(
        token_path="/oauth/v2/token",  # noqa: S106 - an address, not a secret (source: D)
        header="Zoho-oauthtoken",  # D
        errors=OAUTH_ERRORS,
        code_errors=CODE_ERRORS,
        authorize_path="/oauth/v2/auth",  # D
        revoke_paths=("/oauth/v2/token/revoke", "/oauth/v2/revoke/token"),  # D: the vendor's pages disagree
        servers_path="/oauth/serverinfo",  # C
        # D: without both, a person who has agreed before is asked nothing and no refresh token comes.
        consent={"access_type": "offline", "prompt": "consent"},
        everything="ZohoBooks.fullaccess.all",  # D
        service="soid",  # C: ZohoBooks.<organisation>
        refreshes_max=10,  # D: ten access tokens per refresh token in ten minutes
        refreshes_window_seconds=600.0,
        lifetime_seconds=3600.0,  # D, W
    ),
    plans=PLANS,
    window_seconds=60.0,  # D
    blocks=BLOCKS,
    errors=ERRORS,
    body_field="JSONString",  # C, beside files in a multipart body
    undeclared=UNDECLARED,
    moments=("last_modified_time",),
    advice=ADVICE,
    field_advice=FIELD_ADVICE,
    custom_fields=CUSTOM_FIELDS,
    upsert=UPSERT,
    directory=Directory("list_organizations", "organizations", "organization_id", "name"),  # D, W
    variables={
        "client_id": "ZOHO_CLIENT_ID",
        "client_secret": "ZOHO_CLIENT_SECRET",
        "refresh_token": "ZOHO_REFRESH_TOKEN",
        "redirect_uri": "ZOHO_REDIRECT_URI",
        "region": "ZOHO_REGION",
        "organization_id": "ZOHO_BOOKS_ORG_ID",
    },
    references=(
        "reference_number",
        "invoice_number",
        "creditnote_number",
        "bill_number",
        "entry_number",
        "contact_name",
    ),
)

__all__ = ["PLANS", "REGIONS", "VENDOR"]
