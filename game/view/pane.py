"""A window and the picture in it: takes a page, and draws what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens import navigation
from game.view.window import flipped, usable

if TYPE_CHECKING:
    import pygame

    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.view.controls import Controls
    from game.view.display import Display


class Pane:
    """What one window shows. `take` a page, then `paint`; nothing is drawn when nothing has changed."""

    def __init__(self, window: pygame.Window, display: Display) -> None:
        self.window = window
        self.display = display
        self.surface = window.get_surface()
        self._dirty = True
        self._focus: Intent | None = None

    def take(self, page: Page, app: App, words: Words, now: float, controls: Controls) -> bool:
        """Takes a page, and what hands show of themselves on it; says whether the page looks any different."""
        display, library = self.display, app.library
        display.stands, display.lights = library.stands, library.lights
        display.caps = controls.caps()
        rtl = library.runs_leftward(app.settings.language)
        chosen = navigation.focused(app, page)
        shown = display.show(page, app.settings, words, rtl=rtl, now=now, seen=self.surface, focus=chosen)
        focus = chosen if controls.by_keys else None
        offered = controls.offered()
        if not shown and focus != self._focus:
            display.reveal(focus)
        if offered != display.offered:
            display.offered, self._dirty = offered, True
            display.reveal(offered[0] if offered else focus)
        self._dirty = self._dirty or shown or focus != self._focus
        self._focus = focus
        return shown

    def paint(self, now: float, controls: Controls, *, moving: bool = False) -> bool:
        """Draws what has changed; says whether there is a new picture in the window."""
        if self._dirty:
            self.display.paint(self.surface, now, self._focus, controls.pointed)
        elif moving or self.display.due(now):
            self.display.paint_part(self.surface, now, self._focus, controls.pointed)
        else:
            return False
        if not flipped(self.window):
            self.resized()
            return False
        self._dirty = False
        return True

    def stir(self) -> None:
        """Everything has to be drawn again."""
        self._dirty = True

    def resized(self) -> bool:
        """The window may have another size, or another surface; says whether it is laid out for another size."""
        self.surface = self.window.get_surface()
        size = usable(self.surface.get_size())
        self._dirty = True
        if size == self.display.size:
            return False
        self.display.resize(size)
        return True

    def afresh(self) -> None:
        """As if nothing had been drawn: a picture may have broken off half-way."""
        self.surface = self.window.get_surface()
        self.surface.set_clip(None)
        self.display.resize(usable(self.surface.get_size()))
        self._dirty = True
