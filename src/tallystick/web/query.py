"""What a reader may ask of the invoice list, and its address. A wrong value becomes a sentence, never a crash."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

import msgspec

from tallystick.mirror.read import UNPAID, DueStatus

PER_PAGE: Final = 25
PAGE_MAX: Final = 999_999
SEARCH_LENGTH_MAX: Final = 100

STATUSES: Final[dict[str, tuple[str, tuple[DueStatus, ...]]]] = {
    "unpaid": ("Unpaid", UNPAID),
    "overdue": ("Overdue", (DueStatus.OVERDUE,)),
    "open": ("Open, not yet due", (DueStatus.OPEN,)),
    "partially_paid": ("Partly paid, not yet due", (DueStatus.PARTIALLY_PAID,)),
    "paid": ("Paid", (DueStatus.PAID,)),
    "draft": ("Draft", (DueStatus.DRAFT,)),
    "submitted": ("Submitted", (DueStatus.SUBMITTED,)),
    "void": ("Void", (DueStatus.VOID,)),
    "all": ("All", ()),
}
"""What the status filter offers: its key in the address, its name, and the statuses it lets through (none: all)."""

ORDERS: Final[dict[str, str]] = {"oldest": "Oldest due first", "newest": "Newest due first"}


class Problem(msgspec.Struct, frozen=True):
    """One value of the address that cannot be used: where it stands and what to write instead."""

    name: str
    sentence: str


class BadQuery(ValueError):
    """The address asks for something that does not exist; `problems` names every wrong value at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


class InvoiceQuery(msgspec.Struct, frozen=True):
    """One view of the invoice list; the defaults are the page a reader lands on."""

    status: str = "unpaid"
    order: str = "oldest"
    search: str = ""
    page: int = 1

    @property
    def statuses(self) -> tuple[DueStatus, ...]:
        """Return the statuses let through; none means all."""
        return STATUSES[self.status][1]

    def href(self, path: str = "/") -> str:
        """Return the address of this view; what equals the default is left out."""
        given = {name: value for name, value in msgspec.structs.asdict(self).items() if value != _DEFAULTS[name]}
        return f"{path}?{urlencode(given)}" if given else path

    def at_page(self, page: int) -> "InvoiceQuery":
        """Return the same view at another page."""
        return msgspec.structs.replace(self, page=page)


_DEFAULTS: Final = msgspec.structs.asdict(InvoiceQuery())


def parse(pairs: Iterable[tuple[str, str]]) -> InvoiceQuery:
    """Return what an address asks for; a name given twice counts the last time, unknown names are left alone.

    Raises BadQuery with one problem for each value that cannot be used.
    """
    given = dict(pairs)
    status = given.get("status") or _DEFAULTS["status"]
    order = given.get("order") or _DEFAULTS["order"]
    search = given.get("search", "").strip()
    page = given.get("page") or "1"
    problems: list[Problem] = []
    if status not in STATUSES:
        problems.append(
            Problem("status", f"There is no status “{_cut(status)}”. Choose one of: {', '.join(STATUSES)}.")
        )
    if order not in ORDERS:
        problems.append(Problem("order", f"There is no order “{_cut(order)}”. Choose one of: {', '.join(ORDERS)}."))
    if len(search) > SEARCH_LENGTH_MAX or not search.isprintable():
        problems.append(Problem("search", f"Search for at most {SEARCH_LENGTH_MAX} letters and digits on one line."))
    if not (page.isascii() and page.isdigit() and 1 <= int(page[:10]) <= PAGE_MAX):
        problems.append(Problem("page", f"A page is a whole number from 1 to {PAGE_MAX:,}, not “{_cut(page)}”."))
    if problems:
        raise BadQuery(tuple(problems))
    return InvoiceQuery(status=status, order=order, search=search, page=int(page))


def _cut(text: str) -> str:
    """Return enough of a stranger's text to recognise it."""
    return text if len(text) <= 40 else text[:40] + "…"
