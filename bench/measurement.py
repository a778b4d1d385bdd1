"""What a bench finds out: a number, its unit, and the bound it is held to. Nothing here measures."""

from typing import NamedTuple


class Measurement(NamedTuple):
    """One number of one run; `bound` is a most, or a least where `at_least` says so, in the same unit."""

    what: str
    value: float
    unit: str
    bound: float
    at_least: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the number keeps its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound
