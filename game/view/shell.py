"""The window: events in, intents to the screens, commands out. The loop waits when nothing moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.screens import commands, navigation
from game.screens.intents import Forward, Intent, Leave
from game.screens.pages import page as page_of
from game.screens.update import update
from game.view.access.reader import Access
from game.view.ahead import drawn_ahead
from game.view.audible import Audible
from game.view.by_itself import ByItself
from game.view.clock import Clock
from game.view.controls import Controls
from game.view.sheet import scale_of
from game.view.waiting import wait
from game.view.window import flipped, usable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.screens.model import App
    from game.screens.shelf import Follow, Stock
    from game.screens.words import Words
    from game.view.display import Display
    from game.view.safely import Safety

FRAMES = 60


class Shell:
    """Runs the game in a window until it is left."""

    def __init__(
        self,
        app: App,
        shelf: Stock,
        window: pygame.Window,
        display: Display,
        follow: Follow | None = None,
        safety: Safety | None = None,
    ) -> None:
        self.app = app
        self._shelf = shelf
        self._follow = follow
        self._safety = safety
        self._clock = Clock()
        self._frames = pygame.time.Clock()
        self._moving = False
        self._window = window
        self._surface = window.get_surface()
        self.display = display
        self._audible = Audible(display, lambda: self._access.heard)
        self._by_itself = ByItself(lambda: self._access.heard)
        self._access = Access(window)
        self.running = True
        self._controls = Controls(self)
        self._ahead: Iterator[None] = iter(())
        self._dirty = True
        self._away = False
        self._fullscreen = False
        self._focus: Intent | None = None

    # --- the loop ---

    def run(self) -> None:
        """Until the player leaves."""
        try:
            self._safely(self._appear)
            self._loop()
        except KeyboardInterrupt:
            self.send(Leave())
        finally:
            self._audible.touched()
            self._access.close()

    def _appear(self) -> None:
        self.draw()
        self._access.before_shown()
        self._window.show()
        self._handle_all()
        self.app = replace(self.app, library=self._shelf.library())
        self.draw()
        if self._safety:
            self._safety.appeared()

    def _loop(self) -> None:
        while self.running:
            self._safely(self._turn)

    def _turn(self) -> None:
        moved, self._moving = self._moving, self.display.motion.moving(self.now())
        if self._moving:
            self._comes()
            self._frames.tick(FRAMES)
        elif moved:
            # The last picture was drawn a moment before the movement ended.
            self._dirty = True
        else:
            self._controls.rest()
            wait(self._comes, self._ahead, self._controls.sift)
        self._handle_all()
        if self.running:
            self.draw(moving=self._moving)

    def _safely(self, do: Callable[[], None]) -> None:
        """Whatever goes wrong, the window stays, and the play in it; only when the page that says so fails too, no more."""
        try:
            do()
        except Exception as error:
            if self._safety is None:
                raise
            self.app = self._safety.fell(error, self.app, self.now())
            self.touched()
            self._moving, self._ahead, self._dirty = False, iter(()), True
            self._surface = self._window.get_surface()
            self._surface.set_clip(None)
            self.display.resize(usable(self._surface.get_size()))
            self._window.show()
            self.draw()

    def _handle_all(self) -> None:
        for event in pygame.event.get():
            if self.running:
                self.handle(event)

    def _comes(self) -> bool:
        """Whether something comes by itself: a movement, news, the next line when this one has been read aloud."""
        now = self.now()
        goes_on = self._audible.goes_on(self.words, now)
        still = self.display.motion.shown(now) is None and not self._away
        goes_on = self._by_itself.goes_on(now, still=still) or goes_on
        if goes_on:
            self.send(Forward())
        held = self._controls.comes(now)
        return self.display.due(now) or self._news() or goes_on or held or self._access.due()

    def _news(self) -> bool:
        """Whether the file that is followed has something new to show."""
        news = self._follow.poll(self.now(), self.app.settings.language) if self._follow else None
        if news:
            if news.pictures:
                self.display.resize(self.display.size)
                self._dirty = True
            self.send(news)
            self.draw()
            self.finish_line()
        return news is not None

    def now(self) -> float:
        """The time in seconds, from any start; it never goes back."""
        return self._clock.now()

    @property
    def words(self) -> Words:
        """The texts in the language in force."""
        return self._shelf.words(self.app.settings.language)

    @property
    def leftward(self) -> bool:
        """Whether that language is written from right to left."""
        return self.app.library.runs_leftward(self.app.settings.language)

    def draw(self, *, moving: bool = False) -> None:
        """Shows what has changed, and nothing when nothing has."""
        now = self.now()
        page = page_of(self.app, self.words)
        self.display.stands, self.display.lights = self.app.library.stands, self.app.library.lights
        self.display.caps = self._controls.caps()
        chosen = navigation.focused(self.app, page)
        shown = self.display.show(
            page, self.app.settings, self.words, rtl=self.leftward, now=now, seen=self._surface, focus=chosen
        )
        focus = chosen if self._controls.by_keys else None
        offered = self._controls.offered()
        if shown:
            self._ahead = drawn_ahead(self.app, self._shelf.words, self.display)
        elif focus != self._focus:
            self.display.reveal(focus)
        if offered != self.display.offered:
            self.display.offered, self._dirty = offered, True
            self.display.reveal(offered[0] if offered else focus)
        self._focus, self._dirty = focus, self._dirty or shown or focus != self._focus
        self._by_itself.shows(self.app, page)
        if self._access.show(self.app, self.display, self.words):
            self.display.finish_line(now)
        if self._dirty:
            self.display.paint(self._surface, now, focus, self._controls.pointed)
        elif moving or self.display.due(now):
            self.display.paint_part(self._surface, now, focus, self._controls.pointed)
        else:
            return
        if not flipped(self._window):
            self._resized()
            return
        self._dirty = False
        self._audible.shows(self.app, page, self.words)
        if self._safety:
            self._safety.shown(self.app, now)

    @property
    def window_size(self) -> tuple[int, int]:
        """The window in the units of a pointer."""
        return self._window.size

    def touched(self) -> None:
        """The player did something, no matter what."""
        self._audible.touched()
        self._by_itself.touched()

    def tell(self, sentence: str, icon: str) -> None:
        """One calm sentence at the edge of the window, where nothing is hidden."""
        if not self.app.hidden:
            self.display.caption.say(sentence, icon, self.now())

    def stir(self) -> None:
        """Something has to be drawn again."""
        self._dirty = True

    def finish_line(self) -> bool:
        """The whole line at once; says whether it was still appearing."""
        finished = self.display.finish_line(self.now())
        self._dirty |= finished
        return finished

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
            case commands.WriteReport():
                if self._safety:
                    size = self.display.size
                    self.send(self._safety.clerk.written(size, scale_of(size)))
            case commands.Quit():
                self.running = False
            case _:
                self._audible.carry_out(command, self.app, self.words, self.now())

    def handle(self, event: pygame.Event) -> None:
        """One event of the window."""
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.running = False
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWDISPLAYCHANGED:
                self._resized()
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._away = event.type == pygame.WINDOWFOCUSLOST
            case pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED | pygame.WINDOWSHOWN:
                self._dirty = True
            case _ if (asked := self._access.intent(event)) is not None:
                self.touched()
                self._controls.by_keys = self._dirty = True
                self.send(asked)
            case _:
                self._controls.handle(event)

    def _resized(self) -> None:
        self._surface = self._window.get_surface()
        size = usable(self._surface.get_size())
        if size != self.display.size:
            self.display.resize(size)
            self._ahead = iter(())
        self._dirty = True
