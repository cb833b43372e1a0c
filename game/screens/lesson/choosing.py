"""The story of a lesson is chosen: sought by age, by what it is about, by whom, and by time; and which the class has played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import ChooseStory, PlanStory
from game.screens.page import Buttons, Card, Cards, Item, Look, Screen, Tone
from game.screens.parts import digits
from game.screens.picking import said
from game.screens.start import ages, minutes
from game.screens.words import listed
from game.story.seeking import Sought, found, turns

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.story.model import About

_BY = ("age", "form", "circle", "most")


def item(app: App, lesson: Lesson, words: Words) -> Item:
    """The story that is chosen, to be pressed for another."""
    about = next(about for about in app.library.abouts if about.id == lesson.plan.story)
    label = f"{words.of(about.id, 'about', about.title)} · {ages(about, words)} · {minutes(about, words)}"
    return Item(ChooseStory(Sought()), label, icon="route")


def chosen(app: App, lesson: Lesson, intent: ChooseStory) -> App:
    """The stories that are sought, with focus where it was among the things to seek by."""
    before = turns(app.library.abouts, lesson.seeking) if lesson.seeking else ()
    turned = next((name for name, to in before if to == intent.sought), "")
    again = dict(turns(app.library.abouts, intent.sought)).get(turned)
    focus = ChooseStory(again) if again else None
    return replace(app, lesson=replace(lesson, seeking=intent.sought), focus=focus)


def page(app: App, lesson: Lesson, sought: Sought, words: Words) -> Page:
    """The stories, each with what it is about."""
    to = dict(turns(app.library.abouts, sought))
    chips = tuple(
        Item(ChooseStory(to[name]), said(app.library.signs, sought, name, words), Look.CHIP)
        for name in _BY
        if name in to
    )
    cards = tuple(
        _card(app, lesson, about, Item(PlanStory(about.id), "", Look.CHOICE, key), words)
        for key, about in zip(digits(), found(app.library.abouts, sought), strict=False)
    )
    body = (*((Buttons(chips, across=True),) if chips else ()), Cards(cards))
    as_it_is = way_on(words.ui("Tillbaka till planen"))
    return lesson_page(Screen.LESSON_LIST, words.ui("Välj en berättelse"), body, on=as_it_is)


def _card(app: App, lesson: Lesson, about: About, item: Item, words: Words) -> Card:
    title = words.of(about.id, "about", about.title)
    signs = app.library.signs.forms
    forms = listed(
        words, (words.of("signs", "form", signs[form].label) for form in about.forms if form in signs)
    )
    played = about.id in lesson.plan.played
    return Card(
        title,
        words.of(about.id, "about", about.summary),
        Tone.FINE if about.id == lesson.plan.story else Tone.PLAIN,
        small=f"{forms}. {words.ui('Klassen har spelat den.')}" if played else forms,
        tag=f"{ages(about, words)} · {minutes(about, words)}",
        item=replace(item, label=title),
    )
