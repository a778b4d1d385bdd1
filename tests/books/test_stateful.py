"""Random commands, legal and not: the book stays balanced, agrees with its records, and can be made again."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tallystick.books.book import Book
from tallystick.books.change import Change, Kind
from tallystick.books.documents.account import DeleteAccount, SystemAccount
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.contact import DeleteContact
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    CreateCreditNote,
    DeleteCreditNote,
    DeleteCreditNoteRefund,
    MarkCreditNoteDraft,
    MarkCreditNoteOpen,
    RefundCreditNote,
    UnapplyCreditNote,
    UpdateCreditNote,
    VoidCreditNote,
)
from tallystick.books.documents.document import Command
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    CreateInvoice,
    DeleteInvoice,
    InvoiceState,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    UpdateInvoice,
    VoidInvoice,
    WriteOffInvoice,
)
from tallystick.books.documents.journal import (
    CreateJournal,
    DeleteJournal,
    JournalLineFields,
    JournalState,
    PublishJournal,
    ReverseJournal,
    Side,
)
from tallystick.books.documents.line import Discount, LineFields
from tallystick.books.documents.payment import (
    ApplyPayment,
    CreatePayment,
    DeletePayment,
    DeletePaymentRefund,
    RefundPayment,
    UnapplyPayment,
    UpdatePayment,
)
from tallystick.books.documents.settings import BookSettings, DiscountLevel, RoundOff, TaxRounding
from tallystick.books.documents.tax import TaxKind
from tallystick.books.lifecycle import invoice_status
from tallystick.books.refusal import Refused
from tests.books.company import MONDAY, Company
from tests.books.from_scratch import check_cash_basis, check_open_items

ODD = [Decimal(text) for text in ("NaN", "1e15", "-2", "0.005", "0")]
MONEY = st.integers(0, 20_000).map(lambda cents: ODD[cents] if cents < len(ODD) else Decimal(cents) / 100)
"""Mostly amounts of an ordinary day, now and then one that must be refused."""
RATES = st.sampled_from([Decimal(text) for text in ("0", "1", "1.1", "0.0067", "1.333333", "151.37")])
CHARGES = st.sampled_from([Decimal(0), Decimal("0.35"), Decimal(50)])
DATES = st.integers(-60, 60).map(lambda days: MONDAY + dt.timedelta(days=days))
PICKS = st.integers(0, 10_000)


class Trade(RuleBasedStateMachine):
    """A company with two customers, three currencies and two taxes, and somebody who asks for anything."""

    def __init__(self) -> None:
        super().__init__()
        self.company = Company()
        self.book = self.company.book
        self.heard: list[Change] = list(self.book.changes())
        self.book.subscribe(self.heard.extend)
        self.contacts = [self.company.acme.id, self.company.customer("Other").id]
        self.currencies = [
            self.book.base_currency.id,
            self.company.currency("EUR", "1.1"),
            self.company.currency("JPY", "0.0067"),
        ]
        simple, compound = self.company.tax("7.5"), self.company.tax("10", kind=TaxKind.COMPOUND)
        self.taxes = ["", simple, self.company.tax_group(simple, compound)]
        self.money_account = self.company.account("Petty Cash")

    @initialize()
    def trade_a_little(self) -> None:
        """Have something of everything there from the start."""
        for contact_id in self.contacts:
            for currency_id in self.currencies:
                said: dict[str, Any] = {"contact_id": contact_id, "currency_id": currency_id}
                lines = (LineFields(quantity=Decimal(3), rate=Decimal("33.35"), tax_id=self.taxes[1]),)
                self.ask(CreateInvoice(lines=lines, state=InvoiceState.SENT, **said))
                self.ask(CreateInvoice(lines=lines, **said))
                self.ask(CreateCreditNote(lines=lines, **said))
                self.ask(CreatePayment(amount=Decimal(150), **said))

    def ask(self, command: Command) -> None:
        """Have a command carried out, or refused with nothing changed; nothing else may happen."""
        before = {kind: dict(self.book.table(kind)) for kind in Kind}
        balances = self.company.balances()
        try:
            self.book.execute(command)
        except Refused:
            assert {kind: dict(self.book.table(kind)) for kind in Kind} == before
            assert self.company.balances() == balances

    def pick(self, kind: Kind, index: int) -> Any:
        """Return some document of a kind, or None."""
        documents = list(self.book.table(kind).values())
        return documents[index % len(documents)] if documents else None

    def pick_id(self, kind: Kind, index: int) -> str:
        """Return the id of some document of a kind, or one that is not there."""
        document = self.pick(kind, index)
        return document.id if document else "nowhere"

    def rate(self, currency: int, drawn: Decimal) -> Decimal:
        """Return a drawn rate, or nearly always 1 for the base currency, which has no other."""
        return drawn if currency % 3 or currency % 20 == 0 else Decimal(1)

    def applications(self, drawn: list[tuple[int, Decimal, Decimal]]) -> tuple[ApplicationFields, ...]:
        return tuple(
            ApplicationFields(document_id=self.pick_id(Kind.INVOICE, index), amount=amount, withheld=withheld)
            for index, amount, withheld in drawn
        )

    def sale(self, drawn: Any) -> dict[str, Any]:
        """Return what is drawn for an invoice or a credit note."""
        lines, choices = drawn
        return {
            "contact_id": self.contacts[choices["contact"] % 2],
            "currency_id": self.currencies[choices["currency"] % 3],
            "exchange_rate": self.rate(choices["currency"], choices["rate"]),
            "date": choices["date"],
            "lines": tuple(
                LineFields(quantity=quantity, rate=rate, tax_id=self.taxes[tax % 3], discount=discount)
                for quantity, rate, tax, discount in lines
            ),
            "discount": choices["discount"],
            "discount_level": choices["level"],
            "discount_before_tax": choices["before_tax"],
            "tax_inclusive": choices["inclusive"],
            "tax_rounding": choices["rounding"],
            "shipping_charge": choices["shipping"],
            "shipping_tax_id": self.taxes[choices["currency"] % 3],
            "adjustment": choices["adjustment"],
            "round_off": choices["round_off"],
        }

    DISCOUNTS = st.one_of(st.none(), st.builds(Discount, st.integers(-1, 101).map(Decimal), st.booleans()))
    SALES = st.tuples(
        st.lists(st.tuples(st.integers(-3, 9).map(Decimal), MONEY, PICKS, DISCOUNTS), min_size=0, max_size=4),
        st.fixed_dictionaries(
            {
                "contact": PICKS,
                "currency": PICKS,
                "rate": RATES,
                "date": DATES,
                "discount": DISCOUNTS,
                "level": st.sampled_from(DiscountLevel),
                "before_tax": st.booleans(),
                "inclusive": st.booleans(),
                "rounding": st.sampled_from(TaxRounding),
                "shipping": st.sampled_from([Decimal(0), Decimal("4.99"), Decimal(-1)]),
                "adjustment": st.sampled_from([Decimal(0), Decimal("0.03"), Decimal("-0.5")]),
                "round_off": st.sampled_from(RoundOff),
            }
        ),
    )
    APPLIED = st.lists(st.tuples(PICKS, MONEY, st.sampled_from([Decimal(0), Decimal("1.25")])), max_size=3)

    @rule(drawn=SALES, state=st.sampled_from(InvoiceState))
    def create_invoice(self, drawn: Any, state: InvoiceState) -> None:
        self.ask(CreateInvoice(state=state, **self.sale(drawn)))

    @rule(index=PICKS, drawn=SALES)
    def update_invoice(self, index: int, drawn: Any) -> None:
        self.ask(UpdateInvoice(id=self.pick_id(Kind.INVOICE, index), **self.sale(drawn)))

    @rule(
        index=PICKS,
        command=st.sampled_from(
            [MarkInvoiceSent, VoidInvoice, MarkInvoiceDraft, WriteOffInvoice, CancelInvoiceWriteOff, DeleteInvoice]
        ),
    )
    def move_invoice(self, index: int, command: Any) -> None:
        self.ask(command(id=self.pick_id(Kind.INVOICE, index)))

    @rule(drawn=SALES, applied=APPLIED)
    def create_credit_note(self, drawn: Any, applied: Any) -> None:
        self.ask(CreateCreditNote(applications=self.applications(applied), **self.sale(drawn)))

    @rule(index=PICKS, drawn=SALES)
    def update_credit_note(self, index: int, drawn: Any) -> None:
        self.ask(UpdateCreditNote(id=self.pick_id(Kind.CREDIT_NOTE, index), **self.sale(drawn)))

    @rule(
        index=PICKS,
        command=st.sampled_from([MarkCreditNoteOpen, VoidCreditNote, MarkCreditNoteDraft, DeleteCreditNote]),
    )
    def move_credit_note(self, index: int, command: Any) -> None:
        self.ask(command(id=self.pick_id(Kind.CREDIT_NOTE, index)))

    @rule(amount=MONEY, contact=PICKS, currency=PICKS, rate=RATES, date=DATES, charges=CHARGES, applied=APPLIED)
    def create_payment(self, **drawn: Any) -> None:
        self.ask(
            CreatePayment(
                contact_id=self.contacts[drawn["contact"] % 2],
                amount=drawn["amount"],
                currency_id=self.currencies[drawn["currency"] % 3],
                exchange_rate=self.rate(drawn["currency"], drawn["rate"]),
                date=drawn["date"],
                bank_charges=drawn["charges"],
                applications=self.applications(drawn["applied"]),
            )
        )

    @rule(index=PICKS, share=st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("1.5")]), rate=RATES)
    def pay_an_invoice(self, index: int, share: Decimal, rate: Decimal) -> None:
        invoice = self.pick(Kind.INVOICE, index)
        if invoice is None:
            return
        applied = (ApplicationFields(document_id=invoice.id, amount=invoice.balance * min(share, Decimal(1))),)
        self.ask(
            CreatePayment(
                contact_id=invoice.contact_id,
                currency_id=invoice.currency_id,
                exchange_rate=self.rate(self.currencies.index(invoice.currency_id), rate),
                amount=invoice.balance * share,
                applications=applied,
            )
        )

    @rule(index=PICKS, amount=MONEY, rate=RATES, applied=APPLIED)
    def update_payment(self, index: int, amount: Decimal, rate: Decimal, applied: Any) -> None:
        identity = self.pick_id(Kind.PAYMENT, index)
        self.ask(UpdatePayment(id=identity, amount=amount, exchange_rate=rate, applications=self.applications(applied)))

    @rule(index=PICKS, reference=st.text(max_size=3))
    def reword_payment(self, index: int, reference: str) -> None:
        self.ask(UpdatePayment(id=self.pick_id(Kind.PAYMENT, index), reference=reference))

    @rule(index=PICKS)
    def delete_payment(self, index: int) -> None:
        self.ask(DeletePayment(id=self.pick_id(Kind.PAYMENT, index)))

    @rule(index=PICKS, applied=APPLIED, note=st.booleans())
    def apply(self, index: int, applied: Any, note: bool) -> None:  # noqa: FBT001  drawn by name
        command = ApplyCreditNote if note else ApplyPayment
        identity = self.pick_id(Kind.CREDIT_NOTE if note else Kind.PAYMENT, index)
        self.ask(command(id=identity, applications=self.applications(applied)))

    @rule(index=PICKS, note=st.booleans())
    def apply_all_to_a_fitting_invoice(self, index: int, note: bool) -> None:  # noqa: FBT001  drawn by name
        source = self.pick(Kind.CREDIT_NOTE if note else Kind.PAYMENT, index)
        if source is None:
            return
        left = source.balance if note else source.unused
        for invoice in self.book.invoices.values():
            if (invoice.contact_id, invoice.currency_id) == (source.contact_id, source.currency_id) and invoice.balance:
                asked = (ApplicationFields(document_id=invoice.id, amount=min(left, invoice.balance)),)
                self.ask((ApplyCreditNote if note else ApplyPayment)(id=source.id, applications=asked))
                return

    @rule(index=PICKS, which=PICKS, note=st.booleans())
    def unapply(self, index: int, which: int, note: bool) -> None:  # noqa: FBT001  drawn by name
        source = self.pick(Kind.CREDIT_NOTE if note else Kind.PAYMENT, index)
        if source is not None and source.applications:
            application = source.applications[which % len(source.applications)]
            command = UnapplyCreditNote if note else UnapplyPayment
            self.ask(command(id=source.id, application_id=application.id))

    @rule(index=PICKS, amount=MONEY, rate=RATES, note=st.booleans())
    def refund(self, index: int, amount: Decimal, rate: Decimal, note: bool) -> None:  # noqa: FBT001  drawn by name
        source = self.pick(Kind.CREDIT_NOTE if note else Kind.PAYMENT, index)
        if source is not None:
            known = self.rate(self.currencies.index(source.currency_id), rate)
            command = RefundCreditNote if note else RefundPayment
            self.ask(command(id=source.id, amount=amount, exchange_rate=known, account_id=self.money_account))

    @rule(index=PICKS, note=st.booleans())
    def delete_refund(self, index: int, note: bool) -> None:  # noqa: FBT001  drawn by name
        source = self.pick(Kind.CREDIT_NOTE if note else Kind.PAYMENT, index)
        if source is not None and source.refunds:
            command = DeleteCreditNoteRefund if note else DeletePaymentRefund
            self.ask(command(id=source.id, refund_id=source.refunds[-1].id))

    @rule(
        debit=MONEY, credit=MONEY, split=st.booleans(), currency=PICKS, rate=RATES, state=st.sampled_from(JournalState)
    )
    def create_journal(self, **drawn: Any) -> None:
        receivable = self.book.system(SystemAccount.RECEIVABLE)
        credit = drawn["debit"] if drawn["split"] else drawn["credit"]
        lines = (
            JournalLineFields(
                account_id=receivable, side=Side.DEBIT, amount=drawn["debit"], contact_id=self.contacts[0]
            ),
            JournalLineFields(account_id=self.money_account, side=Side.CREDIT, amount=credit),
        )
        currency_id = self.currencies[drawn["currency"] % 3]
        self.ask(CreateJournal(lines=lines, currency_id=currency_id, exchange_rate=drawn["rate"], state=drawn["state"]))

    @rule(index=PICKS, command=st.sampled_from([PublishJournal, ReverseJournal, DeleteJournal]))
    def move_journal(self, index: int, command: Any) -> None:
        self.ask(command(id=self.pick_id(Kind.JOURNAL, index)))

    @rule(index=PICKS)
    def delete_an_account(self, index: int) -> None:
        if index % 10 == 0:
            self.ask(DeleteAccount(id=self.pick_id(Kind.ACCOUNT, index)))

    @rule(index=PICKS)
    def delete_a_contact(self, index: int) -> None:
        self.ask(DeleteContact(id=self.pick_id(Kind.CONTACT, index)))

    @invariant()
    def the_book_agrees_with_its_records(self) -> None:
        assert self.book.audit() == []
        check_open_items(self.book, SystemAccount.RECEIVABLE, MONDAY - dt.timedelta(days=20), MONDAY, dt.date.max)
        check_cash_basis(self.book)
        trial = self.book.trial_balance()
        assert trial.debit == trial.credit

    @invariant()
    def the_receivable_is_what_open_documents_say(self) -> None:
        receivable = self.book.system(SystemAccount.RECEIVABLE)
        open_invoices = sum(
            each.balance_base for each in self.book.invoices.values() if each.state is InvoiceState.SENT
        )
        open_notes = sum(each.balance_base for each in self.book.credit_notes.values() if each.state.value == "open")
        by_hand = sum(
            (line.base_amount if line.side is Side.DEBIT else -line.base_amount)
            for journal in self.book.journals.values()
            for line in journal.lines
            if line.account_id == receivable and journal.state is JournalState.PUBLISHED
        )
        assert self.book.balance(receivable) == open_invoices - open_notes + by_hand
        unused = sum(each.unused_base for each in self.book.payments.values())
        assert self.book.balance(self.book.system(SystemAccount.UNEARNED_REVENUE)) == -unused

    @invariant()
    def every_invoice_is_settled_by_what_was_set_against_it(self) -> None:
        for invoice in self.book.invoices.values():
            found = self.book.applied_to(invoice.id)
            settled = sum((each.amount + each.withheld for _, _, each in found), Decimal(0))
            given_up = invoice.write_off.amount if invoice.write_off else 0
            assert invoice.balance == invoice.totals.total - settled - given_up
            assert invoice.balance >= 0
            assert (invoice.balance == 0) <= (invoice.balance_base == 0)
            paid_on = [each.date for kind, _, each in found if kind is Kind.PAYMENT]
            assert invoice.last_payment_date == max(paid_on, default=None)
            invoice_status(invoice, self.book.today())

    @invariant()
    def every_source_gives_no_more_than_it_has(self) -> None:
        for payment in self.book.payments.values():
            given = sum(each.amount for each in payment.applications) + sum(each.amount for each in payment.refunds)
            assert payment.unused == payment.amount - given >= 0
        for note in self.book.credit_notes.values():
            given = sum(each.amount for each in note.applications) + sum(each.amount for each in note.refunds)
            assert note.balance == note.totals.total - given >= 0

    def teardown(self) -> None:
        restored = Book(BookSettings(), clock=lambda: self.company.now, ids=iter(()).__next__)
        restored.restore(self.heard)
        assert restored.changes() == self.book.changes()
        assert self.company.balances() == {
            row.account.name: row.debit - row.credit for row in restored.trial_balance().rows
        }


def run(*, examples: int, steps: int) -> None:
    chosen = settings(
        derandomize=True,
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Trade, settings=chosen)


def test_random_commands_leave_the_book_balanced() -> None:
    run(examples=30, steps=30)


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_many_random_commands_leave_the_book_balanced() -> None:
    run(examples=400, steps=60)
