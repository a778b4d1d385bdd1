"""Bank transactions and statement lines: list, record, change, match, categorise in every form, exclude, undo.

What may be matched with what is the Book's to say.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.bank_transaction import (
    BankTransaction,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import (
    CategorizeStatementLine,
    ExcludeStatementLine,
    LineState,
    MatchStatementLine,
    ReopenStatementLine,
    RestoreStatementLine,
    StatementLine,
)
from tallystick.model.money import from_minor
from tallystick.vendors.zoho_books.emulator import credit_note_refunds, customer_payments, expenses, vendor_payments
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, rows, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, context_of_few

FIELDS: Final = (
    Field("transaction_type", "type", text),
    Field("date", "date", day),
    Field("from_account_id", "from_account_id", text),
    Field("to_account_id", "to_account_id", text),
    Field("amount", "amount", amount),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("bank_charges", "bank_charges", amount),
    Field("customer_id", "contact_id", text),
    Field("reference_number", "reference", text),
    Field("description", "description", text),
    Field("payment_mode", "mode", text),
)
VIEWS: Final = {
    "Status.All": None,
    "Status.Uncategorized": LineState.UNCATEGORIZED,
    "Status.Categorized": LineState.CATEGORIZED,
    "Status.Matched": LineState.MATCHED,
    "Status.Excluded": LineState.EXCLUDED,
    "Status.ManuallyAdded": "manually_added",
}


def _fields(call: Call) -> dict[str, Any]:
    return given({name: value for name, value in call.body.items() if value != ""}, FIELDS)


def _named(call: Call) -> BankTransaction:
    moved: BankTransaction | None = call.organization.book.table(Kind.BANK_TRANSACTION).get(
        call.ids["bank_transaction_id"]
    )
    if moved is None:
        raise Refused("does_not_exist", thing="Transaction")
    return moved


def _line(call: Call) -> StatementLine:
    line: StatementLine | None = call.organization.book.table(Kind.STATEMENT_LINE).get(call.ids["transaction_id"])
    if line is None:
        raise Refused("does_not_exist", thing="Transaction")
    return line


def _detail(call: Call, moved: BankTransaction) -> dict[str, Any]:
    book = call.organization.book
    contact = book.contacts.get(moved.contact_id)
    lines = [line for line in book.table(Kind.STATEMENT_LINE).values() if moved.id in line.sources]
    return {
        **declared("get_bank_transaction"),
        "transaction_id": moved.id,
        "from_account_id": moved.from_account_id,
        "from_account_name": book.accounts[moved.from_account_id].name,
        "to_account_id": moved.to_account_id,
        "to_account_name": book.accounts[moved.to_account_id].name,
        "transaction_type": moved.type,
        "currency_id": moved.currency_id,
        "currency_code": book.currencies[moved.currency_id].code,
        "payment_mode": moved.mode,
        "exchange_rate": moved.exchange_rate,
        "date": moved.date,
        "customer_id": moved.contact_id,
        "customer_name": "" if contact is None else contact.name,
        "reference_number": moved.reference,
        "description": moved.description,
        "bank_charges": moved.bank_charges,
        "sub_total": moved.amount,
        "total": moved.amount,
        "bcy_total": moved.base_amount,
        "amount": moved.amount,
        "imported_transactions": [
            {
                "imported_transaction_id": line.id,
                "date": line.date,
                "amount": line.amount,
                "payee": line.payee,
                "description": line.description,
                "reference_number": line.reference,
                "status": line.state.value,
                "account_id": line.account_id,
            }
            for line in lines
        ],
    }


def create(call: Call) -> Answer:
    """Record money that moved between two accounts."""
    moved = call.organization.execute(CreateBankTransaction(user_id=call.user_id, **_fields(call)))
    return Answer(
        message="The bank transaction has been recorded.",
        key="banktransaction",
        value=_detail(call, moved),
        location=f"/banktransactions/{moved.id}",
    )


def read(call: Call) -> Answer:
    """Answer with one bank transaction."""
    return Answer(key="banktransaction", value=_detail(call, _named(call)))


def update(call: Call) -> Answer:
    """Change a bank transaction."""
    command = UpdateBankTransaction(id=_named(call).id, user_id=call.user_id, **_fields(call))
    moved = call.organization.execute(command)
    message = "The bank transaction has been updated."
    return Answer(message=message, key="banktransaction", value=_detail(call, moved))


def delete(call: Call) -> Answer:
    """Delete a bank transaction."""
    call.organization.execute(DeleteBankTransaction(id=_named(call).id, user_id=call.user_id))
    return Answer(message="The transaction has been deleted.")


def _row(call: Call, account_id: str, **fields: Any) -> dict[str, Any]:
    book = call.organization.book
    account = book.accounts[account_id]
    currency = book.currencies.get(account.currency_id) or book.base_currency
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


def _line_row(call: Call, line: StatementLine) -> dict[str, Any]:
    return _row(
        call,
        line.account_id,
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
    )


def _moved_rows(call: Call, account_id: str) -> list[dict[str, Any]]:
    """Return what documents moved in an account and no statement line stands for."""
    book = call.organization.book
    taken = {source for line in book.table(Kind.STATEMENT_LINE).values() for source in line.sources}
    found = []
    for kind, entry in book.entries_by_kind():
        net = sum(posting.amount for posting in entry.postings if posting.account_id == account_id)
        if not net or entry.source_id in taken:
            continue
        document = book.table(kind)[entry.source_id]
        side = Side.DEBIT if net > 0 else Side.CREDIT
        other = next((each for each in entry.postings if each.account_id != account_id), entry.postings[0])
        found.append(
            _row(
                call,
                account_id,
                transaction_id=entry.source_id,
                date=entry.date,
                amount=from_minor(abs(net), book.base_currency.places),
                transaction_type=getattr(document, "type", "") or entry.event,
                status="manually_added",
                source="manually_added",
                customer_id=getattr(document, "contact_id", ""),
                description=getattr(document, "description", ""),
                debit_or_credit=side.value,
                offset_account_name=book.accounts[other.account_id].name,
                reference_number=getattr(document, "reference", ""),
            )
        )
    return found


def list_all(call: Call) -> Answer:
    """List an account's statement lines and what moved in it, the newest first.

    Raises Refused: code 4 without an account (recorded by a client), 2 for an unknown view.
    """
    account_id = call.query.get("account_id", "")
    book = call.organization.book
    if account_id not in book.accounts:
        raise Refused("account_does_not_exist")
    view = call.query.get("filter_by", "") or "Status.All"
    if view not in VIEWS:
        raise Refused("invalid_value", field="filter_by")
    lines = [line for line in book.table(Kind.STATEMENT_LINE).values() if line.account_id == account_id]
    shown = [*(_line_row(call, line) for line in lines), *_moved_rows(call, account_id)]
    wanted = VIEWS[view]
    start, end = (call.query.get(name, "") for name in ("date_start", "date_end"))
    kept = [
        row
        for row in shown
        if (wanted is None or row["status"] == wanted)
        and (not start or row["date"] >= day(start, "date_start"))
        and (not end or row["date"] <= day(end, "date_end"))
    ]
    kept.sort(key=lambda row: row["date"], reverse=True)
    few = context_of_few(call, kept)
    context = {"report_name": "Bank Transactions", "applied_filter": view, "sort_column": "date", "sort_order": "D"}
    return Answer(key="banktransactions", value=few.rows, extra={"page_context": {**few.context, **context}})


def candidates(call: Call) -> Answer:
    """List what moved in a statement line's account on its side; just its amount is the best match."""
    line = _line(call)
    found = [
        {
            **declared("get_matching_bank_transactions"),
            "transaction_id": row["transaction_id"],
            "date": row["date"],
            "transaction_type": row["transaction_type"],
            "reference_number": row["reference_number"],
            "amount": row["amount"],
            "debit_or_credit": row["debit_or_credit"],
            "is_best_match": row["amount"] == line.amount,
        }
        for row in _moved_rows(call, line.account_id)
        if row["debit_or_credit"] == line.side.value
    ]
    found.sort(key=lambda row: (not row["is_best_match"], abs(row["date"] - line.date)))
    few = context_of_few(call, found)
    return Answer(key="matching_transactions", value=few.rows, extra={"page_context": few.context})


