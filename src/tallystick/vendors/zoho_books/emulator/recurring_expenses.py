"""Recurring expenses: their wire form and their operations. Expenses are made of them as time passes, not here."""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind as Noun
from tallystick.books.documents.recurring_expense import (
    CreateRecurringExpense,
    DeleteRecurringExpense,
    RecurringExpense,
    ResumeRecurringExpense,
    StopRecurringExpense,
    UpdateRecurringExpense,
)
from tallystick.vendors.zoho_books.emulator import expenses, spending
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.given import given
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.schedules import (
    SCHEDULE_FIELDS,
    VIEWS,
    lists_made,
    required,
    schedule_columns,
    schedule_row,
    status_column,
    status_of,
    stops_and_resumes,
)
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes, whole

DETAIL: Final = shapes("recurring_expenses")["detail"]
LINE: Final = shapes("recurring_expenses")["line"]
ROW: Final = shapes("recurring_expenses")["row"]


def _shown(call: Call, profile: RecurringExpense, template: Template) -> dict[str, Any]:
    book = call.organization.book
    accounts, first = book.accounts, profile.lines[0]
    pool = {
        "recurring_expense_id": profile.id,
        "recurrence_name": profile.number,
        "status": status_of(call, profile),
        "account_id": first.account_id,
        "account_name": ", ".join(dict.fromkeys(accounts[line.account_id].name for line in profile.lines)),
        "paid_through_account_id": profile.paid_through_id,
        "paid_through_account_name": accounts[profile.paid_through_id].name,
        "vendor_id": profile.vendor_id,
        "vendor_name": spending.contact_name(call, profile.vendor_id),
        "customer_id": profile.customer_id,
        "customer_name": spending.contact_name(call, profile.customer_id),
        "currency_id": profile.currency_id,
        "currency_code": book.currencies[profile.currency_id].code,
        "exchange_rate": profile.exchange_rate,
        "reference_number": profile.reference,
        "description": profile.description,
        "is_billable": profile.billable,
        "is_inclusive_tax": profile.tax_inclusive,
        "tax_id": first.tax_id,
        "tax_name": first.tax_name,
        "tax_percentage": whole(first.tax_percentage),
        "tax_amount": profile.tax,
        "sub_total": profile.subtotal,
        "total": profile.total,
        "bcy_total": profile.base_total,
        "amount": sum((line.amount for line in profile.lines), Decimal(0)),
        "created_time": profile.created_at,
        "last_modified_time": profile.modified_at,
        **schedule_row(profile, last="last_created_date", coming="next_expense_date"),
        **kept(call.organization, profile.id),
    }
    return {name: pool.get(name, default) for name, default in template.items()}


def row(call: Call, profile: RecurringExpense) -> dict[str, Any]:
    """Return one row of the list of profiles."""
    return _shown(call, profile, ROW)


def detail(call: Call, profile: RecurringExpense) -> dict[str, Any]:
    """Return one profile with all keys."""
    lines = spending.line_rows(call, profile)
    return {**_shown(call, profile, DETAIL), "line_items": [{name: line[name] for name in LINE} for line in lines]}


def _fields(call: Call, old: RecurringExpense | None) -> dict[str, Any]:
    return {**spending.fields_given(call, old), **given(call.body, SCHEDULE_FIELDS)}


def create(call: Call) -> RecurringExpense:
    """Make a profile. Raises Refused: 4 without a name or a schedule, 1002 for an account that is none of the chart."""
    required(call, "recurrence_name", "start_date", "recurrence_frequency", "repeat_every")
    command = CreateRecurringExpense(user_id=call.user_id, **_fields(call, None))
    profile: RecurringExpense = call.organization.execute(command)
    keep(call.organization, profile.id, call.body, spending.KEPT)
    return profile


def update(call: Call, profile: RecurringExpense) -> RecurringExpense:
    """Change a profile; fields the body does not mention stay, and so do the expenses it has made."""
    command = UpdateRecurringExpense(id=profile.id, user_id=call.user_id, **_fields(call, profile))
    changed: RecurringExpense = call.organization.execute(command)
    keep(call.organization, profile.id, call.body, spending.KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a profile; the expenses it has made stay."""
    call.organization.execute(DeleteRecurringExpense(id=identity, user_id=call.user_id))


LISTING: Final = Listing(
    report_name="Recurring Expenses",
    columns=(
        Column("recurrence_name", lambda _, profile: profile.number.casefold()),
        Column("account_name", spending.account_names, looks_at=("account",)),
        Column("account_id", lambda _, profile: tuple({line.account_id for line in profile.lines}), Kind.TEXTS),
        Column("customer_name", spending.name_of("customer_id"), looks_at=("contact",)),
        Column("customer_id", lambda _, profile: profile.customer_id),
        Column("paid_through_account_id", lambda _, profile: profile.paid_through_id),
        Column("total", lambda _, profile: profile.total, Kind.NUMBER),
        Column("created_time", lambda _, profile: profile.created_at, Kind.TIME),
        *schedule_columns(last="last_created_date", coming="next_expense_date"),
        status_column(),
        Column(
            "search_text",
            lambda view, profile: (
                f"{profile.number}\n{profile.description}\n{spending.account_names(view, profile)}".casefold()
            ),
            looks_at=("account",),
        ),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        "next_expense_date",
        "account_name",
        "total",
        "last_created_date",
        "recurrence_name",
        "customer_name",
        "created_time",
    ),
    filters=(
        Filter("recurrence_name", TEXT),
        Filter("last_created_date", DATE),
        Filter("next_expense_date", DATE),
        Filter("status", many=True),
        Filter("account_id"),
        Filter("account_name", TEXT),
        Filter("amount", NUMBER, column="total"),
        Filter("customer_name", TEXT),
        Filter("customer_id", many=True),
        Filter("paid_through_account_id", many=True),
        Filter("search_text", CONTAINED),
    ),
    views=VIEWS,
    view="Status.All",
)
MODULE: Final = Module(
    label="Recurring Expense",
    path="/recurringexpenses",
    identity="recurring_expense_id",
    kind="recurring_expense",
    key="recurring_expense",
    list_key="recurring_expenses",
    documents=lambda organization: organization.book.table(Noun.RECURRING_EXPENSE),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The recurring expense has been created",
        updated="Recurring expense information has been updated",
        deleted="The recurring expense has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
_ID: Final = "/recurringexpenses/{recurring_expense_id}"
HANDLERS: Final = (
    Emulated("POST", "/recurringexpenses", creates(MODULE), SPECIFIED),
    Emulated("GET", "/recurringexpenses", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    *stops_and_resumes(
        MODULE,
        _ID,
        StopRecurringExpense,
        ResumeRecurringExpense,
        stopped="The recurring expense has been stopped.",
        resumed="The recurring expense has been activated.",
    ),
    Emulated(
        "GET",
        f"{_ID}/expenses",
        lists_made(MODULE, expenses.MODULE, "expensehistory"),
        SPECIFIED,
        missing="sort_column",
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
