"""Documents of the books as the API shows them: how many of each kind, the newest first, and one with its entries.

Every value is the API's own answer or the Book's entry; nothing is worked out again and nothing is changed.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.currency import Currency
from tallystick.ledger.entry import Entry
from tallystick.model.money import from_minor
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.log import Logged
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.path import Emulator
from tallystick.vendors.zoho_books.emulator.peek import peek
from tallystick.vendors.zoho_books.emulator.serialise import encode

PER_PAGE: Final = 25
"""Documents on one page of a list."""
WIRE_CHARACTERS_MAX: Final = 200_000
"""Characters shown of one document's JSON."""
POSTINGS_MAX: Final = 2_000
"""Postings shown of one document."""


class Noun(msgspec.Struct, frozen=True):
    """How a kind of document is named and shown.

    `read` is the operation that reads one, empty when the API has none. The others name the keys of its answer that
    hold what a list shows; the first that is there and not empty counts.
    """

    one: str
    many: str
    read: str = ""
    number: tuple[str, ...] = ()
    date: tuple[str, ...] = ("date",)
    contact: tuple[str, ...] = ("customer_name", "vendor_name")
    total: tuple[str, ...] = ("total",)
    status: tuple[str, ...] = ("status",)


_NAMED: Final[dict[str, tuple[str, ...]]] = {"date": (), "contact": (), "total": ()}
_PROFILE: Final[dict[str, tuple[str, ...]]] = {"number": ("recurrence_name",), "date": ("start_date",)}

SHELVES: Final[dict[str, dict[Kind, Noun]]] = {
    "Sales": {
        Kind.INVOICE: Noun("Invoice", "Invoices", "get_invoice", ("invoice_number",)),
        Kind.PAYMENT: Noun(
            "Payment received", "Payments received", "get_customer_payment", ("payment_number",), total=("amount",)
        ),
        Kind.CREDIT_NOTE: Noun("Credit note", "Credit notes", "get_credit_note", ("creditnote_number",)),
        Kind.ESTIMATE: Noun("Estimate", "Estimates", "get_estimate", ("estimate_number",)),
        Kind.SALES_ORDER: Noun("Sales order", "Sales orders", "get_sales_order", ("salesorder_number",)),
        Kind.DELIVERY_CHALLAN: Noun(
            "Delivery challan", "Delivery challans", "get_delivery_challan", ("deliverychallan_number",)
        ),
        Kind.RETAINER_INVOICE: Noun(
            "Retainer invoice", "Retainer invoices", "get_retainer_invoice", ("retainerinvoice_number",)
        ),
        Kind.SALES_RECEIPT: Noun("Sales receipt", "Sales receipts", "get_sales_receipt", ("receipt_number",)),
        Kind.RECURRING_INVOICE: Noun("Recurring invoice", "Recurring invoices", "get_recurring_invoice", **_PROFILE),
    },
    "Purchases": {
        Kind.BILL: Noun("Bill", "Bills", "get_bill", ("bill_number",)),
        Kind.VENDOR_PAYMENT: Noun(
            "Payment made", "Payments made", "get_vendor_payment", ("payment_number",), total=("amount",)
        ),
        Kind.VENDOR_CREDIT: Noun("Vendor credit", "Vendor credits", "get_vendor_credit", ("vendor_credit_number",)),
        Kind.PURCHASE_ORDER: Noun("Purchase order", "Purchase orders", "get_purchase_order", ("purchaseorder_number",)),
        Kind.EXPENSE: Noun("Expense", "Expenses", "get_expense", ("reference_number", "account_name")),
        Kind.RECURRING_BILL: Noun("Recurring bill", "Recurring bills", "get_recurring_bill", **_PROFILE),
        Kind.RECURRING_EXPENSE: Noun("Recurring expense", "Recurring expenses", "get_recurring_expense", **_PROFILE),
    },
    "Accounts": {
        Kind.JOURNAL: Noun("Journal", "Journals", "get_journal", ("entry_number",), date=("journal_date", "date")),
        Kind.RECURRING_JOURNAL: Noun(
            "Recurring journal",
            "Recurring journals",
            "get_recurring_journal",
            ("recurrence_name", "entry_number"),
            date=("start_date", "journal_date"),
        ),
        Kind.BANK_TRANSACTION: Noun(
            "Bank transaction",
            "Bank transactions",
            "get_bank_transaction",
            ("reference_number", "transaction_type"),
            total=("amount", "total"),
        ),
        Kind.BASE_CURRENCY_ADJUSTMENT: Noun(
            "Base currency adjustment",
            "Base currency adjustments",
            "get_base_currency_adjustment",
            ("currency_code",),
            date=("adjustment_date",),
        ),
        Kind.FIXED_ASSET: Noun(
            "Fixed asset",
            "Fixed assets",
            "get_fixed_asset",
            ("asset_number", "asset_name"),
            date=("asset_purchase_date",),
            total=("asset_cost",),
        ),
        Kind.OPENING_BALANCE: Noun("Opening balance", "Opening balances"),
        Kind.CONTACT_OPENING: Noun("Opening balance of a contact", "Opening balances of contacts"),
        Kind.ACCOUNT: Noun("Account", "Accounts", "get_chart_of_account", ("account_name",), **_NAMED),
    },
    "Records": {
        Kind.CONTACT: Noun("Contact", "Contacts", "get_contact", ("contact_name",), **_NAMED),
        Kind.ITEM: Noun("Item", "Items", "get_item", ("name",), **{**_NAMED, "total": ("rate",)}),
        Kind.PROJECT: Noun("Project", "Projects", "get_project", ("project_name",), date=(), total=()),
        Kind.TIME_ENTRY: Noun("Time entry", "Time entries", "get_time_entry", ("task_name",), ("log_date",), total=()),
        Kind.TAX: Noun("Tax", "Taxes", "get_tax", ("tax_name",), **_NAMED),
        Kind.TAX_GROUP: Noun("Tax group", "Tax groups", "get_tax_group", ("tax_group_name",), **_NAMED),
        Kind.CURRENCY: Noun("Currency", "Currencies", "get_currency", ("currency_code",), **_NAMED),
        Kind.USER: Noun("User", "Users", "get_user", ("name",), **_NAMED),
    },
}
"""What the page can show, by shelf."""
NOUNS: Final[dict[Kind, Noun]] = {kind: noun for nouns in SHELVES.values() for kind, noun in nouns.items()}


