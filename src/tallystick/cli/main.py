"""The `tallystick` program: finds every command file beside it; must not import what a command needs until it runs."""

import logging
import os
import pkgutil
import sys
from pathlib import Path
from typing import Final, NoReturn

from cyclopts import App

import tallystick
from tallystick.config import SettingError, Settings
from tallystick.model.errors import TallystickError

HELP: Final = "Keep two halves of a company's books the same: the accounting system's and your program's."
NOT_COMMANDS: Final = frozenset({"main"})

_FAILED: Final = 1
_MISUSED: Final = 2
_INTERRUPTED: Final = 130
"""What a shell expects of a program that Ctrl-C ended: 128 and the number of the signal."""


def build() -> App:
    """Return the program with every command of this folder; a command file defines one function of its own name."""
    app = App(name="tallystick", version=tallystick.__version__, help=HELP)
    for found in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda found: found.name):
        if found.name not in NOT_COMMANDS:
            app.command(f"tallystick.cli.{found.name}:{found.name}", name=found.name.replace("_", "-"))
    return app


def main() -> None:
    """Run the program on the process's arguments.

    Exits with 1 and one sentence when a command fails in a way we foresaw, 2 when the environment cannot be used.
    """
    try:
        settings = Settings.read()
    except SettingError as error:
        _leave(str(error), _MISUSED)
    # Libraries stay at warnings: at more they write down addresses and headers, and with them secrets.
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("tallystick").setLevel(settings.log_level.upper())
    try:
        build()()
    except TallystickError as error:
        _leave(str(error), _FAILED)
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
