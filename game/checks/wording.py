"""Characters that no font has, what was left to be written, and what is said twice."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from game.checks.spots import excerpt, spot
from game.story.model import LineKind
from game.story.problem import Problem, problem
from game.story.texts import TextKind
from game.view.glyphs import drawable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.model import Line
    from game.story.texts import StoryText

UNUSUAL = re.compile("[^\n\t\x20-\x7e\xa0-\xac\xae-\xb4\xb6-\xff–—‘’‚“”„•…‹›€™−]")
"""What has to be looked up in the fonts: all but what every Swedish text is written with."""

_LEFT = re.compile(
    r"(?:T[O]DO|FIX[M]E|X[X]X|TBD|TBA|ATT SKRIVA|ATT GÖRA)\b"
    r"|(?:todo|Todo|fixme|Fixme|tbd|Tbd):"
    r"|(?:lorem|Lorem|LOREM) (?:ipsum|IPSUM)"
    r"|[\[(](?:[Aa]tt skriva|[Aa]tt göra|[Ss]kriv mer|[Ss]krivs senare|[Ff]yll i)\b"
)
"""Words that say that something is left. `_is_word` looks at what stands before."""
_HINTS = ("TOD", "FIXM", "XX", "TBD", "TBA", "ATT ", "odo:", "ixme:", "bd:", " ipsum", " IPSUM")
_HINTS_IN_BRACKETS = tuple(
    bracket + word for bracket in "[(" for word in ("Att", "att", "Skriv", "skriv", "Fyll", "fyll")
)
"""Without one of these there is none of those. To look for a few letters is much quicker than to look for a pattern."""
_KISSES = "X" * 3
_PERHAPS = re.compile(
    r"(?:\?{3,}|(?:[Tt]ext|[Tt]itel|[Rr]ubrik|[Rr]eplik|[Nn]amn|[Ff]råga|[Ss]var) här\.?"
    r"|(?:asdf|qwerty|blabla|bla bla(?: bla)*|xxx|zzz)\.?)\Z"
)
_LEFT_OUT = re.compile(r"\[ ?(?:…|\.{3}) ?\]")
_FEW = 4
"""Words that are few enough to be said twice on purpose."""


def problems(subject: Subject) -> Iterator[Problem]:
    """T473 for a character without a glyph, T490 and T491 for what is not written yet, T492 for what comes twice."""
    hints = _hints(subject)
    for text in subject.texts:
        if UNUSUAL.search(text.text):
            yield from _without_glyph(subject, text)
        yield from _left(subject, text, hints)
    for scene in subject.story.scenes.values():
        yield from _twice(scene.lines)
    for eyes in subject.story.eyes:
        yield from _twice(eyes.lines)


# --- characters ------------------------------------------------------------------------------------


def undrawable(text: str) -> tuple[str, ...]:
    """The characters of a text that no font has, each once. What is never seen by itself needs no glyph."""
    missing = (each for each in dict.fromkeys(UNUSUAL.findall(text)) if each not in drawable())
    return tuple(each for each in missing if unicodedata.category(each) != "Cf" and not _is_selector(each))


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def _without_glyph(subject: Subject, text: StoryText) -> Iterator[Problem]:
    missing = undrawable(text.text)
    if missing:
        composed = unicodedata.normalize("NFC", text.text)
        start = text.text.index(missing[0])
        yield problem(
            "T473",
            spot(subject, text, start),
            characters=" ".join(missing),
            number=f"U+{ord(missing[0]):04X}",
            meant="" if undrawable(composed) else excerpt(composed, start),
        )


# --- what is left ----------------------------------------------------------------------------------


def _hints(subject: Subject) -> tuple[str, ...]:
    """What stands anywhere in the story and may belong to a word that says that something is left."""
    everything = "\n".join(text.text for text in subject.texts)
    return tuple(each for each in (*_HINTS, *_HINTS_IN_BRACKETS) if each in everything)


def _left(subject: Subject, text: StoryText, hints: tuple[str, ...]) -> Iterator[Problem]:
    chat = text.kind is TextKind.MESSAGE
    found = _LEFT.search(text.text) if any(hint in text.text for hint in hints) else None
    if found and _is_word(text.text, found.start()) and not (chat and found[0] == _KISSES):
        yield problem("T490", spot(subject, text, found.start()), part=found[0].strip("[(:"))
    elif text.kind not in (TextKind.MESSAGE, TextKind.NAME) and (perhaps := _unwritten(text.text)):
        yield problem("T491", spot(subject, text, perhaps.start()), part=excerpt(perhaps[0], 0))


def _is_word(text: str, start: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum()


def _unwritten(text: str) -> re.Match[str] | None:
    """A whole text that stands for another, or something left out in square brackets."""
    return _PERHAPS.match(text) or (_LEFT_OUT.search(text) if "[" in text else None)


# --- twice -----------------------------------------------------------------------------------------


def _twice(lines: tuple[Line, ...]) -> Iterator[Problem]:
    for one, other in pairwise(lines):
        if one.kind is LineKind.MESSAGE:  # whoever is not answered writes the same again
            continue
        if one.text != other.text or (one.kind, one.speaker, one.when) != (
            other.kind,
            other.speaker,
            other.when,
        ):
            continue
        if len(one.text.split()) >= _FEW:
            yield problem("T492", other.at, text=excerpt(one.text, 0))
