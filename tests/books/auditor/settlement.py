"""What may be done with credits and money: set against claims, taken back, refunded, changed, removed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tallystick.books.refusal import Reason
from tests.books.auditor.accounts import NEW, Accounts, Ruling, refuse, ruled
from tests.books.auditor.money import Exchange
from tests.books.auditor.sundry import Request
from tests.books.auditor.trade import (
    DRAFT,
    OPEN,
    VOID,
    Claim,
    Credit,
    HandCredit,
    Money,
    Part,
    Record,
    Refund,
    Source,
    settled,
)


@dataclass(frozen=True)
class Asked:
    """A part that somebody wants set against a claim."""

    claim: str
    amount: Fraction
    withheld: Fraction = Fraction(0)
    date: dt.date | None = None


@dataclass
class Desk:
    """A source being set against claims, one part after the other."""

    accounts: Accounts
    source: Source
    claims: dict[str, Record | None]

    def claim(self, key: str) -> Record | None:
        return self.claims.get(key) or self.accounts.records.get(key)

    def settle(self, asked: Sequence[Asked], day: dt.date) -> set[Reason]:
        """Set parts against claims; return what is wrong with the first part that will not do."""
        seen: set[str] = set()
        for each in asked:
            if each.claim in seen:
                return {Reason.DUPLICATE_APPLICATION}
            seen.add(each.claim)
            claim = self.claim(each.claim)
            if not isinstance(claim, Claim) or claim.side is not self.source.side:
                return {Reason.UNKNOWN_ID}
            currency = claim.pot.exchange.currency
            amount, withheld = currency.units(each.amount), currency.units(each.withheld)
            wrong = _strangers(self.source, claim) | _too_much(self.source, claim, amount, withheld)
            if withheld and not self.source.is_money:
                wrong.add(Reason.WRONG_TYPE)
            if wrong:
                return wrong
            self._take(each.claim, claim, amount, withheld, each.date or day)
        return set()

    def _take(self, key: str, claim: Claim, amount: int, withheld: int, day: dt.date) -> None:
        home = claim.pot.worth(amount + withheld)
        part = Part(
            claim=key,
            date=day,
            amount=amount,
            withheld=withheld,
            source_home=self.source.pot.worth(amount),
            claim_home=home,
            withheld_home=min(claim.pot.exchange.at_home(withheld), home),
        )
        pot = self.source.pot.less(amount, part.source_home)
        self.source = replace(self.source, pot=pot, parts=(*self.source.parts, part))
        self.claims[key] = settled(claim, part, 1)

    def take_back(self, part: Part) -> None:
        """Make due again what a part had settled."""
        claim = self.claim(part.claim)
        assert isinstance(claim, Claim)
        self.claims[part.claim] = settled(claim, part, -1)
        pot = self.source.pot.less(-part.amount, -part.source_home)
        parts = tuple(each for each in self.source.parts if each is not part)
        self.source = replace(self.source, pot=pot, parts=parts)


def _strangers(source: Source, claim: Claim) -> set[Reason]:
    found = {Reason.CONTACT_MISMATCH} if source.who != claim.who else set()
    if source.pot.exchange.currency != claim.pot.exchange.currency:
        found.add(Reason.CURRENCY_MISMATCH)
    return found


def _too_much(source: Source, claim: Claim, amount: int, withheld: int) -> set[Reason]:
    found = {Reason.NEGATIVE_AMOUNT} if amount < 0 or withheld < 0 else set()
    if not amount and not withheld:
        found.add(Reason.BAD_AMOUNT)
    if claim.state == VOID:
        found.add(Reason.WRONG_STATUS)
    if amount + withheld > claim.pot.left:
        found.add(Reason.OVER_APPLIED)
    if amount > source.pot.left:
        found.add(Reason.OVER_CREDITED)
    return found


def make(accounts: Accounts, source: Source, asked: Sequence[Asked], wrong: set[Reason]) -> Ruling:
    """Rule on a new credit or new money, parts of it set against claims at once."""
    if wrong:
        return refuse(*wrong)
    desk = Desk(accounts, source, {})
    if asked and source.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    found = desk.settle(asked, source.date) | _empty(desk.source)
    return _with_request(accounts, NEW, None, desk, found)


def _empty(source: Source) -> set[Reason]:
    nothing = isinstance(source, Money) and not source.amount and not any(part.withheld for part in source.parts)
    return {Reason.BAD_AMOUNT} if nothing else set()


def too_costly(money: Money) -> set[Reason]:
    """Charges are a part of what was paid."""
    return {Reason.BAD_AMOUNT} if money.charges > money.amount else set()


def apply(accounts: Accounts, key: str, asked: Sequence[Asked], today: dt.date) -> Ruling:
    """Rule on setting what is left of a source against claims."""
    source = accounts.records[key]
    assert isinstance(source, Source)
    if source.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    desk = Desk(accounts, source, {})
    found = desk.settle(asked, max(source.date, today))
    return _with_request(accounts, key, source, desk, found)


def unapply(accounts: Accounts, key: str, index: int) -> Ruling:
    """Rule on taking one part of a source back."""
    source = accounts.records[key]
    assert isinstance(source, Source)
    desk = Desk(accounts, source, {})
    desk.take_back(source.parts[index])
    return ruled((), {**desk.claims, key: desk.source})


def refund(accounts: Accounts, key: str, asked: Refund, index: int | None, rate: Fraction) -> Ruling:
    """Rule on a new refund, or on one that takes the place of the refund at an index."""
    source = accounts.records[key]
    assert isinstance(source, Source)
    if index is None and source.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    pot, before = source.pot, list(source.refunds)
    if index is not None:
        pot = pot.less(-before[index].amount, -before[index].source_home)
    if asked.amount < 0:
        return refuse(Reason.NEGATIVE_AMOUNT, Reason.BAD_AMOUNT)
    if not asked.amount:
        return refuse(Reason.BAD_AMOUNT)
    if asked.amount > pot.left:
        return refuse(Reason.OVER_REFUNDED)
    home = Exchange(pot.exchange.currency, pot.exchange.home, rate).at_home(asked.amount)
    made = replace(asked, home=home, source_home=pot.worth(asked.amount))
    if index is None:
        before.append(made)
    else:
        before[index] = made
    pot = pot.less(made.amount, made.source_home)
    return ruled((), {key: replace(source, pot=pot, refunds=tuple(before))})


def take_refund_back(accounts: Accounts, key: str, index: int) -> Ruling:
    source = accounts.records[key]
    assert isinstance(source, Source)
    gone = source.refunds[index]
    refunds = tuple(each for each in source.refunds if each is not gone)
    return ruled((), {key: replace(source, pot=source.pot.less(-gone.amount, -gone.source_home), refunds=refunds)})


def edit_money(accounts: Accounts, key: str, new: Money, asked: Sequence[Asked] | None) -> Ruling:
    """Rule on changed money: all of it is taken back, refunds are kept first, then claims get their parts.

    Unless other parts are asked for, each claim gets anew what it had.
    """
    old = accounts.records[key]
    assert isinstance(old, Money)
    desk = Desk(accounts, old, {})
    for part in old.parts:
        desk.take_back(part)
    pot, kept = new.pot, []
    if old.refunds and new.pot.exchange.currency != old.pot.exchange.currency:
        return refuse(Reason.HAS_REFUNDS, Reason.OVER_REFUNDED, Reason.BAD_AMOUNT)
    if new.charges > new.amount:
        return refuse(Reason.BAD_AMOUNT)
    for each in old.refunds:
        if each.amount > pot.left:
            return refuse(Reason.OVER_REFUNDED)
        kept.append(replace(each, source_home=pot.worth(each.amount)))
        pot = pot.less(each.amount, kept[-1].source_home)
    desk.source = replace(new, pot=pot, parts=(), refunds=tuple(kept))
    found = desk.settle(_again(old, new) if asked is None else asked, new.date) | _empty(desk.source)
    return _with_request(accounts, key, old, desk, found)


def _again(old: Money, new: Money) -> list[Asked]:
    """Return one part for each claim, dated as its first; those of the money's own day move with it."""
    unit = old.pot.exchange.currency.unit
    merged: dict[str, Asked] = {}
    for part in old.parts:
        before = merged.get(part.claim)
        merged[part.claim] = Asked(
            part.claim,
            Fraction(part.amount, unit) + (before.amount if before else 0),
            Fraction(part.withheld, unit) + (before.withheld if before else 0),
            before.date if before else new.date if part.date == old.date else part.date,
        )
    return list(merged.values())


