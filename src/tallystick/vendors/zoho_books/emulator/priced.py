"""Priced documents that no money meets, as nouns of the vendor: one wire form, one way of listing, one set of acts.

Each noun's file declares a Paper and writes only what is particular to it.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.books.documents.contact import Address
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS, approval_fields
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.comments import (
    adds_comment,
    deletes_comment,
    lists_comments,
    updates_comment,
)
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, given, said
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Forms, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Messages, Module, local_date, user_name
from tallystick.vendors.zoho_books.emulator.preferences import begins_with
from tallystick.vendors.zoho_books.emulator.sales import (
    SALES_KEPT,
    address,
    line_rows,
    money_fields,
    number_field,
    person_row,
    primary_person,
    sales_fields,
    shipping_fields,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes

Own = Callable[[Call, Any], dict[str, Any]]
LINE_LINKS: Final = ("project_id", "expense_id")


class Paper(msgspec.Struct, frozen=True):
    """One noun: its names on the wire, the Book's commands behind it, and what is its own.

    `shape` names its file of templates, `prefix` begins its keys (`estimate_id`, `estimate_number`). `status` says what
    a document is called on the call's day and `daily` on any day. `own` gives its own keys, `fields` reads them. `sent` is the state `send` makes a document begin in, `named` the forms of the filters by number, reference and name.
    """

    label: str
    path: str
    prefix: str
    kind: str
    key: str
    list_key: str
    report_name: str
    shape: str
    table: Callable[[Any], Any]
    status: Callable[[Call, Any], str]
    create: type[Any]
    update: type[Any]
    delete: type[Any]
    messages: Messages
    own: Own
    identity: str = ""
    number: str = ""
    fields: tuple[Field, ...] = ()
    sent: Any = None
    kept: tuple[str, ...] = SALES_KEPT
    views: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    filters: tuple[Filter, ...] = ()
    named: Forms = msgspec.field(default_factory=lambda: TEXT)
    daily: Callable[[Any, Any], str] = lambda _, document: document.state.value
    check: Callable[[Call], None] = lambda _: None

    @property
    def id_key(self) -> str:
        """Return the key of its id on the wire."""
        return self.identity or f"{self.prefix}_id"

    @property
    def number_key(self) -> str:
        """Return the key of its number on the wire."""
        return self.number or f"{self.prefix}_number"


def _pool(paper: Paper, call: Call, document: Any) -> dict[str, Any]:
    """Return what rows and details may show of a document."""
    book = call.organization.book
    contact, currency = book.contacts[document.contact_id], book.currencies[document.currency_id]
    person = primary_person(contact)
    status = paper.status(call, document)
    return {
        paper.id_key: document.id,
        paper.number_key: document.number,
        "date": document.date,
        "reference_number": document.reference,
        "customer_id": contact.id,
        "customer_name": contact.name,
        "company_name": contact.company_name,
        "email": "" if person is None else person.email,
        "status": status,
        "current_sub_status": status,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": document.exchange_rate,
        "total": document.totals.total,
        "bcy_total": document.base.total,
        "sub_total": document.totals.subtotal,
        "salesperson_name": document.salesperson,
        "created_time": document.created_at,
        "last_modified_time": document.modified_at,
        **paper.own(call, document),
    }


def _row(paper: Paper) -> Callable[[Call, Any], dict[str, Any]]:
    template = shapes(paper.shape)["row"]

    def row(call: Call, document: Any) -> dict[str, Any]:
        found = {**_pool(paper, call, document), **kept(call.organization, document.id)}
        return {name: found.get(name, default) for name, default in template.items()}

    return row


def _lines(call: Call, document: Any, template: dict[str, Any]) -> list[dict[str, Any]]:
    rows = line_rows(call.organization, document, template)
    for line, found in zip(document.lines, rows, strict=True):
        found |= {name: getattr(line, name) for name in LINE_LINKS}
    return [{name: found.get(name, default) for name, default in template.items()} for found in rows]


def _detail(paper: Paper) -> Callable[[Call, Any], dict[str, Any]]:
    template, line = shapes(paper.shape)["detail"], shapes(paper.shape)["line"]

    def detail(call: Call, document: Any) -> dict[str, Any]:
        book = call.organization.book
        contact, currency = book.contacts[document.contact_id], book.currencies[document.currency_id]
        people = [person_row(person) for person in contact.persons if person.id in document.person_ids]
        totals, base, found = document.totals, document.base, document.discount
        pool = {
            **money_fields(document),
            **shipping_fields(book, document, currency.symbol),
            "discount_total": totals.discount,
            "discount_percent": found.value if found is not None and found.percent else 0,
            "discount_amount": totals.discount,
            "bcy_shipping_charge": base.shipping,
            "bcy_adjustment": base.adjustment,
            "bcy_sub_total": base.subtotal,
            "bcy_discount_total": base.discount,
            "bcy_tax_total": base.tax,
            "sub_total_exclusive_of_discount": totals.subtotal - totals.discount,
            "contact_persons": list(document.person_ids),
            "contact_persons_associated": people,
            "contact_persons_details": people,
            "billing_address": address(document.billing_address, template.get("billing_address", {})),
            "shipping_address": address(document.shipping_address, template.get("shipping_address", {})),
            "customer_default_billing_address": address(
                contact.billing_address, template.get("customer_default_billing_address", {})
            ),
            "created_date": local_date(call, document.created_at),
            "created_by_id": document.created_by,
            "last_modified_by_id": document.modified_by or document.created_by,
            "created_by_name": user_name(call, document.created_by),
            **approval_fields(call, document, template),
            **_pool(paper, call, document),
            **kept(call.organization, document.id),
        }
        lines = _lines(call, document, line)
        own = pool.get("line_items", [{}] * len(lines))
        pool["line_items"] = [{**one, **more} for one, more in zip(lines, own, strict=True)]
        return {name: pool.get(name, default) for name, default in template.items()}

    return detail


def command_fields(paper: Paper, call: Call, *, contact_id: str = "") -> dict[str, Any]:
    """Return the Book's fields of a body; `contact_id` is the customer of a document changed. Raises Refused."""
    return {
        **sales_fields(call, contact_id=contact_id),
        **given(call.body, paper.fields),
        **number_field(call, paper.number_key),
    }


