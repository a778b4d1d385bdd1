"""Zoho Books' customer payments, list rows and details, as the unified Payment. Payments to vendors are not here."""

from typing import Final

from tallystick.mapping import (
    DATE,
    INSTANT,
    RATE,
    Alias,
    Amount,
    Choice,
    Computed,
    Dropped,
    Field,
    Lines,
    Mapping,
    Reference,
)
from tallystick.model.payment import Payment, PaymentStatus, PaymentType
from tallystick.vendors.zoho_books.mapping.part import (
    APPLIED_TO_INVOICE,
    ATTACHMENT,
    BASE_CURRENCY,
    CUSTOM_FIELD,
    FORMATTED,
    LAYOUT,
    LOCAL_TAX,
    NO_COUNTERPART,
    PROGRAM,
    READ,
    SAID_BY_ID,
    TAG,
)

STATUSES: Final = {
    "paid": PaymentStatus.PAID,
    "success": PaymentStatus.PAID,
    "draft": PaymentStatus.DRAFT,
    "void": PaymentStatus.VOIDED,
    "failure": PaymentStatus.REJECTED,
}
"""The vendor documents no values for this word, so an unknown one is kept beside the record and refuses nothing."""

PAYMENT: Final = Mapping(
    Payment,
    {
        **PROGRAM,
        "payment_id": Reference("id", access=READ, required=True),
        "payment_number": Field("number", access=READ),
        "customer_id": Reference("customer.id"),
        "customer_name": Field("customer.display_name", access=READ),
        "email": Field("customer.email", access=READ),
        "date": Field("transaction_date", DATE, required=True),
        "amount": Amount("total_amount", required=True),
        "currency_code": Field("currency", access=READ),
        "exchange_rate": Field("currency_rate", RATE),
        "payment_mode": Field("payment_method"),
        "gateway_transaction_id": Field("payment_method_reference", access=READ),
        "reference_number": Field("reference"),
        "description": Field("note"),
        "account_id": Reference("account.id"),
        "account_name": Field("account.name", access=READ),
        "invoices": Lines("allocations", APPLIED_TO_INVOICE),
        "tags": Lines("tracking_categories", TAG),
        "custom_fields": Lines("custom_fields", CUSTOM_FIELD),
        "payment_status": Choice("status", STATUSES, access=READ, lenient=True),
        "created_time": Field("created_at", INSTANT, access=READ),
        "last_modified_time": Field("updated_at", INSTANT, access=READ),
        "updated_time": Alias("last_modified_time"),
        "unused_amount": Amount("unallocated_amount", access=READ),
        "bcy_amount": Amount("base_total_amount", access=READ),
        "bcy_refunded_amount": Amount("base_refunded_amount", access=READ),
        "status": Dropped("the list's payment_status is the word read"),
        "bcy_unused_amount": BASE_CURRENCY,
        "amount_refunded": Dropped("the list gives it in the base currency, where it is kept"),
        **dict.fromkeys(
            ("invoice_numbers", "invoice_number", "applied_invoices"), Dropped("the detail's `invoices` say the same with ids and amounts")
        ),
        **dict.fromkeys(("payment_mode_formatted", "amount_formatted"), FORMATTED),
        **dict.fromkeys(("currency_id", "currency_symbol"), Dropped("the currency's code says the same")),
        **dict.fromkeys(("tax_account_id", "tax_account_name", "tax_amount_withheld"), LOCAL_TAX),
        **dict.fromkeys(("template_id", "template_name", "page_width", "page_height", "orientation"), LAYOUT),
        **dict.fromkeys(("has_attachment", "documents", "attachment_name"), ATTACHMENT),
        **dict.fromkeys(("location_id", "location_name", "branch_id", "branch_name", "created_by", "sales_person_id", "sales_person_name"), SAID_BY_ID),
        **dict.fromkeys(
            (
                "last_four_digits", "payment_gateway", "payment_type", "settlement_status", "sales_channel", "payment_form",
                "card_type", "payment_link_id", "product_description", "retainerinvoice_id",
                "online_transaction_id", "tender_id", "deposit_details", "payment_number_prefix", "payment_number_suffix",
            ),
            Dropped("how the payment was collected; the method and its reference are kept"),
        ),
        **dict.fromkeys(
            ("bank_charges", "bank_charges_account_id", "bank_charges_account_name"), Dropped("a charge the company bore; the ledger shows it")
        ),
        **dict.fromkeys(("customer_advance_account_id", "customer_advance_account_name"), Dropped("where the vendor books the unused part")),
        **dict.fromkeys(("discount_amount", "is_early_payment_discount_applicable"), Dropped("an early payment discount; the invoice's balance shows its effect")),
        "account_type": Dropped("an attribute of the account"),
        "payment_refunds": Dropped("a list of its own; the refunded amount is kept"),
        "custom_fields_list": Dropped("the custom fields again, by name"),
        "custom_field_hash": Dropped("the custom fields again, keyed by name"),
        **dict.fromkeys(("contact_persons", "contact_persons_associated"), Dropped("the customer's own record says it")),
    },
    computed={"type": Computed(("payment_id",), lambda _values, _row: PaymentType.ACCOUNTS_RECEIVABLE)},
    absent={
        **dict.fromkeys(
            ("customer.display_id", "customer.name", "customer.company_name"),
            Dropped("an attribute of the customer, which a payment does not repeat"),
        ),
        **dict.fromkeys(
            ("account.nominal_code", "account.code", "account.parent_id", "account.display_id"),
            Dropped("an attribute of the account, which a payment does not repeat"),
        ),
        **dict.fromkeys(
            (
                "downstream_id", "payment_method_id", "accounts_receivable_account_type", "accounts_receivable_account_id",
                "company_id", "subsidiary", "reconciled", "row_version", "display_id", "updated_by", "created_by",
            ),
            NO_COUNTERPART,
        ),
    },
    resource="payments",
    operations={
        "list": "list_customer_payments",
        "get": "get_customer_payment",
        "create": "create_customer_payment",
        "update": "update_customer_payment",
        "delete": "delete_customer_payment",
    },
)  # fmt: skip
