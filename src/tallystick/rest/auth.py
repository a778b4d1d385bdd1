"""The keeper of one connection's token: renews it early, one caller at a time, within the vendor's bounds.

It answers Authorize and never sends. It holds secrets in memory and tells them to nobody but the token endpoint.
"""

import threading
from collections import deque
from collections.abc import Mapping
from functools import partial
from typing import Any, NoReturn
from urllib.parse import urlencode, urlsplit

import msgspec

from tallystick.model import errors
from tallystick.rest.clock import Clock
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.operation import Operation
from tallystick.rest.refusal import DOWN, refusal, unusable
from tallystick.rest.step import Refresh, Token, Wait
from tallystick.rest.vendor import ErrorRule, OAuth, Vendor
from tallystick.telemetry import redact

POLL_SECONDS = 0.05
SHY_SECONDS = 30.0
SEND_SECONDS = 30.0
ERRAND_SECONDS = 3 * SEND_SECONDS
REFRESH = Operation(id="refresh_token", module="oauth", method="POST", path="")
FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}


class Credentials(msgspec.Struct, frozen=True):
    """What a connection is opened with. A lone `access_token` serves until it ends, the other three renew it.

    Without a `refresh_token`, `scopes` are what the client itself is granted (client credentials); `service` names the
    organisation in such a grant, where the vendor wants that.
    """

    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""
    access_token: str = ""
    scopes: tuple[str, ...] = ()
    service: str = ""

    @property
    def renewable(self) -> bool:
        """Whether a new access token can be fetched."""
        return bool(self.client_id and self.client_secret and (self.refresh_token or self.scopes))

    def form(self, oauth: OAuth) -> dict[str, str]:
        """Return what the token endpoint is sent for a new access token."""
        own = {"client_id": self.client_id, "client_secret": self.client_secret}
        if self.refresh_token:
            return {"grant_type": "refresh_token", **own, "refresh_token": self.refresh_token}
        asked = {"scope": oauth.separator.join(self.scopes)}
        if self.service:
            asked[oauth.service] = self.service
        return {"grant_type": "client_credentials", **own, **asked}

    def __repr__(self) -> str:
        return f"Credentials(renewable={self.renewable})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("renewable", self.renewable)]


