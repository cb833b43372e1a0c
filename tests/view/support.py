"""What can be wrong with a laid-out screen: words that are cut, covered or missing, things that cannot be pressed.

`faults` and `unsaid` say it in words, for any frame of any page, in any language and at any size.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.chat import Chat
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.lesson.in_words import grouped
from game.screens.map_parts import StoryMap
from game.screens.page import Block, Breath, Buttons, Card, Cards, Field, Heading, Page, Speech, Text
from game.screens.time_line import TimeLine
from game.screens.workshop import Finding
from game.view import theme
from game.view.frame import (
    BarOp,
    BreathOp,
    FigureOp,
    Frame,
    IconOp,
    Op,
    Panel,
    PlaceOp,
    QrOp,
    RingOp,
    TextOp,
)
from game.view.scrolling import Scrolling, window_of
from game.view.sheet import scale_of
from game.view.text import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.lesson.blocks import Join
    from game.view.frame import Scroll, Target

# --- what a page says ------------------------------------------------------------------------------


def texts(page: Page) -> tuple[str, ...]:
    """Everything that a page has to say; where one is may be left out of the bar."""
    said = [text for block in page.body for text in _texts(block)]
    said += [item.label for item in (*page.tabs, *page.foot, *page.bar, *page.tucked) if not item.compact]
    if page.aside:
        said += _way_in(page.aside)
    if page.sample:
        keys = (text for _, *on_it in page.sample.keys for text in on_it)
        said += [page.sample.speaker, page.sample.text, *keys]
    return tuple(text for text in (*said, page.notice) if text)


def _way_in(join: Join) -> tuple[str, ...]:
    address = (join.invitation, join.address) if join.address else ()
    code = (join.then, grouped(join.code)) if join.code else ()
    return (*address, *code, join.counts, join.promise, join.trouble)


def _answers(block: Bars) -> Iterator[str]:
    for bar in block.bars:
        yield from (bar.mark, bar.label, bar.shown)
        yield from (item.label for item in (bar.less, bar.more) if item)


def _chart(block: Chart) -> Iterator[str]:
    yield from (*block.legend, block.said, block.of)
    for group in block.groups:
        yield group.label
        for stack in group.stacks:
            yield from (stack.label, *(each.shown for each in stack.slices))
            yield "" if stack.slices else stack.instead


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text) | Text(text):
            return (text,)
        case Speech(speaker, text):
            return (speaker, text)
        case Card():
            return (block.title, block.text, block.tag, block.small)
        case Cards(cards):
            return tuple(text for card in cards for text in _texts(card))
        case Buttons():
            return (block.label, *(item.label for item in block.items))
        case Chat():
            return (block.title, *(bubble.text for bubble in block.bubbles))
        case Field():
            return (block.label, block.text, block.answer)
        case TimeLine(points):
            return tuple(text for each in points for text in (each.text, each.label, each.chapter))
        case Breath():
            return (f"{block.inward} … {block.outward}", block.advice)
        case StoryMap(scenes):
            return tuple(
                text
                for scene in scenes
                for text in (scene.item.label, scene.ending, scene.passed, scene.mark)
            )
        case Finding(mistake, place):
            return (place, mistake.code, mistake.what, mistake.meant, mistake.why)
        case Bars():
            return tuple(_answers(block))
        case Chart():
            return tuple(_chart(block))
        case Countdown():
            return (block.words,)


def unsaid(page: Page, frame: Frame) -> list[str]:
    """What the page says and the frame does not show."""
    there = {op.block.text for op in frame.everything() if isinstance(op, TextOp)}
    return [f"“{text}” is not there" for text in dict.fromkeys(texts(page)) if text not in there]


# --- what is wrong with a frame --------------------------------------------------------------------


def faults(frame: Frame) -> list[str]:
    """What is wrong with a laid-out screen, each with the words or the place it is about."""
    window = Rect((0, 0), frame.size)
    still = (*frame.ops, *frame.over) if frame.scroll else (*frame.ops, *frame.fresh, *frame.over)
    fixed, moved = _Layer(still), _Layer((*frame.scroll.ops, *frame.fresh) if frame.scroll else ())
    found = _scroll_faults(frame, fixed, window)
    found += _target_faults(frame, (fixed, moved), window)
    found += _outside(fixed, window, "the window") + _overlaps(fixed)
    if frame.scroll:
        found += _outside(moved, content_of(frame.scroll), "what scrolls") + _overlaps(moved)
        found += _beneath(frame, fixed, frame.scroll.area)
    return found


def divided(frame: Frame) -> list[str]:
    """The words that have a part on one row and the rest on the next."""
    return [
        f"“{text[: row.end]}|{text[row.end :]}” is divided inside a word"
        for op in frame.everything()
        if isinstance(op, TextOp)
        for text in (op.block.text,)
        for row, following in pairwise(op.block.rows)
        if row.end == following.start and text[row.end - 1 : row.end + 1].isalpha()
    ]


def rows(op: TextOp) -> tuple[Rect, ...]:
    """Where each row of a text stands: as wide as its letters, as high as its line."""
    block = op.block
    found = []
    for row in block.rows:
        free = block.box - row.width
        at_end = (op.align is Align.END) is not block.rtl
        indent = free // 2 if op.align is Align.CENTER else free if at_end else 0
        found.append(Rect(op.pos[0] + indent, op.pos[1] + row.y, row.width, row.height))
    return tuple(found)


def content_of(scroll: Scroll) -> Rect:
    """What scrolls, with its top where it is before anything is scrolled."""
    return Rect(scroll.area.topleft, (scroll.area.width, scroll.height))


class _Layer:
    """What is painted together, and where the rows of its texts stand, in the order of painting."""

    def __init__(self, ops: tuple[Op, ...]) -> None:
        self.ops = ops
        self.numbers: list[int] = []
        """Which of `ops` each row is of."""
        self.boxes: list[Rect] = []
        self.words: list[tuple[TextOp, Rect]] = []
        """Each text with all its letters."""
        for number, op in enumerate(ops):
            if isinstance(op, TextOp) and op.block.text.strip():
                boxes = rows(op)
                self.numbers += [number] * len(boxes)
                self.boxes += boxes
                self.words.append((op, boxes[0].unionall(boxes[1:])))

    def lines(self) -> Iterator[tuple[str, Rect]]:
        """The text and the place of every row."""
        return ((self.text(line), box) for line, box in enumerate(self.boxes))

    def text(self, line: int) -> str:
        """The text that a row is of."""
        op = self.ops[self.numbers[line]]
        assert isinstance(op, TextOp)
        return op.block.text

    def under(self, rect: Rect, first: int = 0, last: int | None = None) -> list[int]:
        """The rows `[first, last)` that share more than a hair's breadth with a rectangle."""
        some = self.boxes[first:last]
        return [first + at for at in rect.collidelistall(some) if _crossing(rect, some[at])]


