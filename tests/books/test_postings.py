"""Given these documents, these balances."""

import datetime as dt

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    DeleteCreditNoteRefund,
    MarkCreditNoteDraft,
    RefundCreditNote,
    UnapplyCreditNote,
    UpdateCreditNoteRefund,
)
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    DeleteInvoice,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    UpdateInvoice,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.documents.journal import (
    CreateJournal,
    DeleteJournal,
    JournalState,
    PublishJournal,
    ReverseJournal,
)
from tallystick.books.documents.payment import (
    ApplyPayment,
    CreatePayment,
    DeletePayment,
    DeletePaymentRefund,
    RefundPayment,
    UnapplyPayment,
    UpdatePayment,
    UpdatePaymentRefund,
)
from tallystick.books.documents.settings import DiscountLevel, RoundOff
from tallystick.books.documents.tax import CreateTax, DeleteTaxGroup
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, amounts, line, off, parts

LATER = dt.date(2026, 4, 1)


def test_a_draft_posts_nothing(company: Company) -> None:
    company.draft()
    assert company.balances() == {}


def test_an_issued_invoice_is_owed_and_earned(company: Company) -> None:
    company.invoice(line("2", "50", tax_id=company.tax("20")))
    assert company.balances() == amounts(Accounts_Receivable="120", Sales="-100", Tax_Payable="-20")


def test_lines_post_to_the_accounts_they_name(company: Company) -> None:
    interest = company.account("Interest Income")
    company.invoice(line("1", "30"), line("1", "12", account_id=interest), line("1", "8", account_id=interest))
    assert company.balances() == amounts(Accounts_Receivable="50", Sales="-30", Interest_Income="-20")


def test_shipping_adjustment_and_round_off_post_to_their_own_accounts(company: Company) -> None:
    tax = company.tax("20")
    company.invoice(
        line("1", "100", tax_id=tax),
        shipping_charge=D(10),
        shipping_tax_id=tax,
        adjustment=D("-0.20"),
        round_off=RoundOff.WHOLE,
    )
    assert company.balances() == amounts(
        Accounts_Receivable="132", Sales="-100", Tax_Payable="-22", Shipping_Charge="-10"
    )


def test_a_discount_on_the_document_shows_beside_gross_sales(company: Company) -> None:
    company.invoice(line("1", "100"), discount=off("10%"), discount_level=DiscountLevel.DOCUMENT)
    assert company.balances() == amounts(Accounts_Receivable="90", Sales="-100", Discount="10")


def test_a_discount_on_prices_with_tax_gives_income_and_tax_up(company: Company) -> None:
    company.invoice(
        line("1", "120", tax_id=company.tax("20")),
        discount=off("10%"),
        discount_level=DiscountLevel.DOCUMENT,
        tax_inclusive=True,
    )
    assert company.balances() == amounts(Accounts_Receivable="108", Sales="-100", Discount="10", Tax_Payable="-18")


def test_a_discount_on_a_line_lowers_the_sale_itself(company: Company) -> None:
    company.invoice(line("1", "100", discount="10%"))
    assert company.balances() == amounts(Accounts_Receivable="90", Sales="-90")


def test_stock_written_off_posts_nothing(company: Company) -> None:
    invoice = company.invoice(line("-120", "0"))
    assert company.balances() == {}
    assert company.book.entries_of(Kind.INVOICE, invoice.id) == ()


def test_voiding_reverses_and_sending_again_restores(company: Company) -> None:
    invoice = company.invoice()
    company.do(VoidInvoice(id=invoice.id))
    assert company.balances() == {}
    company.do(MarkInvoiceDraft(id=invoice.id))
    assert company.balances() == {}
    company.do(MarkInvoiceSent(id=invoice.id))
    assert company.balances() == amounts(Accounts_Receivable="100", Sales="-100")


def test_an_edit_leaves_only_the_new_figures(company: Company) -> None:
    invoice = company.invoice(line("1", "100", tax_id=company.tax("20")))
    company.do(UpdateInvoice(id=invoice.id, lines=(line("1", "70"),)))
    assert company.balances() == amounts(Accounts_Receivable="70", Sales="-70")


def test_deleting_leaves_nothing(company: Company) -> None:
    company.do(DeleteInvoice(id=company.invoice().id))
    assert company.balances() == {}
    assert company.book.invoices == {}


def test_a_payment_settles_an_invoice(company: Company) -> None:
    invoice = company.invoice()
    company.payment("60", (invoice, "60"))
    assert company.balances() == amounts(Undeposited_Funds="60", Accounts_Receivable="40", Sales="-100")
    assert company.book.invoices[invoice.id].balance == D(40)


