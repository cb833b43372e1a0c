"""The window: events in, intents to the screens, commands out. The loop waits when nothing moves."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.screens import commands, navigation
from game.screens.intents import Forward, Intent, Leave, Press, Shift, Typed
from game.screens.keys import Key
from game.screens.pages import page as page_of
from game.screens.update import update
from game.view import keys
from game.view.access.reader import ASKED, Access
from game.view.ahead import drawn_ahead
from game.view.audible import Audible
from game.view.pointer import Beside, Pointer
from game.view.sheet import scale_of
from game.view.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.shelf import Follow, Stock
    from game.screens.words import Words
    from game.view.display import Display

FRAMES = 60
WHEEL = 90  # logical pixels for one notch
_PRESSES = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, ASKED})


class Shell:
    """Runs the game in a window until it is left."""

    def __init__(
        self, app: App, shelf: Stock, window: pygame.Window, display: Display, follow: Follow | None = None
    ) -> None:
        self.app = app
        self._shelf = shelf
        self._follow = follow
        self._window = window
        self._surface = window.get_surface()
        self.display = display
        self._audible = Audible(display, lambda: self._access.heard)
        self._access = Access(window)
        self.running = True
        self._by_keys = True
        self._pointer = Pointer(display)
        self._other_key = False
        self._ahead: Iterator[None] = iter(())
        self._dirty = True
        self._fullscreen = False
        self._focus: Intent | None = None

    # --- the loop ---

    def run(self) -> None:
        """Until the player leaves."""
        self.draw()
        self._access.before_shown()
        self._window.show()
        self._handle_all()
        self.app = replace(self.app, library=self._shelf.library())
        self.draw()
        try:
            self._loop()
        except KeyboardInterrupt:
            self.send(Leave())
        finally:
            self._audible.touched()
            self._access.close()

    def _loop(self) -> None:
        clock = pygame.time.Clock()
        moving = False
        while self.running:
            moved, moving = moving, self.display.motion.moving(self._now())
            if moving:
                self._comes()
                clock.tick(FRAMES)
            elif moved:
                # The last picture was drawn a moment before the movement ended.
                self._dirty = True
            else:
                wait(self._comes, self._ahead)
            self._handle_all()
            if self.running:
                self.draw(moving=moving)

    def _handle_all(self) -> None:
        for event in pygame.event.get():
            if self.running:
                self.handle(event)

    def _comes(self) -> bool:
        """Whether something comes by itself: a movement, news, the next line when this one has been read aloud."""
        now = self._now()
        goes_on = self._audible.goes_on(self.words, now)
        if goes_on:
            self.send(Forward())
        return self.display.due(now) or self._news() or goes_on or self._access.due()

    def _news(self) -> bool:
        """Whether the file that is followed has something new to show."""
        news = self._follow.poll(self._now(), self.app.settings.language) if self._follow else None
        if news:
            if news.pictures:
                self.display.resize(self.display.size)
                self._dirty = True
            self.send(news)
            self.draw()
            self._finish_line()
        return news is not None

    @staticmethod
    def _now() -> float:
        return time.perf_counter()

    @property
    def words(self) -> Words:
        """The texts in the language in force."""
        return self._shelf.words(self.app.settings.language)

    @property
    def _rtl(self) -> bool:
        return self.app.library.runs_leftward(self.app.settings.language)

    def draw(self, *, moving: bool = False) -> None:
        """Shows what has changed, and nothing when nothing has."""
        now = self._now()
        page = page_of(self.app, self.words)
        self.display.stands, self.display.lights = self.app.library.stands, self.app.library.lights
        chosen = navigation.focused(self.app, page)
        shown = self.display.show(
            page, self.app.settings, self.words, rtl=self._rtl, now=now, seen=self._surface, focus=chosen
        )
        focus = chosen if self._by_keys else None
        if shown:
            self._ahead = drawn_ahead(self.app, self._shelf.words, self.display)
        elif focus != self._focus:
            self.display.reveal(focus)
        self._focus, self._dirty = focus, self._dirty or shown or focus != self._focus
        if self._access.show(self.app, self.display, self.words):
            self.display.finish_line(now)
        if self._dirty:
            self.display.paint(self._surface, now, focus, self._pointer.pointed)
        elif moving or self.display.due(now):
            self.display.paint_part(self._surface, now, focus, self._pointer.pointed)
        else:
            return
        self._window.flip()
        self._dirty = False
        self._audible.shows(self.app, page, self.words)

    # --- what happens ---

    def send(self, intent: Intent) -> None:
        """The player meant this."""
        self.app, wanted = update(self.app, intent, self.words)
        for command in wanted:
            self.carry_out(command)
        if self.app.settings.fullscreen != self._fullscreen:
            self._fullscreen = self.app.settings.fullscreen
            self._window.set_fullscreen(desktop=True) if self._fullscreen else self._window.set_windowed()

    def carry_out(self, command: commands.Command) -> None:
        """Does what a screen asked for."""
        match command:
            case commands.OpenStory(story):
                self.send(self._shelf.open_story(story))
            case commands.ReadCode(code):
                self.send(self._shelf.read_code(code))
            case commands.ReadAgain():
                if self._follow:
                    self.send(self._follow.read(self.app.settings.language))
            case commands.Quit():
                self.running = False
            case _:
                self._audible.carry_out(command, self.app, self.words, self._now())

    def handle(self, event: pygame.Event) -> None:
        """One event of the window."""
        if event.type in _PRESSES:
            self._audible.touched()
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.running = False
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED:
                self._resized()
            case pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED | pygame.WINDOWSHOWN:
                self._dirty = True
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.KEYUP:
                self._key_up(event)
            case pygame.MOUSEMOTION:
                self._moved(event)
            case pygame.WINDOWLEAVE:
                self._dirty |= self._pointer.leave()
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._pressed(self._pointer.place(event.pos, self._window.size))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._released(self._pointer.place(event.pos, self._window.size))
            case pygame.MOUSEWHEEL:
                self._scroll(-round(event.y * WHEEL * scale_of(self.display.size)))
            case _ if (asked := self._access.intent(event)) is not None:
                self._by_keys = self._dirty = True
                self.send(asked)
            case _:
                return

    def _resized(self) -> None:
        self._surface = self._window.get_surface()
        if self._surface.get_size() != self.display.size:
            self.display.resize(self._surface.get_size())
            self._ahead = iter(())
        self._dirty = True

    # --- keys ---

    def _key(self, event: pygame.Event) -> None:
        if event.key in keys.SHIFTS:
            self._other_key = False
            return
        self._other_key = True
        self._by_keys = self._dirty = True
        page = page_of(self.app, self.words)
        character = getattr(event, "unicode", "")
        if page.typing and len(character) == 1 and character.isprintable() and character != " ":
            self.send(Typed(character))
            return
        key = keys.meant(event)
        if key is None:
            self._scroll(keys.FAR.get(event.key, 0))
            return
        self._press(keys.mirrored(key, navigation.focused(self.app, page)) if self._rtl else key, page)

    def _press(self, key: Key, page: Page) -> None:
        frame = self.display.frame
        reads = frame is not None and not any(target.scrolls for target in frame.targets)
        step = {Key.DOWN: 1, Key.UP: -1}.get(key, 0)
        if step and reads and self._scroll(step * self.display.size[1] // 6):
            return
        if key in {Key.PAGE_UP, Key.PAGE_DOWN} and key not in page.keys:
            self._scroll(self.display.size[1] // 2 * (1 if key is Key.PAGE_DOWN else -1))
            return
        goes_on = key is Key.RIGHT or (
            key in {Key.SPACE, Key.ENTER} and navigation.focused(self.app, page) == Forward()
        )
        if goes_on and self._finish_line():
            return
        self.send(Press(key))

    def _finish_line(self) -> bool:
        finished = self.display.finish_line(self._now())
        self._dirty |= finished
        return finished

    def _key_up(self, event: pygame.Event) -> None:
        """Shift counts when it was pressed alone: Shift with Tab is a way to walk, not to hide."""
        if event.key in keys.SHIFTS and not self._other_key:
            self.send(Shift(self._now()))
            self._by_keys = self._dirty = True

    # --- pointer ---

    def _moved(self, event: pygame.Event) -> None:
        pos = self._pointer.place(event.pos, self._window.size)
        self._dirty |= self._pointer.move(pos, held=bool(event.buttons[0]))

    def _pressed(self, pos: tuple[int, int]) -> None:
        self._pointer.press(pos)
        self._by_keys, self._dirty = False, True

    def _released(self, pos: tuple[int, int]) -> None:
        released = self._pointer.release(pos)
        self._dirty = True
        if isinstance(released, Beside):
            self._elsewhere()
        elif released and not (released == Forward() and self._finish_line()):
            self.app = replace(self.app, focus=None)
            self.send(released)

    def _elsewhere(self) -> None:
        """A press beside everything leads on where the way on is the only question."""
        page = page_of(self.app, self.words)
        if page.default == Forward() and not self._finish_line():
            self.send(Forward())

    def _scroll(self, pixels: int) -> bool:
        scrolled = self.display.scroll_by(pixels)
        self._dirty = self._dirty or scrolled
        return scrolled
