"""A line in its picture: dialogue, a narrator, silence, other eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Page, Screen, Speech
from game.view import theme
from game.view.layouts.people import people
from game.view.layouts.pieces import across, draw_button, flow, flow_height, in_a_row, top_bar

if TYPE_CHECKING:
    from game.view.sheet import Sheet
    from game.view.text import Block

MARGIN = 60  # logical pixels beside the card …
FACE = 112  # … and across a face whose owner is elsewhere …
SIDES = 40  # … and beside the text in it …
HEAD_ROOM = 34  # … and above it, where the name stands on the edge
LARGE = 1.4
HIGHEST, LOWEST = 0.72, 0.58
"""How much of the height the card has at most; and where news stands above it in what a low row leaves of the window."""


def scene(sheet: Sheet, page: Page) -> None:
    """The card with the line at the bottom, the picture behind, the name on the card's edge."""
    speech = page.body[0]
    assert isinstance(speech, Speech)
    assert page.stage is not None
    quiet = page.screen is Screen.SILENCE
    width = min(sheet.width - 2 * sheet.u(MARGIN), sheet.u(1160))
    buttons = in_a_row(sheet, page.foot, width - 2 * sheet.u(28))
    row = flow_height(sheet, buttons, width - 2 * sheet.u(28))
    most = round(sheet.height * (LOWEST if page.tucked and page.notice else HIGHEST))
    beside = sheet.u(HEAD_ROOM) + sheet.u(14) + row + sheet.u(18)
    words = _line(sheet, page, speech, width - 2 * sheet.u(SIDES), most - beside)
    height = min(max(beside + words.height, sheet.u(164)), most)
    card = Rect((sheet.width - width) // 2, sheet.height - sheet.u(28) - height, width, height)
    sheet.place(page.stage.place, dim=70 if quiet else 0)
    sheet.stage_key = page.stage.place
    people(sheet, page.stage, sheet.u(64), card.y - sheet.u(4), among=_beside_a_face(sheet, speech, card))
    sheet.picture = Rect(0, 0, sheet.width, card.y - sheet.u(24))
    fill = sheet.colours.lilac if quiet or speech.thought else sheet.colours.card
    sheet.panel(card, fill, theme.RADIUS, shadow=True)
    _name(sheet, speech, card)
    if quiet:
        _breath(sheet, card)
    row_top = card.bottom - sheet.u(16) - row
    _text(sheet, words, card, row_top - sheet.u(10))
    _foot(sheet, page, card, row_top)
    notice(sheet, page, top_bar(sheet, page))


def _line(sheet: Sheet, page: Page, speech: Speech, width: int, room: int) -> Block:
    """The words; for a class as large as there is room for."""
    style = theme.BODY if speech.speaker else theme.NARRATION
    for size in theme.FROM_AFAR if page.from_afar else ():
        with sheet.larger(size):
            words = sheet.block(speech.text, style, width)
        if words.height <= room:
            return words
    return sheet.block(speech.text, style, width)


def _beside_a_face(sheet: Sheet, speech: Speech, card: Rect) -> tuple[float, float] | None:
    """The part of the width that is left for people where the text is so large that only their faces are seen,
    and somebody's face stands on the card.
    """
    if not speech.face or sheet.growth < LARGE:
        return None
    return (card.x + sheet.u(34 + FACE)) / sheet.width, 1.0


def _breath(sheet: Sheet, card: Rect) -> None:
    """Three dots on the card's edge that breathe while nobody says anything."""
    side = sheet.u(26)
    for number in range(3):
        dot = Rect(card.right - sheet.u(150 - 40 * number), card.y - side // 2, side, side)
        sheet.breath(dot, sheet.colours.plum, small=True)


def _text(sheet: Sheet, words: Block, card: Rect, bottom: int) -> None:
    """The line, which scrolls where the card cannot be high enough for it."""
    top = card.y + sheet.u(HEAD_ROOM)
    area = Rect(card.x + sheet.u(SIDES), top, card.width - 2 * sheet.u(SIDES), bottom - top)
    if words.height <= area.height:
        sheet.text(words, area.x, area.y, sheet.colours.ink, typed=True)
        return
    with sheet.scrolling(area):
        sheet.text(words, area.x, area.y, sheet.colours.ink)
        sheet.content_height(words.height)


def _name(sheet: Sheet, speech: Speech, card: Rect) -> None:
    if not speech.speaker:
        return
    left = card.x + sheet.u(34)
    if speech.face:
        side = sheet.u(FACE)
        face = Rect(left, card.y + sheet.u(18) - side, side, side)
        rim = face.inflate(sheet.u(10), sheet.u(10))
        sheet.panel(rim, sheet.colours.card, theme.PILL, shadow=True)
        sheet.figure(speech.face, face, head=True)
        left = face.right + sheet.u(12)
    name_tag(sheet, speech.speaker, left, card.y)


def name_tag(sheet: Sheet, speaker: str, left: int, edge: int) -> None:
    """A name that stands on the edge of a card."""
    name = sheet.block(speaker, theme.NAME)
    tag = Rect(left, 0, name.width + 2 * sheet.u(22), name.height + sheet.u(12))
    tag.centery = edge
    sheet.panel(tag, sheet.colours.plum_fill, theme.PILL)
    sheet.text(name, tag.x + sheet.u(22), tag.y + sheet.u(6), sheet.colours.on_dark)


def _foot(sheet: Sheet, page: Page, card: Rect, top: int) -> None:
    """The flag at the start, the way on at the end, so that neither is pressed for the other."""
    room = card.width - 2 * sheet.u(28)
    buttons = in_a_row(sheet, page.foot, room)
    if across(sheet, buttons) > room or len(buttons) != 2:
        if len(buttons) == 1:
            draw_button(sheet, buttons[0], card.right - sheet.u(28) - buttons[0].width, top)
            return
        flow(sheet, buttons, card.x + sheet.u(28), top, room, last_at_end=True)
        return
    draw_button(sheet, buttons[0], card.x + sheet.u(28), top)
    draw_button(sheet, buttons[1], card.right - sheet.u(28) - buttons[1].width, top)


def notice(sheet: Sheet, page: Page, top: int, right: int = 0) -> int:
    """A piece of news below the bar, in the middle of the window or of what lies before `right`; returns its bottom, `top`
    where there is none.
    """
    if not page.notice:
        return top
    width = right or sheet.width
    words = sheet.block(page.notice, theme.LABEL, width - sheet.u(80 if right else 160))
    box = Rect(0, top + sheet.u(12), words.width + 2 * sheet.u(22), words.height + sheet.u(14))
    box.centerx = width // 2
    sheet.panel(box, sheet.colours.teal_fill, theme.RADIUS_COLUMN if right else theme.PILL, shadow=True)
    sheet.text(words, box.x + sheet.u(22), box.y + sheet.u(7), sheet.colours.on_dark)
    return box.bottom
