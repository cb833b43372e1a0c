"""Difficult words and what they mean: `words` of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.nodes import Mapping, Scalar
from game.story.glossary import Explained, forms

if TYPE_CHECKING:
    from game.format.nodes import Node
    from game.format.reading import Reading


def explained(reading: Reading, node: Node | None) -> tuple[Explained, ...]:
    """Each word in all its forms, `kurator, kuratorn`, with what it means; what cannot be read is noted, and left out."""
    braces = isinstance(node, Mapping) and node.flow
    read = (_explained(reading, key, value, braces=braces) for key, value in reading.pairs(node, "words"))
    return tuple(each for each in read if each)


def _explained(reading: Reading, key: Scalar, node: Node, *, braces: bool) -> Explained | None:
    if braces and isinstance(node, Scalar) and node.nothing:
        reading.add("F135", key.at, text=key.text)
        return None
    word, meaning = reading.text(key), reading.text(node)
    if word and not forms(word):
        reading.add("T450", key.at)
    return Explained(word, meaning, key.at) if forms(word) and meaning else None
