"""What a lesson can have beside the window that the class sees: its hub and file, and a window for the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tools.people import people_of
from game.view.art import Art
from game.view.class_stage import Equipment
from game.view.display import Display

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.shelf import Classroom, Desk
    from game.tools.bookshelf import Bookshelf


def equipment(
    shelf: Bookshelf,
    classroom: Callable[[], Classroom] | None = None,
    windows: int | None = None,
    desk: Callable[[], Desk] | None = None,
) -> Equipment:
    """`classroom` is called when a lesson begins, `desk` when one elsewhere is joined; `windows` is how many there are to be,
    None for as many as displays.
    """
    return Equipment(classroom, lambda size: display_for(shelf, size), windows, desk)


def display_for(shelf: Bookshelf, size: tuple[int, int]) -> Display:
    """What draws in a window of that size. No two share their pictures, which are kept in one size."""
    return Display(Art(shelf.scenarios / "places", people_of(shelf.scenarios)), size)
