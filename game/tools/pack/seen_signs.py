"""The signs in the story with why each is one, and beside them what looks like a sign and is fine, or only chafes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.words import quoted
from game.story.library import GREY, HEALTHY
from game.story.model import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Line, Scene
    from game.tools.pack.material import Material

MOST_HEALTHY, MOST_GREY = 8, 4


@dataclass(frozen=True, slots=True)
class SeenSign:
    """A sign: its name, what is said in the story, and why it is a sign."""

    label: str
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class SeenForm:
    """A form of violence with the signs of it that the story has, and what looks like it and is fine."""

    label: str
    about: str
    unlike: str
    icon: str
    signs: tuple[SeenSign, ...]


@dataclass(frozen=True, slots=True)
class SeenSigns:
    """All of the page."""

    heading: str
    lead: str
    forms: tuple[SeenForm, ...]
    healthy_heading: str
    healthy: tuple[SeenSign, ...]
    grey_heading: str
    grey: tuple[SeenSign, ...]
    rule: str


def seen_signs(material: Material) -> SeenSigns:
    """The page of a pack: of each sign the line in which it comes first."""
    words, signs = material.words, material.library.signs
    first = {line.sign.sign: (scene, line) for scene, line in reversed(_signed(material)) if line.sign}
    forms = []
    for form in signs.forms.values():
        own = tuple(
            _sign(material, *first[id_])
            for id_, each in signs.signs.items()
            if each.form == form.id and id_ in first
        )
        if own:
            label, about = words.of("signs", "form", form.label), words.of("signs", "form", form.about)
            unlike = words.of("signs", "form", form.unlike) if form.unlike else ""
            forms.append(SeenForm(label, about, unlike, material.pictures.icon(form.icon), own))
    return SeenSigns(
        heading=words.ui("Tecknen, och varför"),
        lead=words.ui(
            "En gång behöver inte betyda något. Det är när det fortsätter, och någon blir mindre fri, som det är våld."
        ),
        forms=tuple(forms),
        healthy_heading=words.ui("Liknar, men är schysst"),
        healthy=tuple(_of(material, HEALTHY))[:MOST_HEALTHY],
        grey_heading=words.ui("Skaver: prata om det"),
        grey=tuple(_of(material, GREY))[:MOST_GREY],
        rule=words.ui(
            "Prova med klassen: Får den andra säga nej, svara sen eller ändra sig, utan att någon blir arg? Då är det troligen schysst."
        ),
    )


def _signed(material: Material) -> list[tuple[Scene, Line]]:
    scenes = material.story.scenes.values()
    return [(scene, line) for scene in scenes for line in scene.lines if line.sign]


def _of(material: Material, id_: str) -> Iterator[SeenSign]:
    """The lines of one sign, each once however often the story says it."""
    found = (
        _sign(material, scene, line)
        for scene, line in _signed(material)
        if line.sign and line.sign.sign == id_
    )
    yield from {each.said: each for each in found}.values()


def _sign(material: Material, scene: Scene, line: Line) -> SeenSign:
    assert line.sign, "only lines with a sign are asked about"
    words, told = material.words, material.told
    known = material.library.signs.signs.get(line.sign.sign)
    label = words.of("signs", "sign", known.label) if known else ""
    text = told.scene(scene.id, line.text)
    # A silence has somebody who is looked at, and nobody who says it.
    name = "" if line.kind is LineKind.SILENCE else told.name(line.speaker)
    said = f"{name}: {quoted(words, text)}" if name else text
    return SeenSign(label, said, told.scene(scene.id, line.sign.why))
