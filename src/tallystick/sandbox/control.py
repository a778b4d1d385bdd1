"""The sandbox's own requests: status, clock, outbox, reset, snapshots, clients, grant codes, approvals.

Nothing of the vendor's API is here.


A browser on this machine can reach loopback too, so requests that another site sent are refused before they get here.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.settings import UpdateSettings
from tallystick.books.refusal import Refused
from tallystick.books.rules.opening import APPROVALS_MAX
from tallystick.sandbox.clock import Clock
from tallystick.sandbox.snapshots import SNAPSHOTS_MAX, SnapshotError
from tallystick.vendors.zoho_books.emulator.consent import check_redirect_uri
from tallystick.vendors.zoho_books.emulator.faults import Fault
from tallystick.vendors.zoho_books.emulator.readings import READINGS, read_as
from tallystick.vendors.zoho_books.emulator.tokens import Grant
from tallystick.vendors.zoho_books.emulator.undocumented import UNDOCUMENTED
from tallystick.vendors.zoho_books.emulator.wire import Request, Response
from tallystick.vendors.zoho_books.operations import OPERATIONS

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

HEADERS: Final = (
    ("Content-Type", "application/json;charset=UTF-8"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
)
DELIVER: Final = "/sandbox/webhooks/deliver"
"""Over a socket the host awaits the receivers instead, so that they can call back while they are waited for."""
UNDOCUMENTED_IDS: Final = frozenset(operation.id for operation in UNDOCUMENTED)
CODE_MINUTES: Final = (3, 10)
"""The least and the most minutes a code from the console is good for: documented(zoho.com/accounts self client)."""


class ClockMove(msgspec.Struct, forbid_unknown_fields=True):
    """One or more of: stand at an instant, freeze or tick on, go forward by seconds; in this order."""

    set: datetime | None = None
    advance: float | None = None
    freeze: bool | None = None


class NewClient(msgspec.Struct, forbid_unknown_fields=True):
    """A program to register: kind `server`, `self` or `browser`."""

    name: str
    redirect_uris: tuple[str, ...] = ()
    kind: str = "server"


class NewCode(msgspec.Struct, forbid_unknown_fields=True):
    """A grant code as the console of a self client gives it."""

    client_id: str
    scope: str
    minutes: int = CODE_MINUTES[0]


class Strictness(msgspec.Struct, forbid_unknown_fields=True):
    """Whether the sandbox refuses what it only assumes."""

    strict: bool


class Approvals(msgspec.Struct, forbid_unknown_fields=True):
    """How many users have to approve a document before it is issued; 0 turns approvals off."""

    needed: int
    organization_id: str = ""


class NamedSnapshot(msgspec.Struct, forbid_unknown_fields=True):
    """Which snapshot is meant."""

    name: str


class Mistake(Exception):
    """The request is wrong; the sentence says how to put it right."""


def answer(sandbox: "Sandbox", request: Request) -> Response:
    """Answer one request below `/sandbox`."""
    path = request.path.rstrip("/") or "/sandbox"
    methods = ROUTES.get(path)
    if methods is None:
        return _json({"error": f"there is no {path}; there are {', '.join(ROUTES)}"}, status=404)
    run = methods.get(request.method)
    if run is None:
        return _json({"error": f"{path} takes {', '.join(methods)}"}, status=405, allow=", ".join(methods))
    try:
        return _json(run(sandbox, request.body))
    except (Mistake, SnapshotError, ValueError, msgspec.MsgspecError) as error:
        return _json({"error": str(error)}, status=400)


def show_status(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return where the sandbox stands: clock, company, organisations and what they hold, limits."""
    return {
        "url": sandbox.url,
        "clock": show_clock(sandbox.clock),
        "company": sandbox.company,
        "attribution": sandbox.attribution,
        "organizations": [
            {
                "organization_id": organization.id,
                "name": organization.book.settings.name,
                "plan": organization.settings.plan,
                "time_zone": organization.book.settings.time_zone,
                "today": organization.book.today().isoformat(),
                "base_currency": organization.book.base_currency.code,
                "contacts": len(organization.book.contacts),
                "items": len(organization.book.items),
                "invoices": len(organization.book.invoices),
                "customerpayments": len(organization.book.payments),
                "creditnotes": len(organization.book.credit_notes),
                "journals": len(organization.book.journals),
                "trial_balance_difference": str(balance.debit - balance.credit),
            }
            for organization in sandbox.emulator.organizations.values()
            for balance in [organization.book.trial_balance()]
        ],
        "strict": sandbox.emulator.strict,
        "limits": msgspec.to_builtins(sandbox.emulator.limits.settings),
        "tokens": msgspec.to_builtins(sandbox.tokens.settings),
    }


