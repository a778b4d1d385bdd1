"""The probes: what is asked of both sides, as a table. How they are run, compared and kept is not said here."""

from typing import Any, Final

import msgspec

PREFIX: Final = "Tallystick verify"
"""Begins the name of everything that is created, so that a person who finds some knows where it came from."""


class Probe(msgspec.Struct, frozen=True):
    """One call. In `params` and `body`, `{name}` stands for what an earlier probe kept under that name.

    `keeps` maps a name to where it is in the answer (`contact.contact_id`, `invoices.0.invoice_id`). A probe whose
    names were not kept is left out: there is nothing to look at. `undo` is the operation that takes back what this one
    made, with the path id it keeps; `unscoped` leaves out what a careful client would have refused or added.
    """

    id: str
    operation: str
    params: dict[str, str] = {}
    extra: dict[str, str] = {}
    body: dict[str, Any] | None = None
    keeps: dict[str, str] = {}
    undo: str = ""
    organization_id: str | None = None

    @property
    def is_write(self) -> bool:
        """Whether it changes anything at the vendor."""
        return self.body is not None or self.operation.startswith(("delete_", "mark_"))


def _look(noun: str, listed: str, got: str, rows: str, key: str) -> tuple[Probe, Probe]:
    """Return the probes of a list and of its first record."""
    return (
        Probe(f"{noun}: list", listed, {"per_page": "5"}, keeps={f"first_{key}": f"{rows}.0.{key}"}),
        Probe(f"{noun}: one", got, {key: f"{{first_{key}}}"}),
    )


READS: Final = (
    Probe("organizations: list", "list_organizations"),
    Probe("organization: one", "get_organization", {"organization_id": "{organization_id}"}),
    *_look("contacts", "list_contacts", "get_contact", "contacts", "contact_id"),
    *_look("items", "list_items", "get_item", "items", "item_id"),
    *_look("invoices", "list_invoices", "get_invoice", "invoices", "invoice_id"),
    *_look("credit notes", "list_credit_notes", "get_credit_note", "creditnotes", "creditnote_id"),
    *_look("payments", "list_customer_payments", "get_customer_payment", "customerpayments", "payment_id"),
    *_look("journals", "list_journals", "get_journal", "journals", "journal_id"),
    Probe("taxes: list", "list_taxes"),
    Probe("currencies: list", "list_currencies"),
    Probe("accounts: list", "list_chart_of_accounts", {"per_page": "5"}),
    Probe("users: list", "list_users"),
    # What goes wrong, and how that is said.
    Probe("a record that is not there", "get_invoice", {"invoice_id": "1"}),
    Probe("an id that is none", "get_contact", {"contact_id": "abc"}),
    Probe("a date that is none", "list_invoices", {"per_page": "1"}, extra={"date": "yesterday"}),
    Probe("a status that is none", "list_invoices", {"per_page": "1"}, extra={"status": "nonsense"}),
    Probe("a parameter that is none", "list_invoices", {"per_page": "1"}, extra={"stats": "overdue"}),
    Probe("a column that cannot sort", "list_invoices", {"per_page": "1"}, extra={"sort_column": "nonsense"}),
    Probe("a page larger than allowed", "list_currencies", extra={"per_page": "500"}),
    Probe("a page that is not there", "list_contacts", {"per_page": "5", "page": "100000"}),
    Probe("an organisation that is none", "list_taxes", organization_id="10"),
    Probe("an organisation id that is no number", "list_taxes", organization_id="abc"),
)

_NAME: Final = f"{PREFIX} {{stamp}}"
_LINE: Final = {"item_id": "{item_id}", "quantity": 2, "rate": "1.25"}

WRITES: Final = (
    Probe(
        "a contact is made",
        "create_contact",
        body={"contact_name": _NAME},
        keeps={"contact_id": "contact.contact_id"},
        undo="delete_contact",
    ),
    Probe("the contact is read", "get_contact", {"contact_id": "{contact_id}"}),
    Probe("a name is taken", "create_contact", body={"contact_name": _NAME}, undo="delete_contact"),
    Probe("a contact without a name", "create_contact", body={"notes": PREFIX}, undo="delete_contact"),
    Probe("the contact is changed", "update_contact", {"contact_id": "{contact_id}"}, body={"notes": PREFIX}),
    Probe(
        "an item is made",
        "create_item",
        body={"name": _NAME, "rate": "1.25"},
        keeps={"item_id": "item.item_id"},
        undo="delete_item",
    ),
    Probe(
        "an invoice is made",
        "create_invoice",
        body={"customer_id": "{contact_id}", "line_items": [_LINE]},
        keeps={"invoice_id": "invoice.invoice_id"},
        undo="delete_invoice",
    ),
    Probe("the invoice is read", "get_invoice", {"invoice_id": "{invoice_id}"}),
    Probe(
        "an invoice without lines",
        "create_invoice",
        body={"customer_id": "{contact_id}", "line_items": []},
        undo="delete_invoice",
    ),
    Probe("the invoice is sent", "mark_invoice_sent", {"invoice_id": "{invoice_id}"}),
    Probe("a contact that is used is deleted", "delete_contact", {"contact_id": "{contact_id}"}),
    Probe(
        "a payment is made",
        "create_customer_payment",
        body={
            "customer_id": "{contact_id}",
            "payment_mode": "cash",
            "amount": "1.25",
            "invoices": [{"invoice_id": "{invoice_id}", "amount_applied": "1.25"}],
        },
        keeps={"payment_id": "payment.payment_id"},
        undo="delete_customer_payment",
    ),
    Probe("the payment is read", "get_customer_payment", {"payment_id": "{payment_id}"}),
    Probe("the invoice with its payment is read", "get_invoice", {"invoice_id": "{invoice_id}"}),
)

# Where an answer that should have been a refusal says what it made all the same, so that it can be taken back.
MADE: Final = {
    "delete_contact": ("contact_id", "contact.contact_id"),
    "delete_item": ("item_id", "item.item_id"),
    "delete_invoice": ("invoice_id", "invoice.invoice_id"),
    "delete_customer_payment": ("payment_id", "payment.payment_id"),
}
