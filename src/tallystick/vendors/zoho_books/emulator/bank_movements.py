"""Statement lines and what documents moved in an account, as rows of the wire. Nothing is matched or changed here."""

from collections.abc import Iterator
from typing import Any, Final

from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.journal import Side
from tallystick.books.documents.reconciliation import ReconciliationState
from tallystick.books.documents.statement_line import StatementLine
from tallystick.books.moved import MONEY_TYPES, Moved, movements
from tallystick.model.money import from_minor
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused

TYPES: Final = {
    "payment": "customer_payment",
    "credit_note_refund": "creditnote_refund",
    "vendor_credit_refund": "vendor_credit_refund",
    "payment_refund": "payment_refund",
    "vendor_payment_refund": "vendorpayment_refund",
    "bank_transaction": "transfer_fund",
}
"""How the wire calls what a movement records, where it is not the Book's word; a bank transaction says its own type."""


def account_of(call: Call, identity: str) -> Account:
    """Return an account of money. Raises Refused (code 1002) when there is none of that id."""
    account: Account | None = call.organization.book.accounts.get(identity)
    if account is None or account.type not in MONEY_TYPES:
        raise Refused("does_not_exist", thing="Account")
    return account


def currency_of(book: Book, account: Account) -> Currency:
    """Return the currency an account is kept in."""
    return book.currencies.get(account.currency_id) or book.base_currency


def lines_of(call: Call, account_id: str) -> list[StatementLine]:
    """Return the statement lines of an account, in the order they were imported."""
    lines = call.organization.book.table(Kind.STATEMENT_LINE).values()
    return [line for line in lines if line.account_id == account_id]


def _row(book: Book, account: Account, **fields: Any) -> dict[str, Any]:
    currency = currency_of(book, account)
    return {
        **declared("list_bank_transactions"),
        "account_id": account.id,
        "account_name": account.name,
        "account_type": account.type.value,
        "price_precision": currency.places,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        **fields,
    }


def line_row(call: Call, line: StatementLine) -> dict[str, Any]:
    """Return a statement line; one that a bank rule recognised says which."""
    book = call.organization.book
    rule = book.table(Kind.BANK_RULE).get(line.rule_id)
    return _row(
        book,
        book.accounts[line.account_id],
        transaction_id=line.id,
        imported_transaction_id=line.id,
        date=line.date,
        amount=line.amount,
        transaction_type="",
        status=line.state.value,
        source="imported",
        payee=line.payee,
        description=line.description,
        debit_or_credit=line.side.value,
        reference_number=line.reference,
        is_rule_exist=rule is not None,
        rule_details=[] if rule is None else [{"rule_id": rule.id, "rule_name": rule.name}],
    )


def moved_in(book: Book, account: Account) -> Iterator[tuple[Moved, Kind, Any]]:
    """Yield every movement of an account, with the kind of its document and the document."""
    for kind in Kind:
        table = book.table(kind)
        for identity, document in table.items():
            entries = book.entries_of(kind, identity)
            if entries:
                for moved in movements(entries, account, book.chart).values():
                    yield moved, kind, document


def transaction_type(moved: Moved, document: Any) -> str:
    """Return what the wire calls what a movement records."""
    return getattr(document, "type", "") or TYPES.get(moved.event, moved.event)


def reconciled_in(book: Book, account_id: str) -> frozenset[str]:
    """Return the movements of an account that a finished reconciliation holds."""
    return frozenset(
        source
        for each in book.table(Kind.RECONCILIATION).values()
        if each.account_id == account_id and each.state is ReconciliationState.RECONCILED
        for source in each.sources
    )


def moved_rows(call: Call, account: Account, *, open_only: bool = True) -> list[dict[str, Any]]:
    """Return what documents moved in an account; unless told otherwise only what no statement line stands for."""
    book = call.organization.book
    lines = lines_of(call, account.id)
    taken = {source for line in lines for source in line.sources}
    held = reconciled_in(book, account.id)
    places = currency_of(book, account).places
    found = []
    for moved, kind, document in moved_in(book, account):
        if open_only and moved.id in taken:
            continue
        contact = book.contacts.get(_contact_id(document))
        found.append(
            _row(
                book,
                account,
                transaction_id=moved.id,
                date=moved.date,
                amount=from_minor(abs(moved.amount), places),
                transaction_type=transaction_type(moved, document),
                status="matched" if moved.id in taken else "manually_added",
                source="manually_added",
                customer_id=_contact_id(document),
                payee="" if contact is None else contact.name,
                description=getattr(document, "description", ""),
                debit_or_credit=(Side.DEBIT if moved.amount > 0 else Side.CREDIT).value,
                offset_account_name=_other_account(book, kind, moved, account),
                reference_number=getattr(document, "reference", ""),
                transaction_number=getattr(document, "number", ""),
                reconcile_status="reconciled" if moved.id in held else "unreconciled",
            )
        )
    return found


def _contact_id(document: Any) -> str:
    for name in ("contact_id", "vendor_id", "customer_id"):
        if found := getattr(document, name, ""):
            return str(found)
    return ""


def _other_account(book: Book, kind: Kind, moved: Moved, account: Account) -> str:
    """Return the name of the first other account of the entry."""
    for entry in book.entries_of(kind, moved.source_id):
        for posting in entry.postings:
            if posting.account_id != account.id:
                return book.accounts[posting.account_id].name
    return ""


def shown(row: dict[str, Any], operation_id: str) -> dict[str, Any]:
    """Return a row in the keys one operation declares."""
    template = declared(operation_id)
    return {**template, **{name: value for name, value in row.items() if name in template}}
