"""A story's map: cards with lines between them, as wide as the page; where that is too narrow, a list of the scenes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Card, Tone
from game.story.chart import Kind
from game.view import theme
from game.view.layouts.cards import card
from game.view.text import Align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.screens.map_parts import MapScene, MapWay, Point, StoryMap
    from game.view.palettes import Colour
    from game.view.sheet import Sheet
    from game.view.text import Block

WIDEST = 170
"""Logical pixels of a card, at 100 % text …"""
NARROWEST = 96
"""… and the least that its name can be read on."""
PADDING = 7
INNER = 5
"""How far the inner rim of an ending is from its outer one."""
DOT = 18
STEPS = 18
"""Straight pieces that a curve is drawn with."""


def story_map(sheet: Sheet, content: StoryMap, left: int, top: int, width: int) -> int:
    """Draws it; returns its bottom."""
    across = min(sheet.u(WIDEST * sheet.growth), int(width / max(content.width, 1.0)))
    if across < sheet.u(NARROWEST * sheet.growth):
        return _listed(sheet, content, left, top, width)
    cards = [_measured(sheet, scene, across) for scene in content.scenes]
    high = max([sheet.u(theme.TARGET), *(each.height for each in cards)])
    free = round((width - content.width * across) / 2)
    grid = _Grid(left + free, top + sheet.u(6), across, high)
    for way in content.ways:
        _line(sheet, grid, way)
    for each in cards:
        _card(sheet, grid, each)
    return grid.top + round(content.height * high) + sheet.u(6)


@dataclass(frozen=True, slots=True)
class _Grid:
    """From the map's own measure, in cards, to pixels."""

    left: int
    top: int
    across: int
    high: int

    def place(self, point: Point) -> tuple[int, int]:
        return self.left + round(point[0] * self.across), self.top + round(point[1] * self.high)


@dataclass(frozen=True, slots=True)
class _Measured:
    scene: MapScene
    texts: tuple[tuple[Block, Colour], ...]
    foot: Block | None
    height: int


# --- cards -----------------------------------------------------------------------------------------


def _measured(sheet: Sheet, scene: MapScene, across: int) -> _Measured:
    """The words on a card, set as wide as it is."""
    if scene.item is None:
        return _Measured(scene, (), None, sheet.u(DOT))
    room = across - 2 * sheet.u(PADDING + INNER if scene.ending else PADDING)
    texts = [(sheet.block(scene.item.label, theme.MAP_NAME, room), _on(sheet, scene, sheet.colours.ink))]
    if scene.ending:
        texts.append((sheet.block(scene.ending, theme.TINY, room), _on(sheet, scene, sheet.colours.plum)))
    foot = sheet.block(scene.passed or " ", theme.TINY) if scene.passed or scene.seen else None
    padding = sheet.u(2 * PADDING if scene.ending else PADDING)
    height = sum(text.height for text, _ in texts) + (foot.height if foot else 0) + 2 * padding
    return _Measured(scene, tuple(texts), foot, height)


def _on(sheet: Sheet, scene: MapScene, colour: Colour) -> Colour:
    """A colour on the card of a scene; where one is, the card is dark."""
    return sheet.colours.on_dark if scene.here else colour


