"""A classroom that is not there, and a stage that has it beside it: windows that nobody sees, and hands at both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.resources import SCENARIOS
from game.screens.lesson.intents import PackMade, PathFound, PathKept, StartLesson
from game.screens.lesson.state import ClassPath, Part
from game.screens.model import App
from game.view import two_windows
from game.view.art import Art
from game.view.class_stage import Equipment
from game.view.display import Display
from game.view.rig import load_rig
from game.view.shell import Shell
from game.view.window import open_window
from tests.view.at_the_window import SMALL, STILL
from tests.view.every_screen import shelf

if TYPE_CHECKING:
    import pytest

    from game.screens.intents import Intent
    from game.screens.lesson.wire import HubSeen, ToHub
    from game.view.safely import Safety

BESIDE = (900, 560)
"""The size of a teacher's window here."""
LOOKS = 3
"""So often the loop looks whether something has come, before it draws."""


@dataclass
class FakeClassroom:
    """Notes what it is told; what is put into `news` comes, one thing at each look."""

    news: list[HubSeen | PathFound | PackMade] = field(default_factory=list)
    done: list[object] = field(default_factory=list)
    told: list[ToHub] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)
    left: bool = False

    def start(self, *, devices: bool, rehearsal: bool) -> None:
        self.done.append(("start", devices, rehearsal))

    def tell(self, command: ToHub) -> None:
        self.told.append(command)

    def keep_place(self, path: ClassPath) -> None:
        self.done.append(("place", path))

    def make_pack(self, story: str, language: str, municipality: str) -> None:
        self.done.append(("pack", story, language, municipality))

    def poll(self, now: float) -> HubSeen | PathFound | PackMade | None:
        self.polls.append(now)
        return self.news.pop(0) if self.news else None

    def keep(self, path: ClassPath) -> PathKept:
        self.done.append(("keep", path))
        return PathKept("lektion.json")

    def found(self) -> PathFound:
        self.done.append("found")
        return PathFound(ClassPath("svara-direkt", "", Part.CHECKLIST))

    def close(self) -> None:
        self.left = True


class AtLesson:
    """A stage in a window, and a teacher's window where there is one. `now` is the time."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        *,
        windows: int | None = 1,
        room: FakeClassroom | None = None,
        safety: Safety | None = None,
    ) -> None:
        pygame.display.init()
        pygame.event.clear()
        self.now = 1000.0
        monkeypatch.setattr(Shell, "now", lambda _: self.now)
        monkeypatch.setattr(two_windows, "open_window", self._opened)
        self.room = FakeClassroom() if room is None else room
        self.stage = open_window("Övningar", SMALL)
        self.beside: list[pygame.Window] = []
        self.displays: list[Display] = []
        kit = Equipment(lambda: self.room, self._display, windows)
        self.shell = Shell(
            App(shelf().library(), STILL),
            shelf(),
            self.stage,
            self._display(SMALL),
            safety=safety,
            equipment=kit,
        )
        self.draw()

    def _display(self, size: tuple[int, int]) -> Display:
        art = Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits"))
        self.displays.append(Display(art, size))
        return self.displays[-1]

    def _opened(self, title: str, *, place: tuple[int, int]) -> pygame.Window:
        assert place
        self.beside.append(open_window(title, BESIDE))
        return self.beside[-1]

    def close(self) -> None:
        """Everything goes away."""
        self.shell._class.close(left=True)
        self.stage.destroy()
        pygame.event.clear()

    @property
    def teacher(self) -> pygame.Window:
        """The teacher's window."""
        return self.beside[-1]

    def draw(self) -> None:
        """As the loop does: what has come, what has happened, and then the pictures."""
        for _ in range(LOOKS):
            self.shell._comes()
            self.now += 0.001
        for event in pygame.event.get():
            self.shell.handle(event)
        self.shell.draw()

    def begin(self) -> None:
        """A lesson begins."""
        self.send(StartLesson())

    def send(self, *intents: Intent) -> None:
        for intent in intents:
            self.shell.send(intent)
        self.draw()

    def wait(self, seconds: float) -> None:
        """Time passes, and the loop looks often."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + 0.014)
            self.draw()

    def post(self, window: pygame.Window, *events: pygame.Event) -> None:
        """Events of a window."""
        for event in events:
            pygame.event.post(pygame.Event(event.type, event.dict | {"window": window}))
        self.draw()

    def key(self, window: pygame.Window, key: int, text: str = "") -> None:
        """A key is pressed and let go in a window."""
        down, up = (
            pygame.Event(kind, key=key, unicode=text, mod=0, scancode=0)
            for kind in (pygame.KEYDOWN, pygame.KEYUP)
        )
        self.post(window, down, up)

    def middle(self, window: pygame.Window, intent: Intent) -> tuple[int, int]:
        """The middle of what means that."""
        display = self.displays[0] if window is self.stage else self.displays[-1]
        assert display.frame
        (target,) = [each for each in display.frame.targets if each.item.intent == intent]
        return display.where(target).center

    def click(self, window: pygame.Window, intent: Intent) -> None:
        """A click in the middle of what means that."""
        pos = self.middle(window, intent)
        moved = pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(1, 1), buttons=(0, 0, 0), touch=False)
        down, up = (
            pygame.Event(kind, pos=pos, button=1, touch=False, clicks=1)
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        )
        self.post(window, moved, down, up)

    def point(self, pos: tuple[int, int]) -> None:
        """The pointer moves on the stage."""
        self.post(
            self.stage,
            pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(1, 1), buttons=(0, 0, 0), touch=False),
        )

    @property
    def pictures(self) -> tuple[bytes, bytes]:
        """What is seen on the stage, and in the teacher's window."""
        seen = [pygame.image.tobytes(each.get_surface(), "RGB") for each in (self.stage, self.teacher)]
        return seen[0], seen[1]
