"""Every code block of the README and the guide runs, in order, and prints what the page says."""

import contextlib
from pathlib import Path

import pytest

from tests.guide.page import Block, Reader, blocks
from tests.tidy.tree import prose, read

PAGES = [path for path in prose() if path == "README.md" or path.startswith("docs/guide/")]


@pytest.mark.parametrize("path", PAGES)
def test_every_block_of_the_page_runs(path: str, tmp_path: Path) -> None:
    with contextlib.closing(Reader(path, tmp_path)) as reader:
        for block in blocks(read(path)):
            if not block.not_run:
                reader.run(block)


def test_a_block_is_set_aside_only_with_a_reason_of_some_words() -> None:
    excused = {f"{path}:{block.line}": block.not_run for path in PAGES for block in blocks(read(path)) if block.not_run}
    assert all(len(reason.split()) >= 4 for reason in excused.values()), excused


def test_a_page_that_lies_fails(tmp_path: Path) -> None:
    lies = [
        "```bash\nfalse | true\n```",
        "```python\nprint(1 + 1)\n```\n\n```text\n3\n```",
        "```bash\necho b; echo a\n```\n```text\na…b\n```",
    ]
    for page in lies:
        (block,) = blocks(page)
        reader = Reader("made-up page", tmp_path)
        with contextlib.closing(reader), pytest.raises(AssertionError, match="made-up page:2"):
            reader.run(block)


def test_one_shell_reads_the_whole_page(tmp_path: Path) -> None:
    page = "```bash\nfolder=here\nmkdir $folder\ncd $folder\n```\n\n```bash\nbasename $PWD\n```\n```text\nhere\n```\n"
    with contextlib.closing(Reader("made-up page", tmp_path)) as reader:
        for block in blocks(page):
            reader.run(block)


def test_output_is_compared_with_gaps(tmp_path: Path) -> None:
    (block,) = blocks("```python\nprint('took 0.31 s')\n```\n\n```text\ntook … s\n```")
    Reader("made-up page", tmp_path).run(block)


def test_a_directive_belongs_to_the_block_below_it() -> None:
    page = "<!-- not run: it would start a browser -->\n```bash\nopen page\n```\n\ntext\n\n```bash\ntrue\n```\n"
    assert [block.not_run for block in blocks(page)] == ["it would start a browser", ""]
    assert all(isinstance(block, Block) for block in blocks(page))