def _card(sheet: Sheet, grid: _Grid, measured: _Measured) -> None:
    scene = measured.scene
    box = Rect(0, 0, grid.across, grid.high)
    box.center = grid.place(scene.at)
    if scene.item is None:
        side = sheet.u(DOT)
        sheet.panel(
            Rect(box.centerx - side // 2, box.centery - side // 2, side, side),
            sheet.colours.lilac_edge,
            theme.PILL,
        )
        return
    _ground(sheet, scene, box)
    foot = measured.foot
    height = sum(text.height for text, _ in measured.texts) + (foot.height if foot else 0)
    y = box.y + (box.height - height) // 2
    for text, colour in measured.texts:
        sheet.text(text, box.centerx - text.box // 2, y, colour, align=Align.CENTER)
        y += text.height
    if foot:
        _foot(sheet, scene, foot, (box.centerx, y))
    sheet.press(box, scene.item, theme.RADIUS_SMALL)


def _foot(sheet: Sheet, scene: MapScene, foot: Block, at: tuple[int, int]) -> None:
    """How many ways pass, and before it a tick when the scene has been seen."""
    middle, top = at
    side = round(foot.height * 0.72) if scene.seen else 0
    left = middle - (foot.width + (side + sheet.u(4) if side else 0)) // 2
    if side:
        sheet.icon(
            "check", left, top + (foot.height - side) // 2, side, _on(sheet, scene, sheet.colours.teal_deep)
        )
        left += side + sheet.u(4)
    sheet.text(foot, left, top, _on(sheet, scene, sheet.colours.ink))


def _ground(sheet: Sheet, scene: MapScene, box: Rect) -> None:
    """The card: the deeper, the more ways pass; where one is, plum; an ending with a double rim."""
    fill = sheet.colours.plum_fill if scene.here else _tint(sheet, scene.share)
    rim = (
        sheet.colours.yellow_edge
        if scene.start
        else sheet.colours.plum
        if scene.ending
        else sheet.colours.lilac_edge
    )
    if scene.share == 0:
        rim, fill = sheet.colours.coral, sheet.colours.plum_fill if scene.here else sheet.colours.blush
    sheet.panel(box, fill, theme.RADIUS_SMALL, rim=rim)
    if scene.ending:
        between = sheet.u(INNER)
        sheet.panel(box.inflate(-2 * between, -2 * between), fill, theme.RADIUS_KEY, rim=rim)


def _tint(sheet: Sheet, share: float | None) -> Colour:
    red, green, blue = (
        round(pale + (deep - pale) * (share or 0.0))
        for pale, deep in zip(sheet.colours.ground, sheet.colours.often, strict=True)
    )
    return red, green, blue


# --- lines -----------------------------------------------------------------------------------------

_THICK = {Kind.CHOICE: 2.5, Kind.WAIT: 2.5, Kind.TELLING: 4, Kind.DISMISSAL: 2, Kind.GOTO: 1.5}
_TO_SOMEBODY = frozenset({Kind.TELLING, Kind.DISMISSAL})


def _line(sheet: Sheet, grid: _Grid, way: MapWay) -> None:
    colour = sheet.colours.teal if way.kind in _TO_SOMEBODY else sheet.colours.map_line
    thick = _THICK[way.kind]
    points = tuple(_smooth([grid.place(point) for point in way.points]))
    dash = 7 if way.conditional else 3 if way.kind is Kind.WAIT else 0
    sheet.line(points, colour, thick, dash)


def _smooth(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The points of the line: between two layers a curve that leaves and comes upright, past a layer straight."""
    yield points[0]
    for number in range(1, len(points)):
        (x, y), (to_x, to_y) = points[number - 1], points[number]
        if number % 2 and x != to_x:
            for step in range(1, STEPS):
                part = step / STEPS
                bent = part * part * (3 - 2 * part)
                yield round(x + (to_x - x) * bent), round(y + (to_y - y) * part)
        yield to_x, to_y


# --- as a list -------------------------------------------------------------------------------------


def _listed(sheet: Sheet, content: StoryMap, left: int, top: int, width: int) -> int:
    y = top
    for scene in content.scenes:
        if scene.item:
            y = card(sheet, _row(scene), left, y, width) + sheet.u(theme.GAP)
    return y - sheet.u(theme.GAP)


def _row(scene: MapScene) -> Card:
    assert scene.item is not None
    tone = Tone.FLAGGED if scene.share == 0 else Tone.FINE if scene.seen else Tone.PLAIN
    whole = Card(scene.item.label, scene.leads, tone, tag=scene.passed, small=scene.ending, item=scene.item)
    return replace(whole, tone=Tone.GREY) if scene.here else whole
