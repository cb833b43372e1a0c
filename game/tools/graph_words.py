"""A map in words: what stands on each scene and on each way, in one language, whatever it is drawn as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.screens.words import StoryWords, Words
from game.story.chart import Chart, Kind, Stop, Way
from game.story.model import Choices, LineKind, Tell
from game.tools.graph_text import printable

if TYPE_CHECKING:
    from game.story.model import Line, Scene, Story


@dataclass(frozen=True, slots=True)
class Scenery:
    """A scene on the map. `begins` are its first words, `ending` the title of what it ends with, or "".

    `share` of all ways pass it, None where that is not known; `passed` says it in words.
    """

    id: str
    begins: str
    ending: str
    detail: str
    passed: str
    chapter: int
    start: bool
    share: float | None

    @property
    def reached(self) -> bool:
        """False when no play comes here."""
        return self.share != 0


@dataclass(frozen=True, slots=True)
class Path:
    """A way on the map; `label` is the choice in words, or who is told, "" where one simply goes on.

    `said` is all of it, where it leads as well.
    """

    source: str
    target: str
    kind: Kind
    label: str
    said: str
    conditional: bool
    reached: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """A whole map in words. `chapters` are their titles, in order."""

    title: str
    summary: str
    chapters: tuple[str, ...]
    scenes: tuple[Scenery, ...]
    paths: tuple[Path, ...]


def worded(chart: Chart, story: Story, words: Words) -> Worded:
    """The map in a language."""
    told = StoryWords(words, story)
    return Worded(
        title=printable(told.about(story.about.title)),
        summary=_summary(chart, words),
        chapters=tuple(printable(told.about(title)) for title in story.chapters),
        scenes=tuple(_scenery(stop, chart, told) for stop in chart.stops),
        paths=tuple(_path(way, told) for way in chart.ways),
    )


def _summary(chart: Chart, words: Words) -> str:
    endings = sum(stop.ending is not None for stop in chart.stops)
    parts = [
        words.plural("{n} scen", "{n} scener", len(chart.stops)),
        words.plural("{n} slut", "{n} slut", endings),
    ]
    if chart.routes is not None:
        shown = f"{chart.routes:,}".replace(",", "\N{NO-BREAK SPACE}")
        parts.append(words.plural("{ways} väg", "{ways} vägar", chart.routes, ways=shown))
    lost = sum(stop.share == 0 for stop in chart.stops)
    if lost:
        parts.append(words.plural("{n} scen som ingen väg når", "{n} scener som ingen väg når", lost))
    if not chart.whole:
        parts.append(words.ui("större än vad kartan hinner räkna, så andelarna är minst så stora"))
    return " · ".join(parts)


def percent(share: float, words: Words) -> str:
    """A share as it is written: never 0 of what is, nor 100 of what is not all."""
    if 0 < share < 0.01:
        return words.ui("under {percent} %", percent=1)
    whole = round(share * 100)
    return words.ui("{percent} %", percent=min(whole, 99) if share < 1 - 1e-9 else 100)


def _scenery(stop: Stop, chart: Chart, told: StoryWords) -> Scenery:
    scene, words = stop.scene, told.words
    return Scenery(
        id=printable(scene.id),
        begins=printable(_begins(scene, told)),
        ending=printable(told.scene(scene.id, stop.ending.title)) if stop.ending else "",
        detail=words.plural("{n} replik", "{n} repliker", len(scene.lines)) if scene.lines else "",
        passed=_passed(stop.share, words),
        chapter=scene.chapter,
        start=scene.id == chart.start,
        share=stop.share,
    )


def _passed(share: float | None, words: Words) -> str:
    if share is None:
        return ""
    return percent(share, words) if share else words.ui("nås inte")


def _begins(scene: Scene, told: StoryWords) -> str:
    """The first words of a scene, or what it asks when nothing is said in it."""
    if scene.lines:
        return _line(scene.lines[0], scene.id, told)
    asks = scene.exit.ask if isinstance(scene.exit, Choices | Tell) else ""
    return told.scene(scene.id, asks) if asks else ""


def _line(line: Line, scene: str, told: StoryWords) -> str:
    text = told.scene(scene, line.text)
    name = "" if line.kind is LineKind.SILENCE else told.name(line.speaker)
    return f"{name}: {text}" if name else text


def _path(way: Way, told: StoryWords) -> Path:
    label = printable(_label(way, told))
    return Path(
        source=printable(way.source),
        target=printable(way.target),
        kind=way.kind,
        label=label,
        said=_said(way, label, told.words),
        conditional=way.conditional,
        reached=way.reached,
    )


def _label(way: Way, told: StoryWords) -> str:
    words = told.words
    match way.kind:
        case Kind.CHOICE | Kind.WAIT:
            return told.scene(way.source, way.text)
        case Kind.TELLING:
            return words.ui("{name} lyssnar", name=told.name(way.adult))
        case Kind.DISMISSAL:
            return words.ui("{name} viftar bort det", name=told.name(way.adult))
        case Kind.GOTO:
            return ""
        case _:
            assert_never(way.kind)


def _said(way: Way, label: str, words: Words) -> str:
    """The way in a row of words, for those who hear the map or point at it."""
    leads = words.ui("till {scene}", scene=printable(way.target))
    marks = [leads if not label else f"{label} ({leads})"]
    if way.kind is Kind.WAIT:
        marks.append(words.ui("vänta"))
    if way.conditional:
        marks.append(words.ui("bara ibland"))
    if not way.reached:
        marks.append(words.ui("nås inte"))
    return ", ".join(marks)
