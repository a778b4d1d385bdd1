"""The reports: profit and loss, balance sheet, cash flow, ledger, transactions, ageing, sales by customer.

Every figure is the Book's; here the reports are only put into the vendor's words. Clients have shown the keys of four
of them; the others follow the same pattern, which is assumed.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from tallystick.books.report.account_transactions import account_transactions
from tallystick.books.report.ageing import (
    INTERVAL_DAYS,
    INTERVALS,
    Ageing,
    payable_ageing,
    receivable_ageing,
    receivable_items,
)
from tallystick.books.report.balance_sheet import balance_sheet
from tallystick.books.report.cash_flow import cash_flow
from tallystick.books.report.figures import Basis, Section
from tallystick.books.report.general_ledger import general_ledger
from tallystick.books.report.profit_and_loss import ProfitAndLoss, profit_and_loss
from tallystick.books.report.sales_by_customer import sales_by_customer
from tallystick.ledger.period import Period
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import day
from tallystick.vendors.zoho_books.emulator.listing import read_page
from tallystick.vendors.zoho_books.emulator.module import Emulated

PER_PAGE: Final = 500
INTERVALS_MAX: Final = 24
INTERVAL_DAYS_OF: Final = {"days": 1, "weeks": 7, "months": 30}
TAP: Final = "documented(an open-source tap reads this path and its top keys; the inner keys are assumed)"
SEEN: Final = "assumed(clients name the path; the keys follow the other reports)"
Json = dict[str, Any]


def _period(call: Call) -> Period:
    """Return the days asked for: this month up to today unless the call says otherwise (assumed)."""
    if not (call.query.get("from_date") and call.query.get("to_date")):
        call.notes.assume("report_period")
    end = _day(call, "to_date", call.today)
    start = _day(call, "from_date", end.replace(day=1))
    if start > end:
        raise Refused("invalid_value", field="from_date")
    return Period(start, end)


def _day(call: Call, name: str, otherwise: dt.date) -> dt.date:
    text = call.query.get(name, "")
    return day(text, name) if text else otherwise


def _basis(call: Call) -> Basis:
    return Basis.CASH if call.query.get("cash_based", "").lower() == "true" else Basis.ACCRUAL


def _context(call: Call, **fields: Any) -> Json:
    return {
        "report_basis": "Cash" if _basis(call) is Basis.CASH else "Accrual",
        "currency_code": call.organization.book.base_currency.code,
        **fields,
    }


def _dated(call: Call) -> Json:
    period = _period(call)
    return _context(call, from_date=period.start, to_date=period.end)


def _branch(name: str, total: Decimal, children: list[Json]) -> Json:
    return {"name": name, "total_label": f"Total for {name}", "total": total, "account_transactions": children}


def _section(section: Section) -> Json:
    rows = [
        {"name": row.account.name, "account_id": row.account.id, "total": row.amount, "account_code": row.account.code}
        for row in section.rows
    ]
    return _branch(section.name, section.total, rows)


def profit_branches(report: ProfitAndLoss) -> list[Json]:
    """Return gross profit, operating profit and net profit, each over its sections."""
    return [
        _branch("Gross Profit", report.gross_profit, [_section(report.income), _section(report.cost_of_goods_sold)]),
        _branch("Operating Profit", report.operating_profit, [_section(report.expense)]),
        _branch("Net Profit/Loss", report.net_profit, [_section(report.other_income), _section(report.other_expense)]),
    ]


def profit(call: Call) -> Answer:
    """Answer with profit and loss: gross profit, operating profit, net profit, each over its sections."""
    report = profit_and_loss(call.organization.book, _period(call), basis=_basis(call))
    return Answer(key="profit_and_loss", value=profit_branches(report), extra={"page_context": _dated(call)})


def sheet(call: Call) -> Answer:
    """Answer with the balance sheet as of `to_date`."""
    report = balance_sheet(call.organization.book, _day(call, "to_date", call.today), basis=_basis(call))
    earnings = [
        {"name": "Retained Earnings", "account_id": "", "account_code": "", "total": report.retained_earnings},
        {"name": "Current Year Earnings", "account_id": "", "account_code": "", "total": report.current_year_earnings},
    ]
    own = _section(report.equity)
    equity = _branch("Equities", report.total_equity, [*own["account_transactions"], *earnings])
    liabilities = _branch("Liabilities", report.total_liabilities, [_section(each) for each in report.liabilities])
    value = [
        _branch("Assets", report.total_assets, [_section(each) for each in report.assets]),
        _branch("Liabilities & Equities", report.total_liabilities + report.total_equity, [liabilities, equity]),
    ]
    return Answer(key="balance_sheet", value=value, extra={"page_context": _context(call, to_date=report.on)})


def trial(call: Call) -> Answer:
    """Answer with the trial balance as of `to_date`."""
    report = call.organization.book.trial_balance(on=_day(call, "to_date", call.today))
    value = [
        {
            "account_id": row.account.id,
            "account_name": row.account.name,
            "account_type": row.account.type.value,
            "debit_total": row.debit,
            "credit_total": row.credit,
        }
        for row in report.rows
    ]
    totals = {"debit_total": report.debit, "credit_total": report.credit}
    return Answer(key="trial_balance", value=value, extra={**totals, "page_context": _dated(call)})


def cash(call: Call) -> Answer:
    """Answer with the cash flow by the indirect method."""
    report = cash_flow(call.organization.book, _period(call), basis=_basis(call))
    activities = [_section(each) for each in report.activities]
    activities[0]["total"] += report.net_profit
    activities[0]["account_transactions"].insert(
        0, {"name": "Net Income", "account_id": "", "account_code": "", "total": report.net_profit}
    )
    value = {
        "beginning_cash_balance": report.beginning,
        "activities": activities,
        "net_change_in_cash": report.net_change,
        "ending_cash_balance": report.ending,
    }
    return Answer(key="cash_flow", value=value, extra={"page_context": _dated(call)})


def ledger(call: Call) -> Answer:
    """Answer with every account's opening balance, movement and closing balance."""
    report = general_ledger(call.organization.book, _period(call), basis=_basis(call))
    value = [
        {
            "account_id": row.account.id,
            "account_name": row.account.name,
            "account_code": row.account.code,
            "opening_balance": row.opening,
            "debit_total": row.debit,
            "credit_total": row.credit,
            "closing_balance": row.closing,
        }
        for row in report.rows
    ]
    return Answer(key="general_ledger", value=value, extra={"page_context": _dated(call)})


