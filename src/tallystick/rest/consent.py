"""From a program's registration to its tokens: where a person is sent, what they come back with, and what is then asked.

Pure: exchanges are generators of steps, carried out by the drivers. Nothing here sends, waits, listens or keeps.
"""

import hmac
from collections.abc import Generator, Iterable
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from tallystick.model import errors
from tallystick.rest.auth import Credentials, Grant, form_request, grant, is_trusted
from tallystick.rest.clock import Clock
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.operation import Operation
from tallystick.rest.refusal import refusal, unusable
from tallystick.rest.retry import Retry
from tallystick.rest.step import Send, Sleep, Step
from tallystick.rest.vendor import Vendor

ADDRESS_LENGTH_MAX: Final = 8_000
SERVERS_MAX: Final = 100

REDEEM: Final = Operation(id="redeem_code", module="oauth", method="POST", path="")
CREDENTIALS: Final = Operation(id="client_credentials", module="oauth", method="POST", path="")
REVOKE: Final = Operation(id="revoke_token", module="oauth", method="POST", path="")
SERVERS: Final = Operation(id="list_accounts_servers", module="oauth", method="GET", path="")
CONSENT: Final = Operation(id="consent", module="oauth", method="GET", path="")

# The words an authorise address comes back with instead of a code (RFC 6749 §4.1.2.1), and what to do about each.
REFUSALS: Final = {
    "access_denied": "Somebody pressed Reject, or too many codes were asked for. Ask the person again.",
    "invalid_scope": "A scope does not exist or may not be asked for by this client.",
    "unauthorized_client": "This kind of client may not send people here: register a server-based one.",
    "temporarily_unavailable": "The accounts server asks for a pause. Try again later.",
}


class Registration(msgspec.Struct, frozen=True):
    """A program as the vendor's console knows it. `redirect_uri` is empty for one that sends nobody anywhere."""

    client_id: str
    client_secret: str
    redirect_uri: str = ""

    def __repr__(self) -> str:
        return f"Registration(redirect_uri={self.redirect_uri!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("redirect_uri", self.redirect_uri)]


class Consent(msgspec.Struct, frozen=True):
    """Where to send a person. Keep `state` with that person's session: who comes back without it was sent by another."""

    url: str
    state: str
    scopes: tuple[str, ...]


class Returned(msgspec.Struct, frozen=True):
    """What a person came back with: a code to redeem once, at the accounts server of their data centre."""

    code: str
    accounts_url: str

    def __repr__(self) -> str:
        return f"Returned(accounts_url={self.accounts_url!r})"


class Authorisation(msgspec.Struct, frozen=True):
    """What a client is opened with. `region` is empty where the accounts server is none of the vendor's own.

    `refresh_token` is empty for client credentials, whose `scopes` are asked for again at each renewal instead.
    """

    client_id: str
    client_secret: str
    refresh_token: str
    access_token: str
    scopes: tuple[str, ...] = ()
    region: str = ""
    accounts_url: str = ""
    api_url: str = ""

    def arguments(self) -> dict[str, Any]:
        """Return this as arguments of a vendor's Client."""
        own = {name: getattr(self, name) for name in ("client_id", "client_secret", "refresh_token", "access_token")}
        asked = {} if self.refresh_token else {"scopes": self.scopes}
        if self.region:
            return {**own, **asked, "region": self.region}
        return {**own, **asked, "accounts_url": self.accounts_url, "api_url": self.api_url}

    def __repr__(self) -> str:
        return f"Authorisation(region={self.region!r}, accounts_url={self.accounts_url!r}, scopes={self.scopes!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("region", self.region), ("accounts_url", self.accounts_url), ("scopes", self.scopes)]


class Unpaced:
    """Permission to send to the accounts server, which has no window of its own that we could keep here."""

    def settle(self, outcome: Reply | Failure | None) -> None:
        """Let it be."""


UNPACED: Final = Unpaced()


