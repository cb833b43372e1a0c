"""How far a page is scrolled, and the same place in it when its words change for those of another language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pygame import Rect

from game.view.frame import TextOp
from game.view.sheet import scale_of

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.page import Page
    from game.view.frame import Frame, Scroll, Target

_BAR = 44  # logical pixels beside the content in which a press is meant for the scroll bar
_LEAF = 0.85  # of the window: some rows are still there when the next ones come
_ROOM = 20  # logical pixels that are left free beside what has focus
_RING = 6  # logical pixels that the ring around what has focus needs of them


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the way from one text of a page to another, by their numbers; None is the page's start or end.

    `whole` is the part of the way through the page, for a language in which it has not as many texts.
    """

    above: int | None
    below: int | None
    part: Fraction
    whole: Fraction
    texts: int


@dataclass(frozen=True, slots=True)
class _Kept:
    """The place that a reader was at before the language changed, and how far that is scrolled in this one."""

    place: _Place
    saw_focus: bool
    pixels: int


class Scrolling:
    """How far the page is scrolled, in device pixels, and where its things are then."""

    def __init__(self) -> None:
        self.pixels = 0
        self._kept: _Kept | None = None

    def begin(self, frame: Frame, *, same_place: bool) -> None:
        """Another page, or the same with something new."""
        scroll, self._kept = frame.scroll, None
        if scroll is None:
            self.pixels = 0
        elif scroll.at_end:
            self.pixels = scroll.most
        else:
            self.pixels = min(self.pixels, scroll.most) if same_place else 0

    def by(self, frame: Frame | None, pixels: int) -> bool:
        """Scrolls; says whether that changed anything."""
        before = self.pixels
        if frame and frame.scroll:
            self.pixels = min(frame.scroll.most, max(0, before + pixels))
        return self.pixels != before

    def reveal(self, frame: Frame | None, focus: Intent | None) -> None:
        """Scrolls as little as needed for what has focus to be seen."""
        scroll = frame.scroll if frame else None
        if scroll is None or frame is None:
            return
        scale = scale_of(frame.size)
        most, ring = round(_ROOM * scale), round(_RING * scale)
        for target in frame.targets:
            if target.scrolls and target.item.intent == focus:
                # What nearly fills the part that scrolls is seen with the same room above and below.
                half = (scroll.area.height - target.rect.height) // 2
                room = half if ring <= half < most else most
                box = target.rect.inflate(0, 2 * room)
                if box.bottom - self.pixels > scroll.area.bottom:
                    self.pixels = box.bottom - scroll.area.bottom
                if box.top - self.pixels < scroll.area.top:
                    self.pixels = box.top - scroll.area.top
                self.pixels = min(scroll.most, max(0, self.pixels))
                return

    def retell(self, before: Frame, frame: Frame, focus: Intent | None) -> None:
        """The same page in another language: the same text stands at the top, and what has focus is still seen.

        Back in the first language everything stands exactly where it stood.
        """
        old, new = before.scroll, frame.scroll
        if old is None or new is None:
            self.begin(frame, same_place=True)
            return
        kept = self._kept
        if kept is None or kept.pixels != self.pixels:
            kept = _Kept(_place(old, self.pixels), self._sees(before, focus), self.pixels)
        self.pixels = _pixels(new, kept.place)
        if kept.saw_focus:
            self.reveal(frame, focus)
        self._kept = _Kept(kept.place, kept.saw_focus, self.pixels)

    def where(self, target: Target) -> Rect:
        """Where a target stands in the window."""
        return target.rect.move(0, -self.pixels) if target.scrolls else target.rect

    def target_at(self, frame: Frame, pos: tuple[int, int]) -> Target | None:
        """What can be pressed at a point."""
        for target in reversed(frame.targets):
            if self.where(target).collidepoint(pos) and window_of(frame, target).collidepoint(pos):
                return target
        return None

    def _sees(self, frame: Frame, focus: Intent | None) -> bool:
        return any(
            window_of(frame, target).contains(self.where(target))
            for target in frame.targets
            if target.scrolls and target.item.intent == focus
        )


def at_bar(frame: Frame | None, scrolled: int, pos: tuple[int, int]) -> int:
    """How far a press here scrolls: nearly a window on, towards it, beside the bar where nothing else is; else 0.

    So nobody has to drag (WCAG 2.2, 2.5.7).
    """
    scroll = frame.scroll if frame else None
    if frame is None or scroll is None or not scroll.most:
        return 0
    side = round(_BAR * scale_of(frame.size))
    left = scroll.area.left - side if scroll.bar_left else scroll.area.right
    if not Rect(left, scroll.area.y, side, scroll.area.height).collidepoint(pos):
        return 0
    middle = (scrolled + scroll.area.height / 2) * scroll.area.height / scroll.height
    return round(scroll.area.height * _LEAF) * (1 if pos[1] - scroll.area.y >= middle else -1)


def window_of(frame: Frame, target: Target) -> Rect:
    """The part of the window in which a target can be seen."""
    return frame.scroll.area if target.scrolls and frame.scroll else Rect((0, 0), frame.size)


def _tops(scroll: Scroll) -> list[int]:
    return [op.pos[1] - scroll.area.top for op in scroll.ops if isinstance(op, TextOp)]


def _place(scroll: Scroll, pixels: int) -> _Place:
    tops = _tops(scroll)
    if pixels >= scroll.most and (scroll.at_end or scroll.most):
        return _Place(None, None, Fraction(1), Fraction(1), len(tops))
    above = max((top for top in tops if 0 < top <= pixels), default=0)
    below = min((top for top in tops if pixels < top < scroll.most), default=scroll.most)
    return _Place(
        tops.index(above) if above else None,
        tops.index(below) if below < scroll.most else None,
        Fraction(pixels - above, max(1, below - above)),
        Fraction(pixels, max(1, scroll.most)),
        len(tops),
    )


def _pixels(scroll: Scroll, place: _Place) -> int:
    tops = _tops(scroll)
    if len(tops) != place.texts:
        return round(place.whole * scroll.most)
    above = 0 if place.above is None else tops[place.above]
    below = scroll.most if place.below is None else tops[place.below]
    return min(scroll.most, max(0, round(above + place.part * (below - above))))


def retold(before: Page, page: Page) -> bool:
    """Whether two pages are the same, but for their language."""
    return (before.screen, before.spot, len(before.body)) == (page.screen, page.spot, len(page.body))
