"""The page walk: which page to ask for next, when to stop, and when something is wrong. Nothing here sends."""

from hashlib import blake2b

from tallystick.model.errors import InvalidArgument, PageRepeated, PagesExceeded
from tallystick.rest.answer import Page
from tallystick.rest.operation import Operation
from tallystick.rest.vendor import Vendor


class Walk:
    """One walk through the pages of a list, from `first` on, at most `pages_max` of them.

    With `keep_pages` the walk holds every page, so that PagesExceeded and PageRepeated lose nothing; a caller who
    has stored each page as it came switches it off.
    """

    def __init__(self, vendor: Vendor, operation: Operation, *, first: int, pages_max: int, keep_pages: bool) -> None:
        if pages_max < 1:
            raise InvalidArgument(f"pages_max is {pages_max}, less than one", argument="pages_max")
        self._vendor, self._operation = vendor, operation
        self._pages_max, self._keep_pages = pages_max, keep_pages
        self._pages: list[Page] = []
        self._seen: set[bytes] = set()
        self._read = 0
        self.number = first
        self.more = True

    def accept(self, page: Page) -> Page:
        """Take the page just read and decide whether there is another. PageRepeated when it came before."""
        self._read += 1
        self.more = page.context.get(self._vendor.paging.more) is True
        digest = blake2b(b"\n".join(bytes(row) for row in page.rows), digest_size=16).digest()
        if digest in self._seen and (page.rows or self.more):
            raise PageRepeated(
                f"page {self.number} has the same rows as an earlier one",
                vendor=self._vendor.name,
                operation=self._operation.id,
                request_id=page.request_id,
                hint="The vendor ignores the page number here; ask for one page, or sort by another column.",
            )
        self._seen.add(digest)
        if self._keep_pages:
            self._pages.append(page)
        self.number += 1
        return page

    def proceed(self) -> bool:
        """Whether to read another page. PagesExceeded when there is one but the bound is reached."""
        if not self.more:
            return False
        if self._read >= self._pages_max:
            raise PagesExceeded(self._operation.id, pages_max=self._pages_max, pages=self._pages)
        return True
