"""The cards of the map that a player has walked: a picture of the place, what happened there, and what it was."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.map_grid import Grid, in_rows
from game.view.text import Align, Style, Weight

if TYPE_CHECKING:
    from game.screens.map_parts import MapScene, StoryMap
    from game.view.sheet import Sheet
    from game.view.text import Block

WIDEST = 380
"""Logical pixels of a card, at 100 % text …"""
NARROWEST = 104
"""… and the least that its words can be read on."""
BESIDE = 240
"""From this width on the picture stands beside the words, and not above them."""
TOLD = Style(18, Weight.SEMIBOLD, line_height=1.25)
"""The words beside a picture."""
SMALLER = Style(13, Weight.SEMIBOLD, line_height=1.2)
"""Words below a picture, of which one is too long for the usual size."""
PADDING, ROOMY = 7, 11
"""Around what is on a card, and where the picture stands beside the words."""
WIDE, FLAT = 16 / 9, 2.1
"""A picture's width for its height, where it stands beside the words and above them."""
PART = 0.36
"""How much of the card the picture has, where it stands beside the words."""
BETWEEN = 48
"""Logical pixels between two rows."""
BADGE, DOT, STEM, APART = 28, 14, 11, 7


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards, their words set, and where they lie."""

    cards: tuple[_Card, ...]
    grid: Grid

    @property
    def whole(self) -> bool:
        """Whether no word has to be divided."""
        return not any(_divided(each.words) or (each.mark and _divided(each.mark)) for each in self.cards)

    def draw(self, sheet: Sheet) -> None:
        """Each at its place."""
        for each in self.cards:
            box = self.grid.card(each.scene)
            _dots(sheet, each.scene, box)
            _card(sheet, each, box)


@dataclass(frozen=True, slots=True)
class _Card:
    scene: MapScene
    words: Block
    mark: Block | None
    picture: tuple[int, int]
    beside: bool

    @property
    def told(self) -> int:
        """How high its words are."""
        return self.words.height + (self.mark.height if self.mark else 0)


def cards(sheet: Sheet, content: StoryMap, left: int, top: int, across: int) -> Cards:
    """The cards of a map, each so wide, and each row as high as its words need."""
    beside = across >= sheet.u(BESIDE * sheet.growth)
    measured = tuple(_measured(sheet, scene, across, beside=beside) for scene in content.scenes)
    rows: dict[float, int] = {}
    pad = sheet.u(ROOMY if beside else PADDING)
    for each in measured:
        picture = each.picture[1]
        height = max(picture, each.told) if beside else picture + pad + each.told
        rows[each.scene.at[1]] = max(rows.get(each.scene.at[1], 0), height + 2 * pad)
    return Cards(measured, in_rows(left, top, across, rows, sheet.u(BETWEEN)))


def _measured(sheet: Sheet, scene: MapScene, across: int, *, beside: bool) -> _Card:
    pad = sheet.u(ROOMY if beside else PADDING)
    wide = round(across * PART) if beside else across - 2 * pad
    picture = (wide, round(wide / (WIDE if beside else FLAT)))
    room = across - 2 * pad - (wide + pad if beside else 0)
    words = sheet.block(scene.item.label, TOLD if beside else theme.MAP_NAME, room)
    if _divided(words) and not beside:
        words = sheet.block(scene.item.label, SMALLER, room)
    mark = sheet.block(scene.mark, theme.KEY, room) if scene.mark else None
    return _Card(scene, words, mark, picture, beside)


def _divided(block: Block) -> bool:
    """Whether a part of a word stands on one row and the rest on the next."""
    return any(
        row.end == following.start and block.text[row.end - 1 : row.end + 1].isalpha()
        for row, following in pairwise(block.rows)
    )


def _card(sheet: Sheet, card: _Card, box: Rect) -> None:
    scene, colours = card.scene, sheet.colours
    fill, rim = (
        (colours.plum_fill, colours.yellow_edge) if scene.here else (colours.ground, colours.lilac_edge)
    )
    sheet.panel(box, fill, theme.RADIUS_SMALL, rim=rim)
    pad = sheet.u(ROOMY if card.beside else PADDING)
    picture = Rect((box.x + pad, box.y + pad), card.picture)
    if card.beside:
        picture.centery = box.centery
    if scene.stage:
        sheet.place(scene.stage.place, picture)
    _badge(sheet, scene, picture)
    left = picture.right + pad if card.beside else picture.x
    y = box.centery - card.told // 2 if card.beside else picture.bottom + pad
    if card.mark:
        sheet.text(card.mark, left, y, colours.on_dark if scene.here else colours.plum, align=Align.START)
        y += card.mark.height
    sheet.text(card.words, left, y, colours.on_dark if scene.here else colours.ink, align=Align.START)
    sheet.press(box, scene.item, theme.RADIUS_SMALL)


def _badge(sheet: Sheet, scene: MapScene, picture: Rect) -> None:
    """What the place was, in a corner of its picture."""
    if not scene.icon:
        return
    side = min(sheet.u(BADGE * sheet.growth), picture.height)
    pill = Rect(picture.right - side, picture.bottom - side, side, side)
    sheet.panel(pill, sheet.colours.ground, theme.RADIUS_KEY)
    inner = round(side * 0.7)
    left, top = pill.centerx - inner // 2, pill.centery - inner // 2
    sheet.icon(scene.icon, left, top, inner, sheet.colours.plum)


def _dots(sheet: Sheet, scene: MapScene, box: Rect) -> None:
    """What was not tried: out of the side of the card short thin ways, each to a dot, as many as there is room for."""
    side, stem, apart = (sheet.u(length * sheet.growth) for length in (DOT, STEM, APART))
    thin = max(1, sheet.u(2))
    count = min(scene.untried, max(1, (box.height + apart) // (side + apart)))
    top = box.centery - (count * (side + apart) - apart) // 2
    for number in range(count):
        y = top + number * (side + apart)
        colour = sheet.colours.lilac_dark
        sheet.panel(Rect(box.right, y + side // 2 - thin // 2, stem, thin), colour, 0)
        dot = Rect(box.right + stem, y, side, side)
        sheet.panel(dot, sheet.colours.paper, theme.PILL, rim=colour)
