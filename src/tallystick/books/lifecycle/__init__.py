"""Every document's status table, one noun a file: which action leads from which state to which, and what it is called.

Nothing else lives here: no posting, no arithmetic, no rule of a command.
"""

from tallystick.books.lifecycle.approval import APPROVED, DRAFT, PENDING, REJECTED, UNISSUED
from tallystick.books.lifecycle.bill import BILL, BILL_BLOCKERS, BILL_STATUS, BillStatus, bill_is_open, bill_status
from tallystick.books.lifecycle.contact_opening import CONTACT_OPENING_BLOCKERS
from tallystick.books.lifecycle.credit_note import (
    CREDIT_NOTE,
    CREDIT_NOTE_BLOCKERS,
    CreditNoteStatus,
    credit_note_is_open,
    credit_note_status,
)
from tallystick.books.lifecycle.delivery_challan import DELIVERY_CHALLAN
from tallystick.books.lifecycle.estimate import (
    ESTIMATE,
    ESTIMATE_BLOCKERS,
    ESTIMATE_STATUS,
    EstimateStatus,
    estimate_status,
)
from tallystick.books.lifecycle.expense import EXPENSE_BLOCKERS, ExpenseStatus, expense_status
from tallystick.books.lifecycle.fixed_asset import (
    FIXED_ASSET,
    FIXED_ASSET_BLOCKERS,
    FixedAssetStatus,
    fixed_asset_status,
)
from tallystick.books.lifecycle.invoice import (
    INVOICE,
    INVOICE_BLOCKERS,
    INVOICE_STATUS,
    InvoiceStatus,
    invoice_is_open,
    invoice_status,
)
from tallystick.books.lifecycle.journal import JOURNAL, JOURNAL_BLOCKERS
from tallystick.books.lifecycle.payment import PAYMENT_BLOCKERS, payment_is_spent
from tallystick.books.lifecycle.purchase_order import (
    PURCHASE_ORDER,
    PURCHASE_ORDER_BLOCKERS,
    PurchaseOrderStatus,
    billed_quantities,
    purchase_order_is_billed,
    purchase_order_status,
)
from tallystick.books.lifecycle.recurring import RECURRING, RecurringStatus, recurring_status
from tallystick.books.lifecycle.retainer_invoice import (
    RETAINER_INVOICE,
    RETAINER_INVOICE_BLOCKERS,
    RETAINER_STATUS,
    RetainerStatus,
    retainer_status,
)
from tallystick.books.lifecycle.sales_order import (
    SALES_ORDER,
    SALES_ORDER_BLOCKERS,
    SALES_ORDER_STATUS,
    SalesOrderStatus,
    invoiced_quantities,
    sales_order_status,
)
from tallystick.books.lifecycle.sales_receipt import SALES_RECEIPT, sales_receipt_stands
from tallystick.books.lifecycle.step import Action, Blocker, State, Table, refuse_blocked, step
from tallystick.books.lifecycle.user import USER
from tallystick.books.lifecycle.vendor_credit import (
    VENDOR_CREDIT,
    VENDOR_CREDIT_BLOCKERS,
    VendorCreditStatus,
    vendor_credit_is_open,
    vendor_credit_status,
)

__all__ = [
    "APPROVED",
    "BILL",
    "BILL_BLOCKERS",
    "BILL_STATUS",
    "CONTACT_OPENING_BLOCKERS",
    "CREDIT_NOTE",
    "CREDIT_NOTE_BLOCKERS",
    "DELIVERY_CHALLAN",
    "DRAFT",
    "ESTIMATE",
    "ESTIMATE_BLOCKERS",
    "ESTIMATE_STATUS",
    "EXPENSE_BLOCKERS",
    "FIXED_ASSET",
    "FIXED_ASSET_BLOCKERS",
    "INVOICE",
    "INVOICE_BLOCKERS",
    "INVOICE_STATUS",
    "JOURNAL",
    "JOURNAL_BLOCKERS",
    "PAYMENT_BLOCKERS",
    "PENDING",
    "PURCHASE_ORDER",
    "PURCHASE_ORDER_BLOCKERS",
    "RECURRING",
    "REJECTED",
    "RETAINER_INVOICE",
    "RETAINER_INVOICE_BLOCKERS",
    "RETAINER_STATUS",
    "SALES_ORDER",
    "SALES_ORDER_BLOCKERS",
    "SALES_ORDER_STATUS",
    "SALES_RECEIPT",
    "UNISSUED",
    "USER",
    "VENDOR_CREDIT",
    "VENDOR_CREDIT_BLOCKERS",
    "Action",
    "BillStatus",
    "Blocker",
    "CreditNoteStatus",
    "EstimateStatus",
    "ExpenseStatus",
    "FixedAssetStatus",
    "InvoiceStatus",
    "PurchaseOrderStatus",
    "RecurringStatus",
    "RetainerStatus",
    "SalesOrderStatus",
    "State",
    "Table",
    "VendorCreditStatus",
    "bill_is_open",
    "bill_status",
    "billed_quantities",
    "credit_note_is_open",
    "credit_note_status",
    "estimate_status",
    "expense_status",
    "fixed_asset_status",
    "invoice_is_open",
    "invoice_status",
    "invoiced_quantities",
    "payment_is_spent",
    "purchase_order_is_billed",
    "purchase_order_status",
    "recurring_status",
    "refuse_blocked",
    "retainer_status",
    "sales_order_status",
    "sales_receipt_stands",
    "step",
    "vendor_credit_is_open",
    "vendor_credit_status",
]