class Flow:
    """The steps of authorising one program. `accounts_url` is "" for the region's, else a sandbox's."""

    def __init__(
        self,
        vendor: Vendor,
        registration: Registration,
        *,
        region: str,
        accounts_url: str,
        clock: Clock,
        retry: Retry = Retry(),  # noqa: B008 - a frozen record
    ) -> None:
        if not registration.client_id or not registration.client_secret:
            hint = f"Register a client in the API console of {vendor.name} and give both."
            raise errors.ConfigurationError("authorising needs client_id and client_secret", hint=hint)
        chosen = vendor.region(region or vendor.regions[0].id)
        self.vendor, self.registration, self.clock, self._retry = vendor, registration, clock, retry
        self._given = accounts_url.rstrip("/")
        self.accounts_url = self._given or chosen.accounts_url

    def ask(self, scopes: Iterable[str], *, state: str = "") -> Consent:
        """Return where to send a person who shall grant `scopes`; the state is drawn unless given."""
        wanted, oauth = tuple(dict.fromkeys(scopes)), self.vendor.oauth
        if not wanted or isinstance(scopes, str):
            hint = "Name the operations you use in scopes_for, and give what it returns."
            raise errors.InvalidArgument("scopes must be a list of one or more", argument="scopes", hint=hint)
        if not self.registration.redirect_uri:
            hint = "Give the one that is registered for the client; a self client has none and redeems a code instead."
            raise errors.ConfigurationError("sending a person to consent needs redirect_uri", hint=hint)
        state = state or self.clock.draw()
        query = {
            "client_id": self.registration.client_id,
            "response_type": "code",
            "redirect_uri": self.registration.redirect_uri,
            "scope": oauth.separator.join(wanted),
            **oauth.consent,
            "state": state,
        }
        return Consent(f"{self.accounts_url}{oauth.authorize_path}?{urlencode(query)}", state, wanted)

    def read(self, address: str, *, state: str) -> Returned:
        """Return what the person came back with; `address` is the one they came to, or its query alone.

        Raises AuthorisationFailed when they refused, when `state` is not theirs, or when the address was forged.
        """
        given = _query(address)
        if given is None:
            raise self._failed(
                "the address holds something twice, or too much", "It was changed on the way: start again."
            )
        word, said = given.get("error", ""), given.get("state", "")
        if not _is_same(said, state) and (said or not word):
            hint = "Somebody else began this, or it began in another session. Start again and use the newest address."
            raise self._failed("the state does not match the one that was sent", hint)
        if word:
            raise self._failed(word, REFUSALS.get(word, "Start again from the authorise address."), code=word)
        if not given.get("code"):
            hint = "Paste the whole address the browser came to, with everything behind the question mark."
            raise self._failed("the address has no code", hint)
        return Returned(given["code"], self._server(given))

    def is_answer(self, address: str, *, state: str) -> bool:
        """Say whether an address holds this state and a code or a refusal."""
        given = _query(address) or {}
        return _is_same(given.get("state", ""), state) and bool(given.get("code") or given.get("error"))

    def finish(self, address: str, *, state: str) -> Generator[Step, Any, Authorisation]:
        """Return the exchange that makes an Authorisation of what a person came back with."""
        returned = self.read(address, state=state)
        return self.redeem(
            returned.code, accounts_url=returned.accounts_url, redirect_uri=self.registration.redirect_uri
        )

    def redeem(
        self, code: str, *, accounts_url: str = "", redirect_uri: str = ""
    ) -> Generator[Step, Any, Authorisation]:
        """Return the exchange that redeems a code, a person's or a self client's from the vendor's console."""
        server = accounts_url or self.accounts_url
        form = {"grant_type": "authorization_code", **self._own(), "code": code.strip()}
        if redirect_uri:
            form["redirect_uri"] = redirect_uri
        got: Grant = yield from self._grant(server, form, REDEEM)
        if not got.refresh_token:
            hint = (
                "The authorise address must ask for offline access and prompt for consent; then every consent brings one. "
                "Use the address that `ask` returns as it is."
            )
            raise self._failed("no refresh token came with the access token", hint)
        return self._authorisation(server, got)

    def client_credentials(self, scopes: Iterable[str], *, service: str = "") -> Generator[Step, Any, Authorisation]:
        """Return the exchange in which the program is granted `scopes` for itself; `service` as in Credentials."""
        own = self.registration
        asked = Credentials(own.client_id, own.client_secret, scopes=tuple(scopes), service=service)
        got: Grant = yield from self._grant(self.accounts_url, asked.form(self.vendor.oauth), CREDENTIALS)
        return self._authorisation(self.accounts_url, got, asked=asked.scopes)

    def revoke(self, token: str, *, accounts_url: str = "") -> Generator[Step, Any, bool]:
        """Return the exchange that ends a refresh token with its access tokens; False when it was dead already."""
        server = accounts_url or self.accounts_url
        form = {**self._own(), "token": token, "token_type": "refresh_token"}
        reply = None
        for path in self.vendor.oauth.revoke_paths:
            reply = yield from self._send(form_request(f"{server}{path}", form), REVOKE)
            word = _word(reply)
            if word is not None:
                break
        else:
            assert reply is not None, "a vendor that can be authorised has an address for revoking"
            raise unusable(self.vendor, REVOKE, reply, "the accounts server did not answer with JSON")
        if word and word != "invalid_code":
            raise self._refused(reply, word)
        return not word

    def servers(self) -> Generator[Step, Any, dict[str, str]]:
        """Return the exchange that asks for the accounts server of every data centre, by location."""
        reply = yield from self._send(Request("GET", f"{self.accounts_url}{self.vendor.oauth.servers_path}"), SERVERS)
        try:
            listed = msgspec.json.decode(reply.content, type=_Servers)
        except (msgspec.DecodeError, RecursionError):
            raise unusable(self.vendor, SERVERS, reply, "the accounts server listed no servers") from None
        return dict(list(listed.locations.items())[:SERVERS_MAX])

    def _own(self) -> dict[str, str]:
        return {"client_id": self.registration.client_id, "client_secret": self.registration.client_secret}

    def _grant(self, server: str, form: dict[str, str], operation: Operation) -> Generator[Step, Any, Grant]:
        oauth = self.vendor.oauth
        request = form_request(f"{server}{oauth.token_path}", form)
        reply = yield from self._send(request, operation)
        return grant(self.vendor, reply, operation=operation, rules=oauth.code_errors)

    def _send(self, request: Request, operation: Operation) -> Generator[Step, Any, Reply]:
        """Send once; again only while the request has certainly not left, because a code works once."""
        for attempt in range(1, self._retry.attempts_max + 1):
            outcome = yield Send(request, UNPACED)
            if isinstance(outcome, Reply):
                return outcome
            if outcome.sent:
                hint = "The accounts server may have acted on it: start again, with a new code if it was one."
                raise errors.VendorUnavailable(
                    outcome.reason, vendor=self.vendor.name, operation=operation.id, hint=hint
                )
            if attempt < self._retry.attempts_max:
                yield Sleep(self._retry.pause(attempt, self.clock.chance()))
        hint = "Check the network and the address of the accounts server."
        raise errors.VendorUnavailable(outcome.reason, vendor=self.vendor.name, operation=operation.id, hint=hint)

    def _server(self, given: dict[str, str]) -> str:
        """Return the accounts server a person's answer names, if it is the vendor's own or below the one given."""
        named = given.get(self.vendor.oauth.server, "").rstrip("/")
        location = given.get(self.vendor.oauth.location, "")
        if self._given and self._given not in {region.accounts_url for region in self.vendor.regions}:
            if not named or _origin(named) == _origin(self._given):
                return named or self._given
        elif not named:
            known = {region.id: region.accounts_url for region in self.vendor.regions}
            return known.get(location, self.accounts_url)
        elif named in {region.accounts_url for region in self.vendor.regions}:
            return named
        hint = (
            "Secrets go to the vendor's own servers only. Start again; if it stays so, give this region's accounts_url."
        )
        raise self._failed(f"the answer names an accounts server that is not the vendor's: {named[:100]}", hint)

    def _authorisation(self, server: str, got: Grant, *, asked: tuple[str, ...] = ()) -> Authorisation:
        region = next((region for region in self.vendor.regions if region.accounts_url == server), None)
        api_url = got.api_domain if got.api_domain and is_trusted(got.api_domain, server) else server
        own = self.registration
        return Authorisation(
            own.client_id,
            own.client_secret,
            got.refresh_token,
            got.access_token,
            asked or got.scopes,
            region.id if region else "",
            server,
            region.api_url if region else api_url,
        )

    def _failed(self, message: str, hint: str, *, code: str | None = None) -> errors.AuthorisationFailed:
        return errors.AuthorisationFailed(message, vendor=self.vendor.name, operation=CONSENT.id, code=code, hint=hint)

    def _refused(self, reply: Reply, word: str) -> errors.VendorError:
        wire = self.vendor.wire
        spoken = msgspec.json.encode({wire.code: word, wire.message: word})
        said = msgspec.structs.replace(reply, content=spoken)
        return refusal(self.vendor, REVOKE, said, rules=self.vendor.oauth.errors)


class _Servers(msgspec.Struct):
    locations: dict[str, str]


class _Word(msgspec.Struct):
    error: str = ""


def _word(reply: Reply) -> str | None:
    """Return the error word of an answer, "" for none, None when it is no JSON."""
    try:
        return msgspec.json.decode(reply.content, type=_Word).error
    except (msgspec.DecodeError, RecursionError):
        return None


def _is_same(said: str, state: str) -> bool:
    return bool(state) and hmac.compare_digest(said.encode(), state.encode())


def _query(address: str) -> dict[str, str] | None:
    """Return the parameters of an address, or None when it holds one twice or is too long to be one."""
    address = address.strip()
    if len(address) > ADDRESS_LENGTH_MAX:
        return None
    query = address.partition("#")[0]
    pairs = parse_qsl(query.partition("?")[2] if "?" in query else query, keep_blank_values=True)
    given = dict(pairs)
    return given if len(given) == len(pairs) else None


def _origin(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc
