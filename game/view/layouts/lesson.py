"""The pages of a lesson that a class reads from the back row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Card, Heading, Screen
from game.view import theme
from game.view.frame import QrOp
from game.view.layouts import joining
from game.view.layouts.blocks import BETWEEN, column
from game.view.layouts.class_help import helpers
from game.view.layouts.pieces import across, foot, in_a_row, news, top_bar
from game.view.text import Style, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.lesson.blocks import Join
    from game.screens.page import Block, Page
    from game.view.sheet import Sheet

NEARLY = 1.1
"""… and of one that would scroll by a few pixels only."""
BESIDE_BAR = 1.0
"""… and of one that the teacher's bar takes room from: rather small for a moment than answers that nobody sees."""
ALONE = (1.7, 1.5)
"""… and of a page with a single question on it."""
FEW = (1.7, 1.5, *theme.FROM_AFAR)
"""… and of one with but a few things on it, which everybody should remember."""
LOBBY = (1.35, 1.2, 1.0)
"""How much larger the address and the code are while a class comes in; and the rest, the first that has room."""
CENTRED = frozenset({Screen.LESSON_TALK, Screen.LESSON_END})
QUESTION = Style(34, Weight.BOLD, line_height=1.2)
LOW_QUESTION = Style(26, Weight.BOLD, line_height=1.15)
"""The same over a body that is as small as `BESIDE_BAR`."""
THIRD, WIDEST_ASIDE = 0.34, 0.42
"""How much of the window the way in has beside a page: so much, and at most so much for a long address."""
WIDEST = 1180


def projected(sheet: Sheet, page: Page) -> None:
    """What the class sees: the body large, how to join beside it or above it."""
    if page.aside and page.screen is Screen.LESSON_LOBBY and _lobby(sheet, page, page.aside):
        return
    aside = _beside(sheet, page.aside) if page.aside else 0
    top = _bar(sheet, page, aside)
    if page.aside and not aside:
        top = joining.strip(sheet, page.aside, Rect(0, top + sheet.u(12), sheet.width, 0))
    width = min(sheet.width - aside - 2 * sheet.u(theme.EDGE if not aside else 44), sheet.u(WIDEST))
    left = aside + (sheet.width - aside - width) // 2
    top = news(sheet, page, left, top, width) + sheet.u(12)
    with sheet.above():
        foot_top = foot(sheet, page.foot, left, width, sheet.height - sheet.u(12 if page.tucked else 24))
    bottom = foot_top - sheet.u(14 if page.foot else 0)
    _body(sheet, page, Rect(left, top, width, bottom - top))


def _body(sheet: Sheet, page: Page, at: Rect) -> None:
    """The blocks; what does not fit scrolls, and a single question stands in the upper middle."""
    room = sheet.u(14)
    area = Rect(at.x - room, at.y, at.width + 2 * room, max(sheet.u(80), at.height))
    usual = _sizes(page)
    sizes = (*usual, NEARLY, *((BESIDE_BAR,) if page.tucked else ()))
    heights = [(_blocks(sheet.trial(), page, 0, 0, at.width, size), size) for size in sizes]
    fitting = (each for each in heights if each[0] + room <= area.height)
    height, size = next(fitting, heights[len(usual) - 1])
    top = area.y + room // 2
    if page.screen in CENTRED:
        top += max(0, area.height - height - 2 * room) * 2 // 5
    with sheet.scrolling(area):
        end = _blocks(sheet, page, at.x, top, at.width, size)
        # A scroll bar for the room below the last block alone would be in the way.
        fits = end + room // 2 <= area.bottom
        sheet.content_height(area.height if fits else end + room - area.y)


def _sizes(page: Page) -> tuple[float, ...]:
    if page.screen is Screen.LESSON_HELP:
        return FEW
    return ALONE if page.screen in CENTRED else theme.FROM_AFAR


def _bar(sheet: Sheet, page: Page, left: int) -> int:
    """The bar in what the way in leaves of the width: in one row, with smaller words where it takes that."""
    own, room = sheet.growth, sheet.width - left - 2 * sheet.u(20)
    for part in (1.0, 0.85, 0.7) if left else (1.0,):
        sheet.growth = max(1.0, own * part)
        if across(sheet, in_a_row(sheet, page.bar, room, theme.LABEL, gap=12), gap=12) <= room:
            break
    bottom = top_bar(sheet, page, left)
    sheet.growth = own
    return bottom


