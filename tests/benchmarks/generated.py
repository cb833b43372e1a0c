"""Stories as long as one likes, as authors write them: nothing in them is wrong, and all of the proof runs.

A chapter is eleven scenes with a hundred lines (messages count, as everywhere). What a chapter remembers, the next one
sets anew, so that the states grow as the lines do; some facts and three adults last longer.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks import generated_words as said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINES = 100
"""Lines in a chapter, of those that are shown; in the file they are two and a half times as many."""
LASTING = 10
"""Chapters in which one fact of its own is remembered."""
FORMS = ("control", "digital", "isolation", "threat", "degradation")
SIGNS = (
    *("demand_reply", "check_phone", "must_report", "share_location", "password_as_proof", "cut_friends"),
    *("guilt_for_time", "threat_suicide", "blame", "silent_punish", "healthy", "healthy", "grey"),
)
FACES = ("", "", " happy", " worried", " sad", " ashamed turned", " laughing", " angry closed")
ASKED = {
    "rast": ("{trust: at least 1}", "{wrote: true}"),
    "hall": ("{trust: at least 1}", "{wrote: true}", "{rift: false}", "{trust: at most 2, wrote: false}"),
    "varv": ("{trust: at least 1}", "{wrote: true}", "{rift: true}"),
    "kvall": ("{wrote: true}", "{promised: true}"),
    "natt": ("{promised: true}",),
}
"""What is asked about, where it can be either way."""
PLACES = (
    "schoolyard",
    "corridor",
    "canteen",
    "bus_stop",
    "library",
    "sports_hall",
    "bedroom_day",
    "classroom",
)


def story(lines: int, *, again: bool = False) -> str:
    """The text of a story with so many lines, in whole chapters; with `again`, its last day leads to its first."""
    chapters = max(2, lines // LINES)
    scenes = ("start: k0_morgon\n\nscenes:", *_scenes(chapters, again=again))
    return "\n".join((*head(chapters), *scenes, *_eyes(chapters))) + "\n"


def head(chapters: int) -> Iterator[str]:
    """All that stands before the start of a story with so many chapters."""
    yield "# yaml-language-server: $schema=.story.schema.json\ntitle: En lång väg\nages: 13-15\nminutes: 240"
    yield "summary: Alva är nykär. Mobilen slutar aldrig plinga."
    yield f"about: [{', '.join(FORMS)}]"
    yield "context: partner\nnotes: Svartsjuka. Någon hotar att skada sig själv.\nrole: friend\nyou: hawa"
    yield "review: draft\n\ncast:"
    for name in ("alva", "hawa", "noel", "elias", "maja"):
        yield f"  {name}: {{name: {name.title()}, portrait: {{skin: 2, hair: long, top: hoodie, age: 14}}}}"
    for name, adult, about in said.ADULTS:
        yield f"  {name}:\n    name: {name.title()}\n    adult: {adult}\n    about: {about}"
        yield "    portrait: {skin: 3, hair: bun, top: shirt, glasses: true, age: 50}"
    yield "\nfacts:\n  trust: {start: 0, from: 0, to: 3}\n  wrote: false\n  rift: false\n  promised: false"
    for number in range(0, chapters, LASTING):
        yield f"  secret_{number}: false"
    yield f"\nchapters: [{', '.join(f'Vecka {number + 1}' for number in range(chapters))}]"


@dataclass(slots=True)
class _Writer:
    """One chapter while it is written."""

    number: int
    chance: random.Random
    asked: tuple[str, ...] = ()
    last: str = ""
    written: list[str] = field(default_factory=list)

    def scene(self, name: str, lines: int, way_out: str, *, do: str = "", opening: str = "") -> None:
        """A scene with so many lines, after those of the opening, and its way out as it stands in the file."""
        add = self.written.append
        self.asked = ASKED.get(name, ())
        add(f"  k{self.number}_{name}:")
        if name == "morgon":
            add(f"    chapter: {self.number + 1}")
        add(f"    place: {self.chance.choice(PLACES)}")
        add(f"    people: [alva{self.chance.choice(FACES)}, hawa]")
        if do:
            add(f"    do: {{{do}}}")
        add("    lines:")
        if opening:
            add(f"      - {opening}")
        left = lines - bool(opening)
        while left:
            left -= self._lines(min(left, self.chance.randint(2, 4)))
        add(way_out.replace("@", f"k{self.number}_"))
        add("")

    def _lines(self, most: int) -> int:
        """One line more, or a phone with some messages; how many that were."""
        kind = self.chance.random()
        if kind < 0.12 and most > 1:
            self.written.append("      - phone: noel\n        owner: alva\n        messages:")
            for _ in range(most):
                who = self.chance.choice(("noel", "noel", "alva"))
                self._line(f"{who}: {self._new(said.message)}", "          ", 0.25)
            return most
        if kind < 0.45:
            self._line(self._new(said.narration), "      ", 0)
        elif kind < 0.52:
            self._line(f"silence: {self._new(said.narration)}", "      ", 0)
            self.written.append(f"        look: alva{self.chance.choice(FACES)}")
        elif kind < 0.58 and self.asked:
            self._line(f"narration: {self._new(said.narration)}", "      ", 0)
            self.written.append(f"        when: {self.chance.choice(self.asked)}")
        else:
            who = self.chance.choice(("alva", "alva", "hawa", "elias", "maja"))
            self._line(f"{who}{self.chance.choice(FACES)}: {self._new(said.speech)}", "      ", 0.2)
        return 1

    def _new(self, words: Callable[[random.Random], str]) -> str:
        """What was not said just before."""
        text = words(self.chance)
        while text == self.last:
            text = words(self.chance)
        self.last = text
        return text

    def _line(self, text: str, indent: str, signs: float) -> None:
        self.written.append(f"{indent}- {text}")
        if self.chance.random() < signs:
            self.written.append(f"{indent}  sign: {self.chance.choice(SIGNS)}")
            self.written.append(f"{indent}  why: {said.why(self.chance)}")

    def choices(self, *ways: str) -> str:
        """A way out in the words of a file, each choice worded anew."""
        texts = self.chance.sample(said.CHOICES, len(ways))
        listed = "\n".join(f"      - {text}: {way}" for text, way in zip(texts, ways, strict=True))
        return f"    ask: {said.ask(self.chance)}\n    choices:\n{listed}"


def _scenes(chapters: int, *, again: bool) -> Iterator[str]:
    for number in range(chapters):
        writer = _Writer(number, random.Random(number))
        _day(writer)
        _evening(writer, chapters, again=again)
        yield from writer.written


def _day(to: _Writer) -> None:
    """Seven scenes that part and meet."""
    own = f"secret_{to.number - to.number % LASTING}"
    learns = to.number % LASTING == 0
    start = "trust: 0, wrote: false, rift: false, promised: false" + (f", {own}: false" if learns else "")
    first = {
        0: "samira: God morgon. Ta av er jackorna, så börjar vi.",
        1: "daniel: Hej! I dag tränar vi ute.",
    }
    ways = ("{do: {trust: +1}, go: @rast}", "{do: {wrote: true}, go: @rast}", "{wait: true, go: @stilla}")
    to.scene("morgon", 9, to.choices(*ways), do=start, opening=first.get(to.number, ""))
    to.scene("rast", 12, "    go:\n      - @svar: {wrote: true}\n      - @hall")
    to.scene("stilla", 10, "    go: @hall", do="trust: +1")
    to.scene("svar", 9, to.choices("{do: {rift: true}, go: @hall}", "@matsal"))
    learning = f"{{do: {{{own}: true}}, go: @matsal}}" if learns else "{do: {trust: -1}, go: @matsal}"
    around = "{once: true, go: @varv}"
    to.scene("hall", 11, to.choices(learning, "{when: {trust: at least 1}, go: @bibliotek}", around))
    to.scene("varv", 10, "    go: @hall")
    to.scene("matsal", 10, to.choices("{do: {promised: true}, go: @kvall}", "{wait: true, go: @kvall}"))
    to.scene("bibliotek", 10, "    go: @kvall", do="promised: false")


def _evening(to: _Writer, chapters: int, *, again: bool) -> None:
    """Three scenes, in which it shows what was remembered, and on to the next day, an adult or an ending."""
    last = to.number == chapters - 1
    own = f"secret_{to.number - to.number % LASTING}"
    shows = to.number % LASTING == LASTING - 1 or last
    onward = "k0_morgon" if last else f"k{to.number + 1}_morgon"
    if last and not again:
        _telling(to, own)
        return
    going = f"    go:\n      - @drom: {{any: [{{rift: true}}, {{promised: not true}}]}}\n      - {onward}"
    if to.number == chapters // 2 or (last and again):
        telling = "{when: {not: {told: samira}}, go: @beratta}" if again else "@beratta"
        to.scene("kvall", 4, to.choices(telling, "{do: {rift: false}, go: @natt}"))
        beginnings = "\n".join(f"      - {text}" for text in said.BEGINNINGS)
        to.scene(
            "beratta",
            4,
            "    ask: Vem berättar Alva för?\n    tell:\n      samira: @natt\n"
            f"      daniel: {{go: @natt, listens: false}}\n    beginnings:\n{beginnings}",
        )
    else:
        secret = f"{{when: {{{own}: true}}, go: @natt}}" if shows else "{do: {promised: true}, go: @natt}"
        to.scene("kvall", 8, to.choices(secret, "{do: {rift: false}, go: @natt}", "{wait: true, go: @natt}"))
    to.scene("natt", 5, going)
    to.scene("drom", 6, f"    go: {onward}")


def _telling(to: _Writer, own: str) -> None:
    """An adult who listens, and two endings."""
    beginnings = "\n".join(f"      - {text}" for text in said.BEGINNINGS)
    to.scene(
        "kvall",
        8,
        "    ask: Vem berättar Alva för?\n    tell:\n      jonas: @natt\n      samira: @natt\n"
        f"    beginnings:\n{beginnings}",
        opening="jonas: Sätt er. Jag har tid, och ni får börja var ni vill.",
    )
    to.scene("natt", 5, f"    go:\n      - @slut_1: {{{own}: true}}\n      - @slut_2")
    for number in (1, 2):
        to.scene(
            f"slut_{number}",
            3,
            f"    ending:\n      title: Två som vet, {number}\n"
            "      text: Alva är inte ensam om det längre.\n      help: [school, bris, emergency]",
        )


def _eyes(chapters: int) -> Iterator[str]:
    yield "eyes:"
    for number in range(0, chapters, LASTING):
        chance = random.Random(-number - 1)
        yield f"  - as: noel\n    of: k{number}_matsal\n    lines:"
        yield f"      - noel worried: {said.speech(chance)}\n      - {said.narration(chance)}"
