"""How the class answered, as a pupil's page tells it: in words and numbers first, and as bars for who sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.lesson.wire import Tally
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: its words, how many gave it, in words, and its share of the longest bar in percent, None where not told."""

    text: str
    told: str
    percent: int | None
    mine: bool


def bars(tally: Tally, options: Sequence[str], mine: int | None, words: Words) -> tuple[Bar, ...]:
    """A bar for each option; () where too few answered for anything to be told."""
    if len(tally.cells) != len(options):
        return ()
    largest = max((cell.count or 0 for cell in tally.cells), default=0)
    return tuple(
        Bar(text, _told(tally, place, words), _percent(tally, place, largest), mine == place)
        for place, text in enumerate(options)
    )


def _told(tally: Tally, place: int, words: Words) -> str:
    if tally.most is not None:
        return words.ui("de flesta") if tally.most == place else words.ui("några få eller ingen")
    count = tally.cells[place].count
    return words.ui("visas inte") if count is None else words.plural("{n} svar", "{n} svar", count)


def _percent(tally: Tally, place: int, largest: int) -> int | None:
    count = tally.cells[place].count
    if tally.most is not None or count is None:
        return None
    return round(100 * count / largest) if largest else 0
