"""Which layout a page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.page import Page, Screen
from game.view.layouts.asking import asking
from game.view.layouts.beside import beside, is_beside, title
from game.view.layouts.framed import framed
from game.view.layouts.lesson import projected
from game.view.layouts.listing import listing
from game.view.layouts.phone import phone
from game.view.layouts.plain import plain
from game.view.layouts.questions import questions
from game.view.layouts.scene import scene
from game.view.layouts.teacher import teacher
from game.view.layouts.tucked import tucked
from game.view.marks import marked
from game.view.sheet import Setting, Sheet

if TYPE_CHECKING:
    from game.view.frame import Frame
    from game.view.text import Typesetter

MOST_GROWTH = 1.5
"""How large words are at most while the teacher's things take their part of the only display: a class reads them anyway."""
PROJECTED = frozenset(
    {
        Screen.LESSON_LOBBY,
        Screen.LESSON_ASK,
        Screen.LESSON_TALK,
        Screen.LESSON_SIGNS,
        Screen.LESSON_CHART,
        Screen.LESSON_HELP,
        Screen.LESSON_END,
    }
)
"""What a class reads from the back row."""


def lay_out(page: Page, setting: Setting, typesetter: Typesetter) -> Frame:
    """The page as a frame, for one window and one reader."""
    sheet = Sheet(setting, typesetter)
    if page.tucked:
        sheet.height = tucked(sheet, page)
        sheet.growth = min(sheet.growth, MOST_GROWTH)
    _lay_out(sheet, page)
    sheet.height = setting.size[1]
    return marked(sheet.frame(), page)


def _lay_out(sheet: Sheet, page: Page) -> None:
    if page.screen in {Screen.DIALOGUE, Screen.SILENCE, Screen.EYES}:
        scene(sheet, page)
    elif page.screen is Screen.PHONE:
        phone(sheet, page)
    elif is_beside(page):
        beside(sheet, page)
    elif page.screen is Screen.TITLE:
        title(sheet, page)
    elif page.screen is Screen.HIDDEN:
        plain(sheet, page)
    elif page.screen is Screen.FLAG:
        asking(sheet, page)
    elif page.tabs:
        questions(sheet, page)
    elif page.screen in {Screen.ENDING, Screen.BEFORE}:
        framed(sheet, page)
    elif page.screen in PROJECTED:
        projected(sheet, page)
    elif page.screen is Screen.LESSON_TEACHER:
        teacher(sheet, page)
    else:
        listing(sheet, page)
