"""What the auditor found once, each as a test of its own; and commands that would have money settle itself."""

import datetime as dt
from decimal import Decimal

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bill import CreateBill, MarkBillOpen, VoidBill
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.credit_note import ApplyCreditNote, RefundCreditNote, VoidCreditNote
from tallystick.books.documents.invoice import CancelInvoiceWriteOff, VoidInvoice, WriteOffInvoice
from tallystick.books.documents.journal import Side
from tallystick.books.documents.opening_balance import OpeningLineFields, SetOpeningBalance
from tallystick.books.documents.payment import ApplyPayment, CreatePayment
from tallystick.books.documents.purchase_order import CreatePurchaseOrder, DeletePurchaseOrder, PurchaseOrderState
from tallystick.books.refusal import Reason
from tests.books.company import MONDAY, Company, D, line, parts


def test_an_order_that_a_void_bill_names_stays_and_is_billed_again(company: Company) -> None:
    mill = company.customer("Paper Mill", role=ContactRole.VENDOR).id
    lines = (line(account_id=company.account("Office Supplies")),)
    order = company.do(CreatePurchaseOrder(contact_id=mill, lines=lines))
    bill = company.do(CreateBill(contact_id=mill, number="1", lines=lines, order_ids=(order.id,)))
    company.do(VoidBill(id=bill.id))
    company.refused(DeletePurchaseOrder(id=order.id), Reason.IN_USE)
    company.do(MarkBillOpen(id=bill.id))
    assert company.book.table(Kind.PURCHASE_ORDER)[order.id].state is PurchaseOrderState.BILLED


def test_an_opening_balance_in_the_base_currency_has_no_other_rate(company: Company) -> None:
    opened = OpeningLineFields(
        account_id=company.account("Petty Cash"), side=Side.DEBIT, amount=D(10), exchange_rate=D(2)
    )
    company.refused(SetOpeningBalance(date=MONDAY, lines=(opened,)), Reason.BAD_RATE)


def test_what_was_given_up_of_a_part_paid_invoice_comes_back_to_the_cent(company: Company) -> None:
    said = {"currency_id": company.currency("EUR"), "exchange_rate": D("1.0037")}
    invoice = company.invoice(line("1", "10.00"), **said)
    company.payment("3.33", (invoice, "3.33"), **said)
    # 10.04 at home less 3.34; 6.67 by itself would be 6.69.
    held = company.balances()
    company.do(WriteOffInvoice(id=invoice.id))
    assert company.balances()["Bad Debt"] == D("6.70")
    company.do(CancelInvoiceWriteOff(id=invoice.id))
    assert company.book.invoices[invoice.id].balance_base == D("6.70")
    assert company.balances() == held


def test_credit_cannot_settle_itself_nor_another_credit_nor_money(company: Company) -> None:
    note, other, payment = company.credit_note(), company.credit_note(), company.payment("50")
    for settled in (note, other, payment):
        asked = (ApplicationFields(document_id=settled.id, amount=D(1)),)
        company.refused(ApplyCreditNote(id=note.id, applications=asked), Reason.UNKNOWN_ID)
        company.refused(ApplyPayment(id=payment.id, applications=asked), Reason.UNKNOWN_ID)


def test_a_void_credit_note_neither_settles_nor_is_paid_out(company: Company) -> None:
    invoice, note = company.invoice(), company.credit_note()
    company.do(VoidCreditNote(id=note.id))
    company.refused(ApplyCreditNote(id=note.id, applications=parts([(invoice, "1")])), Reason.WRONG_STATUS)
    cash = company.account("Petty Cash")
    company.refused(RefundCreditNote(id=note.id, amount=D(1), account_id=cash), Reason.WRONG_STATUS)


def test_a_void_invoice_takes_no_money(company: Company) -> None:
    invoice = company.invoice()
    company.do(VoidInvoice(id=invoice.id))
    asked = CreatePayment(contact_id=company.acme.id, amount=D(5), applications=parts([(invoice, "5")]))
    company.refused(asked, Reason.WRONG_STATUS)


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        ("NaN", Reason.BAD_AMOUNT),
        ("sNaN", Reason.BAD_AMOUNT),
        ("Infinity", Reason.BAD_AMOUNT),
        ("1e30", Reason.BAD_AMOUNT),
        ("-1", Reason.NEGATIVE_AMOUNT),
        ("0", Reason.BAD_AMOUNT),
        ("0.001", Reason.BAD_AMOUNT),
        ("1e-13", Reason.TOO_MANY_DECIMALS),
    ],
)
def test_no_part_of_a_payment_is_less_than_a_cent_or_no_number(company: Company, amount: str, reason: Reason) -> None:
    invoice = company.invoice()
    asked = ApplicationFields(document_id=invoice.id, amount=Decimal(amount))
    company.refused(CreatePayment(contact_id=company.acme.id, amount=D(5), applications=(asked,)), reason)


@pytest.mark.parametrize("date", [dt.date(1899, 12, 31), dt.date(2200, 1, 1), dt.date.max])
def test_no_payment_is_dated_in_another_age(company: Company, date: dt.date) -> None:
    company.refused(CreatePayment(contact_id=company.acme.id, amount=D(5), date=date), Reason.DATE_OUT_OF_RANGE)
