"""The repository's own files, read and parsed once for the tidy tests. No rule lives here."""

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = "src/tallystick"


class Module(NamedTuple):
    """One Python file: its path from the root with forward slashes, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> list[str]:
        """The text's lines without their ends."""
        return self.text.splitlines()


@cache
def files() -> tuple[str, ...]:
    """Return every file that is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return tuple(sorted(path for path in set(listed) if path and (ROOT / path).is_file()))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return every Python file below the folders (from the root)."""
    return tuple(
        Module(path, text, ast.parse(text, path))
        for path in files()
        if path.endswith(".py") and path.startswith(tuple(f"{folder}/" for folder in folders))
        for text in [(ROOT / path).read_text(encoding="utf-8")]
    )


@cache
def prose() -> tuple[str, ...]:
    """Return the path of every page written for people."""
    return tuple(path for path in files() if path.endswith(".md"))


def read(path: str) -> str:
    """Return the text of a file named from the root."""
    return (ROOT / path).read_text(encoding="utf-8")


def rooms() -> list[str]:
    """Return the rooms of the house: the folders of the package that hold Python."""
    return sorted({path.split("/")[2] for path in files() if path.startswith(PACKAGE) and path.count("/") > 2})
