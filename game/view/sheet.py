"""Where a layout is written down: it measures text and collects what is drawn and what can be pressed.

Layouts think in left-to-right; `frame()` mirrors the whole for languages that are written the other way.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from pygame import Rect

from game.screens.settings import Theme
from game.view import theme
from game.view.bidi_runs import runs_only_rightward
from game.view.frame import (
    BarOp,
    BreathOp,
    FigureOp,
    Frame,
    IconOp,
    LineOp,
    Op,
    Panel,
    PlaceOp,
    QrOp,
    RingOp,
    Scroll,
    ShadeOp,
    Target,
    TextOp,
)
from game.view.mirrored import mirrored, mirrored_op
from game.view.palettes import PALETTES
from game.view.rig import Gaze
from game.view.text import Align, Block, Style, Typesetter
from game.view.text_blocks import grown
from game.view.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.screens.keys import Key
    from game.screens.page import Figure, Item
    from game.screens.words import Words
    from game.view.palettes import Colour

Stands: TypeAlias = tuple[tuple[float, ...], ...]
"""Where one, two and three people stand in a place, as fractions of the width."""


@dataclass(frozen=True, slots=True)
class Caps:
    """What stands on the pictures of keys, in the player's language, where it is not what stands on a keyboard.

    Without `others`, what is not among them has no picture: a gamepad has few buttons. `hiding` is what hides the game.
    """

    printed: Mapping[Key, str] = field(default_factory=dict)
    others: bool = True
    hiding: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a layout depends on besides the page: the window, the reader's text size, the language, and
    where the places have room for people and what light is there (by place id).
    """

    size: tuple[int, int]
    text_size: int
    rtl: bool
    words: Words
    stands: Mapping[str, Stands] = field(default_factory=dict)
    lights: Mapping[str, str] = field(default_factory=dict)
    theme: Theme = Theme.WARM
    caps: Caps = field(default_factory=Caps)
    typography: Typography = field(default_factory=Typography)


