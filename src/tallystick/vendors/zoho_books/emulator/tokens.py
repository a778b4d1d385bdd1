"""OAuth clients, grant codes, refresh and access tokens: who holds what, until when, and how fast more are given.

Secrets come from an injected source and are kept as hashes only. No HTTP and no wire form here.
"""

import hashlib
import hmac
import math
from collections import deque
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.journal import KINDS, Journal, Row

FULL_ACCESS: Final = "zohobooks.fullaccess.all"


class TokenSettings(msgspec.Struct, frozen=True):
    """Lifetimes in seconds and how many of what in which window: documented(zoho.com/accounts token limits).

    Pages of the vendor differ on `code_seconds` (60, 120, 180) and `access_live_max` (10, 15, 30).
    """

    access_seconds: int = 3600
    code_seconds: int = 120
    access_live_max: int = 10
    refresh_max: int = 20
    access_window_max: int = 10
    access_window_seconds: int = 600
    code_window_max: int = 10
    code_window_seconds: int = 600
    refresh_window_max: int = 5
    refresh_window_seconds: int = 60
    throttled: bool = True


class Client(msgspec.Struct, frozen=True):
    """A registered program. `kind` is `server` (redirects), `self` (codes from the console) or `browser` (implicit)."""

    id: str
    secret_hash: str
    name: str
    user_id: str
    redirect_uris: tuple[str, ...] = ()
    kind: str = "server"


class Grant(msgspec.Struct, frozen=True):
    """What a user gave a client: the scopes, in one data centre."""

    client_id: str
    user_id: str
    scopes: tuple[str, ...]
    location: str


class GrantCode(msgspec.Struct, frozen=True):
    """A code to be exchanged once; `offline` when a refresh token comes with it."""

    grant: Grant
    redirect_uri: str
    offline: bool
    expires_at: float


class RefreshToken(msgspec.Struct, frozen=True):
    """A token that does not expire until it is revoked or pushed out by newer ones."""

    grant: Grant
    created_at: float


class AccessToken(msgspec.Struct, frozen=True):
    """A token calls are made with; `refresh_id` is empty when no refresh token stands behind it."""

    grant: Grant
    refresh_id: str
    created_at: float
    expires_at: float


class Throttled(Exception):  # an answer to the caller, not a fault of ours
    """More tokens were asked for than a window allows."""


KINDS.update(client=Client, code=GrantCode, refresh_token=RefreshToken, access_token=AccessToken, consent=Grant)


def hash_secret(secret: str) -> str:
    """Return what a secret is kept as."""
    return hashlib.sha256(secret.encode()).hexdigest()


