"""Random stories made lively: every text is its own, and lines of all kinds, signs, pictures and eyes are there."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

from game.story.model import (
    Choices,
    Ending,
    Exit,
    Eyes,
    Goto,
    Line,
    LineKind,
    Phone,
    Scene,
    Sign,
    Standing,
    Story,
    Tell,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = (None, "must_report", "healthy", "threat_hurt", "grey")
_PHONES = (Phone("hawa", "daniel"), Phone("hawa", "daniel"), Phone("samira", "hawa", "Laget"))


def lively(story: Story) -> Story:
    """The same graph of scenes, with all that screens have to show."""
    kinds, signs, phones = cycle(LineKind), cycle(_SIGNS), cycle(_PHONES)
    scenes = {name: _scene(scene, kinds, signs, phones) for name, scene in story.scenes.items()}
    thought = Line(LineKind.THOUGHT, "Tänkt", "samira")
    eyes = tuple(
        Eyes(
            who,
            name,
            "yard",
            (
                replace(thought, text=f"Tänkt i {name}", speaker=who),
                Line(LineKind.NARRATION, f"Sett i {name}"),
            ),
        )
        for name, who in zip(scenes, cycle(("samira", "daniel")), strict=False)
    )
    return replace(story, scenes=scenes, eyes=eyes, chapters=("Ett", "Två"))


def _scene(
    scene: Scene, kinds: Iterator[LineKind], signs: Iterator[str | None], phones: Iterator[Phone]
) -> Scene:
    lines = tuple(
        _line(line, f"{scene.id}, rad {at}", next(kinds), next(signs), next(phones))
        for at, line in enumerate(scene.lines)
    )
    chapter = 1 + len(scene.id) % 2
    people = (Standing("hawa"), *map(Standing, scene.meets))
    return replace(scene, lines=lines, exit=_exit(scene.id, scene.exit), people=people, chapter=chapter)


def _line(line: Line, text: str, kind: LineKind, sign: str | None, phone: Phone) -> Line:
    meant = Sign(sign, f"Därför: {text}") if sign else None
    match kind:
        case LineKind.MESSAGE:
            return replace(line, kind=kind, text=text, speaker=phone.owner, phone=phone, sign=meant)
        case LineKind.FEEL:
            return replace(line, kind=kind, text=text, speaker="", skip=f"Hoppat: {text}")
        case LineKind.SPEECH | LineKind.THOUGHT:
            return replace(line, kind=LineKind.SPEECH, text=text, speaker=line.speaker or "hawa", sign=meant)
        case LineKind.NARRATION:
            return replace(line, kind=kind, text=text, speaker="", sign=meant)
        case LineKind.SILENCE:
            return replace(line, kind=kind, text=text, sign=meant)


def _exit(scene: str, way_out: Exit) -> Exit:
    match way_out:
        case Choices(ask, options):
            named = tuple(replace(each, text=f"{scene}, val {at}") for at, each in enumerate(options))
            return replace(way_out, ask=f"{ask} {scene}", choices=named)
        case Tell(_, _, beginnings):
            begun = tuple(replace(each, text=f"{scene}, början {at}") for at, each in enumerate(beginnings))
            return replace(way_out, ask="", beginnings=begun)
        case Ending():
            return replace(way_out, title=f"Slut {scene}", text=f"Så slutade {scene}")
        case Goto():
            return way_out
