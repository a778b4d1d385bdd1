"""Every emulated operation by method and path template, collected from the nouns' files beside this one.

A file with HANDLERS is found, never listed. An operation that no file has is answered as not yet emulated; what an
operation does is in its noun's file.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from tallystick.vendors.zoho_books import emulator
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.refusals import refuse

__all__ = ["HANDLERS", "NOUNS", "refuse"]


def _nouns() -> tuple[ModuleType, ...]:
    """Return the files of the emulator that answer operations, in the order of their names."""
    names = (found.name for found in iter_modules(emulator.__path__, f"{emulator.__name__}."))
    files = (import_module(name) for name in names if name != __name__)
    return tuple(file for file in files if hasattr(file, "HANDLERS"))


NOUNS: Final = _nouns()
HANDLERS: Final[dict[tuple[str, str], Emulated]] = {
    (emulated.method, emulated.path): emulated for noun in NOUNS for emulated in noun.HANDLERS
}
