"""An order to its payment through zoho-books-mcp 0.1.0: its server over stdio, asked by a client of the Model Context Protocol.

Two of its tools declare no parameters (`**kwargs`), so no protocol client can fill them: those are called as the
functions its README shows.
"""

import asyncio
import json
import sys
from typing import Any

from mcp import ClientSession, StdioServerParameters  # type: ignore[import-not-found]  # not in our environment
from mcp.client.stdio import stdio_client  # type: ignore[import-not-found]  # not in our environment
from zoho_mcp import tools  # type: ignore[import-not-found]  # not in our environment

Told = dict[str, Any]
given = json.loads(sys.argv[1])


async def journey(session: Any) -> Told:
    async def use(tool: str, **arguments: Any) -> Told:
        answer = await session.call_tool(tool, arguments)
        assert not answer.isError, (tool, answer.content)
        found: Told = json.loads(answer.content[0].text)
        return found

    customer = (await tools.create_customer(contact_name="Bowman and Co", email="will@example.com"))["contact"][
        "contact_id"
    ]
    vendor = (await tools.create_vendor(contact_name="Mill"))["contact"]["contact_id"]
    refused = await session.call_tool("create_item", {"name": "Hard drive", "rate": 120.0})
    item = (await tools.zoho_api_request_async("POST", "/items", json_data={"name": "Hard drive", "rate": 125.0}))[
        "item"
    ]
    line = {"item_id": item["item_id"], "name": "Hard drive", "rate": 125.0, "quantity": 2}
    order = (await use("create_sales_order", customer_id=customer, line_items=[line]))["salesorder"]
    invoice = (await tools.create_invoice(customer_id=customer, line_items=[line]))["invoice"]["invoice_id"]
    sent = await use("mark_invoice_as_sent", invoice_id=invoice)
    mailed = await use("email_invoice", invoice_id=invoice, to_email=["will@example.com"], subject="Yours", body="Ours")
    expense = (
        await use(
            "create_expense",
            account_id=given["expense_account"],
            date=given["today"],
            amount=18.0,
            paid_through_account_id=given["paid_through"],
            vendor_id=vendor,
            custom_fields={},
        )
    )["expense"]
    changed = await use("update_expense", expense_id=expense["expense_id"], description="Lunch", custom_fields={})
    voided = await use("void_invoice", invoice_id=invoice)
    return {
        "tools": len((await session.list_tools()).tools),
        "contacts": [row["contact_name"] for row in (await use("list_contacts"))["contacts"]],
        "refused": refused.content[0].text,
        "item": (await use("get_item", item_id=item["item_id"]))["item"]["rate"],
        "order": order["status"],
        "sent": sent["message"],
        "mailed": mailed["message"],
        "expense": changed["expense"]["description"],
        "voided": voided["message"],
        "invoice": (await use("get_invoice", invoice_id=invoice))["invoice"]["status"],
        "deleted": (await use("delete_contact", contact_id=vendor)) if not expense["vendor_id"] else "used",
    }


async def main() -> Told:
    server = StdioServerParameters(
        command=sys.executable, args=["-W", "ignore", "-m", "zoho_mcp", "--stdio"], env=given["environment"]
    )
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        return await journey(session)


sys.stdout.write("\n" + json.dumps(asyncio.run(main())) + "\n")
