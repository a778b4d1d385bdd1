"""What the Book refuses, in the vendor's words: one table from its reasons to rows of the vendor's errors.

No rule is decided here; a reason without a row is a mistake of ours and a test finds it.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from tallystick.books.refusal import Reason
from tallystick.books.refusal import Refused as BookRefused
from tallystick.vendors.zoho_books.emulator.errors import Refused

Facts = dict[str, Any]
Row = tuple[str, Callable[[BookRefused], Facts]]

WIRE_NAMES: Final = {
    "contact_id": "customer_id",
    "lines": "line_items",
    "terms_days": "payment_terms",
    "terms_label": "payment_terms_label",
    "reference": "reference_number",
    "tax_inclusive": "is_inclusive_tax",
    "salesperson": "salesperson_name",
    "person_ids": "contact_persons",
    "persons": "contact_persons",
    "applications": "invoices",
    "document_id": "invoice_id",
    "withheld": "tax_amount_withheld",
    "mode": "payment_mode",
    "kind": "item_type",
    "role": "contact_type",
    "percentage": "tax_percentage",
    "side": "debit_or_credit",
    "parent_id": "parent_account_id",
    "type": "account_type",
    "places": "price_precision",
    "tax_ids": "taxes",
    "postcode": "zip",
    "debited_id": "reference_invoice_id",
    "retainer_id": "retainerinvoice_id",
    "frequency": "recurrence_frequency",
    "worker_id": "user_id",
    "seconds": "log_time",
    "billing": "billing_type",
    "staff": "users",
    "cost": "asset_cost",
    "life_months": "total_life",
    "start_value": "dep_start_value",
    "purchase_date": "asset_purchase_date",
    "start_date": "depreciation_start_date",
    "closing": "closing_balance",
    "start": "start_date",
    "end": "end_date",
    "criteria": "criterion",
}
"""Names of the Book's fields where the wire has others."""
LABELS: Final = {
    "contact": "Contact",
    "invoice": "Invoice",
    "payment": "Payment",
    "credit_note": "Credit Note",
    "journal": "Journal",
    "item": "Item",
    "account": "Account",
    "tax": "Tax",
    "tax_group": "Tax group",
    "currency": "Currency",
    "user": "User",
    "person": "Contact Person",
    "line": "Line item",
    "bill": "Bill",
    "vendor_payment": "Payment",
    "vendor_credit": "Vendor Credit",
    "purchase_order": "Purchase Order",
    "expense": "Expense",
    "exchange_rate": "Exchange rate",
    "application": "Payment",
    "refund": "Refund",
    "estimate": "Estimate",
    "sales_order": "Sales Order",
    "delivery_challan": "Delivery Challan",
    "retainer_invoice": "Retainer Invoice",
    "recurring_invoice": "Recurring Invoice",
    "recurring_bill": "Recurring Bill",
    "recurring_expense": "Recurring Expense",
    "recurring_journal": "Recurring Journal",
    "sales_receipt": "Sales Receipt",
    "project": "Project",
    "project_task": "Task",
    "time_entry": "Time entry",
    "fixed_asset": "Fixed asset",
    "bank_rule": "Rule",
    "statement_line": "Transaction",
    "bank_transaction": "Transaction",
    "transaction": "Transaction",
    "reconciliation": "Reconciliation",
}


def wire_name(path: str) -> str:
    """Return the wire name of the last field of a path: `lines[3].quantity` is `quantity`."""
    field = re.sub(r"\[\d+\]", "", path).rsplit(".", 1)[-1]
    return WIRE_NAMES.get(field, field)


def _field(refused: BookRefused) -> Facts:
    return {"field": wire_name(refused.field)}


def _thing(refused: BookRefused) -> Facts:
    return {"thing": LABELS.get(refused.facts.get("kind", ""), "The record")}


def _none(_: BookRefused) -> Facts:
    return {}


def _sentence(text: str) -> Callable[[BookRefused], Facts]:
    """Make the facts of a rule whose code and text no one has recorded; the sentence may name the Book's facts."""

    def facts(refused: BookRefused) -> Facts:
        known = {
            "field": wire_name(refused.field),
            "number": "The document",
            "status": "",
            "through": "",
            "difference": "",
            **refused.facts,
        }
        return {"sentence": text.format_map(known)}

    return facts


