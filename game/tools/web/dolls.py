"""People for the page: each portrait as sheets over one another, from parts that all portraits share."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from game.story.model import Posture
from game.view.art import ADULT
from game.view.rig import Gaze

if TYPE_CHECKING:
    from game.screens.page import Figure
    from game.tools.web.edition_shared import Art, Look
    from game.view.rig import Rig

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BETWEEN = re.compile(r">\s+<")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_BLANKS = re.compile(r"\s+")


def tidied(svg: str) -> str:
    """The same drawing without comments and without blanks that nobody sees."""
    return _BLANKS.sub(" ", _BETWEEN.sub("><", _COMMENT.sub("", svg))).strip()


class Dolls:
    """Portraits as they are asked for; each one, each part and each move is kept once."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self._parts: dict[str, int] = {}
        self._moves: dict[str, int] = {}
        self._looks: list[Look] = []
        self._numbers: dict[Figure, int] = {}

    def look(self, figure: Figure) -> int:
        """The number of the portrait of somebody, who is drawn as the game draws them."""
        asked = replace(figure, who="", name="", speaking=False)
        if asked not in self._numbers:
            self._numbers[asked] = len(self._looks)
            drawn = self._drawn(asked)
            self._looks.append(drawn)
            drawn["head"] = self.look(_head(asked))
        return self._numbers[asked]

    def art(self) -> Art:
        """All that was asked for. Parts of one shape stand together, which halves them where they are packed."""
        parts = sorted(self._parts, key=lambda part: (_COLOUR.sub("", part), part))
        moved = {self._parts[part]: number for number, part in enumerate(parts)}
        return {
            "box": [*self._rig.canvas],
            "head": [*self._rig.avatar],
            "parts": parts,
            "moves": [*self._moves],
            "looks": [_renumbered(look, moved) for look in self._looks],
        }

    def _drawn(self, figure: Figure) -> Look:
        sheets = {}
        for gaze in Gaze:
            doll = self._rig.doll(
                figure.portrait,
                figure.expression,
                gaze=gaze,
                posture=figure.posture,
                default_age=ADULT if figure.adult else None,
            )
            sheets[gaze] = [number for each in doll.sheets for number in self._sheet(*each)]
        return {
            "expression": figure.expression.value,
            "posture": figure.posture.value,
            "move": _number(self._moves, doll.place),
            "ahead": sheets[Gaze.AHEAD],
            "right": sheets[Gaze.RIGHT],
            "left": sheets[Gaze.LEFT],
            "head": -1,
            "down": doll.down,
        }

    def _sheet(self, place: str, shapes: str) -> tuple[int, int]:
        return _number(self._moves, place), _number(self._parts, tidied(shapes))


def _number(table: dict[str, int], value: str) -> int:
    return table.setdefault(value, len(table))


def _renumbered(look: Look, parts: dict[int, int]) -> Look:
    """The look with other numbers for its parts."""

    def sheets(numbers: list[int]) -> list[int]:
        return [parts[number] if at % 2 else number for at, number in enumerate(numbers)]

    return {
        **look,
        "ahead": sheets(look["ahead"]),
        "right": sheets(look["right"]),
        "left": sheets(look["left"]),
    }


def _head(figure: Figure) -> Figure:
    """Whose head it is, as `Rig.head_svg` draws it: without what stands beside the body, and straight."""
    portrait = tuple(each for each in figure.portrait if each[0] != "aid")
    return replace(figure, portrait=portrait, posture=Posture.OPEN)
