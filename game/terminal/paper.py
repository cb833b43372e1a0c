"""Where the lines go: wrapped at the width of the terminal, and cleared away when the game hides."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import sys
import textwrap
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 78
NARROWEST = 10
"""Columns."""
CLEARED = "\x1b[3J\x1b[2J\x1b[H"
"""What was said before, what is seen now, and then to the top."""
PROMPT = "> "

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
"""A text must not steer the terminal."""


class Closed(Exception):  # noqa: N818 - not an error: the reader has gone
    """Nobody reads any more."""


class Paper:
    """Writes paragraphs to a stream. Raises Closed when the other end is gone."""

    def __init__(self, out: TextIO) -> None:
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(errors="replace")
        self._out = out
        self._seen = out.isatty()
        self._clears = self._seen and _understands_codes()

    def say(self, paragraphs: Iterable[str]) -> None:
        """Each paragraph from a new line; an empty one is an empty line."""
        columns = shutil.get_terminal_size().columns
        width = max(NARROWEST, min(WIDEST, columns))
        lines = [line for paragraph in paragraphs for line in _wrapped(paragraph, width)]
        self._write("".join(f"{line}\n" for line in lines))

    def ask(self) -> None:
        """Shows that it is the reader's turn, where somebody types."""
        if self._seen:
            self._write(PROMPT)

    def clear(self) -> None:
        """Everything out of sight, and out of what can be scrolled back to where the terminal can do that.

        The empty lines come first: they push what is seen to where the codes remove it, also in terminals
        that keep what is cleared.
        """
        self._write("\n" * shutil.get_terminal_size().lines + (CLEARED if self._clears else ""))

    def wipe(self) -> None:
        """As `clear`, but only on a terminal: a file or a pipe keeps what it was given."""
        if self._seen:
            self.clear()

    def give_up(self) -> None:
        """What is still waiting to be written goes nowhere, so that Python's own last flush does not fail."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except OSError as gone:
            raise Closed from gone


def _wrapped(paragraph: str, width: int) -> list[str]:
    # Not at hyphens: a code and a number must be found on one line.
    return textwrap.wrap(paragraph.translate(_CONTROLS), width, break_on_hyphens=False) or [""]


def _understands_codes() -> bool:
    """Whether the terminal clears itself when told to; the old Windows console first has to be asked."""
    if sys.platform == "win32":
        console = ctypes.windll.kernel32
        output, processed_wrapped_and_codes = -11, 7
        return bool(console.SetConsoleMode(console.GetStdHandle(output), processed_wrapped_and_codes))
    return True
