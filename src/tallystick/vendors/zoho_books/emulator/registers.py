"""Registers: the postings of an account over some days, documents deleted from there in bulk, and the history of that.

What a document posts is the Book's, and whether it may be deleted its own noun's to say.
"""

import datetime as dt
from typing import Any, Final

from tallystick.books.documents.account import Account
from tallystick.books.report.account_transactions import AccountTransactions, account_transactions
from tallystick.ledger.period import Period
from tallystick.vendors.zoho_books.emulator.account_transactions import delete_document, in_own_direction, kind_of
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import day, rows, text, texts
from tallystick.vendors.zoho_books.emulator.module import IDENTITIES_MAX, SPECIFIED, Emulated, user_name
from tallystick.vendors.zoho_books.emulator.spans import NAMES, span_of

ACCOUNTS_MAX: Final = 50
HISTORY_MAX: Final = 1_000
"""Bulk actions remembered of one register; the oldest go first."""
_VIEW: Final = "TransactionDate."


def _account(call: Call) -> Account:
    account = call.organization.book.accounts.get(call.ids["account_id"])
    if account is None:
        raise Refused("does_not_exist", thing="Account")
    return account


def _period(call: Call) -> Period:
    """Return the days asked for: a named span, a custom one, or all. Raises Refused (code 2)."""
    view = call.query.get("filter_by", "").removeprefix(_VIEW)
    if view in NAMES:
        return span_of(call, view)
    if view not in {"", "CustomDate"}:
        raise Refused("invalid_value", field="filter_by")
    start, end = (call.query.get(name, "") for name in ("from_date", "to_date"))
    first = day(start, "from_date") if start else dt.date.min
    last = day(end, "to_date") if end else dt.date.max
    if first > last:
        raise Refused("invalid_value", field="to_date")
    return Period(first, last)


SORTS: Final = {
    "date": lambda row: row["transaction_date"],
    "transaction_type": lambda row: row["transaction_type"],
    "account_type": lambda row: row["account_type"],
    "account_name": lambda row: row["account_name"].casefold(),
    "account_code": lambda row: row["account_code"],
}


def list_transactions(call: Call) -> Answer:
    """List the postings of an account, and of more accounts when the query names some, over the days asked for."""
    account = _account(call)
    named = texts(call.query.get("account_id", ""), "account_id")
    if len(named) > ACCOUNTS_MAX or not all(each in call.organization.book.accounts for each in named):
        raise Refused("invalid_value", field="account_id")
    period = _period(call)
    reports = account_transactions(call.organization.book, period, account_ids={account.id, *named})
    found = [row for report in reports for row in _rows(call, report)]
    column = call.query.get("sort_column", "") or "date"
    if column not in SORTS:
        raise Refused("invalid_value", field="sort_column")
    found.sort(key=SORTS[column], reverse=call.query.get("sort_order", "").upper()[:1] == "D")
    few = context_of_few(call, found)
    value = {
        "account_transactions": few.rows,
        "account_type": account.type.value,
        "gl_closing_balance": in_own_direction(call, account.id),
    }
    context = {**few.context, "sort_column": column}
    return Answer(key="register_transactions", value=value, extra={"page_context": context})


def _rows(call: Call, report: AccountTransactions) -> list[dict[str, Any]]:
    """Return one account's postings; the optional columns are there when they are asked for."""
    wanted = set(texts(call.query.get("optional_columns", ""), "optional_columns"))
    return [
        {
            "transaction_id": row.source_id,
            "transaction_date": row.date,
            "transaction_type": row.event,
            "transaction_type_formatted": row.event.replace("_", " ").title(),
            "account_id": report.account.id,
            "account_name": report.account.name,
            "account_type": report.account.type.value,
            "account_code": report.account.code,
            "debit_amount": row.debit,
            "credit_amount": row.credit,
            **({"running_balance": row.balance} if "running_balance" in wanted else {}),
            **({"net_amount": row.debit - row.credit} if "net_amount" in wanted else {}),
        }
        for row in report.rows
    ]


