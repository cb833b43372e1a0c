"""A line in its picture: dialogue, a narrator, silence, other eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Figure, Page, Screen, Speech, Stage
from game.view import theme
from game.view.layouts.pieces import draw_button, flow, flow_height, measured, top_bar
from game.view.rig import Gaze

if TYPE_CHECKING:
    from game.view.sheet import Sheet
    from game.view.text import Block

MARGIN = 60
STANDING = {1: (0.5,), 2: (0.27, 0.74), 3: (0.2, 0.5, 0.8)}
"""Where people stand, as fractions of the width, by how many they are."""
HEAD = 0.47
"""How far down a figure its chin and collar reach, as a fraction of its height."""


def people(
    sheet: Sheet, stage: Stage, top: int, floor: int, *, among: tuple[float, float] = (0.0, 1.0)
) -> None:
    """The figures of the picture; their heads stay between `top` and `floor`."""
    figures = stage.figures[:3]
    if not figures:
        return
    height = min(sheet.u(660), round((floor - top) / HEAD))
    width = round(height * 2 / 3)
    for figure, place in zip(figures, STANDING[len(figures)], strict=True):
        middle = round(sheet.width * (among[0] + (among[1] - among[0]) * place))
        lowest = max(top, sheet.height - height + sheet.u(60))
        y = min(lowest, floor - round(height * HEAD))
        rect = Rect(middle - width // 2, max(top - round(height * 0.08), y), width, height)
        sheet.figure(figure, rect, mirrored=_turned(figures, place), gaze=_gaze(figures, place))


def _turned(figures: tuple[Figure, ...], place: float) -> bool:
    """Who stands at the end of the row turns to the others."""
    return len(figures) > 1 and place > 0.5


def _gaze(figures: tuple[Figure, ...], place: float) -> Gaze:
    """People look at each other, and somebody alone at the player."""
    if len(figures) == 1 or place == 0.5:
        return Gaze.AHEAD
    return Gaze.RIGHT if place < 0.5 else Gaze.LEFT


def scene(sheet: Sheet, page: Page) -> None:
    """The card with the line at the bottom, the picture behind, the name on the card's edge."""
    speech = page.body[0]
    assert isinstance(speech, Speech)
    assert page.stage is not None
    quiet = page.screen is Screen.SILENCE
    width = min(sheet.width - 2 * sheet.u(MARGIN), sheet.u(1160))
    left = (sheet.width - width) // 2
    style = theme.BODY if speech.speaker else theme.NARRATION
    words = sheet.block(speech.text, style, width - 2 * sheet.u(40))
    buttons = [measured(sheet, item, width - 2 * sheet.u(28)) for item in page.foot]
    row = flow_height(sheet, buttons, width - 2 * sheet.u(28))
    head = sheet.u(34)
    bottom = sheet.height - sheet.u(28)
    wanted = head + words.height + sheet.u(14) + row + sheet.u(18)
    most = round(sheet.height * 0.72)
    height = min(max(wanted, sheet.u(164)), most)
    card = Rect(left, bottom - height, width, height)
    sheet.place(page.stage.place, dim=70 if quiet else 0)
    sheet.stage_key = page.stage.place
    people(sheet, page.stage, sheet.u(64), card.y - sheet.u(4))
    sheet.panel(
        card, theme.LILAC if quiet or speech.thought else theme.CARD, theme.RADIUS, alpha=255, shadow=True
    )
    _name(sheet, speech, card)
    if quiet:
        side = sheet.u(26)
        for number in range(3):
            sheet.breath(
                Rect(card.right - sheet.u(150 - 40 * number), card.y - side // 2, side, side),
                theme.PLUM,
                small=True,
            )
    row_top = card.bottom - sheet.u(16) - row
    _text(
        sheet,
        words,
        Rect(
            card.x + sheet.u(40),
            card.y + head,
            width - 2 * sheet.u(40),
            row_top - sheet.u(10) - card.y - head,
        ),
    )
    _foot(sheet, page, card, row_top)
    bar_bottom = top_bar(sheet, page)
    notice(sheet, page, bar_bottom)


def _text(sheet: Sheet, words: Block, area: Rect) -> None:
    if words.height <= area.height:
        sheet.text(words, area.x, area.y, theme.INK, typed=True)
        return
    with sheet.scrolling(area):
        sheet.text(words, area.x, area.y, theme.INK)
        sheet.content_height(words.height)


def _name(sheet: Sheet, speech: Speech, card: Rect) -> None:
    if not speech.speaker:
        return
    name = sheet.block(speech.speaker, theme.NAME)
    tag = Rect(card.x + sheet.u(34), 0, name.width + 2 * sheet.u(22), name.height + sheet.u(12))
    tag.centery = card.y
    sheet.panel(tag, theme.PLUM, theme.PILL)
    sheet.text(name, tag.x + sheet.u(22), tag.y + sheet.u(6), theme.WHITE)


def _foot(sheet: Sheet, page: Page, card: Rect, top: int) -> None:
    """The flag at the start, the way on at the end, so that neither is pressed for the other."""
    room = card.width - 2 * sheet.u(28)
    buttons = [measured(sheet, item, room) for item in page.foot]
    across = sum(button.width for button in buttons) + sheet.u(theme.GAP)
    if across > room or len(buttons) != 2:
        if len(buttons) == 1:
            draw_button(sheet, buttons[0], card.right - sheet.u(28) - buttons[0].width, top)
            return
        flow(sheet, buttons, card.x + sheet.u(28), top, room)
        return
    draw_button(sheet, buttons[0], card.x + sheet.u(28), top)
    draw_button(sheet, buttons[1], card.right - sheet.u(28) - buttons[1].width, top)


def notice(sheet: Sheet, page: Page, top: int) -> None:
    """A piece of news below the bar."""
    if not page.notice:
        return
    words = sheet.block(page.notice, theme.LABEL, sheet.width - sheet.u(160))
    box = Rect(0, top + sheet.u(12), words.width + 2 * sheet.u(22), words.height + sheet.u(14))
    box.centerx = sheet.width // 2
    sheet.panel(box, theme.TEAL, theme.PILL, shadow=True)
    sheet.text(words, box.x + sheet.u(22), box.y + sheet.u(7), theme.WHITE)
