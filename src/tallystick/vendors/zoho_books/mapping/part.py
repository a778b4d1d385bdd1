"""The parts that Zoho Books' documents share: addresses, tags, custom fields, lines, applied amounts. No whole record.

Keys are those of recorded answers and of the vendor's OpenAPI documents; where the two spell a key differently, the
recorded spelling is the one written and the other an Alias.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.mapping import (
    COUNT,
    JSON,
    RATE,
    Access,
    Alias,
    Amount,
    Composed,
    Computed,
    Dropped,
    Field,
    Input,
    Lines,
    Mapping,
    Reference,
)
from tallystick.model.address import Address
from tallystick.model.allocation import Allocation, AllocationType
from tallystick.model.custom_field import CustomField
from tallystick.model.line import InvoiceLineItem
from tallystick.model.linked import LinkedTrackingCategory

READ: Final = Access.READ

NO_COUNTERPART: Final = Dropped("Zoho Books has nothing of the kind")
SAID_BY_ID: Final = Dropped("a name that follows from the id beside it")
FORMATTED: Final = Dropped("the same value formatted for people")
LAYOUT: Final = Dropped("how the document is printed, not what it says")
PORTAL: Final = Dropped("what the customer did with the document on the vendor's portal")
BASE_CURRENCY: Final = Dropped("the same amount in the base currency: it follows from the exchange rate")
LOCAL_TAX: Final = Dropped("a tax registration detail of one country; the raw record keeps it")
WORKFLOW: Final = Dropped("the vendor's own approvals and locks")
STOCK: Final = Dropped("stock keeping, which is not mirrored")
LINKED_DOCUMENT: Final = Dropped("a link to a document of a kind that is not mirrored yet")
ATTACHMENT: Final = Dropped("attached files are fetched by operations of their own")
CRM: Final = Dropped("a link into the vendor's CRM")

PROGRAM: Final = dict.fromkeys(
    (
        "account_identifier", "approvers_list", "approver_id", "submitted_by", "submitted_by_name", "submitted_by_email",
        "submitted_by_photo_url", "submitted_date", "submitter_id", "lock_details", "locked_actions", "lock_detail",
        "exceptions", "can_send_in_mail", "can_send_invoice_sms", "can_send_payment_sms", "can_show_kit_return",
        "can_show_customer_ob", "can_show_vendor_ob", "is_kit_partial_return", "contact_category", "customer_custom_fields",
        "customer_custom_field_hash", "customer_default_billing_address", "exchange_invoices", "in_process_payments",
        "inprocess_transaction_present", "includes_package_tracking_info", "integration_references",
        "is_client_review_settings_enabled", "is_last_child_invoice", "is_ondc_channel", "is_payment_details_required",
        "merchant_id", "merchant_name", "next_reminder_date_formatted", "offline_created_date_with_time",
        "reader_offline_payment_initiated", "retention_override_preference", "stop_reminder_until_payment_expected_date",
        "subject_content", "tax_override_preference", "upi_mandates", "zohopeople_client_id", "template_type",
        "price_precision", "rounding_mode", "imported_transactions", "is_sms_enabled", "is_consent_agreed", "consent_date",
        "channel_invoice_id", "ecomm_operator_id", "ecomm_operator_name", "ach_supported", "is_viewed_in_mail",
        "mail_first_viewed_time", "mail_last_viewed_time", "is_backorder", "beat_id", "beat_number", "journey_plan_id",
    ),
    Dropped("the vendor's program keeping its own state; the raw record keeps it"),
)  # fmt: skip

ADDRESS: Final = Mapping(
    Address,
    {
        "attention": Field("contact_name"),
        "address": Field("line1"),
        "street": Alias("address"),
        "street2": Field("line2"),
        "city": Field("city"),
        "state": Field("state"),
        "zip": Field("postal_code"),
        "zipcode": Alias("zip"),
        "country": Field("country"),
        "phone": Field("phone_number"),
        "fax": Field("fax"),
        "address_id": Reference("id", access=READ),
        "state_code": Dropped("the state is named beside it"),
        "country_code": Dropped("the country is named beside it"),
        "county": Dropped("never filled by the recorded organisations"),
    },
    absent={
        "type": Dropped("the key that holds an address says what it is for"),
        **dict.fromkeys(
            (
                "string", "name", "line3", "line4", "line5", "street_number", "latitude", "longitude", "county",
                "salutation", "email", "website", "notes", "row_version",
            ),
            NO_COUNTERPART,
        ),
    },
)  # fmt: skip

TAG: Final = Mapping(
    LinkedTrackingCategory,
    {
        "tag_id": Reference("parent_id"),
        "tag_name": Field("parent_name", access=READ),
        "tag_option_id": Reference("id"),
        "tag_option_name": Field("name", access=READ),
        "is_tag_mandatory": Dropped("a rule for entering documents, not a fact of this one"),
    },
    absent={"code": NO_COUNTERPART},
)

CUSTOM_FIELD: Final = Mapping(
    CustomField,
    {
        "customfield_id": Reference("id"),
        "label": Field("name"),
        "value": Field("value", JSON),
        **dict.fromkeys(
            (
                "index", "api_name", "data_type", "placeholder", "show_on_pdf", "show_in_portal", "show_in_all_pdf",
                "edit_on_portal", "edit_on_store", "is_active", "is_dependent_field", "search_entity", "selected_option_id",
                "field_id",
            ),
            Dropped("how the field is declared, not what this record says in it"),
        ),
        "value_formatted": FORMATTED,
    },
    absent={"description": NO_COUNTERPART},
)  # fmt: skip


def read_percentage(value: Any) -> Decimal | None:
    """Return a discount written `"10%"` in percent, None when it is an amount or unset."""
    return RATE.parse(value[:-1]) if isinstance(value, str) and value.endswith("%") else None


def read_discount_amount(row: dict[str, Any], amount_key: str) -> Decimal | None:
    """Return the discount in money: the vendor's own figure, else a `discount` that is no percentage."""
    for key in (amount_key, "discount"):
        value = row.get(key)
        if value not in ("", None) and read_percentage(value) is None:
            amount: Decimal = RATE.parse(value)
            return amount
    return None


