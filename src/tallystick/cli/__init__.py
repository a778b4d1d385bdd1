"""Door: one command, one file. Commands print for people, and as JSON with `--json`; they hold no rules of their own."""

from tallystick.cli.main import main

__all__ = ["main"]
