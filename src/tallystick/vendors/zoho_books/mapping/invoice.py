"""Zoho Books' invoices, list rows and details, as the unified Invoice. How lines and addresses are read is in `part`."""

from decimal import Decimal
from typing import Any, Final

from tallystick.mapping import (
    FLAG,
    INSTANT,
    RATE,
    Alias,
    Amount,
    Choice,
    Composed,
    Computed,
    Dropped,
    Field,
    Group,
    Input,
    Lines,
    Mapping,
    Reference,
)
from tallystick.mapping.kind import DATE
from tallystick.model.invoice import Invoice, InvoiceStatus
from tallystick.vendors.zoho_books.mapping.part import (
    ADDRESS,
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
    read_discount_amount,
    read_percentage,
    write_discount,
)

STATUSES: Final = {
    "draft": InvoiceStatus.DRAFT,
    "pending_approval": InvoiceStatus.SUBMITTED,
    "rejected": InvoiceStatus.DRAFT,
    "sent": InvoiceStatus.AUTHORISED,
    "approved": InvoiceStatus.AUTHORISED,
    "viewed": InvoiceStatus.AUTHORISED,
    "overdue": InvoiceStatus.AUTHORISED,
    "unpaid": InvoiceStatus.UNPAID,
    "partially_paid": InvoiceStatus.PARTIALLY_PAID,
    "paid": InvoiceStatus.PAID,
    "void": InvoiceStatus.VOID,
}
"""Overdue is a day's view of an open invoice, so it reads as open; the due date and the balance say the rest."""

_OPEN: Final = (InvoiceStatus.AUTHORISED, InvoiceStatus.UNPAID)


def _status(values: dict[str, Any], _row: dict[str, Any]) -> InvoiceStatus | None:
    """Read an open invoice with part of its total settled as partially paid, also when the vendor calls it overdue."""
    status: InvoiceStatus | None = values.get("status")
    total, balance = values.get("total"), values.get("balance")
    if status in _OPEN and total is not None and balance is not None and 0 < balance < total:
        return InvoiceStatus.PARTIALLY_PAID
    return status


def _percentage(_values: dict[str, Any], row: dict[str, Any]) -> Decimal | None:
    percentage = read_percentage(row.get("discount"))
    stated = row.get("discount_percent")
    if percentage is not None or stated in ("", None, 0):
        return percentage
    stated_percentage: Decimal = RATE.parse(stated)
    return stated_percentage


def _discount_type(invoice: Invoice) -> str | None:
    discounted = invoice.discount_percentage is not None or invoice.discount_amount is not None
    return "entity_level" if discounted else None