class Row(msgspec.Struct, frozen=True):
    """One document in a list; amounts are text with their currency's places, empty when it has none."""

    id: str
    number: str
    date: str
    contact: str
    total: str
    currency: str
    status: str


class Leg(msgspec.Struct, frozen=True):
    """One account of an entry or of an effect; `foreign` is the amount in the document's currency when that is another."""

    account_id: str
    account: str
    debit: str
    credit: str
    foreign: str = ""


class Legs(msgspec.Struct, frozen=True):
    """What one event moved: its legs and their sums, in `currency`."""

    date: str
    event: str
    currency: str
    legs: tuple[Leg, ...]
    debit: str
    credit: str


def counts(organization: Organization) -> dict[Kind, int]:
    """Return how many documents of each kind there are that can be shown."""
    return {kind: len(organization.book.table(kind)) for kind in NOUNS}


def rows(emulator: Emulator, organization: Organization, kind: Kind, page: int) -> list[Row]:
    """Return one page of the documents of a kind, the newest first; pages count from 1."""
    newest = list(organization.book.table(kind))[::-1]
    start = (page - 1) * PER_PAGE
    return [row(emulator, organization, kind, identity) for identity in newest[start : start + PER_PAGE]]


def row(emulator: Emulator, organization: Organization, kind: Kind, identity: str) -> Row:
    """Return what a list shows of one document."""
    noun, record = NOUNS[kind], _record(emulator, organization, kind, identity)
    book = organization.book
    code = str(record.get("currency_code") or book.base_currency.code)
    total = _first(record, noun.total)
    return Row(
        id=identity,
        number=str(_first(record, noun.number)) or f"{noun.one} {identity}",
        date=str(_first(record, noun.date)),
        contact=str(_first(record, noun.contact)),
        total=_amount_text(total, code, book.currencies),
        currency=code if total != "" else "",
        status=str(_first(record, noun.status)),
    )


