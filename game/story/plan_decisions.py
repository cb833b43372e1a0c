"""Which option a step of a plan means, or why it means none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.story.matching import likeness
from game.story.model import Choices, Ending, Tell
from game.story.moment import ChoiceOption, TellOption
from game.story.plan import Choose, TellAdult, Wait, plain
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.model import Story
    from game.story.moment import Segment

_NEAR = 0.5
_MOST_COMPARED = 300
_LONGEST_COMPARED = 200
_ROOM = 110
"""Characters for all that can be chosen; what is longer is cut, each a little."""

_Numbered: TypeAlias = "Sequence[tuple[str, int]]"
"""Texts of options, each with the option's number."""


def decision(story: Story, segment: Segment, step: Choose | Wait | TellAdult) -> int | Problem:
    """The number of the option that a step takes at the exit of a segment, or the problem with it."""
    way_out = segment.exit
    match way_out:
        case Ending(title=title):
            return problem("P905", step.at, ending=title)
        case Choices():
            if isinstance(step, TellAdult):
                return _other_kind(segment, step, "plan_choosing", "choose")
            return _choice(segment, way_out, step)
        case Tell():
            if isinstance(step, TellAdult):
                return _telling(story, segment, way_out, step)
            return _other_kind(segment, step, "plan_telling", "tell")
        case _:
            assert_never(way_out)


def open_here(segment: Segment) -> str:
    """What can be decided at the exit, in words; "" at an ending, or where nothing is open."""
    choices = [each.choice.text for each in segment.options if isinstance(each, ChoiceOption)]
    return listed(choices) if choices else ", ".join(_adults(segment))


def listed(texts: Sequence[str]) -> str:
    """Texts in one line, long ones cut so that all of them are there."""
    room = max(12, _ROOM // max(1, len(texts)))
    cut = [text if len(text) <= room else f"{text[: room - 1].rstrip()}…" for text in texts]
    return " / ".join(cut)


def nearest(words: str, texts: Iterable[str]) -> str:
    """The text that was probably meant by some words, already made plain: as a whole, or by its beginning."""
    if len(words) > _LONGEST_COMPARED:
        return ""
    best, most = "", _NEAR
    for text in islice(texts, _MOST_COMPARED):
        whole = plain(text)[:_LONGEST_COMPARED]
        if words in whole:
            return text
        alike = max(likeness(words, whole), likeness(words, whole[: len(words)]))
        if alike > most:
            best, most = text, alike
    return best


def _other_kind(segment: Segment, step: Choose | Wait | TellAdult, here: str, word: str) -> Problem:
    return problem("P911", step.at, scene=segment.scenes[-1], here=here, word=word, open=open_here(segment))


def _beginning_so(options: _Numbered, words: str) -> list[int]:
    """The options that begin with the words; the one that is no longer than they, when there is such a one."""
    asked = plain(words)
    whole = [number for text, number in options if plain(text) == asked]
    return whole or [number for text, number in options if plain(text).startswith(asked)]


# --- choices ---------------------------------------------------------------------------------------


def _choice(segment: Segment, way_out: Choices, step: Choose | Wait) -> int | Problem:
    waiting = isinstance(step, Wait)
    texts = [(each.text, number) for number, each in enumerate(way_out.choices) if each.wait or not waiting]
    open_ = {each.number for each in segment.options}
    all_that_fit = _beginning_so(texts, step.words)
    fits = _beginning_so([each for each in texts if each[1] in open_], step.words)
    words = step.words or "wait"
    if len(fits) == 1:
        return fits[0]
    if fits:
        return problem(
            "P908", step.at, words=words, several=listed([way_out.choices[number].text for number in fits])
        )
    if all_that_fit:
        number = all_that_fit[0]
        taken = (segment.scenes[-1], number) in segment.final.taken
        why = "plan_taken" if taken else "plan_condition"
        return problem("P909", step.at, choice=way_out.choices[number].text, why=why, open=open_here(segment))
    near = (
        nearest(plain(step.words), (way_out.choices[number].text for number in open_)) if step.words else ""
    )
    return problem(
        "P902",
        step.at,
        words=words,
        scene=segment.scenes[-1],
        open=open_here(segment),
        meant=f"choose: {near}" if near else "",
    )


# --- tellings --------------------------------------------------------------------------------------


def _telling(story: Story, segment: Segment, way_out: Tell, step: TellAdult) -> int | Problem:
    named = {each.adult for each in way_out.hearings if _is_called(story, each.adult, step.adult)}
    ways = [
        (each.beginning.text, each.number)
        for each in segment.options
        if isinstance(each, TellOption) and each.hearing.adult in named
    ]
    if not ways:
        return problem(
            "P907", step.at, adult=step.adult, why=_unheard(segment, named), open=", ".join(_adults(segment))
        )
    if not step.beginning:
        return ways[0][1]
    fits = _beginning_so(ways, step.beginning)
    if len(fits) == 1:
        return fits[0]
    if fits:
        several = listed([text for text, number in ways if number in fits])
        return problem("P908", step.beginning_at, words=step.beginning, several=several)
    texts = [text for text, _ in ways]
    return problem("P913", step.beginning_at, words=step.beginning, open=listed(texts))


def _is_called(story: Story, adult: str, asked: str) -> bool:
    person = story.cast.get(adult)
    return plain(asked) in {plain(adult), plain(person.name) if person else ""}


def _adults(segment: Segment) -> tuple[str, ...]:
    """The ids of those who can be told."""
    tellings = (each for each in segment.options if isinstance(each, TellOption))
    return tuple(dict.fromkeys(each.hearing.adult for each in tellings))


def _unheard(segment: Segment, named: set[str]) -> str:
    """Why nobody of that name can be told here."""
    if not named:
        return "plan_not_here"
    if named <= segment.final.told:
        return "plan_told"
    return "plan_condition" if named <= segment.final.met else "plan_not_met"
