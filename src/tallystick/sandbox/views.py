"""What each page of the sandbox shows: the answers of its own requests, put in order for a template. Nothing changes here.

No HTML and no form is here; what a page says in words beside the figures stands in its template.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.sandbox import control, documents
from tallystick.sandbox.snapshots import NAME_CHARACTERS_MAX, SNAPSHOTS_MAX
from tallystick.vendors.zoho_books.emulator import faults
from tallystick.vendors.zoho_books.emulator.log import REQUESTS_MAX, Logged
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.undocumented import PLACEHOLDER, UNDOCUMENTED
from tallystick.vendors.zoho_books.operations import OPERATIONS

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

ORGANIZATIONS_MAX: Final = 50
"""Organisations that pages list."""
REQUESTS_PER_PAGE: Final = 100
CHANGES_MAX: Final = 100
"""Changed documents that one request's page lists."""
MAILS_PER_PAGE: Final = 50
MAIL_CHARACTERS_MAX: Final = 20_000
"""Characters shown of one mail's body."""
DELIVERIES_PER_PAGE: Final = 25
DELIVERY_CHARACTERS_MAX: Final = 40_000
"""Characters shown of what one delivery sends."""
ATTEMPTS_MAX: Final = 20
"""Attempts shown of one delivery, the latest."""
RECEIVED: Final = {0: "failed", 2: "answered", 5: "failed"}
"""How an attempt ended by the first digit of its status; any other is a refusal."""
OUTCOMES: Final = {"2": "answered", "4": "refused", "5": "failed"}
SECRETS: Final = ("client_secret", "refresh_token", "access_token")
MASKED: Final = "••••••••"
COUNTED: Final = {
    "contacts": "Contacts",
    "items": "Items",
    "invoices": "Invoices",
    "customerpayments": "Payments",
    "creditnotes": "Credit notes",
    "journals": "Journals",
}
"""What the status counts of an organisation, and how a page names it."""


class Missing(Exception):
    """Nothing is at an address; the sentence says so, the link leads to the nearest page there is."""

    def __init__(self, sentence: str, href: str = "", words: str = "Go to the overview") -> None:
        super().__init__(sentence)
        self.sentence, self.href, self.words = sentence, href, words


class Asked(msgspec.Struct, frozen=True):
    """What a page is asked for: the rest of its path, its query, and what was typed into a form that was refused."""

    rest: tuple[str, ...] = ()
    query: Mapping[str, str] = {}
    typed: Mapping[str, str] = {}
    shows_secrets: bool = False


class When(msgspec.Struct, frozen=True):
    """An instant, for machines and in words."""

    machine: str
    words: str


class Sheets(msgspec.Struct, frozen=True):
    """One page of many: its rows' place in all of them."""

    number: int
    last: int
    first_row: int
    last_row: int
    rows: int


