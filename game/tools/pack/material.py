"""What a pack is made from: the story, what stories share, the municipality, and the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.model import App
from game.screens.words import StoryWords

if TYPE_CHECKING:
    from game.format.municipalities import Municipality
    from game.screens.model import Language, Library
    from game.screens.words import Words
    from game.story.engine import Machine
    from game.story.model import Story
    from game.tools.pack.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that a letter is written in, and its words."""

    language: Language
    words: Words


@dataclass(frozen=True, slots=True)
class Material:
    """All that a pack is made from. `language` is the pack's own; `tongues` are those of the letters, the pack's own first."""

    machine: Machine
    library: Library
    municipality: Municipality
    pictures: Pictures
    language: str
    words: Words
    tongues: tuple[Tongue, ...] = ()

    @property
    def story(self) -> Story:
        """The story."""
        return self.machine.story

    @property
    def told(self) -> StoryWords:
        """The story's words, in the pack's language."""
        return StoryWords(self.words, self.story)

    @property
    def app(self) -> App:
        """The game, as the lesson's own pages ask for it."""
        return App(self.library)
