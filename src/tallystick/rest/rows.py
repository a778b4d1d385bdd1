"""Rows: a list at the vendor, walked row by row through all its pages. Nothing here decides when a walk ends.

Nothing is asked before the first row is wanted, and every iteration walks anew.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Generic, TypeVar

import msgspec

from tallystick.rest.answer import Page
from tallystick.rest.drive import AsyncHands, Hands, drive, drive_async
from tallystick.rest.session import Question, Session

PAGES_MAX = 500
Row = TypeVar("Row")


class Rows(Generic[Row]):
    """The rows of one list, decoded as in an Answer. `page_context` is the vendor's, of the page read last.

    Iterating raises PagesExceeded with what was read when there are more than `pages_max` pages, PageRepeated when a
    page comes twice, and what a call raises.
    """

    def __init__(self, session: Session, hands: Hands, question: Question, *, pages_max: int = PAGES_MAX) -> None:
        self._session, self._hands, self._question, self._pages_max = session, hands, question, pages_max
        self.page_context: dict[str, Any] = {}

    def __iter__(self) -> Iterator[Row]:
        reader = self._session.resolve(self._question.operation, "")[0].reader
        for page in self.pages():
            yield from reader.rows(page)  # type: ignore[misc]  # a row is what the stub says of this operation

    def pages(self) -> Iterator[Page]:
        """Walk page by page, a call each; the rows of a page are left undecoded."""
        listing = self._session.listing(self._question, pages_max=self._pages_max, keep_pages=True)
        walk = listing.walk
        while walk.proceed():
            page: Page = walk.accept(drive(self._session.page(listing), self._hands))
            self.page_context = page.context
            yield page

    def first(self) -> Row | None:
        """Return the first row, None of an empty list: one call for one row, unless the page size was given."""
        session = self._session
        listing = session.listing(_one(self._question, session), pages_max=1, keep_pages=False)
        page: Page = listing.walk.accept(drive(session.page(listing), self._hands))
        self.page_context = page.context
        return next(iter(listing.kit.reader.rows(page)), None)  # type: ignore[return-value]  # as above

    def __repr__(self) -> str:
        return f"<rows of {self._question.operation}>"


class AsyncRows(Generic[Row]):
    """The rows of one list, for `async for`; everything as in Rows."""

    def __init__(self, session: Session, hands: AsyncHands, question: Question, *, pages_max: int = PAGES_MAX) -> None:
        self._session, self._hands, self._question, self._pages_max = session, hands, question, pages_max
        self.page_context: dict[str, Any] = {}

    async def __aiter__(self) -> AsyncIterator[Row]:
        reader = self._session.resolve(self._question.operation, "")[0].reader
        async for page in self.pages():
            for row in reader.rows(page):
                yield row  # type: ignore[misc]  # a row is what the stub says of this operation

    async def pages(self) -> AsyncIterator[Page]:
        """Walk page by page, a call each; everything as in the blocking `pages`."""
        listing = self._session.listing(self._question, pages_max=self._pages_max, keep_pages=True)
        walk = listing.walk
        while walk.proceed():
            page: Page = walk.accept(await drive_async(self._session.page(listing), self._hands))
            self.page_context = page.context
            yield page

    async def first(self) -> Row | None:
        """Return the first row; everything as in the blocking `first`."""
        session = self._session
        listing = session.listing(_one(self._question, session), pages_max=1, keep_pages=False)
        page: Page = listing.walk.accept(await drive_async(session.page(listing), self._hands))
        self.page_context = page.context
        return next(iter(listing.kit.reader.rows(page)), None)  # type: ignore[return-value]  # as above

    def __repr__(self) -> str:
        return f"<rows of {self._question.operation}>"


def _one(question: Question, session: Session) -> Question:
    """Return the question for a page of one row."""
    size = session.vendor.paging.size
    return msgspec.structs.replace(question, params={size: 1, **(question.params or {})})
