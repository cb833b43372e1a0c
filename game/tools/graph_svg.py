"""A map as an SVG: text that can be read, searched and heard, on one large sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tools.graph_legend import legend
from game.tools.graph_marks import (
    STYLE,
    arrow,
    attribute,
    card,
    label,
    line,
    number,
    rounded,
    style_of,
    text,
    titled,
)
from game.tools.graph_plan import Band, Box, PlacedPath, PlacedScene, Plan, planned
from game.tools.graph_text import BOLD, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.tools.graph_words import Worded

EDGE = 40.0
MARGIN = 170.0
"""Room for the names of the chapters, to the left of all."""
NARROWEST = 900.0


def svg(map_: Worded, words: Words, language: str) -> str:
    """The whole file. Scenes come in reading order, each followed by the ways out of it."""
    plan = planned(map_)
    margin = MARGIN if plan.bands else 0.0
    width = max(NARROWEST, plan.width + margin + 2 * EDGE)
    head, top = _head(map_, width, words)
    height = top + plan.height + EDGE
    left = EDGE + margin + (width - 2 * EDGE - margin - plan.width) / 2
    said = words.ui("Karta över berättelsen {title}", title=map_.title)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" lang={attribute(language)} role="group"'
            f' width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}">'
        ),
        titled(said),
        f"<desc>{_escaped(map_.summary)}</desc>",
        f"<style>{STYLE}</style>",
        f'<rect width="{number(width)}" height="{number(height)}" fill="#FBEFDD"/>',
        *head,
        *_bands(plan, width, top),
        f'<g transform="translate({number(left)} {number(top)})">',
        '<g aria-hidden="true">',
        *(piece for placed in plan.paths for piece in _line(placed)),
        "</g>",
        '<g role="list">',
        *_scenes(plan, map_, words),
        "</g>",
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _escaped(words: str) -> str:
    return titled(words).removeprefix("<title>").removesuffix("</title>")


def _head(map_: Worded, width: float, words: Words) -> tuple[list[str], float]:
    """The title, what there is in numbers, and what the colours and lines mean; and where the map begins."""
    room = width - 2 * EDGE
    parts = [
        text(row, EDGE, EDGE + 28, "map-title start-of-row") for row in rows(map_.title, 34 * BOLD, room, 1)
    ]
    y = EDGE + 62
    for row in rows(map_.summary, 17, room, 3):
        parts.append(text(row, EDGE, y, "summary start-of-row"))
        y += 26
    pieces, bottom = legend(EDGE, y, room, words)
    return [*parts, *pieces], bottom + 36


def _bands(plan: Plan, width: float, down: float) -> Iterator[str]:
    for band in plan.bands:
        yield from _band(band, width, down)


def _band(band: Band, width: float, down: float) -> Iterator[str]:
    top, bottom = down + band.top - 14, down + band.bottom + 14
    yield rounded(Box(width / 2, (top + bottom) / 2, width - 24, bottom - top), "band", 20)
    for row, words in enumerate(rows(band.title, 19 * BOLD, MARGIN - 16, 4)):
        yield text(words, EDGE - 8, top + 34 + 24 * row, "chapter start-of-row")


def _line(placed: PlacedPath) -> Iterator[str]:
    style = style_of(placed.path)
    for points in placed.lines:
        yield line(points, style)
    yield arrow(placed.lines[-1], style)


def _scenes(plan: Plan, map_: Worded, words: Words) -> Iterator[str]:
    onward: dict[str, list[PlacedPath]] = {placed.scene.id: [] for placed in plan.scenes}
    for path in plan.paths:
        onward[path.path.source].append(path)
    for placed in plan.scenes:
        yield from _scene(placed, map_, words, banded=bool(plan.bands))
        for path in onward[placed.scene.id]:
            if path.box:
                yield f'<g role="listitem">{titled(path.path.said)}'
                yield from label(path.path, path.rows, path.box)
                yield "</g>"


def _scene(placed: PlacedScene, map_: Worded, words: Words, *, banded: bool) -> Iterator[str]:
    scene = placed.scene
    known = 0 < scene.chapter <= len(map_.chapters)
    chapter = map_.chapters[scene.chapter - 1] if known and not banded else ""
    start = words.ui("Start") if scene.start else ""
    about = (scene.id, start, chapter, scene.ending or scene.begins, scene.detail, scene.passed)
    yield f'<g role="listitem">{titled(". ".join(each.rstrip(".") for each in about if each))}'
    yield from card(scene, placed.box, start)
    yield "</g>"
