"""The values of the settings: what each question sets, a row for each setting, with the one in force marked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from game.screens.hearing import Aloud, SetAloud
from game.screens.intents import Go, Question, TryOut, Where
from game.screens.page import Buttons, Item, Look, Text, Tone
from game.screens.settings import (
    TEXT_SIZES,
    VOLUMES,
    Face,
    Pace,
    Scanning,
    SetFace,
    SetFullscreen,
    SetLanguage,
    SetLetters,
    SetLines,
    SetMotion,
    SetPace,
    SetScanning,
    SetSound,
    SetSpeed,
    SetTextSize,
    SetTheme,
    SetVolume,
    Spacing,
    Speed,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.model import App
    from game.screens.page import Block
    from game.screens.settings import Adjustment, Settings
    from game.screens.words import Words


def rows_of(question: Question, app: App, words: Words) -> tuple[Block, ...]:
    """Everything that a question sets."""
    match question:
        case Question.LANGUAGE:
            return _language(app, words)
        case Question.TEXT:
            return _text(app.settings, words)
        case Question.COLOURS:
            return _colours(app.settings, words)
        case Question.SOUND:
            return _sound(app.settings, words)
        case Question.PACE:
            return _pace(app.settings, words)
        case Question.HANDS:
            return _hands(app.settings, words)
        case _:
            assert_never(question)


def _row(label: str, now: Adjustment, values: Iterable[Item]) -> Buttons:
    """The values of one setting; `now` would change nothing."""
    marked = tuple(replace(value, selected=value.intent == now) for value in values)
    return Buttons(marked, across=True, label=label)


def _chip(to: Adjustment, label: str) -> Item:
    return Item(to, label, Look.CHIP)


def _language(app: App, words: Words) -> tuple[Block, ...]:
    """All languages, and a word where the one in force is a draft: a teacher has to know."""
    there, now = app.library.languages, app.settings.language
    chips = (_chip(SetLanguage(each.code), each.name) for each in there)
    row = _row(words.ui("Språk"), SetLanguage(now), chips)
    draft = any(each.draft for each in there if each.code == now)
    note = words.ui("Översättningen är ett utkast som ingen har granskat än.")
    return (row, Text(note, Tone.SMALL)) if draft else (row,)


def _text(settings: Settings, words: Words) -> tuple[Block, ...]:
    sizes = (_chip(SetTextSize(size), words.ui("{percent} %", percent=size)) for size in TEXT_SIZES)
    faces = (
        _chip(SetFace(Face.HYPERLEGIBLE), words.ui("Tydliga")),
        _chip(SetFace(Face.DYSLEXIC), words.ui("Stadiga")),
        _chip(SetFace(Face.SYSTEM), words.ui("Datorns egna")),
    )
    airy = (
        (Spacing.USUAL, words.ui("Som vanligt")),
        (Spacing.WIDE, words.ui("Luftigt")),
        (Spacing.WIDEST, words.ui("Extra luftigt")),
    )
    lines = (_chip(SetLines(spacing), label) for spacing, label in airy)
    letters = (_chip(SetLetters(spacing), label) for spacing, label in airy)
    return (
        _row(words.ui("Storlek"), SetTextSize(settings.text_size), sizes),
        _row(words.ui("Bokstäver"), SetFace(settings.face), faces),
        _row(words.ui("Mellan raderna"), SetLines(settings.lines), lines),
        _row(words.ui("Mellan bokstäverna"), SetLetters(settings.letters), letters),
    )


def _colours(settings: Settings, words: Words) -> tuple[Block, ...]:
    themes = (
        _chip(SetTheme(Theme.WARM), words.ui("Varma")),
        _chip(SetTheme(Theme.DARK), words.ui("Mörka")),
        _chip(SetTheme(Theme.CONTRAST), words.ui("Hög kontrast")),
    )
    return (_row(words.ui("Färger"), SetTheme(settings.theme), themes),)


def _sound(settings: Settings, words: Words) -> tuple[Block, ...]:
    off = words.ui("Av")
    sound = (_chip(SetSound(on=False), off), _chip(SetSound(on=True), words.ui("På")))
    volumes = (_chip(SetVolume(each), words.ui("{percent} %", percent=each)) for each in VOLUMES)
    aloud = (
        _chip(SetAloud(Aloud.OFF), off),
        _chip(SetAloud(Aloud.ASKED), words.ui("På begäran (R)")),
        _chip(SetAloud(Aloud.ALL), words.ui("Läs allt")),
    )
    heard = settings.sound or settings.aloud is not Aloud.OFF
    listen = Item(TryOut(), words.ui("Provlyssna"), Look.CHIP, icon="sound_on", enabled=heard)
    return (
        _row(words.ui("Ljud"), SetSound(settings.sound), sound),
        _row(words.ui("Volym"), SetVolume(settings.volume), volumes),
        _row(words.ui("Uppläsning"), SetAloud(settings.aloud), aloud),
        Buttons((listen,), across=True),
    )


def _pace(settings: Settings, words: Words) -> tuple[Block, ...]:
    motion = (
        _chip(SetMotion(less=False), words.ui("Som vanligt")),
        _chip(SetMotion(less=True), words.ui("Mindre rörelse")),
    )
    speeds = (
        _chip(SetSpeed(Speed.CALM), words.ui("Lugn")),
        _chip(SetSpeed(Speed.QUICK), words.ui("Snabb")),
        _chip(SetSpeed(Speed.AT_ONCE), words.ui("Allt på en gång")),
    )
    paces = (
        _chip(SetPace(Pace.ASKED), words.ui("När jag trycker")),
        _chip(SetPace(Pace.CALM), words.ui("Av sig själv, lugnt")),
        _chip(SetPace(Pace.EVEN), words.ui("Av sig själv, lagom")),
        _chip(SetPace(Pace.BRISK), words.ui("Av sig själv, raskt")),
    )
    return (
        _row(words.ui("Rörelser"), SetMotion(settings.less_motion), motion),
        _row(words.ui("Textens fart"), SetSpeed(settings.speed), speeds),
        _row(words.ui("Nästa rad kommer"), SetPace(settings.pace), paces),
    )


def _hands(settings: Settings, words: Words) -> tuple[Block, ...]:
    scanning = (
        _chip(SetScanning(Scanning.OFF), words.ui("Av")),
        _chip(SetScanning(Scanning.CALM), words.ui("Långsamt")),
        _chip(SetScanning(Scanning.EVEN), words.ui("Lagom")),
        _chip(SetScanning(Scanning.BRISK), words.ui("Snabbt")),
    )
    window = (
        _chip(SetFullscreen(on=False), words.ui("Fönster")),
        _chip(SetFullscreen(on=True), words.ui("Helskärm (F11)")),
    )
    keys = Item(Go(Where.KEYS), words.ui("Byt tangenter"), icon="settings")
    note = words.ui("Spelet visar en sak i taget. Tryck på vilken tangent du vill när det du vill ha visas.")
    return (
        _row(words.ui("Spela med en enda knapp"), SetScanning(settings.scanning), scanning),
        Text(note, Tone.SMALL),
        Buttons((keys,), across=True),
        _row(words.ui("Skärm"), SetFullscreen(settings.fullscreen), window),
    )
