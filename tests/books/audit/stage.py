"""The company that is audited: its book, its auditor, and one question put to both. No command is chosen here."""

import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from tallystick.books.book import Book
from tallystick.books.change import Change, Kind
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.currency import CreateCurrency, CreateExchangeRate
from tallystick.books.documents.document import Command
from tallystick.books.documents.settings import BookSettings
from tallystick.books.documents.tax import CreateTax, CreateTaxGroup, TaxKind
from tallystick.books.refusal import Reason, Refused
from tests.books.auditor.accounts import NEW, Accounts, Ruling
from tests.books.auditor.money import Currency, Exchange
from tests.books.auditor.paper import Levy
from tests.books.auditor.trade import OPEN, PURCHASES, SALES, Claim, HandCredit, Source
from tests.books.company import MONDAY, Company

Thing = TypeVar("Thing")
CURRENCIES: Final = (Currency("USD", 2), Currency("EUR", 2), Currency("JPY", 0), Currency("KWD", 3))
RATES: Final = tuple(Decimal(text) for text in ("1", "1.1", "0.0067", "1.333333", "151.37", "3.2547"))
ODD: Final = (
    ("amount", Decimal("NaN"), Reason.BAD_AMOUNT),
    ("amount", Decimal("1e30"), Reason.BAD_AMOUNT),
    ("amount", Decimal("0.0000000000001"), Reason.TOO_MANY_DECIMALS),
    ("exchange_rate", Decimal("Infinity"), Reason.BAD_AMOUNT),
    ("exchange_rate", Decimal(-2), Reason.BAD_RATE),
    ("adjustment", Decimal("-1e15"), Reason.BAD_AMOUNT),
    ("bank_charges", Decimal("sNaN"), Reason.BAD_AMOUNT),
    ("date", dt.date(1899, 12, 31), Reason.DATE_OUT_OF_RANGE),
    ("date", dt.date(2200, 1, 1), Reason.DATE_OUT_OF_RANGE),
    ("id", "nowhere", Reason.UNKNOWN_ID),
    ("contact_id", "nowhere", Reason.UNKNOWN_ID),
    ("currency_id", "nowhere", Reason.UNKNOWN_ID),
)
"""Values that no command may carry, whatever else it says."""


NAN: Final = Decimal("NaN")
NO_NUMBER: Final = Reason.BAD_AMOUNT
STANDS: Final = {"sent": OPEN, "paid": OPEN, "published": OPEN}
"""The book's words for what stands, where they differ from noun to noun."""
LEFT: Final = {False: ("balance", "balance_base"), True: ("unused", "unused_base")}


