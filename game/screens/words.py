"""What the screens need of a catalogue, and short ways to a story's own words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Protocol

from game.story.texts import TextKind, scene_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.model import Story


class Words(Protocol):
    """One language. Sources are Swedish; what has no translation is given back as it is."""

    def __hash__(self) -> int:
        """What was made with the texts of a language is kept for these."""
        ...

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        """A text of the interface, its {placeholders} filled."""
        ...

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The form that the number asks for; {n} is filled."""
        ...

    def of(self, domain: str, context: str, text: str) -> str:
        """A text of a story, of the signs or of the help."""
        ...

    def has(self, domain: str, context: str, text: str) -> bool:
        """Whether a text is shown in this language, and not in Swedish for want of a translation."""
        ...

    def complete(self, domain: str) -> bool:
        """Whether all texts of a story, of the signs or of the help are shown in this language."""
        ...


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of one story in one language."""

    words: Words
    story: Story

    def about(self, text: str) -> str:
        """A text of the story's head, or a chapter's title."""
        return self.words.of(self.story.about.id, "about", text)

    def scene(self, scene: str, text: str) -> str:
        """A text that stands in a scene."""
        return self.words.of(self.story.about.id, scene, text)

    def eyes(self, text: str) -> str:
        """A text of the other eyes."""
        return self.words.of(self.story.about.id, "eyes", text)

    def name(self, who: str) -> str:
        """The name of somebody in the cast; "" for the narrator."""
        person = self.story.cast.get(who)
        return self.words.of(self.story.about.id, "cast", person.name) if person else ""

    def cast(self, text: str) -> str:
        """Another text of the cast: a profession, a card."""
        return self.words.of(self.story.about.id, "cast", text)


def in_swedish(words: Words, story: Story, scene: str) -> str:
    """Says so when some or all of a scene is shown in Swedish for want of a translation; "" when nothing is."""
    texts = [each.text for each in scene_texts(story.scenes[scene]) if each.kind is not TextKind.LISTEN]
    missing = [text for text in texts if not words.has(story.about.id, scene, text)]
    if not missing:
        return ""
    return words.ui("på svenska") if len(missing) == len(texts) else words.ui("delvis på svenska")


def listed(words: Words, parts: Iterable[str]) -> str:
    """Parts one after the other, with the language's own comma between them; "" when there are none."""
    first, *rest = (*parts, "")
    return reduce(
        lambda before, part: words.ui("{before}, {part}", before=before, part=part), rest[:-1], first
    )


def quoted(words: Words, text: str) -> str:
    """The text in quotation marks, as the language sets them; marks that it already carries are not doubled."""
    return words.ui("”{text}”", text=text.strip("”“"))


def phone_of(words: Words, owner: str) -> str:
    """Whose phone it is. A Swedish name that ends in s, x or z takes no further s."""
    if owner[-1:].lower() in {"s", "x", "z"}:
        return words.ui("{name} mobil", name=owner)
    return words.ui("{name}s mobil", name=owner)
