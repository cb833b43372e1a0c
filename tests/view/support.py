"""What can be wrong with a laid-out screen: words that are cut, covered or missing, things that cannot be pressed.

`faults` and `unsaid` say it in words, for any frame of any page, in any language and at any size.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.map_parts import StoryMap
from game.screens.page import (
    Block,
    Breath,
    Buttons,
    Card,
    Cards,
    Chat,
    Field,
    Heading,
    Page,
    Speech,
    Text,
    TimeLine,
)
from game.screens.workshop import Finding
from game.view import theme
from game.view.frame import FigureOp, Frame, IconOp, Op, Panel, PlaceOp, Target, TextOp
from game.view.sheet import scale_of
from game.view.text import Align

if TYPE_CHECKING:
    from collections.abc import Iterable

# --- what a page says ------------------------------------------------------------------------------


def texts(page: Page) -> tuple[str, ...]:
    """Everything that a page has to say; where one is may be left out of the bar."""
    said = [text for block in page.body for text in _texts(block)]
    said += [item.label for item in (*page.foot, *page.bar) if not item.compact]
    return tuple(text for text in (*said, page.notice) if text)


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
                if scene.item
                for text in (scene.item.label, scene.ending, scene.passed)
            )
        case Finding(mistake, place):
            return (place, mistake.code, mistake.what, mistake.meant, mistake.why)


def unsaid(page: Page, frame: Frame) -> list[str]:
    """What the page says and the frame does not show."""
    there = {op.block.text for op in frame.everything() if isinstance(op, TextOp)}
    return [f"“{text}” is not there" for text in dict.fromkeys(texts(page)) if text not in there]


# --- what is wrong with a frame --------------------------------------------------------------------


def faults(frame: Frame) -> list[str]:
    """What is wrong with a laid-out screen, each with the words or the place it is about."""
    window = Rect((0, 0), frame.size)
    found = _scroll_faults(frame, window)
    found += _target_faults(frame, window)
    found += _outside((*frame.ops, *frame.over), window, "the window")
    found += _overlaps((*frame.ops, *frame.over))
    if frame.scroll:
        content = Rect(frame.scroll.area.topleft, (frame.scroll.area.width, frame.scroll.height))
        scrolled = (*frame.scroll.ops, *frame.fresh)
        found += _outside(scrolled, content, "what scrolls")
        found += _overlaps(scrolled)
        found += _beneath(frame, frame.scroll.area)
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


def _texts_in(ops: Iterable[Op]) -> list[TextOp]:
    return [op for op in ops if isinstance(op, TextOp) and op.block.text.strip()]


def _within(inner: Rect, outer: Rect, slack: int = 1) -> bool:
    return outer.inflate(2 * slack, 2 * slack).contains(inner)


def _crossing(one: Rect, other: Rect, slack: int = 1) -> bool:
    """Whether they share more than a hair's breadth."""
    shared = one.clip(other)
    return shared.width > slack and shared.height > slack


def _scroll_faults(frame: Frame, window: Rect) -> list[str]:
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
            f"“{op.block.text}” {tuple(row)} stands under the scroll bar {tuple(bar)}"
            for op in _texts_in((*frame.ops, *frame.over))
            for row in rows(op)
            if _crossing(row, bar)
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


def _target_faults(frame: Frame, window: Rect) -> list[str]:
    least = round(theme.TARGET * scale_of(frame.size)) - 1
    found = []
    for target in frame.targets:
        name, rect = _name(target), target.rect
        if min(rect.size) < least:
            found.append(f"{name} is {rect.width}×{rect.height}, smaller than {least}")
        if not target.scrolls and not window.contains(rect):
            found.append(f"{name} {tuple(rect)} is not inside the window {frame.size}")
        if target.scrolls and frame.scroll:
            area = frame.scroll.area
            content = Rect(area.topleft, (area.width, frame.scroll.height))
            if not _within(rect, content):
                found.append(f"{name} {tuple(rect)} is not inside what scrolls {tuple(content)}")
        if not target.scrolls and frame.scroll and _crossing(rect, frame.scroll.area):
            found.append(f"{name} {tuple(rect)} lies over what scrolls {tuple(frame.scroll.area)}")
        found += _ring_faults(frame, target, window) + _label_faults(frame, target)
    for one, other in combinations(frame.targets, 2):
        if one.scrolls == other.scrolls and _crossing(one.rect, other.rect, 0):
            found.append(f"{_name(one)} {tuple(one.rect)} overlaps {_name(other)} {tuple(other.rect)}")
    return found


