"""What may be done to a document in each of its states."""

import datetime as dt
from collections.abc import Callable

import pytest

from tallystick.books import lifecycle
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    CreateCreditNote,
    CreditNote,
    CreditNoteState,
    DeleteCreditNote,
    MarkCreditNoteDraft,
    MarkCreditNoteOpen,
    RefundCreditNote,
    UpdateCreditNote,
    VoidCreditNote,
)
from tallystick.books.documents.document import Command, Target
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    CreateInvoice,
    DeleteInvoice,
    Invoice,
    InvoiceState,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    UpdateInvoice,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.documents.journal import JournalState, ReverseJournal
from tallystick.books.documents.payment import CreatePayment, DeletePayment, RefundPayment
from tallystick.books.documents.user import ActivateUser, CreateUser, DeactivateUser, UserStatus
from tallystick.books.lifecycle import CreditNoteStatus, InvoiceStatus
from tallystick.books.refusal import Reason
from tests.books.company import MONDAY, Company, D, line, parts

DRAFT, SENT, VOID = InvoiceState.DRAFT, InvoiceState.SENT, InvoiceState.VOID


def in_state(company: Company, state: InvoiceState) -> Invoice:
    invoice = company.draft()
    steps: dict[InvoiceState, type[Target]] = {SENT: MarkInvoiceSent, VOID: VoidInvoice}
    moved: Invoice = company.do(steps[state](id=invoice.id)) if state in steps else invoice
    return moved


INVOICE_STEPS: list[tuple[Callable[..., Command], dict[InvoiceState, InvoiceState | None]]] = [
    (MarkInvoiceSent, {DRAFT: SENT, SENT: SENT, VOID: SENT}),
    (VoidInvoice, {DRAFT: VOID, SENT: VOID, VOID: None}),
    (MarkInvoiceDraft, {DRAFT: None, SENT: DRAFT, VOID: DRAFT}),
    (UpdateInvoice, {DRAFT: DRAFT, SENT: SENT, VOID: None}),
    (WriteOffInvoice, {DRAFT: None, SENT: SENT, VOID: None}),
    (DeleteInvoice, {DRAFT: DRAFT, SENT: SENT, VOID: VOID}),
]


@pytest.mark.parametrize(
    ("command", "state", "following"),
    [(command, state, following) for command, steps in INVOICE_STEPS for state, following in steps.items()],
)
def test_an_invoice_steps_as_its_table_says(
    company: Company, command: Callable[..., Command], state: InvoiceState, following: InvoiceState | None
) -> None:
    invoice = in_state(company, state)
    if following is None:
        refused = company.refused(command(id=invoice.id), Reason.WRONG_STATUS)
        assert refused.facts["status"] == state.value
    else:
        assert company.do(command(id=invoice.id)).state is following


@pytest.mark.parametrize("command", [UpdateInvoice, DeleteInvoice, VoidInvoice, MarkInvoiceDraft])
def test_an_invoice_with_money_on_it_stays_as_it_is(company: Company, command: Callable[..., Command]) -> None:
    paid, credited, given_up = company.invoice(), company.invoice(), company.invoice()
    company.payment("10", (paid, "10"))
    company.do(ApplyCreditNote(id=company.credit_note().id, applications=parts([(credited, "10")])))
    company.do(WriteOffInvoice(id=given_up.id))
    company.refused(command(id=paid.id), Reason.HAS_PAYMENTS)
    company.refused(command(id=credited.id), Reason.HAS_CREDITS)
    company.refused(command(id=given_up.id), Reason.WRITTEN_OFF)


def test_a_deleted_payment_frees_its_invoice(company: Company) -> None:
    invoice = company.invoice()
    payment = company.payment("10", (invoice, "10"))
    company.do(DeletePayment(id=payment.id))
    company.do(VoidInvoice(id=invoice.id))
    company.do(DeleteInvoice(id=invoice.id))
    assert invoice.id not in company.book.invoices


