"""The sandbox itself: one company's books behind the vendor's API, a clock, a state file, and the way in.

It only puts things together; how a call is answered stands in the emulator, how it is served in server.py.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from tallystick.model.errors import ConfigurationError
from tallystick.sandbox.application import Application
from tallystick.sandbox.clock import Clock
from tallystick.sandbox.company import Company, find_company, read_built_on
from tallystick.sandbox.deliveries import SECONDS, Deliveries, Webhooks
from tallystick.sandbox.destination import LOOPBACK
from tallystick.sandbox.founding import (
    HOLDER,
    found_company,
    found_empty,
    found_foreign,
    opening_of,
    raise_line_cap,
    restore_organizations,
)
from tallystick.sandbox.identity import SecretSource, system_secrets
from tallystick.sandbox.snapshots import Snapshots, copies, take
from tallystick.sandbox.state import ADVICE, State, StateError
from tallystick.sandbox.wanted import Kept, Wanted
from tallystick.vendors.zoho_books.emulator.accounts import Accounts
from tallystick.vendors.zoho_books.emulator.centres import CENTRES, HOME, Addresses
from tallystick.vendors.zoho_books.emulator.consent import check_redirect_uri
from tallystick.vendors.zoho_books.emulator.faults import Faults
from tallystick.vendors.zoho_books.emulator.journal import KINDS, NoJournal, Row
from tallystick.vendors.zoho_books.emulator.limits import CALLS_KIND, DayCount, Limits, LimitSettings
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.path import Emulator
from tallystick.vendors.zoho_books.emulator.readings import check_readings
from tallystick.vendors.zoho_books.emulator.registry import HANDLERS, refuse
from tallystick.vendors.zoho_books.emulator.tokens import Grant, Tokens, TokenSettings
from tallystick.vendors.zoho_books.emulator.undocumented import UNDOCUMENTED
from tallystick.vendors.zoho_books.operations import OPERATIONS

BASE_URL: Final = "http://sandbox.localhost"
"""What a sandbox without a port calls itself."""
REDIRECT_URI: Final = "http://localhost:8000/callback"
"""Where the built-in client may send the user back to, unless others are given."""
FULL_ACCESS: Final = ("ZohoBooks.fullaccess.all", "AaaServer.profile.READ")
EMPTY: Final = "empty"
DEFAULT_COMPANY: Final = "demo"


class Sandbox:
    """A sandbox in this process: `asgi` to call it without sockets, `connection` to log in, a context manager to close.

    `company` is `demo`, `empty` or the path of a company file. `limits` is True for the vendor's limits, False for
    none, or settings. `state` is a file that keeps everything. `today` sets the clock; else it stands at the company's
    last day, or at the real time when it is empty. `line_cap` is the most lines of a document, None the company's own.
    `region` is the data centre the user's account lives in. A `strict` sandbox refuses what it only assumes, and names in
    headers what of a call nothing read. `readings` says how to read what evidence conflicts about. `webhooks` says where
    they may go: `loopback`, `any` (public addresses, too), names of hosts, or a receiver in this process, which is an ASGI
    application or a function of the request; `webhook_seconds` is how long it may take.
    Raises ConfigurationError (CompanyError, StateError).
    """

    def __init__(
        self,
        company: str | Path = "",
        *,
        limits: bool | LimitSettings = True,
        tokens: TokenSettings | None = None,
        state: str | Path | None = None,
        today: date | None = None,
        line_cap: int | None = None,
        region: str = HOME,
        real_hosts: bool = False,
        redirect_uris: tuple[str, ...] = (REDIRECT_URI,),
        strict: bool = False,
        readings: Mapping[str, str] | None = None,
        webhooks: Webhooks = LOOPBACK,
        webhook_seconds: float = SECONDS,
        secrets: SecretSource = system_secrets,
        real: Callable[[], float] | None = None,
    ) -> None:
        if region not in CENTRES:
            raise ConfigurationError(f"there is no data centre {region!r}: give one of {', '.join(CENTRES)}")
        if line_cap is not None and line_cap < 1:
            raise ConfigurationError(f"a document has 1 line or more, so the cap cannot be {line_cap}")
        try:
            check_readings(readings or {})
        except ValueError as error:
            raise ConfigurationError(str(error)) from None
        limit_settings = limits if isinstance(limits, LimitSettings) else LimitSettings(on=limits)
        self._wanted = Wanted(
            company=str(company),
            state=str(state or ""),
            today=today,
            line_cap=line_cap,
            redirect_uris=_check_redirect_uris(redirect_uris),
            limits=limit_settings,
            tokens=msgspec.structs.replace(tokens or TokenSettings(), throttled=limit_settings.on),
            region=region,
            real_hosts=real_hosts,
            strict=strict,
            readings=dict(readings or {}),
        )
        self._secrets, self._real = secrets, real
        self.deliveries = Deliveries(self, webhooks, seconds=webhook_seconds)
        self._state = None if state is None else State(Path(state), KINDS)
        self._build()
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _build(self) -> None:
        """Make the parts and put them together; there is no organisation yet."""
        wanted, journal = self._wanted, self._state or NoJournal()
        self.clock = Clock(self._real)
        self.region = wanted.region
        self.tokens = Tokens(wanted.tokens, secrets=self._secrets, steady=self.clock.steady, journal=journal)
        self.accounts = Accounts(
            self.tokens,
            HOLDER,
            Addresses(BASE_URL, wanted.real_hosts),
            scope_families=_scope_families,
            key=self._secrets(32),
            now_seconds=self.clock.steady,
            home=wanted.region,
        )
        self.emulator = Emulator(
            OPERATIONS,
            HANDLERS,
            accounts=self.accounts,
            limits=Limits(wanted.limits),
            now=self.clock.now,
            steady=self.clock.steady,
            journal=journal,
            translate=refuse,
            strict=wanted.strict,
        )
        self.snapshots = Snapshots()
        self.asgi = Application(self)

    @property
    def url(self) -> str:
        """Where the user's data centre is reached, without a slash at the end."""
        return self.accounts.addresses.local(self.region)

    @property
    def connection(self) -> dict[str, str]:
        """What a client needs to log in: url, organization_id, client_id, client_secret, refresh_token, access_token."""
        kept = self._kept
        return {
            "url": self.url,
            "organization_id": self.organization.id,
            "client_id": kept.client_id,
            "client_secret": kept.client_secret,
            "refresh_token": kept.refresh_token,
            "access_token": self._access_token,
        }

    @property
    def organization(self) -> Organization:
        """The user's default organisation."""
        return self.emulator.organizations_of(HOLDER.id)[0]

    @property
    def faults(self) -> Faults:
        """The trouble that waits for calls; `add` one to have calls go wrong."""
        return self.emulator.faults

    @property
    def attribution(self) -> str:
        """Whom the company's data must be credited to; empty for books of one's own."""
        return self._kept.attribution

    @property
    def company(self) -> str:
        """The company the books began with: a packaged name, or a path."""
        return self._kept.company

    def connection_at(self, url: str) -> dict[str, str]:
        """Let answers name this address (without a slash at the end) as the sandbox's own; return the connection."""
        self.accounts.addresses = msgspec.structs.replace(self.accounts.addresses, base=url)
        return self.connection

    def name_real_hosts(self) -> None:
        """Let answers name the vendor's real hosts, for programs that reach the sandbox under those names."""
        self.accounts.addresses = msgspec.structs.replace(self.accounts.addresses, real_hosts=True)

    def deliver(self) -> list[dict[str, Any]]:
        """Send what webhooks have to deliver by now; return each delivery as it then stands, its attempts included.

        In a running loop, with an ASGI application as receiver, it is `await sandbox.adeliver()`.
        """
        return self.deliveries.deliver()

    async def adeliver(self) -> list[dict[str, Any]]:
        """Do what `deliver` does, awaiting the receivers."""
        return await self.deliveries.adeliver()

    def reset(self) -> None:
        """Begin again with the company as it was at first: books, ids, clock and counters. Clients and tokens stay."""
        self.emulator.faults.clear()
        self._found()
        self._keep_all(self.emulator.organizations, {})

    def snapshot(self, name: str) -> None:
        """Keep everything as it stands under a name, in memory: books, ids, clock and counters.

        Raises SnapshotError when the name is taken or no name, or SNAPSHOTS_MAX are kept already.
        """
        self.snapshots.check_new(name)
        self.snapshots.keep(name, take(self.emulator.organizations, self.clock, self.emulator.limits.days))

    def restore(self, name: str) -> None:
        """Go back to a snapshot; it stays and can be restored again. Clients and tokens stay; no fault waits any more.

        A state file holds what was restored before anything is answered from it. Raises SnapshotError.
        """
        snapshot, clock_state = self.snapshots.find(name), self.clock.state
        organizations = {found.id: found for found in copies(snapshot.organizations, self.clock)}
        self.clock.start(snapshot.now, frozen=snapshot.frozen)
        try:
            self._keep_all(organizations, snapshot.days)
        except BaseException:
            self.clock.state = clock_state
            raise
        self.emulator.faults.clear()
        self._take_over(organizations, snapshot.days)

    def fork(self) -> "Sandbox":
        """Return another sandbox in this process that begins as this one stands, and goes its own way without a file.

        Books, ids, clock, counters, clients and tokens are the same, so this one's connection opens the other too.
        Snapshots and the windows of limits are not taken along.
        """
        made = object.__new__(Sandbox)
        made._wanted = msgspec.structs.replace(self._wanted, state="", strict=self.emulator.strict)
        made._secrets, made._real, made._state = self._secrets, self._real, None
        made.deliveries = self.deliveries.of(made)
        made._build()
        made.clock.state = self.clock.state
        made._kept, made._access_token = self._kept, self._access_token
        for row in self.tokens.rows():
            made.tokens.restore(row)
        organizations = copies(self.emulator.organizations.values(), made.clock)
        made._take_over({found.id: found for found in organizations}, self.emulator.limits.days)
        return made

    def keep_clock(self) -> None:
        """Journal where the clock stands, after it was moved."""
        if self._state is not None:
            self._state.write([Row("", "clock", "", self.clock.state)])

    def close(self) -> None:
        """Let go of the state file. Everything acknowledged is in it already."""
        if self._state is not None:
            self._state.close()
            self._state = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        rows = [] if self._state is None else list(self._state.rows())
        if rows:
            self._restore(rows)
        else:
            self._kept = Kept(company=self._wanted.company or DEFAULT_COMPANY)
            self._found()
        self._connect()
        if rows:
            self.keep_clock()
        else:
            self._keep_all(self.emulator.organizations, {})

    def _found(self) -> None:
        wanted, clock, organizations = self._wanted, self.clock, self.emulator.organizations
        organizations.clear()
        self.emulator.limits.days.clear()
        if self._kept.company == EMPTY:
            clock.start(clock.real_now())
            own, at = found_empty(clock, line_cap=wanted.line_cap), clock.now()
        else:
            path, is_packaged = find_company(self._kept.company)
            company = Company(path, built_on=read_built_on() if is_packaged else None)
            self._kept = msgspec.structs.replace(self._kept, attribution=company.header.attribution)
            own, at = found_company(company, clock, line_cap=wanted.line_cap)
        clock.start(at)
        foreign = found_foreign(clock)
        organizations.update({own.id: own, foreign.id: foreign})
        self._set_readings()
        self._set_today()

    def _restore(self, rows: list[Row]) -> None:
        alone = {row.kind: row.value for row in rows if not row.scope and row.kind in {"sandbox", "clock"}}
        if "sandbox" not in alone or "clock" not in alone:
            raise StateError(f"{self._wanted.state} lacks its own description. {ADVICE}")
        self._kept, self.clock.state = alone["sandbox"], alone["clock"]
        if self._wanted.company not in {"", self._kept.company}:
            raise StateError(
                f"{self._wanted.state} holds the books of company {self._kept.company!r}, not of"
                f" {self._wanted.company!r}: leave --company out, or choose another --state file."
            )
        try:
            self.emulator.organizations.update(restore_organizations(rows, self.clock))
        except (KeyError, StopIteration, ValueError, AssertionError) as error:
            raise StateError(f"{self._wanted.state} contradicts itself: {error!r}. {ADVICE}") from None
        for row in rows:
            self.tokens.restore(row)
            if row.kind == CALLS_KIND:
                self.emulator.limits.days[row.scope] = row.value
        if self._wanted.line_cap is not None:
            raise_line_cap(self.organization, self._wanted.line_cap)
            self.emulator.keep(self.organization)
        self._set_readings()
        self._set_today()

    def read_as(self, readings: Mapping[str, str]) -> None:
        """Read questions about which evidence conflicts in these ways from now on, in every organisation.

        Raises ValueError, saying what there is, for a reading or choice there is not; then nothing has changed.
        """
        check_readings(readings)
        for organization in self.emulator.organizations.values():
            chosen = {**organization.settings.readings, **readings}
            organization.set_settings(msgspec.structs.replace(organization.settings, readings=chosen))
            self.emulator.keep(organization)

    def _set_readings(self) -> None:
        if self._wanted.readings:
            self.read_as(self._wanted.readings)

    def _set_today(self) -> None:
        if self._wanted.today is not None:
            self.clock.set(opening_of(self._wanted.today, self.organization.zone))

    def _connect(self) -> None:
        kept, tokens = self._kept, self.tokens
        secret = kept.client_secret
        client = tokens.clients.get(kept.client_id)
        if client is None:
            client, secret = tokens.register("Tallystick sandbox", user_id=HOLDER.id, kind="server")
        uris = tuple(dict.fromkeys((*client.redirect_uris, *self._wanted.redirect_uris)))
        tokens.set_redirect_uris(client, uris)
        grant = Grant(client.id, HOLDER.id, FULL_ACCESS, self.region)
        held = tokens.find_refresh(kept.refresh_token)
        is_good = held is not None and held.grant == grant
        self._access_token, refresh = tokens.connect(grant, refresh=kept.refresh_token if is_good else "")
        self._kept = msgspec.structs.replace(kept, client_id=client.id, client_secret=secret, refresh_token=refresh)
        if self._state is not None:
            self._state.write([Row("", "sandbox", "", self._kept)])

    def _take_over(self, organizations: Mapping[str, Organization], days: Mapping[str, DayCount]) -> None:
        """Put other organisations and counters in place of those there are; lists go with the organisations."""
        self.emulator.organizations.clear()
        self.emulator.organizations.update(organizations)
        self.emulator.limits.days.clear()
        self.emulator.limits.days.update(days)

    def _keep_all(self, organizations: Mapping[str, Organization], days: Mapping[str, DayCount]) -> None:
        if self._state is None:
            return
        own = [Row("", "sandbox", "", self._kept), Row("", "clock", "", self.clock.state)]
        counted = [Row(identity, CALLS_KIND, "", count) for identity, count in days.items()]
        documents = [row for found in organizations.values() for row in found.rows()]
        self._state.replace([*own, *self.tokens.rows(), *documents, *counted])


def _check_redirect_uris(uris: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return tuple(check_redirect_uri(uri) for uri in uris)
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


@cache
def _scope_families() -> frozenset[str]:
    """Return the scope families of the vendor's operations, in lower case."""
    operations = chain((OPERATIONS[identity] for identity in OPERATIONS), UNDOCUMENTED)
    return frozenset(scope.split(".")[1].lower() for operation in operations for scope in operation.scopes)
