"""Somebody who plays: a window that nobody sees, and hands that press its keys and things by posted events."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pygame

from game.resources import SCENARIOS
from game.screens import navigation
from game.screens.intents import Forward
from game.screens.keys import Key
from game.screens.model import App
from game.screens.settings import Settings
from game.view.art import Art
from game.view.display import Display
from game.view.rig import load_rig
from game.view.sheet import scale_of
from game.view.shell import Shell
from game.view.window import open_window
from tests.view.every_screen import Size, shelf, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.intents import Intent
    from game.screens.page import Item, Page
    from game.view.frame import Frame, Target
    from game.view.pointed import Pointed

KEYS = {
    Key.SPACE: pygame.K_SPACE,
    Key.ENTER: pygame.K_RETURN,
    Key.TAB: pygame.K_TAB,
    Key.UP: pygame.K_UP,
    Key.DOWN: pygame.K_DOWN,
    Key.LEFT: pygame.K_LEFT,
    Key.RIGHT: pygame.K_RIGHT,
    Key.ESCAPE: pygame.K_ESCAPE,
    Key.BACKSPACE: pygame.K_BACKSPACE,
    Key.PAGE_UP: pygame.K_PAGEUP,
    Key.PAGE_DOWN: pygame.K_PAGEDOWN,
    Key.F: pygame.K_f,
    Key.O: pygame.K_o,
    Key.F1: pygame.K_F1,
    Key.F2: pygame.K_F2,
    Key.F3: pygame.K_F3,
    Key.F11: pygame.K_F11,
    **{Key(str(digit)): pygame.K_0 + digit for digit in range(1, 10)},
}


class LaidOutOnly(Display):
    """Lays out and never paints, for windows so large that painting every page would take minutes."""

    def paint(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        """Nothing."""


class Watched:
    """The window, and how often its picture was shown."""

    def __init__(self, window: pygame.Window) -> None:
        self.window = window
        self.flips = 0

    @property
    def size(self) -> Size:
        return self.window.size

    @property
    def title(self) -> str:
        return self.window.title

    @property
    def focused(self) -> bool:
        return self.window.focused

    @property
    def position(self) -> tuple[int, int]:
        return self.window.position

    def get_surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self.window.get_surface()

    def flip(self) -> None:
        """The picture is shown."""
        self.flips += 1
        self.window.flip()

    def show(self) -> None:
        """It can be seen from now on."""
        self.window.show()

    def set_fullscreen(self, *, desktop: bool) -> None:
        """The whole screen."""
        self.window.set_fullscreen(desktop=desktop)

    def set_windowed(self) -> None:
        """A window again."""
        self.window.set_windowed()


class Player:
    """Somebody at a window. Events are posted, fetched and handled as the loop does, and then it is drawn."""

    def __init__(
        self, size: Size = (1024, 600), settings: Settings | None = None, *, painted: bool = True
    ) -> None:
        pygame.display.init()
        pygame.event.clear()
        self.watched = Watched(open_window("Övningar", size))
        art = Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits"))
        display = (Display if painted else LaidOutOnly)(art, size)
        app = App(shelf().library(), settings or Settings())
        self.shell = Shell(app, shelf(), cast("pygame.Window", self.watched), display)
        self.shell.draw()

    def close(self) -> None:
        """The window goes away."""
        self.watched.window.destroy()
        pygame.event.clear()

    @property
    def app(self) -> App:
        return self.shell.app

    @app.setter
    def app(self, app: App) -> None:
        self.shell.app = app
        self.shell.draw()

    @property
    def picture(self) -> pygame.Surface:
        """What is seen."""
        return self.watched.get_surface()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return shown(self.shell.app)

    @property
    def frame(self) -> Frame:
        """Where everything is."""
        frame = self.shell.display.frame
        assert frame is not None
        return frame

    @property
    def focus(self) -> Intent | None:
        """What has focus."""
        return navigation.focused(self.app, self.page)

    def post(self, *events: pygame.Event) -> None:
        """Events come in, and are handled; then the window is drawn."""
        for event in events:
            pygame.event.post(event)
        for event in pygame.event.get():
            if self.shell.running:
                self.shell.handle(event)
        if self.shell.running:
            self.shell.draw()

    def key(self, key: int, text: str = "", mod: int = 0) -> None:
        """A key is pressed and let go."""
        self.post(_key(pygame.KEYDOWN, key, text, mod))
        self.post(_key(pygame.KEYUP, key, text, mod))

    def press(self, key: Key) -> None:
        """A key by its meaning."""
        text = key.value if key.value.isdigit() else " " if key is Key.SPACE else ""
        self.key(KEYS[key], text)

    def target(self, intent: Intent) -> Target:
        """Where something can be pressed."""
        found = [target for target in self.frame.targets if target.item.intent == intent]
        assert found, f"{intent} is not there on {self.page.screen}"
        return found[0]

    def middle(self, intent: Intent) -> tuple[int, int]:
        """The middle of what can be seen of a target; the wheel is turned until it can be seen."""
        target = self.target(intent)
        display, scroll = self.shell.display, self.frame.scroll
        if target.scrolls and scroll:
            for _ in range(200):
                box = display.where(target)
                seen = box.clip(scroll.area)
                if seen.height >= min(box.height, scroll.area.height) - 1:
                    break
                self.wheel(1 if box.y < scroll.area.y else -1)
            return display.where(target).clip(scroll.area).center
        return display.where(target).center

    def wheel(self, notches: int) -> None:
        """The wheel is turned; up is positive."""
        self.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False, touch=False))

    def move(self, pos: tuple[int, int], *, held: bool = False) -> None:
        """The pointer moves."""
        self.post(_moved(pos, held=held))

    def button(self, kind: int, pos: tuple[int, int], button: int = 1) -> None:
        """A button of the mouse goes down or up."""
        self.post(_button(kind, pos, button=button))

    def click(self, pos: tuple[int, int]) -> None:
        """The mouse is moved there and clicked."""
        down, up = _button(pygame.MOUSEBUTTONDOWN, pos), _button(pygame.MOUSEBUTTONUP, pos)
        self.post(_moved(pos), down, up)

    def tap(self, pos: tuple[int, int]) -> None:
        """A finger taps, as SDL tells it: a finger, and a mouse made from it."""
        down = _button(pygame.MOUSEBUTTONDOWN, pos, touch=True)
        up = _button(pygame.MOUSEBUTTONUP, pos, touch=True)
        self.post(self._finger(pygame.FINGERDOWN, pos), down, self._finger(pygame.FINGERUP, pos), up)

    def _finger(self, kind: int, pos: tuple[int, int]) -> pygame.Event:
        x, y = pos[0] / self.frame.size[0], pos[1] / self.frame.size[1]
        return pygame.Event(kind, touch_id=1, finger_id=1, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0)

    def scale(self) -> float:
        """Device pixels for a logical one."""
        return scale_of(self.frame.size)


def _moved(pos: tuple[int, int], *, held: bool = False) -> pygame.Event:
    return pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(1, 1), buttons=(int(held), 0, 0), touch=False)


def _button(kind: int, pos: tuple[int, int], *, touch: bool = False, button: int = 1) -> pygame.Event:
    return pygame.Event(kind, pos=pos, button=button, touch=touch, clicks=1)


def _key(kind: int, key: int, text: str, mod: int) -> pygame.Event:
    return pygame.Event(kind, key=key, unicode=text, mod=mod, scancode=0)


# --- hands: ways to do what one means --------------------------------------------------------------


def with_keys(player: Player, intent: Intent) -> None:
    """The key shown on the thing; where there is none, focus is moved to it and Enter pressed."""
    item = next(item for item in player.page.items() if item.intent == intent)
    key = Key.SPACE if intent == Forward() else _key_of(item, player)
    if key:
        player.press(key)
        return
    for _ in player.page.items():
        if player.focus == intent:
            break
        player.press(Key.TAB)
    assert player.focus == intent
    player.press(Key.ENTER)


def _key_of(item: Item, player: Player) -> Key | None:
    works = item.key and (item.key in player.page.keys or player.focus == item.intent)
    return item.key if works else None


def with_mouse(player: Player, intent: Intent) -> None:
    """A click in the middle of it."""
    player.click(player.middle(intent))


def with_finger(player: Player, intent: Intent) -> None:
    """A tap in the middle of it."""
    player.tap(player.middle(intent))


HANDS: dict[str, Callable[[Player, Intent], None]] = {
    "keys": with_keys,
    "mouse": with_mouse,
    "touch": with_finger,
}
