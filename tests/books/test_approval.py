"""Documents that have to be approved before they are issued, each kind under the one rule."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.approval import ApproveDocument, RejectDocument, SubmitDocument
from tallystick.books.documents.bill import BillState, CreateBill, MarkBillOpen, UpdateBill
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.credit_note import (
    CreateCreditNote,
    CreditNoteState,
    MarkCreditNoteOpen,
    UpdateCreditNote,
)
from tallystick.books.documents.document import Command
from tallystick.books.documents.estimate import CreateEstimate, MarkEstimateSent, UpdateEstimate
from tallystick.books.documents.invoice import CreateInvoice, InvoiceState, MarkInvoiceSent, UpdateInvoice
from tallystick.books.documents.journal import (
    CreateJournal,
    JournalState,
    PublishJournal,
    ReverseJournal,
    UpdateJournal,
)
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.mail import INVOICE, WriteMail
from tallystick.books.documents.payment import CreatePayment
from tallystick.books.documents.purchase_order import CreatePurchaseOrder, MarkPurchaseOrderOpen, UpdatePurchaseOrder
from tallystick.books.documents.retainer_invoice import (
    CreateRetainerInvoice,
    MarkRetainerInvoiceSent,
    UpdateRetainerInvoice,
)
from tallystick.books.documents.sales_order import CreateSalesOrder, MarkSalesOrderOpen, UpdateSalesOrder
from tallystick.books.documents.settings import UpdateSettings
from tallystick.books.documents.vendor_credit import (
    CreateVendorCredit,
    MarkVendorCreditOpen,
    UpdateVendorCredit,
    VendorCreditState,
)
from tallystick.books.due import catch_up
from tallystick.books.refusal import Reason
from tallystick.books.rules.approval import TABLES
from tests.books.company import Company, D, line, parts

Make = Callable[[Company], Any]


def sale(command: Callable[..., Command], **fields: Any) -> Make:
    return lambda company: company.do(command(contact_id=company.acme.id, lines=(line(),), **fields))


def purchase(command: Callable[..., Command], **fields: Any) -> Make:
    def make(company: Company) -> Any:
        vendor = company.customer("Paper Mill", role=ContactRole.VENDOR)
        lines = (LineFields(account_id=company.account("Rent Expense"), quantity=D(1), rate=D(100)),)
        return company.do(command(contact_id=vendor.id, lines=lines, **fields))

    return make


def journal(company: Company) -> Any:
    return company.journal(("Rent Expense", "40"), ("Sales", "-40"), state=JournalState.DRAFT)


DRAFTS: dict[Kind, tuple[Make, Callable[..., Command], Callable[..., Command]]] = {
    Kind.INVOICE: (sale(CreateInvoice), MarkInvoiceSent, UpdateInvoice),
    Kind.ESTIMATE: (sale(CreateEstimate), MarkEstimateSent, UpdateEstimate),
    Kind.SALES_ORDER: (sale(CreateSalesOrder), MarkSalesOrderOpen, UpdateSalesOrder),
    Kind.CREDIT_NOTE: (sale(CreateCreditNote, state=CreditNoteState.DRAFT), MarkCreditNoteOpen, UpdateCreditNote),
    Kind.RETAINER_INVOICE: (sale(CreateRetainerInvoice), MarkRetainerInvoiceSent, UpdateRetainerInvoice),
    Kind.BILL: (purchase(CreateBill, number="B-1", state=BillState.DRAFT), MarkBillOpen, UpdateBill),
    Kind.PURCHASE_ORDER: (purchase(CreatePurchaseOrder), MarkPurchaseOrderOpen, UpdatePurchaseOrder),
    Kind.VENDOR_CREDIT: (
        purchase(CreateVendorCredit, state=VendorCreditState.DRAFT),
        MarkVendorCreditOpen,
        UpdateVendorCredit,
    ),
    Kind.JOURNAL: (journal, PublishJournal, UpdateJournal),
}


@pytest.fixture
def strict() -> Company:
    return Company(approvals_needed=1)


def test_every_kind_that_can_be_approved_is_tried_here() -> None:
    assert set(DRAFTS) == set(TABLES)


@pytest.mark.parametrize("kind", DRAFTS)
def test_nothing_is_issued_or_posted_before_it_is_approved(strict: Company, kind: Kind) -> None:
    make, issue, _ = DRAFTS[kind]
    draft = make(strict)
    strict.refused(issue(id=draft.id), Reason.NOT_APPROVED)
    pending = strict.do(SubmitDocument(kind=kind.value, id=draft.id, user_id="7"))
    assert (pending.state.value, pending.approval.submitted_by) == ("pending_approval", "7")
    strict.refused(issue(id=draft.id), Reason.WRONG_STATUS)
    approved = strict.do(ApproveDocument(kind=kind.value, id=draft.id, user_id="8"))
    assert (approved.state.value, approved.approval.approved_by) == ("approved", ("8",))
    assert strict.balances() == {}
    issued = strict.do(issue(id=draft.id))
    assert issued.state.value not in {"draft", "pending_approval", "approved", "rejected"}


@pytest.mark.parametrize("kind", DRAFTS)
def test_what_is_rejected_or_changed_after_approval_is_submitted_again(strict: Company, kind: Kind) -> None:
    make, issue, change = DRAFTS[kind]
    draft = make(strict)
    submit = SubmitDocument(kind=kind.value, id=draft.id)
    strict.do(submit)
    strict.refused(change(id=draft.id, reference="new"), Reason.WRONG_STATUS)
    rejected = strict.do(RejectDocument(kind=kind.value, id=draft.id, reason="too dear", user_id="8"))
    assert (rejected.state.value, rejected.approval.reason) == ("rejected", "too dear")
    strict.refused(issue(id=draft.id), Reason.WRONG_STATUS)
    assert strict.do(change(id=draft.id, reference="new")).state.value == "draft"
    strict.do(submit)
    strict.do(ApproveDocument(kind=kind.value, id=draft.id))
    assert strict.do(change(id=draft.id, reference="newer")).state.value == "draft"
    strict.refused(issue(id=draft.id), Reason.NOT_APPROVED)


@pytest.mark.parametrize("kind", DRAFTS)
def test_without_approvals_nothing_is_submitted(company: Company, kind: Kind) -> None:
    make, issue, _ = DRAFTS[kind]
    draft = make(company)
    for command in (SubmitDocument, ApproveDocument, RejectDocument):
        company.refused(command(kind=kind.value, id=draft.id), Reason.APPROVALS_OFF)
    company.do(issue(id=draft.id))


def test_an_approved_document_may_be_issued_after_approvals_are_turned_off(strict: Company) -> None:
    invoice = strict.draft()
    strict.do(SubmitDocument(kind="invoice", id=invoice.id))
    strict.do(ApproveDocument(kind="invoice", id=invoice.id))
    strict.do(UpdateSettings(approvals_needed=0))
    assert strict.do(MarkInvoiceSent(id=invoice.id)).state is InvoiceState.SENT


def test_several_approvers_each_count_once_and_the_last_word_ends_it() -> None:
    company = Company(approvals_needed=3)
    first, second = company.draft(), company.draft()
    for invoice in (first, second):
        company.do(SubmitDocument(kind="invoice", id=invoice.id))
    for user, state in (("1", InvoiceState.PENDING_APPROVAL), ("2", InvoiceState.PENDING_APPROVAL)):
        assert company.do(ApproveDocument(kind="invoice", id=first.id, user_id=user)).state is state
    company.refused(ApproveDocument(kind="invoice", id=first.id, user_id="1"), Reason.APPROVED_TWICE)
    approved = company.do(ApproveDocument(kind="invoice", id=first.id, user_id="3"))
    assert (approved.state, approved.approval.approved_by) == (InvoiceState.APPROVED, ("1", "2", "3"))
    final = company.do(ApproveDocument(kind="invoice", id=second.id, final=True, user_id="1"))
    assert final.state is InvoiceState.APPROVED


def test_money_meets_no_draft_while_approvals_are_on(strict: Company) -> None:
    invoice = strict.draft()
    paid = CreatePayment(contact_id=strict.acme.id, amount=D(100), applications=parts([(invoice, "100")]))
    strict.refused(paid, Reason.NOT_APPROVED)
    strict.do(SubmitDocument(kind="invoice", id=invoice.id))
    strict.refused(paid, Reason.WRONG_STATUS)
    strict.do(ApproveDocument(kind="invoice", id=invoice.id))
    strict.do(paid)
    assert strict.book.invoices[invoice.id].balance == 0


def test_a_document_is_made_neither_issued_nor_half_approved(strict: Company) -> None:
    made = CreateInvoice(contact_id=strict.acme.id, lines=(line(),), state=InvoiceState.SENT)
    strict.refused(made, Reason.NOT_APPROVED)
    for state in (InvoiceState.PENDING_APPROVAL, InvoiceState.APPROVED, InvoiceState.REJECTED):
        asked = CreateInvoice(contact_id=strict.acme.id, lines=(line(),), state=state)
        assert strict.refused(asked, Reason.WRONG_STATUS).facts["status"] == state.value
    lines = strict.journal_lines(("Rent Expense", "40"), ("Sales", "-40"))
    strict.refused(CreateJournal(lines=lines, state=JournalState.APPROVED), Reason.WRONG_STATUS)


def test_the_reversal_of_a_journal_has_to_be_approved_too(strict: Company) -> None:
    written = journal(strict)
    strict.do(SubmitDocument(kind="journal", id=written.id))
    strict.do(ApproveDocument(kind="journal", id=written.id))
    strict.do(PublishJournal(id=written.id))
    reversal = strict.do(ReverseJournal(id=written.id, date=dt.date(2026, 3, 31)))
    assert (reversal.state, reversal.approval) == (JournalState.DRAFT, None)
    assert strict.balances()["Rent Expense"] == 40


@pytest.mark.parametrize("needed", [-1, 11])
def test_how_many_approve_has_bounds(company: Company, needed: int) -> None:
    company.refused(UpdateSettings(approvals_needed=needed), Reason.BAD_AMOUNT)


def test_only_documents_with_a_table_are_approved(strict: Company) -> None:
    strict.refused(SubmitDocument(kind="contact", id=strict.acme.id), Reason.WRONG_TYPE)


def test_the_mail_of_an_invoice_waits_until_it_is_approved(company: Company) -> None:
    company.do(UpdateSettings(approvals_needed=1))
    invoice = company.do(CreateInvoice(contact_id=company.acme.id, lines=(line(),)))
    at = company.now + dt.timedelta(hours=1)
    company.do(
        WriteMail(to=("a@example.com",), subject="", body="", purpose=INVOICE, document_id=invoice.id, send_at=at)
    )
    company.do(SubmitDocument(id=invoice.id, kind=Kind.INVOICE.value))
    company.now = at
    assert catch_up(company.book, company.now, company.do) == 0
    company.do(ApproveDocument(id=invoice.id, kind=Kind.INVOICE.value))
    assert catch_up(company.book, company.now, company.do) == 1
    assert company.book.invoices[invoice.id].state is InvoiceState.SENT
