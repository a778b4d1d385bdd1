"""Client and AsyncClient of Zoho Books: any of its operations by name, paced inside its limits. No logic lives here."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from tallystick.config import PROCESS
from tallystick.model.errors import ConfigurationError
from tallystick.rest.auth import Credentials
from tallystick.rest.client import AwaitingClient, BlockingClient
from tallystick.rest.clock import SYSTEM, Clock
from tallystick.rest.limiter import Limiter
from tallystick.rest.opening import opening
from tallystick.rest.retry import Retry
from tallystick.rest.session import Session, Settings
from tallystick.rest.transport import AsyncTransport, Transport
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.operations import OPERATIONS


class Connection(msgspec.Struct, frozen=True):
    """What a sandbox prints when it is ready: where it listens and what opens it."""

    url: str
    organization_id: str
    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""
    access_token: str = ""


def _session(credentials: Credentials, settings: Settings, clock: Clock, limiter: Limiter | None) -> Session:
    return Session(VENDOR, OPERATIONS, credentials, settings, clock=clock, limiter=limiter)


def _sandbox(connection: Mapping[str, Any] | str | bytes) -> dict[str, Any]:
    """Return the constructor's arguments for a sandbox's connection, as a mapping or as the JSON line it printed."""
    try:
        if isinstance(connection, (str, bytes)):
            known = msgspec.json.decode(connection, type=Connection)
        else:
            known = msgspec.convert(dict(connection), Connection)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ConfigurationError(
            f"this is not a sandbox's connection: {error}", hint="Give the JSON line that `tallystick sandbox` prints."
        ) from None
    given = msgspec.structs.asdict(known)
    url = given.pop("url")
    return {**given, "accounts_url": url, "api_url": url}


class Client(BlockingClient):
    """Zoho Books, blocking. Safe across threads; a context manager.

    `client_id`, `client_secret` and `refresh_token` let it renew its token; a lone `access_token` serves until it
    ends, and `scopes` without a refresh token are what the program is granted for itself. Without an
    `organization_id` the token must speak for exactly one, which is looked up when first needed. `region` is a data centre's code, top-level domain or host; `plan` names the organisation's plan (the limits
    start from it and follow the vendor's headers). `wait_seconds_max` bounds all waiting for limits in one call,
    `timeout_seconds` each send, `bytes_max` each response; `retry` how often a read is sent again.
    `strict` refuses body fields that an operation does not have, where otherwise an UnknownFieldWarning tells of them.
    """

    vendor = VENDOR
    operations = OPERATIONS

    def __init__(
        self,
        *,
        organization_id: str = "",
        client_id: str = "",
        client_secret: str = "",
        refresh_token: str = "",
        access_token: str = "",
        scopes: tuple[str, ...] = (),
        region: str = "us",
        accounts_url: str = "",
        api_url: str = "",
        plan: str = "unknown",
        transport: Transport | None = None,
        limiter: Limiter | None = None,
        wait_seconds_max: float = 90.0,
        timeout_seconds: float = 60.0,
        bytes_max: int = 64 * 1024 * 1024,
        retry: Retry = Retry(),  # noqa: B008 - a frozen record
        strict: bool = False,
        clock: Clock = SYSTEM,
    ) -> None:
        credentials = Credentials(client_id, client_secret, refresh_token, access_token, tuple(scopes))
        settings = Settings(
            organization_id,
            region,
            accounts_url,
            api_url,
            plan,
            wait_seconds_max,
            timeout_seconds,
            bytes_max,
            retry,
            strict,
        )
        super().__init__(_session(credentials, settings, clock, limiter), transport=transport)

    @classmethod
    def from_settings(
        cls,
        *,
        file: str | Path | None = None,
        environment: Mapping[str, str] = PROCESS,
        transport: Transport | None = None,
        **settings: Any,
    ) -> Self:
        """Return a client of what is given here, else in the environment, else in the credentials file.

        `file` is the one that `tallystick authorize` wrote, by default where it writes it; `settings` as in the
        constructor. Raises ConfigurationError when the file cannot be used, or nothing says how to authorise.
        """
        return cls(**opening(VENDOR, given=settings, environment=environment, file=file), transport=transport)

    @classmethod
    def from_sandbox(
        cls, connection: Mapping[str, Any] | str | bytes, *, transport: Transport | None = None, **settings: Any
    ) -> Self:
        """Return a client of a sandbox: `connection` is what it printed; `settings` as in the constructor."""
        return cls(**{**_sandbox(connection), **settings}, transport=transport)


class AsyncClient(AwaitingClient):
    """Zoho Books, awaiting. Everything as in Client, with `await`, `async with` and `async for`."""

    vendor = VENDOR
    operations = OPERATIONS

    def __init__(
        self,
        *,
        organization_id: str = "",
        client_id: str = "",
        client_secret: str = "",
        refresh_token: str = "",
        access_token: str = "",
        scopes: tuple[str, ...] = (),
        region: str = "us",
        accounts_url: str = "",
        api_url: str = "",
        plan: str = "unknown",
        transport: AsyncTransport | None = None,
        limiter: Limiter | None = None,
        wait_seconds_max: float = 90.0,
        timeout_seconds: float = 60.0,
        bytes_max: int = 64 * 1024 * 1024,
        retry: Retry = Retry(),  # noqa: B008 - a frozen record
        strict: bool = False,
        clock: Clock = SYSTEM,
    ) -> None:
        credentials = Credentials(client_id, client_secret, refresh_token, access_token, tuple(scopes))
        settings = Settings(
            organization_id,
            region,
            accounts_url,
            api_url,
            plan,
            wait_seconds_max,
            timeout_seconds,
            bytes_max,
            retry,
            strict,
        )
        super().__init__(_session(credentials, settings, clock, limiter), transport=transport)

    @classmethod
    def from_settings(
        cls,
        *,
        file: str | Path | None = None,
        environment: Mapping[str, str] = PROCESS,
        transport: AsyncTransport | None = None,
        **settings: Any,
    ) -> Self:
        """Return a client of what is given here, in the environment and in a file, as Client does."""
        return cls(**opening(VENDOR, given=settings, environment=environment, file=file), transport=transport)

    @classmethod
    def from_sandbox(
        cls, connection: Mapping[str, Any] | str | bytes, *, transport: AsyncTransport | None = None, **settings: Any
    ) -> Self:
        """Return a client of a sandbox: `connection` is what it printed; `settings` as in the constructor."""
        return cls(**{**_sandbox(connection), **settings}, transport=transport)