class Stage:
    """A book and its auditor, and a seed that decides what happens."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.home = CURRENCIES[(0, 0, 2, 3)[seed % 4]]
        self.abroad = self.random.sample([each for each in CURRENCIES if each != self.home], 2)
        self.company = Company(base_currency=self.home.code)
        self.book = self.company.book
        self.changes: list[Change] = list(self.book.changes())
        self.book.subscribe(self.changes.extend)
        self.story: list[tuple[Command, str]] = []
        self.auditor = Accounts()
        self.parties = {
            SALES: (self.company.acme.id, self.company.customer("Other").id),
            PURCHASES: tuple(
                self.company.customer(name, role=ContactRole.VENDOR).id for name in ("Paper Mill", "Other Mill")
            ),
        }
        self.currency_ids = {each: self._currency(each) for each in CURRENCIES}
        self.rates = {each: self._dated(each) for each in self.abroad}
        self.taxes = self._taxes()

    def _currency(self, currency: Currency) -> str:
        known = self.book.find(Kind.CURRENCY, "code", currency.code)
        return known or str(self.company.do(CreateCurrency(code=currency.code)).id)

    def _taxes(self) -> dict[str, tuple[Levy, ...]]:
        """Return taxes by id, as the auditor knows them: none, single ones, groups of two, one on top of another."""
        levies = (
            Levy("Sales Tax", Fraction("7.5"), "Tax Payable"),
            Levy("State", Fraction(9), "Dimension Adjustments"),
            Levy("Central", Fraction(9), "Tax Payable"),
            Levy("On Top", Fraction(10), "Tax Payable", compound=True),
            Levy("Value Added", Fraction(20), "Tax Payable"),
        )
        made = {each.name: self._tax(each) for each in levies}
        taxes: dict[str, tuple[Levy, ...]] = {"": (), **{made[each.name]: (each,) for each in levies}}
        for group in ((1, 2), (0, 3)):
            members = tuple(levies[index] for index in group)
            tax_ids = tuple(made[each.name] for each in members)
            taxes[self.company.do(CreateTaxGroup(name=str(group), tax_ids=tax_ids)).id] = members
        return taxes

    def _tax(self, levy: Levy) -> str:
        percentage = Decimal(levy.percentage.numerator) / Decimal(levy.percentage.denominator)
        kind = TaxKind.COMPOUND if levy.compound else TaxKind.SIMPLE
        account_id = self.company.account(levy.account)
        made = self.company.do(CreateTax(name=levy.name, percentage=percentage, kind=kind, account_id=account_id))
        return str(made.id)

    # What is drawn.

    def one(self, things: Sequence[Thing]) -> Thing:
        return things[self.random.randrange(len(things))]

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def pick(self, table: dict[str, Any]) -> str | None:
        """Return the key of some record, a late one more often than not."""
        keys = list(table)[-8:] if self.chance(60) else list(table)
        return self.one(keys) if keys else None

    def amount(self, currency: Currency, units_max: int = 40_000) -> Decimal:
        """Return an amount, now and then a decimal finer than the currency has."""
        amount = Decimal(self.random.randint(1, units_max)).scaleb(-currency.places)
        return amount + Decimal(self.random.randint(0, 9)).scaleb(-currency.places - 1) if self.chance(5) else amount

    def date(self) -> dt.date:
        """Return a day of the last weeks, often a last closed or a first open one."""
        edges: list[dt.date] = [
            day for lock in self.auditor.locks.values() for day in (lock.through, *(lock.opened or ()))
        ]
        if edges and self.chance(40):
            return self.one(edges) + dt.timedelta(days=self.random.randint(-1, 1))
        return MONDAY - dt.timedelta(days=self.random.randint(-3, 40))

    def currency(self) -> Currency:
        return self.home if self.chance(40) else self.one(self.abroad)

    def exchange(self, currency: Currency, date: dt.date | None = None) -> tuple[Exchange, dict[str, Any]]:
        """Return a rate as the auditor has it, and as a command says it; with a day it may be left to that day's."""
        said: dict[str, Any] = {"currency_id": self.currency_ids[currency]}
        if currency != self.home and date is not None and self.chance(30):
            rate = next(rate for since, rate in self.rates[currency] if since <= date)
        else:
            said["exchange_rate"] = rate = Decimal(1) if currency == self.home else self.one(RATES)
        return Exchange(currency, self.home, Fraction(rate)), said

    def _dated(self, currency: Currency) -> list[tuple[dt.date, Decimal]]:
        """Give a currency a rate for each of three spans of days; the latest comes first."""
        spans = [(MONDAY - dt.timedelta(days=days), self.one(RATES)) for days in (8, 24, 900)]
        for since, rate in spans:
            self.company.do(CreateExchangeRate(currency_id=self.currency_ids[currency], date=since, rate=rate))
        return spans

    def account(self, *names: str) -> tuple[str, str]:
        """Return one of some accounts by name and by id."""
        name = self.one(names)
        return name, self.company.account(name)

    @property
    def today(self) -> dt.date:
        return self.book.today()

    # What is asked.

    def ask(self, command: Command, ruling: Ruling) -> Any:
        """Put a command to the book; it must do what the auditor foretold, and the accounts hold what it says."""
        if self.chance(6):
            self._ask_oddly(command)
        foretold = self.auditor.foretell(ruling)
        refused, document = self._answer(command)
        if refused is not None:
            assert refused.reason in foretold, f"refused {refused}, foretold {set(foretold) or 'nothing'}"
            return None
        assert not foretold, f"done, foretold {set(foretold)}"
        self.auditor.commit(ruling.changes, getattr(document, "id", ""))
        held, expected = self.balances(), self.auditor.balances()
        off = {name: held.get(name, 0) - expected.get(name, 0) for name in held.keys() | expected.keys()}
        assert held == expected, f"off by { ({name: amount for name, amount in off.items() if amount}) }"
        for key in ruling.changes:
            self._check_record(getattr(document, "id", "") if key == NEW else key)
        return document

    def _check_record(self, key: str) -> None:
        """A record stands as the auditor says; what is spent or settled stands at zero at home too."""
        record = self.auditor.records.get(key)
        state = getattr(record, "state", None)
        if state is None:
            return
        document = self.document(key)
        if hasattr(document, "state"):
            assert STANDS.get(document.state.value, document.state.value) == state
        if isinstance(record, Claim | Source):
            if isinstance(record, HandCredit):
                left, home = document.left_of(document.lines[0])
            else:
                left, home = (getattr(document, name) for name in LEFT[isinstance(record, Source) and record.is_money])
            pot = record.pot
            assert left == Decimal(pot.left).scaleb(-pot.exchange.currency.places)
            assert home == Decimal(pot.left_home).scaleb(-self.home.places)
            assert left or not home

    def document(self, key: str) -> Any:
        """Return what the book holds under an id."""
        return next(table[key] for kind in Kind if key in (table := self.book.table(kind)))

    def _ask_oddly(self, command: Command) -> None:
        """Put a command with one impossible value in it to the book, which must say so."""
        odd = [each for each in ODD if isinstance(getattr(command, each[0], None), type(each[1]))]
        if odd:
            field, value, reason = self.one(odd)
            self._refused(replace(command, **{field: value}), field, reason)
        for name in ("lines", "applications"):
            part = next(iter(getattr(command, name, None) or ()), None)
            if part is not None and not hasattr(part, "id"):
                self._refused(replace(command, **{name: (replace(part, amount=NAN),)}), f"{name}[0].amount", NO_NUMBER)
            elif part is not None and hasattr(part, "quantity"):
                self._refused(replace(command, **{name: (replace(part, rate=NAN),)}), f"{name}[0].rate", NO_NUMBER)

    def _refused(self, command: Command, field: str, reason: Reason) -> None:
        """A command is refused for a value, or for another that is looked at before."""
        refused, _ = self._answer(command)
        assert refused is not None, f"{command} was done"
        assert refused.reason is reason or field not in ("id", refused.field), f"{command}: {refused}"

    def _answer(self, command: Command) -> tuple[Refused | None, Any]:
        """Return the book's answer; one that is no leaves everything as it was."""
        before = {kind: dict(self.book.table(kind)) for kind in Kind}
        held = self.company.balances()
        try:
            document = self.book.execute(command).document
        except Refused as error:
            assert {kind: dict(self.book.table(kind)) for kind in Kind} == before
            assert self.company.balances() == held
            self.story.append((command, str(error)))
            return error, None
        self.story.append((command, "done"))
        return None, document

    def balances(self, *, on: dt.date | None = None) -> dict[str, int]:
        held = self.company.balances(on=on)
        return {name: int(amount.scaleb(self.home.places)) for name, amount in held.items() if amount}

    def close(self) -> None:
        """Look back at some days and at everybody's account, then replay every change: the same must come of it."""
        for _ in range(3):
            day = self.date()
            assert self.balances(on=day) == self.auditor.balances_on(day)
        for side, asked in ((SALES, self.book.receivable), (PURCHASES, self.book.payable)):
            for who in self.parties[side]:
                owed = asked(who)
                found = [each.scaleb(self.home.places) for each in (owed.outstanding_base, owed.unused_credits_base)]
                assert found == [Decimal(each) for each in self.auditor.owed_and_credited(who)]
        assert self.book.audit() == []
        again = Book(BookSettings(base_currency=self.home.code), clock=lambda: self.company.now, ids=iter(()).__next__)
        again.restore(self.changes)
        assert again.changes() == self.book.changes()
