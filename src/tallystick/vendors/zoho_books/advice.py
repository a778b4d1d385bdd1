"""What people try at Zoho Books that it ignores in silence, and the right way. Nothing here checks a call.

Sources: D the vendor's documents, L a dated live probe, C what production clients try or do.
"""

from typing import Final

from tallystick.rest.operation import Operation, Parameter, Shape
from tallystick.rest.vendor import Advice, CustomFields, Upsert


def _filter(kind: str, *names: str) -> dict[str, str]:
    return {name.lower(): f"{kind}.{name}" for name in names}


_ACTIVE: Final = _filter("Status", "All", "Active", "Inactive")
_PAGE: Final = "D: pages are numbered from 1 and hold at most 200 rows"
_TIME: Final = "D: one name for all lists; C: what other vendors call it"
_SORT: Final = "D"

ADVICE: Final = (
    Advice(
        "account_type",
        "filter_by",
        _filter("AccountType", "All", "Active", "Inactive", "Asset", "Liability", "Equity", "Income", "Expense"),
        ("list_chart_of_accounts",),
        source="D",
    ),
    Advice(
        "status",
        "filter_by",
        _filter(
            "Status", "All", "Active", "Inactive", "Duplicate", "PortalEnabled", "PortalDisabled", "CreditLimitExceed"
        ),
        ("list_contacts",),
        source="D",
    ),
    Advice("status", "filter_by", _ACTIVE, ("list_items", "list_projects", "list_bank_accounts"), source="D"),
    Advice(
        "status",
        "filter_by",
        _filter("Status", "All", "Active", "Inactive", "Invited", "Deleted"),
        ("list_users",),
        source="D",
    ),
    Advice("name", "contact_name_contains", operations=("list_contacts",), source="D"),
    Advice("customer", "customer_id", source="D"),
    Advice("vendor", "vendor_id", source="D"),
    *(
        Advice(wrong, "last_modified_time", source=_TIME)
        for wrong in (
            *("modified_since", "modified_after", "updated_since", "updated_after", "last_modified", "since"),
            *("last_modified_time_start", "last_modified_time_after", "last_updated", "updated_at"),
        )
    ),
    *(
        Advice(wrong, right, source="D")
        for wrong, right in (
            ("from_date", "date_start"),
            ("start_date", "date_start"),
            ("to_date", "date_end"),
            ("end_date", "date_end"),
        )
    ),
    *(Advice(wrong, "per_page", source=_PAGE) for wrong in ("limit", "page_size", "pagesize", "count", "max_results")),
    *(Advice(wrong, "page", source=_PAGE) for wrong in ("offset", "page_number", "start")),
    *(Advice(wrong, "sort_column", source=_SORT) for wrong in ("sort", "sort_by", "order_by", "orderby")),
    *(
        Advice(wrong, "sort_order", {"asc": "A", "ascending": "A", "desc": "D", "descending": "D"}, source=_SORT)
        for wrong in ("order", "direction", "sort_direction")
    ),
    *(Advice(wrong, "search_text", source="D") for wrong in ("q", "query", "search", "text", "keyword")),
)

_CONTACTS: Final = ("create_contact", "update_contact", "update_contact_using_custom_field")
_PAYMENTS: Final = ("create_customer_payment", "update_customer_payment")
FIELD_ADVICE: Final = (
    *(
        Advice(
            field,
            operations=_CONTACTS,
            say=f'put it into contact_persons=[{{"{field}": ..., "is_primary_contact": True}}]',
            source="L: accepted with 201 and dropped",
        )
        for field in ("email", "phone", "mobile", "first_name", "last_name", "salutation")
    ),
    *(
        Advice(
            field,
            operations=("create_journal", "update_journal"),
            say="journals take no place of supply; leave it out",
            source="L: accepted with 201 and dropped",
        )
        for field in ("source_of_supply", "destination_of_supply")
    ),
    *(
        Advice(
            field,
            operations=_PAYMENTS,
            say='put it into invoices=[{"invoice_id": ..., "amount_applied": ...}], or the payment stays unapplied',
            source="L",
        )
        for field in ("invoice_ids", "invoice_number", "applied_amount")
    ),
)

# Undocumented, but asked by the vendor's own scripts and by clients in production (C): the fields of one entity, the
# vendor's and the organisation's. Custom ones have names that begin with cf_.
FIELDS: Final = Operation(
    id="list_fields",
    module="settings",
    method="GET",
    path="/settings/fields",
    parameters=(Parameter("organization_id", required=True), Parameter("entity", required=True)),
    result=Shape("object", {"fields": Shape("array", items=Shape("object", {"api_name": Shape("string")}))}),
    envelope="fields",
    scopes=("ZohoBooks.settings.READ",),
    evidence=("recorded: production scripts (C)",),
)
CUSTOM_FIELDS: Final = CustomFields(
    FIELDS,
    "entity",
    # By the operation's module: contact, item, invoice and salesorder are seen in use (C), the others follow them (A).
    {
        "bills": "bill",
        "contacts": "contact",
        "credit_notes": "creditnote",
        "customer_payments": "customer_payment",
        "estimates": "estimate",
        "expenses": "expense",
        "invoices": "invoice",
        "items": "item",
        "journals": "journal",
        "projects": "project",
        "purchase_order": "purchaseorder",
        "recurring_bills": "recurring_bill",
        "recurring_expenses": "recurring_expense",
        "recurring_invoices": "recurring_invoice",
        "retainer_invoices": "retainerinvoice",
        "sales_order": "salesorder",
        "vendor_credits": "vendor_credit",
        "vendor_payments": "vendor_payment",
    },
    ids=("customfield_id", "field_id"),
    labels=("label", "field_name_formatted"),
)

UPSERT: Final = Upsert(  # D
    "X-Unique-Identifier-Key",
    "X-Unique-Identifier-Value",
    "X-Upsert",
    (
        *("/bills", "/contacts", "/creditnotes", "/customerpayments", "/estimates", "/expenses", "/invoices", "/items"),
        *("/projects", "/purchaseorders", "/recurringbills", "/recurringexpenses", "/recurringinvoices"),
        *("/salesorders", "/vendorpayments"),
    ),
)
