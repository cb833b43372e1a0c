"""What is said of the pieces of a page to those who do not see it: who, how, what, and what is flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.faces import looks
from game.screens.page import Look, Screen, Tone
from game.screens.sentences import sentences
from game.screens.words import Words, listed, phone_of

if TYPE_CHECKING:
    from game.screens.chat import Chat
    from game.screens.page import Card, Figure, Item, Page, Speech
    from game.screens.time_line import Point


def line(page: Page, speech: Speech, words: Words) -> str:
    """A line: Alva, orolig: Han skriver igen. Flaggad: Kontroll."""
    mark = next((item.label for item in page.foot if item.look is Look.FLAG and item.selected), "")
    return sentences((_spoken(page, speech, words), mark))


def _spoken(page: Page, speech: Speech, words: Words) -> str:
    figures = page.stage.figures if page.stage else ()
    if page.screen is Screen.SILENCE:
        seen = person(figures[0], words) if len(figures) == 1 else ""
        return sentences((words.ui("Tystnad"), seen, speech.text))
    if not speech.speaker:
        return speech.text
    figure = speech.face or next((each for each in figures if each.speaking), None)
    who = listed(words, (speech.speaker, *(looks(figure, words) if figure else ())))
    if speech.thought:
        return words.ui("{name} tänker: {text}", name=who, text=speech.text)
    return f"{who}: {speech.text}"


def person(figure: Figure, words: Words, you: str = "") -> str:
    """Somebody in the picture: the name, and what is seen of how they are. `you` is who the player is."""
    name = words.ui("{name} (du)", name=figure.name) if figure.who == you else figure.name
    return listed(words, (name, *looks(figure, words)))


def conversation(chat: Chat, words: Words) -> str:
    """Whose phone it is, and with whom they write."""
    return sentences((phone_of(words, chat.owner), chat.title))


def card(content: Card, words: Words) -> str:
    """A whole card that cannot be pressed."""
    return sentences((_mark(content, words), content.tag, content.title, content.text, content.small))


def beside(content: Card, item: Item) -> str:
    """What a card says besides what the thing to press on it says."""
    name = item.said or item.label
    parts = (content.title, content.text, content.small, content.tag)
    return sentences(part for part in parts if part not in name)


def _mark(content: Card, words: Words) -> str:
    """In words, what colours tell of a sign."""
    match content.tone:
        case Tone.FLAGGED:
            return words.ui("Du flaggade")
        case Tone.MISSED:
            return words.ui("Utan flagga")
        case _:
            return ""


def point(content: Point, words: Words) -> str:
    """A sign on the line of time."""
    flagged = words.ui("Du flaggade") if content.flagged else ""
    return sentences((content.text, content.label, flagged))
