"""What a command leaves behind: changes of documents, and the outcome that carries them. No rule lives here."""

from enum import StrEnum
from typing import Any, Final

import msgspec

from tallystick.books.documents.account import Account
from tallystick.books.documents.bank_rule import BankRule
from tallystick.books.documents.bank_transaction import BankTransaction
from tallystick.books.documents.base_currency_adjustment import BaseCurrencyAdjustment
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.delivery_challan import DeliveryChallan
from tallystick.books.documents.document import Document
from tallystick.books.documents.estimate import Estimate
from tallystick.books.documents.expense import Expense
from tallystick.books.documents.fixed_asset import FixedAsset
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.item import Item
from tallystick.books.documents.journal import Journal
from tallystick.books.documents.lock import Lock
from tallystick.books.documents.mail import Mail
from tallystick.books.documents.opening_balance import OpeningBalance
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.project import Project, TimeEntry
from tallystick.books.documents.purchase_order import PurchaseOrder
from tallystick.books.documents.reconciliation import Reconciliation
from tallystick.books.documents.recurring_bill import RecurringBill
from tallystick.books.documents.recurring_expense import RecurringExpense
from tallystick.books.documents.recurring_invoice import RecurringInvoice
from tallystick.books.documents.recurring_journal import RecurringJournal
from tallystick.books.documents.reminder import ReminderRule
from tallystick.books.documents.retainer_invoice import RetainerInvoice
from tallystick.books.documents.sales_order import SalesOrder
from tallystick.books.documents.sales_receipt import SalesReceipt
from tallystick.books.documents.sequence import Sequence
from tallystick.books.documents.settings import BookSettings
from tallystick.books.documents.statement_line import StatementLine
from tallystick.books.documents.tax import Tax, TaxGroup
from tallystick.books.documents.user import User
from tallystick.books.documents.vendor_credit import VendorCredit
from tallystick.books.documents.vendor_payment import VendorPayment


class Kind(StrEnum):
    """The kinds of record a book keeps; the key of every change."""

    SETTINGS = "settings"
    SEQUENCE = "sequence"
    CURRENCY = "currency"
    ACCOUNT = "account"
    TAX = "tax"
    TAX_GROUP = "tax_group"
    USER = "user"
    CONTACT = "contact"
    ITEM = "item"
    INVOICE = "invoice"
    PAYMENT = "payment"
    CREDIT_NOTE = "credit_note"
    JOURNAL = "journal"
    ESTIMATE = "estimate"
    SALES_ORDER = "sales_order"
    DELIVERY_CHALLAN = "delivery_challan"
    RETAINER_INVOICE = "retainer_invoice"
    RECURRING_INVOICE = "recurring_invoice"
    SALES_RECEIPT = "sales_receipt"
    PROJECT = "project"
    TIME_ENTRY = "time_entry"
    PURCHASE_ORDER = "purchase_order"
    BILL = "bill"
    VENDOR_PAYMENT = "vendor_payment"
    VENDOR_CREDIT = "vendor_credit"
    EXPENSE = "expense"
    RECURRING_BILL = "recurring_bill"
    RECURRING_EXPENSE = "recurring_expense"
    RECURRING_JOURNAL = "recurring_journal"
    OPENING_BALANCE = "opening_balance"
    CONTACT_OPENING = "contact_opening"
    BANK_TRANSACTION = "bank_transaction"
    BASE_CURRENCY_ADJUSTMENT = "base_currency_adjustment"
    FIXED_ASSET = "fixed_asset"
    BANK_RULE = "bank_rule"
    STATEMENT_LINE = "statement_line"
    RECONCILIATION = "reconciliation"
    LOCK = "lock"
    MAIL = "mail"
    REMINDER_RULE = "reminder_rule"


DOCUMENTS: Final[dict[Kind, type[Document]]] = {
    Kind.SETTINGS: BookSettings,
    Kind.SEQUENCE: Sequence,
    Kind.CURRENCY: Currency,
    Kind.ACCOUNT: Account,
    Kind.TAX: Tax,
    Kind.TAX_GROUP: TaxGroup,
    Kind.USER: User,
    Kind.CONTACT: Contact,
    Kind.ITEM: Item,
    Kind.INVOICE: Invoice,
    Kind.PAYMENT: Payment,
    Kind.CREDIT_NOTE: CreditNote,
    Kind.JOURNAL: Journal,
    Kind.ESTIMATE: Estimate,
    Kind.SALES_ORDER: SalesOrder,
    Kind.DELIVERY_CHALLAN: DeliveryChallan,
    Kind.RETAINER_INVOICE: RetainerInvoice,
    Kind.RECURRING_INVOICE: RecurringInvoice,
    Kind.SALES_RECEIPT: SalesReceipt,
    Kind.PROJECT: Project,
    Kind.TIME_ENTRY: TimeEntry,
    Kind.PURCHASE_ORDER: PurchaseOrder,
    Kind.BILL: Bill,
    Kind.VENDOR_PAYMENT: VendorPayment,
    Kind.VENDOR_CREDIT: VendorCredit,
    Kind.EXPENSE: Expense,
    Kind.RECURRING_BILL: RecurringBill,
    Kind.RECURRING_EXPENSE: RecurringExpense,
    Kind.RECURRING_JOURNAL: RecurringJournal,
    Kind.OPENING_BALANCE: OpeningBalance,
    Kind.CONTACT_OPENING: ContactOpening,
    Kind.BANK_TRANSACTION: BankTransaction,
    Kind.BASE_CURRENCY_ADJUSTMENT: BaseCurrencyAdjustment,
    Kind.FIXED_ASSET: FixedAsset,
    Kind.BANK_RULE: BankRule,
    Kind.STATEMENT_LINE: StatementLine,
    Kind.RECONCILIATION: Reconciliation,
    Kind.LOCK: Lock,
    Kind.MAIL: Mail,
    Kind.REMINDER_RULE: ReminderRule,
}
"""What each kind of record is decoded as, in the order that lets each find what it refers to."""


class Change(msgspec.Struct, frozen=True, gc=False):
    """One record as it stands after a command; `document` is None when the record was deleted.

    `before` is the record as it stood, None when it is new. Restoring the inverted changes of a command, last first,
    takes the command back.
    """

    kind: Kind
    id: str
    document: Document | None
    before: Document | None = None

    def inverted(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, self.before, self.document)


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What a command did: the document it was about (as deleted, for a delete) and every change, in order."""

    document: Any
    changes: tuple[Change, ...]
