"""Texts that are too long for their cards, in every language there is, for those who read with the largest letters.

What is too long is not lost: it scrolls. But who reads so large then has to scroll in the middle of a line, or cannot
see the first choice under its question.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from game.checks.estimate import Estimate
from game.checks.rooms import Room, Rooms, typesetter
from game.checks.specimens import Specimens
from game.messages.catalog import languages, open_catalog
from game.messages.language import SOURCE
from game.screens.words import quoted
from game.story.model import Tell
from game.story.problem import problem
from game.story.texts import EYES, StoryText, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.messages.language import Language
    from game.story.model import Line
    from game.story.problem import Problem
    from game.view.text import Block, Style, Typesetter

_NOWHERE = Path(os.devnull)
_STEP = 5
"""Characters too many are told in steps of so many: letters are not equally wide."""
_SHOWN = 40
"""Characters of a text that are shown, for a translation has no line in the story."""


def problems(subject: Subject) -> Iterator[Problem]:
    """Each text that does not fit on its card, and each word that its card breaks in the middle."""
    setter = typesetter()
    estimate = Estimate(setter)
    for language in languages(subject.locale or _NOWHERE, (subject.story.about.id,)):
        yield from _Measure(subject, language, setter, estimate).problems()


@dataclass(frozen=True, slots=True)
class _Set:
    """A text as it is shown, on which card (a term of the diagnostics), and the room there."""

    shown: str
    card: str
    room: Room


class _Measure:
    """One language's texts, in their order: what stands above a text on its card is measured before it."""

    def __init__(self, subject: Subject, language: Language, setter: Typesetter, estimate: Estimate) -> None:
        self._subject = subject
        self._language = language
        self._words = open_catalog(subject.locale or _NOWHERE, language.code)
        story = subject.story
        place = story.scenes[story.start].place
        adults = sum(bool(person.adult) for person in story.cast.values())
        specimens = Specimens(story.about, subject.vocabulary, self._words, place, adults)
        self._rooms = Rooms(specimens, setter, rtl=language.rtl)
        lines = [line for scene in story.scenes.values() for line in scene.lines]
        self._lines = {line.at: line for line in lines}
        self._of_signs = {line.sign.at: line.sign.sign for line in lines if line.sign}
        self._forms = [sign.id for sign in subject.vocabulary.signs.signs.values() if sign.form]
        self._estimate = estimate
        self._said = ""
        self._above = 0

    def problems(self) -> Iterator[Problem]:
        """What is too long, in the order of the story."""
        for text in self._subject.texts:
            told = self._words.of(self._subject.story.about.id, text.context, text.text)
            there = self._set(text, told)
            if there is None:
                continue
            self._remember(text, told, there)
            # What has no translation yet is told once, in Swedish.
            if told != text.text or self._language.code == SOURCE:
                yield from self._found(text, there)

    def _found(self, text: StoryText, there: _Set) -> Iterator[Problem]:
        room = there.room
        most = max(1, room.height // self._rooms.row(room.style))
        estimated = self._estimate.rows(there.shown, room.style, room.width)
        if estimated is not None and estimated <= most:
            return
        block = self._rooms.block(there.shown, room.style, room.width)
        at, language = self._subject.place(text), self._language.own_name
        if len(block.rows) > most:
            over = len(block.text) - block.rows[most - 1].end
            yield problem(
                "T480",
                at,
                text=_shortened(there.shown),
                card=there.card,
                language=language,
                rows=len(block.rows),
                most=most,
                over=-(-over // _STEP) * _STEP,
            )
        for word in _broken(block):
            yield problem("T481", at, word=word, card=there.card, language=language)

    def _remember(self, text: StoryText, told: str, there: _Set) -> None:
        """What stands above the next text may take more than the one row that its room was measured with."""
        match text.kind:
            case TextKind.TITLE | TextKind.ENDING_TITLE | TextKind.PROFESSION | TextKind.ASK:
                self._above = self._more(there.shown, there.room.style, there.room.width)
            case (
                TextKind.NARRATION | TextKind.SPEECH | TextKind.THOUGHT | TextKind.MESSAGE | TextKind.SILENCE
            ):
                self._said = told
            case _:
                self._above = 0

    def _more(self, text: str, style: Style, width: int) -> int:
        """How much higher a text is than one row."""
        rows = len(self._rooms.block(text, style, width).rows)
        return (rows - 1) * self._rooms.row(style)

    def _below(self, room: Room) -> Room:
        return replace(room, height=room.height - self._above)

    def _set(self, text: StoryText, told: str) -> _Set | None:
        """Where a text is shown; None for what no screen shows, and for what stands in a list that scrolls."""
        rooms, kind = self._rooms, text.kind
        match kind:
            case TextKind.NARRATION | TextKind.SPEECH | TextKind.THOUGHT | TextKind.SILENCE | TextKind.SKIP:
                return _Set(told, "card_line", self._line(text))
            case TextKind.MESSAGE:
                return _Set(told, "card_message", self._message(self._lines.get(text.at)))
            case TextKind.FEEL:
                return _Set(told, "card_feel", rooms.feel)
            case TextKind.WHY:
                return self._why(text, told)
            case TextKind.NAME:
                return _Set(told, "card_name", rooms.name)
            case TextKind.CHAT_TITLE:
                return _Set(told, "card_chat", rooms.chat_title)
            case TextKind.PROFESSION:
                return _Set(told, "card_adult", rooms.profession)
            case TextKind.CARD:
                return _Set(told, "card_adult", self._below(rooms.about_adult))
            case TextKind.CHAPTER:
                return _Set(told, "card_chapter", rooms.chapter(self._forms[0])) if self._forms else None
            case TextKind.TITLE | TextKind.SUMMARY | TextKind.NOTES:
                return _Set(told, "card_before", self._head(kind))
            case TextKind.ASK | TextKind.CHOICE | TextKind.BEGINNING:
                return self._asked(text, told)
            case TextKind.ENDING_TITLE:
                return _Set(told, "card_ending", rooms.ending_title)
            case TextKind.ENDING:
                return _Set(told, "card_ending", self._below(rooms.ending))
            case TextKind.TALK | TextKind.LISTEN | TextKind.WORD | TextKind.MEANING:
                return None
            case _:
                assert_never(kind)

    def _line(self, text: StoryText) -> Room:
        rooms, spoken = self._rooms, text.kind in _SPOKEN
        if text.context == EYES:
            return rooms.eyes_thought if spoken else rooms.eyes_told
        if text.kind is TextKind.SKIP:
            return rooms.skipped
        return rooms.speech if spoken else rooms.narration

    def _message(self, line: Line | None) -> Room:
        if line is None or line.phone is None or not line.phone.title:
            return self._rooms.message
        own = line.speaker == line.phone.owner
        return self._rooms.message_own_in_group if own else self._rooms.message_in_group

    def _why(self, text: StoryText, told: str) -> _Set | None:
        """Below the line that it is about, on the card of its own sign."""
        sign = self._of_signs.get(text.at, "")
        if sign not in self._subject.vocabulary.signs.signs:
            return None
        why = self._rooms.why(sign)
        more = self._more(quoted(self._words, self._said), why.line, why.room.width)
        return _Set(told, "card_why", replace(why.room, height=why.room.height - more))

    def _head(self, kind: TextKind) -> Room:
        match kind:
            case TextKind.TITLE:
                return self._rooms.title
            case TextKind.SUMMARY:
                return self._below(self._rooms.summary)
            case _:
                return self._rooms.notes

    def _asked(self, text: StoryText, told: str) -> _Set:
        """A question and what may be answered; the first choice is seen together with its question."""
        telling = isinstance(self._subject.story.scenes[text.context].exit, Tell)
        match text.kind:
            case TextKind.ASK:
                return _Set(told, "card_ask", self._rooms.ask_adults if telling else self._rooms.ask)
            case TextKind.BEGINNING:
                return _Set(quoted(self._words, told), "card_beginning", self._rooms.beginning)
            case _:
                return _Set(told, "card_choice", self._below(self._rooms.choice))


_SPOKEN = frozenset({TextKind.SPEECH, TextKind.THOUGHT})


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def _broken(block: Block) -> list[str]:
    """The words that go on in the next row without a hyphen, each once."""
    text = block.text
    ends = (row.end for row in block.rows[:-1])
    cuts = (end for end in ends if len(text[end - 1 : end + 1]) == 2 and text[end - 1 : end + 1].isalnum())
    return list(dict.fromkeys(_word_around(text, cut) for cut in cuts))


def _word_around(text: str, index: int) -> str:
    """The word that an index is inside of."""
    start = next((at + 1 for at in range(index - 1, -1, -1) if text[at].isspace()), 0)
    end = next((at for at in range(index, len(text)) if text[at].isspace()), len(text))
    return text[start:end]
