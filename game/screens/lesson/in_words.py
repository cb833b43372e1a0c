"""What the pieces of a lesson say to those who hear them: answers, a chart, how to join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.lesson.blocks import Bar, Chart, Join, Stack
    from game.screens.words import Words

SIGNS = 6
"""How many signs a code has."""


def beside_label(bar: Bar, words: Words) -> tuple[str, ...]:
    """What is seen of an answer besides its words: how many gave it, and whether most did."""
    leads = words.ui("Flest svar") if bar.leads else ""
    return tuple(filter(None, (bar.shown, leads)))


def answer(bar: Bar, words: Words) -> str:
    """A whole answer: 2. Byt ämne. 5. Flest svar."""
    return sentences((bar.mark, bar.label, *beside_label(bar, words)))


def chart(content: Chart) -> Iterator[str]:
    """A chart row by row, after the sentence that tells all of it and what its numbers count."""
    about = sentences((content.said, content.of))
    if about:
        yield about
    for group in content.groups:
        yield sentences((group.label, *(stack(each) for each in group.stacks)))


def stack(content: Stack) -> str:
    """How the class answered once: Före: okej 12, osäker 5."""
    seen = (each for each in content.slices if each.shown or each.share)
    slices = ", ".join(f"{each.label} {each.shown}".strip() for each in seen)
    return f"{content.label}: {slices or content.instead}"


def spelled(code: str) -> str:
    """The code letter by letter, so that no voice makes a word of it."""
    return " ".join(code)


def grouped(code: str) -> str:
    """The code as it is shown: in two halves, which is easier to remember on the way to the keyboard."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}" if len(code) == SIGNS else code


def join(content: Join) -> tuple[str, ...]:
    """How one joins, in sentences."""
    way_in = (
        f"{content.invitation} {content.address}" if content.address else "",
        f"{content.then} {spelled(content.code)}" if content.code else "",
        content.qr_said if content.qr else "",
    )
    return tuple(filter(None, (*way_in, content.trouble, content.counts, content.promise)))
