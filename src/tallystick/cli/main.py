"""The `tallystick` program: finds every command file beside it; must not import what a command needs until it runs."""

import importlib
import pkgutil
from pathlib import Path

from cyclopts import App

import tallystick

NOT_COMMANDS = frozenset({"main"})


def build() -> App:
    """Return the program with every command of this folder; a command file defines one function of its own name."""
    app = App(name="tallystick", version=tallystick.__version__, help=tallystick.__doc__)
    for found in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda found: found.name):
        if found.name not in NOT_COMMANDS:
            module = importlib.import_module(f"tallystick.cli.{found.name}")
            app.command(getattr(module, found.name), name=found.name.replace("_", "-"))
    return app


def main() -> None:
    """Run the program on the process's arguments."""
    build()()
