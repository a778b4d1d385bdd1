"""Where the secrets of the sandbox come from. Random numbers are drawn here and nowhere else in the sandbox."""

import hashlib
import random
import secrets
from collections.abc import Callable
from typing import TypeAlias

SecretSource: TypeAlias = Callable[[int], str]
"""Gives that many random bytes as lower-case hex digits."""


def system_secrets(size: int) -> str:
    """Return random bytes of the operating system, as hex."""
    return secrets.token_hex(size)


def seeded_secrets(seed: str) -> SecretSource:
    """Return a source that gives the same secrets for the same seed: for tests, never for a server."""
    drawn = random.Random(hashlib.sha256(seed.encode()).digest())
    return lambda size: drawn.randbytes(size).hex()
