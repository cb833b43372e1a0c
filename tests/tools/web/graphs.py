"""What the page would do with an edition's data, in Python: used to hold it against the engine."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.story.engine import Machine, TellOption
from game.story.library import Signs
from game.story.model import Choices, Ending, Story
from game.tools.bookshelf import Bookshelf
from game.tools.web.stories import Told, told
from game.view.rig import Rig, load_rig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.engine import Segment, State

STORY = "svara-direkt"
NO_SIGNS = Signs({}, {})


@cache
def bookshelf() -> Bookshelf:
    return Bookshelf(SCENARIOS, LOCALE)


@cache
def rig() -> Rig:
    return load_rig(SCENARIOS / "portraits")


def worked_out(story: Story) -> Told:
    """A story in Swedish alone, its people drawn as one sheet."""
    sketched = replace(rig(), layers=rig().layers[:1])
    made = told(Machine(story), NO_SIGNS, sketched, {"sv": open_catalog(LOCALE, "sv")})
    assert isinstance(made, Told)
    return made


class Page:
    """The graph of a story with its Swedish texts, read as the page reads it."""

    def __init__(self, made: Told) -> None:
        self.story = made.story
        self._texts = made.texts["sv"]["t"]

    def text(self, number: int) -> str:
        return self._texts[number] if number >= 0 else ""

    def read(self, node: int) -> list[tuple[str, str, str, str]]:
        """Scene, kind, speaker and text of each line at a node."""
        people = ["", *(self.text(each["name"]) for each in self.story["cast"])]
        return [
            (self.story["scenes"][scene]["id"], line["k"], people[line["s"] + 1], self.text(line["t"]))
            for scene, *numbers in self.story["runs"][self.story["nodes"][node][0]]
            for line in (self.story["lines"][number] for number in numbers)
        ]

    def passed(self, node: int) -> list[str]:
        """The scenes at a node, those without lines too."""
        run = self.story["runs"][self.story["nodes"][node][0]]
        return [self.story["scenes"][scene]["id"] for scene, *_ in run]

    def asked(self, node: int) -> list[str]:
        """What the player is asked and can answer, or how it ends."""
        way_out = self.story["exits"][self.story["nodes"][node][1]]
        match way_out["k"]:
            case "choices":
                return [
                    self.text(way_out["ask"]),
                    *(f"{self.text(text)} {wait}" for text, wait in way_out["o"]),
                ]
            case "tell":
                return [
                    self.text(way_out["ask"]),
                    *(
                        f"{self.text(self.story['cast'][who]['name'])} {listens}: {self.text(beginning)}"
                        for who, listens in way_out["a"]
                        for beginning in way_out["b"]
                    ),
                ]
            case _:
                return [self.text(way_out["title"]), self.text(way_out["text"]), *way_out["help"]]

    def onward(self, node: int) -> list[int]:
        return self.story["nodes"][node][2:]


def expected(story: Story, segment: Segment) -> tuple[list[tuple[str, str, str, str]], list[str], list[str]]:
    """What the engine says of a stretch: its lines, its scenes, and what is asked then."""
    lines = [
        (
            beat.spot.scene,
            beat.line.kind.value,
            story.cast[beat.line.speaker].name if beat.line.speaker in story.cast else "",
            beat.line.text,
        )
        for beat in segment.beats
    ]
    way_out = segment.exit
    if isinstance(way_out, Ending):
        asked = [way_out.title, way_out.text, *way_out.help]
    else:
        asked = [way_out.ask]
        for option in segment.options:
            if isinstance(option, TellOption):
                name, listens = story.cast[option.hearing.adult].name, int(option.hearing.listens)
                asked.append(f"{name} {listens}: {option.beginning.text}")
            else:
                assert isinstance(way_out, Choices)
                asked.append(f"{option.choice.text} {int(option.choice.wait)}")
    return lines, [*segment.scenes], asked


def side_by_side(machine: Machine, page: Page) -> Iterator[tuple[int, Segment]]:
    """Every node with the engine's stretch for it, by walking both from the start until nothing is new."""
    known: dict[State, int] = {machine.first_state(): 0}
    waiting = [machine.first_state()]
    while waiting:
        state = waiting.pop()
        segment = machine.segment(state)
        yield known[state], segment
        for option, target in zip(segment.options, page.onward(known[state]), strict=True):
            after = machine.after(segment, option.number)
            if after not in known:
                known[after] = target
                waiting.append(after)
            assert known[after] == target