def _ring_faults(frame: Frame, target: Target, window: Rect) -> list[str]:
    """The focus ring is drawn around a target, and the window or what scrolls must leave it room."""
    reach = round(1.5 * theme.FOCUS * scale_of(frame.size)) - 1
    ring = target.rect.inflate(2 * reach, 2 * reach)
    room = window
    if target.scrolls and frame.scroll:
        room = Rect(frame.scroll.area.topleft, (frame.scroll.area.width, frame.scroll.height))
    return (
        [] if room.contains(ring) else [f"the ring of {_name(target)} {tuple(ring)} is cut by {tuple(room)}"]
    )


def _icon_on(frame: Frame, target: Target) -> bool:
    named = (op for op in frame.everything() if isinstance(op, IconOp) and op.name == target.item.icon)
    return any(target.rect.contains(op.rect) for op in named)


def _label_faults(frame: Frame, target: Target) -> list[str]:
    """The words of a target, or the parts they are said together of, stand on it; on a compact one, its icon."""
    there = (target.item.compact and _icon_on(frame, target)) or any(
        op.block.text in target.item.label and _within(box, target.rect)
        for op in _texts_in(frame.everything())
        for box in (Rect.unionall(rows(op)[0], list(rows(op)[1:])),)
    )
    return [] if there else [f"{_name(target)} {tuple(target.rect)} has not its words on it"]


def _name(target: Target) -> str:
    return f"“{target.item.label}”"


def _outside(ops: Iterable[Op], room: Rect, what: str) -> list[str]:
    found = []
    for op in ops:
        if isinstance(op, IconOp) and not _within(op.rect, room):
            found.append(f"the icon {op.name} {tuple(op.rect)} is not inside {what} {tuple(room)}")
        if isinstance(op, TextOp) and op.block.text.strip():
            found += [
                f"“{op.block.text}” has a row at {tuple(row)}, not inside {what} {tuple(room)}"
                for row in rows(op)
                if not _within(row, room)
            ]
    return found


def _overlaps(ops: tuple[Op, ...]) -> list[str]:
    """Texts on each other, texts that something is painted over, texts that stick out of their panel."""
    found = []
    boxes = [(op, row) for op in _texts_in(ops) for row in rows(op)]
    for (one, box), (other, another) in combinations(boxes, 2):
        if one is not other and _crossing(box, another):
            found.append(f"“{one.block.text}” {tuple(box)} lies on “{other.block.text}” {tuple(another)}")
    for icon in (op for op in ops if isinstance(op, IconOp)):
        found += [
            f"the icon {icon.name} {tuple(icon.rect)} lies on “{op.block.text}” {tuple(box)}"
            for op, box in boxes
            if _crossing(icon.rect, box)
        ]
    for number, op in enumerate(ops):
        if isinstance(op, TextOp) and op.block.text.strip():
            found += _covered(op, ops[number + 1 :]) + _sticking_out(op, ops[:number])
    return found


def _covered(text: TextOp, later: tuple[Op, ...]) -> list[str]:
    return [
        f"“{text.block.text}” {tuple(text.rect)} is painted over by {type(op).__name__} {tuple(op.rect)}"
        for op in later
        if isinstance(op, Panel | PlaceOp | FigureOp) and any(_crossing(row, op.rect) for row in rows(text))
    ]


def _sticking_out(text: TextOp, earlier: tuple[Op, ...]) -> list[str]:
    """A text stands on the last panel under its middle, and has to stay on it."""
    found = []
    panels = [op for op in earlier if isinstance(op, Panel)]
    for row in rows(text):
        under = [panel for panel in panels if panel.rect.collidepoint(row.center)]
        if not under:
            continue
        ground = under[-1].rect.unionall(
            [
                each.rect
                for each in panels
                if each.fill == under[-1].fill and each.rect.colliderect(under[-1].rect)
            ]
        )
        if not _within(row, ground):
            found.append(f"“{text.block.text}” {tuple(row)} sticks out of its panel {tuple(ground)}")
    return found


def _beneath(frame: Frame, area: Rect) -> list[str]:
    """What does not scroll must not stand where something scrolls by."""
    found = [
        f"“{op.block.text}” {tuple(row)} stands where something scrolls {tuple(area)}"
        for op in _texts_in((*frame.ops, *frame.over))
        for row in rows(op)
        if _crossing(row, area)
    ]
    found += [
        f"a panel {tuple(op.rect)} lies over what scrolls {tuple(area)}"
        for op in frame.over
        if isinstance(op, Panel) and _crossing(op.rect, area)
    ]
    return found
