"""The books: how much memory 100,000 invoices of 5 lines take behind the emulator, how long reports over them and a
start take. Every invoice is taxed; half are paid.
"""

import datetime as dt
import resource
import time
from collections.abc import Callable, Iterable
from decimal import Decimal

from bench.measurement import Measurement
from tallystick.books.book import Book
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.contact import CreateContact
from tallystick.books.documents.invoice import CreateInvoice, InvoiceState
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.payment import CreatePayment
from tallystick.books.documents.tax import CreateTax
from tallystick.books.report.account_transactions import account_transactions
from tallystick.books.report.ageing import payable_ageing, receivable_ageing, receivable_items
from tallystick.books.report.balance_sheet import balance_sheet
from tallystick.books.report.cash_flow import cash_flow
from tallystick.books.report.figures import Basis
from tallystick.books.report.general_ledger import general_ledger
from tallystick.books.report.profit_and_loss import profit_and_loss
from tallystick.books.report.sales_by_customer import sales_by_customer
from tallystick.ledger.period import Period
from tallystick.sandbox.world import Sandbox

INVOICES = 100_000
LINES = 5
CUSTOMERS = 500
FIRST = dt.date(2024, 1, 1)
DAYS = 730
MEGABYTES_MAX = 1_228.0
REPORT_MS_MAX = 200.0
EMPTY_MS_MAX = 50.0
DEMO_MS_MAX = 300.0
STARTS = 5


def measure() -> Iterable[Measurement]:
    """Start, fill, report."""
    for company, bound in (("empty", EMPTY_MS_MAX), ("demo", DEMO_MS_MAX)):
        yield Measurement(f"start with the {company} company, in process", _start(company), "ms", bound)
    with Sandbox("empty", limits=False, today=FIRST + dt.timedelta(days=DAYS)) as sandbox:
        book = sandbox.organization.book
        fill(sandbox, INVOICES)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        note = f"{INVOICES} invoices of {LINES} lines, half paid, emulator included"
        yield Measurement("memory of the whole process at its peak", peak, "MB", MEGABYTES_MAX, note=note)
        for name, report in _reports(book).items():
            yield Measurement(f"{name} over all of them", _milliseconds(report), "ms", REPORT_MS_MAX)


def _start(company: str) -> float:
    def start() -> None:
        Sandbox(company).close()

    start()
    return min(_milliseconds(start) for _ in range(STARTS))


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1_000


def fill(sandbox: Sandbox, invoices: int) -> None:
    """Make invoices in an empty company and pay every second one."""
    organization = sandbox.organization
    tax = organization.execute(CreateTax(name="VAT", percentage=Decimal(20))).id
    customers = [organization.execute(CreateContact(name=f"Customer {at}")).id for at in range(CUSTOMERS)]
    lines = tuple(
        LineFields(name=f"Article {at}", quantity=Decimal(at + 1), rate=Decimal("19.99"), tax_id=tax)
        for at in range(LINES)
    )
    for at in range(invoices):
        contact_id, date = customers[at % CUSTOMERS], FIRST + dt.timedelta(days=at % DAYS)
        asked = CreateInvoice(contact_id=contact_id, date=date, lines=lines, state=InvoiceState.SENT)
        invoice = organization.execute(asked)
        if at % 2:
            applied = (ApplicationFields(document_id=invoice.id, amount=invoice.balance),)
            paid = CreatePayment(contact_id=contact_id, date=date, amount=invoice.balance, applications=applied)
            organization.execute(paid)
        organization.commit()


def _reports(book: Book) -> dict[str, Callable[[], object]]:
    end = FIRST + dt.timedelta(days=DAYS)
    period = Period(FIRST, end)
    month = Period(end - dt.timedelta(days=30), end)
    return {
        "profit and loss": lambda: profit_and_loss(book, period),
        "profit and loss on a cash basis": lambda: profit_and_loss(book, period, basis=Basis.CASH),
        "profit and loss on a cash basis again": lambda: profit_and_loss(book, period, basis=Basis.CASH),
        "balance sheet": lambda: balance_sheet(book, end),
        "cash flow": lambda: cash_flow(book, period),
        "general ledger": lambda: general_ledger(book, period),
        "a month's account transactions": lambda: account_transactions(book, month),
        "receivable ageing": lambda: receivable_ageing(book, end),
        "receivable ageing of half a year ago": lambda: receivable_ageing(book, end - dt.timedelta(days=180)),
        "open items of customers": lambda: receivable_items(book, end),
        "payable ageing": lambda: payable_ageing(book, end),
        "sales by customer": lambda: sales_by_customer(book, period),
    }
