"""The blocking and the awaiting client of any vendor: two shells around a Session. Nothing here decides.

A vendor's folder binds `vendor` and `operations` and gives the constructor its own words.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from tallystick.rest.answer import Answer, Page
from tallystick.rest.drive import AsyncHands, Hands, drive, drive_async
from tallystick.rest.files import AwaitingFiles, BlockingFiles
from tallystick.rest.limiter import Limiter
from tallystick.rest.message import Upload
from tallystick.rest.namespace import Door, Namespace
from tallystick.rest.operations import Operations
from tallystick.rest.rows import PAGES_MAX, AsyncRows, Rows
from tallystick.rest.session import Question, Session
from tallystick.rest.standing import Standing
from tallystick.rest.transport import AsyncHttpxTransport, AsyncTransport, HttpxTransport, Transport
from tallystick.rest.vendor import Vendor


class Connected:
    """What both clients share: the session, and reading a page's rows."""

    vendor: ClassVar[Vendor]
    operations: ClassVar[Operations]

    def __init__(self, session: Session, names: Namespace) -> None:
        self._session, self._names = session, names

    # A type checker reads the names in the vendor's stub, where a wrong one is an error.
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """The vendor's modules: `client.invoices`. UnknownOperation, an AttributeError too, names the nearest."""
            if name.startswith("_"):
                raise AttributeError(name)
            return getattr(self._names, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._session.operations.tree})

    @property
    def limiter(self) -> Limiter:
        """The limits this client keeps; give it to another client of the same organisation to share them."""
        return self._session.limiter

    @property
    def limits(self) -> Standing:
        """Where the limits stand: calls of this minute, of this day (by us and by others), in flight, and any block."""
        return self._session.limiter.standing()

    @property
    def organization_id(self) -> str:
        """The organisation that calls speak for, "" until it is known."""
        return self._session.organization_id

    @property
    def renewed_access_token(self) -> str:
        """The access token that this client has fetched, for the next process to begin with; "" when it has not."""
        return self._session.keeper.renewed()

    @property
    def region(self) -> str:
        """The data centre it was opened for, as its settings call it."""
        return self._session.settings.region

    def records(self, operation: str, page: Page) -> list[dict[str, Any]]:
        """Return the rows of a page of `operation` (its id), decoded as in an Answer."""
        return self._session.resolve(operation, "")[0].reader.rows(page)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.vendor.name}, organisation {self.organization_id or 'not named'}>"


