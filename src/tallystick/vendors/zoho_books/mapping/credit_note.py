"""Zoho Books' credit notes, list rows and details, as the unified CreditNote. Vendor credits are not here."""

from typing import Any, Final

from tallystick.mapping import (
    DATE,
    FLAG,
    INSTANT,
    RATE,
    Alias,
    Amount,
    Choice,
    Computed,
    Dropped,
    Field,
    Group,
    Lines,
    Mapping,
    Reference,
)
from tallystick.model.credit_note import CreditNote, CreditNoteStatus, CreditNoteType
from tallystick.vendors.zoho_books.mapping.part import (
    ADDRESS,
    APPLIED_TO_INVOICE,
    ATTACHMENT,
    BASE_CURRENCY,
    CRM,
    CUSTOM_FIELD,
    FORMATTED,
    LAYOUT,
    LINE,
    LINKED_DOCUMENT,
    LOCAL_TAX,
    NO_COUNTERPART,
    PORTAL,
    PROGRAM,
    READ,
    SAID_BY_ID,
    TAG,
    WORKFLOW,
)

STATUSES: Final = {
    "draft": CreditNoteStatus.DRAFT,
    "pending_approval": CreditNoteStatus.DRAFT,
    "rejected": CreditNoteStatus.DRAFT,
    "open": CreditNoteStatus.AUTHORISED,
    "approved": CreditNoteStatus.AUTHORISED,
    "closed": CreditNoteStatus.PAID,
    "void": CreditNoteStatus.VOIDED,
}


def _status(values: dict[str, Any], _row: dict[str, Any]) -> CreditNoteStatus | None:
    """Read an open credit note of which part is used up as partially paid."""
    status: CreditNoteStatus | None = values.get("status")
    total, balance = values.get("total_amount"), values.get("balance")
    if status is CreditNoteStatus.AUTHORISED and total is not None and balance is not None and 0 < balance < total:
        return CreditNoteStatus.PARTIALLY_PAID
    return status


