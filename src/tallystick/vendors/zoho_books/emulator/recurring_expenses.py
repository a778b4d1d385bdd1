"""Recurring expenses: what they say beside the rest of profiles. Expenses are made of them as time passes, not here."""

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
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.profiles import Profile, profile_module
from tallystick.vendors.zoho_books.emulator.schedules import SCHEDULE_FIELDS, lists_made, stops_and_resumes
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes, whole

LINE: Final = shapes("recurring_expenses")["line"]


def _figures(call: Call, profile: RecurringExpense, _: Template) -> dict[str, Any]:
    book = call.organization.book
    accounts, first = book.accounts, profile.lines[0]
    return {
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
    }


def _lines(call: Call, profile: RecurringExpense) -> list[dict[str, Any]]:
    return [{name: line[name] for name in LINE} for line in spending.line_rows(call, profile)]


def _fields(call: Call, old: RecurringExpense | None) -> dict[str, Any]:
    """Return the fields of a body. Raises Refused: 1002 for an account that is none of the chart."""
    return {**spending.fields_given(call, old), **given(call.body, SCHEDULE_FIELDS)}


PROFILE: Final = Profile(
    label="Recurring Expense",
    path="/recurringexpenses",
    kind="recurring_expense",
    key="recurring_expense",
    list_key="recurring_expenses",
    report_name="Recurring Expenses",
    noun=Noun.RECURRING_EXPENSE,
    shape="recurring_expenses",
    coming="next_expense_date",
    needs=("recurrence_name", "start_date", "recurrence_frequency", "repeat_every"),
    create=CreateRecurringExpense,
    update=UpdateRecurringExpense,
    delete=DeleteRecurringExpense,
    messages=Messages(
        created="The recurring expense has been created",
        updated="Recurring expense information has been updated",
        deleted="The recurring expense has been deleted.",
    ),
    fields=_fields,
    figures=_figures,
    lines=_lines,
    kept=spending.KEPT,
    columns=(
        Column("account_name", spending.account_names, looks_at=("account",)),
        Column("account_id", lambda _, profile: tuple({line.account_id for line in profile.lines}), Kind.TEXTS),
        Column("customer_name", spending.name_of("customer_id"), looks_at=("contact",)),
        Column("customer_id", lambda _, profile: profile.customer_id),
        Column("paid_through_account_id", lambda _, profile: profile.paid_through_id),
        Column("total", lambda _, profile: profile.total, Kind.NUMBER),
        Column(
            "search_text",
            lambda view, profile: (
                f"{profile.number}\n{profile.description}\n{spending.account_names(view, profile)}".casefold()
            ),
            looks_at=("account",),
        ),
    ),
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
        Filter("account_id"),
        Filter("account_name", TEXT),
        Filter("amount", NUMBER, column="total"),
        Filter("customer_name", TEXT),
        Filter("customer_id", many=True),
        Filter("paid_through_account_id", many=True),
        Filter("search_text", CONTAINED),
    ),
)
MODULE: Final = profile_module(PROFILE)
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
