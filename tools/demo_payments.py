"""How the demo company's customers pay: the payments, credit applications, refunds and write-offs of its story.

The retailer's file has no payments, so these are invented; every choice is drawn from a digest, none from chance.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from tallystick.model.money import ZERO, round_money
from tools.demo_people import draw
from tools.retail import PLACES, ZONE, Customer, Document, Kind

TODAY = date(2011, 12, 9)
DRAFTS_FROM = date(2011, 12, 7)
DRAFTS_MAX = 4
VOID_EVERY = 170
REFUNDED_OF_TEN = 1
KEPT_OF_TEN = 1
EVENTS_MAX = 20_000
TERMS_DAYS = (14, 30, 30, 30, 30, 45)


class Habit(StrEnum):
    """How a customer pays."""

    PROMPT = "prompt"
    ON_TIME = "on time"
    MONTHLY = "monthly"
    LATE = "late"
    VERY_LATE = "very late"
    IN_PARTS = "in parts"
    STOPPED = "stopped"


# Out of twenty customers: how many pay in which way.
HABITS = (
    [Habit.PROMPT] * 3
    + [Habit.ON_TIME] * 4
    + [Habit.MONTHLY] * 3
    + [Habit.LATE] * 4
    + [Habit.VERY_LATE] * 1
    + [Habit.IN_PARTS] * 3
    + [Habit.STOPPED] * 2
)
STOPPED_FROM = date(2011, 6, 1)
"""Customers who stop paying do so within the hundred days after this one."""
WRITTEN_OFF_DAYS = 120
"""An invoice of such a customer is given up this long after it was due."""
MODES = {"United Kingdom": ("check", "banktransfer", "cash")}
MODES_ABROAD = ("banktransfer", "creditcard")


class Account(msgspec.Struct):
    """One customer's side of the story while it is told: what is open, and which credit is unused."""

    customer: Customer
    handle: str
    terms_days: int
    habit: Habit
    open: dict[str, Decimal] = msgspec.field(default_factory=dict)
    credits: dict[str, Decimal] = msgspec.field(default_factory=dict)


Command = dict[str, Any]


