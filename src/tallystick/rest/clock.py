"""The clock and the dice that one client runs on, injected everywhere else. Nothing here waits."""

import random
import time
from collections.abc import Callable

import msgspec


class Clock(msgspec.Struct, frozen=True):
    """`monotonic` seconds never go back and pace everything; `chance` gives jitter between 0 and 1."""

    monotonic: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random


SYSTEM = Clock()
