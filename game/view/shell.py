"""The window: events in, intents to the screens, commands out. The loop waits when nothing moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.screens import commands
from game.screens.intents import Forward, Leave
from game.screens.pages import page as page_of
from game.screens.update import update
from game.view.access.reader import Access
from game.view.ahead import drawn_ahead
from game.view.audible import Audible
from game.view.by_itself import ByItself
from game.view.class_stage import ClassStage, Equipment
from game.view.clock import Clock
from game.view.controls import Controls
from game.view.in_class import InClass
from game.view.pane import Pane
from game.view.sheet import scale_of
from game.view.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.page import Page
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
        equipment: Equipment | None = None,
    ) -> None:
        self.app = app
        self._shelf = shelf
        self._follow = follow
        self._safety = safety
        self._clock = Clock()
        self._frames = pygame.time.Clock()
        self._moving = False
        self._window = window
        self.display = display
        self._pane = Pane(window, display)
        self._audible = Audible(display, lambda: self._access.heard)
        self._by_itself = ByItself(lambda: self._access.heard)
        self._access = Access(window)
        self.running = True
        self._controls = Controls(self)
        self._class = ClassStage(self, window, equipment or Equipment(), safety)
        self._guest = InClass(self, equipment.desk if equipment else None)
        self._ahead: Iterator[None] = iter(())
        self._away = False
        self._fullscreen = False

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
            self._class.close(left=not self.running)
            self._guest.close()

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
            self.stir()
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
            self.app = self._class.mended(self.app, self._safety.fell(error, self.app, self.now()))
            self.touched()
            self._moving, self._ahead = False, iter(())
            self._pane.afresh()
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
        told = self._class.comes(now) | self._guest.comes(now)
        return self.display.due(now) or self._news() or goes_on or held or told or self._access.due()

    def _news(self) -> bool:
        """Whether the file that is followed has something new to show."""
        news = self._follow.poll(self.now(), self.app.settings.language) if self._follow else None
        if news:
            if news.pictures:
                self.display.resize(self.display.size)
                self.stir()
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

    @property
    def page(self) -> Page:
        """What is shown now."""
        return page_of(self.app, self.words)

    def draw(self, *, moving: bool = False) -> None:
        """Shows what has changed, and nothing when nothing has."""
        now, page = self.now(), self.page
        if self._pane.take(page, self.app, self.words, now, self._controls):
            self._ahead = drawn_ahead(self.app, self._shelf.words, self.display)
        self._by_itself.shows(self.app, page)
        if self._access.show(self.app, self.display, self.words):
            self.display.finish_line(now)
        if self._pane.paint(now, self._controls, moving=moving):
            self._audible.shows(self.app, page, self.words)
            if self._safety:
                self._safety.shown(self.app, now)
            # A movement that began with this picture may be over before the next turn: then it has to be drawn to its end.
            self._moving = self.display.motion.moving(now) or self._moving
        self._class.draw()

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
        self._pane.stir()

    def unfocus(self) -> None:
        """Nothing was chosen with keys any more."""
        self.app = replace(self.app, focus=None)

    def finish_line(self) -> bool:
        """The whole line at once; says whether it was still appearing."""
        finished = self.display.finish_line(self.now())
        if finished:
            self.stir()
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
            case commands.StartHub() | commands.TellHub() | commands.KeepPlace():
                self._class.carry_out(command)
            case commands.KeepPath() | commands.ReadPath() | commands.MakePack():
                self._class.carry_out(command)
            case commands.TakeSeat() | commands.TellScene() | commands.TellAnswer():
                self._guest.carry_out(command)
            case _:
                self._audible.carry_out(command, self.app, self.words, self.now())

    def handle(self, event: pygame.Event) -> None:
        """One event of a window."""
        if self._class.handle(event):
            return
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.running = False
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWDISPLAYCHANGED:
                self._resized()
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._away = event.type == pygame.WINDOWFOCUSLOST
            case pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED | pygame.WINDOWSHOWN:
                self.stir()
            case _ if (asked := self._access.intent(event)) is not None:
                self.touched()
                self._controls.by_keys = True
                self.stir()
                self.send(asked)
            case _:
                self._controls.handle(event)

    def _resized(self) -> None:
        if self._pane.resized():
            self._ahead = iter(())