class Story:
    """Tells one company's commands in the order of time. Build it with the customers, then read `commands`."""

    def __init__(self, accounts: list[Account], documents: dict[str, list[Document]]) -> None:
        self._accounts = accounts
        self._documents = documents
        self._events: list[tuple[datetime, int, str, tuple[Any, ...]]] = []
        self._count = 0
        self._drafts = 0
        self._payments = 0
        self._takings: dict[str, Decimal] = defaultdict(lambda: ZERO)

    def commands(self) -> Iterator[Command]:
        """Yield the commands, each with its time; nothing happens after TODAY."""
        for account in self._accounts:
            for document in self._documents[account.customer.number]:
                self._plan(document.at, "document", account, document)
        for month in range(1, 13):
            first = date(2011, month, 1)
            self._plan(_at(_working(first), 9, 0), "deposit", f"2011-{month:02}")
        for _ in range(EVENTS_MAX):
            if not self._events:
                return
            at, _, kind, facts = heapq.heappop(self._events)
            if at.date() <= TODAY:
                yield from getattr(self, f"_{kind}")(at, *facts)
        raise ValueError(f"the story has more than {EVENTS_MAX} events")

    def _plan(self, at: datetime, kind: str, *facts: Any) -> None:
        self._count += 1
        heapq.heappush(self._events, (at, self._count, kind, facts))

    def _document(self, at: datetime, account: Account, document: Document) -> Iterator[Command]:
        if document.kind is Kind.CREDIT_NOTE:
            yield from self._credit_note(at, account, document)
        else:
            yield from self._invoice(at, account, document)

    def _invoice(self, at: datetime, account: Account, document: Document) -> Iterator[Command]:
        number, handle = document.number, f"invoice:{document.number}"
        draft = (
            at.date() >= DRAFTS_FROM
            and self._drafts < DRAFTS_MAX
            and document.total > 0
            and draw(f"draft {number}", 2) == 0
        )
        self._drafts += draft
        command = {
            "number": number,
            "date": at.date().isoformat(),
            "due_date": (at.date() + timedelta(days=account.terms_days)).isoformat(),
            "terms_days": account.terms_days,
            "terms_label": f"Net {account.terms_days}",
            "state": "draft" if draft else "sent",
        }
        yield _command(at, "create_invoice", handle, contact_id=f"@{account.handle}", document=document, **command)
        if draft:
            return
        if draw(f"void {number}", VOID_EVERY) == 0:
            self._plan(_at(at.date(), 20, 30), "void", handle)
            return
        if document.total > 0:
            account.open[handle] = document.total
            yield from self._use_credit(at, account)
            self._plan_payment(at, account, handle)

    def _void(self, at: datetime, handle: str) -> Iterator[Command]:
        yield _command(at, "void_invoice", id=f"@{handle}")

    def _plan_payment(self, at: datetime, account: Account, handle: str) -> None:
        due = at.date() + timedelta(days=account.terms_days)
        luck = draw(f"pay {handle}", 100)
        match account.habit:
            case Habit.PROMPT:
                days = [-(luck % 8)]
            case Habit.ON_TIME:
                days = [luck % 6]
            case Habit.LATE:
                days = [5 + luck % 32]
            case Habit.VERY_LATE:
                days = [40 + luck % 50]
            case Habit.IN_PARTS:
                days = [5 + luck % 8 - account.terms_days, 5 + luck % 25]
            case Habit.STOPPED:
                stops = STOPPED_FROM + timedelta(days=draw(f"stop {account.customer.number}", 100))
                days = [3 + luck % 10] if due < stops else []
                self._plan(_at(_working(due + timedelta(days=WRITTEN_OFF_DAYS)), 16, 20), "write_off", account, handle)
            case Habit.MONTHLY:
                days = []
                end = date(due.year + due.month // 12, due.month % 12 + 1, 1)
                self._plan(_at(_working(end + timedelta(days=2)), 11, draw(handle, 60)), "settle", account, end)
        for part, after in enumerate(days):
            paid_on = _working(max(at.date(), due + timedelta(days=after)))
            share = Decimal("0.4") if len(days) > 1 and part == 0 else Decimal(1)
            self._plan(_at(paid_on, 10 + luck % 6, luck % 60), "pay", account, handle, share)

    def _pay(self, at: datetime, account: Account, handle: str, share: Decimal) -> Iterator[Command]:
        balance = account.open.get(handle, ZERO)
        amount = round_money(balance * share, PLACES)
        if amount > 0:
            over = Decimal(25) if draw(f"over {handle}", 60) == 0 else ZERO
            yield self._payment(at, account, {handle: amount}, amount + over)

    def _write_off(self, at: datetime, account: Account, handle: str) -> Iterator[Command]:
        if account.open.pop(handle, ZERO):
            yield _command(at, "write_off_invoice", id=f"@{handle}", date=at.date().isoformat())

    def _settle(self, at: datetime, account: Account, before: date) -> Iterator[Command]:
        """Pay all that is open at once, as those do who pay by the month."""
        del before
        if account.open:
            yield self._payment(at, account, dict(account.open), sum(account.open.values(), ZERO))

    def _payment(self, at: datetime, account: Account, applied: dict[str, Decimal], amount: Decimal) -> Command:
        self._payments += 1
        for handle, part in applied.items():
            account.open[handle] -= part
            if not account.open[handle]:
                del account.open[handle]
        modes = MODES.get(account.customer.country, MODES_ABROAD)
        mode = modes[draw(f"mode {account.customer.number}", len(modes))]
        banked = mode == "banktransfer"
        self._takings[at.strftime("%Y-%m")] += ZERO if banked else amount
        return _command(
            at,
            "create_payment",
            f"payment:{self._payments}",
            contact_id=f"@{account.handle}",
            date=at.date().isoformat(),
            amount=amount,
            mode=mode,
            reference=f"{mode[:2].upper()}{draw(f'reference {self._payments}', 900_000) + 100_000}",
            account_id="@current account" if banked else "@account:Undeposited Funds",
            applications=[{"document_id": f"@{handle}", "amount": part} for handle, part in applied.items()],
        )

    def _credit_note(self, at: datetime, account: Account, document: Document) -> Iterator[Command]:
        handle = f"credit:{document.number}"
        yield _command(
            at, "create_credit_note", handle, contact_id=f"@{account.handle}", document=document,
            number=document.number, date=at.date().isoformat(),
        )  # fmt: skip
        fate = draw(f"credit {handle}", 10)
        if fate < REFUNDED_OF_TEN:
            self._plan(_at(_working(at.date() + timedelta(days=21)), 15, 5), "refund", account, handle, -document.total)
        elif fate < REFUNDED_OF_TEN + KEPT_OF_TEN:
            return
        elif document.total:
            account.credits[handle] = -document.total
            yield from self._use_credit(at, account)

    def _use_credit(self, at: datetime, account: Account) -> Iterator[Command]:
        """Set unused credit against what is open, oldest first."""
        for credit in list(account.credits):
            applied: dict[str, Decimal] = {}
            for invoice in list(account.open):
                part = min(account.credits[credit], account.open[invoice])
                if part:
                    applied[invoice] = part
                    account.credits[credit] -= part
                    account.open[invoice] -= part
                if not account.open[invoice]:
                    del account.open[invoice]
            if applied:
                parts = [{"document_id": f"@{handle}", "amount": part, "date": at.date().isoformat()}
                         for handle, part in applied.items()]  # fmt: skip
                yield _command(at, "apply_credit_note", id=f"@{credit}", applications=parts)
            if not account.credits[credit]:
                del account.credits[credit]

    def _refund(self, at: datetime, account: Account, credit: str, amount: Decimal) -> Iterator[Command]:
        del account
        yield _command(
            at, "refund_credit_note", id=f"@{credit}", amount=amount, date=at.date().isoformat(),
            account_id="@current account", mode="banktransfer", description="Credit paid back",
        )  # fmt: skip

    def _deposit(self, at: datetime, month: str) -> Iterator[Command]:
        """Bank the cash and cheques of the month before."""
        before = (datetime.fromisoformat(f"{month}-01") - timedelta(days=1)).strftime("%Y-%m")
        amount = self._takings.pop(before, ZERO)
        if amount:
            lines = [
                {"account_id": "@current account", "side": "debit", "amount": amount},
                {"account_id": "@account:Undeposited Funds", "side": "credit", "amount": amount},
            ]
            yield _command(
                at, "create_journal", date=at.date().isoformat(), lines=lines,
                reference=f"DEP-{at.month}", notes="Cash and cheques of the month before paid in",
            )  # fmt: skip


def _command(at: datetime, name: str, handle: str = "", *, document: Document | None = None, **fields: Any) -> Command:
    named = {"as": handle} if handle else {}
    lines = {"lines": document} if document else {}
    return {"at": at.isoformat(), "command": name, **named, **fields, **lines}


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def _working(day: date) -> date:
    """Return the day, or the Monday after it: nothing is paid at a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