def take_all_back(accounts: Accounts, key: str) -> Ruling:
    """Rule on taking back all that a line of a journal was set against."""
    credit = accounts.records[key]
    assert isinstance(credit, HandCredit)
    desk = Desk(accounts, credit, {})
    for part in credit.parts:
        desk.take_back(part)
    return ruled((), {**desk.claims, key: desk.source})


def remove_hand_credit(accounts: Accounts, key: str) -> Ruling:
    credit = accounts.records[key]
    assert isinstance(credit, HandCredit)
    return ruled(spent(credit), {key: None})


def remove_money(accounts: Accounts, key: str) -> Ruling:
    money = accounts.records[key]
    assert isinstance(money, Money)
    if money.refunds:
        return refuse(Reason.HAS_REFUNDS)
    desk = Desk(accounts, money, {})
    for part in money.parts:
        desk.take_back(part)
    return ruled((), {**desk.claims, key: None})


def move_credit(accounts: Accounts, key: str, to: str | None) -> Ruling:
    """Rule on a credit's way: open, draft, void, or gone (None)."""
    credit = accounts.records[key]
    assert isinstance(credit, Credit)
    if to == VOID and credit.state == VOID:
        return refuse(Reason.WRONG_STATUS)
    if to == DRAFT and credit.state == DRAFT:
        return refuse(Reason.WRONG_STATUS)
    wrong = spent(credit) if to != OPEN else set()
    return ruled(wrong, {key: replace(credit, state=to) if to else None})


