"""The blocks of a page as nodes, in reading order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from game.screens.chat import Chat
from game.screens.intents import Forward
from game.screens.lesson import in_words
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.lesson.intents import Onward
from game.screens.map_parts import StoryMap
from game.screens.page import (
    Breath,
    Buttons,
    Card,
    Cards,
    Field,
    Heading,
    Look,
    Screen,
    Speech,
    Text,
    items_of,
)
from game.screens.sentences import sentences
from game.screens.time_line import TimeLine
from game.screens.workshop import Finding
from game.view.access import said
from game.view.access.nodes import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.screens.page import Block, Item, Page
    from game.view.access.grove import Grove

_DECISIONS = frozenset({Screen.CHOICES, Screen.TELLING})
_OWN_WORDS = frozenset({Screen.ENDING, Screen.SETTINGS})
"""Where there is a way on that Space takes, and yet the words come first."""


def words_first(page: Page) -> bool:
    """Whether a reader is to hear what a page says before anything that can be pressed there."""
    if page.typing or not isinstance(page.body[0], Heading):
        return False
    return page.default in {None, Forward(), Onward()} or page.screen in _OWN_WORDS


def body(grove: Grove, page: Page) -> list[int]:
    """The content of a page. Cards below each other are a list."""
    planted: list[int] = []
    for is_card, run in groupby(page.body, key=lambda block: isinstance(block, Card)):
        blocks = tuple(run)
        if is_card and len(blocks) > 1:
            planted.append(_cards(grove, page, [block for block in blocks if isinstance(block, Card)]))
        else:
            planted += [node for block in blocks for node in _block(grove, page, block)]
    return planted


def _block(grove: Grove, page: Page, block: Block) -> Iterator[int]:
    match block:
        case Heading():
            yield _heading(grove, page, block)
        case Text(text):
            yield grove.text(text, Role.PARAGRAPH if words_first(page) else Role.TEXT)
        case Card():
            yield _card(grove, block, Role.TEXT)
        case Cards(cards):
            yield _cards(grove, page, cards)
        case Buttons():
            yield from _buttons(grove, page, block)
        case Speech():
            yield _line(grove, page, block)
        case Chat():
            yield _chat(grove, block)
        case TimeLine():
            yield _time_line(grove, block)
        case Field():
            yield from _field(grove, page, block)
        case Breath(inward, outward, advice):
            yield grove.text(f"{inward} … {outward}")
            yield grove.text(advice)
        case StoryMap():
            yield grove.numbered(Role.LIST, "", [grove.item(item) for item in block.items()])
        case Finding(mistake, place):
            texts = (place, mistake.code, mistake.what, mistake.meant, mistake.why)
            bounds = grove.places.texts(*filter(None, texts))
            yield grove.plant((Role.TEXT, texts), Role.TEXT, bounds, sentences(texts))
        case Bars():
            yield _bars(grove, block)
        case Chart():
            yield _chart(grove, block)
        case Countdown():
            yield grove.text(block.words)
        case _:
            assert_never(block)


def _to_pick(grove: Grove, page: Page, block: Block) -> str:
    """How many there are to choose among, where that is the question."""
    count = sum(item.enabled for item in items_of(block)) if page.screen in _DECISIONS else 0
    return grove.words.plural("{n} val:", "{n} val:", count) if count else ""


def _heading(grove: Grove, page: Page, heading: Heading) -> int:
    """A heading. Where the words come first, the page's title has them with it, and how many choices there are."""
    first = heading is page.body[0]
    whole = first and words_first(page)
    texts = [block.text for block in page.body if isinstance(block, Text)] if whole else []
    counts = [_to_pick(grove, page, block) for block in page.body] if whole else []
    return grove.plant(
        (Role.HEADING, heading.text),
        Role.HEADING,
        grove.places.texts(heading.text),
        heading.text,
        heading.text,
        description=sentences((*texts, *counts)),
        level=1 if first else 2,
        live=first,
        focusable=whole,
    )


def _cards(grove: Grove, page: Page, cards: Sequence[Card]) -> int:
    children = [_card(grove, card, Role.LIST_ITEM) for card in cards]
    return grove.numbered(Role.LIST, "", children, aloud=page.screen in _DECISIONS)


