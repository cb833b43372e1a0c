"""Faces and postures in a word, for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.words import listed
from game.story.model import Expression, Posture

if TYPE_CHECKING:
    from game.screens.page import Figure
    from game.screens.words import Words


def face(expression: Expression, words: Words) -> str:
    """What a face shows; "" for one that shows nothing in particular."""
    match expression:
        case Expression.NEUTRAL:
            return ""
        case Expression.HAPPY:
            return words.ui("glad", "ansikte")
        case Expression.LAUGHING:
            return words.ui("skrattar", "ansikte")
        case Expression.SAD:
            return words.ui("ledsen", "ansikte")
        case Expression.CRYING:
            return words.ui("gråter", "ansikte")
        case Expression.WORRIED:
            return words.ui("orolig", "ansikte")
        case Expression.SCARED:
            return words.ui("rädd", "ansikte")
        case Expression.ANGRY:
            return words.ui("arg", "ansikte")
        case Expression.ASHAMED:
            return words.ui("skäms", "ansikte")
        case Expression.RELIEVED:
            return words.ui("lättad", "ansikte")
        case _:
            assert_never(expression)


def stance(posture: Posture, words: Words) -> str:
    """How somebody stands; "" for one who stands as people do."""
    match posture:
        case Posture.OPEN:
            return ""
        case Posture.CLOSED:
            return words.ui("armarna i kors", "hållning")
        case Posture.TURNED:
            return words.ui("vänd bort", "hållning")
        case _:
            assert_never(posture)


def looks(figure: Figure, words: Words) -> tuple[str, ...]:
    """What the face and the posture show, in a word each; nothing for one who shows nothing in particular."""
    return tuple(filter(None, (face(figure.expression, words), stance(figure.posture, words))))


def with_face(name: str, figure: Figure | None, words: Words) -> str:
    """The name, and in brackets what the face and the posture show: Alva (orolig, vänd bort)."""
    shown = looks(figure, words) if figure else ()
    return f"{name} ({listed(words, shown)})" if shown else name
