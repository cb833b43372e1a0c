"""The mark of a story's words: it changes with every word, condition and way, so that a review can say what it read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from game.story.model import Ending
from game.story.shape import shape
from game.story.texts import texts

if TYPE_CHECKING:
    from game.story.model import Story

_LENGTH = 12
"""Signs of the mark: a changed story has the same one by chance once in 10^14 times."""


def digest(story: Story) -> str:
    """Twelve signs. Pictures, comments and the way the file is written leave them as they are."""
    said = tuple((each.kind.name, each.context, each.who, each.text) for each in texts(story))
    signs = tuple(
        (scene.id, index, line.sign.sign, line.expression.value)
        for scene in story.scenes.values()
        for index, line in enumerate(scene.lines)
        if line.sign
    )
    ends = ((scene.id, scene.exit) for scene in story.scenes.values())
    helped = tuple((scene, way_out.help) for scene, way_out in ends if isinstance(way_out, Ending))
    return sha256(repr((said, signs, helped, shape(story))).encode()).hexdigest()[:_LENGTH]
