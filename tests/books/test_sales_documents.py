"""Quotes, orders, retainers, receipts, challans, profiles and time: what each does to the accounts and to the others."""

import datetime as dt

import pytest

from tallystick.books import lifecycle
from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.delivery_challan import CreateDeliveryChallan, MarkDeliveryChallanDelivered
from tallystick.books.documents.estimate import (
    AcceptEstimate,
    CreateEstimate,
    DeclineEstimate,
    DeleteEstimate,
    Estimate,
    EstimateState,
    UpdateEstimate,
)
from tallystick.books.documents.invoice import CreateInvoice, DeleteInvoice, MarkInvoiceSent, UpdateInvoice, VoidInvoice
from tallystick.books.documents.payment import ApplyPayment, CreatePayment, DeletePayment, RefundPayment
from tallystick.books.documents.recurring_invoice import (
    CreateRecurringInvoice,
    RecurringInvoice,
    ResumeRecurringInvoice,
    RunRecurringInvoice,
    StopRecurringInvoice,
)
from tallystick.books.documents.retainer_invoice import (
    CreateRetainerInvoice,
    DeleteRetainerInvoice,
    RetainerInvoice,
    VoidRetainerInvoice,
)
from tallystick.books.documents.sales_order import (
    CreateSalesOrder,
    DeleteSalesOrder,
    MarkSalesOrderOpen,
    SalesOrder,
    SalesOrderState,
    VoidSalesOrder,
)
from tallystick.books.documents.sales_receipt import (
    CreateSalesReceipt,
    SalesReceipt,
    UpdateSalesReceipt,
    VoidSalesReceipt,
)
from tallystick.books.documents.schedule import Frequency
from tallystick.books.refusal import Reason
from tallystick.books.rules.schedule import date_of_run
from tests.books.company import MONDAY, Company, D, amounts, line


def quote(company: Company, **fields: object) -> Estimate:
    found: Estimate = company.do(
        CreateEstimate(contact_id=company.acme.id, lines=(line(),), state=EstimateState.SENT, **fields)  # type: ignore[arg-type]  # the fields of a quote, as the test names them
    )
    return found


def order(company: Company, quantity: str = "4") -> SalesOrder:
    found: SalesOrder = company.do(
        CreateSalesOrder(
            contact_id=company.acme.id, lines=(line(quantity, "10"), line("1", "7")), state=SalesOrderState.OPEN
        )
    )
    return found


def order_status(company: Company, made: SalesOrder) -> str:
    return lifecycle.sales_order_status(company.book.table(Kind.SALES_ORDER)[made.id], company.book.today()).value


def quote_status(company: Company, made: Estimate) -> str:
    return lifecycle.estimate_status(company.book.table(Kind.ESTIMATE)[made.id], company.book.today()).value


def test_offers_and_orders_post_nothing(company: Company) -> None:
    quote(company)
    order(company)
    company.do(CreateDeliveryChallan(contact_id=company.acme.id, lines=(line(),)))
    company.do(CreateRetainerInvoice(contact_id=company.acme.id, lines=(line(),)))
    assert company.balances() == {}


def test_a_quote_is_invoiced_while_its_invoice_stands(company: Company) -> None:
    made = quote(company)
    company.do(AcceptEstimate(id=made.id))
    invoice = company.invoice(estimate_id=made.id)
    assert quote_status(company, made) == "invoiced"
    company.refused(UpdateEstimate(id=made.id, notes="x"), Reason.CONVERTED)
    company.refused(DeclineEstimate(id=made.id), Reason.CONVERTED)
    company.refused(DeleteEstimate(id=made.id), Reason.CONVERTED)
    company.do(VoidInvoice(id=invoice.id))
    assert quote_status(company, made) == "accepted"
    company.do(MarkInvoiceSent(id=invoice.id))
    assert quote_status(company, made) == "invoiced"
    company.do(DeleteInvoice(id=invoice.id))
    company.do(DeleteEstimate(id=made.id))
    assert company.balances() == {}


def test_a_draft_and_a_strangers_quote_make_no_invoice(company: Company) -> None:
    draft = company.do(CreateEstimate(contact_id=company.acme.id, lines=(line(),)))
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line(),), estimate_id=draft.id)
    company.refused(asked, Reason.WRONG_STATUS)
    foreign = CreateInvoice(contact_id=company.customer("Other").id, lines=(line(),), estimate_id=quote(company).id)
    company.refused(foreign, Reason.CONTACT_MISMATCH)


def test_a_quote_expires_the_day_after(company: Company) -> None:
    made = quote(company, expiry_date=MONDAY)
    assert quote_status(company, made) == "sent"
    company.at(MONDAY + dt.timedelta(days=1))
    assert quote_status(company, made) == "expired"


