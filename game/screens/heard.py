"""What is read aloud of a page, in order: each text in its own language, and only what is worth hearing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.aloud import Piece, Shown
from game.screens.chat import Chat
from game.screens.faces import looks
from game.screens.intents import Forward, Go, Where
from game.screens.keys import DIGITS
from game.screens.lesson import in_words
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.map_parts import StoryMap
from game.screens.page import Breath, Buttons, Card, Cards, Field, Heading, Look, Screen, Speech, Text, Tone
from game.screens.sentences import sentences
from game.screens.time_line import TimeLine
from game.screens.words import listed, phone_of
from game.screens.workshop import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.screens.page import Block, Item, Page
    from game.screens.words import Words

SOURCE = "sv"
_LINES = frozenset({Screen.DIALOGUE, Screen.PHONE, Screen.SILENCE, Screen.EYES})
"""Pages that hold one line of the story."""
_COME_OFTEN = frozenset({Screen.CHOICES, Screen.FLAG, Screen.FEEL, Screen.LOG})
_QUOTES = '”“„«»"'
_TEXT = "\ufffc"
_LATEST = 6
"""So many of all the lines said so far are read, the newest: they are what somebody looks back for."""


def heard(page: Page, words: Words, language: str, swedish: frozenset[str] = frozenset()) -> Shown:
    """A page for those who hear it. `swedish` are the texts that it shows in Swedish for want of a translation.

    Nothing is heard of Dölj: it looks like an exercise, and those sound like nothing.
    """
    if page.screen is Screen.HIDDEN:
        return Shown(page.screen, ())
    reader = _Reader(page, words, language, swedish)
    line = page.screen in _LINES
    pieces = reader.line() if line else reader.page()
    text = page.body[0] if line and page.spot is None else None
    return Shown(
        (page.screen, page.spot, text, page.title if not line else "", language),
        tuple(pieces),
        leads_on=line and page.default == Forward(),
        sample=tuple(reader.sample()),
    )


class _Reader:
    def __init__(self, page: Page, words: Words, language: str, swedish: frozenset[str]) -> None:
        self._page = page
        self._words = words
        self._language = language
        self._swedish = swedish

    def line(self) -> Iterator[Piece]:
        """Who says it and how, what is said, and then, each a piece of its own, the flag, the difficult words and the news."""
        content = self._page.body[0]
        match content:
            case Chat():
                yield from self._message(content)
            case Speech():
                yield from self._speech(content)
            case _:
                yield from self._block(content)
        flags = (item.label for item in self._page.foot if item.look is Look.FLAG and item.selected)
        yield from self._pieces(sentences(flags))
        yield from self._explained()
        yield from self._pieces(sentences((self._page.notice,)))

    def sample(self) -> Iterator[Piece]:
        """What shows how a line sounds; nothing where the page has none."""
        if self._page.sample:
            yield from self._pieces(f"{self._page.sample.speaker}:", self._page.sample.text)

    def page(self) -> Iterator[Piece]:
        """The content, which key does what, what can be pressed below it, and the news."""
        for block in self._worth_hearing():
            yield from self._block(block)
        if self._page.aside and self._page.screen is Screen.LESSON_LOBBY:
            yield from self._sentences(in_words.join(self._page.aside))
        for _, key, does in self._page.sample.keys if self._page.sample else ():
            yield from self._pieces(sentences((f"{key}: {does}",)))
        for item in self._page.foot:
            yield from self._item(item)
        yield from self._explained()
        yield from self._pieces(sentences((self._page.notice,)))

    def _explained(self) -> Iterator[Piece]:
        """How many words are explained."""
        there = (item.said for item in self._page.bar if item.intent == Go(Where.WORDS))
        yield from self._pieces(sentences(there), small=True)

    def _worth_hearing(self) -> tuple[Block, ...]:
        if self._page.screen is not Screen.LOG:
            return self._page.body
        cards = tuple(block for block in self._page.body if isinstance(block, Card))
        return (*(block for block in self._page.body if not isinstance(block, Card)), *cards[-_LATEST:])

    def _pieces(self, *parts: str, small: bool = False) -> Iterator[Piece]:
        """The parts in a row, those of the same language in one breath."""
        said = ""
        before = ""
        for part in filter(None, parts):
            language = SOURCE if self._is_swedish(part) else self._language
            if said and language != before:
                yield Piece(said, before, small)
                said = ""
            said, before = f"{said} {part}".strip(), language
        if said:
            yield Piece(said, before, small)

    def _is_swedish(self, part: str) -> bool:
        return part in self._swedish or part.strip(_QUOTES) in self._swedish

    def _sentences(self, parts: Iterable[str]) -> Iterator[Piece]:
        """Each part a sentence of its own."""
        return self._pieces(*(part if self._is_swedish(part) else sentences((part,)) for part in parts))

    def _message(self, chat: Chat) -> Iterator[Piece]:
        """The newest message, and before the first one whose phone it is."""
        newest = chat.bubbles[-1]
        where = (phone_of(self._words, chat.owner), chat.title) if len(chat.bubbles) == 1 else ()
        yield from self._sentences(where)
        yield from self._pieces(f"{newest.name}:", newest.text)

    def _speech(self, speech: Speech) -> Iterator[Piece]:
        figures = self._page.stage.figures if self._page.stage else ()
        figure = speech.face or next((each for each in figures if each.speaking), None)
        if self._page.screen is Screen.SILENCE:
            there = (figures[0].name, *looks(figures[0], self._words)) if len(figures) == 1 else ()
            quiet = self._words.ui("Tystnad")
            yield from self._pieces(sentences((quiet, listed(self._words, there))), speech.text)
            return
        if not speech.speaker:
            yield from self._pieces(speech.text)
            return
        who = listed(self._words, (speech.speaker, *(looks(figure, self._words) if figure else ())))
        if speech.thought:
            thought = self._words.ui("{name} tänker: {text}", name=who, text=_TEXT)
            before, _, after = thought.partition(_TEXT)
            yield from self._pieces(before.strip(), speech.text, after.strip())
            return
        yield from self._pieces(f"{who}:", speech.text)

    def _block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Heading(text):
                yield from self._sentences((text,))
            case Text(text, tone):
                small = tone is Tone.SMALL and self._page.screen in _COME_OFTEN
                yield from self._pieces(text, small=small)
            case Card():
                yield from self._card(block)
            case Cards(cards):
                for card in cards:
                    yield from self._card(card)
            case Buttons():
                yield from self._buttons(block)
            case Speech(speaker, text):
                yield from self._pieces(f"{speaker}:" if speaker else "", text)
            case Chat():
                for bubble in block.bubbles:
                    yield from self._pieces(f"{bubble.name}:", bubble.text)
            case TimeLine():
                yield from self._time_line(block)
            case Field(label, _, answer):
                yield from self._sentences((label, answer))
            case Breath(inward, outward, advice):
                yield from self._sentences((inward, outward, advice))
            case StoryMap():
                for item in block.items():
                    yield from self._item(item)
            case Finding(mistake, place):
                yield from self._sentences((place, mistake.what, mistake.meant, mistake.why))
            case Bars():
                for bar in block.bars:
                    yield from self._sentences((in_words.answer(bar, self._words),))
            case Chart():
                yield from self._sentences(in_words.chart(block))
            case Countdown():
                yield from self._sentences((block.words,))
            case _:
                assert_never(block)

    def _buttons(self, block: Buttons) -> Iterator[Piece]:
        """What can be pressed, one by one; values to choose among in one breath, after what they are values of."""
        if block.keypad:
            return
        if block.label:
            names = tuple(self._name(item) for item in block.items)
            yield from self._pieces(f"{block.label}: {sentences((listed(self._words, names),))}")
            return
        for item in block.items:
            yield from self._item(item)

    def _name(self, item: Item) -> str:
        name = item.said or item.label
        return listed(self._words, (name, self._words.ui("valt"))) if item.selected else name

    def _item(self, item: Item) -> Iterator[Piece]:
        return self._sentences((self._number(item), self._name(item)))

    @staticmethod
    def _number(item: Item) -> str:
        """The digit that presses it, unless its words begin with it."""
        number = f"{DIGITS.index(item.key) + 1}." if item.key in DIGITS else ""
        return "" if number and item.said.startswith(number) else number

    def _card(self, card: Card) -> Iterator[Piece]:
        if card.item:
            name = card.item.said or card.item.label
            rest = (part for part in (card.text, card.small, card.tag) if part not in name)
            return self._sentences((self._number(card.item), self._name(card.item), *rest))
        if card.tone in {Tone.HELP, Tone.BIG}:
            return self._sentences((card.title, card.text, card.tag, card.small))
        return self._sentences((self._mark(card.tone), card.tag, card.title, card.text, card.small))

    def _mark(self, tone: Tone) -> str:
        """In words, what colours tell of a sign."""
        marks = {Tone.FLAGGED: self._words.ui("Du flaggade"), Tone.MISSED: self._words.ui("Utan flagga")}
        return marks.get(tone, "")

    def _time_line(self, block: TimeLine) -> Iterator[Piece]:
        chapter = ""
        for point in block.points:
            if point.chapter != chapter:
                chapter = point.chapter
                yield from self._sentences((self._words.ui("Kapitel: {title}", title=chapter),))
            flagged = self._mark(Tone.FLAGGED) if point.flagged else ""
            yield from self._sentences((point.label, point.text, flagged))