INVOICE: Final = Mapping(
    Invoice,
    {
        **PROGRAM,
        "invoice_id": Reference("id", access=READ, required=True),
        "invoice_number": Field("number"),
        "customer_id": Reference("customer.id"),
        "customer_name": Field("customer.display_name", access=READ),
        "company_name": Field("customer.company_name", access=READ),
        "email": Field("customer.email", access=READ),
        "status": Choice("status", STATUSES, access=READ, required=True),
        "date": Field("invoice_date", DATE),
        "due_date": Field("due_date", DATE),
        "payment_terms_label": Field("terms"),
        "payment_terms_id": Reference("terms_id", access=READ),
        "reference_number": Field("reference"),
        "is_emailed": Field("invoice_sent", FLAG, access=READ),
        "currency_code": Field("currency", access=READ),
        "exchange_rate": Field("currency_rate", RATE),
        "is_inclusive_tax": Field("tax_inclusive", FLAG),
        "sub_total": Amount("sub_total", access=READ),
        "tax_total": Amount("total_tax", access=READ),
        "total": Amount("total", access=READ, required=True),
        "balance": Amount("balance", access=READ, required=True),
        "notes": Field("customer_memo"),
        "line_items": Lines("line_items", LINE),
        "billing_address": Group("billing_address", ADDRESS, access=READ),
        "shipping_address": Group("shipping_address", ADDRESS, access=READ),
        "tags": Lines("tracking_categories", TAG),
        "custom_fields": Lines("custom_fields", CUSTOM_FIELD),
        "template_id": Reference("template_id"),
        "invoice_url": Field("source_document_url", access=READ),
        "invoice_source": Field("channel", access=READ),
        "location_id": Reference("location_id"),
        "account_id": Reference("ledger_account.id", access=READ),
        "account_name": Field("ledger_account.name", access=READ),
        "created_time": Field("created_at", INSTANT, access=READ),
        "last_modified_time": Field("updated_at", INSTANT, access=READ),
        "updated_time": Alias("last_modified_time"),
        "created_by_id": Reference("created_by", access=READ),
        "last_modified_by_id": Reference("updated_by", access=READ),
        "discount": Input(("discount_percentage", "discount_amount")),
        "discount_percent": Input(("discount_percentage",)),
        "discount_total": Input(("discount_amount",)),
        "discount_type": Input(("discount_percentage", "discount_amount")),
        **dict.fromkeys(("created_by", "created_by_name", "location_name", "salesperson_name", "template_name"), SAID_BY_ID),
        **dict.fromkeys(
            ("currency_symbol", "currency_id", "currency_name_formatted"), Dropped("the currency's code says the same")
        ),
        **dict.fromkeys(("due_days", "payment_terms", "created_date", "issued_date"), Dropped("follows from the dates of the document")),
        **dict.fromkeys(("country", "phone"), Dropped("repeats the addresses of the document")),
        **dict.fromkeys(
            (
                "bcy_sub_total", "bcy_discount_total", "bcy_tax_total", "bcy_total", "bcy_adjustment", "bcy_shipping_charge",
                "bcy_shipping_charge_tax", "bcy_rounding_mode",
            ),
            BASE_CURRENCY,
        ),
        **dict.fromkeys(
            (
                "shipping_charge", "adjustment", "adjustment_description", "adjustment_account_id", "adjustment_account_name",
                "shipping_charge_tax", "shipping_charge_tax_id", "shipping_charge_tax_name", "shipping_charge_tax_type",
                "shipping_charge_tax_percentage", "shipping_charge_tax_exemption_id", "shipping_charge_tax_exemption_code",
                "shipping_charge_taxes", "shipping_charge_account_id", "shipping_charge_account_name",
                "shipping_charge_exclusive_of_tax", "shipping_charge_inclusive_of_tax", "shipping_charge_tax_formatted",
                "shipping_charge_exclusive_of_tax_formatted", "shipping_charge_inclusive_of_tax_formatted",
                "shipping_charge_sac_code",
            ),
            Dropped("part of the total without a field of its own; the raw record keeps it"),
        ),
        **dict.fromkeys(
            (
                "payment_made", "credits_applied", "write_off_amount", "tax_amount_withheld", "unprocessed_payment_amount",
                "total_retention_amount", "retention_items", "unused_retainer_payments", "last_payment_date",
            ),
            Dropped("what settled the invoice: its balance, its payments and its credit notes say it"),
        ),
        **dict.fromkeys(
            (
                "sub_total_inclusive_of_tax", "total_taxable_amount", "taxes", "discount_applied_on_amount",
                "discount_account_id", "discount_account_name", "is_discount_before_tax", "roundoff_value",
                "transaction_rounding_type", "rounding_mode", "tax_rounding", "price_precision", "computation_type",
                "early_payment_discount_percentage", "early_payment_discount_due_days", "early_payment_discount_amount",
                "is_eligible_for_early_payment_discount", "is_early_payment_discount_applicable", "payment_discount",
            ),
            Dropped("how the vendor worked the totals out; the totals themselves are kept"),
        ),
        **dict.fromkeys(
            (
                "template_type", "page_width", "page_height", "orientation", "color_code", "qr_code",
                "template_type_formatted", "terms",
            ),
            LAYOUT,
        ),
        **dict.fromkeys(
            (
                "is_viewed_by_client", "client_viewed_time", "reminders_sent", "last_reminder_sent_date", "schedule_time",
                "payment_reminder_enabled", "payment_options", "allow_partial_payments", "ach_payment_initiated",
                "payment_expected_date", "is_autobill_enabled", "can_send_in_mail",
            ),
            PORTAL,
        ),
        **dict.fromkeys(
            ("contact_persons", "contact_persons_associated", "contact_persons_details", "contact"),
            Dropped("the customer's own record says it"),
        ),
        **dict.fromkeys(
            (
                "current_sub_status", "current_sub_status_id", "sub_statuses", "lock_details", "locked_actions", "lock_detail",
                "approvers_list", "submitted_by", "submitted_by_name", "submitted_by_email", "submitted_by_photo_url",
                "submitted_date", "submitter_id", "approver_id", "exceptions",
            ),
            WORKFLOW,
        ),
        **dict.fromkeys(
            (
                "is_pre_gst", "place_of_supply", "gst_no", "gst_treatment", "cfdi_usage", "vat_treatment", "tax_treatment",
                "is_reverse_charge_applied", "vat_reg_no", "tds_calculation_type", "tax_authority_id", "tax_exemption_id",
                "avatax_use_code", "avatax_exempt_no", "avatax_tax_code",
            ),
            LOCAL_TAX,
        ),
        **dict.fromkeys(
            (
                "salesorders", "deliverychallans", "shipping_bills", "recurring_invoice_id", "project_name",
                "invoiced_estimate_id", "salesperson_id", "salesorder_id", "salesorder_number", "estimate_id",
                "invoice_installments", "is_progress_invoice",
            ),
            LINKED_DOCUMENT,
        ),
        **dict.fromkeys(("has_attachment", "documents", "attachment_name"), ATTACHMENT),
        **dict.fromkeys(("zcrm_potential_id", "zcrm_potential_name", "sales_channel"), CRM),
        "custom_field_hash": Dropped("the custom fields again, keyed by name"),
        "transaction_type": Dropped("says invoice on every row of this list"),
        "total_formatted": FORMATTED,
        "balance_formatted": FORMATTED,
    },
    computed={
        "status": Computed(("status", "total", "balance"), _status),
        "discount_percentage": Computed(("discount", "discount_percent"), _percentage),
        "discount_amount": Computed(
            ("discount_total", "discount"), lambda _, row: read_discount_amount(row, "discount_total")
        ),
    },
    composed={
        "discount": Composed(("discount_percentage", "discount_amount"), write_discount),
        "discount_type": Composed(("discount_percentage", "discount_amount"), _discount_type),
    },
    absent={
        "type": Dropped("every record of this list is a standard invoice"),
        "payment_allocations": Dropped("a list of its own at the vendor; payments carry their allocations"),
        **dict.fromkeys(
            ("customer.display_id", "customer.name"), Dropped("an attribute of the customer, which a document does not repeat")
        ),
        **dict.fromkeys(
            ("ledger_account.nominal_code", "ledger_account.code", "ledger_account.parent_id", "ledger_account.display_id"),
            Dropped("an attribute of the account, which a document does not repeat"),
        ),
        **dict.fromkeys(
            (
                "downstream_id", "display_id", "company_id", "subsidiary", "department_id", "po_number", "tax_code", "deposit",
                "payment_method", "language", "accounting_by_row", "row_version",
            ),
            NO_COUNTERPART,
        ),
    },
    resource="invoices",
    operations={
        "list": "list_invoices",
        "get": "get_invoice",
        "create": "create_invoice",
        "update": "update_invoice",
        "delete": "delete_invoice",
    },
)  # fmt: skip
