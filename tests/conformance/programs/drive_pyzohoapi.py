"""Contacts, items, invoices, payments and orders through pyzohoapi 1.0.0, an object for each, as its documentation shows."""

import json
import sys
from typing import Any

from pyzohoapi import ZohoBooks  # type: ignore[import-not-found]  # not in our environment
from pyzohoapi.exceptions import ZohoBadRequest  # type: ignore[import-not-found]  # not in our environment

given = json.loads(sys.argv[1])
keys = {name: given[name] for name in ("client_id", "client_secret", "refresh_token")}
api = ZohoBooks(given["organization_id"], "us", **keys)
told: dict[str, Any] = {}


def new(kind: Any, **fields: Any) -> Any:
    found = kind()
    for name, value in fields.items():
        setattr(found, name, value)
    return found.Create()


contact = new(
    api.Contact,
    contact_name="Bowman and Co",
    contact_persons=[{"first_name": "Will", "email": "will@example.com", "is_primary_contact": True}],
    billing_address={"address": "1 High Street", "city": "Boston"},
)
told["loaded"] = [contact.IsLoaded, contact.billing_address.city, contact.contact_persons[0].email]
found = api.Contact(email="will@example.com").First()
found.company_name = "Bowman Company"
found.Update()
told["found"] = [found.ID == contact.ID, api.Contact(contact.ID).company_name]
contact.billing_address.city = "Salem"
contact.UpdateBilling()
told["moved"] = api.Contact(contact.ID).billing_address.city
told["switched"] = [contact.Deactivate(), api.Contact(contact.ID).status, contact.Activate()]

item = new(api.Item, name="Hard drive", rate=120, sku="HD-1")
invoice = new(api.Invoice, customer_id=contact.ID, line_items=[{"item_id": item.ID, "quantity": 2}])
told["invoice"] = [invoice.Number, str(invoice.total), invoice.status]
paid = new(
    api.CustomerPayment,
    customer_id=contact.ID,
    payment_mode="cash",
    amount=240,
    date=given["today"],
    invoices=[{"invoice_id": invoice.ID, "amount_applied": 240}],
)
told["paid"] = [paid.Number, api.Invoice(invoice.ID).status]
told["of the customer"] = [row.invoice_number for row in api.Invoice(customer_id=contact.ID).Iter(raw=True)]
order = new(api.SalesOrder, customer_id=contact.ID, line_items=[{"item_id": item.ID, "quantity": 1}])
told["order"] = [order.Number, order.Void(), api.SalesOrder(order.ID).status]
vendor = new(api.Contact, contact_name="Mill", contact_type="vendor")
bought = {"name": "Paper", "rate": 9, "quantity": 3, "account_id": given["expense_account"]}
told["bought"] = str(new(api.PurchaseOrder, vendor_id=vendor.ID, line_items=[bought]).total)
for number in range(205):
    new(api.Item, name=f"Part {number:03}", rate=1)
told["items"] = sum(1 for _ in api.Item().Iter(raw=True))
told["absent"] = api.Invoice("999").IsLoaded
spare = api.Item(name="Part 204").First()
told["deleted"] = spare.Delete().IsDeleted
told["organizations"] = [row.name for row in api.Organization().Iter(raw=True)]
told["users"] = [row.status for row in api.User().Iter(raw=True)]
try:
    contact.Delete()
except ZohoBadRequest as error:
    told["refused"] = str(error)
sys.stdout.write(json.dumps(told) + "\n")