def move_clock(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Move the clock and return where it stands."""
    move = msgspec.json.decode(body or b"{}", type=ClockMove)
    if move.set is None and move.advance is None and move.freeze is None:
        raise Mistake('say what to do: {"set": "2026-01-31T09:00:00Z"}, {"advance": 60} or {"freeze": true}')
    clock = sandbox.clock
    before = clock.state
    try:
        if move.set is not None:
            clock.set(move.set, frozen=move.freeze)
        elif move.freeze is not None:
            clock.freeze(frozen=move.freeze)
        if move.advance is not None:
            clock.advance(move.advance)
    except ValueError:
        clock.state = before
        raise
    sandbox.keep_clock()
    catch_up(sandbox)
    return show_clock(clock)


def catch_up(sandbox: "Sandbox") -> None:
    """Let everything happen that the clock has made due, in every organisation."""
    for organization in sandbox.emulator.organizations.values():
        organization.catch_up(sandbox.clock.now())
        sandbox.emulator.keep(organization)


def show_outbox(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return the mail that would have been sent, the oldest first, and the mail that waits."""
    catch_up(sandbox)
    return {
        "mails": [
            {
                "organization_id": organization.id,
                "mail_id": mail.id,
                "to": mail.to,
                "cc": mail.cc,
                "bcc": mail.bcc,
                "attachments": mail.attachments,
                "subject": mail.subject,
                "body": mail.body,
                "purpose": mail.purpose,
                "document_id": mail.document_id,
                "send_at": mail.send_at.isoformat(),
                "sent_at": mail.sent_at.isoformat() if mail.sent_at else "",
            }
            for organization in sandbox.emulator.organizations.values()
            for mail in organization.book.table(Kind.MAIL).values()
        ]
    }


def show_clock(clock: Clock) -> dict[str, Any]:
    """Return what the clock shows."""
    return {"now": clock.now().isoformat(), "frozen": clock.state.frozen_at is not None}


def reset(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Begin again with the company as it was at first."""
    sandbox.reset()
    return {"reset": sandbox.company, "clock": show_clock(sandbox.clock)}


def show_snapshots(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return the snapshots in the order they were taken, and how many there may be."""
    return {
        "snapshots": [
            {
                "name": name,
                "clock": {"now": snapshot.now.isoformat(), "frozen": snapshot.frozen},
                "organizations": [organization.id for organization in snapshot.organizations],
            }
            for name, snapshot in sandbox.snapshots.all().items()
        ],
        "snapshots_max": SNAPSHOTS_MAX,
    }


def take_snapshot(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Keep everything as it stands under a name, in memory."""
    name = _snapshot_name(body)
    sandbox.snapshot(name)
    return {"taken": name, "clock": show_clock(sandbox.clock)}


def restore_snapshot(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Go back to a snapshot, which stays."""
    name = _snapshot_name(body)
    sandbox.restore(name)
    return {"restored": name, "clock": show_clock(sandbox.clock)}


def remove_snapshot(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Forget a snapshot."""
    name = _snapshot_name(body)
    sandbox.snapshots.remove(name)
    return {"removed": name}


def _snapshot_name(body: bytes) -> str:
    return msgspec.json.decode(body or b"{}", type=NamedSnapshot).name


def register_client(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Register a program and return its id and secret; the secret is shown this once."""
    new = msgspec.json.decode(body, type=NewClient)
    if new.kind not in {"server", "self", "browser"}:
        raise Mistake("kind is server, self or browser")
    if not new.redirect_uris and new.kind != "self":
        raise Mistake("redirect_uris needs at least one address the user may be sent back to")
    uris = tuple(check_redirect_uri(uri) for uri in new.redirect_uris)
    holder = sandbox.accounts.holder
    client, secret = sandbox.tokens.register(new.name, user_id=holder.id, redirect_uris=uris, kind=new.kind)
    return {"client_id": client.id, "client_secret": secret, "redirect_uris": uris, "kind": client.kind}


def give_code(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Give a grant code for chosen scopes without a consent page, as a self client's console does."""
    new = msgspec.json.decode(body, type=NewCode)
    least, most = CODE_MINUTES
    if not least <= new.minutes <= most:
        raise Mistake(f"minutes is {least} to {most}")
    if new.client_id not in sandbox.tokens.clients:
        raise Mistake(f"no client {new.client_id!r} is registered: POST /sandbox/clients first")
    scopes = sandbox.accounts.check_scopes(new.scope)
    grant = Grant(new.client_id, sandbox.accounts.holder.id, scopes, sandbox.region)
    return {"code": sandbox.tokens.grant_code(grant, seconds=new.minutes * 60), "minutes": new.minutes}


def show_log(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return the latest requests, the last first, each with the documents it changed and what that moved in accounts."""
    organizations = sandbox.emulator.organizations
    return {"requests": [each.shown(organizations.get(each.organization_id)) for each in sandbox.emulator.log.latest()]}


def show_readings(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return the questions about which evidence conflicts, their readings, and the one in force."""
    chosen = sandbox.organization.settings.readings
    return {
        "readings": [
            {"name": name, "in_force": read_as(chosen, name), **msgspec.to_builtins(reading)}
            for name, reading in READINGS.items()
        ]
    }


def choose_readings(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Read questions in other ways from now on: `{"last_modified_time": "exact"}`."""
    chosen = msgspec.json.decode(body or b"{}", type=dict[str, str])
    if not chosen:
        raise Mistake('say what to read how: {"last_modified_time": "exact"}; GET /sandbox/readings lists them')
    sandbox.read_as(chosen)
    return show_readings(sandbox, b"")


def set_strict(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Be strict or stop being so: `{"strict": true}`."""
    sandbox.emulator.strict = msgspec.json.decode(body, type=Strictness).strict
    return {"strict": sandbox.emulator.strict}


def show_webhooks(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return what webhooks have to deliver and have delivered, each with its request and its attempts."""
    return sandbox.deliveries.shown()


def deliver(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Send what webhooks have to deliver by now, and return what was sent."""
    return {"sent": sandbox.deliver()}


def show_faults(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Return the faults that wait, each with how many calls it has met."""
    return {"faults": [{**msgspec.to_builtins(fault), "met": met} for fault, met in sandbox.faults.waiting()]}


def add_fault(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Have a fault wait for calls: `{"kind": "timeout", "operation": "create_invoice", "after_commit": true}`."""
    fault = msgspec.json.decode(body, type=Fault)
    if fault.operation and fault.operation not in OPERATIONS and fault.operation not in UNDOCUMENTED_IDS:
        raise Mistake(f"there is no operation {fault.operation!r}: give an id such as create_invoice, or none for any")
    sandbox.faults.add(fault)
    return show_faults(sandbox, b"")


def clear_faults(sandbox: "Sandbox", _body: bytes) -> dict[str, Any]:
    """Let no fault wait any more."""
    sandbox.faults.clear()
    return show_faults(sandbox, b"")


def set_approvals(sandbox: "Sandbox", body: bytes) -> dict[str, Any]:
    """Turn approvals on or off in one organisation, or in all, as their owner would in the browser."""
    said = msgspec.json.decode(body, type=Approvals)
    organizations = sandbox.emulator.organizations
    chosen = [said.organization_id] if said.organization_id else list(organizations)
    for identity in chosen:
        if identity not in organizations:
            raise Mistake(f"there is no organization {identity!r}; there are {', '.join(organizations)}")
        try:
            organizations[identity].execute(UpdateSettings(approvals_needed=said.needed))
        except Refused:
            raise Mistake(f"needed is 0 to {APPROVALS_MAX}") from None
        sandbox.emulator.keep(organizations[identity])
    return {"needed": said.needed, "organizations": chosen}


ROUTES: Final[dict[str, dict[str, Callable[["Sandbox", bytes], dict[str, Any]]]]] = {
    "/sandbox": {"GET": show_status},
    "/sandbox/clock": {"POST": move_clock},
    "/sandbox/outbox": {"GET": show_outbox},
    "/sandbox/reset": {"POST": reset},
    "/sandbox/faults": {"GET": show_faults, "POST": add_fault, "DELETE": clear_faults},
    "/sandbox/webhooks": {"GET": show_webhooks},
    DELIVER: {"POST": deliver},
    "/sandbox/log": {"GET": show_log},
    "/sandbox/readings": {"GET": show_readings, "POST": choose_readings},
    "/sandbox/strict": {"POST": set_strict},
    "/sandbox/snapshots": {"GET": show_snapshots, "POST": take_snapshot},
    "/sandbox/snapshots/restore": {"POST": restore_snapshot},
    "/sandbox/snapshots/remove": {"POST": remove_snapshot},
    "/sandbox/clients": {"POST": register_client},
    "/sandbox/codes": {"POST": give_code},
    "/sandbox/approvals": {"POST": set_approvals},
}


async def deliver_awaiting(sandbox: "Sandbox") -> Response:
    """Do what `deliver` does, awaiting the receivers."""
    return _json({"sent": await sandbox.adeliver()})


def _json(value: dict[str, Any], *, status: int = 200, allow: str = "") -> Response:
    headers = (*HEADERS, ("Allow", allow)) if allow else HEADERS
    return Response(status, headers, msgspec.json.encode(value))