def write_discount(record: Any) -> str | Decimal | None:
    """Return a discount as Zoho Books takes it: a percentage with its sign, or an amount."""
    if record.discount_percentage is not None:
        return f"{record.discount_percentage}%"
    amount: Decimal | None = record.discount_amount
    return amount


def _line_tax(_values: dict[str, Any], row: dict[str, Any]) -> Decimal | None:
    taxes = row.get("line_item_taxes")
    if not taxes:
        amount = row.get("tax_amount")
        return None if amount in ("", None) else RATE.parse(amount)
    if not isinstance(taxes, list) or not all(isinstance(tax, dict) for tax in taxes):
        raise ValueError("is not a list of taxes")
    return sum((RATE.parse(tax.get("tax_amount") or 0) for tax in taxes), Decimal(0))


LINE: Final = Mapping(
    InvoiceLineItem,
    {
        "line_item_id": Reference("id", access=READ),
        "item_order": Field("line_number", COUNT),
        "description": Field("description"),
        "quantity": Field("quantity", RATE),
        "rate": Amount("unit_price"),
        "unit": Field("unit_of_measure"),
        "item_total": Amount("total_amount", access=READ),
        "item_id": Reference("item.id"),
        "name": Field("item.name"),
        "item_code": Field("item.code", access=READ),
        "code": Alias("item_code"),
        "account_id": Reference("ledger_account.id"),
        "account_name": Field("ledger_account.name", access=READ),
        "tax_id": Reference("tax_rate.id"),
        "tax_name": Field("tax_rate.name", access=READ),
        "tax_percentage": Field("tax_rate.rate", RATE, access=READ),
        "location_id": Reference("location_id"),
        "tags": Lines("tracking_categories", TAG),
        "item_custom_fields": Lines("custom_fields", CUSTOM_FIELD),
        "line_item_taxes": Input(("tax_amount",)),
        "tax_amount": Input(("tax_amount",)),
        "discount": Input(("discount_percentage", "discount_amount")),
        "discount_amount": Input(("discount_amount",)),
        "bcy_rate": BASE_CURRENCY,
        **dict.fromkeys(("location_name", "project_name", "discount_account_name", "header_name"), SAID_BY_ID),
        **dict.fromkeys(
            ("bill_id", "bill_item_id", "project_id", "time_entry_ids", "expense_id", "salesorder_item_id", "invoice_id", "invoice_item_id"),
            LINKED_DOCUMENT,
        ),
        **dict.fromkeys(
            (
                "stock_on_hand", "available_stock", "committed_stock", "available_for_sale_stock", "serial_numbers",
                "warehouse_id", "warehouse_name",
            ),
            STOCK,
        ),
        **dict.fromkeys(
            ("tax_type", "tax_treatment_code", "tds_tax_id", "hsn_or_sac", "sat_item_key_code", "unitkey_code"), LOCAL_TAX
        ),
        **dict.fromkeys(
            (
                "internal_name", "item_type", "product_type", "pricing_scheme", "pricebook_id", "sales_rate",
                "purchase_rate", "cost_amount", "markup_percent", "mapped_items", "is_modifier_item",
                "line_item_category", "type", "image_document_id", "sales_margin", "is_credit_only_item", "can_skip_stock_tracking",
            ),
            Dropped("a property of the item, not of this line"),
        ),
        **dict.fromkeys(("header_id", "discounts", "discount_account_id"), Dropped("a refinement few documents use; the raw record keeps it")),
        **dict.fromkeys(("documents", "expense_receipt_name"), ATTACHMENT),
    },
    computed={
        "tax_amount": Computed(("line_item_taxes", "tax_amount"), _line_tax),
        "discount_percentage": Computed(("discount",), lambda _, row: read_percentage(row.get("discount"))),
        "discount_amount": Computed(
            ("discount_amount", "discount"), lambda _, row: read_discount_amount(row, "discount_amount")
        ),
    },
    composed={"discount": Composed(("discount_percentage", "discount_amount"), write_discount)},
    absent={
        "item.code": NO_COUNTERPART,
        **dict.fromkeys(
            ("ledger_account.nominal_code", "ledger_account.code", "ledger_account.parent_id", "ledger_account.display_id", "tax_rate.code"),
            Dropped("an attribute of the linked record, which a line does not repeat"),
        ),
        **dict.fromkeys(
            (
                "row_id", "code", "type", "service_date", "category_id", "department_id", "subsidiary_id", "shipping_id",
                "memo", "prepaid", "tax_applicable_on", "tax_recoverability", "tax_method", "row_version",
                "updated_by", "created_by", "created_at", "updated_at",
            ),
            NO_COUNTERPART,
        ),
    },
)  # fmt: skip