def delete_many(call: Call) -> Answer:
    """Delete the documents a body names, all of them or none, and remember it.

    Raises Refused: code 2 for none or too many, 1002 for one there is not, and whatever its noun refuses.
    """
    account = _account(call)
    named = rows(call.body.get("entities", []), "entities")
    if not 1 <= len(named) <= IDENTITIES_MAX:
        raise Refused("invalid_value", field="entities")
    touched = []
    for identity in dict.fromkeys(text(each.get("entity_id", ""), "entity_id") for each in named):
        kind = kind_of(call, identity)
        document = call.organization.book.table(kind).get(identity) if kind else None
        delete_document(call, identity)
        touched.append(
            {
                "entity_id": identity,
                "transaction_number": getattr(document, "number", ""),
                "transaction_type": kind.value if kind else "",
                "entity_status": "deleted",
            }
        )
    _remember(call, account, touched)
    return Answer(message="Bulk delete completed.")


def _place(account: Account) -> str:
    """Return where a register's history stands among the records; no document has such an id."""
    return f"registers/{account.id}"


def _remember(call: Call, account: Account, touched: list[dict[str, Any]]) -> None:
    held = call.organization.records.get(_place(account), {}).get("actions", [])
    action = {
        "bulk_action_id": call.organization.ids(),
        "account_id": account.id,
        "account_name": account.name,
        "description": f"{len(touched)} transactions deleted",
        "action_type": "bulk_delete",
        "status": "completed",
        "date": call.today.isoformat(),
        "user_id": call.user_id,
        "updated_field": "",
        "updated_value": "",
        "updated_reason": text(call.body.get("bulk_update_reason", ""), "bulk_update_reason"),
        "transactions": touched,
    }
    call.organization.set_record(_place(account), {"actions": [*held, action][-HISTORY_MAX:]})


def _history(call: Call) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = call.organization.records.get(_place(_account(call)), {}).get("actions", [])
    return held


def list_history(call: Call) -> Answer:
    """List what was done in bulk to a register, the latest first unless told otherwise."""
    held = _history(call)
    ascending = call.query.get("sort_order", "").upper()[:1] == "A"
    template = declared("list_register_bulk_action_history")
    shown = [
        {
            **{name: action.get(name, default) for name, default in template.items()},
            "user_name": user_name(call, action["user_id"]),
            "txn_count": str(len(action["transactions"])),
        }
        for action in (held if ascending else reversed(held))
    ]
    few = context_of_few(call, shown)
    context = {**few.context, "sort_column": "created_time", "sort_order": "A" if ascending else "D"}
    return Answer(key="bulk_actions_history", value=few.rows, extra={"page_context": context})


def read_history(call: Call) -> Answer:
    """Answer with one bulk action and a page of the transactions it touched."""
    action = next((each for each in _history(call) if each["bulk_action_id"] == call.ids["comment_id"]), None)
    if action is None:
        raise Refused("does_not_exist", thing="Bulk action")
    few = context_of_few(call, action["transactions"])
    template = declared("get_register_bulk_action_history")
    value = {**{name: action.get(name, default) for name, default in template.items()}, "transactions": few.rows}
    return Answer(key="bulk_action_details", value=value, extra={"page_context": few.context})


_ID: Final = "/registers/{account_id}"
HANDLERS: Final = (
    Emulated(
        "GET",
        f"{_ID}/transactions",
        list_transactions,
        SPECIFIED,
        missing="grouping; cash basis; amounts in a foreign currency",
    ),
    Emulated("PUT", f"{_ID}/transactions/bulkdelete", delete_many, SPECIFIED),
    Emulated("GET", f"{_ID}/bulkhistory", list_history, SPECIFIED),
    Emulated("GET", f"{_ID}/bulkhistory/{{comment_id}}", read_history, SPECIFIED),
)
