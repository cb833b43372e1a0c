"""The map of what a player has walked: what happened in each place, and each a way back; of the rest only dots.

It is drawn from the ways that were played and from what was offered on them, and from nothing else in the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from typing import TYPE_CHECKING

from game.screens.intents import Close, Revisit
from game.screens.keys import Key
from game.screens.map_parts import MapScene, MapWay, StoryMap, Trace
from game.screens.page import Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import bar, close_item
from game.screens.sentences import sentences
from game.screens.ways import option_text, question
from game.screens.words import StoryWords, Words, listed, quoted
from game.story.engine import ChoiceOption
from game.story.layers import Link, Space, laid_out
from game.story.model import Ending, LineKind
from game.story.playthrough import now
from game.story.walked import Walked, walked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.intents import Intent
    from game.screens.model import Play
    from game.story.engine import Machine, Option, Spot
    from game.story.model import Line, Story
    from game.story.playthrough import Playthrough
    from game.story.walked import Visit

SPACE = Space(beside=0.25, below=0.42, way=0.08)
"""Room between the cards, in cards; beside them there is room for dots."""
LARGEST = 120
"""Scenes on a map; of one who has played through more than this it shows the latest, so that it comes at once."""
MOST = 48
"""A card has no more letters than this of what was said …"""
LEAST = 10
"""… and whole sentences only where they are together no shorter than this."""

_SPOKEN = frozenset({LineKind.SPEECH, LineKind.THOUGHT, LineKind.MESSAGE})
_END = re.compile(r"(?<=[.!?…؟।])\s")


def ways_map_page(play: Play, words: Words) -> Page:
    """The map. To press a card leads back: to the choice that was there, or else to the first line."""
    title = words.ui("Karta över dina vägar")
    lead, block = _body(play.machine, play.walked, play.way, play.skipped, words)
    return Page(
        screen=Screen.WAYS_MAP,
        title=title,
        body=(Heading(title), Text(lead, Tone.SMALL), block),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=Revisit(play.moment.scene),
    )


def upright(page: Page, focus: Intent | None, key: Key) -> Intent | None:
    """Where up and down lead on a map that was walked: to the nearest card of the row above or below the one in focus.

    None where there is no such map, no such row, or focus is elsewhere.
    """
    cards = [
        card for block in page.body if isinstance(block, StoryMap) and block.walked for card in block.scenes
    ]
    card = next((each for each in cards if each.item.intent == focus), None)
    way = {Key.UP: -1, Key.DOWN: 1}.get(key, 0)
    if card is None:
        return None
    x, y = card.at
    there = [each for each in cards if (each.at[1] - y) * way > 0]
    nearest = min(there, key=lambda each: (abs(each.at[1] - y), abs(each.at[0] - x)), default=None)
    return nearest.item.intent if nearest else None


@lru_cache(maxsize=2)
def _body(
    machine: Machine,
    earlier: tuple[Playthrough, ...],
    way: Playthrough,
    skipped: frozenset[Spot],
    words: Words,
) -> tuple[str, StoryMap]:
    """What is said of the map, and the map: a page is asked for often, and this takes a moment."""
    whole = walked(machine, earlier, way)
    found = whole.latest(LARGEST)
    told = _Told(StoryWords(words, machine.story), skipped, now(machine, way).scene)
    return _lead(found, words, all_there=found is whole), _map(found, told)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cards are told with: the story's words, the lines that were skipped, and where the player is."""

    words: StoryWords
    skipped: frozenset[Spot]
    here: str

    @property
    def story(self) -> Story:
        return self.words.story


def _lead(drawn: Walked, words: Words, *, all_there: bool) -> str:
    """What one sees. The dots are counted here, once, for those who do not see them."""
    said = [words.ui("Det här har du varit med om. Välj en ruta för att gå tillbaka dit.")]
    if any(not stretch.latest for stretch in drawn.stretches):
        said.append(words.ui("Den tjocka linjen är din senaste väg."))
    if not all_there:
        said.append(words.ui("Kartan visar det senaste. Allt får inte plats."))
    untried = sum(visit.untried for visit in drawn.visits)
    if untried:
        said.append(
            words.plural(
                "{n} väg har du inte gått än. Den syns som en prick.",
                "{n} vägar har du inte gått än. De syns som prickar.",
                untried,
            )
        )
    return " ".join(said)


