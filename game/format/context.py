"""What the parts of a story need to know of the rest of it while they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.format.nodes import Node, Scalar
from game.story.logic import FactType, Place
from game.story.model import Expression, Person, Standing

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.format.reading import Reading
    from game.format.vocabulary import Vocabulary

_EXPRESSIONS = {expression.value: expression for expression in Expression}


@dataclass(frozen=True, slots=True)
class Context:
    """The names that a story declares and those it shares with others, and where problems are noted."""

    reading: Reading
    vocabulary: Vocabulary
    cast: dict[str, Person]
    facts: dict[str, FactType]
    scenes: Collection[str]

    def scene(self, node: Node) -> str:
        """A scene of this story."""
        return self.reading.reference(node, "F251", self.scenes)

    def person(self, node: Node) -> str:
        """One of the cast."""
        return self.reading.reference(node, "T451", self.cast)

    def adult(self, node: Node) -> str:
        """One of the cast who is an adult."""
        name = self.person(node)
        person = self.cast.get(name)
        if person and not person.adult:
            adults = [other.id for other in self.cast.values() if other.adult]
            self.reading.add("S750", node.at, name=name, expected=", ".join(adults))
        return name

    def place(self, node: Node) -> str:
        """One of the drawn places."""
        return self.reading.reference(node, "A550", self.vocabulary.places)

    def standing(self, node: Node) -> Standing | None:
        """Somebody and perhaps a face: `alva happy`."""
        reading = self.reading
        if not isinstance(node, Scalar) or node.boolean is not None or not node.text.strip():
            reading.id(node)
            return None
        who, _, face = node.text.partition(" ")
        name = self.person(Scalar(who, node.quoted, node.at))
        word = face.strip()
        if not word:
            return Standing(name) if name else None
        expression = _EXPRESSIONS.get(word)
        if expression is None:
            offset = len(who) + len(face) - len(face.lstrip()) + 1 + node.quoted
            at = Place(node.at.file, node.at.line, node.at.column + offset)
            reading.unknown("A553", at, word, _EXPRESSIONS, expected=", ".join(_EXPRESSIONS))
        return Standing(name, expression or Expression.NEUTRAL) if name else None

    def speaks(self, word: str) -> bool:
        """Whether a key is somebody of the cast, perhaps with a face."""
        return word.partition(" ")[0] in self.cast