def _card(grove: Grove, card: Card, role: Role) -> int:
    if card.item:
        return grove.item(card.item, description=said.beside(card, card.item))
    texts = tuple(filter(None, (card.title, card.text, card.tag, card.small)))
    bounds = grove.places.texts(*texts)
    return grove.plant((role, texts), role, bounds, said.card(card, grove.words), *texts)


def _buttons(grove: Grove, page: Page, block: Buttons) -> Iterator[int]:
    """Those of which one is selected are a set, and so are those to choose among; others belong together if they
    have a label.
    """
    if any(item.look is Look.CHOICE for item in block.items):
        children = [grove.item(item) for item in block.items]
        yield grove.numbered(Role.LIST, block.label, children, aloud=True)
    elif all(item.selected is not None for item in block.items):
        radios = [grove.item(item, Role.RADIO) for item in block.items]
        yield grove.numbered(Role.CHOICES, block.label, radios, aloud=True)
    elif block.label:
        yield grove.group(Role.GROUP, block.label, [grove.item(item) for item in block.items])
    else:
        yield from (_button(grove, page, item) for item in block.items)


def _button(grove: Grove, page: Page, item: Item) -> int:
    """On Dölj, what looks like a heading is told as one."""
    is_heading = page.screen is Screen.HIDDEN and item.look is Look.QUIET
    return grove.item(item, Role.HEADING if is_heading else Role.BUTTON)


def _line(grove: Grove, page: Page, speech: Speech) -> int:
    """The line that is said now. To press it means what the page means by going on."""
    texts = tuple(filter(None, (speech.speaker, speech.text)))
    return grove.plant(
        (Role.LINE, page.spot, speech.text),
        Role.LINE,
        grove.places.texts(*texts),
        said.line(page, speech, grove.words),
        speech.text,
        live=True,
        intent=page.default,
        focusable=True,
    )


def _chat(grove: Grove, chat: Chat) -> int:
    """A conversation; its newest message is read when it comes."""
    messages = [grove.item(bubble.item, Role.MESSAGE) for bubble in chat.bubbles]
    grove.enliven(messages[-1])
    return grove.numbered(Role.CHAT, said.conversation(chat, grove.words), messages)


def _time_line(grove: Grove, block: TimeLine) -> int:
    planted = []
    chapter = ""
    for point in block.points:
        texts = (point.chapter,) * (point.chapter != chapter) + (point.text, point.label)
        told = grove.words.ui("Kapitel: {title}", title=point.chapter) if point.chapter != chapter else ""
        chapter = point.chapter
        bounds = grove.places.texts(*texts)
        name = " ".join(filter(None, (sentences((told,)), said.point(point, grove.words))))
        planted.append(grove.plant((Role.LIST_ITEM, texts), Role.LIST_ITEM, bounds, name, *texts))
    return grove.numbered(Role.LIST, "", planted)


def _field(grove: Grove, page: Page, block: Field) -> Iterator[int]:
    """What is typed, and below it the answer, which is read when it comes."""
    bounds = grove.places.texts(block.label, block.text)
    letters = grove.plant((Role.LETTERS, block.label), Role.LETTERS, bounds, "", value=block.text)
    yield grove.plant(
        (Role.FIELD, block.label),
        Role.FIELD,
        bounds,
        block.label,
        children=(letters,),
        value=block.text,
        focusable=page.typing,
    )
    if block.answer:
        yield grove.text(block.answer, Role.NEWS, live=True)


def _bars(grove: Grove, block: Bars) -> int:
    """All answers, each with how many gave it, and what counts them."""
    planted = []
    for bar in block.bars:
        if bar.item:
            more = sentences(in_words.beside_label(bar, grove.words))
            planted.append(grove.item(bar.item, description=more))
        else:
            bounds = grove.places.texts(*filter(None, (bar.mark, bar.label, bar.shown)))
            name = in_words.answer(bar, grove.words)
            planted.append(grove.plant((Role.LIST_ITEM, bar.mark), Role.LIST_ITEM, bounds, name, bar.label))
        planted += [grove.item(item) for item in (bar.less, bar.more) if item]
    return grove.group(Role.LIST, "", planted)


def _chart(grove: Grove, block: Chart) -> int:
    """A chart as a list of what stands in it."""
    rows = [grove.text(row, Role.LIST_ITEM) for row in in_words.chart(block)]
    return grove.numbered(Role.LIST, "", rows)
