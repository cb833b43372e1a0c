"""Where the things of a page stand in a laid-out frame, scrolled as it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pygame import Rect

from game.view.frame import FigureOp, Frame, PlaceOp, TextOp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.page import Figure, Item
    from game.view.frame import Op


class Places:
    """Answers where something is, in pixels of the window, as far as it can be seen.

    The same text may stand on a page more than once: who asks in the order of the page gets one after the other,
    and those on things to press last.
    """

    def __init__(self, frame: Frame, scrolled: int) -> None:
        self.window = Rect((0, 0), frame.size)
        self._area = frame.scroll.area if frame.scroll else self.window
        self._items = {
            target.item: self._seen(target.rect, scrolled, scrolls=target.scrolls) for target in frame.targets
        }
        self._texts: defaultdict[str, list[Rect]] = defaultdict(list)
        self._pictures: dict[Figure | str, Rect] = {}
        self._note((*frame.ops, *frame.over), scrolled, scrolls=False)
        if frame.scroll:
            self._note((*frame.scroll.ops, *frame.fresh), scrolled, scrolls=True)
        else:
            self._note(frame.fresh, scrolled, scrolls=False)

    def _note(self, ops: Iterable[Op], scrolled: int, *, scrolls: bool) -> None:
        for op in ops:
            match op:
                case TextOp():
                    self._texts[op.block.text].append(self._seen(op.rect, scrolled, scrolls=scrolls))
                case PlaceOp():
                    self._pictures.setdefault(op.place, self._seen(op.rect, scrolled, scrolls=scrolls))
                case FigureOp():
                    self._pictures.setdefault(op.figure, self._seen(op.rect, scrolled, scrolls=scrolls))
                case _:
                    continue

    def _seen(self, rect: Rect, scrolled: int, *, scrolls: bool) -> Rect:
        return cut(rect.move(0, -scrolled), self._area) if scrolls else cut(rect, self.window)

    def item(self, item: Item) -> Rect:
        """Where something can be pressed; where it only stands, if it cannot be."""
        return self._items.get(item) or self.texts(item.label)

    def texts(self, *texts: str) -> Rect:
        """What holds all of these texts; the whole part that scrolls for what is not drawn in so many words."""
        found = [self._next(text) for text in texts if text in self._texts]
        return Rect.unionall(found[0], found[1:]) if found else Rect(self._area)

    def _next(self, text: str) -> Rect:
        there = self._texts[text]
        if len(there) == 1:
            return there[0]
        chosen = next((each for each in there if not self._on_something(each)), there[0])
        there.remove(chosen)
        return chosen

    def _on_something(self, rect: Rect) -> bool:
        return any(box.contains(rect) for box in self._items.values())

    def picture(self, shown: Figure | str) -> Rect:
        """Where a person, or a place by its id, is drawn."""
        return self._pictures.get(shown, self.window)


def cut(rect: Rect, area: Rect) -> Rect:
    """The part of a rectangle that lies in an area; for one that lies beside it, the edge where it went."""
    left, right = (min(max(x, area.left), area.right) for x in (rect.left, rect.right))
    top, bottom = (min(max(y, area.top), area.bottom) for y in (rect.top, rect.bottom))
    return Rect(left, top, right - left, bottom - top)