def wire(emulator: Emulator, organization: Organization, kind: Kind, identity: str) -> tuple[str, bool]:
    """Return a document's JSON as the API gives it, indented, and whether that is all of it; a refusal as a sentence."""
    read = NOUNS[kind].read
    if not read:
        return "", True
    try:
        body = encode(peek(emulator, organization, read, identity), organization.zone)
    except Refused as refused:
        return f"The API refuses to show it: {refused.message} (code {refused.code}).", True
    text = msgspec.json.format(body, indent=2).decode()
    return text[:WIRE_CHARACTERS_MAX], len(text) <= WIRE_CHARACTERS_MAX


def entries(organization: Organization, kind: Kind, identity: str) -> list[Legs]:
    """Return what a document stands for in the accounts, in the base currency."""
    left, found = POSTINGS_MAX, []
    for entry in organization.book.entries_of(kind, identity):
        found.append(_legs(organization, entry, left))
        left -= len(found[-1].legs)
        if left <= 0:
            break
    return found


def effect(organization: Organization, moved: Mapping[str, str]) -> Legs:
    """Return what a request moved in the accounts, from the log's own figures: account name and signed amount."""
    amounts = {name: Decimal(text) for name, text in sorted(moved.items(), key=lambda item: item[1].startswith("-"))}
    ids = {account.name: account.id for account in organization.book.accounts.values()}
    legs = tuple(_leg(ids.get(name, ""), name, amount) for name, amount in amounts.items())[:POSTINGS_MAX]
    return _summed(legs, list(amounts.values()), currency=organization.book.base_currency.code)


def touching(logged: list[Logged], organization: Organization, kind: Kind, identity: str) -> list[Logged]:
    """Return the requests that changed a document or named it in their path."""
    return [
        each
        for each in logged
        if each.organization_id == organization.id
        and (
            any((change.kind, change.id) == (kind, identity) for change in each.changes)
            or identity in each.path.split("/")
        )
    ]


def kind_of(organization: Organization, identity: str) -> Kind | None:
    """Return the kind of the document with an id, None when there is none that can be shown."""
    return next((kind for kind in NOUNS if identity in organization.book.table(kind)), None)


def _record(emulator: Emulator, organization: Organization, kind: Kind, identity: str) -> dict[str, Any]:
    """Return the answer's record; what the API does not show has the day the books know and nothing else."""
    noun = NOUNS[kind]
    if noun.read:
        try:
            value = peek(emulator, organization, noun.read, identity).value
        except Refused as refused:
            return {"status": f"refused: {refused.message}"}
        return value if isinstance(value, dict) else {}
    return {"date": getattr(organization.book.table(kind)[identity], "date", "")}


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((record[key] for key in keys if record.get(key) not in {None, ""}), "")


def _amount_text(amount: Any, code: str, currencies: Mapping[str, Currency]) -> str:
    if amount == "":
        return ""
    places = next((currency.places for currency in currencies.values() if currency.code == code), 2)
    return f"{Decimal(amount):,.{places}f}"


def _legs(organization: Organization, entry: Entry, legs_max: int) -> Legs:
    book = organization.book
    base, own = book.base_currency, book.currencies.get(entry.currency_id)
    is_foreign = own is not None and own.id != base.id
    postings = sorted(entry.postings, key=lambda posting: posting.amount < 0)
    amounts = [from_minor(posting.amount, base.places) for posting in postings]
    legs = tuple(
        _leg(
            posting.account_id,
            book.accounts[posting.account_id].name,
            amount,
            foreign=f"{from_minor(posting.currency_amount, own.places):,} {own.code}".replace("-", "−")
            if own and is_foreign
            else "",
        )
        for posting, amount in zip(postings[:legs_max], amounts, strict=False)
    )
    return _summed(legs, amounts, currency=base.code, date=entry.date.isoformat(), event=entry.event.replace("_", " "))


def _leg(account_id: str, account: str, amount: Decimal, *, foreign: str = "") -> Leg:
    text = f"{abs(amount):,}"
    return Leg(account_id, account, text if amount > 0 else "", text if amount < 0 else "", foreign)


def _summed(legs: tuple[Leg, ...], amounts: list[Decimal], *, currency: str, date: str = "", event: str = "") -> Legs:
    debit = sum((amount for amount in amounts if amount > 0), Decimal(0))
    credit = -sum((amount for amount in amounts if amount < 0), Decimal(0))
    return Legs(date, event, currency, legs, f"{debit:,}", f"{credit:,}")
