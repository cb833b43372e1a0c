"""The page for changing keys: what each does, which one it is, and "press the key that you want"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.bindings import (
    ChangeKey,
    KeysFromStart,
    KeysScreen,
    Pressed,
    cap,
    in_force,
    may_take,
    meaning,
)
from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.page import Buttons, Field, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar
from game.screens.settings import SetKey, Settings, adjusted

if TYPE_CHECKING:
    from game.screens.words import Words

Change: TypeAlias = ChangeKey | Pressed | KeysFromStart


def step(screen: KeysScreen, settings: Settings, change: Change) -> tuple[KeysScreen, Settings]:
    """The screen and the settings after the player meant this."""
    match change:
        case ChangeKey(key):
            return KeysScreen(key), settings
        case KeysFromStart():
            for key, _ in settings.keys:
                settings = adjusted(settings, SetKey(key, None))
            return KeysScreen(), settings
        case Pressed(name):
            return _pressed(screen, settings, name)
        case _:
            assert_never(change)


def _pressed(screen: KeysScreen, settings: Settings, name: str) -> tuple[KeysScreen, Settings]:
    key = screen.waiting
    if key is None or meaning(name, ()) is Key.ESCAPE:
        return KeysScreen(), settings
    if not may_take(key, name):
        return KeysScreen(key, name), settings
    return KeysScreen(), adjusted(settings, SetKey(key, name))


def keys_page(screen: KeysScreen, settings: Settings, words: Words) -> Page:
    """All keys that can be changed; or, while one waits, only what to do now."""
    does = dict(_does(words))
    if screen.waiting:
        return _waiting_page(screen.waiting, does[screen.waiting], screen, settings, words)
    there = in_force(settings.keys)
    title = words.ui("Byt tangenter")
    rows = tuple(
        Item(ChangeKey(key), words.ui("{what}: {key}", what=what, key=cap(there[key], words)))
        for key, what in does.items()
    )
    again = Item(KeysFromStart(), words.ui("Alla som från början"), enabled=bool(settings.keys))
    done = Item(Close(), words.ui("Klar"), Look.MAIN, Key.ESCAPE, icon="check")
    note = words.ui(
        "Välj vad du vill ha en annan tangent till. Var tangenten upptagen, så får det som hade den en ny. Pilarna, Tab, Enter, Esc, F1, F3 och Skift är alltid desamma."
    )
    return Page(
        screen=Screen.SETTINGS,
        title=title,
        body=(Heading(title), Text(note), Buttons(rows)),
        foot=(again, done),
        bar=bar(words),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=rows[0].intent,
    )


def _waiting_page(key: Key, what: str, screen: KeysScreen, settings: Settings, words: Words) -> Page:
    title = words.ui("Tryck på den tangent som du vill ha")
    refused = cap(screen.refused, words) if screen.refused else ""
    answer = words.ui("{key} behövs till annat. Ta en annan tangent.", key=refused) if refused else ""
    leave = Item(ChangeKey(None), words.ui("Låt den vara"), key=Key.ESCAPE, icon="back")
    return Page(
        screen=Screen.SETTINGS,
        title=title,
        body=(
            Heading(title),
            Text(what, Tone.LEAD),
            Field(words.ui("Nu"), cap(in_force(settings.keys)[key], words), answer),
        ),
        foot=(leave,),
        bar=bar(words),
        keys={Key.ESCAPE: ChangeKey(None)},
        default=ChangeKey(None),
    )


def _does(words: Words) -> tuple[tuple[Key, str], ...]:
    """What each key does, in the order in which it is likely to be wanted."""
    return (
        (Key.SPACE, words.ui("Nästa rad, eller tryck på det som är valt")),
        (Key.BACKSPACE, words.ui("En rad tillbaka")),
        (Key.F, words.ui("Det här känns fel")),
        (Key.O, words.ui("Svåra ord")),
        (Key.R, words.ui("Läs upp")),
        (Key.PAGE_UP, words.ui("Det som sagts")),
        (Key.PAGE_DOWN, words.ui("Längre ner på sidan")),
        (Key.F2, words.ui("Nästa språk")),
        (Key.F11, words.ui("Helskärm")),
    )
