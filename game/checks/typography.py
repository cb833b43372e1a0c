"""What is set as on a typewriter: quotation marks, apostrophes, dots, dashes, blanks and sentences without one between.

A slip is a function that mends a text: a text that it changes has the slip, there where the two differ first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.checks.spots import excerpt, spot
from game.story.problem import Problem, problem
from game.story.texts import TextKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.checks.subject import Subject

SUSPICIOUS = re.compile(
    "[\"'“„«»‟‘‚‹›´`—\t\u00a0]"
    r"|\. ?\.|--|\d-\d|\A-| -(?: |\Z)|  | [,;.:!?]|[.!?…,]”?[^\W\d_]"
)
"""What no text has that is set as it should be, and a little more: most texts are passed over by this alone."""
_LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Slip:
    """One kind of slip: its code, and how it is mended. People who chat may write so where `chatty`."""

    code: str
    mended: Callable[[str], str]
    chatty: bool = False


def problems(subject: Subject) -> Iterator[Problem]:
    """T474 to T479: each kind of slip once for a text, with the mended text."""
    for text in subject.texts:
        if not SUSPICIOUS.search(text.text):
            continue
        for slip in SLIPS:
            if slip.chatty and text.kind is TextKind.MESSAGE:
                continue
            mended = slip.mended(text.text)
            if mended != text.text:
                start = _first_difference(text.text, mended)
                yield problem(slip.code, spot(subject, text, start), meant=excerpt(mended, start))


def _first_difference(one: str, other: str) -> int:
    return next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


# --- quotation marks and apostrophes ---------------------------------------------------------------

_DOUBLE = re.compile("[\"“„«»‟]|''")
_INCHES = re.compile(r'(?<=\d)"')
_SINGLE = re.compile(r"(?<![\w’:;=])['‘‚‹]([^'‘’‚‹›\n]+)['’›](?![\w:;])")
_APOSTROPHE = re.compile(
    rf"(?<={_LETTER})['´`‘](?={_LETTER})|(?<={_LETTER})['´](?![\w:;])|(?<![\w:;=])['´‘](?=[^\W_])"
)


def quotation_marks(text: str) -> str:
    """The text with Swedish quotation marks."""
    marked = text if text.count('"') == 1 and _INCHES.search(text) else _DOUBLE.sub("”", text)
    return _SINGLE.sub(_inner_or_outer, marked)


def _inner_or_outer(found: re.Match[str]) -> str:
    """What is quoted inside a quotation has the single mark."""
    inside = found.string.count("”", 0, found.start()) % 2
    return f"’{found[1]}’" if inside else f"”{found[1]}”"


def _apostrophes(text: str) -> str:
    quoted = [found.span() for found in _SINGLE.finditer(text)]
    return _APOSTROPHE.sub(
        lambda found: found[0] if any(a <= found.start() < b for a, b in quoted) else "’", text
    )


# --- dots and dashes -------------------------------------------------------------------------------

_DOTS = re.compile(r"\.{2,}|\.(?: \.){2,}")
_BETWEEN_WORDS = re.compile(r"(?<=\S) (?:--?|—) (?=\S)|(?<=\S) (?:--?|—)(?=\Z)")
_FIRST = re.compile(r"\A(?:--?|—) ?(?=\w)(?!\d)")
_UNSPACED = re.compile(r"(?<=\w)(?:--|—)(?=\w)")
_LEFT_OVER = re.compile("—")
_SPAN = re.compile(r"(?<![\w-])([1-9]\d?)-([1-9]\d?)(?![\w-]| \d)")
_SUM = re.compile(r"\d\s*=|=\s*\d")


def _dots(text: str) -> str:
    return _DOTS.sub("…", text)


def _dashes(text: str) -> str:
    if _SUM.search(text):
        return text
    text = _BETWEEN_WORDS.sub(lambda found: " – " if found[0].endswith(" ") else " –", text)
    text = _SPAN.sub(lambda found: found[0] if found[1] == found[2] else f"{found[1]}–{found[2]}", text)
    return _LEFT_OVER.sub("–", _UNSPACED.sub(" – ", _FIRST.sub("– ", text)))


# --- blanks ----------------------------------------------------------------------------------------

_WIDE = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)|(?<=\S)\t(?=\S)")
_BEFORE_COMMA = re.compile(rf"(?<=\w) +([,;])(?=\s|\Z|({_LETTER}))")
_BEFORE_MARK = re.compile(r"(?<=\w) +(\.(?! ?\.)|[:!?][.:!?]*)(?=\s|\Z|[”’])")
_GLUED_MARK = re.compile(rf"(?<={_LETTER}{{2}})([.!?…]+[”’)]?)(?=[A-ZÅÄÖÉ](?:[a-zåäöé,!?]|\s|\Z))")
_GLUED_QUESTION = re.compile(rf"(?<={_LETTER})([!?]+)(?={_LETTER})|(?<={_LETTER})([.!?…,]”)(?={_LETTER})")
_GLUED_COMMA = re.compile(rf"(?<={_LETTER}),(?={_LETTER})")
_ADDRESS = re.compile(r"//|www\.|@|\w\.(?:se|nu|com|net|org|eu|info|io|tv|app|fi|no|dk)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")


def _single_blanks(text: str) -> str:
    return _WIDE.sub(" ", text)


def _no_blank_before(text: str) -> str:
    text = _BEFORE_COMMA.sub(lambda found: f"{found[1]} " if found[2] else found[1], text)
    return _BEFORE_MARK.sub(r"\1", text)


def _unglued(text: str) -> str:
    return _WORD.sub(lambda found: _unglued_word(found[0]), text)


def _unglued_word(word: str) -> str:
    if _ADDRESS.search(word):
        return word
    word = _GLUED_QUESTION.sub(lambda found: f"{found[0]} ", _GLUED_MARK.sub(r"\1 ", word))
    return _GLUED_COMMA.sub(", ", word)


SLIPS = (
    Slip("T474", quotation_marks),
    Slip("T475", _apostrophes),
    Slip("T476", _dots, chatty=True),
    Slip("T477", _dashes, chatty=True),
    Slip("T478", _single_blanks),
    Slip("T478", _no_blank_before, chatty=True),
    Slip("T479", _unglued, chatty=True),
)
"""All of them, in the order of their codes."""
