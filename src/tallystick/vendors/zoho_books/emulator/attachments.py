"""Files attached to documents over the wire: every noun's `attachment` and `documents/{document_id}`, and the inbox.

How files are checked and kept is in `files`; an expense's receipt is in `expenses`.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator import (
    bank_reconciliations,
    bills,
    contacts,
    credit_notes,
    delivery_challans,
    expenses,
    files,
    invoices,
    journals,
    purchase_orders,
    retainer_invoices,
    sales_orders,
    tasks,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import flag, texts
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module
from tallystick.vendors.zoho_books.emulator.thumbnail import thumbnail

CHALLAN_FILES_MAX: Final = 20
"""Files of one delivery challan (the vendor's documents)."""


class Attaching(msgspec.Struct, frozen=True):
    """One noun that files are attached to: the methods of its `attachment` and of its `documents/{document_id}`.

    `types` are the ends of the names it takes, `files_max` how many files one document has. Where a file's facts are
    read rather than its bytes, `facts` is the key they stand under.
    """

    module: Module
    attachment: str
    documents: str = ""
    types: tuple[str, ...] = files.SCANS
    files_max: int = files.FILES_MAX
    facts: str = ""

    @property
    def path(self) -> str:
        """Return the path of one document."""
        return f"{self.module.path}/{{{self.module.identity}}}"


NOUNS: Final = (
    Attaching(invoices.MODULE, "POST GET PUT DELETE", "GET POST DELETE"),
    Attaching(sales_orders.MODULE, "POST GET PUT DELETE"),
    Attaching(purchase_orders.MODULE, "POST GET PUT DELETE"),
    Attaching(bills.MODULE, "POST GET DELETE", types=files.PAPERS),
    Attaching(retainer_invoices.MODULE, "POST GET", "DELETE"),
    Attaching(credit_notes.MODULE, "POST", "GET PUT DELETE"),
    Attaching(contacts.MODULE, "POST", "GET PUT DELETE", types=files.ANY_FILE),
    Attaching(delivery_challans.MODULE, "POST", "GET DELETE", types=files.ANY_FILE, files_max=CHALLAN_FILES_MAX),
    Attaching(journals.MODULE, "POST", types=files.PAPERS),
    Attaching(expenses.MODULE, "POST", types=files.PAPERS),
    Attaching(tasks.MODULE, "POST", "GET DELETE", types=files.ANY_FILE, facts="documents"),
    Attaching(bank_reconciliations.MODULE, "POST", "GET DELETE", types=files.ANY_FILE),
)
"""The nouns that have files, and what can be done with those of each."""


def _attaches(noun: Attaching) -> Callable[[Call], Answer]:
    """Make the operation that attaches what a body carries, and what it names of the inbox.

    Raises Refused: code 2 when that is nothing, or when `totalFiles` counts otherwise.
    """

    def run(call: Call) -> Answer:
        document = noun.module.named(call)
        known = list(texts(call.body.get("document_ids", []), "document_ids"))
        if not call.files and not known:
            raise Refused("invalid_value", field="attachment")
        if call.body.get("totalFiles") not in {None, len(call.files), len(call.files) + len(known)}:
            raise Refused("invalid_value", field="totalFiles")
        organization = call.organization
        if len(files.attached(organization, document.id)) + len(call.files) > noun.files_max:
            raise Refused("files_max", limit=noun.files_max)
        taken = files.take(call, call.files, noun.types)
        files.attach(organization, document.id, [*known, *taken], files_max=noun.files_max)
        _prefer(call, document)
        if not call.operation.envelope:
            return Answer(message=call.operation.message)
        rows = [{**files.file_row(organization, each), "document_type": "attachment"} for each in [*known, *taken]]
        return Answer(message=call.operation.message, key=call.operation.envelope, value=rows)

    return run


def _prefer(call: Call, document: Any) -> None:
    """Note whether a document's files go with its mail, when the call says so. Raises Refused (code 2)."""
    asked = call.query.get("can_send_in_mail", "").lower()
    if asked:
        put(call.organization, document.id, can_send_in_mail=flag(asked, "can_send_in_mail"))


def _prefers(call: Call, document: Any) -> None:
    if not call.query.get("can_send_in_mail"):
        raise Refused("missing_value", field="can_send_in_mail")
    if not files.attached(call.organization, document.id):
        raise Refused("does_not_exist", thing="Attachment")
    _prefer(call, document)


def _first(call: Call, document: Any) -> str:
    """Return the id of the file that `attachment` means: the first one. Raises Refused (code 1002) for none."""
    found = files.attached(call.organization, document.id)
    if not found:
        raise Refused("does_not_exist", thing="Attachment")
    return found[0]


def _named(call: Call, document: Any) -> str:
    """Return the id of the file a path names. Raises Refused (code 1002) when the document has no such file."""
    identity = call.ids["document_id"]
    if identity not in files.attached(call.organization, document.id):
        raise Refused("does_not_exist", thing="Document")
    return identity


def _downloads(noun: Attaching, which: Callable[[Call, Any], str]) -> Callable[[Call], Answer]:
    """Make the operation that gives a file back: its bytes, a picture's `preview`, or its facts.

    `responseformat=json` asks for the facts; where they are what is read, `inline`, `print` and `image_size` ask for
    the bytes (assumed).
    """

    def run(call: Call) -> Answer:
        identity = which(call, noun.module.named(call))
        asked = {name for name in ("inline", "print", "preview") if call.query.get(name, "").lower() == "true"}
        sized = "image_size" in call.query
        if call.query.get("responseformat", "").lower() == "json" or (noun.facts and not asked and not sized):
            return Answer(key=noun.facts or "document", value=_facts(call, identity))
        if sized or "preview" in asked:
            return thumbnail(call, identity)
        return files.download(call, identity)

    return run


def _facts(call: Call, identity: str) -> dict[str, Any]:
    row = files.file_row(call.organization, identity)
    moments = {"created_time": row["uploaded_time"], "last_modified_time": row["uploaded_time"]}
    return {**row, "document_name": row["file_name"], "document_url": f"/documents/{identity}", **moments}


def _deletes(which: Callable[[Call, Any], str]) -> Callable[[Call, Any], None]:
    def act(call: Call, document: Any) -> None:
        keep = call.query.get("un_associate", "").lower() == "true"
        files.detach(call.organization, document.id, which(call, document), keep=keep)

    return act


def _adds(call: Call, document: Any) -> None:
    """Attach a file of the inbox."""
    files.attach(call.organization, document.id, [call.ids["document_id"]])


def _replaces(noun: Attaching) -> Callable[[Call, Any], None]:
    """Make the act that puts another file in the place of one."""

    def act(call: Call, document: Any) -> None:
        old, organization = _named(call, document), call.organization
        if len(call.files) != 1:
            raise Refused("invalid_value", field="attachment")
        [new] = files.take(call, call.files, noun.types)
        files.replace(organization, document.id, old, new)

    return act


def _emulated(noun: Attaching) -> list[Emulated]:
    """Return the operations of one noun."""
    module = noun.module

    def acting(act: Callable[[Call, Any], Any]) -> Callable[[Call], Answer]:
        return lambda call: acts(module, act, call.operation.message)(call)

    attachment = {
        "POST": _attaches(noun),
        "GET": _downloads(noun, _first),
        "PUT": acting(_prefers),
        "DELETE": acting(_deletes(_first)),
    }
    documents = {
        "GET": _downloads(noun, _named),
        "POST": acting(_adds),
        "PUT": acting(_replaces(noun)),
        "DELETE": acting(_deletes(_named)),
    }
    of_file = f"{noun.path}/documents/{{document_id}}"
    return [
        *(Emulated(each, f"{noun.path}/attachment", attachment[each], SPECIFIED) for each in noun.attachment.split()),
        *(Emulated(each, of_file, documents[each], SPECIFIED) for each in noun.documents.split()),
    ]


def delete_charged_receipt(call: Call) -> Answer:
    """Delete the receipt of an expense that an invoice charges on. Raises Refused (code 1002) for another one."""
    expense = expenses.MODULE.named(call)
    if not expense.invoice_id:
        raise Refused("does_not_exist", thing="Receipt")
    expenses.delete_receipt(call, expense)
    return Answer(message=call.operation.message)


def list_inbox(call: Call) -> Answer:
    """List the files an organisation keeps, the newest first."""
    organization = call.organization
    identities = reversed(organization.records.get(files.INBOX, {}))
    few = context_of_few(call, [files.file_row(organization, identity) for identity in identities])
    return Answer(key="documents", value=few.rows, extra={"page_context": few.context})


def read_inbox(call: Call) -> Answer:
    """Return a file's bytes; there is no JSON about one file (recorded)."""
    return files.download(call, call.ids["document_id"])


def delete_inbox(call: Call) -> Answer:
    """Delete a file, wherever it is attached."""
    files.delete(call.organization, call.ids["document_id"])
    return Answer(message="The document has been deleted.")


_SEEN: Final = "assumed(a client calls it live; its keys and texts are ours)"
_INVOICE: Final = NOUNS[0]
HANDLERS: Final = (
    *(emulated for noun in NOUNS for emulated in _emulated(noun)),
    Emulated(
        "POST",
        "/invoices/{invoice_id}/documents/{document_id}/upload",
        acts(invoices.MODULE, _replaces(_INVOICE), "The document has been uploaded."),
        SPECIFIED,
    ),
    Emulated("DELETE", "/invoices/expenses/{expense_id}/receipt", delete_charged_receipt, SPECIFIED),
    Emulated("GET", "/documents", list_inbox, _SEEN),
    Emulated("GET", "/documents/{document_id}", read_inbox, _SEEN),
    Emulated("DELETE", "/documents/{document_id}", delete_inbox, _SEEN),
)