def transactions(call: Call) -> Answer:
    """Answer with the postings of accounts, a page at a time; `account_id` narrows it to one account."""
    book = call.organization.book
    wanted = call.query.get("account_id", "")
    if wanted and wanted not in book.accounts:
        raise Refused("account_does_not_exist")
    reports = account_transactions(book, _period(call), account_ids={wanted} if wanted else None, basis=_basis(call))
    number, per_page = read_page(call, PER_PAGE, PER_PAGE)
    start = (number - 1) * per_page
    rows = [(report.account, row) for report in reports for row in report.rows]
    shown = [
        {
            "date": row.date,
            "account_id": account.id,
            "account_name": account.name,
            "transaction_type": row.event,
            "transaction_id": row.source_id,
            "transaction_number": getattr(book.table(row.kind)[row.source_id], "number", ""),
            "contact_id": row.contact_id,
            "contact_name": book.contacts[row.contact_id].name if row.contact_id else "",
            "currency_code": book.currencies[row.currency_id].code,
            "debit": row.debit,
            "credit": row.credit,
            "balance": row.balance,
        }
        for account, row in rows[start : start + per_page]
    ]
    page = {"page": number, "per_page": per_page, "has_more_page": len(rows) > start + per_page}
    value = [{"account_transactions": shown}]
    return Answer(key="account_transactions", value=value, extra={"page_context": {**page, **_dated(call)}})


