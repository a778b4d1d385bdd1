"""Somebody who keeps the books: receipts, expenses, journals, transfers, openings, requests, orders and locks."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from tallystick.books.documents import retainer_invoice, sales_receipt
from tallystick.books.documents.bank_transaction import (
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.documents.expense import CreateExpense, DeleteExpense, ExpenseLineFields, UpdateExpense
from tallystick.books.documents.journal import (
    CreateJournal,
    DeleteJournal,
    JournalLineFields,
    JournalState,
    PublishJournal,
    ReverseJournal,
    Side,
    UpdateJournal,
)
from tallystick.books.documents.lock import LockPeriod, LockScope, OpenWithinLock, UnlockPeriod
from tallystick.books.documents.opening_balance import DeleteOpeningBalance, OpeningLineFields, SetOpeningBalance
from tallystick.books.documents.purchase_order import (
    CancelPurchaseOrder,
    CreatePurchaseOrder,
    DeletePurchaseOrder,
    MarkPurchaseOrderBilled,
    MarkPurchaseOrderOpen,
    PurchaseOrderState,
    UpdatePurchaseOrder,
)
from tallystick.books.refusal import Reason
from tests.books.audit.papers import COST, INCOME, draw_paper
from tests.books.audit.stage import Stage
from tests.books.auditor import nouns, paper
from tests.books.auditor.accounts import NEW, Ruling, refuse, ruled
from tests.books.auditor.money import Currency, Exchange
from tests.books.auditor.nouns import BILLED, CANCELLED
from tests.books.auditor.paper import Paper, Row, Worth
from tests.books.auditor.sundry import Cash, Journal, Lock, Opening, Order, Request, Transfer
from tests.books.auditor.trade import DRAFT, OPEN, PURCHASES, SALES, VOID, Money, Record

CASH: Final = ("Undeposited Funds", "Petty Cash")
ANY: Final = (*CASH, *COST, *INCOME, "Accounts Receivable", "Accounts Payable", "Owner's Equity")
OPENING: Final = "opening_balance"
RECEIPT: Final[dict[str | None, Any]] = {VOID: sales_receipt.VoidSalesReceipt, None: sales_receipt.DeleteSalesReceipt}
REQUEST: Final[dict[str | None, Any]] = {
    OPEN: retainer_invoice.MarkRetainerInvoiceSent,
    DRAFT: retainer_invoice.MarkRetainerInvoiceDraft,
    VOID: retainer_invoice.VoidRetainerInvoice,
    None: retainer_invoice.DeleteRetainerInvoice,
}
ORDER: Final[dict[str | None, Any]] = {
    OPEN: MarkPurchaseOrderOpen,
    BILLED: MarkPurchaseOrderBilled,
    CANCELLED: CancelPurchaseOrder,
    None: DeletePurchaseOrder,
}


class Keeper(Stage):
    """What is neither a claim nor settles one."""

    # Sold or spent at once.

    def receipt(self) -> None:
        receipts = {key: each for key, each in self.auditor.of(Cash).items() if each.sign > 0}
        key = self.pick(receipts) if self.chance(50) else None
        if key and self.chance(60):
            to = self.one((VOID, None))
            self.ask(RECEIPT[to](id=key), nouns.move_cash(self.auditor, key, to))
            return
        currency = self.currency()
        exchange, said = self.exchange(currency)
        drawn, fields = draw_paper(self, currency, INCOME, "Discount")
        wrong = paper.reasons(drawn)
        (account, account_id), date = self.account(*CASH), self.date()
        cash = Cash(
            scope=SALES.scope,
            date=date,
            exchange=exchange,
            account=account,
            worth=Worth(0) if wrong else paper.work_out(drawn),
            sign=1,
        )
        said |= {"contact_id": self.one(self.parties[SALES]), "date": date, "account_id": account_id, **fields}
        if key:
            ruling = nouns.edit_cash(self.auditor, key, cash, wrong)
            self.ask(sales_receipt.UpdateSalesReceipt(id=key, **said), ruling)
        else:
            self.ask(sales_receipt.CreateSalesReceipt(**said), ruled(wrong, {NEW: cash}))

    def expense(self) -> None:
        expenses = {key: each for key, each in self.auditor.of(Cash).items() if each.sign < 0}
        key = self.pick(expenses) if self.chance(50) else None
        if key and self.chance(40):
            self.ask(DeleteExpense(id=key), ruled((), {key: None}))
            return
        currency = self.currency()
        exchange, said = self.exchange(currency)
        (account, account_id), date, inclusive = self.account(*CASH), self.date(), self.chance(50)
        rows, lines = [], []
        for _ in range(self.random.choice((1, 2, 3))):
            name, spent_id = self.account(*COST) if self.chance(97) else self.account(*CASH)
            tax_id = self.one(list(self.taxes))
            amount = self.amount(currency, 5_000) if self.chance(97) else Decimal(0)
            rows.append(Row(name, Fraction(1), Fraction(amount), None, self.taxes[tax_id]))
            lines.append(ExpenseLineFields(account_id=spent_id, amount=amount, tax_id=tax_id))
        worth = paper.work_out(Paper(currency, tuple(rows), inclusive=inclusive))
        wrong = set() if worth.total else {Reason.BAD_AMOUNT}
        if any(row.account == account for row in rows):
            wrong.add(Reason.ACCOUNT_TYPE)
        spent = Cash(scope=PURCHASES.scope, date=date, exchange=exchange, account=account, worth=worth, sign=-1)
        said |= {"date": date, "paid_through_id": account_id, "tax_inclusive": inclusive, "lines": tuple(lines)}
        command = UpdateExpense(id=key, **said) if key else CreateExpense(**said)
        self.ask(command, ruled(wrong, {key or NEW: spent}))

    # Written by hand.

    def journal(self) -> None:
        journals = self.auditor.of(Journal)
        key = self.pick(journals) if self.chance(50) else None
        if key and self.chance(70):
            self._move_journal(key, journals[key])
            return
        currency = self.currency()
        exchange, said = self.exchange(currency)
        lines = self._lines(currency)
        wrong = set() if not sum(amount for _, amount in lines) else {Reason.UNBALANCED}
        if any(not amount for _, amount in lines):
            wrong = {Reason.BAD_AMOUNT}
        wrong = wrong if len(lines) > 1 else {Reason.NO_LINES}
        date, state = self.date(), journals[key].state if key else self.one((OPEN, OPEN, DRAFT))
        written = Journal(scope="accountant", date=date, exchange=exchange, lines=tuple(lines), state=state)
        said |= {"date": date, "lines": tuple(self._said(name, amount, currency) for name, amount in lines)}
        if key:
            self.ask(UpdateJournal(id=key, **said), ruled(wrong, {key: written}))
        else:
            said["state"] = JournalState.PUBLISHED if state == OPEN else JournalState.DRAFT
            self.ask(CreateJournal(**said), ruled(wrong, {NEW: written}))

    def _lines(self, currency: Currency) -> list[tuple[str, int]]:
        first, *names = self.random.sample(ANY, self.random.choice((2, 2, 3, 4)))
        lines = [(name, self.one((-1, 1)) * self.random.randint(1, 9_999)) for name in names]
        left = -sum(amount for _, amount in lines)
        if self.chance(4):
            left += currency.unit
        return lines if self.chance(2) else [*lines, (first, left)]

    def _said(self, name: str, amount: int, currency: Currency) -> JournalLineFields:
        return JournalLineFields(
            account_id=self.company.account(name),
            side=Side.DEBIT if amount > 0 else Side.CREDIT,
            amount=abs(Decimal(amount)).scaleb(-currency.places),
        )

    def _move_journal(self, key: str, old: Journal) -> None:
        what = self.one(("publish", "reverse", "delete"))
        if what == "publish":
            self.ask(PublishJournal(id=key), ruled((), {key: replace(old, state=OPEN)}))
        elif what == "delete":
            self.ask(DeleteJournal(id=key), ruled((), {key: None}))
        else:
            date = self.date()
            lines = tuple((name, -amount) for name, amount in old.lines)
            wrong = {Reason.WRONG_STATUS} if old.state == DRAFT else set()
            self.ask(ReverseJournal(id=key, date=date), ruled(wrong, {NEW: replace(old, date=date, lines=lines)}))

    def transfer(self) -> None:
        key = self.pick(self.auditor.of(Transfer)) if self.chance(50) else None
        if key and self.chance(50):
            self.ask(DeleteBankTransaction(id=key), ruled((), {key: None}))
            return
        currency = self.currency()
        exchange, said = self.exchange(currency)
        (giving, giving_id), (getting, getting_id) = self.account(*CASH, "Owner's Equity"), self.account(*CASH)
        units = self.random.randint(1, 5_000)
        charges = self.random.randint(0, units) if self.chance(20) else 0
        wrong = {Reason.ACCOUNT_TYPE} if giving == getting else set()
        if charges >= units or not exchange.at_home(units):
            wrong.add(Reason.BAD_AMOUNT)
        date = self.date()
        moved = Transfer(
            scope="banking",
            date=date,
            exchange=exchange,
            giving=giving,
            getting=getting,
            amount=units,
            charges=charges,
        )
        said |= {"date": date, "from_account_id": giving_id, "to_account_id": getting_id}
        said |= {
            name: Decimal(each).scaleb(-currency.places)
            for name, each in (("amount", units), ("bank_charges", charges))
        }
        command = UpdateBankTransaction(id=key, **said) if key else CreateBankTransaction(**said)
        self.ask(command, ruled(wrong, {key or NEW: moved}))

    def opening(self) -> None:
        if self.chance(30):
            there = OPENING in self.auditor.records
            self.ask(DeleteOpeningBalance(), ruled((), {OPENING: None}) if there else refuse(Reason.UNKNOWN_ID))
            return
        held: list[tuple[str, Exchange, int]] = []
        lines = []
        wrong = set()
        for _ in range(self.random.choice((1, 2, 3))):
            currency = self.currency()
            exchange, said = self.exchange(currency)
            (name, account_id), units = self.account(*CASH, *INCOME), self.random.randint(1, 90_000)
            side = self.one((Side.DEBIT, Side.CREDIT))
            if currency == self.home and self.chance(5):
                said["exchange_rate"] = Decimal(2)
                wrong = {Reason.BAD_RATE}
            held.append((name, exchange, units if side is Side.DEBIT else -units))
            amount = Decimal(units).scaleb(-currency.places)
            lines.append(OpeningLineFields(account_id=account_id, side=side, amount=amount, **said))
        date = self.date()
        opening = Opening(scope="accountant", date=date, lines=tuple(held))
        self.ask(SetOpeningBalance(date=date, lines=tuple(lines)), ruled(wrong, {OPENING: opening}))

    # What posts nothing.

    def request(self) -> None:
        requests = self.auditor.of(Request)
        paid = {each.retainer: requests[each.retainer] for each in self.auditor.of(Money).values() if each.retainer}
        key = self.pick(paid if paid and self.chance(50) else requests) if self.chance(50) else None
        if key and self.chance(60):
            to = self.one(list(REQUEST))
            self.ask(REQUEST[to](id=key), nouns.move_request(self.auditor, key, to))
            return
        currency = self.currency()
        exchange, said = self.exchange(currency)
        drawn, fields = draw_paper(self, currency, INCOME, "Discount")
        wrong = paper.reasons(drawn)
        total = 0 if wrong else paper.work_out(drawn).total
        who, date = self.one(self.parties[SALES]), self.date()
        asked = Request(SALES.scope, date, who=who, exchange=exchange, total=total, state=DRAFT)
        said |= {"contact_id": who, "date": date, **fields}
        if key:
            ruling = nouns.edit_request(self.auditor, key, asked, wrong)
            self.ask(retainer_invoice.UpdateRetainerInvoice(id=key, **said), ruling)
        else:
            self.ask(retainer_invoice.CreateRetainerInvoice(**said), ruled(wrong, {NEW: asked}))

    def order(self) -> None:
        key = self.pick(self.auditor.of(Order)) if self.chance(65) else None
        if key and self.chance(75):
            to = self.one(list(ORDER))
            self.ask(ORDER[to](id=key), nouns.move_order(self.auditor, key, to))
            return
        currency = self.currency()
        _, said = self.exchange(currency)
        drawn, fields = draw_paper(self, currency, COST, "Purchase Discounts")
        who, date, state = self.one(self.parties[PURCHASES]), self.date(), self.one((DRAFT, OPEN))
        order = Order(PURCHASES.scope, date, who=who, state=state)
        said |= {"contact_id": who, "date": date, **fields}
        if key:
            ruling = nouns.edit_order(self.auditor, key, order, paper.reasons(drawn))
            self.ask(UpdatePurchaseOrder(id=key, **said), ruling)
        else:
            command = CreatePurchaseOrder(state=PurchaseOrderState(state), **said)
            self.ask(command, ruled(paper.reasons(drawn), {NEW: order}))

    # Days.

    def lock(self) -> None:
        """Close a part of the books, open some days of it again, or all."""
        locks, scope = self.auditor.locks, self.one(list(LockScope))
        nothing: dict[str, Record | None] = {}
        if scope.value in locks and self.chance(50):
            self.ask(UnlockPeriod(scope=scope), Ruling(frozenset(), nothing))
            del locks[scope.value]
        elif scope.value in locks:
            first = locks[scope.value].through - dt.timedelta(days=self.random.randint(0, 9))
            opened = first, first + dt.timedelta(days=self.random.randint(0, 5))
            command = OpenWithinLock(scope=scope, open_from=opened[0], open_until=opened[1])
            self.ask(command, Ruling(frozenset(), nothing))
            locks[scope.value] = replace(locks[scope.value], opened=opened)
        else:
            through = self.today - dt.timedelta(days=self.random.randint(8, 45))
            self.ask(LockPeriod(scope=scope, through=through, reason="Closed"), Ruling(frozenset(), nothing))
            locks[scope.value] = Lock(through)

    def day_passes(self) -> None:
        self.company.at(self.today + dt.timedelta(days=1))
