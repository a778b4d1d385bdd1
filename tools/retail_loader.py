"""Brings the retailer's documents into a sandbox through the public client, and compares what is there with the file.

Nothing here reads the file or talks to a terminal. What is there already is asked of the sandbox, so that a loader
that was killed goes on where it stopped: a document's number is its key.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from tallystick.model.errors import VendorError
from tallystick.model.money import ZERO
from tallystick.zoho_books import Client
from tools.retail import CURRENCY, Customer, Document, Kind, Sale

PAGES_MAX = 1_000
SIGNS = {Kind.INVOICE: 1, Kind.CREDIT_NOTE: -1}
RECEIVABLE, BAD_DEBT = "Accounts Receivable", "Bad Debt"
COMPANY_HINT = "start it with --company tools/retail_company.jsonl --limits off"


class LoadError(Exception):
    """Loading cannot go on; the sentence says at which document, why, and what to do."""


class Difference(msgspec.Struct, frozen=True):
    """One thing that is not in the sandbox as in the file: a document, a month or a customer, and both totals."""

    what: str
    in_file: Decimal | None
    in_sandbox: Decimal | None


class Loader:
    """One load into one organisation. `move_clock` sets the sandbox's clock to an aware time."""

    def __init__(self, client: Client, move_clock: Callable[[datetime], None]) -> None:
        self._client = client
        self._move_clock = move_clock
        self._stands_at: datetime | None = None
        self._check_currency()
        self._contacts = dict(self._known("list_contacts", "contact_name", "contact_id"))
        self._items = dict(self._known("list_items", "sku", "item_id"))
        accounts = self._known("list_chart_of_accounts", "account_name", "account_id")
        self._accounts = {name: account for name, account in accounts if name in {RECEIVABLE, BAD_DEBT}}
        self.numbers = {number for number, *_ in self.held()}

    def load(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Bring in the documents that are not there yet; yield each one, new or not.

        Raises LoadError for the first that is refused or comes out with another total.
        """
        for document in documents:
            if document.number not in self.numbers:
                self._load(document)
                self.numbers.add(document.number)
            yield document

    def held(self) -> Iterator[tuple[str, str, str, Decimal]]:
        """Yield (number, month, contact name, total signed as in the file) of every document in the sandbox."""
        for row in self._rows("list_invoices"):
            yield row["invoice_number"], row["date"][:7], row["customer_name"], row["total"]
        for row in self._rows("list_credit_notes"):
            yield row["creditnote_number"], row["date"][:7], row["customer_name"], -row["total"]
        for row in self._rows("list_journals"):
            if row["reference_number"]:
                yield (row["reference_number"], row["journal_date"][:7], Customer().name, self._journal_sign(row))

    def _load(self, document: Document) -> None:
        try:
            total = self._journal(document) if document.kind is Kind.JOURNAL else self._sale(document)
        except VendorError as error:
            raise LoadError(_refusal(document, error)) from error
        if total != document.total:
            raise LoadError(f"document {document.number} came out as {total}, and is {document.total} in the file")

    def _sale(self, document: Document) -> Decimal:
        sign, is_invoice = SIGNS[document.kind], document.kind is Kind.INVOICE
        contact = self._contact(document)
        lines = [self._line(line, sign, document) for line in document.lines]
        self._clock(document.at)
        answer = self._client.call(
            "create_invoice" if is_invoice else "create_credit_note",
            params={"ignore_auto_number_generation": "true", **({"send": "true"} if is_invoice else {})},
            body={
                "customer_id": contact,
                "invoice_number" if is_invoice else "creditnote_number": document.number,
                "date": document.at.date().isoformat(),
                "line_items": lines,
            },
            reference=document.number,
        )
        total: Decimal = answer["invoice" if is_invoice else "creditnote"]["total"]
        return total * sign

    def _journal(self, document: Document) -> Decimal:
        contact = self._contact(document)
        sides = ("debit", "credit") if document.total > 0 else ("credit", "debit")
        self._clock(document.at)
        answer = self._client.call(
            "create_journal",
            body={
                "journal_date": document.at.date().isoformat(),
                "reference_number": document.number,
                "notes": "; ".join(line.description for line in document.lines),
                "line_items": [
                    {"account_id": account, "customer_id": who, "debit_or_credit": side, "amount": abs(document.total)}
                    for account, who, side in zip(
                        (self._accounts[RECEIVABLE], self._accounts[BAD_DEBT]), (contact, ""), sides, strict=True
                    )
                ],
            },
            reference=document.number,
        )
        total: Decimal = answer["journal"]["total"]
        return total if document.total > 0 else -total

    def _journal_sign(self, row: dict[str, Any]) -> Decimal:
        """Return a journal's total as the file signs it: an addition to what the customer owes is positive."""
        lines = self._client.call("get_journal", params={"journal_id": row["journal_id"]})["journal"]["line_items"]
        owed = [line for line in lines if line["account_name"] == RECEIVABLE]
        total: Decimal = row["total"]
        return total if owed and owed[0]["debit_or_credit"] == "debit" else -total

    def _contact(self, document: Document) -> str:
        customer = document.customer
        known = self._contacts.get(customer.name)
        if known is None:
            self._clock(document.at)
            body: dict[str, Any] = {"contact_name": customer.name, "contact_type": "customer"}
            if customer.number:
                body |= {"company_name": customer.number, "billing_address": {"country": customer.country}}
            known = str(self._client.call("create_contact", body=body)["contact"]["contact_id"])
            self._contacts[customer.name] = known
        return known

    def _line(self, line: Sale, sign: int, document: Document) -> dict[str, Any]:
        return {
            "item_id": self._item(line, document),
            "description": line.description,
            "quantity": line.quantity * sign,
            "rate": line.price,
        }

    def _item(self, line: Sale, document: Document) -> str:
        code = line.code.upper()
        known = self._items.get(code)
        if known is None:
            self._clock(document.at)
            name = f"{line.description or 'Product'} {code}"
            body = {"name": name, "sku": code, "description": line.description, "rate": abs(line.price)}
            known = str(self._client.call("create_item", body=body)["item"]["item_id"])
            self._items[code] = known
        return known

    def _clock(self, at: datetime) -> None:
        if self._stands_at != at:
            self._move_clock(at)
            self._stands_at = at

    def _check_currency(self) -> None:
        organizations = self._client.call("list_organizations")["organizations"]
        here = next(row for row in organizations if row["organization_id"] == self._client.organization_id)
        if here["currency_code"] != CURRENCY:
            raise LoadError(
                f"the sandbox keeps its books in {here['currency_code']} and the file is in {CURRENCY}: {COMPANY_HINT}"
            )

    def _known(self, operation: str, key: str, value: str) -> Iterator[tuple[str, str]]:
        return ((row[key], row[value]) for row in self._rows(operation))

    def _rows(self, operation: str) -> Iterator[dict[str, Any]]:
        for page in self._client.pages(operation, pages_max=PAGES_MAX, keep_pages=False):
            yield from self._client.records(operation, page)


def reconcile(documents: Iterable[Document], held: Iterable[tuple[str, str, str, Decimal]]) -> list[Difference]:
    """Return every document, month and customer whose total is not the same on both sides; empty when all agree.

    Documents in the sandbox that are not among `documents` are differences too.
    """
    file_totals: dict[str, Decimal] = defaultdict(lambda: ZERO)
    own_totals: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for document in documents:
        for what in _sides(document.number, document.month, document.customer.name):
            file_totals[what] += document.total
    for number, month, contact, total in held:
        for what in _sides(number, month, contact):
            own_totals[what] += total
    return [
        Difference(what, file_totals.get(what), own_totals.get(what))
        for what in sorted(file_totals.keys() | own_totals.keys())
        if file_totals.get(what) != own_totals.get(what)
    ]


def _sides(number: str, month: str, contact: str) -> tuple[str, str, str]:
    return f"document {number}", f"month {month}", f"customer {contact}"


def _refusal(document: Document, error: VendorError) -> str:
    count = len(document.lines)
    hint = f"; it has {count} lines: start the sandbox with --line-cap {count} or more" if count > 200 else ""
    return f"document {document.number} of {document.at:%Y-%m-%d %H:%M} is refused: {error}{hint}"