def _aged(call: Call, *, payable: bool = False) -> Ageing:
    days = INTERVAL_DAYS_OF.get(call.query.get("interval_type", "days"))
    count, columns = call.query.get("interval_range", ""), call.query.get("number_of_columns", "")
    if days is None:
        raise Refused("invalid_value", field="interval_type")
    for name, text in (("interval_range", count), ("number_of_columns", columns)):
        if text and not (text.isdecimal() and 1 <= int(text) <= 365):
            raise Refused("invalid_value", field=name)
    run = payable_ageing if payable else receivable_ageing
    return run(
        call.organization.book,
        _day(call, "report_date", call.today),
        interval_days=days * int(count or INTERVAL_DAYS),
        intervals=min(int(columns or INTERVALS), INTERVALS_MAX),
    )


def receivable_details(call: Call) -> Answer:
    """Answer with every open document of customers and how long it is overdue."""
    book = call.organization.book
    rows = []
    for item in receivable_items(book, _day(call, "report_date", call.today)):
        document = book.table(item.kind)[item.document_id]
        contact = book.contacts.get(item.contact_id)
        rows.append(
            {
                "entity_id": item.document_id,
                "transaction_type": item.kind.value,
                "transaction_number": getattr(document, "number", ""),
                "customer_id": item.contact_id,
                "customer_name": "" if contact is None else contact.name,
                "date": item.date,
                "due_date": item.due_date,
                "age": item.days_overdue,
                "amount": abs(item.balance),
                "balance": item.balance,
            }
        )
    few = context_of_few(call, rows)
    return Answer(key="invoiceaging", value=few.rows, extra={"page_context": {**few.context, **_context(call)}})


def _summary(call: Call, ageing: Ageing, inner: str, name: str) -> list[Json]:
    contacts = call.organization.book.contacts
    rows = [
        {
            f"{name}_id": row.contact_id,
            f"{name}_name": contacts[row.contact_id].name if row.contact_id in contacts else "",
            "current": row.current,
            **{f"interval_{number}": amount for number, amount in enumerate(row.intervals, start=1)},
            "total": row.total,
        }
        for row in ageing.rows
    ]
    return [{inner: rows}]


def receivable_summary(call: Call) -> Answer:
    """Answer with what each customer owes by how long it is overdue."""
    ageing = _aged(call)
    value = _summary(call, ageing, "invoiceagingsummary", "customer")
    return Answer(key="ar_aging_summary", value=value, extra={"total": ageing.total, "page_context": _context(call)})


def payable_summary(call: Call) -> Answer:
    """Answer with what each vendor is owed by how long it is overdue."""
    ageing = _aged(call, payable=True)
    value = _summary(call, ageing, "billagingsummary", "vendor")
    return Answer(key="ap_aging_summary", value=value, extra={"total": ageing.total, "page_context": _context(call)})


def customers(call: Call) -> Answer:
    """Answer with what each customer was sold."""
    book = call.organization.book
    report = sales_by_customer(book, _period(call))
    value = [
        {
            "customer_id": row.contact_id,
            "customer_name": book.contacts[row.contact_id].name,
            "invoice_count": row.invoices,
            "creditnote_count": row.credit_notes,
            "sales": row.sales,
            "sales_with_tax": row.sales_with_tax,
        }
        for row in report.rows
    ]
    totals = {"sales": report.sales, "sales_with_tax": report.sales_with_tax}
    return Answer(key="sales", value=value, extra={"total": totals, "page_context": _dated(call)})


HANDLERS: Final = (
    Emulated("GET", "/reports/profitandloss", profit, TAP),
    Emulated("GET", "/reports/accounttransaction", transactions, TAP),
    Emulated("GET", "/reports/aragingdetails", receivable_details, TAP),
    Emulated("GET", "/reports/aragingsummary", receivable_summary, TAP),
    Emulated("GET", "/reports/apagingsummary", payable_summary, SEEN),
    Emulated("GET", "/reports/balancesheet", sheet, SEEN),
    Emulated("GET", "/reports/trialbalance", trial, SEEN),
    Emulated("GET", "/reports/cashflow", cash, SEEN),
    Emulated("GET", "/reports/generalledger", ledger, SEEN),
    Emulated("GET", "/reports/salesbycustomer", customers, SEEN),
)