class BlockingClient(BlockingFiles, Connected):
    """A client whose calls return when the answer is there. Safe across threads."""

    def __init__(self, session: Session, *, transport: Transport | None = None) -> None:
        hands = Hands(session.keeper, session.limiter, transport or HttpxTransport(), session.clock)
        door = Door(
            session.operations,
            ask=lambda question: drive(session.call(question), hands),
            rows=lambda question, **bound: Rows[Any](session, hands, question, **bound),
        )
        super().__init__(session, Namespace(door))
        self._own, self._hands = transport is None, hands

    def call(
        self,
        operation: str,
        path: str = "",
        *,
        params: Mapping[str, Any] | None = None,
        extra_params: Mapping[str, Any] | None = None,
        body: Any = None,
        files: Mapping[str, Upload] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        reference: str = "",
    ) -> Answer:
        """Make one call: `call("list_invoices")` by operation id, or `call("GET", "/invoices/12")` by method and path.

        `params` are path ids, query parameters and header parameters by name; `extra_params` are sent as they are, for
        what the operation is not known to take. `body` becomes JSON, `files` a multipart body beside it, read while it
        is sent. In a body, `custom_fields` may be a dict by label. `reference` is what a write can be searched by if
        its outcome stays unknown. Raises InvalidArgument before sending, else a VendorError.
        """
        question = Question(
            operation,
            path,
            params,
            body,
            files,
            headers,
            organization_id,
            wait_seconds_max,
            timeout_seconds,
            reference,
            extra_params,
        )
        answer: Answer = drive(self._session.call(question), self._hands)
        return answer

    def pages(
        self,
        operation: str,
        path: str = "",
        *,
        params: Mapping[str, Any] | None = None,
        extra_params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        pages_max: int = PAGES_MAX,
        keep_pages: bool = True,
    ) -> Iterator[Page]:
        """Walk through a list, one call per page, largest pages unless `params` says otherwise.

        Raises PagesExceeded with the pages read when there are more than `pages_max`, PageRepeated when a page comes
        twice, and what `call` raises. `keep_pages=False` keeps none for the error, for walks too long for memory.
        """
        question = Question(
            operation,
            path,
            params,
            headers=headers,
            organization_id=organization_id,
            wait_seconds_max=wait_seconds_max,
            timeout_seconds=timeout_seconds,
            extra_params=extra_params,
        )
        listing = self._session.listing(question, pages_max=pages_max, keep_pages=keep_pages)
        walk = listing.walk
        while walk.proceed():
            yield walk.accept(drive(self._session.page(listing), self._hands))

    def select_organization(self, name: str = "") -> dict[str, Any]:
        """Choose the organisation that calls speak for, by id or name, and return its row; one call.

        Without a name there must be exactly one. A client that was given no organisation does this by itself before
        the first call that needs one. Raises OrganisationUnclear with all there are, so that somebody can be asked.
        """
        row: dict[str, Any] = drive(self._session.choose(name), self._hands)
        return row

    def close(self) -> None:
        """Give back connections; a transport that was given stays open."""
        if self._own:
            self._hands.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AwaitingClient(AwaitingFiles, Connected):
    """A client whose calls are awaited. It belongs to one event loop."""

    def __init__(self, session: Session, *, transport: AsyncTransport | None = None) -> None:
        hands = AsyncHands(session.keeper, session.limiter, transport or AsyncHttpxTransport(), session.clock)
        door = Door(
            session.operations,
            ask=lambda question: drive_async(session.call(question), hands),
            rows=lambda question, **bound: AsyncRows[Any](session, hands, question, **bound),
        )
        super().__init__(session, Namespace(door))
        self._own, self._hands = transport is None, hands

    async def call(
        self,
        operation: str,
        path: str = "",
        *,
        params: Mapping[str, Any] | None = None,
        extra_params: Mapping[str, Any] | None = None,
        body: Any = None,
        files: Mapping[str, Upload] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        reference: str = "",
    ) -> Answer:
        """Make one call; everything as in the blocking client's `call`."""
        question = Question(
            operation,
            path,
            params,
            body,
            files,
            headers,
            organization_id,
            wait_seconds_max,
            timeout_seconds,
            reference,
            extra_params,
        )
        answer: Answer = await drive_async(self._session.call(question), self._hands)
        return answer

    async def pages(
        self,
        operation: str,
        path: str = "",
        *,
        params: Mapping[str, Any] | None = None,
        extra_params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        pages_max: int = PAGES_MAX,
        keep_pages: bool = True,
    ) -> AsyncIterator[Page]:
        """Walk through a list, one call per page; everything as in the blocking client's `pages`."""
        question = Question(
            operation,
            path,
            params,
            headers=headers,
            organization_id=organization_id,
            wait_seconds_max=wait_seconds_max,
            timeout_seconds=timeout_seconds,
            extra_params=extra_params,
        )
        listing = self._session.listing(question, pages_max=pages_max, keep_pages=keep_pages)
        walk = listing.walk
        while walk.proceed():
            yield walk.accept(await drive_async(self._session.page(listing), self._hands))

    async def select_organization(self, name: str = "") -> dict[str, Any]:
        """Choose the organisation that calls speak for; everything as in the blocking `select_organization`."""
        row: dict[str, Any] = await drive_async(self._session.choose(name), self._hands)
        return row

    async def close(self) -> None:
        """Give back connections; a transport that was given stays open."""
        if self._own:
            await self._hands.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
