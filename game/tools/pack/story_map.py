"""The story's map on one page: all scenes and ways as a small drawing, and beside it what the class decides in each chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.chart import Kind, chart
from game.story.model import Choices, Ending, Tell
from game.tools.graph_plan import planned
from game.tools.graph_words import worded
from game.tools.pack.talking import asking
from game.view.palettes import WARM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.layers import Point
    from game.story.model import Scene
    from game.tools.graph_plan import Box, PlacedPath, PlacedScene, Plan
    from game.tools.pack.material import Material
    from game.view.palettes import Colour

WORK = 2_000_000
"""As for the large map: scenes times states that are looked into."""
_EDGE = 30.0
_LETTERS = 100
"""The size of numbers and letters in the drawing, which is shown at about a thirtieth of its size."""
_FIRST_LETTER = ord("A")


@dataclass(frozen=True, slots=True)
class Decision:
    """A question to the class; `talk` is the number of the question to talk about, 0 for none."""

    ask: str
    talk: int
    telling: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: what the class decides in it, and the endings that it has, each with its letter on the map."""

    title: str
    decisions: tuple[Decision, ...]
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryMap:
    """All of the page."""

    heading: str
    lead: str
    svg: str
    alt: str
    chapters: tuple[Chapter, ...]
    legend: tuple[str, ...]


def story_map(material: Material) -> StoryMap:
    """The page of a pack."""
    words, story = material.words, material.story
    map_ = worded(chart(material.machine, WORK), story, words)
    plan = planned(map_)
    marks = {scene.id: str(number) for number, scene, _ in asking(story)} | _letters(material)
    return StoryMap(
        heading=words.ui("Berättelsens karta"),
        lead=words.ui(
            "Uppifrån och ner: varje ruta är en scen. Alla vägar leder till en vuxen som lyssnar. Ni ser en väg av många, och det är meningen."
        ),
        svg=_drawn(plan, marks),
        alt=words.ui("Karta över berättelsen {title}", title=map_.title) + f". {map_.summary}",
        chapters=tuple(_chapters(material)),
        legend=(
            words.ui("fråga att prata om, med sitt nummer"),
            words.ui("här berättar man för en vuxen"),
            words.ui("slut, med sin bokstav"),
        ),
    )


def _letters(material: Material) -> dict[str, str]:
    endings = [scene.id for scene in material.story.scenes.values() if isinstance(scene.exit, Ending)]
    return {id_: chr(_FIRST_LETTER + number) for number, id_ in enumerate(endings)}


def _chapters(material: Material) -> Iterator[Chapter]:
    story, told, letters = material.story, material.told, _letters(material)
    talks = {scene.id: number for number, scene, _ in asking(story)}
    titles = story.chapters or (story.about.title,)
    for number, title in enumerate(titles, 1):
        own = [scene for scene in story.scenes.values() if not story.chapters or scene.chapter == number]
        yield Chapter(
            told.about(title),
            tuple(_decisions(own, material, talks)),
            tuple(
                f"{letters[scene.id]} {told.scene(scene.id, scene.exit.title)}"
                for scene in own
                if isinstance(scene.exit, Ending)
            ),
        )


def _decisions(scenes: list[Scene], material: Material, talks: Mapping[str, int]) -> Iterator[Decision]:
    for scene in scenes:
        if isinstance(scene.exit, Choices | Tell):
            ask = material.told.scene(scene.id, scene.exit.ask)
            yield Decision(ask, talks.get(scene.id, 0), isinstance(scene.exit, Tell))


# --- the drawing -----------------------------------------------------------------------------------


def _drawn(plan: Plan, marks: Mapping[str, str]) -> str:
    """Boxes and lines without words: those stand beside it, large enough to be read on paper."""
    size = f"{plan.width + 2 * _EDGE:.0f} {plan.height + 2 * _EDGE:.0f}"
    telling = {placed.path.source for placed in plan.paths if placed.path.kind is Kind.TELLING}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_EDGE:.0f} {-_EDGE:.0f} {size}">',
        *(piece for placed in plan.paths for piece in _way(placed)),
        *(piece for placed in plan.scenes for piece in _scene(placed, marks, telling)),
        "</svg>",
    ]
    return "\n".join(parts)


def _way(placed: PlacedPath) -> Iterator[str]:
    told = placed.path.kind in {Kind.TELLING, Kind.DISMISSAL}
    colour, width = (WARM.teal, 16) if told else (WARM.map_line, 9)
    # The words on a way are left out, so its line goes on where they stand on the large map.
    drawn = " ".join(_path(points, "L" if number else "M") for number, points in enumerate(placed.lines))
    yield f'<path fill="none" stroke="{_hex(colour)}" stroke-width="{width}" d="{drawn}"/>'


def _path(points: tuple[Point, ...], begins: str) -> str:
    """Straight past the layers, and a curve between each two, as on the large map."""
    (x, y), *rest = points
    drawn = [f"{begins}{x:.0f} {y:.0f}"]
    for step, (to_x, to_y) in enumerate(rest):
        half = (y + to_y) / 2
        curve = f"C{x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y:.0f}"
        drawn.append(f"L{to_x:.0f} {to_y:.0f}" if step % 2 else curve)
        x, y = to_x, to_y
    return " ".join(drawn)


def _scene(placed: PlacedScene, marks: Mapping[str, str], telling: set[str]) -> Iterator[str]:
    scene, mark = placed.scene, marks.get(placed.scene.id, "")
    if scene.ending:
        fill, words = WARM.plum_fill, WARM.on_dark
    elif scene.id in telling:
        fill, words = WARM.teal_fill, WARM.on_dark
    elif mark:
        fill, words = WARM.yellow, WARM.on_yellow
    else:
        fill, words = WARM.ground, WARM.ink
    yield _box(placed.box, fill)
    if mark:
        down = placed.box.y + _LETTERS * 0.35
        yield (
            f'<text x="{placed.box.x:.0f}" y="{down:.0f}" font-size="{_LETTERS}" font-weight="700" text-anchor="middle" '
            f'font-family="Atkinson Hyperlegible Next" fill="{_hex(words)}">{mark}</text>'
        )


def _box(box: Box, fill: Colour) -> str:
    return (
        f'<rect x="{box.left:.0f}" y="{box.top:.0f}" width="{box.width:.0f}" height="{box.height:.0f}" rx="36" '
        f'fill="{_hex(fill)}" stroke="{_hex(WARM.plum)}" stroke-width="8"/>'
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)
