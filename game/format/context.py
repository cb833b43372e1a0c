"""What the parts of a story need to know of the rest of it while they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.format.nodes import Node, Scalar
from game.story.logic import FactType, Place
from game.story.model import Expression, Person, Posture, Standing

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.format.reading import Reading
    from game.format.vocabulary import Vocabulary

_EXPRESSIONS = {expression.value: expression for expression in Expression}
_POSTURES = {posture.value: posture for posture in Posture}
_SHOWN = (*_EXPRESSIONS, *_POSTURES)
_WORD = re.compile(r"[^ ]+")
_MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Context:
    """The names that a story declares and those it shares with others, and where problems are noted."""

    reading: Reading
    vocabulary: Vocabulary
    cast: dict[str, Person]
    facts: dict[str, FactType]
    scenes: Collection[str]
    shown: dict[str, Standing] = field(default_factory=dict)
    """Those whose faces and postures have been read, by the words for them: the same few come again and again."""

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

    def form(self, node: Node) -> str:
        """One of the forms of violence."""
        forms = self.vocabulary.signs.forms
        return self.reading.reference(node, "T455", forms, ((form.label, form.id) for form in forms.values()))

    def sign(self, node: Node) -> str:
        """One of the signs that lines can carry."""
        signs = self.vocabulary.signs.signs
        return self.reading.reference(node, "T454", signs, ((sign.label, sign.id) for sign in signs.values()))

    def standing(self, node: Node) -> Standing | None:
        """Somebody, and perhaps a face and a posture: `alva happy`, `alva sad turned`."""
        if not isinstance(node, Scalar) or node.boolean is not None or not node.text.strip():
            self.reading.id(node)
            return None
        known = self.shown.get(node.text)
        return known or self._standing(node)

    def _standing(self, node: Scalar) -> Standing | None:
        who, *words = _WORD.finditer(node.text)
        name = self.person(Scalar(node.text[: who.end()], node.quoted, node.at))
        expression: Expression | None = None
        posture: Posture | None = None
        right = bool(name)
        for word in words:
            if word[0] in _EXPRESSIONS and expression is None:
                expression = _EXPRESSIONS[word[0]]
            elif word[0] in _POSTURES and posture is None:
                posture = _POSTURES[word[0]]
            else:
                right = False
                self._not_shown(node, word)
                if len(words) > _MOST_WORDS:  # a sentence, and not several mistakes
                    break
        standing = Standing(name, expression or Expression.NEUTRAL, posture or Posture.OPEN)
        if right:
            self.shown[node.text] = standing
        return standing if name else None

    def _not_shown(self, node: Scalar, word: re.Match[str]) -> None:
        """Notes a word after a name that is no expression or posture, or one too many."""
        at = Place(node.at.file, node.at.line, node.at.column + word.start() + node.quoted)
        if word[0] in _SHOWN:
            self.reading.add("A555", at, value=word[0])
        else:
            faces, postures = ", ".join(_EXPRESSIONS), ", ".join(_POSTURES)
            self.reading.unknown("A553", at, word[0], _SHOWN, expressions=faces, postures=postures)

    def speaks(self, word: str) -> bool:
        """Whether a key is somebody of the cast, perhaps with a face and a posture."""
        return word.partition(" ")[0] in self.cast

    def begins_speech(self, text: str) -> bool:
        """Whether a text begins as a speaker's key does, colon and all: somebody of the cast, perhaps with a face."""
        name, colon, _ = text.partition(":")
        who, *words = name.split(" ")
        return bool(colon) and who in self.cast and (len(words) <= 1 or not set(words).isdisjoint(_SHOWN))
