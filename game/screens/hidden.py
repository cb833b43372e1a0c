"""Dölj: an ordinary exercise in multiplication. It works, and nothing on it says what it covers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Erase, Leave, Submit, TapHeading, Typed
from game.screens.keys import Key
from game.screens.page import Buttons, Field, Item, Look, Page, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.model import Hidden
    from game.screens.words import Words

_TABLES = (2, 3, 4, 5, 6, 7, 8, 9)
_STRIDE = 27  # prime to the 64 tasks, so that every task comes once before one comes again


def task(number: int) -> tuple[int, int]:
    """The two factors of the exercise with this number, the easy and the hard ones mixed."""
    place = number * _STRIDE + 43
    return _TABLES[place % 8], _TABLES[place // 8 % 8]


def typed(hidden: Hidden, character: str) -> Hidden:
    """A digit was typed; anything else is ignored, as are more digits than an answer can have."""
    if not (character.isascii() and character.isdigit()) or len(hidden.typed) >= 3:
        return hidden
    return replace(hidden, typed=hidden.typed + character, verdict=None, taps=0)


def erased(hidden: Hidden) -> Hidden:
    """The last digit went away."""
    return replace(hidden, typed=hidden.typed[:-1], verdict=None, taps=0)


def answered(hidden: Hidden) -> Hidden:
    """What was typed is compared; a right answer leads to the next task, a wrong one may be tried again."""
    if not hidden.typed:
        return replace(hidden, taps=0)
    left, right = task(hidden.task)
    if int(hidden.typed) == left * right:
        return replace(hidden, task=hidden.task + 1, typed="", right=hidden.right + 1, verdict=True, taps=0)
    return replace(hidden, typed="", verdict=False, taps=0)


def hidden_page(hidden: Hidden, words: Words) -> Page:
    """The exercise. While it is practised one line says how to come back."""
    left, right = task(hidden.task)
    verdict = {None: "", True: words.ui("Rätt!"), False: words.ui("Försök igen.")}[hidden.verdict]
    digits = tuple(Item(Typed(digit), digit, Look.CHIP) for digit in "1234567890")
    heading = Item(TapHeading(), words.ui("Gångertabellen"), Look.QUIET)
    title = words.ui("Multiplikation")
    hint = words.ui(
        "Övning: tryck Skift tre gånger, eller tre gånger på rubriken Gångertabellen, så är du tillbaka."
    )
    return Page(
        screen=Screen.HIDDEN,
        title=title,
        body=(
            *((Text(hint, Tone.LEAD),) if hidden.practice else ()),
            Buttons((heading,)),
            Field(f"{left} · {right} =", hidden.typed, verdict, sum=True),
            Buttons(digits, across=True, keypad=True),
            Text(words.plural("{n} rätt", "{n} rätt", hidden.right), Tone.SMALL),
        ),
        foot=(
            Item(Erase(), words.ui("Sudda"), key=Key.BACKSPACE),
            Item(Submit(), words.ui("Svara"), Look.MAIN, Key.ENTER),
            Item(Leave(), words.ui("Avsluta"), Look.PLAIN),
        ),
        keys={Key.BACKSPACE: Erase(), Key.ENTER: Submit()},
        default=Submit(),
        typing=True,
    )
