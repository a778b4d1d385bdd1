"""The vendor's accounts server: consent, tokens, revocation, who the user is. It keeps nothing itself (tokens.py does).

Errors of the token endpoint come with HTTP 200 and an `error` key, as recorded; only its throttle answers 400.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.centres import CENTRES, Addresses
from tallystick.vendors.zoho_books.emulator.consent import (
    FIELDS,
    TICKET_SECONDS,
    Asked,
    ask_page,
    find_mistake,
    is_scope,
    is_signed,
    mistake_page,
    send_back,
    sign,
)
from tallystick.vendors.zoho_books.emulator.journal import KINDS
from tallystick.vendors.zoho_books.emulator.tokens import AccessToken, Client, Grant, Throttled, Tokens
from tallystick.vendors.zoho_books.emulator.wire import Request, Response, read_pairs

THROTTLED: Final = {
    "error_description": "You have made too many requests continuously. Please try again after some time.",
    "error": "Access Denied",
    "status": "failure",
}
_JSON: Final = (
    ("Content-Type", "application/json;charset=UTF-8"),
    ("Cache-Control", "no-store"),
    ("Pragma", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    ("Server", "ZGS"),
)


class AccountHolder(msgspec.Struct, frozen=True):
    """A user of the accounts server."""

    id: str
    email: str
    first_name: str
    last_name: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


KINDS["holder"] = AccountHolder


class Refusal(Exception):
    """The token endpoint's refusal: its `error` word."""


def read_token(request: Request) -> str:
    """Return the token of a request's Authorization header, empty when it has no usable one."""
    scheme, _, token = request.headers.get("authorization", "").strip().partition(" ")
    return token.strip() if scheme.lower() in {"zoho-oauthtoken", "bearer"} else ""


