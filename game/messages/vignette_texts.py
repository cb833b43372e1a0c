"""Which texts there are to translate in the vignettes, as the lesson looks them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.messages.limits import longest
from game.messages.sources import Source
from game.story.vignettes import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.vignettes import Vignettes

DOMAIN = "vignettes"
_MEANT = {Answer.OK: "okay", Answer.UNSURE: "in between", Answer.NOT_OK: "not okay"}


def vignette_texts(vignettes: Vignettes) -> Iterator[Source]:
    """What is judged, and why it is as it is. The context is the vignette's id."""
    file = f"scenarios/{DOMAIN}.yaml"
    for each in vignettes.entries:
        ages, meant = f"ages {each.youngest}–{each.oldest}", _MEANT[each.answer]
        judged = f"A class of {ages} judges it: okay, unsure, not okay? It is meant as {meant}; do not let the words say so."
        why = "Said after the class has answered: why it is as it is. Kind, and never right or wrong."
        for text, comment in ((each.text, judged), (each.why, why)):
            yield Source(DOMAIN, each.id, text, comment, file=file, limit=longest(text))
