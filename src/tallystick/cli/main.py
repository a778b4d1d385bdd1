"""The `tallystick` program: finds every command file beside it; must not import what a command needs until it runs."""

import ast
import logging
import os
import sys
from pathlib import Path
from typing import Final, NoReturn

from cyclopts import App, CycloptsError

import tallystick
from tallystick.config import SettingError, Settings
from tallystick.model.errors import (
    AuthenticationFailed,
    InvalidArgument,
    OutcomeUnknown,
    RateLimited,
    ScopeMissing,
    TallystickError,
    VendorUnavailable,
)

HELP: Final = "Keep two halves of a company's books the same: the accounting system's and your program's."
NOT_COMMANDS: Final = frozenset({"__init__", "main"})

_FAILED: Final = 1
_MISUSED: Final = 2
# The first class that fits says how the program ends; every other foreseen failure is _FAILED.
_ENDINGS: Final[tuple[tuple[type[TallystickError], int], ...]] = (
    (InvalidArgument, _MISUSED),
    (AuthenticationFailed, 3),
    (ScopeMissing, 3),
    (RateLimited, 4),
    (VendorUnavailable, 4),
    (OutcomeUnknown, 5),
)
_INTERRUPTED: Final = 130
"""What a shell expects of a program that Ctrl-C ended: 128 and the number of the signal."""


def build() -> App:
    """Return the program with every command of this folder; a command file defines one function of its own name.

    A folder in it holds what commands share.
    """
    # Help is plain text: the renderer of markup alone would cost more than all the rest.
    app = App(name="tallystick", version=tallystick.__version__, help=HELP, help_format="plaintext")
    for file in sorted(Path(__file__).parent.glob("*.py")):
        if file.stem not in NOT_COMMANDS:
            name = file.stem.replace("_", "-")
            app.command(f"tallystick.cli.{file.stem}:{file.stem}", name=name, help=_summary(file))
    return app


def _summary(file: Path) -> str:
    """Return the first line of a command's docstring, read without importing what the command needs."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == file.stem:
            return (ast.get_docstring(node) or "").partition("\n")[0]
    raise AssertionError(f"{file.name} defines no function of its own name")


def main() -> None:
    """Run the program on the process's arguments.

    Exits with 1 and one sentence when a command fails in a way we foresaw, 2 when arguments or the environment cannot be
    used, 3 when somebody has to authorise (again), 4 when the vendor may be asked again later, 5 when nobody knows
    whether a write happened.
    """
    try:
        settings = Settings.read()
    except SettingError as error:
        _leave(str(error), _MISUSED)
    # Libraries stay at warnings: at more they write down addresses and headers, and with them secrets.
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("tallystick").setLevel(settings.log_level.upper())
    try:
        build()(exit_on_error=False)
    except CycloptsError:
        _leave("", _MISUSED)  # it has said what is wrong
    except TallystickError as error:
        _leave(str(error), next((status for kind, status in _ENDINGS if isinstance(error, kind)), _FAILED))
    except ImportError as error:
        missing = getattr(error.__cause__ or error, "name", None) or "tallystick"  # the loader of commands wraps it
        if missing.partition(".")[0] == "tallystick":
            raise
        _leave(f"this command needs {missing}, which is not installed: pip install 'tallystick[server]'", _FAILED)
    except KeyboardInterrupt:
        _leave("", _INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone; what is left unsaid must not fail again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _leave("", _FAILED)


def _leave(words: str, status: int) -> NoReturn:
    if words:
        print(f"tallystick: {words}", file=sys.stderr)
    raise SystemExit(status)
