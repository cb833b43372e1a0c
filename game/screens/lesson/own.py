"""Everybody plays the story alone: the class sees how many are where, looks up when asked to, and then talks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson import phrases, talk
from game.screens.lesson.blocks import Bar, Bars
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import PauseClass
from game.screens.lesson.timer import stopped
from game.screens.lesson.told_story import in_scene
from game.screens.lesson.wire import PLAYED, Kind, Step
from game.screens.page import Item, Look, Screen, Text, Tone
from game.screens.words import StoryWords
from game.story.model import Choices, Ending, Story, Tell

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.model import App
    from game.screens.page import Block, Page
    from game.screens.words import Words

QUESTIONS = 3
"""So many questions of the story are talked about afterwards."""
_ELSEWHERE = 0
"""Where chapters count from 1."""


def entered(app: App, lesson: Lesson) -> App:
    """All begin to play."""
    return replace(app, lesson=stopped(replace(lesson, at=0)))


def onward(app: App, lesson: Lesson) -> App | None:
    """When most have come to an end, the talk: one question after the other."""
    return _at(app, lesson, lesson.at + 1) if lesson.at < len(_questions(app)) else None


def backward(app: App, lesson: Lesson) -> App | None:
    """The question before; before the first one everybody still plays."""
    return _at(app, lesson, lesson.at - 1) if lesson.at > 0 else None


def _at(app: App, lesson: Lesson, at: int) -> App:
    return replace(app, lesson=stopped(replace(lesson, at=at)), focus=None)


def _questions(app: App) -> tuple[Phrase, ...]:
    """What the story gives a class to talk about, spread over all of it."""
    if app.play is None:
        return ()
    story = app.play.story
    there = [
        in_scene(story, scene.id, scene.exit.talk)
        for scene in story.scenes.values()
        if isinstance(scene.exit, Choices | Tell) and scene.exit.talk
    ]
    many = min(len(there), QUESTIONS)
    return tuple(there[place * len(there) // many] for place in range(many))


def _question(app: App, lesson: Lesson) -> Phrase | None:
    there = _questions(app)
    return there[lesson.at - 1] if 0 < lesson.at <= len(there) else None


def asked(app: App, lesson: Lesson) -> Step:
    """Play the story that the step names, so that games on other computers open the same one; or talk."""
    about = _question(app, lesson)
    if about:
        return talk.talk_step(f"own.{lesson.at}", about)
    return Step(_playing(lesson.plan.story), Kind.PLAY, phrases.ui("Spela i din egen takt"))


def _playing(story: str) -> str:
    """The id of the step. A story whose own id cannot be sent is opened in browsers alone."""
    sent = story.isascii() and story.isprintable() and " " not in story
    return f"{PLAYED}{story}" if sent else "play"


# --- how many are where ------------------------------------------------------------------------------


def _places(app: App, lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """How many are in each chapter, and at the end; where nobody is, nothing stands. A scene with so few that one could be
    known counts as elsewhere.
    """
    if app.play is None:
        return ()
    story = app.play.story
    there: Counter[int] = Counter()
    for scene, many in lesson.hub.scenes:
        there[_stretch(story, scene)] += many
    told = StoryWords(words, story)
    chapters = enumerate(story.chapters, 1)
    rows = [
        *((number, str(number), told.about(title)) for number, title in chapters),
        (_ending(story), str(_ending(story)), words.ui("Framme vid ett slut")),
        (_ELSEWHERE, "…", words.ui("På andra ställen")),
    ]
    everybody = there.total()
    bars = tuple(
        Bar(mark, label, str(there[number]), there[number] / everybody)
        for number, mark, label in rows
        if there[number] > 0
    )
    return (Bars(bars),) if bars else (Text(words.ui("Snart syns här hur långt ni har kommit."), Tone.LEAD),)


def _ending(story: Story) -> int:
    return len(story.chapters) + 1


def _stretch(story: Story, scene: str) -> int:
    """The chapter of a scene, one after the last for an ending, `_ELSEWHERE` for what is not told or not known."""
    there = story.scenes.get(scene)
    if there is None:
        return _ELSEWHERE
    return _ending(story) if isinstance(there.exit, Ending) else min(there.chapter, len(story.chapters))


# --- what is seen ------------------------------------------------------------------------------------


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """How far the class has come, and a way to have everybody look up; then a question."""
    about = _question(app, lesson)
    if about:
        last = lesson.at >= len(_questions(app))
        return talk.talk_page(lesson, about, words, on=words.ui("Nästa") if last else words.ui("Nästa fråga"))
    look_up = Item(PauseClass(on=True), words.ui("Titta hit"), Look.PLAIN, icon="pause")
    lead = words.ui("Läs i din egen takt. Du väljer själv, och ingen ser vad du väljer.")
    body = (Text(lead, Tone.LEAD), *_places(app, lesson, words), *talk.running(lesson, words))
    shown = lesson_page(
        Screen.LESSON_ASK,
        words.ui("Alla spelar själva"),
        body,
        on=way_on(words.ui("Prata om berättelsen")),
        beside=(look_up,),
    )
    return replace(shown, label=_title(app, words))


def _title(app: App, words: Words) -> str:
    return StoryWords(words, app.play.story).about(app.play.story.about.title) if app.play else ""


def script(app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say and do while all play, and when they talk."""
    if _question(app, lesson):
        return (
            words.ui("Läs frågan högt. Låt dem prata två och två, och sedan alla tillsammans."),
            words.ui("Prata om personerna i berättelsen, aldrig om elevernas egna liv."),
        )
    return (
        words.ui("Låt alla läsa i lugn takt. Gå runt, men läs inte på elevernas skärmar."),
        words.ui("Vill du säga något till alla: tryck ”Titta hit”. Då pausas spelet hos dem."),
        words.ui("Gå vidare när de flesta är framme. Alla behöver inte hinna hela vägen."),
    )
