"""Whether a story may be played at all: what is proven of it before anybody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.diagnostics import page
from game.story.check import check
from game.story.library import help_for

if TYPE_CHECKING:
    from game.story.library import Help
    from game.story.model import Story


def is_sound(story: Story, entries: tuple[Help, ...]) -> bool:
    """True when nothing in the story is an error, so that nobody is stuck in the middle of it or left without help."""
    shown = {entry.id for entry in help_for(entries, story.about.youngest)}
    return all(page(each.code).severity != "error" for each in check(story, help_ids=shown))