def test_an_invoice_is_written_off_once_and_only_when_something_is_due(company: Company) -> None:
    invoice = company.invoice()
    company.refused(CancelInvoiceWriteOff(id=invoice.id), Reason.NOTHING_DUE)
    company.do(WriteOffInvoice(id=invoice.id))
    company.refused(WriteOffInvoice(id=invoice.id), Reason.WRITTEN_OFF)
    paid = company.invoice()
    company.payment("100", (paid, "100"))
    company.refused(WriteOffInvoice(id=paid.id), Reason.NOTHING_DUE)


def test_money_received_issues_a_draft_but_never_a_void_invoice(company: Company) -> None:
    draft, void = in_state(company, DRAFT), in_state(company, VOID)
    company.payment("10", (draft, "10"))
    assert company.book.invoices[draft.id].state is SENT
    assert company.book.invoices[draft.id].sent_at == company.now
    asked = CreatePayment(contact_id=company.acme.id, amount=D(10), applications=parts([(void, "10")]))
    company.refused(asked, Reason.WRONG_STATUS)


@pytest.mark.parametrize(
    ("state", "paid", "day", "status"),
    [
        (DRAFT, "0", 40, InvoiceStatus.DRAFT),
        (VOID, "0", 40, InvoiceStatus.VOID),
        (SENT, "0", 30, InvoiceStatus.SENT),
        (SENT, "0", 31, InvoiceStatus.OVERDUE),
        (SENT, "1", 30, InvoiceStatus.PARTIALLY_PAID),
        (SENT, "1", 31, InvoiceStatus.OVERDUE),
        (SENT, "100", 31, InvoiceStatus.PAID),
    ],
)
def test_the_status_follows_from_money_and_the_day(
    company: Company, state: InvoiceState, paid: str, day: int, status: InvoiceStatus
) -> None:
    customer = company.customer("Net 30", terms_days=30)
    invoice = company.draft(contact_id=customer.id)
    if state is VOID:
        company.do(VoidInvoice(id=invoice.id))
    if state is SENT:
        company.do(MarkInvoiceSent(id=invoice.id))
    if D(paid):
        company.payment(paid, (invoice, paid), contact_id=customer.id)
    now = company.book.invoices[invoice.id]
    assert lifecycle.invoice_status(now, MONDAY + dt.timedelta(days=day)) is status


def test_an_invoice_of_nothing_is_paid_as_soon_as_it_is_sent(company: Company) -> None:
    assert lifecycle.invoice_status(company.invoice(line("-5", "0")), MONDAY) is InvoiceStatus.PAID


CN_DRAFT, CN_OPEN, CN_VOID = CreditNoteState.DRAFT, CreditNoteState.OPEN, CreditNoteState.VOID

CREDIT_NOTE_STEPS: list[tuple[Callable[..., Command], dict[CreditNoteState, CreditNoteState | None]]] = [
    (MarkCreditNoteOpen, {CN_DRAFT: CN_OPEN, CN_OPEN: CN_OPEN, CN_VOID: CN_OPEN}),
    (VoidCreditNote, {CN_DRAFT: CN_VOID, CN_OPEN: CN_VOID, CN_VOID: None}),
    (MarkCreditNoteDraft, {CN_DRAFT: None, CN_OPEN: CN_DRAFT, CN_VOID: CN_DRAFT}),
    (UpdateCreditNote, {CN_DRAFT: CN_DRAFT, CN_OPEN: CN_OPEN, CN_VOID: None}),
    (DeleteCreditNote, {CN_DRAFT: CN_DRAFT, CN_OPEN: CN_OPEN, CN_VOID: CN_VOID}),
]


def note_in_state(company: Company, state: CreditNoteState) -> CreditNote:
    note = company.credit_note(state=CN_DRAFT if state is CN_DRAFT else CN_OPEN)
    voided: CreditNote = company.do(VoidCreditNote(id=note.id)) if state is CN_VOID else note
    return voided


