"""Other eyes: after an ending, a few moments are seen again as somebody else lived them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Back, Close, Forward
from game.screens.keys import Key
from game.screens.page import Item, Look, Page, Screen, Speech, Stage
from game.screens.parts import bar, stage
from game.screens.words import StoryWords, Words
from game.story.engine import Beat, Spot
from game.story.model import Eyes, LineKind, Standing
from game.story.playthrough import scenes_so_far

if TYPE_CHECKING:
    from game.screens.model import EyesScreen, Play

MOST = 3
"""The most moments that one ending shows; more would be a second story."""


def eyes_of(play: Play) -> tuple[Eyes, ...]:
    """The moments to see again: of scenes on this way, each person at most once while others are left."""
    seen = scenes_so_far(play.machine, play.way)
    there = [eyes for eyes in play.story.eyes if eyes.of in seen]
    chosen: list[Eyes] = []
    for eyes in (*_first_of_each(there), *there):
        if eyes not in chosen and len(chosen) < MOST:
            chosen.append(eyes)
    return tuple(sorted(chosen, key=there.index))


def _first_of_each(there: list[Eyes]) -> tuple[Eyes, ...]:
    return tuple({eyes.who: eyes for eyes in reversed(there)}.values())[::-1]


def eyes_page(play: Play, screen: EyesScreen, words: Words) -> Page:
    """One line of one moment."""
    told = StoryWords(words, play.story)
    moments = eyes_of(play)
    eyes = moments[screen.index]
    line = eyes.lines[screen.line]
    beats = [Beat(Spot(eyes.of, number), each) for number, each in enumerate(eyes.lines[: screen.line + 1])]
    name = told.name(eyes.who)
    title = words.ui("Samma stund, som {name}", name=name)
    on = Item(Forward(), words.ui("Nästa"), Look.MAIN, Key.SPACE, icon="next")
    skip = Item(Close(), words.ui("Hoppa över"), Look.QUIET, Key.ESCAPE, icon="skip")
    thought = line.kind in {LineKind.SPEECH, LineKind.THOUGHT}
    picture: Stage = stage(told, eyes.place, (Standing(eyes.who),), beats)
    return Page(
        screen=Screen.EYES,
        title=title,
        label=f"{title} · {screen.index + 1}/{len(moments)}",
        body=(Speech(told.name(line.speaker), told.eyes(line.text), thought=thought),),
        foot=(skip, on),
        bar=bar(words),
        stage=picture,
        keys={
            Key.BACKSPACE: Back(),
            Key.LEFT: Back(),
            Key.RIGHT: Forward(),
            Key.ESCAPE: Close(),
        },
        default=Forward(),
    )
