"""A laid-out screen as data: what is drawn where, and what can be pressed. In device pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from pygame import Rect

from game.view.palettes import WARM, Palette
from game.view.rig import Gaze
from game.view.text_blocks import Align, Block

if TYPE_CHECKING:
    from game.screens.page import Figure, Item
    from game.view.palettes import Colour


@dataclass(frozen=True, slots=True)
class Panel:
    """A rounded rectangle. `edge` is the darker side under a button; `shadow` is soft."""

    rect: Rect
    fill: Colour
    radius: int
    alpha: int = 255
    rim: Colour | None = None
    rim_width: int = 0
    edge: Colour | None = None
    edge_height: int = 0
    shadow: bool = False


@dataclass(frozen=True, slots=True)
class TextOp:
    """Laid-out text with its top-left corner. `typed` is text that appears letter by letter.

    `marks` are the letters `[start, end)` that have dots under them: difficult words.
    """

    block: Block
    pos: tuple[int, int]
    colour: Colour
    align: Align = Align.START
    typed: bool = False
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def rect(self) -> Rect:
        """The box that the rows need; rows may be narrower than the box they are aligned in."""
        return Rect(self.pos, (max(self.block.box, self.block.width), self.block.height))


@dataclass(frozen=True, slots=True)
class IconOp:
    """An icon in one colour; `mirrored` where it points along the text and that runs from right to left."""

    name: str
    rect: Rect
    colour: Colour
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class PlaceOp:
    """A place, covering the rectangle. `dim` lays the night over it (0 to 255)."""

    place: str
    rect: Rect
    dim: int = 0


@dataclass(frozen=True, slots=True)
class FigureOp:
    """A person: the whole figure, or the head in a round window."""

    figure: Figure
    rect: Rect
    head: bool = False
    mirrored: bool = False
    gaze: Gaze = Gaze.AHEAD
    backdrop: Colour | None = None
    light: str = "day"


@dataclass(frozen=True, slots=True)
class ShadeOp:
    """A soft shade that is full at one side and nothing at the other, so that words on it can be read."""

    rect: Rect
    colour: Colour
    from_right: bool
    alpha: int = 235


@dataclass(frozen=True, slots=True)
class BreathOp:
    """The place of a circle that breathes."""

    rect: Rect
    colour: Colour
    small: bool = False


@dataclass(frozen=True, slots=True)
class LineOp:
    """A line through points, with a head at its end. `dash` is the length of its dashes, 0 for none."""

    points: tuple[tuple[int, int], ...]
    colour: Colour
    width: int
    dash: int
    head: int

    @property
    def rect(self) -> Rect:
        """What the line and its head may touch."""
        across, down = ([point[axis] for point in self.points] for axis in (0, 1))
        whole = Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))
        return whole.inflate(2 * self.head, 2 * self.head)


class Pattern(Enum):
    """What tells bars apart besides their colours."""

    SOLID = auto()
    DOTS = auto()
    HATCH = auto()


@dataclass(frozen=True, slots=True)
class BarOp:
    """A bar of a chart, at its full length, with a pattern in the colour `over`. One that `grows` comes in from its start."""

    rect: Rect
    fill: Colour
    over: Colour
    radius: int
    pattern: Pattern = Pattern.SOLID
    rim: Colour | None = None
    rim_width: int = 0
    grows: bool = False
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class RingOp:
    """A ring in a square, of which the `part` from 0 to 1 is left."""

    rect: Rect
    part: float
    colour: Colour
    track: Colour
    width: int


@dataclass(frozen=True, slots=True)
class QrOp:
    """A QR code, dark where True, on a white square that leaves it the room that it needs; a module is so many pixels."""

    rect: Rect
    rows: tuple[tuple[bool, ...], ...]
    module: int


Op: TypeAlias = (
    Panel | TextOp | IconOp | PlaceOp | FigureOp | ShadeOp | BreathOp | LineOp | BarOp | RingOp | QrOp
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where something can be pressed. `scrolls` when it lies in the part that scrolls."""

    rect: Rect
    item: Item
    radius: int
    scrolls: bool = False


@dataclass(frozen=True, slots=True)
class Scroll:
    """The part that scrolls: the window on it, how high its content is, and the content, laid out as if
    the top of the content were at the top of the window.
    """

    area: Rect
    height: int
    ops: tuple[Op, ...]
    at_end: bool = False
    """Begins at its end, as a conversation does."""
    bar_left: bool = False
    """The scroll bar stands where rows of text end: on the left where they run from right to left."""
    on_dark: bool = False
    """The scroll bar stands on something dark."""

    @property
    def most(self) -> int:
        """The farthest it scrolls, in device pixels."""
        return max(0, self.height - self.area.height)


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole screen.

    `fresh` is what has just arrived (a message), and `pulse` what glows for it. `picture` is where people
    stand with nothing before them, so that they may move there while the text below is at rest.
    """

    size: tuple[int, int]
    background: Colour
    ops: tuple[Op, ...]
    targets: tuple[Target, ...]
    scroll: Scroll | None = None
    over: tuple[Op, ...] = ()
    typed: Rect | None = None
    fresh: tuple[Op, ...] = ()
    fresh_key: object = field(default=None)
    stage_key: object = field(default=None)
    picture: Rect | None = None
    pulse: Panel | None = None
    colours: Palette = WARM

    def people(self) -> tuple[FigureOp, ...]:
        """The whole figures in the picture, in the order of drawing."""
        return tuple(op for op in self.ops if isinstance(op, FigureOp) and not op.head)

    def letters(self) -> int:
        """How many letters appear one by one."""
        return max((len(op.block.text) for op in self.ops if isinstance(op, TextOp) and op.typed), default=0)

    def everything(self) -> tuple[Op, ...]:
        """All that is drawn, in the order of drawing, the scrolled content where it stands unscrolled."""
        return (*self.ops, *(self.scroll.ops if self.scroll else ()), *self.fresh, *self.over)
