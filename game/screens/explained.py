"""The difficult words on a page, and the panel that says what they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens.chat import Chat
from game.screens.intents import Close, Go, Where
from game.screens.keys import Key
from game.screens.page import (
    Block,
    Buttons,
    Card,
    Cards,
    Heading,
    Item,
    Look,
    Page,
    Screen,
    Speech,
    Text,
    Tone,
)
from game.screens.parts import bar
from game.story.glossary import forms, needed
from game.story.texts import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import Play
    from game.screens.words import Words

_READ = frozenset(
    {
        Screen.DIALOGUE,
        Screen.SILENCE,
        Screen.PHONE,
        Screen.CHOICES,
        Screen.TELLING,
        Screen.FEEL,
        Screen.ENDING,
        Screen.RECAP,
        Screen.EYES,
    }
)
"""Screens with the story's own words on them, where one may stop and ask."""
_BETWEEN = "\0"
"""Stands in no text."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word in the player's language, in all its forms, and what it means."""

    word: str
    meaning: str


def meanings(page: Page, play: Play, words: Words) -> tuple[Meaning, ...]:
    """The words on a page that its story explains, in the order in which they stand there, and those which that takes."""
    if page.screen not in _READ or not play.story.words:
        return ()
    domain = play.story.about.id
    told = tuple(words.of(domain, WORDS, each.word) for each in play.story.words)

    def meaning(number: int) -> str:
        return words.of(domain, WORDS, play.story.words[number].meaning)

    shown = _BETWEEN.join(text for block in page.body for text in read_of(block))
    return tuple(Meaning(told[number], meaning(number)) for number in needed(told, meaning, shown))


def read_of(block: Block) -> Iterator[str]:
    """What is read of a block, where words may be explained: without names and tags."""
    match block:
        case Heading(text) | Text(text) | Speech(_, text):
            yield text
        case Card():
            yield from (block.title, block.text, block.small)
        case Cards(cards):
            for card in cards:
                yield from read_of(card)
        case Buttons(items):
            yield from (item.label for item in items)
        case Chat():
            yield from (bubble.text for bubble in block.bubbles)
        case _:
            return


def with_words(page: Page, play: Play, words: Words) -> Page:
    """The page with the way to its difficult words, which it marks; as it is where it has none."""
    here = meanings(page, play, words)
    if not here:
        return page
    go = Go(Where.WORDS)
    said = words.plural("{n} ord förklaras", "{n} ord förklaras", len(here))
    item = Item(go, words.ui("Ord"), key=Key.O, said=said)
    split = next((place for place, each in enumerate(page.bar) if each.look is not Look.PLAIN), len(page.bar))
    return replace(
        page,
        bar=(*page.bar[:split], item, *page.bar[split:]),
        keys={**page.keys, Key.O: go},
        explained=tuple(each.word for each in here),
    )


def words_page(below: Page | None, play: Play, words: Words) -> Page:
    """What the difficult words of the page below mean."""
    title = words.ui("Ord")
    here = meanings(below, play, words) if below else ()
    cards = tuple(Card(forms(each.word)[0], each.meaning, Tone.LEAD) for each in here)
    done = Item(Close(), words.ui("Klar"), Look.MAIN, Key.SPACE, icon="check")
    return Page(
        screen=Screen.WORDS,
        title=title,
        body=(Heading(title), *(cards or (Text(words.ui("Här finns inga ord att förklara."), Tone.LEAD),))),
        foot=(done,),
        bar=bar(words),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close(), Key.O: Close()},
        default=Close(),
    )