class Accounts:
    """The accounts server of every data centre, for one signed-in user."""

    def __init__(
        self,
        tokens: Tokens,
        holder: AccountHolder,
        addresses: Addresses,
        *,
        scope_families: Callable[[], frozenset[str]],
        key: str,
        now_seconds: Callable[[], float],
        home: str,
    ) -> None:
        self.tokens = tokens
        self.holder = holder
        self.addresses = addresses
        self._families = scope_families
        self._key = key
        self._now = now_seconds
        self._home = home
        self._routes: dict[str, dict[str, Callable[[Request, str], Response]]] = {
            "/oauth/v2/auth": {"GET": self._ask, "POST": self._decide},
            "/oauth/v2/token": {"POST": self._token},
            "/oauth/v2/token/revoke": {"POST": self._revoke},
            "/oauth/v2/revoke/token": {"POST": self._revoke},
            "/oauth/user/info": {"GET": self._user_info},
            "/oauth/serverinfo": {"GET": self._server_info},
        }

    def answer(self, request: Request, path: str, location: str) -> Response:
        """Answer a request for a path of the accounts server in one data centre."""
        methods = self._routes.get(path.rstrip("/"))
        if methods is None:
            return mistake_page("There is no such page on the accounts server.", status=404)
        handler = methods.get(request.method)
        if handler is None:
            allow = ("Allow", ", ".join(methods))
            return _json({"error": "invalid_request", "error_description": "method"}, status=400, headers=(allow,))
        try:
            return handler(request, location)
        except Refusal as refusal:
            return _json({"error": str(refusal)})
        except Throttled:
            return _json(THROTTLED, status=400)
        except ValueError:
            return _json({"error": "invalid_request"}, status=400)

    def find_access(self, token: str, location: str) -> AccessToken | None:
        """Return the live access token that a text is in one data centre, or None."""
        found = self.tokens.find_access(token)
        return found if found and found.grant.location == location else None

    def check_scopes(self, text: str) -> tuple[str, ...]:
        """Return the scopes a text names. Raises ValueError when it names none, or one that does not exist."""
        scopes = Asked(scope=text).scopes
        wrong = [scope for scope in scopes if not is_scope(scope, self._families())]
        if wrong or not scopes:
            raise ValueError(f"{', '.join(wrong) or 'an empty text'} is no scope: write ZohoBooks.invoices.READ")
        return scopes

    def _ask(self, request: Request, location: str) -> Response:
        asked = _read_asked(dict(request.query))
        client = self.tokens.clients.get(asked.client_id)
        mistake = find_mistake(asked, client, self._families())
        if mistake or client is None:
            return mistake_page(mistake)
        if asked.prompt != "consent" and self.tokens.has_consent(self._grant(asked, location)):
            return self._give(asked, location, offline=False)
        ticket = sign(asked, key=self._key, location=location, expires_at=int(self._now()) + TICKET_SECONDS)
        return ask_page(asked, client, user=self.holder.name, ticket=ticket, action=request.path)

    def _decide(self, request: Request, location: str) -> Response:
        form = dict(_read_form(request))
        asked = _read_asked(form)
        mistake = find_mistake(asked, self.tokens.clients.get(asked.client_id), self._families())
        if mistake:
            return mistake_page(mistake)
        if not is_signed(form.get("ticket", ""), asked, key=self._key, location=location, now=self._now()):
            return mistake_page(
                "This page is too old, or was not opened here. Start again from the program.", status=403
            )
        if form.get("decision") != "accept":
            return send_back(asked.redirect_uri, {"error": "access_denied", **_state(asked)})
        self.tokens.consent(self._grant(asked, location))
        return self._give(asked, location, offline=asked.access_type == "offline")

    def _give(self, asked: Asked, location: str, *, offline: bool) -> Response:
        grant = self._grant(asked, location)
        names = {"location": grant.location, "accounts-server": self.addresses.accounts(grant.location)}
        try:
            if asked.response_type == "token":
                token = self._issued(self.tokens.issue(grant), grant)
                return send_back(asked.redirect_uri, {**token, **names, **_state(asked)}, fragment=True)
            code = self.tokens.grant_code(grant, redirect_uri=asked.redirect_uri, offline=offline)
        except Throttled:
            return send_back(asked.redirect_uri, {"error": "access_denied", **_state(asked)})
        return send_back(asked.redirect_uri, {"code": code, **names, **_state(asked)})

    def _grant(self, asked: Asked, location: str) -> Grant:
        # Consent given at the first data centre belongs to the centre the user's account lives in.
        centre = self._home if location == next(iter(CENTRES)) else location
        return Grant(asked.client_id, self.holder.id, asked.scopes, centre)

    def _token(self, request: Request, location: str) -> Response:
        given = dict((*request.query, *_read_form(request)))
        grants = {
            "authorization_code": self._by_code,
            "refresh_token": self._by_refresh,
            "client_credentials": self._by_client,
        }
        exchange = grants.get(given.get("grant_type", ""))
        if exchange is None:
            word = "unsupported_grant_type" if given.get("grant_type") else "invalid_request"
            return _json({"error": word}, status=400)
        client = self._client(request, given)
        return _json(exchange(client, given, location))

    def _by_code(self, client: Client, given: dict[str, str], location: str) -> dict[str, Any]:
        code = given.get("code", "")
        held = self.tokens.find_code(code)
        if held is None or held.grant.client_id != client.id:
            raise Refusal("invalid_code")
        _check_centre(held.grant, location)
        if held.redirect_uri and given.get("redirect_uri", "") != held.redirect_uri:
            raise Refusal("invalid_redirect_uri")
        access, refresh = self.tokens.exchange(code)
        answer = self._issued(access, held.grant)
        return {"access_token": access, "refresh_token": refresh, **answer} if refresh else answer

    def _by_refresh(self, client: Client, given: dict[str, str], location: str) -> dict[str, Any]:
        token = given.get("refresh_token", "")
        held = self.tokens.find_refresh(token)
        if held is None or held.grant.client_id != client.id:
            raise Refusal("invalid_code")
        _check_centre(held.grant, location)
        return self._issued(self.tokens.refresh(token), held.grant)

    def _by_client(self, client: Client, given: dict[str, str], location: str) -> dict[str, Any]:
        try:
            scopes = self.check_scopes(given.get("scope", ""))
        except ValueError:
            raise Refusal("invalid_scope") from None
        grant = Grant(client.id, client.user_id, scopes, location)
        return self._issued(self.tokens.issue(grant), grant)

    def _client(self, request: Request, given: dict[str, str]) -> Client:
        id_, secret = _read_basic(request) or (given.get("client_id", ""), given.get("client_secret", ""))
        client = self.tokens.clients.get(id_)
        if client is None:
            raise Refusal("invalid_client")
        if not self.tokens.is_secret_of(client, secret):
            raise Refusal("invalid_client_secret")
        return client

    def _issued(self, access: str, grant: Grant) -> dict[str, Any]:
        return {
            "access_token": access,
            "scope": " ".join(grant.scopes),
            "api_domain": self.addresses.api(grant.location),
            "token_type": "Bearer",
            "expires_in": self.tokens.settings.access_seconds,
        }

    def _revoke(self, request: Request, _location: str) -> Response:
        given = dict((*request.query, *_read_form(request)))
        token = given.get("token", "")
        if not token or not self.tokens.revoke(token):
            return _json({"status": "failure", "error": "invalid_code"})
        return _json({"status": "success"})

    def _user_info(self, request: Request, location: str) -> Response:
        if self.find_access(read_token(request), location) is None:
            return _json({"response": "error", "cause": "INVALID_OAUTHTOKEN"}, status=401)
        holder = self.holder
        return _json(
            {
                "First_Name": holder.first_name,
                "Email": holder.email,
                "Last_Name": holder.last_name,
                "Display_Name": holder.name,
                "ZUID": int(holder.id),
            }
        )

    def _server_info(self, _request: Request, _location: str) -> Response:
        return _json({"result": "success", "locations": {name: self.addresses.accounts(name) for name in CENTRES}})


def _check_centre(grant: Grant, location: str) -> None:
    # A client is not known where its grant does not live: that is how the wrong data centre shows.
    if grant.location != location:
        raise Refusal("invalid_client")


def _read_asked(given: dict[str, str]) -> Asked:
    return Asked(**{name: given[name] for name in FIELDS if name in given})


def _read_form(request: Request) -> tuple[tuple[str, str], ...]:
    try:
        return read_pairs(request.body.decode())
    except UnicodeDecodeError:
        raise ValueError("the form is not UTF-8") from None


def _read_basic(request: Request) -> tuple[str, str] | None:
    scheme, _, coded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        id_, _, secret = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refusal("invalid_client") from None
    return id_, secret


def _state(asked: Asked) -> dict[str, str]:
    return {"state": asked.state} if asked.state else {}


def _json(value: dict[str, Any], *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    return Response(status, (*_JSON, *headers), msgspec.json.encode(value))
