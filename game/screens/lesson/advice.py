"""What a teacher with one display can look up in the middle of a lesson: what to say now, and what can come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.lesson.furniture import keyed
from game.screens.lesson.helps import helps
from game.screens.lesson.order import part_name
from game.screens.lesson.parts import section
from game.screens.page import Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words


def advice_page(app: App, lesson: Lesson, words: Words) -> Page:
    """The page; the class can see it, so nothing stands on it that they may not read."""
    back = Item(Close(), words.ui("Tillbaka till lektionen"), Look.MAIN, Key.SPACE, icon="back")
    said = section(lesson).script(app, lesson, words)
    title = words.ui("Till läraren")
    page = Page(
        Screen.LESSON_TEACHER,
        title,
        (
            Heading(title),
            Text(part_name(lesson.part, words), Tone.SMALL),
            *(Text(sentence, Tone.LEAD) for sentence in said),
            *helps(lesson.part, words),
        ),
        foot=(back,),
        bar=bar(words),
        keys={Key.ESCAPE: back.intent, Key.BACKSPACE: back.intent},
        default=back.intent,
    )
    return keyed(page)
