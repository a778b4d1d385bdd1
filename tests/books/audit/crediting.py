"""Somebody who writes credit by hand: a journal's line set against claims, taken back, and the journal removed."""

from decimal import Decimal

from tallystick.books.documents.journal import (
    ApplyJournalLine,
    CreateJournal,
    DeleteJournal,
    JournalLineFields,
    JournalState,
    Side,
    UnapplyJournalLine,
)
from tests.books.audit.trading import Trader
from tests.books.auditor import settlement
from tests.books.auditor.money import Pot
from tests.books.auditor.trade import DRAFT, OPEN, SALES, HandCredit

OTHER = ("General Income", "Other Expenses")


class Creditor(Trader):
    """A customer is credited, or a vendor debited, with no paper but a journal."""

    def hand_credit(self) -> None:
        credits_written = self.auditor.of(HandCredit)
        key = self.pick(credits_written) if self.chance(65) else None
        if key is None:
            self._write()
        elif self.chance(60):
            self._apply(key, credits_written[key])
        elif self.chance(60):
            line_id = self.document(key).lines[0].id
            ruling = settlement.take_all_back(self.auditor, key)
            self.ask(UnapplyJournalLine(id=key, line_id=line_id), ruling)
        else:
            self.ask(DeleteJournal(id=key), settlement.remove_hand_credit(self.auditor, key))

    def _write(self) -> None:
        side = self.side()
        claim = self._due(side)
        currency = claim.pot.exchange.currency if claim else self.currency()
        who, date = claim.who if claim else self.one(self.parties[side]), self.date()
        exchange, said = self.exchange(currency, date)
        units = self.random.randint(1, 20_000)
        amount = Decimal(units).scaleb(-currency.places)
        account, account_id = self.account(*OTHER)
        credit, debit = (Side.CREDIT, Side.DEBIT) if side is SALES else (Side.DEBIT, Side.CREDIT)
        control = self.company.account(side.control)
        lines = (
            JournalLineFields(account_id=control, side=credit, amount=amount, contact_id=who),
            JournalLineFields(account_id=account_id, side=debit, amount=amount),
        )
        state = OPEN if self.chance(90) else DRAFT
        written = HandCredit(
            scope="accountant",
            date=date,
            side=side,
            who=who,
            pot=Pot.full(exchange, units),
            state=state,
            amount=units,
            account=account,
        )
        start = JournalState.PUBLISHED if state == OPEN else JournalState.DRAFT
        command = CreateJournal(date=date, lines=lines, state=start, **said)
        self.ask(command, settlement.make(self.auditor, written, (), set()))

    def _apply(self, key: str, credit: HandCredit) -> None:
        asked, said = self._parts(credit)
        ruling = settlement.apply(self.auditor, key, asked, self.today)
        line_id = self.document(key).lines[0].id
        self.ask(ApplyJournalLine(id=key, line_id=line_id, applications=said), ruling)