INVALID: Final[Row] = ("invalid_value", _field)
TABLE: Final[dict[Reason, Row]] = {
    Reason.REQUIRED: ("missing_value", _field),
    Reason.WRONG_TYPE: INVALID,
    Reason.TOO_LONG: (
        "too_long",
        lambda refused: {**_field(refused), "limit": refused.facts.get("length_max", "the allowed number of")},
    ),
    Reason.BAD_AMOUNT: INVALID,
    Reason.NEGATIVE_AMOUNT: INVALID,
    Reason.NEGATIVE_TOTAL: ("rule", _sentence("The total of a document cannot be negative.")),
    Reason.BAD_PERCENTAGE: INVALID,
    Reason.TOO_MANY_DECIMALS: INVALID,
    Reason.DATE_OUT_OF_RANGE: INVALID,
    Reason.DUE_BEFORE_DATE: ("rule", _sentence("The due date cannot be before the invoice date.")),
    Reason.UNKNOWN_ID: ("does_not_exist", _thing),
    Reason.INACTIVE: ("rule", _sentence("What {field} refers to is inactive and cannot be used.")),
    Reason.DUPLICATE_NAME: ("already_exists", _thing),
    Reason.DUPLICATE_NUMBER: (
        "number_exists",
        lambda refused: {**_thing(refused), "number": refused.facts.get("value", "")},
    ),
    Reason.DUPLICATE_CODE: ("already_exists", _thing),
    Reason.IN_USE: ("has_dependents", _thing),
    Reason.SYSTEM_RECORD: ("rule", _sentence("A record of the system cannot be changed or deleted.")),
    Reason.WRONG_STATUS: ("rule", _sentence("This cannot be done while the status is {status}.")),
    Reason.HAS_PAYMENTS: ("rule", _sentence("{number} has payments applied; remove them first.")),
    Reason.HAS_CREDITS: ("rule", _sentence("{number} has credits applied; remove them first.")),
    Reason.HAS_REFUNDS: ("rule", _sentence("{number} has refunds; delete them first.")),
    Reason.WRITTEN_OFF: ("rule", _sentence("{number} is written off; cancel the write-off first.")),
    Reason.OVER_APPLIED: ("over_applied", _none),
    Reason.OVER_CREDITED: ("rule", _sentence("The amount to apply is more than the credit that is left.")),
    Reason.OVER_REFUNDED: ("rule", _sentence("The amount to refund is more than what is left.")),
    Reason.NOTHING_DUE: ("rule", _sentence("{number} has nothing due.")),
    Reason.CONTACT_MISMATCH: ("rule", _sentence("{number} belongs to another customer.")),
    Reason.CURRENCY_MISMATCH: ("rule", _sentence("{number} is in another currency.")),
    Reason.WRONG_ROLE: ("rule", _sentence("What {field} refers to cannot be used here.")),
    Reason.ACCOUNT_TYPE: (
        "rule",
        _sentence("The account given as {field} cannot be used here because of its type."),
    ),
    Reason.UNBALANCED: ("not_balanced", _none),
    Reason.NO_LINES: ("no_line_items", _none),
    Reason.TOO_MANY_LINES: ("line_items_max", lambda refused: {"limit": refused.facts["lines_max"]}),
    Reason.TOO_MANY_PARTS: INVALID,
    Reason.DUPLICATE_APPLICATION: ("rule", _sentence("An invoice may be named only once.")),
    Reason.RATE_REQUIRED: INVALID,
    Reason.BAD_RATE: INVALID,
    Reason.ALREADY_OPEN: ("internal", _none),
    Reason.LOCKED: (
        "rule",
        _sentence("Transactions up to {through} are locked and cannot be added, changed or deleted."),
    ),
    Reason.ACCOUNT_MISMATCH: ("match_account", _none),
    Reason.AMOUNT_MISMATCH: ("rule", _sentence("The amounts of the statement line and the transactions differ.")),
    Reason.RECONCILED: ("rule", _sentence("The transaction is reconciled; undo the reconciliation first.")),
    Reason.DIFFERENCE: ("rule", _sentence("A difference of {difference} is left; a reconciliation must leave none.")),
    Reason.CONVERTED: ("rule", _sentence("{number} has been converted or invoiced already.")),
    Reason.OVER_INVOICED: ("rule", _sentence("More of {number} would be invoiced than was ordered.")),
    Reason.NOT_BILLABLE: ("rule", _sentence("What {field} refers to is not billable.")),
    Reason.NOT_DUE: ("rule", _sentence("{number} is not due yet.")),
    Reason.APPROVALS_OFF: ("rule", _sentence("Approvals are not enabled for this organization.")),
    Reason.NOT_APPROVED: ("rule", _sentence("{number} has to be approved first.")),
    Reason.APPROVED_TWICE: ("rule", _sentence("You have approved {number} already.")),
}
"""The vendor's error for each reason, and the facts that fill its message."""

CONTACTS: Final[dict[Reason, Row]] = {
    Reason.DUPLICATE_NAME: ("customer_exists", lambda refused: {"name": refused.facts["value"]}),
    Reason.IN_USE: ("has_transactions", _thing),
    Reason.UNKNOWN_ID: ("customer_not_accessible", _none),
    Reason.INACTIVE: ("customer_not_accessible", _none),
}
"""The reasons that have an error of their own when they are about a contact."""

ABOUT: Final[dict[str, dict[Reason, Row]]] = {
    "contact": CONTACTS,
    "bill": {
        Reason.DUPLICATE_NUMBER: ("bill_exists", _none),
        Reason.REQUIRED: ("missing_value", lambda _: {"field": "bill_number"}),
        Reason.OVER_APPLIED: ("over_applied_bills", _none),
    },
    "line": {Reason.REQUIRED: ("bill_account", _none)},
}
"""The reasons that have an error of their own when they are about a kind of record."""


def refuse(refused: BookRefused) -> Refused:
    """Return what the vendor answers to what the Book refuses."""
    own = ABOUT.get(refused.facts.get("kind", ""), {})
    name, facts = own.get(refused.reason, TABLE[refused.reason])
    return Refused(name, **facts(refused))
