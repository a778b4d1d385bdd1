"""An invoice's life by names, against the sandbox: created, sent, paid and listed, blocking and awaiting."""

import asyncio
from decimal import Decimal

import pytest

from tallystick.model.errors import PagesExceeded
from tallystick.sandbox.world import Sandbox
from tallystick.zoho_books import AsgiTransport, AsyncClient, Client


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox(company="empty", strict=True, limits=False)


def test_an_invoice_lives_by_names(sandbox: Sandbox) -> None:
    with Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="unlimited") as client:
        contact = client.contacts.create({"contact_name": "Harbour Lights"})["contact"]
        lines = [
            {"name": "Lantern", "rate": Decimal("4.95"), "quantity": 12},
            {"name": "Oil", "rate": 3, "quantity": 2},
        ]
        made = client.invoices.create({"customer_id": contact["contact_id"], "line_items": lines})  # type: ignore[typeddict-item]  # a list of plain dicts
        assert made.status == 201
        invoice = made["invoice"]
        assert (invoice["status"], invoice["total"]) == ("draft", Decimal("65.4"))
        client.invoices.mark_sent(invoice["invoice_id"])
        client.invoices.comments.create(invoice["invoice_id"], {"description": "Left with the harbour master"})
        told = [comment["description"] for comment in client.invoices.comments.list(invoice["invoice_id"])]
        assert "Left with the harbour master" in told
        payment = client.customer_payments.create(
            {
                "customer_id": contact["contact_id"],
                "payment_mode": "cash",
                "amount": Decimal("65.40"),
                "date": "2026-01-15",
                "invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": Decimal("65.40")}],
            }
        )["payment"]
        assert client.invoices.get(invoice["invoice_id"])["invoice"]["status"] == "paid"
        rows = client.invoices.list(status="paid", customer_id=contact["contact_id"])
        assert [row["invoice_id"] for row in rows] == [invoice["invoice_id"]]
        assert rows.page_context["report_name"] == "Invoices"
        (applied,) = client.invoices.payments.list(invoice["invoice_id"])
        assert applied["payment_id"] == payment["payment_id"]


def test_an_invoice_lives_by_names_while_others_run(sandbox: Sandbox) -> None:
    async def live() -> tuple[str, list[str]]:
        transport = AsgiTransport(sandbox.asgi)
        async with AsyncClient.from_sandbox(sandbox.connection, transport=transport, plan="unlimited") as client:
            contact = (await client.contacts.create({"contact_name": "Night Ferry"}))["contact"]
            made = await client.invoices.create(
                {"customer_id": contact["contact_id"], "line_items": [{"name": "Passage", "rate": "80", "quantity": 1}]}
            )
            await client.invoices.mark_sent(made["invoice"]["invoice_id"])
            rows = client.invoices.list(customer_id=contact["contact_id"])
            return made["invoice"]["invoice_id"], [row["invoice_id"] async for row in rows]

    invoice_id, listed = asyncio.run(live())
    assert listed == [invoice_id]


def test_rows_come_from_all_pages_and_never_past_the_bound(sandbox: Sandbox) -> None:
    with Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="unlimited") as client:
        for number in range(5):
            client.items.create({"name": f"Rope {number}", "rate": Decimal("1.25")})
        assert len(list(client.items.list(per_page=2))) == 5
        assert [len(page.rows) for page in client.items.list(per_page=2).pages()] == [2, 2, 1]
        with pytest.raises(PagesExceeded) as caught:
            list(client.items.list(per_page=2, pages_max=2))
        assert [len(page.rows) for page in caught.value.pages] == [2, 2]