CREDIT_NOTE: Final = Mapping(
    CreditNote,
    {
        **PROGRAM,
        "creditnote_id": Reference("id", access=READ, required=True),
        "creditnote_number": Field("number"),
        "customer_id": Reference("customer.id"),
        "customer_name": Field("customer.display_name", access=READ),
        "company_name": Field("customer.company_name", access=READ),
        "email": Field("customer.email", access=READ),
        "status": Choice("status", STATUSES, access=READ, required=True),
        "date": Field("date_issued", DATE),
        "reference_number": Field("reference"),
        "currency_code": Field("currency", access=READ),
        "exchange_rate": Field("currency_rate", RATE),
        "is_inclusive_tax": Field("tax_inclusive", FLAG),
        "sub_total": Amount("sub_total", access=READ),
        "tax_total": Amount("total_tax", access=READ),
        "total": Amount("total_amount", access=READ, required=True),
        "balance": Amount("balance", access=READ, required=True),
        "notes": Field("note"),
        "terms": Field("terms"),
        "line_items": Lines("line_items", LINE),
        "invoices": Lines("allocations", APPLIED_TO_INVOICE, access=READ),
        "invoices_credited": Alias("invoices"),
        "billing_address": Group("billing_address", ADDRESS, access=READ),
        "shipping_address": Group("shipping_address", ADDRESS, access=READ),
        "tags": Lines("tracking_categories", TAG),
        "custom_fields": Lines("custom_fields", CUSTOM_FIELD),
        "location_id": Reference("location_id"),
        "account_id": Reference("account.id", access=READ),
        "account_name": Field("account.name", access=READ),
        "created_time": Field("created_at", INSTANT, access=READ),
        "last_modified_time": Field("updated_at", INSTANT, access=READ),
        "updated_time": Alias("last_modified_time"),
        "created_by_id": Reference("created_by", access=READ),
        "last_modified_by_id": Reference("updated_by", access=READ),
        **dict.fromkeys(
            ("created_by", "created_by_name", "location_name", "branch_id", "branch_name", "salesperson_name", "template_name"),
            SAID_BY_ID,
        ),
        **dict.fromkeys(("currency_id", "currency_symbol", "currency_name_formatted"), Dropped("the currency's code says the same")),
        **dict.fromkeys(
            (
                "bcy_sub_total", "bcy_discount_total", "bcy_tax_total", "bcy_total", "bcy_adjustment", "bcy_shipping_charge",
                "bcy_shipping_charge_tax", "bcy_balance",
            ),
            BASE_CURRENCY,
        ),
        **dict.fromkeys(
            (
                "discount", "discount_percent", "discount_total", "discount_type", "discount_applied_on_amount",
                "discount_account_id", "discount_account_name", "is_discount_before_tax", "taxes", "shipping_charge",
                "adjustment", "adjustment_description", "sub_total_inclusive_of_tax", "total_taxable_amount",
                "roundoff_value", "transaction_rounding_type", "rounding_mode", "tax_rounding", "price_precision",
                "computation_type", "adjustment_account_id", "adjustment_account_name", "bcy_rounding_mode",
                "shipping_charge_tax", "shipping_charge_tax_id", "shipping_charge_tax_name", "shipping_charge_tax_type",
                "shipping_charge_tax_percentage", "shipping_charge_tax_exemption_id", "shipping_charge_tax_exemption_code",
                "shipping_charge_taxes", "shipping_charge_account_id", "shipping_charge_account_name",
                "shipping_charge_exclusive_of_tax", "shipping_charge_inclusive_of_tax", "shipping_charge_tax_formatted",
                "shipping_charge_exclusive_of_tax_formatted", "shipping_charge_inclusive_of_tax_formatted",
            ),
            Dropped("how the vendor worked the totals out; the totals themselves are kept"),
        ),
        **dict.fromkeys(
            ("total_credits_used", "total_refunded_amount", "creditnote_refunds"),
            Dropped("what became of the credit: its balance and its allocations say it"),
        ),
        **dict.fromkeys(
            (
                "template_id", "template_type", "template_type_formatted", "page_width", "page_height", "orientation",
                "color_code", "qr_code",
            ),
            LAYOUT,
        ),
        **dict.fromkeys(("is_emailed", "is_viewed_by_client", "client_viewed_time"), PORTAL),
        **dict.fromkeys(
            ("contact_persons", "contact_persons_associated", "contact_persons_details", "contact"),
            Dropped("the customer's own record says it"),
        ),
        **dict.fromkeys(
            (
                "current_sub_status", "current_sub_status_id", "sub_statuses", "lock_details", "locked_actions", "lock_detail",
                "approvers_list", "submitted_by", "submitted_date", "submitter_id", "approver_id",
            ),
            WORKFLOW,
        ),
        **dict.fromkeys(
            (
                "is_pre_gst", "place_of_supply", "vat_treatment", "vat_reg_no", "gst_no", "cfdi_usage", "cfdi_reference_type",
                "gst_treatment", "tax_treatment", "is_reverse_charge_applied", "tds_calculation_type", "filed_in_vat_return_id",
                "filed_in_vat_return_name", "filed_in_vat_return_type", "reverse_charge_tax_total",
            ),
            LOCAL_TAX,
        ),
        **dict.fromkeys(("salesperson_id", "invoice_id", "invoice_number", "reason_for_creditnote"), LINKED_DOCUMENT),
        **dict.fromkeys(("has_attachment", "documents"), ATTACHMENT),
        **dict.fromkeys(("zcrm_potential_id", "zcrm_potential_name", "sales_channel"), CRM),
        "custom_field_hash": Dropped("the custom fields again, keyed by name"),
        "transaction_type": Dropped("says credit note on every row of this list"),
        **dict.fromkeys(("created_date", "issued_date"), Dropped("follows from the times of the document")),
        "applied_invoices": Dropped("the detail's `invoices` say the same with ids and amounts"),
        "total_formatted": FORMATTED,
        "balance_formatted": FORMATTED,
    },
    computed={
        "status": Computed(("status", "total", "balance"), _status),
        "remaining_credit": Computed(("balance",), lambda values, _row: values.get("balance")),
        "type": Computed(("creditnote_id",), lambda _values, _row: CreditNoteType.ACCOUNTS_RECEIVABLE_CREDIT),
    },
    absent={
        "date_paid": Dropped("the vendor does not say when a credit was used up"),
        "terms_id": NO_COUNTERPART,
        **dict.fromkeys(
            ("customer.display_id", "customer.name"), Dropped("an attribute of the customer, which a document does not repeat")
        ),
        **dict.fromkeys(
            ("account.nominal_code", "account.code", "account.parent_id", "account.display_id"),
            Dropped("an attribute of the account, which a document does not repeat"),
        ),
        **dict.fromkeys(("company_id", "subsidiary", "department_id", "tax_code", "row_version"), NO_COUNTERPART),
    },
    resource="credit_notes",
    operations={
        "list": "list_credit_notes",
        "get": "get_credit_note",
        "create": "create_credit_note",
        "update": "update_credit_note",
        "delete": "delete_credit_note",
    },
)  # fmt: skip
