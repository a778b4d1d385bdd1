"""All records of a book with their indexes, entries and balances, moved by one change at a time.

Whether a change is allowed is not asked here, and no clock is read.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from tallystick.books.cash_basis import CashBasis
from tallystick.books.change import Change, Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application
from tallystick.books.documents.document import Document
from tallystick.books.open_items import Held, OpenItems
from tallystick.books.payable import PAYABLE
from tallystick.books.posting.rules import POSTING, entries_of
from tallystick.books.receivable import RECEIVABLE, ContactBalances
from tallystick.books.reference import references
from tallystick.ledger.balance import Balances
from tallystick.ledger.entry import Entry, problems
from tallystick.ledger.movement import Movements
from tallystick.model.money import from_minor


def fold(text: str) -> str:
    """Return a text as uniqueness sees it: case and the number of spaces do not count."""
    return " ".join(text.split()).casefold()


def vendor_number(contact_id: str, number: str) -> str:
    """Return a bill's number as it must be unique: among the bills of its vendor."""
    return f"{contact_id} {number}"


UNIQUE: Final[dict[Kind, dict[str, Callable[[Any], str]]]] = {
    Kind.CURRENCY: {"code": lambda currency: currency.code},
    Kind.ACCOUNT: {"name": lambda account: account.name, "code": lambda account: account.code},
    Kind.TAX: {"name": lambda tax: tax.name},
    Kind.TAX_GROUP: {"name": lambda group: group.name},
    Kind.USER: {"email": lambda user: user.email},
    Kind.CONTACT: {"name": lambda contact: contact.name},
    Kind.ITEM: {"name": lambda item: item.name, "sku": lambda item: item.sku},
    Kind.INVOICE: {"number": lambda invoice: invoice.number},
    Kind.PAYMENT: {"number": lambda payment: payment.number},
    Kind.CREDIT_NOTE: {"number": lambda note: note.number},
    Kind.JOURNAL: {"number": lambda journal: journal.number},
    Kind.PURCHASE_ORDER: {"number": lambda order: order.number},
    Kind.BILL: {
        "number": lambda bill: bill.number,
        "vendor_number": lambda bill: vendor_number(bill.contact_id, bill.number),
    },
    Kind.VENDOR_PAYMENT: {"number": lambda payment: payment.number},
    Kind.VENDOR_CREDIT: {"number": lambda credit: credit.number},
    Kind.ESTIMATE: {"number": lambda document: document.number},
    Kind.SALES_ORDER: {"number": lambda document: document.number},
    Kind.DELIVERY_CHALLAN: {"number": lambda document: document.number},
    Kind.RETAINER_INVOICE: {"number": lambda document: document.number},
    Kind.RECURRING_INVOICE: {"number": lambda document: document.number},
    Kind.RECURRING_BILL: {"number": lambda document: document.number},
    Kind.RECURRING_EXPENSE: {"number": lambda document: document.number},
    Kind.SALES_RECEIPT: {"number": lambda document: document.number},
    Kind.PROJECT: {"name": lambda project: project.name},
    Kind.FIXED_ASSET: {"number": lambda asset: asset.number},
}
"""What a record may be found by beside its id, folded; empty values are not found and never clash."""

CONTROLS: Final = (SystemAccount.RECEIVABLE, SystemAccount.PAYABLE)
"""The accounts that hold exactly what open documents say."""
Key = tuple[Kind, str]
Applied = tuple[Kind, str, Application]
"""What is set against a document: kind and id of its source, and the application."""


SETTLED: Final = (Kind.INVOICE, Kind.BILL)
"""What applications are set against."""
WAITING: Final = frozenset({*SETTLED, Kind.CREDIT_NOTE, Kind.VENDOR_CREDIT})
"""Kinds of document that on a cash basis count as they are settled."""


