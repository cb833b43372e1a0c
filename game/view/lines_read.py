"""Which lines have appeared letter by letter, so that none does twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.page import Block, Page


class LinesRead:
    """The lines that have been in the window."""

    def __init__(self) -> None:
        self._read: set[Block] = set()

    def note(self, page: Page) -> None:
        """The line of this page has been there."""
        self._read.add(page.body[0])

    def appears(self, page: Page, before: Page | None) -> bool:
        """Whether the line of this page, which comes after the page `before`, is to appear; it has been there then.

        A sample appears as often as it is another one.
        """
        if page.sample:
            return before is None or before.sample != page.sample
        new = page.body[0] not in self._read
        self.note(page)
        return new