class Grant(msgspec.Struct, frozen=True):
    """What the token endpoint gave: a token, how long it lives, and where it is good ("" when unsaid).

    `refresh_token` comes with a redeemed code only, and `scopes` where the endpoint names them.
    """

    access_token: str
    lifetime_seconds: float
    api_domain: str = ""
    refresh_token: str = ""
    scopes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Grant(lifetime_seconds={self.lifetime_seconds:g}, api_domain={self.api_domain!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("lifetime_seconds", self.lifetime_seconds), ("api_domain", self.api_domain)]


class Granting(msgspec.Struct):
    """The body of a token answer, as tolerant as the wire needs. Errors come with HTTP 200 too."""

    access_token: str = ""
    refresh_token: str = ""
    scope: str = ""
    expires_in: int | str = ""
    expires_in_sec: int | str = ""
    api_domain: str = ""
    error: str = ""
    error_description: str = ""


class TokenKeeper:
    """Answers Authorize for one connection. Safe across threads and tasks; every method returns at once.

    `api_url` fixes where calls go; without it the token answer's `api_domain` decides, the region's host until then.
    """

    def __init__(
        self, vendor: Vendor, credentials: Credentials, *, accounts_url: str, api_url: str, fixed: bool, clock: Clock
    ) -> None:
        self._vendor, self._credentials, self._clock = vendor, credentials, clock
        self._accounts_url, self._fixed = accounts_url, fixed
        self._lock = threading.Lock()
        self._token = Token(credentials.access_token, api_url) if credentials.access_token else None
        self._api_url = api_url
        self._granted_at, self._ends = float("-inf"), float("inf")
        self._failed_at = float("-inf")
        self._revoked: errors.AuthorisationRevoked | None = None
        self._renewals: deque[float] = deque(maxlen=vendor.oauth.refreshes_max)
        self._throttled_until = float("-inf")
        self._leader: Errand | None = None

    def renewed(self) -> str:
        """Return the access token if it was fetched here, to be kept for other processes; "" otherwise."""
        with self._lock:
            return self._token.value if self._token is not None and self._token.granted else ""

    def ask(self, refused: str = "") -> Token | Refresh | Wait:
        """Return a token, the task of fetching one, or how long to wait for somebody else who does.

        `refused` is a token the vendor has just turned away: it is renewed, unless it is too young to have ended, or
        cannot be renewed; then it is answered again and the caller knows. Raises AuthorisationRevoked for ever after
        the vendor has once said so, ConfigurationError when there is nothing to authorise with.
        """
        with self._lock:
            now, oauth, token = self._clock.monotonic(), self._vendor.oauth, self._token
            rejected = token is not None and token.value == refused
            if token is not None and not rejected and now < self._ends - oauth.early_seconds:
                return token
            if not self._credentials.renewable:
                return token or self._nothing()
            if self._revoked is not None:
                raise _revoked_again(self._revoked)
            if token is not None and rejected and now - self._granted_at < oauth.fresh_seconds:
                return token
            return self._renew(now, token if now < self._ends else None, rejected=rejected)

    def _renew(self, now: float, alive: Token | None, *, rejected: bool) -> Token | Refresh | Wait:
        """Return the task of renewing, unless somebody has it or the endpoint wants a pause; then what still serves."""
        busy = self._leader is not None and now < self._leader.ends
        held = self._throttle(now)
        shy = now < self._failed_at + SHY_SECONDS
        if alive is not None and (held or ((busy or shy) and not rejected)):
            return alive
        if busy:
            return Wait(POLL_SECONDS, "token")
        if held:
            return Wait(held, "token")
        self._leader = errand = Errand(self, now + ERRAND_SECONDS)
        return Refresh(self._request(), errand, partial(grant, self._vendor))

    def settle(self, errand: "Errand", outcome: Reply | Failure | None) -> None:
        """Keep what the token endpoint answered."""
        with self._lock:
            now, oauth = self._clock.monotonic(), self._vendor.oauth
            if self._leader is errand:
                self._leader = None
            self._failed_at = now
            if outcome is None or (isinstance(outcome, Failure) and not outcome.sent):
                return
            self._renewals.append(now)
            try:
                got = grant(self._vendor, outcome)
            except errors.AuthorisationRevoked as error:
                self._revoked = error
            except errors.RateLimited as error:
                self._throttled_until = now + error.retry_after_seconds
            except errors.VendorError:
                return  # the exchange that fetched it raises; the next one may try again within the bound
            else:
                if got.api_domain and not self._fixed and is_trusted(got.api_domain, self._accounts_url):
                    self._api_url = got.api_domain.rstrip("/")
                self._token = Token(got.access_token, self._api_url, granted=True)
                self._granted_at, self._failed_at = now, float("-inf")
                # A token that lives shorter than the early margin is used for half its life, not renewed for ever.
                self._ends = now + max(got.lifetime_seconds, oauth.early_seconds + got.lifetime_seconds / 2)

    def _throttle(self, now: float) -> float:
        """Seconds until the token endpoint may be asked again, 0 when it may now."""
        window = self._vendor.oauth.refreshes_window_seconds
        full = len(self._renewals) == self._renewals.maxlen
        return max(0.0, self._throttled_until - now, self._renewals[0] + window - now if full else 0.0)

    def _request(self) -> Request:
        oauth = self._vendor.oauth
        return form_request(f"{self._accounts_url}{oauth.token_path}", self._credentials.form(oauth))

    def _nothing(self) -> NoReturn:
        raise errors.ConfigurationError(
            f"there is nothing to authorise with at {self._vendor.name}",
            hint="Give client_id, client_secret and refresh_token, or an access_token; `tallystick authorize` fetches them.",
        )


class Errand:
    """The task of fetching one token. It lapses at `ends`, so that a caller who vanishes blocks nobody for ever."""

    __slots__ = ("ends", "keeper")

    def __init__(self, keeper: TokenKeeper, ends: float) -> None:
        self.keeper, self.ends = keeper, ends

    def settle(self, outcome: Reply | Failure | None) -> None:
        """Hand the answer to the keeper."""
        self.keeper.settle(self, outcome)


def form_request(url: str, form: Mapping[str, str]) -> Request:
    """Return a request of the accounts server: everything stands in the body, where no log of addresses sees it."""
    return Request("POST", url, FORM, urlencode(form).encode("ascii"), timeout_seconds=SEND_SECONDS, bytes_max=1 << 20)


def is_trusted(api_domain: str, accounts_url: str) -> bool:
    """Say whether a token may go there: over https, or to the very server that gave it (a sandbox on this machine)."""
    url, accounts = urlsplit(api_domain), urlsplit(accounts_url)
    return url.scheme == "https" or (url.scheme, url.netloc) == (accounts.scheme, accounts.netloc)


def grant(
    vendor: Vendor, reply: Reply | Failure, *, operation: Operation = REFRESH, rules: tuple[ErrorRule, ...] = ()
) -> Grant:
    """Return what the token endpoint's answer means: a Grant, or a raised VendorError. Secrets in a body are redacted.

    `operation` is what was being done, `rules` what the endpoint's words mean before the vendor's usual meanings.
    """
    rules = (*rules, *vendor.oauth.errors)
    if isinstance(reply, Failure):
        hint = "Check the network and the accounts server."
        raise errors.VendorUnavailable(reply.reason, vendor=vendor.name, operation=operation.id, hint=hint)
    said = msgspec.structs.replace(reply, content=redact(reply.content.decode("utf-8", "replace")).encode())
    if reply.status >= 500:
        raise refusal(vendor, operation, said, rules=(DOWN,))
    try:
        body = msgspec.json.decode(reply.content, type=Granting)
    except (msgspec.DecodeError, RecursionError):
        if reply.status >= 400:
            raise refusal(vendor, operation, said, rules=rules) from None
        raise unusable(vendor, operation, said, "the token endpoint did not answer with JSON") from None
    if body.error:
        spoken = msgspec.json.encode(
            {vendor.wire.code: body.error, vendor.wire.message: body.error_description or body.error}
        )
        error = refusal(vendor, operation, msgspec.structs.replace(said, content=spoken), rules=rules)
        error.body = said.content
        raise error
    if reply.status >= 400:
        raise refusal(vendor, operation, said, rules=rules)
    if not body.access_token:
        raise unusable(vendor, operation, said, "the token endpoint gave no access_token")
    # Old answers had milliseconds in expires_in and the seconds in expires_in_sec.
    stated = str(body.expires_in_sec or body.expires_in)
    lifetime = float(stated) if stated.isdecimal() and int(stated) else vendor.oauth.lifetime_seconds
    scopes = tuple(body.scope.replace(",", " ").split())
    return Grant(body.access_token, lifetime, body.api_domain, body.refresh_token, scopes)


def _revoked_again(error: errors.AuthorisationRevoked) -> errors.AuthorisationRevoked:
    """Return a fresh copy, so that many threads may raise it."""
    return errors.AuthorisationRevoked(
        error.message,
        vendor=error.vendor,
        operation=error.operation,
        http_status=error.http_status,
        code=error.code,
        body=error.body,
        hint=error.hint,
    )
