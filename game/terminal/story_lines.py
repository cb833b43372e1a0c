"""The story read aloud, one line at a time: who says what and how, and where we are when that changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens.chat import Chat
from game.screens.faces import with_face
from game.screens.page import Look, Screen, Speech
from game.screens.words import listed, phone_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.page import Figure, Page
    from game.screens.words import Words

_IN_A_PLACE = frozenset(
    {
        Screen.DIALOGUE,
        Screen.PHONE,
        Screen.SILENCE,
        Screen.FEEL,
        Screen.CHOICES,
        Screen.TELLING,
        Screen.ENDING,
        Screen.EYES,
    }
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the reader knows, so that it is not said again: the chapter, the place, who is there, the last news."""

    label: str = ""
    place: str = ""
    people: frozenset[str] = frozenset()
    notice: str = ""


def surroundings(
    page: Page, heard: Heard, alts: Mapping[str, str], you: str, words: Words
) -> tuple[list[str], Heard]:
    """What is new around the line: the chapter, the place in words, those in the picture, news.

    `you` is who the player is; `alts` describes the places.
    """
    if page.screen not in _IN_A_PLACE or page.stage is None:
        return [], heard
    said = []
    moved = page.stage.place != heard.place
    if page.screen is not Screen.ENDING and page.label != heard.label:
        said += ["", page.label]
        heard = replace(heard, label=page.label)
    if moved:
        heard = replace(heard, place=page.stage.place, people=frozenset())
        alt = alts.get(page.stage.place, "")
        if alt:
            told = words.of("places", page.stage.place, alt)
            said.append(words.ui("Plats: {place}", place=told))
    people = frozenset(figure.who for figure in page.stage.figures)
    if page.screen is Screen.DIALOGUE and people != heard.people:
        heard = replace(heard, people=people)
        if people:
            there = listed(words, (_present(figure, you, words) for figure in page.stage.figures))
            said.append(words.ui("Här är: {people}.", people=there))
    if page.notice and page.notice != heard.notice:
        heard = replace(heard, notice=page.notice)
        said.append(f"{page.notice}.")
    return said, heard


def _present(figure: Figure, you: str, words: Words) -> str:
    if figure.who == you:
        return words.ui("{name} (du)", name=figure.name)
    return figure.name if figure.speaking else with_face(figure.name, figure, words)


def line(page: Page, words: Words) -> str:
    """The line that is shown now, with its flag."""
    content = page.body[0]
    flag = next((item.label for item in page.foot if item.look is Look.FLAG and item.selected), "")
    mark = f" [{flag}]" if flag else ""
    match content:
        case Chat():
            newest = content.bubbles[-1]
            return f"{_phone(content, words)} {newest.name}: {newest.text}{mark}"
        case Speech():
            return f"{_spoken(content, page, words)}{mark}"
        case _:
            return page.title


def _phone(chat: Chat, words: Words) -> str:
    whose = phone_of(words, chat.owner)
    return f"[{whose}, {chat.title}]" if chat.phone.title else f"[{whose}]"


def _spoken(speech: Speech, page: Page, words: Words) -> str:
    figures = page.stage.figures if page.stage else ()
    if page.screen is Screen.SILENCE:
        seen = with_face(figures[0].name, figures[0], words) if len(figures) == 1 else ""
        quiet = words.ui("Tystnad")
        return f"[{quiet}. {seen}] {speech.text}" if seen.endswith(")") else f"[{quiet}] {speech.text}"
    if not speech.speaker:
        return speech.text
    name = with_face(speech.speaker, next((each for each in figures if each.speaking), None), words)
    if speech.thought:
        return words.ui("{name} tänker: {text}", name=name, text=speech.text)
    return f"{name}: {speech.text}"
