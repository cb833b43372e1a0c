"""The edition that a hub serves beside its own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.lazy import later
from game.tools.web.refusals import CannotUnfold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.tools.bookshelf import Bookshelf
    from game.tools.web.building import edition
else:
    # A hub begins without what draws people and places; only who plays in a browser waits for it.
    edition = later("game.tools.web.building", "edition")


def playable(bookshelf: Bookshelf) -> Mapping[str, bytes]:
    """The files of an edition with every story that can be worked out; one that cannot is left out."""
    names = [about.id for about in bookshelf.library().abouts]
    while True:
        try:
            return edition(bookshelf, names).files
        except CannotUnfold as error:
            names.remove(error.story)
