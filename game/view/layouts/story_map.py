"""A story's map: cards with lines between them, as wide as the page; where that is too narrow, a list of the scenes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens.map_parts import Trace
from game.screens.page import Card, Tone
from game.story.chart import Kind
from game.view import theme
from game.view.layouts import walked_map
from game.view.layouts.cards import card
from game.view.layouts.map_grid import Grid, even
from game.view.text import Align

if TYPE_CHECKING:
    from pygame import Rect

    from game.screens.map_parts import MapScene, MapWay, StoryMap
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


def story_map(sheet: Sheet, content: StoryMap, left: int, top: int, width: int) -> int:
    """Draws it; returns its bottom."""
    widest, narrowest = (walked_map.WIDEST, walked_map.NARROWEST) if content.walked else (WIDEST, NARROWEST)
    across = min(sheet.u(widest * sheet.growth), int(width / max(content.width, 1.0)))
    if across < sheet.u(narrowest * sheet.growth):
        return _listed(sheet, content, left, top, width)
    middle = left + round((width - content.width * across) / 2)
    if not content.walked:
        return _drawn(sheet, content, middle, top + sheet.u(6), across) + sheet.u(6)
    cards = walked_map.cards(sheet, content, middle, top + sheet.u(6), across)
    if not cards.whole:
        return _listed(sheet, content, left, top, width)
    for way in content.ways:
        _line(sheet, cards.grid, way)
    cards.draw(sheet)
    return cards.grid.bottom + sheet.u(6)


def _drawn(sheet: Sheet, content: StoryMap, left: int, top: int, across: int) -> int:
    cards = [_measured(sheet, scene, across) for scene in content.scenes]
    high = max([sheet.u(theme.TARGET), *(each.height for each in cards)])
    grid = even(left, top, across, high, content.height)
    for way in content.ways:
        _line(sheet, grid, way)
    for each in cards:
        _card(sheet, grid, each)
    return grid.bottom


@dataclass(frozen=True, slots=True)
class _Measured:
    scene: MapScene
    texts: tuple[tuple[Block, Colour], ...]
    foot: Block | None
    height: int


# --- cards -----------------------------------------------------------------------------------------


def _measured(sheet: Sheet, scene: MapScene, across: int) -> _Measured:
    """The words on a card, set as wide as it is."""
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


def _card(sheet: Sheet, grid: Grid, measured: _Measured) -> None:
    scene = measured.scene
    box = grid.card(scene)
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

_THICK: dict[Kind | Trace, float] = {
    Kind.CHOICE: 2.5,
    Kind.WAIT: 2.5,
    Kind.TELLING: 4,
    Kind.DISMISSAL: 2,
    Kind.GOTO: 1.5,
    Trace.EARLIER: 2,
    Trace.LATEST: 5,
}
_TO_SOMEBODY: frozenset[Kind | Trace] = frozenset({Kind.TELLING, Kind.DISMISSAL})


def _line(sheet: Sheet, grid: Grid, way: MapWay) -> None:
    colours = sheet.colours
    colour = colours.teal if way.kind in _TO_SOMEBODY else colours.map_line
    if way.kind is Trace.LATEST:
        colour = colours.plum
    dash = 7 if way.conditional else 3 if way.kind is Kind.WAIT else 0
    sheet.line(grid.line(way), colour, _THICK[way.kind], dash)


# --- as a list -------------------------------------------------------------------------------------


def _listed(sheet: Sheet, content: StoryMap, left: int, top: int, width: int) -> int:
    y = top
    for scene in content.scenes:
        y = card(sheet, _row(scene), left, y, width) + sheet.u(theme.GAP)
    return y - sheet.u(theme.GAP)


def _row(scene: MapScene) -> Card:
    tone = Tone.FLAGGED if scene.share == 0 else Tone.FINE if scene.seen else Tone.PLAIN
    tag = scene.passed or scene.mark
    whole = Card(
        scene.item.label, scene.leads, tone, scene.icon, tag=tag, small=scene.ending, item=scene.item
    )
    return replace(whole, tone=Tone.GREY) if scene.here else whole
