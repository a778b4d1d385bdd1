"""Manual journals: list, create, read, update, delete, publish, reverse, comments.

Whether the sides balance is the Book's to say.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.documents.journal import (
    CreateJournal,
    DeleteJournal,
    HandEntry,
    Journal,
    JournalLineFields,
    JournalState,
    PublishJournal,
    ReverseJournal,
    Side,
    UpdateJournal,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.approval_wire import approval_fields, begins_as_draft
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, comments_of, deletes_comment
from tallystick.vendors.zoho_books.emulator.editions import refuses_journal_tax
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, day, given, rows, said, text
from tallystick.vendors.zoho_books.emulator.index import Column, Condition, Kind, Op
from tallystick.vendors.zoho_books.emulator.journal_credit_wire import credit_fields
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Listing
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    lists,
    reads,
    updates,
    user_name,
)
from tallystick.vendors.zoho_books.emulator.sales import limit_lines
from tallystick.vendors.zoho_books.emulator.shape import shapes, whole
from tallystick.vendors.zoho_books.emulator.spans import CURRENT, names_of

DETAIL: Final = shapes("journals")["detail"]
LINE: Final = shapes("journals")["line"]
COMMENT: Final = shapes("journals")["comment"]
ROW: Final = shapes("journals")["row"]

LINE_FIELDS: Final = (
    Field("line_id", "id", text),
    Field("account_id", "account_id", text),
    Field("customer_id", "contact_id", text),
    Field("description", "description", text),
    Field("amount", "amount", amount),
    Field("debit_or_credit", "side", choice(Side)),
    Field("tax_id", "tax_id", text),
)


def lines(value: Any, wire: str) -> tuple[JournalLineFields, ...]:
    """Read the lines of a journal. Raises Refused: code 2 when a line lacks account, side or amount."""
    found = []
    for row in rows(value, wire):
        fields = given(row, LINE_FIELDS)
        for field in ("account_id", "side", "amount"):
            if field not in fields:
                raise Refused("invalid_value", field={"side": "debit_or_credit"}.get(field, field))
        found.append(JournalLineFields(**fields))
    return tuple(found)


FIELDS: Final = (
    Field("journal_date", "date", day),
    Field("reference_number", "reference", text),
    Field("notes", "notes", text),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("line_items", "lines", lines),
)
STARTS: Final = {state.value: state for state in (JournalState.DRAFT, JournalState.PUBLISHED)}
WORDS: Final = {JournalState.PENDING_APPROVAL: "submitted"}
"""What the vendor calls a journal's states where it has words of its own: documented(status of the list)."""
KEPT: Final = ("journal_type", "custom_fields", "tags", "location_id", "vat_treatment", "product_type")


def fields_given(call: Call) -> dict[str, Any]:
    """Return the Book's fields of a body, of a journal or of a profile of journals.

    Raises Refused: 110942 for a tax where journals take none (recorded).
    """
    limit_lines(call)
    if any(row.get("tax_id") for row in call.body.get("line_items") or ()):
        if refuses_journal_tax(call):
            raise Refused("tax_not_supported")
        call.notes.assume("journal_taxes")
    return given({name: value for name, value in call.body.items() if value != ""}, FIELDS)


def create(call: Call) -> Journal:
    """Create a journal, published unless `status` says draft (recorded). Raises Refused: 4 without a date."""
    if not call.body.get("journal_date"):
        raise Refused("missing_value", field="journal_date")
    if not call.body.get("line_items"):
        raise Refused("no_line_items")
    begins = JournalState.DRAFT if begins_as_draft(call) else JournalState.PUBLISHED
    state = choice(STARTS)(call.body.get("status") or begins.value, "status")
    journal: Journal = call.organization.execute(CreateJournal(user_id=call.user_id, state=state, **fields_given(call)))
    keep(call.organization, journal.id, call.body, KEPT)
    return journal


