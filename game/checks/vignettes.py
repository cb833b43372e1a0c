"""What a class should not have to judge: too hard to read, for those who are older, about its own life; and how it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.checks.heard import about_own_life
from game.checks.reading_level import hardest, spared, target
from game.checks.spoken import real_numbers
from game.checks.spots import excerpt
from game.checks.typography import SLIPS
from game.checks.wording import undrawable
from game.format.vignettes import VIGNETTES_FILE
from game.story.logic import Place
from game.story.problem import Problem, problem
from game.story.readability import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Shared
    from game.story.library import Signs
    from game.story.vignettes import Vignette

_FAR = 12
"""Lines below its name within which a part of a vignette is looked for."""


def problems(shared: Shared) -> Iterator[Problem]:
    """V008 and V009, and what is told of a story's texts: S720, S735, T473 and the slips T474 to T479."""
    lines = shared.sources.get(VIGNETTES_FILE, "").splitlines()
    for each in shared.vignettes.entries:
        yield from _level(each)
        yield from _age(each, shared.vocabulary.signs)
        for text in (each.text, each.why):
            yield from _words(each, text, lines)


def _level(each: Vignette) -> Iterator[Problem]:
    texts, most = (each.text, each.why), target(each.youngest)
    count = counted(texts)
    if spared(count).lix > most:
        values = {"id": each.id, "youngest": each.youngest, "lix": round(count.lix), "most": most}
        yield problem("V008", each.at, **values, sentence=excerpt(hardest(texts, count), 0))


def _age(each: Vignette, signs: Signs) -> Iterator[Problem]:
    form = signs.forms.get(each.topic)
    if form and form.youngest > each.youngest:
        yield problem("V009", each.at, topic=form.label, youngest=each.youngest, least=form.youngest)


def _words(each: Vignette, text: str, lines: list[str]) -> Iterator[Problem]:
    for number in real_numbers(text):
        yield problem("S720", _place(each, number, lines), number=number)
    if own := about_own_life(text):
        yield problem("S735", _place(each, own, lines), words=own)
    if missing := undrawable(text):
        number = f"U+{ord(missing[0]):04X}"
        at = _place(each, missing[0], lines)
        yield problem("T473", at, characters=" ".join(missing), number=number, meant="")
    for slip in SLIPS:
        mended = slip.mended(text)
        if mended != text:
            yield problem(slip.code, _place(each, text[:_SHOWN], lines), meant=excerpt(mended, 0))


_SHOWN = 20
"""Characters by which a text is found in the file, where it may be broken over lines."""


def _place(each: Vignette, part: str, lines: list[str]) -> Place:
    """Where a part of a vignette stands; where the vignette begins, when it is written another way there."""
    for number in range(each.at.line, min(each.at.line + _FAR, len(lines))):
        column = lines[number].find(part)
        if column >= 0:
            return Place(each.at.file, number + 1, column + 1)
    return each.at
