"""What the pages of a lesson share: the way on, and a page that the rest of the lesson's things are laid on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import Key
from game.screens.lesson.intents import Onward
from game.screens.page import Heading, Item, Look, Page

if TYPE_CHECKING:
    from game.screens.page import Block, Screen

FOCUSED = frozenset({Key.SPACE, Key.ENTER})
"""Keys that press what has focus, whatever that is."""


def way_on(label: str) -> Item:
    """The next thing, under this label."""
    return Item(Onward(), label, Look.MAIN, Key.SPACE, icon="next")


def lesson_page(
    screen: Screen, title: str, body: tuple[Block, ...], *, on: Item, beside: tuple[Item, ...] = ()
) -> Page:
    """A page with its title above, and the way on below with what stands beside it."""
    return keyed(Page(screen, title, (Heading(title), *body), foot=(*beside, on), default=on.intent))


def keyed(page: Page) -> Page:
    """The page, on which each key means what it stands on."""
    keys = {item.key: item.intent for item in page.items() if item.key and item.key not in FOCUSED}
    return replace(page, keys={**page.keys, **keys})
