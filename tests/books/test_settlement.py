"""Money and credit against invoices: what is too much, and what customers are then said to owe."""

import pytest
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.credit_note import ApplyCreditNote, CreateCreditNote, RefundCreditNote
from tallystick.books.documents.invoice import DeleteInvoice
from tallystick.books.documents.journal import CreateJournal
from tallystick.books.documents.payment import (
    ApplyPayment,
    CreatePayment,
    RefundPayment,
    UnapplyPayment,
    UpdatePayment,
    UpdatePaymentRefund,
)
from tallystick.books.receivable import ContactBalance
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, line, parts


def owed(company: Company) -> tuple[str, str]:
    held = company.book.receivable(company.acme.id)
    assert (held.outstanding, held.unused_credits) == (held.outstanding_base, held.unused_credits_base)
    return f"{held.outstanding:.2f}", f"{held.unused_credits:.2f}"


def test_more_than_is_due_is_refused_and_the_figures_told(company: Company) -> None:
    invoice = company.invoice()
    asked = CreatePayment(contact_id=company.acme.id, amount=D(200), applications=parts([(invoice, "100.01")]))
    refused = company.refused(asked, Reason.OVER_APPLIED)
    assert refused.field == "applications[0].amount"
    assert (refused.facts["amount"], refused.facts["balance"]) == ("100.01", "100.00")
    assert "over applied at applications[0].amount" in str(refused)


def test_tax_withheld_counts_toward_what_is_due(company: Company) -> None:
    invoice = company.invoice()
    applied = ApplicationFields(document_id=invoice.id, amount=D(95), withheld=D(6))
    company.refused(
        CreatePayment(contact_id=company.acme.id, amount=D(95), applications=(applied,)), Reason.OVER_APPLIED
    )


def test_more_than_was_paid_is_refused(company: Company) -> None:
    first, second = company.invoice(), company.invoice()
    asked = parts([(first, "60"), (second, "60")])
    refused = company.refused(
        CreatePayment(contact_id=company.acme.id, amount=D(100), applications=asked), Reason.OVER_CREDITED
    )
    assert refused.field == "applications[1].amount"
    payment = company.payment("100")
    company.refused(ApplyPayment(id=payment.id, applications=asked), Reason.OVER_CREDITED)
    note = company.credit_note()
    company.refused(ApplyCreditNote(id=note.id, applications=asked), Reason.OVER_CREDITED)


