"""One organisation's live accounts: a command in, documents and entries out.

What a command does stands in `books.rules`, what a document posts in `books.posting`; nothing is stored here.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from heapq import nlargest
from types import MappingProxyType
from typing import Any

from tallystick.books.calendar import day_of
from tallystick.books.change import Change, Kind, Outcome
from tallystick.books.documents.account import Account, SystemAccount
from tallystick.books.documents.application import Application
from tallystick.books.documents.base_currency_adjustment import (
    AdjustedAccount,
    AdjustedContact,
    CreateBaseCurrencyAdjustment,
)
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.document import Command
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.item import Item
from tallystick.books.documents.journal import Journal
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.sequence import Sequence
from tallystick.books.documents.settings import BookSettings
from tallystick.books.documents.tax import Tax, TaxGroup
from tallystick.books.documents.user import User
from tallystick.books.door import check_values
from tallystick.books.numbering import next_number
from tallystick.books.open_items import Held
from tallystick.books.posting.leg import Chart
from tallystick.books.posting.rules import effect_of
from tallystick.books.receivable import ContactBalance, ContactBalances
from tallystick.books.report.figures import Basis
from tallystick.books.report.trial_balance import TrialBalance, trial_balance
from tallystick.books.rules import RULES
from tallystick.books.rules.approval import refuse_unapproved
from tallystick.books.rules.base_currency_adjustment import adjustable, adjustable_contacts
from tallystick.books.rules.lock import refuse_locked
from tallystick.books.rules.settled import refuse_settled
from tallystick.books.state import State, fold, rebuilt
from tallystick.books.work import Work, rate_on
from tallystick.ledger.entry import Entry
from tallystick.ledger.movement import Movements
from tallystick.model.money import ZERO, from_minor, round_money

Listener = Callable[[tuple[Change, ...]], None]


class Book:
    """The accounts of one organisation.

    `clock` returns the present instant, aware; `ids` a new unique id each time. A new book is opened with
    `execute(OpenBook())`, an old one with `restore(changes)`.
    """

    def __init__(self, settings: BookSettings, *, clock: Callable[[], dt.datetime], ids: Callable[[], str]) -> None:
        self._clock = clock
        self._ids = ids
        self._listeners: list[Listener] = []
        self._state = State()
        self._state.apply(Change(Kind.SETTINGS, "settings", settings))

    # Commands in, changes out.

    def execute(self, command: Command) -> Outcome:
        """Carry a command out, whole or not at all.

        Raises Refused, the book then being exactly as before.
        """
        check_values(command)
        now = self._clock()
        work = Work(self._state, now=now.astimezone(dt.UTC), today=day_of(now, self.settings.time_zone), ids=self._ids)
        work.user_id = command.user_id
        document = RULES[type(command)](work, command)
        changes = work.changes
        refuse_unapproved(self._state, changes)
        refuse_locked(self._state, changes, command.user_id)
        refuse_settled(self._state, changes)
        for change in changes:
            self._state.apply(change)
        found = self._state.check()
        assert not found, found
        self._tell(changes)
        return Outcome(document, changes)

    def restore(self, changes: Iterable[Change]) -> None:
        """Take changes of an earlier life in, in their order; no clock, no ids, no rule is asked."""
        taken = tuple(changes)
        for change in taken:
            self._state.apply(change)
        self._tell(taken)

    def copy(self, *, clock: Callable[[], dt.datetime], ids: Callable[[], str]) -> "Book":
        """Return the same accounts, to be changed apart from these; nobody who listens here is told of changes there."""
        made = Book(self.settings, clock=clock, ids=ids)
        made._state = self._state.copy()
        return made

    def changes(self) -> tuple[Change, ...]:
        """Return every record as a change: restoring them into a new book makes this one again."""
        return self._state.changes()

    def subscribe(self, listener: Listener) -> None:
        """Have a function called with the changes after every command carried out and every restore."""
        self._listeners.append(listener)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        for listener in self._listeners:
            listener(changes)

    def effect(self, changes: Iterable[Change]) -> dict[str, Decimal]:
        """Return what changes moved in each account, by account id, in the base currency, debit positive."""
        places = self._state.base_places
        return {id_: from_minor(amount, places) for id_, amount in effect_of(changes, self._state).items()}

    @property
    def reversals(self) -> Mapping[str, dt.date]:
        """Return the journals that are to be reversed on a day to come, by id."""
        return MappingProxyType(self._state.reversals)

    def today(self) -> dt.date:
        """Return the organisation's day."""
        return day_of(self._clock(), self.settings.time_zone)

    # Records by id, in the order they were made.

    @property
    def settings(self) -> BookSettings:
        """Return the organisation's choices."""
        settings: BookSettings = self._state.tables[Kind.SETTINGS]["settings"]
        return settings

    def table(self, kind: Kind) -> Mapping[str, Any]:
        """Return all records of a kind by id."""
        return MappingProxyType(self._state.tables[kind])

    @property
    def sequences(self) -> Mapping[str, Sequence]:
        """Return the number sequences by kind of document."""
        return self.table(Kind.SEQUENCE)

    @property
    def currencies(self) -> Mapping[str, Currency]:
        """Return the currencies."""
        return self.table(Kind.CURRENCY)

    @property
    def accounts(self) -> Mapping[str, Account]:
        """Return the chart of accounts."""
        return self.table(Kind.ACCOUNT)

    @property
    def taxes(self) -> Mapping[str, Tax]:
        """Return the taxes."""
        return self.table(Kind.TAX)

    @property
    def tax_groups(self) -> Mapping[str, TaxGroup]:
        """Return the tax groups."""
        return self.table(Kind.TAX_GROUP)

    @property
    def users(self) -> Mapping[str, User]:
        """Return the users."""
        return self.table(Kind.USER)

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """Return the contacts."""
        return self.table(Kind.CONTACT)

    @property
    def items(self) -> Mapping[str, Item]:
        """Return the items."""
        return self.table(Kind.ITEM)

    @property
    def invoices(self) -> Mapping[str, Invoice]:
        """Return the invoices."""
        return self.table(Kind.INVOICE)

    @property
    def payments(self) -> Mapping[str, Payment]:
        """Return the payments received."""
        return self.table(Kind.PAYMENT)

    @property
    def credit_notes(self) -> Mapping[str, CreditNote]:
        """Return the credit notes."""
        return self.table(Kind.CREDIT_NOTE)

    @property
    def journals(self) -> Mapping[str, Journal]:
        """Return the journals."""
        return self.table(Kind.JOURNAL)

    # What follows from the records.

    @property
    def base_currency(self) -> Currency:
        """Return the currency the accounts are kept in."""
        currency: Currency = self._state.tables[Kind.CURRENCY][self._state.base_currency_id]
        return currency

    def system(self, part: SystemAccount) -> str:
        """Return the id of the account that plays a part in the posting rules."""
        return self._state.system_accounts[part]

    def rate(self, currency_id: str, date: dt.date) -> Decimal | None:
        """Return units of the base currency for one of a currency on a day, None when no rate is known."""
        return rate_on(self.currencies[currency_id], self._state.base_currency_id, date)

    @property
    def chart(self) -> Chart:
        """Return what posting rules may see of the book."""
        return self._state

    def next_number(self, kind: Kind) -> str:
        """Return the number the next document of a kind will get."""
        work = Work(self._state, now=self._clock(), today=self.today(), ids=self._ids)
        return next_number(work, kind)[0]

    def revalued(self, command: CreateBaseCurrencyAdjustment) -> tuple[AdjustedAccount, ...]:
        """Return what an adjustment would value, were it made; raise Refused for an unknown currency."""
        work = Work(self._state, now=self._clock(), today=self.today(), ids=self._ids)
        return adjustable(work, work.find(Kind.CURRENCY, command.currency_id, "currency_id"), command)

    def revalued_contacts(self, command: CreateBaseCurrencyAdjustment) -> tuple[AdjustedContact, ...]:
        """Return each contact's share of what an adjustment would value in the accounts it names."""
        work = Work(self._state, now=self._clock(), today=self.today(), ids=self._ids)
        return adjustable_contacts(work, work.find(Kind.CURRENCY, command.currency_id, "currency_id"), command)

    def find(self, kind: Kind, field: str, value: str) -> str | None:
        """Return the id of a record by a unique value (name, number, code, sku, email), case and spaces aside."""
        held = self._state.unique[kind][field].get(fold(value))
        return held[0] if held else None

    def find_number(self, kind: Kind, number: str) -> str | None:
        """Return the id of the document with a number."""
        return self.find(kind, "number", number)

    def find_name(self, kind: Kind, name: str) -> str | None:
        """Return the id of the record with a name."""
        return self.find(kind, "name", name)

    def is_used(self, identity: str) -> bool:
        """Tell whether any record refers to an id, or it is an account that holds something."""
        return identity in self._state.uses or self._state.balances.of(identity) != 0

    def documents_of(self, contact_id: str) -> Mapping[tuple[Kind, str], None]:
        """Return the documents that name a contact, in the order they were made."""
        return MappingProxyType(self._state.by_contact.get(contact_id, {}))

    def applied_to(self, document_id: str) -> tuple[tuple[Kind, str, Application], ...]:
        """Return what was set against a document: the kind and id of each source, and the application."""
        return tuple(self._state.applied.get(document_id, {}).values())

    def receivable(self, contact_id: str) -> ContactBalance:
        """Return what a customer owes and holds in credit.

        Amounts in a currency other than the customer's own are counted there at the customer's latest rate.
        """
        return self._balance_with(contact_id, self._state.receivables)

    def payable(self, contact_id: str) -> ContactBalance:
        """Return what is owed to a vendor and held with them in credit, counted as a customer's balance is."""
        return self._balance_with(contact_id, self._state.payables)

    def _balance_with(self, contact_id: str, balances: ContactBalances) -> ContactBalance:
        by_currency = balances.of(contact_id)
        contact = self.contacts.get(contact_id)
        if not by_currency or contact is None:
            return ContactBalance()
        own = self.currencies[contact.currency_id]
        rate = rate_on(own, self._state.base_currency_id, self.today()) or Decimal(1)
        outstanding, credits_held = ZERO, ZERO
        for currency_id, sums in by_currency.items():
            if currency_id == own.id:
                outstanding += sums.outstanding
                credits_held += sums.unused_credits
            else:
                outstanding += round_money(sums.outstanding_base / rate, own.places)
                credits_held += round_money(sums.unused_credits_base / rate, own.places)
        return ContactBalance(
            outstanding,
            sum((sums.outstanding_base for sums in by_currency.values()), ZERO),
            credits_held,
            sum((sums.unused_credits_base for sums in by_currency.values()), ZERO),
        )

    def entries_of(self, kind: Kind, identity: str, basis: Basis = Basis.ACCRUAL) -> tuple[Entry, ...]:
        """Return the entries a document stands for; on a cash basis, the shares of it that were settled."""
        entries = self._state.entries[kind].get(identity, ())
        if basis is Basis.ACCRUAL:
            return entries
        return tuple(counted for entry in entries for counted in self._state.cash.counted(entry))

    def entries(self) -> Iterable[Entry]:
        """Yield every entry, kind by kind in the order documents were made."""
        for kind in Kind:
            for entries in self._state.entries[kind].values():
                yield from entries

    def entries_by_kind(self, basis: Basis = Basis.ACCRUAL) -> Iterable[tuple[Kind, Entry]]:
        """Yield every entry with the kind of document it stands for; on a cash basis, the shares that were settled."""
        cash = self._state.cash
        for kind in Kind:
            for entries in self._state.entries[kind].values():
                for entry in entries:
                    if basis is Basis.ACCRUAL:
                        yield kind, entry
                    else:
                        yield from ((kind, counted) for counted in cash.counted(entry))

    def movements(self, basis: Basis = Basis.ACCRUAL) -> Movements:
        """Return what moved in each account on each day; do not change it."""
        return self._state.movements if basis is Basis.ACCRUAL else self._state.cash.movements

    def open_items(self, part: SystemAccount, on: dt.date) -> Mapping[Held, int]:
        """Return what each document holds of a control account at the end of a day, in minor units, debit positive."""
        return self._state.open_items[part].at(on)

    def account_entries(self, account_id: str, *, entries_max: int) -> list[Entry]:
        """Return the newest entries that touch an account, newest first, no more than asked for."""
        touching = (entry for entry in self.entries() if any(each.account_id == account_id for each in entry.postings))
        return nlargest(entries_max, touching, key=lambda entry: entry.date)

    def balance(self, account_id: str) -> Decimal:
        """Return an account's balance in the base currency, debit positive."""
        return from_minor(self._state.balances.of(account_id), self._state.base_places)

    def trial_balance(self, *, on: dt.date | None = None) -> TrialBalance:
        """Return every account that moved with its balance, as of a day when one is given."""
        if on is None:
            amounts = dict(self._state.balances)
        else:
            amounts = {each: moved.net for each, moved in self._state.movements.between(None, on).items()}
        return trial_balance(self.accounts, amounts, self._state.base_places)

    def audit(self) -> list[str]:
        """Return what is wrong with the book, every figure recomputed from the records; nothing ever should be."""
        state, anew = self._state, rebuilt(self._state.tables)
        compared = {
            "balances": state.balances == anew.balances,
            "movements": state.movements == anew.movements,
            "movements on a cash basis": state.cash == anew.cash,
            "open items": state.open_items == anew.open_items,
            "sums of open items": all(
                items.total() == state.balances.of(state.system_accounts.get(part, ""))
                for part, items in state.open_items.items()
            ),
            "entries": state.entries == anew.entries,
            "customers' balances": state.receivables == anew.receivables,
            "vendors' balances": state.payables == anew.payables,
            "uses": state.uses == anew.uses,
            "unique values": state.unique == anew.unique,
            "documents of contacts": {key for key, held in state.by_contact.items() if held}
            == {key for key, held in anew.by_contact.items() if held},
            "applications": state.applied == anew.applied,
            "reversals to come": state.reversals == anew.reversals,
            "parts": state.parts == anew.parts,
        }
        return state.check() + [f"{name} differ from the records" for name, same in compared.items() if not same]
