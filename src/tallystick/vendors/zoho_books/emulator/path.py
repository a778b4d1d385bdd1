"""The path every API call takes, as a list of steps, and the emulator that walks it. No rule of any noun is here.

A refused call leaves no trace: what its handler had changed is taken back. An answer leaves only after everything it
acknowledges has been journaled.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Final

from tallystick.books.change import Change
from tallystick.books.refusal import Refused as BookRefused
from tallystick.rest.operation import Operation
from tallystick.rest.operations import Operations
from tallystick.vendors.zoho_books.emulator.accounts import Accounts, read_token
from tallystick.vendors.zoho_books.emulator.call import Answer, Call, Handler
from tallystick.vendors.zoho_books.emulator.errors import ERRORS, Refused
from tallystick.vendors.zoho_books.emulator.evidence import ASSUMED, Noted, Notes, few, undeclared
from tallystick.vendors.zoho_books.emulator.faults import Fault, Faults, Trouble, begin, spoiled
from tallystick.vendors.zoho_books.emulator.firing import fire
from tallystick.vendors.zoho_books.emulator.journal import Journal, NoJournal, Row
from tallystick.vendors.zoho_books.emulator.limits import CALLS_KIND, Limits
from tallystick.vendors.zoho_books.emulator.log import RequestLog
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.parse import EMPTY, Body, parse_body
from tallystick.vendors.zoho_books.emulator.serialise import (
    HEADERS,
    LOCATION_ROOT,
    encode,
    encode_refusal,
    respond,
    write_allow,
)
from tallystick.vendors.zoho_books.emulator.tokens import AccessToken, covers
from tallystick.vendors.zoho_books.emulator.undocumented import Routes
from tallystick.vendors.zoho_books.emulator.validate import validate_body, validate_query
from tallystick.vendors.zoho_books.emulator.wire import Request, Response

LOG: Final = logging.getLogger(__name__)
NOT_YET_HEADER: Final = "X-Tallystick-Not-Yet"
ORGANIZATION_ID_DIGITS_MAX: Final = 20
OWN_REFUSALS: Final = frozenset({"not_yet", "only_assumed"})
"""Refusals that are the sandbox's own, so that nothing is assumed of the vendor."""
Headers = tuple[tuple[str, str], ...]


class Passage:
    """One call on its way: what the steps before have found out. Each step sets what is named after it."""

    __slots__ = (
        "answer",
        "body",
        "changes",
        "fault",
        "fields",
        "handler",
        "headers",
        "ids",
        "limit_headers",
        "location",
        "methods",
        "notes",
        "operation",
        "organization",
        "path",
        "query",
        "request",
        "response",
        "token",
    )

    def __init__(self, request: Request, path: str, location: str) -> None:
        self.request = request
        self.path = path
        self.location = location
        self.query = dict(request.query)
        self.methods: tuple[str, ...] = ()
        self.operation: Operation
        self.ids: dict[str, str] = {}
        self.token: AccessToken
        self.organization: Organization
        self.limit_headers: Headers = ()
        self.handler: Handler
        self.body: Body = EMPTY
        self.fields: dict[str, Any] = {}
        self.notes = Notes()
        self.changes: tuple[Change, ...] = ()
        self.fault: Fault | None = None
        self.answer: Answer
        self.response: Response

    def respond(self, status: int, body: bytes, headers: Headers = ()) -> Response:
        """Return the response with the headers that this call's answer carries, whatever it is."""
        allow = (("Allow", write_allow(self.methods)),) if self.methods else ()
        accepts_gzip = "gzip" in self.request.headers.get("accept-encoding", "")
        told = (*allow, *self.limit_headers, *self.notes.headers(), *headers)
        return respond(status, body, headers=told, accepts_gzip=accepts_gzip)


