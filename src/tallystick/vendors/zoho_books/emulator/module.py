"""What a vendor noun declares, and the operations every noun has: list, read, create, update, delete, act.

No field of any noun is named here; each noun's file declares its Module and writes only what is particular to it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

import msgspec

from tallystick.books.change import Change
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column, Index
from tallystick.vendors.zoho_books.emulator.listing import LOCATION, Listing, Page, find_page, read_page
from tallystick.vendors.zoho_books.emulator.organization import OWN, Organization

Row = TypeVar("Row")
IDENTITIES_MAX: Final = 200
"""Documents that one bulk operation may name."""
RECORDED: Final = "recorded(2026-06-09)"
SPECIFIED: Final = "documented(the vendor's OpenAPI documents)"


class Completeness(StrEnum):
    """How far an emulated operation goes."""

    DONE = "done"
    PARTIAL = "partial"


class Emulated(msgspec.Struct, frozen=True):
    """One emulated operation: what answers it, what its behaviour rests on, and how far it goes.

    `evidence` is `recorded(date)`, `documented(where)` or `assumed(why)`; `missing` says what a partial one lacks.
    """

    method: str
    path: str
    run: Callable[[Call], Answer]
    evidence: str
    missing: str = ""

    def __call__(self, call: Call) -> Answer:
        """Answer one call. Raises Refused, or what the Book refuses."""
        return self.run(call)

    @property
    def completeness(self) -> Completeness:
        """Return whether anything the vendor documents of this operation is missing."""
        return Completeness.PARTIAL if self.missing else Completeness.DONE


class Messages(msgspec.Struct, frozen=True):
    """The success messages of a noun, as the vendor words them."""

    created: str = "success"
    updated: str = "success"
    deleted: str = "success"
    deleted_many: str = "success"


class Module(msgspec.Struct, frozen=True):
    """One noun of the vendor: where its documents are, how they look on the wire and how they are listed.

    `label` is how errors name it; `identity` is the placeholder of its id in paths (`invoice_id`), `kind` the Book's
    name for its documents. `key` wraps one document and `list_key` many. `row` and `detail` make the wire form.
    `create` and `update` carry a call out and give the document; `delete` deletes one by id.
    """

    label: str
    path: str
    identity: str
    kind: str
    key: str
    list_key: str
    documents: Callable[[Organization], Mapping[str, Any]]
    row: Callable[[Call, Any], dict[str, Any]]
    detail: Callable[[Call, Any], dict[str, Any]]
    listing: Listing
    messages: Messages = Messages()
    create: Callable[[Call], Any] | None = None
    update: Callable[[Call, Any], Any] | None = None
    delete: Callable[[Call, str], None] | None = None
    missing_error: str = "does_not_exist"

    def find(self, organization: Organization, identity: str) -> Any:
        """Return one document. Raises Refused (code 1002) when there is none."""
        document = self.documents(organization).get(identity)
        if document is None:
            raise Refused(self.missing_error, thing=self.label)
        return document

    def named_by(self, identity: str) -> "Module":
        """Return the same noun under another placeholder, for paths that call its id differently."""
        return msgspec.structs.replace(self, identity=identity)

    def shown_as(self, detail: Callable[[Call, Any], dict[str, Any]]) -> "Module":
        """Return the same noun with another wire form of one document."""
        return msgspec.structs.replace(self, detail=detail)

    def named(self, call: Call) -> Any:
        """Return the document the call's path names. Raises Refused (code 1002) when there is none."""
        return self.find(call.organization, call.ids[self.identity])


class View:
    """What the columns of a list may look at beside the document: the Book, the vendor-only records, day and zone."""

    def __init__(self, organization: Organization) -> None:
        self.book: Final = organization.book
        self.records: Final = organization.records
        self.today = date.min
        self.zone: tzinfo | None = None

    def local_date(self, moment: datetime) -> date:
        """Return the date an instant has in the organisation's time zone."""
        return moment.astimezone(self.zone).date()


OF_A_LOCATION: Final = frozenset(
    (
        *("invoice", "credit_note", "estimate", "sales_order", "retainer_invoice", "recurring_invoice", "payment"),
        *("bill", "vendor_credit", "purchase_order", "vendor_payment", "expense", "journal", "delivery_challan"),
    )
)
"""The kinds of documents that belong to a location, and are listed by it."""
LOCATED: Final = Column(LOCATION, lambda view, document: str(view.records.get(document.id, {}).get(LOCATION, "")))


class _Lists:
    """The indexes of one organisation by noun, kept up to date by its Book."""

    def __init__(self, organization: Organization) -> None:
        self.view: Final = View(organization)
        self.indexes: dict[str, tuple[str, Index]] = {}
        organization.book.subscribe(self.touch)
        organization.watch(self.touch_record)

    def touch_record(self, key: str) -> None:
        """Mark a vendor-only record that has changed: a record of a noun's own, or what is kept for a document."""
        noun, own, identity = key.partition(OWN)
        for kind, index in self.indexes.values():
            if own and kind == noun:
                index.touch(identity)
            elif own:
                index.look_again(noun)
            elif key in index.documents:
                index.touch(key)

    def touch(self, changes: tuple[Change, ...]) -> None:
        """Mark what the Book has changed."""
        for change in changes:
            looked_at = self.view.book.is_used(change.id)
            for kind, index in self.indexes.values():
                if kind == change.kind:
                    index.touch(change.id)
                elif looked_at:
                    index.look_again(change.kind)


_lists: WeakKeyDictionary[Organization, _Lists] = WeakKeyDictionary()
"""The lists of each live organisation; they go when the organisation goes."""


