"""Cards: a framed piece with an icon or a face, a title, a text and a tag; alone or side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Card, Cards, Tone
from game.view import theme
from game.view.text import Align, Block, Style

if TYPE_CHECKING:
    from game.view.palettes import CardPaint, Colour
    from game.view.sheet import Sheet

NARROWEST = 250  # logical pixels of a card that stands beside another, at 100 % text
PICTURE = 16 / 9
COVER = (
    300  # logical pixels of the highest picture on a card, at 100 % text: its words have to be in sight too
)
PORTRAIT = 136  # logical pixels across a face on top of a card
SHORT = 14
"""A number of no more signs than this is set large, to be read from afar."""


def card(
    sheet: Sheet, content: Card, left: int, top: int, width: int, least: int = 0, *, narrow: bool = False
) -> int:
    """A card as wide as given and at least as high as `least`; returns its bottom.

    A `narrow` one has its tag below its text, at the bottom.
    """
    paint = sheet.tones[content.tone]
    pad = sheet.u(20)
    strip = sheet.u(10) if paint.strip else 0
    icon = sheet.block("x", theme.CARD_TITLE).height if content.icon or content.figure else 0
    side = round(icon * (2.0 if content.figure else 1.25))
    x = left + strip + pad + (side + pad if side else 0)
    inner = left + width - pad - x
    tag = sheet.block(content.tag, _tag_style(content), inner) if content.tag else None
    tag_width = tag.width + 2 * sheet.u(14) if tag else 0
    beside = tag is not None and not narrow and inner - tag_width - pad >= inner * 0.55
    room = inner - tag_width - pad if beside else inner
    parts = _parts(sheet, content, room)
    height = sum(block.height for block, _ in parts) + sheet.u(4) * (len(parts) - 1)
    tag_height = tag.height + sheet.u(12) if tag else 0
    height += tag_height + sheet.u(10) if tag and not beside else 0
    box = Rect(left, top, width, max(max(height, side, tag_height if beside else 0) + 2 * sheet.u(15), least))
    _ground(sheet, content, box, strip)
    sign_top = box.y + sheet.u(15) if narrow else box.centery - side // 2
    _sign(sheet, content, Rect(left + strip + pad, sign_top, side, side))
    y = box.y + (sheet.u(15) if narrow else (box.height - height) // 2)
    for block, colour in parts:
        sheet.text(block, x, y, colour)
        y += block.height + sheet.u(4)
    if tag:
        tag_left = left + width - pad - tag_width if beside else x
        below = box.bottom - sheet.u(15) - tag_height if narrow else y + sheet.u(6)
        tag_top = box.centery - tag_height // 2 if beside else below
        _tag(sheet, tag, Rect(tag_left, tag_top, tag_width, tag_height), paint)
    if content.item:
        sheet.press(box, content.item, theme.RADIUS_COLUMN)
    return box.bottom


def _ground(sheet: Sheet, content: Card, box: Rect, strip: int) -> None:
    """The card itself, with a strip at its side that says what kind it is."""
    paint = sheet.tones[content.tone]
    if paint.strip:
        sheet.panel(box, paint.strip, theme.RADIUS_COLUMN)
    sheet.panel(Rect(box.x + strip, box.y, box.width - strip, box.height), paint.fill, theme.RADIUS_COLUMN)


def _sign(sheet: Sheet, content: Card, box: Rect) -> None:
    """The face or the icon beside the text."""
    if content.figure:
        sheet.figure(content.figure, box, head=True)
    elif box.width:
        sheet.icon(_icon_name(content), box.x, box.y, box.width, sheet.tones[content.tone].icon)


def _icon_name(content: Card) -> str:
    """Where no flag was put, there is none to see: that must not be told by its colour alone."""
    missed = content.tone is Tone.MISSED and content.icon == "flag"
    return "flag_empty" if missed else content.icon


def _tag(sheet: Sheet, tag: Block, pill: Rect, paint: CardPaint) -> None:
    sheet.panel(pill, paint.tag, theme.RADIUS_COLUMN)
    sheet.text(tag, pill.x + sheet.u(14), pill.y + sheet.u(6), paint.tag_words)


def _tag_style(content: Card) -> Style:
    large = content.tone is Tone.BIG or (content.tone is Tone.HELP and len(content.tag) <= SHORT)
    return theme.BIG if large else theme.TAG


def _parts(sheet: Sheet, content: Card, room: int) -> list[tuple[Block, Colour]]:
    parts = []
    leads = content.tone is Tone.LEAD
    if content.title:
        style = theme.SUBHEADING if leads else theme.CARD_TITLE
        parts.append((sheet.block(content.title, style, room), sheet.colours.ink))
    if content.text:
        style, colour = (theme.BODY, sheet.colours.ink) if leads else (theme.CARD_TEXT, sheet.colours.muted)
        parts.append((sheet.block(content.text, style, room), colour))
    if content.small:
        parts.append((sheet.block(content.small, theme.TINY, room), sheet.colours.muted))
    return parts


def cards(sheet: Sheet, content: Cards, left: int, top: int, width: int) -> int:
    """Cards side by side, as many columns as fit, all of a row equally high; returns the bottom."""
    if not content.cards:
        return top
    if all(one.tone is Tone.HELP for one in content.cards):
        return _rows(sheet, content, left, top, width)
    gap = sheet.u(20)
    fits = max(1, (width + gap) // (sheet.u(NARROWEST * max(1.0, sheet.growth * 0.8)) + gap))
    columns = min(fits, len(content.cards), 4)
    if len(content.cards) > columns:
        rows = -(-len(content.cards) // columns)
        columns = -(-len(content.cards) // rows)
    each = (width - gap * (columns - 1)) // columns
    each = min(each, sheet.u(520 * max(1.0, sheet.growth * 0.8)))
    y = top
    for start in range(0, len(content.cards), columns):
        row = content.cards[start : start + columns]
        height = max(_tall_height(sheet, one, each) for one in row)
        for number, one in enumerate(row):
            _tall(sheet, one, Rect(left + number * (each + gap), y, each, height))
        y += height + gap
    return y - gap


def _rows(sheet: Sheet, content: Cards, left: int, top: int, width: int) -> int:
    """Lying cards, two beside each other where there is room, equally high."""
    gap = sheet.u(14)
    columns = 2 if width > sheet.u(900) and sheet.growth < 1.4 else 1
    if columns == 2 and len(content.cards) == 3:
        columns = 3
    each = (width - gap * (columns - 1)) // columns
    y = top
    for start in range(0, len(content.cards), columns):
        row = content.cards[start : start + columns]
        narrow = columns == 3
        least = max(card(sheet.trial(), one, 0, 0, each, narrow=narrow) for one in row)
        for number, one in enumerate(row):
            card(sheet, one, left + number * (each + gap), y, each, least, narrow=narrow)
        y += least + gap
    return y - gap


def _picture_height(sheet: Sheet, content: Card, width: int) -> int:
    if content.stage:
        return min(round(width / PICTURE), sheet.u(COVER / max(1.0, sheet.growth * 0.6)))
    if content.figure:
        return sheet.u(PORTRAIT + 14)
    return 0


def _tall_parts(sheet: Sheet, content: Card, width: int) -> list[tuple[Block, Colour]]:
    room = width - 2 * sheet.u(20)
    parts = [(sheet.block(content.title, theme.SUBHEADING, room), sheet.colours.ink)]
    if content.figure and content.small:
        parts.append((sheet.block(content.small, theme.CARD_TEXT, room), sheet.colours.teal_deep))
    elif content.tag:
        parts.append((sheet.block(content.tag, theme.TAG, room), sheet.tones[content.tone].tag_words))
    if content.text:
        parts.append((sheet.block(content.text, theme.CARD_TEXT, room), sheet.colours.muted))
    if content.small and not content.figure:
        parts.append((sheet.block(content.small, theme.TINY, room), sheet.colours.muted))
    return parts


def _tall_height(sheet: Sheet, content: Card, width: int) -> int:
    parts = _tall_parts(sheet, content, width)
    text = sum(block.height for block, _ in parts) + sheet.u(6) * (len(parts) - 1)
    icon = _icon(sheet) + sheet.u(6) if content.icon and not (content.stage or content.figure) else 0
    return _picture_height(sheet, content, width) + icon + text + 2 * sheet.u(18)


def _icon(sheet: Sheet) -> int:
    return sheet.u(34 * max(1.0, sheet.growth * 0.8))


def _tall(sheet: Sheet, content: Card, box: Rect) -> None:
    """A card with its picture on top."""
    pressable = content.item is not None
    sheet.panel(
        box,
        sheet.colours.ground if pressable or not content.figure else sheet.colours.card,
        theme.RADIUS_CARD,
        shadow=pressable,
    )
    y = box.y + sheet.u(18)
    if content.stage:
        inset = sheet.u(10)
        picture = Rect(
            box.x + inset,
            box.y + inset,
            box.width - 2 * inset,
            _picture_height(sheet, content, box.width) - inset,
        )
        _cover(sheet, content, picture)
        y += _picture_height(sheet, content, box.width)
    elif content.figure:
        side = sheet.u(PORTRAIT)
        sheet.figure(content.figure, Rect(box.centerx - side // 2, y, side, side), head=True)
        y += _picture_height(sheet, content, box.width)
    elif content.icon:
        sheet.icon(content.icon, box.x + sheet.u(20), y, _icon(sheet), sheet.tones[content.tone].icon)
        y += _icon(sheet) + sheet.u(6)
    align = Align.CENTER if content.figure else Align.START
    for block, colour in _tall_parts(sheet, content, box.width):
        sheet.text(block, box.x + sheet.u(20), y, colour, align=align)
        y += block.height + sheet.u(6)
    if content.item:
        sheet.press(box, content.item, theme.RADIUS_CARD)


def _cover(sheet: Sheet, content: Card, picture: Rect) -> None:
    """The cover: the place, and who is in the story, from the waist up."""
    assert content.stage is not None
    sheet.place(content.stage.place, picture)
    figures = content.stage.figures
    height = round(picture.height * 0.98)
    width = round(height * 2 / 3)
    for number, figure in enumerate(figures):
        middle = picture.x + picture.width * (2 * number + 1) // (2 * len(figures))
        sheet.figure(figure, Rect(middle - width // 2, picture.bottom - height, width, height))