def match(call: Call) -> Answer:
    """Match a statement line with transactions. Raises Refused: 108004 when they are of another account."""
    named = rows(call.body.get("transactions_to_be_matched", []), "transactions_to_be_matched")
    sources = tuple(text(each.get("transaction_id", ""), "transaction_id") for each in named)
    if not sources or not all(sources):
        raise Refused("invalid_value", field="transactions_to_be_matched")
    call.organization.execute(MatchStatementLine(id=_line(call).id, sources=sources, user_id=call.user_id))
    return Answer(message="The transaction has been matched.")


def _acts(command: type, message: str) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        call.organization.execute(command(id=_line(call).id, user_id=call.user_id))
        return Answer(message=message)

    return run


def uncategorize(call: Call) -> Answer:
    """Open a categorised line again; a bank transaction made of it goes, other documents stay (assumed)."""
    line = _line(call)
    call.organization.execute(ReopenStatementLine(id=line.id, user_id=call.user_id))
    for source in line.sources:
        call.notes.assume("uncategorize_keeps")
        if line.state is LineState.CATEGORIZED and source in call.organization.book.table(Kind.BANK_TRANSACTION):
            call.organization.execute(DeleteBankTransaction(id=source, user_id=call.user_id))
    return Answer(message="Transaction(s) have been uncategorized.")