def _within(inner: Rect, outer: Rect, slack: int = 1) -> bool:
    return outer.inflate(2 * slack, 2 * slack).contains(inner)


def _crossing(one: Rect, other: Rect, slack: int = 1) -> bool:
    """Whether they share more than a hair's breadth."""
    shared = one.clip(other)
    return shared.width > slack and shared.height > slack


def _scroll_faults(frame: Frame, fixed: _Layer, window: Rect) -> list[str]:
    if frame.scroll is None:
        return []
    area = frame.scroll.area
    found = []
    if not window.contains(area):
        found.append(f"the scrolling part {tuple(area)} is not inside the window {frame.size}")
    bar = scroll_bar(frame)
    if bar and not window.contains(bar):
        found.append(f"the scroll bar {tuple(bar)} is not inside the window {frame.size}")
    if bar:
        found += [
            f"“{fixed.text(line)}” {tuple(fixed.boxes[line])} stands under the scroll bar {tuple(bar)}"
            for line in fixed.under(bar)
        ]
    if area.height < 60 * scale_of(frame.size) and frame.scroll.most:
        found.append(
            f"the scrolling part is only {area.height} pixels high, and has {frame.scroll.height} to show"
        )
    return found


def scroll_bar(frame: Frame) -> Rect | None:
    """Where the painter puts the scroll bar; None where nothing is left to scroll."""
    if frame.scroll is None or not frame.scroll.most:
        return None
    area, scale = frame.scroll.area, scale_of(frame.size)
    gap, width = round(6 * scale), max(6, round(8 * scale))
    left = area.left - gap - width if frame.scroll.bar_left else area.right + gap
    return Rect(left, area.y, width, area.height)


