"""The teacher's own window, on a display that the class does not see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.lazy import later
from game.screens import navigation
from game.screens.intents import Focus, MoveFocus, Press
from game.screens.keys import Key
from game.screens.lesson.state import LessonScreen
from game.screens.pages import page as page_of
from game.screens.pressing import meant
from game.screens.settings import Speed
from game.view.access.reader import Access
from game.view.controls import Controls
from game.view.pane import Pane

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.lesson.teacher import teacher_page
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.view.display import Display
    from game.view.game import Game
else:
    teacher_page = later("game.screens.lesson.teacher", "teacher_page")


class TeacherWindow:
    """Shows the teacher's page; what is meant there happens on the stage. Focus is its own, and nothing moves in it.

    While something lies over the lesson on the stage, such as help or the settings, this window shows the same, so that
    all of it can be done from here. Dölj covers it too (see `teacher_page`).
    """

    def __init__(self, stage: Game, window: pygame.Window, display: Display) -> None:
        self._stage = stage
        self.window = window
        self.display = display
        self._pane = Pane(window, display)
        self._controls = Controls(self)
        self._access = Access(window)
        self._chosen: Intent | None = None
        self._fullscreen = False

    # --- what hands reach (see `Game`) ---

    @property
    def app(self) -> App:
        """The program, with this window's focus."""
        return replace(self._stage.app, focus=self._chosen)

    @property
    def page(self) -> Page:
        """What is shown here."""
        app = self.app
        if app.lesson is None or not isinstance(app.screen, LessonScreen):
            return page_of(app, self.words)
        return teacher_page(app, app.lesson, self.words)

    @property
    def words(self) -> Words:
        """The texts in the language in force."""
        return self._stage.words

    @property
    def leftward(self) -> bool:
        """Whether that language is written from right to left."""
        return self._stage.leftward

    @property
    def window_size(self) -> tuple[int, int]:
        """The window in the units of a pointer."""
        return self.window.size

    def now(self) -> float:
        """The time in seconds, from any start."""
        return self._stage.now()

    def send(self, intent: Intent) -> None:
        """The teacher meant this."""
        match intent:
            case Press(Key.F11):
                self._fullscreen = not self._fullscreen
                self.window.set_fullscreen(desktop=True) if self._fullscreen else self.window.set_windowed()
            case Press(key):
                wanted = meant(self.app, self.page, key)
                if wanted:
                    self.send(wanted)
            case Focus(target):
                self._chosen = target
            case MoveFocus(by):
                self._chosen = navigation.move_focus(self.app, by, self.page).focus
            case _:
                self._stage.send(intent)

    def unfocus(self) -> None:
        """Nothing was chosen with keys any more."""
        self._chosen = None

    def finish_line(self) -> bool:
        """Nothing appears letter by letter here."""
        return False

    def stir(self) -> None:
        """Something has to be drawn again."""
        self._pane.stir()

    def touched(self) -> None:
        """The teacher did something, no matter what."""
        self._stage.touched()

    def tell(self, sentence: str, icon: str) -> None:
        """One calm sentence at the edge of the window."""
        if not self.app.hidden:
            self.display.caption.say(sentence, icon, self.now())

    # --- what the stage asks of it ---

    def show(self) -> None:
        """It can be seen from now on, and has the keyboard."""
        self.draw()
        self._access.before_shown()
        self.window.show()
        self.window.focus()

    def draw(self) -> None:
        """Shows what has changed, and nothing when nothing has."""
        app, now = self.app, self.now()
        still = replace(app.settings, less_motion=True, speed=Speed.AT_ONCE)
        self._pane.take(self.page, replace(app, settings=still), self.words, now, self._controls)
        self._access.show(app, self.display, self.words)
        self._pane.paint(now, self._controls)

    def comes(self, now: float) -> bool:
        """Whether something is to be drawn that comes by itself. To be asked often."""
        return self._controls.comes(now) or self.display.due(now) or self._access.due()

    def asked(self, event: pygame.Event) -> bool:
        """Whether a reader asked for something at this window, which then was done."""
        intent = self._access.intent(event)
        if intent is None:
            return False
        self.touched()
        self._controls.by_keys = True
        self.stir()
        self.send(intent)
        return True

    def handle(self, event: pygame.Event) -> None:
        """One event of this window."""
        match event.type:
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWDISPLAYCHANGED:
                self._pane.resized()
            case pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED | pygame.WINDOWSHOWN:
                self._pane.stir()
            case _:
                self._controls.handle(event)

    def close(self) -> None:
        """The window goes away."""
        self._access.close()
        self.window.destroy()