def test_an_order_counts_what_is_invoiced_of_each_line(company: Company) -> None:
    made = order(company)
    first, second = made.lines
    part = company.draft(line("3", "10", order_line_id=first.id), order_ids=(made.id,))
    assert order_status(company, made) == "partially_invoiced"
    company.refused(
        CreateInvoice(
            contact_id=company.acme.id, order_ids=(made.id,), lines=(line("2", "10", order_line_id=first.id),)
        ),
        Reason.OVER_INVOICED,
    )
    rest = company.draft(
        line("1", "10", order_line_id=first.id), line("1", "7", order_line_id=second.id), order_ids=(made.id,)
    )
    assert order_status(company, made) == "invoiced"
    company.refused(VoidSalesOrder(id=made.id), Reason.CONVERTED)
    company.refused(DeleteSalesOrder(id=made.id), Reason.CONVERTED)
    company.do(UpdateInvoice(id=rest.id, order_ids=()))
    company.do(DeleteInvoice(id=part.id))
    assert order_status(company, made) == "open"


def test_a_void_order_is_not_invoiced(company: Company) -> None:
    made = order(company)
    company.do(VoidSalesOrder(id=made.id))
    asked = CreateInvoice(contact_id=company.acme.id, order_ids=(made.id,), lines=(line(),))
    company.refused(asked, Reason.WRONG_STATUS)
    company.do(MarkSalesOrderOpen(id=made.id))
    company.do(asked)


def retainer(company: Company) -> RetainerInvoice:
    found: RetainerInvoice = company.do(CreateRetainerInvoice(contact_id=company.acme.id, lines=(line("1", "500"),)))
    return found


def retainer_status(company: Company, made: RetainerInvoice) -> str:
    return lifecycle.retainer_status(company.book.table(Kind.RETAINER_INVOICE)[made.id]).value


def test_a_retainers_money_is_unearned_until_it_is_drawn(company: Company) -> None:
    made = retainer(company)
    payment = company.do(CreatePayment(contact_id=company.acme.id, amount=D(500), retainer_id=made.id))
    assert retainer_status(company, made) == "paid"
    assert company.balances() == amounts(Undeposited_Funds="500", Unearned_Revenue="-500")
    invoice = company.invoice(line("1", "300"))
    drawn = ApplicationFields(document_id=invoice.id, amount=D(300))
    company.do(ApplyPayment(id=payment.id, applications=(drawn,)))
    assert company.balances() == amounts(Undeposited_Funds="500", Unearned_Revenue="-200", Sales="-300")
    cash = company.account("Petty Cash")
    company.do(RefundPayment(id=payment.id, amount=D(200), account_id=cash))
    assert retainer_status(company, made) == "drawn"


def test_a_paid_retainer_stays_and_cannot_be_paid_twice(company: Company) -> None:
    made = retainer(company)
    payment = company.do(CreatePayment(contact_id=company.acme.id, amount=D(200), retainer_id=made.id))
    assert retainer_status(company, made) == "partially_paid"
    again = CreatePayment(contact_id=company.acme.id, amount=D("300.01"), retainer_id=made.id)
    assert company.refused(again, Reason.OVER_APPLIED).facts["balance"] == "300.00"
    company.refused(VoidRetainerInvoice(id=made.id), Reason.HAS_PAYMENTS)
    company.refused(DeleteRetainerInvoice(id=made.id), Reason.HAS_PAYMENTS)
    company.do(DeletePayment(id=payment.id))
    assert retainer_status(company, made) == "sent"
    company.do(DeleteRetainerInvoice(id=made.id))


def test_a_sales_receipt_earns_and_is_paid_at_once(company: Company) -> None:
    tax = company.tax("10")
    made: SalesReceipt = company.do(CreateSalesReceipt(contact_id=company.acme.id, lines=(line(tax_id=tax),)))
    assert company.balances() == amounts(Undeposited_Funds="110", Sales="-100", Tax_Payable="-10")
    assert company.book.receivable(company.acme.id).outstanding == 0
    cash = company.account("Petty Cash")
    company.do(UpdateSalesReceipt(id=made.id, account_id=cash, lines=(line("1", "50"),)))
    assert company.balances() == amounts(Petty_Cash="50", Sales="-50")
    company.do(VoidSalesReceipt(id=made.id))
    assert company.balances() == {}
    company.refused(UpdateSalesReceipt(id=made.id, notes="x"), Reason.WRONG_STATUS)