def _blocks(sheet: Sheet, page: Page, left: int, top: int, width: int, size: float) -> int:
    """The body in this size; its heading is large as it is, unless it is the only thing there."""
    at = next((at for at, block in enumerate(page.body) if isinstance(block, Heading)), 0)
    above, title, rest = page.body[:at], page.body[at], page.body[at + 1 :]
    if above:
        with sheet.larger(size):
            top = column(sheet, above, left, top, width)
    if page.screen is Screen.LESSON_ASK and isinstance(title, Heading):
        question = sheet.block(title.text, QUESTION if size > BESIDE_BAR else LOW_QUESTION, width)
        sheet.text(question, left, top, sheet.colours.ink)
        y = top + question.height
    else:
        with sheet.larger(size if page.screen in CENTRED else 1.0):
            y = column(sheet, (title,), left, top, width)
    with sheet.larger(size):
        if page.screen is Screen.LESSON_HELP:
            return _to_talk_to(sheet, rest, left, y + sheet.u(BETWEEN), width)
        return column(sheet, rest, left, y + sheet.u(BETWEEN), width) if rest else y


def _to_talk_to(sheet: Sheet, blocks: Sequence[Block], left: int, top: int, width: int) -> int:
    """What is said first, and then the cards."""
    cards = [block for block in blocks if isinstance(block, Card)]
    y = column(sheet, (block for block in blocks if not isinstance(block, Card)), left, top, width)
    return helpers(sheet, cards, left, y + sheet.u(BETWEEN), width)


def _beside(sheet: Sheet, join: Join) -> int:
    """Draws the way in on the start's side, a third wide or what a long address needs; 0 where it has no room there."""
    least, most = round(sheet.width * THIRD), round(sheet.width * WIDEST_ASIDE)
    texts = joining.way_in(sheet, join, sheet.width).texts
    wanted = max((block.width for block, _, _ in texts), default=0) + 2 * sheet.u(joining.PAD)
    at = Rect(0, 0, max(least, min(wanted, most)), sheet.height)
    own = sheet.growth
    # All of it is large to begin with: rather that a little less than no room for the question.
    for growth in (own, max(1.0, own * 0.75)):
        sheet.growth = growth
        drawn = joining.beside(sheet, join, at)
        sheet.growth = own
        if drawn:
            return at.width
    return 0


def _lobby(sheet: Sheet, page: Page, join: Join) -> bool:
    """All of the window says how to join; False, and nothing drawn, where that is too much for it."""
    pad = sheet.u(56)
    half = (sheet.width - 3 * pad) // 2
    top = top_bar(sheet.trial(), page) + sheet.u(14)
    row = Rect(pad, 0, sheet.width - 2 * pad, sheet.height - sheet.u(24))
    bottom = foot(sheet.trial(), page.foot, row.x, row.width, row.bottom) - sheet.u(14)
    heights = [(_welcome(sheet.trial(), page, join, Rect(0, 0, half, 0), size), size) for size in LOBBY]
    height, size = next((each for each in heights if each[0] <= bottom - top), (0, 0.0))
    below = joining.who(sheet, join, half)
    side, module = joining.qr_side(join, min(half, bottom - top - below.height - sheet.u(14)))
    if not height or (join.qr and not side):
        return False
    sheet.background = sheet.colours.banner
    told = news(sheet, page, row.x, top_bar(sheet, page), row.width)
    with sheet.above():
        foot(sheet, page.foot, row.x, row.width, row.bottom)
    down = max(told - top, (side - height) // 3, 0)
    _welcome(sheet, page, join, Rect(pad, top + down, half, 0), size)
    wide = max((side, *(block.width for block, _, _ in below.texts)))
    if side:
        sheet.mark(QrOp(Rect(row.right - side, top, side, side), join.qr, module))
    below.draw(sheet, row.right - wide, top + side + sheet.u(14))
    return True


def _welcome(sheet: Sheet, page: Page, join: Join, at: Rect, size: float) -> int:
    """The title, the way in, and what else there is to say; returns the bottom."""
    with sheet.larger(size):
        y = column(sheet, page.body[:1], at.x, at.y, at.width, on_dark=True) + sheet.u(18)
    y = joining.way_in(sheet, join, at.width, LOBBY[0]).draw(sheet, at.x, y)
    if join.trouble:
        y = joining.trouble(sheet, join.trouble, at.x, y + sheet.u(12), at.width)
    with sheet.larger(size):
        return column(sheet, page.body[1:], at.x, y + sheet.u(20), at.width, on_dark=True)
