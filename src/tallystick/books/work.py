"""The desk a rule works at: it reads the book as its own changes leave it, and nothing is changed until the end.

No rule of any document lives here.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from tallystick.books.change import Change, Kind
from tallystick.books.documents.account import Account, SystemAccount
from tallystick.books.documents.application import Application
from tallystick.books.documents.contact import Contact, ContactRole
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.document import Document
from tallystick.books.documents.settings import BookSettings
from tallystick.books.moved import movement_id
from tallystick.books.posting.leg import Chart
from tallystick.books.posting.rules import entries_of
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.state import UNIQUE, Key, State, fold
from tallystick.ledger.account import AccountType
from tallystick.ledger.entry import Entry

CONTROL_TYPES = frozenset({AccountType.ACCOUNTS_RECEIVABLE, AccountType.ACCOUNTS_PAYABLE})
"""Accounts that only documents (and journals) move; no line, deposit or tax may name one."""


class Work:
    """What one command sees and stages. `now` is aware and in UTC, `today` the organisation's day."""

    def __init__(self, state: State, *, now: dt.datetime, today: dt.date, ids: Callable[[], str]) -> None:
        self._state = state
        self._staged: dict[Key, Any] = {}
        self.now = now
        self.today = today
        self.new_id = ids
        self.user_id = ""

    @property
    def settings(self) -> BookSettings:
        """Return the organisation's choices."""
        settings: BookSettings = self.get(Kind.SETTINGS, "settings")
        return settings

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what was staged, in the order each record was first touched."""
        before = self._state.get
        return tuple(
            Change(kind, identity, document, before(kind, identity))
            for (kind, identity), document in self._staged.items()
        )

    def get(self, kind: Kind, identity: str) -> Any:
        """Return a record as it stands now, or None."""
        if self._staged and (kind, identity) in self._staged:
            return self._staged[kind, identity]
        return self._state.get(kind, identity)

    def find(self, kind: Kind, identity: str, field: str = "id") -> Any:
        """Return a record; raise Refused with UNKNOWN_ID when there is none."""
        document = self.get(kind, identity)
        if document is None:
            raise Refused(Reason.UNKNOWN_ID, field=field, kind=kind.value, id=identity)
        return document

    def all(self, kind: Kind) -> Iterator[Any]:
        """Yield every record of a kind as it stands now."""
        table = self._state.tables[kind]
        for identity in table:
            document = self.get(kind, identity)
            if document is not None:
                yield document
        for (staged_kind, identity), document in self._staged.items():
            if staged_kind is kind and document is not None and identity not in table:
                yield document

    def put(self, kind: Kind, document: Document) -> None:
        """Stage a record."""
        self._staged[kind, document.id] = document

    def delete(self, kind: Kind, identity: str) -> None:
        """Stage a record's removal; one that was only staged leaves no trace."""
        if self._state.get(kind, identity) is None:
            del self._staged[kind, identity]
        else:
            self._staged[kind, identity] = None

    def entries(self) -> Iterator[Entry]:
        """Yield every entry as it stood before the command."""
        for table in self._state.entries.values():
            for entries in table.values():
                yield from entries

    def entries_of(self, identity: str) -> tuple[Entry, ...]:
        """Return the entries of a movement as things stand now: of a document of whatever kind, or of one refund."""
        source_id = self._state.parts.get(identity, (None, identity))[1]
        posted: tuple[Entry, ...] = next(
            (table[source_id] for table in self._state.entries.values() if source_id in table), ()
        )
        for (kind, staged_id), document in self._staged.items():
            if staged_id == source_id:
                posted = () if document is None else entries_of(kind, document, self._state)
        return tuple(entry for entry in posted if movement_id(entry) == identity)

    @property
    def chart(self) -> Chart:
        """Return what posting rules may see of the book."""
        return self._state

    def is_used(self, identity: str) -> bool:
        """Tell whether any record refers to an id, with what is staged counted in."""
        count = self._state.uses.get(identity, 0)
        for (kind, staged_id), document in self._staged.items():
            before = self._state.get(kind, staged_id)
            if before is not None:
                count -= identity in references(kind, before)
            if document is not None:
                count += identity in references(kind, document)
        return count > 0

    def holder(self, kind: Kind, field: str, value: str, *, exact: bool = False) -> str:
        """Return the id of a record that has a unique value (case and spaces aside, unless exact), or nothing."""
        wanted = fold(value)
        if not wanted:
            return ""
        read = UNIQUE[kind][field]

        def has_it(document: Any) -> bool:
            return document is not None and (read(document) == value if exact else fold(read(document)) == wanted)

        for (staged_kind, identity), document in self._staged.items():
            if staged_kind is kind and has_it(document):
                return identity
        for identity in self._state.unique[kind][field].get(wanted, ()):
            if has_it(self.get(kind, identity)):
                return identity
        return ""

    def refuse_taken(
        self, kind: Kind, field: str, value: str, *, own_id: str, reason: Reason, exact: bool = False
    ) -> None:
        """Raise Refused when another record of the kind has this value."""
        holder = self.holder(kind, field, value, exact=exact)
        if holder and holder != own_id:
            raise Refused(reason, field=field, kind=kind.value, value=value, held_by=holder)

    def applications_to(self, document_id: str) -> Iterator[tuple[Kind, Application]]:
        """Yield what is set against a document as things stand now, with the kind of its source."""
        sources = {(kind, source_id): None for kind, source_id, _ in self._state.applied.get(document_id, {}).values()}
        sources.update(dict.fromkeys(self._staged))
        for kind, source_id in sources:
            for application in getattr(self.get(kind, source_id), "applications", ()):
                if application.document_id == document_id:
                    yield kind, application

    def system(self, part: SystemAccount) -> str:
        """Return the id of the account that plays a part."""
        return self._state.system_accounts[part]

    def active(self, kind: Kind, identity: str, field: str, *, kept: frozenset[str] = frozenset()) -> Any:
        """Return a record that may be used in a new document; ids in `kept` may be inactive, being there already."""
        document = self.find(kind, identity, field)
        if not document.active and identity not in kept:
            raise Refused(Reason.INACTIVE, field=field, kind=kind.value, id=identity)
        return document

    def account(self, identity: str, field: str, *, kept: frozenset[str] = frozenset()) -> Account:
        """Return an account that lines and money may name: active and not a control account."""
        account: Account = self.active(Kind.ACCOUNT, identity, field, kept=kept)
        if account.type in CONTROL_TYPES:
            raise Refused(Reason.ACCOUNT_TYPE, field=field, account=account.name, type=account.type.value)
        return account

    def customer(self, identity: object, *, kept: frozenset[str] = frozenset()) -> Contact:
        """Return a contact a document may name; raise Refused when it is unsaid, unknown, inactive or a vendor."""
        return self.party(ContactRole.CUSTOMER, identity, kept=kept)

    def party(
        self, role: ContactRole, identity: object, *, field: str = "contact_id", kept: frozenset[str] = frozenset()
    ) -> Contact:
        """Return a contact of a role; raise Refused when it is unsaid, unknown, inactive or of another role."""
        if not isinstance(identity, str) or not identity:
            raise Refused(Reason.REQUIRED, field=field, kind="contact", role=role.value)
        if self.get(Kind.CONTACT, identity) is None:
            raise Refused(Reason.UNKNOWN_ID, field=field, kind="contact", id=identity, role=role.value)
        contact: Contact = self.active(Kind.CONTACT, identity, field, kept=kept)
        if contact.role is not role:
            raise Refused(Reason.WRONG_ROLE, field=field, kind="contact", id=identity, role=role.value)
        return contact

    @property
    def base_currency(self) -> Currency:
        """Return the currency the accounts are kept in."""
        currency: Currency = self.get(Kind.CURRENCY, self._state.base_currency_id)
        return currency

    def rate(self, currency: Currency, date: dt.date) -> Decimal | None:
        """Return the latest rate of a currency on a day, 1 for the base currency, None when there is none yet."""
        return rate_on(currency, self._state.base_currency_id, date)


def rate_on(currency: Currency, base_currency_id: str, date: dt.date) -> Decimal | None:
    """Return the latest rate of a currency on a day, 1 for the base currency, None when there is none yet."""
    if currency.id == base_currency_id:
        return Decimal(1)
    return next((rate.rate for rate in reversed(currency.rates) if rate.date <= date), None)
