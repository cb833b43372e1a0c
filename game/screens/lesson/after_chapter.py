"""A chapter of the class's story is over: one short question to talk over, two and two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson import phrases, talk
from game.screens.lesson.ahead import chapter_of
from game.screens.lesson.told_story import in_scene
from game.story.model import Choices, Tell
from game.story.playthrough import scenes_so_far

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase, Step
    from game.screens.model import Play
    from game.screens.page import Page
    from game.screens.words import Words

QUESTIONS = (
    phrases.ui("Vad lade ni märke till i det här kapitlet?"),
    phrases.ui("Vad kändes bra i det här kapitlet, och vad kändes fel?"),
    phrases.ui("Vad tror ni att den som har det svårt i berättelsen behöver just nu?"),
    phrases.ui("Vem i berättelsen skulle kunna hjälpa till, och hur?"),
)
"""For a chapter whose story asks nothing, or whose question the class has talked over already. They ask about the story,
and nobody about their own life.
"""
HALF, MINUTE = 30, 60
_SHORTEST, _LONGEST = 20, 60


def seconds(lesson: Lesson) -> int:
    """How long the class talks after a chapter: a minute in the longest lesson, half of one in a shorter one, and not at all
    in the shortest, where nine minutes are left for the whole story.
    """
    minutes = lesson.plan.minutes
    if minutes <= _SHORTEST:
        return 0
    return MINUTE if minutes >= _LONGEST else HALF


def due(lesson: Lesson, before: Play, after: Play) -> bool:
    """Whether going on from one place to the other, the class has come to the end of a chapter."""
    return seconds(lesson) > 0 and chapter_of(after) > chapter_of(before)


def over(play: Play) -> int:
    """The chapter that is over where another one begins; 0 where none is."""
    here = chapter_of(play)
    chapters = (play.story.scenes[each].chapter for each in reversed(scenes_so_far(play.machine, play.way)))
    return next((each for each in chapters if each != here), 0)


def question(lesson: Lesson, play: Play) -> Phrase:
    """The last one that the story asked on the class's way through the chapter; otherwise a general one, in turn."""
    chapter, scenes = over(play), play.story.scenes
    for id_ in reversed(scenes_so_far(play.machine, play.way)):
        way_out, there = scenes[id_].exit, scenes[id_].chapter == chapter
        own = way_out.talk if there and isinstance(way_out, Choices | Tell) else ""
        if own and own not in lesson.talked:
            return in_scene(play.story, id_, own)
    return QUESTIONS[max(0, chapter - 1) % len(QUESTIONS)]


def asked(lesson: Lesson, play: Play) -> Step:
    """Talk two and two."""
    return talk.talk_step(f"chapter.{over(play)}", question(lesson, play))


def page(lesson: Lesson, play: Play, words: Words) -> Page:
    """The question, large; the next chapter waits."""
    on = words.ui("Till nästa kapitel")
    shown = talk.talk_page(lesson, question(lesson, play), words, on=on, seconds=seconds(lesson))
    return replace(shown, label=words.ui("Kapitel {number} är slut", number=over(play)))


def script(lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say and do when a chapter is over."""
    short = words.ui("Låt dem prata två och två i en halv minut. Ingen måste berätta vad de sa.")
    usual = words.ui("Låt dem prata två och två i en minut. Ingen måste berätta vad de sa.")
    hurry = words.ui("Är det ont om tid: läs bara frågan högt och gå vidare.")
    return (short if seconds(lesson) < MINUTE else usual, hurry)
