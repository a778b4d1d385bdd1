"""One connection to one vendor: resolves what a caller asks for into an exchange. It never sends and never waits.

The blocking and the awaiting client are two thin shells around it.
"""

from collections.abc import Generator, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

import msgspec

from tallystick import telemetry
from tallystick.model import errors
from tallystick.rest.answer import Answer, Page
from tallystick.rest.auth import Credentials, TokenKeeper
from tallystick.rest.clock import Clock
from tallystick.rest.exchange import Call, exchange
from tallystick.rest.limiter import Limiter
from tallystick.rest.message import Reply, Request, Upload
from tallystick.rest.operation import Operation, Place
from tallystick.rest.operations import Operations
from tallystick.rest.paging import Walk
from tallystick.rest.reading import Reader
from tallystick.rest.refusal import limits_of
from tallystick.rest.request import Layout, encode_body, header_value
from tallystick.rest.retry import Retry
from tallystick.rest.step import Step, Token
from tallystick.rest.vendor import Directory, Vendor

TIMEOUTS_MAX = 3
NAMED_MAX = 20
"""How many organisations an error names in its sentence; all of them are in its `organizations`."""


class Settings(msgspec.Struct, frozen=True):
    """How one connection behaves. Without an `organization_id` the one there is is looked up when first needed.

    `accounts_url` and `api_url` replace the region's hosts; "" means the region's.

    `plan` names a row of the vendor's plans. `wait_seconds_max` bounds all waiting for limits in one call,
    `timeout_seconds` one send, `bytes_max` one response.
    """

    organization_id: str = ""
    region: str = ""
    accounts_url: str = ""
    api_url: str = ""
    plan: str = "unknown"
    wait_seconds_max: float = 90.0
    timeout_seconds: float = 60.0
    bytes_max: int = 64 * 1024 * 1024
    retry: Retry = Retry()


class Question(msgspec.Struct, frozen=True):
    """What a caller asks for, before it is resolved: see `call` of the clients for each field."""

    operation: str
    path: str = ""
    params: Mapping[str, Any] | None = None
    body: Any = None
    files: Mapping[str, Upload] | None = None
    headers: Mapping[str, str] | None = None
    organization_id: str | None = None
    wait_seconds_max: float | None = None
    timeout_seconds: float | None = None
    reference: str = ""
    extra_params: Mapping[str, Any] | None = None


class Kit:
    """What is worked out once for each operation used."""

    __slots__ = ("file", "layout", "needs_organization", "operation", "reader")

    def __init__(self, vendor: Vendor, operation: Operation) -> None:
        self.operation = operation
        self.layout = Layout(operation, vendor.undeclared)
        self.reader = Reader(vendor, operation)
        self.file = operation.result_kind or ("" if operation.result else "*")
        self.needs_organization = any(
            p.name == vendor.organization and p.required and p.place is Place.QUERY for p in operation.parameters
        )


class Listing(msgspec.Struct, frozen=True):
    """A list being walked: the walk, the operation's kit, the path's ids, and the parameters every page has."""

    walk: Walk
    kit: Kit
    ids: dict[str, str]
    params: dict[str, Any]
    question: Question


