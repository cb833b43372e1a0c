"""Mouse and finger: what is pointed at, what was pressed, and dragging what scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.view.pointed import Pointed
from game.view.sheet import scale_of

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.view.display import Display

DRAG = 10  # logical pixels that a pointer may tremble before it drags


@dataclass(frozen=True, slots=True)
class Beside:
    """A press that met nothing."""


class Pointer:
    """One pointer over a display; positions are pixels of the display's surface."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self.pointed = Pointed()
        self._held: tuple[int, int] | None = None
        self._dragged = False

    def place(self, pos: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
        """A point of a window in pixels of its surface; they differ on dense displays."""
        width, height = self._display.size
        return pos[0] * width // window[0], pos[1] * height // window[1]

    def move(self, pos: tuple[int, int], *, held: bool) -> bool:
        """The pointer is there now; says whether that shows."""
        if self._held and held:
            return self._drag(self._held, pos)
        return self._point(self._intent_at(pos), down=False)

    def leave(self) -> bool:
        """The pointer left the window; says whether that shows. What is held down is held on to."""
        return self._held is None and self._point(None, down=False)

    def press(self, pos: tuple[int, int]) -> None:
        """The button went down, or the finger."""
        self._held, self._dragged = pos, False
        intent = self._intent_at(pos)
        self._point(intent, down=intent is not None)

    def release(self, pos: tuple[int, int]) -> Intent | Beside | None:
        """What that meant: what was both pressed and released on, `Beside` for nothing, None for no press."""
        held, self._held = self._held, None
        if held is None or self._dragged:
            return None
        target, pressed = self._intent_at(pos), self.pointed.intent
        self._point(None, down=False)
        if target is None and pressed is None:
            return Beside()
        return target if target == pressed else None

    def _intent_at(self, pos: tuple[int, int]) -> Intent | None:
        target = self._display.target_at(pos)
        return target.item.intent if target else None

    def _point(self, intent: Intent | None, *, down: bool) -> bool:
        before, self.pointed = self.pointed, Pointed(intent, down)
        return self.pointed != before

    def _drag(self, start: tuple[int, int], pos: tuple[int, int]) -> bool:
        scroll = self._display.frame.scroll if self._display.frame else None
        moved = start[1] - pos[1]
        if scroll is None or not scroll.most:
            return False
        if not self._dragged and abs(moved) <= DRAG * scale_of(self._display.size):
            return False
        self._dragged, self._held = True, pos
        lifted = self._point(None, down=False)
        return self._display.scroll_by(moved) or lifted
