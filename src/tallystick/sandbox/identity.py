"""Where ids and secrets of the sandbox come from. The only place here that draws random numbers."""

import hashlib
import random
import secrets
from collections.abc import Callable
from typing import TypeAlias

SecretSource: TypeAlias = Callable[[int], str]
"""Gives that many random bytes as lower-case hex digits."""

DIGITS_OF_SEQUENCE = 12


class IdSequence:
    """Ids as the vendor's: one prefix an organisation, then a count; 19 digits as text.

    `last` is the count given out last; it is kept with every change, so numbering goes on after a restart.
    """

    def __init__(self, prefix: str, *, last: int = 1_000) -> None:
        self.prefix = prefix
        self.last = last

    def __call__(self) -> str:
        """Return the next id."""
        self.last += 1
        return f"{self.prefix}{self.last:0{DIGITS_OF_SEQUENCE}d}"


def system_secrets(size: int) -> str:
    """Return random bytes of the operating system, as hex."""
    return secrets.token_hex(size)


def seeded_secrets(seed: str) -> SecretSource:
    """Return a source that gives the same secrets for the same seed: for tests, never for a server."""
    drawn = random.Random(hashlib.sha256(seed.encode()).digest())
    return lambda size: drawn.randbytes(size).hex()
