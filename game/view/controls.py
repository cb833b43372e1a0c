"""What hands do at the window, in intents: the keyboard, a pointer, a finger, a gamepad."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import pygame

from game.screens import navigation
from game.screens.bindings import KeysScreen, Pressed, printed
from game.screens.intents import Forward, Hide, Press, Shift, Typed
from game.screens.keys import Key
from game.screens.lesson.intents import Onward
from game.view import keys
from game.view.gamepad import Gamepads, Unplugged
from game.view.gamepad_names import farewell
from game.view.pointed import Pointed
from game.view.pointer import Beside, Pointer
from game.view.scrolling import at_bar
from game.view.sheet import Caps, scale_of
from game.view.switch import LET_THROUGH, OneSwitch, is_press

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.view.game import Game
    from game.view.gamepad import Meant

WHEEL = 90  # logical pixels for one notch
_ON = (Forward(), Onward())

_PRESSES = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN})


class Controls:
    """One player's hands. `by_keys` says whether the last thing was done without a pointer: then focus is shown."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._pointer = Pointer(game.display)
        self._pads = Gamepads()
        self._switch = OneSwitch(game)
        self._finger: int | None = None
        self._other_key = False
        self.by_keys = True

    @property
    def pointed(self) -> Pointed:
        """What the pointer is over; with one switch that is not what a press takes."""
        return Pointed() if self._switch.in_use else self._pointer.pointed

    def rest(self) -> None:
        """Nothing moves, for the first time or again: now there is time to look for gamepads."""
        self._pads.start()

    def sift(self) -> None:
        """Takes away events that are none."""
        self._pads.sift()

    def comes(self, now: float) -> bool:
        """Whether something that is held down means something once more. To be asked often."""
        key = self._pads.due(now)
        if key:
            self._padded(key)
        further = self._switch.comes(now)
        pixels = round(self._pads.scroll(now) * scale_of(self._game.display.size))
        return bool(pixels and self._scroll(pixels)) or further or key is not None

    def offered(self) -> tuple[Intent, ...]:
        """What the next press of one switch would take, where the player has but one."""
        return self._switch.offered()

    def caps(self) -> Caps:
        """What stands on the pictures of keys now."""
        words, changed = self._game.words, self._game.app.settings.keys
        on_pad = self._pads.printed(words)
        if on_pad:
            return Caps(on_pad, others=False, hiding=self._pads.printed_for_hiding(words))
        return Caps(printed(changed, words)) if changed else Caps()

    def handle(self, event: pygame.Event) -> None:
        """One event of the window; what is not for hands is left alone."""
        padded = self._pads.handle(event)
        if padded is not None:
            self._padded(padded)
            return
        if event.type in _PRESSES:
            self._game.touched()
        if self._switch.in_use and is_press(event, self._game.app.settings.keys):
            self._switch.pressed()
            return
        match event.type:
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.KEYUP:
                self._key_up(event)
            case pygame.WINDOWLEAVE:
                self._stir_if(self._pointer.leave())
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                # A finger comes as itself as well; as a mouse it would be heard twice.
                if not getattr(event, "touch", False):
                    self._mouse(event)
            case pygame.MOUSEWHEEL:
                if not getattr(event, "touch", False):
                    self._scroll(-round(event.y * WHEEL * scale_of(self._game.display.size)))
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                self._touched(event)
            case _:
                return

    def _stir_if(self, changed: bool) -> None:  # noqa: FBT001  # the one thing that it is told
        if changed:
            self._game.stir()

    # --- keys ---

    def _by_keys(self) -> None:
        self.by_keys = True
        self._game.stir()

    def _key(self, event: pygame.Event) -> None:
        if event.key in keys.SHIFTS:
            self._other_key = False
            return
        self._other_key = True
        self._by_keys()
        page, app = self._game.page, self._game.app
        if isinstance(app.screen, KeysScreen) and app.screen.waiting and not app.hidden:
            self._game.send(Pressed(keys.named(event)))
            return
        character = getattr(event, "unicode", "")
        if page.typing and len(character) == 1 and character.isprintable() and character != " ":
            self._game.send(Typed(character))
            return
        if page.typing and (text := keys.pasted(event)):
            for each in text:
                self._game.send(Typed(each))
            return
        key = keys.meant(event, app.settings.keys)
        if key is None:
            self._scroll(keys.FAR.get(event.key, 0))
            return
        self.press(key)

    def press(self, key: Key) -> None:
        """A key that means something was pressed, on whatever has keys."""
        page = self._game.page
        focused = navigation.focused(self._game.app, page)
        if self._game.leftward:
            key = keys.mirrored(key, focused)
        frame = self._game.display.frame
        reads = frame is not None and not any(target.scrolls for target in frame.targets)
        step = {Key.DOWN: 1, Key.UP: -1}.get(key, 0)
        height = self._game.display.size[1]
        if step and reads and self._scroll(step * height // 6):
            return
        if key in {Key.PAGE_UP, Key.PAGE_DOWN} and key not in page.keys:
            self._scroll(height // 2 * (1 if key is Key.PAGE_DOWN else -1))
            return
        goes_on = key is Key.RIGHT or (key in {Key.SPACE, Key.ENTER} and focused in _ON)
        if goes_on and self._game.finish_line():
            return
        self._game.send(Press(key))

    def _key_up(self, event: pygame.Event) -> None:
        """Shift counts when it was pressed alone: Shift with Tab is a way to walk, not to hide."""
        if event.key in keys.SHIFTS and not self._other_key:
            self._game.send(Shift(self._game.now()))
            self._by_keys()

    def _padded(self, meant: Meant) -> None:
        match meant:
            case Unplugged():
                self._game.stir()
                self._game.tell(farewell(self._game.words), "hand")
            case Hide() | Key():
                self._game.touched()
                self._by_keys()
                if isinstance(meant, Hide):
                    self._game.send(meant)
                elif self._switch.in_use and meant not in LET_THROUGH:
                    self._switch.pressed()
                else:
                    self.press(meant)
            case _:
                assert_never(meant)

    # --- pointer ---

    def _mouse(self, event: pygame.Event) -> None:
        pos = self._pointer.place(event.pos, self._game.window_size)
        match event.type:
            case pygame.MOUSEMOTION:
                self._stir_if(self._pointer.move(pos, held=bool(event.buttons[0])))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._pressed(pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._released(pos)

    def _touched(self, event: pygame.Event) -> None:
        """One finger at a time; another one that comes down meanwhile, as a palm does, means nothing."""
        width, height = self._game.display.size
        pos = (round(event.x * width), round(event.y * height))
        if event.type == pygame.FINGERDOWN and self._finger is None:
            self._finger = event.finger_id
            self._pressed(pos)
        elif event.finger_id != self._finger:
            return
        elif event.type == pygame.FINGERMOTION:
            self._stir_if(self._pointer.move(pos, held=True))
        elif event.type == pygame.FINGERUP:
            self._finger = None
            self._released(pos)
            self._pointer.leave()

    def _pressed(self, pos: tuple[int, int]) -> None:
        self._pointer.press(pos)
        self.by_keys = False
        self._game.stir()

    def _released(self, pos: tuple[int, int]) -> None:
        released = self._pointer.release(pos)
        self._game.stir()
        if isinstance(released, Beside):
            self._elsewhere(pos)
        elif released and not (released in _ON and self._game.finish_line()):
            self._game.unfocus()
            self._game.send(released)

    def _elsewhere(self, pos: tuple[int, int]) -> None:
        """A press on the scroll bar scrolls; one beside everything leads on where the way on is the only question."""
        display = self._game.display
        if self._scroll(at_bar(display.frame, display.scrolled, pos)):
            return
        if self._game.page.default == Forward() and not self._game.finish_line():
            self._game.send(Forward())

    def _scroll(self, pixels: int) -> bool:
        scrolled = self._game.display.scroll_by(pixels)
        self._stir_if(scrolled)
        return scrolled