def update(call: Call, journal: Journal) -> Journal:
    """Change a journal; lines are replaced whole when the body has any."""
    changed: Journal = call.organization.execute(
        UpdateJournal(id=journal.id, user_id=call.user_id, **fields_given(call))
    )
    keep(call.organization, journal.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a journal."""
    call.organization.execute(DeleteJournal(id=identity, user_id=call.user_id))


def _common(journal: Journal) -> dict[str, Any]:
    return {
        "journal_id": journal.id,
        "journal_date": journal.date,
        "entry_number": journal.number,
        "reference_number": journal.reference,
        "currency_id": journal.currency_id,
        "status": WORDS.get(journal.state, journal.state.value),
        "notes": journal.notes,
        "journal_type": "both",
        "total": journal.total,
        "bcy_total": journal.base_total,
        "last_modified_time": journal.modified_at,
    }


def row(call: Call, journal: Journal) -> dict[str, Any]:
    """Return one row of the journal list."""
    return {
        **ROW,
        **_common(journal),
        "created_by_id": journal.created_by,
        "created_by_name": user_name(call, journal.created_by),
        **{name: value for name, value in kept(call.organization, journal.id).items() if name in ROW},
    }


def line_rows(call: Call, journal: HandEntry) -> list[dict[str, Any]]:
    """Return the lines of a journal, or of a profile of journals."""
    return [_line(call, order, line) for order, line in enumerate(journal.lines, start=1)]


def tax_fields(journal: HandEntry) -> dict[str, Any]:
    """Return the taxes of a journal, or of a profile of journals, and the sum of the debit lines without them."""
    return {
        "line_item_total": sum((line.amount for line in journal.lines if line.side is Side.DEBIT), Decimal(0)),
        "taxes": [
            {
                "tax_name": f"{tax.name} ({whole(tax.percentage)}%)",
                "tax_amount": tax.amount,
                "debit_or_credit": tax.side.value,
                "tax_account": True,
            }
            for tax in journal.taxes
        ],
    }


def _line(call: Call, order: int, line: Any) -> dict[str, Any]:
    book = call.organization.book
    contact = book.contacts.get(line.contact_id)
    return {
        **LINE,
        "line_id": line.id,
        "account_id": line.account_id,
        "account_name": book.accounts[line.account_id].name,
        "customer_id": line.contact_id,
        "customer_name": "" if contact is None else contact.name,
        "item_order": order,
        "description": line.description,
        "debit_or_credit": line.side.value,
        "amount": line.amount,
        "bcy_amount": line.base_amount,
        "tax_id": line.tax_id,
        "tax_name": line.tax_name,
        "tax_percentage": whole(line.tax_percentage) if line.tax_id else "",
    }


def detail(call: Call, journal: Journal) -> dict[str, Any]:
    """Return one journal with all keys; a journal without custom fields has an empty text there (recorded)."""
    book = call.organization.book
    currency = book.currencies[journal.currency_id]
    start = book.settings.fiscal_year_start_month
    made = f"Journal created for {currency.symbol}{journal.total:,.{journal.places}f}"
    comments = comments_of(MODULE, call, journal)
    return {
        **DETAIL,
        **_common(journal),
        "journal_number_suffix": journal.number,
        "fiscal_year": journal.date.year - (journal.date.month < start),
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": journal.exchange_rate,
        "price_precision": journal.places,
        "line_items": line_rows(call, journal),
        **tax_fields(journal),
        "created_time": journal.created_at,
        "comments": [
            {**{key: one.get(key, "") for key in COMMENT}, "description": made if not at else one["description"]}
            for at, one in enumerate(comments)
        ],
        **credit_fields(call, journal),
        **approval_fields(call, journal, DETAIL),
        **kept(call.organization, journal.id),
    }


LISTING: Final = Listing(
    report_name="Manual Journals",
    columns=(
        Column("entry_number", lambda _, journal: journal.number.casefold()),
        Column("reference_number", lambda _, journal: journal.reference.casefold()),
        Column("notes", lambda _, journal: journal.notes.casefold()),
        Column("journal_date", lambda _, journal: journal.date, Kind.DATE),
        Column("total", lambda _, journal: journal.total, Kind.NUMBER),
        Column("status", lambda _, journal: WORDS.get(journal.state, journal.state.value)),
        Column("contact_id", lambda _, journal: tuple({line.contact_id for line in journal.lines}), Kind.TEXTS),
        Column("account_id", lambda _, journal: tuple({line.account_id for line in journal.lines}), Kind.TEXTS),
        Column("tax_id", lambda _, journal: tuple({line.tax_id for line in journal.lines}), Kind.TEXTS),
        Column("journal_id", lambda _, journal: journal.id),
        Column("period", lambda view, journal: names_of(view, journal.date), Kind.TEXTS, daily=True),
        Column("last_modified_time", lambda _, journal: journal.modified_at, Kind.TIME),
        Column(
            "search_text",
            lambda _, journal: f"{journal.number}\n{journal.reference}\n{journal.notes}".casefold(),
        ),
    ),
    sort="journal_date",
    descending=True,
    sorts=("journal_date", "entry_number", "reference_number", "total", "last_modified_time"),
    filters=(
        Filter("entry_number", TEXT),
        Filter("reference_number", TEXT),
        Filter("notes", TEXT),
        Filter("date", DATE, column="journal_date"),
        Filter("total", NUMBER),
        Filter("status", many=True),
        Filter("customer_id", column="contact_id"),
        Filter("vendor_id", column="contact_id"),
        Filter("account_id"),
        Filter("tax_id"),
        Filter("journal_ids", column="journal_id", many=True),
        Filter("search_text", CONTAINED),
    ),
    views={
        "JournalDate.All": (),
        **{f"JournalDate.{name}": (Condition("period", Op.IN, frozenset({name})),) for name in CURRENT},
    },
    view="JournalDate.All",
)
MODULE: Final = Module(
    label="Journal",
    path="/journals",
    identity="journal_id",
    kind="journal",
    key="journal",
    list_key="journals",
    documents=lambda organization: organization.book.journals,
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The journal entry has been created.",
        updated="The journal entry has been updated.",
        deleted="The selected journal entry has been deleted.",
        deleted_many="The selected journal entry has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def publish(call: Call, journal: Journal) -> None:
    """Let a draft journal post."""
    call.organization.execute(PublishJournal(id=journal.id, user_id=call.user_id))


def reverse(call: Call) -> Answer:
    """Write the opposite of a published journal, dated `reversal_date` or today, and answer with the new journal.

    With `is_reversal_scheduled` a day to come is waited for; the answer is then the journal itself.
    """
    journal = MODULE.named(call)
    wanted = call.query.get("reversal_date", "")
    dated = {"date": day(wanted, "reversal_date")} if wanted else {}
    scheduled = said(call.query, {}, "is_reversal_scheduled")
    command = ReverseJournal(id=journal.id, user_id=call.user_id, scheduled=scheduled, **dated)
    found = call.organization.execute(command)
    return Answer(message="The journal entry has been reversed.", key="journal", value=detail(call, found))


_ID: Final = "/journals/{journal_id}"
HANDLERS: Final = (
    Emulated("POST", "/journals", creates(MODULE), RECORDED),
    Emulated("GET", "/journals", lists(MODULE), RECORDED, missing="custom views, locations, projects, tax exemptions"),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated("DELETE", "/journals/bulkdelete", deletes_many(MODULE, "journal_ids"), SPECIFIED),
    Emulated("POST", f"{_ID}/status/publish", acts(MODULE, publish, "Journal has been published."), SPECIFIED),
    Emulated("POST", "/journals/status/publish", acts_on_many(MODULE, "journal_ids", publish, "success"), SPECIFIED),
    Emulated("POST", f"{_ID}/reverse", reverse, SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/comments",
        adds_comment(MODULE, "Journal comment has been added successfully.", key="comment"),
        SPECIFIED,
    ),
    Emulated(
        "DELETE",
        f"{_ID}/comments/{{comment_id}}",
        deletes_comment(MODULE, "The selected journal comment entries have been deleted."),
        SPECIFIED,
    ),
)