def index_of(module: Module, call: Call) -> Index:
    """Return the index over a noun's documents as of the call's day."""
    organization = call.organization
    lists = _lists.get(organization)
    if lists is None:
        lists = _lists[organization] = _Lists(organization)
    if module.path not in lists.indexes:
        columns = (*module.listing.columns, *((LOCATED,) if module.kind in OF_A_LOCATION else ()))
        index = Index(module.documents(organization), columns, context=lists.view)
        lists.indexes[module.path] = (module.kind, index)
    lists.view.today, lists.view.zone = call.today, call.now.tzinfo
    index = lists.indexes[module.path][1]
    index.turn((call.today, call.now.tzinfo))
    return index


def page_of(module: Module, call: Call) -> tuple[Page, list[Any]]:
    """Return the page a call asks for and its documents."""
    index = index_of(module, call)
    page = find_page(module.listing, index, call)
    return page, [index.documents[identity] for identity in page.identities]


class Few(msgspec.Struct, frozen=True):
    """One page of rows that are few and need no index, with its page context."""

    rows: list[dict[str, Any]]
    context: dict[str, Any]


def context_of_few(call: Call, rows: list[dict[str, Any]]) -> Few:
    """Return the page of a few rows that a call asks for. Raises Refused (code 2) for a page that is no number."""
    number, per_page = read_page(call)
    start = (number - 1) * per_page
    more = len(rows) > start + per_page
    return Few(rows[start : start + per_page], {"page": number, "per_page": per_page, "has_more_page": more})


def sort_few(
    call: Call, rows: Sequence[Row], sorts: Mapping[str, Callable[[Row], Any]], column: str
) -> tuple[list[Row], str, str]:
    """Return a few rows as a call has them sorted, by which column and in which order; else by `column`, latest first."""
    asked, order = call.query.get("sort_column", ""), call.query.get("sort_order", "").upper()[:1]
    column = asked if asked in sorts else column
    order = order if order in {"A", "D"} else "D"
    return sorted(rows, key=sorts[column], reverse=order == "D"), column, order


def lists(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that lists a noun."""

    def run(call: Call) -> Answer:
        page, documents = page_of(module, call)
        rows = [module.row(call, document) for document in documents]
        return Answer(key=module.list_key, value=rows, extra={"page_context": page.context})

    return run


def reads(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that reads one document."""

    def run(call: Call) -> Answer:
        return Answer(key=module.key, value=module.detail(call, module.named(call)))

    return run


def creates(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that creates a document."""

    def run(call: Call) -> Answer:
        assert module.create is not None
        document = module.create(call)
        return Answer(
            message=module.messages.created,
            key=module.key,
            value=module.detail(call, document),
            location=f"{module.path}/{document.id}",
        )

    return run


def updates(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that updates a document."""

    def run(call: Call) -> Answer:
        assert module.update is not None
        document = module.update(call, module.named(call))
        return Answer(message=module.messages.updated, key=module.key, value=module.detail(call, document))

    return run


def deletes(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that deletes a document and the vendor-only fields kept for it."""

    def run(call: Call) -> Answer:
        document = module.named(call)
        _delete(module, call, document.id)
        return Answer(message=module.messages.deleted)

    return run


def deletes_many(module: Module, parameter: str) -> Callable[[Call], Answer]:
    """Make the operation that deletes the documents a comma-separated parameter names, all of them or none."""

    def run(call: Call) -> Answer:
        for identity in identities_of(module, call, parameter):
            _delete(module, call, identity)
        return Answer(message=module.messages.deleted_many)

    return run


def _delete(module: Module, call: Call, identity: str) -> None:
    assert module.delete is not None
    module.delete(call, identity)
    call.organization.drop_record(identity)


def acts(module: Module, act: Callable[[Call, Any], Any], message: str) -> Callable[[Call], Answer]:
    """Make an operation that does one thing to the document its path names and answers with a message alone."""

    def run(call: Call) -> Answer:
        act(call, module.named(call))
        return Answer(message=message)

    return run


def becomes(command: type[Any]) -> Callable[[Call, Any], None]:
    """Make an act that only puts a Book's command to the document: `command(id=…, user_id=…)`."""

    def act(call: Call, document: Any) -> None:
        call.organization.execute(command(id=document.id, user_id=call.user_id))

    return act


def acts_on_many(
    module: Module, parameter: str, act: Callable[[Call, Any], Any], message: str
) -> Callable[[Call], Answer]:
    """Make an operation that does one thing to every document a parameter names, to all of them or to none."""

    def run(call: Call) -> Answer:
        for identity in identities_of(module, call, parameter):
            act(call, module.find(call.organization, identity))
        return Answer(message=message)

    return run


def identities_of(module: Module, call: Call, parameter: str) -> list[str]:
    """Return the ids a comma-separated parameter names, each once and existing.

    Raises Refused: code 2 when none or more than IDENTITIES_MAX are named, 1002 for one that does not exist.
    """
    text = call.query.get(parameter) or call.body.get(parameter) or ""
    parts = text.split(",") if isinstance(text, str) else map(str, text)
    identities = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
    if not 1 <= len(identities) <= IDENTITIES_MAX:
        raise Refused("invalid_value", field=parameter)
    for identity in identities:
        module.find(call.organization, identity)
    return identities


def user_name(call: Call, identity: str) -> str:
    """Return the name of the user who made something, empty when no user did or they are gone."""
    user = call.organization.book.users.get(identity)
    return "" if user is None else user.name


def local_date(call: Call, moment: datetime) -> date:
    """Return the date an instant has in the organisation's time zone."""
    return moment.astimezone(call.now.tzinfo).date()