def test_a_changed_payment_must_still_cover_what_it_gave(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("100", (invoice, "60"))
    company.refused(UpdatePayment(id=payment.id, amount=D(59)), Reason.OVER_CREDITED)
    company.do(RefundPayment(id=payment.id, amount=D(40), account_id=company.account("Petty Cash")))
    company.refused(UpdatePayment(id=payment.id, amount=D(99)), Reason.OVER_CREDITED)
    company.refused(UpdatePayment(id=payment.id, amount=D(39)), Reason.OVER_REFUNDED)


def test_more_than_is_left_is_not_refunded(company: Company) -> None:
    cash = company.account("Petty Cash")
    payment, note = company.payment("100"), company.credit_note()
    company.refused(RefundPayment(id=payment.id, amount=D("100.01"), account_id=cash), Reason.OVER_REFUNDED)
    company.refused(RefundCreditNote(id=note.id, amount=D("100.01"), account_id=cash), Reason.OVER_REFUNDED)
    refund = company.do(RefundPayment(id=payment.id, amount=D(60), account_id=cash)).refunds[0]
    company.refused(UpdatePaymentRefund(id=payment.id, refund_id=refund.id, amount=D("100.01")), Reason.OVER_REFUNDED)
    company.refused(RefundPayment(id=payment.id, amount=D(-1), account_id=cash), Reason.NEGATIVE_AMOUNT)
    company.refused(RefundPayment(id=payment.id, amount=D(0), account_id=cash), Reason.BAD_AMOUNT)
    company.refused(RefundPayment(id=payment.id, amount=D(1)), Reason.REQUIRED)


@pytest.mark.parametrize(
    ("amount", "reason"), [("-1", Reason.NEGATIVE_AMOUNT), ("0", Reason.BAD_AMOUNT), ("0.004", Reason.BAD_AMOUNT)]
)
def test_nothing_or_less_is_neither_paid_nor_applied(company: Company, amount: str, reason: Reason) -> None:
    invoice = company.invoice()
    company.refused(CreatePayment(contact_id=company.acme.id, amount=D(amount)), reason)
    asked = parts([(invoice, amount)])
    company.refused(CreatePayment(contact_id=company.acme.id, amount=D(5), applications=asked), reason)


def test_another_customers_invoice_is_not_settled(company: Company) -> None:
    other = company.customer("Other")
    invoice = company.invoice(contact_id=other.id)
    asked = parts([(invoice, "10")])
    company.refused(
        CreatePayment(contact_id=company.acme.id, amount=D(10), applications=asked), Reason.CONTACT_MISMATCH
    )
    company.refused(
        CreateCreditNote(contact_id=company.acme.id, lines=(line(),), applications=asked), Reason.CONTACT_MISMATCH
    )


def test_an_invoice_is_named_once_in_a_command(company: Company) -> None:
    invoice = company.invoice()
    asked = parts([(invoice, "10"), (invoice, "10")])
    company.refused(
        CreatePayment(contact_id=company.acme.id, amount=D(50), applications=asked), Reason.DUPLICATE_APPLICATION
    )


def test_what_is_unknown_is_refused_by_its_field(company: Company) -> None:
    payment = company.payment("10")
    nowhere = (ApplicationFields(document_id="999", amount=D(1)),)
    assert company.refused(ApplyPayment(id=payment.id, applications=nowhere), Reason.UNKNOWN_ID).field == (
        "applications[0].document_id"
    )
    company.refused(UnapplyPayment(id=payment.id, application_id="999"), Reason.UNKNOWN_ID)
    company.refused(UpdatePaymentRefund(id=payment.id, refund_id="999"), Reason.UNKNOWN_ID)


def test_only_money_has_tax_withheld(company: Company) -> None:
    applied = ApplicationFields(document_id=company.invoice().id, amount=D(1), withheld=D(1))
    company.refused(ApplyCreditNote(id=company.credit_note().id, applications=(applied,)), Reason.WRONG_TYPE)


def test_bank_charges_do_not_exceed_the_payment(company: Company) -> None:
    for charges, reason in (("11", Reason.BAD_AMOUNT), ("-1", Reason.NEGATIVE_AMOUNT)):
        asked = CreatePayment(contact_id=company.acme.id, amount=D(10), bank_charges=D(charges))
        assert company.refused(asked, reason).field == "bank_charges"


def test_a_credit_note_is_applied_as_it_is_made(company: Company) -> None:
    invoice = company.invoice()
    note = company.credit_note(line("1", "30"), applications=parts([(invoice, "30")]))
    assert note.balance == D(0)
    assert company.book.invoices[invoice.id].balance == D(70)


def test_a_customer_owes_open_invoices_and_holds_what_is_unused(company: Company) -> None:
    company.draft()
    assert owed(company) == ("0.00", "0.00")
    invoice = company.invoice()
    assert owed(company) == ("100.00", "0.00")
    company.payment("60", (invoice, "40"))
    assert owed(company) == ("60.00", "20.00")
    note = company.credit_note(line("1", "30"))
    assert owed(company) == ("60.00", "50.00")
    company.do(ApplyCreditNote(id=note.id, applications=parts([(invoice, "30")])))
    assert owed(company) == ("30.00", "20.00")
    assert company.book.receivable("nobody") == ContactBalance()


def test_a_journal_on_the_receivable_counts_with_its_customer(company: Company) -> None:

    lines = company.journal_lines(("Accounts Receivable", "25"), ("Sales", "-25"))
    company.do(CreateJournal(lines=(replace(lines[0], contact_id=company.acme.id), lines[1])))
    assert owed(company) == ("25.00", "0.00")


def test_the_book_knows_what_was_set_against_an_invoice(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("60", (invoice, "40"))
    note = company.credit_note(line("1", "30"), applications=parts([(invoice, "30")]))
    found = company.book.applied_to(invoice.id)
    assert [(kind, source, application.amount) for kind, source, application in found] == [
        (Kind.PAYMENT, payment.id, D(40)),
        (Kind.CREDIT_NOTE, note.id, D(30)),
    ]
    assert list(company.book.documents_of(company.acme.id)) == [
        (Kind.INVOICE, invoice.id),
        (Kind.PAYMENT, payment.id),
        (Kind.CREDIT_NOTE, note.id),
    ]


def test_a_deleted_document_is_forgotten_everywhere(company: Company) -> None:
    invoice = company.invoice()
    company.do(DeleteInvoice(id=invoice.id))
    assert company.book.find_number(Kind.INVOICE, invoice.number) is None
    assert list(company.book.documents_of(company.acme.id)) == []
    assert company.book.applied_to(invoice.id) == ()
    assert not company.book.is_used(company.acme.id)
