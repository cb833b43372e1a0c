"""Everybody practises Dölj, on the projector too, so that using it later tells nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Hide
from game.screens.keys import Key
from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Card, Cards, Item, Look, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words


def entered(app: App, lesson: Lesson) -> App:
    """What was practised stays so."""
    return replace(app, lesson=lesson)


def onward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def backward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def asked(_app: App, _lesson: Lesson) -> Step:
    """Try Dölj on the device."""
    return Step(
        "practise",
        Kind.PRACTISE,
        phrases.ui("Öva Dölj"),
        phrases.ui("Tryck på Dölj. Då syns en matteövning. Tryck tre gånger på rubriken så är du tillbaka."),
    )


def page(app: App, _lesson: Lesson, words: Words) -> Page:
    """Why and how; the projector can be hidden as well."""
    hide = Item(Hide(practice=True), words.ui("Dölj tavlan"), Look.DARK, Key.D1, icon="hide")
    return lesson_page(
        Screen.LESSON_TALK,
        words.ui("Alla övar Dölj"),
        (
            Text(
                words.ui("Ibland vill man inte att någon ser ens skärm. Då trycker man på Dölj."), Tone.LEAD
            ),
            Cards(
                (
                    Card(
                        words.ui("Så döljer du"),
                        words.ui("Tryck på Dölj, eller Skift tre gånger. Då syns en matteövning."),
                        icon="hide",
                    ),
                    Card(
                        words.ui("Så kommer du tillbaka"),
                        words.ui("Tryck Skift tre gånger, eller tre gånger på rubriken."),
                        icon="back",
                        tone=Tone.FINE if app.practised else Tone.PLAIN,
                    ),
                )
            ),
        ),
        on=way_on(words.ui("Vi kan det")),
        beside=(hide,),
    )


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """Everybody does it, so that it means nothing later."""
    how = words.ui("Säg: Alla trycker på Dölj nu, och kommer sedan tillbaka.")
    if not lesson.plan.with_hub:
        how = words.ui(
            "Säg: Titta, så här döljer man. Tryck på ”Dölj tavlan” och visa hur ni kommer tillbaka."
        )
    return (
        how,
        words.ui("När alla har övat betyder det ingenting att någon gör det senare."),
        words.ui("Säg också: Den som vill får gå ut en stund, utan att säga varför."),
    )
