"""A column beside somebody: choices, how it feels, how to begin, an ending, the title, before a story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Heading, Page, Screen
from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.people import people
from game.view.layouts.pieces import foot, top_bar
from game.view.layouts.scene import notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.page import Block as Said
    from game.view.sheet import Sheet
    from game.view.text import Block

SMALLEST = 0.65
"""How small the name of the game may become to stand on one row."""
DARK = 0.68
"""The part of a shade's width that is dark enough for words to be read."""
PLATE_SIDES, PLATE_ABOVE = 26, 26
_AROUND = 42
"""The room at the upper and the lower edge of the first screen."""


def beside(sheet: Sheet, page: Page) -> None:
    """The picture at the start, the column on a soft shade at the end."""
    assert page.stage is not None
    large = sheet.growth >= 1.4
    alone = not page.stage.figures
    sheet.place(page.stage.place, dim=175 if alone else 0)
    sheet.stage_key = page.stage.place
    start = 0.17 if alone else 0.36 if large else 0.42
    left = round(sheet.width * start)
    right = sheet.width - (left if alone else sheet.u(64))
    people(sheet, page.stage, sheet.u(64), sheet.height - sheet.u(190), among=(0.0, start))
    if not alone:
        sheet.shade(Rect(0, 0, sheet.width, sheet.height), from_right=True, alpha=240 if large else 225)
    bar_bottom = top_bar(sheet, page)
    with sheet.above():
        bottom = sheet.height - sheet.u(24 if page.foot else 4)
        foot_top = foot(sheet, page.foot, left, right - left, bottom)
    _column(sheet, page, Rect(left, bar_bottom, right - left, foot_top - bar_bottom), plate=alone)
    notice(sheet, page, bar_bottom)


def _column(sheet: Sheet, page: Page, at: Rect, *, plate: bool) -> None:
    """The column, in the upper middle when it fits, and scrolling when it does not. On a plate, where no shade is."""
    room, below = sheet.u(14), sheet.u(8)
    area = Rect(at.x - room, at.y + sheet.u(6), at.width + 2 * room, at.height - sheet.u(16))
    height = _measured(sheet, page, at)
    top = area.y + room + max(0, area.height - height - room - below) * 2 // 5
    if plate:
        _plate(sheet, area, top, height)
    with sheet.scrolling(area, on_dark=True):
        end = column(sheet, page.body, at.x, top, at.width, on_dark=True)
        sheet.content_height(end + below - area.y)


def _plate(sheet: Sheet, area: Rect, top: int, height: int) -> None:
    """The ground of a column, and of its scroll bar where it has one: as high as the column, or as what scrolls."""
    beside, above = sheet.u(PLATE_SIDES), sheet.u(PLATE_ABOVE)
    ground = Rect(area.x - beside, top - above, area.width + 2 * beside, height + 2 * above)
    # What scrolls must not pass over its rim.
    ground = ground.clip(area.inflate(2 * beside, 2 * sheet.u(5)))
    colours = sheet.colours
    sheet.panel(ground, colours.plate, theme.RADIUS_PAPER, rim=colours.rim, shadow=True)


def _measured(sheet: Sheet, page: Page, at: Rect) -> int:
    """How high the column is: laid out once on a sheet that is thrown away."""
    trial = sheet.trial()
    return column(trial, page.body, at.x, 0, at.width, on_dark=True)


def title(sheet: Sheet, page: Page) -> None:
    """The first screen: the name, what one can do, and friends who are glad to see each other."""
    assert page.stage is not None
    sheet.place(page.stage.place)
    sheet.stage_key = page.stage.place
    large = sheet.growth >= 1.4
    width = sheet.u(620 if large else 430)
    left = sheet.u(68)
    left_of_people = max(width + sheet.u(120), round(sheet.width * 0.42))
    sheet.shade(Rect(0, 0, round((left + width) / DARK), sheet.height), from_right=False, alpha=245)
    people(
        sheet,
        page.stage,
        sheet.u(150),
        sheet.height - sheet.u(180),
        among=(left_of_people / sheet.width - 0.02, 1.03),
    )
    bar_bottom = top_bar(sheet, page)
    heading, *rest = page.body
    assert isinstance(heading, Heading)
    name = _name(sheet, heading.text, width)
    lead, *actions = rest
    above, between = (sheet.u(14), sheet.u(16)) if large else _room(sheet, name, lead, actions, width)
    area = Rect(left - sheet.u(14), sheet.u(20), width + 2 * sheet.u(14), sheet.height - sheet.u(28))
    if large:
        area = Rect(area.x, bar_bottom + sheet.u(6), area.width, sheet.height - bar_bottom - sheet.u(20))
    with sheet.scrolling(area, on_dark=True):
        top = area.y + above
        sheet.text(name, left, top, sheet.colours.on_dark)
        said = column(sheet, (lead,), left, top + name.height + sheet.u(6), width, on_dark=True)
        end = column(sheet, actions, left, said + between, width, on_dark=True)
        sheet.content_height(end + sheet.u(6) - area.y)


def _room(sheet: Sheet, name: Block, lead: Said, actions: Sequence[Said], width: int) -> tuple[int, int]:
    """The room above the name of the game, and between what it says and what one can do: less where much is to be done."""
    trial = sheet.trial()
    words = name.height + column(trial, (lead,), 0, 0, width) + column(trial, actions, 0, 0, width)
    spare = sheet.height - words - sheet.u(_AROUND)
    return (
        max(sheet.u(8), min(spare * 2 // 5, sheet.u(26))),
        max(sheet.u(10), min(spare * 3 // 5, sheet.u(34))),
    )


def _name(sheet: Sheet, text: str, width: int) -> Block:
    """The name of the game: smaller where it would need two rows, and so that no word of it is divided."""
    whole = sheet.block(text, theme.TITLE).width
    longest = max(sheet.block(word, theme.TITLE).width for word in text.split())
    part = min(1.0, max(width / whole, SMALLEST), width / longest)
    return sheet.block(text, replace(theme.TITLE, size=theme.TITLE.size * part), width)


def is_beside(page: Page) -> bool:
    """Whether a page is laid out as a column beside its picture."""
    if page.screen is Screen.TELLING:
        return bool(page.stage and page.stage.figures)
    return page.screen in {Screen.CHOICES, Screen.FEEL}
