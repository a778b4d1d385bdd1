"""The book against the auditor: random commands, legal and not, must do what the rules of accounting say, or be refused."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tallystick.books.book import Book
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bank_transaction import CreateBankTransaction, DeleteBankTransaction
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    CreateCreditNote,
    DeleteCreditNote,
    RefundCreditNote,
    VoidCreditNote,
)
from tallystick.books.documents.document import Command
from tallystick.books.documents.invoice import (
    CreateInvoice,
    DeleteInvoice,
    InvoiceState,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.documents.lock import LockPeriod, LockScope
from tallystick.books.documents.payment import CreatePayment, DeletePayment, RefundPayment
from tallystick.books.documents.settings import BookSettings
from tallystick.books.refusal import Reason, Refused
from tests.books.auditor import Auditor, Claim, Money
from tests.books.company import MONDAY, Company, line

MONEY = st.integers(1, 300).map(lambda units: Decimal(units) / 4)
DAYS = st.integers(0, 40).map(lambda days: MONDAY - dt.timedelta(days=days))
PICKS = st.integers(0, 1_000)


class Audit(RuleBasedStateMachine):
    """One customer, one currency; every command is foretold by the auditor."""

    def __init__(self) -> None:
        super().__init__()
        self.company = Company()
        self.book = self.company.book
        self.auditor = Auditor()
        self.changes = list(self.book.changes())
        self.book.subscribe(self.changes.extend)
        self.cash = self.company.account("Undeposited Funds")

    def ask(self, command: Command, reason: Reason | None, *dates: dt.date) -> Any:
        """Ask the book, and hold its answer against what was foretold; a lock is looked at last."""
        foretold = reason or (Reason.LOCKED if self.auditor.is_locked(*dates) else None)
        before = self.company.balances()
        refused = document = None
        try:
            document = self.book.execute(command).document
        except Refused as error:
            refused = error
        if refused is not None:
            assert refused.reason is foretold, (command, refused, foretold)
            assert self.company.balances() == before
            return None
        assert foretold is None, (command, foretold)
        return document

    def pick(self, table: dict[str, Any], pick: int) -> tuple[str, Any] | None:
        return list(table.items())[pick % len(table)] if table else None

    @rule(amount=MONEY, date=DAYS)
    def sell(self, amount: Decimal, date: dt.date) -> None:
        lines = (line("1", str(amount)),)
        command = CreateInvoice(contact_id=self.company.acme.id, lines=lines, date=date, state=InvoiceState.SENT)
        if made := self.ask(command, None, date):
            self.auditor.invoices[made.id] = Claim(date, amount)

    @rule(amount=MONEY, date=DAYS)
    def credit(self, amount: Decimal, date: dt.date) -> None:
        command = CreateCreditNote(contact_id=self.company.acme.id, lines=(line("1", str(amount)),), date=date)
        if made := self.ask(command, None, date):
            self.auditor.notes[made.id] = Claim(date, amount)

    @rule(amount=MONEY, part=MONEY, pick=PICKS, date=DAYS)
    def receive(self, amount: Decimal, part: Decimal, pick: int, date: dt.date) -> None:
        chosen = self.pick({key: each for key, each in self.auditor.invoices.items() if not each.void}, pick)
        applied = () if chosen is None else (ApplicationFields(document_id=chosen[0], amount=part),)
        reason = None
        if chosen is not None:
            reason = Reason.OVER_CREDITED if part > amount else self.auditor.over(part, chosen[1])
            if part > amount and part > chosen[1].left:
                return  # Both rules are broken; which is told first is not a matter of accounting.
        command = CreatePayment(contact_id=self.company.acme.id, amount=amount, date=date, applications=applied)
        if made := self.ask(command, reason, date):
            money = self.auditor.payments[made.id] = Money(date, amount)
            if chosen is not None:
                chosen[1].settled += part
                money.parts[chosen[0]] = part

    @rule(part=MONEY, pick=PICKS, other=PICKS)
    def apply(self, part: Decimal, pick: int, other: int) -> None:
        open_notes = {key: each for key, each in self.auditor.notes.items() if not each.void}
        note = self.pick(open_notes, pick)
        sold = self.pick({key: each for key, each in self.auditor.invoices.items() if not each.void}, other)
        if note is None or sold is None or (part > note[1].left and part > sold[1].left):
            return
        reason = Reason.OVER_CREDITED if part > note[1].left else self.auditor.over(part, sold[1])
        parts = (ApplicationFields(document_id=sold[0], amount=part),)
        if self.ask(ApplyCreditNote(id=note[0], applications=parts), reason):
            note[1].settled += part
            sold[1].settled += part
            held = self.auditor.note_parts.setdefault(note[0], {})
            held[sold[0]] = held.get(sold[0], Decimal(0)) + part

    @rule(amount=MONEY, pick=PICKS)
    def refund_credit(self, amount: Decimal, pick: int) -> None:
        note = self.pick({key: each for key, each in self.auditor.notes.items() if not each.void}, pick)
        if note is None:
            return
        reason = Reason.OVER_REFUNDED if amount > note[1].left else None
        command = RefundCreditNote(id=note[0], amount=amount, date=MONDAY, account_id=self.cash)
        if self.ask(command, reason, MONDAY):
            note[1].settled += amount
            self.auditor.refunded[note[0]] = self.auditor.refunded.get(note[0], Decimal(0)) + amount

    @rule(amount=MONEY, pick=PICKS)
    def give_back(self, amount: Decimal, pick: int) -> None:
        payment = self.pick(self.auditor.payments, pick)
        if payment is None:
            return
        reason = Reason.OVER_REFUNDED if amount > payment[1].left else None
        command = RefundPayment(id=payment[0], amount=amount, date=MONDAY, account_id=self.cash)
        if self.ask(command, reason, MONDAY):
            payment[1].given_back += amount

    @rule(pick=PICKS)
    def take_payment_back(self, pick: int) -> None:
        payment = self.pick(self.auditor.payments, pick)
        if payment is None:
            return
        reason = Reason.HAS_REFUNDS if payment[1].given_back else None
        if self.ask(DeletePayment(id=payment[0]), reason, payment[1].date):
            for invoice_id, part in payment[1].parts.items():
                self.auditor.invoices[invoice_id].settled -= part
            del self.auditor.payments[payment[0]]

    @rule(pick=PICKS, void=st.booleans())
    def end_invoice(self, pick: int, *, void: bool) -> None:
        sold = self.pick({key: each for key, each in self.auditor.invoices.items() if not each.void}, pick)
        if sold is None:
            return
        paid = any(sold[0] in money.parts for money in self.auditor.payments.values())
        credited = any(sold[0] in parts for parts in self.auditor.note_parts.values())
        reason = Reason.HAS_PAYMENTS if paid else self.auditor.may_end(sold[1], parts=credited, back=False)
        command = VoidInvoice(id=sold[0]) if void else DeleteInvoice(id=sold[0])
        if self.ask(command, reason, sold[1].date):
            sold[1].void = True
            if not void:
                del self.auditor.invoices[sold[0]]

    @rule(pick=PICKS, void=st.booleans())
    def end_note(self, pick: int, *, void: bool) -> None:
        note = self.pick({key: each for key, each in self.auditor.notes.items() if not each.void}, pick)
        if note is None:
            return
        applied, back = note[0] in self.auditor.note_parts, note[0] in self.auditor.refunded
        reason = self.auditor.may_end(note[1], parts=applied, back=back)
        command = VoidCreditNote(id=note[0]) if void else DeleteCreditNote(id=note[0])
        if self.ask(command, reason, note[1].date):
            note[1].void = True
            if not void:
                del self.auditor.notes[note[0]]

    @rule(pick=PICKS)
    def write_off(self, pick: int) -> None:
        sold = self.pick({key: each for key, each in self.auditor.invoices.items() if not each.void}, pick)
        if sold is None:
            return
        reason = Reason.WRITTEN_OFF if sold[1].given_up else None if sold[1].left else Reason.NOTHING_DUE
        if self.ask(WriteOffInvoice(id=sold[0]), reason, MONDAY):
            sold[1].given_up = sold[1].left

    @rule(amount=MONEY, date=DAYS)
    def transfer(self, amount: Decimal, date: dt.date) -> None:
        petty = self.company.account("Petty Cash")
        command = CreateBankTransaction(from_account_id=self.cash, to_account_id=petty, amount=amount, date=date)
        if made := self.ask(command, None, date):
            self.auditor.moved[made.id] = date, amount

    @rule(pick=PICKS)
    def take_transfer_back(self, pick: int) -> None:
        moved = self.pick(self.auditor.moved, pick)
        if moved is not None and self.ask(DeleteBankTransaction(id=moved[0]), None, moved[1][0]):
            del self.auditor.moved[moved[0]]

    @rule(days=st.integers(20, 60))
    def lock(self, days: int) -> None:
        through = MONDAY - dt.timedelta(days=days)
        self.book.execute(LockPeriod(scope=LockScope.ALL, through=through, reason="Closed"))
        self.auditor.locked_through = through

    @invariant()
    def the_accounts_hold_what_the_auditor_says(self) -> None:
        assert self.company.balances() == self.auditor.balances()

    def teardown(self) -> None:
        """Replay every change: the same state must come of it, and it must agree with its records."""
        assert self.book.audit() == []
        again = Book(BookSettings(), clock=lambda: self.company.now, ids=iter(()).__next__)
        again.restore(self.changes)
        assert again.changes() == self.book.changes()


SMALL = settings(
    max_examples=100,
    stateful_step_count=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_book_agrees_with_the_auditor() -> None:
    run_state_machine_as_test(Audit, settings=SMALL)


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_the_book_agrees_with_the_auditor_for_long() -> None:
    """Bounded by its examples: between five and ten minutes on one core."""
    long = settings(SMALL, max_examples=15_000, stateful_step_count=60)
    run_state_machine_as_test(Audit, settings=long)
