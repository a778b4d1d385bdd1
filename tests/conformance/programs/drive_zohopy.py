"""A month of a trading company through zohopy 0.2.0: sales on the blocking client, purchases and the bank on the other."""

import asyncio
import json
import sys
from typing import Any

from zohopy import AsyncZohoClient, SyncZohoClient, ZohoConfig  # type: ignore[import-not-found]  # not in our environment
from zohopy.exceptions import (  # type: ignore[import-not-found]  # not in our environment
    ZohoAPIError,
    ZohoTokenRefreshError,
)
from zohopy.products.books import AsyncZohoBooks, ZohoBooks  # type: ignore[import-not-found]  # not in our environment

Told = dict[str, Any]


def account(rows: list[Told], kind: str) -> str:
    return next(str(row["account_id"]) for row in rows if row["account_type"] == kind)


def sell(books: Any, accounts: list[Told]) -> Told:
    customer = books.contacts.create({"contact_name": "Bowman and Co", "contact_type": "customer"})["contact"]
    item = books.items.create({"name": "Hard drive", "rate": 120})["item"]
    lines = [{"item_id": item["item_id"], "quantity": 2}]
    estimate = books.estimates.create({"customer_id": customer["contact_id"], "line_items": lines})["estimate"]
    books.estimates.mark_sent(estimate["estimate_id"])
    books.estimates.mark_accepted(estimate["estimate_id"])
    order = books.sales_orders.create({"customer_id": customer["contact_id"], "line_items": lines})["salesorder"]
    books.sales_orders.mark_open(order["salesorder_id"])
    invoice = books.invoices.create({"customer_id": customer["contact_id"], "line_items": lines})["invoice"]
    books.invoices.mark_sent(invoice["invoice_id"])
    credit = books.credit_notes.create(
        {"customer_id": customer["contact_id"], "line_items": [{"item_id": item["item_id"], "rate": 40, "quantity": 1}]}
    )["creditnote"]
    applied = [{"invoice_id": invoice["invoice_id"], "amount_applied": 40}]
    books.credit_notes.apply_to_invoice(credit["creditnote_id"], {"invoices": applied})
    paid = {"customer_id": customer["contact_id"], "payment_mode": "cash", "amount": 200, "date": given["today"]}
    payment = books.customer_payments.create(
        {**paid, "invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": 200}]}
    )["payment"]
    read = books.invoices.get(invoice["invoice_id"])["invoice"]
    sides = (("bank", "debit"), ("equity", "credit"))
    books.bank_accounts.create({"account_name": "Current account", "account_type": "bank", "currency_code": "USD"})
    accounts[:] = books.chart_of_accounts.list()["chartofaccounts"]
    journal = books.journals.create(
        {
            "journal_date": given["today"],
            "line_items": [
                {"account_id": account(accounts, kind), "debit_or_credit": side, "amount": 5000} for kind, side in sides
            ],
        }
    )["journal"]
    return {
        "estimate": books.estimates.get(estimate["estimate_id"])["estimate"]["status"],
        "order": books.sales_orders.get(order["salesorder_id"])["salesorder"]["status"],
        "invoice": [read["status"], read["total"], read["balance"]],
        "payment": payment["amount"],
        "credit_note": books.credit_notes.get(credit["creditnote_id"])["creditnote"]["status"],
        "journal": journal["status"],
    }


def pages(books: Any) -> list[int]:
    for number in range(5):
        books.contacts.create({"contact_name": f"Customer {number}"})
    return [len(page["contacts"]) for page in books.contacts.list_all(per_page=4)]


def refused(books: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, call in (
        ("unknown", lambda: books.invoices.get("999")),
        ("double", lambda: books.contacts.create({"contact_name": "Bowman and Co"})),
        (
            "used",
            lambda: books.contacts.delete(
                books.contacts.list(contact_name="Bowman and Co")["contacts"][0]["contact_id"]
            ),
        ),
    ):
        try:
            call()  # type: ignore[no-untyped-call]  # the program has no types here
        except ZohoAPIError as error:
            found[name] = [type(error).__name__, str(error)]
    return found


async def buy(config: Any, accounts: list[Told]) -> Told:
    async with AsyncZohoClient(config) as client:
        books = AsyncZohoBooks(client)
        vendor = (await books.contacts.create({"contact_name": "Mill", "contact_type": "vendor"}))["contact"][
            "contact_id"
        ]
        lines = [{"account_id": account(accounts, "expense"), "rate": 300, "quantity": 1, "name": "Paper"}]
        bill = (
            await books.bills.create(
                {"vendor_id": vendor, "bill_number": "M-1", "date": given["today"], "line_items": lines}
            )
        )["bill"]
        bank = account(accounts, "bank")
        paid = [{"bill_id": bill["bill_id"], "amount_applied": 300}]
        await books.vendor_payments.create(
            {
                "vendor_id": vendor,
                "amount": 300,
                "date": given["today"],
                "paid_through_account_id": bank,
                "bills": paid,
            }
        )
        spent = {"account_id": account(accounts, "expense"), "paid_through_account_id": bank, "amount": 12.5}
        expense = (await books.expenses.create({**spent, "date": given["today"]}))["expense"]
        read = (await books.bills.get(bill["bill_id"]))["bill"]
        return {"bill": [read["status"], read["balance"]], "expense": expense["total"]}


given = json.loads(sys.argv[1])
config = ZohoConfig(
    client_id=given["client_id"],
    client_secret=given["client_secret"],
    refresh_token=given["refresh_token"],
    organization_id=given["organization_id"],
    data_center="us",
)
told: Told = {}
accounts: list[Told] = []
with SyncZohoClient(config) as client:
    books = ZohoBooks(client)
    told["sold"] = sell(books, accounts)
    told["pages"] = pages(books)
    told["refused"] = refused(books)
told["bought"] = asyncio.run(buy(config, accounts))
try:
    with SyncZohoClient(config.model_copy(update={"refresh_token": "1000.no.no"})) as client:
        ZohoBooks(client).contacts.list()
except ZohoTokenRefreshError as error:
    told["not let in"] = type(error).__name__
sys.stdout.write(json.dumps(told) + "\n")