def test_a_receipt_in_another_currency_lies_at_its_own_rate(company: Company) -> None:
    euro = company.currency("EUR", "1.10")
    company.do(CreateSalesReceipt(contact_id=company.acme.id, currency_id=euro, lines=(line(),)))
    assert company.balances() == amounts(Undeposited_Funds="110", Sales="-110")


def test_a_debit_note_is_owed_like_an_invoice(company: Company) -> None:
    invoice = company.invoice()
    note = company.invoice(line("1", "15"), debited_id=invoice.id)
    assert company.balances() == amounts(Accounts_Receivable="115", Sales="-115")
    company.refused(DeleteInvoice(id=invoice.id), Reason.IN_USE)
    company.do(DeleteInvoice(id=note.id))
    company.do(DeleteInvoice(id=invoice.id))
    other = company.customer("Other")
    foreign = CreateInvoice(contact_id=other.id, lines=(line(),), debited_id=company.invoice().id)
    company.refused(foreign, Reason.CONTACT_MISMATCH)


def test_goods_must_be_sent_before_they_arrive(company: Company) -> None:
    made = company.do(CreateDeliveryChallan(contact_id=company.acme.id, lines=(line(),)))
    company.refused(MarkDeliveryChallanDelivered(id=made.id), Reason.WRONG_STATUS)


def profile(company: Company, **fields: object) -> RecurringInvoice:
    found: RecurringInvoice = company.do(
        CreateRecurringInvoice(
            contact_id=company.acme.id,
            number="Care",
            frequency=Frequency.MONTHS,
            date=dt.date(2026, 1, 31),
            lines=(line("1", "50"),),
            **fields,  # type: ignore[arg-type]  # the fields of a profile, as the test names them
        )
    )
    return found


def test_a_profile_makes_one_invoice_for_each_date_that_has_come(company: Company) -> None:
    made = profile(company, sends=True)
    dates = [company.do(RunRecurringInvoice(id=made.id)).date for _ in range(2)]
    assert dates == [dt.date(2026, 1, 31), dt.date(2026, 2, 28)]
    assert company.balances() == amounts(Accounts_Receivable="100", Sales="-100")
    company.refused(RunRecurringInvoice(id=made.id), Reason.NOT_DUE)
    assert company.book.table(Kind.RECURRING_INVOICE)[made.id].schedule.next_date == dt.date(2026, 3, 31)


def test_a_resumed_profile_leaves_out_what_it_slept_through(company: Company) -> None:
    made = profile(company)
    company.do(StopRecurringInvoice(id=made.id))
    company.refused(RunRecurringInvoice(id=made.id), Reason.WRONG_STATUS)
    company.do(ResumeRecurringInvoice(id=made.id))
    assert company.book.table(Kind.RECURRING_INVOICE)[made.id].schedule.next_date == dt.date(2026, 3, 31)


def test_a_profile_expires_after_its_last_date(company: Company) -> None:
    made = profile(company, end_date=dt.date(2026, 2, 15))
    company.do(RunRecurringInvoice(id=made.id))
    after = company.book.table(Kind.RECURRING_INVOICE)[made.id]
    assert lifecycle.recurring_status(after, company.book.today()) is lifecycle.RecurringStatus.EXPIRED


@pytest.mark.parametrize(
    ("start", "frequency", "every", "dates"),
    [
        ("2026-01-31", Frequency.MONTHS, 1, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("2024-02-29", Frequency.YEARS, 1, ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        ("2026-12-30", Frequency.WEEKS, 2, ["2026-12-30", "2027-01-13"]),
        ("2026-02-27", Frequency.DAYS, 3, ["2026-02-27", "2026-03-02"]),
    ],
)
def test_dates_of_a_profile_follow_the_calendar(start: str, frequency: Frequency, every: int, dates: list[str]) -> None:
    first = dt.date.fromisoformat(start)
    assert [str(date_of_run(first, frequency, every, run)) for run in range(len(dates))] == dates


def test_a_book_of_every_sales_document_is_made_again_from_its_changes(company: Company) -> None:
    company.invoice(estimate_id=quote(company).id)
    made = order(company)
    company.draft(line("1", "10", order_line_id=made.lines[0].id), order_ids=(made.id,))
    company.do(CreatePayment(contact_id=company.acme.id, amount=D(5), retainer_id=retainer(company).id))
    company.do(CreateSalesReceipt(contact_id=company.acme.id, lines=(line(),)))
    company.do(RunRecurringInvoice(id=profile(company).id))
    again = Book(company.book.settings, clock=lambda: company.now, ids=str)
    again.restore(company.book.changes())
    assert again.changes() == company.book.changes()
    assert again.audit() == []