@lru_cache(maxsize=4096)
def covers(scopes: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether granted scopes include all that an operation needs; case does not count."""
    held = {scope.lower() for scope in scopes}
    return FULL_ACCESS in held or all(
        scope.lower() in held or f"{scope.lower().rpartition('.')[0]}.all" in held for scope in wanted
    )


class Tokens:
    """Every client and token of one accounts server. Each change is journaled whole before it counts."""

    def __init__(
        self,
        settings: TokenSettings,
        *,
        secrets: Callable[[int], str],
        steady: Callable[[], float],
        journal: Journal,
    ) -> None:
        self.settings = settings
        self.clients: dict[str, Client] = {}
        self._codes: dict[str, GrantCode] = {}
        self._refresh: dict[str, RefreshToken] = {}
        self._access: dict[str, AccessToken] = {}
        self._consents: dict[str, Grant] = {}
        self._tables: dict[str, dict[str, Any]] = {
            "client": self.clients,
            "code": self._codes,
            "refresh_token": self._refresh,
            "access_token": self._access,
            "consent": self._consents,
        }
        self._secrets = secrets
        self._steady = steady
        self._journal = journal
        self._windows: dict[tuple[str, str], deque[float]] = {}

    def restore(self, row: Row) -> bool:
        """Put back one kept row; False when its kind is none of ours."""
        table = self._tables.get(row.kind)
        if table is None:
            return False
        if row.value is None:
            table.pop(row.id, None)
        else:
            table[row.id] = row.value
        return True

    def rows(self) -> list[Row]:
        """Return everything held, to be kept elsewhere."""
        return [Row("", kind, id_, value) for kind, table in self._tables.items() for id_, value in table.items()]

    def register(
        self, name: str, *, user_id: str, redirect_uris: tuple[str, ...] = (), kind: str = "server"
    ) -> tuple[Client, str]:
        """Register a program; return it and its secret, which is not kept."""
        secret = self._secrets(21)
        client = Client(
            id=f"1000.{self._secrets(15).upper()}",
            secret_hash=hash_secret(secret),
            name=name,
            user_id=user_id,
            redirect_uris=redirect_uris,
            kind=kind,
        )
        self._change([Row("", "client", client.id, client)])
        return client, secret

    def set_redirect_uris(self, client: Client, uris: tuple[str, ...]) -> None:
        """Let a client send users back to these addresses and no others."""
        if uris != client.redirect_uris:
            self._change([Row("", "client", client.id, msgspec.structs.replace(client, redirect_uris=uris))])

    def is_secret_of(self, client: Client, secret: str) -> bool:
        """Say whether a secret is the client's, in constant time."""
        return hmac.compare_digest(client.secret_hash, hash_secret(secret))

    def grant_code(
        self, grant: Grant, *, redirect_uri: str = "", offline: bool = True, seconds: int | None = None
    ) -> str:
        """Give a code for a grant. Raises Throttled when the client asked for too many."""
        settings = self.settings
        self._throttle("code", grant.client_id + grant.user_id, settings.code_window_max, settings.code_window_seconds)
        code = self._draw()
        expires_at = self._steady() + (settings.code_seconds if seconds is None else seconds)
        spent = [Row("", "code", id_, None) for id_, held in self._codes.items() if held.expires_at <= self._steady()]
        self._change([*spent, Row("", "code", hash_secret(code), GrantCode(grant, redirect_uri, offline, expires_at))])
        return code

    def find_code(self, code: str) -> GrantCode | None:
        """Return the live code that a text is, or None."""
        found = self._codes.get(hash_secret(code))
        return found if found and found.expires_at > self._steady() else None

    def exchange(self, code: str) -> tuple[str, str]:
        """Spend a live code; return the access token and the refresh token (empty when the code gives none).

        Raises Throttled, and the code stays good.
        """
        id_ = hash_secret(code)
        held = self._codes[id_]
        rows = [Row("", "code", id_, None)]
        refresh = ""
        if held.offline:
            grant, settings = held.grant, self.settings
            holder = grant.client_id + grant.user_id
            self._throttle("refresh", holder, settings.refresh_window_max, settings.refresh_window_seconds)
            refresh, more = self._new_refresh(grant)
            rows += more
        access, more = self._new_access(held.grant, hash_secret(refresh) if refresh else "")
        self._change([*rows, *more])
        return access, refresh

    def find_refresh(self, token: str) -> RefreshToken | None:
        """Return the refresh token that a text is, or None."""
        return self._refresh.get(hash_secret(token))

    def refresh(self, token: str) -> str:
        """Return a new access token for a refresh token that is held. Raises Throttled."""
        id_ = hash_secret(token)
        self._throttle("access", id_, self.settings.access_window_max, self.settings.access_window_seconds)
        access, rows = self._new_access(self._refresh[id_].grant, id_)
        self._change(rows)
        return access

    def issue(self, grant: Grant) -> str:
        """Return an access token with no refresh token behind it. Raises Throttled."""
        holder = grant.client_id + grant.user_id
        self._throttle("access", holder, self.settings.access_window_max, self.settings.access_window_seconds)
        access, rows = self._new_access(grant, "")
        self._change(rows)
        return access

    def connect(self, grant: Grant, *, refresh: str = "") -> tuple[str, str]:
        """Return an access token and a refresh token for a grant without a code and beside the throttles.

        A `refresh` token that is still held is used again. Only for who hosts the accounts server.
        """
        rows: list[Row] = []
        if not refresh or self.find_refresh(refresh) is None:
            refresh, rows = self._new_refresh(grant)
        access, more = self._new_access(grant, hash_secret(refresh))
        self._change([*rows, *more])
        return access, refresh

    def find_access(self, token: str) -> AccessToken | None:
        """Return the live access token that a text is, or None."""
        found = self._access.get(hash_secret(token))
        return found if found and found.expires_at > self._steady() else None

    def revoke(self, token: str) -> bool:
        """Revoke a refresh token with its access tokens, or one access token; False when it is neither."""
        id_ = hash_secret(token)
        if id_ in self._refresh:
            self._change(self._end_refresh([id_]))
            return True
        if id_ in self._access:
            self._change([Row("", "access_token", id_, None)])
            return True
        return False

    def consent(self, grant: Grant) -> None:
        """Remember that the user agreed to a grant."""
        self._change([Row("", "consent", _consent_id(grant), grant)])

    def has_consent(self, grant: Grant) -> bool:
        """Say whether the user agreed to exactly this before."""
        return _consent_id(grant) in self._consents

    def _change(self, rows: list[Row]) -> None:
        self._journal.write(rows)
        for row in rows:
            self.restore(row)

    def _draw(self) -> str:
        return f"1000.{self._secrets(16)}.{self._secrets(16)}"

    def _new_refresh(self, grant: Grant) -> tuple[str, list[Row]]:
        token = self._draw()
        same = (grant.client_id, grant.user_id)
        held = [id_ for id_, old in self._refresh.items() if (old.grant.client_id, old.grant.user_id) == same]
        surplus = held[: max(0, len(held) + 1 - self.settings.refresh_max)]
        rows = self._end_refresh(surplus)
        return token, [*rows, Row("", "refresh_token", hash_secret(token), RefreshToken(grant, self._steady()))]

    def _new_access(self, grant: Grant, refresh_id: str) -> tuple[str, list[Row]]:
        token, now = self._draw(), self._steady()
        dead = [id_ for id_, old in self._access.items() if old.expires_at <= now]
        live = [
            id_ for id_, old in self._access.items() if _same_holder(old, grant, refresh_id) and old.expires_at > now
        ]
        surplus = live[: max(0, len(live) + 1 - self.settings.access_live_max)]
        made = AccessToken(grant, refresh_id, now, now + self.settings.access_seconds)
        gone = [Row("", "access_token", id_, None) for id_ in (*dead, *surplus)]
        return token, [*gone, Row("", "access_token", hash_secret(token), made)]

    def _end_refresh(self, ids: Iterable[str]) -> list[Row]:
        ended = set(ids)
        tokens = [Row("", "access_token", id_, None) for id_, old in self._access.items() if old.refresh_id in ended]
        return [*(Row("", "refresh_token", id_, None) for id_ in ended), *tokens]

    def _throttle(self, kind: str, holder: str, most: int, seconds: int) -> None:
        if not self.settings.throttled:
            return
        now = self._steady()
        window = self._windows.setdefault((kind, holder), deque(maxlen=most))
        while window and window[0] <= now - seconds:
            window.popleft()
        if len(window) >= most:
            raise Throttled(kind, math.ceil(window[0] + seconds - now))
        window.append(now)


def _same_holder(old: AccessToken, grant: Grant, refresh_id: str) -> bool:
    if refresh_id or old.refresh_id:
        return old.refresh_id == refresh_id
    return (old.grant.client_id, old.grant.user_id) == (grant.client_id, grant.user_id)


def _consent_id(grant: Grant) -> str:
    parts = (grant.client_id, grant.user_id, grant.location, *sorted(scope.lower() for scope in grant.scopes))
    return hash_secret("\n".join(parts))
