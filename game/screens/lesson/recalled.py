"""Last time: where the class was, before it goes on from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens.flagging import line_text
from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import AnotherStory
from game.screens.lesson.of_line import who
from game.screens.lesson.opening import due
from game.screens.lesson.order import part_name
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Lesson, Part
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Card, Item, Screen, Text, Tone
from game.screens.start import role_sentence
from game.screens.ways import option_text, question
from game.screens.words import StoryWords, quoted
from game.story.playthrough import ways
from game.story.seeking import Sought

if TYPE_CHECKING:
    from game.screens.lesson.parts import Section
    from game.screens.model import App, Play
    from game.screens.page import Block, Page
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Recalled:
    """A part of a lesson, and before it a page about last time. It has what the module of every part has."""

    part: Section

    def entered(self, app: App, lesson: Lesson, /) -> App:
        """Another part is begun with; last time has been told, or was left out."""
        return self.part.entered(app, replace(lesson, recalling=False))

    def onward(self, app: App, lesson: Lesson, /) -> App | None:
        """On from where the class was."""
        return replace(app, lesson=replace(lesson, recalling=False), focus=None)

    def backward(self, app: App, lesson: Lesson, /) -> App | None:
        """Nothing was before it today."""
        return replace(app, lesson=lesson)

    def asked(self, _app: App, _lesson: Lesson, /) -> Step:
        """Look at the projector."""
        return Step("recalled", Kind.WATCH, phrases.ui("Förra gången"), phrases.ui("Titta på tavlan"))

    def page(self, app: App, lesson: Lesson, words: Words, /) -> Page:
        """The story, how far the class came in it, its latest choice and what was said last."""
        story = _story(app.play, lesson, words) if app.play else ()
        label = words.ui("Fortsätt berättelsen")
        if lesson.part is not Part.STORY:
            label = words.ui("Fortsätt med: {part}", part=part_name(lesson.part, words))
        other = Item(AnotherStory(), words.ui("En annan berättelse"), icon="route")
        beside = (other,) if len(app.library.abouts) > 1 else ()
        return lesson_page(
            Screen.LESSON_SIGNS, words.ui("Förra gången"), story, on=way_on(label), beside=beside
        )

    def script(self, _app: App, _lesson: Lesson, words: Words, /) -> tuple[str, ...]:
        """What to say, so that all remember."""
        return (
            words.ui("Läs högt. Fråga: Vad mer minns ni av berättelsen?"),
            words.ui("Säg: Ingenting av det ni svarade förra gången är sparat."),
        )


def another(app: App, lesson: Lesson) -> App:
    """The lesson is planned anew, with another story; which ones the class has played is known."""
    played = tuple(dict.fromkeys((*lesson.plan.played, lesson.plan.story)))
    fresh = Lesson(
        replace(lesson.plan, played=played),
        Part.PLAN,
        hub=lesson.hub,
        two=lesson.two,
        rehearsal=lesson.rehearsal,
        hub_asked=lesson.hub_asked,
        hands_only=lesson.hands_only,
        seeking=Sought(),
    )
    return replace(app, lesson=fresh, play=None, focus=None)


def _story(play: Play, lesson: Lesson, words: Words) -> tuple[Block, ...]:
    told = StoryWords(words, play.story)
    role = f"{quoted(words, told.about(play.story.about.title))}. {role_sentence(play.story.about, words)}"
    came = () if Taking.OWN in lesson.plan.taking else _came(play, told)
    return (Text(role, Tone.LEAD), *came)


def _came(play: Play, told: StoryWords) -> tuple[Block, ...]:
    """How far the class came together."""
    if due(play):
        return (Text(told.words.ui("Ni hann inte börja med berättelsen."), Tone.LEAD),)
    return (Text(_how_far(play, told), Tone.LEAD), *_chosen(play, told), *_said(play, told))


def _how_far(play: Play, told: StoryWords) -> str:
    words, chapters = told.words, play.story.chapters
    if play.ending:
        return words.ui(
            "Ni kom till slutet: {ending}", ending=told.scene(play.moment.scene, play.ending.title)
        )
    number = play.story.scenes[play.moment.scene].chapter
    if len(chapters) < number or len(chapters) == 1:
        return words.ui("Ni är mitt i berättelsen.")
    return words.ui(
        "Ni kom till kapitel {number} av {count}: {title}",
        number=number,
        count=len(chapters),
        title=told.about(chapters[number - 1]),
    )


def _chosen(play: Play, told: StoryWords) -> tuple[Card, ...]:
    taken = ways(play.machine, play.way)[-1:]
    return tuple(
        Card(
            told.words.ui("Ert senaste val"),
            option_text(way.taken, way.scene, told),
            Tone.LEAD,
            "route",
            small=question(way.scene, told),
        )
        for way in taken
    )


def _said(play: Play, told: StoryWords) -> tuple[Card, ...]:
    """The last thing that somebody said or wrote."""
    last = next((beat for beat in reversed(play.heard) if beat.line.speaker and beat.line.text), None)
    if last is None:
        return ()
    said = quoted(told.words, line_text(told, last.spot))
    return (Card(who(last, told) or told.name(last.line.speaker), said, Tone.LEAD, "speech"),)