class Session:
    """A connection's settings, token and limits, and the exchanges made of them."""

    def __init__(
        self,
        vendor: Vendor,
        operations: Operations,
        credentials: Credentials,
        settings: Settings,
        *,
        clock: Clock,
        limiter: Limiter | None = None,
    ) -> None:
        region = vendor.region(settings.region or vendor.regions[0].id)
        accounts_url = (settings.accounts_url or region.accounts_url).rstrip("/")
        api_url = (settings.api_url or region.api_url).rstrip("/").removesuffix(vendor.api_path)
        self.vendor, self.operations, self.settings, self.clock = vendor, operations, settings, clock
        self.keeper = TokenKeeper(
            vendor, credentials, accounts_url=accounts_url, api_url=api_url, fixed=bool(settings.api_url), clock=clock
        )
        # A lease outlives the longest call: it may take the timeout to connect, to write and to be read.
        lease_seconds = (TIMEOUTS_MAX + 1) * settings.timeout_seconds + 60
        self.limiter = limiter or Limiter(vendor, settings.plan, clock=clock, lease_seconds=lease_seconds)
        self.organization_id = settings.organization_id
        self._kits: dict[str, Kit] = {}
        self._prefix = f"{vendor.oauth.header} "

    def call(self, question: Question) -> Generator[Step, Any, Answer]:
        """Return the exchange that answers `question`. InvalidArgument and ConfigurationError come at once."""
        kit, ids = self.resolve(question.operation, question.path)
        file = kit.file or _asked(question)
        reader = kit.reader
        return self._exchange(kit, ids, question, lambda reply: reader.answer(reply, file))

    def listing(self, question: Question, *, pages_max: int, keep_pages: bool) -> "Listing":
        """Return the walk through the pages of a list, ready for its first page."""
        kit, ids = self.resolve(question.operation, question.path)
        paging = self.vendor.paging
        if kit.operation.method != "GET" or not kit.reader.may_have_rows:
            hint = "Use call for a single record."
            raise errors.InvalidArgument(f"{kit.operation.id} is not a list", argument="operation", hint=hint)
        params: dict[str, Any] = {paging.size: paging.size_max, **(question.params or {})}
        first = str(params.get(paging.page) or 1)
        if not first.isdecimal():
            raise errors.InvalidArgument(f"a walk cannot start at page {first!r}", argument=paging.page)
        walk = Walk(self.vendor, kit.operation, first=int(first), pages_max=pages_max, keep_pages=keep_pages)
        return Listing(walk, kit, ids, params, question)

    def page(self, listing: "Listing") -> Generator[Step, Any, Page]:
        """Return the exchange for the page the walk is at."""
        number, reader = listing.walk.number, listing.kit.reader
        asked = msgspec.structs.replace(listing.question, params={**listing.params, self.vendor.paging.page: number})
        return self._exchange(listing.kit, listing.ids, asked, lambda reply: reader.page(reply, number))

    def resolve(self, operation: object, path: object) -> tuple[Kit, dict[str, str]]:
        """Return the operation by its id, or by method and path, with the ids the path holds. Raises UnknownOperation."""
        if not isinstance(operation, str) or not isinstance(path, str):
            hint = "Give the rest by name: call(name, params=..., body=...)."
            raise errors.InvalidArgument("an operation is named by text", argument="operation", hint=hint)
        if not path:
            kit = self._kits.get(operation)
            if kit is not None:
                return kit, {}
            if operation not in self.operations:
                nearest = get_close_matches(operation.lower(), list(self.operations), n=3, cutoff=0.6)
                raise errors.UnknownOperation(
                    f"{self.vendor.name} has no operation {operation!r}", argument="operation", nearest=nearest
                )
            return self._kit(self.operations[operation]), {}
        method = operation.upper()
        plain = "/" + path.removeprefix(self.vendor.api_path).strip("/")
        if "?" in plain or "#" in plain:
            hint = "Put what follows the question mark into params."
            raise errors.InvalidArgument(f"the path {path!r} has a query", argument="path", hint=hint)
        found = self.operations.find(method, plain)
        if found is None:
            self._unknown_path(method, plain)
        row, ids = found
        return self._kits.get(row.id) or self._kit(row), ids

    def _unknown_path(self, method: str, path: str) -> NoReturn:
        methods = self.operations.methods(path)
        if methods:
            raise errors.UnknownOperation(
                f"{self.vendor.name} does not take {method} at {path}", argument="operation", nearest=methods
            )
        paths = {row.path for row in self.operations.index.operations if row.method == method}
        nearest = get_close_matches(path, sorted(paths), n=3, cutoff=0.6)
        raise errors.UnknownOperation(f"{self.vendor.name} has no {method} {path}", argument="path", nearest=nearest)

    def _kit(self, operation: Operation) -> Kit:
        kit = self._kits[operation.id] = Kit(self.vendor, operation)
        return kit

    def _exchange(self, kit: Kit, ids: dict[str, str], question: Question, read: Any) -> Generator[Step, Any, Any]:
        vendor, settings, operation = self.vendor, self.settings, kit.operation
        params = {**ids, **(question.params or {})}
        kit.layout.check(params)
        if question.extra_params:
            params.update(question.extra_params)
        wanted = self.organization_id if question.organization_id is None else question.organization_id
        if wanted:
            params.setdefault(vendor.organization, wanted)
        elif kit.needs_organization and not params.get(vendor.organization):
            return self._choosing_first(kit, ids, question, read)
        headers = {"accept": "*/*" if kit.file or _asked(question) else "application/json"}
        for name, value in (question.headers or {}).items():
            headers[name.lower()] = header_value(name, value)
        address = vendor.api_path + kit.layout.address(params, headers)
        content, kind = encode_body(question.body, question.files, vendor.body_field)
        if kind:
            headers["content-type"] = kind
        prefix, seconds = self._prefix, self._timeout(question)

        def build(token: Token) -> Request:
            headers["authorization"] = prefix + token.value
            return Request(operation.method, token.api_url + address, headers, content, seconds, settings.bytes_max)

        patience = question.wait_seconds_max
        call = Call(
            vendor,
            operation,
            build,
            read,
            settings.retry,
            self.clock.chance,
            settings.wait_seconds_max if patience is None else patience,
            question.reference or _reference(vendor, question.body),
        )
        return self._told(call) if telemetry.debugging() else exchange(call)

    def _timeout(self, question: Question) -> float:
        """Return the seconds that one send may take; a call may stretch them, but not past its lease."""
        usual = self.settings.timeout_seconds
        seconds = usual if question.timeout_seconds is None else question.timeout_seconds
        if not 0 < seconds <= TIMEOUTS_MAX * usual:
            raise errors.InvalidArgument(
                f"timeout_seconds is {seconds:g}, not between 0 and {TIMEOUTS_MAX * usual:g}",
                argument="timeout_seconds",
                hint="Give the client a longer timeout_seconds.",
            )
        return seconds

    def choose(self, name: str = "") -> Generator[Step, Any, dict[str, Any]]:
        """Return the exchange that finds the organisation to speak for and stays with it: one call, one row back.

        `name` is its id or its name; without one there must be exactly one. Raises OrganisationUnclear with all there
        are: the vendor itself would take a default one in silence, and the wrong books are worse than none.
        """
        directory = self.vendor.directory
        if directory is None:
            hint = f"Give {self.vendor.organization}."
            raise errors.ConfigurationError(f"{self.vendor.name} cannot say which organisations there are", hint=hint)
        answer = yield from self.call(Question(directory.operation))
        rows: list[dict[str, Any]] = answer.get(directory.rows) or []
        wanted = name.strip().casefold()
        found = [
            row
            for row in rows
            if not wanted or wanted in (str(row[directory.id]), str(row.get(directory.name, "")).casefold())
        ]
        if len(found) != 1:
            raise _unclear(self.vendor, directory, name, rows)
        self.organization_id = str(found[0][directory.id])
        return found[0]

    def _choosing_first(
        self, kit: Kit, ids: dict[str, str], question: Question, read: Any
    ) -> Generator[Step, Any, Any]:
        """Return the exchange behind the one that finds the only organisation; nobody pays for it twice."""
        if not self.organization_id:
            yield from self.choose()
        named = msgspec.structs.replace(question, organization_id=self.organization_id)
        return (yield from self._exchange(kit, ids, named, read))

    def _told(self, call: Call) -> Generator[Step, Any, Any]:
        """Return the exchange with one line in the log when it ends."""
        seen: list[Reply] = []

        def read(reply: Reply) -> Any:
            seen.append(reply)
            return call.read(reply)

        started = self.clock.monotonic()
        error: errors.TallystickError | None = None
        try:
            return (yield from exchange(msgspec.structs.replace(call, read=read)))
        except errors.TallystickError as raised:
            error = raised
            raise
        finally:
            last = seen[-1] if seen else None
            telemetry.tell_call(
                self.vendor.name,
                call.operation.id,
                status=last.status if last else None,
                code=getattr(error, "code", None) if error else self.vendor.wire.success,
                milliseconds=(self.clock.monotonic() - started) * 1000,
                left=limits_of(self.vendor.wire, last).remaining if last else None,
                request_id=last.headers.get(self.vendor.wire.request_id, "") if last else "",
            )


