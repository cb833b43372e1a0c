"""Lines of which the story itself says that they are not as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.library import GREY

if TYPE_CHECKING:
    from game.story.library import Signs
    from game.story.model import Line


def is_marked(line: Line, signs: Signs) -> bool:
    """Whether a line carries a sign of violence, or what chafes: then its `why` tells the reader."""
    return line.sign is not None and (line.sign.sign == GREY or signs.form_of(line.sign.sign) is not None)