class Emulator:
    """The vendor's API over a set of organisations."""

    def __init__(
        self,
        operations: Operations,
        handlers: Mapping[tuple[str, str], Handler],
        *,
        accounts: Accounts,
        limits: Limits,
        now: Callable[[], datetime],
        steady: Callable[[], float],
        journal: Journal,
        translate: Callable[[BookRefused], Refused],
        strict: bool = False,
    ) -> None:
        self.operations = Routes(operations)
        self.handlers = handlers
        self.accounts = accounts
        self.limits = limits
        self.organizations: dict[str, Organization] = {}
        self.log = RequestLog()
        self.faults = Faults()
        self.now = now
        self.steady = steady
        self.translate = translate
        self.strict = strict
        self._journal = journal
        self._keeps = not isinstance(journal, NoJournal)

    def organizations_of(self, holder_id: str) -> Sequence[Organization]:
        """Return the organisations an account holder belongs to, the default one first."""
        return [found for found in self.organizations.values() if holder_id in found.settings.members]

    def answer(self, request: Request, path: str, location: str) -> Response:
        """Answer a request for a path below the API's root in one data centre. Never raises."""
        passage = Passage(request, path.rstrip("/"), location)
        passage.notes.strict = self.strict
        passage.methods = self.operations.methods(passage.path)
        if request.method == "OPTIONS" and passage.methods:
            return passage.respond(200, b"")
        try:
            response = self._walk(passage)
        except Refused as refused:
            passage.limit_headers = () if refused.http == 429 else passage.limit_headers
            note_refusal(passage, refused)
            response = passage.respond(refused.http, encode_refusal(refused), refused.headers)
        except Trouble as trouble:
            response = trouble.response
        except Exception:
            # Our mistake, not the caller's: it is logged here whole, and the caller learns only that it happened.
            LOG.exception("The sandbox failed on %s %s", request.method, path)
            response = passage.respond(500, encode_refusal(Refused("internal")))
        self._note(passage, response)
        return response

    def _note(self, passage: Passage, response: Response) -> None:
        organization, operation = getattr(passage, "organization", None), getattr(passage, "operation", None)
        self.log.add(
            passage.request,
            response,
            self.now(),
            organization_id="" if organization is None else organization.id,
            operation="" if operation is None else operation.id,
            changes=passage.changes,
            ignored=tuple(passage.notes.ignored),
            dropped=tuple(passage.notes.dropped),
            assumed=tuple(passage.notes.assumed),
            fault="" if passage.fault is None else str(passage.fault.kind),
        )

    def _walk(self, passage: Passage) -> Response:
        try:
            for step in STEPS:
                step(self, passage)
        except BaseException:
            organization = getattr(passage, "organization", None)
            if organization is not None:
                organization.roll_back()
                self.keep_count(organization)
            raise
        return passage.response

    def keep(self, organization: Organization) -> None:
        """Journal what a call changed and what that fires, then let it stand."""
        fire(self, organization)
        if self._keeps and (rows := [*organization.changed(), *self._count_rows(organization)]):
            self._journal.write(rows)
        organization.commit()

    def keep_count(self, organization: Organization) -> None:
        """Journal that a refused call was counted."""
        if self._keeps and (rows := self._count_rows(organization)):
            self._journal.write(rows)

    def _count_rows(self, organization: Organization) -> list[Row]:
        count = self.limits.days.get(organization.id)
        return [] if count is None else [Row(organization.id, CALLS_KIND, "", count)]


def route(emulator: Emulator, passage: Passage) -> None:
    """Find the operation. Raises Refused (5, or 405 with the methods that do exist)."""
    found = emulator.operations.find(passage.request.method, passage.path)
    if found is None:
        raise Refused("method" if passage.methods else "unknown_route")
    passage.operation, passage.ids = found


def authenticate(emulator: Emulator, passage: Passage) -> None:
    """Find the access token. Raises Refused (14 without one, 57 for a dead one or another data centre's)."""
    text = read_token(passage.request)
    if not text:
        raise Refused("unauthenticated")
    token = emulator.accounts.find_access(text, passage.location)
    if token is None:
        raise Refused("unauthorized")
    passage.token = token


def check_scope(_emulator: Emulator, passage: Passage) -> None:
    """Check that the token covers the operation. Raises Refused (57, the same as a dead token)."""
    if not covers(passage.token.grant.scopes, passage.operation.scopes):
        raise Refused("unauthorized")


def find_organization(emulator: Emulator, passage: Passage) -> None:
    """Find the organisation: the path's, the query's, or the default one. Raises Refused (14, 6041)."""
    user_id = passage.token.grant.user_id
    given = passage.ids.get("organization_id") or passage.query.get("organization_id", "").strip()
    if not given:
        passage.organization = emulator.organizations_of(user_id)[0]
        return
    if not (given.isascii() and given.isdigit() and len(given) <= ORGANIZATION_ID_DIGITS_MAX):
        raise Refused("organization_id")
    found = emulator.organizations.get(given)
    if found is None or user_id not in found.settings.members:
        raise Refused("foreign_organization", organization_id=given)
    passage.organization = found


def check_limits(emulator: Emulator, passage: Passage) -> None:
    """Count the call. Raises Refused (43, 44, 45, 1070)."""
    steady = emulator.steady()
    if is_unscoped(passage.operation):
        emulator.limits.admit_burst(passage.token.grant.user_id, steady=steady)
        return
    organization = passage.organization
    passage.limit_headers = emulator.limits.admit(
        organization.id,
        organization.settings.plan,
        concurrent=passage.request.concurrent,
        steady=steady,
        now=emulator.now().astimezone(organization.zone),
    )


def find_handler(emulator: Emulator, passage: Passage) -> None:
    """Find what emulates the operation. Raises Refused (the reserved code of what is not there yet)."""
    operation = passage.operation
    handler = emulator.handlers.get((operation.method, operation.path))
    if handler is None:
        raise Refused("not_yet", headers=((NOT_YET_HEADER, operation.id),), operation=operation.id)
    passage.handler = handler