def _unclear(vendor: Vendor, directory: Directory, name: str, rows: list[dict[str, Any]]) -> errors.OrganisationUnclear:
    """Return the error that names every organisation there is."""
    there = [(str(row[directory.id]), str(row.get(directory.name, ""))) for row in rows]
    told = ", ".join(f"{title} ({number})" for number, title in there[:NAMED_MAX])
    more = f" and {len(there) - NAMED_MAX} more" if len(there) > NAMED_MAX else ""
    if not there:
        message, hint = (
            "the token speaks for no organisation",
            f"Create one at {vendor.name}, or authorise as a member.",
        )
    else:
        message = f"no organisation is called {name!r}" if name else "the token speaks for several organisations"
        hint = f"Give {vendor.organization} of one of these: {told}{more}."
    return errors.OrganisationUnclear(message, organizations=there, hint=hint)


def _asked(question: Question) -> str:
    """Return the media type of a file the caller asks for, "" when JSON will do."""
    wanted = str((question.params or {}).get("accept") or "")
    for name, value in (question.headers or {}).items():
        if name.lower() == "accept":
            wanted = value
    return "" if "json" in wanted else wanted


def _reference(vendor: Vendor, body: Any) -> str:
    """Return what a write can be found by at the vendor, taken from its body."""
    if isinstance(body, Mapping):
        for name in vendor.references:
            if body.get(name):
                return str(body[name])
    return ""
