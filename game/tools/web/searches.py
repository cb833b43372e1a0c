"""Choosing a story on the page: every search there is, worked out beforehand, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.picking import OF_PUPILS, said
from game.story.seeking import Sought, found, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.words import Words
    from game.story.library import Signs
    from game.story.model import About
    from game.tools.web.edition_shared import Search


def searches(abouts: Sequence[About]) -> tuple[list[Search], dict[str, int]]:
    """All that can be come to by pressing, the first one where one begins; and the search for those like a story, by its id."""
    there = {sought: number for number, sought in enumerate(_reached(abouts))}
    made: list[Search] = [
        {
            "stories": [about.id for about in found(abouts, sought)],
            "turns": [[key(sought, name), there[to]] for name, to in _turns(abouts, sought)],
        }
        for sought in there
    ]
    likes = {}
    for about in abouts:
        likes[about.id] = len(made)
        near = [each.id for each in found(abouts, Sought(like=about.id))]
        made.append({"stories": near, "turns": [["all", 0]]})
    return made, likes


def search_words(abouts: Sequence[About], signs: Signs, words: Words) -> dict[str, str]:
    """What stands on each thing to seek by, by its key."""
    told = {"all": words.ui("Visa alla")}
    for sought in _reached(abouts):
        told |= {key(sought, name): said(signs, sought, name, words) for name, _ in _turns(abouts, sought)}
    return told


def key(sought: Sought, name: str) -> str:
    """What tells one thing to seek by, as it now is, from all others."""
    value = getattr(sought, name)
    return f"{name} {f'{value.youngest}-{value.oldest}' if name == 'age' and value else value or ''}".strip()


def _turns(abouts: Sequence[About], sought: Sought) -> list[tuple[str, Sought]]:
    there = dict(turns(abouts, sought))
    return [(name, there[name]) for name in OF_PUPILS if name in there]


def _reached(abouts: Sequence[About]) -> list[Sought]:
    reached = [Sought()]
    for sought in reached:
        reached.extend(to for _, to in _turns(abouts, sought) if to not in reached)
    return reached
