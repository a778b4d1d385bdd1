"""Endpoints that real clients use and the vendor's OpenAPI documents leave out, each as an Operation with its evidence.

No behaviour is here: a noun's file answers each of them, as it does any other operation.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.rest.operations import Operations
from tallystick.vendors.zoho_books.emulator.undocumented_settings import SETTINGS

PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_TAP: Final = "documented(an open-source tap reads this path and its top keys; the inner keys are assumed)"
_SEEN: Final = "documented(named by several open-source clients; keys assumed)"
_SCOPES: Final = ("ZohoBooks.reports.READ",)
_PERIOD: Final = tuple(Parameter(name) for name in ("from_date", "to_date", "cash_based"))


def _report(name: str, evidence: str, parameters: tuple[Parameter, ...] = _PERIOD) -> Operation:
    return Operation(
        id=f"report_{name}",
        module="reports",
        method="GET",
        path=f"/reports/{name}",
        parameters=parameters,
        message="success",
        scopes=_SCOPES,
        evidence=(evidence,),
    )


def _document(identity: str, method: str, path: str, verb: str, *parameters: Parameter) -> Operation:
    return Operation(
        id=identity,
        module="documents",
        method=method,
        path=path,
        parameters=(Parameter("organization_id"), *parameters),
        envelope="documents" if identity == "list_documents" else "",
        message="success",
        scopes=(f"ZohoBooks.documents.{verb}",),
        evidence=("recorded(a client calls it live; the file comes as bytes, without JSON about it)",),
    )


_DOCUMENT: Final = "/documents/{document_id}"
FIELDS: Final = Operation(
    id="list_fields",
    module="settings",
    method="GET",
    path="/settings/fields",
    parameters=(Parameter("organization_id"), Parameter("entity")),
    envelope="fields",
    scopes=("ZohoBooks.settings.READ",),
    # Clients in production read fields[].label, field_name_formatted, api_name, data_type and is_active.
    evidence=("documented(a client's test suite, said to run against the real service, reads it)",),
)
_LIBRARIES: Final = "documented(the vendor's own client libraries call it)"
_OURS: Final = "assumed(the counterpart of what the vendor's own client libraries call)"
_VERBS: Final = {"GET": "READ", "POST": "CREATE", "PUT": "UPDATE", "DELETE": "DELETE"}


def _setting(
    identity: str, method: str, path: str, evidence: str, *, fields: dict[str, str] | None = None, envelope: str = ""
) -> Operation:
    """Return one operation on a setting; `fields` are the types of its body by name."""
    named = tuple(Parameter(name, Place.PATH, required=True) for name in PLACEHOLDER.findall(path))
    body = Shape("object", {name: Shape(type_) for name, type_ in fields.items()}) if fields else None
    return Operation(
        id=identity,
        module="settings",
        method=method,
        path=f"/settings{path}",
        parameters=(*named, Parameter("organization_id")),
        body=body,
        body_kind="json" if fields else "",
        envelope=envelope,
        status=201 if method == "POST" and not named else 200,
        scopes=(f"ZohoBooks.settings.{_VERBS[method]}",),
        evidence=(evidence,),
    )


_RULE: Final = {
    "name": "string",
    "is_enabled": "boolean",
    "notification_type": "string",
    "address_type": "string",
    "number_of_days": "integer",
    "subject": "string",
    "body": "string",
}
_TEXT: Final = {"subject": "string", "body": "string", "cc_me": "boolean"}
REMINDERS: Final = (
    _setting("list_auto_reminders", "GET", "/autoreminders", _LIBRARIES, envelope="autoreminders"),
    _setting("create_auto_reminder", "POST", "/autoreminders", _OURS, fields=_RULE, envelope="autoreminder"),
    _setting("get_auto_reminder", "GET", "/autoreminders/{reminder_id}", _LIBRARIES, envelope="autoreminder"),
    _setting("update_auto_reminder", "PUT", "/autoreminders/{reminder_id}", _LIBRARIES, fields=_RULE),
    _setting("delete_auto_reminder", "DELETE", "/autoreminders/{reminder_id}", _OURS),
    _setting("enable_auto_reminder", "POST", "/autoreminders/{reminder_id}/enable", _LIBRARIES),
    _setting("disable_auto_reminder", "POST", "/autoreminders/{reminder_id}/disable", _LIBRARIES),
    _setting("list_manual_reminders", "GET", "/manualreminders", _LIBRARIES, envelope="manualreminders"),
    _setting("get_manual_reminder", "GET", "/manualreminders/{reminder_id}", _LIBRARIES, envelope="manualreminder"),
    _setting("update_manual_reminder", "PUT", "/manualreminders/{reminder_id}", _LIBRARIES, fields=_TEXT),
)
_SEEN_READ: Final = "documented(clients in production read data.payment_terms[])"
_TERMS: Final = {"payment_terms_label": "string", "payment_terms": "integer"}
PAYMENT_TERMS: Final = (
    _setting("list_payment_terms", "GET", "/paymentterms", _SEEN_READ, envelope="data"),
    _setting("create_payment_terms", "POST", "/paymentterms", _OURS, fields=_TERMS, envelope="payment_terms"),
    _setting("update_payment_terms", "PUT", "/paymentterms/{payment_terms_id}", _OURS, fields=_TERMS),
    _setting("delete_payment_terms", "DELETE", "/paymentterms/{payment_terms_id}", _OURS),
)


def _contacts_of(role: str) -> Operation:
    return Operation(
        id=f"list_{role}s",
        module="contacts",
        method="GET",
        path=f"/{role}s",
        parameters=tuple(Parameter(name) for name in ("organization_id", "page", "per_page", "search_text")),
        envelope="contacts",
        message="success",
        scopes=("ZohoBooks.contacts.READ",),
        evidence=("documented(open-source taps read this path and its list under contacts)",),
    )


UNDOCUMENTED: Final = (
    FIELDS,
    *SETTINGS,
    _document("list_documents", "GET", "/documents", "READ", Parameter("page"), Parameter("per_page")),
    _document("get_document", "GET", _DOCUMENT, "READ", Parameter("document_id", Place.PATH), Parameter("inline")),
    _document("delete_document", "DELETE", _DOCUMENT, "DELETE", Parameter("document_id", Place.PATH)),
    *PAYMENT_TERMS,
    *REMINDERS,
    _contacts_of("customer"),
    _contacts_of("vendor"),
    _report("profitandloss", _TAP),
    _report("accounttransaction", _TAP),
    _report("aragingdetails", _TAP, (Parameter("report_date"),)),
    _report("aragingsummary", _TAP, (Parameter("report_date"),)),
    _report("apagingsummary", _SEEN, (Parameter("report_date"),)),
    _report("balancesheet", _SEEN),
    _report("trialbalance", _SEEN),
    _report("cashflow", _SEEN),
    _report("generalledger", _SEEN),
    _report("salesbycustomer", _SEEN),
)


class Routes:
    """The vendor's operations, and beside them the undocumented ones.

    A path an undocumented operation names in full is its own; one with placeholders answers where no other does.
    """

    def __init__(self, operations: Operations, undocumented: Iterable[Operation] = UNDOCUMENTED) -> None:
        self._operations = operations
        self._beside: dict[str, dict[str, Operation]] = {}
        self._templates: list[tuple[re.Pattern[str], Operation]] = []
        for each in undocumented:
            if "{" in each.path:
                self._templates.append((re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", each.path)), each))
            else:
                self._beside.setdefault(each.path, {})[each.method] = each

    def _placed(self, path: str) -> Iterator[tuple[Operation, dict[str, str]]]:
        matches = ((pattern.fullmatch(path), operation) for pattern, operation in self._templates)
        return ((operation, match.groupdict()) for match, operation in matches if match is not None)

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """Return the operation that answers a concrete path, and its path parameters; else None."""
        beside = self._beside.get(path, {}).get(method)
        if beside is not None:
            return beside, {}
        found = self._operations.find(method, path)
        return found or next((one for one in self._placed(path) if one[0].method == method), None)

    def methods(self, path: str) -> tuple[str, ...]:
        """Return the methods a concrete path answers, sorted; empty when there is no such path."""
        placed = (operation.method for operation, _ in self._placed(path))
        return tuple(sorted({*self._operations.methods(path), *self._beside.get(path, ()), *placed}))
