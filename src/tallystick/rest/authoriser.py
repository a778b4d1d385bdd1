"""The blocking and the awaiting authoriser of any vendor: two shells around a Flow. Nothing here decides.

A vendor's folder binds `vendor`; what is granted is kept by whoever asked.
"""

from collections.abc import Iterable
from typing import ClassVar, NoReturn, Self

from tallystick.rest.clock import SYSTEM, Clock
from tallystick.rest.consent import Authorisation, Consent, Flow, Registration
from tallystick.rest.drive import AsyncHands, Hands, drive, drive_async
from tallystick.rest.transport import AsyncHttpxTransport, AsyncTransport, HttpxTransport, Transport
from tallystick.rest.vendor import Vendor


class Nobody:
    """Stands where a call has a keeper and a limiter: authorising needs neither."""

    def ask(self, refused: str = "") -> NoReturn:
        """Refuse: there is no token yet."""
        raise AssertionError(f"authorising asks for no token: {bool(refused)}")

    def take(self) -> NoReturn:
        """Refuse: there is no window to reserve in."""
        raise AssertionError("authorising reserves nothing")


class Asking:
    """What both authorisers share: the flow, and sending a person to consent."""

    vendor: ClassVar[Vendor]

    def __init__(self, registration: Registration, *, region: str, accounts_url: str, clock: Clock) -> None:
        self._flow = Flow(self.vendor, registration, region=region, accounts_url=accounts_url, clock=clock)

    def ask(self, scopes: Iterable[str], *, state: str = "") -> Consent:
        """Return where to send a person who shall grant `scopes`, and the state to keep with that person's session.

        The state is drawn unless given. Raises InvalidArgument without scopes, ConfigurationError without redirect_uri.
        """
        return self._flow.ask(scopes, state=state)

    def is_answer(self, address: str, *, state: str) -> bool:
        """Say whether an address answers the consent that `state` was drawn for, with yes or with no.

        A listener lets everybody else's go by, so that a stranger's request ends nothing.
        """
        return self._flow.is_answer(address, state=state)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.vendor.name} at {self._flow.accounts_url}>"


class BlockingAuthoriser(Asking):
    """Authorises a program at a vendor; methods return when the answer is there. A context manager.

    `client_id`, `client_secret` and `redirect_uri` are as registered in the vendor's console. `region` is where the
    client is registered; a person's own data centre comes with their answer. `accounts_url` is for a sandbox.
    """

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        redirect_uri: str = "",
        region: str = "",
        accounts_url: str = "",
        transport: Transport | None = None,
        clock: Clock = SYSTEM,
    ) -> None:
        registration = Registration(client_id, client_secret, redirect_uri)
        super().__init__(registration, region=region, accounts_url=accounts_url, clock=clock)
        self._own = transport is None
        self._hands = Hands(Nobody(), Nobody(), transport or HttpxTransport(), clock)

    def finish(self, address: str, *, state: str) -> Authorisation:
        """Make an Authorisation of what a person came back with: the whole `address`, and the `state` kept for them.

        Raises AuthorisationFailed when the person refused, the state is not theirs, the address names a stranger's
        server, or the code is used, expired or without a refresh token; AuthenticationFailed for a wrong client or
        secret; RateLimited; VendorUnavailable.
        """
        done: Authorisation = drive(self._flow.finish(address, state=state), self._hands)
        return done

    def redeem(self, code: str) -> Authorisation:
        """Make an Authorisation of a self client's code, as the vendor's console gives it. Raises as `finish`."""
        done: Authorisation = drive(self._flow.redeem(code), self._hands)
        return done

    def client_credentials(self, scopes: Iterable[str], *, service: str = "") -> Authorisation:
        """Be granted `scopes` as the program itself; no person and no refresh token. `service` names an organisation.

        Raises AuthenticationFailed, RateLimited, VendorUnavailable.
        """
        done: Authorisation = drive(self._flow.client_credentials(scopes, service=service), self._hands)
        return done

    def revoke(self, token: str, *, accounts_url: str = "") -> bool:
        """End a refresh token and its access tokens for good; False when it was dead already."""
        done: bool = drive(self._flow.revoke(token, accounts_url=accounts_url), self._hands)
        return done

    def servers(self) -> dict[str, str]:
        """Return the accounts server of every data centre by location, as the vendor's own server lists them."""
        done: dict[str, str] = drive(self._flow.servers(), self._hands)
        return done

    def close(self) -> None:
        """Give back connections; a transport that was given stays open."""
        if self._own:
            self._hands.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AwaitingAuthoriser(Asking):
    """Authorises a program at a vendor; everything as in the blocking one, with `await` and `async with`."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        redirect_uri: str = "",
        region: str = "",
        accounts_url: str = "",
        transport: AsyncTransport | None = None,
        clock: Clock = SYSTEM,
    ) -> None:
        registration = Registration(client_id, client_secret, redirect_uri)
        super().__init__(registration, region=region, accounts_url=accounts_url, clock=clock)
        self._own = transport is None
        self._hands = AsyncHands(Nobody(), Nobody(), transport or AsyncHttpxTransport(), clock)

    async def finish(self, address: str, *, state: str) -> Authorisation:
        """Make an Authorisation of what a person came back with; everything as in the blocking `finish`."""
        done: Authorisation = await drive_async(self._flow.finish(address, state=state), self._hands)
        return done

    async def redeem(self, code: str) -> Authorisation:
        """Make an Authorisation of a self client's code; everything as in the blocking `redeem`."""
        done: Authorisation = await drive_async(self._flow.redeem(code), self._hands)
        return done

    async def client_credentials(self, scopes: Iterable[str], *, service: str = "") -> Authorisation:
        """Be granted `scopes` as the program itself; everything as in the blocking `client_credentials`."""
        done: Authorisation = await drive_async(self._flow.client_credentials(scopes, service=service), self._hands)
        return done

    async def revoke(self, token: str, *, accounts_url: str = "") -> bool:
        """End a refresh token and its access tokens for good; False when it was dead already."""
        done: bool = await drive_async(self._flow.revoke(token, accounts_url=accounts_url), self._hands)
        return done

    async def servers(self) -> dict[str, str]:
        """Return the accounts server of every data centre by location."""
        done: dict[str, str] = await drive_async(self._flow.servers(), self._hands)
        return done

    async def close(self) -> None:
        """Give back connections; a transport that was given stays open."""
        if self._own:
            await self._hands.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
