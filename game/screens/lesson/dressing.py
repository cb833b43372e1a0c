"""What every page of a lesson has on the projector: Dölj and help, the way on, how to join, the teacher's bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Go, Where
from game.screens.keys import Key
from game.screens.lesson.blocks import Bars, Countdown
from game.screens.lesson.controls import controls, seats
from game.screens.lesson.furniture import keyed, way_on
from game.screens.lesson.intents import Backward, Onward, Take, TuckBar
from game.screens.lesson.joining import joining
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import section, too_soon
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.timer import countdown
from game.screens.page import Item, Look, Screen
from game.screens.parts import bar

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.lesson.blocks import Join
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Block, Page
    from game.screens.words import Words

_ROOMY = frozenset(
    {Screen.LESSON_LOBBY, Screen.LESSON_ASK, Screen.LESSON_TALK, Screen.LESSON_SIGNS, Screen.LESSON_CHART}
)
"""Pages on which a timer can be seen."""
_ON = (Onward, Take)
_TAKING = frozenset({Turn.OPEN, Turn.CLOSED})
_JOINED = frozenset({Screen.LESSON_LOBBY, Screen.LESSON_ASK})
"""Pages beside which it stands how one joins."""


def dressed(page: Page, app: App, lesson: Lesson, words: Words) -> Page:
    """The page of a part, as the class sees it."""
    first = _first(lesson, words)
    worn = replace(
        _with_way_on(_unseen(page, lesson), lesson, words),
        bar=_bar(page, first, words),
        aside=_aside(page, lesson, words),
        tucked=_tucked(app, lesson, words),
        # Where a file lies may say who the teacher is; the class need not see it.
        notice=page.notice or _notice(app, lesson, words),
        typing=False,
        from_afar=True,
    )
    if lesson.timer and page.screen in _ROOMY and not any(isinstance(each, Countdown) for each in page.body):
        worn = replace(worn, body=(*worn.body, countdown(lesson.timer, words)))
    if lesson.part is Part.LOBBY and worn.tucked:
        worn = replace(worn, body=(*worn.body, *seats(lesson, words)))
    worn = keyed(worn)
    escape: dict[Key, Intent] = {Key.ESCAPE: first.intent} if first and lesson.part is not Part.END else {}
    usual: dict[Key, Intent] = {
        Key.RIGHT: worn.default or Onward(),
        Key.LEFT: Backward(),
        Key.BACKSPACE: Backward(),
    }
    own: dict[Key, Intent] = {**worn.keys}
    own.pop(Key.ESCAPE, None)
    return replace(worn, keys={**usual, **own, **escape})


def _unseen(page: Page, lesson: Lesson) -> Page:
    """How each answer stands among raised hands is not shown while devices answer too: everybody knows who has none."""
    if not lesson.plan.with_hub or lesson.turn not in _TAKING:
        return page
    return replace(page, body=tuple(map(_without_numbers, page.body)))


def _without_numbers(block: Block) -> Block:
    if not isinstance(block, Bars):
        return block
    return replace(block, bars=tuple(replace(bar, shown="") for bar in block.bars))


def _notice(app: App, lesson: Lesson, words: Words) -> str:
    """News; else, while the teacher's things are shown on the only display, the first of what to say or do now."""
    if lesson.two:
        return ""
    if lesson.notice:
        return lesson.notice
    hurried = too_soon(app, lesson, words)
    if hurried:
        return hurried
    asked = lesson.ending or lesson.skipping or lesson.counting
    there = lesson.with_bar and not (asked or lesson.paused or lesson.part in PREPARED)
    return next(iter(section(lesson).script(app, lesson, words)), "") if there else ""


def _bar(page: Page, first: Item | None, words: Words) -> tuple[Item, ...]:
    """The row at the top; what only this page has there stands before what all have."""
    return (*((first,) if first else ()), *page.bar, *bar(words))


def _first(lesson: Lesson, words: Words) -> Item | None:
    """What stands first in the bar: the way back, or to the teacher's things where there is but one display; at the end
    to what helps if somebody tells.
    """
    if lesson.ending or lesson.skipping or lesson.counting:
        return None
    if lesson.part is Part.END:
        return None if lesson.two else Item(Go(Where.ADVICE), words.ui("Till läraren"), icon="speech")
    if lesson.part in PREPARED:
        return Item(Backward(), words.ui("Tillbaka"), key=Key.BACKSPACE, icon="back")
    if lesson.two:
        return None
    label = words.ui("Visa lärarens knappar") if lesson.tucked else words.ui("Göm lärarens knappar")
    return Item(TuckBar(), label, Look.QUIET, Key.F9, icon="menu", compact=True)


def _with_way_on(page: Page, lesson: Lesson, words: Words) -> Page:
    """The page, from which there is always a way on."""
    if lesson.ending or lesson.paused or any(isinstance(item.intent, _ON) for item in page.items()):
        return page
    on = way_on(words.ui("Vidare"))
    return replace(page, foot=(*page.foot, on))


def _aside(page: Page, lesson: Lesson, words: Words) -> Join | None:
    if page.aside or page.screen not in _JOINED or not lesson.plan.with_hub:
        return page.aside
    join = joining(lesson.hub, words)
    # In the lobby the page itself says, in large letters, who has come and what is promised.
    return replace(join, counts="", promise="") if lesson.part is Part.LOBBY else join


def _tucked(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """The teacher's things to press, while they are shown on the only display."""
    there = controls(app, lesson, words) if lesson.with_bar and not lesson.ending else ()
    # In a window of the teacher's own all of it stands at once.
    advice = Item(Go(Where.ADVICE), words.ui("Vad säger jag nu?"), icon="speech")
    return (advice, *there) if there else ()
