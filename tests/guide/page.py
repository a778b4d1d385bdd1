"""A page of the guide, taken apart into its code blocks and run from top to bottom. No page is named here.

How a page says what happens to a block:

- `bash` blocks run in one shell, as if typed, in an empty folder; a command that fails ends it. What they start in the
  background lives until the page ends. `python` blocks run in one namespace, as one program told in pieces.
- A `text` block straight after one of them is what it prints; `…` stands for anything.
- A comment `<!-- not run: why -->` before a block sets it aside, with the reason a reader of the source can judge.
- Any other language (`json`, `sql`, `toml`, …) is shown, not run.
"""

import contextlib
import io
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

FENCE: Final = re.compile(
    r"(?:^<!-- (?P<directive>[^\n]*?) -->\n+)?^```(?P<language>[a-z]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
BLOCK_SECONDS_MAX: Final = 60


class Block(NamedTuple):
    """One fenced block: where it stands, its language and text, why it is not run, and what it must print."""

    line: int
    language: str
    code: str
    not_run: str
    prints: str | None


def blocks(text: str) -> Iterator[Block]:
    """Yield the bash and python blocks of a page, each with the output that follows it."""
    for match, following in pairwise([*FENCE.finditer(text), None]):
        assert match
        if match["language"] not in {"bash", "python"}:
            continue
        directive = match["directive"] or ""
        prints = None
        if following and following["language"] == "text" and not text[match.end() : following.start()].strip():
            prints = following["code"]
        yield Block(
            line=text[: match.start("code")].count("\n") + 1,
            language=match["language"],
            code=match["code"],
            not_run=directive.removeprefix("not run: ") if directive.startswith("not run: ") else "",
            prints=prints,
        )


class Reader:
    """Somebody who types a page: an empty folder, one shell and one Python, and what both have been told so far."""

    def __init__(self, page: str, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.namespace: dict[str, Any] = {"__name__": "__main__"}
        self.shell: subprocess.Popen[str] | None = None

    def run(self, block: Block) -> None:
        """Run one block; a failure names the page and the line."""
        printed = self._bash(block) if block.language == "bash" else self._python(block)
        if block.prints is not None:
            expected = ".*".join(re.escape(part) for part in block.prints.strip().split("…"))
            assert re.fullmatch(expected, printed.strip(), re.DOTALL), (
                f"{self.page}:{block.line} printed\n{printed}\nbut the page shows\n{block.prints}"
            )

    def close(self) -> None:
        """End the shell and all it left running: it is the leader of a group of its own."""
        if self.shell is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.shell.pid, signal.SIGTERM)
            self.shell.communicate()

    def _start(self) -> subprocess.Popen[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.Popen(
            ["bash", "-euo", "pipefail"],
            cwd=self.folder,
            env={**os.environ, "PATH": path, "HOME": str(self.folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            start_new_session=True,
        )

    def _bash(self, block: Block) -> str:
        self.shell = self.shell or self._start()
        assert self.shell.stdin
        assert self.shell.stdout
        typed, output = self.folder / f".block-{block.line}", self.folder / f".output-{block.line}"
        typed.write_text(block.code)
        with contextlib.suppress(BrokenPipeError):
            self.shell.stdin.write(f". '{typed}' >'{output}' 2>&1 </dev/null\necho done\n")
        heard, _, _ = select.select([self.shell.stdout], [], [], BLOCK_SECONDS_MAX)
        is_done = bool(heard) and self.shell.stdout.readline() == "done\n"
        printed = output.read_text() if output.exists() else ""
        assert is_done, f"{self.page}:{block.line} failed, or took too long, and printed\n{printed}"
        return printed

    def _python(self, block: Block) -> str:
        printed = io.StringIO()
        program = compile("\n" * (block.line - 1) + block.code, self.page, "exec")
        with contextlib.redirect_stdout(printed), contextlib.chdir(self.folder):
            exec(program, self.namespace)  # noqa: S102 - running the guide's own code is the test
        return printed.getvalue()