@pytest.mark.parametrize(
    ("command", "state", "following"),
    [(command, state, following) for command, steps in CREDIT_NOTE_STEPS for state, following in steps.items()],
)
def test_a_credit_note_steps_as_its_table_says(
    company: Company, command: Callable[..., Command], state: CreditNoteState, following: CreditNoteState | None
) -> None:
    note = note_in_state(company, state)
    if following is None:
        company.refused(command(id=note.id), Reason.WRONG_STATUS)
    else:
        assert company.do(command(id=note.id)).state is following


@pytest.mark.parametrize("command", [UpdateCreditNote, DeleteCreditNote, VoidCreditNote, MarkCreditNoteDraft])
def test_a_credit_note_in_use_stays_as_it_is(company: Company, command: Callable[..., Command]) -> None:
    applied, refunded = company.credit_note(), company.credit_note()
    company.do(ApplyCreditNote(id=applied.id, applications=parts([(company.invoice(), "10")])))
    company.do(RefundCreditNote(id=refunded.id, amount=D(10), account_id=company.account("Petty Cash")))
    company.refused(command(id=applied.id), Reason.HAS_CREDITS)
    company.refused(command(id=refunded.id), Reason.HAS_REFUNDS)


@pytest.mark.parametrize("state", [CN_DRAFT, CN_VOID])
def test_only_an_open_credit_note_can_be_spent(company: Company, state: CreditNoteState) -> None:
    note, invoice = note_in_state(company, state), company.invoice()
    company.refused(ApplyCreditNote(id=note.id, applications=parts([(invoice, "10")])), Reason.WRONG_STATUS)
    company.refused(RefundCreditNote(id=note.id, account_id=company.account("Petty Cash")), Reason.WRONG_STATUS)


def test_a_credit_note_closes_when_its_balance_is_used_up(company: Company) -> None:
    note, invoice = company.credit_note(), company.invoice()
    assert lifecycle.credit_note_status(note) is CreditNoteStatus.OPEN
    used = company.do(ApplyCreditNote(id=note.id, applications=parts([(invoice, "100")])))
    assert lifecycle.credit_note_status(used) is CreditNoteStatus.CLOSED
    assert lifecycle.credit_note_status(note_in_state(company, CN_DRAFT)) is CreditNoteStatus.DRAFT
    assert lifecycle.credit_note_status(note_in_state(company, CN_VOID)) is CreditNoteStatus.VOID


def test_documents_begin_as_the_books_have_it(company: Company) -> None:
    assert company.draft().state is InvoiceState.DRAFT
    assert company.credit_note().state is CreditNoteState.OPEN
    assert company.journal(("Rent Expense", "5"), ("Petty Cash", "-5")).state is JournalState.PUBLISHED


def test_nothing_is_made_void(company: Company) -> None:
    invoice = CreateInvoice(contact_id=company.acme.id, lines=(line(),), state=VOID)
    note = CreateCreditNote(contact_id=company.acme.id, lines=(line(),), state=CN_VOID)
    for command in (invoice, note):
        company.refused(command, Reason.WRONG_STATUS)


def test_a_payment_with_refunds_is_not_deleted(company: Company) -> None:
    payment = company.payment("10")
    company.do(RefundPayment(id=payment.id, amount=D(1), account_id=company.account("Petty Cash")))
    company.refused(DeletePayment(id=payment.id), Reason.HAS_REFUNDS)


def test_a_draft_journal_has_nothing_to_reverse(company: Company) -> None:
    journal = company.journal(("Rent Expense", "5"), ("Petty Cash", "-5"), state=JournalState.DRAFT)
    company.refused(ReverseJournal(id=journal.id), Reason.WRONG_STATUS)


def test_an_invited_user_becomes_active_but_not_inactive(company: Company) -> None:
    user = company.do(CreateUser(name="Ann", email="ann@example.com", status=UserStatus.INVITED))
    company.refused(DeactivateUser(id=user.id), Reason.WRONG_STATUS)
    assert company.do(ActivateUser(id=user.id)).status is UserStatus.ACTIVE
    assert company.do(DeactivateUser(id=user.id)).status is UserStatus.INACTIVE