def _create(paper: Paper) -> Callable[[Call], Any]:
    def create(call: Call) -> Any:
        if not call.body.get("customer_id"):
            raise Refused("customer_not_accessible")
        if not call.body.get("line_items"):
            raise Refused("no_line_items")
        paper.check(call)
        fields = {**begins_with(call, paper.number_key), **command_fields(paper, call)}
        if paper.sent is not None and said(call.query, call.body, "send"):
            fields["state"] = paper.sent
        document = call.organization.execute(paper.create(user_id=call.user_id, **fields))
        keep(call.organization, document.id, call.body, paper.kept)
        return document

    return create


def _update(paper: Paper) -> Callable[[Call, Any], Any]:
    def update(call: Call, document: Any) -> Any:
        if "line_items" in call.body and not call.body["line_items"]:
            raise Refused("no_line_items")
        paper.check(call)
        fields = command_fields(paper, call, contact_id=document.contact_id)
        changed = call.organization.execute(paper.update(id=document.id, user_id=call.user_id, **fields))
        keep(call.organization, document.id, call.body, paper.kept)
        return changed

    return update


def _customer_name(view: Any, document: Any) -> str:
    name: str = view.book.contacts[document.contact_id].name
    return name.casefold()


def _columns(paper: Paper) -> tuple[Column, ...]:
    return (
        Column(paper.number_key, lambda _, one: one.number.casefold()),
        Column("reference_number", lambda _, one: one.reference.casefold()),
        Column("customer_name", _customer_name, looks_at=("contact",)),
        Column("customer_id", lambda _, one: one.contact_id),
        Column("item_id", lambda _, one: tuple({line.item_id for line in one.lines}), Kind.TEXTS),
        Column("item_name", lambda _, one: tuple({line.name.casefold() for line in one.lines}), Kind.TEXTS),
        Column(
            "item_description", lambda _, one: tuple({line.description.casefold() for line in one.lines}), Kind.TEXTS
        ),
        Column("total", lambda _, one: one.totals.total, Kind.NUMBER),
        Column("date", lambda _, one: one.date, Kind.DATE),
        Column("created_time", lambda _, one: one.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, one: one.modified_at, Kind.TIME),
        Column(
            "status",
            lambda view, one: paper.daily(view.today, one),
            daily=True,
        ),
        Column(
            "search_text",
            lambda view, one: f"{one.number}\n{one.reference}\n{_customer_name(view, one)}".casefold(),
            looks_at=("contact",),
        ),
        *paper.columns,
    )


