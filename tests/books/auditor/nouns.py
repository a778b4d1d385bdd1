"""What may be done with claims, receipts, retainer invoices and purchase orders."""

import datetime as dt
from dataclasses import replace

from tallystick.books.refusal import Reason
from tests.books.auditor.accounts import NEW, Accounts, Ruling, refuse, ruled
from tests.books.auditor.money import Pot
from tests.books.auditor.settlement import paid_for
from tests.books.auditor.sundry import Cash, Order, Request
from tests.books.auditor.trade import OPEN, VOID, Claim, GivenUp, Money, Record, Source

BILLED, CANCELLED = "billed", "cancelled"


def hangs_on(accounts: Accounts, key: str) -> set[Reason]:
    """Say what keeps a claim as it is: money, credit or a write-off."""
    found = set()
    for each in accounts.of(Source).values():
        if any(part.claim == key for part in each.parts):
            found.add(Reason.HAS_PAYMENTS if each.is_money else Reason.HAS_CREDITS)
    claim = accounts.records[key]
    assert isinstance(claim, Claim)
    return found | ({Reason.WRITTEN_OFF} if claim.given_up else set())


def number_taken(accounts: Accounts, new: Claim, own: str) -> set[Reason]:
    """A vendor numbers their bills once."""
    if not new.number:
        return set()
    others = [each for key, each in accounts.of(Claim).items() if key != own and each.side is new.side]
    taken = any((each.who, each.number) == (new.who, new.number) for each in others)
    return {Reason.DUPLICATE_NUMBER} if taken else set()


def make_claim(accounts: Accounts, claim: Claim, wrong: set[Reason]) -> Ruling:
    found = wrong | number_taken(accounts, claim, NEW)
    orders, objections = _linked(accounts, NEW, None, claim)
    return ruled(found | objections, {NEW: claim, **orders})


def edit_claim(accounts: Accounts, key: str, new: Claim, wrong: set[Reason]) -> Ruling:
    old = accounts.records[key]
    assert isinstance(old, Claim)
    if old.state == VOID:
        return refuse(Reason.WRONG_STATUS)
    found = wrong | hangs_on(accounts, key) | number_taken(accounts, new, key)
    if old.orders and new.who != old.who:
        found.add(Reason.CONTACT_MISMATCH)
    return ruled(found, {key: replace(new, state=old.state, orders=old.orders)})


def move_claim(accounts: Accounts, key: str, to: str | None) -> Ruling:
    """Rule on a claim's way: open, draft, void, or gone (None)."""
    claim = accounts.records[key]
    assert isinstance(claim, Claim)
    if to == claim.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    wrong = hangs_on(accounts, key) if to != OPEN else set()
    after = replace(claim, state=to) if to else None
    orders, objections = _linked(accounts, key, claim, after)
    return ruled(wrong or objections, {key: after, **orders})


def give_up(accounts: Accounts, key: str, day: dt.date) -> Ruling:
    claim = accounts.records[key]
    assert isinstance(claim, Claim)
    if claim.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    wrong = {Reason.WRITTEN_OFF} if claim.given_up else set()
    if not claim.pot.left:
        wrong.add(Reason.NOTHING_DUE)
    given_up = GivenUp(day, claim.pot.left, claim.pot.left_home)
    pot = Pot(claim.pot.exchange, 0, 0)
    return ruled(wrong, {key: replace(claim, pot=pot, given_up=given_up)})


def take_up_again(accounts: Accounts, key: str) -> Ruling:
    claim = accounts.records[key]
    assert isinstance(claim, Claim)
    if claim.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    if claim.given_up is None:
        return refuse(Reason.NOTHING_DUE)
    pot = claim.pot.less(-claim.given_up.amount, -claim.given_up.home)
    return ruled((), {key: replace(claim, pot=pot, given_up=None)})


def _linked(
    accounts: Accounts, key: str, before: Claim | None, after: Claim | None
) -> tuple[dict[str, Record | None], set[Reason]]:
    """Return orders with a bill counted in or out; one that no bill is left of is open again."""
    held, wanted = (set(each.orders) if each and each.state != VOID else set() for each in (before, after))
    changes: dict[str, Record | None] = {}
    for name in held ^ wanted:
        order = accounts.records.get(name)
        if not isinstance(order, Order):
            return {}, {Reason.UNKNOWN_ID}
        if name in held:
            changes[name] = order if billed(accounts, name, key) else replace(order, state=OPEN)
            continue
        if after and order.who != after.who:
            return {}, {Reason.CONTACT_MISMATCH}
        if order.state == CANCELLED:
            return {}, {Reason.WRONG_STATUS}
        changes[name] = replace(order, state=BILLED)
    return changes, set()


def billed(accounts: Accounts, order: str, without: str = "") -> bool:
    """Tell whether a bill that stands was made from an order."""
    bills = accounts.of(Claim).items()
    return any(order in each.orders and each.state != VOID for key, each in bills if key != without)


def move_order(accounts: Accounts, key: str, to: str | None) -> Ruling:
    """Rule on a purchase order's way; bills made from it hold it fast, and any bill on record keeps it there."""
    order = accounts.records[key]
    assert isinstance(order, Order)
    if to == CANCELLED and order.state in {BILLED, CANCELLED}:
        return refuse(Reason.WRONG_STATUS)
    if to == BILLED:
        wrong = {Reason.WRONG_STATUS} if order.state == CANCELLED else set()
        return ruled(wrong, {key: replace(order, state=BILLED)})
    named = any(key in each.orders for each in accounts.of(Claim).values()) if to is None else billed(accounts, key)
    return ruled({Reason.IN_USE} if named else (), {key: replace(order, state=to) if to else None})


def edit_order(accounts: Accounts, key: str, new: Order, wrong: set[Reason]) -> Ruling:
    order = accounts.records[key]
    assert isinstance(order, Order)
    if order.state in {BILLED, CANCELLED}:
        return refuse(Reason.WRONG_STATUS)
    return ruled(wrong, {key: replace(new, state=order.state)})


def move_cash(accounts: Accounts, key: str, to: str | None) -> Ruling:
    cash = accounts.records[key]
    assert isinstance(cash, Cash)
    if to == VOID == cash.state:
        return refuse(Reason.WRONG_STATUS)
    return ruled((), {key: replace(cash, state=to) if to else None})


def edit_cash(accounts: Accounts, key: str, new: Cash, wrong: set[Reason]) -> Ruling:
    cash = accounts.records[key]
    assert isinstance(cash, Cash)
    return refuse(Reason.WRONG_STATUS) if cash.state == VOID else ruled(wrong, {key: new})


def move_request(accounts: Accounts, key: str, to: str | None) -> Ruling:
    request = accounts.records[key]
    assert isinstance(request, Request)
    if to == request.state != OPEN:
        return refuse(Reason.WRONG_STATUS)
    wrong = {Reason.HAS_PAYMENTS} if to != OPEN and paid_for(accounts, key) else set()
    if to is None and any(each.retainer == key for each in accounts.of(Money).values()):
        wrong.add(Reason.IN_USE)
    return ruled(wrong, {key: replace(request, state=to) if to else None})


def edit_request(accounts: Accounts, key: str, new: Request, wrong: set[Reason]) -> Ruling:
    request = accounts.records[key]
    assert isinstance(request, Request)
    if request.state == VOID:
        return refuse(Reason.WRONG_STATUS)
    paid = {Reason.HAS_PAYMENTS} if paid_for(accounts, key) else set()
    return ruled(wrong | paid, {key: replace(new, state=request.state)})
