"""Locks on past periods and the commands about them. What a lock keeps out is not decided here."""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given


class LockScope(StrEnum):
    """The part of the books a lock closes; `all` closes every part."""

    ALL = "all"
    SALES = "sales"
    PURCHASE = "purchase"
    BANKING = "banking"
    ACCOUNTANT = "accountant"


class Lock(Document, frozen=True, kw_only=True, gc=False):
    """A closed past: nothing dated up to and including `through` may come, go or change. The id is the scope.

    From `open_from` to `open_until` (both included, when set) it is open all the same, and so it always is to some users
    and for entries that touch some accounts.
    """

    through: dt.date
    reason: str = ""
    open_from: dt.date | None = None
    open_until: dt.date | None = None
    user_ids: tuple[str, ...] = ()
    account_ids: tuple[str, ...] = ()


class LockPeriod(Command, frozen=True, kw_only=True):
    """Close a part of the books up to a day, or move the day. Unsaid exceptions stay as they are."""

    scope: LockScope
    through: dt.date
    reason: str
    user_ids: Given[tuple[str, ...]] = msgspec.UNSET
    account_ids: Given[tuple[str, ...]] = msgspec.UNSET


class OpenWithinLock(Command, frozen=True, kw_only=True):
    """Open some days of a locked past; without days, close them again."""

    scope: LockScope
    open_from: dt.date | None = None
    open_until: dt.date | None = None
    reason: str = ""


class UnlockPeriod(Command, frozen=True, kw_only=True):
    """Open a part of the books again."""

    scope: LockScope
    reason: str = ""