APPLIED_TO_INVOICE: Final = Mapping(
    Allocation,
    {
        "invoice_id": Reference("id", required=True),
        "invoice_number": Field("code", access=READ),
        "amount_applied": Amount("amount"),
        "amount": Alias("amount_applied"),
        "invoice_payment_id": Reference("allocation_id", access=READ),
        "creditnote_invoice_id": Alias("invoice_payment_id"),
        "creditnotes_invoice_id": Alias("invoice_payment_id"),
        **dict.fromkeys(
            (
                "date", "invoice_amount", "balance_amount", "balance", "total", "due_date", "status", "currency_code",
                "currency_symbol", "exchange_rate", "price_precision", "customer_id", "customer_name", "reference_number",
                "transaction_type", "invoice_customer_id", "invoice_customer_name", "allow_partial_payments",
                "is_early_payment_discount_applicable", "invoice_installments", "installments",
            ),
            Dropped("a fact of the invoice, which its own record says"),
        ),
        "apply_date": Dropped("the day of application; the model has no place for it"),
        "tax_amount_withheld": LOCAL_TAX,
        "discount_amount": Dropped("an early payment discount; the invoice's balance shows its effect"),
    },
    computed={"type": Computed(("invoice_id",), lambda _values, _row: AllocationType.INVOICE)},
)  # fmt: skip
