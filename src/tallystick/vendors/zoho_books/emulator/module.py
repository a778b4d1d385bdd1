"""What a vendor noun declares, and the operations every noun has: list, read, create, update, delete.

No field of any noun is named here; each noun's file declares its Module and writes only what is particular to it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Any, Final
from weakref import WeakKeyDictionary

import msgspec

from tallystick.books.change import Change
from tallystick.vendors.zoho_books.emulator import files
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column, Index, Kind
from tallystick.vendors.zoho_books.emulator.kept import CUSTOM_FIELDS, by_api_name, custom_value, definitions
from tallystick.vendors.zoho_books.emulator.listing import (
    CUSTOM_FIELD,
    LOCATION,
    Listing,
    Page,
    find_page,
)
from tallystick.vendors.zoho_books.emulator.organization import OWN, Organization
from tallystick.vendors.zoho_books.emulator.printing import FORMS, Medium, medium_of, printed

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


def _custom_column(api_name: str) -> Column:
    """Return the column of one custom field, which documents without a value have an empty text in."""
    return Column(api_name, lambda view, document: custom_value(view.records, document.id, api_name).casefold())


def _custom_values(view: View, document: Any) -> tuple[str, ...]:
    return tuple(
        {str(field["value"]).casefold() for field in view.records.get(document.id, {}).get(CUSTOM_FIELDS) or ()}
    )


CUSTOM_VALUES: Final = Column(CUSTOM_FIELD, _custom_values, Kind.TEXTS)


def index_of(module: Module, call: Call) -> Index:
    """Return the index over a noun's documents as of the call's day."""
    organization = call.organization
    lists = _lists.get(organization)
    if lists is None:
        lists = _lists[organization] = _Lists(organization)
    if module.path not in lists.indexes:
        columns = (*module.listing.columns, CUSTOM_VALUES, *((LOCATED,) if module.kind in OF_A_LOCATION else ()))
        index = Index(module.documents(organization), columns, context=lists.view)
        lists.indexes[module.path] = (module.kind, index)
    lists.view.today, lists.view.zone = call.today, call.now.tzinfo
    index = lists.indexes[module.path][1]
    for field in definitions(organization):
        index.know(_custom_column(field["api_name"]))
    index.turn((call.today, call.now.tzinfo))
    return index


def page_of(module: Module, call: Call) -> tuple[Page, list[Any]]:
    """Return the page a call asks for and its documents."""
    index = index_of(module, call)
    page = find_page(module.listing, index, call)
    return page, [index.documents[identity] for identity in page.identities]


def row_of(module: Module, call: Call, document: Any) -> dict[str, Any]:
    """Return a document's row with what every noun's rows have: its files, and its custom fields by api name."""
    row = module.row(call, document)
    if document.id not in call.organization.records:
        return row
    return {**row, **files.shown(call.organization, document.id, row), **by_api_name(call.organization, document.id)}


def detail_of(module: Module, call: Call, document: Any) -> dict[str, Any]:
    """Return one document with all keys, its files among them."""
    detail = module.detail(call, document)
    return {**detail, **files.shown(call.organization, document.id, detail)}


def lists(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that lists a noun."""

    def run(call: Call) -> Answer:
        page, documents = page_of(module, call)
        rows = [row_of(module, call, document) for document in documents]
        return Answer(key=module.list_key, value=rows, extra={"page_context": page.context})

    return run


def reads(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that reads one document: as JSON, or printed when the call asks for it and the noun can be."""
    form = FORMS.get(module.path)

    def run(call: Call) -> Answer:
        document = module.named(call)
        detail = detail_of(module, call, document)
        medium = Medium.JSON if form is None else medium_of(call)
        if form is None or medium is Medium.JSON:
            return Answer(key=module.key, value=detail)
        return printed(call, form, [detail], medium)

    return run


def creates(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that creates a document."""

    def run(call: Call) -> Answer:
        assert module.create is not None
        document = module.create(call)
        take_files(call, document)
        return Answer(
            message=module.messages.created,
            key=module.key,
            value=detail_of(module, call, document),
            location=f"{module.path}/{document.id}",
        )

    return run


def updates(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that updates a document."""

    def run(call: Call) -> Answer:
        assert module.update is not None
        document = module.update(call, module.named(call))
        take_files(call, document)
        return Answer(message=module.messages.updated, key=module.key, value=detail_of(module, call, document))

    return run


def take_files(call: Call, document: Any) -> None:
    """Attach the files that came with a body (`attachment`), and those it names (`documents`). Raises Refused."""
    uploads = [upload for upload in call.files if upload.field == "attachment"]
    named = call.body.get("documents")
    known = [str(row.get("document_id", "")) for row in named if isinstance(row, dict)] if named else []
    if uploads or known:
        taken = files.take(call, uploads, files.PAPERS)
        files.attach(call.organization, document.id, [*known, *taken])


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
    forget(call.organization, identity)


def forget(organization: Organization, identity: str) -> None:
    """Forget the vendor-only fields of a document that is gone, and its files."""
    files.detach_all(organization, identity)
    organization.drop_record(identity)


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
