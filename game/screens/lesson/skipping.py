"""Leaving out what comes now: in the story the rest of its chapter, elsewhere the rest of the part of the lesson.

A teacher with twelve minutes left needs the next chapter, and soon; a class whose story goes on must not hear that it
decided what it did not. So the way there is the one with the fewest decisions, and where there is any, the teacher first
reads which ones the game would take, beside a way to stay. Where no decision lies between, one press leads there: only
lines are passed over, and one can go back to them. The rest of a story, and a question that the class is answering, are
never lost by one press.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.screens.keys import Key
from game.screens.lesson import moving, order
from game.screens.lesson.ahead import ahead
from game.screens.lesson.answers import nobody_answered
from game.screens.lesson.furniture import keyed
from game.screens.lesson.intents import NextChapter, Onward, SkipPart
from game.screens.lesson.parts import asked
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.wire import Kind
from game.screens.page import Card, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.words import StoryWords
from game.story.engine import ChoiceOption

if TYPE_CHECKING:
    from game.screens.commands import Command
    from game.screens.lesson.ahead import Ahead, Between
    from game.screens.lesson.state import Lesson
    from game.screens.model import App, Play
    from game.screens.page import Block
    from game.screens.words import Words

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"

_QUESTIONS = frozenset({Kind.VOTE, Kind.JUDGE})
_ANSWERED = frozenset({Turn.OPEN, Turn.CLOSED})


def step(app: App, lesson: Lesson, intent: SkipPart | NextChapter) -> Step:
    """On at once where nothing is lost by it; otherwise it is asked first, and then done."""
    there = _ahead(app, lesson)
    if there and (lesson.skipping or not there.between) and intent != SkipPart(sure=True):
        return _at_chapter(app, lesson, there), ()
    if intent == SkipPart(sure=True) or not (there or _loses(app, lesson)):
        return moving.left(app, replace(lesson, skipping=False))
    return moving.on_stage(app, replace(lesson, skipping=True, counting=None)), ()


def _at_chapter(app: App, lesson: Lesson, there: Ahead) -> App:
    return moving.on_stage(
        replace(app, play=there.play), moving.still(replace(lesson, at=0, recalling=False))
    )


def _story(app: App, lesson: Lesson) -> Play | None:
    """The story that the class is in the middle of together; None where it is not."""
    together = lesson.part is Part.STORY and Taking.OWN not in lesson.plan.taking
    return app.play if together and app.play and not app.play.ending else None


def _ahead(app: App, lesson: Lesson) -> Ahead | None:
    play = _story(app, lesson)
    return ahead(play) if play else None


def _answering(app: App, lesson: Lesson) -> bool:
    return lesson.turn in _ANSWERED and asked(app, lesson).kind in _QUESTIONS


def _nobody_yet(app: App, lesson: Lesson) -> bool:
    """Whether the answers are closed and there are none."""
    return lesson.turn is Turn.CLOSED and nobody_answered(lesson, asked(app, lesson))


def _loses(app: App, lesson: Lesson) -> bool:
    return _story(app, lesson) is not None or _answering(app, lesson)


# --- what is seen ------------------------------------------------------------------------------------


def item(app: App, lesson: Lesson, words: Words) -> Item:
    """What leads on from here, by the name of where it leads."""
    label = words.ui("Hoppa över delen")
    if _story(app, lesson):
        near = _ahead(app, lesson)
        label = words.ui("Till nästa kapitel") if near else words.ui("Hoppa över resten")
    return Item(SkipPart(), label, icon="skip")


def asking_page(app: App, lesson: Lesson, words: Words) -> Page:
    """What would be left out, and what the game would decide. Nothing has focus but the way to stay."""
    there = _ahead(app, lesson)
    stay = Item(Onward(), words.ui("Nej, stanna kvar"), Look.MAIN, Key.SPACE, icon="back")
    title = _title(app, lesson, there, words)
    page = Page(
        Screen.LESSON_TALK,
        title,
        (Heading(title), *_lost(app, lesson, there, words), *_decided(there, words)),
        foot=(*_ways(lesson, there, words), stay),
        default=stay.intent,
    )
    return keyed(page)


def _title(app: App, lesson: Lesson, there: Ahead | None, words: Words) -> str:
    if there:
        return words.ui("Hoppa till kapitel {number}?", number=there.chapter)
    if _story(app, lesson):
        return words.ui("Hoppa över resten av berättelsen?")
    return words.ui("Hoppa över resten av delen?")


def _ways(lesson: Lesson, there: Ahead | None, words: Words) -> tuple[Item, ...]:
    rest = words.ui("Hoppa över resten av berättelsen")
    if there:
        on = words.ui("Till kapitel {number}", number=there.chapter)
        return (
            Item(NextChapter(), on, key=Key.D1, icon="skip"),
            Item(SkipPart(sure=True), rest, key=Key.D2, icon="skip"),
        )
    following = order.after(lesson.part, lesson.plan)
    on = words.ui("Gå vidare till: {part}", part=order.part_name(following or Part.END, words))
    return (Item(SkipPart(sure=True), on, key=Key.D1, icon="skip"),)


def _lost(app: App, lesson: Lesson, there: Ahead | None, words: Words) -> tuple[Text, ...]:
    lost = []
    if _answering(app, lesson) and not _nobody_yet(app, lesson):
        lost.append(words.ui("Klassen svarar just nu. Hoppar ni räknas inte de svaren."))
    if there is None and _story(app, lesson):
        lost.append(words.ui("Då får klassen inte veta hur det slutar."))
    return tuple(Text(each, Tone.LEAD) for each in lost)


def _decided(there: Ahead | None, words: Words) -> tuple[Block, ...]:
    if there is None:
        return ()
    told = StoryWords(words, there.play.story)
    return (
        Text(words.ui("Spelet väljer åt klassen på vägen dit:"), Tone.LEAD),
        *(_choice(each, told, words) for each in there.between),
        Text(words.ui("Vill klassen välja själv: stanna kvar."), Tone.SMALL),
    )


def _choice(between: Between, told: StoryWords, words: Words) -> Card:
    scene, way_out, taken = between.moment.scene, between.moment.segment.exit, between.taken
    ask = getattr(way_out, "ask", "")
    if isinstance(taken, ChoiceOption):
        title = told.scene(scene, ask) if ask else words.ui("Vad gör du?")
        return Card(title, told.scene(scene, taken.choice.text), icon="route")
    title = told.scene(scene, ask) if ask else words.ui("Vem berättar ni för?")
    begins = told.scene(scene, taken.beginning.text)
    name = told.name(taken.hearing.adult)
    return Card(title, words.ui("{name}: {text}", name=name, text=begins), icon="route")