def check_evidence(emulator: Emulator, passage: Passage) -> None:
    """In a strict sandbox, note what the operation's row only assumes. Raises Refused when all of it is assumed."""
    if not emulator.strict:
        return
    evidence = getattr(passage.handler, "evidence", "")
    if evidence.startswith(ASSUMED):
        what = f"{passage.operation.method} {passage.operation.path} is answered as it is"
        raise Refused("only_assumed", what=what, why=evidence.removeprefix(f"{ASSUMED}(").removesuffix(")"))
    passage.notes.assumed += [row for row in passage.operation.evidence if row.startswith(ASSUMED)]


def meet_fault(emulator: Emulator, passage: Passage) -> None:
    """Meet the trouble that was asked for. Raises Refused or Trouble when it comes before the call's work."""
    passage.fault = emulator.faults.meet(passage.operation)
    if passage.fault is not None:
        begin(passage.fault)


def parse(_emulator: Emulator, passage: Passage) -> None:
    """Read the body in whatever form it came. Raises Refused (malformed JSON)."""
    if passage.operation.method != "GET":
        passage.body = parse_body(passage.request)


def validate(_emulator: Emulator, passage: Passage) -> None:
    """Check parameters and fields against the operation's data. Raises Refused (2, 11, 15)."""
    validate_query(passage.operation, passage.query)
    passage.fields = validate_body(passage.operation, passage.body)
    if passage.notes.strict:
        passage.notes.dropped = few(undeclared(passage.body.fields, passage.fields))
        passage.query, passage.fields = Noted(passage.query), Noted(passage.fields)


def handle(emulator: Emulator, passage: Passage) -> None:
    """Carry the call out. Raises Refused; a Book's own refusal is put in the vendor's words."""
    organization = passage.organization
    now = emulator.now().astimezone(organization.zone)
    holder = passage.token.grant.user_id
    organization.catch_up(now)
    call = Call(
        operation=passage.operation,
        organization=organization,
        user_id=organization.settings.members[holder],
        holder_id=holder,
        now=now,
        today=now.date(),
        host=emulator,
        ids=passage.ids,
        query=passage.query,
        body=passage.fields,
        files=passage.body.files,
        headers=passage.request.headers,
        notes=passage.notes,
        fault=passage.fault,
    )
    try:
        passage.answer = passage.handler(call)
    except BookRefused as refused:
        raise emulator.translate(refused) from refused
    note_unread(passage)


def serialise(_emulator: Emulator, passage: Passage) -> None:
    """Write the answer as the wire has it."""
    answer = passage.answer
    headers: Headers = (("Location", f"{LOCATION_ROOT}{answer.location}"),) if answer.location else ()
    if answer.raw is not None:
        raw = answer.raw
        passage.response = Response(
            raw.status, (*raw.headers, *HEADERS, *passage.limit_headers, *passage.notes.headers()), raw.body
        )
        return
    body = encode(answer, passage.organization.zone)
    passage.response = passage.respond(answer.status or passage.operation.status, body, headers)


def keep(emulator: Emulator, passage: Passage) -> None:
    """Journal what was changed and counted; only then does the answer leave."""
    passage.changes = passage.organization.pending
    emulator.keep(passage.organization)


def spoil(_emulator: Emulator, passage: Passage) -> None:
    """Spoil the answer of a call whose work is done, when that was asked for."""
    if passage.fault is not None:
        passage.response = spoiled(passage.fault, passage.response)


def note_unread(passage: Passage) -> None:
    """In a strict sandbox, note the parameters and fields of an answered call that nothing read."""
    query, fields, notes = passage.query, passage.fields, passage.notes
    if isinstance(query, Noted) and isinstance(fields, Noted):
        notes.ignored = [name for name in few(query.unread()) if name != "organization_id"]
        notes.dropped = few(chain(notes.dropped, fields.unread()))


def note_refusal(passage: Passage, refused: Refused) -> None:
    """In a strict sandbox, note that the code or the words of a refusal are assumed."""
    evidence = ERRORS[refused.name].evidence
    if passage.notes.strict and evidence.startswith(ASSUMED) and refused.name not in OWN_REFUSALS:
        passage.notes.assumed.append(f"refusal {refused.name}: {evidence}")


def is_unscoped(operation: Operation) -> bool:
    """Say whether an operation belongs to no organisation: it lists or creates them."""
    return operation.path == "/organizations"


STEPS: Final[list[Callable[[Emulator, Passage], None]]] = [
    route,
    authenticate,
    check_scope,
    find_organization,
    check_limits,
    find_handler,
    check_evidence,
    meet_fault,
    parse,
    validate,
    handle,
    serialise,
    keep,
    spoil,
]
