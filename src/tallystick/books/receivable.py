"""What each customer owes and holds in credit, counted document by document. No document is changed here.

The sums themselves serve vendors too; what counts on their side is in `payable`.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.journal import Journal, JournalState, Side
from tallystick.books.documents.payment import Payment
from tallystick.model.money import ZERO


class ContactBalance(msgspec.Struct, frozen=True, gc=False):
    """What is owed with a contact and what is held in credit, in the contact's own and in the base currency.

    Credits are the unused amounts of payments, the balances of open credit notes and journal lines that credit the
    receivable account; journal lines that debit it are outstanding. Drafts do not count.
    """

    outstanding: Decimal = ZERO
    outstanding_base: Decimal = ZERO
    unused_credits: Decimal = ZERO
    unused_credits_base: Decimal = ZERO


class Share(msgspec.Struct, frozen=True, gc=False):
    """What one document adds to a customer's balance; `controlled` is its part of the receivable account."""

    contact_id: str
    currency_id: str
    outstanding: Decimal = ZERO
    outstanding_base: Decimal = ZERO
    credits: Decimal = ZERO
    credits_base: Decimal = ZERO
    controlled: Decimal = ZERO


def _of_invoice(invoice: Invoice, _: str) -> Iterable[Share]:
    if lifecycle.invoice_is_open(invoice):
        yield Share(
            invoice.contact_id,
            invoice.currency_id,
            outstanding=invoice.balance,
            outstanding_base=invoice.balance_base,
            controlled=invoice.balance_base,
        )


def _of_credit_note(note: CreditNote, _: str) -> Iterable[Share]:
    if lifecycle.credit_note_is_open(note):
        yield Share(
            note.contact_id,
            note.currency_id,
            credits=note.balance,
            credits_base=note.balance_base,
            controlled=-note.balance_base,
        )


def _of_payment(payment: Payment, _: str) -> Iterable[Share]:
    # What was paid for a retainer invoice waits for the work it was asked for: it is not credit to use at will.
    if (payment.unused or payment.unused_base) and not payment.retainer_id:
        yield Share(payment.contact_id, payment.currency_id, credits=payment.unused, credits_base=payment.unused_base)


def of_journal(side: Side) -> Callable[[Journal, str], Iterable[Share]]:
    """Return the rule for journal lines on a control account; those of its own side are owed, others are credit."""

    def shares(journal: Journal, control_id: str) -> Iterable[Share]:
        if journal.state is not JournalState.PUBLISHED:
            return
        for line in journal.lines:
            if line.account_id != control_id:
                continue
            if line.side is side:
                yield Share(
                    line.contact_id,
                    journal.currency_id,
                    outstanding=line.amount,
                    outstanding_base=line.base_amount,
                    controlled=line.base_amount,
                )
            else:
                left, left_base = journal.left_of(line)
                yield Share(
                    line.contact_id,
                    journal.currency_id,
                    credits=left,
                    credits_base=left_base,
                    controlled=-left_base,
                )

    return shares


def of_opening(role: ContactRole) -> Callable[[ContactOpening, str], Iterable[Share]]:
    """Return the rule for opening balances of contacts of a role: owed when positive, credit when negative."""

    def shares(opening: ContactOpening, _: str) -> Iterable[Share]:
        if opening.role is role and opening.write_off is None:
            owed = opening.amount > 0
            yield Share(
                opening.contact_id,
                opening.currency_id,
                outstanding=opening.amount if owed else ZERO,
                outstanding_base=opening.base_amount if owed else ZERO,
                credits=ZERO if owed else -opening.amount,
                credits_base=ZERO if owed else -opening.base_amount,
                controlled=opening.base_amount,
            )

    return shares


Rules = dict[Kind, Callable[[Any, str], Iterable[Share]]]

RECEIVABLE: Final[Rules] = {
    Kind.INVOICE: _of_invoice,
    Kind.CREDIT_NOTE: _of_credit_note,
    Kind.PAYMENT: _of_payment,
    Kind.JOURNAL: of_journal(Side.DEBIT),
    Kind.CONTACT_OPENING: of_opening(ContactRole.CUSTOMER),
}


class ContactBalances:
    """Running sums per contact and currency, and what their control account has to hold, by one table of rules."""

    __slots__ = ("_rules", "_sums", "controlled")

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._sums: dict[str, dict[str, list[Decimal]]] = {}
        self.controlled = ZERO
        """The sum over open documents, in the base currency: the control account must hold exactly this."""

    def count(self, kind: Kind, document: Any, control_id: str, sign: int) -> None:
        """Count a document in (sign 1) or out (sign −1)."""
        rule = self._rules.get(kind)
        if rule is None:
            return
        for share in rule(document, control_id):
            self.controlled += sign * share.controlled
            if share.contact_id:
                self._add(share, sign)

    def _add(self, share: Share, sign: int) -> None:
        sums = self._sums.setdefault(share.contact_id, {}).setdefault(share.currency_id, [ZERO] * 4)
        sums[0] += sign * share.outstanding
        sums[1] += sign * share.outstanding_base
        sums[2] += sign * share.credits
        sums[3] += sign * share.credits_base

    def of(self, contact_id: str) -> dict[str, ContactBalance]:
        """Return a contact's balance by currency id."""
        return {currency_id: ContactBalance(*sums) for currency_id, sums in self._sums.get(contact_id, {}).items()}

    def copy(self) -> "ContactBalances":
        """Return the same sums, to be moved apart from these."""
        made = ContactBalances(self._rules)
        made._sums = {
            contact_id: {currency_id: list(sums) for currency_id, sums in by_currency.items()}
            for contact_id, by_currency in self._sums.items()
        }
        made.controlled = self.controlled
        return made

    def __eq__(self, other: object) -> bool:
        """Compare by every sum that is not nothing."""
        return isinstance(other, ContactBalances) and self._compact() == other._compact()

    __hash__ = None  # type: ignore[assignment]  # sums move, so they cannot be keys

    def _compact(self) -> dict[tuple[str, str], list[Decimal]]:
        return {
            (contact_id, currency_id): sums
            for contact_id, by_currency in self._sums.items()
            for currency_id, sums in by_currency.items()
            if any(sums)
        }
