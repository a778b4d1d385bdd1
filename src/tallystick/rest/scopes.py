"""Scopes: the least set of them that covers what somebody needs. Which operation needs which is the operation's data."""

from collections.abc import Iterable
from typing import Final

EVERYTHING: Final = "all"


def least(scopes: Iterable[str]) -> tuple[str, ...]:
    """Return the scopes without repetition and without any that another covers, sorted; case does not count.

    `x.invoices.ALL` covers `x.invoices.READ`. Nothing is widened: four scopes of one family stay four.
    """
    by_name = {scope.lower(): scope for scope in scopes}
    wide = {name.rpartition(".")[0] for name in by_name if name.endswith(f".{EVERYTHING}")}
    return tuple(
        sorted(scope for name, scope in by_name.items() if name.endswith(f".{EVERYTHING}") or _family(name) not in wide)
    )


def _family(name: str) -> str:
    return name.rpartition(".")[0]
