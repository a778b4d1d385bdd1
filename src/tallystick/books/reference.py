"""What each document refers to: the ids that may not be deleted while it stands. No id is resolved here."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.documents.bank_rule import BankRule
from tallystick.books.documents.bank_transaction import BankTransaction
from tallystick.books.documents.base_currency_adjustment import BaseCurrencyAdjustment
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.expense import Spending
from tallystick.books.documents.fixed_asset import FixedAsset
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.item import Item
from tallystick.books.documents.journal import HandEntry, Journal
from tallystick.books.documents.line import AppliedTax
from tallystick.books.documents.lock import Lock
from tallystick.books.documents.opening_balance import OpeningBalance
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.project import Project, TimeEntry
from tallystick.books.documents.reconciliation import Reconciliation, ReconciliationState
from tallystick.books.documents.sales import SalesDocument
from tallystick.books.documents.sales_receipt import SalesReceipt
from tallystick.books.documents.statement_line import StatementLine
from tallystick.books.documents.tax import Tax, TaxGroup
from tallystick.books.documents.vendor_credit import VendorCredit


def _of_account(account: Account) -> Iterable[str]:
    return (account.parent_id, account.currency_id)


def _of_tax(tax: Tax) -> Iterable[str]:
    return (tax.account_id,)


def _of_tax_group(group: TaxGroup) -> Iterable[str]:
    return group.tax_ids


def _of_contact(contact: Contact) -> Iterable[str]:
    return (contact.currency_id, contact.tax_id)


def _of_item(item: Item) -> Iterable[str]:
    return (item.account_id, item.tax_id, item.purchase_account_id, item.inventory_account_id, item.vendor_id)


def _of_taxes(taxes: tuple[AppliedTax, ...]) -> Iterable[str]:
    for tax in taxes:
        yield tax.tax_id
        yield tax.account_id


def _of_sales(document: SalesDocument) -> Iterable[str]:
    yield document.contact_id
    yield document.currency_id
    yield document.discount_account_id
    yield document.shipping_tax_id
    yield from _of_taxes(document.taxes)
    for line in document.lines:
        yield line.item_id
        yield line.account_id
        yield line.tax_id


def _of_invoice(invoice: Invoice) -> Iterable[str]:
    yield from _of_sales(invoice)
    yield from (invoice.debited_id, *invoice.order_ids)
    for line in invoice.lines:
        yield line.project_id
        yield from line.time_entry_ids


def _of_receipt(receipt: SalesReceipt) -> Iterable[str]:
    yield from _of_sales(receipt)
    yield receipt.account_id


def _of_project(project: Project) -> Iterable[str]:
    yield from (project.contact_id, project.currency_id)
    for member in project.staff:
        yield member.user_id


def _of_time_entry(entry: TimeEntry) -> Iterable[str]:
    return (entry.project_id, entry.task_id, entry.worker_id)


def _of_credit_note(note: CreditNote | VendorCredit) -> Iterable[str]:
    yield from _of_sales(note)
    for application in note.applications:
        yield application.document_id
    for refund in note.refunds:
        yield refund.account_id


def _of_payment(payment: Payment) -> Iterable[str]:
    yield from (payment.contact_id, payment.currency_id, payment.account_id, payment.withheld_account_id)
    yield payment.retainer_id
    for application in payment.applications:
        yield application.document_id
    for refund in payment.refunds:
        yield refund.account_id


def _of_bill(bill: Bill) -> Iterable[str]:
    yield from _of_sales(bill)
    yield from bill.order_ids


def _of_expense(expense: Spending) -> Iterable[str]:
    yield from (expense.vendor_id, expense.customer_id, expense.paid_through_id, expense.currency_id)
    yield from _of_taxes(expense.taxes)
    for line in expense.lines:
        yield line.account_id
        yield line.tax_id


def _of_opening_balance(opening: OpeningBalance) -> Iterable[str]:
    for line in opening.lines:
        yield from (line.account_id, line.currency_id)


def _of_contact_opening(opening: ContactOpening) -> Iterable[str]:
    return (opening.contact_id, opening.currency_id)


def _of_bank_transaction(moved: BankTransaction) -> Iterable[str]:
    yield from (moved.from_account_id, moved.to_account_id, moved.currency_id, moved.contact_id)
    yield from _of_taxes(moved.taxes)
    for line in moved.lines:
        yield from (line.account_id, line.tax_id)


def _of_bank_rule(rule: BankRule) -> Iterable[str]:
    yield from (rule.account_id, rule.contact_id, rule.tax_id)
    yield from rule.account_ids


def _of_reconciliation(reconciliation: Reconciliation) -> Iterable[str]:
    yield reconciliation.account_id
    if reconciliation.state is ReconciliationState.RECONCILED:  # a draft holds nothing fast
        yield from reconciliation.sources


def _of_base_currency_adjustment(adjustment: BaseCurrencyAdjustment) -> Iterable[str]:
    yield adjustment.currency_id
    for each in adjustment.accounts:
        yield each.account_id


def _of_statement_line(line: StatementLine) -> Iterable[str]:
    yield line.account_id
    yield from line.sources


def _of_journal(journal: HandEntry) -> Iterable[str]:
    yield journal.currency_id
    for line in journal.lines:
        yield from (line.account_id, line.contact_id, line.tax_id)
    for tax in journal.taxes:
        yield from (tax.tax_id, tax.account_id)


def _of_written_journal(journal: Journal) -> Iterable[str]:
    yield from _of_journal(journal)
    for application in journal.applications:
        yield application.document_id


def _of_lock(lock: Lock) -> Iterable[str]:
    yield from lock.user_ids
    yield from lock.account_ids


def _of_fixed_asset(asset: FixedAsset) -> Iterable[str]:
    yield from (asset.asset_account_id, asset.expense_account_id, asset.depreciation_account_id)
    if asset.disposal is not None:
        yield from (asset.disposal.account_id, asset.disposal.invoice_id)


_RULES: Final[dict[Kind, Callable[[Any], Iterable[str]]]] = {
    Kind.ACCOUNT: _of_account,
    Kind.TAX: _of_tax,
    Kind.TAX_GROUP: _of_tax_group,
    Kind.CONTACT: _of_contact,
    Kind.ITEM: _of_item,
    Kind.INVOICE: _of_invoice,
    Kind.CREDIT_NOTE: _of_credit_note,
    Kind.PAYMENT: _of_payment,
    Kind.JOURNAL: _of_written_journal,
    Kind.OPENING_BALANCE: _of_opening_balance,
    Kind.CONTACT_OPENING: _of_contact_opening,
    Kind.BANK_TRANSACTION: _of_bank_transaction,
    Kind.BASE_CURRENCY_ADJUSTMENT: _of_base_currency_adjustment,
    Kind.FIXED_ASSET: _of_fixed_asset,
    Kind.BANK_RULE: _of_bank_rule,
    Kind.STATEMENT_LINE: _of_statement_line,
    Kind.RECONCILIATION: _of_reconciliation,
    Kind.LOCK: _of_lock,
    Kind.PURCHASE_ORDER: _of_sales,
    Kind.BILL: _of_bill,
    Kind.VENDOR_PAYMENT: _of_payment,
    Kind.VENDOR_CREDIT: _of_credit_note,
    Kind.EXPENSE: _of_expense,
    Kind.ESTIMATE: _of_sales,
    Kind.SALES_ORDER: _of_sales,
    Kind.DELIVERY_CHALLAN: _of_sales,
    Kind.RETAINER_INVOICE: _of_sales,
    Kind.RECURRING_INVOICE: _of_sales,
    Kind.RECURRING_BILL: _of_sales,
    Kind.RECURRING_EXPENSE: _of_expense,
    Kind.RECURRING_JOURNAL: _of_journal,
    Kind.SALES_RECEIPT: _of_receipt,
    Kind.PROJECT: _of_project,
    Kind.TIME_ENTRY: _of_time_entry,
}


def references(kind: Kind, document: Any) -> set[str]:
    """Return the ids a document refers to, each once."""
    rule = _RULES.get(kind)
    found = set(rule(document)) if rule else set()
    found.discard("")
    return found