class Sheet:
    """One layout in the making. All lengths are device pixels; `u` makes them from logical ones."""

    def __init__(self, setting: Setting, typesetter: Typesetter) -> None:
        self._setting = setting
        self.width, self.height = setting.size
        self.k = scale_of(setting.size)
        self.words = setting.words
        self.rtl = setting.rtl
        self.stands = setting.stands
        self.caps = setting.caps
        self.growth = setting.text_size / 100
        self._typesetter = typesetter
        self._under: list[Op] = []
        self._scrolled: list[Op] = []
        self._over: list[Op] = []
        self._fresh: list[Op] = []
        self._ops = self._under
        self._targets: list[Target] = []
        self._scroll: Scroll | None = None
        self.colours = PALETTES[setting.theme]
        self.background: Colour = self.colours.paper
        self.looks = self.colours.looks()
        self.tones = self.colours.tones()
        self.typed: Rect | None = None
        self.fresh_key: object = None
        self.stage_key: object = None
        self.picture: Rect | None = None
        self.pulse: Panel | None = None
        self._light = "day"

    def trial(self) -> Sheet:
        """An empty sheet of the same setting and growth, to measure on and throw away."""
        empty = Sheet(self._setting, self._typesetter)
        empty.growth = self.growth
        return empty

    def u(self, logical: float) -> int:
        """Device pixels of a logical length."""
        return round(logical * self.k)

    def letters(self, style: Style) -> float:
        """How large the letters are, in device pixels."""
        return grown(style, self.growth).size * self.k

    def cap(self, key: Key) -> str:
        """What stands on the picture of a key; "" where it has none."""
        return self.caps.printed.get(key) or (self.words.ui(key.value) if self.caps.others else "")

    def block(self, text: str, style: Style, width: int | None = None) -> Block:
        """The text laid out at the reader's size; its rows begin where those of the language do.

        What is not translated ends with its full stop all the same: Swedish runs its own way on an Arabic page.
        """
        leftward = self.rtl and not runs_only_rightward(text)
        laid_out = self._typesetter.block(text, grown(style, self.growth), width, rtl=leftward or None)
        return replace(laid_out, rtl=True) if self.rtl and not laid_out.rtl else laid_out

    def code(self, text: str, style: Style, width: int | None = None) -> Block:
        """What stands in a file, at the reader's size: from left to right in any language."""
        return self._typesetter.block(text, grown(style, self.growth), width, rtl=False)

    def panel(
        self,
        rect: Rect,
        fill: Colour,
        radius: float = theme.RADIUS,
        *,
        alpha: int = 255,
        rim: Colour | None = None,
        edge: Colour | None = None,
        shadow: bool = False,
    ) -> None:
        """A rounded rectangle; lengths besides the rectangle are logical."""
        round_by = min(self.u(radius), rect.height // 2, rect.width // 2)
        if rim is None and fill in self.colours.grounds:
            rim = self.colours.rim
        rim_width = max(1, self.u(3)) if rim else 0
        self._ops.append(
            Panel(Rect(rect), fill, round_by, alpha, rim, rim_width, edge, self.u(4) if edge else 0, shadow)
        )

    def text(
        self,
        block: Block,
        left: int,
        top: int,
        colour: Colour,
        *,
        align: Align = Align.START,
        typed: bool = False,
    ) -> None:
        """Laid-out text at a place."""
        self._ops.append(TextOp(block, (left, top), colour, align, typed))
        if typed:
            self.typed = Rect(left, top, max(block.box, block.width), block.height)

    def icon(self, name: str, left: int, top: int, side: int, colour: Colour) -> None:
        """An icon in a square."""
        self._ops.append(IconOp(name, Rect(left, top, side, side), colour))

    def place(self, place: str, rect: Rect | None = None, dim: int = 0) -> None:
        """A place, over the whole window unless a rectangle is given."""
        self._light = self._setting.lights.get(place, "day")
        whole = Rect(0, 0, self.width, self.height)
        self._ops.append(PlaceOp(place, rect or whole, max(dim, self.colours.dim)))

    def figure(
        self,
        figure: Figure,
        rect: Rect,
        *,
        head: bool = False,
        mirrored: bool = False,
        gaze: Gaze = Gaze.AHEAD,
    ) -> None:
        """A person, or the head in a round window."""
        backdrop = self.colours.mint if head else None
        self._ops.append(FigureOp(figure, rect, head, mirrored, gaze, backdrop, self._light))

    def shade(self, rect: Rect, *, from_right: bool, alpha: int = 235) -> None:
        """A soft shade for words to stand on."""
        self._ops.append(ShadeOp(rect, self.colours.shade, from_right, alpha))

    def breath(self, rect: Rect, colour: Colour, *, small: bool = False) -> None:
        """A circle that breathes."""
        self._ops.append(BreathOp(rect, colour, small))

    def line(self, points: tuple[tuple[int, int], ...], colour: Colour, width: float, dash: float) -> None:
        """A line through points, with a head at its end; width and dashes (0 for none) are logical."""
        self._ops.append(LineOp(points, colour, max(1, self.u(width)), self.u(dash), self.u(5 + width)))

    def mark(self, mark: BarOp | RingOp | QrOp) -> None:
        """A piece of a chart, a ring of time, or a code."""
        self._ops.append(mark)

    def press(self, rect: Rect, item: Item, radius: float = theme.RADIUS_SMALL) -> None:
        """Makes the rectangle something to press, if the item is enabled."""
        if not item.enabled:
            return
        scrolls = self._ops is self._scrolled or (self._ops is self._fresh and self._scroll is not None)
        self._targets.append(Target(Rect(rect), item, self.u(radius), scrolls))

    @contextmanager
    def scrolling(self, area: Rect, *, at_end: bool = False, on_dark: bool = False) -> Iterator[None]:
        """What is drawn in here scrolls in the area; `content_height` says how high it became."""
        outer, self._ops = self._ops, self._scrolled
        self._scroll = Scroll(area, area.height, (), at_end, bar_left=self.rtl, on_dark=on_dark)
        yield
        self._ops = outer

    def content_height(self, height: int) -> None:
        """How high the scrolled content is."""
        assert self._scroll is not None
        self._scroll = replace(self._scroll, height=height)

    @contextmanager
    def larger(self, growth: float) -> Iterator[None]:
        """What is drawn in here is at least so large, or as large as the reader wants it."""
        own, self.growth = self.growth, max(growth, self.growth)
        yield
        self.growth = own

    @contextmanager
    def above(self) -> Iterator[None]:
        """What is drawn in here lies over what scrolls."""
        outer, self._ops = self._ops, self._over
        yield
        self._ops = outer

    @contextmanager
    def arriving(self, key: object) -> Iterator[None]:
        """What is drawn in here has just come in, once for each key; it scrolls with the rest."""
        outer, self._ops = self._ops, self._fresh
        self.fresh_key = key
        yield
        self._ops = outer

    def frame(self) -> Frame:
        """The finished screen."""
        scroll = None
        if self._scroll:
            area = self._mirror(self._scroll.area)
            scroll = replace(self._scroll, area=area, ops=self._mirrored(self._scrolled))
        return Frame(
            size=(self.width, self.height),
            background=self.background,
            colours=self.colours,
            ops=self._mirrored(self._under),
            targets=tuple(replace(target, rect=self._mirror(target.rect)) for target in self._targets),
            scroll=scroll,
            over=self._mirrored(self._over),
            typed=self._mirror(self.typed) if self.typed else None,
            fresh=self._mirrored(self._fresh),
            fresh_key=self.fresh_key,
            stage_key=self.stage_key,
            picture=self._mirror(self.picture) if self.picture else None,
            pulse=replace(self.pulse, rect=self._mirror(self.pulse.rect)) if self.pulse else None,
        )

    def _mirror(self, rect: Rect) -> Rect:
        return mirrored(rect, self.width) if self.rtl else rect

    def _mirrored(self, ops: list[Op]) -> tuple[Op, ...]:
        return tuple(mirrored_op(op, self.width) for op in ops) if self.rtl else tuple(ops)


def scale_of(size: tuple[int, int]) -> float:
    """Device pixels for a logical pixel in a window of this size."""
    return min(size[0] / 1280, size[1] / 720)
