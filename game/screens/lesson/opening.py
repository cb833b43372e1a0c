"""The story begins: its title, and who one is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.wire import Kind, Phrase, Step
from game.screens.page import Card, Screen, Text, Tone
from game.screens.parts import figure
from game.screens.start import role_sentence
from game.screens.words import StoryWords
from game.story.playthrough import Playthrough

if TYPE_CHECKING:
    from game.screens.model import Play
    from game.screens.page import Page
    from game.screens.words import Words


def due(play: Play) -> bool:
    """Whether the class has read nothing but the first line."""
    return play.way == Playthrough(origin=play.way.origin)


def asked(play: Play) -> Step:
    """The title; the rest is on the projector."""
    about = play.story.about
    title = Phrase(about.title, about.id, "about")
    return Step("story.opening", Kind.WATCH, title, phrases.ui("Titta på tavlan"))


def page(play: Play, words: Words) -> Page:
    """The title, who one is, with that face, and what there is to know before."""
    told, about = StoryWords(words, play.story), play.story.about
    name = told.name(play.story.you)
    together = words.ui(
        "När det står ”du” är det {name}. Ni bestämmer tillsammans vad {name} gör.", name=name
    )
    notes = words.ui("Bra att veta: {notes}", notes=told.about(about.notes)) if about.notes else ""
    body = (
        Text(told.about(about.summary), Tone.LEAD),
        Card("", role_sentence(about, words), Tone.LEAD, figure=figure(told, play.story.you)),
        Text(together, Tone.LEAD),
        *((Text(notes, Tone.SMALL),) if notes else ()),
    )
    shown = lesson_page(
        Screen.LESSON_SIGNS, told.about(about.title), body, on=way_on(words.ui("Börja berättelsen"))
    )
    return replace(shown, label=words.ui("Berättelsen"))


def script(words: Words) -> tuple[str, ...]:
    """What to say before the first line."""
    return (
        words.ui("Läs högt vem klassen är i berättelsen."),
        words.ui("Säg: Personerna är påhittade. Den som vill får titta bort eller gå ut en stund."),
    )
