"""What a story is made of, counted: words, lines by speaker, signs, and how hard each scene is to read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.model import Ending, LineKind
from game.story.readability import Count, counted
from game.story.texts import ABOUT, CAST, EYES, WORDS, TextKind, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.model import Line, Story
    from game.story.texts import StoryText

_CHOOSING = frozenset((TextKind.ASK, TextKind.CHOICE, TextKind.BEGINNING))
_ENDINGS = frozenset((TextKind.ENDING_TITLE, TextKind.ENDING))
_ALOUD = frozenset(
    (
        TextKind.NARRATION,
        TextKind.SPEECH,
        TextKind.THOUGHT,
        TextKind.MESSAGE,
        TextKind.SILENCE,
        TextKind.FEEL,
    )
)

_SEEN_AGAIN = None
"""The kind of all that is seen by other eyes."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a story: all of them, those in its lines, in questions and what can be answered, in why a line is a sign,
    in its endings, and seen by other eyes. What is left stands in its head, on cards, or only when a class talks.
    What explains words is not counted: it is read by who asks for it.
    """

    all: int
    lines: int
    choices: int
    whys: int
    endings: int
    eyes: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """How much somebody says in the scenes (`who` is "" for the narrator): lines, how many of these are messages, words."""

    who: str
    lines: int
    messages: int
    words: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard one scene is to read."""

    scene: str
    lix: float
    words: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a story is made of. `speakers` begin with who says most, `readings` with what is hardest.

    `lix` is that of all scenes and other eyes. `signs` counts the lines of each sign of `signs.yaml`.
    """

    scenes: int
    lines: int
    endings: int
    words: Words
    speakers: tuple[Speaker, ...]
    lix: float
    readings: tuple[Reading, ...]
    signs: dict[str, int]


def tally(story: Story) -> Tally:
    """Counts a story."""
    scenes = story.scenes.values()
    lines = [line for scene in scenes for line in scene.lines]
    whole, readings = _readings(story)
    return Tally(
        scenes=len(scenes),
        lines=len(lines),
        endings=sum(isinstance(scene.exit, Ending) for scene in scenes),
        words=_words(story),
        speakers=_speakers(lines),
        lix=whole.lix,
        readings=readings,
        signs=dict(Counter(line.sign.sign for line in lines if line.sign)),
    )


def _of_pupils(story: Story) -> Iterator[StoryText]:
    """All texts but those that only a teacher reads."""
    return (each for each in texts(story) if each.kind is not TextKind.LISTEN)


def _words(story: Story) -> Words:
    of: dict[TextKind | None, list[str]] = {}
    for text in (each for each in _of_pupils(story) if each.context != WORDS):
        of.setdefault(_SEEN_AGAIN if text.context == EYES else text.kind, []).append(text.text)
    words = {kind: counted(said).words for kind, said in of.items()}
    return Words(
        all=sum(words.values()),
        lines=sum(words.get(kind, 0) for kind in _ALOUD),
        choices=sum(words.get(kind, 0) for kind in _CHOOSING),
        whys=words.get(TextKind.WHY, 0),
        endings=sum(words.get(kind, 0) for kind in _ENDINGS),
        eyes=words.get(_SEEN_AGAIN, 0),
    )


def _speakers(lines: Iterable[Line]) -> tuple[Speaker, ...]:
    said: dict[str, list[Line]] = {}
    for line in lines:
        said.setdefault(line.speaker, []).append(line)
    speakers = (
        Speaker(
            who,
            len(own),
            sum(line.kind is LineKind.MESSAGE for line in own),
            counted([line.text for line in own]).words,
        )
        for who, own in said.items()
    )
    return tuple(sorted(speakers, key=lambda speaker: (-speaker.lines, -speaker.words)))


def _readings(story: Story) -> tuple[Count, tuple[Reading, ...]]:
    by_context: dict[str, list[str]] = {}
    for text in _of_pupils(story):
        if text.context not in (ABOUT, CAST, WORDS):
            by_context.setdefault(text.context, []).append(text.text)
    counts = {context: counted(own) for context, own in by_context.items()}
    readings = [
        Reading(scene, counts[scene].lix, counts[scene].words) for scene in story.scenes if scene in counts
    ]
    return sum(counts.values(), Count()), tuple(sorted(readings, key=lambda reading: -reading.lix))
