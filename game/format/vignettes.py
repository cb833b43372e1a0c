"""The vignettes of a lesson, from `vignettes.yaml`: each by itself, and then whether the two halves can be compared."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from game.format.ages import ages
from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.nodes import read
from game.format.reading import Fields, Reading, nearest
from game.story.library import GREY, HEALTHY
from game.story.vignettes import BANDS, BYSTANDER, HALVES, HELP_SEEKING, Answer, Part, Vignette, Vignettes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.format.nodes import Node
    from game.story.library import Signs
    from game.story.logic import Place
    from game.story.vignettes import Half

VIGNETTES_FILE = "vignettes.yaml"
"""Beside the stories. A folder of stories may do without: then a lesson has none."""
KEYS = ("ages", "half", "topic", "answer", "difficulty", "text", "why")
LONGEST_TEXT, LONGEST_WHY = 160, 200
"""Characters: what is read at a glance from the back of a classroom, and what is said about it."""
LEAST = {Part.JUDGE: 6, Part.HELP_SEEKING: 1, Part.BYSTANDER: 1}
"""How many of each a half has for the same ages."""
HARDEST = 3

_ANSWERS = {
    HEALTHY: (Answer.OK,),
    GREY: (Answer.UNSURE,),
    HELP_SEEKING: tuple(Answer),
    BYSTANDER: tuple(Answer),
}
"""What a vignette on a topic can be meant as; one on a form of violence is never fine."""


def load_vignettes(root: Path, signs: Signs) -> Loaded[Vignettes]:
    """The vignettes beside the stories in a folder. There always is a value.

    It is empty where there is no file, and where anything in it is wrong: halves that cannot be compared are not shown.
    """
    if not os.path.lexists(root / VIGNETTES_FILE):
        return Loaded(Vignettes())
    text = read_text(root / VIGNETTES_FILE, root, VIGNETTES_FILE)
    return (
        Loaded(Vignettes(), text.problems) if text.value is None else vignettes_from_text(text.value, signs)
    )


def vignettes_from_text(text: str, signs: Signs, *, file: str = VIGNETTES_FILE) -> Loaded[Vignettes]:
    """The vignettes in a text; `file` is the name that places and problems carry."""
    tree = read(text, file)
    reading = Reading(tree.problems)
    found = tuple(_entries(reading, tree.value, signs)) if tree.value else ()
    # Whether halves are alike can only be said of entries that are right.
    if not reading.problems:
        _compare(reading, found)
    return Loaded(Vignettes(() if reading.problems else found), tuple(sorted(reading.problems)))


# --- each by itself --------------------------------------------------------------------------------


def _entries(reading: Reading, root: Node, signs: Signs) -> Iterator[Vignette]:
    return (_vignette(reading, name, key.at, node, signs) for name, key, node in reading.named(root))


def _vignette(reading: Reading, name: str, at: Place, node: Node, signs: Signs) -> Vignette:
    fields = Fields(reading, node, "vignette", KEYS)
    youngest, oldest = _band(reading, fields)
    topic = _topic(reading, fields, signs)
    return Vignette(
        id=name,
        youngest=youngest,
        oldest=oldest,
        half=_half(reading, fields.need("half")),
        topic=topic,
        answer=_answer(reading, fields.need("answer"), topic),
        difficulty=_difficulty(reading, fields.need("difficulty")),
        text=_short(reading, fields, "text", LONGEST_TEXT),
        why=_short(reading, fields, "why", LONGEST_WHY),
        at=at,
    )


def _band(reading: Reading, fields: Fields) -> tuple[int, int]:
    node, before = fields.need("ages"), len(reading.problems)
    found = ages(reading, node)
    if node and len(reading.problems) == before and found not in BANDS:
        bands = [_written(*band) for band in BANDS]
        asked = _written(*found)
        meant = nearest(asked, bands)
        reading.add("V002", node.at, ages=asked, bands=", ".join(bands), meant=meant)
    return found


def _written(youngest: int, oldest: int) -> str:
    return f"{youngest}-{oldest}"


def _topic(reading: Reading, fields: Fields, signs: Signs) -> str:
    """A topic; "" where it is none. Signs that could not be read check nothing."""
    node = fields.need("topic")
    if node is None:
        return ""
    known = (*signs.forms, *_ANSWERS) if signs.forms else ()
    called = [(form.label, form.id) for form in signs.forms.values()]
    called += [(sign.label, sign.id) for sign in signs.signs.values() if sign.id in _ANSWERS]
    return reading.reference(node, "V001", known, called)


def _half(reading: Reading, node: Node | None) -> Half:
    return "b" if node and reading.word(node, HALVES) == "b" else "a"


def _answer(reading: Reading, node: Node | None, topic: str) -> Answer:
    word = reading.word(node, [answer.value for answer in Answer]) if node else ""
    answer = Answer(word) if word else Answer.UNSURE
    fitting = _ANSWERS.get(topic, (Answer.NOT_OK,))
    if node and word and topic and answer not in fitting:
        reading.add("V003", node.at, topic=topic, answer=word, meant=fitting[0].value)
    return answer


def _difficulty(reading: Reading, node: Node | None) -> int:
    return (reading.whole(node, 1, HARDEST) if node else None) or 1


def _short(reading: Reading, fields: Fields, key: str, most: int) -> str:
    text, node = fields.need_text(key), fields.get(key)
    if node and len(text) > most:
        reading.add("V004", node.at, key=key, length=len(text), most=most)
    return text


# --- all together ----------------------------------------------------------------------------------


def _compare(reading: Reading, found: tuple[Vignette, ...]) -> None:
    """Notes, for all that is written for the same ages, what keeps its two halves from being compared."""
    for band in BANDS:
        own = [each for each in found if (each.youngest, each.oldest) == band]
        if own:
            _enough(reading, _written(*band), own)
            _alike(reading, _written(*band), own)


def _enough(reading: Reading, band: str, own: list[Vignette]) -> None:
    for half in HALVES:
        here = [each for each in own if each.half == half]
        counts = Counter(each.part for each in here)
        for part, least in LEAST.items():
            if counts[part] < least:
                values = {"part": f"vignettes_{part.value}", "number": counts[part], "least": least}
                reading.add("V005", own[0].at, ages=band, half=half, **values)
        for topic in (HEALTHY, GREY):
            if all(each.topic != topic for each in here):
                reading.add("V007", own[0].at, ages=band, half=half, topic=topic)


def _alike(reading: Reading, band: str, own: list[Vignette]) -> None:
    for part in Part:
        a, b = (
            Counter(
                (each.answer.value, each.difficulty) for each in own if (each.part, each.half) == (part, half)
            )
            for half in HALVES
        )
        if a != b:
            values = {"part": f"vignettes_{part.value}", "a": _listed(a - b), "b": _listed(b - a)}
            reading.add("V006", own[0].at, ages=band, **values)


def _listed(only: Counter[tuple[str, int]]) -> str:
    """What only one of the halves has: "not_ok 2, ok 1"."""
    return ", ".join(f"{answer} {difficulty}" for answer, difficulty in sorted(only.elements())) or "–"