def _target_faults(frame: Frame, layers: tuple[_Layer, _Layer], window: Rect) -> list[str]:
    least = round(theme.TARGET * scale_of(frame.size)) - 1
    found = []
    for target in frame.targets:
        name, rect = _name(target), target.rect
        if min(rect.size) < least:
            found.append(f"{name} is {rect.width}×{rect.height}, smaller than {least}")
        if not target.scrolls and not window.contains(rect):
            found.append(f"{name} {tuple(rect)} is not inside the window {frame.size}")
        if target.scrolls and frame.scroll and not _within(rect, content_of(frame.scroll)):
            found.append(f"{name} {tuple(rect)} is not inside what scrolls {tuple(content_of(frame.scroll))}")
        if not target.scrolls and frame.scroll and _crossing(rect, frame.scroll.area):
            found.append(f"{name} {tuple(rect)} lies over what scrolls {tuple(frame.scroll.area)}")
        found += _ring_faults(frame, target, window)
    for one, other in combinations(frame.targets, 2):
        if one.scrolls == other.scrolls and _crossing(one.rect, other.rect, 0):
            found.append(f"{_name(one)} {tuple(one.rect)} overlaps {_name(other)} {tuple(other.rect)}")
    return found + _label_faults(frame, layers)


def ring_of(frame: Frame, target: Target) -> Rect:
    """What the focus ring around a target needs, unscrolled."""
    reach = round(1.5 * theme.FOCUS * scale_of(frame.size)) - 1
    return target.rect.inflate(2 * reach, 2 * reach)


def _ring_faults(frame: Frame, target: Target, window: Rect) -> list[str]:
    """The focus ring is drawn around a target, and the window or what scrolls must leave it room."""
    ring = ring_of(frame, target)
    room = content_of(frame.scroll) if target.scrolls and frame.scroll else window
    return (
        [] if room.contains(ring) else [f"the ring of {_name(target)} {tuple(ring)} is cut by {tuple(room)}"]
    )


def _label_faults(frame: Frame, layers: tuple[_Layer, _Layer]) -> list[str]:
    """The words of a target, or the parts they are said together of, stand on it; on a compact one, its icon."""
    words = [(op.block.text, box) for layer in layers for op, box in layer.words]
    boxes = [box for _, box in words]
    icons = [op for layer in layers for op in layer.ops if isinstance(op, IconOp)]
    found = []
    for target in frame.targets:
        item, room = target.item, target.rect.inflate(2, 2)
        there = item.compact and any(op.name == item.icon and target.rect.contains(op.rect) for op in icons)
        if not there and not any(
            words[at][0] in item.label and room.contains(boxes[at]) for at in room.collidelistall(boxes)
        ):
            found.append(f"{_name(target)} {tuple(target.rect)} has not its words on it")
    return found


def out_of_reach(page: Page, frame: Frame) -> list[str]:
    """What focus can come to and cannot be seen then, with the whole ring around it, wherever the page was scrolled."""
    there = {target.item.intent for target in frame.targets}
    found = [f"“{item.label}” is nowhere" for item in page.items() if item.intent not in there]
    if frame.scroll is None or not frame.scroll.most:
        return found  # then every ring is where `faults` finds it
    for target in (each for each in frame.targets if each.scrolls):
        room = window_of(frame, target)
        for scrolled in (0, frame.scroll.most):
            scrolling = Scrolling()
            scrolling.pixels = scrolled
            scrolling.reveal(replace(frame, targets=(target,)), target.item.intent)
            ring = ring_of(frame, target).move(0, -scrolling.pixels)
            as_far = ring.height > room.height and ring.top >= room.top and ring.bottom >= room.bottom
            if not room.contains(ring) and not as_far:
                found.append(f"the ring of {_name(target)} {tuple(ring)} is not inside {tuple(room)}")
    return found