def test_what_is_not_applied_is_unearned(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("150", (invoice, "100"))
    assert payment.unused == D(50)
    assert company.balances() == amounts(Undeposited_Funds="150", Unearned_Revenue="-50", Sales="-100")


def test_a_payment_goes_to_the_account_it_names_less_bank_charges(company: Company) -> None:
    invoice = company.invoice()
    company.payment("100", (invoice, "100"), account_id=company.account("Petty Cash"), bank_charges=D(3))
    assert company.balances() == amounts(Petty_Cash="97", Bank_Fees_and_Charges="3", Sales="-100")


def test_tax_the_customer_withheld_settles_the_invoice_as_advance_tax(company: Company) -> None:
    invoice = company.invoice()
    applied = ApplicationFields(document_id=invoice.id, amount=D(90), withheld=D(10))
    company.do(CreatePayment(contact_id=company.acme.id, amount=D(90), applications=(applied,)))
    settled = company.book.invoices[invoice.id]
    assert (settled.balance, settled.payments_applied, settled.tax_withheld) == (D(0), D(90), D(10))
    assert company.balances() == amounts(Undeposited_Funds="90", Advance_Tax="10", Sales="-100")


def test_unused_money_is_applied_later_on_its_own_day(company: Company) -> None:
    payment = company.payment("100")
    company.at(LATER)
    invoice = company.invoice()
    company.do(ApplyPayment(id=payment.id, applications=parts([(invoice, "100")])))
    assert company.balances(on=dt.date(2026, 3, 31)) == amounts(Undeposited_Funds="100", Unearned_Revenue="-100")
    assert company.balances() == amounts(Undeposited_Funds="100", Sales="-100")
    assert company.book.invoices[invoice.id].last_payment_date == LATER


def test_taking_an_application_back_makes_the_invoice_due_and_the_money_unused(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("100", (invoice, "100"))
    company.do(UnapplyPayment(id=payment.id, application_id=payment.applications[0].id))
    assert company.book.payments[payment.id].unused == D(100)
    assert company.book.invoices[invoice.id].balance == D(100)
    assert company.book.invoices[invoice.id].last_payment_date is None
    assert company.balances() == amounts(
        Undeposited_Funds="100", Accounts_Receivable="100", Unearned_Revenue="-100", Sales="-100"
    )


def test_deleting_a_payment_makes_its_invoices_due_again(company: Company) -> None:
    first, second = company.invoice(), company.invoice()
    payment = company.payment("150", (first, "100"), (second, "50"))
    company.do(DeletePayment(id=payment.id))
    assert [invoice.balance for invoice in company.book.invoices.values()] == [D(100), D(100)]
    assert company.balances() == amounts(Accounts_Receivable="200", Sales="-200")


def test_a_changed_payment_is_applied_anew(company: Company) -> None:
    first, second = company.invoice(), company.invoice()
    payment = company.payment("150", (first, "100"), (second, "50"))
    changed = company.do(UpdatePayment(id=payment.id, amount=D(120), applications=parts([(second, "90")])))
    assert changed.unused == D(30)
    assert changed.applications[0].id == payment.applications[1].id
    assert [invoice.balance for invoice in company.book.invoices.values()] == [D(100), D(10)]
    assert company.balances() == amounts(
        Undeposited_Funds="120", Accounts_Receivable="110", Unearned_Revenue="-30", Sales="-200"
    )


def test_a_payment_changed_in_words_keeps_its_applications(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("100", (invoice, "100"))
    changed = company.do(UpdatePayment(id=payment.id, reference="cheque 7"))
    assert changed.applications == payment.applications
    assert company.book.invoices[invoice.id].balance == D(0)


def test_unused_money_is_refunded_changed_and_kept_after_all(company: Company) -> None:
    payment = company.payment("100")
    cash = company.account("Petty Cash")
    refund = company.do(RefundPayment(id=payment.id, amount=D(40), account_id=cash)).refunds[0]
    assert company.balances() == amounts(Undeposited_Funds="100", Petty_Cash="-40", Unearned_Revenue="-60")
    company.do(UpdatePaymentRefund(id=payment.id, refund_id=refund.id, amount=D(100)))
    assert company.balances() == amounts(Undeposited_Funds="100", Petty_Cash="-100")
    company.do(DeletePaymentRefund(id=payment.id, refund_id=refund.id))
    assert company.balances() == amounts(Undeposited_Funds="100", Unearned_Revenue="-100")


def test_a_written_off_invoice_is_a_bad_debt_until_cancelled(company: Company) -> None:
    invoice = company.invoice()
    company.payment("30", (invoice, "30"))
    company.do(WriteOffInvoice(id=invoice.id))
    assert company.balances() == amounts(Undeposited_Funds="30", Bad_Debt="70", Sales="-100")
    company.do(CancelInvoiceWriteOff(id=invoice.id))
    assert company.balances() == amounts(Undeposited_Funds="30", Accounts_Receivable="70", Sales="-100")


def test_a_credit_note_takes_income_and_tax_back(company: Company) -> None:
    company.credit_note(line("1", "100", tax_id=company.tax("20")))
    assert company.balances() == amounts(Accounts_Receivable="-120", Sales="100", Tax_Payable="20")


def test_a_credit_note_applied_moves_no_account_but_both_balances(company: Company) -> None:
    invoice, note = company.invoice(), company.credit_note(line("1", "30"))
    before = company.balances()
    applied = company.do(ApplyCreditNote(id=note.id, applications=parts([(invoice, "30")])))
    assert company.balances() == before == amounts(Accounts_Receivable="70", Sales="-70")
    assert applied.balance == D(0)
    assert company.book.invoices[invoice.id].credits_applied == D(30)
    company.do(UnapplyCreditNote(id=note.id, application_id=applied.applications[0].id))
    assert company.book.invoices[invoice.id].balance == D(100)
    assert company.book.credit_notes[note.id].balance == D(30)


def test_a_credit_note_is_refunded_and_the_refund_changed(company: Company) -> None:
    note = company.credit_note()
    cash = company.account("Petty Cash")
    refund = company.do(RefundCreditNote(id=note.id, account_id=cash)).refunds[0]
    assert company.balances() == amounts(Petty_Cash="-100", Sales="100")
    company.do(UpdateCreditNoteRefund(id=note.id, refund_id=refund.id, amount=D(25)))
    assert company.balances() == amounts(Petty_Cash="-25", Accounts_Receivable="-75", Sales="100")
    company.do(DeleteCreditNoteRefund(id=note.id, refund_id=refund.id))
    company.do(MarkCreditNoteDraft(id=note.id))
    assert company.balances() == {}


def test_a_journal_posts_its_lines(company: Company) -> None:
    company.journal(("Bad Debt", "11062.06"), ("Accounts Receivable", "-11062.06"))
    assert company.balances() == amounts(Bad_Debt="11062.06", Accounts_Receivable="-11062.06")


def test_a_draft_journal_posts_when_published(company: Company) -> None:
    journal = company.journal(("Rent Expense", "50"), ("Petty Cash", "-50"), state=JournalState.DRAFT)
    assert company.balances() == {}
    company.do(PublishJournal(id=journal.id))
    assert company.balances() == amounts(Rent_Expense="50", Petty_Cash="-50")


def test_a_reversed_journal_comes_to_nothing_on_the_day_it_is_reversed(company: Company) -> None:
    journal = company.journal(("Rent Expense", "50"), ("Petty Cash", "-50"))
    reversal = company.do(ReverseJournal(id=journal.id, date=LATER))
    assert (reversal.number, reversal.reverses_id) == ("2", journal.id)
    assert company.balances(on=dt.date(2026, 3, 31)) == amounts(Rent_Expense="50", Petty_Cash="-50")
    assert company.balances() == {}
    company.do(DeleteJournal(id=reversal.id))
    assert company.balances() == amounts(Rent_Expense="50", Petty_Cash="-50")


def test_a_tax_collects_in_its_own_account_when_it_has_one(company: Company) -> None:
    adjustments = company.account("Opening Balance Adjustments")
    tax = company.do(CreateTax(name="Levy", percentage=D(5), account_id=adjustments))
    company.invoice(line("1", "100", tax_id=tax.id))
    assert company.balances() == amounts(Accounts_Receivable="105", Sales="-100", Opening_Balance_Adjustments="-5")


def test_the_newest_entries_of_an_account_come_first(company: Company) -> None:
    for month in (3, 5, 4):
        company.invoice(date=dt.date(2026, month, 1))
    newest = company.book.account_entries(company.account("Sales"), entries_max=2)
    assert [entry.date.month for entry in newest] == [5, 4]


def test_a_tax_on_a_journals_line_stands_on_the_same_side(company: Company) -> None:
    gst = company.tax_group(company.tax("9", name="CGST"), company.tax("9", name="SGST"))
    (cost, paid) = company.journal_lines(("Rent Expense", "100"), ("Petty Cash", "-118"))
    company.refused(CreateJournal(lines=(cost, paid)), Reason.UNBALANCED)
    journal = company.do(CreateJournal(lines=(replace(cost, tax_id=gst), paid)))
    assert company.balances() == amounts(Rent_Expense="100", Petty_Cash="-118", Tax_Payable="18")
    assert (journal.total, [tax.amount for tax in journal.taxes]) == (118, [9, 9])
    company.refused(DeleteTaxGroup(id=gst), Reason.IN_USE)
    company.do(ReverseJournal(id=journal.id))
    assert company.balances() == {}


def test_a_journals_taxes_balance_in_both_currencies(company: Company) -> None:
    vat = company.tax("7.7", name="VAT")
    (cost, paid) = company.journal_lines(("Rent Expense", "33.33"), ("Petty Cash", "-35.90"))
    lines = (replace(cost, tax_id=vat), paid)
    euro = company.currency("EUR")
    journal = company.do(CreateJournal(lines=lines, currency_id=euro, exchange_rate=D("1.0637")))
    assert sum(company.balances().values()) == 0
    assert (journal.total, journal.taxes[0].base_amount) == (D("35.90"), D("2.73"))
