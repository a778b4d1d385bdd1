"""Somebody who buys and sells: claims, credits and money, with every way to settle, change and undo them."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.invoice import CancelInvoiceWriteOff, WriteOffInvoice
from tests.books.audit.papers import COST, INCOME, draw_paper
from tests.books.audit.stage import Stage
from tests.books.audit.words import CLAIM, CLAIM_STATE, CREDIT, CREDIT_STATE, MONEY
from tests.books.auditor import nouns, paper, settlement
from tests.books.auditor.money import Currency, Pot
from tests.books.auditor.paper import Worth
from tests.books.auditor.settlement import Asked
from tests.books.auditor.sundry import Order, Request
from tests.books.auditor.trade import (
    DRAFT,
    OPEN,
    PURCHASES,
    SALES,
    VOID,
    Claim,
    Credit,
    Money,
    Refund,
    Side,
    Source,
)

CASH = ("Undeposited Funds", "Petty Cash")


class Trader(Stage):
    """Both sides of trade are asked for the same, in their own words."""

    def side(self) -> Side:
        return self.one((SALES, PURCHASES))

    def _paper(
        self, side: Side, like: Claim | None = None, *, new: bool = True
    ) -> tuple[dict[str, Any], dict[str, Any], set[Any]]:
        """Return what a claim and a credit have in common, the fields that say it, and what is wrong with it."""
        currency, date = like.pot.exchange.currency if like else self.currency(), self.date()
        exchange, said = self.exchange(currency, date if new else None)
        accounts, discount = (INCOME, "Discount") if side is SALES else (COST, "Purchase Discounts")
        drawn, fields = draw_paper(self, currency, accounts, discount)
        wrong = paper.reasons(drawn)
        worth = Worth(0) if wrong else paper.work_out(drawn)
        who = like.who if like else self.one(self.parties[side])
        shared = {"scope": side.scope, "side": side, "who": who, "date": date, "worth": worth}
        shared["pot"] = Pot.full(exchange, worth.total)
        return shared, {"contact_id": who, "date": date, **said, **fields}, wrong

    def make_claim(self) -> None:
        side = self.side()
        shared, said, wrong = self._paper(side)
        state = OPEN if self.chance(80) else DRAFT
        claim = Claim(state=state, **shared)
        if side is PURCHASES:
            claim = replace(claim, number=f"B{self.random.randrange(150)}")
            said["number"] = claim.number
            orders = {key: each for key, each in self.auditor.of(Order).items() if each.who == claim.who}
            if order := self.pick(orders if self.chance(85) else self.auditor.of(Order)) if self.chance(50) else None:
                claim = replace(claim, orders=(order,))
                said["order_ids"] = claim.orders
        command = CLAIM[side]["make"](state=CLAIM_STATE[side][state], **said)
        self.ask(command, nouns.make_claim(self.auditor, claim, wrong))

    def edit_claim(self) -> None:
        if key := self.pick(self.auditor.of(Claim)):
            claim = self.auditor.of(Claim)[key]
            shared, said, wrong = self._paper(claim.side, new=False)
            new = Claim(state=claim.state, number=claim.number, **shared)
            self.ask(CLAIM[claim.side]["edit"](id=key, **said), nouns.edit_claim(self.auditor, key, new, wrong))

    def move_claim(self) -> None:
        if key := self.pick(self.auditor.of(Claim)):
            words = CLAIM[self.auditor.of(Claim)[key].side]
            to = self.one([each for each in (OPEN, VOID, DRAFT, None) if each in words])
            self.ask(words[to](id=key), nouns.move_claim(self.auditor, key, to))

    def give_up(self) -> None:
        claims = {key: each for key, each in self.auditor.of(Claim).items() if each.side is SALES}
        given_up = {key: each for key, each in claims.items() if each.given_up}
        if key := self.pick(given_up) if self.chance(30) else None:
            self.ask(CancelInvoiceWriteOff(id=key), nouns.take_up_again(self.auditor, key))
        elif key := self.pick(partly if (partly := _partly(claims)) and self.chance(60) else claims):
            date = self.date()
            self.ask(WriteOffInvoice(id=key, date=date), nouns.give_up(self.auditor, key, date))

    # Sources and what they settle.

    def _due(self, side: Side) -> Claim | None:
        """Return a claim of a side on which something is due."""
        due = {key: each for key, each in self.auditor.of(Claim).items() if each.side is side and each.pot.left}
        key = self.pick(due)
        return due[key] if key else None

    def _fitting(self, source: Source) -> list[str]:
        """Return the claims that a source can settle."""
        return [
            key
            for key, each in self.auditor.of(Claim).items()
            if each.side is source.side
            and each.who == source.who
            and each.pot.exchange.currency == source.pot.exchange.currency
            and each.pot.left
        ]

    def _parts(self, source: Source) -> tuple[list[Asked], tuple[ApplicationFields, ...]]:
        """Return parts for some claims: nearly always claims that fit, often all that is due, sometimes too much."""
        keys = list(self.auditor.records) if self.chance(8) else self._fitting(source)
        self.random.shuffle(keys)
        if self.chance(3):
            keys = keys[:1] * 2
        asked = []
        for key in keys[: self.random.choice((1, 1, 2, 3))]:
            asked.append(self._part(key, source))
            part = source.pot.exchange.currency.units(asked[-1].amount)
            source = replace(source, pot=source.pot.less(part, 0))
        said = tuple(
            ApplicationFields(
                document_id=each.claim, amount=_decimal(each.amount), withheld=_decimal(each.withheld), date=each.date
            )
            for each in asked
        )
        return asked, said

    def _part(self, key: str, source: Source) -> Asked:
        claim = self.auditor.records[key]
        currency = source.pot.exchange.currency
        due = claim.pot.left if isinstance(claim, Claim) else 1
        most = min(due, source.pot.left)
        units = self.one((most, most, due, source.pot.left, max(1, most // 2), max(1, most // 3), most - 1, most + 1))
        withheld = self.random.randint(1, 9) if self.chance(10) else 0
        date = self.date() if self.chance(30) else None
        return Asked(key, _whole(units, currency), _whole(withheld, currency), date)

    def make_credit(self) -> None:
        side = self.side()
        shared, said, wrong = self._paper(side, self._due(side) if self.chance(70) else None)
        state = OPEN if self.chance(85) else DRAFT
        credit = Credit(state=state, **shared)
        asked, parts = self._parts(credit) if self.chance(30) else ([], ())
        command = CREDIT[side]["make"](state=CREDIT_STATE[side][state], applications=parts, **said)
        self.ask(command, settlement.make(self.auditor, credit, asked, wrong))

    def edit_credit(self) -> None:
        if key := self.pick(self.auditor.of(Credit)):
            credit = self.auditor.of(Credit)[key]
            shared, said, wrong = self._paper(credit.side, new=False)
            ruling = settlement.edit_credit(self.auditor, key, Credit(**shared), wrong)
            self.ask(CREDIT[credit.side]["edit"](id=key, **said), ruling)

    def move_credit(self) -> None:
        if key := self.pick(self.auditor.of(Credit)):
            words = CREDIT[self.auditor.of(Credit)[key].side]
            to = self.one([each for each in (OPEN, VOID, DRAFT, None) if each in words])
            self.ask(words[to](id=key), settlement.move_credit(self.auditor, key, to))

    def make_money(self) -> None:
        side = self.side()
        claim = self._due(side) if self.chance(85) else None
        who = claim.who if claim else self.one(self.parties[side])
        currency = claim.pot.exchange.currency if claim else self.currency()
        date = self.date()
        exchange, said = self.exchange(currency, date)
        amount = self.amount(currency)
        if claim and self.chance(60):
            amount = _decimal(_whole(claim.pot.left, currency))
        charges = self.amount(currency, 300) if self.chance(15) else Decimal(0)
        account, account_id = self.account(*CASH)
        units = currency.units(Fraction(amount))
        money = Money(
            scope=side.scope,
            side=side,
            who=who,
            date=date,
            pot=Pot.full(exchange, units),
            amount=units,
            account=account,
            charges=currency.units(Fraction(charges)),
        )
        said |= {"contact_id": who, "date": date, "amount": amount, "bank_charges": charges, "account_id": account_id}
        if side is SALES and self.chance(30) and (request := self._request(who, currency)):
            money = replace(money, retainer=request)
            said["retainer_id"] = request
        asked, said["applications"] = self._parts(money) if self.chance(75) else ([], ())
        wrong = settlement.too_costly(money)
        self.ask(MONEY[side]["make"](**said), settlement.make(self.auditor, money, asked, wrong))

    def _request(self, who: str, currency: Currency) -> str | None:
        """Return a retainer invoice, nearly always one of this customer's and in this currency."""
        requests = self.auditor.of(Request)
        fitting = {key: each for key, each in requests.items() if (each.who, each.exchange.currency) == (who, currency)}
        return self.pick(requests if self.chance(10) else fitting)

    def edit_money(self) -> None:
        """Change money: its amount, rate, day, now and then whose it is or its currency, or what it settles."""
        if key := self.pick(self.auditor.of(Money)):
            old = self.auditor.of(Money)[key]
            currency = old.pot.exchange.currency if self.chance(94) else self.currency()
            who = old.who if self.chance(96) else self.one(self.parties[old.side])
            exchange, said = self.exchange(currency)
            units = max(0, self.one((old.amount, old.amount, old.amount - 1, old.amount + 7, 1)))
            date = self.date() if self.chance(30) else old.date
            pot = Pot.full(exchange, units)
            new = replace(old, who=who, pot=pot, amount=units, charges=self._charges(old, currency), date=date)
            asked = None
            if self.chance(20):
                asked, said["applications"] = self._parts(replace(new, parts=()))
            said |= {"contact_id": who, "date": date, "amount": _decimal(_whole(units, currency))}
            self.ask(MONEY[old.side]["edit"](id=key, **said), settlement.edit_money(self.auditor, key, new, asked))

    def _charges(self, money: Money, currency: Currency) -> int:
        return currency.units(_whole(money.charges, money.pot.exchange.currency))

    def remove_money(self) -> None:
        if key := self.pick(self.auditor.of(Money)):
            side = self.auditor.of(Money)[key].side
            self.ask(MONEY[side][None](id=key), settlement.remove_money(self.auditor, key))

    def _source(self, fits: Callable[[Source], object]) -> tuple[str, Source, dict[str | None, Any]] | None:
        """Return a source, nearly always one that fits, with its words; credits as often as money."""
        is_money = self.chance(50)
        sources = self.auditor.of(Money if is_money else Credit)
        fitting = {key: each for key, each in sources.items() if fits(each)}
        key = self.pick(fitting if fitting and self.chance(90) else sources)
        if key is None:
            return None
        source = sources[key]
        return key, source, (MONEY if source.is_money else CREDIT)[source.side]

    def apply(self) -> None:
        if found := self._source(lambda each: each.state == OPEN and each.pot.left and self._fitting(each)):
            key, source, words = found
            asked, said = self._parts(source)
            ruling = settlement.apply(self.auditor, key, asked, self.today)
            self.ask(words["apply"](id=key, applications=said), ruling)

    def unapply(self) -> None:
        spent = self.chance(60)
        found = self._source(lambda each: len(each.parts) > 1 and not each.pot.left if spent else each.parts)
        if found and found[1].parts:
            key, source, words = found
            index = -1 if spent else self.random.randrange(len(source.parts))
            application_id = self.document(key).applications[index].id
            command = words["unapply"](id=key, application_id=application_id)
            self.ask(command, settlement.unapply(self.auditor, key, index))

    def refund(self) -> None:
        again = self.chance(30)
        if found := self._source(lambda each: each.refunds if again else each.state == OPEN and each.pot.left):
            key, source, words = found
            currency = source.pot.exchange.currency
            index = self.random.randrange(len(source.refunds)) if source.refunds and again else None
            exchange, said = self.exchange(currency)
            units = self.one((source.pot.left, max(1, source.pot.left // 2), source.pot.left + 1, 0, -1))
            (account, account_id), date = self.account(*CASH), self.date()
            said |= {"id": key, "date": date, "amount": _decimal(_whole(units, currency)), "account_id": account_id}
            del said["currency_id"]
            rate = exchange.rate
            if index is None and self.chance(30):
                rate = source.pot.exchange.rate
                del said["exchange_rate"]
            if index is None and self.chance(15):
                units = source.pot.left
                del said["amount"]
            asked = Refund(date, account, units, 0, 0)
            ruling = settlement.refund(self.auditor, key, asked, index, rate)
            if index is not None:
                said["refund_id"] = self.document(key).refunds[index].id
            self.ask(words["refund" if index is None else "edit refund"](**said), ruling)

    def take_refund_back(self) -> None:
        found = self._source(lambda each: each.refunds)
        if found and found[1].refunds:
            key, source, words = found
            index = self.random.randrange(len(source.refunds))
            refund_id = self.document(key).refunds[index].id
            command = words["delete refund"](id=key, refund_id=refund_id)
            self.ask(command, settlement.take_refund_back(self.auditor, key, index))


def _partly(claims: dict[str, Claim]) -> dict[str, Claim]:
    """Return the claims that are settled in part."""
    return {key: each for key, each in claims.items() if 0 < each.pot.left < each.worth.total}


def _whole(units: int, currency: Currency) -> Fraction:
    return Fraction(units, currency.unit)


def _decimal(amount: Fraction) -> Decimal:
    return Decimal(amount.numerator) / Decimal(amount.denominator)
