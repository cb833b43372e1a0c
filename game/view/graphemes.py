"""Text in the units that a reader sees, each with the typeface that has its glyphs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from game.view.typefaces import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.view.typefaces import Typeface

SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = "\u200c\u200d"
# No shipped typeface has it, which is the point: fonts show their box for "no such glyph" instead.
REPLACEMENT = "\ufffd"
_NON_BREAKING = "\u00a0\u2007\u202f"
_SUBSTITUTES = str.maketrans({"\u2010": "-", "\u2011": "-"})


class Grapheme(NamedTuple):
    """The part `[start, end)` of a paragraph: what is written for it, in which of its typefaces, at which bidi level.

    `blank` is white space at which a row may end.
    """

    # A tuple, for a page has thousands, and a dataclass that is frozen takes three times as long to make.

    start: int
    end: int
    shown: str
    face: int
    level: int
    blank: bool = False
    soft_hyphen: bool = False


def graphemes(paragraph: str, levels: Sequence[int], faces: tuple[Typeface, ...]) -> list[Grapheme]:
    """The paragraph's graphemes in logical order. Characters that no typeface has get a visible box."""
    found: list[Grapheme] = []
    face = 0
    for start, end in _spans(paragraph):
        char = paragraph[start:end]
        if start and levels[start] != levels[start - 1]:
            face = 0
        shown, face = written(char, face, faces)
        blank = char == _ZERO_WIDTH_SPACE or (char.isspace() and char not in _NON_BREAKING)
        found.append(Grapheme(start, end, shown, face, levels[start], blank, char == SOFT_HYPHEN))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(text)):
        if text[index] in KNOWN or not _continues(text, start, index):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _continues(text: str, start: int, index: int) -> bool:
    char = text[index]
    if text[index - 1] == "\u200d" and unicodedata.category(char) == "So":
        return True
    if _is_flag_letter(char):
        return index == start + 1 and _is_flag_letter(text[start])
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    tag = "\U000e0020" <= char <= "\U000e007f"
    return skin_tone or tag or char in _JOINERS or unicodedata.category(char)[0] == "M"


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


@lru_cache(maxsize=2048)
def written(cluster: str, before: int, faces: tuple[Typeface, ...]) -> tuple[str, int]:
    """What is written for a cluster and in which typeface; `before` is the typeface of its run so far."""
    known = faces[0].known
    if before == 0 and cluster in known:
        return cluster, 0
    text = "".join(
        " " if char.isspace() and char not in known else char for char in cluster if not _is_ignored(char)
    )
    if not text.strip(_JOINERS):
        return text, before
    order = list(range(len(faces)))
    if unicodedata.category(text[0])[0] not in "LN":
        # Spaces and marks stay in the typeface of the word before, which keeps runs whole.
        order.sort(key=lambda face: face != before)
    text = text.translate(_SUBSTITUTES)
    for form in (unicodedata.normalize("NFC", text), text, unicodedata.normalize("NFKC", text)):
        for face in order:
            if faces[face].covers(form.translate(_WITHOUT_JOINERS)):
                return form, face
    return REPLACEMENT, max(index for index, face in enumerate(faces) if not face.script)


_WITHOUT_JOINERS = dict.fromkeys(map(ord, _JOINERS))


def _is_ignored(char: str) -> bool:
    """Whether a character only steers the text around it, or is a control code. Joiners steer the shaping."""
    if char in KNOWN or char in _JOINERS:
        return False
    match unicodedata.category(char):
        case "Cf":
            # The Arabic signs that enclose a number are of this category too, but are seen.
            return unicodedata.bidirectional(char) not in ("AN", "AL")
        case "Cc":
            return not char.isspace()
        case "Mn":
            return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
        case _:
            return False