def edit_credit(accounts: Accounts, key: str, new: Credit, wrong: set[Reason]) -> Ruling:
    old = accounts.records[key]
    assert isinstance(old, Credit)
    if old.state == VOID:
        return refuse(Reason.WRONG_STATUS)
    return ruled(spent(old) | wrong, {key: replace(new, state=old.state)})


def spent(source: Source) -> set[Reason]:
    """Say what keeps a credit as it is."""
    found = {Reason.HAS_CREDITS} if source.parts else set()
    return found | ({Reason.HAS_REFUNDS} if source.refunds else set())


def _with_request(accounts: Accounts, key: str, old: Source | None, desk: Desk, found: set[Reason]) -> Ruling:
    """Rule on money that may be for a retainer invoice: no more than it asks for, and a draft is issued by it."""
    changes: dict[str, Record | None] = {**desk.claims, key: desk.source}
    new = desk.source
    if found or not isinstance(new, Money) or not new.retainer:
        return ruled(found, changes)
    request = accounts.records.get(new.retainer)
    if not isinstance(request, Request):
        return refuse(Reason.UNKNOWN_ID)
    wrong = {Reason.CONTACT_MISMATCH} if request.who != new.who else set()
    if request.exchange.currency != new.pot.exchange.currency:
        wrong.add(Reason.CURRENCY_MISMATCH)
    if old is None and request.state == VOID:
        wrong.add(Reason.WRONG_STATUS)
    paid = paid_for(accounts, new.retainer) + new.amount - (old.amount if isinstance(old, Money) else 0)
    if paid > request.total:
        wrong.add(Reason.OVER_APPLIED)
    if old is None:
        changes[new.retainer] = replace(request, state=OPEN)
    return ruled(wrong, changes)


def paid_for(accounts: Accounts, retainer: str) -> int:
    return sum(each.amount for each in accounts.of(Money).values() if each.retainer == retainer)
