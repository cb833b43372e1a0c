"""How hard a story is to read, in LIX, beside what its youngest readers manage."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from game.checks.spots import excerpt
from game.story.problem import Problem, problem
from game.story.readability import Count, counted, sentences
from game.story.texts import ABOUT, CAST, WORDS, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.checks.subject import Subject
    from game.story.texts import StoryText


@dataclass(frozen=True, slots=True)
class Target:
    """The hardest that a text may be, in LIX, for readers who are no older than `oldest`."""

    oldest: int
    lix: int


TARGETS = (Target(9, 20), Target(12, 25), Target(15, 30), Target(19, 35))
"""By the age of the youngest reader; those who are older than all of them have the last.

The project's own facts, [M]: from memory, to be confirmed by a school. 10–12 at most 25, 13–15 at most 30, 16–19 at most 35,
and lättläst, which those under 10 have, at most 20.
"""
EASY_SWEDISH = 20
"""The hardest that lättläst may be."""
_BESIDE = frozenset({ABOUT, CAST, WORDS})
"""Contexts of texts that are read on cards, one at a time: the words that are explained have their own measure."""
_SPARED = 2
"""Long words that a scene may have without being hard for them: a name and a profession."""


def target(youngest: int) -> int:
    """The hardest that a text may be, in LIX, for readers from that age."""
    return next((each for each in TARGETS if youngest <= each.oldest), TARGETS[-1]).lix


def problems(subject: Subject) -> Iterator[Problem]:
    """T493 for a scene and T494 for a story that is too hard for its youngest readers.

    In a short scene one long word more or less moves LIX a long way: with twelve words, by eight. So a scene is told
    only when it would be too hard without two of its long words as well.
    """
    most = target(subject.story.about.youngest)
    whole = Count()
    for context, group in groupby(_of_pupils(subject), attrgetter("context")):
        if context in _BESIDE:
            continue
        texts = [text.text for text in group]
        count = counted(texts)
        whole += count
        if context in subject.story.scenes and spared(count).lix > most:
            values = _values(count, most, hardest(texts, count))
            yield problem("T493", subject.story.scenes[context].at, scene=context, **values)
    if whole.lix > most:
        said = (text.text for text in _of_pupils(subject) if text.context not in _BESIDE)
        values = _values(whole, most, hardest(said, whole))
        yield problem("T494", subject.key("ages"), youngest=subject.story.about.youngest, **values)


def _of_pupils(subject: Subject) -> Iterator[StoryText]:
    return (text for text in subject.texts if text.kind is not TextKind.LISTEN)


def hardest(texts: Iterable[str], count: Count) -> str:
    """The sentence without which the texts would be easiest."""
    weighed = {sentence: (count - counted([sentence])).lix for sentence in sentences(texts)}
    return min(weighed, key=weighed.__getitem__, default="")


def spared(count: Count) -> Count:
    """The counts with two long words fewer: what is too hard even so is too hard however short it is."""
    return Count(count.words, count.sentences, max(0, count.long - _SPARED))


def _values(count: Count, most: int, sentence: str) -> dict[str, str]:
    return {"lix": str(round(count.lix)), "most": str(most), "sentence": excerpt(sentence, 0)}
