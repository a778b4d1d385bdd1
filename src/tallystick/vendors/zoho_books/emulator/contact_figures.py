"""What stands open with a contact and what it brought: unpaid invoices, unused credits, profit, opening balances.

The statement of account is `contact_statements`'s. Every figure is the Book's.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.report.contact_profit import contact_profit
from tallystick.ledger.period import Period, month_of
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_wire import opening_of, opening_rows
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import day
from tallystick.vendors.zoho_books.emulator.invoice_wire import row as invoice_row
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.reports import profit_branches

KEYS: Final = "assumed(the path is documented, the keys of its answer are not)"
MONTHS: Final = 12
"""Months that the summary of income and expense goes back, this one included (assumed)."""


def _documents(call: Call, contact: Contact, kind: Kind) -> list[Any]:
    book = call.organization.book
    table = book.table(kind)
    return [table[identity] for found, identity in book.documents_of(contact.id) if found is kind]


def list_unpaid_invoices(call: Call) -> Answer:
    """List the invoices of a contact that something is due on, the one due first at the top."""
    contact = MODULE.named(call)
    invoices = [
        one for one in _documents(call, contact, Kind.INVOICE) if lifecycle.invoice_is_open(one) and one.balance
    ]
    invoices.sort(key=lambda one: (one.due_date, one.number))
    page = context_of_few(call, [invoice_row(call, one) for one in invoices])
    return Answer(key="invoices", value=page.rows, extra={"page_context": page.context})


def list_unused_credits(call: Call) -> Answer:
    """List what a customer holds in credit: open credit notes and payments with something unused, the oldest first."""
    contact = MODULE.named(call)
    currencies = call.organization.book.currencies
    notes = [one for one in _documents(call, contact, Kind.CREDIT_NOTE) if lifecycle.credit_note_is_open(one)]
    payments = [one for one in _documents(call, contact, Kind.PAYMENT) if not one.retainer_id]
    found = [
        *(("creditnote", one, one.totals.total, one.balance) for one in notes),
        *(("customer_payment", one, one.amount, one.unused) for one in payments),
    ]
    found.sort(key=lambda each: (each[1].date, each[1].number))
    value = [
        {
            "transaction_id": one.id,
            "transaction_type": kind,
            "transaction_number": one.number,
            "date": one.date,
            "amount": amount,
            "balance": left,
            "currency_id": one.currency_id,
            "currency_code": currencies[one.currency_id].code,
            "reference_number": one.reference,
        }
        for kind, one, amount, left in found
        if left > 0
    ]
    return Answer(key="unused_credits_receivable", value=value)


def _day(call: Call, name: str, otherwise: dt.date) -> dt.date:
    value = call.query.get(name, "")
    return day(value, name) if value else otherwise


def read_profit(call: Call) -> Answer:
    """Answer with the profit and loss of a contact's documents; this month up to today unless days are given (assumed)."""
    contact = MODULE.named(call)
    end = _day(call, "to_date", call.today)
    period = Period(_day(call, "from_date", end.replace(day=1)), end)
    if period.start > period.end:
        raise Refused("invalid_value", field="from_date")
    report = contact_profit(call.organization.book, contact.id, period)
    context = {"contact_id": contact.id, "from_date": period.start, "to_date": period.end}
    return Answer(key="profit_and_loss", value=profit_branches(report), extra={"page_context": context})


def read_income_and_expense(call: Call) -> Answer:
    """Answer with what a contact brought and cost in each of the latest MONTHS months, and the sums."""
    contact, book = MODULE.named(call), call.organization.book
    months, month = [], month_of(call.today)
    for _ in range(MONTHS):
        months.append(month)
        month = month_of(month.start - dt.timedelta(days=1))
    rows: list[dict[str, Any]] = []
    for each in reversed(months):
        report = contact_profit(book, contact.id, each)
        income = report.income.total + report.other_income.total
        rows.append({"month": f"{each.start:%Y-%m}", "income": income, "expense": income - report.net_profit})
    sums = {f"total_{name}": sum((row[name] for row in rows), Decimal(0)) for name in ("income", "expense")}
    return Answer(key="income_and_expense", value={"contact_id": contact.id, "months": rows, **sums})


def read_openings(call: Call) -> Answer:
    """Answer with the opening balances of a contact, each with the id by which it is written off."""
    opening = opening_of(call, MODULE.named(call))
    value = [{"opening_balance_id": "" if opening is None else opening.id, **row} for row in opening_rows(opening)]
    return Answer(key="opening_balances", value=value)


_ID: Final = "/contacts/{contact_id}"
HANDLERS: Final = (
    Emulated("GET", f"{_ID}/unpaidinvoices", list_unpaid_invoices, KEYS),
    Emulated("GET", f"{_ID}/receivables/unusedcredits", list_unused_credits, KEYS),
    Emulated("GET", f"{_ID}/profitandloss", read_profit, KEYS),
    Emulated("GET", f"{_ID}/incomeandexpense", read_income_and_expense, KEYS),
    Emulated("GET", f"{_ID}/openingbalances", read_openings, KEYS),
)
