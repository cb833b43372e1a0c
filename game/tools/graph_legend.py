"""What the colours and lines of a map mean, above the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.chart import Kind
from game.tools.graph_marks import arrow, line, number, pill, rounded, sign, text, tint
from game.tools.graph_plan import Box
from game.tools.graph_text import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words

SIZE = 15.0
ROW = 38.0
SWATCH = 64.0
BETWEEN = 34.0
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)


def legend(left: float, top: float, room: float, words: Words) -> tuple[list[str], float]:
    """The pieces, in rows as wide as there is room, and their bottom."""
    parts: list[str] = []
    x, y = left, top + ROW / 2
    for name, drawn in _entries(words):
        wide = SWATCH + 12 + width_of(name, SIZE)
        if x > left and x + wide > left + room:
            x, y = left, y + ROW
        parts += [
            "<g>",
            *_swatch(drawn, x, y, words),
            text(name, x + SWATCH + 10, y + 5, "legend start-of-row"),
            "</g>",
        ]
        x += wide + BETWEEN
    return parts, y + ROW / 2


def _entries(words: Words) -> tuple[tuple[str, str], ...]:
    """Each meaning in words, and what it is drawn as."""
    return (
        (words.ui("ju mörkare scen, desto fler vägar går genom den (i procent)"), "share"),
        (words.ui("här börjar det"), "start"),
        (words.ui("slut"), "ending"),
        (words.ui("ingen väg når hit"), "lost"),
        (words.ui("ett val"), "choice"),
        (words.ui("streckat: bara ibland"), "conditional"),
        (words.ui("prickat: vänta, säga ingenting"), "wait"),
        (words.ui("tunt: vidare av sig självt"), "goto"),
        (words.ui("en vuxen som lyssnar"), "telling"),
        (words.ui("en vuxen som viftar bort det"), "dismissal"),
    )


def _swatch(drawn: str, x: float, y: float, words: Words) -> Iterator[str]:
    box = Box(x + SWATCH / 2, y, SWATCH - 6, 26)
    match drawn:
        case "share":
            yield from _scale(x, y)
        case "start":
            yield rounded(box, "card start", 8, f' fill="{tint(1)}"')
            yield pill(words.ui("Start"), box.x, y)
        case "ending":
            yield rounded(box, "card ending", 8, ' fill="#FFFFFF"')
            yield rounded(box, "inner", 5, inset=4)
        case "lost":
            yield rounded(box, "card lost", 8)
        case "telling" | "dismissal":
            yield rounded(box, f"label {drawn}", 12)
            yield from sign(Kind[drawn.upper()], box.x - 7, y)
        case _:
            points = ((x + SWATCH / 2, y - 15), (x + SWATCH / 2, y + 15))
            yield f'<g transform="rotate(-90 {number(x + SWATCH / 2)} {number(y)})">'
            yield line(points, drawn)
            yield arrow(points, drawn)
            yield "</g>"


def _scale(x: float, y: float) -> Iterator[str]:
    for step, share in enumerate(STEPS):
        box = Box(x + 6 + 11 * step, y, 11, 24)
        yield rounded(box, "card", 0, f' fill="{tint(share)}"')