class State:
    """Records by kind and id in the order they were made, and everything that follows from them."""

    def __init__(self) -> None:
        self.tables: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
        self.entries: dict[Kind, dict[str, tuple[Entry, ...]]] = {kind: {} for kind in Kind}
        self.balances = Balances()
        self.movements = Movements()
        self.cash = CashBasis()
        self.receivables = ContactBalances(RECEIVABLE)
        self.payables = ContactBalances(PAYABLE)
        self.open_items = {part: OpenItems(part) for part in CONTROLS}
        self.uses: dict[str, int] = {}
        self.unique: dict[Kind, dict[str, dict[str, list[str]]]] = {
            kind: {field: {} for field in fields} for kind, fields in UNIQUE.items()
        }
        self.by_contact: dict[str, dict[Key, None]] = {}
        self.applied: dict[str, dict[str, Applied]] = {}
        self.reversals: dict[str, dt.date] = {}
        """The journals whose reversal waits for a day, so that nobody looks through all of them for it."""
        self.parts: dict[str, Key] = {}
        """The document of each part that posts under an id of its own."""
        self.system_accounts: dict[SystemAccount, str] = {}
        self.base_currency_id = ""
        self.base_places = 2

    def apply(self, change: Change) -> None:
        """Put a record in place (or away) and move every index, entry and balance with it."""
        kind, identity, new = change.kind, change.id, change.document
        old = self.tables[kind].get(identity)
        if kind in (Kind.ACCOUNT, Kind.CURRENCY, Kind.SETTINGS):
            self._learn(kind, new)
        entries = entries_of(kind, new, self) if new is not None else ()
        for entry in entries:
            found = problems(entry)
            assert not found, f"{kind} {identity} would post {found}"
        self._index(kind, old, new)
        if new is None:
            self.tables[kind].pop(identity, None)
        else:
            self.tables[kind][identity] = new
        before = self.entries[kind].get(identity, ())
        if before != entries:
            self._post(kind, identity, before, entries)
        if kind in POSTING:
            self._settle(kind, identity, old, new, moved=before != entries)

    def _learn(self, kind: Kind, new: Any) -> None:
        """Remember what posting rules ask for: accounts that play a part, and the base currency."""
        if new is None:
            return
        if kind is Kind.ACCOUNT and new.system:
            self.system_accounts[new.system] = new.id
        settings = self.tables[Kind.SETTINGS].get("settings") if kind is Kind.CURRENCY else None
        if settings is not None and new.code == settings.base_currency:
            self.base_currency_id = new.id
            self.base_places = new.places

    def _post(self, kind: Kind, identity: str, before: tuple[Entry, ...], entries: tuple[Entry, ...]) -> None:
        table = self.entries[kind]
        for entry in before:
            self.balances.remove(entry)
            self.movements.remove(entry)
            self.parts.pop(entry.part_id, None)
        for entry in entries:
            self.balances.add(entry)
            self.movements.add(entry)
            if entry.part_id:
                self.parts[entry.part_id] = (kind, identity)
        for part, items in self.open_items.items():
            control_id = self.system_accounts.get(part, "")
            items.post(kind, before, control_id, -1)
            items.post(kind, entries, control_id, 1)
        self.cash.post(before, entries)
        if entries:
            table[identity] = entries
        else:
            table.pop(identity, None)

    def _settle(self, kind: Kind, identity: str, old: Any, new: Any, *, moved: bool) -> None:
        """Let what a document has settled and what was settled of it follow a change of it."""
        before, after = getattr(old, "applications", ()), getattr(new, "applications", ())
        # When a journal's lines move, to another contact, what they settled moves with them.
        gone, come = (before, after) if kind is Kind.JOURNAL and moved else _unlike(before, after)
        for part, items in self.open_items.items():
            for document, applications, sign in ((old, gone, -1), (new, come, 1)):
                for application in applications:
                    source = self._held_by(kind, document, application, part)
                    if source is not None:
                        items.settle(source, application, self.base_places, sign)
        for settled_id in dict.fromkeys(application.document_id for application in gone + come):
            for settled in SETTLED:
                document = self.tables[settled].get(settled_id)
                if document is not None:
                    self._share(settled, settled_id, document)
        refunded = getattr(old, "refunds", ()) is not getattr(new, "refunds", ())
        if kind in WAITING and (moved or gone or come or refunded):
            self._share(kind, identity, new)

    def _held_by(self, kind: Kind, document: Any, application: Any, part: SystemAccount) -> Held | None:
        """Return whose part of a control account an application is taken from; None for a line of another account."""
        if kind is not Kind.JOURNAL:
            return kind, document.id, ""
        line = next(line for line in document.lines if line.id == application.line_id)
        return (kind, document.id, line.contact_id) if line.account_id == self.system_accounts[part] else None

    def _share(self, kind: Kind, identity: str, document: Any) -> None:
        """Work out anew what counts of a document on a cash basis."""
        against = (application for _, _, application in self.applied.get(identity, {}).values())
        applications = (*against, *getattr(document, "applications", ()))
        self.cash.settle(identity, document, self.entries[kind].get(identity, ()), applications)

    def _index(self, kind: Kind, old: Any, new: Any) -> None:
        controls = (
            (self.receivables, self.system_accounts.get(SystemAccount.RECEIVABLE, "")),
            (self.payables, self.system_accounts.get(SystemAccount.PAYABLE, "")),
        )
        if old is not None:
            for balances, control_id in controls:
                balances.count(kind, old, control_id, -1)
            self._unuse(kind, old)
        if new is not None:
            for balances, control_id in controls:
                balances.count(kind, new, control_id, 1)
            for used in references(kind, new):
                self.uses[used] = self.uses.get(used, 0) + 1
        self._index_unique(kind, old, new)
        self._index_contact(kind, old, new)
        self._index_applications(kind, old, new)
        if kind is Kind.JOURNAL:
            self._index_reversal(old, new)

    def _index_reversal(self, old: Any, new: Any) -> None:
        if old is not None:
            self.reversals.pop(old.id, None)
        if new is not None and new.reverse_on is not None:
            self.reversals[new.id] = new.reverse_on

    def _unuse(self, kind: Kind, old: Any) -> None:
        for used in references(kind, old):
            left = self.uses[used] - 1
            if left:
                self.uses[used] = left
            else:
                del self.uses[used]

    def _index_unique(self, kind: Kind, old: Any, new: Any) -> None:
        for field, read in UNIQUE.get(kind, {}).items():
            before = fold(read(old)) if old is not None else ""
            after = fold(read(new)) if new is not None else ""
            if before == after:
                continue
            index = self.unique[kind][field]
            if before:
                index[before].remove(old.id)
                if not index[before]:
                    del index[before]
            if after:
                index.setdefault(after, []).append(new.id)

    def _index_contact(self, kind: Kind, old: Any, new: Any) -> None:
        before, after = getattr(old, "contact_id", ""), getattr(new, "contact_id", "")
        if before == after:
            return
        if before:
            del self.by_contact[before][kind, old.id]
        if after:
            self.by_contact.setdefault(after, {})[kind, new.id] = None

    def _index_applications(self, kind: Kind, old: Any, new: Any) -> None:
        before: tuple[Application, ...] = getattr(old, "applications", ())
        after: tuple[Application, ...] = getattr(new, "applications", ())
        if before is after:
            return
        for application in before:
            of_document = self.applied[application.document_id]
            of_document.pop(application.id, None)
            if not of_document:
                del self.applied[application.document_id]
        for application in after:
            self.applied.setdefault(application.document_id, {})[application.id] = (kind, new.id, application)

    def get(self, kind: Kind, identity: str) -> Any:
        """Return a record, or None."""
        return self.tables[kind].get(identity)

    def changes(self) -> tuple[Change, ...]:
        """Return every record as a change, so that applying them to a new state makes this one again."""
        return tuple(
            Change(kind, identity, document) for kind in Kind for identity, document in self.tables[kind].items()
        )

    def copy(self) -> "State":
        """Return the same state, to be moved apart from this one. Records are frozen, so the two share them."""
        made = State()
        made.tables = {kind: dict(table) for kind, table in self.tables.items()}
        made.entries = {kind: dict(table) for kind, table in self.entries.items()}
        made.balances = self.balances.copy()
        made.movements = self.movements.copy()
        made.cash = self.cash.copy()
        made.receivables = self.receivables.copy()
        made.payables = self.payables.copy()
        made.open_items = {part: items.copy() for part, items in self.open_items.items()}
        made.uses = dict(self.uses)
        made.unique = {
            kind: {field: {value: list(ids) for value, ids in held.items()} for field, held in fields.items()}
            for kind, fields in self.unique.items()
        }
        made.by_contact = {contact_id: dict(held) for contact_id, held in self.by_contact.items()}
        made.applied = {document_id: dict(held) for document_id, held in self.applied.items()}
        made.reversals = dict(self.reversals)
        made.parts = dict(self.parts)
        made.system_accounts = dict(self.system_accounts)
        made.base_currency_id, made.base_places = self.base_currency_id, self.base_places
        return made

    def check(self) -> list[str]:
        """Return what is wrong between entries, balances and documents; nothing ever should be."""
        found = []
        if self.balances.total:
            found.append(f"the trial balance is off by {self.balances.total} minor units")
        for part, owed in (
            (SystemAccount.RECEIVABLE, self.receivables.controlled),
            (SystemAccount.PAYABLE, -self.payables.controlled),
        ):
            held = from_minor(self.balances.of(self.system_accounts.get(part, "")), self.base_places)
            if held != owed:
                found.append(f"the {part.value} account holds {held}, documents {owed}")
        return found


def _unlike(
    old: tuple[Application, ...], new: tuple[Application, ...]
) -> tuple[tuple[Application, ...], tuple[Application, ...]]:
    """Return the applications that are only in the first and those that are only in the second."""
    if old == new:
        return (), ()
    before, after = set(old), set(new)
    return tuple(each for each in old if each not in after), tuple(each for each in new if each not in before)


def rebuilt(tables: Mapping[Kind, Mapping[str, Document]]) -> State:
    """Return a state made anew from records alone, to compare a running one with."""
    state = State()
    for kind in Kind:
        for identity, document in tables[kind].items():
            state.apply(Change(kind, identity, document))
    return state
