"""Which number picks what on a page, and what Enter alone does."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from game.screens.intents import (
    AskNext,
    Close,
    Erase,
    Forward,
    Go,
    OpenFlag,
    Submit,
    TapHeading,
    TryOut,
    Typed,
    Where,
)
from game.screens.keys import DIGITS
from game.screens.lesson.guest import JoinLesson
from game.screens.lesson.intents import StartLesson
from game.screens.page import Item, Page, Screen, items_of
from game.screens.settings import ForWindow

if TYPE_CHECKING:
    from game.screens.intents import Intent

LINES = frozenset({Screen.DIALOGUE, Screen.PHONE, Screen.SILENCE, Screen.EYES})
"""Pages that hold one line of the story; their flag and their way on have no number."""

_FOR_A_WINDOW = Typed | Erase | Submit | TapHeading | AskNext | TryOut | ForWindow | StartLesson | JoinLesson


def on_enter(page: Page) -> Intent | None:
    """What Enter alone means; never a flag, which nobody should put by going on, and no question for a window."""
    if page.typing:
        return None
    return Close() if isinstance(page.default, OpenFlag | AskNext) else page.default


def numbers(page: Page) -> dict[Item, int]:
    """The things on a page that a number picks, in reading order.

    What has a digit in the window has the same number here. What Enter alone does needs none, and the row
    at the top has letters.
    """
    offered = [item for item in _offered(page) if not _for_a_window(item.intent)]
    keyed = {item: DIGITS.index(item.key) + 1 for item in offered if item.key in DIGITS}
    free = count(max(keyed.values(), default=0) + 1)
    return {
        item: keyed.get(item) or next(free)
        for item in dict.fromkeys(offered)
        if item in keyed or item.intent != on_enter(page)
    }


def _for_a_window(intent: Intent) -> bool:
    return isinstance(intent, _FOR_A_WINDOW) or intent == Go(Where.KEYS)


def _offered(page: Page) -> tuple[Item, ...]:
    if page.screen in LINES:
        return tuple(item for item in page.foot if not isinstance(item.intent, OpenFlag | Forward))
    return (*(item for block in page.body for item in items_of(block)), *page.foot)