def overview(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return what the first page shows."""
    status = control.show_status(sandbox, b"")
    connection = sandbox.connection
    zone = sandbox.organization.zone
    shown = connection if asked.shows_secrets else {**connection, **dict.fromkeys(SECRETS, MASKED)}
    return {
        "status": status,
        "organizations": status["organizations"][:ORGANIZATIONS_MAX],
        "counted": COUNTED,
        "connection": {name: value for name, value in shown.items() if name not in SECRETS},
        "secrets": {name: shown[name] for name in SECRETS},
        "shows_secrets": asked.shows_secrets,
        "typed": asked.typed,
        "local_now": sandbox.clock.now().astimezone(zone).strftime("%Y-%m-%dT%H:%M"),
        "zone": sandbox.organization.book.settings.time_zone,
        "readings": control.show_readings(sandbox, b"")["readings"],
        "snapshots": [
            {**each, "at": when(datetime.fromisoformat(each["clock"]["now"]), zone)}
            for each in control.show_snapshots(sandbox, b"")["snapshots"]
        ],
        "snapshots_max": SNAPSHOTS_MAX,
        "name_characters_max": NAME_CHARACTERS_MAX,
    }


def documents_page(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return a page of the documents of one kind, or one document."""
    organization = organization_of(sandbox, asked)
    if len(asked.rest) == 2:
        return document(sandbox, organization, asked)
    counts = documents.counts(organization)
    kind = kind_named(
        asked.query.get("kind", "") or next((str(kind) for kind, count in counts.items() if count), "invoice")
    )
    sheets = sheets_of(counts[kind], documents.PER_PAGE, asked.query.get("page", ""))
    return {
        "organization": organization,
        "organizations": organizations_of(sandbox),
        "shelves": {
            shelf: {each: noun.many for each, noun in nouns.items() if counts[each] or each == kind}
            for shelf, nouns in documents.SHELVES.items()
        },
        "unused": [noun.many for each, noun in documents.NOUNS.items() if not counts[each] and each != kind],
        "counts": counts,
        "kind": kind,
        "noun": documents.NOUNS[kind],
        "rows": documents.rows(sandbox.emulator, organization, kind, sheets.number),
        "sheets": sheets,
    }


def document(sandbox: "Sandbox", organization: Organization, asked: Asked) -> dict[str, Any]:
    """Return one document: as the API shows it, its entries, and the requests that had to do with it."""
    kind, identity = kind_named(asked.rest[0]), asked.rest[1]
    noun = documents.NOUNS[kind]
    requests = documents.touching(sandbox.emulator.log.latest(), organization, kind, identity)
    exists = identity in organization.book.table(kind)
    if not exists and not any(change.id == identity for each in requests for change in each.changes):
        raise Missing(
            f"{organization.book.settings.name} has no {noun.one.lower()} with the id {identity}.",
            f"/documents?kind={kind}&organization_id={organization.id}",
            f"Go to {noun.many.lower()}",
        )
    wire, is_whole = documents.wire(sandbox.emulator, organization, kind, identity) if exists else ("", True)
    return {
        "organization": organization,
        "kind": kind,
        "noun": noun,
        "id": identity,
        "exists": exists,
        "row": documents.row(sandbox.emulator, organization, kind, identity) if exists else None,
        "wire": wire,
        "is_whole": is_whole,
        "read": PLACEHOLDER.sub(lambda _: identity, OPERATIONS[noun.read].path) if noun.read else "",
        "entries": documents.entries(organization, kind, identity),
        "requests": [request_row(each, organization.zone) for each in requests[:REQUESTS_PER_PAGE]],
    }


def log_page(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return the latest requests that pass the filters, or one of them."""
    latest = sandbox.emulator.log.latest()
    if asked.rest:
        return request_page(sandbox, latest, asked.rest[0])
    chosen = {name: asked.query.get(name, "") for name in ("outcome", "operation", "organization_id")}
    found = [each for each in latest if _passes(each, chosen)]
    sheets = sheets_of(len(found), REQUESTS_PER_PAGE, asked.query.get("page", ""))
    zone = sandbox.organization.zone
    return {
        "requests": [request_row(each, zone) for each in found[sheets.first_row - 1 : sheets.last_row]],
        "sheets": sheets,
        "logged": len(latest),
        "requests_max": REQUESTS_MAX,
        "chosen": chosen,
        "outcomes": OUTCOMES,
        "operations": sorted(Counter(each.operation for each in latest if each.operation).items()),
        "organizations": organizations_of(sandbox),
    }


def _passes(logged: Logged, chosen: Mapping[str, str]) -> bool:
    return (
        str(logged.status).startswith(chosen["outcome"])
        and chosen["operation"] in {"", logged.operation}
        and chosen["organization_id"] in {"", logged.organization_id}
    )


def request_page(sandbox: "Sandbox", latest: list[Logged], number: str) -> dict[str, Any]:
    """Return one request with what it said, what it was told, and what it did."""
    logged = next((each for each in latest if str(each.number) == number), None)
    if logged is None:
        raise Missing(
            f"No request with the number {number} is kept: only the latest {REQUESTS_MAX} are.",
            "/log",
            "Go to the requests",
        )
    organization = sandbox.emulator.organizations.get(logged.organization_id)
    shown = logged.shown(organization)
    told = {name: indented(shown[name]) for name in ("body", "refusal")}
    linked_first = sorted(shown["documents"], key=lambda each: each["kind"] not in set(documents.NOUNS))
    return {
        "request": {**shown, **told, "documents": linked_first[:CHANGES_MAX]},
        "changes": len(linked_first),
        "at": when(logged.at, sandbox.organization.zone),
        "outcome": outcome_of(logged.status),
        "organization": organization,
        "nouns": documents.NOUNS,
        "effect": documents.effect(organization, shown["effect"]) if organization and shown["effect"] else None,
    }


def request_row(logged: Logged, zone: tzinfo) -> dict[str, Any]:
    """Return what a list shows of one request."""
    return {
        "number": logged.number,
        "at": when(logged.at, zone),
        "method": logged.method,
        "path": logged.path,
        "operation": logged.operation,
        "status": logged.status,
        "outcome": outcome_of(logged.status),
        "changed": len({(change.kind, change.id) for change in logged.changes}),
        "fault": logged.fault,
        "organization_id": logged.organization_id,
    }


def faults_page(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return the faults that wait, and what one may say."""
    return {
        "faults": control.show_faults(sandbox, b"")["faults"],
        "faults_max": faults.FAULTS_MAX,
        "kinds": [str(kind) for kind in faults.FaultKind],
        "limits": list(faults.LIMITS),
        "operations": emulated(sandbox),
        "methods": ("GET", "POST", "PUT", "DELETE"),
        "bounds": {"calls": faults.CALLS_MAX, "seconds": faults.SECONDS_MAX, "rows": faults.ROWS_MAX},
        "typed": {**FAULT_DEFAULTS, **asked.typed},
    }


FAULT_DEFAULTS: Final = {
    field.name: str(field.default) if not isinstance(field.default, bool) else ""
    for field in msgspec.structs.fields(faults.Fault)
    if field.name != "kind"
} | {"kind": str(faults.FaultKind.TIMEOUT)}
"""What the form of a fault begins with: the fault's own defaults."""


def outbox_page(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return the mail, the newest first."""
    mails = control.show_outbox(sandbox, b"")["mails"][::-1]
    mails.sort(key=lambda mail: mail["send_at"], reverse=True)
    sheets = sheets_of(len(mails), MAILS_PER_PAGE, asked.query.get("page", ""))
    organizations = sandbox.emulator.organizations
    return {
        "mails": [_mail(mail, organizations) for mail in mails[sheets.first_row - 1 : sheets.last_row]],
        "sheets": sheets,
        "body_characters_max": MAIL_CHARACTERS_MAX,
    }


def _mail(mail: dict[str, Any], organizations: Mapping[str, Organization]) -> dict[str, Any]:
    organization = organizations[mail["organization_id"]]
    kind = documents.kind_of(organization, mail["document_id"]) if mail["document_id"] else None
    at = datetime.fromisoformat(mail["sent_at"] or mail["send_at"])
    return {
        **mail,
        "at": when(at, organization.zone),
        "kind": kind,
        "noun": documents.NOUNS[kind] if kind else None,
        "organization": organization.book.settings.name,
        "body": mail["body"][:MAIL_CHARACTERS_MAX],
        "is_whole": len(mail["body"]) <= MAIL_CHARACTERS_MAX,
    }


def emulated(sandbox: "Sandbox") -> list[str]:
    """Return the ids of the operations that the sandbox answers, sorted."""
    operations = [*(OPERATIONS[identity] for identity in OPERATIONS), *UNDOCUMENTED]
    handlers = sandbox.emulator.handlers
    return sorted(operation.id for operation in operations if (operation.method, operation.path) in handlers)


def webhooks_page(sandbox: "Sandbox", asked: Asked) -> dict[str, Any]:
    """Return the deliveries of webhooks: those that wait, the next first, then those that went, the newest first."""
    shown = control.show_webhooks(sandbox, b"")
    waiting = sorted(shown["queue"], key=lambda each: each["due_at"])
    went = sorted(shown["log"], key=lambda each: each["fired_at"], reverse=True)
    found = [*waiting, *went]
    sheets = sheets_of(len(found), DELIVERIES_PER_PAGE, asked.query.get("page", ""))
    return {
        "deliveries": [
            _delivery(each, sandbox, is_waiting=place <= len(waiting))
            for place, each in enumerate(found[sheets.first_row - 1 : sheets.last_row], sheets.first_row)
        ],
        "queued": len(waiting),
        "sheets": sheets,
        "body_characters_max": DELIVERY_CHARACTERS_MAX,
    }


def _delivery(shown: dict[str, Any], sandbox: "Sandbox", *, is_waiting: bool) -> dict[str, Any]:
    organization = sandbox.emulator.organizations[shown["organization_id"]]
    kind, zone = documents.kind_of(organization, shown["record_id"]), organization.zone
    body = indented(shown["body"])
    attempts = [
        {
            **each,
            "at": when(datetime.fromisoformat(each["at"]), zone),
            "outcome": RECEIVED.get(each["status"] // 100, "refused"),
        }
        for each in shown["attempts"]
    ]
    return {
        **shown,
        "fired": when(datetime.fromisoformat(shown["fired_at"]), zone),
        "due": when(datetime.fromisoformat(shown["due_at"]), zone) if is_waiting else None,
        "kind": kind,
        "noun": documents.NOUNS[kind] if kind else None,
        "attempts": attempts[-ATTEMPTS_MAX:],
        "body": body[:DELIVERY_CHARACTERS_MAX],
        "is_whole": len(body) <= DELIVERY_CHARACTERS_MAX,
    }


def organization_of(sandbox: "Sandbox", asked: Asked) -> Organization:
    """Return the organisation a page is asked for, the default one when it says none. Raises Missing."""
    given = asked.query.get("organization_id", "") or sandbox.organization.id
    found = sandbox.emulator.organizations.get(given)
    if found is None:
        raise Missing(f"This sandbox has no organisation with the id {given}.")
    return found


def organizations_of(sandbox: "Sandbox") -> list[Organization]:
    """Return the organisations a reader may choose among."""
    return list(sandbox.emulator.organizations.values())[:ORGANIZATIONS_MAX]


def kind_named(name: str) -> Kind:
    """Return a kind of document that can be shown. Raises Missing."""
    if name not in set(documents.NOUNS):
        raise Missing(f"There are no documents of the kind {name}.", "/documents", "Go to the documents")
    return Kind(name)


def sheets_of(rows: int, per_page: int, asked: str) -> Sheets:
    """Return the page asked for, the nearest there is when it lies outside or is no number."""
    last = max(1, -(-rows // per_page))
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1
    return Sheets(number, last, (number - 1) * per_page + 1, min(number * per_page, rows), rows)


def outcome_of(status: int) -> str:
    """Return how a request ended, in a word."""
    return OUTCOMES.get(str(status)[0], "answered")


def indented(text: str) -> str:
    """Return a text as readable JSON when it is JSON, else as it is."""
    try:
        return msgspec.json.format(text, indent=2)
    except msgspec.DecodeError:
        return text


def when(instant: datetime, zone: tzinfo) -> When:
    """Return an instant as a reader in a time zone says it."""
    local = instant.astimezone(zone)
    return When(instant.isoformat(timespec="seconds"), f"{local.day} {local:%b %Y, %H:%M:%S %Z}")
