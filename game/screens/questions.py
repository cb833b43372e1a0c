"""The settings: six big questions, one at a time, each beside a line as it then looks, sounds and moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.bindings import printed
from game.screens.commands import Command, PlaySound, ReadAloud, Sound
from game.screens.hearing import Aloud
from game.screens.intents import Ask, AskNext, Close, Question, TryOut
from game.screens.keys import DIGITS, Key
from game.screens.model import App, SettingsScreen
from game.screens.page import Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import bar, close_item
from game.screens.sample import Sample
from game.screens.setting_rows import rows_of
from game.screens.start import TITLE_STAGE

if TYPE_CHECKING:
    from game.screens.words import Words

Step: TypeAlias = tuple[App, tuple[Command, ...]]

LARGE = 150
"""From this size of text on, in percent, the questions stand as their icons and numbers, the present one in words too."""


def step(app: App, intent: Ask | AskNext | TryOut) -> Step:
    """What is meant about the questions, while one of them is shown."""
    if app.hidden or not isinstance(app.screen, SettingsScreen):
        return app, ()
    match intent:
        case Ask(question):
            return replace(app, question=question, focus=None), ()
        case AskNext():
            return replace(app, question=_after(app.question) or app.question, focus=None), ()
        case TryOut():
            aloud = () if app.settings.aloud is Aloud.OFF else (ReadAloud(sample=True),)
            return app, (PlaySound(Sound.MESSAGE), *aloud)
        case _:
            assert_never(intent)


def _after(question: Question) -> Question | None:
    order = list(Question)
    return next(iter(order[order.index(question) + 1 :]), None)


def settings_page(app: App, screen: SettingsScreen, words: Words) -> Page:
    """The question that is asked; where the game begins with it, the first one says hello."""
    question = app.question
    last = _after(question) is None
    title = _asked(question, words, first=screen.first)
    on = Item(AskNext(), words.ui("Nästa fråga"), Look.MAIN, Key.SPACE, icon="next")
    if last:
        on = Item(Close(), words.ui("Klar"), Look.MAIN, Key.SPACE, icon="check")
    tabs = _tabs(app, words)
    return Page(
        screen=Screen.SETTINGS,
        title=title,
        body=(
            Heading(title),
            Text(_why(question, words, first=screen.first), Tone.LEAD),
            *rows_of(question, app, words),
        ),
        foot=(on,),
        bar=bar(words, back=_way_out(screen, words)),
        keys={tab.key: tab.intent for tab in tabs if tab.key} | {Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=on.intent,
        tabs=tabs,
        sample=_sample(app, words),
    )


def _way_out(screen: SettingsScreen, words: Words) -> Item:
    if screen.first:
        return Item(Close(), words.ui("Spela nu"), key=Key.ESCAPE, icon="play")
    return close_item(words)


def _tabs(app: App, words: Words) -> tuple[Item, ...]:
    named = (
        (Question.LANGUAGE, words.ui("Språk"), "language"),
        (Question.TEXT, words.ui("Text"), "text_size"),
        (Question.COLOURS, words.ui("Färger"), "eye"),
        (Question.SOUND, words.ui("Ljud"), "sound_on"),
        (Question.PACE, words.ui("Tempo"), "speed"),
        (Question.HANDS, words.ui("Styrning"), "hand"),
    )
    large = app.settings.text_size >= LARGE
    return tuple(
        Item(
            Ask(question),
            label,
            Look.CHIP,
            key,
            icon,
            selected=question is app.question,
            compact=large and question is not app.question,
        )
        for key, (question, label, icon) in zip(DIGITS, named, strict=False)
    )


def _asked(question: Question, words: Words, *, first: bool) -> str:
    match question:
        case Question.LANGUAGE if first:
            return words.ui("Hej! Vilket språk vill du läsa på?")
        case Question.LANGUAGE:
            return words.ui("Vilket språk vill du läsa på?")
        case Question.TEXT:
            return words.ui("Hur ska texten se ut?")
        case Question.COLOURS:
            return words.ui("Vilka färger är sköna att titta på?")
        case Question.SOUND:
            return words.ui("Vad vill du höra?")
        case Question.PACE:
            return words.ui("Hur snabbt ska det gå?")
        case Question.HANDS:
            return words.ui("Hur vill du styra?")
        case _:
            assert_never(question)


def _why(question: Question, words: Words, *, first: bool) -> str:
    """What the question is for, in a sentence or two."""
    match question:
        case Question.LANGUAGE if first:
            return words.ui("Du kan byta när du vill. F3 leder alltid hit igen.")
        case Question.LANGUAGE:
            return words.ui("Du kan byta när du vill, också mitt i en berättelse.")
        case Question.TEXT:
            return words.ui("Prova dig fram till det som känns lätt att läsa, också när du är trött.")
        case Question.COLOURS:
            return words.ui("Mörka färger är lugna för ögonen. Hög kontrast gör allt lätt att se.")
        case Question.SOUND:
            return words.ui("Ljuden är få och mjuka, och de står också i text. Spelet kan läsa högt för dig.")
        case Question.PACE:
            return words.ui("Inget går på tid. Ta den tid du behöver.")
        case Question.HANDS:
            return words.ui("Allt går att nå med tangenter, mus, pekskärm, handkontroll eller en enda knapp.")
        case _:
            assert_never(question)


# --- the sample ------------------------------------------------------------------------------------


_FRIEND = replace(TITLE_STAGE.figures[0], speaking=True)
"""Somebody with time to spare."""


def _sample(app: App, words: Words) -> Sample:
    """A friend says something kind. Its letters come where their speed is asked for, and come again when that changes."""
    return Sample(
        Stage(TITLE_STAGE.place, (_FRIEND,)),
        words.ui("Amina"),
        words.ui("Sätt dig här hos mig. Vi har hela rasten på oss."),
        app.settings.speed if app.question is Question.PACE else None,
        _keys(app, words) if app.question is Question.HANDS else (),
    )


def _keys(app: App, words: Words) -> tuple[tuple[Key, str, str], ...]:
    """The keys that one needs most, as they are now."""
    there = printed(app.settings.keys, words)
    does = (
        (Key.SPACE, words.ui("Nästa")),
        (Key.BACKSPACE, words.ui("En rad tillbaka")),
        (Key.F, words.ui("Det här känns fel")),
        (Key.ESCAPE, words.ui("Paus")),
        (Key.F1, words.ui("Hjälp")),
        (Key.F3, words.ui("Språk och inställningar")),
    )
    return tuple((key, there[key], what) for key, what in does)
