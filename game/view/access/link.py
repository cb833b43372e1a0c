"""What joins the window to a platform's screen readers, whoever makes it: what it is told, and what it calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Handlers:
    """What a platform's adapter calls: in any thread, and some of it while it holds a lock of its own."""

    activated: Callable[[], None]
    acted: Callable[[int, bool], None]
    """Which node, and whether it was pressed; otherwise a reader wants to stand at it, or to have it seen."""
    deactivated: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Link:
    """The adapter's own methods; None where the platform finds out by itself.

    `update` takes what makes an update, and gives events that have to be raised, or None. So does `focused`, which
    takes whether the window has the keyboard. `bounds` takes the window on the screen, with and without its frame.
    """

    update: Callable[[Callable[[], object]], Any]
    focused: Callable[[bool], Any] | None = None
    bounds: Callable[[object, object], Any] | None = None
