"""Statements of a bank account: import as JSON or as a file, the last one, all of them, what is unreviewed, a summary.

How a file is read is `statement_files`; what a bank rule recognises and makes is the Book's.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.bank_rule import ApplyBankRule
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import (
    DeleteStatement,
    ImportStatement,
    LineState,
    StatementLine,
    StatementLineFields,
)
from tallystick.books.refusal import Refused as BookRefused
from tallystick.vendors.zoho_books.emulator.bank_movements import account_of, line_row, lines_of
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, day, given, rows, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.statement_files import read_statement

LINE_FIELDS: Final = (
    Field("date", "date", day),
    Field("debit_or_credit", "side", choice({"debit": Side.CREDIT, "credit": Side.DEBIT})),
    Field("amount", "amount", amount),
    Field("payee", "payee", text),
    Field("description", "description", text),
    Field("reference_number", "reference", text),
    Field("transaction_id", "bank_id", text),
)
"""A bank's debit is money out, the account's credit: the statement is written as the bank sees it (documented)."""
FILES_MAX: Final = 1
"""Files of one import."""


def import_statement(call: Call) -> Answer:
    """Take a statement in. Raises Refused: code 2 without an account, or for a line that lacks date, side or amount.

    Lines with a `transaction_id` that was imported before are left out. A line that an automatic rule recognises is
    categorised at once; when the accounts refuse what the rule makes of it, it stays recognised (assumed).
    """
    account_id = call.body.get("account_id") or call.query.get("account_id", "")
    if not account_id:
        raise Refused("invalid_value", field="account_id")
    lines = _lines(call)
    _check_span(call, lines)
    taken = call.organization.execute(ImportStatement(account_id=account_id, lines=tuple(lines), user_id=call.user_id))
    for line in taken:
        rule = call.organization.book.table(Kind.BANK_RULE).get(line.rule_id)
        if rule is not None and rule.automatic:
            _apply(call, line)
    return Answer(message="Your bank statement has been imported.")


def _apply(call: Call, line: StatementLine) -> None:
    try:
        call.organization.execute(ApplyBankRule(id=line.id, user_id=call.user_id))
    except BookRefused:
        return  # The line is imported all the same; its owner sees that a rule recognised it.


def _lines(call: Call) -> list[StatementLineFields]:
    """Return the lines of the body or of its file."""
    if len(call.files) > FILES_MAX:
        raise Refused("invalid_value", field="statement")
    if call.files:
        return read_statement(call.files[0])
    lines = []
    for each in rows(call.body.get("transactions", []), "transactions"):
        fields = given({name: value for name, value in each.items() if value != ""}, LINE_FIELDS)
        for wire, name in (("date", "date"), ("debit_or_credit", "side"), ("amount", "amount")):
            if name not in fields:
                raise Refused("invalid_value", field=wire)
        lines.append(StatementLineFields(**fields))
    return lines


def _check_span(call: Call, lines: list[StatementLineFields]) -> None:
    """Raise Refused (code 2) when the span a body gives does not hold all its lines."""
    for name, beyond in (("start_date", -1), ("end_date", 1)):
        if value := call.body.get(name, ""):
            edge = day(value, name)
            if any((line.date < edge) if beyond < 0 else (line.date > edge) for line in lines):
                raise Refused("invalid_value", field=name)


def _statements(call: Call) -> list[list[StatementLine]]:
    """Return an account's lines statement by statement, the one imported last at the end."""
    found: dict[str, list[StatementLine]] = {}
    for line in lines_of(call, account_of(call, call.ids["account_id"]).id):
        found.setdefault(line.statement_id, []).append(line)
    return list(found.values())


def _shown(line: StatementLine) -> dict[str, Any]:
    return {
        "transaction_id": line.id,
        "debit_or_credit": "credit" if line.side is Side.DEBIT else "debit",
        "date": line.date,
        "customer_id": "",
        "payee": line.payee,
        "reference_number": line.reference,
        "amount": line.amount,
        "description": line.description,
        "status": line.state.value,
    }


def _head(lines: list[StatementLine]) -> dict[str, Any]:
    return {
        "statement_id": lines[0].statement_id,
        "from_date": min(line.date for line in lines),
        "to_date": max(line.date for line in lines),
        "source": "csv",
    }


def last_statement(call: Call) -> Answer:
    """Answer with the statement imported last and its lines."""
    held = _statements(call)
    if not held:
        return Answer(key="statement", value={})
    return Answer(key="statement", value={**_head(held[-1]), "transactions": [_shown(line) for line in held[-1]]})


def delete_statement(call: Call) -> Answer:
    """Delete the statement imported last. Raises Refused: 1002 for any other."""
    held = _statements(call)
    if not held or held[-1][0].statement_id != call.ids["statement_id"]:
        raise Refused("does_not_exist", thing="Statement")
    call.organization.execute(DeleteStatement(id=call.ids["statement_id"], user_id=call.user_id))
    return Answer(message="You have successfully deleted the last imported statement.")


def list_statements(call: Call) -> Answer:
    """List an account's statements, the one imported last first, each with how many lines are in what state."""
    shown = [
        {**_head(lines), "imported_time": lines[0].created_at, "transactions_count": len(lines), **_counts(lines)}
        for lines in reversed(_statements(call))
    ]
    few = context_of_few(call, shown)
    return Answer(key="statements", value=few.rows, extra={"page_context": few.context})


def _counts(lines: list[StatementLine]) -> dict[str, int]:
    return {f"{state.value}_count": sum(line.state is state for line in lines) for state in LineState}


def unreviewed(call: Call) -> Answer:
    """List the lines nobody has decided on, the newest first."""
    lines = lines_of(call, account_of(call, call.ids["account_id"]).id)
    found = [line_row(call, line) for line in lines if line.state is LineState.UNCATEGORIZED]
    found.sort(key=lambda row: row["date"], reverse=True)
    few = context_of_few(call, found)
    return Answer(key="statements", value=few.rows, extra={"page_context": few.context})


def summary(call: Call) -> Answer:
    """Answer with what the statements of an account say in sum, and how many lines are in what state."""
    lines = lines_of(call, account_of(call, call.ids["account_id"]).id)
    came_in = sum(line.amount for line in lines if line.side is Side.DEBIT)
    went_out = sum(line.amount for line in lines if line.side is Side.CREDIT)
    value = {
        "statements_count": len(_statements(call)),
        "transactions_count": len(lines),
        "total_deposits": came_in,
        "total_withdrawals": went_out,
        "bank_balance": came_in - went_out,
        "from_date": min((line.date for line in lines), default=""),
        "to_date": max((line.date for line in lines), default=""),
        **_counts(lines),
    }
    return Answer(key="statement_summary", value=value)


_ID: Final = "/bankaccounts/{account_id}"
_KEYS: Final = "assumed(the specification has no keys for the answer)"
HANDLERS: Final = (
    Emulated("POST", "/bankstatements", import_statement, SPECIFIED),
    Emulated("GET", f"{_ID}/statement/lastimported", last_statement, SPECIFIED),
    Emulated("DELETE", f"{_ID}/statement/{{statement_id}}", delete_statement, SPECIFIED),
    Emulated("GET", f"{_ID}/statements", list_statements, _KEYS),
    Emulated("GET", f"{_ID}/statements/unreviewed", unreviewed, _KEYS),
    Emulated("GET", f"{_ID}/statementsummary", summary, _KEYS),
)
