"""The circle of adults: whom the player has met on this way, who they are, and how they listened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.page import Block, Card, Cards, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, figure
from game.screens.words import StoryWords, Words
from game.story.playthrough import back, met_so_far, told_so_far

if TYPE_CHECKING:
    from game.screens.model import Play


def adult_card(told: StoryWords, adult: str, small: str, item: Item | None = None) -> Card:
    """An adult's card: the face, the name, who they are."""
    person = told.story.cast[adult]
    return Card(
        title=told.name(adult),
        text=told.cast(person.about) if person.about else "",
        small=small,
        item=item,
        figure=figure(told, adult),
    )


def how_it_went(words: Words, *, listened: bool) -> str:
    """How an adult took it, with no blame for who told."""
    if listened:
        return words.ui("Lyssnade på dig")
    return words.ui("Lyssnade inte den här gången. Det var inte du som gjorde fel.")


def circle_page(play: Play, words: Words) -> Page:
    """The adults met on this way."""
    told = StoryWords(words, play.story)
    went = {telling.adult: telling.listened for telling in told_so_far(play.machine, play.way)}
    cards = tuple(
        adult_card(
            told,
            adult,
            how_it_went(words, listened=went[adult])
            if adult in went
            else told.cast(play.story.cast[adult].adult),
        )
        for adult in met_so_far(play.machine, play.way)
    )
    title = words.ui("Vuxna du har mött")
    body: tuple[Block, ...] = (Cards(cards),)
    if not cards:
        body = (Text(words.ui("Ingen vuxen än. De dyker upp längre fram."), Tone.LEAD),)
    done = Item(Close(), words.ui("Klar"), Look.MAIN, Key.SPACE, icon="check")
    return Page(
        screen=Screen.CIRCLE,
        title=title,
        body=(Heading(title), *body),
        foot=(done,),
        bar=bar(words),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=Close(),
    )


def newly_met(play: Play, words: Words) -> str:
    """A sentence for each adult whom this very line made known, otherwise ""."""
    told = StoryWords(words, play.story)
    before = _known_before(play)
    return ". ".join(
        _met(told.name(adult), told.cast(play.story.cast[adult].adult), words)
        for adult in met_so_far(play.machine, play.way)
        if adult not in before
    )


def _met(name: str, role: str, words: Words) -> str:
    """Who has been met, and what they are: Mamma is not introduced as your mum once more."""
    if name.casefold() in role.casefold().split():
        return words.ui("Du har mött {name}", name=role)
    return words.ui("Du har mött {name}, {role}", name=name, role=role)


def _known_before(play: Play) -> tuple[str, ...] | frozenset[str]:
    """The adults known on the line before; at the very start, those that a resume code remembers."""
    earlier = back(play.machine, play.way)
    if earlier != play.way:
        return met_so_far(play.machine, earlier)
    return play.way.origin.met if play.way.origin else ()
