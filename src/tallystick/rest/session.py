"""One connection to one vendor: resolves what a caller asks for into an exchange. It never sends and never waits.

The blocking and the awaiting client are two thin shells around it.
"""

from collections.abc import Generator, Mapping
from typing import Any

import msgspec

from tallystick import telemetry
from tallystick.model import errors
from tallystick.rest.answer import Answer, Page
from tallystick.rest.auth import Credentials, TokenKeeper
from tallystick.rest.body import encode_body
from tallystick.rest.clock import Clock
from tallystick.rest.custom_fields import FieldNames
from tallystick.rest.exchange import Call, exchange
from tallystick.rest.kit import Kit, Kits
from tallystick.rest.limiter import Limiter
from tallystick.rest.message import Reply, Request, Sink, Upload
from tallystick.rest.operations import Operations
from tallystick.rest.organizations import pick
from tallystick.rest.paging import Walk
from tallystick.rest.refusal import limits_of
from tallystick.rest.request import header_value
from tallystick.rest.retry import Retry
from tallystick.rest.step import Step, Token
from tallystick.rest.stray import find_strays, refuse, warn
from tallystick.rest.vendor import Vendor

TIMEOUTS_MAX = 3


class Settings(msgspec.Struct, frozen=True):
    """How one connection behaves. Without an `organization_id` the one there is is looked up when first needed.

    `accounts_url` and `api_url` replace the region's hosts; "" means the region's.

    `plan` names a row of the vendor's plans. `wait_seconds_max` bounds all waiting for limits in one call,
    `timeout_seconds` one send, `bytes_max` one response. `strict` refuses body fields that an operation does not have.
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
    strict: bool = False


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
    sink: Sink | None = None
    bytes_max: int | None = None


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
        self._kits = Kits(vendor, operations)
        self._field_names = FieldNames(vendor.custom_fields) if vendor.custom_fields else None
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
        return self._kits.resolve(operation, path)

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
        body = question.body
        if body is not None or question.files:
            names = self._field_names
            if names and isinstance(body, Mapping) and isinstance(body.get(names.rules.body), Mapping):
                return self._naming_fields(kit, ids, question, read, names)
            self._check_body(kit, question)
        headers = {"accept": "*/*" if kit.file or question.sink or _asked(question) else "application/json"}
        for name, value in (question.headers or {}).items():
            headers[name.lower()] = header_value(name, value)
        address = vendor.api_path + kit.layout.address(params, headers)
        if body is not None or question.files:
            content, headers["content-type"] = encode_body(
                body, question.files, vendor.body_field, self.clock.draw() if question.files else ""
            )
        else:
            content = b""
        prefix, seconds, sink = self._prefix, self._timeout(question), question.sink
        most = settings.bytes_max if question.bytes_max is None else question.bytes_max

        def build(token: Token) -> Request:
            headers["authorization"] = prefix + token.value
            return Request(operation.method, token.api_url + address, headers, content, seconds, most, sink)

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
        return self._told(call) if telemetry.watching() else exchange(call)

    def _check_body(self, kit: Kit, question: Question) -> None:
        """Warn of body fields that the operation does not have, once each; a strict session raises UnknownFields."""
        operation = kit.operation
        # Only an operation made for files says which it takes; others take some beside their JSON.
        files = question.files if operation.body_kind == "multipart" else None
        strays = find_strays(kit.fields, operation.id, question.body, files, self.vendor.field_advice)
        if strays and self.settings.strict:
            raise refuse(self.vendor, operation.id, strays)
        if strays:
            warn(self.vendor, operation.id, strays, kit.told)

    def _naming_fields(
        self, kit: Kit, ids: dict[str, str], question: Question, read: Any, names: FieldNames
    ) -> Generator[Step, Any, Any]:
        """Return the exchange behind the one that finds the ids of custom fields, when they are not known yet."""
        organization_id = str(question.organization_id or self.organization_id)
        wanted = Question("", organization_id=organization_id, wait_seconds_max=question.wait_seconds_max)
        look_up_kit = self._kits.kit(names.rules.operation)

        def look_up(params: dict[str, Any]) -> Generator[Step, Any, Answer]:
            reader = look_up_kit.reader
            asked = msgspec.structs.replace(wanted, params=params)
            return self._exchange(look_up_kit, {}, asked, lambda reply: reader.answer(reply, ""))

        given = question.body[names.rules.body]
        rows = yield from names.resolve(given, kit.operation.module, kit.operation.id, organization_id, look_up)
        named = msgspec.structs.replace(question, body={**question.body, names.rules.body: rows})
        return (yield from self._exchange(kit, ids, named, read))

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
        row = pick(self.vendor, directory, name, answer.get(directory.rows) or [])
        self.organization_id = str(row[directory.id])
        return row

    def _choosing_first(
        self, kit: Kit, ids: dict[str, str], question: Question, read: Any
    ) -> Generator[Step, Any, Any]:
        """Return the exchange behind the one that finds the only organisation; nobody pays for it twice."""
        if not self.organization_id:
            yield from self.choose()
        named = msgspec.structs.replace(question, organization_id=self.organization_id)
        return (yield from self._exchange(kit, ids, named, read))

    def _told(self, call: Call) -> Generator[Step, Any, Any]:
        """Return the exchange with a span around it and one line in the log when it ends."""
        seen: list[Reply] = []

        def read(reply: Reply) -> Any:
            seen.append(reply)
            return call.read(reply)

        vendor, operation = self.vendor, call.operation
        template = vendor.api_path + operation.path
        span = telemetry.open_span(vendor.name, operation.id, method=operation.method, template=template)
        started = self.clock.monotonic()
        error: BaseException | None = None
        try:
            return (yield from exchange(msgspec.structs.replace(call, read=read)))
        except BaseException as raised:
            error = raised
            raise
        finally:
            last = seen[-1] if seen else None
            ended: dict[str, Any] = {
                "status": last.status if last else None,
                "code": getattr(error, "code", None) if error else vendor.wire.success,
                "left": limits_of(vendor.wire, last).remaining if last else None,
                "request_id": last.headers.get(vendor.wire.request_id, "") if last else "",
            }
            telemetry.close_span(span, **ended, error=error)
            milliseconds = (self.clock.monotonic() - started) * 1000
            telemetry.tell_call(vendor.name, operation.id, **ended, milliseconds=milliseconds)


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
