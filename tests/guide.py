"""The authors' page, `scenarios/README.md`: the blocks in it, and what the commands in it really say.

What a block is stands after its three backticks:

| | |
|---|---|
| `yaml` | a piece of a story, which fits into the base story of the tests |
| `yaml ur kiosken` | a piece of the whole story on the page; `# …` stands for what is left out |
| `yaml NAME/story.yaml`, `plan NAME/x.plan` | a file, whole |
| `yaml places.yaml`, `yaml released.yaml` | a piece of that file |
| `diff NAME/story.yaml` | a change of a file: lines with - go, lines with + come |
| `console` | commands after `$`, each with what it says |
| `sh` | commands that open a window, or that only the keepers of the stories use |
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.cli import main
from game.resources import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = SCENARIOS / "README.md"
WHOLE = "kiosken"
"""The story that stands whole on the page."""

_BLOCK = re.compile(r"^ *```(\w+) ?([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the word after its backticks, the rest there, its text, and where that stands on the page."""

    language: str
    of: str
    text: str
    span: tuple[int, int]

    @property
    def is_file(self) -> bool:
        return "/" in self.of and self.language != "diff"

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands of a console, or of a block of commands."""
        prompt = _PROMPT if self.language == "console" else ""
        lines = self.text.splitlines()
        return tuple(line.removeprefix(prompt) for line in lines if line.startswith(prompt))


def blocks(page: str) -> tuple[Block, ...]:
    """All blocks of a page, in their order."""
    return tuple(
        Block(found[1], found[2], textwrap.dedent(found[3]), found.span(3)) for found in _BLOCK.finditer(page)
    )


def refreshed(page: str, folder: Path) -> str:
    """The page with what its commands say today. `folder` is an empty one, to write its files in."""
    written, end = [], 0
    for block, said in _played(blocks(page), folder):
        start, stop = block.span
        written += [page[end:start], said]
        end = stop
    return "".join((*written, page[end:]))


def _played(found: tuple[Block, ...], folder: Path) -> Iterator[tuple[Block, str]]:
    """Every console with its commands and what they say, while the files of the page are written and changed."""
    desk, empty = folder / "desk", folder / "empty"
    for each in (desk, empty):
        each.mkdir()
    for block in found:
        # The page begins with pieces of this story, and has the whole of it further down.
        if block.is_file and block.of.startswith(f"{WHOLE}/"):
            _write(desk / block.of, block.text)
    for block in found:
        if block.is_file:
            _write(desk / block.of, block.text)
        elif block.language == "diff":
            path = desk / block.of
            path.write_text(changed(path.read_text(encoding="utf-8"), block.text), encoding="utf-8")
        elif block.language == "console":
            yield block, "".join(_answered(command, desk, empty) for command in block.commands)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def changed(text: str, diff: str) -> str:
    """A text with a change made in it; the lines that go, and those around them, must stand there exactly once."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in "- ")
    after = "".join(line[1:] for line in lines if line[0] in "+ ")
    assert text.count(before) == 1, f"not there exactly once:\n{before}"
    return text.replace(before, after)


def _answered(command: str, desk: Path, empty: Path) -> str:
    """A command as it is typed, and what it says. A story is begun where none is yet."""
    arguments = shlex.split(command)[1:]
    out = io.StringIO()
    with contextlib.chdir(empty if arguments[0] == "new" else desk), contextlib.redirect_stdout(out):
        main(arguments)
    return f"{_PROMPT}{command}\n{out.getvalue().replace(os.sep, '/')}"