def _listing(paper: Paper) -> Listing:
    own = tuple(column.name for column in paper.columns if column.kind is not Kind.TEXTS)
    return Listing(
        report_name=paper.report_name,
        columns=_columns(paper),
        sort="created_time",
        descending=True,
        sorts=(
            "customer_name",
            paper.number_key,
            "reference_number",
            "date",
            "total",
            "created_time",
            "last_modified_time",
            *own,
        ),
        filters=(
            Filter(paper.number_key, paper.named),
            Filter("reference_number", paper.named),
            Filter("customer_name", paper.named),
            Filter("customer_id", many=True),
            Filter("item_id"),
            Filter("item_name", TEXT),
            Filter("item_description", TEXT),
            Filter("total", NUMBER),
            Filter("date", DATE),
            Filter("status", many=True),
            Filter("search_text", CONTAINED),
            *paper.filters,
        ),
        views={
            "Status.All": (),
            **APPROVAL_VIEWS,
            **{f"Status.{name}": (equals("status", _word(name)),) for name in paper.views},
        },
        view="Status.All",
    )


def _word(name: str) -> str:
    """Return the status a view is named for: `PartiallyInvoiced` is `partially_invoiced`, `OverDue` overdue."""
    if name == "OverDue":
        return "overdue"
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def module_of(paper: Paper) -> Module:
    """Return the noun a Paper declares."""
    return Module(
        label=paper.label,
        path=paper.path,
        identity=paper.id_key,
        kind=paper.kind,
        key=paper.key,
        list_key=paper.list_key,
        documents=lambda organization: paper.table(organization.book),
        row=_row(paper),
        detail=_detail(paper),
        listing=_listing(paper),
        messages=paper.messages,
        create=_create(paper),
        update=_update(paper),
        delete=lambda call, identity: call.organization.execute(paper.delete(id=identity, user_id=call.user_id)),
    )


def becomes(command: type[Any]) -> Callable[[Call, Any], None]:
    """Make the act that carries out one command about a document."""

    def run(call: Call, document: Any) -> None:
        call.organization.execute(command(id=document.id, user_id=call.user_id))

    return run


def sets_address(command: type[Any], name: str) -> Callable[[Call, Any], None]:
    """Make the act that puts another address on a document."""

    def run(call: Call, document: Any) -> None:
        changed: dict[str, Any] = {name: Address(**given(call.body, ADDRESS_FIELDS))}
        call.organization.execute(command(id=document.id, user_id=call.user_id, **changed))

    return run


def comment_handlers(module: Module, base: str, *, updates: bool = True) -> tuple[Emulated, ...]:
    """Return the operations on a noun's comments; `base` is the path of one document."""
    found = (
        Emulated("GET", f"{base}/comments", lists_comments(module, "comments"), SPECIFIED),
        Emulated("POST", f"{base}/comments", adds_comment(module, "Comments added."), SPECIFIED),
        Emulated(
            "DELETE",
            f"{base}/comments/{{comment_id}}",
            deletes_comment(module, "The comment has been deleted."),
            SPECIFIED,
        ),
    )
    changing = Emulated(
        "PUT", f"{base}/comments/{{comment_id}}", updates_comment(module, "The comment has been updated."), SPECIFIED
    )
    return (*found, changing) if updates else found


def does(module: Module, path: str, act: Callable[[Call, Any], Any], message: str, *, missing: str = "") -> Emulated:
    """Return the operation that does one thing to a document by POST."""
    return Emulated("POST", path, acts(module, act, message), SPECIFIED, missing=missing)
