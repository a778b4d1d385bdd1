"""A grant code, a contact and a mailed invoice through PyZohoBooksAPI 0.0.1, as its README shows."""

import json
import sys
from typing import Any

from PyZohoBooksAPI import Contacts, Invoices, ZohoAuth  # type: ignore[import-not-found]  # not in our environment

given = json.loads(sys.argv[1])
auth = ZohoAuth(client_id=given["client_id"], client_secret=given["client_secret"])
told: dict[str, Any] = {}
status, token = auth.generate_token(code=given["code"])
told["let in"] = [status, sorted(token)]
told["twice"] = auth.generate_token(code=given["code"])
status, renewed = auth.refresh_token(refresh_token=token["refresh_token"])
told["renewed"] = [status, sorted(renewed), renewed["api_domain"]]

contacts = Contacts(token=renewed["access_token"], organization_id=given["organization_id"])
will = {"first_name": "Will", "email": "will@example.com"}
status, made = contacts.create_contact(contact_data={"contact_name": "Bowman and Co", "contact_persons": [will]})
told["made"] = [status, made["message"]]
status, found = contacts.check_by_email(email="will@example.com")
told["found"] = [status, found["contact_name"]]
told["missed"] = contacts.check_by_email(email="nobody@example.com")
status, one = contacts.get_contact(contact_id=found["contact_id"])
told["one"] = [status, one["contact"]["contact_persons"][0]["first_name"]]

invoices = Invoices(token=renewed["access_token"], organization_id=given["organization_id"])
lines = [{"name": "Consulting", "rate": 80, "quantity": 3}]
status, invoice = invoices.create_invoice(invoice_data={"customer_id": found["contact_id"], "line_items": lines})
told["invoice"] = [status, invoice["message"], invoice["invoice"]["total"]]
mail = {"to_mail_ids": ["will@example.com"], "subject": "Your invoice", "body": "Please pay."}
told["mailed"] = invoices.email_an_invoice(invoice_id=invoice["invoice"]["invoice_id"], email_data=mail)
sys.stdout.write(json.dumps(told) + "\n")
