"""What a page offers to one switch, in an order and in groups, so that few presses and little waiting lead to everything."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from game.screens.intents import Forward, Hide, Leave, Press, Typed
from game.screens.keys import Key
from game.screens.page import Buttons, items_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.screens.intents import Intent
    from game.screens.page import Block, Page

READ_ON = Press(Key.PAGE_DOWN)
"""What is offered for the text of a page that does not fit: further down in it, and from its end to its beginning."""
MOST = 7
"""So many stops in a row; more are put in groups."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to press."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are offered together; a press leads into it, and they are then offered one by one."""

    parts: tuple[Thing | Group, ...]


@dataclass(frozen=True, slots=True)
class Out:
    """The way out of a group, to what it is a part of."""


Stop: TypeAlias = Thing | Group | Out
Part: TypeAlias = Thing | Group

HIDE = Thing(Hide())


def whole(page: Page, *, scrolls: bool) -> Group:
    """All that a page offers. `scrolls` says whether a part of it is out of sight.

    First comes what the page itself would have pressed, or, where there is only text to be read, the rest of that; then
    its content, what stands below, Dölj, the pages beside it, and the rest of the bar. Beside a line the flag stands
    between "Nästa" and Dölj, so that a press that comes too late does not hide the game; and one too late for Dölj only
    leads into a group.
    """
    left = _Left(page)
    hide = left.take((Hide(),))
    first = left.take(_ahead(page))
    body = _arranged(_body(page.body, left))
    text = (Thing(READ_ON),) if scrolls else ()
    first = (*first, *text) if body or page.default == Forward() else (*text, *first)
    foot = left.take(item.intent for item in page.foot)
    tabs = left.take(item.intent for item in page.tabs)
    rest = left.take(item.intent for item in page.bar)
    beside = (Group(tabs),) if tabs else ()
    bar = (*beside, *((Group(rest),) if len(rest) > 1 else rest))
    many = len((*first, *body, *foot, *hide, *bar)) > MOST
    # Where the page itself would press nothing, nobody is to choose by a press too many.
    behind = bool(body) and (page.default is None or (many and len(body) > 1))
    return Group((*first, *((Group(body),) if behind else body), *foot, *hide, *bar))


def stops(root: Group, way: tuple[Group, ...]) -> tuple[Stop, ...]:
    """What is offered in turn on a page, or, with a way, in the group that it leads to.

    In a group, Dölj stands before the way out, wherever there is one: so it can be had with a single press in every round,
    and who presses too late for it is led out, and chooses nothing.
    """
    if not way:
        return root.parts
    return (*way[-1].parts, *((HIDE,) if HIDE in root.parts else ()), Out())


def intents_of(part: Part) -> tuple[Intent, ...]:
    """Everything that a part of a page leads to."""
    match part:
        case Thing(intent):
            return (intent,)
        case Group(parts):
            return tuple(intent for each in parts for intent in intents_of(each))


def _ahead(page: Page) -> tuple[Intent, ...]:
    """What the page would press; of a keypad no sign is likelier than the others."""
    return () if page.default is None or isinstance(page.default, Typed) else (page.default,)


class _Left:
    """What of a page has no place yet: what can be pressed in two ways is offered once."""

    def __init__(self, page: Page) -> None:
        self._intents = {item.intent for item in page.items()}

    def take(self, intents: Iterable[Intent]) -> tuple[Part, ...]:
        """These, as far as they have no place yet.

        What wipes everything cannot be undone, so it stands in a group of its own: one press too many never leaves.
        """
        found: list[Part] = []
        for intent in intents:
            if intent in self._intents:
                self._intents.remove(intent)
                found.append(Group((Thing(intent),)) if isinstance(intent, Leave) else Thing(intent))
        return tuple(found)


def _body(body: tuple[Block, ...], left: _Left) -> tuple[Part, ...]:
    """Rows of values, and keypads, are groups; everything else is a thing by itself."""
    taken = [(block, left.take(item.intent for item in items_of(block))) for block in body]
    there = [(block, parts) for block, parts in taken if parts]
    found: list[Part] = []
    for block, parts in there:
        row = isinstance(block, Buttons) and (block.keypad or len(there) > 1)
        found += [Group(_arranged(parts))] if row and len(parts) > 1 else parts
    return tuple(found)


def _arranged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts in even groups, and those in groups, until few enough stand in a row."""
    while len(parts) > MOST:
        groups = -(-len(parts) // MOST)
        ends = [len(parts) * number // groups for number in range(groups + 1)]
        parts = [Group(tuple(parts[start:end])) for start, end in pairwise(ends)]
    return tuple(parts)
