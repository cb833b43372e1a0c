"""The story as a map, for its author: every scene, how often it is passed, and a way to go there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.map_parts import MapScene, MapWay, StoryMap
from game.screens.page import Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item
from game.screens.words import StoryWords, Words
from game.screens.workshop import OpenScene
from game.story.chart import Chart, Stop, chart
from game.story.layers import Layout, Link, Space, laid_out

if TYPE_CHECKING:
    from game.screens.model import Play
    from game.story.chart import Way
    from game.story.engine import Machine

WORK = 250_000
"""Scenes times states of the story that are looked into: a map has to come at once."""
SPACE = Space(beside=0.14, below=0.55, way=0.1)
"""Room between the cards, in cards."""


def story_map_page(play: Play, words: Words) -> Page:
    """The whole map. Pressing a scene opens it."""
    told = StoryWords(words, play.story)
    title = words.ui("Karta över berättelsen")
    here = play.moment.scene
    return Page(
        screen=Screen.MAP,
        title=title,
        body=(
            Heading(title),
            Text(
                words.ui(
                    "Procenten är den del av alla vägar som går genom scenen. Grönt leder till någon som man berättar för, streckat går bara ibland. Välj en scen för att gå dit."
                ),
                Tone.SMALL,
            ),
            *_bounded(play.machine, words),
            story_map(play, told),
        ),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=OpenScene(here),
    )


def _bounded(machine: Machine, words: Words) -> tuple[Text, ...]:
    """Said of a story that is too large to be looked into as a whole."""
    drawn, _, _ = _drawn(machine)
    said = words.ui("Berättelsen är större än vad kartan hinner räkna, så andelarna är minst så stora.")
    return () if drawn.whole else (Text(said, Tone.SMALL),)


def story_map(play: Play, told: StoryWords) -> StoryMap:
    """The block itself."""
    drawn, ways, layout = _drawn(play.machine)
    scenes = tuple(
        _scene(drawn.stops[box], layout.middles[box], drawn, (play, told))
        for layer in layout.layers
        for box in layer
    )
    lines = tuple(
        MapWay(points, way.kind, way.conditional) for way, points in zip(ways, layout.links, strict=True)
    )
    return StoryMap(scenes, lines, layout.width, layout.height)


@lru_cache(maxsize=2)
def _drawn(machine: Machine) -> tuple[Chart, tuple[Way, ...], Layout]:
    """The map of a story, the ways that are drawn on it (one between two scenes), and where all of it lies."""
    drawn = chart(machine, WORK)
    at = {stop.scene.id: number for number, stop in enumerate(drawn.stops)}
    between = {(way.source, way.target): way for way in reversed(drawn.ways) if way.source != way.target}
    ways = tuple(way for way in drawn.ways if between.get((way.source, way.target)) is way)
    links: list[Link] = [(at[way.source], at[way.target], 1) for way in ways]
    return drawn, ways, laid_out([(1.0, 1.0)] * len(drawn.stops), links, SPACE)


def _scene(stop: Stop, middle: tuple[float, float], drawn: Chart, shown: tuple[Play, StoryWords]) -> MapScene:
    (play, told), name = shown, stop.scene.id
    words = told.words
    passed, leads = _passed(stop.share, words), _leads(name, drawn, words)
    ending = told.scene(name, stop.ending.title) if stop.ending else ""
    here = name == play.moment.scene
    said = [name, ending, words.ui("Du är här") if here else "", passed, leads]
    return MapScene(
        at=middle,
        item=Item(OpenScene(name), name, Look.QUIET, said=". ".join(filter(None, said))),
        share=stop.share,
        passed=passed,
        leads=leads,
        ending=ending,
        start=name == drawn.start,
        here=here,
        seen=name in play.scenes,
    )


def _passed(share: float | None, words: Words) -> str:
    """A share in words: never 0 of what is, nor 100 of what is not all."""
    if share is None:
        return ""
    if share == 0:
        return words.ui("nås inte")
    if share < 0.01:
        return words.ui("under {percent} %", percent=1)
    return words.ui("{percent} %", percent=100 if share > 1 - 1e-9 else min(99, round(share * 100)))


def _leads(name: str, drawn: Chart, words: Words) -> str:
    targets = dict.fromkeys(way.target for way in drawn.ways if way.source == name)
    return words.ui("Leder till: {scenes}", scenes=", ".join(targets)) if targets else ""