def _tie(call: Call, line: StatementLine, source: str) -> Answer:
    call.organization.execute(CategorizeStatementLine(id=line.id, source=source, user_id=call.user_id))
    return Answer(message="The transaction(s) have been categorized.")


def categorize(call: Call) -> Answer:
    """Make a bank transaction of a statement line; unsaid date, amount and its own account are the line's."""
    line = _line(call)
    own = "to_account_id" if line.side is Side.DEBIT else "from_account_id"
    fields = {"date": line.date, "amount": line.amount, "reference": line.reference, own: line.account_id}
    command = CreateBankTransaction(user_id=call.user_id, **{**fields, **_fields(call)})
    return _tie(call, line, call.organization.execute(command).id)


def _as(make: Callable[[Call], Any], field: str = "account_id") -> Callable[[Call], Answer]:
    """Make the operation that lets another noun make the document, with the line's account, date and amount."""

    def run(call: Call) -> Answer:
        line = _line(call)
        body: dict[str, Any] = {
            "date": line.date.isoformat(),
            "amount": line.amount,
            **call.body,
            field: line.account_id,
        }
        source: str = make(msgspec.structs.replace(call, body=body)).id
        return _tie(call, line, source)

    return run


def _refund_of(body_name: str, identity: str, create_refund: Callable[[Call], Answer]) -> Callable[[Call], Answer]:
    """Make the operation that refunds a document named in the body and ties the line to that document."""

    def run(call: Call) -> Answer:
        line = _line(call)
        source = text(call.body.get(body_name) or call.query.get(body_name, ""), body_name)
        body = {
            "date": line.date.isoformat(),
            "amount": line.amount,
            **call.body,
            "from_account_id": line.account_id,
        }
        create_refund(msgspec.structs.replace(call, body=body, ids={**call.ids, identity: source}))
        return _tie(call, line, source)

    return run


_OPEN: Final = "/banktransactions/uncategorized/{transaction_id}"
_ID: Final = "/banktransactions/{bank_transaction_id}"
_OF: Final = "/banktransactions/{transaction_id}"
HANDLERS: Final = (
    Emulated("GET", "/banktransactions", list_all, SPECIFIED, missing="filters by amount, type and text"),
    Emulated("POST", "/banktransactions", create, SPECIFIED, missing="taxes"),
    Emulated("GET", _ID, read, SPECIFIED),
    Emulated("PUT", _ID, update, SPECIFIED, missing="taxes"),
    Emulated("DELETE", _ID, delete, SPECIFIED),
    Emulated("GET", f"{_OPEN}/match", candidates, SPECIFIED, missing="filters"),
    Emulated("POST", f"{_OPEN}/match", match, SPECIFIED),
    Emulated("POST", f"{_OPEN}/exclude", _acts(ExcludeStatementLine, "The transaction has been excluded."), SPECIFIED),
    Emulated(
        "POST",
        f"{_OPEN}/restore",
        _acts(RestoreStatementLine, "The excluded transaction(s) have been restored."),
        SPECIFIED,
    ),
    Emulated("POST", f"{_OF}/unmatch", _acts(ReopenStatementLine, "The transaction has been unmatched."), SPECIFIED),
    Emulated("POST", f"{_OF}/uncategorize", uncategorize, SPECIFIED),
    Emulated("POST", f"{_OPEN}/categorize", categorize, SPECIFIED, missing="lines and taxes"),
    Emulated("POST", f"{_OPEN}/categorize/customerpayments", _as(customer_payments.create), SPECIFIED),
    Emulated(
        "POST",
        f"{_OPEN}/categorize/expenses",
        _as(expenses.create, "paid_through_account_id"),
        SPECIFIED,
        missing="receipts",
    ),
    Emulated(
        "POST",
        f"{_OPEN}/categorize/vendorpayments",
        _as(vendor_payments.create, "paid_through_account_id"),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_OPEN}/categorize/creditnoterefunds",
        _refund_of("creditnote_id", "creditnote_id", credit_note_refunds.create_refund),
        SPECIFIED,
        missing="several refunds of one note, each with its line",
    ),
)