def _map(found: Walked, told: _Told) -> StoryMap:
    at = {visit.scene: number for number, visit in enumerate(found.visits)}
    between = [stretch for stretch in found.stretches if stretch.source != stretch.target]
    links: list[Link] = [(at[stretch.source], at[stretch.target], 1) for stretch in between]
    layout = laid_out([(1.0, 1.0)] * len(at), links, SPACE)
    order = [box for layer in layout.layers for box in layer]
    chapters = {told.story.scenes[found.visits[box].scene].chapter: box for box in reversed(order)}
    opening = frozenset(chapters.values() if len(told.story.chapters) > 1 else ())
    captions = _captions(found, told)
    scenes = tuple(
        _scene(found.visits[box], layout.middles[box], captions[box], told, opens=box in opening)
        for box in order
    )
    lines = tuple(
        MapWay(points, Trace.LATEST if stretch.latest else Trace.EARLIER)
        for stretch, points in zip(between, layout.links, strict=True)
    )
    return StoryMap(scenes, lines, layout.width + SPACE.beside, layout.height, walked=True)


# --- cards -----------------------------------------------------------------------------------------


def _scene(visit: Visit, middle: tuple[float, float], label: str, told: _Told, *, opens: bool) -> MapScene:
    """The card of a scene; the one that `opens` a chapter has its title on it."""
    words, scene = told.words.words, told.story.scenes[visit.scene]
    here = words.ui("Du är här") if scene.id == told.here else ""
    chapter = told.words.about(told.story.chapters[scene.chapter - 1]) if opens else ""
    leads = _leads(visit, told.words)
    said = (
        here,
        words.ui("Kapitel: {title}", title=chapter) if chapter else "",
        label,
        words.ui("Ett slut") if visit.ended else "",
        question(scene.id, told.words) if visit.asked else "",
        leads,
    )
    return MapScene(
        at=middle,
        item=Item(Revisit(scene.id), label, Look.QUIET, said=sentences(said)),
        leads=leads,
        here=bool(here),
        stage=Stage(scene.place),
        icon="star_found" if visit.ended else "route" if visit.asked else "",
        mark=" · ".join(filter(None, (here, chapter))),
        untried=visit.untried,
    )


def _captions(found: Walked, told: _Told) -> tuple[str, ...]:
    """What a player knows each scene by; no two have the same, though they may begin alike."""
    used: dict[str, None] = {}
    for visit in found.visits:
        known = list(_known_by(visit, told))
        numbered = (f"{known[0]} ({number})" for number in count(2))
        used[next(each for each in chain(known, numbered) if each not in used)] = None
    return tuple(used)


def _known_by(visit: Visit, told: _Told) -> Iterator[str]:
    """The title of the ending that was come to, else the beginning of what was said first, and then of each line after it.

    What was skipped is not brought up; where nothing else was said it is the question, or else the chapter.
    """
    scene, words = told.story.scenes[visit.scene], told.words
    if visit.ended and isinstance(scene.exit, Ending):
        yield words.scene(scene.id, scene.exit.title)
    for beat in visit.beats:
        if beat.spot not in told.skipped and beat.line.kind is not LineKind.FEEL:
            yield _line(beat.line, scene.id, words)
    asked = question(scene.id, words) if visit.asked else ""
    chapters = told.story.chapters[scene.chapter - 1 : scene.chapter]
    yield beginning(asked) or words.about(chapters[0] if chapters else told.story.about.title)


def _line(line: Line, scene: str, told: StoryWords) -> str:
    text = beginning(told.scene(scene, line.text))
    return f"{told.name(line.speaker)}: {quoted(told.words, text)}" if line.kind in _SPOKEN else text


def beginning(text: str) -> str:
    """The first sentences of a text, as many as are short together; of a long one the first words."""
    if len(text) <= MOST:
        return text
    ends = [end.start() for end in _END.finditer(text) if LEAST <= end.start() <= MOST]
    if ends:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, MOST)
    return text[: cut if cut > 0 else MOST].rstrip(" ,;:–-") + "…"


def _leads(visit: Visit, told: StoryWords) -> str:
    """What was chosen there, and how many ways there still are."""
    words, said = told.words, []
    if visit.taken:
        choices = listed(words, (_taken(option, visit.scene, told) for option in visit.taken))
        said.append(words.ui("Här valde du: {choices}", choices=choices))
    if visit.untried:
        said.append(
            words.plural(
                "{n} väg härifrån har du inte gått.", "{n} vägar härifrån har du inte gått.", visit.untried
            )
        )
    return sentences(said)


def _taken(option: Option, scene: str, told: StoryWords) -> str:
    text = option_text(option, scene, told)
    return quoted(told.words, text) if isinstance(option, ChoiceOption) else text