def _name(target: Target) -> str:
    return f"“{target.item.label}”"


def _outside(layer: _Layer, room: Rect, what: str) -> list[str]:
    found = [
        f"“{text}” has a row at {tuple(row)}, not inside {what} {tuple(room)}"
        for text, row in layer.lines()
        if not _within(row, room)
    ]
    for op in layer.ops:
        if isinstance(op, IconOp) and not _within(op.rect, room):
            found.append(f"the icon {op.name} {tuple(op.rect)} is not inside {what} {tuple(room)}")
        if isinstance(op, FigureOp) and op.head and not _within(op.rect, room):
            found.append(f"a face {tuple(op.rect)} is not inside {what} {tuple(room)}")
        if isinstance(op, BreathOp) and not _within(op.rect, room):
            found.append(f"a breath {tuple(op.rect)} is not inside {what} {tuple(room)}")
        if isinstance(op, BarOp | RingOp | QrOp) and not _within(op.rect, room):
            found.append(f"a {type(op).__name__} {tuple(op.rect)} is not inside {what} {tuple(room)}")
    return found


def _overlaps(layer: _Layer) -> list[str]:
    """Texts on each other, texts that something is painted over, texts that stick out of their panel."""
    found = []
    for line, (text, box) in enumerate(layer.lines()):
        found += [
            f"“{text}” {tuple(box)} lies on “{layer.text(other)}” {tuple(layer.boxes[other])}"
            for other in layer.under(box, line + 1)
            if layer.numbers[line] != layer.numbers[other]
        ]
    for number, op in enumerate(layer.ops):
        if isinstance(op, IconOp):
            found += [
                f"the icon {op.name} {tuple(op.rect)} lies on “{layer.text(line)}” {tuple(layer.boxes[line])}"
                for line in layer.under(op.rect)
            ]
        if isinstance(op, Panel | PlaceOp | FigureOp | BarOp | RingOp | QrOp):
            found += [
                f"“{layer.text(line)}” {tuple(layer.boxes[line])} is painted over by {type(op).__name__} {tuple(op.rect)}"
                for line in layer.under(op.rect, last=bisect_left(layer.numbers, number))
            ]
    return found + _sticking_out(layer)


def _sticking_out(layer: _Layer) -> list[str]:
    """A text stands on the last panel under its middle, and has to stay on it."""
    found = []
    panels = [(number, op) for number, op in enumerate(layer.ops) if isinstance(op, Panel)]
    grounds = [panel.rect for _, panel in panels]
    for line, (text, row) in enumerate(layer.lines()):
        before = bisect_left(panels, layer.numbers[line], key=lambda pair: pair[0])
        under = Rect(row.center, (1, 1)).collidelistall(grounds[:before])
        if not under or _within(row, grounds[under[-1]]):
            continue
        last = panels[under[-1]][1]
        ground = last.rect.unionall(
            [
                each.rect
                for _, each in panels[:before]
                if each.fill == last.fill and each.rect.colliderect(last.rect)
            ]
        )
        if not _within(row, ground):
            found.append(f"“{text}” {tuple(row)} sticks out of its panel {tuple(ground)}")
    return found


def _beneath(frame: Frame, fixed: _Layer, area: Rect) -> list[str]:
    """What does not scroll must not stand where something scrolls by."""
    found = [
        f"“{fixed.text(line)}” {tuple(fixed.boxes[line])} stands where something scrolls {tuple(area)}"
        for line in fixed.under(area)
    ]
    found += [
        f"a panel {tuple(op.rect)} lies over what scrolls {tuple(area)}"
        for op in frame.over
        if isinstance(op, Panel) and _crossing(op.rect, area)
    ]
    return found
