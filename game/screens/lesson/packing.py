"""The teacher's guide to the story, on paper: asked for while the lesson is planned, and made beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from game.screens.commands import Command, MakePack
from game.screens.lesson.intents import Packed, PackFor, PackMade, PrintPack
from game.screens.lesson.state import Part
from game.screens.page import Item, Look

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words

SOURCE, OTHER = "sv", "en"
"""The languages that a guide is written in."""


def step(app: App, lesson: Lesson, intent: Packed, words: Words) -> tuple[App, tuple[Command, ...]]:
    """What an intent about the guide does. It is for the teacher alone: once the class has come, where it lies is not shown."""
    match intent:
        case PrintPack() if lesson.part is Part.PLAN and lesson.plan.story:
            language = OTHER if app.settings.language == OTHER else SOURCE
            notice = words.ui("Handledningen görs. Det tar några sekunder.")
            return _noticed(app, lesson, notice), (
                MakePack(lesson.plan.story, language, app.settings.municipality),
            )
        case PrintPack():
            return app, ()
        case PackFor(municipality) if municipality in app.library.municipalities:
            chosen = replace(app, settings=replace(app.settings, municipality=municipality))
            return replace(chosen, focus=_next(chosen)), ()
        case PackFor():
            return app, ()
        case PackMade(told):
            return (_noticed(app, lesson, told) if lesson.part is Part.PLAN else app), ()
        case _:
            assert_never(intent)


def items(app: App, words: Words) -> tuple[Item, ...]:
    """The guide to be made, and whose numbers it has: each press is the next municipality."""
    guide = Item(PrintPack(), words.ui("Handledning att skriva ut"), icon="log")
    if not app.library.municipalities:
        return (guide,)
    name = app.library.municipalities.get(app.settings.municipality, "")
    label = words.ui("Kommun: {name}", name=name) if name else words.ui("Kommun: ingen vald")
    return guide, Item(_next(app), label, Look.CHIP)


def _next(app: App) -> PackFor:
    """The municipality after the one that is chosen; after the last, the first."""
    there = (*app.library.municipalities, *app.library.municipalities)
    now = app.settings.municipality
    return PackFor(there[there.index(now) + 1 if now in there else 0])


def _noticed(app: App, lesson: Lesson, notice: str) -> App:
    return replace(app, lesson=replace(lesson, notice=notice))
