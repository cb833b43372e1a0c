"""Pages that are not lines of the story: headings, texts, cards and things to pick, as paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.chat import Chat
from game.screens.intents import Close, Go, Where
from game.screens.lesson import in_words
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.map_parts import StoryMap
from game.screens.page import (
    Block,
    Breath,
    Buttons,
    Card,
    Cards,
    Field,
    Heading,
    Item,
    Screen,
    Speech,
    Text,
    Tone,
    items_of,
)
from game.screens.sentences import sentences
from game.screens.time_line import TimeLine
from game.screens.workshop import Finding
from game.terminal.numbers import numbers, on_enter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Page
    from game.screens.words import Words
    from game.terminal.commands import Letters

_DECISIONS = frozenset({Screen.CHOICES, Screen.TELLING})
_COMES_OFTEN = frozenset({Screen.CHOICES, Screen.FLAG, Screen.FEEL, Screen.LOG})
"""Their small print is the same every time, and read once."""
_ON_ITS_OWN = frozenset({Tone.HELP, Tone.BIG})
"""Cards whose tag is a number or a code, to be found quickly."""


class PageReader:
    """Reads one page. `known` holds the small print that has been read before."""

    def __init__(
        self, page: Page, words: Words, letters: Letters, known: frozenset[str] = frozenset()
    ) -> None:
        self._page = page
        self._words = words
        self._letters = letters
        self._known = known
        self._numbers = numbers(page)
        self._enter = on_enter(page)

    def body(self) -> list[str]:
        """The content, from the title on."""
        said: list[str] = []
        for block in self._page.body:
            if self._page.screen in _DECISIONS and (count := self._to_pick(block)):
                said.append(self._words.plural("{n} val:", "{n} val:", count))
            said += self._block(block)
        if self._page.typing:
            said.append(self._words.ui("Skriv koden och tryck Enter."))
        if self._page.screen is Screen.SETTINGS:
            said.append(
                self._words.ui("Textens storlek, fart, ljud och rörelser hör till spelet med fönster.")
            )
        return said

    def _to_pick(self, block: Block) -> int:
        return sum(item in self._numbers for item in items_of(block))

    def foot(self) -> list[str]:
        """What can be picked below the content, how many words are explained, and the way back."""
        said = [text for item in self._page.foot if (text := self._item(item))]
        said += self.explained()
        back = next((item for item in self._page.bar if item.intent == Close()), None)
        if back:
            key = self._words.ui("Enter") if self._enter == Close() else self._letters.back
            said.append(f"{key}: {back.label}")
        return said

    def explained(self) -> list[str]:
        """The letter that explains the difficult words, and how many these are; nothing where there are none."""
        there = (item for item in self._page.bar if item.intent == Go(Where.WORDS))
        return [f"{self._letters.words}: {item.said}" for item in there]

    def small_print(self) -> frozenset[str]:
        """What has been read once this page is read, and need not be read again."""
        texts = (block for block in self._page.body if isinstance(block, Text))
        return frozenset(text.text for text in texts if self._is_small_print(text))

    def _is_small_print(self, text: Text) -> bool:
        return text.tone is Tone.SMALL and self._page.screen in _COMES_OFTEN

    def _block(self, block: Block) -> list[str]:
        match block:
            case Heading(text):
                return ["", text]
            case Text(text):
                return [] if text in self._known and self._is_small_print(block) else [text]
            case Card():
                return list(self._card(block))
            case Cards(cards):
                return [paragraph for card in cards for paragraph in self._card(card)]
            case Buttons(items, label=label):
                picked = [text for item in items if (text := self._item(item))]
                return [f"{label}:", *picked] if label and picked else picked
            case Speech(speaker, text):
                return [f"{speaker}: {text}" if speaker else text]
            case Chat():
                return [f"{bubble.name}: {bubble.text}" for bubble in block.bubbles]
            case TimeLine():
                return list(self._time_line(block))
            case Field():
                return [block.answer] if block.answer else []
            case Breath(inward, outward, advice):
                return [f"{inward} … {outward} …", advice]
            case StoryMap():
                return [self._key(item) + sentences((item.said,)) for item in block.items()]
            case Finding(mistake, place):
                return [sentences((place, mistake.code, mistake.what, mistake.meant, mistake.why))]
            case Bars(bars):
                return [in_words.answer(bar, self._words) for bar in bars]
            case Chart():
                return list(in_words.chart(block))
            case Countdown():
                return [block.words]
            case _:
                assert_never(block)

    def _key(self, item: Item) -> str:
        """What stands before it: its number, Enter, or "" for what is not picked here."""
        if item in self._numbers:
            return f"{self._numbers[item]}. "
        return f"{self._words.ui('Enter')}: " if item.intent == self._enter else ""

    def _item(self, item: Item) -> str:
        key = self._key(item)
        if not key:
            return ""
        notes = []
        if item.selected:
            notes.append(self._words.ui("valt"))
        if item in self._numbers and item.intent == self._enter:
            notes.append(self._words.ui("Enter"))
        return f"{key}{item.label}" + (f" ({', '.join(notes)})" if notes else "")

    def _card(self, card: Card) -> Iterator[str]:
        if card.icon == "hide" and card.tone is not Tone.FINE:
            yield sentences((card.title, self._how_to_hide()))
        elif card.item:
            head = card.item.said or card.item.label
            number = str(self._numbers.get(card.item, ""))
            parts = (part for part in self._parts(card) if part not in head and part != number)
            yield self._key(card.item) + sentences((head, *parts))
        elif card.tone in _ON_ITS_OWN:
            yield sentences((card.title, card.text))
            yield from (part for part in (card.tag, card.small) if part)
        elif card.figure:
            yield sentences((card.title, *self._parts(card)))
        else:
            yield sentences((self._mark(card), card.tag, card.title, card.text, card.small))

    @staticmethod
    def _parts(card: Card) -> tuple[str, ...]:
        return (card.small, card.text, card.tag) if card.figure else (card.text, card.small, card.tag)

    def _how_to_hide(self) -> str:
        return self._words.ui(
            "Skriv {letter} och tryck Enter, på vilken sida som helst, så syns bara en vanlig matteövning. Skriv {letter} tre gånger till, så är du tillbaka.",
            letter=self._letters.hide,
        )

    def _mark(self, card: Card) -> str:
        """In words, what colours tell of a sign."""
        match card.tone:
            case Tone.FLAGGED:
                return self._words.ui("Du flaggade")
            case Tone.MISSED:
                return self._words.ui("Utan flagga")
            case _:
                return ""

    def _time_line(self, block: TimeLine) -> Iterator[str]:
        chapter = ""
        for point in block.points:
            if point.chapter != chapter:
                chapter = point.chapter
                yield self._words.ui("Kapitel: {title}", title=chapter)
            flagged = self._words.ui("Du flaggade") if point.flagged else ""
            yield sentences((point.label, point.text, flagged))
