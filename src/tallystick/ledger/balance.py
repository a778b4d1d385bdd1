"""Running balances of accounts, moved entry by entry and exactly reversible. No account's name or type is known."""

from collections.abc import Iterable, Iterator

from tallystick.ledger.entry import Entry


class Balances:
    """Balance per account in integer minor units of the base currency, debit positive."""

    __slots__ = ("_amounts", "total")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._amounts: dict[str, int] = {}
        self.total = 0
        """The sum of all balances, zero as long as every entry balances."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Post an entry."""
        self._move(entry, 1)

    def remove(self, entry: Entry) -> None:
        """Take a posted entry back, leaving every balance as if it had never been posted."""
        self._move(entry, -1)

    def _move(self, entry: Entry, sign: int) -> None:
        amounts = self._amounts
        for posting in entry.postings:
            amount = sign * posting.amount
            amounts[posting.account_id] = amounts.get(posting.account_id, 0) + amount
            self.total += amount

    def of(self, account_id: str) -> int:
        """Return an account's balance, zero when nothing was posted to it."""
        return self._amounts.get(account_id, 0)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Yield each account with a balance and that balance."""
        return ((account_id, amount) for account_id, amount in self._amounts.items() if amount)

    def copy(self) -> "Balances":
        """Return the same balances, to be moved apart from these."""
        made = Balances()
        made._amounts, made.total = dict(self._amounts), self.total
        return made

    def __eq__(self, other: object) -> bool:
        """Compare by what the accounts hold."""
        return isinstance(other, Balances) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # balances move, so they cannot be keys
