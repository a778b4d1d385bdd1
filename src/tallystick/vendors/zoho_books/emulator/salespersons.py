"""The people who sell: listed, added, changed, deleted, and named by the documents they have sold by."""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing, equals
from tallystick.vendors.zoho_books.emulator.module import Emulated, Messages, creates, deletes, lists, updates
from tallystick.vendors.zoho_books.emulator.organization import OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, field, make, module_of, records_of
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED

NAME: Final = "salesperson_name"
NAMED_BY: Final = ("invoice", "credit_note", "estimate", "sales_order", "retainer_invoice")


def _sells(call: Call, record: OwnRecord) -> bool:
    name, book = record.fields[NAME], call.organization.book
    tables = (change for change in book.changes() if str(change.kind) in NAMED_BY)
    return any(getattr(change.document, "salesperson", "") == name for change in tables)


NOUN: Final = Noun(
    noun="salesperson",
    label="Salesperson",
    path="/salespersons",
    identity="salesperson_id",
    key="salesperson",
    list_key="salespersons",
    listing=Listing(
        report_name="Salespersons",
        columns=(
            Column(NAME, field(NAME)),
            Column("is_active", lambda _, one: str(one.fields["is_active"]).lower()),
        ),
        sort=NAME,
        sorts=(NAME,),
        views={
            "Status.All": (),
            "Status.Active": (equals("is_active", "true"),),
            "Status.Inactive": (equals("is_active", "false"),),
        },
        view="Status.All",
        context=lambda _: {},
    ),
    keys={"salesperson_id": "", NAME: "", "salesperson_email": "", "is_active": True},
    name=NAME,
    defaults={"salesperson_email": "", "is_active": True},
    messages=Messages(*("The salesperson has been " + word for word in ("added.", "updated.", "deleted."))),
    used=_sells,
)
MODULE: Final = module_of(NOUN)


def sold_by(call: Call, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a command with the name of the salesperson a body gives by id.

    A name nobody has yet becomes a salesperson's, as in the browser; assumed.
    """
    people = records_of(NOUN, call.organization)
    person = people.get(text(call.body.get("salesperson_id", ""), "salesperson_id"))
    if person is not None:
        return {**fields, "salesperson": person.fields[NAME]}
    name = fields.get("salesperson", "")
    if name and all(one.fields[NAME].casefold() != name.casefold() for one in people.values()):
        make(NOUN, call, {NAME: name})
    return fields


_ID: Final = "/salespersons/{salesperson_id}"
HANDLERS: Final = (
    Emulated("GET", "/salespersons", lists(MODULE), CALLED),
    Emulated("POST", "/salespersons", creates(MODULE), CALLED),
    Emulated("PUT", _ID, updates(MODULE), CALLED),
    Emulated("DELETE", _ID, deletes(MODULE), CALLED),
)
