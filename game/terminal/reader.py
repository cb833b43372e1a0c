"""What is said of a page: all of it the first time, afterwards only what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.page import Field, Screen
from game.terminal.commands import command_list
from game.terminal.exercise import exercise
from game.terminal.numbers import LINES
from game.terminal.page_lines import PageReader
from game.terminal.story_lines import Heard, line, surroundings

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.terminal.commands import Letters

LONG = 12
"""Paragraphs; a longer page that one comes back to is not read from its beginning again."""


class Reader:
    """Remembers what has been read, until the end of the session."""

    def __init__(self) -> None:
        self._heard = Heard()
        self._small_print: frozenset[str] = frozenset()
        self._read: dict[int, tuple[Screen, list[str]]] = {}
        self._last: Screen | None = None
        self._listed = False

    def read(self, app: App, page: Page, words: Words, letters: Letters, *, afresh: bool) -> list[str]:
        """The paragraphs to say; with `afresh` as if nothing of this page had been read."""
        last, self._last = self._last, page.screen
        if app.hidden:
            practice, first = app.hidden.practice, afresh or last is not Screen.HIDDEN
            return exercise(page, words, letters, first=first, practice=practice)
        if afresh:
            self._heard, self._small_print = Heard(), frozenset()
        if page.screen is Screen.CODE and last is Screen.CODE and not afresh:
            return [
                text for block in page.body if isinstance(block, Field) for text in (block.answer,) if text
            ]
        you = app.play.story.you if app.play else ""
        around, self._heard = surroundings(page, self._heard, app.library.alts, you, words)
        reader = PageReader(page, words, letters, self._small_print)
        if page.screen in LINES:
            begins = afresh or last is not page.screen
            picks = reader.foot() if page.screen is Screen.EYES and begins else []
            self._forget(len(app.under))
            said = (*picks, line(page, words), *(() if picks else reader.explained()))
            return [*self._first_time(words, letters), *around, *said]
        self._small_print |= reader.small_print()
        return [*around, *self._page(page, reader, len(app.under), afresh=afresh)]

    def _first_time(self, words: Words, letters: Letters) -> list[str]:
        """How to play, before the first line of all."""
        if self._listed:
            return []
        self._listed = True
        return ["", *command_list(letters, words)]

    def _forget(self, depth: int) -> None:
        """Pages that have been closed are new when they are opened again."""
        self._read = {lower: read for lower, read in self._read.items() if lower < depth}

    def _page(self, page: Page, reader: PageReader, depth: int, *, afresh: bool) -> list[str]:
        body, foot = reader.body(), reader.foot()
        screen, before = self._read.get(depth, (None, []))
        self._forget(depth)
        if depth:
            self._read[depth] = page.screen, body
        if afresh or screen is not page.screen or len(body) <= LONG:
            return [*body, *foot]
        return ["", page.title, *(paragraph for paragraph in body if paragraph not in before), *foot]
